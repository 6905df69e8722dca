//! The kinds of values that members can have.

mod dates;
mod texts;

pub(crate) use self::dates::{Date, Period};
pub(crate) use self::texts::{
    Blank, CountryCode, Id, IndicatorCode, Institution, LanguageTag, LocalizedText, Name, Note,
    OptionId, Phrase, Prose, Reference, RespondentId, RoleKey, SourceId, SubdivisionCode, Text,
    VersionText,
};
use super::declare::{Holds, Need, member};
use super::{Field, Lift};
use crate::problem::{Code, Shape};
use crate::tree::{Document, NodeId, Reader};

/// A value that has a node of its own.
pub(crate) trait Placed {
    fn node(&self) -> NodeId;
}

/// A list.
#[derive(Clone, Debug)]
pub(crate) struct List<T> {
    items: Items<T>,
    is_whole: bool,
}

/// Response sets have hundreds of lists, most of them of one item: these need no allocation.
#[derive(Clone, Debug)]
enum Items<T> {
    None,
    One(T),
    Any(Vec<T>),
}

impl<T> Items<T> {
    fn with_capacity(count: usize) -> Self {
        if count > 1 { Self::Any(Vec::with_capacity(count)) } else { Self::None }
    }

    fn push(&mut self, item: T) {
        match std::mem::replace(self, Self::None) {
            Self::None => *self = Self::One(item),
            Self::One(first) => *self = Self::Any(vec![first, item]),
            Self::Any(mut items) => {
                items.push(item);
                *self = Self::Any(items);
            }
        }
    }
}

impl<T> List<T> {
    /// The items that could be read.
    pub(crate) fn items(&self) -> &[T] {
        match &self.items {
            Items::None => &[],
            Items::One(item) => std::slice::from_ref(item),
            Items::Any(items) => items,
        }
    }

    /// Whether every item could be read.
    pub(crate) fn is_whole(&self) -> bool {
        self.is_whole
    }
}

impl<T: Lift> Lift for List<T> {
    const HOLDS: Holds = Holds::List(&T::HOLDS);

    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        /// Room is made for so many items at most: a longer list is probably none of this kind.
        const MOST: usize = 1_000;
        if !reader.expect(Shape::List, node) {
            return None;
        }
        let nodes = filled_items::<T>(reader.document(), node);
        let count = nodes.clone().take(MOST).count();
        let mut list = Self { items: Items::with_capacity(count), is_whole: true };
        for node in nodes {
            match T::lift(reader, node) {
                Some(item) => list.items.push(item),
                None => list.is_whole = false,
            }
        }
        Some(list)
    }
}

/// The items of a list without the rows that a form leaves behind empty.
fn filled_items<T: Lift>(
    document: &Document,
    list: NodeId,
) -> impl Iterator<Item = NodeId> + Clone {
    document.items(list).filter(|item| !(T::IS_ROW && document.is_empty_object(*item)))
}

/// An object whose member names are keys of the author's.
#[derive(Clone, Debug)]
pub(crate) struct Map<T> {
    pub(super) entries: Vec<(NodeId, T)>,
    pub(super) is_whole: bool,
}

impl<T: Lift> Lift for Map<T> {
    const HOLDS: Holds = Holds::Map(&T::HOLDS);

    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let mut map = Self { entries: Vec::new(), is_whole: true };
        let is_object = each_member(reader, node, |reader, key, value| {
            // A key that others name is needed.
            match member(reader, key, value, Need::Required) {
                Field::Present(value) => map.entries.push((key, value)),
                _ => map.is_whole = false,
            }
        });
        is_object.then_some(map)
    }
}

/// Visits the members of an object with keys of the author's; one that occurs again is reported and
/// not visited. Returns whether the node is an object.
fn each_member<'d>(
    reader: &mut Reader<'d>,
    node: NodeId,
    mut visit: impl FnMut(&mut Reader<'d>, NodeId, NodeId),
) -> bool {
    if !reader.expect(Shape::Object, node) {
        return false;
    }
    let mut seen = reader.take_keys();
    for (key, value) in reader.document().members(node) {
        let Some(name) = reader.text(key) else { continue };
        if name.starts_with("x-") {
            continue;
        }
        match seen.insert(name, key).copied() {
            None => visit(reader, key, value),
            Some(first) => reader.duplicate(key, first),
        }
    }
    reader.give_back_keys(seen);
    true
}

impl Lift for bool {
    const HOLDS: Holds = Holds::Truth;

    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        reader.truth(node)
    }
}

/// A whole number from `LEAST` to `MOST`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Whole<const LEAST: i64, const MOST: i64> {
    node: NodeId,
    pub(crate) number: i64,
}

impl<const LEAST: i64, const MOST: i64> Whole<LEAST, MOST> {
    /// The number where its bounds are not negative and small.
    pub(crate) fn small(self) -> u32 {
        // INVARIANT: used only where LEAST and MOST lie within u32.
        u32::try_from(self.number).unwrap_or(0)
    }
}

impl<const LEAST: i64, const MOST: i64> Placed for Whole<LEAST, MOST> {
    fn node(&self) -> NodeId {
        self.node
    }
}

impl<const LEAST: i64, const MOST: i64> Lift for Whole<LEAST, MOST> {
    const HOLDS: Holds = Holds::Whole(LEAST, MOST);

    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let whole = reader.whole(node)?;
        let got = reader.document().number_of(node).unwrap_or_default();
        let number = i64::try_from(whole).ok().filter(|number| (LEAST..=MOST).contains(number));
        if number.is_none() {
            reader
                .raise(Code::OutOfRange, node)
                .with("got", got.as_str())
                .with("least", LEAST)
                .with("most", MOST);
        }
        number.map(|number| Self { node, number })
    }
}

/// The version of a file format.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Format;

impl Format {
    /// The only version that this library reads.
    const VERSION: i128 = 1;
}

impl Lift for Format {
    const HOLDS: Holds = Holds::Format;

    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let got = reader.whole(node)?;
        if got == Self::VERSION {
            return Some(Self);
        }
        reader
            .raise(Code::UnsupportedFormat, node)
            .with("got", got.to_string().as_str())
            .with("known", "1");
        None
    }
}
