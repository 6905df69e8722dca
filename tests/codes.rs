//! The page of codes, and a list of them that guards their names.
//!
//! `src/docs/codes.md` is what readers see; `tests/codes.txt` has one code per line with what it
//! weighs. Both are made from the code; `MGI_BLESS=1 cargo test --test codes` writes them again.
//!
//! The example of a code is the one on the page as long as its case raises the code, so that new
//! cases change nothing and a better example can be chosen by writing its name into the page.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    reason = "a test reads and writes files, and panics where one of them is not as it should be"
)]

#[path = "support/case.rs"]
#[expect(dead_code, reason = "what a case expects is compared elsewhere")]
mod case;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use mgi::{Code, Problem, Severity, Stage};

use self::case::{Case, cases, run};

/// The areas, by the first part of a code's name, in the order of [`Code::ALL`].
const AREAS: [(&str, &str); 4] = [
    ("doc", "The syntax and shape of any document"),
    ("cat", "Catalogues"),
    ("rsp", "Response sets"),
    ("set", "Several response sets together"),
];

const PAGE: &str = "src/docs/codes.md";

/// How the page begins.
const HEAD: &str = "\
What each code means, how severe it is, which arguments its problems have, and how it is told.

A code's name is stable: it is never changed, and never used for anything else. Its severity depends
on the stage of the response set: draft, in validation, final. A dash means that the problem is
suppressed. Catalogues are always judged as final. The arguments are the values that a message may
quote, by name: with code and arguments, a page can word a problem anew.

The messages are examples: each is what the case named with it raises, at the place that is given.
Cases are files in `tests/cases`.
";

#[test]
fn the_page_says_what_the_code_does() {
    agrees(PAGE, &page());
}

/// Code to rule is one search: `fn dates_inverted` for `Code::DatesInverted`. What the reader finds
/// in any document (`doc`) and what keeps sets apart (`set`) is found on the way, not by rules.
#[test]
fn a_rule_is_named_as_its_code_is() {
    let source = source(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let mut rules = 0_u32;
    let is_of_a_rule =
        |code: &&Code| ["cat.", "rsp."].iter().any(|area| code.name().starts_with(area));
    for code in Code::ALL.iter().filter(is_of_a_rule) {
        let mut rule = String::new();
        for letter in format!("{code:?}").chars() {
            if letter.is_uppercase() && !rule.is_empty() {
                rule.push('_');
            }
            rule.extend(letter.to_lowercase());
        }
        assert!(source.contains(&format!("fn {rule}(")), "no rule is called {rule} ({code})");
        rules = rules.saturating_add(1);
    }
    assert!(rules > 80, "{rules} rules");
}

/// Every file below a folder, one after the other.
fn source(folder: &Path) -> String {
    let mut text = String::new();
    for entry in std::fs::read_dir(folder).expect("a folder of the source") {
        let path = entry.expect("an entry of a folder").path();
        if path.is_dir() {
            text.push_str(&source(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            text.push_str(&std::fs::read_to_string(&path).expect("a file of the source"));
        }
    }
    text
}

#[test]
fn no_code_is_renamed_dropped_or_weighed_anew_unnoticed() {
    let mut list = String::new();
    for code in Code::ALL {
        let [draft, in_validation, at_last] = severities(*code);
        writeln!(list, "{code} {draft} {in_validation} {at_last}").expect("a text is written to");
    }
    assert!(Code::ALL.len() >= 100, "{} codes", Code::ALL.len());
    agrees("tests/codes.txt", &list);
}

#[test]
fn every_problem_has_the_arguments_of_its_code() {
    let mut wrong = std::collections::BTreeSet::new();
    for Example { problem, .. } in cases().into_iter().flat_map(examples) {
        let mut got: Vec<&str> = problem.arguments().map(|(name, _)| name).collect();
        let mut want = problem.code().arguments().to_vec();
        got.sort_unstable();
        want.sort_unstable();
        if got != want {
            wrong.insert(format!("{}: got {got:?}, want {want:?}", problem.code()));
        }
    }
    // Every code is raised by a case, so that none escapes.
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Compares a file with what it should be, or writes it if that is asked for.
#[track_caller]
fn agrees(path: &str, want: &str) {
    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var("MGI_BLESS").is_ok_and(|bless| bless == "1") {
        std::fs::write(whole, want).unwrap_or_else(|error| panic!("{path}: {error}"));
        return;
    }
    let got = std::fs::read_to_string(whole).unwrap_or_default();
    let (mut old, mut new) = (got.lines(), want.lines());
    let difference = (1..).zip(std::iter::from_fn(|| {
        let pair = (old.next(), new.next());
        (pair != (None, None)).then_some(pair)
    }));
    for (line, (got, want)) in difference {
        assert!(
            got == want,
            "{path}, line {line}:\n  got  {}\n  want {}\nMGI_BLESS=1 writes the file again",
            got.unwrap_or_default(),
            want.unwrap_or_default(),
        );
    }
}

fn severities(code: Code) -> [&'static str; 3] {
    let stages = [Stage::Draft, Stage::InValidation, Stage::Final];
    stages.map(|stage| code.severity(stage).map_or("–", Severity::name))
}

fn page() -> String {
    let examples: Vec<Example> = cases().into_iter().flat_map(examples).collect();
    let before = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE));
    let before = before.unwrap_or_default();
    let chosen = chosen(&before);
    let mut page = HEAD.to_owned();
    for (area, title) in AREAS {
        write!(page, "\n## `{area}`: {title}\n").expect("a text is written to");
        let codes = Code::ALL.iter().filter(|code| code.name().split('.').next() == Some(area));
        for code in codes {
            entry(&mut page, *code, chosen.get(code.name()).copied(), &examples);
        }
    }
    page
}

/// The case of each code that the page has as an example.
fn chosen(page: &str) -> BTreeMap<&str, &str> {
    let mut chosen = BTreeMap::new();
    let mut code = None;
    for line in page.lines() {
        let quoted = line.split('`').nth(1).unwrap_or_default();
        if line.starts_with("### ") {
            code = Some(quoted);
        } else if line.starts_with("Example: ") {
            chosen.extend(code.map(|code| (code, quoted)));
        }
    }
    chosen
}

/// What a code means and weighs, and an example of it.
fn entry(page: &mut String, code: Code, chosen: Option<&str>, examples: &[Example]) {
    let of_code = || examples.iter().filter(|example| example.problem.code() == code);
    let example = of_code()
        .find(|example| chosen == Some(example.case.as_str()))
        // One that stands alone shows best what it is about.
        .or_else(|| of_code().find(|example| example.is_alone))
        .or_else(|| of_code().next());
    let Example { case, problem, .. } =
        example.unwrap_or_else(|| panic!("no case raises `{code}`"));
    let [draft, in_validation, at_last] = severities(code);
    let pointer = match problem.pointer().as_str() {
        "" => "the root".to_owned(),
        pointer => format!("`{pointer}`"),
    };
    let told = ["en", "es"].map(|language| {
        let (message, help) = (problem.message(language), problem.help(language));
        format!("- {language}: {}\n  → {}\n", in_markdown(&message), in_markdown(&help))
    });
    write!(
        page,
        "\n### `{code}`\n\n{}\n\nDraft: {draft}; in validation: {in_validation}; final: {at_last}. \
         Arguments: {}.\n\nExample: `{case}`, at {pointer}:\n\n{}",
        code.summary(),
        listed(code.arguments()),
        told.concat(),
    )
    .expect("a text is written to");
}

fn listed(arguments: &[&str]) -> String {
    let quoted: Vec<String> = arguments.iter().map(|name| format!("`{name}`")).collect();
    if quoted.is_empty() { "none".to_owned() } else { quoted.join(", ") }
}

/// A problem that a case raises.
struct Example {
    case: String,
    problem: Problem,
    is_alone: bool,
}

fn examples((name, case): (String, Case)) -> Vec<Example> {
    if case.defect.is_some() {
        return Vec::new();
    }
    let outcome = run(&case);
    let is_alone = outcome.all().count() == 1;
    let example =
        |problem: &Problem| Example { case: name.clone(), problem: problem.clone(), is_alone };
    outcome.all().map(example).collect()
}

/// A line of text in which nothing outside of code is taken for markup.
fn in_markdown(text: &str) -> String {
    let mut written = String::new();
    let mut is_code = false;
    for character in text.chars() {
        is_code ^= character == '`';
        if !is_code && "\\[]<>*_|".contains(character) {
            written.push('\\');
        }
        written.push(character);
    }
    assert!(!is_code, "code without an end: {text}");
    written
}
