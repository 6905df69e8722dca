//! From a catalogue and a response set to an assessment: every rule, and all problems at once.

mod answer;
mod entries;
mod tables;
mod value;

use std::fmt;
use std::sync::Arc;

use self::entries::Slot;
use crate::catalogue::{AnswerLevel, Catalogue, Indicator};
use crate::document::values::Placed as _;
use crate::problem::{Code, Problem, Report};
use crate::responses::{Answer, ResponseSet};
use crate::stage::Stage;
use crate::standing::{Standing, Standings};
use crate::tree::{Mark, NodeId, Problems, Raised};

/// A response set that passed the checks of its catalogue; it holds both.
///
/// There is no other way to one than [`Catalogue::assess`]. Cheap to clone.
///
/// # Example
///
/// ```
/// use mgi::profile::Standing;
/// use mgi::{Catalogue, ResponseSet};
///
/// let set = ResponseSet::from_json(include_bytes!("../indicators/samples/la-chorrera-2021.json"))?;
/// let assessment = Catalogue::local().assess(&set)?;
/// assert_eq!(assessment.standing("SO05"), Some(Standing::Restricted)); // open, and nobody may tell
/// assert_eq!(assessment.standing("PA03"), Some(Standing::Answered));
/// let level = assessment.level("PA03").unwrap();
/// println!("{}: {} points", level.label("en"), level.points());
/// # Ok::<(), mgi::Report>(())
/// ```
#[derive(Clone)]
pub struct Assessment(Arc<Inner>);

struct Inner {
    catalogue: Catalogue,
    set: ResponseSet,
    stage: Stage,
    /// By position of the indicator, as `standings`.
    slots: Vec<Slot>,
    standings: Standings,
    warnings: Vec<Problem>,
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
        let is_for_another = check.other_catalogue() || check.other_version();
        let (slots, standings) = if is_for_another {
            (Vec::new(), Standings::with_capacity(0))
        } else {
            check.everything()
        };
        let documents = [Arc::clone(responses.document())];
        let warnings = Report::of(check.problems.located(&documents, stage))?;
        Ok(Assessment(Arc::new(Inner {
            catalogue: self.clone(),
            set: responses.clone(),
            stage,
            slots,
            standings,
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

    /// The problems that do not keep the answers from being used.
    #[must_use]
    pub fn warnings(&self) -> &[Problem] {
        &self.0.warnings
    }

    /// What the answer to the indicator with this code means for this place.
    #[must_use]
    pub fn standing(&self, code: &str) -> Option<Standing> {
        let indicator = self.0.catalogue.indicator(code)?;
        Some(self.0.standings.of(indicator.position()))
    }

    /// The level that the answer to the indicator with this code reaches, if it is answered and
    /// scored.
    #[must_use]
    pub fn level(&self, code: &str) -> Option<&AnswerLevel> {
        let indicator = self.0.catalogue.indicator(code)?;
        indicator.answer_type().levels().get(self.0.standings.level(indicator.position())?)
    }

    /// The entry of the response set for the indicator with this code.
    #[must_use]
    pub fn answer(&self, code: &str) -> Option<Answer> {
        self.answer_to(self.0.catalogue.indicator(code)?)
    }

    pub(crate) fn answer_to(&self, indicator: &Indicator) -> Option<Answer> {
        let slot = self.0.slots.get(indicator.position())?.number()?;
        Some(Answer::new(&self.0.set, slot, indicator.answer_type().kind()))
    }

    pub(crate) fn standings(&self) -> &Standings {
        &self.0.standings
    }
}

impl fmt::Debug for Assessment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (catalogue, standings) = (self.catalogue(), self.standings());
        let scored = catalogue.indicators().iter().filter(|indicator| indicator.is_scored());
        let standings = scored.map(|indicator| standings.of(indicator.position()));
        let counting: Vec<Standing> = standings.filter(|standing| standing.counts()).collect();
        let answered = counting.iter().filter(|standing| **standing == Standing::Answered).count();
        f.debug_struct("Assessment")
            .field("catalogue", &format_args!("{} {}", catalogue.id(), catalogue.version()))
            .field("place", &self.responses().place().code())
            .field("stage", &self.stage())
            .field("answered", &format_args!("{answered}/{}", counting.len()))
            .field("warnings", &self.warnings().len())
            .finish_non_exhaustive()
    }
}

/// One check of a response set against a catalogue. The rules are its methods, by what they look
/// at: `entries` the answers as a whole, `answer` and `value` one answer, `tables` what answers
/// refer to.
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

    fn everything(&mut self) -> (Vec<Slot>, Standings) {
        self.read_tables();
        self.respondent_of_part();
        self.roles_of_respondents();
        let slots = self.slots();
        let standings = self.standings(&slots);
        self.country_missing();
        self.subdivision_elsewhere();
        self.information_date_missing();
        self.focal_point_missing();
        self.demography_cites();
        self.source_not_cited();
        self.queries();
        self.priorities();
        self.highlights();
        self.acronyms();
        (slots, standings)
    }

    fn at(node: NodeId) -> Mark {
        Mark { document: 0, node }
    }

    fn text(&self, node: NodeId) -> &'c str {
        self.set.document().text_of(node)
    }

    /// Reports answers for another catalogue, and returns whether they are: every other problem
    /// would be a consequence. `rsp.catalogue.other`
    fn other_catalogue(&mut self) -> bool {
        let Some(id) = self.set.file().catalogue.get().and_then(|reference| reference.id.get())
        else {
            return false;
        };
        let (got, want) = (self.text(id.node()), self.catalogue.id());
        if got != want {
            let raised = self.problems.push(Code::OtherCatalogue, Self::at(id.node()));
            raised.with("got", got).with("want", want);
        }
        got != want
    }

    /// Reports answers for another version of the catalogue, and returns whether they are.
    /// `rsp.catalogue.other-version`
    fn other_version(&mut self) -> bool {
        let reference = self.set.file().catalogue.get();
        let Some(version) = reference.and_then(|reference| reference.version.get()) else {
            return false;
        };
        let (got, want) = (self.text(version.node()), self.catalogue.version());
        if got != want {
            let raised = self.problems.push(Code::OtherVersion, Self::at(version.node()));
            raised.with("got", got).with("want", want);
        }
        got != want
    }

    /// The indicator that a query or priority names.
    fn named_indicator(&mut self, node: NodeId) -> Option<&'c Indicator> {
        let got = self.text(node);
        let indicator = self.catalogue.indicator(got);
        if indicator.is_none() {
            let candidates = self.problems.nearest(got, self.catalogue.codes());
            self.unknown_indicator(node).meant(&candidates);
        }
        indicator
    }

    /// Reports a text that is no code of an indicator. `rsp.indicator.unknown`
    fn unknown_indicator(&mut self, node: NodeId) -> &mut Raised {
        let got = self.text(node);
        self.problems.push(Code::UnknownIndicator, Self::at(node)).with("got", got)
    }
}
