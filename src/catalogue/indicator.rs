use std::fmt;
use std::sync::Arc;

use super::answer_type::{AnswerOption, AnswerType};
use super::domain::Heading;
use super::passage::{Localized, Passage};
use crate::document::catalogue::{LinkBasis, State};
use crate::tree::Mark;

/// An indicator: one question, and what its answers mean.
#[derive(Clone)]
pub struct Indicator {
    pub(super) code: Passage,
    /// Its place among all indicators of the catalogue, from 0.
    pub(super) position: usize,
    pub(super) at: Mark,
    pub(super) domain: Heading,
    pub(super) subdomain: Option<Heading>,
    pub(super) number: Option<Passage>,
    pub(super) official_code: Option<Passage>,
    pub(super) about: Option<Passage>,
    pub(super) kind: Option<Passage>,
    pub(super) ask: Vec<Passage>,
    pub(super) title: Localized,
    pub(super) question: Localized,
    pub(super) guidance: Option<Localized>,
    pub(super) answer_type: Arc<AnswerType>,
    pub(super) weight: u32,
    /// Where its weight is; where the indicator is, if it has none.
    pub(super) weighed_at: Mark,
    pub(super) states: Vec<State>,
    pub(super) condition: Vec<Clause>,
    /// By option of a choice.
    pub(super) criteria: Vec<Option<Localized>>,
    /// By level.
    pub(super) statements: Vec<Option<Localized>>,
    /// By level.
    pub(super) first_steps: Vec<Option<Localized>>,
    pub(super) lenses: Vec<Passage>,
    pub(super) links: Vec<Link>,
    pub(super) grade: Option<Passage>,
    pub(super) sources: Vec<Passage>,
}

impl Indicator {
    /// Its code, such as `MR01`. Never changed or reused.
    #[must_use]
    pub fn code(&self) -> &str {
        self.code.as_str()
    }

    /// What readers see instead of its code, such as `C.1.1`; `None` where the catalogue gives none.
    #[must_use]
    pub fn number(&self) -> Option<&str> {
        self.number.as_ref().map(Passage::as_str)
    }

    /// What readers see for it: its number, or its code where it has no number.
    #[must_use]
    pub fn shown_code(&self) -> &str {
        self.number().unwrap_or(self.code())
    }

    /// The code of the same indicator in an official list; `None` where the catalogue gives none.
    #[must_use]
    pub fn official_code(&self) -> Option<&str> {
        self.official_code.as_ref().map(Passage::as_str)
    }

    /// What its domain is called.
    #[must_use]
    pub fn domain(&self) -> &Heading {
        &self.domain
    }

    /// What its subdomain is called; nothing if it belongs to its domain directly.
    #[must_use]
    pub fn subdomain(&self) -> Option<&Heading> {
        self.subdomain.as_ref()
    }

    /// A short name.
    #[must_use]
    pub fn title(&self, language: &str) -> &str {
        self.title.get(language)
    }

    /// The question.
    #[must_use]
    pub fn question(&self, language: &str) -> &str {
        self.question.get(language)
    }

    /// Which documents or offices usually show the answer.
    #[must_use]
    pub fn guidance(&self, language: &str) -> Option<&str> {
        self.guidance.as_ref().map(|text| text.get(language))
    }

    /// How the question is answered.
    #[must_use]
    pub fn answer_type(&self) -> &AnswerType {
        &self.answer_type
    }

    /// Whether answers earn points. Otherwise the answer is context.
    #[must_use]
    pub fn is_scored(&self) -> bool {
        self.answer_type.is_scored()
    }

    /// How much it counts beside others, from 1 to 100.
    #[must_use]
    pub fn weight(&self) -> u32 {
        self.weight
    }

    /// Whose act the question is about, as a key of the vocabulary.
    #[must_use]
    pub fn about(&self) -> Option<&str> {
        self.about.as_ref().map(Passage::as_str)
    }

    /// The kind of instrument asked about, as a key of the vocabulary.
    #[must_use]
    pub fn kind(&self) -> Option<&str> {
        self.kind.as_ref().map(Passage::as_str)
    }

    /// Roles that usually hold the answer, as keys of the vocabulary, the main one first.
    pub fn ask(&self) -> impl Iterator<Item = &str> {
        self.ask.iter().map(Passage::as_str)
    }

    /// The states that may be chosen instead of an answer; unknown always may.
    pub fn states(&self) -> impl Iterator<Item = State> {
        self.states.iter().copied().filter(|&state| state != State::Unknown).chain([State::Unknown])
    }

    /// Whether this state may be chosen.
    #[must_use]
    pub fn allows(&self, state: State) -> bool {
        state == State::Unknown || self.states.contains(&state)
    }

    /// Whether the question is asked only under a condition.
    #[must_use]
    pub fn is_conditional(&self) -> bool {
        !self.condition.is_empty()
    }

    /// When the question is asked: when every clause holds. Without clauses it is always asked.
    ///
    /// ```
    /// let catalogue = mgi::Catalogue::local();
    /// for indicator in catalogue.indicators() {
    ///     for clause in indicator.condition() {
    ///         let options: Vec<&str> = clause.options().collect();
    ///         println!("{} if {} is {options:?}", indicator.code(), clause.indicator());
    ///     }
    /// }
    /// ```
    #[must_use]
    pub fn condition(&self) -> &[Clause] {
        &self.condition
    }

    /// What counts as this option.
    #[must_use]
    pub fn criterion(&self, option: &str, language: &str) -> Option<&str> {
        let index = self.answer_type.options().iter().position(|known| known.id() == option)?;
        self.criteria.get(index)?.as_ref().map(|text| text.get(language))
    }

    /// The sentence that a profile prints for this level.
    #[must_use]
    pub fn statement(&self, level: &str, language: &str) -> Option<&str> {
        self.statement_text_of(level).map(|text| text.get(language))
    }

    /// What could be done next from this level.
    #[must_use]
    pub fn first_step(&self, level: &str, language: &str) -> Option<&str> {
        let index = self.answer_type.levels().iter().position(|known| known.id() == level)?;
        self.first_step_text(index).map(|text| text.get(language))
    }

    /// The cross-cutting views that it belongs to, as keys of the vocabulary.
    pub fn lenses(&self) -> impl Iterator<Item = &str> {
        self.lenses.iter().map(Passage::as_str)
    }

    /// The targets of frameworks that it speaks to.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// How well founded it is, as a key of the vocabulary.
    #[must_use]
    pub fn grade(&self) -> Option<&str> {
        self.grade.as_ref().map(Passage::as_str)
    }

    /// Keys of the sources that it rests on.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        self.sources.iter().map(Passage::as_str)
    }

    pub(crate) fn position(&self) -> usize {
        self.position
    }

    pub(crate) fn title_text(&self) -> &Localized {
        &self.title
    }

    pub(crate) fn statement_text(&self, level: usize) -> Option<&Localized> {
        self.statements.get(level)?.as_ref()
    }

    /// The statement of the level with this id.
    pub(crate) fn statement_text_of(&self, level: &str) -> Option<&Localized> {
        let index = self.answer_type.levels().iter().position(|known| known.id() == level)?;
        self.statement_text(index)
    }

    pub(crate) fn first_step_text(&self, level: usize) -> Option<&Localized> {
        self.first_steps.get(level)?.as_ref()
    }
}

/// Whether a mean of these indicators has anything to reckon with.
pub(super) fn are_scored(indicators: &[Indicator]) -> bool {
    indicators.iter().any(Indicator::is_scored)
}

impl fmt::Debug for Indicator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Indicator")
            .field("code", &self.code)
            .field("title", &self.title)
            .finish_non_exhaustive()
    }
}

/// Part of a condition: an indicator is answered with one of these options.
#[derive(Clone)]
pub struct Clause {
    pub(super) indicator: Passage,
    /// The position of the indicator among all.
    pub(super) position: usize,
    pub(super) answer_type: Arc<AnswerType>,
    /// The places of the options among those of the answer type.
    pub(super) options: Vec<usize>,
    pub(super) at: Mark,
}

impl Clause {
    /// The code of the indicator: a choice of context that is always asked.
    #[must_use]
    pub fn indicator(&self) -> &str {
        self.indicator.as_str()
    }

    /// The ids of the options that satisfy it.
    pub fn options(&self) -> impl Iterator<Item = &str> {
        let options =
            self.options.iter().filter_map(|place| self.answer_type.options().get(*place));
        options.map(AnswerOption::id)
    }

    /// The position of the indicator among all.
    pub(crate) fn position(&self) -> usize {
        self.position
    }

    /// Whether the option at this place of the answer type satisfies it.
    pub(crate) fn is_satisfied_by(&self, option: usize) -> bool {
        self.options.contains(&option)
    }
}

impl fmt::Debug for Clause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Clause")
            .field("indicator", &self.indicator)
            .field("options", &self.options().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

/// A target of a framework that an indicator speaks to.
#[derive(Clone, Debug)]
pub struct Link {
    pub(super) framework: Passage,
    pub(super) target: Passage,
    pub(super) text: Localized,
    pub(super) basis: LinkBasis,
}

impl Link {
    /// The key of the framework, such as `gcm`.
    #[must_use]
    pub fn framework(&self) -> &str {
        self.framework.as_str()
    }

    /// The key of the target, such as `15e`.
    #[must_use]
    pub fn target(&self) -> &str {
        self.target.as_str()
    }

    /// What the target says, in short.
    #[must_use]
    pub fn text(&self, language: &str) -> &str {
        self.text.get(language)
    }

    /// Whether the source says so or the authors read it so.
    #[must_use]
    pub fn basis(&self) -> LinkBasis {
        self.basis
    }
}
