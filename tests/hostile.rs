//! Documents that nobody writes in good faith, and documents that were damaged on the way: each
//! gives a clear problem or is read, as a catalogue and as a response set, and none makes the
//! engine panic.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "helpers of tests may fail by a panic"
)]

#[path = "support/calm.rs"]
mod calm;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use mgi::{
    Catalogue, Code, Input, Limits, Problem, Report, ResponseSet, Severity, consolidate, render,
};
use serde_json::{Value, json};

use self::calm::is_calm;

const SAMPLE: &str = include_str!("../indicators/samples/sdg-10.7.2-example.json");
const MANIFEST: &str = include_str!("../indicators/sdg-10.7.2/catalogue.json");

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(Catalogue::sdg_10_7_2);

/// A catalogue of one page, in which everything that a small one can have stands once.
fn small_catalogue() -> String {
    let text = |words: &str| json!({"en": words});
    let catalogue = json!({
        "format": 1,
        "id": "small",
        "version": "1.0.0",
        "title": text("Small"),
        "notice": text("Nothing"),
        "languages": ["en"],
        "answer_types": {
            "presence": {"kind": "choice", "options": [
                {"id": "yes", "label": text("Yes \u{f1} \"so\""), "points": 2},
                {"id": "no", "label": text("No"), "points": 0},
            ]},
            "groups": {"kind": "checklist", "none": text("None"), "options": [
                {"id": "a", "label": text("A")}, {"id": "b", "label": text("B")},
            ], "levels": [
                {"id": "few", "label": text("Few"), "from": 0, "points": 0},
                {"id": "all", "label": text("All"), "from": 2, "points": 1},
            ]},
            "place": {"kind": "choice", "options": [
                {"id": "coast", "label": text("Coast")}, {"id": "inland", "label": text("Inland")},
            ]},
        },
        "schemes": [{
            "id": "plain", "title": text("Plain"), "description": text("Plain"),
            "aggregation": "subdomains", "gaps": "left_out", "minima": {"coverage": 60},
            "bands": [{"id": "low", "label": text("Low"), "from": 0}],
        }],
        "domains": [{
            "code": "D", "title": text("D"), "scope": text("D"),
            "subdomains": [{"code": "S", "title": text("S"), "indicators": [
                {"code": "Q1", "title": text("Q"), "question": text("?"), "answer_type": "place"},
                {"code": "Q2", "title": text("Q"), "question": text("?"), "weight": 3,
                 "answer_type": "presence", "states": ["restricted"],
                 "when": [{"indicator": "Q1", "is": ["coast"]}]},
                {"code": "Q3", "title": text("Q"), "question": text("?"), "answer_type": "groups"},
            ]}],
        }],
    });
    catalogue.to_string()
}

/// Answers to the small catalogue.
fn small_responses() -> String {
    let responses = json!({
        "format": 1,
        "catalogue": {"id": "small", "version": "1.0.0"},
        "language": "es",
        "place": {"code": "XA1", "name": "Ca\u{f1}a \u{1f30e}", "country": "XA"},
        "round": {"period": "2021", "kind": "baseline", "stage": "draft"},
        "respondents": [{"id": "r", "institution": "R", "level": "municipal", "role": "focal_point"}],
        "sources": [{"id": "s", "title": "S", "kind": "plan", "date": "2020-05"}],
        "answers": {
            "Q1": {"answer": "coast", "by": ["r"]},
            "Q2": {"answer": "yes", "evidence": [{"source": "s"}], "account": "a \"b\" \\ c"},
            "Q3": {"answer": ["a", "b"], "evidence": [{"source": "s", "where": "p. 2"}]},
        },
    });
    responses.to_string()
}

/// The names of the codes of problems that hold together: each can be shown in every way, and its
/// place lies in the document.
#[track_caller]
fn names(problems: &[Problem], bytes: &[u8]) -> BTreeSet<&'static str> {
    for problem in problems {
        if let Some(location) = problem.location() {
            assert!(location.start() <= location.end(), "{problem:?}");
            assert!(location.end() <= bytes.len(), "{problem:?}");
            assert!(location.line() >= 1 && location.column() >= 1, "{problem:?}");
        }
    }
    for language in ["en", "es"] {
        let shown = render::problems(problems, language);
        assert!(shown.chars().all(is_calm), "{shown:?}");
    }
    serde_json::to_string(problems).expect("problems can be written");
    problems.iter().map(|problem| problem.code().name()).collect()
}

#[track_caller]
fn names_of(report: &Report, bytes: &[u8]) -> BTreeSet<&'static str> {
    let problems = report.problems();
    assert!(problems.iter().any(|problem| problem.severity() == Severity::Error));
    assert!(!report.to_string().contains('\n'), "{report}");
    names(problems, bytes)
}

/// What is wrong with a catalogue; nothing if it is sound.
#[track_caller]
fn as_catalogue(bytes: impl AsRef<[u8]>) -> BTreeSet<&'static str> {
    as_catalogue_within(&Limits::default(), bytes)
}

#[track_caller]
fn as_catalogue_within(limits: &Limits, bytes: impl AsRef<[u8]>) -> BTreeSet<&'static str> {
    let bytes = bytes.as_ref();
    match Catalogue::from_json(Input::new("catalogue.json", bytes).limits(*limits)) {
        Ok(catalogue) => {
            // Linting a sound catalogue does not fail.
            names(&catalogue.lint(), bytes);
            BTreeSet::new()
        }
        Err(report) => names_of(&report, bytes),
    }
}

/// What is wrong with a response set, warnings included; a set that passes has a profile.
#[track_caller]
fn as_responses(bytes: impl AsRef<[u8]>) -> BTreeSet<&'static str> {
    as_responses_within(&CATALOGUE, &Limits::default(), bytes)
}

#[track_caller]
fn as_responses_within(
    catalogue: &Catalogue,
    limits: &Limits,
    bytes: impl AsRef<[u8]>,
) -> BTreeSet<&'static str> {
    let bytes = bytes.as_ref();
    let set = match ResponseSet::from_json(Input::new("responses.json", bytes).limits(*limits)) {
        Ok(set) => set,
        Err(report) => return names_of(&report, bytes),
    };
    serde_json::to_string(&set).expect("a set can be written");
    match catalogue.assess(&set) {
        Ok(assessment) => {
            let profile = assessment.profile();
            let shown = render::text(&profile, "es");
            assert!(shown.chars().all(is_calm), "{shown:?}");
            serde_json::to_string(&profile).expect("a profile can be written");
            names(assessment.warnings(), bytes)
        }
        Err(report) => names_of(&report, bytes),
    }
}

/// Both readers say this, and nothing else.
#[track_caller]
fn both_say(want: Code, bytes: impl AsRef<[u8]>) {
    let bytes = bytes.as_ref();
    assert_eq!(as_catalogue(bytes), BTreeSet::from([want.name()]), "as a catalogue");
    assert_eq!(as_responses(bytes), BTreeSet::from([want.name()]), "as a response set");
}

/// The sample with `member` before its others.
fn sample_with(member: &str) -> String {
    SAMPLE.replacen('{', &format!("{{{member},"), 1)
}

/// The sample with `entry` before its other answers.
fn sample_with_answer(entry: &str) -> String {
    let found = SAMPLE.matches("\"answers\": {").count();
    assert_eq!(found, 1);
    SAMPLE.replacen("\"answers\": {", &format!("\"answers\": {{{entry},"), 1)
}

/// `count` members, or items, made from their numbers.
fn many(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect::<Vec<_>>().join(",")
}

#[test]
fn the_documents_that_are_damaged_here_are_good() {
    assert_eq!(as_catalogue(small_catalogue()), BTreeSet::new());
    assert_eq!(as_catalogue(MANIFEST), BTreeSet::new());
    assert_eq!(as_responses(SAMPLE), BTreeSet::new());
    let small = Catalogue::from_json(small_catalogue()).expect("it is sound");
    let warnings = as_responses_within(&small, &Limits::default(), small_responses());
    assert_eq!(warnings, BTreeSet::new());
}

#[test]
fn what_is_nested_too_deeply_is_refused() {
    both_say(Code::TooDeep, "[".repeat(100_000));
    both_say(Code::TooDeep, "{\"a\":".repeat(100_000));
    both_say(Code::TooDeep, format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)));
    both_say(Code::TooDeep, format!("{}1{}", "{\"x-\":".repeat(100_000), "}".repeat(100_000)));
    let sample = sample_with(&format!("\"x-note\": {}", "[".repeat(100_000)));
    assert_eq!(as_responses(sample), BTreeSet::from(["doc.limit.depth"]));
}

#[test]
fn nobody_can_ask_for_more_depth_than_the_stack_bears() {
    let limits = Limits::new().depth(usize::MAX);
    let got = as_responses_within(&CATALOGUE, &limits, "[".repeat(100_000));
    assert_eq!(got, BTreeSet::from(["doc.limit.depth"]));
}

#[test]
fn a_document_may_be_nested_up_to_the_limit_and_no_further() {
    let limits = Limits::new().depth(8);
    let nested = |depth: usize| {
        // The document itself is the first level.
        let inside = format!("{}{}", "[".repeat(depth - 1), "]".repeat(depth - 1));
        sample_with(&format!("\"x-note\": {inside}"))
    };
    assert_eq!(as_responses_within(&CATALOGUE, &limits, nested(8)), BTreeSet::new());
    let got = as_responses_within(&CATALOGUE, &limits, nested(9));
    assert_eq!(got, BTreeSet::from(["doc.limit.depth"]));
}

#[test]
fn an_empty_file_is_not_json() {
    for empty in ["", " ", "\n\n", "\u{feff}", "\u{feff}\n"] {
        both_say(Code::InvalidJson, empty);
    }
}

#[test]
fn json_that_is_no_object_is_refused() {
    for value in ["null", "true", "1", "-1.5", "\"text\"", "[]", "[{}]"] {
        both_say(Code::WrongType, value);
    }
}

#[test]
fn an_empty_object_lacks_what_is_required() {
    assert_eq!(as_catalogue("{}"), BTreeSet::from(["doc.shape.missing-member"]));
    assert_eq!(as_responses("{}"), BTreeSet::from(["doc.shape.missing-member"]));
}

#[test]
fn a_byte_order_mark_is_a_warning_only() {
    assert_eq!(as_catalogue(format!("\u{feff}{MANIFEST}")), BTreeSet::new());
    let marked = format!("\u{feff}{SAMPLE}");
    assert_eq!(as_responses(&marked), BTreeSet::from(["doc.syntax.byte-order-mark"]));
    let set = ResponseSet::from_json(marked).expect("it can be read");
    let assessment = CATALOGUE.assess(&set).expect("it can be used");
    assert_eq!(assessment.warnings()[0].severity(), Severity::Warning);
    // Only the first one is a mark; a second one is a stray character.
    both_say(Code::InvalidJson, "\u{feff}\u{feff}{}");
}

#[test]
fn other_encodings_are_not_utf8() {
    let latin1 = b"{\"name\": \"Ca\xf1as\"}";
    both_say(Code::NotUtf8, latin1);
    let report = ResponseSet::from_json(latin1).expect_err("it cannot be read");
    let location = report.problems()[0].location().expect("it has a place");
    assert_eq!((location.start(), location.line(), location.column()), (12, 1, 13));
    let in_utf16: Vec<u16> = "{\"name\": \"Caña\"}".encode_utf16().collect();
    let mark_and = |mark: [u8; 2], bytes: Vec<u8>| [mark.to_vec(), bytes].concat();
    let little = in_utf16.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    both_say(Code::NotUtf8, mark_and([0xff, 0xfe], little));
    let big = in_utf16.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    both_say(Code::NotUtf8, mark_and([0xfe, 0xff], big));
    // Without a mark, ASCII in UTF-16 is UTF-8 with many NULs.
    let ascii: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    both_say(Code::InvalidJson, ascii);
    // A surrogate written as bytes, a character written too long, and one cut short.
    for bytes in [&b"\"\xed\xa0\x80\""[..], b"\"\xc0\xaf\"", b"\"\xf0\x9f\x98"] {
        both_say(Code::NotUtf8, bytes);
    }
}

#[test]
fn a_code_may_not_stand_twice() {
    let catalogue = small_catalogue();
    for (from, to) in [("\"Q3\"", "\"Q1\""), ("\"S\",\"ind", "\"D\",\"ind"), ("\"D\"", "\"Q1\"")] {
        let parts = catalogue.split_once(&format!("\"code\":{from}"));
        let (before, after) = parts.expect("the small catalogue has the code");
        let twice = format!("{before}\"code\":{to}{after}");
        assert_eq!(as_catalogue(twice), BTreeSet::from(["cat.id.duplicate"]), "{from}");
    }
    let catalogue = catalogue.replace("\"code\":\"Q3\"", "\"code\":\"Q1\"");
    assert_eq!(as_catalogue(catalogue), BTreeSet::from(["cat.id.duplicate"]));
}

#[test]
fn a_question_may_not_be_answered_twice() {
    let twice = sample_with_answer("\"D1a\": {\"answer\": \"no\"}");
    assert_eq!(as_responses(&twice), BTreeSet::from(["doc.shape.duplicate-member"]));
    // Escapes do not make another name of it.
    let twice = sample_with_answer("\"D1\\u0061\": {\"answer\": \"no\"}");
    assert_eq!(as_responses(&twice), BTreeSet::from(["doc.shape.duplicate-member"]));
}

#[test]
fn numbers_beyond_every_bound_are_refused() {
    both_say(Code::InvalidJson, "1e400");
    both_say(Code::InvalidJson, "{\"format\": 1e400}");
    both_say(Code::InvalidJson, "{\"format\": -1e400}");
    for (weight, want) in [
        ("-1", "doc.number.out-of-range"),
        ("18446744073709551616", "doc.number.out-of-range"),
        ("-9223372036854775809", "doc.number.out-of-range"),
        ("1e-300", "doc.number.not-whole"),
        ("2.5", "doc.number.not-whole"),
    ] {
        let catalogue = small_catalogue();
        assert!(catalogue.contains("\"weight\":3"));
        let catalogue = catalogue.replace("\"weight\":3", &format!("\"weight\":{weight}"));
        assert_eq!(as_catalogue(catalogue), BTreeSet::from([want]), "{weight}");
    }
    for whole in ["3.0", "3e0", "30e-1"] {
        let catalogue = small_catalogue().replace("\"weight\":3", &format!("\"weight\":{whole}"));
        assert_eq!(as_catalogue(catalogue), BTreeSet::new(), "{whole}");
    }
    for number in ["1e300", "-0.0", "18446744073709551616", "5e-324"] {
        let answer =
            SAMPLE.replacen("\"answer\": \"any_status\"", &format!("\"answer\": {number}"), 1);
        assert_eq!(as_responses(answer), BTreeSet::from(["rsp.answer.wrong-type"]), "{number}");
    }
}

#[test]
fn a_whole_number_of_any_size_has_no_decimals() {
    for weight in ["1e39", "1e300", "-1e300"] {
        let catalogue = small_catalogue();
        let catalogue = catalogue.replace("\"weight\":3", &format!("\"weight\":{weight}"));
        assert_eq!(
            as_catalogue(catalogue),
            BTreeSet::from(["doc.number.out-of-range"]),
            "{weight}"
        );
    }
}

#[test]
fn a_text_of_50_megabytes_is_refused() {
    let long = "x".repeat(50 << 20);
    both_say(Code::TooManyBytes, format!("\"{long}\""));
    let sample = sample_with(&format!("\"context\": \"{long}\""));
    assert_eq!(as_responses(&sample), BTreeSet::from(["doc.limit.bytes"]));
    let limits = Limits::new().bytes(usize::MAX);
    let got = as_responses_within(&CATALOGUE, &limits, sample);
    assert_eq!(got, BTreeSet::from(["doc.limit.text"]));
    let titled = small_catalogue().replace("\"Small\"", &format!("\"{long}\""));
    let got = as_catalogue_within(&limits, titled);
    assert_eq!(got, BTreeSet::from(["doc.limit.text"]));
}

#[test]
fn a_key_is_no_longer_than_a_text_may_be() {
    let long = "k".repeat(200_000);
    for sample in [
        sample_with(&format!("\"{long}\": 1")),
        sample_with_answer(&format!("\"{long}\": {{\"answer\": \"no\"}}")),
        SAMPLE.replacen("\"state\"", &format!("\"{long}\": 1, \"state\""), 1),
    ] {
        assert!(as_responses(sample).contains("doc.limit.text"));
    }
}

#[test]
fn so_many_members_are_too_many_problems() {
    const MANY: usize = 200_000;
    let excess = "doc.limit.problems";
    let unknown = sample_with(&many(MANY, |number| format!("\"m{number}\": 1")));
    assert_eq!(as_responses(unknown), BTreeSet::from([excess, "doc.shape.unknown-member"]));
    let answers = sample_with_answer(&many(MANY, |number| format!("\"m{number}\": {{}}")));
    assert_eq!(as_responses(answers), BTreeSet::from([excess, "rsp.indicator.unknown"]));
    let same = sample_with_answer(&many(MANY, |_| "\"D1a\": {\"answer\": \"no\"}".to_owned()));
    assert_eq!(as_responses(same), BTreeSet::from([excess, "doc.shape.duplicate-member"]));
    let members = many(MANY, |number| format!("\"m{number}\": 1"));
    let catalogue = small_catalogue().replacen('{', &format!("{{{members},"), 1);
    assert_eq!(as_catalogue(catalogue), BTreeSet::from([excess, "doc.shape.unknown-member"]));
}

#[test]
fn so_many_references_to_nothing_are_too_many_problems() {
    let excess = "doc.limit.problems";
    let ticked = many(200_000, |number| format!("\"o{number}\""));
    let small = Catalogue::from_json(small_catalogue()).expect("it is sound");
    let responses = small_responses().replace("[\"a\",\"b\"]", &format!("[{ticked}]"));
    let got = as_responses_within(&small, &Limits::default(), responses);
    assert_eq!(got, BTreeSet::from([excess, "rsp.answer.not-an-option"]));
    let types = small_catalogue();
    let indicators = many(2_000, |number| {
        let text = "{\"en\": \"Q\"}";
        let when = format!("[{{\"indicator\": \"Z{number}\", \"is\": [\"a\"]}}]");
        format!(
            "{{\"code\": \"A{number}\", \"title\": {text}, \"question\": {text}, \
             \"answer_type\": \"place\", \"when\": {when}}}"
        )
    });
    let types = types.replacen("\"indicators\":[", &format!("\"indicators\":[{indicators},"), 1);
    assert_eq!(as_catalogue(types), BTreeSet::from([excess, "cat.condition.unknown-indicator"]));
    let files = many(200_000, |number| format!("\"f{number}.json\""));
    let manifest =
        small_catalogue().replacen("\"domains\":[", &format!("\"domains\":[{files},"), 1);
    assert_eq!(as_catalogue(manifest), BTreeSet::from([excess, "cat.file.missing"]));
}

#[test]
fn so_many_members_that_mean_nothing_change_nothing() {
    let members = many(200_000, |number| format!("\"x-{number}\": {{}}"));
    assert_eq!(as_responses(sample_with(&members)), BTreeSet::new());
    assert_eq!(as_responses(sample_with_answer(&members)), BTreeSet::new());
    let catalogue = small_catalogue().replacen('{', &format!("{{{members},"), 1);
    assert_eq!(as_catalogue(catalogue), BTreeSet::new());
}

#[test]
fn a_problem_at_the_end_of_a_long_line_is_found() {
    let members = many(200_000, |number| format!("\"x-{number}\": {{}}"));
    let wrong = many(999, |number| format!("\"z{number}\": 1"));
    let sample = sample_with(&format!("{members},{wrong}"));
    assert_eq!(as_responses(sample), BTreeSet::from(["doc.shape.unknown-member"]));
}

#[test]
fn nul_bytes_are_not_json_and_escaped_ones_are_text() {
    both_say(Code::InvalidJson, "\0");
    both_say(Code::InvalidJson, "{}\0");
    both_say(Code::InvalidJson, "{\"a\": \"\0\"}");
    let sample = sample_with("\"context\": \"a\\u0000b \\u001b[2J\"");
    assert_eq!(as_responses(sample), BTreeSet::from(["doc.text.hidden-characters"]));
    let named = sample_with_answer("\"\\u0000\": {}");
    assert_eq!(as_responses(named), BTreeSet::from(["rsp.indicator.unknown"]));
    let coded = small_catalogue().replace("\"Q3\"", "\"\\u0000\"");
    assert_eq!(as_catalogue(coded), BTreeSet::from(["doc.id.invalid"]));
}

#[test]
fn lone_surrogates_are_not_json() {
    for text in ["\\ud800", "\\udc00", "\\ud800x", "\\ud800\\ud800", "\\udfff\\ud800"] {
        both_say(Code::InvalidJson, format!("{{\"a\": \"{text}\"}}"));
        both_say(Code::InvalidJson, format!("{{\"{text}\": 1}}"));
    }
    let pair = sample_with("\"context\": \"\\ud83c\\udf0e\"");
    assert_eq!(as_responses(pair), BTreeSet::new());
}

#[test]
fn what_is_cut_off_is_not_json() {
    let catalogue = small_catalogue();
    let responses = small_responses();
    let mut tried = 0;
    for whole in [catalogue.as_str(), &responses, SAMPLE.trim_end()] {
        for end in 0..whole.len() {
            let cut = &whole.as_bytes()[..end];
            let want = if std::str::from_utf8(cut).is_ok() {
                "doc.syntax.invalid-json"
            } else {
                "doc.syntax.not-utf8"
            };
            assert_eq!(as_responses(cut), BTreeSet::from([want]), "cut at {end}");
            assert_eq!(as_catalogue(cut), BTreeSet::from([want]), "cut at {end}");
            tried += 1;
        }
    }
    assert!(tried > 10_000, "{tried}");
}

/// Bytes that mean something in JSON, and some that mean nothing in any text.
const BYTES: &[u8] = b"\"{}[],:0-x \n\0\x80\xff\\";

/// Every document that differs from `whole` in one byte: taken out, or replaced.
fn damaged(whole: &str, stride: usize, others: &[u8], mut visit: impl FnMut(&[u8])) -> usize {
    let mut tried = 0;
    for at in (0..whole.len()).step_by(stride) {
        let mut without = whole.as_bytes().to_vec();
        without.remove(at);
        visit(&without);
        for other in others {
            let mut replaced = whole.as_bytes().to_vec();
            replaced[at] = *other;
            visit(&replaced);
        }
        tried += 1 + others.len();
    }
    tried
}

/// Every problem of a document that is JSON points to a value in it.
#[track_caller]
fn pointers_lead_somewhere(problems: &[Problem], bytes: &[u8]) {
    // Without duplicate keys in these documents, a pointer has one meaning.
    let Ok(document) = serde_json::from_slice::<Value>(bytes) else { return };
    for problem in problems {
        let pointer = problem.pointer().as_str();
        // A missing answer is at the place where it would be.
        let holder = pointer.strip_suffix(&format!("/{}", problem.indicator().unwrap_or_default()));
        let holder = holder.filter(|_| problem.code() == Code::Unanswered);
        let mut pointers = [Some(pointer), holder].into_iter().flatten();
        let leads_somewhere = pointers.any(|pointer| document.pointer(pointer).is_some());
        assert!(leads_somewhere, "{pointer} in {document}");
        for related in problem.related() {
            assert!(document.pointer(related.pointer().as_str()).is_some(), "{document}");
        }
    }
}

#[test]
fn a_suggestion_is_shown_without_control_characters() {
    let catalogue = small_catalogue().replacen("\"groups\":", "\"\\roups\":", 1);
    assert_eq!(as_catalogue(catalogue), BTreeSet::from(["cat.answer-type.unknown"]));
}

#[test]
fn a_catalogue_with_one_wrong_byte_is_sound_or_explained() {
    let mut seen = BTreeSet::new();
    // Keys with escapes in them have a test of their own.
    let others = BYTES.strip_suffix(b"\\").expect("it is the last one");
    let tried = damaged(&small_catalogue(), 2, others, |bytes| {
        seen.extend(as_catalogue(bytes));
        if let Err(report) = Catalogue::from_json(bytes) {
            pointers_lead_somewhere(report.problems(), bytes);
        }
    });
    assert!(tried > 9_000, "{tried}");
    assert!(seen.len() >= 15, "{seen:?}");
}

#[test]
fn a_response_set_with_one_wrong_byte_passes_or_is_explained() {
    let small = Catalogue::from_json(small_catalogue()).expect("it is sound");
    let mut seen = BTreeSet::new();
    let mut check = |catalogue: &Catalogue, bytes: &[u8]| {
        seen.extend(as_responses_within(catalogue, &Limits::default(), bytes));
        if let Ok(Err(report)) = ResponseSet::from_json(bytes).map(|set| catalogue.assess(&set)) {
            pointers_lead_somewhere(report.problems(), bytes);
        }
    };
    let tried = damaged(&small_responses(), 1, BYTES, |bytes| check(&small, bytes));
    assert!(tried > 9_000, "{tried}");
    let tried = damaged(SAMPLE, 37, BYTES, |bytes| check(&CATALOGUE, bytes));
    assert!(tried > 3_000, "{tried}");
    assert!(seen.len() >= 20, "{seen:?}");
}

#[test]
fn the_limits_of_the_caller_are_kept() {
    let limits = Limits::default();
    let excess = |limits: Limits| {
        let got = as_responses_within(&CATALOGUE, &limits, SAMPLE);
        assert_eq!(got.len(), 1, "{got:?}");
        let manifest = as_catalogue_within(&limits, MANIFEST);
        assert_eq!(manifest, got, "the manifest");
        got.into_iter().next()
    };
    assert_eq!(excess(limits.bytes(SAMPLE.len() - 1)), Some("doc.limit.bytes"));
    assert_eq!(excess(limits.bytes(0)), Some("doc.limit.bytes"));
    assert_eq!(excess(limits.depth(2)), Some("doc.limit.depth"));
    assert_eq!(excess(limits.depth(0)), Some("doc.limit.depth"));
    assert_eq!(excess(limits.values(100)), Some("doc.limit.values"));
    assert_eq!(excess(limits.values(0)), Some("doc.limit.values"));
    assert_eq!(excess(limits.text(40)), Some("doc.limit.text"));
    let exact = limits.bytes(SAMPLE.len());
    assert_eq!(as_responses_within(&CATALOGUE, &exact, SAMPLE), BTreeSet::new());
}

#[test]
fn what_was_read_is_linted_whole() {
    let mut catalogue: Value = serde_json::from_str(&small_catalogue()).expect("it is JSON");
    catalogue["notice"]["en"] = json!("long ".repeat(30_000));
    let to_come = |number| json!({"id": format!("t{number}"), "term": {"en": "T"}, "definition": {"en": "TBD"}});
    catalogue["terms"] = (0..1_001).map(to_come).collect();
    let limits = Limits::new().text(200_000);
    let bytes = catalogue.to_string();
    let catalogue = Catalogue::from_json(Input::new("catalogue.json", &bytes).limits(limits));
    let lint = catalogue.expect("it is sound").lint();
    let count = |code: Code| lint.iter().filter(|problem| problem.code() == code).count();
    // The three questions of the catalogue are as empty.
    assert_eq!(count(Code::PlaceholderText), 1_001 + 3);
    assert_eq!(count(Code::TextTooLong), 0);
}

#[test]
fn what_could_not_be_read_is_not_spoken_of_again() {
    let renamed = SAMPLE.replace("\"s01\"", "\"s 01\"").replace("\"ministry\"", "\"the ministry\"");
    assert_eq!(as_responses(renamed), BTreeSet::from(["doc.id.invalid"]));
    let limits = Limits::new().text(12);
    let got = as_responses_within(&CATALOGUE, &limits, SAMPLE);
    assert_eq!(got, BTreeSet::from(["doc.limit.text"]));
}

#[test]
fn so_many_problems_are_kept_as_the_caller_wants() {
    let wrong = sample_with(&many(50, |number| format!("\"m{number}\": 1")));
    for (problems, want) in [(0, 1), (1, 2), (49, 50), (50, 50), (1_000, 50)] {
        let limits = Limits::new().problems(problems);
        let set =
            ResponseSet::from_json(Input::new("r", &wrong).limits(limits)).expect("it can be read");
        let report = CATALOGUE.assess(&set).expect_err("members are not known");
        assert_eq!(report.problems().len(), want, "{problems}");
        let is_excess = |problem: &Problem| problem.code() == Code::TooManyProblems;
        assert_eq!(report.problems().iter().any(is_excess), problems < 50, "{problems}");
    }
    // What was dropped may have been an error, so that nothing passes.
    let limits = Limits::new().problems(0);
    let got = as_responses_within(&CATALOGUE, &limits, "[]");
    assert_eq!(got, BTreeSet::from(["doc.limit.problems"]));
    assert_eq!(as_catalogue_within(&limits, "{}"), BTreeSet::from(["doc.limit.problems"]));
}

#[test]
fn only_files_with_plain_names_are_asked_for() {
    for name in
        ["..", ".", ".hidden", "a/b.json", "/etc/passwd", "..\\\\b", "c:d", "a\\u0000", "\\n"]
    {
        let manifest = format!("{{\"domains\": [\"{name}\"]}}");
        let fetched = Catalogue::from_documents(&manifest, |name| -> Option<Input<'_>> {
            panic!("asked for {name:?}")
        });
        let names = names_of(&fetched.expect_err("it is not sound"), manifest.as_bytes());
        let want = if name == "\\n" { "doc.text.blank" } else { "cat.file.invalid-name" };
        assert!(names.contains(want), "{name}: {names:?}");
    }
}

#[test]
fn a_file_that_cannot_be_had_is_not_taken_for_one_that_is_not_there() {
    let manifest = r#"{"domains": ["one.json", "two.json", "three.json"]}"#;
    let mut asked = Vec::new();
    let loaded = Catalogue::try_from_documents(manifest, |name| {
        asked.push(name.to_owned());
        if name == "one.json" { Ok(None::<Vec<u8>>) } else { Err("the disk is gone") }
    });
    assert_eq!(loaded.expect_err("it cannot be had"), "the disk is gone");
    assert_eq!(asked, ["one.json", "two.json"]);
}

#[test]
fn a_domain_file_may_have_a_name_of_its_own() {
    let manifest = r#"{"domains": ["one.json", "two.json"]}"#;
    let limits = Limits::new().depth(2);
    let report = Catalogue::from_documents(
        Input::new("a/catalogue.json", manifest).limits(limits),
        |name| {
            // The limits of the manifest hold for every file.
            let input = Input::from("[[[]]]").limits(Limits::new());
            Some(if name == "one.json" { Input::new("a/one.json", input) } else { input })
        },
    );
    let report = report.expect_err("it is not sound");
    for document in ["a/one.json", "two.json"] {
        let problems = report.problems().iter().filter(|problem| problem.document() == document);
        let codes: Vec<Code> = problems.map(Problem::code).collect();
        assert_eq!(codes, [Code::TooDeep], "{document}");
    }
}

#[test]
fn an_owned_document_is_read_as_a_borrowed_one() {
    let texts =
        [SAMPLE.to_owned(), format!("\u{feff}{SAMPLE}"), "\u{feff}[".to_owned(), String::new()];
    let broken = [&b"{\"a\": \"\xf1"[..], b"\xef\xbb\xbf {\xff", b"\xff"];
    let all = texts.iter().map(String::as_bytes).chain(broken);
    for bytes in all {
        let borrowed = ResponseSet::from_json(bytes);
        let owned = ResponseSet::from_json(bytes.to_vec());
        match (borrowed, owned) {
            (Ok(borrowed), Ok(owned)) => {
                let [borrowed, owned] = [borrowed, owned].map(|set| CATALOGUE.assess(&set));
                let [borrowed, owned] = [borrowed, owned].map(|it| it.expect("it passes"));
                assert_eq!(borrowed.warnings(), owned.warnings());
            }
            (Err(borrowed), Err(owned)) => assert_eq!(borrowed, owned),
            (borrowed, owned) => panic!("{} {}", borrowed.is_ok(), owned.is_ok()),
        }
    }
}

#[test]
fn a_hostile_domain_file_is_refused_like_any_document() {
    let manifest = br#"{"domains": ["one.json", "two.json", "three.json"]}"#;
    let report = Catalogue::from_documents(manifest, |name| match name {
        "one.json" => Some("[".repeat(100_000).into_bytes()),
        "two.json" => Some(vec![0xff; 10]),
        _ => None,
    });
    let report = report.expect_err("nothing can be read");
    let of = |document: &str| {
        let problems = report.problems().iter();
        let problems = problems.filter(|problem| problem.document() == document);
        problems.map(|problem| problem.code()).collect::<Vec<_>>()
    };
    assert_eq!(of("one.json"), [Code::TooDeep]);
    assert_eq!(of("two.json"), [Code::NotUtf8]);
    assert!(of("catalogue.json").contains(&Code::MissingFile));
}

#[test]
fn what_is_empty_or_broken_is_no_answer_beside_a_state() {
    let asked = "\"state\":\"unknown\",\"asked\":\"R\",\"asked_on\":\"2021\"";
    let small = Catalogue::from_json(small_catalogue()).expect("it is sound");
    for (answer, want) in [
        ("\"\"", BTreeSet::new()),
        ("{}", BTreeSet::from(["doc.shape.wrong-type"])),
        ("null", BTreeSet::from(["doc.shape.null"])),
    ] {
        let whole = small_responses();
        let entry = format!("\"Q2\":{{\"answer\":{answer},{asked}}}");
        let (before, after) = whole.split_once("\"Q2\":{").expect("an answer");
        let (_, after) = after.split_once("}]}").expect("the end of its evidence");
        let got =
            as_responses_within(&small, &Limits::default(), format!("{before}{entry}{after}"));
        assert_eq!(got, want, "{answer}");
    }
}

#[test]
fn what_is_wrong_in_a_part_is_wrong_in_the_whole() {
    let part = |members: &str| {
        let catalogue = "\"catalogue\":{\"id\":\"small\",\"version\":\"1.0.0\"}";
        ResponseSet::from_json(format!("{{{catalogue},{members}}}")).expect("it can be read")
    };
    let good = "\"answers\":{\"Q1\":{\"answer\":\"coast\"}}";
    let small = Catalogue::from_json(small_catalogue()).expect("it is sound");
    for (wrong, want) in [
        ("\"answers\":[\"Q1\"]", Code::WrongType),
        ("\"answers\":{\"Q1\":\"inland\"}", Code::WrongType),
        ("\"answers\":{},\"sources\":{\"id\":\"s\"}", Code::WrongType),
        ("\"answers\":{},\"queries\":\"why?\"", Code::WrongType),
        ("\"answers\":{\"Q1\":{},\"Q1\":{}}", Code::DuplicateMember),
    ] {
        for (first, other) in [(good, wrong), (wrong, good)] {
            let problems = match consolidate(&part(first), &[part(other)]) {
                Err(report) => report.problems().to_vec(),
                Ok(whole) => match small.assess(&whole) {
                    Err(report) => report.problems().to_vec(),
                    Ok(assessment) => assessment.warnings().to_vec(),
                },
            };
            let is_said =
                |problem: &Problem| [want, Code::EntriesConflict].contains(&problem.code());
            assert!(problems.iter().any(is_said), "{first} and {other}");
        }
    }
}

#[test]
fn what_a_form_leaves_behind_gives_way_to_the_answer_of_another_part() {
    let part = |entry: &str| {
        ResponseSet::from_json(format!("{{\"answers\":{{\"Q1\":{entry}}}}}")).expect("an object")
    };
    let answer = "{\"answer\":\"coast\"}";
    for left in ["{}", "{\"answer\":[]}", "{\"evidence\":[{}]}", "{\"answer\":\"\"}"] {
        for (first, other) in [(left, answer), (answer, left)] {
            let whole = consolidate(&part(first), &[part(other)]).expect("they do not differ");
            let whole = serde_json::to_string(&whole).expect("a set as JSON");
            assert!(whole.contains(answer), "{first} and {other}: {whole}");
        }
    }
}
