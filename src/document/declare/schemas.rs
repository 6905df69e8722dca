//! The JSON Schemas of what is declared: they accept what the reader reads.

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::{Kind, Need, Word};

/// The schema of a kind of object.
///
/// Two notes are for forms: `x-expected`, the members that are needed only in the end, and
/// `x-order`.
pub(crate) fn object_schema(kind: &Kind, generator: &mut SchemaGenerator) -> Schema {
    let names = |need: Need| -> Vec<&str> {
        let members = kind.members.iter().filter(|member| member.need == need);
        members.map(|member| member.name).collect()
    };
    let (required, expected) = (names(Need::Required), names(Need::Expected));
    let mut schema = json_schema!({
        "type": "object",
        "description": kind.about,
        "patternProperties": {"^x-": true},
        "additionalProperties": false,
    });
    if kind.is_row && !required.is_empty() {
        schema.insert("if".to_owned(), json!({"minProperties": 1}));
        schema.insert("then".to_owned(), json!({"required": required}));
    } else if !required.is_empty() {
        schema.insert("required".to_owned(), required.into());
    }
    if !expected.is_empty() {
        schema.insert("x-expected".to_owned(), expected.into());
    }
    let order: Vec<&str> = kind.members.iter().map(|member| member.name).collect();
    schema.insert("x-order".to_owned(), order.into());
    let mut properties = Map::new();
    properties.insert("$schema".to_owned(), Value::Bool(true));
    for member in kind.members {
        let mut schema = (member.schema)(generator);
        schema.insert("description".to_owned(), member.about.into());
        properties.insert(member.name.to_owned(), schema.to_value());
    }
    schema.insert("properties".to_owned(), properties.into());
    schema
}

/// The schema of a kind of word.
pub(crate) fn word_schema<W: Word>(about: &str) -> Schema {
    let words: Vec<&str> = W::ALL.iter().map(|word| word.name()).collect();
    json_schema!({"type": "string", "enum": words, "description": about.trim()})
}
