//! Problems as text for people: the message, the line with the place marked, and what to do.

use super::{Problem, Severity, words};
use crate::language::{Language, key};

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
    let severity = Language::within(problem.severity().label(language));
    say(&[&severity, "[", problem.code().name(), "]: ", &problem.message(language), "\n"]);
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
        let also = Language::of(language).text(key!("problem.also"));
        let location = related.location();
        let (line, column) = (location.line().to_string(), location.column().to_string());
        say(&[&margin, " = ", also, ": ", related.document(), ":", &line, ":", &column, "\n"]);
    }
    let help = problem.help(language);
    if !help.is_empty() {
        let title = Language::of(language).text(key!("problem.help"));
        say(&[&margin, " = ", title, ": ", &help, "\n"]);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::pointer::Pointer;
    use crate::problem::{Code, Location, Quote, Related};

    #[test]
    fn every_related_place_has_its_line() {
        let at = |line| Location::new(0, 1, line, 3, Quote::default());
        let related = |name: &str, line| Related::new(Arc::from(name), Pointer::root(), at(line));
        let problem = Problem::new(Code::EntriesConflict, Severity::Error, Arc::from("a.json"))
            .at(Pointer::root(), at(1))
            .related_to(vec![related("b.json", 2), related("c.json", 4)]);
        let shown = problems(&[problem], "en");
        assert!(shown.contains(" = see also: b.json:2:3\n  = see also: c.json:4:3\n"), "{shown}");
    }
}
