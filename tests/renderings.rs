//! What people read, as committed files: every sample in every format and language, and a report.
//!
//! `MGI_BLESS=1 cargo test --test renderings` writes the files again; then read the difference, as a
//! mayor would.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "tests read and write files and may fail by a panic"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use mgi::{Catalogue, ResponseSet, Stage, render};

const LANGUAGES: [&str; 2] = ["en", "es"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> Vec<u8> {
    let path = root().join(path);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn set(path: &str) -> ResponseSet {
    ResponseSet::from_json(read(path)).expect("a response set is JSON")
}

/// Every sample with the catalogue that it answers, and a small instrument with a domain without
/// areas.
fn samples() -> Vec<(&'static str, Catalogue, ResponseSet)> {
    let samples = [
        ("la-chorrera-2021", Catalogue::local()),
        ("la-chorrera-2021-draft", Catalogue::local()),
        ("sdg-10.7.2-example", Catalogue::sdg_10_7_2()),
    ];
    let mut samples: Vec<_> = samples
        .into_iter()
        .map(|(name, catalogue)| (name, catalogue, set(&format!("indicators/samples/{name}.json"))))
        .collect();
    let flat = Catalogue::from_json(read("tests/support/flat/catalogue.json"));
    let flat = flat.unwrap_or_else(|report| panic!("{}", report.render("en")));
    samples.push(("flat", flat, set("tests/support/flat/responses.json")));
    samples
}

/// Every rendering by the name of its file.
fn renderings() -> BTreeMap<String, String> {
    let mut renderings = BTreeMap::new();
    for (name, catalogue, set) in samples() {
        let profile = catalogue.assess(&set).expect("a sample passes").profile();
        for language in LANGUAGES {
            let mut add = |ending: &str, text: String| {
                renderings.insert(format!("{name}.{language}.{ending}"), text);
            };
            add("txt", render::text(&profile, language));
            add("md", render::markdown(&profile, language));
            add("html", render::html(&profile, language));
            if let Err(report) = catalogue.assess_at(&set, Stage::Final) {
                add("report.txt", report.render(language));
            }
        }
        let json = serde_json::to_string_pretty(&profile).expect("a profile is JSON");
        renderings.insert(format!("{name}.json"), json + "\n");
    }
    renderings
}

fn files(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("the folder of renderings");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    names.map(|name| name.into_string().expect("a plain name")).collect()
}

#[test]
fn renderings_are_those_that_were_read_and_committed() {
    let folder = root().join("tests/renderings");
    let bless = std::env::var("MGI_BLESS").is_ok_and(|bless| bless == "1");
    let renderings = renderings();
    if bless {
        for name in files(&folder) {
            fs::remove_file(folder.join(name)).expect("an old rendering goes");
        }
        for (name, text) in &renderings {
            fs::write(folder.join(name), text).expect("a rendering is written");
        }
    }
    assert_eq!(files(&folder), renderings.keys().cloned().collect());
    for (name, got) in &renderings {
        let want = fs::read_to_string(folder.join(name)).expect("a committed rendering");
        let first = got.lines().zip(want.lines()).enumerate().find(|(_, (got, want))| got != want);
        if let Some((number, (got, want))) = first {
            panic!("{name}, line {}:\n got: {got}\nwant: {want}\nMGI_BLESS=1", number + 1);
        }
        assert!(*got == want, "{name} is longer or shorter than what is committed; MGI_BLESS=1");
    }
}
