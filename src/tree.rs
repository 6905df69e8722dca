//! A JSON document as a flat tree: from bytes to nodes, from nodes to values, and back to places.
//!
//! `serde_json` reads the text; the tree keeps what it leaves out for a validator: the order of
//! members, duplicate keys, and the place of every value. Nodes are in document order, keys
//! included, and texts are ranges of the document, so that a document of any size costs two or
//! three allocations.

mod compose;
mod input;
mod limits;
mod locate;
mod parse;
mod print;
mod problems;
mod reader;
mod suggest;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

pub(crate) use self::compose::{Composed, Opened};
pub(crate) use self::input::Bytes;
pub use self::input::Input;
pub use self::limits::Limits;
pub(crate) use self::problems::{Mark, Problems, Raised};
pub(crate) use self::reader::Reader;
use crate::problem::Shape;

/// The text of a document and its nodes.
#[derive(Clone)]
pub(crate) struct Document {
    name: Arc<str>,
    /// How many bytes of the file stand before the text: those of a byte-order mark.
    offset: usize,
    text: Cow<'static, str>,
    /// Whether some text may have characters that cannot be seen.
    may_hide: bool,
    /// Texts that the document writes with escapes, decoded, one after the other.
    decoded: String,
    /// The numbers, in their order.
    numbers: Vec<Number>,
    nodes: Vec<Node>,
}

/// The number of a node in its document.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct NodeId(u32);

impl NodeId {
    pub(crate) const ROOT: Self = Self(0);

    /// The node after this one in document order.
    #[expect(
        clippy::arithmetic_side_effects,
        reason = "INVARIANT: a document has fewer than 2^32 nodes"
    )]
    fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// The key of the member of which this is the value: the node before it.
    pub(crate) fn key(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    #[expect(clippy::as_conversions, reason = "u32 to usize loses nothing on the platforms of std")]
    fn index(self) -> usize {
        self.0 as usize
    }
}

/// A value, or the key of a member; the key's value is the node after it.
///
/// Nodes are what a document needs most memory for, beside its text. Hardly any is a number, so that
/// none has room for one.
#[derive(Clone, Copy, Debug)]
enum Node {
    Null,
    Truth(bool),
    /// The place of a number among all.
    Number(u32),
    /// A range of the document's text.
    Text(u32, u32),
    /// A range of the decoded texts.
    Decoded(u32, u32),
    /// A list up to the node given.
    List(NodeId),
    /// An object up to the node given.
    Object(NodeId),
}

#[derive(Clone, Copy, Debug)]
enum Number {
    /// It is not negative and has no decimals.
    Whole(u64),
    Negative(i64),
    Float(f64),
}

/// The size and not the text: everything that holds a document is shown in messages of developers.
impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Document({}, {} bytes)", self.name, self.text.len())
    }
}

impl Document {
    pub(crate) fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// The same document by another name.
    pub(crate) fn renamed(&self, name: &str) -> Self {
        Self { name: name.into(), ..self.clone() }
    }

    fn offset(&self) -> usize {
        self.offset
    }

    /// Whether the file begins with a byte-order mark, which was skipped.
    pub(crate) fn has_byte_order_mark(&self) -> bool {
        self.offset > 0
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether some text may have characters that cannot be seen.
    pub(crate) fn may_hide(&self) -> bool {
        self.may_hide
    }

    /// The text of a node that is one; empty for any other.
    #[inline]
    pub(crate) fn text_of(&self, node: NodeId) -> &str {
        self.as_text(node).unwrap_or_default()
    }

    /// The text that a node is; nothing for any other node.
    #[inline]
    pub(crate) fn as_text(&self, node: NodeId) -> Option<&str> {
        match self.node(node) {
            Node::Text(start, end) => Some(slice(&self.text, start, end)),
            Node::Decoded(start, end) => Some(slice(&self.decoded, start, end)),
            _ => None,
        }
    }

    #[inline]
    pub(crate) fn shape_of(&self, node: NodeId) -> Shape {
        match self.node(node) {
            Node::Null => Shape::Null,
            Node::Truth(_) => Shape::Truth,
            Node::Number(_) => Shape::Number,
            Node::Text(..) | Node::Decoded(..) => Shape::Text,
            Node::List(_) => Shape::List,
            Node::Object(_) => Shape::Object,
        }
    }

    /// The truth that a node is; nothing for any other node.
    pub(crate) fn truth_of(&self, node: NodeId) -> Option<bool> {
        if let Node::Truth(truth) = self.node(node) { Some(truth) } else { None }
    }

    /// The items of a list; nothing for any other node.
    pub(crate) fn items(&self, node: NodeId) -> Items<'_> {
        let end = if let Node::List(end) = self.node(node) { end } else { node.next() };
        Items { document: self, next: node.next(), end }
    }

    /// The members of an object, as key and value; nothing for any other node.
    pub(crate) fn members(&self, node: NodeId) -> Members<'_> {
        let end = if let Node::Object(end) = self.node(node) { end } else { node.next() };
        Members(Items { document: self, next: node.next(), end })
    }

    /// Whether a node is an object without members.
    pub(crate) fn is_empty_object(&self, node: NodeId) -> bool {
        self.shape_of(node) == Shape::Object && self.members(node).next().is_none()
    }

    /// The value of the member with this key.
    pub(crate) fn value_of(&self, key: NodeId) -> NodeId {
        self.after(key)
    }

    /// Whether `node` is `container` or within it.
    pub(crate) fn holds(&self, container: NodeId, node: NodeId) -> bool {
        container <= node && node < self.after(container)
    }

    #[expect(clippy::as_conversions, reason = "u32 to usize loses nothing on the platforms of std")]
    fn number(&self, node: NodeId) -> Option<Number> {
        let Node::Number(place) = self.node(node) else { return None };
        self.numbers.get(place as usize).copied()
    }

    fn node(&self, node: NodeId) -> Node {
        self.nodes.get(node.index()).copied().unwrap_or(Node::Null)
    }

    /// The first node after `node` and everything within it.
    fn after(&self, node: NodeId) -> NodeId {
        match self.node(node) {
            Node::List(end) | Node::Object(end) => end,
            _ => node.next(),
        }
    }
}

/// The items of a list.
#[derive(Clone, Debug)]
pub(crate) struct Items<'d> {
    document: &'d Document,
    next: NodeId,
    end: NodeId,
}

impl Iterator for Items<'_> {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        let node = self.next;
        (node < self.end).then(|| {
            self.next = self.document.after(node);
            node
        })
    }
}

/// The members of an object.
#[derive(Clone, Debug)]
pub(crate) struct Members<'d>(Items<'d>);

impl Iterator for Members<'_> {
    type Item = (NodeId, NodeId);

    fn next(&mut self) -> Option<(NodeId, NodeId)> {
        let key = self.0.next()?;
        let value = self.0.next()?;
        Some((key, value))
    }
}

/// A part of a text. Ranges come from the parser, so that they always lie on its characters.
fn slice(text: &str, start: u32, end: u32) -> &str {
    text.get(range(start, end)).unwrap_or_default()
}

#[expect(clippy::as_conversions, reason = "u32 to usize loses nothing on the platforms of std")]
fn range(start: u32, end: u32) -> Range<usize> {
    start as usize..end as usize
}
