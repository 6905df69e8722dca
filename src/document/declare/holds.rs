//! What values are made of, as data: whatever is written from a declaration walks over this.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{Kind, Word};

/// A text with something in it besides white space. The class is that of Unicode, written out:
/// `\s` is another one in every dialect of regular expressions.
pub(crate) const FILLED: &str = "[^\t\n\u{b}\u{c}\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]";

/// The tag of a language, as [`is_language_tag`](crate::text::is_language_tag) has it.
pub(crate) const LANGUAGE_TAG: &str = "^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$";

/// A year, month or day of the calendar in ISO 8601, with leap years.
macro_rules! date {
    () => {
        concat!(
            "(?:[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?",
            "|[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])",
            "|[0-9]{4}-(?:0[13-9]|1[0-2])-(?:29|30)",
            "|[0-9]{4}-(?:0[13578]|1[02])-31",
            "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)",
        )
    };
}

/// What a value is made of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Holds {
    /// A text for people, on one line.
    Text,
    /// A text for people that may take several lines.
    Prose,
    /// A text that names something which is written elsewhere.
    Reference,
    /// The id of a source of the same response set.
    SourceId,
    /// The id of a respondent of the same response set.
    RespondentId,
    /// The code of an indicator of the catalogue that is answered.
    IndicatorCode,
    /// The id of an option of the question that is answered.
    OptionId,
    Id,
    Name,
    LanguageTag,
    CountryCode,
    SubdivisionCode,
    VersionText,
    Date,
    Period,
    /// The version of a file format.
    Format,
    Truth,
    /// A whole number from the first to the second.
    Whole(i64, i64),
    /// A text in several languages.
    Localized,
    Word(&'static Words),
    Object(&'static Kind),
    List(&'static Holds),
    /// A list of objects of the kind that has it: a kind cannot be in its own declaration.
    Nested(fn() -> &'static Kind),
    /// An object whose member names are keys of the author's.
    Map(&'static Holds),
    /// The name of a domain's file, or the domain itself.
    Domain(&'static Holds),
    /// What was answered: a text, a list of texts, or a number.
    Answer,
    /// Answers by the code of their indicator.
    Answers(&'static Holds),
}

/// A kind of word.
#[derive(Debug)]
pub(crate) struct Words {
    /// The name of its Rust type, under which labels and schemas know it.
    pub(crate) name: &'static str,
    /// The words as files have them.
    pub(crate) names: fn() -> Vec<&'static str>,
    /// The schema of the kind, for what is written from Rust types.
    pub(crate) schema: fn(&mut SchemaGenerator) -> Schema,
}

/// The schema of a kind of word, for what is written from Rust types. It stands apart so that no
/// public type implements a trait of the library that makes schemas.
pub(crate) struct WordSchema<W>(PhantomData<W>);

impl<W: Word> JsonSchema for WordSchema<W> {
    fn schema_name() -> Cow<'static, str> {
        W::KIND.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words: Vec<&str> = W::ALL.iter().map(|word| word.name()).collect();
        json_schema!({"type": "string", "enum": words, "description": W::ABOUT.trim()})
    }
}

impl Holds {
    /// The regular expression that a text of this type matches. It is within what all dialects of
    /// JSON Schema have in common.
    pub(crate) fn pattern(&self) -> &'static str {
        match self {
            Self::Id => "^[A-Za-z][A-Za-z0-9_]{0,63}$",
            Self::Name => "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
            Self::LanguageTag => LANGUAGE_TAG,
            Self::CountryCode => "^[A-Z]{2}$",
            Self::SubdivisionCode => "^[A-Z]{2}-[A-Z0-9]{1,3}$",
            Self::VersionText => {
                "^(?:0|[1-9][0-9]{0,8})[.](?:0|[1-9][0-9]{0,8})[.](?:0|[1-9][0-9]{0,8})$"
            }
            Self::Date => concat!("^", date!(), "$"),
            Self::Period => concat!("^", date!(), "(?:/", date!(), ")?$"),
            _ => FILLED,
        }
    }
}
