//! What stays with those who answer is in no profile, in whatever format and language.

use mgi::{Catalogue, ResponseSet, render};

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
