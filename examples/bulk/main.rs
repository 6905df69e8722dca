//! Assesses many response sets, one per line, on all cores and in constant memory.
//!
//! ```text
//! cargo run --release --example bulk -- FILE.ndjson [--catalogue MANIFEST] [--threads N]
//! ```
//!
//! For each line of the file (`-` is standard input) a line of JSON comes out, in the same order: what
//! the set comes to by domain, or what is wrong with it; a bad line stops nothing. Lines are numbered
//! from 1, blank ones are skipped. Progress and a summary go to standard error. It ends with 0 when
//! every set passed, with 1 when some did not, and with 2 for wrong usage or a file that cannot be
//! read. Nothing here compares places.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::disallowed_types,
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    clippy::integer_division,
    reason = "rules for the library; a tool counts bytes and measures time"
)]

#[path = "../support/files.rs"]
mod files;
mod lines;
mod pool;
mod progress;
#[path = "../support/terminal.rs"]
#[expect(dead_code, reason = "the examples share it, and not all need all of it")]
mod terminal;

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use lexopt::prelude::*;
use mgi::profile::{Counts, DomainProfile, Interval, Ratio, Score};
use mgi::responses::Period;
use mgi::{Assessment, Catalogue, Limits, Problem, ResponseSet};
use serde::Serialize;

use self::lines::{Block, Lines};
use self::pool::Totals;
use self::progress::Progress;

const USAGE: &str = "usage: bulk FILE.ndjson [--catalogue MANIFEST] [--threads N]\n";

struct Options {
    file: PathBuf,
    catalogue: Option<PathBuf>,
    threads: usize,
}

fn main() -> ExitCode {
    let options = match options() {
        Ok(options) => options,
        Err(error) => return terminal::complain(&format!("{error}\n{USAGE}"), terminal::UNUSABLE),
    };
    match run(&options) {
        Ok(totals) if totals.refused == 0 => ExitCode::from(terminal::DONE),
        Ok(_) => ExitCode::from(terminal::REFUSED),
        Err(text) => terminal::complain(&text, terminal::UNUSABLE),
    }
}

fn run(options: &Options) -> Result<Totals, String> {
    let catalogue = match &options.catalogue {
        None => Catalogue::local(),
        Some(manifest) => files::catalogue(manifest)?.map_err(|report| report.render("en"))?,
    };
    let (input, size) = open(options)?;
    let longest = Limits::new().max_bytes();
    let lines = Lines::new(BufReader::with_capacity(1 << 16, input), longest);
    let mut progress = Progress::new(size);
    let mut output = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    let totals = pool::run(
        options.threads,
        lines,
        |block| assessed(&catalogue, block),
        |text, totals| {
            output.write_all(text)?;
            progress.show(totals);
            Ok(())
        },
    );
    let totals = totals.and_then(|totals| output.flush().map(|()| totals));
    match totals {
        Ok(totals) => {
            progress.finish(&totals, options.threads);
            Ok(totals)
        }
        // Who stopped reading has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Totals::default()),
        Err(error) => Err(format!("{}: {error}\n", options.file.display())),
    }
}

/// The input and its size, where it has one.
fn open(options: &Options) -> Result<(Box<dyn Read + Send>, Option<u64>), String> {
    if options.file.as_os_str() == "-" {
        return Ok((Box::new(io::stdin()), None));
    }
    #[expect(clippy::disallowed_methods, reason = "examples do the reading, the library does not")]
    let file = File::open(&options.file);
    let file = file.map_err(|error| format!("{}: {error}\n", options.file.display()))?;
    let size = file.metadata().ok().map(|metadata| metadata.len());
    Ok((Box::new(file), size))
}

/// What comes out for the lines of a block.
fn assessed(catalogue: &Catalogue, block: &Block) -> (Vec<u8>, Totals) {
    let mut output = Vec::new();
    let mut totals = Totals::default();
    for (number, line) in block.lines() {
        totals.bytes += u64::try_from(line.len()).unwrap_or(u64::MAX) + 1;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        totals.sets += 1;
        let set = ResponseSet::from_json(line);
        match set.and_then(|set| catalogue.assess(&set)) {
            Ok(assessment) => write_figures(number, &assessment, &mut output),
            Err(report) => {
                totals.refused += 1;
                write(&Problems { line: number, problems: report.problems() }, &mut output);
            }
        }
    }
    (output, totals)
}

/// What a set comes to.
#[derive(Serialize)]
struct Figures<'s> {
    line: u64,
    place: &'s str,
    period: Option<Period>,
    stage: &'s str,
    illustrative: bool,
    counts: &'s Counts,
    domains: Vec<DomainFigures<'s>>,
    warnings: usize,
}

/// What a set comes to in a domain: the score never without its interval, coverage and reach.
#[derive(Serialize)]
struct DomainFigures<'s> {
    code: &'s str,
    score: Option<Ratio>,
    interval: Option<Interval>,
    coverage: Option<Ratio>,
    reach: Option<Ratio>,
}

impl<'s> DomainFigures<'s> {
    fn of(domain: &'s DomainProfile) -> Self {
        let figures = domain.figures();
        let score = match figures.score() {
            Score::Published { value, .. } => Some(*value),
            Score::Withheld { .. } => None,
        };
        Self {
            code: domain.code(),
            score,
            interval: figures.interval(),
            coverage: figures.coverage(),
            reach: figures.reach(),
        }
    }
}

/// What is wrong with a set; locations are those in the line.
#[derive(Serialize)]
struct Problems<'r> {
    line: u64,
    problems: &'r [Problem],
}

fn write_figures(line: u64, assessment: &Assessment, output: &mut Vec<u8>) {
    let (set, profile) = (assessment.responses(), assessment.profile());
    let (place, round, domains) = (set.place(), set.round(), profile.domains());
    let figures = Figures {
        line,
        place: place.code(),
        period: round.period(),
        stage: assessment.stage().name(),
        illustrative: profile.is_illustrative(),
        counts: profile.counts(),
        domains: domains.iter().map(DomainFigures::of).collect(),
        warnings: assessment.warnings().len(),
    };
    write(&figures, output);
}

/// Writes a line of JSON.
#[expect(clippy::expect_used, reason = "INVARIANT: keys are texts, and a buffer takes everything")]
fn write(value: &impl Serialize, output: &mut Vec<u8>) {
    serde_json::to_writer(&mut *output, value).expect("it can be written");
    output.push(b'\n');
}

fn options() -> Result<Options, lexopt::Error> {
    let mut file = None;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut options = Options { file: PathBuf::new(), catalogue: None, threads };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("catalogue") => options.catalogue = Some(parser.value()?.into()),
            Long("threads") => {
                options.threads = parser.value()?.parse()?;
                if !(1..=1024).contains(&options.threads) {
                    return Err("--threads takes 1 to 1024".into());
                }
            }
            Value(value) if file.is_none() => file = Some(PathBuf::from(value)),
            other => return Err(other.unexpected()),
        }
    }
    options.file = file.ok_or("a file is needed")?;
    Ok(options)
}
