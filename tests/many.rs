//! Documents with a great many of one thing: the time that they take grows with their size, not
//! with its square. Times are not measured; where this does not hold, the tests take minutes.

use std::fmt::Write as _;

use mgi::catalogue::AnswerLevel;
use mgi::profile::Standing;
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

#[test]
fn ticked_options_and_options_of_conditions_are_found_in_one_step() {
    let id = |number: usize| format!("o{number}");
    let ids: Vec<String> = (0..MANY).rev().map(id).collect();
    let options: Vec<Value> =
        (0..MANY).map(|number| json!({"id": id(number), "label": {"en": "Label"}})).collect();
    let answer_types = json!({
        "ticks": {"kind": "checklist", "options": options, "none": {"en": "None"}},
        "choice": {"kind": "choice", "options": options},
        "presence": {"kind": "choice", "options": [
            {"id": "no", "label": {"en": "No"}, "points": 0},
            {"id": "yes", "label": {"en": "Yes"}, "points": 1},
        ]},
    });
    let catalogue = json!({
        "format": 1, "id": "many", "version": "1.0.0", "languages": ["en"],
        "title": {"en": "Title"}, "notice": {"en": "Notice"}, "answer_types": answer_types,
        "schemes": [{
            "id": "mean", "title": {"en": "Title"}, "description": {"en": "Description"},
            "aggregation": "indicators", "gaps": "left_out",
            "bands": [{"id": "all", "label": {"en": "All"}, "from": 0}],
        }],
        "domains": [{"code": "A", "title": {"en": "Title"}, "scope": {"en": "Scope"}, "subdomains": [
            {"code": "AA", "title": {"en": "Title"}, "indicators": [
                {"code": "A1", "title": {"en": "1"}, "question": {"en": "1?"}, "answer_type": "ticks"},
                {"code": "A2", "title": {"en": "2"}, "question": {"en": "2?"}, "answer_type": "choice"},
                {"code": "A3", "title": {"en": "3"}, "question": {"en": "3?"},
                 "answer_type": "presence", "when": [{"indicator": "A2", "is": ids}]},
            ]},
        ]}],
    });
    let catalogue = Catalogue::from_json(catalogue.to_string()).expect("it is sound");
    let set = json!({
        "format": 1, "catalogue": {"id": "many", "version": "1.0.0"}, "language": "en",
        "place": {"code": "XX-1", "name": "Puerto Ejemplo", "country": "XX"},
        "round": {"period": "2025", "kind": "baseline", "stage": "draft"},
        "answers": {"A1": {"answer": ids}, "A2": {"answer": "o19999"}, "A3": {"answer": "no"}},
    });
    let set = ResponseSet::from_json(set.to_string()).expect("it is an object");
    let assessment = catalogue.assess(&set).expect("it passes");
    assert_eq!(assessment.standing("A3"), Some(Standing::Answered));
    assert_eq!(assessment.level("A3").map(AnswerLevel::id), Some("no"));
}
