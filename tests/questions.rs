//! Questions as data: what is asked, in which words and of whom.
#![expect(clippy::expect_used, clippy::panic, reason = "tests may fail by a panic")]

use std::collections::BTreeSet;

use mgi::catalogue::State;
use mgi::questions::{
    Asks, Choices, Field, FieldKind, Needed, Question, Questions, Reason, Section,
};
use mgi::schema::{self, Dialect, Json};
use mgi::{Catalogue, ResponseSet, Stage};

const SAMPLE: &[u8] = include_bytes!("../indicators/samples/la-chorrera-2021.json");

fn local() -> Questions {
    Questions::of(&Catalogue::local()).language("es")
}

fn asked(sections: &[Section]) -> Vec<&Question> {
    sections.iter().flat_map(Section::questions).collect()
}

fn names(fields: &[Field]) -> Vec<&str> {
    fields.iter().map(Field::name).collect()
}

/// Visits fields and those in them.
fn each_field(fields: &[Field], visit: &mut impl FnMut(&Field)) {
    for field in fields {
        visit(field);
        match field.kind() {
            FieldKind::Group(fields) => each_field(fields, visit),
            FieldKind::Rows(row) => each_field(row.fields(), visit),
            _ => {}
        }
    }
}

/// A field of these or in them, by the names that lead to it.
fn at<'f>(fields: &'f [Field], path: &[&str]) -> &'f Field {
    let (first, rest) = path.split_first().expect("a name");
    let field = fields.iter().find(|field| field.name() == *first).expect("a field");
    match field.kind() {
        _ if rest.is_empty() => field,
        FieldKind::Group(fields) => at(fields, rest),
        FieldKind::Rows(row) => at(row.fields(), rest),
        kind => panic!("{kind:?} has no fields"),
    }
}

#[test]
fn every_question_is_asked_once_in_the_order_of_the_catalogue_and_in_its_words() {
    for catalogue in [Catalogue::local(), Catalogue::sdg_10_7_2()] {
        for language in ["en", "es"] {
            let sections = Questions::of(&catalogue).language(language).sections();
            let asked = asked(&sections);
            assert_eq!(asked.len(), catalogue.indicators().len());
            for (question, indicator) in asked.into_iter().zip(catalogue.indicators()) {
                assert_eq!(question.code(), indicator.code());
                assert_eq!(question.title(), indicator.title(language));
                assert!(question.heading().starts_with(indicator.code()));
                assert!(question.heading().ends_with(indicator.title(language)));
                assert_eq!(question.question(), indicator.question(language));
                assert_eq!(question.guidance(), indicator.guidance(language));
                let states: Vec<State> = question.reasons().iter().map(Reason::state).collect();
                assert_eq!(states, indicator.states().collect::<Vec<_>>());
                let options = indicator.answer_type().options();
                assert_eq!(question.asks().choices().is_some(), !options.is_empty());
                let choices = question.asks().choices().map_or(&[][..], Choices::choices);
                assert!(choices.len() >= options.len());
                for (choice, option) in choices.iter().zip(options) {
                    assert_eq!(choice.id(), option.id());
                    assert_eq!(choice.label(), option.label(language));
                    assert_eq!(choice.criterion(), indicator.criterion(option.id(), language));
                }
            }
        }
    }
}

#[test]
fn none_of_these_is_the_last_choice_of_a_checklist() {
    let sections = local().sections();
    let mut checklists = 0;
    for question in asked(&sections) {
        if let Asks::Several(choices) = question.asks() {
            assert_eq!(choices.ids().last(), Some(mgi::catalogue::NONE_OF_THESE));
            checklists += 1;
        }
    }
    assert!(checklists > 0);
}

#[test]
fn a_condition_has_the_labels_of_the_options_that_satisfy_it() {
    let sections = local().codes(["SO12"]).expect("the question exists").sections();
    let asked = asked(&sections);
    let [clause] = asked[0].condition() else { panic!("one clause") };
    assert_eq!(clause.code(), "CR05");
    let labels: Vec<&str> = clause.choices().iter().map(|choice| choice.label()).collect();
    assert_eq!(labels, ["Sí, con regularidad", "Sí, de manera ocasional"]);
}

#[test]
fn every_field_has_a_label_and_a_help_in_every_language() {
    let set = ResponseSet::from_json(SAMPLE).expect("it can be read");
    for language in ["en", "es"] {
        let questions = local().language(language).citing(&set);
        let mut seen = BTreeSet::new();
        let mut look = |field: &Field| {
            assert!(!field.label().is_empty() && !field.help().is_empty(), "{}", field.name());
            if let FieldKind::Choice(choices)
            | FieldKind::Source(choices)
            | FieldKind::Respondents(choices) = field.kind()
            {
                assert!(!choices.name().is_empty() && !choices.choices().is_empty());
                assert!(choices.choices().iter().all(|choice| !choice.label().is_empty()));
            }
            seen.insert(field.name());
        };
        each_field(&questions.fields(), &mut look);
        each_field(&questions.answer_fields(), &mut look);
        for reason in questions.reasons() {
            assert!(!reason.choice().label().is_empty());
            each_field(reason.fields(), &mut look);
        }
        assert!(seen.len() > 40, "{}", seen.len());
    }
}

/// What people read for each choice of who is in charge, and for the reason that a matter cannot
/// exist here.
fn about_the_unit(catalogue: &Catalogue, language: &str) -> [String; 4] {
    let questions = Questions::of(catalogue).language(language);
    let fields = questions.answer_fields();
    let FieldKind::Choice(choices) = at(&fields, &["responsible"]).kind() else {
        panic!("one of several words is chosen");
    };
    let labels: Vec<&str> = choices.choices().iter().map(|choice| choice.label()).collect();
    let reasons = questions.reasons();
    let mut reasons = reasons.iter();
    let reason = reasons.find(|reason| reason.state() == State::NotApplicableHere);
    let reason = reason.expect("every reason has a choice").choice().label();
    let [own, shared, other] = labels[..] else { panic!("there are three choices") };
    [own, shared, other, reason].map(str::to_owned)
}

#[test]
fn whom_an_instrument_is_about_is_what_the_catalogue_calls_it() {
    let (local, sdg) = (Catalogue::local(), Catalogue::sdg_10_7_2());
    let want = ["The municipality", "The municipality and others", "Others"];
    assert_eq!(about_the_unit(&local, "en")[..3], want);
    let want = ["El país", "El país y otras instituciones", "Otras instituciones"];
    assert_eq!(about_the_unit(&sdg, "es-PA")[..3], want);
    assert_eq!(about_the_unit(&local, "es")[3], "No aplica en este municipio");
    assert_eq!(about_the_unit(&sdg, "en")[3], "Not applicable in this country");
}

#[test]
fn whom_an_instrument_is_about_is_neutral_where_the_catalogue_does_not_say_it() {
    let base = include_str!("cases/base/catalogue.json");
    let silent = Catalogue::from_json(base).expect("the base is sound");
    // The engine has no words for the frame of a form in Portuguese: its words are English.
    let unit = r#""unit": {"the": {"pt": "o serviço"}, "this": {"pt": "este serviço"}}, "format""#;
    let foreign = base.replace("\"en\"", "\"pt\"").replacen("\"format\"", unit, 1);
    let foreign = Catalogue::from_json(foreign).expect("the base is sound in Portuguese too");
    for (catalogue, language) in [(&silent, "en"), (&foreign, "pt"), (&foreign, "en")] {
        let [own, .., reason] = about_the_unit(catalogue, language);
        assert_eq!(own, "The place assessed");
        assert_eq!(reason, "Not applicable in this place");
    }
}

fn flat() -> Questions {
    let flat = Catalogue::from_json(include_str!("support/flat/catalogue.json"));
    Questions::of(&flat.unwrap_or_else(|report| panic!("{}", report.render("en"))))
}

#[test]
fn what_a_catalogue_does_not_require_may_be_left_blank() {
    for (questions, want) in [(local(), Needed::InTheEnd), (flat(), Needed::Never)] {
        let fields = questions.fields();
        for path in [["round", "information_as_of"], ["place", "country"]] {
            assert_eq!(at(&fields, &path).needed(), want, "{path:?}");
        }
    }
    let blank = serde_json::to_value(flat().catalogue().blank("en")).expect("a set is JSON");
    assert_eq!(blank["place"], serde_json::json!({"code": "", "name": ""}));
}

#[test]
fn people_read_the_number_of_a_question_instead_of_its_code() {
    let sections = flat().sections();
    let question = asked(&sections)[0];
    assert_eq!((question.code(), question.number()), ("R1", Some("1.1")));
    assert_eq!(question.heading(), "1.1. Opening on Sundays");
}

/// Whether a text speaks of municipalities, in either language.
fn speaks_of_municipalities(text: &str) -> bool {
    text.to_lowercase().contains("municip")
}

#[test]
fn around_the_questions_nobody_but_a_level_of_government_is_called_municipal() {
    for language in ["en", "es"] {
        let questions = Questions::of(&Catalogue::sdg_10_7_2()).language(language);
        let mut fields = questions.fields();
        fields.extend(questions.answer_fields());
        let reasons = questions.reasons();
        fields.extend(reasons.iter().flat_map(Reason::fields).cloned());
        let reasons = reasons.iter().map(Reason::choice);
        let mut texts: Vec<String> = reasons.map(|choice| format!("{choice:?}")).collect();
        each_field(&fields, &mut |field| {
            texts.extend([field.label().to_owned(), field.help().to_owned()]);
            match field.kind() {
                FieldKind::Choice(choices) if !["Level", "indicator"].contains(&choices.name()) => {
                    texts.push(format!("{choices:?}"));
                }
                _ => {}
            }
        });
        assert!(texts.len() > 80, "only {} texts", texts.len());
        let wrong: Vec<&String> =
            texts.iter().filter(|text| speaks_of_municipalities(text)).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

#[test]
fn fields_are_in_the_order_in_which_people_fill_them_in() {
    let fields = local().fields();
    let asked: Vec<&str> =
        fields.iter().filter(|field| field.is_asked()).map(Field::name).collect();
    let want = [
        "place",
        "round",
        "context",
        "respondents",
        "sources",
        "queries",
        "priorities",
        "approval",
    ];
    assert_eq!(asked, want);
    // A program fills in the others.
    assert_eq!(names(&fields)[..4], ["format", "catalogue", "illustrative", "language"]);
    let beside = local().answer_fields();
    let want = [
        "state",
        "account",
        "good_practice",
        "evidence",
        "by",
        "responsible",
        "in_force_since",
        "in_force_until",
        "review",
        "note",
    ];
    assert_eq!(names(&beside), want);
}

#[test]
fn nobody_is_asked_for_a_review_in_a_draft() {
    let is_asked = |stage| at(&local().stage(stage).answer_fields(), &["review"]).is_asked();
    let asked: Vec<bool> = Stage::ALL.iter().copied().map(is_asked).collect();
    assert_eq!(asked, [false, true, true]);
}

#[test]
fn a_reason_brings_what_it_needs_in_the_end() {
    let reasons = local().reasons();
    let brings: Vec<(State, Vec<(&str, Needed)>)> = reasons
        .iter()
        .map(|reason| {
            let fields = reason.fields().iter();
            (reason.state(), fields.map(|field| (field.name(), field.needed())).collect())
        })
        .collect();
    let (needed, not) = (Needed::InTheEnd, Needed::Never);
    let want = [
        (
            State::NotALocalCompetence,
            vec![("holder", needed), ("legal_basis", needed), ("in_territory", not)],
        ),
        (State::NotApplicableHere, vec![("reason", needed)]),
        (State::Unknown, vec![("asked", needed), ("asked_on", needed)]),
        (State::Restricted, vec![("act", needed)]),
    ];
    assert_eq!(brings, want);
}

#[test]
fn fields_know_when_they_are_needed_and_what_is_filled_in() {
    let (fields, beside) = (local().fields(), local().answer_fields());
    let place = at(&fields, &["place", "code"]);
    assert_eq!((place.needed(), place.kind()), (Needed::Always, &FieldKind::Line));
    let date = at(&fields, &["round", "information_as_of"]);
    assert_eq!((date.needed(), date.kind()), (Needed::InTheEnd, &FieldKind::Date));
    let source = at(&beside, &["evidence", "source"]);
    assert_eq!(source.needed(), Needed::With("where"));
    assert_eq!(at(&beside, &["account"]).kind(), &FieldKind::Lines);
    let FieldKind::Choice(levels) = at(&fields, &["respondents", "level"]).kind() else {
        panic!("levels of government");
    };
    assert_eq!(levels.name(), "Level");
    let FieldKind::Fixed(id) = at(&fields, &["catalogue", "id"]).kind() else {
        panic!("the id of the catalogue");
    };
    assert_eq!(id, "mgi-local");
    assert!(Needed::InTheEnd.at(Stage::Final) && !Needed::InTheEnd.at(Stage::InValidation));
    assert!(Needed::Always.at(Stage::Draft) && !Needed::With("where").at(Stage::Final));
}

#[test]
fn answers_cite_what_the_set_at_hand_has() {
    let set = ResponseSet::from_json(SAMPLE).expect("it can be read");
    let beside = local().citing(&set).answer_fields();
    let FieldKind::Source(sources) = at(&beside, &["evidence", "source"]).kind() else {
        panic!("sources");
    };
    let ids: Vec<String> = set.sources().map(|source| source.id().to_owned()).collect();
    assert_eq!(sources.ids().collect::<Vec<_>>(), ids);
    let FieldKind::Respondents(respondents) = at(&beside, &["by"]).kind() else {
        panic!("respondents");
    };
    assert_eq!(respondents.choices().len(), set.respondents().count());
    let without = local().answer_fields();
    let FieldKind::Respondents(respondents) = at(&without, &["by"]).kind() else {
        panic!("respondents");
    };
    assert!(respondents.choices().is_empty());
}

#[test]
fn a_part_has_its_own_questions_and_the_sources() {
    let part = local().domain("WB").expect("the domain exists");
    assert_eq!(names(&part.fields()), ["sources"]);
    let sections = part.sections();
    assert_eq!(sections.len(), 1);
    assert!(asked(&sections).iter().all(|question| question.code().starts_with("WB")));
    let head = local().head();
    assert!(head.sections().is_empty());
    assert!(names(&head.fields()).contains(&"place"));
    // Whatever was selected before, the last part counts.
    let last = part.codes(["SO03", "MR01", "MR01"]).expect("the questions exist").sections();
    let codes: Vec<&str> = asked(&last).iter().map(|question| question.code()).collect();
    assert_eq!(codes, ["MR01", "SO03"]);
}

#[test]
fn a_part_that_does_not_exist_is_an_error_that_names_it() {
    let message = |part: Result<Questions, _>| {
        let unknown: mgi::questions::UnknownPart = part.expect_err("there is no such part");
        unknown.to_string()
    };
    assert_eq!(message(local().domain("ZZ")), "the catalogue has no domain `ZZ`");
    assert_eq!(message(local().ask("nobody")), "no question of the catalogue is asked of `nobody`");
    let unknown = message(local().codes(["MR01", "MR99"]));
    assert_eq!(unknown, "the catalogue has no indicator `MR99`");
}

#[test]
fn sections_and_terms_have_the_words_of_the_catalogue() {
    let catalogue = Catalogue::local();
    let questions = local();
    assert_eq!(questions.title(), catalogue.title("es"));
    let sections = questions.sections();
    assert_eq!(sections.len(), catalogue.domains().len());
    for (section, domain) in sections.iter().zip(catalogue.domains()) {
        assert_eq!(section.code(), domain.code());
        assert_eq!(section.title(), domain.title("es"));
        assert_eq!(section.scope(), domain.scope("es"));
        let areas: Vec<_> =
            section.areas().iter().map(|area| (area.code(), area.title())).collect();
        let subdomains = domain.subdomains().iter();
        let want: Vec<_> = subdomains
            .map(|subdomain| (Some(subdomain.code()), Some(subdomain.title("es"))))
            .collect();
        assert_eq!(areas, want);
    }
    let terms = questions.terms();
    assert!(!terms.is_empty() && terms.len() == catalogue.terms().len());
    for (got, want) in terms.iter().zip(catalogue.terms()) {
        assert_eq!((got.term(), got.definition()), (want.term("es"), want.definition("es")));
    }
}

#[test]
fn fields_and_rows_have_the_words_of_the_schema_of_their_file() {
    let schema = schema::responses(Dialect::Draft07, "es");
    let said = |pointer: &str| schema.pointer(pointer).and_then(Json::as_str).expect("a text");
    let fields = local().fields();
    let name = at(&fields, &["place", "name"]);
    let declared = "/definitions/PlaceEntry/properties/name";
    assert_eq!(name.label(), said(&format!("{declared}/title")));
    assert_eq!(name.help(), said(&format!("{declared}/description")));
    let FieldKind::Rows(row) = at(&fields, &["sources"]).kind() else { panic!("no rows") };
    assert_eq!(row.label(), said("/definitions/SourceRow/title"));
    assert_eq!(row.help(), said("/definitions/SourceRow/description"));
}

#[test]
fn fields_know_what_is_filled_in() {
    let catalogue = Catalogue::local();
    let fields = local().fields();
    let version = catalogue.version().to_owned();
    let cases: [(&[&str], FieldKind); 10] = [
        (&["format"], FieldKind::Format),
        (&["catalogue", "id"], FieldKind::Fixed(catalogue.id().to_owned())),
        (&["catalogue", "version"], FieldKind::Fixed(version)),
        (&["illustrative"], FieldKind::Truth),
        (&["language"], FieldKind::Language),
        (&["place", "country"], FieldKind::Country),
        (&["place", "subdivision"], FieldKind::Subdivision),
        (&["round", "period"], FieldKind::Period),
        (&["round", "information_as_of"], FieldKind::Date),
        (&["sources", "id"], FieldKind::Id),
    ];
    for (path, want) in cases {
        assert_eq!(at(&fields, path).kind(), &want, "{path:?}");
    }
    let beside = local().answer_fields();
    assert!(matches!(at(&beside, &["evidence", "source"]).kind(), FieldKind::Source(_)));
    assert!(matches!(at(&beside, &["by"]).kind(), FieldKind::Respondents(_)));
    let brought: Vec<Field> =
        local().reasons().iter().flat_map(|reason| reason.fields().to_vec()).collect();
    assert_eq!(at(&brought, &["in_territory"]).kind(), &FieldKind::Option);
}
