//! What can be wrong with a document, and how people are told.
//!
//! A [`Problem`] names its [`Code`], its [`Severity`], the place in the document, and what to do.
//! Problems travel in a [`Report`]. A new rule adds its code to `code.rs` and its words to
//! every file of `problem/words/`.

mod argument;
mod mend;
mod report;
mod show;
mod words;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::ser::{Serialize, Serializer};

pub(crate) use self::argument::Arguments;
pub use self::argument::{Argument, Syntax};
pub use self::mend::{Change, Mend, mend};
pub use self::report::Report;
pub(crate) use self::show::problems as show;

pub use crate::code::{Code, Severity};
use crate::pointer::Pointer;
pub use crate::shape::Shape;

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
    related: Option<Related>,
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
            related: None,
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

    pub(crate) fn related_to(mut self, related: Option<Related>) -> Self {
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
    #[must_use]
    pub fn pointer(&self) -> &Pointer {
        &self.pointer
    }

    /// Where that value stands in the text. Nothing where there is no text to point into.
    #[must_use]
    pub fn location(&self) -> Option<&Location> {
        self.location.as_ref()
    }

    /// A second place that the problem is about, such as the first of two equal codes.
    #[must_use]
    pub fn related(&self) -> Option<&Related> {
        self.related.as_ref()
    }

    /// The values that the message speaks of, by name.
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

    /// What was found, in one line without a final stop. Languages without messages of their own
    /// read it in English.
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

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ProblemJson {
            code: self.code.name(),
            severity: self.severity,
            document: self.document(),
            pointer: &self.pointer,
            location: self.location(),
            related: self.related(),
            suggestions: &self.suggestions,
            mend: self.mend(),
            message: words::in_all_languages(|to| self.message(to)),
            help: words::in_all_languages(|to| self.help(to)),
        }
        .serialize(serializer)
    }
}

impl JsonSchema for Problem {
    fn schema_name() -> Cow<'static, str> {
        ProblemJson::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        ProblemJson::json_schema(generator)
    }
}

/// Something wrong with a document.
#[derive(JsonSchema, serde::Serialize)]
#[schemars(rename = "Problem", title = "Problem")]
struct ProblemJson<'p> {
    /// The rule that found the problem. Codes are never renamed or reused.
    #[schemars(regex(pattern = r"^[a-z]+[.][a-z-]+[.][a-z0-9-]+$"))]
    code: &'static str,
    /// How much it weighs.
    severity: Severity,
    /// The name of the document.
    document: &'p str,
    /// The value that it is about; for a missing member, the object that lacks it.
    pointer: &'p Pointer,
    /// Where that value stands; null where there is no text to point into.
    location: Option<&'p Location>,
    /// A second place that it is about, such as the first of two equal codes.
    related: Option<&'p Related>,
    /// What was probably meant, the most probable first.
    #[schemars(length(max = 3))]
    suggestions: &'p [String],
    /// What would mend it; null where that is not certain.
    mend: Option<&'p Mend>,
    /// What was found, by language, in one line.
    #[schemars(with = "BTreeMap<&str, &str>")]
    message: IndexMap<&'static str, String>,
    /// What to do, by language, in one line.
    #[schemars(with = "BTreeMap<&str, &str>")]
    help: IndexMap<&'static str, String>,
}

/// A stretch of a document's text.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, serde::Serialize)]
#[schemars(title = "Location")]
pub struct Location {
    /// The first byte, counted from 0.
    start: usize,
    /// The byte after the last one.
    end: usize,
    /// The line, from 1.
    #[schemars(range(min = 1))]
    line: usize,
    /// The column in characters, from 1.
    #[schemars(range(min = 1))]
    column: usize,
    #[serde(skip)]
    quote: Quote,
}

impl Location {
    pub(crate) fn new(start: usize, end: usize, line: usize, column: usize, quote: Quote) -> Self {
        Self { start, end, line, column, quote }
    }

    /// The first byte, counted from 0.
    #[must_use]
    pub fn start(&self) -> usize {
        self.start
    }

    /// The byte after the last one.
    #[must_use]
    pub fn end(&self) -> usize {
        self.end
    }

    /// The line, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column in characters, from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.column
    }
}

/// The part of a line that a message shows, so that a report owns all it needs.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Quote {
    /// The text around the location, on one line, without control characters.
    pub(crate) text: String,
    /// How many characters of it stand before the location.
    pub(crate) before: usize,
    /// How many characters of it the location covers; at least 1.
    pub(crate) width: usize,
}

/// The second place of a problem.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, serde::Serialize)]
#[schemars(title = "Second place")]
pub struct Related {
    /// The name of the document.
    document: Arc<str>,
    /// The value there.
    pointer: Pointer,
    /// Where it stands.
    location: Location,
}

impl Related {
    pub(crate) fn new(document: Arc<str>, pointer: Pointer, location: Location) -> Self {
        Self { document, pointer, location }
    }

    /// The name of the document.
    #[must_use]
    pub fn document(&self) -> &str {
        &self.document
    }

    /// The value there.
    #[must_use]
    pub fn pointer(&self) -> &Pointer {
        &self.pointer
    }

    /// Where it stands.
    #[must_use]
    pub fn location(&self) -> &Location {
        &self.location
    }
}

impl Serialize for Pointer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl JsonSchema for Pointer {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Pointer".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A JSON Pointer (RFC 6901).",
            "pattern": "^(?:/(?:[^~/]|~0|~1)*)*$",
        })
    }
}
