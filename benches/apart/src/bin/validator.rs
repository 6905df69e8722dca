//! The path from bytes to profile beside a validator of JSON Schema, which only says whether the
//! shape of the same document is right.
//!
//! ```text
//! cargo run --release --bin validator
//! ```
//!
//! The validator stops at the first mistake and names none. Subjects take turns; a subject's figure is the least of its turns.

use std::hint::black_box;
use std::time::Instant;

use mgi::{Catalogue, ResponseSet};
use serde_json::Value;

const SAMPLE: &[u8] = include_bytes!("../../../../indicators/samples/la-chorrera-2021.json");

const TURNS: usize = 301;
const ROUNDS: u32 = 5;

fn main() {
    let catalogue = Catalogue::local();
    let validator = jsonschema::validator_for(&mgi::schema::responses()).expect("a good schema");
    let by_schema = || {
        let value: Value = serde_json::from_slice(SAMPLE).expect("the sample is JSON");
        assert!(validator.is_valid(&value));
        value
    };
    let path = || {
        let set = ResponseSet::from_json(SAMPLE)?;
        Ok::<_, mgi::Report>(catalogue.assess(&set)?.profile())
    };
    assert!(path().is_ok());
    let mut least = [f64::INFINITY; 2];
    for _ in 0..TURNS {
        least[0] = least[0].min(time(by_schema));
        least[1] = least[1].min(time(path));
    }
    println!("La Chorrera 2021, {} bytes", SAMPLE.len());
    println!("{:<52} {:>12} {:>8}", "", "µs", "ratio");
    for (name, cost) in
        ["Value and the validity check of jsonschema", "bytes to profile"].into_iter().zip(least)
    {
        println!("{name:<52} {:>12.2} {:>8.3}", cost * 1e6, cost / least[0]);
    }
}

fn time<T>(subject: impl Fn() -> T) -> f64 {
    let start = Instant::now();
    for _ in 0..ROUNDS {
        drop(black_box(subject()));
    }
    start.elapsed().as_secs_f64() / f64::from(ROUNDS)
}
