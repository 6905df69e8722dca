//! Titles and descriptions, put into a schema that was made from declarations.

use serde_json::{Map, Value};

use super::Dialect;
use crate::language::{Language, key};

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
    let language = Language::of(language);
    label_kind(schema, root, language);
    let definitions = schema.get_mut(dialect.definitions()).and_then(Value::as_object_mut);
    for (kind, definition) in definitions.into_iter().flatten() {
        if let Some(definition) = definition.as_object_mut() {
            label_kind(definition, kind, language);
        }
    }
}

/// Gives the schema of one kind of object, or of one kind of word, its titles and descriptions.
fn label_kind(schema: &mut Map<String, Value>, kind: &str, language: &Language) {
    label_one(schema, kind, language);
    let words = schema.get("enum").and_then(Value::as_array);
    let labels: Option<Vec<String>> = words.map(|words| {
        let words = words.iter().filter_map(Value::as_str);
        let labels = words.map(|word| {
            let (label, help) = texts(language, &format!("{kind}.{word}"));
            let values = [("title", label.unwrap_or_default()), ("text", help.unwrap_or_default())];
            language.fill(key!("format.entry"), &values)
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

fn label_one(schema: &mut Map<String, Value>, name: &str, language: &Language) {
    let (title, description) = texts(language, name);
    schema.extend(title.map(|title| ("title".to_owned(), title.into())));
    schema.extend(description.map(|text| ("description".to_owned(), text.into())));
}

/// The label of a kind, a member or a word, and what it means.
fn texts(language: &Language, name: &str) -> (Option<&'static str>, Option<&'static str>) {
    (language.find(name), language.find_help(name))
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::document::catalogue::{DomainFile, Manifest};
    use crate::document::responses::ResponseFile;
    use crate::language::is_help;
    use crate::schema::output;

    /// Kinds of words that no file of a person has.
    const OTHERS: &[&str] = &["Finding", "Severity", "Shape", "Standing", "Syntax", "Withholding"];

    /// Adds the kind of object or word that `schema` describes, with its members or words.
    fn declared(kind: &str, schema: &Value, into: &mut BTreeSet<String>) {
        into.insert(kind.to_owned());
        let members = schema["properties"].as_object().into_iter().flat_map(|members| {
            members.keys().map(String::as_str).filter(|member| *member != "$schema")
        });
        let words = schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
        into.extend(members.chain(words).map(|name| format!("{kind}.{name}")));
    }

    #[test]
    fn every_member_and_word_has_texts_and_nothing_else_has() {
        let mut want = BTreeSet::new();
        for (root, schema) in [
            ("Manifest", output::<Manifest>(Dialect::Draft202012)),
            ("DomainFile", output::<DomainFile>(Dialect::Draft202012)),
            ("ResponseFile", output::<ResponseFile>(Dialect::Draft202012)),
        ] {
            declared(root, &schema, &mut want);
            for (kind, schema) in schema["$defs"].as_object().expect("kinds of objects and words") {
                declared(kind, schema, &mut want);
            }
        }
        assert!(want.len() > 200, "only {} were found", want.len());
        let language = Language::first();
        let is_of_files = |name: &&str| {
            let kind = name.split('.').next().unwrap_or_default();
            kind.starts_with(char::is_uppercase) && !OTHERS.contains(&kind)
        };
        let names = language.area("").map(|(name, _)| name).filter(is_of_files);
        let (helps, got): (BTreeSet<&str>, BTreeSet<&str>) = names.partition(|name| is_help(name));
        assert_eq!(got, want.iter().map(String::as_str).collect());
        let helps: BTreeSet<&str> =
            helps.iter().filter_map(|name| name.strip_suffix(".help")).collect();
        assert_eq!(helps, got);
    }
}
