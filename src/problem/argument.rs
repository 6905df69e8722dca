//! The values that a message speaks of.

use crate::shape::Shape;

/// What is wrong with a text that is not JSON.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Syntax {
    /// The text ends too early.
    EndsEarly,
    /// A colon is missing between a key and its value.
    ColonMissing,
    /// A comma or a closing bracket is missing.
    CommaOrEndMissing,
    /// Something stands where a value should.
    NoValue,
    /// A key is not a text between quotation marks.
    KeyWithoutQuotes,
    /// A comma stands after the last item.
    CommaAtTheEnd,
    /// Something follows after the end.
    MoreAfterTheEnd,
    /// A backslash is followed by something that is no escape.
    Escape,
    /// A text has a line break or another control character that is not written as an escape.
    ControlCharacter,
    /// A number is not written as JSON has it.
    Number,
    /// A number is too large to be read.
    NumberTooLarge,
    /// Anything else.
    Other,
}

impl Syntax {
    /// What `serde_json` means by a message.
    pub(crate) fn of(message: &str) -> Self {
        let says = |words: &str| message.starts_with(words);
        match () {
            () if says("EOF") => Self::EndsEarly,
            () if says("expected `:`") => Self::ColonMissing,
            () if says("expected `,`") => Self::CommaOrEndMissing,
            () if says("expected value") || says("expected ident") => Self::NoValue,
            () if says("key must be") || says("expected `\"`") => Self::KeyWithoutQuotes,
            () if says("trailing comma") => Self::CommaAtTheEnd,
            () if says("trailing characters") => Self::MoreAfterTheEnd,
            () if says("control character") => Self::ControlCharacter,
            () if says("invalid number") => Self::Number,
            () if says("number out of range") => Self::NumberTooLarge,
            () if says("invalid escape")
                || says("invalid unicode")
                || says("lone leading")
                || says("unexpected end of hex") =>
            {
                Self::Escape
            }
            () => Self::Other,
        }
    }
}

/// A value that a message speaks of.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Argument {
    /// Something quoted from the document or the catalogue.
    Text(String),
    /// A whole number.
    Number(i128),
    /// Several alternatives.
    Names(Vec<String>),
    /// A type of JSON, which every language names in its own way.
    Shape(Shape),
    /// What is wrong with a text that is not JSON.
    Syntax(Syntax),
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(crate::text::excerpt(text))
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(i128::try_from(number).unwrap_or(i128::MAX))
    }
}

impl From<u32> for Argument {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<i64> for Argument {
    fn from(number: i64) -> Self {
        Self::Number(number.into())
    }
}

impl From<Syntax> for Argument {
    fn from(syntax: Syntax) -> Self {
        Self::Syntax(syntax)
    }
}

impl From<Shape> for Argument {
    fn from(shape: Shape) -> Self {
        Self::Shape(shape)
    }
}

impl<'a> FromIterator<&'a str> for Argument {
    fn from_iter<T: IntoIterator<Item = &'a str>>(names: T) -> Self {
        // More alternatives than these help nobody, and may be very many.
        Self::Names(names.into_iter().take(20).map(crate::text::excerpt).collect())
    }
}

/// The arguments of one problem, by the name under which the messages know them.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Arguments(Vec<(&'static str, Argument)>);

impl Arguments {
    pub(crate) fn and(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        self.0.push((name, value.into()));
        self
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static str, &Argument)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }
}
