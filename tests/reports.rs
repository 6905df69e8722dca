//! A report as people read it: each problem with its line, the place marked in it, and what to do.
#![expect(clippy::expect_used, reason = "helpers of tests may fail by a panic")]

use mgi::problem::Argument;
use mgi::{Catalogue, Code, Input, Limits, Report, ResponseSet, Stage, render};
use serde_json::json;

/// What is wrong with a draft for the local catalogue that has these answers from line 5 on.
fn report(answers: &str) -> Report {
    let text = format!(
        r#"{{
  "format": 1, "catalogue": {{"id": "mgi-local", "version": "1.0.0"}}, "language": "es",
  "place": {{"code": "XX-1", "name": "Puerto Ejemplo", "country": "XX"}},
  "round": {{"period": "2025", "kind": "baseline", "stage": "draft"}},
{answers}
}}"#
    );
    let set = ResponseSet::from_json(text).expect("it can be read");
    Catalogue::local().assess(&set).expect_err("it has mistakes")
}

/// What is wrong with a text that is not read at all.
fn refused(text: &str) -> Report {
    ResponseSet::from_json(text).expect_err("it is no response set")
}

/// The quoted line of the only problem, and the line that marks the place.
fn quoted(report: &Report) -> (String, String) {
    let shown = report.render("en");
    let mut lines = shown.lines().skip_while(|line| !line.ends_with(" |")).skip(1);
    let mut next = || lines.next().and_then(|line| line.split_once(" | ")).expect("a line").1;
    (next().to_owned(), next().to_owned())
}

const ANSWERS: &str = "\t\"answers\": {\"mr01\": {\"answer\": \"todas\"},
    \"MR02\": {\"answer\": \"ñandú\", \"acount\": 1}, \"MR02\": {}}";

#[test]
fn every_place_is_marked_in_its_line() {
    let want = r#"error[rsp.indicator.unknown]: the catalogue has no indicator `mr01`
 --> responses.json:5:14
  |
5 |  "answers": {"mr01": {"answer": "todas"},
  |              ^^^^^^
  = help: did you mean `MR01`?

error[rsp.answer.not-an-option]: `ñandú` is not an option of `MR02`
 --> responses.json:6:24
  |
6 |     "MR02": {"answer": "ñandú", "acount": 1}, "MR02": {}}
  |                        ^^^^^^^
  = help: write `in_place`, `partly`, `in_preparation` or `not_in_place`

error[doc.shape.unknown-member]: there is no member `acount` here
 --> responses.json:6:33
  |
6 |     "MR02": {"answer": "ñandú", "acount": 1}, "MR02": {}}
  |                                 ^^^^^^^^
  = help: did you mean `account`?

error[doc.shape.duplicate-member]: `MR02` stands twice in the same object
 --> responses.json:6:47
  |
6 |     "MR02": {"answer": "ñandú", "acount": 1}, "MR02": {}}
  |                                               ^^^^^^
  = see also: responses.json:6:5
  = help: keep one of the two

errors: 4 · warnings: 0 · advice: 0
"#;
    assert_eq!(report(ANSWERS).render("en"), want);
}

#[test]
fn a_report_is_told_in_the_language_that_is_asked_for() {
    let want = r"error[doc.shape.wrong-type]: aquí se espera un objeto, y esto es una lista
 --> responses.json:1:1
  |
1 | [
  | ^
  = ayuda: escriba un objeto

errores: 1 · advertencias: 0 · consejos: 0
";
    assert_eq!(refused("[\n  1\n]").render("es"), want);
}

#[test]
fn a_file_that_is_not_looked_into_has_no_place_to_mark() {
    let limits = Limits::new().bytes(1);
    let refused = ResponseSet::from_json(Input::new("a.json", "[]").limits(limits));
    let want = "error[doc.limit.bytes]: the file has 2 bytes; at most 1 are read
 --> a.json
  = help: check that this is the right file

errors: 1 · warnings: 0 · advice: 0
";
    assert_eq!(refused.expect_err("it is too large").render("en"), want);
}

#[test]
fn a_place_where_nothing_stands_is_marked_too() {
    assert_eq!(quoted(&refused("\u{feff}[\n")), ("[".to_owned(), " ^".to_owned()));
    assert_eq!(quoted(&refused("{\"a\": 1,\n  }")), ("  }".to_owned(), "  ^".to_owned()));
    assert!(!refused("").render("en").contains('^'));
}

#[test]
fn a_long_line_is_quoted_in_part() {
    // At column 100 the whole beginning is shown, and 20 characters from there on.
    let to_99 = format!("[\"{}\", ", "ñ".repeat(94));
    let got = quoted(&refused(&format!("{to_99}x{}", "y".repeat(19))));
    assert_eq!(got, (format!("{to_99}x{}", "y".repeat(19)), " ".repeat(99) + "^"));
    let got = quoted(&refused(&format!("{to_99}x{}", "y".repeat(20))));
    assert_eq!(got, (format!("{to_99}x{}…", "y".repeat(19)), " ".repeat(99) + "^"));

    // At column 101 it is 40 characters before, and 60 from there on.
    let to_100 = format!("[\"{}\", ", "ñ".repeat(95));
    let got = quoted(&refused(&format!("{to_100}x{}\r\n", "y".repeat(59))));
    let shown = format!("{}\", x{}", "ñ".repeat(37), "y".repeat(59));
    assert_eq!(got, (shown.clone(), " ".repeat(40) + "^"));
    let got = quoted(&refused(&format!("{to_100}x{}", "y".repeat(60))));
    assert_eq!(got, (shown + "…", " ".repeat(40) + "^"));

    // At column 70 there is room for 31 more, quotation mark included.
    let answers = format!(
        r#"{}"answers": {{"MR01": {{"account": "{}", "answer": "{}"}}}}"#,
        " ".repeat(9),
        "a".repeat(14),
        "b".repeat(50),
    );
    let (line, mark) = quoted(&report(&answers));
    assert!(line.ends_with(&format!("\"{}…", "b".repeat(30))), "{line}");
    assert_eq!(mark, " ".repeat(69) + &"^".repeat(31));
}

#[test]
fn one_line_tells_the_first_error_and_how_many_more_there_are() {
    let first =
        "responses.json:5:14: the catalogue has no indicator `mr01` (rsp.indicator.unknown)";
    assert_eq!(report(ANSWERS).to_string(), format!("{first}, and 3 more problems"));
    let two = "  \"answers\": {\"mr01\": {}, \"mr02\": {}}";
    assert_eq!(
        report(two).to_string(),
        format!("{}, and 1 more problem", first.replace("5:14", "5:15"))
    );
    let limits = Limits::new().bytes(1);
    let refused = ResponseSet::from_json(Input::new("a.json", "[]").limits(limits));
    assert_eq!(
        refused.expect_err("it is too large").to_string(),
        "a.json: the file has 2 bytes; at most 1 are read (doc.limit.bytes)"
    );
}

#[test]
fn a_problem_gives_its_place_and_the_values_that_its_message_speaks_of() {
    let report = report(ANSWERS);
    let mut problems = report.problems().iter();
    let problem = problems.find(|problem| problem.code() == Code::UnknownMember);
    let problem = problem.expect("it is among them");
    assert_eq!(problem.pointer().to_string(), "/answers/MR02/acount");
    let mend = report.problems().iter().find_map(|problem| problem.mend());
    assert_eq!(mend.expect("`mr01` is certain").pointer().to_string(), "/answers/mr01");
    let arguments: Vec<_> = problem.arguments().collect();
    assert_eq!(arguments, [("member", &Argument::Text("acount".to_owned()))]);
}

#[test]
fn a_missing_answer_points_to_where_it_would_be() {
    let text = include_str!("../indicators/samples/la-chorrera-2021-draft.json");
    let set = ResponseSet::from_json(text).expect("a sample is JSON");
    let report = Catalogue::local().assess_at(&set, Stage::Final).expect_err("it has gaps");
    let missing = report.problems().iter().filter(|it| it.code() == Code::Unanswered);
    let mut absent = 0;
    for problem in missing {
        let code = problem.indicator().expect("it is about a question");
        assert_eq!(problem.pointer().as_str(), format!("/answers/{code}"));
        // The place in the text is that of an empty entry, or of the object that lacks one.
        let location = problem.location().expect("it is in the text");
        let marked = text.get(location.start()..location.end()).expect("it lies in the text");
        assert!(marked == format!("\"{code}\"") || marked == "\"answers\"", "{marked}");
        absent += usize::from(marked == "\"answers\"");
    }
    assert!(absent > 10, "{absent}");
}

#[test]
fn a_problem_as_json_can_be_worded_anew() {
    let report =
        report("  \"answers\": {\"MR02\": {\"answer\": 1, \"acount\": 2}}, \"answer\": {}");
    let told = |report: serde_json::Value| report["problems"].as_array().cloned().expect("a list");
    let plain = told(serde_json::to_value(&report).expect("it can be written"));
    let indicators: Vec<_> = plain.iter().map(|problem| problem["indicator"].clone()).collect();
    assert_eq!(indicators, [json!("MR02"), json!("MR02"), json!(null)]);
    let want = json!({
        "indicator": "MR02", "want": {"shape": "text"}, "got": {"shape": "number"},
        "known": ["in_place", "partly", "in_preparation", "not_in_place"],
    });
    assert_eq!(plain[0]["arguments"], want);
    assert_eq!(plain[1]["arguments"], json!({"member": "acount"}));
    let spanish = told(serde_json::to_value(report.in_language("es-PA")).expect("so can this"));
    for ((problem, mut spanish), plain) in report.problems().iter().zip(spanish).zip(plain) {
        let members = spanish.as_object_mut().expect("an object");
        assert_eq!(members.remove("language"), Some(json!("es")));
        assert_eq!(members.remove("message"), Some(json!(problem.message("es"))));
        assert_eq!(members.remove("help"), Some(json!(problem.help("es"))));
        assert_eq!(spanish, plain);
    }
}

#[test]
fn what_developers_see_is_short() {
    let report = report(ANSWERS);
    assert_eq!(format!("{report:?}"), report.to_string());
    let input = Input::new("health.json", "x".repeat(10_000));
    assert!(format!("{input:?}").len() < 200);
}

#[test]
fn a_weight_that_dominates_is_told_with_its_share() {
    let base = include_str!("cases/base/catalogue.json");
    let mut catalogue: serde_json::Value = serde_json::from_str(base).expect("it is JSON");
    // 9 of 9 + 1 + 1 + 1 in the subdomain, whose other weights are 1.
    catalogue["domains"][1]["subdomains"][0]["indicators"][0]["weight"] = 9.into();
    let catalogue = Catalogue::from_json(catalogue.to_string()).expect("it is sound");
    let problems = catalogue.lint();
    let messages = problems.iter().map(|problem| problem.message("en"));
    let message = messages.filter(|message| message.contains("B1 ") || message.contains("`B1`"));
    let shares: Vec<bool> = message.map(|message| message.contains("75")).collect();
    assert_eq!(shares, [true], "{problems:?}");
}

#[test]
fn a_text_that_is_not_translated_is_told_with_the_languages_it_lacks() {
    let base = include_str!("cases/base/catalogue.json");
    let catalogue = base.replace(r#""es": "Un instrumento pequeño""#, r#""fr": "Un instrument""#);
    let catalogue = Catalogue::from_json(catalogue).expect("it is sound");
    let problems = catalogue.lint();
    let untranslated = problems.iter().filter(|problem| problem.code() == Code::Untranslated);
    let messages: Vec<String> = untranslated.map(|problem| problem.message("en")).collect();
    assert_eq!(messages, ["this text is not written in `es`"]);
}

#[test]
fn a_choice_that_is_no_text_is_told_its_options() {
    let report = report("  \"answers\": {\"MR02\": {\"answer\": 1}}");
    let helps: Vec<String> = report.problems().iter().map(|problem| problem.help("es")).collect();
    assert_eq!(helps, ["escriba `in_place`, `partly`, `in_preparation` o `not_in_place`"]);
}

#[test]
fn a_key_that_no_vocabulary_has_is_told_with_the_vocabulary() {
    let base = include_str!("cases/base/catalogue.json");
    for member in ["about", "kind"] {
        let mut catalogue: serde_json::Value = serde_json::from_str(base).expect("it is JSON");
        catalogue["domains"][0]["subdomains"][0]["indicators"][0][member] = "nowhere".into();
        let report = Catalogue::from_json(catalogue.to_string()).expect_err("it is not sound");
        let messages = report.problems().iter().map(|problem| problem.message("en"));
        let messages: Vec<String> = messages.collect();
        let want = format!("`nowhere` is not in the vocabulary `{member}`");
        assert!(messages.contains(&want), "{messages:?}");
    }
}

#[test]
fn problems_are_shown_as_the_report_that_has_them_shows_them() {
    let report = report(ANSWERS);
    for language in ["en", "es"] {
        assert_eq!(render::problems(report.problems(), language), report.render(language));
    }
}
