//! The schema of a form: that of a response set with the questions of the catalogue for its answers.

use std::fmt::Display;

use super::Form;
use super::texts::{CITED_RESPONDENT, CITED_SOURCE, key_of};
use crate::document::declare::{Declared as _, Holds, Kind, Need};
use crate::document::responses::{AnswerEntry, ResponseFile};
use crate::json::Json;
use crate::language::key;
use crate::questions::{Asks, Choices, Field, FieldKind, Needed, Question, Reason, Row};
use crate::schema::file::{filled, format};
use crate::schema::{Dialect, object};
use crate::stage::Stage;

/// The schema in a dialect. It uses no keyword that is newer than draft-07.
pub(super) fn schema(form: &Form, dialect: Dialect) -> Json {
    let writer = Writer { form, definitions: dialect.definitions() };
    let (before, after) = form.around_answers();
    let mut members = writer.members(before);
    if !form.sections.is_empty() {
        members.put("answers", writer.answers());
    }
    for field in after {
        members.put(field.name(), writer.field(field));
    }
    let required = ResponseFile::KIND.members.iter().filter(|member| member.need == Need::Required);
    let required: Vec<&str> = required.map(|member| member.name).collect();
    let terms = form.questions.terms().into_iter();
    let terms = terms
        .map(|term| object! {"term" => term.term(), "definition" => term.definition()})
        .collect::<Vec<_>>();
    object! {
        "$schema" => dialect.metaschema(),
        "title" => form.questions.title(),
        "description" => form.questions.words().text(key!("form.description.help")),
        "type" => "object",
        "required" => required,
        "propertyNames" => names_or_notes(members_of(ResponseFile::KIND)),
        "properties" => members,
        "x-terms" => terms,
        writer.definitions => writer.shared(),
    }
}

/// The member that refers to a schema, as a regular expression.
const SCHEMA: &str = "[$]schema";

struct Writer<'f> {
    form: &'f Form,
    /// The keyword of what schemas refer to.
    definitions: &'static str,
}

impl Writer<'_> {
    /// What schemas refer to: what answers cite, and what all of them have in common.
    fn shared(&self) -> Json {
        let mut shared = object! {};
        for field in &self.form.answer_fields {
            match field.kind() {
                FieldKind::Rows(row) => {
                    for field in row.fields() {
                        if let FieldKind::Source(sources) = field.kind() {
                            shared.put(CITED_SOURCE, cited(field, CITED_SOURCE, sources));
                        }
                    }
                }
                FieldKind::Respondents(respondents) => {
                    shared.put(CITED_RESPONDENT, cited(field, CITED_RESPONDENT, respondents));
                }
                _ => {}
            }
        }
        if self.form.sections.is_empty() {
            return shared;
        }
        for field in self.form.answer_fields.iter().filter(|field| field.name() != "state") {
            shared.put(field.name(), self.field(field));
        }
        let mut strays = Vec::new();
        for field in self.form.reasons.iter().flat_map(Reason::fields) {
            let name = field.name();
            shared.put(name, self.field(field));
            let wrong = object! {name => object! {"not" => self.reference(name)}};
            strays.push(object! {"required" => Json::list([name]), "properties" => wrong});
        }
        // A builder shows the fields of the reason that was chosen alone. What is wrong with those
        // of others is not seen there, but refused by the reader.
        shared.put("stray", object! {"anyOf" => strays});
        shared
    }

    fn reference(&self, name: &str) -> Json {
        object! {"$ref" => self.address(name)}
    }

    fn members(&self, fields: &[Field]) -> Json {
        Json::object(fields.iter().map(|field| (field.name(), self.field(field))))
    }

    fn field(&self, field: &Field) -> Json {
        let mut schema = labelled(field.label(), field.help());
        match field.kind() {
            FieldKind::Group(fields) => {
                self.fill_in(&mut schema, fields);
                if field.needed() == Needed::Always {
                    self.require(&mut schema, fields);
                } else {
                    self.require_unless_blank(&mut schema, fields);
                }
            }
            FieldKind::Rows(row) => {
                schema.put("type", "array");
                schema.put("items", self.row(row));
            }
            FieldKind::Choice(choices) => one_of(&mut schema, choices.name(), choices),
            FieldKind::Source(_) => schema.put("$ref", self.address(CITED_SOURCE)),
            FieldKind::Respondents(_) => {
                schema.put("type", "array");
                schema.put("items", self.reference(CITED_RESPONDENT));
                schema.put("uniqueItems", true);
                schema.put("i18n", CITED_RESPONDENT);
            }
            // Which options there are, only a question knows.
            FieldKind::Option => return filled(),
            FieldKind::Truth => schema.put("type", "boolean"),
            FieldKind::Format => extend(&mut schema, &format()),
            FieldKind::Fixed(text) => {
                schema.put("type", "string");
                schema.put("enum", Json::list([text.as_str()]));
            }
            FieldKind::Line | FieldKind::Lines => extend(&mut schema, &filled()),
            FieldKind::Id => text(&mut schema, &Holds::Id),
            FieldKind::Date => text(&mut schema, &Holds::Date),
            FieldKind::Period => text(&mut schema, &Holds::Period),
            FieldKind::Country => text(&mut schema, &Holds::CountryCode),
            FieldKind::Subdivision => text(&mut schema, &Holds::SubdivisionCode),
            FieldKind::Language => text(&mut schema, &Holds::LanguageTag),
        }
        schema
    }

    fn address(&self, name: &str) -> String {
        format!("#/{}/{name}", self.definitions)
    }

    fn row(&self, row: &Row) -> Json {
        let mut schema = labelled(row.label(), row.help());
        self.fill_in(&mut schema, row.fields());
        self.require_unless_blank(&mut schema, row.fields());
        schema
    }

    fn fill_in(&self, schema: &mut Json, fields: &[Field]) {
        schema.put("type", "object");
        // Builders offer to add members where an object may have others; a rule about their names
        // does not make them.
        schema.put("propertyNames", names_or_notes(fields.iter().map(Field::name).chain([SCHEMA])));
        schema.put("properties", self.members(fields));
    }

    /// The names of the fields that must be filled in at the form's stage.
    fn needed(&self, fields: &[Field]) -> Vec<&'static str> {
        let needed = fields.iter().filter(|field| field.needed().at(self.form.stage()));
        needed.map(Field::name).collect()
    }

    fn require(&self, schema: &mut Json, fields: &[Field]) {
        let needed = self.needed(fields);
        if !needed.is_empty() {
            schema.put("required", needed);
        }
    }

    /// The same for what people add and clear again: what is left of it then means nothing.
    fn require_unless_blank(&self, schema: &mut Json, fields: &[Field]) {
        let needed = self.needed(fields);
        if !needed.is_empty() {
            schema.put("if", object! {"minProperties" => 1});
            schema.put("then", object! {"required" => needed});
        }
        for field in fields {
            if let (Needed::With(other), Stage::Final) = (field.needed(), self.form.stage()) {
                schema.put("if", object! {"required" => Json::list([other])});
                schema.put("then", object! {"required" => Json::list([field.name()])});
            }
        }
    }

    fn answers(&self) -> Json {
        let form = self.form;
        let mut answers = if let [section] = form.sections.as_slice() {
            labelled(section.title(), section.scope())
        } else {
            object! {"title" => form.questions.words().text(key!("form.answers"))}
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
                self.fill_in(&mut schema, fields);
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

/// What cites a source or a respondent: one of those that are known, or an id.
fn cited(field: &Field, key: &str, known: &Choices) -> Json {
    let mut schema = labelled(field.label(), field.help());
    if known.choices().is_empty() {
        extend(&mut schema, &filled());
        // A page may put the ids in as people write them down.
        schema.put("i18n", key);
    } else {
        one_of(&mut schema, key, known);
    }
    schema
}

fn labelled(title: &str, description: &str) -> Json {
    object! {"title" => title, "description" => description}
}

/// One of `choices`, whose labels translations have under `key`.
fn one_of(schema: &mut Json, key: &str, choices: &Choices) {
    schema.put("type", "string");
    schema.put("enum", choices.ids().collect::<Vec<_>>());
    schema.put("i18n", key);
}

fn text(schema: &mut Json, of: &Holds) {
    schema.put("type", "string");
    schema.put("pattern", of.pattern());
}

fn extend(schema: &mut Json, with: &Json) {
    for (keyword, value) in with.members() {
        schema.put(keyword, value.clone());
    }
}

/// The names that the members of an object can have besides notes.
fn members_of(kind: &'static Kind) -> impl Iterator<Item = &'static str> {
    kind.members.iter().map(|member| member.name).chain([SCHEMA])
}

/// A rule about the names of members: those that are known, and notes of the author's.
fn names_or_notes<N: Display>(names: impl Iterator<Item = N>) -> Json {
    let names: Vec<String> = names.map(|name| name.to_string()).collect();
    object! {"pattern" => format!("^(?:{})$|^x-", names.join("|"))}
}
