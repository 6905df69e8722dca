//! The file formats: every kind of document, declared once.
//!
//! A declaration in `catalogue.rs` or `responses.rs` gives the struct, its recovering reader and
//! its JSON Schema, so that schema and reader agree by construction. The kinds of values that
//! members can have are in `values.rs`; what people read for them is in the room `language`.

pub(crate) mod catalogue;
mod declare;
pub(crate) mod responses;
pub(crate) mod values;

use self::values::{List, Map};
use crate::tree::{Lift, NodeId, Reader};

/// A member of an object, as read.
#[derive(Clone, Debug, Default)]
pub(crate) enum Field<T> {
    /// The object does not have it.
    #[default]
    Absent,
    /// It is there and could not be read. That was said once; no rule speaks of it again.
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

impl<T> Field<List<T>> {
    /// The items that could be read; none where the list is absent or broken.
    pub(crate) fn items(&self) -> &[T] {
        self.get().map_or(&[], |list| &list.items)
    }

    /// Whether everything that stands in the list could be read.
    pub(crate) fn is_whole(&self) -> bool {
        match self {
            Self::Absent => true,
            Self::Broken => false,
            Self::Present(list) => list.is_whole,
        }
    }

    /// Whether the list is there and has nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.get().is_some_and(|list| list.items.is_empty() && list.is_whole)
    }
}

impl<T> Field<Map<T>> {
    /// The entries that could be read; none where the map is absent or broken.
    pub(crate) fn entries(&self) -> &[(NodeId, T)] {
        self.get().map_or(&[], |map| &map.entries)
    }

    /// Whether everything that stands in the map could be read.
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
