//! What people read for the words of the file formats, by language: one file each.

mod english;
mod spanish;

use crate::text::primary_language;

/// What people read in place of a kind of object or word, or of one of its members or words.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The name of a kind, as in `Level`, or of a member or word of it, as in `Level.national`.
    pub(crate) key: &'static str,
    /// The label of a field, or of a choice in a select. It begins with a capital letter.
    pub(crate) title: &'static str,
    /// Sentences: what to write in a field, or what a choice means.
    pub(crate) description: &'static str,
}

/// What is said in `language`: in Spanish, or else in English.
pub(crate) fn by_language<T>(language: &str, english: T, spanish: T) -> T {
    if primary_language(language).eq_ignore_ascii_case("es") { spanish } else { english }
}

/// The entry of a word, such as `Level.national`, or of a kind of word.
pub(crate) fn entry(language: &str, key: &str) -> Option<&'static Entry> {
    let entries = by_language(language, english::ENTRIES, spanish::ENTRIES);
    entries.iter().find(|entry| entry.key == key)
}

/// What people read for a word of a kind.
pub(crate) fn label(language: &str, kind: &str, word: &str) -> &'static str {
    entry(language, &format!("{kind}.{word}")).map_or("", |entry| entry.title)
}

/// The label of a word as it stands within a sentence.
pub(crate) fn label_within(language: &str, kind: &str, word: &str) -> String {
    let mut letters = label(language, kind, word).chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

/// The labels of a kind of word in every language, each with its word.
pub(super) fn of_kind(
    kind: &str,
) -> impl Iterator<Item = impl Iterator<Item = (&'static str, &'static str)> + Clone> {
    [english::ENTRIES, spanish::ENTRIES].into_iter().map(move |entries| {
        entries.iter().filter_map(move |entry| {
            let (of, word) = entry.key.split_once('.')?;
            (of == kind).then_some((entry.title, word))
        })
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Every entry of a table of each language.
    pub(crate) fn all() -> [&'static [Entry]; 2] {
        [english::ENTRIES, spanish::ENTRIES]
    }

    #[test]
    fn a_label_within_a_sentence_begins_with_a_small_letter() {
        assert_eq!(label("es-PA", "SourceKind", "web"), "Página web");
        assert_eq!(label_within("es-PA", "SourceKind", "web"), "página web");
        assert_eq!(label_within("fr", "Level", "national"), "national");
    }
}
