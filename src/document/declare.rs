//! How a kind of object is declared.

use crate::language::{Key, Language};
use crate::problem::{Code, Shape};
use crate::tree::{NodeId, Raised, Reader};

/// Declares a kind of object: its members by name, whether each is required, and its type.
///
/// A `struct` must have its required members. A `row` is what a form lets people add and clear
/// again: `{}` is what is left of it then and says nothing, and its `expected` members may be
/// missing as long as the answers are a draft.
///
/// The declaration gives the struct, [`Lift`](crate::tree::Lift) and
/// [`JsonSchema`](schemars::JsonSchema); its doc comments are the schema's descriptions.
macro_rules! objects {
    ($(
        $(#[doc = $about:literal])+
        $kind:tt $name:ident {
            $(
                $(#[doc = $meaning:literal])+
                $key:literal $need:ident $field:ident: $type:ty,
            )+
        }
    )+) => {$(
        $(#[doc = $about])+
        #[derive(Clone, Debug)]
        pub(crate) struct $name {
            /// The object itself.
            node: $crate::tree::NodeId,
            $(
                $(#[doc = $meaning])+
                pub(crate) $field: $crate::document::Field<$type>,
            )+
        }

        impl $crate::tree::Lift for $name {
            const IS_ROW: bool = $crate::document::declare::is_row!($kind);

            fn lift(
                reader: &mut $crate::tree::Reader<'_>,
                node: $crate::tree::NodeId,
            ) -> Option<Self> {
                if !reader.expect($crate::problem::Shape::Object, node) {
                    return None;
                }
                let mut lifted = Self { node, $($field: $crate::document::Field::Absent,)+ };
                $(let mut $field = None;)+
                let mut strange = Vec::new();
                for (key, value) in reader.document().members(node) {
                    match reader.document().text_of(key) {
                        $(
                            $key => {
                                if $crate::document::declare::is_first(reader, key, &mut $field) {
                                    lifted.$field = $crate::document::declare::member(
                                        reader,
                                        key,
                                        value,
                                        $crate::document::declare::null::$need,
                                    );
                                }
                            }
                        )+
                        _ => strange.push(key),
                    }
                }
                let mut mistyped = Vec::new();
                if !strange.is_empty() {
                    let seen = [$(($key, $field.is_some())),+];
                    mistyped = $crate::document::declare::unknown(reader, &strange, &seen);
                }
                $(
                    if $field.is_none() {
                        if mistyped.contains(&$key) {
                            lifted.$field = $crate::document::Field::Broken;
                        } else {
                            $crate::document::declare::$need(reader, node, $key);
                        }
                    }
                )+
                Some(lifted)
            }
        }

        impl $crate::document::values::Placed for $name {
            fn node(&self) -> $crate::tree::NodeId {
                self.node
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let members = [$((
                    $key,
                    stringify!($need),
                    $crate::document::declare::described::<$type>(
                        generator,
                        concat!($($meaning),+),
                    ),
                )),+];
                $crate::document::declare::object_schema(
                    concat!($($about),+),
                    $crate::document::declare::is_row!($kind),
                    members,
                )
            }
        }
    )+};
}

/// Whether a kind of object is one that a form may leave behind empty.
macro_rules! is_row {
    (row) => {
        true
    };
    (struct) => {
        false
    };
}

/// Declares a kind of word: the words that may stand in a place, each with its meaning.
macro_rules! words {
    ($(
        $(#[doc = $about:literal])+
        enum $name:ident {
            $(
                $(#[doc = $meaning:literal])+
                $variant:ident = $word:literal,
            )+
        }
    )+) => {$(
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[doc = $meaning])+ $variant,)+
        }

        $crate::word::named!($name { $($variant = $word,)+ });
        $crate::language::labelled!($name: $($variant),+);

        impl $crate::tree::Lift for $name {
            fn lift(
                reader: &mut $crate::tree::Reader<'_>,
                node: $crate::tree::NodeId,
            ) -> Option<Self> {
                match reader.text(node)? {
                    $($word => Some(Self::$variant),)+
                    _ => {
                        let labels = Self::ALL.iter().map(|word| (word.name(), word.key()));
                        $crate::document::declare::unknown_word(reader, node, &labels);
                        None
                    }
                }
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "enum": [$($word),+],
                    "description": concat!($($about),+).trim(),
                })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    )+};
}

pub(super) use {is_row, objects, words};

/// Whether a member is the first of its name; if not, that is a problem, and the first one counts.
pub(super) fn is_first(reader: &mut Reader<'_>, key: NodeId, first: &mut Option<NodeId>) -> bool {
    match *first {
        None => {
            *first = Some(key);
            true
        }
        Some(first) => {
            reader.duplicate(key, first);
            false
        }
    }
}

/// Reads the value of a known member. `mend` is what mends one that is null.
pub(super) fn member<T: crate::tree::Lift>(
    reader: &mut Reader<'_>,
    key: NodeId,
    value: NodeId,
    mend: fn(&mut Raised),
) -> super::Field<T> {
    if reader.document().shape_of(value) == Shape::Null {
        let name = reader.document().text_of(key);
        mend(reader.raise(Code::NullValue, value).with("member", name));
        return super::Field::Broken;
    }
    if T::IS_ROW && reader.document().is_empty_object(value) {
        return super::Field::Absent;
    }
    super::Field::read(reader, value)
}

/// What mends a member that is null, by whether its object must have it.
pub(super) mod null {
    use crate::tree::Raised;

    /// Without it, the member would be missing.
    pub(crate) fn required(_: &mut Raised) {}

    /// Without it, the member would be missing in the end.
    pub(crate) fn expected(_: &mut Raised) {}

    pub(crate) fn optional(raised: &mut Raised) {
        raised.remove();
    }
}

/// Says which members are not known, unless they are notes of the author's. Returns the members
/// that were probably meant and are not there: they are not missing, but mistyped.
pub(super) fn unknown(
    reader: &mut Reader<'_>,
    strange: &[NodeId],
    known: &[(&'static str, bool)],
) -> Vec<&'static str> {
    let mut mistyped = Vec::new();
    for &key in strange {
        let Some(name) = reader.key(key) else { continue };
        if name.starts_with("x-") || name == "$schema" {
            continue;
        }
        let candidates = reader.nearest(name, known.iter().map(|(known, _)| *known));
        let is_free = |name: &str| known.contains(&(name, false));
        let is_first = |name: &str| !mistyped.contains(&name);
        reader
            .raise(Code::UnknownMember, key)
            .with("member", name)
            .meant_key(&candidates, |name| is_free(name) && is_first(name));
        mistyped.extend(candidates.best().filter(|name| is_free(name)));
    }
    mistyped
}

pub(super) fn required(reader: &mut Reader<'_>, node: NodeId, name: &str) {
    reader.raise(Code::MissingMember, node).with("member", name);
}

pub(super) fn expected(reader: &mut Reader<'_>, node: NodeId, name: &str) {
    reader.raise(Code::Incomplete, node).with("member", name);
}

pub(super) fn optional(_: &mut Reader<'_>, _: NodeId, _: &str) {}

/// Reports a word that is none of its kind. `known` has the words of the kind with the keys of their
/// labels: people may have written what they read for a word, in any language.
pub(super) fn unknown_word(
    reader: &mut Reader<'_>,
    node: NodeId,
    known: &(impl Iterator<Item = (&'static str, Key)> + Clone),
) {
    let got = reader.document().text_of(node);
    let names = known.clone().map(|(name, _)| name);
    let labels =
        Language::all().map(|language| known.clone().map(|(name, key)| (language.text(key), name)));
    let candidates = reader.nearest_named(got, names.clone(), labels);
    let known: crate::problem::Names = names.collect();
    reader.raise(Code::UnknownWord, node).with("got", got).with("known", known).meant(&candidates);
}

/// The schema of a member's type, with the member's own meaning.
pub(super) fn described<T: schemars::JsonSchema>(
    generator: &mut schemars::SchemaGenerator,
    meaning: &str,
) -> schemars::Schema {
    let mut schema = generator.subschema_for::<T>();
    schema.insert("description".to_owned(), meaning.trim().into());
    schema
}

/// The schema of a kind of object, from its members: the name of each, its need and its schema.
///
/// Two notes are for forms: `x-expected`, what is missing only in the end, and `x-order`.
pub(super) fn object_schema<const N: usize>(
    about: &str,
    is_row: bool,
    members: [(&str, &str, schemars::Schema); N],
) -> schemars::Schema {
    let with = |wanted: &str| -> Vec<&str> {
        members.iter().filter(|(_, need, _)| *need == wanted).map(|(name, ..)| *name).collect()
    };
    let (required, expected) = (with("required"), with("expected"));
    let mut schema = schemars::json_schema!({
        "type": "object",
        "description": about.trim(),
        "patternProperties": {"^x-": true},
        "additionalProperties": false,
    });
    if is_row && !required.is_empty() {
        schema.insert("if".to_owned(), serde_json::json!({"minProperties": 1}));
        schema.insert("then".to_owned(), serde_json::json!({"required": required}));
    } else if !required.is_empty() {
        schema.insert("required".to_owned(), required.into());
    }
    if !expected.is_empty() {
        schema.insert("x-expected".to_owned(), expected.into());
    }
    let order: Vec<&str> = members.iter().map(|(name, ..)| *name).collect();
    schema.insert("x-order".to_owned(), order.into());
    let mut properties = serde_json::Map::new();
    properties.insert("$schema".to_owned(), true.into());
    for (name, _, member) in members {
        properties.insert(name.to_owned(), member.to_value());
    }
    schema.insert("properties".to_owned(), properties.into());
    schema
}
