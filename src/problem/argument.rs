//! The values that a message quotes.

use crate::language::labelled;
use crate::shape::Shape;
use crate::word::named;

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
    /// A value is missing, or something else is in its place.
    NoValue,
    /// A key is not a text between quotation marks.
    KeyWithoutQuotes,
    /// A comma follows the last item.
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

named!(Syntax {
    EndsEarly = "ends_early",
    ColonMissing = "colon_missing",
    CommaOrEndMissing = "comma_or_end_missing",
    NoValue = "no_value",
    KeyWithoutQuotes = "key_without_quotes",
    CommaAtTheEnd = "comma_at_the_end",
    MoreAfterTheEnd = "more_after_the_end",
    Escape = "escape",
    ControlCharacter = "control_character",
    Number = "number",
    NumberTooLarge = "number_too_large",
    Other = "other",
});
labelled!(Syntax: EndsEarly, ColonMissing, CommaOrEndMissing, NoValue, KeyWithoutQuotes, CommaAtTheEnd, MoreAfterTheEnd, Escape, ControlCharacter, Number, NumberTooLarge, Other);

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

/// A value that a message quotes.
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

/// What a rule hands over as an argument. Only the crate makes arguments; callers read them.
pub(crate) trait ToArgument {
    fn to_argument(self) -> Argument;
}

impl ToArgument for &str {
    fn to_argument(self) -> Argument {
        Argument::Text(crate::text::excerpt(self))
    }
}

impl ToArgument for usize {
    fn to_argument(self) -> Argument {
        Argument::Number(i128::try_from(self).unwrap_or(i128::MAX))
    }
}

impl ToArgument for u32 {
    fn to_argument(self) -> Argument {
        Argument::Number(self.into())
    }
}

impl ToArgument for i64 {
    fn to_argument(self) -> Argument {
        Argument::Number(self.into())
    }
}

impl ToArgument for Syntax {
    fn to_argument(self) -> Argument {
        Argument::Syntax(self)
    }
}

impl ToArgument for Shape {
    fn to_argument(self) -> Argument {
        Argument::Shape(self)
    }
}

/// Several alternatives, of which a message lists the first.
#[derive(Clone, Debug)]
pub(crate) struct Names(Vec<String>);

impl Names {
    /// A message with more alternatives is too long to help, and a file may bring thousands.
    const MOST: usize = 20;
}

impl<'a> FromIterator<&'a str> for Names {
    fn from_iter<T: IntoIterator<Item = &'a str>>(names: T) -> Self {
        Self(names.into_iter().take(Self::MOST).map(crate::text::excerpt).collect())
    }
}

impl ToArgument for Names {
    fn to_argument(self) -> Argument {
        Argument::Names(self.0)
    }
}

/// The arguments of one problem, by the name under which the messages know them.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Arguments(Vec<(&'static str, Argument)>);

impl Arguments {
    pub(crate) fn and(mut self, name: &'static str, value: impl ToArgument) -> Self {
        self.0.push((name, value.to_argument()));
        self
    }

    /// The text that an argument is.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.iter().find_map(|(known, argument)| match argument {
            Argument::Text(text) if known == name => Some(text.as_str()),
            _ => None,
        })
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static str, &Argument)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }
}
