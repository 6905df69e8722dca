//! Forms: what they ask, in which words, of whom and when; and what they start from.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "tests may fail by a panic")]

use std::collections::BTreeSet;

use mgi::catalogue::State;
use mgi::questions::Questions;
use mgi::responses::RoundKind;
use mgi::schema::Json;
use mgi::schema::{Dialect, Form};
use mgi::{Catalogue, Code, ResponseSet, Stage};
use serde_json::{Value, json};

const SAMPLE: &[u8] = include_bytes!("../indicators/samples/la-chorrera-2021.json");

fn local() -> Questions {
    Questions::of(&Catalogue::local()).language("es")
}

/// The schemas of the questions of a form, by code.
fn questions(questions: &Questions) -> Json {
    let schema = Form::of(questions).schema(Dialect::Draft07);
    schema["properties"]["answers"]["properties"].clone()
}

/// The codes of the questions that a form asks, in order.
fn codes(questions: &Questions) -> Vec<String> {
    self::questions(questions).members().map(|(code, _)| code.to_owned()).collect()
}

fn strings(list: &Json) -> Vec<&str> {
    assert!(list.is_list(), "{list}");
    list.items().iter().map(|item| item.as_str().expect("a text")).collect()
}

fn from(value: &Value) -> Json {
    serde_json::from_value(value.clone()).expect("any value is JSON")
}

/// Visits every object in a value.
fn each_object(value: &Json, visit: &mut impl FnMut(&Json)) {
    if value.is_object() {
        visit(value);
    }
    value.members().for_each(|(_, member)| each_object(member, visit));
    value.items().iter().for_each(|item| each_object(item, visit));
}

#[test]
fn the_whole_form_asks_every_question_in_both_languages_with_the_states_that_it_allows() {
    for catalogue in [Catalogue::local(), Catalogue::sdg_10_7_2()] {
        for language in ["en", "es"] {
            let questions = questions(&Questions::of(&catalogue).language(language));
            assert_eq!(questions.members().len(), catalogue.indicators().len());
            for indicator in catalogue.indicators() {
                let members = &questions[indicator.code()]["properties"];
                assert_eq!(members["answer"]["title"], indicator.question(language));
                let states: Vec<&str> = indicator.states().map(State::name).collect();
                assert_eq!(strings(&members["state"]["enum"]), states, "{}", indicator.code());
            }
        }
    }
}

#[test]
fn where_to_look_and_what_counts_as_each_option_stand_in_the_description() {
    let catalogue = Catalogue::local();
    let questions = questions(&local());
    let indicator = catalogue.indicator("MR01").unwrap();
    let description = questions["MR01"]["description"].as_str().unwrap();
    let lines: Vec<&str> = description.lines().collect();
    assert_eq!(lines[0], indicator.guidance("es").unwrap());
    for (line, option) in lines[1..].iter().zip(indicator.answer_type().options()) {
        assert!(line.contains(option.label("es")), "{line}");
        assert!(line.ends_with(indicator.criterion(option.id(), "es").unwrap()), "{line}");
    }
    assert_eq!(lines.len(), 4);
}

#[test]
fn a_conditional_question_says_when_it_is_asked_to_people_and_to_programs() {
    let questions = questions(&local());
    let question = &questions["SO12"];
    let description = question["description"].as_str().unwrap();
    assert!(description.contains("CR05"), "{description}");
    assert_eq!(
        question["x-when"],
        from(&json!([{"indicator": "CR05", "is": ["regularly", "occasionally"]}]))
    );
    let group = Form::of(&local().codes(["SO12"]).unwrap()).json_forms();
    let mut rules = Vec::new();
    each_object(&group, &mut |members| {
        if let Some(rule) = members.get("rule").filter(|rule| rule["effect"] == "ENABLE") {
            rules.push(rule.clone());
        }
    });
    assert_eq!(rules.len(), 1);
    let condition = &rules[0]["condition"]["conditions"][0];
    assert_eq!(condition["scope"], "#/properties/answers/properties/CR05/properties/answer");
    assert_eq!(condition["schema"], from(&json!({"enum": ["regularly", "occasionally"]})));
}

#[test]
fn every_word_to_choose_has_a_label_in_both_builders_and_both_languages() {
    let set = ResponseSet::from_json(SAMPLE).unwrap();
    for language in ["en", "es"] {
        let form = Form::of(&local().language(language).citing(&set));
        let translations = form.translations();
        let mut labelled = 0;
        let schema = form.schema(Dialect::Draft07);
        each_object(&schema, &mut |members| {
            let Some(key) = members.get("i18n").and_then(Json::as_str) else { return };
            // A list of boxes to tick has the key of the words that its items, here or by name, have.
            let items = members.get("items").map(|items| {
                let name = items["$ref"].as_str().and_then(|to| to.rsplit('/').next());
                name.map_or(items, |name| &schema["definitions"][name])
            });
            let words = items.map_or_else(|| members.get("enum"), |items| items.get("enum"));
            for word in strings(words.expect("words to choose from")) {
                let label = translations[format!("{key}.{word}").as_str()].as_str();
                assert!(label.is_some_and(|label| !label.is_empty()), "{key}.{word}");
                labelled += 1;
            }
        });
        assert!(labelled > 400, "{labelled}");
        let mut lists = 0;
        each_object(&form.rjsf(), &mut |members| {
            if let Some(labels) = members.get("ui:enumNames") {
                assert!(strings(labels).iter().all(|label| !label.is_empty()));
                lists += 1;
            }
        });
        assert!(lists > 300, "{lists}");
    }
    let [english, spanish] =
        ["en", "es"].map(|language| Form::of(&local().language(language)).translations());
    let keys = |texts: &Json| texts.members().map(|(key, _)| key.to_owned()).collect::<Vec<_>>();
    assert_eq!(keys(&english), keys(&spanish));
    assert_ne!(english["answer_type.presence.partly"], spanish["answer_type.presence.partly"]);
}

#[test]
fn the_labels_of_a_question_stand_in_the_order_of_its_options() {
    let catalogue = Catalogue::local();
    let ui = Form::of(&local()).rjsf();
    for (code, questions) in questions(&local()).members() {
        let indicator = catalogue.indicator(code).unwrap();
        let options = indicator.answer_type().options();
        if options.is_empty() {
            continue;
        }
        let mut want: Vec<&str> = options.iter().map(|option| option.label("es")).collect();
        want.extend(indicator.answer_type().none_label("es"));
        assert_eq!(strings(&ui["answers"][code]["answer"]["ui:enumNames"]), want, "{code}");
        let answer = &questions["properties"]["answer"];
        let words = answer.get("enum").unwrap_or(&answer["items"]["enum"]);
        assert_eq!(strings(words).len(), want.len(), "{code}");
    }
}

#[test]
fn a_part_asks_its_own_questions_and_none_besides() {
    let catalogue = Catalogue::local();
    let of = |wanted: &dyn Fn(&mgi::catalogue::Indicator) -> bool| -> Vec<String> {
        let wanted = catalogue.indicators().iter().filter(|indicator| wanted(indicator));
        wanted.map(|indicator| indicator.code().to_owned()).collect()
    };
    let domain = local().domain("WB").unwrap();
    assert_eq!(codes(&domain), of(&|indicator| indicator.code().starts_with("WB")));
    let asked = local().ask("gender_equality_body").unwrap();
    let want = of(&|indicator| indicator.ask().any(|role| role == "gender_equality_body"));
    assert_eq!(codes(&asked), want);
    assert!(want.len() > 1 && want.len() < catalogue.indicators().len());
    let listed = local().codes(["SO03", "MR01", "MR01"]).unwrap();
    assert_eq!(codes(&listed), ["MR01", "SO03"]);
    assert!(codes(&local().head()).is_empty());

    // Each part tolerates what the others fill in, so that all can work on one file.
    let sample: Value = serde_json::from_slice(SAMPLE).unwrap();
    let names =
        &Form::of(&domain).schema(Dialect::Draft07)["properties"]["answers"]["propertyNames"];
    let pattern = names["pattern"].as_str().unwrap();
    let known: BTreeSet<&str> = pattern.split(|letter: char| !letter.is_alphanumeric()).collect();
    for code in sample["answers"].as_object().unwrap().keys() {
        assert!(known.contains(code.as_str()), "{code}");
    }
}

#[test]
fn a_draft_requires_no_answer_and_final_answers_are_complete() {
    let form = |stage| Form::of(&local().stage(stage));
    let answers = |stage| form(stage).schema(Dialect::Draft07)["properties"]["answers"].clone();
    for stage in [Stage::Draft, Stage::InValidation] {
        assert_eq!(answers(stage).get("required"), None);
        assert!(!form(stage).expressed().contains(&Code::Unanswered));
    }
    let required = answers(Stage::Final)["required"].clone();
    let catalogue = Catalogue::local();
    let unconditional =
        catalogue.indicators().iter().filter(|indicator| !indicator.is_conditional());
    let want: Vec<&str> = unconditional.map(|indicator| indicator.code()).collect();
    assert_eq!(strings(&required), want);
    assert!(!want.contains(&"SO12"));
    assert!(form(Stage::Final).expressed().contains(&Code::Unanswered));
}

#[test]
fn answers_can_cite_the_sources_and_institutions_of_the_set_at_hand() {
    let set = ResponseSet::from_json(SAMPLE).unwrap();
    let ids: Vec<String> = set.sources().map(|source| source.id().to_owned()).collect();
    let schema = Form::of(&local().citing(&set)).schema(Dialect::Draft07);
    assert_eq!(strings(&schema["definitions"]["cited_source"]["enum"]), ids);
    let without = Form::of(&local()).schema(Dialect::Draft07);
    assert_eq!(without["definitions"]["cited_source"].get("enum"), None);
}

#[test]
fn what_stock_builders_leave_behind_in_an_untouched_form_is_no_answer() {
    // Measured: react-jsonschema-form leaves an empty object for every question and for an
    // approval, and a holder once a state was chosen and taken back.
    let catalogue = Catalogue::local();
    let blank = catalogue.blank("es").edit().place("XX-1", "Puerto Ejemplo", "XX");
    let blank = blank.round("2026", RoundKind::Baseline).finish().unwrap();
    let mut left = serde_json::to_value(&blank).unwrap();
    for indicator in catalogue.indicators() {
        left["answers"][indicator.code()] = json!({"holder": {}, "evidence": [{}]});
    }
    left["approval"] = json!({});
    let set = ResponseSet::from_json(left.to_string()).unwrap();
    let assessment = catalogue.assess(&set).unwrap();
    assert!(assessment.warnings().is_empty(), "{:?}", assessment.warnings());
    let open = catalogue.indicators().iter().filter(|indicator| {
        assessment.standing(indicator.code()).is_some_and(|standing| standing.is_open())
    });
    assert_eq!(open.count(), catalogue.indicators().len());
}

#[test]
fn a_domain_without_areas_has_no_heading_for_them() {
    let flat = Catalogue::from_json(include_str!("support/flat/catalogue.json"));
    let flat = flat.unwrap_or_else(|report| panic!("{}", report.render("en")));
    let form = Form::of(&Questions::of(&flat));
    let mut titles = Vec::new();
    each_object(&form.json_forms(), &mut |element| {
        if element.get("type").and_then(Json::as_str) == Some("Group") {
            titles.extend(element["label"].as_str().map(str::to_owned));
        }
    });
    assert!(titles.iter().any(|title| title == "Languages"), "{titles:?}");
    assert!(titles.iter().all(|title| !title.is_empty()), "{titles:?}");
    let rjsf = form.rjsf();
    let groups = rjsf["answers"]["ui:options"]["groups"].items();
    let area = &groups[0]["subdomains"].items()[0];
    assert!(area["title"].is_null() && area["code"].is_null(), "{area}");
    assert_eq!(strings(&area["codes"]), ["R1", "R2", "R3"]);
    let answers = &form.schema(Dialect::Draft07)["properties"]["answers"]["properties"];
    assert_eq!(answers.members().len(), flat.indicators().len());
}
