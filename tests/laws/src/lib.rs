//! What the property tests of the laws rest on: made-up catalogues with answers to them, and a
//! second, naive scorer.
//!
//! Nothing here can see the engine. Documents are plain JSON values, and the [`oracle`] reads them
//! itself and reckons with fractions of its own, straight from the definitions, so that it agrees
//! with the engine only where both are right.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::integer_division,
    clippy::missing_panics_doc,
    reason = "this crate only serves tests, which may fail by a panic"
)]
#![expect(
    clippy::exhaustive_enums,
    clippy::exhaustive_structs,
    reason = "nothing outside this workspace depends on it"
)]

pub mod fraction;
pub mod generate;
pub mod oracle;
pub mod tape;
