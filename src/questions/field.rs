//! Fields: what people fill in besides the answers themselves.

use std::borrow::Cow;

use crate::stage::Stage;

/// Something that people fill in.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Field {
    pub(super) name: &'static str,
    pub(super) label: Cow<'static, str>,
    pub(super) help: Cow<'static, str>,
    pub(super) needed: Needed,
    pub(super) kind: FieldKind,
    pub(super) is_asked: bool,
}

impl Field {
    /// The name of the member that it fills in.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What people read for it.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// What to write, in sentences.
    #[must_use]
    pub fn help(&self) -> &str {
        &self.help
    }

    /// When it must be filled in.
    #[must_use]
    pub fn needed(&self) -> Needed {
        self.needed
    }

    /// What is filled in.
    #[must_use]
    pub fn kind(&self) -> &FieldKind {
        &self.kind
    }

    /// Whether people are asked for it at this stage. If not, a program fills it in, such as the
    /// version of the catalogue, or it is filled in later, such as the review of an answer.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.is_asked
    }
}

/// When a field must be filled in.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Needed {
    /// At every stage.
    Always,
    /// At the final stage.
    InTheEnd,
    /// At the final stage, if the field with this name beside it is filled in.
    With(&'static str),
    /// It may be left blank.
    Never,
}

impl Needed {
    /// Whether it must be filled in at this stage, whatever is beside it.
    #[must_use]
    pub fn at(self, stage: Stage) -> bool {
        match self {
            Self::Always => true,
            Self::InTheEnd => stage == Stage::Final,
            Self::With(_) | Self::Never => false,
        }
    }
}

/// What is filled in.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum FieldKind {
    /// A text of one line.
    Line,
    /// A text that may take several lines.
    Lines,
    /// A short name by which other places refer to this one: letters without accents, digits and
    /// low lines, beginning with a letter.
    Id,
    /// A year, a month or a day.
    Date,
    /// A date, or two with a stroke between them.
    Period,
    /// A country of ISO 3166-1, in two letters.
    Country,
    /// A subdivision of ISO 3166-2.
    Subdivision,
    /// The tag of a language.
    Language,
    /// Yes or no.
    Truth,
    /// One of several words.
    Choice(Choices),
    /// One of the options of the question itself.
    Option,
    /// The id of a source: one of these, or whatever people write where none is known.
    Source(Choices),
    /// Ids of respondents: some of these, or whatever people write where none is known.
    Respondents(Choices),
    /// Fields that belong together.
    Group(Vec<Field>),
    /// Rows, as many as people want to add.
    Rows(Row),
    /// A text that the catalogue sets.
    Fixed(String),
    /// The version of the file format.
    Format,
}

/// The rows of a list. A row that is left blank means nothing.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Row {
    pub(super) label: Cow<'static, str>,
    pub(super) help: Cow<'static, str>,
    pub(super) fields: Vec<Field>,
    pub(super) unasked: Vec<&'static str>,
}

impl Row {
    /// What a row is called.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// What a row is for.
    #[must_use]
    pub fn help(&self) -> &str {
        &self.help
    }

    /// The fields of a row.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The names of the members that a row may have and nobody is asked for.
    pub(crate) fn unasked(&self) -> impl Iterator<Item = &'static str> {
        self.unasked.iter().copied()
    }
}

/// A list of what can be chosen.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Choices {
    pub(super) name: String,
    pub(super) choices: Vec<Choice>,
}

impl Choices {
    /// The name of the list: that of an answer type of the catalogue, such as `presence`, or of a
    /// kind of word, such as `Level`. Lists of one kind and name are the same.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What can be chosen, in order.
    #[must_use]
    pub fn choices(&self) -> &[Choice] {
        &self.choices
    }

    /// The ids of what can be chosen, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.choices.iter().map(Choice::id)
    }
}

/// Something that can be chosen.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Choice {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) criterion: Option<String>,
}

impl Choice {
    /// What is written for it.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What people read for it.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// What counts as this choice.
    #[must_use]
    pub fn criterion(&self) -> Option<&str> {
        self.criterion.as_deref()
    }
}
