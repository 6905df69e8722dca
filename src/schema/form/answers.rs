//! The schemas of the answers of a form: a question each, with the reasons for not answering it.

use super::document::{Writer, extend, labelled, members_of, names_or_notes, one_of, titled};
use super::texts::key_of;
use crate::document::declare::Declared as _;
use crate::document::responses::AnswerEntry;
use crate::json::Json;
use crate::language::key;
use crate::questions::{Asks, Field, FieldKind, Question, Reason};
use crate::schema::file::filled;
use crate::schema::object;
use crate::stage::Stage;

impl Writer<'_> {
    pub(super) fn answers(&self) -> Json {
        let form = self.form;
        let mut answers = if let [section] = form.sections.as_slice() {
            titled(section.title(), section.scope())
        } else {
            object! {"title" => form.questions.words().text(key!("form.answers")).into_owned()}
        };
        answers.put("type", "object");
        if form.stage() == Stage::Final {
            let unconditional = form.asked().filter(|question| question.condition().is_empty());
            answers.put("required", unconditional.map(Question::code).collect::<Vec<_>>());
        }
        answers.put("propertyNames", names_or_notes(form.questions.catalogue().codes()));
        let questions = form.asked().map(|question| (question.code(), self.question(question)));
        answers.put("properties", Json::object(questions));
        let rules: Vec<Json> =
            form.asked().filter_map(|question| self.asked_and_answered(question)).collect();
        if !rules.is_empty() {
            answers.put("allOf", rules);
        }
        answers
    }

    fn question(&self, question: &Question) -> Json {
        let mut members = object! {"answer" => answer(question)};
        for field in &self.form.answer_fields {
            if field.name() == "state" {
                members.put(field.name(), state(field, question));
            } else {
                members.put(field.name(), self.reference(field.name()));
            }
        }
        let reasons = question.reasons().iter();
        let mut rules: Vec<Json> = reasons.map(|reason| self.brought(question, reason)).collect();
        if self.form.stage() == Stage::Final && question.condition().is_empty() {
            rules.push(answered(question));
        }
        let mut schema = labelled(question.heading(), &self.form.description(question));
        schema.put("type", "object");
        if !question.condition().is_empty() {
            // A page that counts what is still to be answered can read it.
            let clauses = question.condition().iter().map(|clause| {
                let ids: Vec<&str> = clause.choices().iter().map(|choice| choice.id()).collect();
                object! {"indicator" => clause.code(), "is" => ids}
            });
            schema.put("x-when", clauses.collect::<Vec<_>>());
        }
        schema.put("propertyNames", names_or_notes(members_of(AnswerEntry::KIND)));
        schema.put("properties", members);
        schema.put("allOf", rules);
        schema.put("not", self.reference("stray"));
        schema
    }

    /// A rule that a reason for not answering brings its fields with it.
    fn brought(&self, question: &Question, reason: &Reason) -> Json {
        let fields = reason.fields().iter();
        let members =
            Json::object(fields.map(|field| (field.name(), self.detail(question, field))));
        let mut then = object! {"properties" => members};
        if self.form.stage() == Stage::Final {
            then.put("required", self.needed(reason.fields()));
        }
        let chosen = object! {"state" => object! {"enum" => Json::list([reason.state().name()])}};
        let chosen = object! {"properties" => chosen, "required" => Json::list(["state"])};
        object! {"if" => chosen, "then" => then}
    }

    /// A field that a reason for not answering brings.
    fn detail(&self, question: &Question, field: &Field) -> Json {
        match (field.kind(), question.asks().choices()) {
            (FieldKind::Option, Some(choices)) => {
                let mut schema = labelled(field.label(), field.help());
                one_of(&mut schema, &key_of(choices), choices);
                schema
            }
            // Nothing can be chosen, so that nothing may be here.
            (FieldKind::Option, None) => {
                object! {"type" => "string", "not" => object! {}}
            }
            (FieldKind::Group(fields), _) if field.needed().at(self.form.stage()) => {
                let mut schema = labelled(field.label(), field.help());
                self.fill_in(&mut schema, fields, []);
                self.require(&mut schema, fields);
                schema
            }
            _ => self.reference(field.name()),
        }
    }

    /// In the end, a rule that a conditional question is answered where its condition holds.
    fn asked_and_answered(&self, question: &Question) -> Option<Json> {
        if self.form.stage() != Stage::Final || question.condition().is_empty() {
            return None;
        }
        let mut holds = object! {};
        for clause in question.condition() {
            // Two clauses about one question hold together where both do.
            let mut ids: Vec<&str> = clause.choices().iter().map(|choice| choice.id()).collect();
            for other in question.condition().iter().filter(|it| it.code() == clause.code()) {
                ids.retain(|id| other.choices().iter().any(|choice| choice.id() == *id));
            }
            if ids.is_empty() {
                return None;
            }
            let answered = object! {
                "properties" => object! {"answer" => object! {"enum" => ids}},
                "required" => Json::list(["answer"]),
                "not" => object! {"required" => Json::list(["state"])},
            };
            holds.put(clause.code(), answered);
        }
        let codes: Vec<&str> = holds.members().map(|(code, _)| code).collect();
        let code = question.code();
        Some(object! {
            "if" => object! {"required" => codes, "properties" => holds.clone()},
            "then" => object! {
                "required" => Json::list([code]),
                "properties" => object! {code => answered(question)},
            },
        })
    }
}

/// The schema of an answer.
fn answer(question: &Question) -> Json {
    let mut schema = object! {"title" => question.question()};
    match question.asks() {
        Asks::One(choices) => one_of(&mut schema, &key_of(choices), choices),
        Asks::Several(choices) => {
            let mut item = object! {};
            one_of(&mut item, &key_of(choices), choices);
            schema.put("type", "array");
            schema.put("items", item);
            schema.put("uniqueItems", true);
            // JSON Forms looks up the labels of boxes to tick by the key of the list.
            schema.put("i18n", key_of(choices));
        }
        Asks::Number { bounds, unit } => {
            if let Some(unit) = unit {
                schema.put("description", unit.as_str());
            }
            let is_whole = bounds.is_some_and(|bounds| bounds.decimals() == 0);
            schema.put("type", if is_whole { "integer" } else { "number" });
            if let Some(bounds) = bounds {
                schema.put("minimum", bounds.minimum());
                schema.put("maximum", bounds.maximum());
            }
        }
        Asks::Text => extend(&mut schema, &filled()),
    }
    schema
}

/// The reason for not answering, of those that a question allows.
fn state(field: &Field, question: &Question) -> Json {
    let mut schema = labelled(field.label(), field.help());
    let states: Vec<&str> = question.reasons().iter().map(|reason| reason.state().name()).collect();
    schema.put("type", "string");
    schema.put("enum", states);
    schema.put("i18n", "State");
    schema
}

/// A rule that a question has an answer, or a reason for not answering.
fn answered(question: &Question) -> Json {
    let mut then = object! {"required" => Json::list(["answer"])};
    if matches!(question.asks(), Asks::Several(_)) {
        let ticked = object! {"minItems" => 1};
        then.put("properties", object! {"answer" => ticked});
    }
    let no_state = object! {"not" => object! {"required" => Json::list(["state"])}};
    object! {"if" => no_state, "then" => then}
}
