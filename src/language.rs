//! Everything that the engine says to people, by language.
//!
//! A language is one file of pairs, a key and a text each, and one line in [`LANGUAGES`]. No other
//! file and no function of the crate knows which languages there are: rooms ask for a text by its
//! key, and for the language by the tag that a caller gave.
//!
//! The compiler compares every language with the first one (`language/check.rs`) and looks up every
//! key that the code names ([`key!`]). A text that is missing, surplus or misplaced, a place in
//! braces that differs, and a key without a text do not compile.

mod check;
mod codes;
mod format;
mod hints;
mod labels;
mod unit;

use std::borrow::Cow;
use std::sync::LazyLock;

use indexmap::IndexMap;

use crate::text::primary_language;

/// The languages. A tag without a language of its own gets the first one. A new language is a file
/// and a line here.
#[rustfmt::skip] // One language, one line.
static LANGUAGES: &[Language] = &[
    Language { tag: "en", texts: &include!("language/en.rs") },
    Language { tag: "es", texts: &include!("language/es.rs") },
];

/// The language to which the others are compared, and in which every other tag is answered.
static FIRST: &Language = check::first(LANGUAGES);

const _: () = check::all(LANGUAGES);

/// The tags of the languages in which the engine has texts of its own: messages, labels, pages.
///
/// A tag such as `es-PA` gets the texts of `es`. A tag of any other language gets the texts of the
/// first language in this list. The texts of an instrument are in the languages of its catalogue
/// ([`Catalogue::languages`](crate::Catalogue::languages)).
///
/// ```
/// assert!(mgi::languages().starts_with(&["en", "es"]));
/// ```
#[must_use]
pub fn languages() -> &'static [&'static str] {
    static TAGS: [&str; LANGUAGES.len()] = check::tags(LANGUAGES);
    &TAGS
}

/// A language, with everything that the engine says in it.
#[derive(Debug)]
pub(crate) struct Language {
    /// The primary subtag of BCP 47.
    tag: &'static str,
    /// The texts by key. The order is the same in every language.
    texts: &'static [(&'static str, &'static str)],
}

impl Language {
    /// The language of a BCP 47 tag, or the first one.
    pub(crate) fn of(tag: &str) -> &'static Self {
        Self::known(tag).unwrap_or(FIRST)
    }

    /// The language of a BCP 47 tag, if there is a file for it. Only the primary subtag counts.
    pub(crate) fn known(tag: &str) -> Option<&'static Self> {
        LANGUAGES.iter().find(|language| language.is_that_of(tag))
    }

    /// Whether a BCP 47 tag is one of this language.
    pub(crate) fn is_that_of(&self, tag: &str) -> bool {
        self.tag.eq_ignore_ascii_case(primary_language(tag))
    }

    /// The language for callers that do not ask for one.
    pub(crate) fn first() -> &'static Self {
        FIRST
    }

    /// Every language, the first one first.
    pub(crate) fn all() -> impl Iterator<Item = &'static Self> + Clone {
        LANGUAGES.iter()
    }

    /// The primary subtag of BCP 47.
    pub(crate) fn tag(&self) -> &'static str {
        self.tag
    }

    /// The text under a key, with neutral words for whom an instrument is about.
    pub(crate) fn text(&self, key: Key) -> &'static str {
        unit::neutral(self, key).unwrap_or_else(|| self.raw(key))
    }

    /// The text under a key as the language has it, with its places in braces.
    fn raw(&self, key: Key) -> &'static str {
        #[expect(
            clippy::indexing_slicing,
            reason = "INVARIANT: a key lies in the first language, and all have as many texts"
        )]
        self.texts[key.0].1
    }

    /// The text under a key that is known only at run time, such as that of a member of a file.
    pub(crate) fn find(&self, name: &str) -> Option<&'static str> {
        Key::named(name).map(|key| self.text(key))
    }

    /// What a label means, or what to do about it.
    pub(crate) fn find_help(&self, name: &str) -> Option<&'static str> {
        Key::help_of(name).map(|key| self.text(key))
    }

    /// Every pair of a key and a text whose key begins with `area`.
    pub(crate) fn area(&self, area: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
        let texts = self.texts.iter().zip((0..).map(Key));
        let texts = texts.filter(move |((name, _), _)| name.starts_with(area));
        texts.map(|((name, _), key)| (*name, self.text(key)))
    }

    /// The text under a key, with `values` in its places.
    pub(crate) fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        let unit = Unit::neutral(self);
        unit.fill(self.raw(key), |name, filled| value_of(name, values, filled))
    }

    /// The text under a key, in which `write` appends the value of each place to what is there.
    ///
    /// A place is a name in braces. The text is read in one pass, so that braces in a value stay as
    /// they are.
    pub(crate) fn fill_with(&self, key: Key, write: impl FnMut(&str, &mut String)) -> String {
        Unit::neutral(self).fill(self.raw(key), write)
    }
}

/// Appends the value of a place.
fn value_of(name: &str, values: &[(&str, &str)], filled: &mut String) {
    let value = values.iter().find(|(known, _)| *known == name);
    filled.push_str(value.map_or("", |(_, value)| value));
}

/// The words and the places of a text, in order.
fn pieces_of(text: &'static str) -> impl Iterator<Item = Piece<'static>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let place = rest.strip_prefix('{').and_then(|place| place.split_once('}'));
        if let Some((name, after)) = place {
            rest = after;
            return Some(Piece::Place(name));
        }
        // A brace that opens no place is a word like any other.
        let mut later = rest.char_indices().skip(1);
        let end = later.find(|(_, character)| *character == '{');
        let end = end.map_or(rest.len(), |(end, _)| end);
        let (words, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        rest = after;
        Some(Piece::Words(Cow::Borrowed(words)))
    })
}

/// A part of a text of a language.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Piece<'w> {
    /// Words, as they are.
    Words(Cow<'w, str>),
    /// A place for a value, by its name.
    Place(&'static str),
}

/// The end of the keys of texts that say what the text before them means, or what to do about it.
const HELP: &str = ".help";

/// Whether this is the key of a help.
pub(crate) fn is_help(name: &str) -> bool {
    name.strip_suffix(HELP).is_some()
}

/// Where a text lies in every language.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) struct Key(usize);

impl Key {
    /// The key with this name, if there is one.
    fn named(name: &str) -> Option<Self> {
        static KEYS: LazyLock<IndexMap<&str, Key>> =
            LazyLock::new(|| FIRST.texts.iter().map(|pair| pair.0).zip((0..).map(Key)).collect());
        KEYS.get(name).copied()
    }

    /// The key of the help of what is under this name.
    fn help_of(name: &str) -> Option<Self> {
        Self::named(&format!("{name}{HELP}"))
    }
}

/// The [`Key`] of a name, which may be given in parts: `key!("Level", ".", "national")`. A name
/// under which there is no text does not compile.
macro_rules! key {
    ($($part:expr),+) => {{
        // An item, because `cargo check` evaluates no other constants in the body of a function.
        const KEY: $crate::language::Key = $crate::language::Key::of(&[$($part),+]);
        KEY
    }};
}

pub(crate) use key;

pub(crate) use self::hints::{
    begins_with_a_title, is_placeholder, names_a_person, second_question,
};
pub(crate) use self::labels::labelled;
pub(crate) use self::unit::{Unit, Voice};

#[cfg(test)]
mod tests;
