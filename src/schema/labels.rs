//! Titles and descriptions, put into a schema that was made from declarations.

use serde_json::{Map, Value};

use super::Dialect;
use super::words::entry;

/// Notes for forms. Readers of a schema see none but the last.
pub(super) mod note {
    /// The members that an object needs in the end.
    pub(crate) const EXPECTED: &str = "x-expected";
    /// The members of an object in the order in which people fill them in.
    pub(crate) const ORDER: &str = "x-order";
    /// What people read for each word of an `enum`.
    pub(crate) const LABELS: &str = "x-labels";
    /// How a builder should show it: `hidden`, `radio`, `checkboxes`, `textarea`.
    pub(crate) const WIDGET: &str = "x-widget";

    /// The key under which translations have the labels. Readers see it: JSON Forms asks for it.
    pub(crate) const I18N: &str = "i18n";

    pub(super) const ALL: &[&str] = &[EXPECTED, ORDER, LABELS, WIDGET];
}

/// Gives a schema whose root is of the kind `root`, and its definitions, the titles and descriptions
/// of `language`.
pub(super) fn label(schema: &mut Value, root: &str, dialect: Dialect, language: &str) {
    let Some(schema) = schema.as_object_mut() else { return };
    label_kind(schema, root, language);
    let definitions = schema.get_mut(dialect.definitions()).and_then(Value::as_object_mut);
    for (kind, definition) in definitions.into_iter().flatten() {
        if let Some(definition) = definition.as_object_mut() {
            label_kind(definition, kind, language);
        }
    }
}

/// Gives the schema of one kind of object, or of one kind of word, its titles and descriptions.
fn label_kind(schema: &mut Map<String, Value>, kind: &str, language: &str) {
    label_one(schema, kind, language);
    let words = schema.get("enum").and_then(Value::as_array);
    let labels: Option<Vec<String>> = words.map(|words| {
        let words = words.iter().filter_map(Value::as_str);
        let entries = words.map(|word| entry(language, &format!("{kind}.{word}")));
        let labels = entries.map(|entry| match entry {
            Some(entry) if entry.description.is_empty() => entry.title.to_owned(),
            Some(entry) => format!("{}: {}", entry.title, entry.description),
            None => String::new(),
        });
        labels.collect()
    });
    if let Some(labels) = labels {
        // Editors show these beside the words.
        schema.insert("enumDescriptions".to_owned(), labels.into());
    }
    let members = schema.get_mut("properties").and_then(Value::as_object_mut);
    for (name, member) in members.into_iter().flatten() {
        if let Some(member) = member.as_object_mut() {
            label_one(member, &format!("{kind}.{name}"), language);
        }
    }
}

fn label_one(schema: &mut Map<String, Value>, key: &str, language: &str) {
    if let Some(entry) = entry(language, key) {
        schema.insert("title".to_owned(), entry.title.into());
        if entry.description.is_empty() {
            schema.remove("description");
        } else {
            schema.insert("description".to_owned(), entry.description.into());
        }
    }
}

/// Takes away what declarations note for forms alone.
pub(super) fn without_notes(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            members.retain(|name, _| !note::ALL.contains(&name.as_str()));
            members.values_mut().for_each(without_notes);
        }
        Value::Array(items) => items.iter_mut().for_each(without_notes),
        _ => {}
    }
}
