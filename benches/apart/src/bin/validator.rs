//! The path from bytes to profile beside a validator of JSON Schema, which only says whether the
//! shape of the same document is right.
//!
//! ```text
//! cargo run --release --bin validator
//! ```
//!
//! There are two schemas: that of any response set, and that of final answers to this catalogue,
//! which knows the questions and their options, as the path does. The validator stops at the first
//! mistake and names none. Subjects take turns; a subject's figure is the least of its turns.

use std::hint::black_box;
use std::time::Instant;

use jsonschema::Validator;
use mgi::questions::Questions;
use mgi::schema::{self, Dialect, Form};
use mgi::{Catalogue, ResponseSet, Stage};
use serde_json::Value;

const SAMPLE: &[u8] = include_bytes!("../../../../indicators/samples/la-chorrera-2021.json");

const TURNS: usize = 301;
const ROUNDS: u32 = 5;

fn main() {
    let catalogue = Catalogue::local();
    let any = schema::responses(Dialect::Draft202012, "en");
    let questions = Questions::of(&catalogue).stage(Stage::Final);
    let answers = Form::of(&questions).schema(Dialect::Draft202012);
    let [any, answers] = [any, answers].map(|schema| {
        let schema = serde_json::to_value(schema).expect("a schema is JSON");
        jsonschema::validator_for(&schema).expect("a good schema")
    });
    let by_schema = |validator: &Validator| {
        let value: Value = serde_json::from_slice(SAMPLE).expect("the sample is JSON");
        assert!(validator.is_valid(&value));
    };
    let path = || {
        let set = ResponseSet::from_json(SAMPLE).expect("the sample is JSON");
        black_box(catalogue.assess(&set).expect("the sample passes").profile());
    };
    let subjects: [(&str, &dyn Fn()); 4] = [
        ("bytes to profile", &path),
        ("Value", &|| drop(black_box(serde_json::from_slice::<Value>(SAMPLE)))),
        ("Value and validity as a response set", &|| by_schema(&any)),
        ("Value and validity as answers to this catalogue", &|| by_schema(&answers)),
    ];
    let mut least = [f64::INFINITY; 4];
    for _ in 0..TURNS {
        for ((_, subject), least) in subjects.iter().zip(&mut least) {
            *least = least.min(time(*subject));
        }
    }
    println!("La Chorrera 2021, {} bytes", SAMPLE.len());
    println!("{:<52} {:>12} {:>16}", "", "µs", "path, of this");
    for ((name, _), cost) in subjects.iter().zip(least) {
        println!("{name:<52} {:>12.2} {:>16.3}", cost * 1e6, least[0] / cost);
    }
}

fn time(subject: &dyn Fn()) -> f64 {
    let start = Instant::now();
    for _ in 0..ROUNDS {
        subject();
    }
    start.elapsed().as_secs_f64() / f64::from(ROUNDS)
}
