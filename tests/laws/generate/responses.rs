//! Answers to a catalogue.

use serde_json::{Map, Value, json};

use super::{answer_type, indicators, items, word};
use crate::oracle;
use crate::tape::Tape;

/// Texts that a place might write, some of them hard to print.
const OWN_WORDS: [&str; 4] =
    ["Plan Ñ", "\"quoted\" \\ and\ttabbed", "line\nbreak, bell \u{7} \u{1f30e}", "{place} & <b>"];

/// A response set in the making. Its answers keep their order, which JSON values do not.
#[derive(Clone, Debug)]
pub(crate) struct Responses {
    /// Every member but the answers.
    pub(crate) head: Map<String, Value>,
    /// The answers by indicator code, in order.
    pub(crate) answers: Vec<(String, Value)>,
}

impl Responses {
    /// The set as JSON.
    #[must_use]
    pub(crate) fn written(&self) -> String {
        let answers: Vec<String> = self
            .answers
            .iter()
            .map(|(code, entry)| format!("{}: {entry}", Value::from(code.as_str())))
            .collect();
        let mut members: Vec<String> = self
            .head
            .iter()
            .map(|(name, value)| format!("{}: {value}", Value::from(name.as_str())))
            .collect();
        members.push(format!("\"answers\": {{{}}}", answers.join(", ")));
        format!("{{{}}}", members.join(",\n"))
    }

    /// What stands for this indicator.
    #[must_use]
    pub(crate) fn entry(&self, code: &str) -> Option<&Value> {
        self.answers.iter().find(|(known, _)| known == code).map(|(_, entry)| entry)
    }

    /// Puts `entry` where something else stands for this indicator, or at the end.
    pub(crate) fn put(&mut self, code: &str, entry: Value) {
        match self.answers.iter_mut().find(|(known, _)| known == code) {
            Some((_, known)) => *known = entry,
            None => self.answers.push((code.to_owned(), entry)),
        }
    }

    /// Takes out what stands for this indicator.
    pub(crate) fn take_out(&mut self, code: &str) {
        self.answers.retain(|(known, _)| known != code);
    }
}

/// Any mix of answers, states, gaps, and what forms leave behind.
pub(crate) fn responses(tape: &mut Tape, catalogue: &Value) -> Responses {
    let mut responses = Responses { head: head(tape, catalogue), answers: Vec::new() };
    let answered = *tape.one_of(&[60, 30, 85, 100]);
    for indicator in indicators(catalogue) {
        let code = word(&indicator["code"]).to_owned();
        let entry = if tape.happens(answered) {
            entry(tape, catalogue, indicator)
        } else {
            match tape.below(100) {
                0..40 => continue,
                40..55 => blank(tape, catalogue, indicator),
                _ => state(tape, catalogue, indicator),
            }
        };
        responses.answers.push((code, entry));
    }
    // Whether a question that does not count waits for its condition is a law of its own.
    for code in oracle::excused_while_undecided(catalogue, &responses) {
        responses.take_out(&code);
    }
    responses
}

fn head(tape: &mut Tape, catalogue: &Value) -> Map<String, Value> {
    let mut head = json!({
        "format": 1,
        "catalogue": {"id": "laws", "version": "1.0.0"},
        "language": "es",
        "place": {"code": "XA-1", "name": "Lugar de ejemplo", "country": "XA"},
        "round": {"period": "2021", "kind": "baseline", "information_as_of": "2021-12-31"},
        "respondents": [
            {"id": "r1", "institution": "Alcaldía", "level": "municipal", "role": "focal_point"},
            {"id": "r2", "institution": "Ministerio", "level": "national", "role": "respondent"},
        ],
        "sources": [
            {"id": "s1", "title": "Plan", "kind": "plan", "date": "2020"},
            {"id": "s2", "title": "Informe", "kind": "report"},
            {"id": "s3", "title": "Acuerdo", "kind": "agreement", "address": "https://example.org"},
        ],
    });
    head["round"]["stage"] = json!(tape.one_of(&["draft", "in_validation"]));
    if tape.happens(30) {
        head["illustrative"] = json!(tape.happens(50));
    }
    if tape.happens(30) {
        head["context"] = json!(tape.one_of(&OWN_WORDS));
    }
    if tape.happens(20) {
        head["x-note"] = json!({"of": ["the", 1.5, -3, null, true], "": {}});
    }
    let indicators = indicators(catalogue);
    for member in ["queries", "priorities"] {
        let entries: Vec<Value> = (0..tape.below(3))
            .map(|number| {
                let code = &tape.one_of(&indicators)["code"];
                let what = if member == "queries" { "text" } else { "action" };
                json!({"indicator": code, what: format!("{member} {number}")})
            })
            .collect();
        if !entries.is_empty() {
            head[member] = json!(entries);
        }
    }
    head.as_object().expect("an object").clone()
}

/// An entry with an answer, and some of what may stand beside it.
pub(crate) fn entry(tape: &mut Tape, catalogue: &Value, indicator: &Value) -> Value {
    let mut entry = json!({"answer": answer(tape, answer_type(catalogue, indicator))});
    if tape.happens(30) {
        let source = tape.one_of(&["s1", "s2", "s3"]);
        entry["evidence"] = json!([{"source": source, "where": "p. 1"}, {}]);
    }
    if tape.happens(20) {
        entry["account"] = json!(tape.one_of(&OWN_WORDS));
    }
    if tape.happens(20) {
        entry["note"] = json!("Internal");
        entry["by"] = json!([tape.one_of(&["r1", "r2"])]);
    }
    entry
}

/// An answer that fits the answer type.
pub(crate) fn answer(tape: &mut Tape, answer_type: &Value) -> Value {
    let options = items(&answer_type["options"]);
    match word(&answer_type["kind"]) {
        "choice" => tape.one_of(options)["id"].clone(),
        "checklist" => {
            let mut ticked: Vec<Value> = options
                .iter()
                .filter(|_| tape.happens(50))
                .map(|option| option["id"].clone())
                .collect();
            tape.shuffle(&mut ticked);
            if ticked.is_empty() { json!(["none"]) } else { json!(ticked) }
        }
        "number" if tape.happens(30) => json!(12.5),
        "number" => json!(tape.within(0, 100)),
        _ => json!(tape.one_of(&OWN_WORDS)),
    }
}

/// What a form leaves behind for a question without an answer.
pub(crate) fn blank(tape: &mut Tape, catalogue: &Value, indicator: &Value) -> Value {
    let is_list = answer_type(catalogue, indicator)["kind"] == "checklist";
    match tape.below(if is_list { 5 } else { 4 }) {
        0 => json!({}),
        1 => json!({"evidence": [{}]}),
        2 => json!({"answer": ""}),
        3 => json!({"state": " "}),
        _ => json!({"answer": []}),
    }
}

/// One of the states that the indicator allows, with all, some or none of what it needs.
pub(crate) fn state(tape: &mut Tape, catalogue: &Value, indicator: &Value) -> Value {
    let mut allowed = vec!["unknown"];
    allowed.extend(items(&indicator["states"]).iter().map(word));
    let state = *tape.one_of(&allowed);
    let mut members = match state {
        "not_a_local_competence" => json!({
            "holder": {"level": "national", "institution": "MEDUCA"},
            "legal_basis": "Ley 1",
        }),
        "not_applicable_here" => json!({"reason": "No hay costa"}),
        "restricted" => json!({"act": "Decreto 2"}),
        _ => json!({"asked": "Policía", "asked_on": "2021-12-01"}),
    };
    let options = items(&answer_type(catalogue, indicator)["options"]);
    if state == "not_a_local_competence" && !options.is_empty() && tape.happens(40) {
        members["in_territory"] = tape.one_of(options)["id"].clone();
    }
    if let Some(members) = members.as_object_mut() {
        members.retain(|_, _| !tape.happens(10));
    }
    members["state"] = json!(state);
    // A list from which every tick was taken says nothing.
    if answer_type(catalogue, indicator)["kind"] == "checklist" && tape.happens(20) {
        members["answer"] = json!([]);
    }
    members
}
