//! The UI schema for JSON Forms: categories, groups and controls that point into the schema.

use super::Form;
use crate::json::Json;
use crate::language::{Key, key};
use crate::questions::{Asks, Field, FieldKind, Question, Section};
use crate::schema::object;

/// The parts of a form around the answers: the text that names each, and its members.
const BEFORE: &[(Key, &[&str])] = &[
    (key!("form.about"), &["place", "round", "context"]),
    (key!("form.institutions"), &["respondents"]),
    (key!("form.sources"), &["sources"]),
];
const AFTER: &[(Key, &[&str])] =
    &[(key!("form.follow_up"), &["queries", "priorities", "approval"])];

pub(super) fn ui_schema(form: &Form) -> Json {
    let mut categories: Vec<Json> = Vec::new();
    categories.extend(BEFORE.iter().filter_map(|part| category(form, part)));
    categories.extend(form.sections.iter().map(|section| domain(form, section)));
    categories.extend(AFTER.iter().filter_map(|part| category(form, part)));
    object! {"type" => "Categorization", "elements" => categories}
}

fn category(form: &Form, (label, names): &(Key, &[&str])) -> Option<Json> {
    let fields = form.fields.iter().filter(|field| names.contains(&field.name()));
    let elements: Vec<Json> = fields.filter_map(|field| element(field, "#")).collect();
    let label = form.questions.words().text(*label).into_owned();
    (!elements.is_empty())
        .then(|| object! {"type" => "Category", "label" => label, "elements" => elements})
}

fn domain(form: &Form, section: &Section) -> Json {
    let elements = section.areas().iter().flat_map(|area| {
        let questions = area.questions().iter().map(|question| self::question(form, question));
        let questions: Vec<Json> = questions.collect();
        // The questions of a domain without areas are in no group.
        match area.title() {
            Some(title) => vec![group(title, questions)],
            None => questions,
        }
    });
    object! {
        "type" => "Category",
        "label" => section.title(),
        "elements" => Json::list(elements),
    }
}

fn question(form: &Form, question: &Question) -> Json {
    let scope = answer_scope(question.code());
    let mut elements = Vec::new();
    let description = form.description(question);
    if !description.is_empty() {
        // A group shows no description.
        elements.push(object! {"type" => "Label", "text" => description});
    }
    elements.push(answer(question, &format!("{scope}/properties/answer")));
    let (state, others) = form.answer_fields.split_first().unzip();
    elements.extend(state.and_then(|state| element(state, &scope)));
    for reason in question.reasons() {
        let chosen = object! {"enum" => Json::list([reason.state().name()])};
        let chosen = condition(format!("{scope}/properties/state"), chosen);
        for field in reason.fields() {
            // Without options, there is nothing to choose.
            let is_empty =
                matches!(field.kind(), FieldKind::Option) && question.asks().choices().is_none();
            if let Some(mut element) = element(field, &scope).filter(|_| !is_empty) {
                element.put("rule", object! {"effect" => "SHOW", "condition" => chosen.clone()});
                elements.push(element);
            }
        }
    }
    elements.extend(others.unwrap_or_default().iter().filter_map(|field| element(field, &scope)));
    let mut group = group(question.heading(), elements);
    if !question.condition().is_empty() {
        let clauses = question.condition().iter().map(|clause| {
            let ids: Vec<&str> = clause.choices().iter().map(|choice| choice.id()).collect();
            let scope = format!("{}/properties/answer", answer_scope(clause.code()));
            condition(scope, object! {"enum" => ids})
        });
        let condition = object! {"type" => "AND", "conditions" => Json::list(clauses)};
        group.put("rule", object! {"effect" => "ENABLE", "condition" => condition});
    }
    group
}

fn answer_scope(code: &str) -> String {
    format!("#/properties/answers/properties/{code}")
}

fn answer(question: &Question, scope: &str) -> Json {
    let mut control = control(scope);
    match question.asks() {
        Asks::One(_) => control.put("options", object! {"format" => "radio"}),
        Asks::Text => control.put("options", object! {"multi" => true}),
        _ => {}
    }
    control
}

fn condition(scope: String, schema: Json) -> Json {
    object! {"scope" => scope, "schema" => schema, "failWhenUndefined" => true}
}

/// A control for a value or a list, or a group for an object, inside of `scope`; nothing for what
/// people are not asked for.
fn element(field: &Field, scope: &str) -> Option<Json> {
    if !field.is_asked() {
        return None;
    }
    let scope = format!("{scope}/properties/{}", field.name());
    let mut control = control(&scope);
    match field.kind() {
        FieldKind::Group(fields) => {
            let elements = fields.iter().filter_map(|field| element(field, &scope));
            return Some(group(field.label(), elements.collect()));
        }
        FieldKind::Lines => control.put("options", object! {"multi" => true}),
        FieldKind::Rows(row) => {
            // The texts of the buttons of every list.
            control.put("i18n", "array");
            // Without it, the rows are a table whose fields have no labels of their own.
            let elements = row.fields().iter().filter_map(|field| element(field, "#"));
            let detail = object! {"type" => "VerticalLayout", "elements" => Json::list(elements)};
            control.put("options", object! {"detail" => detail});
        }
        _ => {}
    }
    Some(control)
}

fn control(scope: &str) -> Json {
    object! {"type" => "Control", "scope" => scope}
}

fn group(label: &str, elements: Vec<Json>) -> Json {
    object! {"type" => "Group", "label" => label, "elements" => elements}
}
