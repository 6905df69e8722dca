//! What must hold for any bytes, by fuzz target. `tests/corpus.rs` runs the same checks.
//!
//! Nothing here shares code with the engine: lines, pointers and values are found by naive means.

#[path = "../../support/calm.rs"]
mod calm;
mod mutate;
#[path = "../../support/tree.rs"]
mod tree;
mod values;

use std::sync::LazyLock;

use mgi::problem::{Change, mended};
use mgi::{
    Assessment, Catalogue, Code, Input, Limits, Problem, Report, ResponseSet, Severity, Stage,
    render,
};

use self::calm::is_calm;
use self::mutate::Mutations;
use self::tree::Tree;

/// The catalogue of the cases: 14 indicators, every answer type, three schemes.
const CATALOGUE: &str = include_str!("../../cases/base/catalogue.json");
/// A complete response set for it.
const RESPONSES: &str = include_str!("../../cases/base/responses.json");
/// The names under which problems know the documents.
const CATALOGUE_NAME: &str = "catalogue.json";
const RESPONSES_NAME: &str = "responses.json";
/// The most rounds of mending for one document. Each round makes more of it readable, so that the
/// next one finds more to mend.
const MOST_ROUNDS: usize = 20;

static SMALL: LazyLock<Catalogue> = LazyLock::new(|| {
    Catalogue::from_json(CATALOGUE).unwrap_or_else(|report| panic!("{}", report.render("en")))
});

/// Bytes as a response set for a small catalogue.
pub(crate) fn responses(bytes: &[u8]) {
    check_responses(&Limits::default(), &SMALL, bytes);
}

/// Bytes as a catalogue.
pub(crate) fn catalogue(bytes: &[u8]) {
    drop(check_catalogue(&Limits::default(), bytes, Rendered::InEveryWay));
}

/// Bytes as changes of a catalogue and of a response set for it.
pub(crate) fn structured(bytes: &[u8]) {
    let mut mutations = Mutations::of(bytes);
    let limits = mutations.limits();
    let [catalogue, responses] = mutations.applied([CATALOGUE, RESPONSES]);
    let catalogue = check_catalogue(&limits, catalogue.as_bytes(), Rendered::InOneWay);
    check_responses(&limits, catalogue.as_ref().unwrap_or(&SMALL), responses.as_bytes());
}

/// The words of the dictionary.
pub(crate) fn words() -> Vec<&'static str> {
    mutate::words().collect()
}

fn check_catalogue(limits: &Limits, bytes: &[u8], rendered: Rendered) -> Option<Catalogue> {
    let read =
        |bytes: &[u8]| Catalogue::from_json(Input::new("catalogue.json", bytes).limits(*limits));
    let catalogue = match read(bytes) {
        Ok(catalogue) => catalogue,
        Err(report) => {
            check_report(&report, CATALOGUE_NAME, bytes);
            check_mends(bytes, report.problems(), |text| match read(text.as_bytes()) {
                Ok(_) => Vec::new(),
                Err(report) => report.problems().to_vec(),
            });
            return None;
        }
    };
    check_problems(&catalogue.lint(), CATALOGUE_NAME, bytes);
    let nothing = serde_json::json!({
        "format": 1,
        "catalogue": {"id": catalogue.id(), "version": catalogue.version()},
        "language": "en",
        "place": {"code": "XA-1", "name": "Exampleton", "country": "XA"},
        "round": {"period": "2021", "kind": "baseline", "stage": "draft"},
        "answers": {},
    });
    let nothing = ResponseSet::from_json(nothing.to_string()).expect("it is an object");
    match catalogue.assess(&nothing) {
        Ok(assessment) => check_assessment(&assessment, rendered),
        Err(report) => panic!("an empty draft is refused:\n{}", report.render("en")),
    }
    Some(catalogue)
}

fn check_responses(limits: &Limits, catalogue: &Catalogue, bytes: &[u8]) {
    let read =
        |bytes: &[u8]| ResponseSet::from_json(Input::new(RESPONSES_NAME, bytes).limits(*limits));
    let set = match read(bytes) {
        Ok(set) => set,
        Err(report) => return check_report(&report, RESPONSES_NAME, bytes),
    };
    let printed = serde_json::to_string(&set).expect("a set can be printed");
    let again = ResponseSet::from_json(&printed).expect("what was printed can be read");
    let printed_again = serde_json::to_string(&again).expect("a set can be printed");
    assert_eq!(printed, printed_again, "printing and reading again changes the set");

    let mut rendered = Rendered::InEveryWay;
    for stage in Stage::ALL.iter().copied() {
        let assessed = catalogue.assess_at(&set, stage);
        match &assessed {
            Ok(assessment) => {
                check_problems(assessment.warnings(), RESPONSES_NAME, bytes);
                check_assessment(assessment, rendered);
                rendered = Rendered::InOneWay;
            }
            Err(report) => check_report(report, RESPONSES_NAME, bytes),
        }
        let problems = problems_of(&assessed);
        check_mends(bytes, &problems, |text| match read(text.as_bytes()) {
            Ok(set) => problems_of(&catalogue.assess_at(&set, stage)),
            Err(report) => report.problems().to_vec(),
        });
        // The limits may let the one pass and not the other; with those, problems may be dropped.
        if *limits == Limits::default() {
            let again = problems_of(&catalogue.assess_at(&again, stage));
            assert_eq!(in_short(&problems), in_short(&again), "read again, it has other problems");
        }
    }
    let whole = mgi::consolidate(&set, &[]).map(|whole| serde_json::to_string(&whole));
    if let Ok(whole) = whole {
        let whole = whole.expect("a set can be printed");
        ResponseSet::from_json(whole).expect("a consolidated set can be read");
    }
}

fn problems_of(assessed: &Result<Assessment, Report>) -> Vec<Problem> {
    match assessed {
        Ok(assessment) => assessment.warnings().to_vec(),
        Err(report) => report.problems().to_vec(),
    }
}

/// Code and pointer of each problem that is not about the bytes themselves.
fn in_short(problems: &[Problem]) -> Vec<(&str, &str)> {
    let each = problems.iter().map(|problem| (problem.code().name(), problem.pointer().as_str()));
    each.filter(|(code, _)| *code != "doc.syntax.byte-order-mark").collect()
}

/// How profiles are rendered. Stages change nothing but the line that names them, so that one stage
/// in every way is enough.
#[derive(Clone, Copy)]
enum Rendered {
    InEveryWay,
    InOneWay,
}

/// Profiles by every scheme, as text, Markdown, HTML and JSON.
fn check_assessment(assessment: &Assessment, rendered: Rendered) {
    for (number, scheme) in assessment.catalogue().schemes().iter().enumerate() {
        let profile = assessment.profile_by(scheme.id()).expect("the catalogue has the scheme");
        for (way, language) in (0..).zip(["en", "en", "en", "es", "es", "es"]) {
            if matches!(rendered, Rendered::InOneWay) && way != number % 6 {
                continue;
            }
            let (written, end) = match way % 3 {
                0 => (render::text(&profile, language), "\n"),
                1 => (render::markdown(&profile, language), "\n"),
                _ => (render::html(&profile, language), "</html>\n"),
            };
            assert!(written.ends_with(end));
            assert!(written.chars().all(is_calm), "hidden characters are rendered: {written:?}");
        }
        let json = serde_json::to_string(&profile).expect("a profile can be written");
        let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
        assert_eq!(json["illustrative"], assessment.responses().is_illustrative());
    }
}

fn check_report(report: &Report, name: &str, bytes: &[u8]) {
    assert!(count_errors(report.problems()) > 0, "a report without an error");
    assert_eq!(report.to_string().lines().count(), 1, "more than one line: {report}");
    for language in mgi::languages() {
        let problems = render::problems(report.problems(), language);
        assert_eq!(report.render(language), problems);
    }
    assert!(serde_json::to_string(report).is_ok());
    check_problems(report.problems(), name, bytes);
}

fn check_problems(problems: &[Problem], name: &str, bytes: &[u8]) {
    for language in mgi::languages() {
        let rendered = render::problems(problems, language);
        assert!(rendered.chars().all(is_calm), "hidden characters in problems: {rendered:?}");
        for problem in problems {
            let texts = [problem.message(language), problem.help(language)];
            assert!(texts.iter().all(|text| text.lines().count() == 1), "{texts:?}");
        }
    }
    let text = String::from_utf8_lossy(bytes);
    let tree = Tree::read(&text);
    let mut last = 0;
    for problem in problems {
        assert_eq!(problem.document(), name);
        assert!(problem.suggestions().count() <= 3);
        if let Some(location) = problem.location() {
            check_location(problem, location, bytes);
            assert!(last <= location.start(), "problems are not in order: {problems:?}");
            last = location.start();
            let pointer = problem.pointer().as_str();
            let holder = pointer.rsplit_once('/').map_or("", |(holder, _)| holder);
            // A missing answer is at the place where it would be, and marked at what lacks it.
            let marked = &bytes[location.start()..location.end()];
            let is_missing = problem.code() == Code::Unanswered && marked == b"\"answers\"";
            let pointer = if is_missing { holder } else { pointer };
            check_pointer(problem, pointer, location, tree.as_ref(), &text);
        }
        for related in problem.related() {
            assert_eq!(related.document(), name);
            check_location(problem, related.location(), bytes);
            let pointer = related.pointer().as_str();
            check_pointer(problem, pointer, related.location(), tree.as_ref(), &text);
        }
    }
}

/// The location lies in the input, on its characters, and says line and column as a plain count
/// gives them.
fn check_location(problem: &Problem, location: &mgi::problem::Location, bytes: &[u8]) {
    let (start, end) = (location.start(), location.end());
    assert!(start <= end && end <= bytes.len(), "{problem:?} lies outside");
    let before = std::str::from_utf8(&bytes[..start]);
    let before = before.unwrap_or_else(|_| panic!("{problem:?} begins within a character"));
    assert!(std::str::from_utf8(&bytes[start..end]).is_ok(), "{problem:?} ends within a character");
    let before = before.strip_prefix('\u{feff}').unwrap_or(before);
    let (line, column) = before.chars().fold((1, 1), |(line, column), character| {
        if character == '\n' { (line + 1, 1) } else { (line, column + 1) }
    });
    assert_eq!((location.line(), location.column()), (line, column), "{problem:?}");
}

/// What stands at the location is the value at the pointer, or the name of that member.
fn check_pointer(
    problem: &Problem,
    pointer: &str,
    location: &mgi::problem::Location,
    tree: Option<&Tree>,
    text: &str,
) {
    // Where the whole is no JSON, or is refused unread, the pointer leads to the whole.
    let Some(tree) = tree.filter(|_| location.start() < location.end()) else {
        assert_eq!(pointer, "", "{problem:?}");
        return;
    };
    let found = tree.at(pointer);
    assert!(!found.is_empty(), "{problem:?} leads nowhere");
    let quoted = &text[location.start()..location.end()];
    let quoted = Tree::read(quoted).unwrap_or_else(|| panic!("{problem:?} covers no value"));
    let is_name = || matches!(&quoted, Tree::Text(name) if values::token(name) == last(pointer));
    assert!(found.contains(&&quoted) || is_name(), "{problem:?} covers {quoted:?}");
}

fn last(pointer: &str) -> &str {
    pointer.rsplit('/').next().unwrap_or_default()
}

fn count_errors(problems: &[Problem]) -> usize {
    problems.iter().filter(|problem| problem.severity() == Severity::Error).count()
}

/// Mending makes nothing worse, and comes to an end.
fn check_mends(bytes: &[u8], problems: &[Problem], read: impl Fn(&str) -> Vec<Problem>) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut text = text.to_owned();
    let mut problems = problems.to_vec();
    for _ in 0..MOST_ROUNDS {
        let Some(document) = problems.first().map(Problem::document) else { return };
        let mended = mended(&problems, document, &text);
        if problems.iter().all(|problem| problem.mend().is_none()) {
            assert_eq!(mended, text, "changed without a mend");
            return;
        }
        assert_ne!(mended, text, "{problems:?} leave the text as it was");
        assert!(Tree::read(&mended).is_some(), "mended, {text} is no JSON:\n{mended}");
        let left = read(&mended);
        // A mend may make something readable, and then what is wrong with that comes to light. A
        // member that is null hides what its absence means.
        let hides = [Code::TooManyProblems, Code::NullValue];
        let hides_something = hides.iter().any(|code| count(&problems, *code) > 0);
        let mut mends = problems.iter().filter_map(Problem::mend);
        if !hides_something && mends.all(|mend| *mend.change() == Change::Remove) {
            let (errors, errors_left) = (count_errors(&problems), count_errors(&left));
            assert!(
                errors_left <= errors,
                "{errors} errors became {errors_left}:\n{text}\n{mended}\n{}",
                render::problems(&left, "en")
            );
        }
        (text, problems) = (mended, left);
    }
    panic!("mending never ends: {text}\n{problems:?}");
}

fn count(problems: &[Problem], code: Code) -> usize {
    problems.iter().filter(|problem| problem.code() == code).count()
}
