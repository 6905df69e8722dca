//! The reader of what is declared: it goes on after each mistake.

use super::{Declared, Need, Word};
use crate::document::{Field, Lift};
use crate::language::Language;
use crate::nearest::Candidates;
use crate::problem::{Code, Names, Shape};
use crate::tree::{NodeId, Reader};

/// No kind of object has more members.
const MOST_MEMBERS: usize = 24;

/// The key of each member that an object has, by its place in the table of the kind.
pub(crate) type Keys = [Option<NodeId>; MOST_MEMBERS];

/// Reads an object of a declared kind: `None` where the node is no object.
///
/// A member that occurs again is reported, and the first one counts.
pub(crate) fn lift_object<T: Declared>(reader: &mut Reader<'_>, node: NodeId) -> Option<T> {
    const { assert!(T::KIND.members.len() <= MOST_MEMBERS, "`MOST_MEMBERS` is too small") };
    if !reader.expect(Shape::Object, node) {
        return None;
    }
    let mut object = T::without_members(node);
    let mut keys = Keys::default();
    let mut unknown = Vec::new();
    for (key, value) in reader.document().members(node) {
        if !object.read(reader, &mut keys, key, value) {
            unknown.push(key);
        }
    }
    let mistyped =
        if unknown.is_empty() { Vec::new() } else { unknown_members::<T>(reader, &unknown, &keys) };
    for (member, _) in T::KIND.members.iter().zip(&keys).filter(|(_, key)| key.is_none()) {
        if mistyped.contains(&member.name) {
            object.set_broken(member.name);
        } else {
            missing_member(reader, node, member.name, member.need);
        }
    }
    Some(object)
}

/// Reads the value of the member at `place` of its kind's table into its field. A member that occurs
/// again is reported, and its value is passed over.
pub(crate) fn read_once<T: Lift>(
    reader: &mut Reader<'_>,
    (keys, place): (&mut Keys, usize),
    (key, value): (NodeId, NodeId),
    need: Need,
    field: &mut Field<T>,
) {
    let Some(seen) = keys.get_mut(place) else { return };
    match *seen {
        None => {
            *seen = Some(key);
            *field = member(reader, key, value, need);
        }
        Some(first) => reader.duplicate(key, first),
    }
}

/// Reads the value of a known member.
pub(crate) fn member<T: Lift>(
    reader: &mut Reader<'_>,
    key: NodeId,
    value: NodeId,
    need: Need,
) -> Field<T> {
    if reader.document().shape_of(value) == Shape::Null {
        null_value(reader, key, value, need);
        return Field::Broken;
    }
    if T::IS_ROW && reader.document().is_empty_object(value) {
        return Field::Absent;
    }
    Field::read(reader, value)
}

#[cold]
fn null_value(reader: &mut Reader<'_>, key: NodeId, value: NodeId, need: Need) {
    let name = reader.document().text_of(key);
    let raised = reader.raise(Code::NullValue, value).with("member", name);
    // Without a member that it needs, the object would not be right either.
    if need == Need::Optional {
        raised.remove();
    }
}

/// `doc.shape.missing-member`, `doc.shape.incomplete`
fn missing_member(reader: &mut Reader<'_>, node: NodeId, name: &str, need: Need) {
    let code = match need {
        Need::Required => Code::MissingMember,
        Need::Expected => Code::Incomplete,
        Need::Optional => return,
    };
    reader.raise(code, node).with("member", name);
}

/// Reports members that are not declared, except for the author's notes. Returns the names of the
/// members that were probably meant and that the object lacks, so that nobody reports these as
/// missing too. `doc.shape.unknown-member`
#[cold]
fn unknown_members<T: Declared>(
    reader: &mut Reader<'_>,
    unknown: &[NodeId],
    keys: &Keys,
) -> Vec<&'static str> {
    let known = || T::KIND.members.iter().map(|member| member.name);
    let is_missing =
        |name: &str| known().zip(keys).any(|(known, key)| known == name && key.is_none());
    let unnoted = unknown.iter().filter_map(|key| Some((*key, reader.key(*key)?)));
    let unnoted = unnoted.filter(|(_, name)| !name.starts_with("x-") && *name != "$schema");
    let (nodes, names): (Vec<NodeId>, Vec<&str>) = unnoted.unzip();
    let meant = reader.nearest_each(&names, known);
    for ((node, name), candidates) in nodes.iter().zip(&names).zip(&meant) {
        let raised = reader.raise(Code::UnknownMember, *node).with("member", *name);
        raised.meant_key(candidates, is_missing);
    }
    meant.iter().filter_map(Candidates::best).filter(|name| is_missing(name)).collect()
}

/// Reads a word. People may have written its label instead; then that is what they meant.
/// `doc.shape.unknown-word`
pub(crate) fn lift_word<W: Word>(reader: &mut Reader<'_>, node: NodeId) -> Option<W> {
    let got = W::BLANK.text(reader, node)?;
    let word = W::ALL.iter().copied().find(|word| word.name() == got);
    if word.is_none() {
        unknown_word::<W>(reader, node, got);
    }
    word
}

#[cold]
fn unknown_word<W: Word>(reader: &mut Reader<'_>, node: NodeId, got: &str) {
    let names = || W::ALL.iter().map(|word| word.name());
    let labels = Language::all()
        .map(|language| W::ALL.iter().map(move |word| (language.text(word.key()), word.name())));
    let candidates = reader.nearest_named(got, names(), labels);
    let known: Names = names().collect();
    reader.raise(Code::UnknownWord, node).with("got", got).with("known", known).meant(&candidates);
}
