//! Problems as text for people: the message, the line with the place marked, and what to do.

use super::words::{self, Phrase};
use super::{Location, Problem, Severity};

/// Every problem, an empty line between two, and a line that counts them.
pub(crate) fn problems(problems: &[Problem], language: &str) -> String {
    let mut shown = String::new();
    for problem in problems {
        one(problem, language, &mut shown);
        shown.push('\n');
    }
    let count = |severity| problems.iter().filter(|problem| problem.severity() == severity).count();
    shown.push_str(&words::summary(
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Advice),
        language,
    ));
    shown.push('\n');
    shown
}

fn one(problem: &Problem, language: &str, shown: &mut String) {
    let severity = words::phrase(Phrase::Severity(problem.severity()), language);
    shown.push_str(&format!("{severity}[{}]: {}\n", problem.code(), problem.message(language)));
    let mut margin = String::from(" ");
    match problem.location() {
        Some(location) => {
            let line = location.line.to_string();
            margin = " ".repeat(line.len());
            place(problem.document(), location, &margin, shown);
            quote(location, &line, &margin, shown);
        }
        None => shown.push_str(&format!("{margin}--> {}\n", problem.document())),
    }
    if let Some(related) = problem.related() {
        let also = words::phrase(Phrase::Also, language);
        shown.push_str(&format!(
            "{margin} = {also}: {}:{}:{}\n",
            related.document(),
            related.location().line(),
            related.location().column(),
        ));
    }
    let help = problem.help(language);
    if !help.is_empty() {
        let word = words::phrase(Phrase::Help, language);
        shown.push_str(&format!("{margin} = {word}: {help}\n"));
    }
}

fn place(document: &str, location: &Location, margin: &str, shown: &mut String) {
    shown.push_str(&format!("{margin}--> {document}:{}:{}\n", location.line, location.column));
}

fn quote(location: &Location, line: &str, margin: &str, shown: &mut String) {
    let quote = &location.quote;
    if quote.text.is_empty() {
        return;
    }
    shown.push_str(&format!("{margin} |\n{line} | {}\n", quote.text));
    let before = " ".repeat(quote.before);
    let mark = "^".repeat(quote.width.max(1));
    shown.push_str(&format!("{margin} | {before}{mark}\n"));
}
