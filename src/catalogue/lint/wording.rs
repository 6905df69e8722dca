//! Texts: in every language, each says something of its own.

use std::sync::Arc;

use indexmap::IndexMap;

use super::super::load::{Files, ReadDomain};
use super::super::soundness::indicators;
use super::Catalogue;
use crate::document::catalogue::Manifest;
use crate::document::values::Placed as _;
use crate::language::{is_placeholder, second_question};
use crate::problem::{Code, Names};
use crate::text::primary_language;
use crate::tree::{Mark, NodeId};

/// A text of fewer words may well be the same in two languages: "No", "Plan", "Normal".
const WORDS_THAT_DIFFER: usize = 4;

/// Rules about each text by itself.
pub(super) fn texts(files: &mut Files<'_>, catalogue: &Catalogue) {
    let languages: Vec<&str> = catalogue.languages().collect();
    for mark in files.localized.clone() {
        let Some(document) = files.documents.get(mark.document).map(Arc::clone) else { continue };
        let members = document.members(mark.node);
        let texts: Vec<Translation<'_>> = members
            .map(|(tag, text)| Translation {
                tag,
                language: document.text_of(tag),
                node: text,
                text: document.text_of(text),
            })
            .filter(|translation| !translation.language.starts_with("x-"))
            .collect();
        is_translated(files, mark, &languages, &texts);
        says_something(files, mark, &texts);
        has_the_same_places(files, mark, &texts);
        differs_between_languages(files, mark, &texts);
    }
}

/// A text in one language.
struct Translation<'d> {
    tag: NodeId,
    language: &'d str,
    node: NodeId,
    text: &'d str,
}

/// `cat.text.untranslated`, `cat.text.undeclared-language`
fn is_translated(files: &mut Files<'_>, mark: Mark, languages: &[&str], texts: &[Translation<'_>]) {
    let is_there = |language: &&str| texts.iter().any(|text| text.language == *language);
    let missing: Vec<&str> =
        languages.iter().copied().filter(|language| !is_there(language)).collect();
    if !missing.is_empty() {
        let missing: Names = missing.into_iter().collect();
        files.problems.push(Code::Untranslated, mark).with("languages", missing);
    }
    for text in texts.iter().filter(|text| !languages.contains(&text.language)) {
        let at = Mark { document: mark.document, node: text.tag };
        files.problems.push(Code::UndeclaredLanguage, at).with("language", text.language);
    }
}

/// `doc.text.placeholder`
fn says_something(files: &mut Files<'_>, mark: Mark, texts: &[Translation<'_>]) {
    for text in texts.iter().filter(|text| is_placeholder(text.text)) {
        let at = Mark { document: mark.document, node: text.node };
        files.problems.push(Code::PlaceholderText, at).with("got", text.text);
    }
}

/// `cat.text.braces-differ`
fn has_the_same_places(files: &mut Files<'_>, mark: Mark, texts: &[Translation<'_>]) {
    let places = |text: &Translation<'_>| {
        let mut places: Vec<String> = text
            .text
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}').map(|(place, _)| place.to_owned()))
            .collect();
        places.sort_unstable();
        places
    };
    let mut all = texts.iter().map(places);
    let first = all.next().unwrap_or_default();
    if all.any(|places| places != first) {
        let languages: Vec<&str> = texts.iter().map(|text| text.language).collect();
        files
            .problems
            .push(Code::BracesDiffer, mark)
            .with("languages", languages.join(", ").as_str());
    }
}

/// `cat.text.same-in-languages`
fn differs_between_languages(files: &mut Files<'_>, mark: Mark, texts: &[Translation<'_>]) {
    for (index, text) in texts.iter().enumerate() {
        let is_long = text.text.split_whitespace().count() >= WORDS_THAT_DIFFER;
        let same = texts.iter().take(index).find(|before| {
            before.text == text.text
                && primary_language(before.language) != primary_language(text.language)
        });
        if let Some(same) = same.filter(|_| is_long) {
            let languages = format!("{}, {}", same.language, text.language);
            let at = Mark { document: mark.document, node: text.node };
            files.problems.push(Code::SameInLanguages, at).with("languages", languages.as_str());
        }
    }
}

/// Rules about questions. `cat.question.repeated`, `cat.question.asks-two-things`
pub(super) fn questions(files: &mut Files<'_>, domains: &[ReadDomain]) {
    let mut asked: IndexMap<String, (Mark, String)> = IndexMap::new();
    for (number, entry) in indicators(domains) {
        let (Some(code), Some(question)) = (entry.code.get(), entry.question.get()) else {
            continue;
        };
        let Some(document) = files.documents.get(number).map(Arc::clone) else { continue };
        let code = document.text_of(code.node());
        for (tag, text) in document.members(question.node()) {
            let (language, text, at) = (
                document.text_of(tag),
                document.text_of(text),
                Mark { document: number, node: text },
            );
            let key = format!("{language} {}", text.trim().to_lowercase());
            if let Some((first, other)) = asked.get(&key) {
                let (first, other) = (*first, other.clone());
                let raised = files.problems.push(Code::RepeatedQuestion, at);
                raised.with("other", other.as_str()).related(first);
            } else {
                asked.insert(key, (at, code.to_owned()));
            }
            if let Some(part) = second_question(text, language) {
                files.problems.push(Code::TwoQuestions, at).with("part", part.as_str());
            }
        }
    }
}

/// `cat.answer-type.repeated-label`
pub(super) fn labels(files: &mut Files<'_>, manifest: &Manifest) {
    let Some(document) = files.documents.first().map(Arc::clone) else { return };
    for (_, entry) in manifest.answer_types.entries() {
        let mut labels: IndexMap<(&str, String), NodeId> = IndexMap::new();
        for label in entry.options.items().iter().filter_map(|option| option.label.get()) {
            for (tag, text) in document.members(label.node()) {
                let got = document.text_of(text);
                let key = (document.text_of(tag), got.trim().to_lowercase());
                match labels.get(&key) {
                    None => drop(labels.insert(key, text)),
                    Some(&first) => {
                        let raised = files
                            .problems
                            .push(Code::RepeatedLabel, Mark { document: 0, node: text });
                        raised.with("got", got).related(Mark { document: 0, node: first });
                    }
                }
            }
        }
    }
}
