//! The UI schema for react-jsonschema-form: it has the members of the data.

use super::Form;
use crate::json::Json;
use crate::questions::{Asks, Choice, Choices, Field, FieldKind, Question, Reason};
use crate::schema::object;

pub(super) fn ui_schema(form: &Form) -> Json {
    let (before, after) = form.around_answers();
    let has_answers = !form.sections.is_empty();
    let names = asked(before).chain(has_answers.then_some("answers")).chain(asked(after));
    let mut ui = ordered(names);
    put_fields(&mut ui, before, None);
    if has_answers {
        ui.put("answers", answers(form));
    }
    put_fields(&mut ui, after, None);
    ui
}

/// The names of the fields that people fill in.
fn asked(fields: &[Field]) -> impl Iterator<Item = &'static str> {
    fields.iter().filter(|field| field.is_asked()).map(Field::name)
}

/// The UI schema of an object, with the names of its members in order.
fn ordered(names: impl IntoIterator<Item = impl Into<Json>>) -> Json {
    // Without the star, a member that the order does not name would be an error.
    let names = names.into_iter().map(Into::into);
    object! {"ui:order" => Json::list(names.chain(["*".into()]))}
}

fn put_fields(ui: &mut Json, fields: &[Field], question: Option<&Question>) {
    for field in fields {
        let member = self::field(field, question);
        if member.members().len() > 0 {
            ui.put(field.name(), member);
        }
    }
}

fn answers(form: &Form) -> Json {
    let mut ui = ordered(form.asked().map(Question::code));
    ui.put("ui:options", object! {"groups" => groups(form)});
    for question in form.asked() {
        ui.put(question.code(), self::question(form, question));
    }
    ui
}

/// The questions by domain and subdomain, for templates that show them so.
fn groups(form: &Form) -> Json {
    Json::list(form.sections.iter().map(|section| {
        let subdomains = section.areas().iter().map(|area| {
            let codes: Vec<&str> = area.questions().iter().map(Question::code).collect();
            object! {
                "code" => area.code().map_or_else(Json::default, Json::from),
                "title" => area.title().map_or_else(Json::default, Json::from),
                "codes" => codes,
            }
        });
        object! {
            "domain" => section.code(),
            "title" => section.title(),
            "subdomains" => Json::list(subdomains),
        }
    }))
}

fn question(form: &Form, question: &Question) -> Json {
    let brought = || question.reasons().iter().flat_map(Reason::fields);
    let (state, others) = form.answer_fields.split_first().unzip();
    let others = others.unwrap_or_default();
    // What a reason brings comes right below it.
    let names = ["answer"].into_iter().chain(state.map(Field::name));
    let names = names.chain(brought().map(Field::name)).chain(others.iter().map(Field::name));
    let mut ui = ordered(names);
    ui.put("answer", answer(question));
    if let Some(state) = state {
        let labels = question.reasons().iter().map(|reason| reason.choice().label());
        ui.put(state.name(), object! {"ui:enumNames" => labels.collect::<Vec<_>>()});
    }
    for reason in question.reasons() {
        put_fields(&mut ui, reason.fields(), Some(question));
    }
    put_fields(&mut ui, others, Some(question));
    ui
}

fn answer(question: &Question) -> Json {
    let widget = match question.asks() {
        Asks::One(_) => "radio",
        Asks::Several(_) => "checkboxes",
        Asks::Number { .. } => "updown",
        Asks::Text => "textarea",
    };
    let mut ui = object! {"ui:widget" => widget};
    if let Some(choices) = question.asks().choices() {
        ui.put("ui:enumNames", labels(choices));
    }
    ui
}

fn labels(choices: &Choices) -> Vec<&str> {
    choices.choices().iter().map(Choice::label).collect()
}

/// The UI schema of a field; of one that a question has, which may ask for an option of it.
fn field(field: &Field, question: Option<&Question>) -> Json {
    let mut ui = object! {};
    match field.kind() {
        // Only a single value can be hidden.
        FieldKind::Group(fields) if !field.is_asked() => {
            ui.put("ui:options", object! {"label" => false});
            for field in fields {
                ui.put(field.name(), hidden());
            }
            return ui;
        }
        _ if !field.is_asked() => ui = hidden(),
        _ => {}
    }
    match field.kind() {
        FieldKind::Lines => ui.put("ui:widget", "textarea"),
        FieldKind::Choice(choices) => ui.put("ui:enumNames", labels(choices)),
        FieldKind::Source(known) if !known.choices().is_empty() => {
            ui.put("ui:enumNames", labels(known));
        }
        FieldKind::Respondents(known) if !known.choices().is_empty() => {
            ui.put("ui:widget", "checkboxes");
            ui.put("ui:enumNames", labels(known));
        }
        FieldKind::Option => match question.and_then(|question| question.asks().choices()) {
            Some(choices) => ui.put("ui:enumNames", labels(choices)),
            None => ui = hidden(),
        },
        FieldKind::Group(fields) => ui = group(fields),
        FieldKind::Rows(row) => ui.put("items", group(row.fields())),
        _ => {}
    }
    ui
}

fn group(fields: &[Field]) -> Json {
    let mut ui = ordered(asked(fields));
    put_fields(&mut ui, fields, None);
    ui
}

fn hidden() -> Json {
    object! {"ui:widget" => "hidden"}
}
