//! The texts of codes. A code without a message, or without a help, does not compile.

use super::{HELP, Key};
use crate::code::Code;

/// What is said about a code.
#[derive(Clone, Copy)]
struct Texts {
    message: Key,
    help: Key,
}

/// The texts of every code, by its position.
const TEXTS: [Texts; Code::ALL.len()] = texts();

impl Code {
    /// The key of what was found.
    pub(crate) fn message_key(self) -> Key {
        self.texts().message
    }

    /// The key of what to do about it.
    pub(crate) fn help_key(self) -> Key {
        self.texts().help
    }

    fn texts(self) -> Texts {
        #[expect(clippy::indexing_slicing, reason = "INVARIANT: there is one entry for each code")]
        TEXTS[self.position()]
    }
}

#[expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "only the compiler evaluates this function"
)]
const fn texts() -> [Texts; Code::ALL.len()] {
    let mut texts = [Texts { message: Key(0), help: Key(0) }; Code::ALL.len()];
    let mut at = 0;
    while at < texts.len() {
        let name = Code::ALL[at].name();
        texts[at] = Texts { message: Key::of(&[name]), help: Key::of(&[name, HELP]) };
        at += 1;
    }
    texts
}
