//! Makes response sets up for measuring: complete answers to the local catalogue, one set per line.
//!
//! ```text
//! cargo run --release --example generate -- COUNT [--seed N] > sets.ndjson
//! ```
//!
//! The same seed gives the same bytes. Every set is marked illustrative; its places do not exist.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "rules for the library; a tool that makes things up counts and chooses"
)]

#[path = "support/chance.rs"]
#[expect(dead_code, unreachable_pub, reason = "tests share it, and not all need all of it")]
mod chance;
#[path = "support/terminal.rs"]
#[expect(dead_code, reason = "the examples share it, and not all need all of it")]
mod terminal;

use std::io::{self, BufWriter, Write as _};
use std::process::ExitCode;

use lexopt::prelude::*;
use mgi::Catalogue;
use mgi::catalogue::{AnswerKind, Indicator, NONE_OF_THESE};
use serde_json::{Map, Value, json};

use self::chance::Chance;

const USAGE: &str = "usage: generate COUNT [--seed N]\n";

/// Words to make sentences of. They say nothing about anybody.
const WORDS: &[&str] = &[
    "el",
    "municipio",
    "inventado",
    "lleva",
    "un",
    "registro",
    "de",
    "reuniones",
    "con",
    "oficinas",
    "que",
    "no",
    "existen",
    "según",
    "acta",
    "y",
    "plan",
    "ilustrativos",
    "cada",
    "año",
];

const SOURCES: usize = 24;
const INSTITUTIONS: [(&str, &str); 4] =
    [("alcaldia", "municipal"), ("salud", "national"), ("educacion", "national"), ("red", "other")];

fn main() -> ExitCode {
    let (count, seed) = match options() {
        Ok(options) => options,
        Err(error) => return terminal::complain(&format!("{error}\n{USAGE}"), terminal::UNUSABLE),
    };
    match write(count, seed) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => terminal::complain(
            &format!("the sets cannot be written: {error}\n"),
            terminal::UNUSABLE,
        ),
        _ => ExitCode::from(terminal::DONE),
    }
}

fn options() -> Result<(u64, u64), lexopt::Error> {
    let (mut count, mut seed) = (None, 1);
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("seed") => seed = parser.value()?.parse()?,
            Value(value) if count.is_none() => count = Some(value.parse()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok((count.ok_or("a number of sets is needed")?, seed))
}

fn write(count: u64, seed: u64) -> io::Result<()> {
    let catalogue = Catalogue::local();
    let mut output = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    for number in 0..count {
        // Each set has a seed of its own, so that a set is the same however many there are.
        let mut chance = Chance::new(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(number));
        serde_json::to_writer(&mut output, &set(&catalogue, number, &mut chance))?;
        output.write_all(b"\n")?;
    }
    output.flush()
}

fn set(catalogue: &Catalogue, number: u64, chance: &mut Chance) -> Value {
    let sources: Vec<Value> = (1..=SOURCES)
        .map(|id| {
            json!({
                "id": format!("s{id:02}"),
                "title": format!("Documento ilustrativo {id:02} (no existe)"),
                "kind": chance.one_of(&["norm", "plan", "report", "agreement", "web"]),
                "date": chance.one_of(&["2018", "2019-05", "2020-02-29", "2021"]),
            })
        })
        .collect();
    let respondents: Vec<Value> = INSTITUTIONS
        .iter()
        .enumerate()
        .map(|(index, (id, level))| {
            let role = if index == 0 { "focal_point" } else { "respondent" };
            json!({"id": id, "institution": format!("Institución {id}"), "level": level, "role": role})
        })
        .collect();
    let answers: Map<String, Value> = catalogue
        .indicators()
        .iter()
        .map(|indicator| (indicator.code().to_owned(), answer(indicator, chance)))
        .collect();
    json!({
        "format": 1,
        "catalogue": {"id": catalogue.id(), "version": catalogue.version()},
        "illustrative": true,
        "language": "es",
        "place": {"code": format!("XX-{number}"), "name": format!("Lugar {number}"), "country": "XX"},
        "round": {
            "period": "2021", "kind": "baseline", "stage": "final", "information_as_of": "2021-12-31",
        },
        "respondents": respondents,
        "sources": sources,
        "answers": answers,
    })
}

fn answer(indicator: &Indicator, chance: &mut Chance) -> Value {
    let by = chance.one_of(&INSTITUTIONS).0;
    let kind = indicator.answer_type().kind();
    let states: Vec<&str> = indicator.states().map(mgi::catalogue::State::name).collect();
    if kind != AnswerKind::Number && chance.below(12) == 0 {
        let mut entry = match *chance.one_of(&states) {
            "not_a_local_competence" => json!({
                "state": "not_a_local_competence",
                "holder": {"level": "national", "institution": "Institución inventada"},
                "legal_basis": "Ley ilustrativa (no existe)",
            }),
            "not_applicable_here" => {
                json!({"state": "not_applicable_here", "reason": sentence(chance, 12)})
            }
            "restricted" => {
                json!({"state": "restricted", "act": "Resolución ilustrativa (no existe)"})
            }
            _ => json!({"state": "unknown", "asked": "Oficina inventada", "asked_on": "2021-11"}),
        };
        entry["by"] = json!([by]);
        return entry;
    }
    let options: Vec<&str> =
        indicator.answer_type().options().iter().map(|option| option.id()).collect();
    let value = match kind {
        AnswerKind::Choice => json!(chance.one_of(&options)),
        AnswerKind::Checklist => {
            let ticked: Vec<&str> = options.into_iter().filter(|_| chance.below(2) == 0).collect();
            if ticked.is_empty() { json!([NONE_OF_THESE]) } else { json!(ticked) }
        }
        AnswerKind::Number => json!(chance.below(5)),
        _ => json!(sentence(chance, 8)),
    };
    let source = chance.below(SOURCES) + 1;
    json!({
        "answer": value,
        "account": sentence(chance, 14),
        "note": sentence(chance, 10),
        "evidence": [{"source": format!("s{source:02}"), "where": "sección 2"}],
        "by": [by],
        "responsible": chance.one_of(&["own", "shared", "other"]),
        "review": "validated",
    })
}

fn sentence(chance: &mut Chance, words: usize) -> String {
    let words: Vec<&str> = (0..words).map(|_| *chance.one_of(WORDS)).collect();
    words.join(" ")
}
