//! Checks a catalogue: is it sound, and is it well made?
//!
//! ```text
//! cargo run --example lint -- MANIFEST [--lang TAG] [--problems text|json]
//! ```
//!
//! It ends with 0 when there is nothing to mend or only something that could be better; with 1 when
//! the catalogue is not sound; and with 2 for wrong usage or a file that cannot be read. Problems go
//! to standard output.

#[path = "support/files.rs"]
mod files;
#[path = "support/terminal.rs"]
mod terminal;

use std::path::PathBuf;
use std::process::ExitCode;

use lexopt::prelude::*;
use mgi::{Problem, render};

const USAGE: &str = "usage: lint MANIFEST [--lang TAG] [--problems text|json]\n";

struct Options {
    manifest: PathBuf,
    language: String,
    as_json: bool,
}

fn main() -> ExitCode {
    let options = match options() {
        Ok(options) => options,
        Err(error) => return terminal::complain(&format!("{error}\n{USAGE}"), terminal::UNUSABLE),
    };
    let loaded = match files::catalogue(&options.manifest) {
        Ok(loaded) => loaded,
        Err(text) => return terminal::complain(&text, terminal::UNUSABLE),
    };
    let (problems, code) = match loaded {
        Ok(catalogue) => (catalogue.lint(), terminal::DONE),
        Err(report) => (report.problems().to_vec(), terminal::REFUSED),
    };
    match shown(&problems, &options) {
        Err(error) => terminal::complain(&format!("{error}\n"), terminal::UNUSABLE),
        Ok(text) if code == terminal::DONE => terminal::print(&text),
        Ok(text) => {
            terminal::print(&text);
            ExitCode::from(code)
        }
    }
}

fn shown(problems: &[Problem], options: &Options) -> serde_json::Result<String> {
    if options.as_json {
        let told: Vec<_> =
            problems.iter().map(|problem| problem.in_language(&options.language)).collect();
        Ok(serde_json::to_string_pretty(&told)? + "\n")
    } else {
        Ok(render::problems(problems, &options.language))
    }
}

fn options() -> Result<Options, lexopt::Error> {
    let mut manifest = None;
    let mut options =
        Options { manifest: PathBuf::new(), language: "es".to_owned(), as_json: false };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("lang") => options.language = terminal::language(&mut parser)?,
            Long("problems") => {
                options.as_json = match parser.value()?.string()?.as_str() {
                    "text" => false,
                    "json" => true,
                    _ => return Err("--problems takes text or json".into()),
                };
            }
            Value(value) if manifest.is_none() => manifest = Some(PathBuf::from(value)),
            other => return Err(other.unexpected()),
        }
    }
    options.manifest = manifest.ok_or("a manifest is needed")?;
    Ok(options)
}
