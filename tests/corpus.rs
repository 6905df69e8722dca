//! Runs the inputs that fuzzing found through the checks of the fuzz targets: those that reach
//! something no other reaches (`tests/fuzz/corpus`), and those that once broke something
//! (`tests/fuzz/regressions`). `tests/fuzz/README.md` says how they come about.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::integer_division,
    clippy::panic,
    clippy::string_slice,
    reason = "a test reads its inputs, and panics where one of them is not as it should be"
)]

#[path = "fuzz/src/checks.rs"]
mod checks;

use std::panic::catch_unwind;
use std::path::Path;

/// How many inputs each folder of the corpus has at least, so that none is lost unnoticed.
const LEAST: usize = 40;

#[test]
fn the_checks_hold_for_the_corpus_of_responses() {
    assert!(run("corpus/responses", checks::responses) >= LEAST);
}

#[test]
fn the_checks_hold_for_the_corpus_of_catalogues() {
    assert!(run("corpus/catalogue", checks::catalogue) >= LEAST);
}

#[test]
fn the_checks_hold_for_the_corpus_of_changes() {
    assert!(run("corpus/structured", checks::structured) >= LEAST);
}

#[test]
fn what_once_broke_something_stays_mended() {
    let count = run("regressions/responses", checks::responses)
        + run("regressions/catalogue", checks::catalogue)
        + run("regressions/structured", checks::structured);
    assert!(count >= 5, "{count} inputs");
}

#[test]
fn the_dictionary_has_every_word_of_the_formats() {
    let words = checks::words();
    let mut count = 0;
    for file in ["src/document/catalogue.rs", "src/document/responses.rs"] {
        let source = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file));
        let source = source.expect("the source can be read");
        for line in source.lines().map(str::trim) {
            let member = line.strip_prefix('"').and_then(|line| {
                let (name, rest) = line.split_once("\" ")?;
                let needs = ["Required", "Expected", "Optional"];
                needs.iter().any(|need| rest.starts_with(need)).then_some(name)
            });
            let word = line.strip_suffix("\",").and_then(|line| Some(line.split_once(" = \"")?.1));
            for word in member.into_iter().chain(word) {
                assert!(words.contains(&word), "{file}: {word}");
                count += 1;
            }
        }
    }
    assert!(count > 150, "{count} words");
}

/// Runs every input of a folder; returns how many there are.
fn run(folder: &str, check: fn(&[u8])) -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz").join(folder);
    let mut paths: Vec<_> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("an entry can be read").path())
        .collect();
    paths.sort();
    for path in &paths {
        let bytes = std::fs::read(path).expect("an input can be read");
        assert!(catch_unwind(|| check(&bytes)).is_ok(), "{}", path.display());
    }
    paths.len()
}
