//! Runs the case files under `tests/cases`: data that any implementation of the formats could run.
//!
//! `tests/cases/README.md` says what a case file may have and how it is compared.
//! `MGI_CASE=scoring/ cargo test --test cases` runs only those whose path contains this text.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "a test reads its cases, and panics where one of them is not as it should be"
)]

#[path = "support/case.rs"]
mod case;

use std::fmt::Write as _;
use std::io::Write as _;

use mgi::problem::{Change, Location, Mend};
use mgi::{Catalogue, Code, Problem, ResponseSet, Stage};
use serde_json::{Map, Value, json};

use self::case::{Case, LEAST, Outcome, cases, run, run_with, text_at};

#[test]
fn every_case_holds() {
    let mut failures = Vec::new();
    for (name, case) in wanted(cases()) {
        if let Err(failure) = check(&case) {
            failures.push(format!("{name}: {}\n{failure}", case.states));
        }
    }
    assert!(failures.is_empty(), "{} failed\n\n{}", failures.len(), failures.join("\n\n"));
}

#[test]
fn every_code_is_raised_by_a_case() {
    let mut missing: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    // A case with a defect says what should be raised, not what is.
    for (_, case) in cases().iter().filter(|(_, case)| case.defect.is_none()) {
        let expected = case.problems.iter().chain(&case.lint).flatten();
        for code in expected.filter_map(|problem| problem.get("code")?.as_str()) {
            missing.retain(|name| *name != code);
        }
    }
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn no_case_is_lost() {
    let cases = cases();
    for (folder, least) in LEAST {
        let count = cases.iter().filter(|(name, _)| name.starts_with(folder)).count();
        assert!(count >= least, "{folder}: {count} cases");
    }
    let reckoned = cases.iter().filter(|(_, case)| case.arithmetic.is_some()).count();
    assert!(reckoned >= 75, "{reckoned} cases with arithmetic");
}

#[test]
fn the_base_is_well_made_and_answered_completely() {
    let catalogue = Catalogue::from_json(text_at("base/catalogue.json"));
    let catalogue = catalogue.unwrap_or_else(|report| panic!("{}", report.render("en")));
    let set = ResponseSet::from_json(text_at("base/responses.json")).expect("the base is read");
    assert_eq!(set.stage(), Stage::Final);
    let assessment = catalogue.assess(&set);
    let assessment = assessment.unwrap_or_else(|report| panic!("{}", report.render("en")));
    assert_eq!(assessment.warnings(), []);
    assert_eq!(catalogue.lint(), []);
    assert_eq!(catalogue.indicators().len(), 14);
}

/// The cases that `MGI_CASE` asks for, which are named on standard error; all if it asks for none.
fn wanted(mut cases: Vec<(String, Case)>) -> Vec<(String, Case)> {
    let Ok(part) = std::env::var("MGI_CASE") else { return cases };
    cases.retain(|(name, _)| format!("tests/cases/{name}.json").contains(&part));
    assert!(!cases.is_empty(), "no case has `{part}` in its path");
    let names: Vec<&str> = cases.iter().map(|(name, _)| name.as_str()).collect();
    // Not by `eprintln!`, whose output a passing test does not show.
    writeln!(std::io::stderr(), "{} of the cases:\n{}", names.len(), names.join("\n"))
        .expect("standard error can be written to");
    cases
}

/// Whether a case holds; if not, what came out and what should have.
fn check(case: &Case) -> Result<(), String> {
    assert!(
        case.problems.is_some()
            || case.lint.is_some()
            || case.profile.is_some()
            || case.consolidated.is_some(),
        "{}: the case expects nothing",
        case.states
    );
    let outcome = run(case);
    let difference = compare(case, &outcome).or_else(|| compare_mended(case, &outcome));
    match (&case.defect, difference) {
        (None, None) | (Some(_), Some(_)) => Ok(()),
        (None, Some(difference)) => Err(difference),
        (Some(defect), None) => Err(format!("  holds; remove \"defect\": {defect}")),
    }
}

/// The first of the expected things that did not come out.
fn compare(case: &Case, outcome: &Outcome) -> Option<String> {
    let problems = case.problems.as_deref().unwrap_or_default();
    let difference = compare_problems("problems", &outcome.problems, problems, outcome)
        .or_else(|| compare_problems("lint", &outcome.lint, case.lint.as_deref()?, outcome))
        .or_else(|| {
            let want = case.consolidated.as_ref()?;
            let got = outcome.consolidated.as_ref().unwrap_or(&Value::Null);
            (got != want).then(|| format!("  got  {got}\n  want {want}"))
        });
    if difference.is_some() {
        return difference;
    }
    let mut differences = String::new();
    if let Some(want) = &case.profile {
        let got = outcome.profile.as_ref().unwrap_or(&Value::Null);
        compare_parts("", got, want, &mut differences);
    }
    (!differences.is_empty()).then_some(differences)
}

fn compare_problems(
    member: &str,
    got: &[Problem],
    want: &[Map<String, Value>],
    outcome: &Outcome,
) -> Option<String> {
    let all: Vec<Value> = got.iter().map(described).collect();
    let is_meant = |got: &Value, want: &Map<String, Value>| {
        want.contains_key("code")
            && want.contains_key("pointer")
            && want.iter().all(|(name, value)| got.get(name) == Some(value))
    };
    let is_right =
        all.len() == want.len() && all.iter().zip(want).all(|(got, want)| is_meant(got, want));
    if !is_right {
        let mut text = format!("  {member}");
        for (kind, list) in
            [("got", &all), ("want", &want.iter().map(|each| json!(each)).collect())]
        {
            for problem in list {
                write!(text, "\n  {kind} {problem}").expect("a text can be written to");
            }
        }
        return Some(text);
    }
    got.iter().find_map(|problem| {
        let related = problem.related().iter();
        let places = std::iter::once((problem.document(), problem.pointer().as_str()))
            .chain(related.map(|related| (related.document(), related.pointer().as_str())));
        for (document, pointer) in places {
            // A missing answer is at the place where it would be.
            let holder = pointer.rsplit_once('/').map(|(holder, _)| holder);
            let holder = holder.filter(|_| problem.code() == Code::Unanswered);
            let mut pointers = std::iter::once(pointer).chain(holder);
            if !pointers.any(|pointer| resolves(outcome, document, pointer)) {
                return Some(format!("  {document} has nothing at {pointer}"));
            }
        }
        let words = ["en", "es"].map(|to| [problem.message(to), problem.help(to)].join("\n"));
        let has_holes = |words: &String| ["{", "``", "  "].iter().any(|hole| words.contains(hole));
        let holes = words.iter().find(|words| has_holes(words))?;
        Some(format!("  {} has words with holes: {holes}", problem.code()))
    })
}

/// What is left when every certain mend is applied, if the case says so.
fn compare_mended(case: &Case, outcome: &Outcome) -> Option<String> {
    let want = case.mended.as_deref()?;
    let mended = run_with(case, outcome.mended());
    let left: Vec<Problem> = mended.all().cloned().collect();
    compare_problems("mended", &left, want, &mended)
}

/// The members of a problem that a case may name.
fn described(problem: &Problem) -> Value {
    let location = problem.location();
    let related = problem.related().iter().map(|related| related.pointer().as_str());
    json!({
        "code": problem.code().name(),
        "severity": problem.severity().name(),
        "document": problem.document(),
        "pointer": problem.pointer().as_str(),
        "line": location.map(Location::line),
        "column": location.map(Location::column),
        "related": related.collect::<Vec<_>>(),
        "suggestion": problem.suggestions().next(),
        "suggestions": problem.suggestions().collect::<Vec<_>>(),
        "mend": problem.mend().map(change),
    })
}

/// What a mend changes, as a case says it.
fn change(mend: &Mend) -> Value {
    match mend.change() {
        Change::Replace(json) => {
            let value: Value = serde_json::from_str(json).expect("a mend is JSON");
            json!({"replace": value})
        }
        Change::Rename(name) => json!({"rename": name}),
        Change::Remove => json!("remove"),
        other => panic!("there is no word for {other:?}"),
    }
}

/// Whether the pointer leads to something; the root of what cannot be read is there all the same.
fn resolves(outcome: &Outcome, document: &str, pointer: &str) -> bool {
    let Some(bytes) = outcome.documents.get(document) else { return false };
    let text = String::from_utf8_lossy(bytes);
    let value: Option<Value> = serde_json::from_str(text.trim_start_matches('\u{feff}')).ok();
    pointer.is_empty() || value.is_some_and(|value| value.pointer(pointer).is_some())
}

/// Objects are compared by the members given, lists item by item and whole; null is absence too.
fn compare_parts(at: &str, got: &Value, want: &Value, differences: &mut String) {
    match (got, want) {
        (Value::Object(got), Value::Object(want)) => {
            for (name, want) in want {
                let got = got.get(name).unwrap_or(&Value::Null);
                compare_parts(&format!("{at}/{name}"), got, want, differences);
            }
        }
        (Value::Array(got), Value::Array(want)) if got.len() == want.len() => {
            for (index, (got, want)) in got.iter().zip(want).enumerate() {
                compare_parts(&format!("{at}/{index}"), got, want, differences);
            }
        }
        _ if got == want => {}
        _ => writeln!(differences, "  {at}\n  got  {got}\n  want {want}")
            .expect("a text can be written to"),
    }
}
