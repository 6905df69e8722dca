//! Words: enums of which every variant has a name in files.

/// A name that none of the words of a kind has.
///
/// # Example
///
/// ```
/// use mgi::Stage;
///
/// let unknown = "done".parse::<Stage>().unwrap_err();
/// assert_eq!(unknown.got(), "done");
/// assert_eq!(unknown.known(), ["draft", "in_validation", "final"]);
/// ```
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("`{got}` is none of the words that are known here{}", listed(.known))]
pub struct UnknownWord {
    got: String,
    known: &'static [&'static str],
}

impl UnknownWord {
    pub(crate) fn new(got: &str, known: &'static [&'static str]) -> Self {
        Self { got: got.to_owned(), known }
    }

    /// The name that was given.
    #[must_use]
    pub fn got(&self) -> &str {
        &self.got
    }

    /// The names that there are, in the order of the words.
    #[must_use]
    pub fn known(&self) -> &'static [&'static str] {
        self.known
    }
}

/// The names, unless there are so many that nobody would read them.
fn listed(names: &[&str]) -> String {
    if names.len() > 20 { String::new() } else { format!(": {}", names.join(", ")) }
}

/// Gives the variants of an enum their names: the list of all of them, `name`, `Display` and
/// `FromStr`. The names are those of files, and never change.
macro_rules! named {
    ($type:ident { $($variant:ident = $name:expr,)+ }) => {
        impl $type {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name of each, in the same order.
            const NAMES: &'static [&'static str] = &[$($name),+];

            /// The name that it has in files.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }

        impl std::fmt::Display for $type {
            /// Writes the name.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::word::UnknownWord;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                match Self::ALL.iter().find(|word| word.name() == name) {
                    Some(word) => Ok(*word),
                    None => Err($crate::word::UnknownWord::new(name, Self::NAMES)),
                }
            }
        }
    };
}

pub(crate) use named;
