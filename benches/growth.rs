//! How time grows with size: of catalogues, of numbers of response sets, and of hostile files. An
//! exponent of 1 is a time that grows as the size does.
//!
//! ```text
//! cargo bench --bench growth
//! ```
//!
//! Everything is generated, with a fixed seed, so that it is the same at every run. A time is the
//! least of several, because other work can only make it longer.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::float_arithmetic,
    clippy::integer_division,
    clippy::print_stdout,
    reason = "rules for the library; a bench reckons with times and prints them"
)]

#[path = "../examples/support/chance.rs"]
#[expect(
    clippy::indexing_slicing,
    dead_code,
    unreachable_pub,
    reason = "tests and examples share it, and not all need all of it"
)]
mod chance;

use std::fmt::Write as _;
use std::hint::black_box;
#[expect(clippy::disallowed_types, reason = "a bench measures time, the library does not")]
use std::time::Instant;

use mgi::{Catalogue, Input, Limits, ResponseSet};

use self::chance::Chance;

const SAMPLE: &str = include_str!("../indicators/samples/la-chorrera-2021.json");
const MEGABYTE: usize = 1_000_000;

fn main() {
    println!(
        "catalogues of so many indicators: loaded, then every indicator answered and assessed"
    );
    let sizes = [10, 100, 1_000, 10_000];
    growth("bytes to catalogue", &sizes, catalogue, |text| {
        Catalogue::from_json(text).expect("the generated catalogue is sound")
    });
    growth(
        "bytes to profile",
        &sizes,
        |size| {
            let catalogue = Catalogue::from_json(catalogue(size)).expect("it is sound");
            (catalogue, responses(size))
        },
        |(catalogue, text)| profile(catalogue, text),
    );

    println!("\nso many response sets of 90 indicators, one after the other");
    let catalogue = Catalogue::local();
    growth("bytes to profile", &[1, 10, 100, 1_000, 10_000, 100_000], variants, |variants| {
        for text in variants.texts.iter().cycle().take(variants.count) {
            black_box(profile(&catalogue, text));
        }
    });

    println!("\nhostile files of so many bytes, within raised limits");
    let sizes = [MEGABYTE, 2 * MEGABYTE, 5 * MEGABYTE, 10 * MEGABYTE];
    let limits =
        Limits::new().bytes(usize::MAX).values(usize::MAX).text(usize::MAX).problems(100_000);
    for (name, write) in HOSTILE {
        growth(name, &sizes, *write, |text| {
            let report = ResponseSet::from_json(Input::new("hostile.json", text).limits(limits))
                .and_then(|set| catalogue.assess(&set))
                .expect_err("it is refused");
            report.problems().len()
        });
    }
}

fn profile(catalogue: &Catalogue, text: &str) -> mgi::Profile {
    let set = ResponseSet::from_json(text).expect("it is an object");
    catalogue.assess(&set).expect("it passes").profile()
}

/// Prints the time that `run` takes for each size, and the exponent of its growth: the slope of the
/// line that lies nearest to all of them in a double-logarithmic plane.
fn growth<M, T>(name: &str, sizes: &[usize], make: impl Fn(usize) -> M, run: impl Fn(&M) -> T) {
    print!("{name:<40}");
    let mut points = Vec::new();
    for &size in sizes {
        let subject = make(size);
        let time = time(|| run(&subject));
        print!(" {:>10.3} ms", time * 1e3);
        points.push(((size as f64).ln(), time.ln()));
    }
    println!("   exponent {:.2}", slope(&points));
}

fn slope(points: &[(f64, f64)]) -> f64 {
    let count = points.len() as f64;
    let mean_x = points.iter().map(|(x, _)| x).sum::<f64>() / count;
    let mean_y = points.iter().map(|(_, y)| y).sum::<f64>() / count;
    let along: f64 = points.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum();
    let across: f64 = points.iter().map(|(x, _)| (x - mean_x) * (x - mean_x)).sum();
    along / across
}

/// The least time of several runs, of at least one and as many as fit into half a second.
#[expect(clippy::disallowed_types, reason = "a bench measures time, the library does not")]
fn time<T>(run: impl Fn() -> T) -> f64 {
    let begin = Instant::now();
    let mut least = f64::INFINITY;
    while least.is_infinite() || begin.elapsed().as_secs_f64() < 0.5 {
        let start = Instant::now();
        black_box(run());
        least = least.min(start.elapsed().as_secs_f64());
    }
    least
}

const OPTIONS: [&str; 3] = ["in_place", "partly", "not_in_place"];

/// A catalogue with `size` indicators, 50 to a subdomain and 10 subdomains to a domain.
fn catalogue(size: usize) -> String {
    let mut text = String::from(
        r#"{"format": 1, "id": "grown", "version": "1.0.0", "languages": ["en"],
        "title": {"en": "Grown"}, "notice": {"en": "Generated."},
        "answer_types": {"presence": {"kind": "choice", "options": [
          {"id": "in_place", "label": {"en": "In place"}, "points": 2},
          {"id": "partly", "label": {"en": "Partly"}, "points": 1},
          {"id": "not_in_place", "label": {"en": "Not in place"}, "points": 0}]}},
        "schemes": [{"id": "mean", "title": {"en": "Mean"}, "description": {"en": "The mean."},
          "aggregation": "indicators", "gaps": "left_out",
          "bands": [{"id": "all", "label": {"en": "All"}, "from": 0}]}],
        "domains": ["#,
    );
    for number in 0..size {
        let (domain, subdomain) = (number / 500, number / 50);
        if number % 500 == 0 {
            let end = if number > 0 { "]}]}, " } else { "" };
            write!(
                text,
                r#"{end}{{"code": "D{domain}", "title": {{"en": "D"}}, "scope": {{"en": "S"}},
                "subdomains": ["#
            )
            .expect(TAKES_ALL);
        }
        if number % 50 == 0 {
            let end = if number % 500 > 0 { "]}, " } else { "" };
            write!(
                text,
                r#"{end}{{"code": "S{subdomain}", "title": {{"en": "S"}}, "indicators": ["#
            )
            .expect(TAKES_ALL);
        }
        let comma = if number % 50 > 0 { ", " } else { "" };
        write!(
            text,
            r#"{comma}{{"code": "I{number}", "title": {{"en": "Indicator {number}"}},
            "question": {{"en": "Is there number {number}?"}}, "answer_type": "presence",
            "statements": {{"in_place": {{"en": "There is."}}, "partly": {{"en": "Partly."}}}}}}"#
        )
        .expect(TAKES_ALL);
    }
    text + "]}]}]}"
}

const TAKES_ALL: &str = "a text takes anything";

/// Answers to every indicator of the catalogue of the same size.
fn responses(size: usize) -> String {
    let mut chance = Chance::new(1);
    let mut text = String::from(
        r#"{"format": 1, "catalogue": {"id": "grown", "version": "1.0.0"}, "language": "en",
        "place": {"code": "XX-1", "name": "Puerto Ejemplo", "country": "XX"},
        "round": {"period": "2025", "kind": "baseline", "stage": "draft"},
        "sources": [{"id": "s1", "title": "A plan", "kind": "plan"}], "answers": {"#,
    );
    for number in 0..size {
        let comma = if number > 0 { ", " } else { "" };
        let option = chance.one_of(&OPTIONS);
        write!(
            text,
            r#"{comma}"I{number}": {{"answer": "{option}", "evidence": [{{"source": "s1"}}]}}"#
        )
        .expect(TAKES_ALL);
    }
    text + "}}"
}

/// Response sets that differ in their answers.
struct Variants {
    count: usize,
    texts: Vec<String>,
}

/// The sample with some of its answers exchanged for others, a thousand different ones at most.
fn variants(count: usize) -> Variants {
    let mut chance = Chance::new(2);
    let mut vary = |line: &str| {
        if chance.happens(25) {
            line.replacen("\"partly\"", "\"not_in_place\"", 1)
        } else {
            line.to_owned()
        }
    };
    let texts =
        (0..count.min(1_000)).map(|_| SAMPLE.split_inclusive('\n').map(&mut vary).collect());
    Variants { count, texts: texts.collect() }
}

/// Writes a file of about the given number of bytes.
type Write = fn(usize) -> String;

/// What somebody could send to keep the engine busy.
const HOSTILE: &[(&str, Write)] = &[
    ("brackets", |size| "[".repeat(size)),
    ("lists in one another, side by side", |size| {
        let deep = "[".repeat(60) + &"]".repeat(60);
        repeated(size, r#"{"context": ["#, &deep, "]}")
    }),
    ("equal members", |size| repeated(size, "{", r#""format": 1"#, "}")),
    ("unknown members", |size| numbered(size, "{", r#""unknown_"#, r#"": 0"#, "}")),
    ("unknown members of answers", |size| {
        numbered(size, r#"{"answers": {"MR01": {"#, r#""answr_"#, r#"": 0"#, "}}}")
    }),
    ("one text of escapes", |size| format!(r#"{{"context": ["{}"]}}"#, r"\u0041".repeat(size / 6))),
    ("texts of escapes", |size| repeated(size, r#"{"context": ["#, r#""\n\ud83d\ude00\"""#, "]}")),
    ("unknown indicators", |size| {
        numbered(size, &(HEAD.to_owned() + "{"), r#""ZZ_"#, r#"": {"answer": "partly"}"#, "}}")
    }),
    ("citations of no source", |size| {
        let before = HEAD.to_owned() + r#"{"MR01": {"answer": "partly", "evidence": ["#;
        numbered(size, &before, r#"{"source": "s"#, r#""}"#, "]}}}")
    }),
];

const HEAD: &str = r#"{"format": 1, "catalogue": {"id": "mgi-local", "version": "1.0.0"},
    "language": "es", "place": {"code": "XX-1", "name": "Puerto Ejemplo", "country": "XX"},
    "round": {"period": "2025", "kind": "baseline", "stage": "draft"},
    "sources": [{"id": "s", "title": "A plan", "kind": "plan"}], "answers": "#;

/// About `size` bytes: the same again and again, with commas between.
fn repeated(size: usize, before: &str, each: &str, after: &str) -> String {
    let count = size / (each.len() + 1);
    [before, &vec![each; count].join(","), after].concat()
}

/// About `size` bytes: the same with rising numbers in it, with commas between.
fn numbered(size: usize, before: &str, first: &str, second: &str, after: &str) -> String {
    let mut text = String::from(before);
    for number in 0.. {
        write!(text, "{first}{number}{second}").expect(TAKES_ALL);
        if text.len() >= size {
            break;
        }
        text.push(',');
    }
    text + after
}
