//! Documents with a great many of one thing: the time that they take grows with their size, not
//! with its square. Times are not measured; where this does not hold, the tests take minutes.

use std::fmt::Write as _;

use mgi::{Catalogue, Code, ResponseSet};
use serde_json::{Map, Value, json};

/// How many there are of each thing.
const MANY: usize = 20_000;

#[test]
fn what_is_not_known_is_compared_for_kept_problems_only() {
    let sources: Vec<Value> = (0..MANY)
        .map(|number| json!({"id": format!("s{number}"), "title": "Title", "kind": "web"}))
        .collect();
    let evidence: Vec<Value> =
        (0..MANY).map(|number| json!({"source": format!("t{number}")})).collect();
    let set = json!({
        "format": 1,
        "catalogue": {"id": "mgi-local", "version": "1.0.0"},
        "sources": sources,
        "answers": {"MR01": {"answer": "partly", "evidence": evidence}},
    });
    let set = ResponseSet::from_json(set.to_string()).expect("it is an object");
    let report = Catalogue::local().assess(&set).expect_err("no source is known");
    assert!(report.problems().iter().any(|problem| problem.code() == Code::TooManyProblems));
}

#[test]
fn conditions_that_name_no_indicator_are_compared_for_kept_problems_only() {
    let indicators: Vec<Value> = (0..MANY)
        .map(|number| {
            json!({
                "code": format!("A{number}"),
                "answer_type": "words",
                "when": [{"indicator": format!("B{number}"), "is": ["yes"]}],
            })
        })
        .collect();
    let catalogue = json!({
        "answer_types": {"words": {"kind": "text"}},
        "domains": [{"code": "A", "subdomains": [{"code": "AA", "indicators": indicators}]}],
    });
    let report = Catalogue::from_json(catalogue.to_string()).expect_err("it lacks its title");
    assert!(report.problems().iter().any(|problem| problem.code() == Code::TooManyProblems));
}

#[test]
fn statements_find_their_options_in_one_pass() {
    let id = |number: usize| format!("o{number}");
    let options: Vec<Value> = (0..MANY)
        .map(|number| json!({"id": id(number), "label": {"en": "Label"}, "points": number % 2}))
        .collect();
    let statements: Map<String, Value> =
        (0..MANY).rev().map(|number| (id(number), json!({"en": "Statement"}))).collect();
    let catalogue = json!({
        "answer_types": {"choice": {"kind": "choice", "options": options}},
        "domains": [{"code": "A", "subdomains": [{"code": "AA", "indicators": [
            {"code": "A1", "answer_type": "choice", "statements": statements},
        ]}]}],
    });
    let report = Catalogue::from_json(catalogue.to_string()).expect_err("it lacks its title");
    assert!(report.problems().iter().all(|problem| problem.code() == Code::MissingMember));
}

#[test]
fn members_that_stand_twice_are_compared_in_one_pass() {
    let object = |numbers: &mut dyn Iterator<Item = usize>| {
        let mut object = String::from("{");
        for number in numbers {
            write!(object, "\"k{number}\": {number}, ").expect("a text takes anything");
        }
        object + "\"end\": 0}"
    };
    let (one, two) = (object(&mut (0..MANY)), object(&mut (0..MANY).rev()));
    let set = format!("{{\"format\": {one}, \"format\": {two}}}");
    let set = ResponseSet::from_json(set).expect("it is an object");
    let report = Catalogue::local().assess(&set).expect_err("the format is no object");
    let mut problems = report.problems().iter();
    let twice = problems.find(|problem| problem.code() == Code::DuplicateMember);
    let twice = twice.expect("the second one is reported");
    assert!(twice.mend().is_some(), "both say the same: {twice:?}");
}
