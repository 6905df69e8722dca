//! From the text of a document to its nodes.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "INVARIANT: offsets lie within a text that is shorter than 2^32 bytes"
)]

use std::fmt;

use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};

use super::{Limits, Node, NodeId, Number};
use crate::problem::{Arguments, Code, Syntax};

/// What a text holds, as ranges of it.
pub(super) struct Nodes {
    /// In document order, keys included.
    pub(super) all: Vec<Node>,
    pub(super) numbers: Vec<Number>,
    pub(super) decoded: String,
}

/// Why a text has no nodes, and where the reading stopped.
pub(super) struct Refusal {
    pub(super) code: Code,
    pub(super) arguments: Arguments,
    /// The line, from 1.
    pub(super) line: usize,
    /// The byte of the line, from 1, as `serde_json` counts it.
    pub(super) byte: usize,
}

/// The nodes of a text, which is no longer than [`Limits::max_bytes`].
pub(super) fn parse(text: &str, limits: &Limits) -> Result<Nodes, Refusal> {
    let mut builder = Builder {
        base: text.as_ptr().addr(),
        limits,
        // Few documents have more than a key or a value for every 8 bytes; the nodes of others move.
        nodes: Vec::with_capacity((text.len() >> 3) + 1),
        decoded: String::new(),
        numbers: Vec::new(),
        refused: None,
    };
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read = Build { builder: &mut builder, depth: 0 }
        .deserialize(&mut deserializer)
        .and_then(|()| deserializer.end());
    if let Err(error) = read {
        return Err(builder.refusal(&error));
    }
    let Builder { mut nodes, decoded, numbers, .. } = builder;
    // Before the caller copies the text, so that the two are never held with room to spare.
    nodes.shrink_to_fit();
    Ok(Nodes { all: nodes, numbers, decoded })
}

/// Which limit stopped the reading.
enum Refused {
    Depth,
    Values,
}

struct Builder<'l> {
    /// The address of the text, by which a borrowed text is known to be a part of it.
    base: usize,
    limits: &'l Limits,
    nodes: Vec<Node>,
    decoded: String,
    numbers: Vec<Number>,
    refused: Option<Refused>,
}

impl Builder<'_> {
    /// Why reading ended with this error: because of a limit, or because the text is not JSON.
    fn refusal(&self, error: &serde_json::Error) -> Refusal {
        let named = Arguments::default();
        let (code, arguments) = match self.refused {
            Some(Refused::Depth) => (Code::TooDeep, named.and("limit", self.limits.max_depth())),
            Some(Refused::Values) => {
                (Code::TooManyValues, named.and("limit", self.limits.max_values()))
            }
            None => (Code::InvalidJson, named.and("reason", Syntax::of(&error.to_string()))),
        };
        Refusal { code, arguments, line: error.line(), byte: error.column() }
    }

    fn push<E: serde::de::Error>(&mut self, node: Node) -> Result<NodeId, E> {
        if self.nodes.len() >= self.limits.max_values() {
            self.refused = Some(Refused::Values);
            return Err(E::custom("too many values"));
        }
        let id = self.next();
        self.nodes.push(node);
        Ok(id)
    }

    fn next(&self) -> NodeId {
        NodeId(small(self.nodes.len()))
    }

    fn close(&mut self, id: NodeId, node: impl FnOnce(NodeId) -> Node) {
        let end = self.next();
        if let Some(open) = self.nodes.get_mut(id.index()) {
            *open = node(end);
        }
    }
}

/// Reads one value, or one key, into the tree.
struct Build<'b, 'l> {
    builder: &'b mut Builder<'l>,
    depth: usize,
}

impl<'b, 'l> Build<'b, 'l> {
    fn inside(builder: &'b mut Builder<'l>, depth: usize) -> Self {
        Self { builder, depth }
    }

    fn deeper<E: serde::de::Error>(&mut self) -> Result<usize, E> {
        if self.depth >= self.builder.limits.max_depth() {
            self.builder.refused = Some(Refused::Depth);
            return Err(E::custom("too deep"));
        }
        Ok(self.depth + 1)
    }

    fn push<E: serde::de::Error>(self, node: Node) -> Result<(), E> {
        self.builder.push(node).map(|_| ())
    }

    fn push_number<E: serde::de::Error>(self, number: Number) -> Result<(), E> {
        let place = small(self.builder.numbers.len());
        self.builder.numbers.push(number);
        self.push(Node::Number(place))
    }
}

impl<'de> DeserializeSeed<'de> for Build<'_, '_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Build<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        self.push(Node::Null)
    }

    fn visit_bool<E: serde::de::Error>(self, truth: bool) -> Result<(), E> {
        self.push(Node::Truth(truth))
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<(), E> {
        self.push_number(Number::Whole(number))
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<(), E> {
        self.push_number(Number::Negative(number))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<(), E> {
        self.push_number(Number::Float(number))
    }

    fn visit_borrowed_str<E: serde::de::Error>(self, text: &'de str) -> Result<(), E> {
        let start = text.as_ptr().addr() - self.builder.base;
        self.push(Node::Text(small(start), small(start + text.len())))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<(), E> {
        let start = self.builder.decoded.len();
        self.builder.decoded.push_str(text);
        self.push(Node::Decoded(small(start), small(start + text.len())))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        let depth = self.deeper()?;
        let builder = self.builder;
        let list = builder.push(Node::Null)?;
        while items.next_element_seed(Build::inside(builder, depth))?.is_some() {}
        builder.close(list, Node::List);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut members: A) -> Result<(), A::Error> {
        let depth = self.deeper()?;
        let builder = self.builder;
        let object = builder.push(Node::Null)?;
        while members.next_key_seed(Build::inside(builder, depth))?.is_some() {
            members.next_value_seed(Build::inside(builder, depth))?;
        }
        builder.close(object, Node::Object);
        Ok(())
    }
}

/// An offset or count that the limit on bytes keeps below 2^32.
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
