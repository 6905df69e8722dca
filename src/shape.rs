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

impl Shape {
    /// The shape's name in output for machines.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Truth => "truth",
            Self::Number => "number",
            Self::Text => "text",
            Self::List => "list",
            Self::Object => "object",
            Self::TextOrObject => "text_or_object",
            Self::TextListOrNumber => "text_list_or_number",
        }
    }
}
