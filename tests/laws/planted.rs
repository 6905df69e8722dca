//! Mistakes planted in documents that have none, each independent of the others.

use mgi::{Code, Problem, Report, ResponseSet, Severity};
use serde_json::{Value, json};

use crate::generate::{Responses, indicators, word};
use crate::tape::Tape;

/// A mistake in the entry of an indicator.
type InEntry = fn(&mut Value);

/// Mistakes in the entry of an indicator; each is one at every stage.
const IN_ENTRY: &[InEntry] = &[
    |entry| *entry = json!("in_place"),
    |entry| *entry = json!([entry.clone()]),
    |entry| *entry = json!(null),
    |entry| entry["colour"] = json!("blue"),
    |entry| entry["state"] = json!("perhaps"),
    |entry| entry["answer"] = json!({"option": "in_place"}),
    |entry| entry["answer"] = json!(true),
    |entry| entry["evidence"] = json!([{"source": "s99"}]),
    |entry| entry["evidence"] = json!({"source": "s1"}),
    |entry| entry["by"] = json!(["r1", "r99"]),
    |entry| entry["in_force_since"] = json!("2021-02-30"),
    |entry| entry["review"] = json!(7),
    |entry| entry["note"] = json!(null),
    |entry| entry["holder"] = json!({"level": "galactic"}),
    |entry| {
        entry["in_force_since"] = json!("2021");
        entry["in_force_until"] = json!("2020-12");
    },
];

/// Mistakes around the answers, each in a place of its own.
const AROUND: &[fn(&mut Responses)] = &[
    |set| set.head["language"] = json!("Spanish"),
    |set| set.head["place"]["country"] = json!("Panama"),
    |set| set.head["place"]["subdivision"] = json!("Province 1"),
    |set| set.head["round"]["period"] = json!("last year"),
    |set| set.head["round"]["kind"] = json!("first"),
    |set| drop(set.head.insert("illustrative".to_owned(), json!("perhaps"))),
    |set| drop(set.head.insert("colour".to_owned(), json!("blue"))),
    |set| drop(set.head.insert("approval".to_owned(), json!({"act": "An act", "date": "soon"}))),
    |set| drop(set.head.insert("queries".to_owned(), json!([{"indicator": "ZZ99", "text": "?!"}]))),
    |set| {
        drop(
            set.head.insert("priorities".to_owned(), json!([{"indicator": "ZZ99", "action": "A"}])),
        );
    },
    |set| set.answers.push(("ZZ98".to_owned(), json!({}))),
];

/// Plants up to `most` mistakes, and says how many.
pub(crate) fn plant(
    tape: &mut Tape,
    catalogue: &Value,
    responses: &mut Responses,
    most: usize,
) -> usize {
    let mut codes: Vec<String> =
        indicators(catalogue).iter().map(|indicator| word(&indicator["code"]).to_owned()).collect();
    let mut around: Vec<fn(&mut Responses)> = AROUND.to_vec();
    tape.shuffle(&mut codes);
    tape.shuffle(&mut around);
    let wanted = tape.within(1, most);
    let mut planted = 0;
    while planted < wanted {
        if tape.happens(60)
            && let Some(code) = codes.pop()
        {
            let mut entry = responses.entry(&code).cloned().unwrap_or_else(|| json!({}));
            if !entry.is_object() {
                continue;
            }
            tape.one_of(IN_ENTRY)(&mut entry);
            responses.put(&code, entry);
        } else if let Some(mistake) = around.pop() {
            mistake(responses);
        } else if codes.is_empty() {
            break;
        } else {
            continue;
        }
        planted += 1;
    }
    planted
}

/// Checks that every location of a report lies in the text that it is about, and returns how many
/// errors there are.
#[track_caller]
pub(crate) fn errors(report: &Report, text: &str) -> usize {
    let document: Value = serde_json::from_str(text).unwrap();
    for problem in report.problems() {
        let location = problem.location().unwrap();
        let marked = text.get(location.start()..location.end());
        assert!(marked.is_some_and(|marked| !marked.is_empty()), "{problem:?}");
        let before = text.get(..location.start()).unwrap();
        let line = before.rsplit('\n').next().unwrap();
        assert_eq!(location.line(), before.matches('\n').count() + 1, "{problem:?}");
        assert_eq!(location.column(), line.chars().count() + 1, "{problem:?}");
        let pointer = problem.pointer().as_str();
        // A missing answer is at the place where it would be, and marked at what lacks it.
        let is_missing = problem.code() == Code::Unanswered && marked == Some("\"answers\"");
        let pointer = if is_missing { "/answers" } else { pointer };
        assert!(document.pointer(pointer).is_some(), "{problem:?}");
    }
    let is_error = |problem: &&Problem| problem.severity() == Severity::Error;
    report.problems().iter().filter(is_error).count()
}

/// What is wrong with `text`, if it cannot be used.
pub(crate) fn report(catalogue: &mgi::Catalogue, text: &str) -> Option<Report> {
    ResponseSet::from_json(text).and_then(|set| catalogue.assess(&set)).err()
}
