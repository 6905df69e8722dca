//! The titles and descriptions of the members of the file formats, and what forms say by themselves:
//! one file for each language. What people read for words stands in [`labels`].
//!
//! Texts of forms stand under `form.*` and `error.*`: the title of an error says what is wrong, its
//! description what to do. Places for values stand in braces.

mod english;
mod spanish;

use crate::document::labels::{self, Entry, by_language};

/// All entries of a language; English where there are none of its own.
pub(super) fn entries(language: &str) -> &'static [Entry] {
    by_language(language, english::ENTRIES, spanish::ENTRIES)
}

/// The entry with this key, of a member or of a word.
pub(super) fn entry(language: &str, key: &str) -> Option<&'static Entry> {
    let entry = entries(language).iter().find(|entry| entry.key == key);
    entry.or_else(|| labels::entry(language, key))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;
    use crate::document::catalogue::{DomainFile, Manifest};
    use crate::document::responses::ResponseFile;
    use crate::schema::{Dialect, output};

    /// The entries of each language, those of words among them.
    fn tables() -> [Vec<&'static Entry>; 2] {
        let [english, spanish] = labels::tests::all();
        [(english::ENTRIES, english), (spanish::ENTRIES, spanish)]
            .map(|(members, words)| members.iter().chain(words).collect())
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
        let [english, _] = tables();
        let entries: Vec<&str> = english.iter().map(|entry| entry.key).collect();
        let got: BTreeSet<&str> = entries.iter().copied().collect();
        assert_eq!(got.len(), entries.len(), "a key stands twice");
        let got = got.into_iter().filter(|key| !is_of_forms(key)).map(str::to_owned);
        assert_eq!(got.collect::<BTreeSet<_>>(), want);
    }

    #[test]
    fn both_languages_have_the_same_entries_in_the_same_order() {
        let [english, spanish] = tables();
        assert_eq!(english.len(), spanish.len());
        for (english, spanish) in english.into_iter().zip(spanish) {
            assert_eq!(english.key, spanish.key);
            assert_eq!(places(english), places(spanish), "{}", english.key);
        }
    }

    #[test]
    fn titles_are_labels_and_descriptions_are_sentences() {
        for entry in tables().into_iter().flatten() {
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
