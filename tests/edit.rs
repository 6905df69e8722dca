//! Laws of editing: an edit changes what it names, and nothing else.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail by a panic"
)]

use mgi::edit::{
    Decimal, Editor, NewAnswer, NewApproval, NewHeadcount, NewPriority, NewQuery, NewSource,
};
use mgi::responses::{
    Level, PartialDate, PriorityStatus, Responsible, Review, Role, RoundKind, SourceKind,
};
use mgi::schema::Json;
use mgi::{Catalogue, Code, Input, Limits, ResponseSet, Stage};
use proptest::collection::vec;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestRng, TestRunner};

const SAMPLES: [&str; 3] = [
    include_str!("../indicators/samples/la-chorrera-2021.json"),
    include_str!("../indicators/samples/la-chorrera-2021-draft.json"),
    include_str!("../indicators/samples/sdg-10.7.2-example.json"),
];

/// Sets that are hardly ones: of the wrong shapes, with names that are there twice, with numbers and
/// texts in every notation.
const STRANGE: [&str; 8] = [
    "{}",
    r#"{"x-a":1e2,"answers":{"MR01":{"answer":"all","answer":"none","x-n":0.10},"x-n":1,"MR01":{}}}"#,
    r#"{"answers":[1],"place":5,"round":null,"respondents":{},"sources":"s","queries":[],"approval":[]}"#,
    r#"{"answers":{"MR01":null,"MR02":[],"MR05":{"state":"unknown","x-":[{}],"asked":"\u00e9\n"}}}"#,
    r#"{"sources":[{"id":"s1"},{"id":"s1","title":"t"},{},[],3,{"title":"t","id":"s2"}],"sources":[]}"#,
    r#"{"answers":{"MR01":{"act":"a","account":"b","state":"restricted","answer":"all"}},"answers":{}}"#,
    r#"{"respondents":[{"role":"reviewer","id":"r","x":18446744073709551615}],"format":1.0}"#,
    "{\"\":{\"\":-0.0},\"\u{202e}\":\"\u{7f}\",\"queries\":[{\"indicator\":\"MR01\",\"text\":\"?\"}]}",
];

/// Texts that would be something else if they were not written as texts.
const HOSTILE: [&str; 14] = [
    "",
    " ",
    "\"",
    "\\",
    "\"},\"answers\":{\"MR01\":{\"answer\":\"all\"",
    "\u{0}\u{1f}\u{7f}",
    "\u{202e}\u{200b}\u{feff}",
    "\u{1f600}\u{10ffff}",
    "null",
    "$schema",
    "__proto__",
    "x-note",
    "~1/~0",
    "MR01",
];

fn read(json: &str) -> ResponseSet {
    ResponseSet::from_json(json).unwrap()
}

fn printed(set: &ResponseSet) -> String {
    serde_json::to_string(set).unwrap()
}

/// The set with its members in order; of two with one name, the last.
fn json(set: &ResponseSet) -> Json {
    serde_json::from_str(&printed(set)).unwrap()
}

fn names(json: &Json) -> Vec<String> {
    json.members().map(|(name, _)| name.to_owned()).collect()
}

fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).unwrap()
}

fn all() -> impl Iterator<Item = ResponseSet> {
    SAMPLES.iter().chain(&STRANGE).map(|json| read(json))
}

#[test]
fn an_edit_that_changes_nothing_prints_what_the_set_prints() {
    for set in all() {
        assert_eq!(printed(&set.edit().finish().unwrap()), printed(&set));
    }
    let set = read(SAMPLES[0]);
    let same = set.edit().stage(set.stage()).place("PA-10-CHORRERA", "La Chorrera", "PA");
    let same = same.answer("MR01", &NewAnswer::unchanged()).clear("no-such-code");
    assert_eq!(printed(&same.finish().unwrap()), printed(&set));
}

/// A word of a kind by its name.
macro_rules! word {
    ($kind:ident, $json:expr) => {
        *$kind::ALL.iter().find(|word| $json == word.name()).unwrap()
    };
}

fn date_of(json: &Json) -> Option<PartialDate> {
    json.as_str().map(date)
}

#[track_caller]
fn text(json: &Json) -> &str {
    json.as_str().unwrap()
}

/// Writes a member with `write` if the file has it.
fn given<T, E>(editor: E, value: Option<T>, write: impl FnOnce(E, T) -> E) -> E {
    match value {
        Some(value) => write(editor, value),
        None => editor,
    }
}

/// The set that a file holds, made by edits alone.
fn made_by_edits(file: &Json, catalogue: &Catalogue) -> ResponseSet {
    let (place, round) = (&file["place"], &file["round"]);
    let mut edit = catalogue
        .blank(text(&file["language"]))
        .edit()
        .place(text(&place["code"]), text(&place["name"]), text(&place["country"]))
        .round(text(&round["period"]), word!(RoundKind, round["kind"]))
        .stage(word!(Stage, round["stage"]));
    edit = given(edit, place["subdivision"].as_str(), Editor::subdivision);
    edit = given(edit, date_of(&round["information_as_of"]), Editor::information_as_of);
    edit = given(edit, file["context"].as_str(), Editor::context);
    edit = given(edit, file["illustrative"].as_bool(), |edit, _| edit.illustrative());
    for row in file["respondents"].items() {
        let (level, role) = (word!(Level, row["level"]), word!(Role, row["role"]));
        edit = edit.respondent(text(&row["id"]), text(&row["institution"]), level, role);
    }
    for row in file["sources"].items() {
        let source = NewSource::new(text(&row["title"]), word!(SourceKind, row["kind"]));
        let source = given(source, date_of(&row["date"]), NewSource::date);
        let source = given(source, row["address"].as_str(), NewSource::address);
        edit = edit.source(text(&row["id"]), &source);
    }
    for (code, entry) in file["answers"].members() {
        edit = edit.answer(code, &new_answer(entry));
    }
    for row in file["queries"].items() {
        let query = NewQuery::new(text(&row["indicator"]), text(&row["text"]));
        let query = given(query, row["to"].as_str(), NewQuery::to);
        let query = given(query, date_of(&row["raised"]), NewQuery::raised);
        let closed = date_of(&row["closed"]).zip(row["resolution"].as_str());
        let query = given(query, closed, |query, (date, text)| query.closed(date, text));
        edit = edit.query(&query);
    }
    for row in file["priorities"].items() {
        let priority = NewPriority::new(text(&row["indicator"]), text(&row["action"]));
        let priority = given(priority, row["responsible"].as_str(), NewPriority::responsible);
        let priority = given(priority, date_of(&row["date"]), NewPriority::date);
        let status = row.get("status").map(|status| word!(PriorityStatus, *status));
        edit = edit.priority(&given(priority, status, NewPriority::status));
    }
    edit.finish().unwrap()
}

fn new_answer(entry: &Json) -> NewAnswer {
    let answer = &entry["answer"];
    let mut new = match entry["state"].as_str() {
        Some("not_a_local_competence") => {
            let holder = &entry["holder"];
            let level = word!(Level, holder["level"]);
            let new = NewAnswer::not_a_local_competence(level, text(&entry["legal_basis"]));
            given(new, holder["institution"].as_str(), NewAnswer::held_by)
        }
        Some("not_applicable_here") => NewAnswer::not_applicable_here(text(&entry["reason"])),
        Some("unknown") => {
            NewAnswer::unknown(text(&entry["asked"]), date(text(&entry["asked_on"])))
        }
        Some("restricted") => NewAnswer::restricted(text(&entry["act"])),
        Some(other) => panic!("{other}"),
        None if answer.is_list() => NewAnswer::ticked(answer.items().iter().map(text)),
        None if answer.as_str().is_some() => NewAnswer::option(text(answer)),
        None => NewAnswer::number(Decimal::parse(&answer.to_string()).unwrap()),
    };
    new = given(new, entry["account"].as_str(), NewAnswer::account);
    new = given(new, entry["note"].as_str(), NewAnswer::note);
    for row in entry["evidence"].items() {
        new = new.evidence(text(&row["source"]), row["where"].as_str());
    }
    for id in entry["by"].items() {
        new = new.by(text(id));
    }
    let responsible = entry.get("responsible").map(|word| word!(Responsible, *word));
    new = given(new, responsible, NewAnswer::responsible);
    new = given(new, date_of(&entry["in_force_since"]), NewAnswer::in_force_since);
    new = given(new, date_of(&entry["in_force_until"]), NewAnswer::in_force_until);
    new = given(new, entry.get("review").map(|word| word!(Review, *word)), NewAnswer::review);
    given(new, entry["in_territory"].as_str(), NewAnswer::in_territory)
}

#[test]
fn a_set_made_by_edits_prints_like_the_file() {
    // The draft has rows that a form left behind.
    for sample in [SAMPLES[0], SAMPLES[2]] {
        let file = read(sample);
        let local = Catalogue::local();
        let is_local = file.catalogue_id() == local.id();
        let catalogue = if is_local { local } else { Catalogue::sdg_10_7_2() };
        let made = made_by_edits(&json(&file), &catalogue);
        // Objects are equal whatever the order of members: the samples tell of a state before the
        // account, and the declaration has it the other way round.
        let file = json(&file);
        let all_but_schema = file.members().filter(|(name, _)| *name != "$schema");
        let file = Json::object(all_but_schema.map(|(name, value)| (name, value.clone())));
        let made = json(&made);
        assert!(made == file, "{made:#}\n is not \n{file:#}");
        assert_eq!(names(&made), names(&file));
        assert_eq!(names(&made["answers"]), names(&file["answers"]));
    }
}

/// One edit, by the numbers of a tape.
fn edited(edit: Editor, [what, code, words]: [u16; 3]) -> Editor {
    let codes = ["MR01", "MR02", "MR05", "MR09", "WG05", "SO12", "x-n", "nowhere"];
    let words = usize::from(words);
    let code = codes.get(usize::from(code) % 12).unwrap_or(&HOSTILE[words % HOSTILE.len()]);
    let some = HOSTILE[(words >> 4) % HOSTILE.len()];
    let day = date(["2019", "2021-05", "2022-01-11"][words % 3]);
    let answer = match words % 12 {
        0 => NewAnswer::option("all").by(some),
        1 => NewAnswer::option(some).account(some).note(some),
        2 => NewAnswer::ticked(["a", some]).evidence(some, None),
        3 => NewAnswer::none_of_these().evidence("s01", Some(some)).evidence("s02", None),
        4 => NewAnswer::number(i32::from(what) - 3).in_force_since(day),
        5 => NewAnswer::text(some).in_force_until(day).review(Review::Validated),
        6 => NewAnswer::not_a_local_competence(Level::National, some).held_by(some),
        7 => NewAnswer::not_a_local_competence(Level::Other, some).in_territory(some),
        8 => NewAnswer::not_applicable_here(some),
        9 => NewAnswer::unknown(some, day).responsible(Responsible::Shared),
        10 => NewAnswer::restricted(some),
        _ => NewAnswer::unchanged().account(some),
    };
    match what % 32 {
        0 => edit.place(some, "n", some),
        1 => edit.subdivision(some),
        2 => edit.round(some, RoundKind::FollowUp),
        3 => edit.stage(Stage::Final),
        4 => edit.information_as_of(day),
        5 => edit.language(some).context(some),
        6 => edit.illustrative(),
        7 | 8 => edit.respondent(some, code, Level::Other, Role::Reviewer),
        9 | 10 => edit.source(some, &NewSource::new(code, SourceKind::Norm).date(day)),
        11 => edit.source("s1", &NewSource::new(some, SourceKind::Web).address(some)),
        12 => edit.query(&NewQuery::new(code, some).raised(day)),
        13 => edit.query(&NewQuery::new("MR01", "?").to(some).closed(day, some)),
        14 => edit.priority(&NewPriority::new(code, some).date(day).responsible(some)),
        15 => edit.priority(&NewPriority::new(code, "a").status(PriorityStatus::Done)),
        16 => edit.approval(&NewApproval::new(some).act(some).date(day)),
        17..=20 => edit.clear(code),
        _ => edit.answer(code, &answer),
    }
}

/// Tries a law on all sets and many lists of edits, always the same.
fn holds(law: impl Fn(&ResponseSet, &[[u16; 3]])) {
    let config = Config {
        cases: 400,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..Config::default()
    };
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let edits = vec(proptest::array::uniform3(0..=u16::MAX), 0..=12);
    let sets: Vec<ResponseSet> = all().collect();
    let run =
        TestRunner::new_with_rng(config, random).run(&(0..sets.len(), edits), |(set, edits)| {
            law(&sets[set], &edits);
            Ok(())
        });
    run.unwrap();
}

fn with(set: &ResponseSet, edits: &[[u16; 3]]) -> ResponseSet {
    edits.iter().copied().fold(set.edit(), edited).finish().unwrap()
}

#[test]
fn editing_twice_is_editing_once_with_both() {
    holds(|set, edits| {
        let once = printed(&with(set, edits));
        for pause in 0..=edits.len() {
            let (before, after) = edits.split_at(pause);
            assert_eq!(printed(&with(&with(set, before), after)), once, "{edits:?} at {pause}");
        }
    });
}

#[test]
fn an_edit_made_twice_changes_nothing_more() {
    holds(|set, edits| {
        for edit in edits {
            let once = with(set, &[*edit]);
            assert_eq!(printed(&with(&once, &[*edit])), printed(&once), "{edit:?}");
        }
    });
}

#[test]
fn edited_sets_are_assessed_like_any_other() {
    let catalogue = Catalogue::local();
    holds(|set, edits| {
        let edited = with(set, edits);
        let read = read(&printed(&edited));
        for stage in Stage::ALL {
            let (one, other) =
                (catalogue.assess_at(&edited, *stage), catalogue.assess_at(&read, *stage));
            assert_eq!(
                one.map_err(|report| report.to_string()).err(),
                other.map_err(|report| report.to_string()).err()
            );
        }
    });
}

#[test]
fn what_an_edit_does_not_touch_is_as_it_was() {
    let set = read(SAMPLES[0]);
    let edited = set
        .edit()
        .answer("MR01", &NewAnswer::option("none").account("Cambió."))
        .clear("MR02")
        .answer("XX99", &NewAnswer::option("all"))
        .source("s02", &NewSource::new("Otro título", SourceKind::Web))
        .stage(Stage::Draft)
        .finish()
        .unwrap();
    let (before, after) = (json(&set), json(&edited));
    let names =
        |json: &Json| -> Vec<String> { json.members().map(|(name, _)| name.to_owned()).collect() };
    assert_eq!(names(&after), names(&before));
    for (name, value) in before.members() {
        if !["round", "sources", "answers"].contains(&name) {
            assert_eq!(after[name].to_string(), value.to_string());
        }
    }
    let mut codes = names(&before["answers"]);
    codes.retain(|code| code != "MR02");
    codes.push("XX99".to_owned());
    assert_eq!(names(&after["answers"]), codes);
    for (code, entry) in before["answers"].members() {
        if !["MR01", "MR02"].contains(&code) {
            assert_eq!(after["answers"][code].to_string(), entry.to_string());
        }
    }
    let (old, new) = (&before["answers"]["MR01"], &after["answers"]["MR01"]);
    assert_eq!(new["answer"], "none");
    for (name, value) in old.members().filter(|(name, _)| !["answer", "account"].contains(name)) {
        assert_eq!(new[name].to_string(), value.to_string());
    }
    for (old, new) in before["sources"].items().iter().zip(after["sources"].items()) {
        let is_touched = old["id"] == "s02";
        assert_eq!(old.to_string() == new.to_string(), !is_touched);
        assert_eq!((&old["id"], &old["date"]), (&new["id"], &new["date"]));
    }
    assert_eq!(before["sources"].items().len(), after["sources"].items().len());
}

#[test]
fn hostile_texts_stay_texts() {
    for hostile in HOSTILE {
        let set = read(r#"{"answers":{"MR02":{"answer":"all"}}}"#)
            .edit()
            .place(hostile, hostile, hostile)
            .respondent(hostile, hostile, Level::Other, Role::Reviewer)
            .source(hostile, &NewSource::new(hostile, SourceKind::Web).address(hostile))
            .answer(hostile, &NewAnswer::text(hostile).by(hostile).evidence(hostile, Some(hostile)))
            .query(&NewQuery::new(hostile, hostile).to(hostile))
            .language(hostile)
            .finish()
            .unwrap();
        let json = json(&set);
        let entry = &json["answers"][hostile];
        for text in [
            &json["place"]["name"],
            &json["respondents"][0]["id"],
            &json["sources"][0]["address"],
            &entry["answer"],
            &entry["by"][0],
            &entry["evidence"][0]["where"],
            &json["queries"][0]["to"],
            &json["language"],
        ] {
            assert_eq!(*text, hostile);
        }
        assert_eq!(json["answers"].members().len(), 2);
        assert_eq!(json.members().len(), 6);
    }
}

#[test]
fn a_name_that_is_there_twice_is_not_decided_by_an_edit() {
    let twice = r#"{"answers":{"MR01":{"answer":"all"},"MR02":{},"MR01":{"answer":"none"}}}"#;
    let set = read(twice);
    let changed = set.edit().answer("MR01", &NewAnswer::option("regular_only")).finish().unwrap();
    assert_eq!(printed(&changed), twice.replace("all", "regular_only"));
    let report = Catalogue::local().assess(&changed).unwrap_err();
    let codes = report.problems().iter().map(|problem| problem.code());
    assert!(codes.into_iter().any(|code| code == Code::DuplicateMember));

    // Taken out, there is none; a new value is the only one.
    let cleared = set.edit().clear("MR01").finish().unwrap();
    assert_eq!(printed(&cleared), r#"{"answers":{"MR02":{}}}"#);
    let set = read(r#"{"language":"es","context":"a","language":"en"}"#);
    let set = set.edit().language("fr").finish().unwrap();
    assert_eq!(printed(&set), r#"{"language":"fr","context":"a"}"#);
}

#[test]
fn an_answer_and_a_state_take_each_other_away_with_what_belongs_to_them() {
    let set = read(
        r#"{"answers":{"MR01":{"state":"not_a_local_competence","x-a":1,"account":"c",
            "holder":{"level":"national","institution":"i"},"legal_basis":"l","in_territory":"all"}}}"#,
    );
    let entry = |answer: &NewAnswer| {
        let set = set.edit().answer("MR01", answer).finish().unwrap();
        json(&set)["answers"]["MR01"].to_string()
    };
    assert_eq!(entry(&NewAnswer::option("all")), r#"{"x-a":1,"answer":"all","account":"c"}"#);
    assert_eq!(
        entry(&NewAnswer::unknown("q", date("2021"))),
        r#"{"state":"unknown","x-a":1,"account":"c","asked":"q","asked_on":"2021"}"#
    );
    assert_eq!(
        entry(&NewAnswer::not_a_local_competence(Level::Provincial, "m")),
        r#"{"state":"not_a_local_competence","x-a":1,"account":"c","holder":{"level":"provincial"},"legal_basis":"m","in_territory":"all"}"#
    );
    assert_eq!(
        entry(&NewAnswer::unchanged().review(Review::Validated)),
        r#"{"state":"not_a_local_competence","x-a":1,"account":"c","review":"validated","holder":{"level":"national","institution":"i"},"legal_basis":"l","in_territory":"all"}"#
    );
}

#[test]
fn numbers_are_the_decimals_that_were_written() {
    for (number, want) in [
        (Decimal::parse("12.50").unwrap(), "12.5"),
        (Decimal::parse("0.1").unwrap(), "0.1"),
        (u64::MAX.into(), "18446744073709551615"),
        (i64::MIN.into(), "-9223372036854775808"),
        (Decimal::parse("100000000000000000000000").unwrap(), "1e+23"),
        (Decimal::parse("0.00000012").unwrap(), "1.2e-7"),
        (7_i32.into(), "7"),
        (7_u32.into(), "7"),
    ] {
        let set = read("{}").edit().answer("C12", &NewAnswer::number(number)).finish().unwrap();
        assert_eq!(json(&set)["answers"]["C12"]["answer"].to_string(), want);
    }
}

#[test]
fn a_blank_set_is_a_draft_without_mistakes_in_the_order_of_the_format() {
    for catalogue in [Catalogue::local(), Catalogue::sdg_10_7_2()] {
        let blank = catalogue.blank("es");
        assert!(catalogue.assess(&blank).unwrap().warnings().is_empty());
        assert_eq!(
            names(&json(&blank)),
            ["format", "catalogue", "language", "place", "round", "answers"]
        );
        assert_eq!(blank.stage(), Stage::Draft);
    }
}

#[test]
fn what_is_wrong_with_an_edited_set_is_reported_with_its_pointer() {
    let catalogue = Catalogue::local();
    let set = catalogue
        .blank("en")
        .edit()
        .place("XX-1", "Puerto Ejemplo", "Panama")
        .answer("MR01", &NewAnswer::ticked(["all"]))
        .answer("MR99", &NewAnswer::option("all"))
        .finish()
        .unwrap();
    let report = catalogue.assess(&set).unwrap_err();
    let found = report.problems().iter();
    let found: Vec<_> = found.map(|found| (found.pointer().as_str(), found.code())).collect();
    let want = [
        ("/place/country", Code::InvalidCountry),
        ("/answers/MR01/answer", Code::AnswerType),
        ("/answers/MR99", Code::UnknownIndicator),
    ];
    assert_eq!(found, want);
}

#[test]
fn a_blank_set_is_in_a_language_of_the_catalogue() {
    for (asked, want) in [("es", "es"), ("es-PA", "es"), ("en", "en"), ("gn", "en"), ("\"", "en")] {
        assert_eq!(Catalogue::local().blank(asked).language(), want, "{asked}");
    }
    let base = include_str!("cases/base/catalogue.json");
    let mut base: serde_json::Value = serde_json::from_str(base).unwrap();
    base["languages"] = serde_json::json!(["en"]);
    let only_english = Catalogue::from_json(base.to_string()).unwrap();
    assert_eq!(only_english.blank("es").language(), "en");
}

#[test]
fn the_changed_set_is_read_within_the_same_limits() {
    let input = Input::new("part.json", "{}").limits(Limits::new().bytes(50));
    let set = ResponseSet::from_json(input).unwrap();
    let report = set.edit().context(&"a".repeat(50)).finish().unwrap_err();
    let problem = &report.problems()[0];
    assert_eq!((problem.code(), problem.document()), (Code::TooManyBytes, "part.json"));
}

#[test]
fn many_edits_of_a_large_set_take_no_more_than_both_together() {
    // Were an edit to take a step for every answer, these would be 10^10.
    let many = 50_000;
    let codes: Vec<String> = (0..many).map(|number| format!("A{number}")).collect();
    let answer = NewAnswer::option("all").account("a");
    let mut edit = read(r#"{"answers":{},"sources":[]}"#).edit();
    for code in &codes {
        edit = edit.answer(code, &answer).source(code, &NewSource::new("t", SourceKind::Web));
    }
    let set = edit.finish().unwrap();
    let mut edit = set.edit();
    for code in codes.iter().rev() {
        edit = edit.clear(code).source(code, &NewSource::new("u", SourceKind::Web));
    }
    assert_eq!(json(&edit.finish().unwrap())["answers"].members().len(), 0);
    // One entry with many notes, changed many times, back and forth.
    let notes: Vec<String> = (0..many).map(|number| format!(r#""x-{number}":1"#)).collect();
    let set = read(&format!(r#"{{"answers":{{"A":{{{},"account":"a"}}}}}}"#, notes.join(",")));
    let mut edit = set.edit();
    for _ in 0..many {
        edit = edit.answer("A", &answer).answer("A", &NewAnswer::restricted("a"));
    }
    assert_eq!(json(&edit.finish().unwrap())["answers"]["A"].members().len(), many + 3);
}

/// What a set says of the exchange: whether the place takes part, may be named, and who is asked.
fn exchange_of(set: &ResponseSet) -> (bool, bool, Option<String>) {
    let exchange = set.exchange().unwrap();
    (exchange.takes_part(), exchange.may_be_named(), exchange.office().map(str::to_owned))
}

#[test]
fn a_place_is_named_only_where_the_last_consent_says_so() {
    let named = read("{}").edit().join_exchange_by_name("office").finish().unwrap();
    assert_eq!(exchange_of(&named), (true, true, Some("office".to_owned())));
    let counted = named.edit().join_exchange().finish().unwrap();
    assert_eq!(exchange_of(&counted), (true, false, Some("office".to_owned())));
    let gone = named.edit().leave_exchange().finish().unwrap();
    assert_eq!(exchange_of(&gone), (false, false, Some("office".to_owned())));
}

#[test]
fn who_does_not_take_part_may_not_be_named() {
    let consents = [
        (r#"{"take_part": false, "be_named": true}"#, false, false),
        (r#"{"be_named": true}"#, false, false),
        (r#"{"take_part": true}"#, true, false),
        (r#"{"take_part": true, "be_named": true}"#, true, true),
    ];
    for (consent, takes_part, may_be_named) in consents {
        let set = read(&format!(r#"{{"exchange": {consent}}}"#));
        assert_eq!(exchange_of(&set), (takes_part, may_be_named, None), "{consent}");
    }
}

#[test]
fn another_number_of_people_is_not_that_of_the_source_of_the_first() {
    let counted = r#"{"number":150,"as_of":"2010","source":"s1","where":"p. 3","x-n":1}"#;
    let set =
        read(&format!(r#"{{"demography":{{"population":{counted},"foreign_born":{counted}}}}}"#));
    let news = NewHeadcount::new(200).as_of(date("2020"));
    let set = set.edit().population(&news).finish().unwrap();
    let demography = &json(&set)["demography"];
    let names = names(&demography["population"]);
    assert_eq!(names, ["number", "as_of", "x-n"]);
    assert_eq!(demography["population"]["number"].to_string(), "200");
    assert_eq!(demography["foreign_born"].to_string(), counted);
}

#[test]
fn another_number_from_a_country_is_not_that_of_the_source_of_the_first() {
    let row = r#"{"country":"CO","number":5,"as_of":"2010","source":"s1","where":"p. 3","x-n":1}"#;
    let set = read(&format!(r#"{{"demography":{{"origins":[{row}]}}}}"#));
    let set = set.edit().origin("CO", &NewHeadcount::new(7)).finish().unwrap();
    let origins = &json(&set)["demography"]["origins"];
    assert_eq!(origins.to_string(), r#"[{"country":"CO","number":7,"x-n":1}]"#);
}
