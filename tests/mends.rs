//! Certain mends, applied to everything that the cases are about and to samples that were broken
//! in seeded ways: a mended document is JSON, what was mended is right, and nothing else is worse.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "helpers of tests may fail by a panic, and a test reads its files"
)]

#[path = "support/case.rs"]
#[expect(dead_code, reason = "what a case expects is compared elsewhere")]
mod case;
#[path = "../examples/support/chance.rs"]
#[expect(dead_code, unreachable_pub, reason = "not all who share it need all of it")]
mod chance;
#[path = "support/members.rs"]
mod members;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use mgi::problem::mended;
use mgi::{Catalogue, Code, Problem, ResponseSet, Severity};
use serde_json::Value;

use self::case::{Outcome, Tree, cases, run, run_with};
use self::chance::Chance;
use self::members::Members;

/// How many samples are broken in ways that certain mends undo, and in any way.
const BROKEN: u64 = 2_500;

/// The errors of something that a part of the document needs and another part lacks.
const MISSES: &[Code] =
    &[Code::AnswerTypeMemberMissing, Code::UnknownCitation, Code::UnknownRespondent];

#[test]
fn mends_of_the_cases_mend_and_make_nothing_worse() {
    let mut mended = 0;
    for (name, case) in cases().into_iter().filter(|(_, case)| case.defect.is_none()) {
        let before = run(&case);
        if before.all().all(|problem| problem.mend().is_none()) {
            continue;
        }
        let after = run_with(&case, before.mended());
        mended += 1;
        for (document, bytes) in &before.documents {
            // A document that could not be read to begin with has no mends.
            let is_json = |bytes: &[u8]| {
                let text = String::from_utf8_lossy(bytes);
                serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}')).is_ok()
            };
            let after = after.documents.get(document).unwrap_or(bytes);
            assert!(!is_json(bytes) || is_json(after), "{name}: {document} is JSON no longer");
        }
        let (before, after) = (collected(&before), collected(&after));
        assert_mended(&name, &before, &after);
        assert!(errors(&after) <= errors(&before), "{name}: {}", told(&before, &after));
    }
    assert!(mended >= 70, "{mended} cases have a mend");
}

#[test]
fn what_was_broken_in_a_certain_way_is_restored() {
    let samples = Sample::all();
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let mut broken = 0;
    for seed in 1..=BROKEN {
        let mut chance = Chance::new(seed);
        let sample = chance.one_of(&samples);
        let mut document: Tree = serde_json::from_str(&sample.text).expect("a sample is JSON");
        let count = 1 + chance.below(4);
        for _ in 0..count {
            if let Some(kind) = break_certainly(&mut document, sample, &mut chance) {
                *kinds.entry(kind).or_default() += 1;
            }
        }
        let mut text = written(&document);
        // What lies within a part that could not be read is seen once the part can be.
        for _ in 0..=count {
            text = sample.mended(&sample.problems(&text), &text);
        }
        let got: Value = serde_json::from_str(&text).expect("a mended text is JSON");
        let want: Value = serde_json::from_str(&sample.text).expect("a sample is JSON");
        assert_eq!(first_difference(&got, &want, ""), None, "seed {seed}");
        assert_eq!(errors(&sample.problems(&text)), 0, "seed {seed}");
        broken += 1;
    }
    assert_eq!(broken, BROKEN);
    assert!(kinds.len() >= 15 && kinds.values().all(|count| *count >= 3), "{kinds:?}");
}

#[test]
fn mends_of_a_single_mistake_make_nothing_worse() {
    let samples = Sample::all();
    let mut mended = 0;
    for seed in 1..=BROKEN {
        let mut chance = Chance::new(seed.wrapping_mul(7_919));
        let sample = chance.one_of(&samples);
        let mut document: Tree = serde_json::from_str(&sample.text).expect("a sample is JSON");
        let kind = break_somehow(&mut document, &mut chance);
        let text = written(&document);
        let before = sample.problems(&text);
        let after_text = sample.mended(&before, &text);
        assert!(serde_json::from_str::<Value>(&after_text).is_ok(), "seed {seed}: {kind}");
        let after = sample.problems(&after_text);
        let what = format!("seed {seed}, {}: {kind}", sample.name);
        assert_mended(&what, &before, &after);
        // A null keeps those rules from speaking that miss the member. Once it is taken out, they do.
        let is_null = before.iter().any(|problem| problem.code() == Code::NullValue);
        let told_later = after.iter().filter(|it| it.severity() == Severity::Error);
        let is_told_later = is_null && told_later.clone().all(|it| MISSES.contains(&it.code()));
        let is_no_worse = is_told_later || errors(&after) <= errors(&before);
        assert!(is_no_worse, "{what}: {}", told(&before, &after));
        mended += usize::from(before.iter().any(|problem| problem.mend().is_some()));
    }
    assert!(mended >= 200, "{mended} documents have a mend");
}

#[test]
fn a_report_over_several_documents_mends_each_of_them_by_itself() {
    let manifest =
        r#"{"format": "1", "id": "small", "languages": ["EN"], "domains": ["one.json"]}"#;
    let domain =
        r#"{"titel": {"EN": "One"}, "subdomains": null, "code": "D1", "scope": {"EN": "All"}}"#;
    let report = Catalogue::from_documents(manifest, |_| Some(domain)).expect_err("it lacks much");
    let mends_of = |document: &str| {
        let problems = report.problems().iter();
        problems.filter(|it| it.document() == document && it.mend().is_some()).count()
    };
    for (document, text) in [("catalogue.json", manifest), ("one.json", domain)] {
        assert!(mends_of(document) > 0, "{document}");
        let mended = report.mended(document, text);
        assert_ne!(mended, text, "{document}");
        assert!(serde_json::from_str::<Value>(&mended).is_ok(), "{mended}");
    }
    assert_eq!(report.mended("two.json", manifest), manifest);
}

fn collected(outcome: &Outcome) -> Vec<Problem> {
    outcome.all().cloned().collect()
}

fn errors(problems: &[Problem]) -> usize {
    problems.iter().filter(|problem| problem.severity() == Severity::Error).count()
}

fn told(before: &[Problem], after: &[Problem]) -> String {
    let list = |problems: &[Problem]| {
        let lines = problems.iter().map(|problem| {
            format!("\n    {} {} {:?}", problem.code(), problem.pointer(), problem.mend())
        });
        lines.collect::<String>()
    };
    format!("\n  before{}\n  after{}", list(before), list(after))
}

/// Every problem that was mended is gone. Two of one code may stand at one place, such as members
/// of one name, of which one is mended and the other is not.
#[track_caller]
fn assert_mended(what: &str, before: &[Problem], after: &[Problem]) {
    let mut most: BTreeMap<(&str, &str, &str), usize> = BTreeMap::new();
    for problem in before {
        *most.entry(place_of(problem)).or_default() += usize::from(problem.mend().is_none());
    }
    let mut left: BTreeMap<(&str, &str, &str), usize> = BTreeMap::new();
    for problem in after {
        *left.entry(place_of(problem)).or_default() += 1;
    }
    for (problem, most) in most {
        let left = left.get(&problem).copied().unwrap_or(0);
        assert!(left <= most, "{what}: {problem:?} is still there{}", told(before, after));
    }
}

fn place_of(problem: &Problem) -> (&str, &str, &str) {
    (problem.code().name(), problem.document(), problem.pointer().as_str())
}

/// Where two documents differ.
fn first_difference(got: &Value, want: &Value, at: &str) -> Option<String> {
    match (got, want) {
        (Value::Object(got_members), Value::Object(want_members)) => {
            let names: Vec<&String> = got_members.keys().chain(want_members.keys()).collect();
            names.into_iter().find_map(|name| {
                let null = Value::Null;
                let (got, want) = (got_members.get(name), want_members.get(name));
                let at = format!("{at}/{name}");
                first_difference(got.unwrap_or(&null), want.unwrap_or(&null), &at)
            })
        }
        _ if got == want => None,
        _ => Some(format!("{at}: {got} instead of {want}")),
    }
}

/// A document without a mistake, and what checks it.
struct Sample {
    name: &'static str,
    text: String,
    /// The catalogue of a response set; nothing for a catalogue.
    catalogue: Option<Catalogue>,
}

impl Sample {
    fn all() -> Vec<Self> {
        let read = |path: &str| {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
            std::fs::read_to_string(path).expect("a sample can be read")
        };
        let small = read("tests/cases/base/catalogue.json");
        let samples = vec![
            Self {
                name: "la-chorrera-2021.json",
                text: read("indicators/samples/la-chorrera-2021.json"),
                catalogue: Some(Catalogue::local()),
            },
            Self {
                name: "la-chorrera-2021-draft.json",
                text: read("indicators/samples/la-chorrera-2021-draft.json"),
                catalogue: Some(Catalogue::local()),
            },
            Self {
                name: "sdg-10.7.2-example.json",
                text: read("indicators/samples/sdg-10.7.2-example.json"),
                catalogue: Some(Catalogue::sdg_10_7_2()),
            },
            Self {
                name: "base/responses.json",
                text: read("tests/cases/base/responses.json"),
                catalogue: Catalogue::from_json(&small).ok(),
            },
            Self { name: "base/catalogue.json", text: small, catalogue: None },
        ];
        for sample in &samples {
            assert_eq!(errors(&sample.problems(&sample.text)), 0, "{}", sample.name);
        }
        assert!(samples[3].catalogue.is_some());
        samples
    }

    /// The text with every certain mend, under the name that it has where it is read without one.
    fn mended(&self, problems: &[Problem], text: &str) -> String {
        let is_catalogue = self.catalogue.is_none();
        mended(problems, if is_catalogue { "catalogue.json" } else { "responses.json" }, text)
    }

    fn problems(&self, text: &str) -> Vec<Problem> {
        let Some(catalogue) = &self.catalogue else {
            return match Catalogue::from_json(text) {
                Ok(catalogue) => catalogue.lint(),
                Err(report) => report.problems().to_vec(),
            };
        };
        let checked = ResponseSet::from_json(text).and_then(|set| catalogue.assess(&set));
        match checked {
            Ok(assessment) => assessment.warnings().to_vec(),
            Err(report) => report.problems().to_vec(),
        }
    }
}

/// Breaks a response set or catalogue in a way that has a certain mend; says how. Nothing where the
/// place that was drawn cannot be broken so.
fn break_certainly(
    document: &mut Tree,
    sample: &Sample,
    chance: &mut Chance,
) -> Option<&'static str> {
    let mut places = Vec::new();
    places_in(document, "", &mut places);
    // Half of the time a rare place, so that every kind of mistake occurs.
    if chance.below(2) == 0 {
        places.retain(|place| {
            let key = place.rsplit('/').next().unwrap_or_default();
            RARE.contains(&key) || (key == "answer" && place.starts_with("/answers/"))
        });
    }
    if places.is_empty() {
        return None;
    }
    let place = chance.one_of(&places).clone();
    let (parent, key) = place.rsplit_once('/')?;
    let is_member = matches!(document.at(parent), Tree::Object(_));
    // What is broken in one of two members of one name would make them differ.
    if key.starts_with('$') || key.starts_with("x-") || stands_twice(document.at(parent), key) {
        return None;
    }
    let grandparent = parent.rsplit('/').next().unwrap_or_default();
    // The keys of a catalogue's maps are names that its author gave; there only values are broken.
    let is_declared = sample.catalogue.is_some();
    match chance.below(4) {
        0 if is_member && is_declared => rename(document, parent, key, chance),
        1 if is_member && is_declared => repeat(document, parent, key),
        2 if is_declared && grandparent == "answers" => {
            let Tree::Object(entry) = document.at(&place) else { return None };
            if entry.iter().any(|(name, _)| name.eq_ignore_ascii_case("note")) {
                return None;
            }
            entry.push(("note".to_owned(), Tree::Null));
            Some("a null")
        }
        _ => {
            let code = place.split('/').nth(2).unwrap_or_default().to_owned();
            let value = document.at(&place);
            break_value(value, key, parent, &code, sample)
        }
    }
}

/// Members that stand in a response set once or a few times.
const RARE: [&str; 8] = [
    "closed",
    "country",
    "date",
    "format",
    "illustrative",
    "information_as_of",
    "language",
    "subdivision",
];

/// Writes a member in capital letters, or a code in small ones.
fn rename(
    document: &mut Tree,
    parent: &str,
    key: &str,
    chance: &mut Chance,
) -> Option<&'static str> {
    let Tree::Object(members) = document.at(parent) else { return None };
    let renamed = match chance.below(3) {
        0 => key.to_uppercase(),
        1 => key.to_lowercase(),
        _ => key.replace('_', "-"),
    };
    if members.iter().any(|(name, _)| *name == renamed) {
        return None;
    }
    let (name, _) = members.iter_mut().find(|(name, _)| *name == key)?;
    *name = renamed;
    Some("another name")
}

fn repeat(document: &mut Tree, parent: &str, key: &str) -> Option<&'static str> {
    // A name that is mistyped and stands twice is not certain.
    if key.contains(|letter: char| letter.is_uppercase() || letter == '-') {
        return None;
    }
    let Tree::Object(members) = document.at(parent) else { return None };
    let member = members.iter().find(|(name, _)| name == key)?.clone();
    // What is broken within one of the two later would make them differ.
    if matches!(member.1, Tree::Object(_) | Tree::List(_) | Tree::Null) {
        return None;
    }
    members.push(member);
    Some("a second member")
}

/// Whether an object has several members of this name.
fn stands_twice(value: &Tree, key: &str) -> bool {
    let Tree::Object(members) = value else { return false };
    members.iter().filter(|(name, _)| name == key).count() > 1
}

fn written(document: &Tree) -> String {
    serde_json::to_string_pretty(document).expect("JSON can be written")
}

fn break_value(
    value: &mut Tree,
    key: &str,
    parent: &str,
    code: &str,
    sample: &Sample,
) -> Option<&'static str> {
    static MEMBERS: LazyLock<Members> = LazyLock::new(Members::of_responses);
    let is_word = MEMBERS.words.contains(key) || ["source", "indicator"].contains(&key);
    let catalogue = sample.catalogue.as_ref()?;
    let is_answer = parent.starts_with("/answers/") && parent.matches('/').count() == 2;
    let broken = match value {
        Tree::Truth(truth) => (Tree::Text(truth.to_string()), "a truth value in quotation marks"),
        Tree::Number(number) => (Tree::Text(number.to_string()), "a number in quotation marks"),
        Tree::Text(text) if key == "language" => (Tree::Text(text.to_uppercase()), "a tag"),
        Tree::Text(text) if ["country", "subdivision"].contains(&key) => {
            (Tree::Text(text.to_lowercase()), "a country")
        }
        Tree::Text(text) if MEMBERS.dates.contains(key) && text.contains('-') => {
            (Tree::Text(text.replace('-', "/")), "a date")
        }
        Tree::Text(text) if key == "id" && !parent.starts_with("/catalogue") => {
            (Tree::Text(format!(" {text}")), "an id")
        }
        Tree::Text(text) if MEMBERS.texts.contains(key) => {
            (Tree::Text(format!("{text} ")), "spaces")
        }
        Tree::Text(text) if is_word && (is_answer || key != "responsible") => {
            (Tree::Text(text.to_uppercase().replace('_', " ")), "a word")
        }
        Tree::Text(text) if parent.ends_with("/by") => (Tree::Text(text.to_uppercase()), "an id"),
        Tree::Text(text) if is_answer && key == "answer" => {
            let indicator = catalogue.indicator(code)?;
            indicator.answer_type().options().iter().find(|option| option.id() == text)?;
            let text = text.clone();
            if text.len() % 2 == 0 {
                (Tree::List(vec![Tree::Text(text)]), "a chosen option in a list")
            } else {
                (Tree::Text(text.to_uppercase()), "an option")
            }
        }
        Tree::List(items) if is_answer && key == "answer" && !items.is_empty() => {
            match items.as_slice() {
                [Tree::Text(only)] => (Tree::Text(only.clone()), "a ticked option outside a list"),
                items => {
                    let twice = items.iter().chain(items.first()).cloned().collect();
                    (Tree::List(twice), "an option ticked twice")
                }
            }
        }
        _ => return None,
    };
    *value = broken.0;
    Some(broken.1)
}

/// Breaks a document somewhere in any way; says how.
fn break_somehow(document: &mut Tree, chance: &mut Chance) -> String {
    let mut places = Vec::new();
    places_in(document, "", &mut places);
    let place = chance.one_of(&places).clone();
    let (parent, key) = place.rsplit_once('/').expect("the root is no place");
    let way = chance.below(8);
    let name = |key: &str, way: usize| match way {
        0 => key.to_uppercase(),
        1 => format!("{key}s"),
        _ => key.chars().rev().collect(),
    };
    match (way, document.at(parent)) {
        (0, _) => document.remove(&place),
        (1 | 2, Tree::Object(members)) => {
            let member = members.iter_mut().find(|(name, _)| name == key);
            member.expect("the member is there").0 = name(key, chance.below(3));
        }
        (3, Tree::Object(members)) => {
            let member = members.iter().find(|(name, _)| name == key);
            members.push(member.expect("the member is there").clone());
        }
        _ => {
            let value = document.at(&place);
            let text = match value {
                Tree::Text(text) => text.clone(),
                Tree::Number(number) => number.to_string(),
                Tree::Truth(truth) => truth.to_string(),
                _ => String::new(),
            };
            *value = match chance.below(8) {
                0 => Tree::Null,
                1 => Tree::Truth(true),
                2 => Tree::Number(7.into()),
                3 => Tree::List(vec![value.clone()]),
                4 => Tree::Text(text.to_uppercase()),
                5 => Tree::Text(format!(" {text} ")),
                6 => Tree::Text(text.replace('-', "/")),
                _ => Tree::Text(text.chars().skip(1).collect()),
            };
        }
    }
    format!("way {way} at {place}")
}

/// Pointers to every value but the root.
fn places_in(value: &Tree, at: &str, places: &mut Vec<String>) {
    let mut visit = |key: &str, value: &Tree| {
        let place = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
        places.push(place.clone());
        places_in(value, &place, places);
    };
    match value {
        Tree::Object(members) => members.iter().for_each(|(key, value)| visit(key, value)),
        Tree::List(items) => {
            items.iter().enumerate().for_each(|(index, item)| visit(&index.to_string(), item));
        }
        _ => {}
    }
}
