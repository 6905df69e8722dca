//! What answers refer to: respondents, sources, queries, priorities, and the round.

use super::Check;
use crate::catalogue::{Indicator, Label, Vocabulary};
use crate::document::Field;
use crate::document::catalogue::Requirement;
use crate::document::responses::{AnswerEntry, EvidenceRow, QueryEntry, Role};
use crate::document::values::{Placed, RespondentId, SourceId};
use crate::index::Index;
use crate::problem::Code;
use crate::tree::NodeId;

/// The tables of a response set, by id.
#[derive(Debug, Default)]
pub(super) struct Tables<'c> {
    /// The respondents of the answer that is checked. It is cleared and reused, which saves an
    /// allocation for each answer.
    seen: Index<&'c str, ()>,
    respondents: Index<&'c str, NodeId>,
    sources: Index<&'c str, CitedRow>,
    /// Whether every row could be read with its id. If not, an id that is not found may be that of a
    /// malformed row, which has been reported.
    respondents_are_whole: bool,
    sources_are_whole: bool,
    /// Whether something malformed among the answers may cite a source.
    pub(super) may_cite_more: bool,
}

#[derive(Debug)]
struct CitedRow {
    id: NodeId,
    is_cited: bool,
}

impl Check<'_> {
    pub(super) fn read_tables(&mut self) {
        let file = self.set.file();
        let (respondents, sources) = (&file.respondents, &file.sources);
        self.tables.respondents_are_whole =
            respondents.is_whole() && respondents.items().iter().all(|row| row.id.get().is_some());
        self.tables.sources_are_whole =
            sources.is_whole() && sources.items().iter().all(|row| row.id.get().is_some());
        self.tables.respondents = Index::with_capacity(respondents.items().len());
        self.tables.sources = Index::with_capacity(sources.items().len());
        for id in respondents.items().iter().filter_map(|row| row.id.node()) {
            if let Some(first) = self.tables.respondents.insert(self.text(id), id).copied() {
                self.duplicate_entry(id, first);
            }
        }
        for id in sources.items().iter().filter_map(|row| row.id.node()) {
            let row = CitedRow { id, is_cited: false };
            if let Some(first) = self.tables.sources.insert(self.text(id), row) {
                let first = first.id;
                self.duplicate_entry(id, first);
            }
        }
    }

    /// `rsp.id.duplicate`
    fn duplicate_entry(&mut self, id: NodeId, first: NodeId) {
        let got = self.text(id);
        let raised = self.problems.push(Code::DuplicateEntry, Self::at(id));
        raised.with("got", got).related(Self::at(first));
    }

    /// The respondents who gave an answer or decided something: all are known, and each is named
    /// once.
    pub(super) fn known_respondents(&mut self, ids: &[RespondentId]) {
        let mut seen = std::mem::take(&mut self.tables.seen);
        seen.clear();
        for id in ids.iter().map(Placed::node) {
            // There is nothing to compare the only one with.
            let is_repeated = ids.len() > 1 && seen.insert(self.text(id), ()).is_some();
            if is_repeated {
                self.respondent_repeated(id);
            } else if !self.tables.respondents.contains(self.text(id)) {
                self.unknown_respondent(id);
            }
        }
        self.tables.seen = seen;
    }

    /// `rsp.respondent.repeated`
    fn respondent_repeated(&mut self, id: NodeId) {
        let got = self.text(id);
        self.problems.push(Code::RespondentRepeated, Self::at(id)).with("got", got).remove();
    }

    /// `rsp.respondent.unknown`
    fn unknown_respondent(&mut self, id: NodeId) {
        if !self.tables.respondents_are_whole {
            return;
        }
        let got = self.text(id);
        let known = self.tables.respondents.names().copied();
        let candidates = self.problems.nearest(got, known);
        let raised = self.problems.push(Code::UnknownRespondent, Self::at(id));
        raised.with("got", got).meant(&candidates);
    }

    /// Whether the entry cites something, and marks what it cites. What is malformed may be a
    /// citation, and counts as one.
    pub(super) fn citations(&mut self, entry: &AnswerEntry) -> bool {
        self.tables.may_cite_more |= entry.evidence.is_broken();
        let Some(rows) = entry.evidence.get() else { return false };
        let mut cited = !rows.is_whole();
        self.tables.may_cite_more |= cited;
        for row in rows.items() {
            match &row.source {
                Field::Present(source) => {
                    cited = true;
                    self.cite(source.node());
                }
                Field::Broken => {
                    cited = true;
                    self.tables.may_cite_more = true;
                }
                // A row without anything in it is what a form leaves behind.
                Field::Absent if row.position.get().is_some() => {
                    cited = true;
                    self.evidence_incomplete(row);
                }
                Field::Absent => {}
            }
        }
        cited
    }

    /// `rsp.evidence.incomplete`
    fn evidence_incomplete(&mut self, row: &EvidenceRow) {
        self.problems.push(Code::EvidenceIncomplete, Self::at(row.node()));
    }

    fn cite(&mut self, source: NodeId) {
        if let Some(row) = self.tables.sources.get_mut(self.text(source)) {
            row.is_cited = true;
        } else if self.tables.sources_are_whole {
            self.unknown_citation(source);
        }
    }

    /// Reports an unknown source, and marks the source that was probably meant, so that this one is
    /// not also reported as not cited. `rsp.source.unknown`
    fn unknown_citation(&mut self, source: NodeId) {
        let got = self.text(source);
        let candidates = self.problems.nearest(got, self.tables.sources.names().copied());
        let raised = self.problems.push(Code::UnknownCitation, Self::at(source));
        raised.with("got", got).meant(&candidates);
        let meant = candidates.best().and_then(|id| self.tables.sources.get_mut(id));
        if let Some(row) = meant {
            row.is_cited = true;
        }
    }

    /// `rsp.source.not-cited`
    pub(super) fn source_not_cited(&mut self) {
        if self.tables.may_cite_more {
            return;
        }
        self.cite_in_context();
        for (&got, row) in self.tables.sources.iter().filter(|(_, row)| !row.is_cited) {
            self.problems.push(Code::SourceNotCited, Self::at(row.id)).with("got", got);
        }
    }

    /// The context cites a source by its id in brackets, as in `[s01]`. What else stands in brackets
    /// is the writer's own: it is not reported as an unknown source.
    fn cite_in_context(&mut self) {
        for bracketed in self.set.context().unwrap_or_default().split('[').skip(1) {
            let id = bracketed.split_once(']').map(|(id, _)| id);
            if let Some(row) = id.and_then(|id| self.tables.sources.get_mut(id)) {
                row.is_cited = true;
            }
        }
    }

    /// `rsp.respondent.no-focal-point`
    pub(super) fn focal_point_missing(&mut self) {
        let respondents = &self.set.file().respondents;
        let is_focal_point = |role: Option<Role>| role == Some(Role::FocalPoint);
        let is_unsure = !respondents.is_whole()
            || respondents.items().iter().any(|respondent| respondent.role.get().is_none());
        let is_named =
            respondents.items().iter().any(|respondent| is_focal_point(respondent.role.value()));
        if !is_named && !is_unsure && self.catalogue.requires(Requirement::FocalPoint) {
            self.problems.push(Code::FocalPointMissing, Self::at(self.set.file().node()));
        }
    }

    /// `rsp.round.information-date-missing`
    pub(super) fn information_date_missing(&mut self) {
        if !self.catalogue.requires(Requirement::InformationDate) {
            return;
        }
        let round = self.set.file().round.get();
        if let Some(round) = round.filter(|round| round.information_as_of.is_absent()) {
            self.problems.push(Code::InformationDateMissing, Self::at(round.node()));
        }
    }

    /// `rsp.place.country-missing`
    pub(super) fn country_missing(&mut self) {
        if !self.catalogue.requires(Requirement::Country) {
            return;
        }
        let place = self.set.file().place.get();
        if let Some(place) = place.filter(|place| place.country.is_absent()) {
            self.problems.push(Code::CountryMissing, Self::at(place.node()));
        }
    }

    /// `rsp.place.subdivision-elsewhere`
    pub(super) fn subdivision_elsewhere(&mut self) {
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

    pub(super) fn queries(&mut self) {
        for query in self.set.file().queries.items() {
            let Some(node) = query.indicator.node() else { continue };
            self.dates_inverted(&query.raised, &query.closed);
            let Some(indicator) = self.named_indicator(node) else { continue };
            if query.closed.is_absent() {
                self.query_open(query, indicator);
            } else if query.resolution.is_absent() {
                self.query_unresolved(query, indicator);
            }
        }
    }

    /// `rsp.query.open`
    fn query_open(&mut self, query: &QueryEntry, indicator: &Indicator) {
        let raised = self.problems.push(Code::QueryOpen, Self::at(query.node()));
        raised.with("indicator", indicator.code());
    }

    /// `rsp.query.closed-without-resolution`
    fn query_unresolved(&mut self, query: &QueryEntry, indicator: &Indicator) {
        let raised = self.problems.push(Code::QueryUnresolved, Self::at(query.node()));
        raised.with("indicator", indicator.code());
    }

    /// The respondent whose part the set is, is known.
    pub(super) fn respondent_of_part(&mut self) {
        if let Some(by) = self.set.file().by.get() {
            self.known_respondents(&[*by]);
        }
    }

    pub(super) fn roles_of_respondents(&mut self) {
        for respondent in self.set.file().respondents.items() {
            for role in respondent.answers_for.items() {
                if self.catalogue.label(Vocabulary::Ask, self.text(role.node())).is_none() {
                    self.unknown_role(role.node());
                }
            }
        }
    }

    /// `rsp.respondent.unknown-role`
    fn unknown_role(&mut self, role: NodeId) {
        let got = self.text(role);
        let known = || self.catalogue.vocabulary(Vocabulary::Ask).iter();
        let labels = self
            .catalogue
            .languages()
            .map(|language| known().map(move |role| (role.label(language), role.key())));
        let candidates = self.problems.nearest_named(got, known().map(Label::key), labels);
        let raised = self.problems.push(Code::UnknownRole, Self::at(role));
        raised.with("got", got).meant(&candidates);
    }

    /// The sources of the numbers of people.
    pub(super) fn demography_cites(&mut self) {
        let demography = &self.set.file().demography;
        self.tables.may_cite_more |= demography.is_broken();
        let Some(demography) = demography.get() else { return };
        for all in [&demography.population, &demography.foreign_born] {
            self.tables.may_cite_more |= all.is_broken();
            if let Some(headcount) = all.get() {
                self.cites(&headcount.source);
            }
        }
        self.tables.may_cite_more |= !demography.origins.is_whole();
        for origin in demography.origins.items() {
            self.cites(&origin.source);
        }
    }

    fn cites(&mut self, source: &Field<SourceId>) {
        self.tables.may_cite_more |= source.is_broken();
        if let Some(source) = source.node() {
            self.cite(source);
        }
    }

    pub(super) fn highlights(&mut self) {
        let Some(highlights) = self.set.file().highlights.get() else { return };
        for code in highlights.strengths.items().iter().chain(highlights.openings.items()) {
            self.named_indicator(code.node());
        }
    }

    /// Each acronym is there once.
    pub(super) fn acronyms(&mut self) {
        let acronyms = self.set.file().acronyms.items().iter();
        self.all_differ(acronyms.filter_map(|row| row.acronym.node()), Self::repeated_acronym);
    }

    /// `rsp.acronym.repeated`
    fn repeated_acronym(&mut self, acronym: NodeId, first: NodeId) {
        let got = self.text(acronym);
        let raised = self.problems.push(Code::RepeatedAcronym, Self::at(acronym));
        raised.with("got", got).related(Self::at(first));
    }

    /// Each of these texts is there once; `report` reports one that is not, with the first.
    fn all_differ(
        &mut self,
        nodes: impl Iterator<Item = NodeId>,
        report: fn(&mut Self, NodeId, NodeId),
    ) {
        let mut seen = Index::default();
        for node in nodes {
            if let Some(first) = seen.insert(self.text(node), node).copied() {
                report(self, node, first);
            }
        }
    }

    pub(super) fn priorities(&mut self) {
        let priorities = self.set.file().priorities.items().iter();
        let ids = priorities.filter_map(|priority| priority.id.node());
        self.all_differ(ids, Self::duplicate_entry);
        for priority in self.set.file().priorities.items() {
            if let Some(indicator) = priority.indicator.node() {
                self.named_indicator(indicator);
            }
        }
    }
}
