//! The labels of words that are declared below this room. Words of higher rooms use the macro where
//! they are declared.

use crate::code::Severity;
use crate::shape::Shape;
use crate::stage::Stage;
use crate::standing::Standing;

/// Gives a kind of word its labels: `labelled!(Level: Municipal, National)` needs a text under
/// `Level.municipal`, and one under `Level.national`, or it does not compile. Where the texts are
/// under another name than that of the type, it comes first.
macro_rules! labelled {
    ($name:ident: $($variant:ident),+) => {
        $crate::language::labelled!(stringify!($name), $name: $($variant),+);
    };
    ($kind:expr, $name:ident: $($variant:ident),+) => {
        impl $name {
            /// What people read for it, as a label. Languages that the engine does not have
            /// ([`languages`](crate::languages)) get the first one that it has.
            #[must_use]
            pub fn label(self, language: &str) -> &'static str {
                $crate::language::Language::of(language).text(self.key())
            }

            /// The key of the label.
            pub(crate) fn key(self) -> $crate::language::Key {
                match self {
                    $(Self::$variant => $crate::language::key!(
                        $kind,
                        ".",
                        $name::$variant.name()
                    ),)+
                }
            }
        }
    };
}

pub(crate) use labelled;

labelled!(Severity: Error, Warning, Advice);
labelled!(Shape: Null, Truth, Number, Text, List, Object, TextOrObject, TextListOrNumber);
labelled!(Stage: Draft, InValidation, Final);
labelled!(
    Standing: Answered, Context, NotALocalCompetence, NotApplicableHere, NotAsked, Unknown, Restricted, Unanswered, Undecided
);
