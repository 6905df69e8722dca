//! Catalogues and answers to them in which every text is another one, so that it is known again.

use serde_json::{Map, Value, json};

use crate::chance::Chance;
use crate::generate::{self, indicators, items, word};
use crate::members::Members;
use crate::tape::Tape;

/// A catalogue and a response set that passes.
#[derive(Clone, Debug)]
pub struct Documents {
    pub catalogue: Value,
    pub responses: Value,
}

impl Documents {
    /// Made-up documents, the same for the same seed.
    #[must_use]
    pub fn of(seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        let mut tape = Tape::new(chance.numbers(300));
        let mut catalogue = generate::catalogue(&mut tape, generate::MOST_WEIGHT);
        let mut tape = Tape::new(chance.numbers(300));
        let responses = generate::responses(&mut tape, &catalogue);
        // Whoever writes JSON with the order of answers would need another tree; here it is no matter.
        let mut responses =
            serde_json::from_str(&responses.written()).expect("what is made is JSON");
        dress(&mut chance, &mut catalogue);
        extend(&mut chance, &catalogue, &mut responses);
        Self { catalogue, responses }
    }

    /// The same documents with other words of people: each free text of the answers, and each text
    /// of the catalogue, is one of these.
    #[must_use]
    pub fn in_words(&self, words: &[&str]) -> Self {
        let mut words = words.iter().cycle().copied();
        let mut other = self.clone();
        let free = Members::of_responses().texts;
        // A word beside an answer, of which there is none here, and a text in a priority.
        let free: Vec<&str> = free.iter().map(String::as_str).chain(["responsible"]).collect();
        rewrite(&mut other.responses, &free, &mut words);
        rewrite(&mut other.catalogue, &["en"], &mut words);
        other
    }
}

fn rewrite<'w>(value: &mut Value, members: &[&str], words: &mut impl Iterator<Item = &'w str>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| rewrite(item, members, words)),
        Value::Object(entries) => {
            for (name, entry) in entries {
                if entry.is_string() && members.contains(&name.as_str()) {
                    *entry = words.next().into();
                } else {
                    rewrite(entry, members, words);
                }
            }
        }
        _ => {}
    }
}

fn text(words: &str) -> Value {
    json!({"en": words})
}

/// Gives everything that can be told apart a title, a label, a statement and a first step of its own.
fn dress(chance: &mut Chance, catalogue: &mut Value) {
    let types = catalogue["answer_types"].as_object_mut().expect("answer types");
    for (name, answer_type) in types.iter_mut() {
        for member in ["options", "levels"] {
            for level in
                answer_type.get_mut(member).and_then(Value::as_array_mut).into_iter().flatten()
            {
                let id = word(&level["id"]).to_owned();
                level["label"] = text(&format!("Label {id} of {name}"));
                if level.get("points").is_some() {
                    level["first_step"] = json!(if chance.happens(50) { "begin" } else { "go_on" });
                }
            }
        }
        if answer_type["kind"] == "number" && chance.happens(50) {
            answer_type["unit"] = text("furlongs");
        }
    }
    let types = types.clone();
    for domain in catalogue["domains"].as_array_mut().expect("domains") {
        domain["title"] = text(&format!("Title of {}", word(&domain["code"])));
        for subdomain in domain["subdomains"].as_array_mut().expect("subdomains") {
            subdomain["title"] = text(&format!("Area of {}", word(&subdomain["code"])));
            for indicator in subdomain["indicators"].as_array_mut().expect("indicators") {
                dress_indicator(chance, &types, indicator);
            }
        }
    }
    let schemes = catalogue["schemes"].as_array_mut().expect("schemes");
    for band in schemes.iter_mut().flat_map(|scheme| scheme["bands"].as_array_mut().expect("bands"))
    {
        band["label"] = text(&format!("Band {}", word(&band["id"])));
    }
    // The first scheme is the one that a profile follows.
    let first = chance.below(schemes.len());
    schemes.rotate_left(first);
}

fn dress_indicator(chance: &mut Chance, types: &Map<String, Value>, indicator: &mut Value) {
    let code = word(&indicator["code"]).to_owned();
    indicator["title"] = text(&format!("Matter {code}"));
    let answer_type = &types[word(&indicator["answer_type"])];
    let levels = if answer_type["kind"] == "checklist" { "levels" } else { "options" };
    let levels = items(&answer_type[levels]);
    if levels.iter().all(|level| level.get("points").is_none()) {
        return;
    }
    let steps: Vec<&str> = levels.iter().map(|level| word(&level["first_step"])).collect();
    for step in steps.into_iter().filter(|_| chance.happens(70)) {
        indicator["first_steps"][step] = text(&format!("Step {step} for {code}."));
    }
    if chance.happens(70) {
        for level in levels {
            let id = word(&level["id"]);
            indicator["statements"][id] = text(&format!("Statement {id} on {code}"));
        }
    }
}

/// Adds what the laws of the arithmetic have no need of: more of what stands beside the answers.
fn extend(chance: &mut Chance, catalogue: &Value, responses: &mut Value) {
    let codes: Vec<&Value> =
        indicators(catalogue).into_iter().map(|indicator| &indicator["code"]).collect();
    let stage = if chance.happens(50) { "draft" } else { "in_validation" };
    responses["round"]["stage"] = json!(stage);
    responses["round"]["kind"] = json!(if chance.happens(50) { "baseline" } else { "follow_up" });
    let mut queries = Vec::new();
    for number in 0..chance.below(6) {
        let mut query =
            json!({"indicator": chance.one_of(&codes), "text": format!("Query {number}?")});
        if chance.happens(50) {
            query["to"] = json!(format!("Office {number}"));
        }
        if chance.happens(50) {
            query["closed"] = json!("2021-11-05");
            query["resolution"] = json!(format!("Resolution {number}"));
        }
        queries.push(query);
    }
    responses["queries"] = json!(queries);
    let mut priorities = Vec::new();
    for number in 0..chance.below(4) {
        let mut priority =
            json!({"indicator": chance.one_of(&codes), "action": format!("Action {number}.")});
        if chance.happens(50) {
            priority["responsible"] = json!(format!("Unit {number}"));
        }
        if chance.happens(50) {
            priority["date"] = json!("2023-04");
        }
        if chance.happens(50) {
            priority["status"] = json!(chance.one_of(&["planned", "under_way", "done", "dropped"]));
        }
        priorities.push(priority);
    }
    responses["priorities"] = json!(priorities);
    let answers = responses["answers"].as_object_mut().expect("answers");
    for (code, entry) in answers.iter_mut() {
        if entry.get("account").is_some() && chance.happens(80) {
            entry["account"] = json!(format!("Account on {code}"));
        }
        if entry.get("evidence").is_some() && chance.happens(50) {
            entry["evidence"] =
                json!([{"source": "s2"}, {"source": "s2", "where": "p. 2"}, {"source": "s1"}]);
        }
        for member in ["legal_basis", "reason", "act", "asked"] {
            if entry.get(member).is_some() {
                entry[member] = json!(format!("{member} of {code}"));
            }
        }
    }
}
