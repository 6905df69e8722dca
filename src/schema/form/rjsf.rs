//! The UI schema for react-jsonschema-form: it stands beside the data, member by member.

use serde_json::{Map, Value, json};

use super::shown::{Shown, of_answers};
use super::{Form, document};
use crate::schema::labels::note;

pub(super) fn ui_schema(form: &Form) -> Value {
    let schema = document::annotated(form);
    let mut root = ui(&Shown::root(&schema));
    if let Some(answers) = root.get_mut("answers").and_then(Value::as_object_mut) {
        answers.insert("ui:options".to_owned(), json!({"groups": groups(form)}));
    }
    root.into()
}

/// The questions by domain and subdomain, for templates that show them so.
fn groups(form: &Form) -> Value {
    let language = &form.language;
    let domains = of_answers(form).map(|(domain, subdomains)| {
        let subdomains = subdomains.into_iter().map(|(subdomain, indicators)| {
            let codes: Vec<&str> = indicators.iter().map(|indicator| indicator.code()).collect();
            json!({
                "code": subdomain.code(),
                "title": subdomain.title(language),
                "codes": codes,
            })
        });
        json!({
            "domain": domain.code(),
            "title": domain.title(language),
            "subdomains": subdomains.collect::<Vec<_>>(),
        })
    });
    domains.collect()
}

fn ui(shown: &Shown<'_>) -> Map<String, Value> {
    let mut ui = Map::new();
    let members = shown.members();
    let widget = shown.note(note::WIDGET).and_then(Value::as_str);
    if widget == Some("hidden") && !members.is_empty() {
        // Only a single value can be hidden.
        ui.insert("ui:options".to_owned(), json!({"label": false}));
        for (name, _) in members {
            ui.insert(name.to_owned(), json!({"ui:widget": "hidden"}));
        }
        return ui;
    }
    if let Some(widget) = widget {
        ui.insert("ui:widget".to_owned(), widget.into());
    }
    if let Some(labels) = shown.note(note::LABELS) {
        ui.insert("ui:enumNames".to_owned(), labels.clone());
    }
    if let Some(items) = shown.items() {
        match items.note(note::LABELS) {
            Some(labels) if shown.is_set() => {
                ui.insert("ui:widget".to_owned(), "checkboxes".into());
                ui.insert("ui:enumNames".to_owned(), labels.clone());
            }
            _ => {
                ui.extend(
                    Some(("items".to_owned(), Value::from(self::ui(&items)))).filter(
                        |(_, items)| items.as_object().is_some_and(|items| !items.is_empty()),
                    ),
                );
            }
        }
    }
    if !members.is_empty() {
        let mut order: Vec<&str> = members.iter().map(|(name, _)| *name).collect();
        // Without it, a member that the order does not name would be an error.
        order.push("*");
        ui.insert("ui:order".to_owned(), order.into());
    }
    for (name, member) in members {
        let member = self::ui(&member);
        if !member.is_empty() {
            ui.insert(name.to_owned(), member.into());
        }
    }
    ui
}
