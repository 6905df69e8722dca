//! Checks anybody's response set and prints its profile.
//!
//! ```text
//! cargo run --example assess -- FILE [--catalogue MANIFEST] [--scheme ID]
//!     [--stage draft|in-validation|final] [--lang TAG] [--format text|markdown|html|json]
//!     [--problems text|json]
//! ```
//!
//! It ends with 0 and the profile on standard output; with 1 and every problem on standard error
//! when the file does not pass; and with 2 for wrong usage or a file that cannot be read.

#[path = "support/files.rs"]
mod files;
#[path = "support/terminal.rs"]
mod terminal;

use std::path::PathBuf;
use std::process::ExitCode;

use lexopt::prelude::*;
use mgi::{Catalogue, Input, Problem, Profile, ResponseSet, Stage, render};

const USAGE: &str = "usage: assess FILE [--catalogue MANIFEST] [--scheme ID] \
[--stage draft|in-validation|final] [--lang TAG] [--format text|markdown|html|json] [--problems text|json]\n";

struct Options {
    file: PathBuf,
    catalogue: Option<PathBuf>,
    scheme: Option<String>,
    stage: Option<Stage>,
    language: String,
    format: Format,
    problems_as_json: bool,
}

#[derive(Clone, Copy)]
enum Format {
    Text,
    Markdown,
    Html,
    Json,
}

/// Why there is no profile: what to tell the user, and the exit code.
struct Failure(String, u8);

fn main() -> ExitCode {
    let result = options()
        .map_err(|error| Failure(format!("{error}\n{USAGE}"), terminal::UNUSABLE))
        .and_then(|options| assess(&options));
    match result {
        Ok(profile) => terminal::print(&profile),
        Err(Failure(text, code)) => terminal::complain(&text, code),
    }
}

fn assess(options: &Options) -> Result<String, Failure> {
    let language = options.language.as_str();
    let shown = |problems: &[Problem]| {
        if options.problems_as_json {
            let problems: Vec<_> =
                problems.iter().map(|problem| problem.in_language(language)).collect();
            serde_json::to_string_pretty(&problems).unwrap_or_default() + "\n"
        } else {
            render::problems(problems, language)
        }
    };
    let refused = |report: mgi::Report| Failure(shown(report.problems()), terminal::REFUSED);
    let unusable = |text: String| Failure(text, terminal::UNUSABLE);
    let catalogue = match &options.catalogue {
        None => Catalogue::local(),
        Some(manifest) => files::catalogue(manifest).map_err(unusable)?.map_err(refused)?,
    };
    let bytes = files::read(&options.file).map_err(unusable)?;
    let name = options.file.display().to_string();
    let set = ResponseSet::from_json(Input::new(name, bytes)).map_err(refused)?;
    let stage = options.stage.unwrap_or(set.stage());
    let assessment = catalogue.assess_at(&set, stage).map_err(refused)?;
    if !assessment.warnings().is_empty() {
        terminal::complain(&shown(assessment.warnings()), terminal::DONE);
    }
    let profile = match &options.scheme {
        None => Some(assessment.profile()),
        Some(scheme) => assessment.profile_by(scheme),
    };
    let profile = profile.ok_or_else(|| {
        let known: Vec<&str> = catalogue.schemes().iter().map(mgi::catalogue::Scheme::id).collect();
        unusable(format!("--scheme: the catalogue has the schemes {}\n{USAGE}", known.join(", ")))
    })?;
    written(&profile, options.format, language).map_err(|error| unusable(format!("{error}\n")))
}

fn written(profile: &Profile, format: Format, language: &str) -> serde_json::Result<String> {
    Ok(match format {
        Format::Text => render::text(profile, language),
        Format::Markdown => render::markdown(profile, language),
        Format::Html => render::html(profile, language),
        Format::Json => serde_json::to_string_pretty(profile)? + "\n",
    })
}

fn options() -> Result<Options, lexopt::Error> {
    let mut file = None;
    let mut options = Options {
        file: PathBuf::new(),
        catalogue: None,
        scheme: None,
        stage: None,
        language: "es".to_owned(),
        format: Format::Text,
        problems_as_json: false,
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("catalogue") => options.catalogue = Some(parser.value()?.into()),
            Long("scheme") => options.scheme = Some(parser.value()?.string()?),
            Long("stage") => {
                options.stage = Some(match parser.value()?.string()?.as_str() {
                    "draft" => Stage::Draft,
                    "in-validation" => Stage::InValidation,
                    "final" => Stage::Final,
                    _ => return Err("--stage takes draft, in-validation or final".into()),
                });
            }
            Long("lang") => options.language = terminal::language(&mut parser)?,
            Long("format") => {
                options.format = match parser.value()?.string()?.as_str() {
                    "text" => Format::Text,
                    "markdown" => Format::Markdown,
                    "html" => Format::Html,
                    "json" => Format::Json,
                    _ => return Err("--format takes text, markdown, html or json".into()),
                };
            }
            Long("problems") => {
                options.problems_as_json = match parser.value()?.string()?.as_str() {
                    "text" => false,
                    "json" => true,
                    _ => return Err("--problems takes text or json".into()),
                };
            }
            Value(value) if file.is_none() => file = Some(PathBuf::from(value)),
            other => return Err(other.unexpected()),
        }
    }
    options.file = file.ok_or("a file is needed")?;
    Ok(options)
}
