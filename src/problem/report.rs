use std::fmt;

use serde::ser::{Serialize, Serializer};

use super::{Problem, ReportJson, Severity, mended, show};
use crate::language::Language;

/// One or more problems, at least one of them an error: why a document cannot be used.
///
/// As an error it displays one line, and so does its `Debug`: the first error, and how many problems
/// more there are. [`Report::render`] shows every problem with the line it is about.
///
/// # Example
///
/// ```
/// use mgi::{Catalogue, ResponseSet};
///
/// let text = r#"{
///   "format": 1, "catalogue": {"id": "mgi-local", "version": "1.0.0"}, "language": "ES",
///   "place": {"code": "XX-1", "name": "Puerto Ejemplo", "country": "XX"},
///   "round": {"period": "2025", "kind": "baseline", "stage": "draft"},
///   "answers": {"mr01": {"note": null}, "MR02": {"answer": "No existe"}}
/// }"#;
/// let report = Catalogue::local().assess(&ResponseSet::from_json(text)?).unwrap_err();
/// assert!(report.to_string().starts_with("responses.json:2:"));
///
/// let mended = report.mended("responses.json", text);
/// assert!(mended.contains(r#""language": "es""#));
/// assert!(mended.contains(r#""answers": {"MR01": {}, "MR02": {"answer": "not_in_place"}}"#));
/// assert!(Catalogue::local().assess(&ResponseSet::from_json(mended)?).is_ok());
/// # Ok::<(), mgi::Report>(())
/// ```
#[derive(Clone, Eq, PartialEq, thiserror::Error)]
#[error("{}", Summary(.problems))]
pub struct Report {
    /// Every problem, by document and location.
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

    /// The text of `document` with every certain mend applied; the rest of the text is kept as it is.
    ///
    /// Only problems of the document with this name are applied: a report over a manifest and its
    /// domain files mends each of them by itself. `text` is the document as it was read.
    #[must_use]
    pub fn mended(&self, document: &str, text: &str) -> String {
        mended(&self.problems, document, text)
    }

    /// The report for serialization, each problem with its message and help in one language.
    ///
    /// A report by itself serializes without prose; see [`Problem::in_language`].
    #[must_use]
    pub fn in_language(&self, language: &str) -> impl Serialize {
        ReportJson::in_language(self, language)
    }
}

impl fmt::Debug for Report {
    /// The line of [`Display`](fmt::Display): a report ends up in logs and in the output of `main`,
    /// where nobody wants whole lines of what people answered.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ReportJson::of(self).serialize(serializer)
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
        write!(f, ": {} ({})", first.message(Language::first().tag()), first.code())?;
        match self.0.len().saturating_sub(1) {
            0 => Ok(()),
            1 => f.write_str(", and 1 more problem"),
            more => write!(f, ", and {more} more problems"),
        }
    }
}
