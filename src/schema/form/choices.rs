//! What can be chosen in a form: the word that an answer has, and what people read.

use indexmap::IndexMap;
use serde_json::{Map, Value, json};

use super::Form;
use crate::catalogue::{AnswerType, Indicator, NONE_OF_THESE};
use crate::document::catalogue::AnswerKind;
use crate::language::key;
use crate::schema::labels::note;

/// A list of words to choose from.
pub(super) type Choices = Vec<(String, String)>;

/// The options of an answer type, "none of these" of a checklist last.
pub(super) fn options(form: &Form, answer_type: &AnswerType) -> Choices {
    let options = answer_type.options().iter();
    let mut choices: Choices = options
        .map(|option| (option.id().to_owned(), option.label(&form.language).to_owned()))
        .collect();
    if answer_type.kind() == AnswerKind::Checklist {
        let label = answer_type.none_label(&form.language);
        let label = label.unwrap_or_else(|| form.words().text(key!("form.none_of_these")));
        choices.push((NONE_OF_THESE.to_owned(), label.to_owned()));
    }
    choices
}

/// Why a question may have no answer.
pub(super) fn states(form: &Form, indicator: &Indicator) -> Choices {
    let states = indicator.states();
    states.map(|state| (state.name().to_owned(), state.label(&form.language).to_owned())).collect()
}

/// The sources that answers can cite, where they are known.
pub(super) fn sources(form: &Form) -> Choices {
    let sources = form.responses.iter().flat_map(|set| set.sources());
    once_each(
        sources.map(|source| (source.id().to_owned(), named(form, source.id(), source.title()))),
    )
}

/// The institutions that take part, where they are known.
pub(super) fn respondents(form: &Form) -> Choices {
    let respondents = form.responses.iter().flat_map(|set| set.respondents());
    once_each(respondents.map(|respondent| {
        (respondent.id().to_owned(), named(form, respondent.id(), respondent.institution()))
    }))
}

/// The indicators of the catalogue, for what refers to one.
pub(super) fn indicators(form: &Form) -> Choices {
    let indicators = form.catalogue.indicators().iter();
    indicators.map(|indicator| (indicator.code().to_owned(), heading(form, indicator))).collect()
}

/// What an indicator is called in a form: `MR01. Access to public primary health care`.
pub(super) fn heading(form: &Form, indicator: &Indicator) -> String {
    let values = [("code", indicator.code()), ("title", indicator.title(&form.language))];
    form.words().fill(key!("format.heading"), &values)
}

/// When a conditional question is asked: for each part of the condition, the indicator that it
/// depends on and the options that satisfy it.
pub(super) fn clauses<'f>(
    form: &'f Form,
    indicator: &'f Indicator,
) -> impl Iterator<Item = (&'f Indicator, Vec<&'f str>)> {
    indicator.condition().iter().filter_map(|clause| {
        Some((form.catalogue.indicator(clause.indicator())?, clause.options().collect()))
    })
}

/// The schema of one of `choices`, whose labels translations have under `key`; nothing where there
/// are none.
pub(super) fn one_of(key: &str, choices: Choices) -> Option<Map<String, Value>> {
    if choices.is_empty() {
        return None;
    }
    let (words, labels): (Vec<String>, Vec<String>) = choices.into_iter().unzip();
    let schema = json!({"type": "string", "enum": words, note::LABELS: labels, note::I18N: key});
    schema.as_object().cloned()
}

/// The key under which translations have the labels of an answer type's options.
pub(super) fn key_of(answer_type: &AnswerType) -> String {
    format!("answer_type.{}", answer_type.name())
}

fn named(form: &Form, id: &str, title: &str) -> String {
    if title.is_empty() {
        return id.to_owned();
    }
    form.words().fill(key!("format.entry"), &[("title", id), ("text", title)])
}

/// The choices that have a word, each word once: an `enum` has no word twice.
fn once_each(choices: impl Iterator<Item = (String, String)>) -> Choices {
    let mut once = IndexMap::new();
    for (word, label) in choices.filter(|(word, _)| !word.is_empty()) {
        once.entry(word).or_insert(label);
    }
    once.into_iter().collect()
}
