//! Cases as they stand in their files, and what comes out when they are run.

#[path = "tree.rs"]
mod tree;

use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use mgi::problem::mended;
use mgi::{Catalogue, Input, Limits, Problem, Report, ResponseSet, Stage, consolidate};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub(crate) use self::tree::Tree;

/// How many cases there are at least, by folder, so that none is lost unnoticed.
pub(crate) const LEAST: [(&str, usize); 5] =
    [("catalogue", 225), ("responses", 240), ("scoring", 75), ("sets", 20), ("text", 48)];

/// One case, as `README.md` describes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    pub(crate) states: String,
    pub(crate) arithmetic: Option<String>,
    pub(crate) defect: Option<String>,

    pub(crate) catalogue: Option<String>,
    pub(crate) catalogue_patch: Option<Vec<Patch>>,
    pub(crate) catalogue_text: Option<Text>,
    pub(crate) catalogue_bytes: Option<Vec<u8>>,
    pub(crate) catalogue_files: Option<IndexMap<String, Text>>,
    pub(crate) responses: Option<String>,
    pub(crate) responses_patch: Option<Vec<Patch>>,
    pub(crate) responses_text: Option<Text>,
    pub(crate) responses_bytes: Option<Vec<u8>>,
    pub(crate) sets: Option<Vec<Tree>>,
    pub(crate) limits: Option<IndexMap<String, usize>>,
    pub(crate) scheme: Option<String>,
    pub(crate) stage: Option<String>,

    pub(crate) problems: Option<Vec<Map<String, Value>>>,
    pub(crate) lint: Option<Vec<Map<String, Value>>>,
    pub(crate) consolidated: Option<Value>,
    pub(crate) mended: Option<Vec<Map<String, Value>>>,
    pub(crate) profile: Option<Value>,
}

/// A text, or its lines.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Text {
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
pub(crate) enum Patch {
    Set { set: String, to: Tree },
    Remove { remove: String },
}

/// What came out of a case.
#[derive(Default)]
pub(crate) struct Outcome {
    pub(crate) problems: Vec<Problem>,
    pub(crate) lint: Vec<Problem>,
    pub(crate) consolidated: Option<Value>,
    pub(crate) profile: Option<Value>,
    /// The documents that were read, by the names under which problems know them.
    pub(crate) documents: Documents,
    /// The documents that are read instead of those of the case.
    instead: Documents,
}

/// The bytes of documents by their names.
type Documents = IndexMap<String, Vec<u8>>;

impl Outcome {
    /// All problems, those of the linter last.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter().chain(&self.lint)
    }

    /// The documents with every certain mend applied.
    pub(crate) fn mended(&self) -> Documents {
        let problems: Vec<Problem> = self.all().cloned().collect();
        let documents = self.documents.iter().map(|(name, bytes)| {
            let bytes = match std::str::from_utf8(bytes) {
                Ok(text) => mended(&problems, name, text).into_bytes(),
                Err(_) => bytes.clone(),
            };
            (name.clone(), bytes)
        });
        documents.collect()
    }

    /// The bytes of a document that is about to be read.
    fn read(&mut self, name: &str, bytes: Vec<u8>) -> Vec<u8> {
        let bytes = self.instead.get(name).cloned().unwrap_or(bytes);
        self.documents.insert(name.to_owned(), bytes.clone());
        bytes
    }
}

/// Every case by the folder and name of its file, in that order.
pub(crate) fn cases() -> Vec<(String, Case)> {
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

/// The folder of the cases. A package below `tests` runs them too, and finds them above itself.
pub(crate) fn root() -> PathBuf {
    let mut folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let found =
        folders.find_map(|folder| Some(folder.join("tests/cases")).filter(|it| it.is_dir()));
    found.expect("the folder is there")
}

/// The text of a file, from the folder of the cases.
pub(crate) fn text_at(path: &str) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What comes out of a case.
pub(crate) fn run(case: &Case) -> Outcome {
    run_with(case, Documents::new())
}

/// What comes out of a case when some of its documents are others.
pub(crate) fn run_with(case: &Case, instead: Documents) -> Outcome {
    let mut outcome = Outcome { instead, ..Outcome::default() };
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
    let bytes = outcome.read("responses.json", bytes);
    let set = ResponseSet::from_json(Input::new("responses.json", bytes).limits(*limits))?;
    profile(case, &catalogue, &set, outcome)
}

/// Consolidates; the whole is assessed only if the case asks for a profile.
fn attempt_sets(
    case: &Case,
    sets: &[Tree],
    limits: &Limits,
    outcome: &mut Outcome,
) -> Result<Vec<Problem>, Report> {
    let mut read = Vec::new();
    for (number, set) in (1..).zip(sets) {
        let name = format!("set-{number}.json");
        let bytes = outcome.read(&name, printed(set));
        read.push(ResponseSet::from_json(Input::new(name, bytes).limits(*limits))?);
    }
    let (first, others) = read.split_first().expect("a case has at least one set");
    let whole = consolidate(first, others)?;
    outcome.consolidated = serde_json::to_value(&whole).ok();
    if case.profile.is_none() {
        return Ok(Vec::new());
    }
    outcome.read("responses.json", printed(&whole));
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
        name.parse::<Stage>().unwrap_or_else(|unknown| panic!("{}: {unknown}", case.states))
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
    let bytes = outcome.read("catalogue.json", bytes);
    let manifest = Input::new("catalogue.json", bytes).limits(*limits);
    Catalogue::from_documents(manifest, |name| {
        let bytes = case.catalogue_files.as_ref()?.get(name)?.bytes();
        Some(outcome.read(name, bytes))
    })
}

fn limits(case: &Case) -> Limits {
    let mut limits = Limits::default();
    for (name, limit) in case.limits.iter().flatten() {
        limits = match name.as_str() {
            "bytes" => limits.bytes(*limit),
            "depth" => limits.depth(*limit),
            "values" => limits.values(*limit),
            "text" => limits.text(*limit),
            "problems" => limits.problems(*limit),
            other => panic!("{}: there is no limit {other}", case.states),
        };
    }
    limits
}

/// A document with changes, laid out over lines.
fn patched(text: &str, patches: &[Patch]) -> Vec<u8> {
    let mut document: Tree = serde_json::from_str(text).expect("the document to patch is JSON");
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

impl Tree {
    #[track_caller]
    pub(crate) fn set(&mut self, pointer: &str, to: Self) {
        let Some((parent, key)) = pointer.rsplit_once('/') else {
            *self = to;
            return;
        };
        match self.at(parent) {
            Self::Object(members) => {
                let name = unescaped(key);
                match members.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, value)) => *value = to,
                    None => members.push((name, to)),
                }
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
    pub(crate) fn remove(&mut self, pointer: &str) {
        let (parent, key) = pointer.rsplit_once('/').expect("the root cannot be removed");
        let removed = match self.at(parent) {
            Self::Object(members) => {
                let (name, count) = (unescaped(key), members.len());
                members.retain(|(known, _)| *known != name);
                members.len() < count
            }
            Self::List(items) => {
                let index = key.parse().ok().filter(|index| *index < items.len());
                index.map(|index: usize| items.remove(index)).is_some()
            }
            _ => false,
        };
        assert!(removed, "{pointer} leads nowhere");
    }

    /// The value to which a pointer leads; the first of members of one name.
    #[track_caller]
    pub(crate) fn at(&mut self, pointer: &str) -> &mut Self {
        let mut value = self;
        for key in pointer.split('/').skip(1) {
            let next = match value {
                Self::Object(members) => {
                    let name = unescaped(key);
                    let found = members.iter_mut().find(|(known, _)| *known == name);
                    found.map(|(_, value)| value)
                }
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
