//! The files of `indicators/`: what is embedded is what stands there, and it is whole, in both
//! languages, and well made; the samples pass, and what is made of them keeps its promises.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "the tests read the files and may fail by a panic"
)]

#[path = "support/calm.rs"]
mod calm;
#[path = "support/members.rs"]
mod members;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use mgi::catalogue::State;
use mgi::{Catalogue, Profile, ResponseSet, render};
use serde_json::Value;

use self::calm::is_calm;
use self::members::Members;

/// The domains of the local catalogue and how many indicators each has. No other test has a count of
/// its own: a new indicator is a new number here.
const LOCAL_SIZES: [(&str, usize); 6] =
    [("MR", 20), ("WG", 19), ("PA", 11), ("WB", 14), ("CR", 13), ("SO", 13)];

/// How many of them no points are given for.
const LOCAL_CONTEXT: usize = 3;

/// How many indicators of the local catalogue count in the sample of La Chorrera, and how many of
/// those are answered, as the README tells it.
const SAMPLE_COUNTS: [u32; 2] = [77, 66];

/// Turns the writing around, moves the cursor, rings, ends lines, and begins what looks like text.
const UNRULY: &str =
    "a\u{1b}[31m\u{202e}b\u{2066}\u{7}\u{9b}2J\r\n\u{2028}\u{200f}\u{feff}\0\u{61c}c";

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("indicators").join(name)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&read(path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The names of the JSON files in a folder of `indicators/`.
fn json_files(name: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder(name)).expect("a folder of indicators");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let names = names.map(|name| name.into_string().expect("a name in UTF-8"));
    names.filter(|name| Path::new(name).extension().is_some_and(|end| end == "json")).collect()
}

fn from_disk(name: &str) -> Catalogue {
    let manifest = read(&folder(name).join("catalogue.json"));
    let fetch = |file: &str| fs::read(folder(name).join(file)).ok();
    match Catalogue::from_documents(manifest, fetch) {
        Ok(catalogue) => catalogue,
        Err(report) => panic!("{}", report.render("en")),
    }
}

fn instruments() -> [(&'static str, Catalogue); 2] {
    [("local", Catalogue::local()), ("sdg-10.7.2", Catalogue::sdg_10_7_2())]
}

/// Every sample with its name and text.
fn samples() -> Vec<(String, String)> {
    let names = json_files("samples");
    assert!(names.len() >= 3, "{names:?}");
    names.into_iter().map(|name| (name.clone(), read(&folder("samples").join(name)))).collect()
}

fn profile(name: &str, text: &str) -> Profile {
    let set = ResponseSet::from_json(text).unwrap_or_else(|report| panic!("{name}: {report}"));
    let mut instruments = instruments().into_iter().map(|(_, catalogue)| catalogue);
    let catalogue = instruments.find(|catalogue| catalogue.id() == set.catalogue_id());
    let catalogue = catalogue.unwrap_or_else(|| panic!("{name} answers no instrument of ours"));
    match catalogue.assess(&set) {
        Ok(assessment) => assessment.profile(),
        Err(report) => panic!("{name}:\n{}", report.render("en")),
    }
}

/// A profile in every form, with what form and language it is.
fn rendered(profile: &Profile) -> Vec<(String, String)> {
    let mut rendered = Vec::new();
    for language in ["en", "es"] {
        rendered.push((format!("text {language}"), render::text(profile, language)));
        rendered.push((format!("Markdown {language}"), render::markdown(profile, language)));
        rendered.push((format!("HTML {language}"), render::html(profile, language)));
    }
    rendered.push(("JSON".to_owned(), serde_json::to_string(profile).expect("a profile as JSON")));
    rendered
}

/// Visits every value of a document.
fn walk(value: &Value, visit: &mut impl FnMut(&Value)) {
    visit(value);
    match value {
        Value::Array(items) => items.iter().for_each(|item| walk(item, visit)),
        Value::Object(members) => members.values().for_each(|member| walk(member, visit)),
        _ => {}
    }
}

/// Gives every text of one of these members another one.
fn rewrite(value: &mut Value, members: &[&str], text: &str) -> usize {
    let mut count: usize = 0;
    match value {
        Value::Array(items) => {
            for item in items {
                count = count.saturating_add(rewrite(item, members, text));
            }
        }
        Value::Object(entries) => {
            for (name, entry) in entries {
                if entry.is_string() && members.contains(&name.as_str()) {
                    *entry = text.into();
                    count = count.saturating_add(1);
                } else {
                    count = count.saturating_add(rewrite(entry, members, text));
                }
            }
        }
        _ => {}
    }
    count
}

#[test]
fn what_is_embedded_is_what_stands_on_disk() {
    for (name, embedded) in instruments() {
        let on_disk = from_disk(name);
        assert_eq!(embedded.id(), on_disk.id());
        assert_eq!(embedded.version(), on_disk.version());
        let codes = |catalogue: &Catalogue| -> Vec<String> {
            catalogue.indicators().iter().map(|indicator| indicator.code().to_owned()).collect()
        };
        assert_eq!(codes(&embedded), codes(&on_disk));
        for language in ["en", "es"] {
            assert_eq!(embedded.title(language), on_disk.title(language));
            assert_eq!(embedded.notice(language), on_disk.notice(language));
        }
        // Everything else, without printing it all where it differs.
        let is_same = format!("{embedded:?}") == format!("{on_disk:?}");
        assert!(is_same, "{name}: something that is embedded differs from the files");
    }
}

#[test]
fn the_manifest_names_every_file_beside_it() {
    for (name, catalogue) in instruments() {
        let manifest = json(&folder(name).join("catalogue.json"));
        let domains = manifest["domains"].as_array().expect("a list of domains");
        let mut named: BTreeSet<String> =
            domains.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        named.insert("catalogue.json".to_owned());
        assert_eq!(json_files(name), named, "{name}");
        assert_eq!(domains.len(), catalogue.domains().len(), "{name}");
    }
}

#[test]
fn the_local_catalogue_has_so_many_indicators_in_each_domain() {
    let catalogue = Catalogue::local();
    let sizes: Vec<(&str, usize)> = catalogue
        .domains()
        .iter()
        .map(|domain| (domain.code(), domain.indicators().len()))
        .collect();
    assert_eq!(sizes, LOCAL_SIZES);
    assert_eq!(
        catalogue.indicators().iter().filter(|indicator| !indicator.is_scored()).count(),
        LOCAL_CONTEXT
    );
}

#[test]
fn the_readme_tells_the_counts_of_the_sample() {
    let name = "la-chorrera-2021.json";
    let profile = profile(name, &read(&folder("samples").join(name)));
    let counts = profile.counts();
    assert_eq!([counts.counting(), counts.answered()], SAMPLE_COUNTS);
    let readme = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"));
    let [counting, answered] = SAMPLE_COUNTS;
    assert!(readme.contains(&format!("{answered} of {counting} matters")));
}

#[test]
fn what_others_may_be_in_charge_of_is_what_is_about_the_territory() {
    let catalogue = Catalogue::local();
    let mut about_territory: u32 = 0;
    for indicator in catalogue.indicators() {
        let is_about_territory = indicator.about() == Some("territory");
        let is_offered = indicator.allows(State::NotALocalCompetence);
        assert_eq!(is_offered, is_about_territory, "{}", indicator.code());
        about_territory = about_territory.saturating_add(is_about_territory.into());
    }
    assert!(about_territory > 10, "{about_territory}");
}

#[test]
fn every_text_stands_in_both_languages() {
    for (name, catalogue) in instruments() {
        assert_eq!(catalogue.languages().collect::<Vec<_>>(), ["en", "es"]);
        let mut texts: u32 = 0;
        for file in json_files(name) {
            walk(&json(&folder(name).join(&file)), &mut |value| {
                let [english, spanish] =
                    ["en", "es"].map(|language| value.get(language).and_then(Value::as_str));
                let is_there =
                    |text: Option<&str>| text.is_some_and(|text| !text.trim().is_empty());
                assert_eq!(is_there(english), is_there(spanish), "{name}/{file}: {value}");
                texts = texts.saturating_add(english.is_some().into());
            });
        }
        assert!(texts > 150, "{name}: {texts}");
    }
}

#[test]
fn every_catalogue_that_is_shipped_is_well_made() {
    for (name, _) in instruments() {
        let problems = from_disk(name).lint();
        assert!(problems.is_empty(), "{}", render::problems(&problems, "en"));
    }
}

#[test]
fn every_sample_passes_without_a_word_at_its_own_stage() {
    let mut stages = BTreeSet::new();
    for (name, text) in samples() {
        let profile = profile(&name, &text);
        let assessment = profile.assessment();
        let warnings = assessment.warnings();
        assert!(warnings.is_empty(), "{name}:\n{}", render::problems(warnings, "en"));
        assert_eq!(assessment.stage(), assessment.responses().stage());
        stages.insert(assessment.stage().name());
    }
    assert_eq!(stages, BTreeSet::from(["draft", "final"]));
}

#[test]
fn a_sample_is_printed_as_it_was_read() {
    for (name, text) in samples() {
        let set = ResponseSet::from_json(&text).expect("a sample");
        let printed = serde_json::to_string(&set).expect("a set as JSON");
        let again = ResponseSet::from_json(&printed).expect("a set as it was printed");
        assert_eq!(serde_json::to_string(&again).expect("a set as JSON"), printed, "{name}");
        // The samples are written as serde_json would write them, member for member.
        let pretty = serde_json::to_string_pretty(&set).expect("a set as JSON");
        assert!(pretty.trim_end() == text.trim_end(), "{name} is printed otherwise");
    }
}

#[test]
fn every_sample_says_everywhere_that_it_is_made_up() {
    for (name, text) in samples() {
        let profile = profile(&name, &text);
        assert!(profile.is_illustrative(), "{name}");
        for (form, written) in rendered(&profile) {
            let banner = match form.rsplit_once(' ') {
                Some((_, "es")) => "EJEMPLO ILUSTRATIVO: ",
                Some((_, "en")) => "ILLUSTRATIVE: ",
                _ => "\"illustrative\":true",
            };
            assert!(written.contains(banner), "{name}, {form}");
        }
        // A set that is not marked as illustrative gets no banner.
        let mut real: Value = serde_json::from_str(&text).expect("JSON");
        real.as_object_mut().expect("an object").remove("illustrative");
        for (form, written) in rendered(&self::profile(&name, &real.to_string())) {
            assert!(!written.contains("ILLUSTRATIVE: "), "{name}, {form}");
            assert!(!written.contains("EJEMPLO ILUSTRATIVO: "), "{name}, {form}");
            assert!(!written.contains("\"illustrative\":true"), "{name}, {form}");
        }
    }
}

#[test]
fn an_internal_note_reaches_no_reader() {
    const NOTE: &str = "internalword";
    for (name, text) in samples() {
        let mut set: Value = serde_json::from_str(&text).expect("JSON");
        let answers = set["answers"].as_object_mut().expect("answers");
        assert!(answers.len() > 10, "{name}");
        for entry in answers.values_mut() {
            entry["note"] = NOTE.into();
        }
        for (form, written) in rendered(&profile(&name, &set.to_string())) {
            assert!(!written.to_lowercase().contains(NOTE), "{name}, {form}");
        }
        // The same word as an account does reach readers, so that it would have been found.
        rewrite(&mut set, &["account"], NOTE);
        for (form, written) in rendered(&profile(&name, &set.to_string())) {
            assert!(written.contains(NOTE), "{name}, {form}");
        }
    }
}

#[test]
fn the_notice_of_the_catalogue_stands_in_every_form() {
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (name, text) in samples() {
        let profile = profile(&name, &text);
        for (form, written) in rendered(&profile) {
            let languages = match form.rsplit_once(' ') {
                Some((_, language)) => vec![language],
                None => vec!["en", "es"],
            };
            for language in languages {
                // The first words, without what a form would have to escape.
                let notice = profile.notice(language);
                let beginning =
                    notice.split(['(', '"', '\'', '-', '.']).next().expect("some words");
                assert!(beginning.len() > 20, "{beginning}");
                let is_there = squeezed(&written).contains(beginning.trim());
                assert!(is_there, "{name}, {form}: {beginning}");
            }
        }
    }
}

#[test]
fn free_text_cannot_disturb_what_is_rendered() {
    let free = Members::of_responses().texts;
    let free: Vec<&str> = free.iter().map(String::as_str).collect();
    for (name, text) in samples() {
        let mut set: Value = serde_json::from_str(&text).expect("JSON");
        let rewritten = rewrite(&mut set, &free, UNRULY);
        assert!(rewritten > 30, "{name}: {rewritten}");
        set["context"] = UNRULY.into();
        let code = set["answers"].as_object().expect("answers").keys().next().expect("one");
        let code = code.clone();
        set["queries"] = serde_json::json!([{"indicator": code, "text": UNRULY, "to": UNRULY}]);
        set["priorities"] = serde_json::json!([
            {"indicator": code, "action": UNRULY, "responsible": UNRULY, "date": "2022-01"},
        ]);
        set["approval"] = serde_json::json!({"body": UNRULY, "act": UNRULY});
        set["place"]["code"] = UNRULY.into();
        for (form, written) in rendered(&profile(&name, &set.to_string())) {
            if form == "JSON" {
                continue;
            }
            let stray = written.chars().find(|character| !is_calm(*character));
            assert_eq!(stray, None, "{name}, {form}");
        }
    }
}

#[test]
fn free_text_cannot_disturb_what_is_said_about_it() {
    for (name, text) in samples() {
        let mut set: Value = serde_json::from_str(&text).expect("JSON");
        // Words, ids and dates that are wrong are quoted.
        let members =
            ["answer", "id", "kind", "level", "role", "source", "date", "stage", "country"];
        assert!(rewrite(&mut set, &members, UNRULY) > 30, "{name}");
        set["answers"][UNRULY] = serde_json::json!({});
        set[UNRULY] = 1.into();
        set["catalogue"] = serde_json::from_str::<Value>(&text).expect("JSON")["catalogue"].clone();
        let set = ResponseSet::from_json(set.to_string()).expect("an object");
        let instruments = instruments();
        let mut catalogues = instruments.iter().map(|(_, catalogue)| catalogue);
        let catalogue = catalogues.find(|one| one.id() == set.catalogue_id()).expect("one of ours");
        let report = catalogue.assess(&set).expect_err("nothing fits");
        assert!(report.problems().len() > 30, "{name}");
        for language in ["en", "es"] {
            let written = report.render(language);
            let stray = written.chars().find(|character| !is_calm(*character));
            assert_eq!(stray, None, "{name}, {language}");
        }
        assert!(
            report.to_string().chars().all(|character| character != '\n' && is_calm(character))
        );
    }
}
