//! The types of JSON.

use crate::word::named;

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

named!(Shape {
    Null = "null",
    Truth = "truth",
    Number = "number",
    Text = "text",
    List = "list",
    Object = "object",
    TextOrObject = "text_or_object",
    TextListOrNumber = "text_list_or_number",
});
