//! What the schemas say of a document, and what the checks say.

use std::collections::BTreeMap;

use jsonschema::Validator;
use mgi::problem::Argument;
use mgi::questions::Questions;
use mgi::schema::Json;
use mgi::schema::{self, Dialect, Form};
use mgi::{Catalogue, Code, Problem, Report, ResponseSet, Severity, Stage};
use serde_json::{Value, json};

/// What the checks find that schemas could say.
#[derive(Debug)]
pub enum Verdict {
    /// Nothing.
    Accepted,
    /// Problems of these codes, and where.
    Refused(Vec<(Code, String)>),
    /// The document is not one that every reader of JSON reads alike.
    LeftOut,
}

impl Verdict {
    fn of<'p>(problems: impl Iterator<Item = &'p Problem>) -> Self {
        let found: Vec<(Code, String)> =
            problems.map(|problem| (problem.code(), problem.pointer().to_string())).collect();
        if found.iter().any(|(code, _)| LEFT_OUT.contains(code)) {
            Self::LeftOut
        } else if found.is_empty() {
            Self::Accepted
        } else {
            Self::Refused(found)
        }
    }

    fn accepts(&self) -> bool {
        matches!(self, Self::Accepted)
    }
}

/// Codes of what is no JSON document, or not the same one for every reader.
const LEFT_OUT: &[Code] = &[
    Code::NotUtf8,
    Code::ByteOrderMark,
    Code::InvalidJson,
    Code::TooManyBytes,
    Code::TooDeep,
    Code::TooManyValues,
    Code::TooManyProblems,
    Code::TextTooLong,
    Code::DuplicateMember,
];

/// A schema as validators take it.
#[must_use]
pub fn plain(schema: &Json) -> Value {
    serde_json::to_value(schema).unwrap_or_default()
}

/// A schema in every dialect.
#[derive(Debug)]
pub struct Schemas(Vec<(Dialect, Validator)>);

impl Schemas {
    /// # Panics
    ///
    /// If a schema is none.
    #[must_use]
    pub fn of(emit: impl Fn(Dialect) -> Json) -> Self {
        let schemas = Dialect::ALL.iter().map(|dialect| {
            let schema = emit(*dialect);
            let validator = jsonschema::validator_for(&plain(&schema));
            (*dialect, validator.unwrap_or_else(|error| panic!("{}: {error}", dialect.name())))
        });
        Self(schemas.collect())
    }

    /// Whether the schema accepts a document, in every dialect.
    #[must_use]
    pub fn accept(&self, document: &Value) -> bool {
        self.0.iter().all(|(_, validator)| validator.is_valid(document))
    }
}

/// What a schema refuses in a document and what the checks refuse, each with what stands there.
fn shown(validator: &Validator, document: &Value, verdict: &Verdict) -> String {
    let at = |pointer: &str| {
        let value = document.pointer(pointer).map_or_else(String::new, Value::to_string);
        value.chars().take(300).collect::<String>()
    };
    let mut shown = String::new();
    for error in validator.iter_errors(document).take(3) {
        let pointer = error.instance_path().to_string();
        let keyword = error.schema_path().to_string();
        shown += &format!("  the schema, by {keyword}, at {pointer}: {}\n", at(&pointer));
    }
    if let Verdict::Refused(found) = verdict {
        for (code, pointer) in found {
            shown += &format!("  the checks, by {code}, at {pointer}: {}\n", at(pointer));
        }
    }
    shown
}

/// The schemas of a catalogue's form.
#[derive(Debug)]
pub struct FormSchemas {
    stage: Stage,
    expressed: Vec<Code>,
    schemas: Schemas,
}

impl FormSchemas {
    #[must_use]
    pub fn of(questions: &Questions, stage: Stage) -> Self {
        let form = Form::of(&questions.clone().stage(stage));
        Self {
            stage,
            expressed: form.expressed(),
            schemas: Schemas::of(|dialect| form.schema(dialect)),
        }
    }

    /// One for each stage.
    #[must_use]
    pub fn of_all_stages(questions: &Questions) -> Vec<Self> {
        Stage::ALL.iter().map(|stage| Self::of(questions, *stage)).collect()
    }

    /// Compares what the schema says of a response set with what the checks say at the form's stage.
    pub fn compare(&self, name: &str, catalogue: &Catalogue, document: &Value, tally: &mut Tally) {
        let bytes = document.to_string();
        let verdict = of_set(catalogue, self.stage, &self.expressed, bytes.as_bytes(), is_asked);
        let name = format!("form of {name}, {}", self.stage.name());
        tally.compare(&name, &self.schemas, document, verdict);
    }
}

/// Whether a problem lies in what forms ask for: all else a form keeps, and does not look into.
fn is_asked(problem: &Problem) -> bool {
    const NOT_OF_SET: &[&str] =
        &["acronyms", "by", "demography", "exchange", "highlights", "process"];
    const NOT_OF_ENTRIES: &[&str] =
        &["answers_for", "claims", "corrects_baseline", "formerly", "partly_because", "resolution"];
    let mut steps = problem.pointer().as_str().split('/').skip(1);
    let first = steps.next().unwrap_or_default();
    let member = steps.nth(1).unwrap_or_default();
    let is_entry = ["answers", "respondents"].contains(&first);
    !(NOT_OF_SET.contains(&first)
        || (is_entry && NOT_OF_ENTRIES.contains(&member))
        || (first == "priorities" && member == "id"))
}

/// What the checks say of a response set for a catalogue, as far as a form could.
#[must_use]
pub fn of_form(catalogue: &Catalogue, stage: Stage, expressed: &[Code], bytes: &[u8]) -> Verdict {
    of_set(catalogue, stage, expressed, bytes, is_asked)
}

/// What the checks say of a response set in the places that are looked at.
fn of_set(
    catalogue: &Catalogue,
    stage: Stage,
    expressed: &[Code],
    bytes: &[u8],
    looks_at: fn(&Problem) -> bool,
) -> Verdict {
    let set = match ResponseSet::from_json(bytes) {
        Ok(set) => set,
        Err(report) => return Verdict::of(report.problems().iter().filter(|it| looks_at(it))),
    };
    let at_last = problems(catalogue.assess_at(&set, Stage::Final));
    let at_stage = if stage == Stage::Final {
        at_last.clone()
    } else {
        problems(catalogue.assess_at(&set, stage))
    };
    let blank = at_last.iter().filter(|problem| problem.code() == Code::BlankText);
    let said = at_stage.iter().filter(|problem| {
        problem.severity() == Severity::Error
            && (LEFT_OUT.contains(&problem.code())
                || expressed.contains(&problem.code())
                || is_of_whole_numbers(problem))
    });
    Verdict::of(blank.chain(said).filter(|problem| looks_at(problem)))
}

/// Whether a number has decimals where none are allowed, which schemas do say.
fn is_of_whole_numbers(problem: &Problem) -> bool {
    problem.code() == Code::TooManyDecimals
        && problem
            .arguments()
            .any(|(name, argument)| name == "decimals" && *argument == Argument::Number(0))
}

fn problems(assessed: Result<mgi::Assessment, Report>) -> Vec<Problem> {
    match assessed {
        Ok(assessment) => assessment.warnings().to_vec(),
        Err(report) => report.problems().to_vec(),
    }
}

/// What the reader says of a response set, as far as the schema of its file could.
#[must_use]
pub fn of_responses(catalogue: &Catalogue, bytes: &[u8]) -> Verdict {
    of_set(catalogue, Stage::Draft, schema::expressed(), bytes, |_| true)
}

/// What the reader says of a manifest.
#[must_use]
pub fn of_manifest(bytes: &[u8], fetch: impl FnMut(&str) -> Option<Vec<u8>>) -> Verdict {
    of_file("catalogue.json", Catalogue::from_documents(bytes, fetch))
}

/// What the reader says of a domain's file.
#[must_use]
pub fn of_domain(bytes: &[u8]) -> Verdict {
    let manifest = json!({
        "format": 1, "id": "a", "version": "1.0.0", "languages": ["en"],
        "title": {"en": "A"}, "notice": {"en": "A"},
        "answer_types": {}, "schemes": [], "domains": ["domain.json"],
    });
    let fetch = |_: &str| Some(bytes.to_vec());
    of_file("domain.json", Catalogue::from_documents(manifest.to_string(), fetch))
}

fn of_file(name: &str, loaded: Result<Catalogue, Report>) -> Verdict {
    let Err(report) = loaded else { return Verdict::Accepted };
    let problems = report.problems().iter().filter(|problem| {
        problem.document() == name
            && problem.severity() == Severity::Error
            && (LEFT_OUT.contains(&problem.code()) || schema::expressed().contains(&problem.code()))
    });
    Verdict::of(problems)
}

/// How often both sides said what.
#[derive(Debug, Default)]
pub struct Tally {
    counts: BTreeMap<String, [usize; 3]>,
    codes: BTreeMap<&'static str, usize>,
    pub disagreements: Vec<String>,
    most: usize,
}

impl Tally {
    /// That keeps at most so many disagreements.
    #[must_use]
    pub fn keeping(most: usize) -> Self {
        Self { most, ..Self::default() }
    }

    pub fn compare(&mut self, name: &str, schemas: &Schemas, document: &Value, verdict: Verdict) {
        let counts = self.counts.entry(name.to_owned()).or_default();
        if matches!(verdict, Verdict::LeftOut) {
            counts[2] += 1;
            return;
        }
        counts[usize::from(!verdict.accepts())] += 1;
        if let Verdict::Refused(codes) = &verdict {
            let mut codes: Vec<&'static str> = codes.iter().map(|(code, _)| code.name()).collect();
            codes.sort_unstable();
            codes.dedup();
            for code in codes {
                *self.codes.entry(code).or_default() += 1;
            }
        }
        for (dialect, validator) in &schemas.0 {
            if validator.is_valid(document) != verdict.accepts()
                && self.disagreements.len() < self.most
            {
                let shown = shown(validator, document, &verdict);
                self.disagreements.push(format!("{name}, {}:\n{shown}", dialect.name()));
            }
        }
    }

    /// How many documents were compared; those that were left out are not counted.
    #[must_use]
    pub fn compared(&self) -> usize {
        self.counts.values().map(|[accepted, refused, _]| accepted + refused).sum()
    }

    /// How many documents were accepted.
    #[must_use]
    pub fn accepted(&self) -> usize {
        self.counts.values().map(|[accepted, ..]| accepted).sum()
    }

    /// In how many documents a code occurred.
    #[must_use]
    pub fn of_code(&self, code: Code) -> usize {
        self.codes.get(code.name()).copied().unwrap_or_default()
    }

    /// The counts as a table.
    #[must_use]
    pub fn table(&self) -> String {
        let mut table = String::new();
        for (name, [accepted, refused, left_out]) in &self.counts {
            table +=
                &format!("{name}: {accepted} accepted, {refused} refused, {left_out} left out\n");
        }
        for (code, count) in &self.codes {
            table += &format!("  {code}: {count}\n");
        }
        table
    }
}
