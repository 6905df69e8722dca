//! From a tree back to JSON, member for member.

use serde::ser::{Serialize, SerializeMap as _, SerializeSeq as _, Serializer};

use super::{Document, Node, NodeId, Number};

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

    /// Whether two values say the same, whatever the order of their members and however their numbers
    /// are written.
    pub(crate) fn says_the_same(&self, node: NodeId, other: &Self, other_node: NodeId) -> bool {
        match (self.node(node), other.node(other_node)) {
            (Node::Null, Node::Null) => true,
            (Node::Truth(one), Node::Truth(two)) => one == two,
            (Node::List(_), Node::List(_)) => {
                let (one, two) = (self.items(node), other.items(other_node));
                are_as_many(one.clone(), two.clone())
                    && one.zip(two).all(|(one, two)| self.says_the_same(one, other, two))
            }
            (Node::Object(_), Node::Object(_)) => {
                are_as_many(self.members(node), other.members(other_node)) && {
                    let (one, two) = (self.by_name(node), other.by_name(other_node));
                    one.into_iter().zip(two).all(|((name, value), (other_name, other_value))| {
                        name == other_name && self.says_the_same(value, other, other_value)
                    })
                }
            }
            (Node::Text(..) | Node::Decoded(..), Node::Text(..) | Node::Decoded(..)) => {
                self.text_of(node) == other.text_of(other_node)
            }
            _ => {
                let number = self.number_of(node);
                number.is_some() && number == other.number_of(other_node)
            }
        }
    }
}

/// Whether there are as many of the one as of the other; the longer is not walked to its end.
fn are_as_many<T>(one: impl Iterator<Item = T>, two: impl Iterator<Item = T>) -> bool {
    one.map(drop).eq(two.map(drop))
}

impl Document {
    /// The members of an object by name, those of one name in their order: so that objects of any
    /// size are compared in one pass.
    fn by_name(&self, node: NodeId) -> Vec<(&str, NodeId)> {
        let members = self.members(node).map(|(key, value)| (self.text_of(key), value));
        let mut members: Vec<_> = members.collect();
        members.sort_by_key(|(name, _)| *name);
        members
    }
}

impl Serialize for Printed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { document, node } = *self;
        match document.node(node) {
            Node::Null => serializer.serialize_unit(),
            Node::Truth(truth) => serializer.serialize_bool(truth),
            Node::Number(_) => match document.number(node) {
                Some(Number::Whole(number)) => serializer.serialize_u64(number),
                Some(Number::Negative(number)) => serializer.serialize_i64(number),
                Some(Number::Float(number)) => serializer.serialize_f64(number),
                None => serializer.serialize_unit(),
            },
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
