use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Problem, Severity, show};

/// One or more problems, at least one of them an error: why a document cannot be used.
///
/// As an error it displays one line; [`Report::render`] shows every problem with the line it is
/// about.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize, thiserror::Error)]
#[schemars(title = "Report")]
#[error("{}", Summary(.problems))]
pub struct Report {
    /// Every problem, by document and location.
    #[schemars(length(min = 1))]
    // INVARIANT: at least one error among them; `of` and `of_one` are the only constructors.
    problems: Vec<Problem>,
}

impl Report {
    /// The report of `problems` if one of them is an error; otherwise the warnings themselves.
    pub(crate) fn of(problems: Vec<Problem>) -> Result<Vec<Problem>, Self> {
        if problems.iter().any(|problem| problem.severity() == Severity::Error) {
            Err(Self { problems })
        } else {
            Ok(problems)
        }
    }

    /// The report of one error.
    pub(crate) fn of_one(error: Problem) -> Self {
        debug_assert_eq!(error.severity(), Severity::Error);
        Self { problems: vec![error] }
    }

    /// Every problem, by document and location.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Every problem as text for people, with the line it is about and what to do.
    #[must_use]
    pub fn render(&self, language: &str) -> String {
        show::problems(&self.problems, language)
    }
}

struct Summary<'a>(&'a [Problem]);

impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(first) = self.0.iter().find(|problem| problem.severity() == Severity::Error)
        else {
            return Ok(());
        };
        write!(f, "{}", first.document())?;
        if let Some(location) = first.location() {
            write!(f, ":{}:{}", location.line(), location.column())?;
        }
        write!(f, ": {} ({})", first.message("en"), first.code())?;
        match self.0.len().saturating_sub(1) {
            0 => Ok(()),
            1 => f.write_str(", and 1 more problem"),
            more => write!(f, ", and {more} more problems"),
        }
    }
}
