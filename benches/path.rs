//! What the path from bytes to profile costs, as a ratio to `serde_json` reading the same bytes
//! into plain owned structs, in the same run.
//!
//! ```text
//! cargo bench --bench path
//! ```
//!
//! Subjects take turns, so that whatever else the machine does falls on all of them alike; a
//! subject's figure is the least of its turns, because other work can only make a turn longer.
//!
//! With the name of a subject and a number, that subject alone runs so many times and nothing is
//! measured, so that a profiler or a counter of instructions sees nothing else; `names` tells them
//! all, and `benches/instructions` counts for each:
//!
//! ```text
//! cargo bench --bench path -- "compact: bytes to profile" 1000
//! ```

#![expect(
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "rules for the library; a bench reckons with times and prints them"
)]

#[path = "support/plain.rs"]
#[expect(clippy::struct_field_names, reason = "members are named as the files name them")]
#[expect(dead_code, reason = "the baseline reads members that nobody looks at afterwards")]
mod plain;

use std::hint::black_box;
#[expect(clippy::disallowed_types, reason = "a bench measures time, the library does not")]
use std::time::Instant;

use mgi::questions::Questions;
use mgi::schema::{Dialect, Form};
use mgi::{Catalogue, ResponseSet};

const SAMPLE: &[u8] = include_bytes!("../indicators/samples/la-chorrera-2021.json");
const MANIFEST: &[u8] = include_bytes!("../indicators/local/catalogue.json");
const DOMAINS: [(&str, &[u8]); 6] = [
    ("mr.json", include_bytes!("../indicators/local/mr.json")),
    ("wg.json", include_bytes!("../indicators/local/wg.json")),
    ("pa.json", include_bytes!("../indicators/local/pa.json")),
    ("wb.json", include_bytes!("../indicators/local/wb.json")),
    ("cr.json", include_bytes!("../indicators/local/cr.json")),
    ("so.json", include_bytes!("../indicators/local/so.json")),
];

const TURNS: usize = 101;

struct Subject<'s> {
    name: &'static str,
    run: Box<dyn Fn() + 's>,
}

impl<'s> Subject<'s> {
    fn new<T>(name: &'static str, run: impl Fn() -> T + 's) -> Self {
        Self { name, run: Box::new(move || drop(black_box(run()))) }
    }
}

fn main() {
    let compact = serde_json::to_vec(&ResponseSet::from_json(SAMPLE).expect("the sample is JSON"));
    responses("indented", SAMPLE);
    responses("compact", &compact.expect("a set can be written"));
    catalogue();
}

/// Runs the subject of the `group` that the command line asks for, or prints a table of all.
#[expect(clippy::disallowed_methods, reason = "a bench is told what to run, the library is not")]
fn run(group: &str, about: &str, subjects: &[Subject<'_>]) {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let Some(wanted) = arguments.next() else {
        println!("\n{group}: {about}");
        return table(subjects);
    };
    let rounds = arguments.next().map_or(1, |rounds| rounds.parse().expect("a number of rounds"));
    for subject in subjects {
        let name = format!("{group}: {}", subject.name);
        if wanted == "names" {
            println!("{name}");
        } else if wanted == name {
            (0..rounds).for_each(|_: u32| (subject.run)());
        }
    }
}

/// The `sample` as its `layout` has it: indented as in its file, or compact, as sets come over the
/// network.
fn responses(layout: &str, sample: &[u8]) {
    let catalogue = Catalogue::local();
    let set = ResponseSet::from_json(sample).expect("the sample is JSON");
    let assessment = catalogue.assess(&set).expect("the sample passes");
    let profile = assessment.profile();
    let broken = broken(sample);
    let whole = |bytes: &[u8]| -> Result<_, mgi::Report> {
        Ok(catalogue.assess(&ResponseSet::from_json(bytes)?)?.profile())
    };
    assert!(whole(sample).is_ok());
    let problems = whole(&broken).expect_err("it is broken").problems().len();
    assert!(problems >= 30, "{problems}");
    let subjects = [
        Subject::new("serde_json::from_slice into plain structs", || {
            serde_json::from_slice::<plain::Responses>(sample).expect("the sample is JSON")
        }),
        Subject::new("serde_json::from_str into plain structs", || {
            let text = std::str::from_utf8(sample).expect("the sample is UTF-8");
            serde_json::from_str::<plain::Responses>(text).expect("the sample is JSON")
        }),
        Subject::new("serde_json::from_slice into Value", || {
            serde_json::from_slice::<serde_json::Value>(sample).expect("the sample is JSON")
        }),
        Subject::new("bytes to response set", || ResponseSet::from_json(sample)),
        Subject::new("response set to assessment", || catalogue.assess(&set)),
        Subject::new("bytes to assessment", || {
            ResponseSet::from_json(sample).and_then(|set| catalogue.assess(&set))
        }),
        Subject::new("assessment to profile", || assessment.profile()),
        Subject::new("trace of every domain", || {
            profile.domains().iter().map(mgi::profile::DomainProfile::trace).collect::<Vec<_>>()
        }),
        Subject::new("bytes to profile", || whole(sample)),
        Subject::new("bytes to report: the same with 30 mistakes", || whole(&broken)),
        Subject::new("bytes to rendered report", || {
            whole(&broken).map_err(|report| report.render("es"))
        }),
    ];
    let size = sample.len();
    let about = format!("La Chorrera 2021, {size} bytes, {problems} problems when broken");
    run(layout, &about, &subjects);
}

fn catalogue() {
    let files = || {
        let manifest: plain::Manifest = serde_json::from_slice(MANIFEST).expect("it is JSON");
        let domains: Vec<plain::Domain> = DOMAINS
            .iter()
            .map(|(_, domain)| serde_json::from_slice(domain).expect("it is JSON"))
            .collect();
        (manifest, domains)
    };
    let size = MANIFEST.len() + DOMAINS.iter().map(|(_, domain)| domain.len()).sum::<usize>();
    // `Catalogue::local` reads them once only.
    let load = || {
        let fetch = |name: &str| DOMAINS.iter().find(|(known, _)| *known == name);
        Catalogue::from_documents(MANIFEST, |name| fetch(name).map(|(_, bytes)| *bytes))
    };
    let local = Catalogue::local();
    let questions = Questions::of(&local);
    let subjects = [
        Subject::new("serde_json::from_slice of the files", files),
        Subject::new("bytes to catalogue, checked for soundness", load),
        Subject::new("catalogue to lint", || local.lint()),
        Subject::new("catalogue to the schema of its form", || {
            Form::of(&questions).schema(Dialect::Draft07)
        }),
    ];
    run("catalogue", &format!("the local one, {size} bytes in 7 files"), &subjects);
}

/// Prints what each subject costs, in microseconds and as a ratio to the first.
fn table(subjects: &[Subject<'_>]) {
    let mut costs = vec![Vec::with_capacity(TURNS); subjects.len()];
    let rounds: Vec<u32> = subjects.iter().map(rounds_of).collect();
    for _ in 0..TURNS {
        for ((subject, cost), rounds) in subjects.iter().zip(&mut costs).zip(&rounds) {
            cost.push(time(subject, *rounds) / f64::from(*rounds));
        }
    }
    let least = |costs: Vec<f64>| costs.into_iter().fold(f64::INFINITY, f64::min);
    let costs: Vec<f64> = costs.into_iter().map(least).collect();
    println!("{:<52} {:>12} {:>8}", "", "µs", "ratio");
    for (subject, cost) in subjects.iter().zip(&costs) {
        println!("{:<52} {:>12.2} {:>8.3}", subject.name, cost * 1e6, cost / costs[0]);
    }
}

/// How often a subject runs in one turn, so that a turn takes about a millisecond.
fn rounds_of(subject: &Subject<'_>) -> u32 {
    let once = time(subject, 3) / 3.0;
    (1..=10_000).find(|rounds| f64::from(*rounds) * once >= 1e-3).unwrap_or(10_000)
}

#[expect(clippy::disallowed_types, reason = "a bench measures time, the library does not")]
fn time(subject: &Subject<'_>, rounds: u32) -> f64 {
    let start = Instant::now();
    for _ in 0..rounds {
        (subject.run)();
    }
    start.elapsed().as_secs_f64()
}

/// The sample with every second answer mistyped, thirty in all.
fn broken(sample: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(sample).expect("the sample is UTF-8");
    let mut broken = String::with_capacity(text.len());
    let member = if text.contains("\"answer\": ") { "\"answer\": \"" } else { "\"answer\":\"" };
    for (number, part) in text.split_inclusive(member).enumerate() {
        broken.push_str(part);
        if number % 2 == 0 && number < 60 {
            broken.push('x');
        }
    }
    broken.into_bytes()
}
