//! Problems as JSON, and the schema of it.
//!
//! The public types have no schema of their own: `schemars` is no dependency that callers see. These
//! mirrors declare each member once, for what is written and for its schema.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::ser::{Serialize, Serializer};

use super::{Argument, Change, Location, Mend, Problem, Related, Report, Severity};
use crate::language::Language;

/// Why a document cannot be used.
#[derive(JsonSchema, serde::Serialize)]
#[schemars(rename = "Report", title = "Report")]
pub(crate) struct ReportJson<'p> {
    /// Every problem, by document and location.
    #[schemars(length(min = 1))]
    problems: Vec<ProblemJson<'p>>,
}

impl<'p> ReportJson<'p> {
    pub(super) fn of(report: &'p Report) -> Self {
        Self { problems: report.problems().iter().map(ProblemJson::of).collect() }
    }

    pub(super) fn in_language(report: &'p Report, language: &str) -> Self {
        let problems = report.problems().iter();
        let problems = problems.map(|problem| ProblemJson::in_language(problem, language));
        Self { problems: problems.collect() }
    }
}

/// Something wrong with a document.
#[derive(JsonSchema, serde::Serialize)]
#[schemars(rename = "Problem", title = "Problem")]
pub(crate) struct ProblemJson<'p> {
    /// The rule that found the problem. Codes are never renamed or reused.
    #[schemars(regex(pattern = r"^[a-z]+[.][a-z-]+[.][a-z0-9-]+$"))]
    code: &'static str,
    /// How much it weighs.
    severity: SeverityJson,
    /// The name of the document.
    document: &'p str,
    /// The value that it is about; for a missing member, the object that lacks it.
    pointer: PointerJson<'p>,
    /// Where that value is in the text; null where there is no text to point into.
    location: Option<LocationJson>,
    /// Other places that it is about, such as the first of two equal codes.
    related: Vec<RelatedJson<'p>>,
    /// The code of the question that it is about, as the document writes it; null without one.
    indicator: Option<&'p str>,
    /// The values that the message quotes, by name.
    arguments: BTreeMap<&'static str, ArgumentJson<'p>>,
    /// What was probably meant, the most probable first.
    #[schemars(length(max = 3))]
    suggestions: Vec<&'p str>,
    /// What would mend it; null where that is not certain.
    mend: Option<MendJson<'p>>,
    /// The language of message and help, where there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "&str")]
    language: Option<&'static str>,
    /// What was found, in one line.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "&str")]
    message: Option<String>,
    /// What to do, in one line.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "&str")]
    help: Option<String>,
}

impl<'p> ProblemJson<'p> {
    pub(super) fn of(problem: &'p Problem) -> Self {
        let arguments = problem.arguments();
        Self {
            code: problem.code().name(),
            severity: SeverityJson::of(problem.severity()),
            document: problem.document(),
            pointer: PointerJson(problem.pointer().as_str()),
            location: problem.location().map(LocationJson::of),
            related: problem.related().iter().map(RelatedJson::of).collect(),
            indicator: problem.indicator(),
            arguments: arguments.map(|(name, value)| (name, ArgumentJson::of(value))).collect(),
            suggestions: problem.suggestions().collect(),
            mend: problem.mend().map(MendJson::of),
            language: None,
            message: None,
            help: None,
        }
    }

    pub(super) fn in_language(problem: &'p Problem, language: &str) -> Self {
        Self {
            language: Some(Language::of(language).tag()),
            message: Some(problem.message(language)),
            help: Some(problem.help(language)),
            ..Self::of(problem)
        }
    }
}

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ProblemJson::of(self).serialize(serializer)
    }
}

#[derive(JsonSchema, serde::Serialize)]
#[schemars(rename = "Severity", title = "Severity")]
#[serde(rename_all = "snake_case")]
enum SeverityJson {
    /// The document cannot be used until this is mended.
    Error,
    /// The document can be used, but somebody should look.
    Warning,
    /// The document is right and could be better.
    Advice,
}

impl SeverityJson {
    fn of(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Advice => Self::Advice,
        }
    }
}

/// A JSON Pointer (RFC 6901).
#[derive(JsonSchema, serde::Serialize)]
#[schemars(inline, transparent)]
struct PointerJson<'p>(#[schemars(regex(pattern = r"^(?:/(?:[^~/]|~0|~1)*)*$"))] &'p str);

/// A range of the document's text.
#[derive(JsonSchema, serde::Serialize)]
#[schemars(rename = "Location", title = "Location")]
struct LocationJson {
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
}

impl LocationJson {
    fn of(location: &Location) -> Self {
        Self {
            start: location.start(),
            end: location.end(),
            line: location.line(),
            column: location.column(),
        }
    }
}

/// Another place that a problem is about.
#[derive(JsonSchema, serde::Serialize)]
#[schemars(rename = "Related", title = "Other place")]
struct RelatedJson<'p> {
    /// The name of the document.
    document: &'p str,
    /// The value there.
    pointer: PointerJson<'p>,
    /// Where that value is in the text.
    location: LocationJson,
}

impl<'p> RelatedJson<'p> {
    fn of(related: &'p Related) -> Self {
        Self {
            document: related.document(),
            pointer: PointerJson(related.pointer().as_str()),
            location: LocationJson::of(related.location()),
        }
    }
}

/// A value that a message quotes.
#[derive(JsonSchema, serde::Serialize)]
#[schemars(rename = "Argument", title = "Argument")]
#[serde(untagged)]
enum ArgumentJson<'p> {
    /// Something from the document or the catalogue.
    Text(&'p str),
    /// A number.
    Number(#[schemars(with = "f64")] serde_json::Number),
    /// Several alternatives.
    Names(&'p [String]),
    /// A type of JSON, which every language names in its own way.
    Shape { shape: &'static str },
    /// What is wrong with a text that is not JSON.
    Syntax { syntax: &'static str },
}

impl<'p> ArgumentJson<'p> {
    fn of(argument: &'p Argument) -> Self {
        match argument {
            Argument::Text(text) => Self::Text(text),
            Argument::Number(number) => {
                // A number beyond 64 bits stands for "too large", and is written as near as may be.
                let nearest = || serde_json::Number::from_f64(number.to_string().parse().ok()?);
                let number = serde_json::Number::from_i128(*number).or_else(nearest);
                Self::Number(number.unwrap_or_else(|| 0.into()))
            }
            Argument::Names(names) => Self::Names(names),
            Argument::Shape(shape) => Self::Shape { shape: shape.name() },
            Argument::Syntax(syntax) => Self::Syntax { syntax: syntax.name() },
        }
    }
}

/// What would mend a problem.
#[derive(JsonSchema, serde::Serialize)]
#[schemars(rename = "Mend", title = "Mend")]
struct MendJson<'p> {
    /// The value that is replaced or taken out, or the member that is renamed.
    pointer: PointerJson<'p>,
    /// What changes.
    change: ChangeJson,
    /// The new value, or the new name; none for what is taken out.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<serde_json::Value>,
}

impl<'p> MendJson<'p> {
    fn of(mend: &'p Mend) -> Self {
        let (change, value) = match mend.change() {
            Change::Replace(json) => {
                let value = serde_json::from_str(json).unwrap_or(serde_json::Value::Null);
                (ChangeJson::Replace, Some(value))
            }
            Change::Rename(name) => (ChangeJson::Rename, Some(name.as_str().into())),
            Change::Remove => (ChangeJson::Remove, None),
        };
        Self { pointer: PointerJson(mend.pointer().as_str()), change, value }
    }
}

#[derive(JsonSchema, serde::Serialize)]
#[schemars(rename = "Change", title = "Change")]
#[serde(rename_all = "snake_case")]
enum ChangeJson {
    /// The value is replaced by another.
    Replace,
    /// The member is given another name.
    Rename,
    /// The member or item is taken out.
    Remove,
}
