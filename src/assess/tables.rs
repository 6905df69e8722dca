//! What answers refer to: respondents, sources, queries, priorities, and the round.

use indexmap::IndexSet;

use super::Check;
use super::by_id::ById;
use crate::document::responses::{AnswerEntry, Role};
use crate::document::values::{Id, Placed as _};
use crate::problem::Code;
use crate::tree::NodeId;

/// The tables of a response set, by id.
#[derive(Debug, Default)]
pub(super) struct Tables<'c> {
    respondents: ById<'c, NodeId>,
    sources: ById<'c, CitedRow>,
    /// Whether every row could be read with its id. If not, an id that is not found may stand in a
    /// row that could not be read, and that was said.
    respondents_are_whole: bool,
    sources_are_whole: bool,
    /// Whether there is something among the answers that could not be read and may cite a source.
    pub(super) may_cite_more: bool,
}

#[derive(Debug)]
struct CitedRow {
    id: NodeId,
    is_cited: bool,
}

/// The words of a list, to see whether one stands twice. A short list costs no allocation.
#[derive(Debug, Default)]
struct OnceEach<'w> {
    few: [Option<&'w str>; 4],
    more: IndexSet<&'w str>,
}

impl<'w> OnceEach<'w> {
    /// Whether this is the first time that the word comes.
    fn is_first(&mut self, word: &'w str) -> bool {
        if self.few.contains(&Some(word)) {
            return false;
        }
        match self.few.iter_mut().find(|place| place.is_none()) {
            Some(place) => {
                *place = Some(word);
                true
            }
            None => self.more.insert(word),
        }
    }
}

impl Check<'_> {
    /// `rsp.id.duplicate`
    pub(super) fn read_tables(&mut self) {
        let file = self.set.file();
        let (respondents, sources) = (&file.respondents, &file.sources);
        self.tables.respondents_are_whole =
            respondents.is_whole() && respondents.items().iter().all(|row| row.id.get().is_some());
        self.tables.sources_are_whole =
            sources.is_whole() && sources.items().iter().all(|row| row.id.get().is_some());
        self.tables.respondents = ById::with_capacity(respondents.items().len());
        self.tables.sources = ById::with_capacity(sources.items().len());
        for id in respondents.items().iter().filter_map(|row| row.id.get()).map(Id::node) {
            let first = self.tables.respondents.add(self.text(id), id).copied();
            self.stands_once(id, first);
        }
        for id in sources.items().iter().filter_map(|row| row.id.get()).map(Id::node) {
            let row = CitedRow { id, is_cited: false };
            let first = self.tables.sources.add(self.text(id), row).map(|first| first.id);
            self.stands_once(id, first);
        }
    }

    /// Says that an id stands twice, if another row was the `first` with it.
    fn stands_once(&mut self, id: NodeId, first: Option<NodeId>) {
        if let Some(first) = first {
            let got = self.text(id);
            let raised = self.problems.push(Code::DuplicateEntry, Self::at(id));
            raised.with("got", got).related(Self::at(first));
        }
    }

    /// `rsp.respondent.unknown`, `rsp.respondent.repeated`
    pub(super) fn respondents_are_known(&mut self, entry: &AnswerEntry) {
        let Some(by) = entry.by.get() else { return };
        let mut seen = OnceEach::default();
        by.each(self.set.document(), self.set.limits(), |respondent| {
            let got = self.text(respondent.node());
            if !seen.is_first(got) {
                let raised =
                    self.problems.push(Code::RespondentRepeated, Self::at(respondent.node()));
                raised.with("got", got).remove();
                return;
            }
            let is_known = self.tables.respondents.contains(got);
            if !is_known && self.tables.respondents_are_whole {
                let known = self.tables.respondents.ids();
                let candidates = self.problems.nearest(got, known);
                let raised =
                    self.problems.push(Code::UnknownRespondent, Self::at(respondent.node()));
                raised.with("got", got).meant(&candidates);
            }
        });
    }

    /// Whether the entry cites something. `rsp.source.unknown`, `rsp.evidence.incomplete`
    pub(super) fn citations(&mut self, entry: &AnswerEntry) -> bool {
        self.tables.may_cite_more |= entry.evidence.is_broken();
        let Some(rows) = entry.evidence.get() else { return false };
        // What could not be read may be a citation.
        let mut cited = !rows.is_whole();
        self.tables.may_cite_more |= cited;
        rows.each(self.set.document(), self.set.limits(), |row| {
            let Some(source) = row.source.get() else {
                // A row without anything in it is what a form leaves behind.
                if row.position.get().is_some() && row.source.is_absent() {
                    self.problems.push(Code::EvidenceIncomplete, Self::at(row.node()));
                    cited = true;
                }
                cited |= row.source.is_broken();
                self.tables.may_cite_more |= row.source.is_broken();
                return;
            };
            cited = true;
            let got = self.text(source.node());
            if let Some(row) = self.tables.sources.get_mut(got) {
                row.is_cited = true;
                return;
            }
            if !self.tables.sources_are_whole {
                return;
            }
            let candidates = self.problems.nearest(got, self.tables.sources.ids());
            let raised = self.problems.push(Code::UnknownCitation, Self::at(source.node()));
            raised.with("got", got).meant(&candidates);
            // The source that was probably meant is cited, if mistyped.
            let meant = candidates.best().and_then(|id| self.tables.sources.get_mut(id));
            if let Some(row) = meant {
                row.is_cited = true;
            }
        });
        cited
    }

    /// `rsp.source.not-cited`
    pub(super) fn sources_are_cited(&mut self) {
        if self.tables.may_cite_more {
            return;
        }
        for (got, row) in self.tables.sources.iter().filter(|(_, row)| !row.is_cited) {
            self.problems.push(Code::SourceNotCited, Self::at(row.id)).with("got", got);
        }
    }

    /// `rsp.respondent.no-focal-point`
    pub(super) fn focal_point_is_named(&mut self) {
        let respondents = &self.set.file().respondents;
        let is_focal_point = |role: Option<Role>| role == Some(Role::FocalPoint);
        let is_unsure = !respondents.is_whole()
            || respondents.items().iter().any(|respondent| respondent.role.get().is_none());
        let is_named =
            respondents.items().iter().any(|respondent| is_focal_point(respondent.role.value()));
        if !is_named && !is_unsure {
            self.problems.push(Code::FocalPointMissing, Self::at(self.set.file().node()));
        }
    }

    /// `rsp.round.information-date-missing`
    pub(super) fn round_says_its_date(&mut self) {
        let round = self.set.file().round.get();
        if let Some(round) = round.filter(|round| round.information_as_of.is_absent()) {
            self.problems.push(Code::InformationDateMissing, Self::at(round.node()));
        }
    }

    /// `rsp.place.subdivision-elsewhere`
    pub(super) fn place_is_consistent(&mut self) {
        let Some(place) = self.set.file().place.get() else { return };
        let (Some(country), Some(subdivision)) = (place.country.get(), place.subdivision.get())
        else {
            return;
        };
        let (country, got) = (self.text(country.node()), self.text(subdivision.node()));
        if got.split('-').next() != Some(country) {
            let raised =
                self.problems.push(Code::SubdivisionElsewhere, Self::at(subdivision.node()));
            raised.with("got", got).with("country", country);
        }
    }

    /// `rsp.query.open`, `rsp.query.closed-without-resolution`
    pub(super) fn queries_are_closed(&mut self) {
        for query in self.set.file().queries.items() {
            let Some(node) = query.indicator.get().map(|indicator| indicator.node()) else {
                continue;
            };
            self.are_in_order(&query.raised, &query.closed);
            let Some(indicator) = self.named_indicator(node) else { continue };
            let code = match (query.closed.is_absent(), query.resolution.is_absent()) {
                (true, _) => Code::QueryOpen,
                (false, true) => Code::QueryUnresolved,
                (false, false) => continue,
            };
            let raised = self.problems.push(code, Self::at(query.node()));
            raised.with("indicator", indicator.code());
        }
    }

    /// `rsp.indicator.unknown`
    pub(super) fn priorities_name_indicators(&mut self) {
        for priority in self.set.file().priorities.items() {
            if let Some(indicator) = priority.indicator.get() {
                self.named_indicator(indicator.node());
            }
        }
    }
}
