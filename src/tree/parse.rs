//! From bytes to a tree.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "INVARIANT: offsets lie within a text that is shorter than 2^32 bytes"
)]

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};

use super::limits::Limits;
use super::locate;
use super::{Document, Node, NodeId, Number};
use crate::pointer::Pointer;
use crate::problem::{Arguments, Code, Problem, Severity, Syntax};
use crate::text::{hidden, hides_something};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// How a document comes to own its text: by [`copied`], or, where the text is part of the program,
/// by pointing at it.
pub(crate) type Keep<'b> = fn(&'b str) -> Cow<'static, str>;

pub(crate) fn copied(text: &str) -> Cow<'static, str> {
    Cow::Owned(text.to_owned())
}

/// The tree of `bytes`, or the one problem that leaves nothing to read. `keep` says how the document
/// comes to own its text.
pub(crate) fn parse<'b>(
    name: &Arc<str>,
    bytes: &'b [u8],
    keep: Keep<'b>,
    limits: &Limits,
) -> Result<Document, Box<Problem>> {
    let fail = |code: Code| Problem::new(code, Severity::Error, Arc::clone(name));
    let limit = limits.bytes.min(0xffff_fff0);
    if bytes.len() > limit {
        let arguments = Arguments::default().and("got", bytes.len()).and("limit", limit);
        return Err(Box::new(fail(Code::TooManyBytes).with(arguments, Vec::new(), None)));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let good = std::str::from_utf8(good).unwrap_or_default();
            let (good, offset) = without_mark(good);
            let location = locate::place(good, offset, good.len());
            return Err(Box::new(fail(Code::NotUtf8).at(Pointer::root(), location)));
        }
    };
    let (text, offset) = without_mark(text);
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
    match read {
        Ok(()) => {
            let Builder { mut nodes, decoded, numbers, .. } = builder;
            // Before the text is copied, so that the two are never held with room to spare.
            nodes.shrink_to_fit();
            let document = Document {
                name: Arc::clone(name),
                offset,
                may_hide: hides_something(text) || hidden(&decoded).next().is_some(),
                text: keep(text),
                decoded,
                numbers,
                nodes,
            };
            Ok(document)
        }
        Err(error) => {
            let (code, arguments) = match builder.refused {
                Some(Refused::Depth) => {
                    (Code::TooDeep, Arguments::default().and("limit", builder.depth_limit()))
                }
                Some(Refused::Values) => {
                    (Code::TooManyValues, Arguments::default().and("limit", limits.values))
                }
                None => (
                    Code::InvalidJson,
                    Arguments::default().and("reason", Syntax::of(&error.to_string())),
                ),
            };
            let location = locate::line_and_byte(text, offset, error.line(), error.column());
            Err(Box::new(fail(code).at(Pointer::root(), location).with(
                arguments,
                Vec::new(),
                None,
            )))
        }
    }
}

/// A text without its byte-order mark, and how many bytes that has.
fn without_mark(text: &str) -> (&str, usize) {
    match text.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => (rest, BYTE_ORDER_MARK.len()),
        None => (text, 0),
    }
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
    /// `serde_json` refuses the 127th level itself, with words of its own.
    fn depth_limit(&self) -> usize {
        self.limits.depth.min(126)
    }

    fn push<E: serde::de::Error>(&mut self, node: Node) -> Result<NodeId, E> {
        if self.nodes.len() >= self.limits.values {
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
        if self.depth >= self.builder.depth_limit() {
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
