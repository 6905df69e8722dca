//! Questions, and what surrounds them.

use super::field::{Choice, Choices, Field};
use crate::catalogue::NumberBounds;
use crate::document::catalogue::State;

/// A definition for those who answer.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Term {
    pub(super) term: String,
    pub(super) definition: String,
}

impl Term {
    /// The term.
    #[must_use]
    pub fn term(&self) -> &str {
        &self.term
    }

    /// What it means.
    #[must_use]
    pub fn definition(&self) -> &str {
        &self.definition
    }
}

/// The questions of a domain.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Section {
    pub(super) code: String,
    pub(super) title: String,
    pub(super) scope: Option<String>,
    pub(super) areas: Vec<Area>,
}

impl Section {
    /// The code of the domain.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What it asks about, and what it leaves to other sections; `None` where the catalogue does not
    /// say.
    #[must_use]
    pub fn scope(&self) -> Option<&str> {
        self.scope.as_deref()
    }

    /// Its areas, in order. None is empty. A domain without areas has a single one, without a title.
    #[must_use]
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// Its questions, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.areas.iter().flat_map(Area::questions)
    }
}

/// Questions of a domain that belong together.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Area {
    pub(super) code: Option<String>,
    pub(super) title: Option<String>,
    pub(super) questions: Vec<Question>,
}

impl Area {
    /// The code of the subdomain, if the domain has any.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// Its questions, in order.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }
}

/// A question.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Question {
    pub(super) code: String,
    pub(super) number: Option<String>,
    pub(super) title: String,
    pub(super) heading: String,
    pub(super) text: String,
    pub(super) guidance: Option<String>,
    pub(super) condition: Vec<Clause>,
    pub(super) asks: Asks,
    pub(super) reasons: Vec<Reason>,
}

impl Question {
    /// The code under which its answer is written.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// What people read instead of the code; `None` where the catalogue gives no number.
    #[must_use]
    pub fn number(&self) -> Option<&str> {
        self.number.as_deref()
    }

    /// A short name.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Number or code, and short name, in one line.
    #[must_use]
    pub fn heading(&self) -> &str {
        &self.heading
    }

    /// The question itself.
    #[must_use]
    pub fn question(&self) -> &str {
        &self.text
    }

    /// Which documents or offices usually show the answer.
    #[must_use]
    pub fn guidance(&self) -> Option<&str> {
        self.guidance.as_deref()
    }

    /// When it is asked: if every clause holds. Without clauses it is always asked.
    #[must_use]
    pub fn condition(&self) -> &[Clause] {
        &self.condition
    }

    /// How it is answered.
    #[must_use]
    pub fn asks(&self) -> &Asks {
        &self.asks
    }

    /// The reasons that people can give for not answering.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }
}

/// A part of the condition under which a question is asked: another question is answered with one of
/// these options.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Clause {
    pub(super) code: String,
    pub(super) shown_code: String,
    pub(super) choices: Vec<Choice>,
}

impl Clause {
    /// The code of the other question.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// What people read for the other question: its number, or its code.
    #[must_use]
    pub fn shown_code(&self) -> &str {
        &self.shown_code
    }

    /// The options of the other question that satisfy the clause.
    #[must_use]
    pub fn choices(&self) -> &[Choice] {
        &self.choices
    }
}

/// How a question is answered.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Asks {
    /// One option is chosen.
    One(Choices),
    /// Every option that holds is ticked; the last one, "none of these", alone.
    Several(Choices),
    /// A number is written.
    #[non_exhaustive]
    Number {
        /// The least and the greatest number, and how many decimals it may have.
        bounds: Option<NumberBounds>,
        /// The unit.
        unit: Option<String>,
    },
    /// A text is written.
    Text,
}

impl Asks {
    /// The options to choose from, if there are any.
    #[must_use]
    pub fn choices(&self) -> Option<&Choices> {
        match self {
            Self::One(choices) | Self::Several(choices) => Some(choices),
            Self::Number { .. } | Self::Text => None,
        }
    }
}

/// Why a question cannot be answered.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Reason {
    pub(super) state: State,
    pub(super) choice: Choice,
    pub(super) fields: Vec<Field>,
}

impl Reason {
    /// The state that people give.
    #[must_use]
    pub fn state(&self) -> State {
        self.state
    }

    /// What people choose: the state's id, its label, and what it means.
    #[must_use]
    pub fn choice(&self) -> &Choice {
        &self.choice
    }

    /// The fields that it brings with it.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }
}
