//! The schemas of files, written from their declarations: what the readers of the files accept.

use indexmap::IndexMap;

use super::{Dialect, object};
use crate::document::declare::{FILLED, Holds, Kind, LANGUAGE_TAG, Need, Words};
use crate::json::Json;
use crate::language::{Language, key};

/// The schema of a file that holds an object of this kind.
pub(super) fn schema(root: &'static Kind, dialect: Dialect, language: &str) -> Json {
    let mut writer =
        Writer { dialect, language: Language::of(language), definitions: IndexMap::new() };
    let mut schema = object! {"$schema" => dialect.metaschema()};
    writer.label(&mut schema, root.name);
    writer.fill_in(&mut schema, root);
    schema.put(dialect.definitions(), Json::object(writer.definitions));
    schema
}

/// A rule for the names of members: notes of the author's.
fn notes() -> Json {
    object! {"^x-" => true}
}

/// A text with something in it.
pub(super) fn filled() -> Json {
    object! {"type" => "string", "pattern" => FILLED}
}

struct Writer {
    dialect: Dialect,
    language: &'static Language,
    /// What schemas refer to, in the order in which it is referred to first.
    definitions: IndexMap<&'static str, Json>,
}

impl Writer {
    /// Gives a schema the title and the description of what is under `key`.
    fn label(&self, schema: &mut Json, key: &str) {
        if let Some(title) = self.language.find(key) {
            schema.put("title", title);
        }
        if let Some(help) = self.language.find_help(key) {
            schema.put("description", help);
        }
    }

    /// Puts what an object of this kind must be into its schema.
    fn fill_in(&mut self, schema: &mut Json, kind: &'static Kind) {
        schema.put("type", "object");
        let required = kind.members.iter().filter(|member| member.need == Need::Required);
        let required: Vec<&str> = required.map(|member| member.name).collect();
        if kind.is_row && !required.is_empty() {
            schema.put("if", object! {"minProperties" => 1});
            schema.put("then", object! {"required" => required});
        } else if !required.is_empty() {
            schema.put("required", required);
        }
        let mut members = object! {"$schema" => true};
        for member in kind.members {
            let key = format!("{}.{}", kind.name, member.name);
            let value = self.labelled(&key, &member.holds);
            members.put(member.name, value);
        }
        schema.put("properties", members);
        schema.put("patternProperties", notes());
        schema.put("additionalProperties", false);
    }

    /// The schema of a value with the title and the description under `key`.
    fn labelled(&mut self, key: &str, holds: &'static Holds) -> Json {
        let mut labelled = object! {};
        self.label(&mut labelled, key);
        let value = self.value(holds);
        if self.dialect == Dialect::Draft07 && value.get("$ref").is_some() {
            // In this dialect, nothing counts that is beside a reference.
            labelled.put("allOf", Json::list([value]));
            return labelled;
        }
        for (keyword, value) in value.members() {
            labelled.put(keyword, value.clone());
        }
        labelled
    }

    /// The schema of a value, or a reference to it.
    fn value(&mut self, holds: &'static Holds) -> Json {
        match *holds {
            Holds::Text
            | Holds::Prose
            | Holds::Reference
            | Holds::SourceId
            | Holds::RespondentId
            | Holds::IndicatorCode
            | Holds::OptionId => filled(),
            Holds::Id
            | Holds::Name
            | Holds::LanguageTag
            | Holds::CountryCode
            | Holds::SubdivisionCode
            | Holds::VersionText
            | Holds::Date
            | Holds::Period => object! {"type" => "string", "pattern" => holds.pattern()},
            Holds::Format => format(),
            Holds::Truth => object! {"type" => "boolean"},
            Holds::Whole(least, most) => {
                object! {"type" => "integer", "minimum" => least, "maximum" => most}
            }
            Holds::Localized => object! {
                "type" => "object",
                "patternProperties" => object! {LANGUAGE_TAG => filled(), "^x-" => true},
                "additionalProperties" => false,
            },
            Holds::List(item) => object! {"type" => "array", "items" => self.value(item)},
            Holds::Map(value) => object! {
                "type" => "object",
                "propertyNames" => object! {"pattern" => FILLED},
                "patternProperties" => notes(),
                "additionalProperties" => self.value(value),
            },
            Holds::Nested(kind) => object! {"type" => "array", "items" => self.object(kind())},
            Holds::Object(kind) => self.object(kind),
            Holds::Word(words) => self.defined(words.name, |writer, schema| {
                writer.fill_in_words(schema, words);
            }),
            Holds::Domain(kind) => self.defined("DomainEntry", |writer, schema| {
                let domain = writer.value(kind);
                schema.put("anyOf", Json::list([filled(), domain]));
            }),
            Holds::Answer => self.defined("AnswerValue", |_, schema| {
                schema.put("type", Json::list(["string", "array", "number"]));
                schema.put("pattern", FILLED);
                schema.put("items", filled());
            }),
            Holds::Answers(kind) => self.defined("Answers", |writer, schema| {
                schema.put("type", "object");
                schema.put("patternProperties", notes());
                let entry = writer.value(kind);
                schema.put("additionalProperties", entry);
            }),
        }
    }

    fn object(&mut self, kind: &'static Kind) -> Json {
        self.defined(kind.name, |writer, schema| writer.fill_in(schema, kind))
    }

    fn fill_in_words(&self, schema: &mut Json, words: &Words) {
        schema.put("type", "string");
        let names = (words.names)();
        schema.put("enumDescriptions", meanings(self.language, words.name, &names));
        schema.put("enum", names);
    }

    /// A reference to what is defined under `name`, which `fill_in` describes at the first call.
    fn defined(&mut self, name: &'static str, fill_in: impl FnOnce(&mut Self, &mut Json)) -> Json {
        if !self.definitions.contains_key(name) {
            let mut schema = object! {};
            self.label(&mut schema, name);
            self.definitions.insert(name, Json::default());
            fill_in(self, &mut schema);
            self.definitions.insert(name, schema);
        }
        object! {"$ref" => format!("#/{}/{name}", self.dialect.definitions())}
    }
}

/// What each word of a kind means. Editors show it beside the words.
pub(super) fn meanings(language: &Language, kind: &str, words: &[&str]) -> Vec<String> {
    let meanings = words.iter().map(|word| {
        let key = format!("{kind}.{word}");
        let label = language.find(&key).unwrap_or_default();
        let values = [("title", label), ("text", language.find_help(&key).unwrap_or_default())];
        language.fill(key!("format.entry"), &values)
    });
    meanings.collect()
}

/// The version of a file format.
pub(super) fn format() -> Json {
    object! {"type" => "integer", "enum" => Json::list([1])}
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::language::is_help;
    use crate::schema::{self, Dialect};

    /// Kinds of words that no file of a person has.
    const OTHERS: &[&str] = &["Finding", "Severity", "Shape", "Standing", "Syntax", "Withholding"];

    /// Adds the kind of object or word that `schema` describes, with its members or words.
    fn declared(kind: &str, schema: &Json, into: &mut BTreeSet<String>) {
        into.insert(kind.to_owned());
        let members = schema["properties"].members().map(|(name, _)| name);
        let members = members.filter(|member| *member != "$schema");
        let words = schema["enum"].items().iter().filter_map(Json::as_str);
        into.extend(members.chain(words).map(|name| format!("{kind}.{name}")));
    }

    #[test]
    fn every_member_and_word_has_texts_and_nothing_else_has() {
        let mut want = BTreeSet::new();
        for (root, schema) in [
            ("Manifest", schema::catalogue(Dialect::Draft202012, "")),
            ("DomainFile", schema::domain(Dialect::Draft202012, "")),
            ("ResponseFile", schema::responses(Dialect::Draft202012, "")),
        ] {
            declared(root, &schema, &mut want);
            for (kind, schema) in schema["$defs"].members() {
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
