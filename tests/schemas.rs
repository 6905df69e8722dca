//! The schemas in `indicators/schemas`, and what builders of forms can rely on in a form's schema.
//!
//! `MGI_BLESS=1 cargo test --test schemas` writes the files again. Whether schemas and checks agree is
//! tried in `tests/schemas`, a package of its own.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::disallowed_methods,
    clippy::panic,
    reason = "tests read and write files and may fail by a panic"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use mgi::questions::Questions;
use mgi::schema::Json;
use mgi::schema::{self, Dialect, Form};
use mgi::{Catalogue, Code, ResponseSet, Severity, Stage};
use serde_json::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("indicators")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every schema by the path of its file.
fn emitted() -> BTreeMap<String, Json> {
    let mut emitted = BTreeMap::new();
    for dialect in Dialect::ALL.iter().copied() {
        let mut add = |name: &str, schema: Json| {
            emitted.insert(format!("{}/{name}.json", dialect.name()), schema);
        };
        for (language, ending) in [("en", ""), ("es", ".es")] {
            add(&format!("catalogue{ending}"), schema::catalogue(dialect, language));
            add(&format!("domain{ending}"), schema::domain(dialect, language));
            add(&format!("responses{ending}"), schema::responses(dialect, language));
        }
        add("profile", schema::profile(dialect));
        add("report", schema::report(dialect));
    }
    emitted
}

#[test]
fn the_files_are_what_the_crate_emits() {
    let schemas = folder().join("schemas");
    let bless = std::env::var("MGI_BLESS").is_ok_and(|bless| bless == "1");
    let emitted = emitted();
    for (path, schema) in &emitted {
        let want = format!("{schema:#}\n");
        let path = schemas.join(path);
        if bless {
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
            fs::write(&path, &want).expect("a schema is written");
        }
        let is_same = read(&path) == want;
        assert!(is_same, "{} is not what is emitted; MGI_BLESS=1 writes it again", path.display());
    }
    let mut found = BTreeSet::new();
    for dialect in Dialect::ALL {
        for entry in fs::read_dir(schemas.join(dialect.name())).expect("a folder") {
            let name = entry.expect("an entry").file_name();
            found.insert(format!("{}/{}", dialect.name(), name.to_str().expect("a plain name")));
        }
    }
    assert_eq!(found, emitted.into_keys().collect());
}

#[test]
fn every_file_of_indicators_names_its_schema_first() {
    let schemas = emitted();
    let mut files = 0;
    for part in ["local", "sdg-10.7.2", "samples"] {
        for entry in fs::read_dir(folder().join(part)).expect("a folder") {
            let path = entry.expect("an entry").path();
            let text = read(&path);
            let value: Value = serde_json::from_str(&text).expect("it is JSON");
            let kind = if value.get("answers").is_some() {
                "responses"
            } else if value.get("languages").is_some() {
                "catalogue"
            } else {
                "domain"
            };
            let is_spanish = value.get("language").is_some_and(|language| language == "es");
            let ending = if is_spanish { ".es" } else { "" };
            let schema = format!("draft-07/{kind}{ending}.json");
            assert!(schemas.contains_key(&schema), "there is no {schema}");
            let first = format!("{{\n  \"$schema\": \"../schemas/{schema}\",\n");
            assert!(text.starts_with(&first), "{} does not begin with {first}", path.display());
            files += 1;
        }
    }
    assert_eq!(files, 11);
}

/// The keywords of a form's schema. All are of draft-07; there is none that answers a question
/// (`default`, `const`), and none that says what an answer is worth.
const KEYWORDS: &[&str] = &[
    "$ref",
    "$schema",
    "allOf",
    "anyOf",
    "description",
    "enum",
    "i18n",
    "if",
    "items",
    "maximum",
    "minItems",
    "minProperties",
    "minimum",
    "not",
    "pattern",
    "properties",
    "propertyNames",
    "required",
    "then",
    "title",
    "type",
    "uniqueItems",
    "x-terms",
    "x-when",
];

/// What was looked at.
#[derive(Default)]
struct Looked {
    keywords: BTreeSet<String>,
    properties: usize,
    enums: usize,
}

impl Looked {
    /// Looks at a schema and those in it. `is_shown`: whether a builder renders what it describes.
    fn at(&mut self, schema: &Json, is_shown: bool, definitions: &str) {
        for (keyword, value) in schema.members() {
            match keyword {
                "properties" => self.at_properties(value, is_shown, definitions),
                keyword if keyword == definitions => {
                    self.at_properties(value, is_shown, definitions);
                    continue;
                }
                "allOf" | "anyOf" => {
                    for item in value.items() {
                        self.at(item, is_shown, definitions);
                    }
                }
                "then" | "items" => self.at(value, is_shown, definitions),
                "if" | "not" | "propertyNames" => self.at(value, false, definitions),
                _ => {}
            }
            self.keywords.insert(keyword.to_owned());
        }
        if let Some(words) = schema.get("enum").filter(|_| is_shown) {
            self.enums += 1;
            assert!(!words.items().is_empty(), "{schema}");
            let kind = schema.get("type").and_then(Json::as_str);
            assert!(kind.is_some_and(|kind| ["string", "integer"].contains(&kind)), "{schema}");
        }
    }

    fn at_properties(&mut self, properties: &Json, is_shown: bool, definitions: &str) {
        for (name, schema) in properties.members() {
            self.properties += 1;
            let is_plain = name.starts_with(|first: char| first.is_ascii_alphabetic())
                && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
            // The reference to a schema is a member of every file.
            assert!(is_plain || name == "$schema", "{name}");
            self.at(schema, is_shown, definitions);
        }
    }
}

#[test]
fn builders_of_forms_can_read_the_schema_of_every_form() {
    let sample = include_bytes!("../indicators/samples/la-chorrera-2021.json");
    let set = ResponseSet::from_json(sample).expect("the sample can be read");
    let mut looked = Looked::default();
    for catalogue in [Catalogue::local(), Catalogue::sdg_10_7_2()] {
        let whole = || Questions::of(&catalogue);
        let mut parts = vec![whole(), whole().head(), whole().citing(&set)];
        for domain in catalogue.domains() {
            parts.push(whole().domain(domain.code()).expect("the domain exists"));
        }
        for questions in parts {
            for stage in Stage::ALL.iter().copied() {
                let form = Form::of(&questions.clone().stage(stage));
                for (dialect, definitions) in
                    [(Dialect::Draft07, "definitions"), (Dialect::Draft202012, "$defs")]
                {
                    looked.at(&form.schema(dialect), true, definitions);
                }
            }
        }
    }
    assert_eq!(looked.keywords.iter().map(String::as_str).collect::<Vec<_>>(), KEYWORDS);
    assert!(looked.properties > 10_000, "{}", looked.properties);
    assert!(looked.enums > 5_000, "{}", looked.enums);
}

#[test]
fn what_no_form_expresses_is_known() {
    let sample = include_bytes!("../indicators/samples/la-chorrera-2021.json");
    let set = ResponseSet::from_json(sample).expect("the sample can be read");
    let questions = Questions::of(&Catalogue::local()).citing(&set).stage(Stage::Final);
    let expressed = Form::of(&questions).expressed();
    let left: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| code.severity(Stage::Final) == Some(Severity::Error))
        .filter(|code| !expressed.contains(code))
        .map(|code| code.name())
        .filter(|name| name.starts_with("doc.") || name.starts_with("rsp."))
        .collect();
    let want = [
        "doc.syntax.not-utf8",
        "doc.syntax.invalid-json",
        "doc.limit.bytes",
        "doc.limit.depth",
        "doc.limit.values",
        "doc.limit.problems",
        "doc.limit.text",
        "doc.shape.duplicate-member",
        "rsp.place.subdivision-elsewhere",
        "rsp.id.duplicate",
        "rsp.acronym.repeated",
        "rsp.respondent.unknown-role",
        "rsp.answer.none-and-others",
        "rsp.answer.too-many-decimals",
        "rsp.answer.with-state",
        "rsp.claim.nested",
        "rsp.evidence.missing",
        "rsp.date.inverted",
    ];
    assert_eq!(left, want);
}
