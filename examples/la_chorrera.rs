//! Prints the profile of the sample: La Chorrera 2021, with illustrative answers.
//!
//! ```text
//! cargo run --example la_chorrera [-- --lang TAG] [--json]
//! ```

#[path = "support/terminal.rs"]
mod terminal;

use std::process::ExitCode;

use lexopt::prelude::*;
use mgi::{Catalogue, ResponseSet, render};

const USAGE: &str = "usage: la_chorrera [--lang TAG] [--json]\n";
const SAMPLE: &[u8] = include_bytes!("../indicators/samples/la-chorrera-2021.json");

struct Options {
    language: String,
    as_json: bool,
}

fn main() -> ExitCode {
    let options = match options() {
        Ok(options) => options,
        Err(error) => return terminal::complain(&format!("{error}\n{USAGE}"), terminal::UNUSABLE),
    };
    let assessed = ResponseSet::from_json(SAMPLE).and_then(|set| Catalogue::local().assess(&set));
    match assessed {
        Err(report) => terminal::complain(&report.render(&options.language), terminal::REFUSED),
        Ok(assessment) => {
            let profile = assessment.profile();
            if !options.as_json {
                return terminal::print(&render::text(&profile, &options.language));
            }
            match serde_json::to_string_pretty(&profile) {
                Ok(json) => terminal::print(&(json + "\n")),
                Err(error) => terminal::complain(&format!("{error}\n"), terminal::UNUSABLE),
            }
        }
    }
}

fn options() -> Result<Options, lexopt::Error> {
    let mut options = Options { language: "es".to_owned(), as_json: false };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("lang") => options.language = terminal::language(&mut parser)?,
            Long("json") => options.as_json = true,
            other => return Err(other.unexpected()),
        }
    }
    Ok(options)
}
