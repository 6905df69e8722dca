//! The JSON Schemas of the kinds of values. They say what shape a value has; whether a date is one
//! of the calendar is for the reader to say.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{
    CountryCode, Date, Format, Id, LanguageTag, List, LocalizedText, Map, Name, Period, Reference,
    Rows, SubdivisionCode, Text, VersionText, Whole,
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

schemas! {
    Text => "Text", {"type": "string", "pattern": "\\S"};
    Reference => "Reference", {"type": "string", "pattern": "\\S"};
    Id => "Id", {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_]{0,63}$"};
    Name => "Name", {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"};
    LanguageTag => "LanguageTag", {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$"};
    CountryCode => "CountryCode", {"type": "string", "pattern": "^[A-Z]{2}$"};
    SubdivisionCode => "SubdivisionCode", {"type": "string", "pattern": "^[A-Z]{2}-[A-Z0-9]{1,3}$"};
    VersionText => "Version", {
        "type": "string", "pattern": "^(0|[1-9][0-9]{0,9})\\.(0|[1-9][0-9]{0,9})\\.(0|[1-9][0-9]{0,9})$"
    };
    Date => "Date", {
        "type": "string",
        "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
    };
    Period => "Period", {
        "type": "string",
        "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(/[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$"
    };
    Format => "Format", {"type": "integer", "const": 1};
    LocalizedText => "LocalizedText", {
        "type": "object",
        "patternProperties": {
            "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$": {"type": "string", "pattern": "\\S"},
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

impl<T: JsonSchema> JsonSchema for Rows<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("ListOf{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        List::<T>::json_schema(generator)
    }
}
