//! A document as a caller hands it in, and the way from its bytes to a tree.

use std::borrow::Cow;
use std::fmt;
use std::str::Utf8Error;
use std::sync::Arc;

use super::parse::{Nodes, parse};
use super::{Document, Limits, locate};
use crate::pointer::Pointer;
use crate::problem::{Arguments, Code, Problem, Severity};
use crate::text::{hidden, hides_something};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A document that is handed in to be read: its bytes, the name by which problems call it, and the
/// limits within which it is read.
///
/// Every reader takes whatever converts into one: bytes or text, borrowed or owned. Owned bytes are
/// kept as they are; borrowed ones are copied.
///
/// # Example
///
/// ```
/// use mgi::{Input, Limits, ResponseSet};
///
/// let read_from_a_file: Vec<u8> = b"{".to_vec();
/// let input = Input::new("health.json", read_from_a_file).limits(Limits::new().bytes(1_000_000));
/// let report = ResponseSet::from_json(input).unwrap_err();
/// assert!(report.to_string().starts_with("health.json:1:1: "));
///
/// // Without a name and limits of its own, bytes or text will do.
/// assert!(ResponseSet::from_json("{}").is_ok());
/// ```
#[derive(Clone)]
pub struct Input<'b> {
    name: Option<String>,
    bytes: Bytes<'b>,
    limits: Limits,
}

/// The bytes of a document.
#[derive(Clone)]
pub(crate) enum Bytes<'b> {
    Borrowed(&'b [u8]),
    Owned(Vec<u8>),
    /// Bytes that are part of the program. The document points at them and copies nothing.
    Embedded(&'static [u8]),
}

impl<'b> Input<'b> {
    /// A document with the name by which problems call it, such as the path of its file.
    #[must_use]
    pub fn new(name: impl Into<String>, document: impl Into<Self>) -> Self {
        Self { name: Some(name.into()), ..document.into() }
    }

    /// The same document, to be read within these limits.
    #[must_use]
    pub fn limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// A document that is part of the program.
    pub(crate) fn embedded(bytes: &'static [u8]) -> Self {
        Self::from(Bytes::Embedded(bytes))
    }

    /// The name, or `unnamed` if the caller gave none; the bytes; and the limits.
    pub(crate) fn into_parts(self, unnamed: &str) -> (Arc<str>, Bytes<'b>, Limits) {
        let name = self.name.map_or_else(|| Arc::from(unnamed), Arc::from);
        (name, self.bytes, self.limits)
    }
}

impl<'b> From<Bytes<'b>> for Input<'b> {
    fn from(bytes: Bytes<'b>) -> Self {
        Self { name: None, bytes, limits: Limits::new() }
    }
}

/// Borrowed bytes or text: `&[u8]`, `&str`, `&Vec<u8>`, `&String`, `&[u8; N]` and the like.
impl<'b, B: AsRef<[u8]> + ?Sized> From<&'b B> for Input<'b> {
    fn from(bytes: &'b B) -> Self {
        Self::from(Bytes::Borrowed(bytes.as_ref()))
    }
}

impl From<Vec<u8>> for Input<'_> {
    fn from(bytes: Vec<u8>) -> Self {
        Self::from(Bytes::Owned(bytes))
    }
}

impl From<String> for Input<'_> {
    fn from(text: String) -> Self {
        Self::from(text.into_bytes())
    }
}

/// The number of bytes, and not the bytes: they may be a whole file of what people answered.
impl fmt::Debug for Input<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Input")
            .field("name", &self.name)
            .field("bytes", &self.bytes.as_slice().len())
            .field("limits", &self.limits)
            .finish()
    }
}

impl<'b> Bytes<'b> {
    fn as_slice(&self) -> &[u8] {
        match self {
            Self::Borrowed(bytes) | Self::Embedded(bytes) => bytes,
            Self::Owned(bytes) => bytes,
        }
    }

    /// The bytes as text, or as much of them as is UTF-8.
    fn decoded(self) -> Result<Text<'b>, String> {
        let good = |bytes: &[u8], error: Utf8Error| {
            let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
            String::from_utf8_lossy(good).into_owned()
        };
        match self {
            Self::Borrowed(bytes) => {
                std::str::from_utf8(bytes).map(Text::Borrowed).map_err(|error| good(bytes, error))
            }
            Self::Owned(bytes) => String::from_utf8(bytes)
                .map(Text::Owned)
                .map_err(|error| good(error.as_bytes(), error.utf8_error())),
            Self::Embedded(bytes) => {
                std::str::from_utf8(bytes).map(Text::Embedded).map_err(|error| good(bytes, error))
            }
        }
    }
}

/// The text of a document before the document owns it.
enum Text<'b> {
    Borrowed(&'b str),
    Owned(String),
    Embedded(&'static str),
}

impl Text<'_> {
    fn as_str(&self) -> &str {
        match self {
            Self::Borrowed(text) | Self::Embedded(text) => text,
            Self::Owned(text) => text,
        }
    }

    /// The text from byte `start` on, as the document keeps it.
    fn kept_from(self, start: usize) -> Cow<'static, str> {
        match self {
            Self::Borrowed(text) => Cow::Owned(without(text, start).to_owned()),
            Self::Embedded(text) => Cow::Borrowed(without(text, start)),
            Self::Owned(mut text) => {
                text.drain(..start);
                Cow::Owned(text)
            }
        }
    }
}

impl Document {
    /// The tree of `bytes`, or the one problem that leaves nothing to read.
    pub(crate) fn read(
        name: &Arc<str>,
        bytes: Bytes<'_>,
        limits: &Limits,
    ) -> Result<Self, Box<Problem>> {
        let fail = |code: Code| Problem::new(code, Severity::Error, Arc::clone(name));
        let (size, limit) = (bytes.as_slice().len(), limits.max_bytes());
        if size > limit {
            let arguments = Arguments::default().and("got", size).and("limit", limit);
            return Err(Box::new(fail(Code::TooManyBytes).with(arguments, Vec::new(), None)));
        }
        let whole = bytes.decoded().map_err(|good| {
            let offset = mark_length(&good);
            let good = without(&good, offset);
            let location = locate::place(good, offset, good.len());
            Box::new(fail(Code::NotUtf8).at(Pointer::root(), location))
        })?;
        let offset = mark_length(whole.as_str());
        let text = without(whole.as_str(), offset);
        let Nodes { all: nodes, numbers, decoded } = parse(text, limits).map_err(|refusal| {
            let location = locate::line_and_byte(text, offset, refusal.line, refusal.byte);
            let problem = fail(refusal.code).at(Pointer::root(), location);
            Box::new(problem.with(refusal.arguments, Vec::new(), None))
        })?;
        let may_hide = hides_something(text) || hidden(&decoded).next().is_some();
        let text = whole.kept_from(offset);
        Ok(Self { name: Arc::clone(name), offset, text, may_hide, decoded, numbers, nodes })
    }
}

/// How many bytes the byte-order mark has with which a text begins.
fn mark_length(text: &str) -> usize {
    if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 }
}

/// A text without its first bytes.
fn without(text: &str, bytes: usize) -> &str {
    text.get(bytes..).unwrap_or_default()
}
