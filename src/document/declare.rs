//! How a kind of object, or a kind of word, is declared.
//!
//! A declaration is a table that everything else reads: the reader of files ([`read`]), JSON
//! Schemas, questions, and the JSON of profiles. [`Holds`] is what walks over it know of a value.

mod holds;
mod read;

pub(crate) use self::holds::{FILLED, Holds, LANGUAGE_TAG, WordSchema, Words};
pub(super) use self::read::{Keys, lift_object, lift_word, member, read_once};
use super::Lift;
use super::values::Blank;
use crate::language::Key;
use crate::tree::{NodeId, Reader};

/// Whether an object needs a member.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Need {
    /// The object is malformed without it.
    Required,
    /// It may be missing as long as the answers are a draft.
    Expected,
    /// The object is complete without it.
    Optional,
}

/// How forms and profiles handle a member, in brackets behind its [`Need`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Handling {
    /// It stays with those who answer: no profile has it, in any format.
    Internal,
    /// A program fills it in: forms have it, and do not show it.
    Given,
    /// People are asked for it once the answers are reviewed.
    Later,
    /// It is no part of forms.
    Unasked,
}

/// A member of a kind of object.
#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) name: &'static str,
    pub(crate) need: Need,
    pub(crate) handling: &'static [Handling],
    /// What it means, as in the doc comment of its declaration.
    pub(crate) about: &'static str,
    pub(crate) holds: Holds,
}

impl Member {
    pub(crate) fn has(&self, handling: Handling) -> bool {
        self.handling.contains(&handling)
    }
}

/// A kind of object.
#[derive(Debug)]
pub(crate) struct Kind {
    /// The name of its Rust type, under which labels and schemas know it.
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    /// The members in the order in which people fill them in.
    pub(crate) members: &'static [Member],
    /// Their names, in the same order.
    pub(crate) names: &'static [&'static str],
    /// Whether `{}` in its place says nothing, see [`Lift::IS_ROW`].
    pub(crate) is_row: bool,
}

impl Kind {
    /// The declared member with this name.
    pub(crate) fn member(&self, name: &str) -> Option<&'static Member> {
        self.members.iter().find(|member| member.name == name)
    }

    /// The place of a declared member, for use at compile time.
    #[expect(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        clippy::panic,
        reason = "a misspelt name fails the build"
    )]
    pub(super) const fn place_of(&self, name: &str) -> usize {
        let mut place = 0;
        while place < self.members.len() {
            if same(self.members[place].name, name) {
                return place;
            }
            place += 1;
        }
        panic!("no member of this kind has this name")
    }
}

#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "the bounds are checked, and a mistake fails the build"
)]
const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut place = 0;
    while place < one.len() && place < other.len() && one[place] == other[place] {
        place += 1;
    }
    place == one.len() && place == other.len()
}

/// A type that `objects!` declares.
pub(crate) trait Declared: Lift {
    const KIND: &'static Kind;

    /// The object at `node` with none of its members.
    fn without_members(node: NodeId) -> Self;

    /// Reads the value of a member into its field; returns whether there is a member of this name.
    fn read(
        &mut self,
        reader: &mut Reader<'_>,
        keys: &mut Keys,
        key: NodeId,
        value: NodeId,
    ) -> bool;

    /// Marks the member with this name as malformed.
    fn set_broken(&mut self, name: &str);
}

/// A type whose values are words of the file formats.
pub(crate) trait Word: Copy + 'static {
    /// The name of its Rust type, under which labels and schemas know it.
    const KIND: &'static str;
    const ALL: &'static [Self];
    /// What it is, as in the doc comment of its declaration.
    const ABOUT: &'static str;
    /// What a blank text is in its place.
    const BLANK: Blank;

    /// The word as files have it.
    fn name(self) -> &'static str;

    /// The key of what people read for it.
    fn key(self) -> Key;
}

/// Declares kinds of objects: for each member its name in files, its [`Need`], its [`Handling`]
/// where there is any, and its field.
///
/// A `struct` must have its required members. A `row` is what a form lets people add and clear
/// again: `{}` is what is left of it then and says nothing.
///
/// The declaration gives the struct, [`Declared`], [`Lift`](crate::document::Lift),
/// and [`Placed`](crate::document::values::Placed).
macro_rules! objects {
    ($(
        $(#[doc = $about:literal])+
        $form:tt $name:ident {
            $(
                $(#[doc = $meaning:literal])+
                $key:literal $need:ident $(($($handling:ident),+))? $field:ident: $type:ty,
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

        impl $crate::document::declare::Declared for $name {
            const KIND: &'static $crate::document::declare::Kind = {
                use $crate::document::Lift;
                use $crate::document::declare::{Handling, Kind, Member, Need, is_row};
                &Kind {
                    name: stringify!($name),
                    about: concat!($($about),+).trim_ascii(),
                    members: &[$(Member {
                        name: $key,
                        need: Need::$need,
                        handling: {
                            const HANDLING: &[Handling] = &[$($(Handling::$handling),+)?];
                            HANDLING
                        },
                        about: concat!($($meaning),+).trim_ascii(),
                        holds: <$type as Lift>::HOLDS,
                    }),+],
                    names: &[$($key),+],
                    is_row: is_row!($form),
                }
            };

            fn without_members(node: $crate::tree::NodeId) -> Self {
                Self { node, $($field: $crate::document::Field::Absent),+ }
            }

            fn read(
                &mut self,
                reader: &mut $crate::tree::Reader<'_>,
                keys: &mut $crate::document::declare::Keys,
                key: $crate::tree::NodeId,
                value: $crate::tree::NodeId,
            ) -> bool {
                use $crate::document::declare::{Need, read_once};
                match reader.document().text_of(key) {
                    $($key => {
                        let place = (keys, const { Self::KIND.place_of($key) });
                        read_once(reader, place, (key, value), Need::$need, &mut self.$field);
                    })+
                    _ => return false,
                }
                true
            }

            fn set_broken(&mut self, name: &str) {
                match name {
                    $($key => self.$field = $crate::document::Field::Broken,)+
                    _ => {}
                }
            }
        }

        impl $crate::document::Lift for $name {
            const IS_ROW: bool = <Self as $crate::document::declare::Declared>::KIND.is_row;
            const HOLDS: $crate::document::declare::Holds =
                $crate::document::declare::Holds::Object(
                    <Self as $crate::document::declare::Declared>::KIND,
                );

            fn lift(
                reader: &mut $crate::tree::Reader<'_>,
                node: $crate::tree::NodeId,
            ) -> Option<Self> {
                $crate::document::declare::lift_object(reader, node)
            }
        }

        impl $crate::document::values::Placed for $name {
            fn node(&self) -> $crate::tree::NodeId {
                self.node
            }
        }
    )+};
}

/// Whether the first word of a declaration is `row`.
macro_rules! is_row {
    (row) => {
        true
    };
    (struct) => {
        false
    };
}

/// Declares kinds of words: the words that files have in some place, each with its meaning.
///
/// The declaration gives the enum and what [`word_traits`] gives.
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

        $crate::document::declare::word_traits! { $name, $name::ALL, concat!($($about),+), $crate::document::values::Blank::Gap }
    )+};
}

/// Gives a type with a `name()` for each of its values [`Word`], [`Lift`](crate::document::Lift),
/// and [`Serialize`](serde::Serialize).
macro_rules! word_traits {
    ($name:ident, $all:expr, $about:expr, $blank:expr) => {
        impl $crate::document::declare::Word for $name {
            const KIND: &'static str = stringify!($name);
            const ALL: &'static [Self] = $all;
            const ABOUT: &'static str = $about;
            const BLANK: $crate::document::values::Blank = $blank;

            fn name(self) -> &'static str {
                self.name()
            }

            fn key(self) -> $crate::language::Key {
                self.key()
            }
        }

        impl $crate::document::Lift for $name {
            const HOLDS: $crate::document::declare::Holds =
                $crate::document::declare::Holds::Word(&$crate::document::declare::Words {
                    name: stringify!($name),
                    names: || $name::ALL.iter().map(|word| word.name()).collect(),
                    schema: |generator| {
                        generator.subschema_for::<$crate::document::declare::WordSchema<$name>>()
                    },
                });

            fn lift(
                reader: &mut $crate::tree::Reader<'_>,
                node: $crate::tree::NodeId,
            ) -> Option<Self> {
                $crate::document::declare::lift_word(reader, node)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    };
}

pub(super) use {is_row, objects, word_traits, words};
