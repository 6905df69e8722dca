//! A schema refuses exactly the documents in which the checks find an error that schemas express.
//!
//! About 10,000 documents are made with a fixed seed. `MGI_CASES=100000` makes so many instead.

use std::collections::BTreeMap;

use mgi::questions::Questions;
use mgi::schema::{self, Dialect, Form};
use mgi::{Catalogue, Code, ResponseSet, Stage};
use mgi_schemas::chance::Chance;
use mgi_schemas::documents::{Instrument, OfCase, generated, instruments, of_cases, outcomes};
use mgi_schemas::judge::{self, FormSchemas, Schemas, Tally, Verdict};
use serde_json::{Value, json};

/// How many disagreements a test shows.
const SHOWN: usize = 12;

/// How many documents are made in all.
fn cases() -> usize {
    std::env::var("MGI_CASES").map_or(10_000, |cases| cases.parse().expect("a number"))
}

/// Fails with the disagreements, if there are any; prints the counts.
#[track_caller]
fn agree(tally: &Tally) {
    println!("{}", tally.table());
    assert!(tally.disagreements.is_empty(), "{}", tally.disagreements.join("\n\n"));
}

/// The number of documents that were compared is at least `least`, and between 10 and 90 per cent of
/// them were accepted: so many near the border that a rule on either side would be missed.
#[track_caller]
fn are_mixed(tally: &Tally, least: usize) {
    let (compared, accepted) = (tally.compared(), tally.accepted());
    assert!(compared >= least, "{compared} documents were compared, not {least}");
    let share = accepted * 100 / compared;
    assert!((10..=90).contains(&share), "{share} % were accepted");
}

/// Every code of `expressed` occurred, but for those that such documents cannot have.
#[track_caller]
fn all_occurred(tally: &Tally, expressed: &[Code], but: &[Code]) {
    for code in expressed {
        assert_eq!(tally.of_code(*code) > 0, !but.contains(code), "{code}");
    }
}

/// What no response set can have: it has no number with bounds of its own.
const NOT_IN_RESPONSES: &[Code] = &[Code::OutOfRange];

/// What no catalogue can have: it has no dates and no country.
const NOT_IN_CATALOGUES: &[Code] = &[Code::InvalidDate, Code::InvalidPeriod, Code::InvalidCountry];

#[test]
fn the_documents_of_every_case() {
    let responses = Schemas::of(|dialect| schema::responses(dialect, "en"));
    let catalogue = Schemas::of(|dialect| schema::catalogue(dialect, "es"));
    let domain = Schemas::of(|dialect| schema::domain(dialect, "en"));
    let mut tally = Tally::keeping(SHOWN);
    let mut forms: BTreeMap<String, Vec<FormSchemas>> = BTreeMap::new();
    for of_case in of_cases() {
        let OfCase { case, document, bytes, others, .. } = &of_case;
        if of_case.is_limited {
            continue;
        }
        let Ok(value) = serde_json::from_slice::<Value>(bytes) else { continue };
        if document == "catalogue.json" {
            let verdict = judge::of_manifest(bytes, |name| others.get(name).cloned());
            tally.compare("catalogue", &catalogue, &value, verdict);
        } else if document == "responses.json" || document.starts_with("set-") {
            let any = Catalogue::local();
            let verdict = judge::of_responses(of_case.catalogue.as_ref().unwrap_or(&any), bytes);
            let is_read_alike = !matches!(verdict, Verdict::LeftOut);
            tally.compare("responses", &responses, &value, verdict);
            let Some(of_case) = of_case.catalogue.as_ref().filter(|_| is_read_alike) else {
                continue;
            };
            let questions = Questions::of(of_case);
            // Most cases have the same catalogue. What it requires shows at the end only.
            let last = questions.clone().stage(Stage::Final);
            let key =
                [&questions, &last].map(|it| Form::of(it).schema(Dialect::Draft07).to_string());
            let key = key.concat();
            let schemas =
                forms.entry(key).or_insert_with(|| FormSchemas::of_all_stages(&questions));
            for schemas in schemas {
                schemas.compare("cases", of_case, &value, &mut tally);
            }
        } else {
            tally.compare("domain", &domain, &value, judge::of_domain(bytes));
        }
        assert!(tally.disagreements.is_empty(), "{case}: {}", tally.disagreements.join("\n"));
    }
    agree(&tally);
    are_mixed(&tally, 1_000);
    all_occurred(&tally, schema::expressed(), &[]);
}

#[test]
fn changed_response_sets_and_the_schema_of_their_file() {
    let schemas = Schemas::of(|dialect| schema::responses(dialect, "es"));
    let mut tally = Tally::keeping(SHOWN);
    let mut chance = Chance::new(1);
    let instruments = instruments();
    for _ in 0..cases() * 20 / 100 {
        let instrument = chance.one_of(&instruments);
        let set = instrument.response_set(&mut chance);
        let verdict = judge::of_responses(&instrument.catalogue, set.to_string().as_bytes());
        tally.compare("responses", &schemas, &set, verdict);
    }
    agree(&tally);
    are_mixed(&tally, cases() * 18 / 100);
    all_occurred(&tally, schema::expressed(), NOT_IN_RESPONSES);
}

#[test]
fn changed_catalogues_and_the_schemas_of_their_files() {
    let catalogue = Schemas::of(|dialect| schema::catalogue(dialect, "en"));
    let domain = Schemas::of(|dialect| schema::domain(dialect, "es"));
    let mut tally = Tally::keeping(SHOWN);
    let mut chance = Chance::new(2);
    let instruments = instruments();
    let mut made = generated(&mut chance);
    for number in 0..cases() * 20 / 100 {
        if number % 50 == 0 {
            made = generated(&mut chance);
        }
        let instrument = if chance.happens(25) { &made } else { chance.one_of(&instruments) };
        if chance.happens(60) {
            let manifest = instrument.changed_manifest(&mut chance);
            let verdict = judge::of_manifest(manifest.to_string().as_bytes(), |_| None);
            tally.compare("catalogue", &catalogue, &manifest, verdict);
        } else {
            let file = instrument.changed_domain(&mut chance);
            let verdict = judge::of_domain(file.to_string().as_bytes());
            tally.compare("domain", &domain, &file, verdict);
        }
    }
    agree(&tally);
    are_mixed(&tally, cases() * 18 / 100);
    all_occurred(&tally, schema::expressed(), NOT_IN_CATALOGUES);
}

#[test]
fn changed_response_sets_and_forms() {
    let mut tally = Tally::keeping(SHOWN);
    let mut chance = Chance::new(3);
    for instrument in instruments() {
        let schemas = FormSchemas::of_all_stages(&Questions::of(&instrument.catalogue));
        compare_forms(&mut chance, &instrument, &schemas, cases() * 12 / 100, &mut tally);
    }
    agree(&tally);
    are_mixed(&tally, cases());
    all_occurred(&tally, &without_citations(), NOT_IN_RESPONSES);
}

#[test]
fn changed_response_sets_and_forms_of_made_up_catalogues() {
    let mut tally = Tally::keeping(SHOWN);
    let mut chance = Chance::new(4);
    for _ in 0..cases() * 10 / 100 / 40 {
        let instrument = generated(&mut chance);
        let schemas = FormSchemas::of_all_stages(&Questions::of(&instrument.catalogue));
        compare_forms(&mut chance, &instrument, &schemas, 40, &mut tally);
    }
    agree(&tally);
    are_mixed(&tally, cases() * 25 / 100);
    all_occurred(&tally, &without_citations(), NOT_IN_RESPONSES);
}

/// What final answers are judged by where no set is at hand.
fn without_citations() -> Vec<Code> {
    Form::of(&Questions::of(&Catalogue::local()).stage(Stage::Final)).expressed()
}

fn compare_forms(
    chance: &mut Chance,
    instrument: &Instrument,
    schemas: &[FormSchemas],
    count: usize,
    tally: &mut Tally,
) {
    for _ in 0..count {
        let set = instrument.response_set(chance);
        for schemas in schemas {
            schemas.compare(instrument.name, &instrument.catalogue, &set, tally);
        }
    }
}

#[test]
fn changed_response_sets_and_forms_that_know_what_the_set_cites() {
    let mut tally = Tally::keeping(SHOWN);
    let mut chance = Chance::new(5);
    let instruments = instruments();
    let mut made = generated(&mut chance);
    let mut count = 0;
    while count < cases() * 4 / 100 {
        if count % 10 == 0 {
            made = generated(&mut chance);
        }
        // The catalogue with 90 questions takes most of the time and shows no more.
        let instrument = match chance.below(10) {
            0 => chance.one_of(&instruments),
            1..5 => &instruments[2],
            _ => &made,
        };
        let set = instrument.response_set(&mut chance);
        let Ok(read) = ResponseSet::from_json(set.to_string()) else { continue };
        let questions = Questions::of(&instrument.catalogue).citing(&read);
        let schemas = FormSchemas::of(&questions, *chance.one_of(Stage::ALL));
        schemas.compare(instrument.name, &instrument.catalogue, &set, &mut tally);
        count += 1;
    }
    agree(&tally);
    are_mixed(&tally, cases() * 3 / 100);
    all_occurred(&tally, &[Code::UnknownCitation, Code::UnknownRespondent], &[]);
}

/// A part looks only at its own questions: what it refuses, the checks refuse too.
#[test]
fn parts_of_forms_refuse_nothing_that_the_checks_accept() {
    let mut chance = Chance::new(6);
    let mut refused = 0;
    for instrument in instruments() {
        let whole = || Questions::of(&instrument.catalogue);
        let mut parts = vec![whole().head()];
        for domain in instrument.catalogue.domains() {
            parts.push(whole().domain(domain.code()).expect("the domain exists"));
        }
        let parts: Vec<Schemas> = parts
            .into_iter()
            .map(|part| Form::of(&part.stage(Stage::Final)))
            .map(|part| Schemas::of(|dialect| part.schema(dialect)))
            .collect();
        let expressed = Form::of(&whole().stage(Stage::Final)).expressed();
        for _ in 0..cases() * 3 / 100 {
            let set = instrument.response_set(&mut chance);
            let text = set.to_string();
            let verdict =
                judge::of_form(&instrument.catalogue, Stage::Final, &expressed, text.as_bytes());
            let refusing = parts.iter().filter(|part| !part.accept(&set));
            let count = refusing.count();
            refused += count;
            let is_accepted = matches!(verdict, Verdict::Accepted);
            assert!(!is_accepted || count == 0, "a part refuses what is accepted: {text}");
        }
    }
    assert!(refused > cases() / 100, "{refused} refusals");
}

#[test]
fn what_the_crate_writes_fits_its_schemas() {
    let profile = Schemas::of(schema::profile);
    let report = Schemas::of(schema::report);
    let (mut profiles, mut problems) = (0, 0);
    for (case, written, found) in outcomes() {
        if let Some(written) = written {
            assert!(profile.accept(&written), "{case}: {written}");
            profiles += 1;
        }
        let list = serde_json::to_value(&found).expect("problems can be written");
        assert!(report.accept(&list), "{case}: {list}");
        problems += found.len();
    }
    assert!(profiles > 150 && problems > 500, "{profiles} profiles, {problems} problems");
    let broken = ResponseSet::from_json("[]").expect_err("it is no object");
    assert!(report.accept(&serde_json::to_value(&broken).expect("a report can be written")));
    assert!(!report.accept(&json!({"problems": []})), "a report has a problem");
}

#[test]
fn a_profile_with_a_member_that_is_never_written_is_refused() {
    let schema = Schemas::of(schema::profile);
    let instruments = instruments();
    let small = &instruments[2];
    let set = ResponseSet::from_json(small.responses[0].to_string()).expect("it can be read");
    let assessment = small.catalogue.assess(&set).expect("it passes");
    let profile = serde_json::to_value(assessment.profile()).expect("it can be written");
    let mut pointers = Vec::new();
    objects(&profile, String::new(), &mut pointers);
    assert!(pointers.len() > 200, "{}", pointers.len());
    for pointer in pointers {
        let mut profile = profile.clone();
        let object = profile.pointer_mut(&pointer).and_then(Value::as_object_mut);
        object.expect("an object").insert("unexpected".to_owned(), json!("text"));
        assert!(!schema.accept(&profile), "{pointer}");
    }
}

/// The pointers of all objects in a value.
fn objects(value: &Value, pointer: String, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                objects(member, format!("{pointer}/{name}"), found);
            }
            found.push(pointer);
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                objects(item, format!("{pointer}/{index}"), found);
            }
        }
        _ => {}
    }
}
