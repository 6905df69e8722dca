//! Profiles as people read them: one outline, written as plain text, Markdown or HTML.
//!
//! The outline (`outline`) decides what a page says and in which order, a writer decides how it
//! looks, and the texts come from the room `language`. A new format is a new writer.
//!
//! # Example
//!
//! ```
//! use mgi::{Catalogue, ResponseSet, render};
//!
//! let set = ResponseSet::from_json(include_bytes!("../indicators/samples/la-chorrera-2021.json"))?;
//! let profile = Catalogue::local().assess(&set)?.profile();
//! assert!(render::text(&profile, "es").contains("Áreas bien desarrolladas"));
//! assert!(render::markdown(&profile, "en").starts_with("# "));
//! assert!(render::html(&profile, "en").starts_with("<!DOCTYPE html>"));
//! # Ok::<(), mgi::Report>(())
//! ```

mod html;
mod markdown;
mod outline;
mod page;
mod text;

pub use self::page::Page;
use crate::problem::Problem;
use crate::profile::Profile;

/// Problems as plain text: each with the line it is about, the place marked, and what to do; a line
/// that counts them last. [`Report::render`](crate::Report::render) does the same for a report.
#[must_use]
pub fn problems(problems: &[Problem], language: &str) -> String {
    crate::problem::show(problems, language)
}

/// A result that people can read as a [`Page`]. No other crate can implement it.
pub trait Readable: sealed::Sealed {
    /// The page in `language`. What the engine says is in the nearest language that it has.
    fn page(&self, language: &str) -> Page;
}

impl Readable for Profile {
    fn page(&self, language: &str) -> Page {
        outline::of(self, language)
    }
}

mod sealed {
    #[expect(unnameable_types, reason = "so that no other crate implements it")]
    pub trait Sealed {}
    impl Sealed for crate::profile::Profile {}
}

/// A result as plain text of 100 columns, without control characters other than line ends.
#[must_use]
pub fn text(result: &impl Readable, language: &str) -> String {
    result.page(language).text()
}

/// A result as Markdown (`CommonMark` with tables).
#[must_use]
pub fn markdown(result: &impl Readable, language: &str) -> String {
    result.page(language).markdown()
}

/// A result as an HTML document of its own, without scripts or anything from elsewhere.
#[must_use]
pub fn html(result: &impl Readable, language: &str) -> String {
    result.page(language).html()
}
