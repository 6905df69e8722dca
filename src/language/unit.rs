//! Whom an instrument is about: a municipality, a country, a service.
//!
//! A text names it by a place: `{the_unit}` where it acts, and `{this_unit}` where something is or is not.
//! A [`Voice`] fills in what the catalogue calls it. Where no catalogue is at hand, or the catalogue
//! does not say it in that language, the place is filled with neutral words of the language.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::LazyLock;

use indexmap::IndexMap;

use super::{Key, Language, Piece, check, key, pieces_of, value_of};

/// Whether the text under each key has a place for whom an instrument is about.
static NAMES_UNIT: [bool; check::KEY_COUNT] = check::names_any(&["{the_unit}", "{this_unit}"]);

/// Those texts with neutral words, by language.
static NEUTRAL: LazyLock<IndexMap<(&str, Key), String>> = LazyLock::new(|| {
    let keys = || (0..check::KEY_COUNT).map(Key).filter(|key| names_unit(*key));
    let texts = Language::all().flat_map(|language| {
        keys().map(|key| ((language.tag(), key), Unit::neutral(language).spoken(language.raw(key))))
    });
    texts.collect()
});

fn names_unit(key: Key) -> bool {
    NAMES_UNIT.get(key.0).copied().unwrap_or(false)
}

/// The text under a key that has a place for whom an instrument is about, with neutral words in it;
/// nothing for every other key.
pub(super) fn neutral(language: &Language, key: Key) -> Option<&'static str> {
    if !names_unit(key) {
        return None;
    }
    NEUTRAL.get(&(language.tag(), key)).map(String::as_str)
}

/// What an instrument calls whom it is about, as within a sentence.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Unit {
    the: Cow<'static, str>,
    this: Cow<'static, str>,
}

impl Unit {
    pub(crate) fn new(the: String, this: String) -> Self {
        Self { the: Cow::Owned(the), this: Cow::Owned(this) }
    }

    pub(super) fn neutral(language: &Language) -> Self {
        Self {
            the: Cow::Borrowed(language.raw(key!("unit.the"))),
            this: Cow::Borrowed(language.raw(key!("unit.this"))),
        }
    }

    /// The words and the other places of a text, in order. At the beginning of a text, whom it is
    /// about has a capital letter.
    pub(super) fn pieces(&self, text: &'static str) -> impl Iterator<Item = Piece<'_>> {
        pieces_of(text).enumerate().map(|(number, piece)| {
            let named = match piece {
                Piece::Place("the_unit") => &self.the,
                Piece::Place("this_unit") => &self.this,
                other => return other,
            };
            let is_first = number == 0;
            Piece::Words(if is_first { Cow::Owned(capital(named)) } else { Cow::Borrowed(named) })
        })
    }

    /// A text in which `write` appends the value of each other place to what is there.
    pub(super) fn fill(
        &self,
        text: &'static str,
        mut write: impl FnMut(&str, &mut String),
    ) -> String {
        let mut filled = String::with_capacity(text.len());
        for piece in self.pieces(text) {
            match piece {
                Piece::Words(words) => filled.push_str(&words),
                Piece::Place(name) => write(name, &mut filled),
            }
        }
        filled
    }

    /// A text without other places.
    fn spoken(&self, text: &'static str) -> String {
        self.fill(text, |_, _| {})
    }
}

/// A label as it is written at the beginning of a text.
fn capital(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The engine as it speaks one language about one instrument. Whatever else a language can do, it
/// can do too.
#[derive(Clone, Debug)]
pub(crate) struct Voice {
    language: &'static Language,
    /// What the catalogue calls whom it is about, if it says so in this language.
    unit: Unit,
}

impl Voice {
    pub(crate) fn new(language: &'static Language, unit: Option<Unit>) -> Self {
        Self { language, unit: unit.unwrap_or_else(|| Unit::neutral(language)) }
    }

    /// The text under a key.
    pub(crate) fn text(&self, key: Key) -> Cow<'static, str> {
        let raw = self.language.raw(key);
        if names_unit(key) { Cow::Owned(self.unit.spoken(raw)) } else { Cow::Borrowed(raw) }
    }

    /// The text under a key that is known only at run time.
    pub(crate) fn find(&self, name: &str) -> Option<Cow<'static, str>> {
        Key::named(name).map(|key| self.text(key))
    }

    /// What a label means, or what to do about it.
    pub(crate) fn find_help(&self, name: &str) -> Option<Cow<'static, str>> {
        Key::help_of(name).map(|key| self.text(key))
    }

    /// The text under a key, with `values` in its places.
    pub(crate) fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        self.unit.fill(self.language.raw(key), |name, filled| value_of(name, values, filled))
    }

    /// The words and the places of the text under a key, in order.
    pub(crate) fn pieces(&self, key: Key) -> impl Iterator<Item = Piece<'_>> {
        self.unit.pieces(self.language.raw(key))
    }
}

impl Deref for Voice {
    type Target = Language;

    fn deref(&self) -> &Language {
        self.language
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voice(tag: &str, unit: Option<Unit>) -> Voice {
        Voice::new(Language::of(tag), unit)
    }

    fn unit(the: &str, this: &str) -> Unit {
        Unit::new(the.to_owned(), this.to_owned())
    }

    #[test]
    fn what_a_catalogue_calls_its_unit_has_a_capital_letter_only_at_the_beginning() {
        let spanish = voice("es", Some(unit("él Municipio", "este municipio")));
        assert_eq!(spanish.find("Responsible.own").unwrap(), "Él Municipio");
        assert_eq!(
            spanish.find("State.not_applicable_here").unwrap(),
            "No aplica en este municipio"
        );
    }

    #[test]
    fn braces_in_the_words_of_a_catalogue_stay_as_they_are() {
        let english = voice("en", Some(unit("{this_unit}", "{place}")));
        assert_eq!(english.find("Responsible.own").unwrap(), "{this_unit}");
    }

    #[test]
    fn without_a_catalogue_the_words_are_neutral() {
        for language in Language::all() {
            let name = "State.not_applicable_here";
            let neutral = language.find(name).unwrap();
            assert!(neutral.ends_with(language.text(key!("unit.this"))), "{neutral}");
            assert_eq!(voice(language.tag(), None).find(name).unwrap(), neutral);
        }
    }
}
