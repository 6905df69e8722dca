//! The file formats: every kind of document, declared once.
//!
//! A declaration in `catalogue.rs` or `responses.rs` gives the struct, its recovering reader and a
//! table from which schemas and questions are written, so that all agree by construction;
//! `declare.rs` says how. The kinds of values that members can have are in `values.rs`; what people
//! read for them is in the room `language`.

pub(crate) mod catalogue;
pub(crate) mod declare;
pub(crate) mod responses;
pub(crate) mod states;
pub(crate) mod values;

use self::declare::Holds;
use self::values::{List, Map, Placed};
use crate::tree::{NodeId, Reader};

/// A type whose values are read from nodes of a document.
pub(crate) trait Lift: Sized {
    /// Whether an empty object in its place says nothing: it is what a form leaves behind.
    const IS_ROW: bool = false;

    /// What its values are made of.
    const HOLDS: Holds = Holds::Text;

    /// The value at `node`; `None` where it is malformed, which the reader has then reported.
    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self>;
}

/// What few objects have: the others do without the room for it.
impl<T: Lift> Lift for Box<T> {
    const IS_ROW: bool = T::IS_ROW;
    const HOLDS: Holds = T::HOLDS;

    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        T::lift(reader, node).map(Self::new)
    }
}

impl<T: Placed> Placed for Box<T> {
    fn node(&self) -> NodeId {
        (**self).node()
    }
}

/// A member of an object, as read.
#[derive(Clone, Debug, Default)]
pub(crate) enum Field<T> {
    /// The object does not have it.
    #[default]
    Absent,
    /// Present but malformed. The reader has reported it: later rules must skip it.
    Broken,
    /// It was read.
    Present(T),
}

impl<T> Field<T> {
    pub(crate) fn get(&self) -> Option<&T> {
        if let Self::Present(value) = self { Some(value) } else { None }
    }

    /// The value as a list of one, or of none.
    pub(crate) fn as_slice(&self) -> &[T] {
        self.get().map_or(&[], std::slice::from_ref)
    }

    pub(crate) fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    pub(crate) fn is_broken(&self) -> bool {
        matches!(self, Self::Broken)
    }
}

impl<T: Copy> Field<T> {
    pub(crate) fn value(&self) -> Option<T> {
        self.get().copied()
    }
}

impl<T: Placed> Field<T> {
    /// The node of the value, if it was read.
    pub(crate) fn node(&self) -> Option<NodeId> {
        self.get().map(Placed::node)
    }

    /// The field with the node of its value alone.
    pub(crate) fn to_node(&self) -> Field<NodeId> {
        match self {
            Self::Absent => Field::Absent,
            Self::Broken => Field::Broken,
            Self::Present(value) => Field::Present(value.node()),
        }
    }
}

impl<T> Field<List<T>> {
    /// The items that could be read; none where the list is absent or malformed.
    pub(crate) fn items(&self) -> &[T] {
        self.get().map_or(&[], List::items)
    }

    /// Whether the list and all its items could be read; an absent list has nothing to read.
    pub(crate) fn is_whole(&self) -> bool {
        match self {
            Self::Absent => true,
            Self::Broken => false,
            Self::Present(list) => list.is_whole(),
        }
    }

    /// Whether the list is there and has no items.
    pub(crate) fn is_empty(&self) -> bool {
        self.get().is_some_and(|list| list.items().is_empty() && list.is_whole())
    }
}

impl<T> Field<Box<List<T>>> {
    /// The items that could be read; none where the list is absent or malformed.
    pub(crate) fn items(&self) -> &[T] {
        self.get().map_or(&[], |list| list.items())
    }
}

impl<T> Field<Map<T>> {
    /// The entries that could be read; none where the map is absent or malformed.
    pub(crate) fn entries(&self) -> &[(NodeId, T)] {
        self.get().map_or(&[], |map| &map.entries)
    }

    /// Whether the map and all its entries could be read; an absent map has nothing to read.
    pub(crate) fn is_whole(&self) -> bool {
        match self {
            Self::Absent => true,
            Self::Broken => false,
            Self::Present(map) => map.is_whole,
        }
    }
}

impl<T: Lift> Field<T> {
    pub(crate) fn read(reader: &mut Reader<'_>, node: NodeId) -> Self {
        T::lift(reader, node).map_or(Self::Broken, Self::Present)
    }
}
