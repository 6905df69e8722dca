//! From a tree back to JSON, member for member.

use serde::ser::{Serialize, SerializeMap as _, SerializeSeq as _, Serializer};

use super::{Document, Node, NodeId};

/// A value of a document, written as it was read: order, duplicates and all.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Printed<'d> {
    document: &'d Document,
    node: NodeId,
}

impl Document {
    pub(crate) fn printed(&self, node: NodeId) -> Printed<'_> {
        Printed { document: self, node }
    }

    /// Whether two values say the same, whatever the order of their members.
    pub(crate) fn says_the_same(&self, node: NodeId, other: &Self, other_node: NodeId) -> bool {
        let value = |document: &Self, node| serde_json::to_value(document.printed(node)).ok();
        value(self, node) == value(other, other_node)
    }
}

impl Serialize for Printed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { document, node } = *self;
        match document.node(node) {
            Node::Null => serializer.serialize_unit(),
            Node::Truth(truth) => serializer.serialize_bool(truth),
            Node::Whole(number) => serializer.serialize_u64(number),
            Node::Negative(number) => serializer.serialize_i64(number),
            Node::Float(number) => serializer.serialize_f64(number),
            Node::Text(..) | Node::Decoded(..) => serializer.serialize_str(document.text_of(node)),
            Node::List(_) => {
                let mut list = serializer.serialize_seq(None)?;
                for item in document.items(node) {
                    list.serialize_element(&document.printed(item))?;
                }
                list.end()
            }
            Node::Object(_) => {
                let mut object = serializer.serialize_map(None)?;
                for (key, value) in document.members(node) {
                    object.serialize_entry(document.text_of(key), &document.printed(value))?;
                }
                object.end()
            }
        }
    }
}
