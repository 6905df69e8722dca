//! Problems as text for people: the message, the line with the place marked, and what to do.

use super::words::{self, Phrase};
use super::{Problem, Severity};

/// Every problem, an empty line between two, and a line that counts them.
pub(crate) fn problems(problems: &[Problem], language: &str) -> String {
    /// A problem mostly takes fewer bytes than this.
    const USUAL: usize = 400;
    let mut shown = String::with_capacity(problems.len().saturating_mul(USUAL));
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
    let mut say = |parts: &[&str]| parts.iter().for_each(|part| shown.push_str(part));
    let severity = words::phrase(Phrase::Severity(problem.severity()), language);
    say(&[severity, "[", problem.code().name(), "]: ", &problem.message(language), "\n"]);
    let mut margin = String::from(" ");
    match problem.location() {
        None => say(&[&margin, "--> ", problem.document(), "\n"]),
        Some(location) => {
            let (line, column) = (location.line().to_string(), location.column().to_string());
            margin = " ".repeat(line.len());
            say(&[&margin, "--> ", problem.document(), ":", &line, ":", &column, "\n"]);
            let quote = location.quote();
            if !quote.text.is_empty() {
                let (before, mark) = (" ".repeat(quote.before), "^".repeat(quote.width.max(1)));
                say(&[&margin, " |\n", &line, " | ", &quote.text, "\n"]);
                say(&[&margin, " | ", &before, &mark, "\n"]);
            }
        }
    }
    for related in problem.related() {
        let also = words::phrase(Phrase::Also, language);
        let location = related.location();
        let (line, column) = (location.line().to_string(), location.column().to_string());
        say(&[&margin, " = ", also, ": ", related.document(), ":", &line, ":", &column, "\n"]);
    }
    let help = problem.help(language);
    if !help.is_empty() {
        say(&[&margin, " = ", words::phrase(Phrase::Help, language), ": ", &help, "\n"]);
    }
}
