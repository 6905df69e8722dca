//! What the rules about texts look for, in the words of the languages.

use std::sync::LazyLock;

use super::{Key, Language, key};

/// What people write in any language where a text is still to come.
const MARKS: &[&str] =
    &["-", "--", "...", "?", "??", "???", "lorem ipsum", "x", "xx", "xxx", "xxxx", "…"];

impl Language {
    /// The words or turns that a text lists.
    fn hints(&self, key: Key) -> impl Iterator<Item = &'static str> {
        self.text(key).split(" | ")
    }

    /// The words or turns of every language.
    fn hints_of_all(key: Key) -> impl Iterator<Item = &'static str> {
        Self::all().flat_map(move |language| language.hints(key))
    }
}

/// Words and turns that are found in any case. They are asked for in nearly every text of a file, so
/// that a first look sends almost every text away: none begins with its letter and is as long.
struct Hints {
    all: Vec<&'static str>,
    /// For each letter that one can begin with, a bit for every length; a few letters share a place.
    lengths: [u64; Self::PLACES],
}

impl Hints {
    const PLACES: usize = 32;

    fn of(all: impl Iterator<Item = &'static str>) -> Self {
        let all: Vec<&str> = all.collect();
        let mut lengths = [0; Self::PLACES];
        for hint in &all {
            if let Some(lengths) = lengths.get_mut(Self::place(hint)) {
                *lengths |= Self::length(hint);
            }
        }
        Self { all, lengths }
    }

    /// Whether `text` is one of these. A letter takes as many bytes as its capital here.
    fn has(&self, text: &str) -> bool {
        let lengths = self.lengths.get(Self::place(text)).copied().unwrap_or_default();
        let is_same = |hint: &&str| {
            let small = text.chars().flat_map(char::to_lowercase);
            hint.chars().flat_map(char::to_lowercase).eq(small)
        };
        lengths & Self::length(text) != 0 && self.all.iter().any(is_same)
    }

    fn place(text: &str) -> usize {
        let first = text.bytes().next().unwrap_or_default().to_ascii_lowercase();
        usize::from(first) % Self::PLACES
    }

    /// The bit of a length; no bit for one that no hint has.
    fn length(text: &str) -> u64 {
        u32::try_from(text.len()).ok().and_then(|bytes| 1_u64.checked_shl(bytes)).unwrap_or(0)
    }
}

/// Whether `text` only says that a text is still to come, in the words of any language: people mix
/// them.
pub(crate) fn is_placeholder(text: &str) -> bool {
    static PLACEHOLDERS: LazyLock<Hints> = LazyLock::new(|| {
        let marks = MARKS.iter().copied();
        Hints::of(marks.chain(Language::hints_of_all(key!("hint.placeholders"))))
    });
    /// No placeholder is longer, with its brackets.
    const LONGEST: usize = 40;
    let text = text.trim();
    if text.len() > LONGEST {
        return false;
    }
    // In small letters it is a word of some languages.
    if text.trim_end_matches(':') == "TODO" {
        return true;
    }
    let bare = text.trim_matches(['(', ')', '[', ']', '.', ':']);
    PLACEHOLDERS.has(text) || (bare.len() < text.len() && PLACEHOLDERS.has(bare))
}

/// Whether `text` seems to name a person: by an e-mail address, or by a title before a name.
pub(crate) fn names_a_person(text: &str) -> bool {
    let is_address = |word: &str| {
        word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    };
    begins_with_a_title(text) || (text.contains('@') && text.split_whitespace().any(is_address))
}

/// Whether `text` begins with a title of any language before a name.
pub(crate) fn begins_with_a_title(text: &str) -> bool {
    static TITLES: LazyLock<Hints> =
        LazyLock::new(|| Hints::of(Language::hints_of_all(key!("hint.titles"))));
    let mut words = text.split_whitespace();
    TITLES.has(words.next().unwrap_or_default()) && words.next().is_some()
}

/// The words with which a second question seems to begin: another question mark, or a verb or
/// question word right after "and" or "or". Nouns joined by "and" are one question. Nothing is known
/// about a question in a language that the engine does not have.
pub(crate) fn second_question(question: &str, tag: &str) -> Option<String> {
    let language = Language::known(tag)?;
    let words: Vec<String> = question
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .collect();
    for (index, word) in words.iter().enumerate() {
        if language.hints(key!("hint.conjunctions")).any(|known| known == word) {
            let after = words.get(index.saturating_add(1)..).unwrap_or_default();
            let mut openings = language.hints(key!("hint.openings"));
            if let Some(opening) = openings.find(|opening| begins_with(after, opening)) {
                return Some(format!("{word} {opening}"));
            }
        }
    }
    (question.matches('?').count() > 1).then(|| "?".to_owned())
}

/// Whether `words` begin with those of `opening`.
fn begins_with(words: &[String], opening: &str) -> bool {
    let mut words = words.iter();
    opening.split(' ').all(|known| words.next().is_some_and(|word| word == known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_told_from_text() {
        for text in ["TBD", " pendiente ", "(Por definir)", "S/D", "n/a", "xxx", "Pendiente.", "…"]
        {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["Pendiente de firma por la alcaldía", "Sección 3", "No", "Sí", "todo"] {
            assert!(!is_placeholder(text), "{text}");
        }
        for known in MARKS.iter().copied().chain(Language::hints_of_all(key!("hint.placeholders")))
        {
            assert!(is_placeholder(known), "{known}");
        }
    }

    #[test]
    fn persons_are_told_from_institutions() {
        for text in ["Lic. Ana Pérez", "ana@example.org", "Oficina (ana@example.org)", "Sra. Díaz"]
        {
            assert!(names_a_person(text), "{text}");
        }
        for text in [
            "Instituto Nacional de la Mujer (INAMU)",
            "Don",
            "Ministerio @",
            "MS",
            "mesa@ayuda",
            "@mesa.org",
        ] {
            assert!(!names_a_person(text), "{text}");
        }
    }

    #[test]
    fn a_second_question_is_told_from_a_second_noun() {
        for (question, language) in [
            ("Is there a plan and is it in force?", "en"),
            ("Is there a plan? Since when?", "en"),
            ("Does a plan exist, or are measures taken?", "en"),
            ("¿Existe un plan y está vigente?", "es"),
            ("¿Existe un plan o hay medidas?", "es-PA"),
            ("¿Existe un plan y quién lo aplica?", "es"),
            ("¿Existe un plan, y por qué?", "es"),
        ] {
            assert!(second_question(question, language).is_some(), "{question}");
        }
        for (question, language) in [
            ("Is there a plan on health and housing?", "en"),
            ("Who may use libraries or sports and culture?", "en"),
            ("¿Existe un plan de salud y vivienda?", "es"),
            ("¿Quiénes pueden usar bibliotecas o canchas?", "es"),
            ("¿Existe un plan y por escrito?", "es"),
            ("Y a-t-il un plan et est-il en vigueur ?", "fr"),
        ] {
            assert_eq!(second_question(question, language), None, "{question}");
        }
    }
}
