//! Documents put together from new values and from nodes of documents that were read.
//!
//! Whoever changes or joins documents composes the result, prints it and reads it through the one
//! reader. What comes from a document is printed as it was read, including the order of members and
//! members that it has twice, so that an edit changes nothing but what it names.
//!
//! Nodes are not a variant of [`Json`]: that is a public value on the ground floor, which anybody
//! can index and compare, and whose objects have one member of each name. Hence this type around
//! it, which can only be changed and printed.

use std::sync::Arc;

use indexmap::IndexMap;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Document, NodeId};
use crate::json::Json;

/// A part of a document that is being composed.
#[derive(Clone, Debug)]
pub(crate) enum Composed {
    /// A value that is in no document yet.
    New(Json),
    /// A node of a document.
    Read(Arc<Document>, NodeId),
    List(Vec<Self>),
    Object(Opened),
}

impl Composed {
    pub(crate) fn read(document: &Arc<Document>, node: NodeId) -> Self {
        Self::Read(Arc::clone(document), node)
    }

    /// Its members, to be changed; new ones are inserted in `order`. A value that is no object is
    /// replaced by an object without members.
    pub(crate) fn open(&mut self, order: &'static [&'static str]) -> &mut Opened {
        match self {
            Self::Object(members) => members,
            other => {
                *other = Self::Object(Opened::of(other, order));
                other.open(order)
            }
        }
    }

    /// Its items, to be changed. A value that is no list is replaced by an empty list.
    pub(crate) fn open_list(&mut self) -> &mut Vec<Self> {
        match self {
            Self::List(items) => items,
            other => {
                let items = match &*other {
                    Self::New(json) => json.items().iter().cloned().map(Self::New).collect(),
                    Self::Read(document, node) => {
                        let items = document.items(*node);
                        items.map(|item| Self::read(document, item)).collect()
                    }
                    Self::List(_) | Self::Object(_) => Vec::new(),
                };
                *other = Self::List(items);
                other.open_list()
            }
        }
    }

    /// The text of its first member with this name, if that is a text.
    pub(crate) fn text_of(&self, name: &str) -> Option<&str> {
        match self {
            Self::New(json) => json[name].as_str(),
            Self::Read(document, node) => {
                let mut members = document.members(*node);
                let (_, value) = members.find(|(key, _)| document.text_of(*key) == name)?;
                document.as_text(value)
            }
            Self::List(_) => None,
            Self::Object(members) => members.get(name)?.as_str(),
        }
    }

    fn as_str(&self) -> Option<&str> {
        match self {
            Self::New(json) => json.as_str(),
            Self::Read(document, node) => document.as_text(*node),
            Self::List(_) | Self::Object(_) => None,
        }
    }

    /// The whole as compact JSON.
    pub(crate) fn to_json(&self) -> Vec<u8> {
        // Names are texts and a vector takes every byte, so that nothing can fail.
        serde_json::to_vec(self).unwrap_or_default()
    }
}

impl Default for Composed {
    fn default() -> Self {
        Self::New(Json::default())
    }
}

impl Serialize for Composed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::New(json) => json.serialize(serializer),
            Self::Read(document, node) => document.printed(*node).serialize(serializer),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(members) => members.serialize(serializer),
        }
    }
}

/// An object whose members can be changed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Opened {
    /// Every member that was ever put in.
    slots: Vec<Slot>,
    /// The slots that were added at the end, in order.
    top: Vec<usize>,
    /// The slots of the members with each name. A document may have a name several times.
    places: IndexMap<String, Vec<usize>>,
    /// The names of members in the order in which new ones are inserted.
    order: &'static [&'static str],
}

/// The place of a member. Slots never move, so that an edit costs the same however many members
/// there are.
#[derive(Clone, Debug)]
struct Slot {
    name: String,
    /// Nothing once the member was taken out.
    value: Option<Composed>,
    /// The slots that were inserted right before this one, in order.
    before: Vec<usize>,
}

impl Opened {
    /// The members that a value has.
    fn of(value: &Composed, order: &'static [&'static str]) -> Self {
        let mut members = Self { order, ..Self::default() };
        match value {
            Composed::New(json) => {
                for (name, value) in json.members() {
                    members.push(name, Composed::New(value.clone()));
                }
            }
            Composed::Read(document, node) => {
                for (key, value) in document.members(*node) {
                    members.push(document.text_of(key), Composed::read(document, value));
                }
            }
            Composed::List(_) | Composed::Object(_) => {}
        }
        members
    }

    /// Adds a member after all others, also if there is one with this name.
    pub(crate) fn push(&mut self, name: &str, value: Composed) {
        let slot = self.add(name, value);
        self.top.push(slot);
    }

    /// The first member with this name. If there is none, an empty one is inserted before the first
    /// of those that follow it in the declared order, or after all others.
    pub(crate) fn entry(&mut self, name: &str) -> &mut Composed {
        let known = self.places.get(name).and_then(|places| places.first()).copied();
        let slot = known.unwrap_or_else(|| self.insert(name));
        #[expect(clippy::indexing_slicing, reason = "INVARIANT: places are those of slots")]
        let slot = &mut self.slots[slot];
        slot.value.get_or_insert_with(Composed::default)
    }

    /// Makes `value` the only member with this name.
    pub(crate) fn set(&mut self, name: &str, value: Json) {
        *self.entry(name) = Composed::New(value);
        let others = self.places.get_mut(name).map(|places| places.split_off(1));
        self.empty(others.unwrap_or_default());
    }

    /// Makes each member of `json` the only one with its name.
    pub(crate) fn set_each(&mut self, json: &Json) {
        for (name, value) in json.members() {
            self.set(name, value.clone());
        }
    }

    /// Makes the members of `json` the only ones among those with these names.
    pub(crate) fn replace_each(&mut self, names: &[&str], json: &Json) {
        for name in names {
            if json.members().all(|(member, _)| member != *name) {
                self.remove(name);
            }
        }
        self.set_each(json);
    }

    /// Takes out all members with this name.
    pub(crate) fn remove(&mut self, name: &str) {
        let places = self.places.swap_remove(name);
        self.empty(places.unwrap_or_default());
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.places.contains_key(name)
    }

    fn get(&self, name: &str) -> Option<&Composed> {
        let first = self.places.get(name)?.first()?;
        self.slots.get(*first)?.value.as_ref()
    }

    fn insert(&mut self, name: &str) -> usize {
        let mut order = self.order.iter();
        order.find(|known| **known == name);
        let next = order.find_map(|later| self.places.get(*later)?.first().copied());
        let slot = self.add(name, Composed::default());
        match next.and_then(|next| self.slots.get_mut(next)) {
            Some(next) => next.before.push(slot),
            None => self.top.push(slot),
        }
        slot
    }

    fn add(&mut self, name: &str, value: Composed) -> usize {
        let slot = self.slots.len();
        self.slots.push(Slot { name: name.to_owned(), value: Some(value), before: Vec::new() });
        self.places.entry(name.to_owned()).or_default().push(slot);
        slot
    }

    fn empty(&mut self, places: Vec<usize>) {
        for place in places {
            if let Some(slot) = self.slots.get_mut(place) {
                slot.value = None;
            }
        }
    }

    /// Prints slots, each after those that were inserted before it. A slot is inserted only before
    /// one whose name comes later in the declared order, so that this goes no deeper than the order
    /// is long.
    fn print<M: SerializeMap>(&self, slots: &[usize], map: &mut M) -> Result<(), M::Error> {
        for slot in slots.iter().filter_map(|slot| self.slots.get(*slot)) {
            self.print(&slot.before, map)?;
            if let Some(value) = &slot.value {
                map.serialize_entry(&slot.name, value)?;
            }
        }
        Ok(())
    }
}

impl Serialize for Opened {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.print(&self.top, &mut map)?;
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::{Bytes, Limits};

    const ORDER: &[&str] = &["a", "b", "c", "d"];

    fn read(json: &str) -> Composed {
        let bytes = Bytes::Borrowed(json.as_bytes());
        let document = Document::read(&"test.json".into(), bytes, &Limits::new()).unwrap();
        Composed::read(&Arc::new(document), NodeId::ROOT)
    }

    fn printed(composed: &Composed) -> String {
        String::from_utf8(composed.to_json()).unwrap()
    }

    /// What an object is after some changes, which come in one edit or, read again, in two.
    #[track_caller]
    fn changed(json: &str, changes: &[fn(&mut Opened)], want: &str) {
        for pause in 0..=changes.len() {
            let mut composed = read(json);
            for (number, change) in changes.iter().enumerate() {
                if number == pause {
                    composed = read(&printed(&composed));
                }
                change(composed.open(ORDER));
            }
            assert_eq!(printed(&composed), want, "a pause before change {pause}");
        }
    }

    #[test]
    fn what_was_read_is_printed_as_it_was_read() {
        let json = r#"{"b":1,"a":[1.5,{"x":null}],"b":"again","":-0.0}"#;
        assert_eq!(printed(&read(json)), json);
        let mut opened = read(json);
        opened.open(ORDER).entry("a").open_list();
        assert_eq!(printed(&opened), json);
    }

    #[test]
    fn new_members_are_inserted_in_the_declared_order() {
        changed(
            r#"{"x":0,"b":1,"d":2,"y":3}"#,
            &[
                |members| members.set("c", 5.into()),
                |members| members.set("z", 6.into()),
                |members| members.set("a", 7.into()),
            ],
            r#"{"x":0,"a":7,"b":1,"c":5,"d":2,"y":3,"z":6}"#,
        );
        changed(
            r#"{"a":1}"#,
            &[|members| members.set("d", 2.into()), |members| members.set("b", 3.into())],
            r#"{"a":1,"b":3,"d":2}"#,
        );
    }

    #[test]
    fn members_can_be_taken_out_and_put_in_again() {
        changed(
            r#"{"x":0,"a":1,"b":2}"#,
            &[
                |members| members.remove("x"),
                |members| members.remove("b"),
                |members| members.set("x", 3.into()),
                |members| members.set("b", 4.into()),
            ],
            r#"{"a":1,"x":3,"b":4}"#,
        );
        // In an order that is not the declared one, and with a neighbour that goes away.
        changed(
            r#"{"d":0,"x":1,"a":2}"#,
            &[
                |members| members.set("c", 3.into()),
                |members| members.remove("d"),
                |members| members.set("b", 4.into()),
                |members| members.remove("c"),
                |members| members.set("d", 5.into()),
            ],
            r#"{"b":4,"x":1,"a":2,"d":5}"#,
        );
    }

    #[test]
    fn a_new_value_takes_the_place_of_all_members_of_its_name() {
        let json = r#"{"a":1,"b":2,"a":{"c":3},"a":4}"#;
        changed(json, &[|members| members.set("a", 5.into())], r#"{"a":5,"b":2}"#);
        changed(json, &[|members| members.remove("a")], r#"{"b":2}"#);
        changed(
            json,
            &[|members| members.entry("a").open(ORDER).set("d", 5.into())],
            r#"{"a":{"d":5},"b":2,"a":{"c":3},"a":4}"#,
        );
    }

    #[test]
    fn what_has_another_shape_is_replaced() {
        for json in [r#"{"a":[1]}"#, r#"{"a":"b"}"#, r#"{"a":null}"#, "{}"] {
            changed(
                json,
                &[|members| members.entry("a").open(ORDER).set("b", 1.into())],
                r#"{"a":{"b":1}}"#,
            );
        }
        for json in [r#"{"a":{"b":1}}"#, r#"{"a":true}"#, "{}"] {
            changed(
                json,
                &[|members| members.entry("a").open_list().push(Composed::New(1.into()))],
                r#"{"a":[1]}"#,
            );
        }
    }

    #[test]
    fn rows_are_known_by_their_texts() {
        let mut rows = [
            read(r#"{"id":"s1","id":"s2"}"#),
            read(r#"{"id":1}"#),
            read("[]"),
            Composed::New(Json::object([("id", "s3")])),
            Composed::List(Vec::new()),
        ];
        let ids = |rows: &[Composed]| -> Vec<Option<String>> {
            rows.iter().map(|row| row.text_of("id").map(str::to_owned)).collect()
        };
        let want = [Some("s1"), None, None, Some("s3"), None].map(|id| id.map(str::to_owned));
        assert_eq!(ids(&rows), want);
        for row in [0, 3] {
            rows[row].open(ORDER);
        }
        assert_eq!(ids(&rows), want);
    }
}
