//! What can be wrong with a document, and how people are told.
//!
//! A [`Problem`] names its [`Code`], its [`Severity`], the place in the document, and what to do.
//! Problems travel in a [`Report`]. A new rule adds its code to `code.rs`, and its message and its
//! help to every language.

mod argument;
mod json;
mod location;
mod mend;
mod report;
mod show;
mod words;

use std::sync::Arc;

use serde::Serialize;

pub use self::argument::{Argument, Syntax};
pub(crate) use self::argument::{Arguments, Names, ToArgument};
pub(crate) use self::json::{ProblemJson, ReportJson};
pub(crate) use self::location::Quote;
pub use self::location::{Location, Related};
pub use self::mend::{Change, Mend, mended};
pub use self::report::Report;
pub(crate) use self::show::problems as show;

pub use crate::code::{Code, Severity};
pub use crate::pointer::Pointer;
pub use crate::shape::Shape;
pub use crate::word::UnknownWord;

/// Something wrong with a document.
///
/// # Example
///
/// ```
/// use mgi::{Code, ResponseSet, Severity};
///
/// let report = ResponseSet::from_json(b"{\"format\": 1,}").unwrap_err();
/// let problem = &report.problems()[0];
/// assert_eq!(problem.code(), Code::InvalidJson);
/// assert_eq!(problem.severity(), Severity::Error);
/// assert_eq!(problem.location().unwrap().line(), 1);
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Problem {
    code: Code,
    severity: Severity,
    document: Arc<str>,
    pointer: Pointer,
    location: Option<Location>,
    related: Vec<Related>,
    arguments: Arguments,
    suggestions: Vec<String>,
    mend: Option<Mend>,
}

impl Problem {
    pub(crate) fn new(code: Code, severity: Severity, document: Arc<str>) -> Self {
        Self {
            code,
            severity,
            document,
            pointer: Pointer::root(),
            location: None,
            related: Vec::new(),
            arguments: Arguments::default(),
            suggestions: Vec::new(),
            mend: None,
        }
    }

    pub(crate) fn at(mut self, pointer: Pointer, location: Location) -> Self {
        self.pointer = pointer;
        self.location = Some(location);
        self
    }

    pub(crate) fn related_to(mut self, related: Vec<Related>) -> Self {
        self.related = related;
        self
    }

    pub(crate) fn with(
        mut self,
        arguments: Arguments,
        suggestions: Vec<String>,
        mend: Option<Mend>,
    ) -> Self {
        self.arguments = arguments;
        self.suggestions = suggestions;
        self.mend = mend;
        self
    }

    /// Which rule found the problem.
    #[must_use]
    pub fn code(&self) -> Code {
        self.code
    }

    /// Whether the problem stops the document from being used.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The name of the document, such as `mr.json`.
    #[must_use]
    pub fn document(&self) -> &str {
        &self.document
    }

    /// The value that the problem is about; for a missing member, the object that lacks it.
    ///
    /// A question without an answer is the exception: its pointer is `/answers/CODE`, where the
    /// answer would be, while [`Problem::location`] is that of the object that lacks it.
    #[must_use]
    pub fn pointer(&self) -> &Pointer {
        &self.pointer
    }

    /// Where that value is in the text; `None` where there is no text to point into.
    #[must_use]
    pub fn location(&self) -> Option<&Location> {
        self.location.as_ref()
    }

    /// The other places that the problem is about, such as the first of two equal codes.
    #[must_use]
    pub fn related(&self) -> &[Related] {
        &self.related
    }

    /// The code of the question that the problem is about, as the document writes it.
    ///
    /// That is the argument `indicator`, or the key below `/answers` to which the pointer leads; the
    /// catalogue may have no such question, if the key is mistyped. `None` where the problem is about
    /// something else.
    #[must_use]
    pub fn indicator(&self) -> Option<&str> {
        let below_answers = || {
            let code = self.pointer.as_str().strip_prefix("/answers/")?.split('/').next()?;
            // No code has a character that a pointer escapes.
            (!code.contains('~')).then_some(code)
        };
        self.arguments.text("indicator").or_else(below_answers)
    }

    /// The values that the message quotes, by name.
    pub fn arguments(&self) -> impl Iterator<Item = (&'static str, &Argument)> {
        self.arguments.iter()
    }

    /// What was probably meant, for a word that is not known: the most probable first, three at
    /// most.
    pub fn suggestions(&self) -> impl Iterator<Item = &str> {
        self.suggestions.iter().map(String::as_str)
    }

    /// What would mend the problem, where that is certain.
    #[must_use]
    pub fn mend(&self) -> Option<&Mend> {
        self.mend.as_ref()
    }

    /// What was found, in one line without a final stop. Languages that the engine does not have
    /// ([`languages`](crate::languages)) get the first one that it has.
    #[must_use]
    pub fn message(&self, language: &str) -> String {
        words::message(self.code, &self.arguments, language)
    }

    /// What to do about it, in one line.
    #[must_use]
    pub fn help(&self, language: &str) -> String {
        let certain = self.certain_value();
        words::help(self.code, &self.arguments, &self.suggestions, certain.as_deref(), language)
    }

    /// The problem for serialization, with its message and help in one language.
    ///
    /// A problem by itself serializes without prose: its code and its arguments are what a page
    /// needs to word it anew. This adds `language`, `message` and `help`; `language` is the one that
    /// was used, since a language without messages of its own is answered in English.
    ///
    /// ```
    /// let report = mgi::ResponseSet::from_json("[]").unwrap_err();
    /// let problem = serde_json::to_value(report.problems()[0].in_language("es-PA")).unwrap();
    /// assert_eq!(problem["language"], "es");
    /// assert_eq!(problem["message"], "aquí se espera un objeto, y esto es una lista");
    /// assert_eq!(problem["arguments"]["want"]["shape"], "object");
    /// ```
    #[must_use]
    pub fn in_language(&self, language: &str) -> impl Serialize {
        ProblemJson::in_language(self, language)
    }
}

impl Problem {
    /// What to write instead, where that is certain and short enough to be said: a text without its
    /// quotation marks, anything else as JSON. Of a text with spaces around it, only those change.
    fn certain_value(&self) -> Option<String> {
        let Some(Change::Replace(json)) = self.mend.as_ref().map(Mend::change) else { return None };
        match serde_json::from_str(json) {
            _ if self.code == Code::UntrimmedText => None,
            Ok(serde_json::Value::String(text)) => Some(text),
            _ => Some(json.clone()),
        }
    }
}
