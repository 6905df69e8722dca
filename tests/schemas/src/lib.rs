//! Whether the JSON Schemas of the crate and its checks agree, on documents of every kind.
//!
//! `documents` makes them, `mutate` changes them, `judge` asks both sides. What a test finds here is
//! mended where the rule of the crate says: the checks are the judge, and a schema refuses what it can
//! express.

#[path = "../../../examples/support/chance.rs"]
pub mod chance;
pub mod documents;
pub mod judge;
pub mod mutate;

/// Made-up catalogues and answers, and cases, as the tests of the crate have them. They name one
/// another by paths from the root.
#[path = "../../laws"]
#[expect(dead_code, unused_imports, reason = "only what makes documents is used here")]
mod laws {
    pub(crate) mod fraction;
    pub(crate) mod generate;
    pub(crate) mod oracle;
    pub(crate) mod tape;
}
#[path = "../../support/case.rs"]
#[expect(dead_code, reason = "what a case expects is compared elsewhere")]
mod case;

use laws::{fraction, generate, oracle, tape};
