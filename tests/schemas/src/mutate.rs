//! Small changes of documents, most of which leave them near the border between right and wrong.

use std::collections::BTreeSet;

use mgi::schema::{self, Dialect};

use crate::judge::plain;
use serde_json::{Map, Value, json};

use crate::chance::Chance;

/// Texts that a reader may take for something else.
const TEXTS: &[&str] = &[
    "",
    " ",
    "\t\n",
    "\u{a0}",
    "\u{85}",
    "\u{200b}",
    "\u{feff}",
    "\u{2003} ",
    "\u{180e}",
    "a",
    " a ",
    "a\u{0}b",
    "Ñandú 🌎",
    "none",
    "s1",
    "r1",
    "draft",
    "x-note",
    "id_64_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "id_65_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "_a",
    "1a",
    "a-b",
    "a.b",
    ".a",
    "ñ",
    "a\n",
    "1.0.0",
    "1.0",
    "01.0.0",
    "1.0.0-rc1",
    "999999999.0.0",
    "1000000000.0.0",
    "4294967296.0.0",
    "1.0.0\n",
    "en",
    "es",
    "EN",
    "es-PA",
    "es_PA",
    "es-",
    "e",
    "engl",
    "eng",
    "es-419",
    "es-abcdefghi",
    "es-ñ",
    "x-klingon",
    "PA",
    "pa",
    "PAN",
    "XX",
    "PA-10",
    "PA-1000",
    "PA-",
    "PA-a",
    "ÑA",
    "P1",
    "12.5",
    "true",
    "null",
    "1",
];

/// Dates and periods of all shapes.
const DATES: &[&str] = &[
    "2021",
    "0000",
    "9999",
    "21",
    "021",
    "20210",
    "+021",
    "２０２１",
    "2021-01",
    "2021-1",
    "2021-00",
    "2021-13",
    "2021-12-31",
    "2021-12-32",
    "2021-04-30",
    "2021-04-31",
    "2021-06-31",
    "2021-02-28",
    "2021-02-29",
    "2020-02-29",
    "2020-02-30",
    "1900-02-29",
    "2000-02-29",
    "2100-02-29",
    "0000-02-29",
    "0004-02-29",
    "2021-01-00",
    "2021-1-1",
    "2021-01-01T00:00:00Z",
    "2021-01-01 ",
    "2021-01-01\n",
    "2021/01/01",
    "01-01-2021",
    "2021-01-01-01",
    "2021-",
    "2020/2021",
    "2021/2020",
    "2020-05/2021-05-31",
    "2021-13/2022",
    "2020/",
    "/2021",
    "2020/2021/2022",
    "2020//2021",
    "2020-02-29/2021-02-29",
    "2020 / 2021",
];

/// Values of every type, as JSON.
const VALUES: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "1",
    "2",
    "-1",
    "59",
    "60",
    "100",
    "101",
    "1000",
    "1001",
    "1.0",
    "2.0",
    "0.0",
    "-0.0",
    "0.5",
    "1.5",
    "12.34",
    "100.0",
    "100.5",
    "-5.1",
    "1e2",
    "1E-2",
    "1e30",
    "1e300",
    "5e-324",
    "0.30000000000000004",
    "1000000000000",
    "1000000000001",
    "-1000000000000.5",
    "9007199254740993",
    "18446744073709551615",
    "-9223372036854775808",
    "123456789012345678901234567890",
    "99.99999999999999",
    "100.00000000000001",
    "[]",
    "[{}]",
    "[null]",
    "[[]]",
    "[\"\"]",
    "[\"none\"]",
    "[\"none\", \"none\"]",
    "[\"a\", \"a\"]",
    "[1]",
    "{}",
    "{\"\": 0}",
    "{\"x-note\": null}",
    "{\"X-note\": 1}",
    "{\"$schema\": 7}",
    "{\"$schema\": \"./a.json\"}",
    "{\"en\": \"One\"}",
    "{\"en\": \"One\", \"es\": \" \"}",
    "{\"en\": null}",
    "{\"EN\": \"One\"}",
    "{\"id\": \"s9\"}",
    "{\"level\": \"national\"}",
    "{\"source\": \"s1\"}",
    "{\"where\": \"p. 1\"}",
];

/// The members that an answer may have.
const OF_ANSWERS: &[&str] = &[
    "answer",
    "state",
    "account",
    "note",
    "evidence",
    "by",
    "responsible",
    "in_force_since",
    "in_force_until",
    "review",
    "holder",
    "legal_basis",
    "in_territory",
    "reason",
    "asked",
    "asked_on",
    "act",
];

const STATES: &[&str] = &["not_a_local_competence", "not_applicable_here", "unknown", "restricted"];

/// What changes are made of: the names of members and the words of the formats, and what stands in
/// the documents themselves.
#[derive(Clone, Debug)]
pub struct Mutator {
    names: Vec<String>,
    words: Vec<String>,
}

impl Mutator {
    /// With the ids and texts of `documents` among its words.
    #[must_use]
    pub fn of(documents: &[&Value]) -> Self {
        let (mut names, mut words) = (BTreeSet::new(), BTreeSet::new());
        let dialect = Dialect::Draft07;
        for schema in [
            schema::catalogue(dialect, "en"),
            schema::domain(dialect, "en"),
            schema::responses(dialect, "en"),
        ] {
            of_schema(&plain(&schema), &mut names, &mut words);
        }
        for document in documents {
            of_document(document, &mut names, &mut words);
        }
        names.extend(
            ["", " ", "x-note", "x-", "X-note", "y-note", "$schema", "$id", "en", "es", "EN"]
                .map(str::to_owned),
        );
        Self { names: names.into_iter().collect(), words: words.into_iter().collect() }
    }

    /// Changes `document`: not at all, once, or several times.
    pub fn change(&self, chance: &mut Chance, document: &mut Value) {
        let changes = match chance.below(100) {
            0..4 => 0,
            4..64 => 1,
            64..84 => 2,
            84..94 => 3,
            _ => 4 + chance.below(5),
        };
        if let Some(Value::String(version)) = document.pointer_mut("/catalogue/version")
            && chance.happens(1)
        {
            "1.0.1".clone_into(version);
        }
        for _ in 0..changes {
            let answers = document.get_mut("answers").and_then(Value::as_object_mut);
            match answers {
                Some(answers) if chance.happens(45) => self.change_answer(chance, answers),
                _ => self.change_once(chance, document),
            }
        }
    }

    fn change_once(&self, chance: &mut Chance, document: &mut Value) {
        let source =
            if chance.happens(10) { Some(any_value(chance, document).clone()) } else { None };
        let place = any_value(chance, document);
        match source {
            Some(source) if size(&source) < 200 => *place = source,
            _ => self.change_value(chance, place),
        }
    }

    fn change_value(&self, chance: &mut Chance, value: &mut Value) {
        match value {
            Value::Object(members) if !chance.happens(12) => self.change_members(chance, members),
            Value::Array(items) if !chance.happens(15) => self.change_items(chance, items),
            Value::String(text) if chance.happens(25) => *text = altered(chance, text),
            Value::String(text) if chance.happens(20) => {
                (*text).clone_from(chance.one_of(&self.words))
            }
            Value::String(text) if chance.happens(25) => *text = (*chance.one_of(DATES)).to_owned(),
            Value::String(text) if chance.happens(40) => *text = (*chance.one_of(TEXTS)).to_owned(),
            Value::Number(number) if chance.happens(60) => *value = near(chance, number),
            Value::Bool(truth) if chance.happens(30) => *truth = !*truth,
            _ => *value = self.any(chance),
        }
    }

    fn change_members(&self, chance: &mut Chance, members: &mut Map<String, Value>) {
        let any = |chance: &mut Chance, members: &Map<String, Value>| {
            let names: Vec<&String> = members.keys().collect();
            (!names.is_empty()).then(|| (*chance.one_of(&names)).clone())
        };
        match (chance.below(10), any(chance, members)) {
            (0..3, Some(name)) => {
                members.remove(&name);
            }
            (3, Some(name)) => {
                if let Some(value) = members.remove(&name) {
                    let name = match chance.below(4) {
                        0 => format!("x-{name}"),
                        1 => chance.one_of(&self.names).clone(),
                        _ => altered(chance, &name),
                    };
                    members.insert(name, value);
                }
            }
            (4, Some(name)) => {
                members.insert(name, Value::Null);
            }
            (5, Some(name)) => {
                members.insert(name, self.any(chance));
            }
            (6, Some(name)) => {
                // The value of another member.
                if let Some(value) =
                    any(chance, members).and_then(|other| members.get(&other).cloned())
                {
                    members.insert(name, value);
                }
            }
            (7, _) => members.clear(),
            _ => {
                members.insert(chance.one_of(&self.names).clone(), self.any(chance));
            }
        }
    }

    fn change_items(&self, chance: &mut Chance, items: &mut Vec<Value>) {
        if items.is_empty() {
            items.push(self.any(chance));
            return;
        }
        let place = chance.below(items.len());
        match chance.below(7) {
            0 => drop(items.remove(place)),
            1 | 2 => items.push(items[place].clone()),
            3 => {
                let mut twin = items[place].clone();
                self.change_value(chance, &mut twin);
                items.push(twin);
            }
            4 => items.clear(),
            5 => items.insert(place, json!({})),
            _ => items.push(self.any(chance)),
        }
    }

    /// A value of any type; mostly one that could stand somewhere.
    fn any(&self, chance: &mut Chance) -> Value {
        match chance.below(10) {
            0 => json!(chance.one_of(TEXTS)),
            1 => json!(chance.one_of(DATES)),
            2 | 3 => json!(chance.one_of(&self.words)),
            4 => json!([chance.one_of(&self.words)]),
            _ => value(chance),
        }
    }

    /// Changes what stands for one question, or gives it something.
    fn change_answer(&self, chance: &mut Chance, answers: &mut Map<String, Value>) {
        let codes: Vec<String> = answers.keys().cloned().collect();
        let is_number = |code: &&String| answers[*code]["answer"].is_number();
        let numbers: Vec<&String> = codes.iter().filter(is_number).collect();
        let code = if codes.is_empty() || chance.happens(5) {
            chance.one_of(&self.words).clone()
        } else if !numbers.is_empty() && chance.happens(8) {
            // Few questions ask for a number.
            let code = (*chance.one_of(&numbers)).clone();
            answers.insert(
                code.clone(),
                json!({"answer": of_number(chance, &answers[&code]["answer"])}),
            );
            return;
        } else {
            chance.one_of(&codes).clone()
        };
        let entry = answers.entry(code).or_insert_with(|| json!({}));
        let Some(members) = entry.as_object_mut() else { return self.change_value(chance, entry) };
        if let Some(Value::Array(ticked)) = members.get_mut("answer").filter(|_| chance.happens(40))
        {
            return self.change_items(chance, ticked);
        }
        match chance.below(8) {
            // A state, with some of what belongs to it, and the answer or without it.
            0 | 1 => {
                if chance.happens(85) {
                    members.remove("answer");
                }
                let state = *chance.one_of(STATES);
                members.insert("state".to_owned(), json!(state));
                let details: &[&str] = match state {
                    "not_a_local_competence" => &["holder", "legal_basis", "in_territory"],
                    "not_applicable_here" => &["reason"],
                    "unknown" => &["asked", "asked_on"],
                    _ => &["act"],
                };
                for name in details {
                    if chance.happens(75) {
                        members.insert((*name).to_owned(), self.fitting(chance, name));
                    }
                }
            }
            2 => {
                members.remove("answer");
                members.remove("state");
            }
            3..6 => {
                let name = *chance.one_of(OF_ANSWERS);
                members.insert(name.to_owned(), self.fitting(chance, name));
            }
            6 => {
                let name = *chance.one_of(OF_ANSWERS);
                members.insert(name.to_owned(), self.any(chance));
            }
            _ => self.change_members(chance, members),
        }
    }

    /// A value for a member of an answer that mostly is of the right kind.
    fn fitting(&self, chance: &mut Chance, name: &str) -> Value {
        if chance.happens(8) {
            return self.any(chance);
        }
        match name {
            "state" => json!(chance.one_of(STATES)),
            "answer" => match chance.below(3) {
                0 => value(chance),
                1 => json!(chance.one_of(&self.words)),
                _ => json!([chance.one_of(&self.words), chance.one_of(&self.words)]),
            },
            "holder" => match chance.below(6) {
                0 => json!({}),
                1 => json!({"institution": "Ministerio"}),
                2 => json!({"level": chance.one_of(&self.words)}),
                3 => json!({"x-note": 1}),
                _ => json!({"level": "national", "institution": "Ministerio"}),
            },
            "evidence" => match chance.below(5) {
                0 => json!([]),
                1 => json!([{}]),
                2 => json!([{"where": "p. 1"}]),
                3 => json!([{"source": chance.one_of(&self.words)}]),
                _ => json!([{"source": "s1", "where": "p. 1"}, {}]),
            },
            "by" => match chance.below(3) {
                0 => json!([]),
                1 => json!([chance.one_of(&["office", "r1", "p01", "?"])]),
                _ => json!([chance.one_of(&self.words), "office"]),
            },
            "in_force_since" | "in_force_until" | "asked_on" => json!(chance.one_of(DATES)),
            "responsible" => json!(chance.one_of(&["own", "shared", "other", "national"])),
            "review" => json!(chance.one_of(&["collected", "corrected", "validated", "done"])),
            "in_territory" => json!(chance.one_of(&self.words)),
            _ => json!(chance.one_of(&["Ley 1", "Ministerio", "p. 1"])),
        }
    }
}

/// One of [`VALUES`].
fn value(chance: &mut Chance) -> Value {
    let text = *chance.one_of(VALUES);
    serde_json::from_str(text).expect("it is JSON")
}

/// A value of a document: as often one near its root as any other.
fn any_value<'v>(chance: &mut Chance, document: &'v mut Value) -> &'v mut Value {
    if chance.happens(50) {
        let number = chance.below(size(document));
        return value_at(document, &mut { number }).expect("there are so many values");
    }
    let mut value = document;
    while is_container(value) && chance.happens(75) {
        let children = match value {
            Value::Object(members) => members.len(),
            Value::Array(items) => items.len(),
            _ => 0,
        };
        if children == 0 {
            break;
        }
        let child = chance.below(children);
        value = match value {
            Value::Object(members) => members.values_mut().nth(child),
            Value::Array(items) => items.get_mut(child),
            _ => None,
        }
        .expect("there are so many children");
    }
    value
}

fn is_container(value: &Value) -> bool {
    matches!(value, Value::Object(_) | Value::Array(_))
}

/// How many values there are in this one, itself among them.
fn size(value: &Value) -> usize {
    1 + match value {
        Value::Object(members) => members.values().map(size).sum(),
        Value::Array(items) => items.iter().map(size).sum(),
        _ => 0,
    }
}

/// The value of this number, counted from 0 in the order in which they stand.
fn value_at<'v>(value: &'v mut Value, number: &mut usize) -> Option<&'v mut Value> {
    if *number == 0 {
        return Some(value);
    }
    *number -= 1;
    match value {
        Value::Object(members) => members.values_mut().find_map(|member| value_at(member, number)),
        Value::Array(items) => items.iter_mut().find_map(|item| value_at(item, number)),
        _ => None,
    }
}

/// A number to answer with: near the one that stands there, or far away, or none.
fn of_number(chance: &mut Chance, number: &Value) -> Value {
    match number {
        Value::Number(number) if chance.happens(50) => near(chance, number),
        _ => value(chance),
    }
}

/// A number near this one, or the same written otherwise.
fn near(chance: &mut Chance, number: &serde_json::Number) -> Value {
    let value = number.as_f64().unwrap_or_default();
    match (chance.below(6), number.as_i64()) {
        (0, Some(whole)) => json!(whole.saturating_add(1)),
        (1, Some(whole)) => json!(whole.saturating_sub(1)),
        (2, Some(whole)) => json!(whole.saturating_neg()),
        (3, _) => json!(value),
        (4, _) => json!(value + 0.5),
        _ => json!(value * 10.0),
    }
}

/// A text with something small about it changed.
fn altered(chance: &mut Chance, text: &str) -> String {
    match chance.below(10) {
        0 => text.to_uppercase(),
        1 => text.to_lowercase(),
        2 => format!(" {text}"),
        3 => format!("{text}\n"),
        4 => text.replace(['_', '-'], " "),
        5 => text.chars().skip(1).collect(),
        6 => format!("{text}{text}"),
        7 => format!("{text}ñ"),
        8 => format!("{text}\u{200b}"),
        _ => text.chars().rev().collect(),
    }
}

fn of_schema(schema: &Value, names: &mut BTreeSet<String>, words: &mut BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            let declared = members.get("properties").and_then(Value::as_object);
            names.extend(declared.into_iter().flat_map(Map::keys).cloned());
            let listed = members.get("enum").and_then(Value::as_array).into_iter().flatten();
            words.extend(listed.filter_map(Value::as_str).map(str::to_owned));
            members.values().for_each(|member| of_schema(member, names, words));
        }
        Value::Array(items) => items.iter().for_each(|item| of_schema(item, names, words)),
        _ => {}
    }
}

fn of_document(document: &Value, names: &mut BTreeSet<String>, words: &mut BTreeSet<String>) {
    match document {
        Value::Object(members) => {
            names.extend(members.keys().cloned());
            members.values().for_each(|member| of_document(member, names, words));
        }
        Value::Array(items) => items.iter().for_each(|item| of_document(item, names, words)),
        Value::String(text) if text.len() < 30 && !text.contains(' ') => {
            words.insert(text.clone());
        }
        _ => {}
    }
}
