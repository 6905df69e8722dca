//! What the files of `indicators/` say: Spanish as it is printed, words that suit any country, and
//! samples in which nothing invented bears the name or the date of something real.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "the tests read the files and may fail by a panic"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// Names that only some countries use for organs, acts and divisions of local government.
const OF_ONE_COUNTRY: [&str; 8] = [
    "alcaldici",
    "Consejo Municipal",
    "corregimiento",
    "planilla",
    "cédula",
    "instituto de la mujer",
    "mayor's decree",
    "women's institute",
];

/// What shows that somebody in a sample is made up.
const MADE_UP: [&str; 3] = ["(ejemplo)", "(example)", "(invented)"];

/// How the title of a source begins that does not exist.
const ILLUSTRATIVE: [&str; 2] = ["Documento ilustrativo ", "Illustrative document "];

/// Beginnings of names of real institutions of the country of the sample.
const REAL_NAMES: [&str; 22] = [
    "Ministerio ",
    "Municipio de ",
    "Policía Nacional",
    "Servicio Nacional",
    "Secretaría Nacional",
    "Instituto Nacional",
    "Oficina Nacional",
    "Sistema Nacional",
    "Defensoría del Pueblo",
    "MEDUCA",
    "MIDES",
    "MINSA",
    "MIVIOT",
    "MITRADEL",
    "AMPYME",
    "INADEH",
    "INAMU",
    "SENNIAF",
    "SINAPROC",
    "ONPAR",
    "IMELCF",
    "OIM",
];

/// The days of the real workshops on the indicators in La Chorrera, which the context tells.
const REAL_DAYS: [&str; 2] = ["2021-09-02", "2022-01-11"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("indicators")
}

fn json(name: &str) -> Value {
    let text = fs::read_to_string(folder().join(name));
    let text = text.unwrap_or_else(|error| panic!("{name}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Every JSON file of these folders, by its name in `indicators/`.
fn files(folders: &[&str]) -> Vec<(String, Value)> {
    let mut files = Vec::new();
    for name in folders {
        for entry in fs::read_dir(folder().join(name)).expect("a folder of indicators") {
            let file = entry.expect("an entry").file_name().into_string().expect("UTF-8");
            let file = format!("{name}/{file}");
            files.push((file.clone(), json(&file)));
        }
    }
    assert!(files.len() >= folders.len(), "{folders:?}");
    files
}

fn samples() -> Vec<(String, Value)> {
    let samples = files(&["samples"]);
    assert!(samples.len() >= 3, "{}", samples.len());
    samples
}

/// Visits every text of a document with the names of the members on the way to it.
fn texts<'v>(value: &'v Value, way: &mut Vec<&'v str>, visit: &mut impl FnMut(&[&str], &str)) {
    match value {
        Value::String(text) => visit(way, text),
        Value::Array(items) => items.iter().for_each(|item| texts(item, way, visit)),
        Value::Object(members) => {
            for (name, member) in members {
                way.push(name);
                texts(member, way, visit);
                way.pop();
            }
        }
        _ => {}
    }
}

/// What a text has in brackets.
fn bracketed(text: &str) -> impl Iterator<Item = &str> {
    text.split('[').skip(1).filter_map(|rest| rest.split_once(']').map(|(inside, _)| inside))
}

#[test]
fn spanish_texts_have_spanish_quotation_marks() {
    let mut count: u32 = 0;
    let mut look = |file: &str, way: &[&str], text: &str| {
        assert!(!text.contains(['"', '“', '”']), "{file}, {way:?}: {text}");
        count = count.saturating_add(1);
    };
    for (file, catalogue) in files(&["local", "sdg-10.7.2"]) {
        texts(&catalogue, &mut Vec::new(), &mut |way, text| {
            if way.last() == Some(&"es") {
                look(&file, way, text);
            }
        });
    }
    for (file, sample) in samples().into_iter().filter(|(_, sample)| sample["language"] == "es") {
        texts(&sample, &mut Vec::new(), &mut |way, text| look(&file, way, text));
    }
    assert!(count > 2_000, "{count}");
}

#[test]
fn what_is_said_in_general_names_nothing_of_one_country() {
    for (file, catalogue) in files(&["local", "sdg-10.7.2"]) {
        texts(&catalogue, &mut Vec::new(), &mut |way, text| {
            let found = OF_ONE_COUNTRY.iter().find(|word| text.contains(**word));
            assert!(found.is_none(), "{file}, {way:?}, {found:?}: {text}");
        });
    }
}

#[test]
fn a_source_of_a_sample_is_either_made_up_or_can_be_found() {
    let mut found = BTreeSet::new();
    for (file, sample) in samples() {
        for source in sample["sources"].as_array().expect("sources") {
            let title = source["title"].as_str().expect("a title");
            let is_made_up = ILLUSTRATIVE.iter().any(|beginning| title.starts_with(beginning));
            let has_address = source["address"].as_str().is_some_and(|at| at.starts_with("https:"));
            assert_ne!(is_made_up, has_address, "{file}: {title}");
            found.insert(is_made_up);
        }
    }
    assert_eq!(found.len(), 2, "a sample cites what is real and what is made up");
}

#[test]
fn what_a_sample_cites_in_its_texts_stands_in_its_sources() {
    let mut cited: u32 = 0;
    for (file, sample) in samples() {
        let sources = sample["sources"].as_array().expect("sources");
        let ids: BTreeSet<&str> = sources.iter().filter_map(|row| row["id"].as_str()).collect();
        texts(&sample, &mut Vec::new(), &mut |way, text| {
            for id in bracketed(text) {
                assert!(ids.contains(id), "{file}, {way:?}: there is no source [{id}]");
                cited = cited.saturating_add(1);
            }
            // Such as (H8): a reference to a list that is elsewhere.
            let mut inside = text.split('(').skip(1).filter_map(|rest| rest.split_once(')'));
            let is_key = |key: &str| {
                key.len() < 4
                    && key.starts_with(|letter: char| letter.is_ascii_uppercase())
                    && key.ends_with(|digit: char| digit.is_ascii_digit())
            };
            let stray = inside.find(|(key, _)| is_key(key));
            assert_eq!(stray, None, "{file}, {way:?}");
        });
    }
    assert!(cited >= 7, "{cited}");
}

#[test]
fn only_roles_speak_in_a_sample_with_invented_answers() {
    let mut named: BTreeMap<&str, u32> = BTreeMap::new();
    for (file, sample) in samples() {
        assert_eq!(sample["illustrative"], true, "{file}");
        texts(&sample, &mut Vec::new(), &mut |way, text| {
            let role = match way {
                ["respondents", "institution"] => "respondent",
                ["answers", _, "holder", "institution"] => "holder",
                ["answers", _, "asked"] => "asked",
                ["queries", "to"] => "query",
                ["priorities", "responsible"] => "office",
                _ => return,
            };
            let is_made_up = MADE_UP.iter().any(|mark| text.ends_with(mark));
            assert!(is_made_up, "{file}, {way:?}: {text} is not marked as made up");
            let count = named.entry(role).or_default();
            *count = count.saturating_add(1);
        });
    }
    assert_eq!(named.len(), 5, "{named:?}");
}

#[test]
fn a_real_institution_is_named_with_a_source_that_can_be_found() {
    for (file, sample) in samples() {
        let sources = sample["sources"].as_array().expect("sources");
        let has_address = |id: &str| {
            sources.iter().any(|row| row["id"] == id && row["address"].as_str().is_some())
        };
        for (code, entry) in sample["answers"].as_object().expect("answers") {
            let evidence = entry["evidence"].as_array().into_iter().flatten();
            let ids: Vec<&str> = evidence.filter_map(|row| row["source"].as_str()).collect();
            texts(entry, &mut Vec::new(), &mut |way, text| {
                let name = REAL_NAMES.iter().find(|name| text.contains(**name));
                let is_cited = match way {
                    ["legal_basis" | "act"] => ids.iter().any(|id| has_address(id)),
                    _ => bracketed(text).any(has_address),
                };
                assert!(name.is_none() || is_cited, "{file}, {code}, {way:?}, {name:?}: {text}");
                // A law is a law of somewhere, too.
                let is_law = matches!(way, ["legal_basis" | "act"]) && text.contains("Ley ");
                assert!(!is_law || is_cited, "{file}, {code}: {text} has no source");
            });
        }
        for list in ["queries", "priorities"] {
            let Some(rows) = sample.get(list) else { continue };
            texts(rows, &mut Vec::new(), &mut |way, text| {
                let name = REAL_NAMES.iter().find(|name| text.contains(**name));
                assert_eq!(name, None, "{file}, {list}, {way:?}: {text}");
            });
        }
    }
}

#[test]
fn nothing_invented_bears_the_day_of_a_real_event() {
    for (file, sample) in samples() {
        texts(&sample, &mut Vec::new(), &mut |way, text| {
            assert!(!REAL_DAYS.contains(&text), "{file}, {way:?}: {text}");
        });
    }
}
