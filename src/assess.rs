//! From a catalogue and a response set to an assessment: every rule, and all problems at once.

mod answer;
mod by_id;
mod entries;
mod tables;
mod wording;

use std::sync::Arc;

use self::answer::Outcome;
use crate::catalogue::{Catalogue, Indicator};
use crate::document::catalogue::State;
use crate::document::values::Placed as _;
use crate::problem::{Code, Problem, Report};
use crate::responses::{Answer, ResponseSet};
use crate::stage::Stage;
use crate::tree::{Mark, NodeId, Problems};

/// A response set that passed the checks of its catalogue; it holds both.
///
/// There is no other way to one than [`Catalogue::assess`]. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Assessment(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    catalogue: Catalogue,
    set: ResponseSet,
    stage: Stage,
    /// By position of the indicator.
    entries: Vec<Entry>,
    warnings: Vec<Problem>,
}

/// What stands for one indicator.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    /// Its place among the answers, if it has one.
    pub(crate) slot: Option<u32>,
    pub(crate) standing: Standing,
}

/// What an indicator's answer means for this place.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Standing {
    /// Answered and scored, at the level of this number.
    #[non_exhaustive]
    Answered {
        /// The number of the level in [`AnswerType::levels`](crate::AnswerType::levels).
        level: usize,
    },
    /// Answered, and context: it earns no points.
    Context,
    /// It belongs to another level of government, and does not count here.
    NotALocalCompetence,
    /// What it asks about cannot exist here; it does not count.
    NotApplicableHere,
    /// A condition closes the question; it does not count.
    NotAsked,
    /// Open: those who were asked do not know yet.
    Unknown,
    /// Open: the information is restricted.
    Restricted,
    /// Open: neither an answer nor the reason why there is none.
    Unanswered,
    /// Open: whether the question is asked here is not known yet.
    Undecided,
}

impl Standing {
    /// Whether a scored indicator in this standing counts here: it is answered or open.
    #[must_use]
    pub fn counts(self) -> bool {
        matches!(self, Self::Answered { .. }) || self.is_open()
    }

    /// Whether the question is open. What is open leaves the score and opens its interval.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Unknown | Self::Restricted | Self::Unanswered | Self::Undecided)
    }
}

impl Catalogue {
    /// Checks `responses` against this catalogue, at the stage that they name.
    ///
    /// Every problem is found, of shape and of meaning; warnings alone do not fail, and ride along
    /// in [`Assessment::warnings`].
    ///
    /// # Errors
    ///
    /// A [`Report`] when at least one problem is an error.
    ///
    /// # Example
    ///
    /// ```
    /// use mgi::{Catalogue, ResponseSet};
    ///
    /// let draft = include_bytes!("../indicators/samples/la-chorrera-2021-draft.json");
    /// let draft = ResponseSet::from_json(draft)?;
    /// let catalogue = Catalogue::local();
    /// assert!(catalogue.assess(&draft)?.warnings().is_empty()); // gaps are silent in a draft
    /// let report = catalogue.assess_at(&draft, mgi::Stage::Final).unwrap_err();
    /// assert!(report.problems().iter().any(|problem| problem.code() == mgi::Code::Unanswered));
    /// # Ok::<(), mgi::Report>(())
    /// ```
    pub fn assess(&self, responses: &ResponseSet) -> Result<Assessment, Report> {
        self.assess_at(responses, responses.stage())
    }

    /// Checks `responses` as if they were at `stage`: what would still be missing?
    ///
    /// # Errors
    ///
    /// As for [`Catalogue::assess`].
    pub fn assess_at(&self, responses: &ResponseSet, stage: Stage) -> Result<Assessment, Report> {
        let mut check = Check::new(self, responses);
        let entries = if check.answers_this_catalogue() { check.everything() } else { Vec::new() };
        let documents = [Arc::clone(responses.document())];
        let warnings = Report::of(check.problems.located(&documents, stage))?;
        Ok(Assessment(Arc::new(Inner {
            catalogue: self.clone(),
            set: responses.clone(),
            stage,
            entries,
            warnings,
        })))
    }
}

impl Assessment {
    /// The catalogue against which the answers were checked.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        &self.0.catalogue
    }

    /// The answers.
    #[must_use]
    pub fn responses(&self) -> &ResponseSet {
        &self.0.set
    }

    /// The stage at which they were checked.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.0.stage
    }

    /// Problems that do not keep the answers from being used.
    #[must_use]
    pub fn warnings(&self) -> &[Problem] {
        &self.0.warnings
    }

    /// What the answer to the indicator with this code means for this place.
    #[must_use]
    pub fn standing(&self, code: &str) -> Option<Standing> {
        self.0.catalogue.indicator(code).map(|indicator| self.entry(indicator).standing)
    }

    /// What stands in the response set for the indicator with this code.
    #[must_use]
    pub fn answer(&self, code: &str) -> Option<Answer> {
        let slot = self.entry(self.0.catalogue.indicator(code)?).slot?;
        Some(Answer::new(&self.0.set, slot))
    }

    pub(crate) fn entry(&self, indicator: &Indicator) -> Entry {
        let unanswered = Entry { slot: None, standing: Standing::Unanswered };
        self.0.entries.get(indicator.position()).copied().unwrap_or(unanswered)
    }
}

/// One check of a response set against a catalogue. The rules are its methods, by what they look
/// at: `entries` the answers as a whole, `answer` one answer, `tables` what answers refer to.
struct Check<'c> {
    catalogue: &'c Catalogue,
    set: &'c ResponseSet,
    problems: Problems,
    tables: tables::Tables<'c>,
}

impl<'c> Check<'c> {
    fn new(catalogue: &'c Catalogue, set: &'c ResponseSet) -> Self {
        Self { catalogue, set, problems: set.problems().clone(), tables: tables::Tables::default() }
    }

    fn everything(&mut self) -> Vec<Entry> {
        self.read_tables();
        let entries = self.entries();
        self.place_is_consistent();
        self.tables_are_well_worded();
        self.round_says_its_date();
        self.focal_point_is_named();
        self.sources_are_cited();
        self.queries_are_closed();
        self.priorities_name_indicators();
        entries
    }

    fn at(node: NodeId) -> Mark {
        Mark { document: 0, node }
    }

    fn text(&self, node: NodeId) -> &'c str {
        self.set.document().text_of(node)
    }

    /// Whether the answers are for this version of this catalogue. If they are not, every other
    /// problem would be a consequence. `rsp.catalogue.other`, `rsp.catalogue.other-version`
    fn answers_this_catalogue(&mut self) -> bool {
        let Some(reference) = self.set.file().catalogue.get() else {
            return true;
        };
        let id = reference.id.get().map(|id| (id.node(), self.text(id.node())));
        if let Some((node, got)) = id.filter(|(_, got)| *got != self.catalogue.id()) {
            let raised = self.problems.push(Code::OtherCatalogue, Self::at(node));
            raised.with("got", got).with("want", self.catalogue.id());
            return false;
        }
        let version = reference.version.get();
        let version = version.map(|version| (version.node(), self.text(version.node())));
        if let Some((node, got)) = version.filter(|(_, got)| *got != self.catalogue.version()) {
            let raised = self.problems.push(Code::OtherVersion, Self::at(node));
            raised.with("got", got).with("want", self.catalogue.version());
            return false;
        }
        true
    }

    /// The indicator that a query or priority names. `rsp.indicator.unknown`
    fn named_indicator(&mut self, node: NodeId) -> Option<&'c Indicator> {
        let got = self.text(node);
        let indicator = self.catalogue.indicator(got);
        if indicator.is_none() {
            let candidates = self.problems.nearest(got, self.catalogue.codes());
            let raised = self.problems.push(Code::UnknownIndicator, Self::at(node));
            raised.with("got", got).meant(&candidates);
        }
        indicator
    }
}

/// What an outcome means, before conditions are looked at.
fn standing_of(outcome: &Outcome) -> Standing {
    match outcome {
        Outcome::Level(level) => Standing::Answered { level: *level },
        Outcome::Option(_) | Outcome::Context => Standing::Context,
        Outcome::State(State::NotALocalCompetence) => Standing::NotALocalCompetence,
        Outcome::State(State::NotApplicableHere) => Standing::NotApplicableHere,
        Outcome::State(State::Unknown) => Standing::Unknown,
        Outcome::State(State::Restricted) => Standing::Restricted,
        Outcome::Nothing | Outcome::Broken => Standing::Unanswered,
    }
}
