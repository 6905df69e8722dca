//! What a reader finds in a rendered profile, and profiles to look for it in.
//!
//! `documents` makes catalogues and answers in which every text is another one, `page` takes a
//! rendered profile apart. Neither knows how the engine lays a profile out: what is found stands
//! under headings, and has a code or a number.

pub mod documents;
pub mod page;

#[path = "../../../examples/support/chance.rs"]
mod chance;
#[path = "../../support/members.rs"]
mod members;
/// Made-up catalogues and answers, as the laws of the arithmetic have them. They name one another by
/// paths from the root.
#[path = "../../laws"]
#[expect(dead_code, unused_imports, reason = "only what makes documents is used here")]
mod laws {
    pub(crate) mod fraction;
    pub(crate) mod generate;
    pub(crate) mod oracle;
    pub(crate) mod tape;
}

use laws::{fraction, generate, oracle, tape};
