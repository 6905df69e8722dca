//! JSON Schemas of the file formats and of what the crate writes, and [`Form`]s: the schema of
//! answers to one catalogue, from which form builders make their pages.
//!
//! The schemas of files come from the declarations that also read them, and a schema refuses
//! exactly the files in which the reader finds an error of one of the codes in
//! [`expressed`]. What else can be wrong with a file is for [`Catalogue`](crate::Catalogue) to say.

mod file;
mod form;
mod output;

/// An object with these members, in this order.
macro_rules! object {
    () => {
        $crate::json::Json::object::<&str, $crate::json::Json>([])
    };
    ($($name:expr => $value:expr),+ $(,)?) => {{
        let mut object = object! {};
        $(object.put($name, $value);)+
        object
    }};
}

use object;

use schemars::JsonSchema;

pub use self::form::Form;
use crate::document::catalogue::{DomainFile, Manifest};
use crate::document::declare::Declared as _;
use crate::document::responses::ResponseFile;
pub use crate::json::Json;
use crate::problem::{Code, ProblemJson, ReportJson};
use crate::profile::ProfileJson;
use crate::word::named;

/// A dialect of JSON Schema.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Dialect {
    /// Draft-07, which form builders and editors read.
    #[default]
    Draft07,
    /// Draft 2020-12, for validators and for `OpenAPI` 3.1.
    Draft202012,
}

named!(Dialect { Draft07 = "draft-07", Draft202012 = "2020-12", });

impl Dialect {
    /// The address of its metaschema.
    fn metaschema(self) -> &'static str {
        match self {
            Self::Draft07 => "http://json-schema.org/draft-07/schema#",
            Self::Draft202012 => "https://json-schema.org/draft/2020-12/schema",
        }
    }

    /// The keyword under which definitions stand.
    fn definitions(self) -> &'static str {
        match self {
            Self::Draft07 => "definitions",
            Self::Draft202012 => "$defs",
        }
    }
}

/// The schema of a manifest, which is a whole catalogue where its domains stand in it; titles and
/// descriptions in `language`, or in English where there are none in it.
///
/// ```
/// use mgi::schema::{self, Dialect};
///
/// let schema = schema::catalogue(Dialect::Draft07, "es");
/// assert_eq!(schema["type"], "object");
/// assert!(schema["properties"]["domains"].is_object());
/// ```
#[must_use]
pub fn catalogue(dialect: Dialect, language: &str) -> Json {
    file::schema(Manifest::KIND, dialect, language)
}

/// The schema of a domain's file.
#[must_use]
pub fn domain(dialect: Dialect, language: &str) -> Json {
    file::schema(DomainFile::KIND, dialect, language)
}

/// The schema of a response set, whatever catalogue it answers and whatever its stage: what is
/// wrong in a draft already.
#[must_use]
pub fn responses(dialect: Dialect, language: &str) -> Json {
    file::schema(ResponseFile::KIND, dialect, language)
}

/// The schema of a [`Profile`](crate::Profile) as JSON.
///
/// ```
/// use mgi::schema::{self, Dialect};
///
/// let schema = schema::profile(Dialect::Draft202012);
/// assert_eq!(schema["properties"]["domains"]["items"]["$ref"], "#/$defs/Domain");
/// ```
#[must_use]
pub fn profile(dialect: Dialect) -> Json {
    output::schema::<ProfileJson<'static>>(dialect)
}

/// The schema of problems as JSON: a [`Report`](crate::Report), or a list of problems such as warnings
/// or what the linter finds; with or without message and help.
#[must_use]
pub fn report(dialect: Dialect) -> Json {
    output::schema::<Problems>(dialect)
}

/// Problems, in either shape.
#[derive(JsonSchema)]
#[schemars(title = "Problems", untagged)]
#[expect(dead_code, reason = "only its schema is wanted")]
enum Problems {
    /// Why a document cannot be used.
    Report(ReportJson<'static>),
    /// Problems that do not keep a document from being used.
    List(Vec<ProblemJson<'static>>),
}

/// The codes that schemas of files express: such a schema refuses a file where the reader finds an
/// error of one of these codes, and a text that is blank, which the reader of a draft passes over.
///
/// All others are left to the reader and to the catalogue:
///
/// - `doc.syntax.*`, `doc.limit.*`, `doc.shape.duplicate-member`: a schema sees values, not bytes;
/// - `doc.shape.incomplete` and the other codes of `doc.text.*`: they are no errors in a draft;
/// - `rsp.date.inverted`, of a period too: a schema does not compare;
/// - every other `cat.*`, `rsp.*` and `set.*`: they depend on what stands elsewhere. [`Form`] knows
///   some of it.
#[must_use]
pub fn expressed() -> &'static [Code] {
    &[
        Code::WrongType,
        Code::NullValue,
        Code::MissingMember,
        Code::UnknownMember,
        Code::UnknownWord,
        Code::BlankText,
        Code::NotWhole,
        Code::OutOfRange,
        Code::UnsupportedFormat,
        Code::InvalidId,
        Code::InvalidDate,
        Code::InvalidPeriod,
        Code::InvalidLanguage,
        Code::InvalidCountry,
        Code::InvalidVersion,
    ]
}
