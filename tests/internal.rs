//! What stays with those who answer is in no profile, in whatever format and language.

use mgi::questions::{Field, FieldKind, Questions};
use mgi::schema::{Dialect, Form};
use mgi::{Catalogue, ResponseSet, Stage, render};

const CATALOGUE: &str = include_str!("cases/base/catalogue.json");
const RESPONSES: &str = include_str!("cases/base/responses.json");

#[test]
fn internal_members_are_in_no_profile_and_public_ones_are_in_its_json() {
    let mut set: serde_json::Value = serde_json::from_str(RESPONSES).expect("it is JSON");
    let answer = &mut set["answers"]["A11"];
    answer["note"] = "secretnote".into();
    answer["x-mine"] = "secretx".into();
    answer["good_practice"] = "publicpractice".into();
    answer["partly_because"] = serde_json::json!(["lacks_element"]);
    answer["corrects_baseline"] = true.into();
    answer["claims"] = serde_json::json!([
        {"by": ["office"], "answer": "in_place", "account": "secretclaim", "note": "secretclaimnote"},
        {"by": ["ministry"], "answer": "not_in_place", "evidence": [{"source": "s2", "where": "secretwhere"}]}
    ]);
    answer["resolution"] =
        serde_json::json!({"by": ["ministry"], "date": "2022", "reason": "secretreason"});
    set["by"] = "office".into();
    set["respondents"][0]["formerly"] = serde_json::json!(["secretformer"]);
    set["respondents"][0]["answers_for"] = serde_json::json!(["social"]);
    set["exchange"] = serde_json::json!({"take_part": true, "office": "secretoffice"});
    set["process"] = serde_json::json!({"account": "publicprocess", "workshops": [{"date": "2021", "kind": "launch", "women": 7}]});
    set["demography"] = serde_json::json!({"population": {"number": 12345, "source": "s1", "where": "publicwhere"}});
    set["acronyms"] = serde_json::json!([{"acronym": "PUBAC", "meaning": "publicmeaning"}]);
    set["highlights"] = serde_json::json!({"strengths": ["A11"], "openings": ["B14"]});
    set["priorities"][0]["id"] = "publicid".into();

    let catalogue = Catalogue::from_json(CATALOGUE).expect("it is sound");
    let set = ResponseSet::from_json(set.to_string()).expect("it is a set");
    let assessment = catalogue.assess(&set);
    let profile = assessment.unwrap_or_else(|report| panic!("{}", report.render("en"))).profile();
    let json = serde_json::to_string(&profile).expect("a profile can be written");
    for public in [
        "publicpractice",
        "lacks_element",
        "corrects_baseline",
        "social",
        "publicprocess",
        "\"women\":7",
        "12345",
        "publicwhere",
        "PUBAC",
        "publicmeaning",
        "openings",
        "publicid",
    ] {
        assert!(json.contains(public), "{public}");
    }
    let mut outputs = vec![json];
    for language in ["en", "es"] {
        outputs.push(render::text(&profile, language));
        outputs.push(render::markdown(&profile, language));
        outputs.push(render::html(&profile, language));
    }
    for output in outputs {
        for internal in ["secret", "claims", "\"resolution\":{", "exchange", "formerly"] {
            assert!(!output.contains(internal), "{internal}");
        }
    }
}

/// The members around the answers for which nobody is asked.
const UNASKED_AROUND: [&str; 3] = ["by", "exchange", "formerly"];

/// The members of answers for which nobody is asked.
const UNASKED_IN_ANSWERS: [&str; 3] = ["claims", "resolution", "corrects_baseline"];

/// The names of fields, with those of groups and rows.
fn names(fields: &[Field], into: &mut Vec<String>) {
    for field in fields {
        into.push(field.name().to_owned());
        match field.kind() {
            FieldKind::Group(fields) => names(fields, into),
            FieldKind::Rows(row) => names(row.fields(), into),
            _ => {}
        }
    }
}

#[test]
fn forms_leave_out_what_nobody_is_asked_for() {
    let catalogue = Catalogue::from_json(CATALOGUE).expect("it is sound");
    for stage in [Stage::Draft, Stage::InValidation, Stage::Final] {
        let questions = Questions::of(&catalogue).stage(stage);
        let mut around = Vec::new();
        names(&questions.fields(), &mut around);
        let mut beside = Vec::new();
        names(&questions.answer_fields(), &mut beside);
        assert!(around.iter().any(|name| name == "respondents"), "{around:?}");
        assert!(beside.iter().any(|name| name == "by"), "{beside:?}");
        let form = Form::of(&questions).schema(Dialect::Draft07);
        let form = &form["properties"];
        let answer = &form["answers"]["properties"]["A11"]["properties"];
        assert!(!form["respondents"].is_null() && !answer["answer"].is_null());
        for unasked in UNASKED_AROUND {
            assert!(!around.iter().any(|name| name == unasked), "{unasked}");
            assert!(form[unasked].is_null(), "{unasked}");
        }
        for unasked in UNASKED_IN_ANSWERS {
            assert!(!beside.iter().any(|name| name == unasked), "{unasked}");
            assert!(answer[unasked].is_null(), "{unasked}");
        }
    }
}
