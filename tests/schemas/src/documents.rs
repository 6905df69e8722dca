//! Documents that schemas and checks are asked about.

use std::path::PathBuf;

use indexmap::IndexMap;
use mgi::{Catalogue, Problem};
use serde_json::{Value, json};

use crate::case;
use crate::chance::Chance;
use crate::generate;
use crate::mutate::Mutator;
use crate::tape::Tape;

/// A catalogue with response sets to start from.
#[derive(Debug)]
pub struct Instrument {
    pub name: &'static str,
    pub catalogue: Catalogue,
    /// The manifest, with its domains in it or beside it.
    pub manifest: Value,
    pub domains: Vec<Value>,
    pub responses: Vec<Value>,
    pub mutator: Mutator,
}

impl Instrument {
    fn new(
        name: &'static str,
        catalogue: Catalogue,
        manifest: Value,
        domains: Vec<Value>,
        mut responses: Vec<Value>,
    ) -> Self {
        // A set that says little is where forms begin.
        let mut blank = responses[0].clone();
        blank["answers"] = json!({});
        blank["round"]["stage"] = json!("draft");
        responses.push(blank);
        let mut texts: Vec<&Value> = responses.iter().collect();
        texts.push(&manifest);
        let mutator = Mutator::of(&texts);
        Self { name, catalogue, manifest, domains, responses, mutator }
    }

    /// A response set, changed at random.
    #[must_use]
    pub fn response_set(&self, chance: &mut Chance) -> Value {
        // The first one is complete.
        let number = if chance.happens(50) { 0 } else { chance.below(self.responses.len()) };
        let mut set = self.responses[number].clone();
        self.mutator.change(chance, &mut set);
        set
    }

    /// A manifest, changed at random.
    #[must_use]
    pub fn changed_manifest(&self, chance: &mut Chance) -> Value {
        let mut manifest = self.manifest.clone();
        self.mutator.change(chance, &mut manifest);
        manifest
    }

    /// A domain's file, changed at random.
    #[must_use]
    pub fn changed_domain(&self, chance: &mut Chance) -> Value {
        let mut domain = chance.one_of(&self.domains).clone();
        self.mutator.change(chance, &mut domain);
        domain
    }
}

/// The catalogues that come with the crate, and the small one of the cases.
#[must_use]
pub fn instruments() -> Vec<Instrument> {
    let domain = |name: &str| indicators(&format!("local/{name}.json"));
    let local = Instrument::new(
        "local",
        Catalogue::local(),
        indicators("local/catalogue.json"),
        ["mr", "wg", "pa", "wb", "cr", "so"].map(domain).to_vec(),
        ["la-chorrera-2021", "la-chorrera-2021-draft"]
            .map(|name| indicators(&format!("samples/{name}.json")))
            .to_vec(),
    );
    let manifest = indicators("sdg-10.7.2/catalogue.json");
    let sdg = Instrument::new(
        "sdg",
        Catalogue::sdg_10_7_2(),
        manifest.clone(),
        domains_of(&manifest),
        vec![indicators("samples/sdg-10.7.2-example.json")],
    );
    let manifest = parsed(&case::text_at("base/catalogue.json"));
    let small = Instrument::new(
        "small",
        Catalogue::from_json(manifest.to_string()).expect("the base is sound"),
        manifest.clone(),
        domains_of(&manifest),
        vec![parsed(&case::text_at("base/responses.json"))],
    );
    vec![local, sdg, small]
}

/// A made-up catalogue with answers to it.
#[must_use]
pub fn generated(chance: &mut Chance) -> Instrument {
    let catalogue = generate::catalogue(&mut Tape::new(chance.numbers(300)), generate::MOST_WEIGHT);
    let mut responses: Vec<Value> = (0..3)
        .map(|_| {
            let responses = generate::responses(&mut Tape::new(chance.numbers(300)), &catalogue);
            parsed(&responses.written())
        })
        .collect();
    complete(&catalogue, &mut responses[0]);
    let checked = Catalogue::from_json(catalogue.to_string()).expect("what is made is sound");
    let domains = domains_of(&catalogue);
    Instrument::new("generated", checked, catalogue, domains, responses)
}

/// Says of every question without an answer whom it was put to, so that no question is open.
fn complete(catalogue: &Value, responses: &mut Value) {
    let unknown = json!({"state": "unknown", "asked": "Policía", "asked_on": "2021-12-01"});
    for indicator in generate::indicators(catalogue) {
        let entry = &mut responses["answers"][generate::word(&indicator["code"])];
        let has_answer = match &entry["answer"] {
            Value::Null => false,
            Value::Array(ticked) => !ticked.is_empty(),
            Value::String(text) => !text.is_empty(),
            _ => true,
        };
        if !has_answer {
            *entry = unknown.clone();
        }
    }
}

/// A document of a case, as it is read there.
#[derive(Debug)]
pub struct OfCase {
    pub case: String,
    pub document: String,
    pub bytes: Vec<u8>,
    /// The documents of the same case by name, for a catalogue of several files.
    pub others: IndexMap<String, Vec<u8>>,
    /// The catalogue to which the case gives answers, where it is sound.
    pub catalogue: Option<Catalogue>,
    /// Whether the case sets limits of its own, which no schema knows.
    pub is_limited: bool,
}

/// Every document of every case.
#[must_use]
pub fn of_cases() -> Vec<OfCase> {
    let mut all = Vec::new();
    for (name, case) in case::cases() {
        let outcome = case::run(&case);
        let read = |name: &str| outcome.documents.get(name).cloned();
        let catalogue = match case.catalogue.as_deref() {
            Some("local") => Some(Catalogue::local()),
            Some(_) => Some(Catalogue::sdg_10_7_2()),
            None => read("catalogue.json")
                .and_then(|manifest| Catalogue::from_documents(manifest, read).ok()),
        };
        for (document, bytes) in &outcome.documents {
            all.push(OfCase {
                case: name.clone(),
                document: document.clone(),
                bytes: bytes.clone(),
                others: outcome.documents.clone(),
                catalogue: catalogue.clone(),
                is_limited: case.limits.is_some(),
            });
        }
    }
    all
}

/// What comes out of every case: the profile, if there is one, and the problems.
#[must_use]
pub fn outcomes() -> Vec<(String, Option<Value>, Vec<Problem>)> {
    let outcomes = case::cases().into_iter().map(|(name, case)| {
        let outcome = case::run(&case);
        let problems = outcome.all().cloned().collect();
        (name, outcome.profile, problems)
    });
    outcomes.collect()
}

/// The file below `indicators` at this path.
#[must_use]
pub fn indicators(path: &str) -> Value {
    parsed(&case::text_at(&format!("../../indicators/{path}")))
}

/// The folder with everything.
#[must_use]
pub fn root() -> PathBuf {
    case::root().join("../..")
}

fn domains_of(manifest: &Value) -> Vec<Value> {
    manifest["domains"].as_array().cloned().unwrap_or_default()
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("it is JSON")
}
