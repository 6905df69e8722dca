//! Texts: in every language, each says something of its own.

use indexmap::IndexMap;

use super::super::files::{Read, in_manifest};
use crate::code::Code;
use crate::document::values::Placed as _;
use crate::language::{is_placeholder, second_question};
use crate::problem::Names;
use crate::text::primary_language;
use crate::tree::{Mark, Problems};

/// A text of fewer words may well be the same in two languages: "No", "Plan", "Normal".
const WORDS_THAT_DIFFER: usize = 4;

pub(super) fn check(read: &Read, problems: &mut Problems) {
    let languages = read.manifest.languages.items().iter();
    let languages: Vec<&str> = languages.map(|tag| read.text(in_manifest(tag.node()))).collect();
    for mark in &read.localized {
        let texts = Localized::of(read, *mark);
        untranslated(&texts, &languages, problems);
        undeclared_language(&texts, &languages, problems);
        placeholder_text(&texts, problems);
        braces_differ(&texts, problems);
        same_in_languages(&texts, problems);
    }
    repeated_question(read, problems);
    two_questions(read, problems);
    repeated_label(read, problems);
}

/// A text in several languages.
struct Localized<'r> {
    at: Mark,
    texts: Vec<Translation<'r>>,
}

/// A text in one language.
struct Translation<'r> {
    tag: Mark,
    language: &'r str,
    at: Mark,
    text: &'r str,
}

impl<'r> Localized<'r> {
    fn of(read: &'r Read, at: Mark) -> Self {
        let mark = |node| Mark { document: at.document, node };
        let members = read.members(at).map(|(tag, text)| Translation {
            tag: mark(tag),
            language: read.text(mark(tag)),
            at: mark(text),
            text: read.text(mark(text)),
        });
        let texts = members.filter(|translation| !translation.language.starts_with("x-"));
        Self { at, texts: texts.collect() }
    }

    fn languages(&self) -> impl Iterator<Item = &'r str> {
        self.texts.iter().map(|translation| translation.language)
    }
}

/// `cat.text.untranslated`
fn untranslated(text: &Localized<'_>, languages: &[&str], problems: &mut Problems) {
    let is_missing = |language: &&str| !text.languages().any(|known| known == *language);
    let missing: Vec<&str> = languages.iter().copied().filter(is_missing).collect();
    if !missing.is_empty() {
        let missing: Names = missing.into_iter().collect();
        problems.push(Code::Untranslated, text.at).with("languages", missing);
    }
}

/// `cat.text.undeclared-language`
fn undeclared_language(text: &Localized<'_>, languages: &[&str], problems: &mut Problems) {
    for text in text.texts.iter().filter(|text| !languages.contains(&text.language)) {
        problems.push(Code::UndeclaredLanguage, text.tag).with("language", text.language);
    }
}

/// `doc.text.placeholder`
fn placeholder_text(text: &Localized<'_>, problems: &mut Problems) {
    for text in text.texts.iter().filter(|text| is_placeholder(text.text)) {
        problems.push(Code::PlaceholderText, text.at).with("got", text.text);
    }
}

/// `cat.text.braces-differ`
fn braces_differ(text: &Localized<'_>, problems: &mut Problems) {
    let places = |translation: &Translation<'_>| {
        let parts = translation.text.split('{').skip(1);
        let mut places: Vec<String> = parts
            .filter_map(|rest| rest.split_once('}').map(|(place, _)| place.to_owned()))
            .collect();
        places.sort_unstable();
        places
    };
    let mut all = text.texts.iter().map(places);
    let first = all.next().unwrap_or_default();
    if all.any(|places| places != first) {
        let languages: Vec<&str> = text.languages().collect();
        problems.push(Code::BracesDiffer, text.at).with("languages", languages.join(", ").as_str());
    }
}

/// `cat.text.same-in-languages`
fn same_in_languages(text: &Localized<'_>, problems: &mut Problems) {
    for (index, translation) in text.texts.iter().enumerate() {
        let is_long = translation.text.split_whitespace().count() >= WORDS_THAT_DIFFER;
        let primary = primary_language(translation.language);
        let same = text.texts.iter().take(index).find(|before| {
            before.text == translation.text && primary_language(before.language) != primary
        });
        if let Some(same) = same.filter(|_| is_long) {
            let languages = format!("{}, {}", same.language, translation.language);
            let raised = problems.push(Code::SameInLanguages, translation.at);
            raised.with("languages", languages.as_str());
        }
    }
}

/// `cat.question.repeated`
fn repeated_question(read: &Read, problems: &mut Problems) {
    let mut asked: IndexMap<(&str, String), (Mark, &str)> = IndexMap::new();
    for (code, question) in questions(read) {
        for text in question.texts {
            let key = (text.language, text.text.trim().to_lowercase());
            let (first, other) = *asked.entry(key).or_insert((text.at, code));
            if first != text.at {
                let raised = problems.push(Code::RepeatedQuestion, text.at);
                raised.with("other", other).related(first);
            }
        }
    }
}

/// `cat.question.asks-two-things`
fn two_questions(read: &Read, problems: &mut Problems) {
    for text in questions(read).flat_map(|(_, question)| question.texts) {
        if let Some(part) = second_question(text.text, text.language) {
            problems.push(Code::TwoQuestions, text.at).with("part", part.as_str());
        }
    }
}

/// The code and the question of every indicator.
fn questions(read: &Read) -> impl Iterator<Item = (&str, Localized<'_>)> {
    read.indicators().filter_map(|indicator| {
        let code = indicator.at(indicator.entry.code.get()?.node());
        let question = indicator.at(indicator.entry.question.get()?.node());
        Some((read.text(code), Localized::of(read, question)))
    })
}

/// `cat.answer-type.repeated-label`
fn repeated_label(read: &Read, problems: &mut Problems) {
    for (_, entry) in read.manifest.answer_types.entries() {
        let mut labels: IndexMap<(&str, String), Mark> = IndexMap::new();
        for label in entry.options.items().iter().filter_map(|option| option.label.get()) {
            for text in Localized::of(read, in_manifest(label.node())).texts {
                let key = (text.language, text.text.trim().to_lowercase());
                let first = *labels.entry(key).or_insert(text.at);
                if first != text.at {
                    let raised = problems.push(Code::RepeatedLabel, text.at);
                    raised.with("got", text.text).related(first);
                }
            }
        }
    }
}
