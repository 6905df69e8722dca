//! What the compiler evaluates: it finds keys, and compares the languages with the first one.
//!
//! Nothing of this is left at run time. A panic here is a compile error, whose message names the
//! language and the key: `es: every language needs the keys of the first, in their order: ...`.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    clippy::large_stack_arrays,
    clippy::panic,
    reason = "only the compiler evaluates these functions: what would panic does not compile"
)]

use super::{FIRST, Key, Language};

/// The keys of the first language by their hash, each at the first free place from there on.
///
/// The compiler looks up some hundred keys. To walk over all texts for each took it five seconds.
static PLACES: [usize; PLACE_COUNT] = places();

/// How many texts a language has.
pub(super) const KEY_COUNT: usize = FIRST.texts.len();

/// Twice as many places as keys, so that most keys are found at once.
const PLACE_COUNT: usize = KEY_COUNT * 2;

/// A place without a key.
const FREE: usize = usize::MAX;

impl Key {
    /// The key whose name consists of these parts.
    pub(crate) const fn of(name: &[&str]) -> Self {
        let mut place = hash(name);
        while PLACES[place] != FREE {
            if consists_of(FIRST.texts[PLACES[place]].0, name) {
                return Self(PLACES[place]);
            }
            place = (place + 1) % PLACE_COUNT;
        }
        refuse("there is no text under this key: ", name)
    }
}

const fn places() -> [usize; PLACE_COUNT] {
    let mut places = [FREE; PLACE_COUNT];
    let mut at = 0;
    while at < FIRST.texts.len() {
        let name = &[FIRST.texts[at].0];
        let mut place = hash(name);
        while places[place] != FREE {
            if consists_of(FIRST.texts[places[place]].0, name) {
                refuse("two texts have the same key: ", name);
            }
            place = (place + 1) % PLACE_COUNT;
        }
        places[place] = at;
        at += 1;
    }
    places
}

/// The place where a key is looked for first (FNV-1a).
const fn hash(name: &[&str]) -> usize {
    let mut hash: usize = 0x811c_9dc5;
    let mut part = 0;
    while part < name.len() {
        let bytes = name[part].as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            hash = (hash ^ bytes[at] as usize).wrapping_mul(0x0100_0193);
            at += 1;
        }
        part += 1;
    }
    hash % PLACE_COUNT
}

pub(super) const fn first(languages: &'static [Language]) -> &'static Language {
    &languages[0]
}

pub(super) const fn tags<const COUNT: usize>(languages: &[Language]) -> [&'static str; COUNT] {
    let mut tags = [""; COUNT];
    let mut at = 0;
    while at < COUNT {
        tags[at] = languages[at].tag;
        at += 1;
    }
    tags
}

/// Compares every language with the first one.
pub(super) const fn all(languages: &[Language]) {
    let first = &languages[0];
    let mut at = 1;
    while at < languages.len() {
        agree(first.texts, languages[at].tag, languages[at].texts);
        at += 1;
    }
}

/// Whether the language of this tag has the keys of the first one, in their order, and in every text
/// the places that the first one has.
pub(super) const fn agree(first: &[(&str, &str)], tag: &str, other: &[(&str, &str)]) {
    let mut at = 0;
    while at < first.len() && at < other.len() {
        let (name, text) = first[at];
        if !consists_of(other[at].0, &[name]) {
            let order = ": every language needs the keys of the first, in their order: ";
            refuse(tag, &[order, name, ", and not: ", other[at].0]);
        }
        if !has_places_of(other[at].1, text) || !has_places_of(text, other[at].1) {
            refuse(tag, &[": a text needs the places in braces of the first language: ", name]);
        }
        at += 1;
    }
    if at < first.len() {
        refuse(tag, &[": the language lacks the texts from here on: ", first[at].0]);
    }
    if at < other.len() {
        refuse(tag, &[": the language has texts that the first one lacks: ", other[at].0]);
    }
}

/// Whether `name` is these parts, one after the other.
pub(super) const fn consists_of(name: &str, parts: &[&str]) -> bool {
    let name = name.as_bytes();
    let mut at = 0;
    let mut part = 0;
    while part < parts.len() {
        if !stands_at(name, at, parts[part].as_bytes()) {
            return false;
        }
        at += parts[part].len();
        part += 1;
    }
    at == name.len()
}

/// Whether `part` stands in `text` at the byte `at`.
const fn stands_at(text: &[u8], at: usize, part: &[u8]) -> bool {
    if part.len() > text.len() - at {
        return false;
    }
    let mut byte = 0;
    while byte < part.len() {
        if text[at + byte] != part[byte] {
            return false;
        }
        byte += 1;
    }
    true
}

/// Whether every place in braces of `other` stands in `text` too. A brace that is not closed is no
/// place, and so agrees with nothing.
pub(super) const fn has_places_of(text: &str, other: &str) -> bool {
    let (text, mut other) = (text.as_bytes(), other.as_bytes());
    while let [first, rest @ ..] = other {
        if *first == b'{' {
            let mut end = 0;
            while end < other.len() && other[end] != b'}' {
                end += 1;
            }
            if end == other.len() || !contains(text, other.split_at(end + 1).0) {
                return false;
            }
        }
        other = rest;
    }
    true
}

/// Whether the text under each key has one of these places in it, as those of all languages do.
pub(super) const fn names_any(places: &[&str]) -> [bool; KEY_COUNT] {
    let mut names = [false; KEY_COUNT];
    let mut at = 0;
    while at < KEY_COUNT {
        let mut place = 0;
        while place < places.len() {
            names[at] =
                names[at] || contains(FIRST.texts[at].1.as_bytes(), places[place].as_bytes());
            place += 1;
        }
        at += 1;
    }
    names
}

const fn contains(text: &[u8], part: &[u8]) -> bool {
    let mut at = 0;
    while at + part.len() <= text.len() {
        if stands_at(text, at, part) {
            return true;
        }
        at += 1;
    }
    false
}

/// Stops the compiler with a message that names the key.
const fn refuse(reason: &str, details: &[&str]) -> ! {
    let mut message = [0; 256];
    let mut length = 0;
    let mut part = 0;
    while part <= details.len() {
        let bytes = if part == 0 { reason.as_bytes() } else { details[part - 1].as_bytes() };
        let mut at = 0;
        while at < bytes.len() && length < message.len() {
            message[length] = bytes[at];
            length += 1;
            at += 1;
        }
        part += 1;
    }
    match std::str::from_utf8(message.split_at(length).0) {
        Ok(message) => panic!("{}", message),
        Err(_) => panic!("a key is in ASCII"),
    }
}
