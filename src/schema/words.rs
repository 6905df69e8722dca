//! The titles and descriptions of the members and words of the file formats, and what forms say by
//! themselves: one file for each language.

mod english;
mod spanish;

/// What people read in place of a kind of object or word, or of one of its members or words.
///
/// Forms say some things of their own, under `form.*` and `error.*`. The title of an error says what
/// is wrong, its description what to do. Places for values stand in braces.
#[derive(Debug)]
pub(super) struct Entry {
    /// The name of a kind, as in `Level`, or of a member or word of it, as in `Level.national`.
    pub(super) key: &'static str,
    /// The label of a field, or of a choice in a select.
    pub(super) title: &'static str,
    /// Sentences: what to write in a field, or what a choice means.
    pub(super) description: &'static str,
}

/// All entries of a language; English where there are none of its own.
pub(super) fn entries(language: &str) -> &'static [Entry] {
    if crate::text::primary_language(language).eq_ignore_ascii_case("es") {
        spanish::ENTRIES
    } else {
        english::ENTRIES
    }
}

/// The entry with this key.
pub(super) fn entry(language: &str, key: &str) -> Option<&'static Entry> {
    entries(language).iter().find(|entry| entry.key == key)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;
    use crate::document::catalogue::{DomainFile, Manifest};
    use crate::document::responses::ResponseFile;
    use crate::schema::{Dialect, output};

    fn keys(entries: &[Entry]) -> Vec<&str> {
        entries.iter().map(|entry| entry.key).collect()
    }

    /// The places for values in the texts of an entry.
    fn places(entry: &Entry) -> Vec<&str> {
        let texts = [entry.title, entry.description];
        let mut places: Vec<&str> = texts
            .iter()
            .flat_map(|text| text.split('{').skip(1))
            .map(|rest| rest.split_once('}').expect("a brace that closes").0)
            .collect();
        places.sort_unstable();
        places
    }

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
    fn every_member_and_word_has_an_entry_and_nothing_else_has_one() {
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
        let is_of_forms =
            |key: &&str| ["form.", "error.", "array."].iter().any(|area| key.starts_with(area));
        let entries = keys(english::ENTRIES);
        let got: BTreeSet<&str> = entries.iter().copied().collect();
        assert_eq!(got.len(), entries.len(), "a key stands twice");
        let got = got.into_iter().filter(|key| !is_of_forms(key)).map(str::to_owned);
        assert_eq!(got.collect::<BTreeSet<_>>(), want);
    }

    #[test]
    fn both_languages_have_the_same_entries_in_the_same_order() {
        assert_eq!(keys(english::ENTRIES), keys(spanish::ENTRIES));
        for (english, spanish) in english::ENTRIES.iter().zip(spanish::ENTRIES) {
            assert_eq!(places(english), places(spanish), "{}", english.key);
        }
    }

    #[test]
    fn titles_are_labels_and_descriptions_are_sentences() {
        for entry in english::ENTRIES.iter().chain(spanish::ENTRIES) {
            let Entry { key, title, description } = entry;
            if key.starts_with("array.") {
                continue; // the words on a button, without more
            }
            for text in [title, description] {
                assert!(!text.is_empty() && text.trim() == *text, "{key}: {text:?}");
                let first = text.trim_start_matches(['¿', '«', '"', '{']).chars().next();
                let is_place = text.contains('{');
                assert!(is_place || first.is_some_and(char::is_uppercase), "{key}: {text:?}");
            }
            assert!(!title.ends_with(['.', ':']), "{key}: {title:?}");
            assert!(description.ends_with(['.', '}']), "{key}: {description:?}");
        }
    }
}
