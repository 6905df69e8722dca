//! Runs the case files under `tests/cases`: data that any implementation of the formats could run.
//!
//! `tests/cases/README.md` says what a case file may have and how it is compared.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "a test reads its cases, and panics where one of them is not as it should be"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use mgi::{Catalogue, Code, Limits, Problem, Report, ResponseSet, Stage, consolidate};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// How many cases there are at least, by folder, so that none is lost unnoticed.
const LEAST: [(&str, usize); 5] =
    [("catalogue", 130), ("responses", 115), ("scoring", 75), ("sets", 20), ("text", 40)];

#[test]
fn every_case_holds() {
    let mut failures = Vec::new();
    for (name, case) in cases() {
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
    assert_eq!(catalogue.indicators().count(), 14);
}

/// One case, as `README.md` describes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    states: String,
    arithmetic: Option<String>,
    defect: Option<String>,

    catalogue: Option<String>,
    catalogue_patch: Option<Vec<Patch>>,
    catalogue_text: Option<Text>,
    catalogue_bytes: Option<Vec<u8>>,
    catalogue_files: Option<IndexMap<String, Text>>,
    responses: Option<String>,
    responses_patch: Option<Vec<Patch>>,
    responses_text: Option<Text>,
    responses_bytes: Option<Vec<u8>>,
    sets: Option<Vec<Json>>,
    limits: Option<IndexMap<String, usize>>,
    scheme: Option<String>,
    stage: Option<String>,

    problems: Option<Vec<Map<String, Value>>>,
    lint: Option<Vec<Map<String, Value>>>,
    consolidated: Option<Value>,
    profile: Option<Value>,
}

/// A text, or its lines.
#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    Whole(String),
    Lines(Vec<String>),
}

impl Text {
    fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Whole(text) => text.clone().into_bytes(),
            Self::Lines(lines) => lines.join("\n").into_bytes(),
        }
    }
}

/// A change of a document.
#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Patch {
    Set { set: String, to: Json },
    Remove { remove: String },
}

/// A JSON value that keeps the order of members, because problems are listed in that order.
#[derive(Clone, Deserialize, Serialize)]
#[serde(untagged)]
enum Json {
    Null,
    Truth(bool),
    Number(serde_json::Number),
    Text(String),
    List(Vec<Json>),
    Object(IndexMap<String, Json>),
}

/// What came out of a case.
#[derive(Default)]
struct Outcome {
    problems: Vec<Problem>,
    lint: Vec<Problem>,
    consolidated: Option<Value>,
    profile: Option<Value>,
    /// The documents that were read, by the names under which problems know them.
    documents: IndexMap<String, Vec<u8>>,
}

fn cases() -> Vec<(String, Case)> {
    let mut cases = Vec::new();
    for (folder, _) in LEAST {
        let entries = std::fs::read_dir(root().join(folder)).expect("the folder is there");
        let mut paths: Vec<PathBuf> =
            entries.map(|entry| entry.expect("an entry can be read").path()).collect();
        paths.sort();
        for path in paths {
            let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("a plain file name");
            let name = format!("{folder}/{stem}");
            let text = std::fs::read_to_string(&path).expect("a case can be read");
            match serde_json::from_str(&text) {
                Ok(case) => cases.push((name, case)),
                Err(error) => panic!("{name}: {error}"),
            }
        }
    }
    cases
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// The text of a file, from the folder of the cases.
fn text_at(path: &str) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
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
    let difference = compare(case, &outcome);
    match (&case.defect, difference) {
        (None, None) | (Some(_), Some(_)) => Ok(()),
        (None, Some(difference)) => Err(difference),
        (Some(defect), None) => Err(format!("  holds; remove \"defect\": {defect}")),
    }
}

fn run(case: &Case) -> Outcome {
    let mut outcome = Outcome::default();
    let limits = limits(case);
    let problems = attempt(case, &limits, &mut outcome).unwrap_or_else(|report| {
        outcome.consolidated = None;
        outcome.profile = None;
        report.problems().to_vec()
    });
    outcome.problems = problems;
    outcome
}

/// Goes the way of the data as far as the case goes; returns what did not stop it.
fn attempt(case: &Case, limits: &Limits, outcome: &mut Outcome) -> Result<Vec<Problem>, Report> {
    if let Some(sets) = &case.sets {
        return attempt_sets(case, sets, limits, outcome);
    }
    let catalogue = catalogue(case, limits, outcome)?;
    if case.lint.is_some() {
        outcome.lint = catalogue.lint();
        return Ok(Vec::new());
    }
    let bytes = match (&case.responses_text, &case.responses_bytes) {
        (Some(text), _) => text.bytes(),
        (_, Some(bytes)) => bytes.clone(),
        _ => {
            let path = case.responses.as_ref().map(|path| format!("../../indicators/{path}"));
            let base = text_at(path.as_deref().unwrap_or("base/responses.json"));
            patched(&base, case.responses_patch.as_deref().unwrap_or_default())
        }
    };
    outcome.documents.insert("responses.json".to_owned(), bytes.clone());
    let set = ResponseSet::from_json_within(limits, "responses.json", bytes)?;
    profile(case, &catalogue, &set, outcome)
}

/// Consolidates; the whole is assessed only if the case asks for a profile.
fn attempt_sets(
    case: &Case,
    sets: &[Json],
    limits: &Limits,
    outcome: &mut Outcome,
) -> Result<Vec<Problem>, Report> {
    let mut read = Vec::new();
    for (number, set) in (1..).zip(sets) {
        let name = format!("set-{number}.json");
        let bytes = printed(set);
        outcome.documents.insert(name.clone(), bytes.clone());
        read.push(ResponseSet::from_json_within(limits, &name, bytes)?);
    }
    let (first, others) = read.split_first().expect("a case has at least one set");
    let whole = consolidate(first, others)?;
    outcome.consolidated = serde_json::to_value(&whole).ok();
    if case.profile.is_none() {
        return Ok(Vec::new());
    }
    outcome.documents.insert("responses.json".to_owned(), printed(&whole));
    let catalogue = catalogue(case, limits, outcome)?;
    profile(case, &catalogue, &whole, outcome)
}

fn profile(
    case: &Case,
    catalogue: &Catalogue,
    set: &ResponseSet,
    outcome: &mut Outcome,
) -> Result<Vec<Problem>, Report> {
    let stage = |name: &str| {
        let stage = Stage::ALL.into_iter().find(|stage| stage.name() == name);
        stage.unwrap_or_else(|| panic!("{}: there is no stage {name}", case.states))
    };
    let assessment = match &case.stage {
        Some(name) => catalogue.assess_at(set, stage(name)),
        None => catalogue.assess(set),
    }?;
    let profile = match &case.scheme {
        Some(scheme) => assessment.profile_by(scheme).expect("the catalogue has the scheme"),
        None => assessment.profile(),
    };
    outcome.profile = serde_json::to_value(&profile).ok();
    Ok(assessment.warnings().to_vec())
}

fn catalogue(case: &Case, limits: &Limits, outcome: &mut Outcome) -> Result<Catalogue, Report> {
    match case.catalogue.as_deref() {
        Some("local") => return Ok(Catalogue::local()),
        Some("sdg-10.7.2") => return Ok(Catalogue::sdg_10_7_2()),
        Some(other) => panic!("{}: there is no catalogue {other}", case.states),
        None => {}
    }
    let bytes = match (&case.catalogue_text, &case.catalogue_bytes) {
        (Some(text), _) => text.bytes(),
        (_, Some(bytes)) => bytes.clone(),
        _ => {
            let base = text_at("base/catalogue.json");
            patched(&base, case.catalogue_patch.as_deref().unwrap_or_default())
        }
    };
    outcome.documents.insert("catalogue.json".to_owned(), bytes.clone());
    Catalogue::from_documents_within(limits, bytes, |name| {
        let bytes = case.catalogue_files.as_ref()?.get(name)?.bytes();
        outcome.documents.insert(name.to_owned(), bytes.clone());
        Some(bytes)
    })
}

fn limits(case: &Case) -> Limits {
    let mut limits = Limits::default();
    for (name, limit) in case.limits.iter().flatten() {
        match name.as_str() {
            "bytes" => limits.bytes = *limit,
            "depth" => limits.depth = *limit,
            "values" => limits.values = *limit,
            "text" => limits.text = *limit,
            "problems" => limits.problems = *limit,
            other => panic!("{}: there is no limit {other}", case.states),
        }
    }
    limits
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
        let places = std::iter::once((problem.document(), problem.pointer()))
            .chain(problem.related().map(|related| (related.document(), related.pointer())));
        for (document, pointer) in places {
            if !resolves(outcome, document, pointer.as_str()) {
                return Some(format!("  {document} has nothing at {pointer}"));
            }
        }
        let words = ["en", "es"].map(|to| [problem.message(to), problem.help(to)].join("\n"));
        let has_holes = |words: &String| ["{", "``", "  "].iter().any(|hole| words.contains(hole));
        let holes = words.iter().find(|words| has_holes(words))?;
        Some(format!("  {} has words with holes: {holes}", problem.code()))
    })
}

/// The members of a problem that a case may name.
fn described(problem: &Problem) -> Value {
    let location = problem.location();
    json!({
        "code": problem.code().name(),
        "severity": problem.severity().name(),
        "document": problem.document(),
        "pointer": problem.pointer().as_str(),
        "line": location.map(mgi::Location::line),
        "column": location.map(mgi::Location::column),
        "related": problem.related().map(|related| related.pointer().as_str()),
        "suggestion": problem.suggestions().next(),
    })
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

/// A document with changes, laid out over lines.
fn patched(text: &str, patches: &[Patch]) -> Vec<u8> {
    let mut document: Json = serde_json::from_str(text).expect("the document to patch is JSON");
    for patch in patches {
        match patch {
            Patch::Set { set, to } => document.set(set, to.clone()),
            Patch::Remove { remove } => document.remove(remove),
        }
    }
    printed(&document)
}

fn printed(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec_pretty(value).expect("JSON can be written")
}

impl Json {
    #[track_caller]
    fn set(&mut self, pointer: &str, to: Self) {
        let Some((parent, key)) = pointer.rsplit_once('/') else {
            *self = to;
            return;
        };
        match self.at(parent) {
            Self::Object(members) => {
                members.insert(unescaped(key), to);
            }
            Self::List(items) if key == "-" => items.push(to),
            Self::List(items) => {
                let item = key.parse().ok().and_then(|index: usize| items.get_mut(index));
                *item.unwrap_or_else(|| panic!("{pointer} leads nowhere")) = to;
            }
            _ => panic!("{pointer} leads nowhere"),
        }
    }

    #[track_caller]
    fn remove(&mut self, pointer: &str) {
        let (parent, key) = pointer.rsplit_once('/').expect("the root cannot be removed");
        let removed = match self.at(parent) {
            Self::Object(members) => members.shift_remove(&unescaped(key)).is_some(),
            Self::List(items) => {
                let index = key.parse().ok().filter(|index| *index < items.len());
                index.map(|index: usize| items.remove(index)).is_some()
            }
            _ => false,
        };
        assert!(removed, "{pointer} leads nowhere");
    }

    #[track_caller]
    fn at(&mut self, pointer: &str) -> &mut Self {
        let mut value = self;
        for key in pointer.split('/').skip(1) {
            let next = match value {
                Self::Object(members) => members.get_mut(&unescaped(key)),
                Self::List(items) => key.parse().ok().and_then(|index: usize| items.get_mut(index)),
                _ => None,
            };
            value = next.unwrap_or_else(|| panic!("{pointer} leads nowhere"));
        }
        value
    }
}

/// A step of a JSON Pointer as the name of a member.
fn unescaped(key: &str) -> String {
    key.replace("~1", "/").replace("~0", "~")
}
