//! The types of JSON.

/// The types of JSON, as messages call them.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Shape {
    /// Null.
    Null,
    /// True or false.
    Truth,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
    /// A text or an object, where either may stand.
    TextOrObject,
    /// A text, a list or a number, where each may stand.
    TextListOrNumber,
}
