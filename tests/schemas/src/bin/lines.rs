//! Writes documents with what the checks say of them, for validators that are no Rust crates.
//!
//! ```text
//! cargo run --release --bin lines -- form|responses|catalogue|cases N FOLDER
//! ```
//!
//! For each schema there are two files in FOLDER: `NAME.schema.json` in draft-07, and `NAME.ndjson`,
//! in which every line is `{"document": ..., "accepts": true|false}`: whether a validator should accept
//! the document. N is the number of lines in all; of the cases, all are written.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use mgi::questions::Questions;
use mgi::schema::{self, Dialect, Form};
use mgi::{Catalogue, Code, Stage};
use mgi_schemas::chance::Chance;
use mgi_schemas::documents::{Instrument, OfCase, instruments, of_cases};
use mgi_schemas::judge::{self, Verdict, plain};
use serde_json::{Value, json};

const USAGE: &str = "usage: lines form|responses|catalogue|cases N FOLDER";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [kind, count, folder] = arguments.as_slice() else { return unusable(USAGE) };
    let Ok(count) = count.parse() else { return unusable(USAGE) };
    let lines = Lines { folder: folder.into(), chance: Chance::new(7) };
    let written = match kind.as_str() {
        "form" => forms(lines, count),
        "responses" => responses(lines, count),
        "catalogue" => catalogues(lines, count),
        "cases" => cases(lines),
        _ => return unusable(USAGE),
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => unusable(&error.to_string()),
    }
}

fn unusable(text: &str) -> ExitCode {
    eprintln!("{text}");
    ExitCode::from(2)
}

/// The forms of every instrument, as a draft and as final.
fn forms(mut lines: Lines, count: usize) -> std::io::Result<()> {
    let instruments = instruments();
    let stages = [Stage::Draft, Stage::Final];
    for instrument in &instruments {
        for stage in stages {
            let form = Form::of(&Questions::of(&instrument.catalogue).stage(stage));
            let expressed: Vec<Code> = form.expressed();
            let name = format!("form-{}-{}", instrument.name, stage.name());
            let schema = plain(&form.schema(Dialect::Draft07));
            let count = count.div_ceil(instruments.len() * stages.len());
            lines.write(&name, &schema, count, |chance| {
                let set = instrument.response_set(chance);
                let text = set.to_string();
                let verdict =
                    judge::of_form(&instrument.catalogue, stage, &expressed, text.as_bytes());
                (set, verdict)
            })?;
        }
    }
    Ok(())
}

fn responses(mut lines: Lines, count: usize) -> std::io::Result<()> {
    let instruments = instruments();
    let schema = plain(&schema::responses(Dialect::Draft07, "es"));
    lines.write("responses", &schema, count, |chance| {
        let instrument = chance.one_of(&instruments);
        let set = instrument.response_set(chance);
        let verdict = judge::of_responses(&instrument.catalogue, set.to_string().as_bytes());
        (set, verdict)
    })
}

/// Manifests and files of domains, half each.
fn catalogues(mut lines: Lines, count: usize) -> std::io::Result<()> {
    let instruments = instruments();
    let any = |chance: &mut Chance| -> &Instrument { chance.one_of(&instruments) };
    let schema = plain(&schema::catalogue(Dialect::Draft07, "en"));
    lines.write("catalogue", &schema, count.div_ceil(2), |chance| {
        let manifest = any(chance).changed_manifest(chance);
        let verdict = judge::of_manifest(manifest.to_string().as_bytes(), |_| None);
        (manifest, verdict)
    })?;
    let schema = plain(&schema::domain(Dialect::Draft07, "en"));
    lines.write("domain", &schema, count.div_ceil(2), |chance| {
        let domain = any(chance).changed_domain(chance);
        let verdict = judge::of_domain(domain.to_string().as_bytes());
        (domain, verdict)
    })
}

/// The documents of every case.
fn cases(mut lines: Lines) -> std::io::Result<()> {
    let any = Catalogue::local();
    let [mut catalogues, mut domains, mut responses] = [const { Vec::new() }; 3];
    let all = of_cases();
    for OfCase { document, bytes, others, catalogue, .. } in
        all.iter().filter(|of_case| !of_case.is_limited)
    {
        let Ok(value) = serde_json::from_slice::<Value>(bytes) else { continue };
        let (group, verdict) = if document == "catalogue.json" {
            (&mut catalogues, judge::of_manifest(bytes, |name| others.get(name).cloned()))
        } else if document == "responses.json" || document.starts_with("set-") {
            (&mut responses, judge::of_responses(catalogue.as_ref().unwrap_or(&any), bytes))
        } else {
            (&mut domains, judge::of_domain(bytes))
        };
        if !matches!(verdict, Verdict::LeftOut) {
            group.push((value, verdict));
        }
    }
    for (name, schema, mut group) in [
        ("cases-catalogue", schema::catalogue(Dialect::Draft07, "en"), catalogues),
        ("cases-domain", schema::domain(Dialect::Draft07, "en"), domains),
        ("cases-responses", schema::responses(Dialect::Draft07, "es"), responses),
    ] {
        lines.write(name, &plain(&schema), group.len(), |_| {
            group.pop().expect("as many as are written")
        })?;
    }
    Ok(())
}

struct Lines {
    folder: PathBuf,
    chance: Chance,
}

impl Lines {
    /// Writes a schema and `count` lines for it.
    fn write(
        &mut self,
        name: &str,
        schema: &Value,
        count: usize,
        mut draw: impl FnMut(&mut Chance) -> (Value, Verdict),
    ) -> std::io::Result<()> {
        std::fs::create_dir_all(&self.folder)?;
        std::fs::write(self.folder.join(format!("{name}.schema.json")), schema.to_string())?;
        let file = File::create(self.folder.join(format!("{name}.ndjson")))?;
        let mut file = BufWriter::new(file);
        let mut written = 0;
        while written < count {
            let (document, verdict) = draw(&mut self.chance);
            let accepts = match verdict {
                Verdict::Accepted => true,
                Verdict::Refused(_) => false,
                Verdict::LeftOut => continue,
            };
            writeln!(file, "{}", json!({"document": document, "accepts": accepts}))?;
            written += 1;
        }
        file.flush()
    }
}
