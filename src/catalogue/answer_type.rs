use std::fmt;

use super::passage::{Localized, Passage};
use crate::document::catalogue::AnswerKind;
use crate::index::Index;

/// The answer to a checklist that says that none of its options is so.
pub const NONE_OF_THESE: &str = "none";

/// A way in which questions are answered: a choice, a checklist, a number or a text.
#[derive(Clone)]
pub struct AnswerType {
    pub(super) name: String,
    pub(super) kind: AnswerKind,
    pub(super) options: Index<String, AnswerOption>,
    pub(super) none: Option<Localized>,
    pub(super) levels: Vec<AnswerLevel>,
    pub(super) maximum: u32,
    pub(super) bounds: Option<NumberBounds>,
    pub(super) unit: Option<Localized>,
}

impl AnswerType {
    /// Takes the place of an answer type that the catalogue lacks: the rules refuse the catalogue.
    pub(super) fn unknown() -> Self {
        Self {
            name: String::new(),
            kind: AnswerKind::Text,
            options: Index::default(),
            none: None,
            levels: Vec::new(),
            maximum: 0,
            bounds: None,
            unit: None,
        }
    }

    /// Its name in the catalogue.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How it is answered.
    #[must_use]
    pub fn kind(&self) -> AnswerKind {
        self.kind
    }

    /// The options of a choice or checklist, in order; otherwise none.
    #[must_use]
    pub fn options(&self) -> &[AnswerOption] {
        self.options.things()
    }

    /// The option with this id.
    #[must_use]
    pub fn option(&self, id: &str) -> Option<&AnswerOption> {
        self.options.get(id)
    }

    /// What an answer can reach: the options of a scored choice, or the levels of a checklist by
    /// rising number of ticked options. None for context.
    #[must_use]
    pub fn levels(&self) -> &[AnswerLevel] {
        &self.levels
    }

    /// The points of the best level, from 1 to 100; 0 for context.
    #[must_use]
    pub fn maximum(&self) -> u32 {
        self.maximum
    }

    /// Whether answers earn points.
    #[must_use]
    pub fn is_scored(&self) -> bool {
        self.maximum > 0
    }

    /// What numbers may be answered, for a number.
    #[must_use]
    pub fn bounds(&self) -> Option<NumberBounds> {
        self.bounds
    }

    /// The unit of the number.
    #[must_use]
    pub fn unit(&self, language: &str) -> Option<&str> {
        self.unit.as_ref().map(|unit| unit.get(language))
    }

    /// The label of "none of these", for a checklist.
    #[must_use]
    pub fn none_label(&self, language: &str) -> Option<&str> {
        self.none.as_ref().map(|label| label.get(language))
    }

    pub(crate) fn unit_text(&self) -> Option<&Localized> {
        self.unit.as_ref()
    }

    /// The place of the option with this id, from 0.
    pub(crate) fn place_of(&self, id: &str) -> Option<usize> {
        self.options.place_of(id)
    }

    pub(crate) fn option_ids(&self) -> impl Iterator<Item = &str> {
        self.options().iter().map(AnswerOption::id)
    }

    /// The level that `ticked` options of a checklist reach, by number.
    pub(crate) fn level_of(&self, ticked: usize) -> usize {
        let ticked = u32::try_from(ticked).unwrap_or(u32::MAX);
        self.levels.iter().rposition(|level| level.least_ticked <= ticked).unwrap_or(0)
    }
}

impl fmt::Debug for AnswerType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AnswerType")
            .field("name", &self.name)
            .field("kind", &self.kind)
            .field("options", &self.options().len())
            .finish_non_exhaustive()
    }
}

/// An option of a choice or checklist.
#[derive(Clone, Debug)]
pub struct AnswerOption {
    pub(super) id: Passage,
    pub(super) label: Localized,
    pub(super) lenses: Vec<Passage>,
}

impl AnswerOption {
    /// The id by which answers name it.
    #[must_use]
    pub fn id(&self) -> &str {
        self.id.as_str()
    }

    /// What respondents see.
    #[must_use]
    pub fn label(&self, language: &str) -> &str {
        self.label.get(language)
    }

    /// The cross-cutting views that it belongs to.
    pub fn lenses(&self) -> impl Iterator<Item = &str> {
        self.lenses.iter().map(Passage::as_str)
    }

    pub(crate) fn label_text(&self) -> &Localized {
        &self.label
    }
}

/// A level that answers can reach: its points, and what readers see.
#[derive(Clone, Debug)]
pub struct AnswerLevel {
    pub(super) id: Passage,
    pub(super) label: Localized,
    pub(super) least_ticked: u32,
    pub(super) points: u32,
    pub(super) is_under_way: bool,
    pub(super) first_step: Option<Passage>,
}

impl AnswerLevel {
    /// Its id: that of the option, for a choice.
    #[must_use]
    pub fn id(&self) -> &str {
        self.id.as_str()
    }

    /// What readers see.
    #[must_use]
    pub fn label(&self, language: &str) -> &str {
        self.label.get(language)
    }

    /// Its points, from 0 to 100.
    #[must_use]
    pub fn points(&self) -> u32 {
        self.points
    }

    /// Whether it says that something is being prepared.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        self.is_under_way
    }

    /// The least number of ticked options, for a checklist; 0 for a choice.
    #[must_use]
    pub fn least_ticked(&self) -> u32 {
        self.least_ticked
    }

    pub(crate) fn first_step(&self) -> Option<&str> {
        self.first_step.as_ref().map(Passage::as_str)
    }

    pub(crate) fn label_text(&self) -> &Localized {
        &self.label
    }
}

/// What numbers may be answered.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NumberBounds {
    pub(super) minimum: i64,
    pub(super) maximum: i64,
    pub(super) decimals: u32,
}

impl NumberBounds {
    /// The least number.
    #[must_use]
    pub fn minimum(self) -> i64 {
        self.minimum
    }

    /// The greatest number.
    #[must_use]
    pub fn maximum(self) -> i64 {
        self.maximum
    }

    /// How many decimals it may have, from 0 to 6.
    #[must_use]
    pub fn decimals(self) -> u32 {
        self.decimals
    }
}
