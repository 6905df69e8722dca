//! The UI schema for JSON Forms: categories, groups and controls that point into the schema.

use serde_json::{Map, Value, json};

use super::shown::{Shown, of_answers};
use super::{Form, choices, document};
use crate::catalogue::Indicator;
use crate::language::{Key, is_help, key};
use crate::schema::labels::note;

/// The parts of a form around the answers: the text that names each, and its members.
const BEFORE: &[(Key, &[&str])] = &[
    (key!("form.about"), &["place", "round", "context"]),
    (key!("form.institutions"), &["respondents"]),
    (key!("form.sources"), &["sources"]),
];
const AFTER: &[(Key, &[&str])] =
    &[(key!("form.follow_up"), &["queries", "priorities", "approval"])];

pub(super) fn ui_schema(form: &Form) -> Value {
    let schema = document::annotated(form);
    let root = Shown::root(&schema);
    let mut categories: Vec<Value> = Vec::new();
    categories.extend(BEFORE.iter().filter_map(|part| category(form, &root, part)));
    if let Some(answers) = root.member("answers") {
        for (domain, subdomains) in of_answers(form) {
            let groups = subdomains.into_iter().map(|(subdomain, indicators)| {
                let questions = indicators
                    .into_iter()
                    .filter_map(|indicator| question(form, &answers, indicator));
                group(subdomain.title(&form.language), questions.collect())
            });
            let elements: Vec<Value> = groups.collect();
            let label = domain.title(&form.language);
            categories.push(json!({"type": "Category", "label": label, "elements": elements}));
        }
    }
    categories.extend(AFTER.iter().filter_map(|part| category(form, &root, part)));
    json!({"type": "Categorization", "elements": categories})
}

/// The labels of all choices under the keys of the schema, and what is said about entries that do
/// not fit.
pub(super) fn translations(form: &Form) -> Value {
    let mut texts = Map::new();
    labels(&document::annotated(form), &mut texts);
    let words = form.words();
    for (name, text) in words.area("error.").chain(words.area("array.")) {
        if is_help(name) {
            continue;
        }
        // A builder does not fill in places for values.
        let help = words.find_help(name).filter(|help| !help.contains('{'));
        let sentences = std::iter::once(text).chain(help);
        texts.insert(name.to_owned(), words.join(key!("format.sentences"), sentences).into());
    }
    texts.into()
}

fn labels(schema: &Value, texts: &mut Map<String, Value>) {
    match schema {
        Value::Object(members) => {
            let list =
                |name: &str| members.get(name).and_then(Value::as_array).into_iter().flatten();
            if let Some(key) = members.get(note::I18N).and_then(Value::as_str) {
                for (word, label) in list("enum").zip(list(note::LABELS)) {
                    let word = word.as_str().unwrap_or_default();
                    texts.insert(format!("{key}.{word}"), label.clone());
                }
            }
            members.values().for_each(|member| labels(member, texts));
        }
        Value::Array(items) => items.iter().for_each(|item| labels(item, texts)),
        _ => {}
    }
}

fn category(form: &Form, root: &Shown<'_>, (label, names): &(Key, &[&str])) -> Option<Value> {
    let mut elements = Vec::new();
    for name in *names {
        if let Some(member) = root.member(name) {
            elements.extend(element(&member, &format!("#/properties/{name}")));
        }
    }
    (!elements.is_empty()).then(
        || json!({"type": "Category", "label": form.words().text(*label), "elements": elements}),
    )
}

fn question(form: &Form, answers: &Shown<'_>, indicator: &Indicator) -> Option<Value> {
    let question = answers.member(indicator.code())?;
    let scope = answer_scope(indicator);
    let mut elements = Vec::new();
    let description = question.text("description");
    if !description.is_empty() {
        // A group shows no description.
        elements.push(json!({"type": "Label", "text": description}));
    }
    for (name, member) in question.members() {
        let Some(mut element) = element(&member, &format!("{scope}/properties/{name}")) else {
            continue;
        };
        if let (Some(state), Some(element)) = (question.brought_by(name), element.as_object_mut()) {
            let condition = condition(&format!("{scope}/properties/state"), state);
            element.insert("rule".to_owned(), json!({"effect": "SHOW", "condition": condition}));
        }
        elements.push(element);
    }
    let mut group = group(question.text("title"), elements);
    let conditions: Vec<Value> = clauses(form, indicator);
    if let Some(group) = group.as_object_mut().filter(|_| !conditions.is_empty()) {
        let condition = json!({"type": "AND", "conditions": conditions});
        group.insert("rule".to_owned(), json!({"effect": "ENABLE", "condition": condition}));
    }
    Some(group)
}

/// When a conditional question is asked.
fn clauses(form: &Form, indicator: &Indicator) -> Vec<Value> {
    let clauses = choices::clauses(form, indicator).map(|(on, ids)| {
        condition(&format!("{}/properties/answer", answer_scope(on)), &json!({"enum": ids}))
    });
    clauses.collect()
}

fn condition(scope: &str, schema: &Value) -> Value {
    json!({"scope": scope, "schema": schema, "failWhenUndefined": true})
}

fn answer_scope(indicator: &Indicator) -> String {
    format!("#/properties/answers/properties/{}", indicator.code())
}

/// A control for a value or a list, or a group for an object; nothing for what a form hides.
fn element(shown: &Shown<'_>, scope: &str) -> Option<Value> {
    let widget = shown.text(note::WIDGET);
    if widget == "hidden" {
        return None;
    }
    let members = shown.members();
    if !members.is_empty() {
        let elements = members
            .iter()
            .filter_map(|(name, member)| element(member, &format!("{scope}/properties/{name}")));
        return Some(group(shown.text("title"), elements.collect()));
    }
    let mut control = json!({"type": "Control", "scope": scope});
    if let Some(control) = control.as_object_mut() {
        match widget {
            "radio" => drop(control.insert("options".to_owned(), json!({"format": "radio"}))),
            "textarea" => drop(control.insert("options".to_owned(), json!({"multi": true}))),
            _ => {}
        }
        if let Some(items) = shown.items().filter(|items| !items.members().is_empty()) {
            // The texts of the buttons of every list.
            control.insert(note::I18N.to_owned(), "array".into());
            // Without it, the rows are a table whose fields have no labels of their own.
            let members = items.members();
            let elements = members
                .iter()
                .filter_map(|(name, member)| element(member, &format!("#/properties/{name}")));
            let detail =
                json!({"type": "VerticalLayout", "elements": elements.collect::<Vec<_>>()});
            control.insert("options".to_owned(), json!({"detail": detail}));
        }
    }
    Some(control)
}

fn group(label: &str, elements: Vec<Value>) -> Value {
    json!({"type": "Group", "label": label, "elements": Value::Array(elements)})
}
