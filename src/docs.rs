//! Pages on how to use the crate and how it is built.

/// The format of catalogues.
#[doc = include_str!("docs/catalogue_format.md")]
pub mod catalogue_format {}

/// How the crate is built, and why.
#[doc = include_str!("../ARCHITECTURE.md")]
pub mod architecture {}

/// How to make a change.
#[doc = include_str!("../CONTRIBUTING.md")]
pub mod contributing {}

/// Every code of a problem, with what it weighs and an example of how it is told.
#[doc = include_str!("docs/codes.md")]
pub mod codes {}

#[doc = include_str!("docs/from_catalogue_to_form.md")]
pub mod from_catalogue_to_form {}
