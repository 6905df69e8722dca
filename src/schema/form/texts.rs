//! The texts of a form: descriptions of questions, and labels of choices under the keys of the
//! schema.

use std::borrow::Cow;

use super::Form;
use crate::json::Json;
use crate::language::{is_help, key};
use crate::questions::{Choices, Field, FieldKind, Question};
use crate::schema::object;

/// The definition of what cites a source, and the key of its choices.
pub(super) const CITED_SOURCE: &str = "cited_source";
/// The definition of what cites a respondent, and the key of its choices.
pub(super) const CITED_RESPONDENT: &str = "cited_respondent";

/// The key of a question's choices.
pub(super) fn key_of(choices: &Choices) -> String {
    format!("answer_type.{}", choices.name())
}

impl Form {
    /// Where the answer usually is found, when the question is asked, and what counts as each option.
    pub(super) fn description(&self, question: &Question) -> String {
        let words = self.questions.words();
        let mut lines: Vec<String> = Vec::new();
        lines.extend(question.guidance().map(str::to_owned));
        for clause in question.condition() {
            let labels = clause.choices().iter().map(|choice| choice.label());
            let options = words.join(key!("format.alternatives"), labels);
            let values = [("code", clause.shown_code()), ("options", &options)];
            lines.push(words.fill(key!("form.asked_only_if.help"), &values));
        }
        for choice in question.asks().choices().into_iter().flat_map(Choices::choices) {
            if let Some(criterion) = choice.criterion() {
                let values = [("option", choice.label()), ("criterion", criterion)];
                lines.push(words.fill(key!("form.counts_as.help"), &values));
            }
        }
        lines.join("\n")
    }
}

/// The labels of all choices under the keys of the schema, and what is said about entries that do
/// not fit.
pub(super) fn translations(form: &Form) -> Json {
    let mut texts = Texts(object! {});
    texts.fields(&form.fields);
    for question in form.asked() {
        if let Some(choices) = question.asks().choices() {
            texts.choices(&key_of(choices), choices);
        }
        for reason in question.reasons() {
            texts.put("State", reason.choice().id(), reason.choice().label());
        }
    }
    if form.sections.is_empty() {
        texts.choices(CITED_SOURCE, &form.questions.sources());
        texts.choices(CITED_RESPONDENT, &form.questions.respondents());
    } else {
        texts.fields(&form.answer_fields);
        form.reasons.iter().for_each(|reason| texts.fields(reason.fields()));
    }
    let words = form.questions.words();
    for (key, title) in words.area("error.").chain(words.area("array.")) {
        if is_help(key) {
            continue;
        }
        // A builder does not fill in places for values.
        let help = words.find_help(key).filter(|help| !help.contains('{'));
        let sentences = [Cow::Borrowed(title)].into_iter().chain(help);
        texts.0.put(key, words.join(key!("format.sentences"), sentences));
    }
    texts.0
}

struct Texts(Json);

impl Texts {
    fn put(&mut self, key: &str, id: &str, label: &str) {
        self.0.put(format!("{key}.{id}"), label);
    }

    fn choices(&mut self, key: &str, choices: &Choices) {
        for choice in choices.choices() {
            self.put(key, choice.id(), choice.label());
        }
    }

    fn fields(&mut self, fields: &[Field]) {
        for field in fields {
            match field.kind() {
                // Each question limits them to its own.
                _ if field.name() == "state" => {}
                FieldKind::Choice(choices) => self.choices(choices.name(), choices),
                FieldKind::Source(choices) => self.choices(CITED_SOURCE, choices),
                FieldKind::Respondents(choices) => self.choices(CITED_RESPONDENT, choices),
                FieldKind::Group(fields) => self.fields(fields),
                FieldKind::Rows(row) => self.fields(row.fields()),
                _ => {}
            }
        }
    }
}
