//! Where a value stands in a JSON document.

use std::fmt;

use serde::ser::{Serialize, Serializer};

/// A JSON Pointer (RFC 6901): the way from the root of a document to one of its values.
///
/// The root itself is the empty pointer.
///
/// # Example
///
/// ```
/// use mgi::problem::Pointer;
///
/// let pointer = Pointer::root().member("answers").member("MR/01").index(2);
/// assert_eq!(pointer.to_string(), "/answers/MR~101/2");
/// ```
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub struct Pointer(String);

impl Pointer {
    /// The whole document.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// The member `name` of the object that this pointer leads to.
    #[must_use]
    pub fn member(mut self, name: &str) -> Self {
        self.0.reserve(name.len().saturating_add(1));
        self.0.push('/');
        if !name.contains(['~', '/']) {
            self.0.push_str(name);
            return self;
        }
        for character in name.chars() {
            match character {
                '~' => self.0.push_str("~0"),
                '/' => self.0.push_str("~1"),
                other => self.0.push(other),
            }
        }
        self
    }

    /// The item at `index`, from 0, of the list that this pointer leads to.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        self.0.push('/');
        self.0.push_str(&index.to_string());
        self
    }

    /// The pointer as RFC 6901 writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Pointer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
