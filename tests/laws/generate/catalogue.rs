//! Small sound catalogues.

use serde_json::{Map, Value, json};

use super::text;
use crate::tape::Tape;

/// The sum of weights in one subdomain, at most. With the weights above them, sums then stay within
/// what a catalogue may have.
pub(crate) const MOST_WEIGHT: usize = 60;

const STATES: [&str; 4] =
    ["not_a_local_competence", "not_applicable_here", "restricted", "unknown"];

/// A sound catalogue of one to three domains, one to four subdomains in each, and one to five
/// indicators in each of those; with choices, checklists and context, conditions, weights at every
/// level, and four schemes: both aggregations with both gap rules, each with one of both overall
/// figures or none. The weights of a subdomain sum to
/// `most_weight` at most, which is 5 or more.
pub(crate) fn catalogue(tape: &mut Tape, most_weight: usize) -> Value {
    let types = Types::draw(tape);
    let mut domains = Vec::new();
    for domain in 1..=tape.within(1, 3) {
        let mut subdomains = Vec::new();
        for subdomain in 1..=tape.within(1, 4) {
            let code = format!("D{domain}s{subdomain}");
            let indicators = indicators(tape, &types, &code, most_weight);
            let part = json!({"code": code, "title": text("s"), "indicators": indicators});
            subdomains.push(weighed(tape, part));
        }
        let code = format!("D{domain}");
        let scope = text("What it asks about");
        let domain =
            json!({"code": code, "title": text("d"), "scope": scope, "subdomains": subdomains});
        domains.push(weighed(tape, domain));
    }
    // Something is scored, whatever was drawn.
    domains[0]["subdomains"][0]["indicators"][0]["answer_type"] = json!(types.scored[0]);
    conditions(tape, &types, &mut domains);
    json!({
        "format": 1,
        "id": "laws",
        "version": "1.0.0",
        "title": text("A made-up catalogue"),
        "notice": text("It says nothing about anybody"),
        "languages": ["en"],
        "answer_types": types.entries,
        "schemes": schemes(tape),
        "domains": domains,
    })
}

/// A domain or subdomain with a weight, or without one.
fn weighed(tape: &mut Tape, mut part: Value) -> Value {
    if tape.happens(60) {
        part["weight"] = json!(tape.within(1, 10));
    }
    part
}

/// Answer types, and their names by what they are for.
struct Types {
    entries: Map<String, Value>,
    scored: Vec<String>,
    /// Choices that are not scored, on which conditions can rest.
    context: Vec<String>,
}

impl Types {
    fn draw(tape: &mut Tape) -> Self {
        let mut entries = Map::new();
        let mut scored = Vec::new();
        let mut add = |names: &mut Vec<String>, name: String, entry: Value| {
            entries.insert(name.clone(), entry);
            names.push(name);
        };
        for number in 0..tape.within(1, 3) {
            add(&mut scored, format!("choice{number}"), choice(tape));
        }
        for number in 0..tape.within(0, 2) {
            add(&mut scored, format!("checklist{number}"), checklist(tape));
        }
        let mut context = Vec::new();
        for number in 0..2 {
            let options = options(tape.within(2, 3));
            let entry = json!({"kind": "choice", "options": options});
            add(&mut context, format!("context{number}"), entry);
        }
        let number = json!({"kind": "number", "minimum": -5, "maximum": 100, "decimals": 1});
        entries.insert("number".to_owned(), number);
        entries.insert("text".to_owned(), json!({"kind": "text"}));
        let ticked = json!({"kind": "checklist", "options": options(2), "none": text("None")});
        entries.insert("ticked".to_owned(), ticked);
        Self { entries, scored, context }
    }
}

fn options(count: usize) -> Vec<Value> {
    (0..count).map(|number| json!({"id": format!("o{number}"), "label": text("o")})).collect()
}

/// Points from 0 to 10, in any order, at least one of them 0 and at least one above.
fn points(tape: &mut Tape, count: usize) -> Vec<usize> {
    let mut points: Vec<usize> = (0..count).map(|_| tape.below(11)).collect();
    let zero = tape.below(count);
    points[zero] = 0;
    if points.iter().all(|points| *points == 0) {
        points[(zero + 1) % count] = tape.within(1, 10);
    }
    points
}

fn choice(tape: &mut Tape) -> Value {
    let count = tape.within(2, 4);
    let mut options = options(count);
    for (option, points) in options.iter_mut().zip(points(tape, count)) {
        option["points"] = json!(points);
        if tape.happens(20) {
            option["under_way"] = json!(true);
        }
    }
    json!({"kind": "choice", "options": options})
}

fn checklist(tape: &mut Tape) -> Value {
    let count = tape.within(1, 4);
    let mut limits: Vec<usize> = (1..=count).filter(|_| tape.happens(50)).collect();
    if limits.is_empty() {
        limits.push(count);
    }
    limits.insert(0, 0);
    let points = points(tape, limits.len());
    let levels: Vec<Value> = limits
        .into_iter()
        .zip(points)
        .enumerate()
        .map(|(number, (from, points))| {
            let mut level = json!({"label": text("l"), "from": from, "points": points});
            level["id"] = json!(format!("l{number}"));
            if tape.happens(20) {
                level["under_way"] = json!(true);
            }
            level
        })
        .collect();
    let options = options(count);
    json!({"kind": "checklist", "options": options, "none": text("None"), "levels": levels})
}

fn indicators(tape: &mut Tape, types: &Types, subdomain: &str, most_weight: usize) -> Vec<Value> {
    let count = tape.within(1, 5);
    let mut used = 0;
    (1..=count)
        .map(|number| {
            let answer_type = match tape.below(100) {
                0..70 => tape.one_of(&types.scored),
                70..90 => tape.one_of(&types.context),
                90..94 => "number",
                94..97 => "text",
                _ => "ticked",
            };
            let mut indicator = json!({
                "code": format!("{subdomain}i{number}"),
                "title": text("i"),
                "question": text("Is there something?"),
                "answer_type": answer_type,
            });
            // Every indicator after this one needs a weight of at least 1.
            let left = most_weight - used - (count - number);
            let weight = if tape.happens(60) { tape.within(1, 20).min(left) } else { 1 };
            used += weight;
            if weight > 1 || tape.happens(20) {
                indicator["weight"] = json!(weight);
            }
            let states: Vec<&str> = STATES.into_iter().filter(|_| tape.happens(60)).collect();
            if !states.is_empty() {
                indicator["states"] = json!(states);
            }
            indicator
        })
        .collect()
}

/// Lets some questions depend on choices that are not scored and depend on nothing themselves.
fn conditions(tape: &mut Tape, types: &Types, domains: &mut [Value]) {
    let mut all: Vec<&mut Value> = domains
        .iter_mut()
        .flat_map(|domain| domain["subdomains"].as_array_mut().expect("a list"))
        .flat_map(|subdomain| subdomain["indicators"].as_array_mut().expect("a list"))
        .collect();
    let mut rests = Vec::new();
    let mut conditional = Vec::new();
    for (index, indicator) in all.iter().enumerate() {
        let name = indicator["answer_type"].as_str().unwrap_or_default();
        if types.context.iter().any(|context| context == name) && !tape.happens(20) {
            let count = types.entries[name]["options"].as_array().map_or(0, Vec::len);
            rests.push((indicator["code"].clone(), count));
        } else if tape.happens(35) {
            conditional.push(index);
        }
    }
    if rests.is_empty() {
        return;
    }
    for index in conditional {
        let parts: Vec<Value> = (0..tape.within(1, 2))
            .map(|_| {
                let (code, count) = tape.one_of(&rests).clone();
                let mut is: Vec<String> = (0..count)
                    .filter(|_| tape.happens(50))
                    .map(|option| format!("o{option}"))
                    .collect();
                if is.is_empty() {
                    is.push("o0".to_owned());
                }
                json!({"indicator": code, "is": is})
            })
            .collect();
        all[index]["when"] = json!(parts);
    }
}

fn schemes(tape: &mut Tape) -> Vec<Value> {
    let mut schemes = Vec::new();
    for aggregation in ["indicators", "subdomains"] {
        for gaps in ["left_out", "as_worst"] {
            let mut scheme = json!({
                "id": format!("{aggregation}_{gaps}"),
                "title": text("A scheme"),
                "description": text("How it reckons"),
                "aggregation": aggregation,
                "gaps": gaps,
                "bands": bands(tape),
            });
            if tape.happens(70) {
                scheme["overall"] = json!(tape.one_of(&["indicators", "domains"]));
            }
            if tape.happens(50) {
                scheme["publishes_subdomains"] = json!(tape.happens(80));
            }
            if gaps == "left_out" && tape.happens(60) {
                scheme["minima"] = minima(tape);
            }
            schemes.push(scheme);
        }
    }
    schemes
}

fn bands(tape: &mut Tape) -> Vec<Value> {
    let mut limits: Vec<usize> = (0..tape.below(5)).map(|_| tape.within(1, 100)).collect();
    limits.push(0);
    limits.sort_unstable();
    limits.dedup();
    limits
        .into_iter()
        .map(|from| json!({"id": format!("b{from}"), "label": text("b"), "from": from}))
        .collect()
}

fn minima(tape: &mut Tape) -> Value {
    let mut minima = json!({});
    for (member, most) in [("coverage", 100), ("reach", 100), ("answered", 6)] {
        if tape.happens(50) {
            minima[member] = json!(tape.within(0, most));
        }
    }
    minima
}
