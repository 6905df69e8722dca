//! Where a problem is: a range of a document's text, and the part of the line that people see.

use std::sync::Arc;

use crate::pointer::Pointer;

/// A range of a document's text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Location {
    start: usize,
    end: usize,
    line: usize,
    column: usize,
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

    pub(super) fn quote(&self) -> &Quote {
        &self.quote
    }
}

/// The part of a line that a message shows, so that a report owns all it needs.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Quote {
    /// The text around the location, on one line, without control characters.
    pub(crate) text: String,
    /// How many characters of it come before the location.
    pub(crate) before: usize,
    /// How many characters of it the location covers; at least 1.
    pub(crate) width: usize,
}

/// Another place that a problem is about.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Related {
    document: Arc<str>,
    pointer: Pointer,
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

    /// Where the value is in the text.
    #[must_use]
    pub fn location(&self) -> &Location {
        &self.location
    }
}
