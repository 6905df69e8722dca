//! Prints a JSON Schema, or what a form needs.
//!
//! ```text
//! cargo run --example schema -- KIND [--lang TAG] [--dialect draft-07|2020-12]
//! cargo run --example schema -- form [--catalogue MANIFEST] [--head | --domain CODE | --ask ROLE | --codes A,B]
//!     [--stage draft|in_validation|final] [--responses FILE] [--ui rjsf|jsonforms]
//! cargo run --example schema -- blank [--catalogue MANIFEST] [--place CODE,NAME,COUNTRY] [--period PERIOD]
//! ```
//!
//! KIND is `catalogue` (a manifest), `domain` (a file beside it), `responses`, `profile` or `report`:
//! the schema of such a document; `form`: the schema of answers to a catalogue, or with `--ui` what
//! a builder of forms needs beside it; `blank`: a response set without answers. It ends with 0; with
//! 1 when the catalogue or the response set does not pass its checks; and with 2 for wrong usage or a
//! file that cannot be read.

#[path = "support/files.rs"]
mod files;
#[path = "support/terminal.rs"]
mod terminal;

use std::path::PathBuf;
use std::process::ExitCode;

use lexopt::prelude::*;
use mgi::questions::Questions;
use mgi::responses::RoundKind;
use mgi::schema::Json;
use mgi::schema::{self, Dialect, Form};
use mgi::{Catalogue, Report, ResponseSet, Stage};

const USAGE: &str = "\
usage: schema catalogue|domain|responses|profile|report [--lang TAG] [--dialect draft-07|2020-12]
       schema form [--catalogue MANIFEST] [--head | --domain CODE | --ask ROLE | --codes A,B]
              [--stage draft|in_validation|final] [--responses FILE] [--lang TAG]
              [--dialect draft-07|2020-12] [--ui rjsf|jsonforms]
       schema blank [--catalogue MANIFEST] [--place CODE,NAME,COUNTRY] [--period PERIOD] [--lang TAG]
";

struct Options {
    kind: String,
    catalogue: Option<PathBuf>,
    responses: Option<PathBuf>,
    part: Part,
    stage: Stage,
    language: String,
    dialect: Dialect,
    ui: Option<String>,
    /// Code, name and country.
    place: [String; 3],
    period: String,
}

enum Part {
    Whole,
    Head,
    Domain(String),
    Ask(String),
    Codes(String),
}

/// What went wrong, and the exit code that says so.
struct Failure(String, u8);

fn main() -> ExitCode {
    let options = match options() {
        Ok(options) => options,
        Err(error) => return terminal::complain(&format!("{error}\n{USAGE}"), terminal::UNUSABLE),
    };
    match print(&options) {
        Ok(json) => terminal::print(&format!("{json}\n")),
        Err(Failure(text, code)) => terminal::complain(&text, code),
    }
}

/// What was asked for, as indented JSON.
fn print(options: &Options) -> Result<String, Failure> {
    let (dialect, language) = (options.dialect, options.language.as_str());
    let value = match options.kind.as_str() {
        "catalogue" => schema::catalogue(dialect, language),
        "domain" => schema::domain(dialect, language),
        "responses" => schema::responses(dialect, language),
        "profile" => schema::profile(dialect),
        "report" => schema::report(dialect),
        "form" => {
            let form = form(options)?;
            match options.ui.as_deref() {
                None => form.schema(dialect),
                Some("rjsf") => form.rjsf(),
                Some(_) => Json::object([
                    ("uischema", form.json_forms()),
                    ("translations", form.translations()),
                ]),
            }
        }
        "blank" => {
            let blank = blank(options)?;
            return Ok(serde_json::to_string_pretty(&blank).unwrap_or_default());
        }
        kind => {
            let text = format!("there is no schema `{kind}`\n{USAGE}");
            return Err(Failure(text, terminal::UNUSABLE));
        }
    };
    Ok(format!("{value:#}"))
}

/// A response set without answers, for the place and the period that were given.
fn blank(options: &Options) -> Result<ResponseSet, Failure> {
    let refused = |report: Report| refused(&report, &options.language);
    let catalogue = catalogue(options)?;
    let [code, name, country] = &options.place;
    let blank = catalogue.blank(&options.language).edit().stage(options.stage);
    let blank = blank.place(code, name, country).round(&options.period, RoundKind::Baseline);
    let blank = blank.finish().map_err(refused)?;
    catalogue.assess_at(&blank, Stage::Draft).map_err(refused)?;
    Ok(blank)
}

fn catalogue(options: &Options) -> Result<Catalogue, Failure> {
    let Some(manifest) = &options.catalogue else { return Ok(Catalogue::local()) };
    let read = files::catalogue(manifest);
    let read = read.map_err(|text| Failure(text, terminal::UNUSABLE))?;
    read.map_err(|report| refused(&report, &options.language))
}

fn form(options: &Options) -> Result<Form, Failure> {
    let unusable = |text: String| Failure(text, terminal::UNUSABLE);
    let refused = |report: Report| refused(&report, &options.language);
    let catalogue = catalogue(options)?;
    let mut questions = Questions::of(&catalogue).language(&options.language).stage(options.stage);
    if let Some(file) = &options.responses {
        let set = ResponseSet::from_json(files::read(file).map_err(unusable)?).map_err(refused)?;
        questions = questions.citing(&set);
    }
    let questions = match &options.part {
        Part::Whole => Ok(questions),
        Part::Head => Ok(questions.head()),
        Part::Domain(code) => questions.domain(code),
        Part::Ask(role) => questions.ask(role),
        Part::Codes(codes) => questions.codes(codes.split(',').map(str::trim)),
    };
    Ok(Form::of(&questions.map_err(|error| unusable(format!("{error}\n")))?))
}

fn refused(report: &Report, language: &str) -> Failure {
    Failure(report.render(language), terminal::REFUSED)
}

fn options() -> Result<Options, lexopt::Error> {
    let mut kind = None;
    let mut options = Options {
        kind: String::new(),
        catalogue: None,
        responses: None,
        part: Part::Whole,
        stage: Stage::Draft,
        language: "es".to_owned(),
        dialect: Dialect::default(),
        ui: None,
        place: [String::new(), String::new(), String::new()],
        period: String::new(),
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("lang") => options.language = terminal::language(&mut parser)?,
            Long("catalogue") => options.catalogue = Some(parser.value()?.into()),
            Long("responses") => options.responses = Some(parser.value()?.into()),
            Long("head") => options.part = Part::Head,
            Long("domain") => options.part = Part::Domain(parser.value()?.string()?),
            Long("ask") => options.part = Part::Ask(parser.value()?.string()?),
            Long("codes") => options.part = Part::Codes(parser.value()?.string()?),
            Long("period") => options.period = parser.value()?.string()?,
            Long("stage") => {
                options.stage = parser.value()?.parse()?;
            }
            Long("dialect") => {
                options.dialect = parser.value()?.parse()?;
            }
            Long("ui") => {
                let got = parser.value()?.string()?;
                if !["rjsf", "jsonforms"].contains(&got.as_str()) {
                    return Err("--ui takes rjsf or jsonforms".into());
                }
                options.ui = Some(got);
            }
            Long("place") => {
                let got = parser.value()?.string()?;
                let parts: Vec<String> = got.splitn(3, ',').map(str::to_owned).collect();
                options.place =
                    parts.try_into().map_err(|_parts| "--place takes CODE,NAME,COUNTRY")?;
            }
            Value(value) if kind.is_none() => kind = Some(value.string()?),
            other => return Err(other.unexpected()),
        }
    }
    options.kind = kind.ok_or("a kind of schema is needed")?;
    Ok(options)
}
