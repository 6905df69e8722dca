//! The JSON Schemas of the kinds of values: they accept what the readers of the values read.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{
    CountryCode, Date, Format, Id, LanguageTag, List, LocalizedText, Map, Name, Period, Reference,
    SubdivisionCode, Text, VersionText, Whole,
};

/// Gives a kind of value the schema written beside it.
macro_rules! schemas {
    ($($type:ty => $name:literal, $schema:tt;)+) => {$(
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )+};
}

/// A text with something in it besides white space. The class is that of Unicode, written out:
/// `\s` is another one in every dialect of regular expressions.
pub(crate) const FILLED: &str = "[^\t\n\u{b}\u{c}\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]";

/// The tag of a language, as [`is_language_tag`](crate::text::is_language_tag) has it.
const LANGUAGE_TAG: &str = "^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$";

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

schemas! {
    Text => "Text", {"type": "string", "pattern": FILLED};
    Reference => "Reference", {"type": "string", "pattern": FILLED};
    Id => "Id", {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_]{0,63}$"};
    Name => "Name", {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"};
    LanguageTag => "LanguageTag", {"type": "string", "pattern": LANGUAGE_TAG};
    CountryCode => "CountryCode", {"type": "string", "pattern": "^[A-Z]{2}$"};
    SubdivisionCode => "SubdivisionCode", {"type": "string", "pattern": "^[A-Z]{2}-[A-Z0-9]{1,3}$"};
    VersionText => "Version", {
        "type": "string",
        "pattern": "^(?:0|[1-9][0-9]{0,8})[.](?:0|[1-9][0-9]{0,8})[.](?:0|[1-9][0-9]{0,8})$"
    };
    Date => "Date", {"type": "string", "pattern": concat!("^", date!(), "$")};
    Period => "Period", {
        "type": "string", "pattern": concat!("^", date!(), "(?:/", date!(), ")?$")
    };
    Format => "Format", {"type": "integer", "enum": [1]};
    LocalizedText => "LocalizedText", {
        "type": "object",
        "patternProperties": {
            LANGUAGE_TAG: {"type": "string", "pattern": FILLED},
            "^x-": true
        },
        "additionalProperties": false
    };
}

impl<const LEAST: i64, const MOST: i64> JsonSchema for Whole<LEAST, MOST> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Whole_{LEAST}_{MOST}").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "integer", "minimum": LEAST, "maximum": MOST})
    }
}

impl<T: JsonSchema> JsonSchema for Map<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("MapOf{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<T>();
        json_schema!({
            "type": "object",
            "propertyNames": {"pattern": FILLED},
            "patternProperties": {"^x-": true},
            "additionalProperties": value,
        })
    }
}

impl<T: JsonSchema> JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("ListOf{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let item = generator.subschema_for::<T>();
        json_schema!({"type": "array", "items": item})
    }
}
