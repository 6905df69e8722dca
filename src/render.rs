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

use crate::problem::Problem;
use crate::profile::Profile;

/// Problems as plain text: each with the line it is about, the place marked, and what to do; a line
/// that counts them last. [`Report::render`](crate::Report::render) does the same for a report.
#[must_use]
pub fn problems(problems: &[Problem], language: &str) -> String {
    crate::problem::show(problems, language)
}

/// The profile as plain text of 100 columns, without control characters other than line ends.
#[must_use]
pub fn text(profile: &Profile, language: &str) -> String {
    text::write(&outline::of(profile, language))
}

/// The profile as Markdown (`CommonMark` with tables).
#[must_use]
pub fn markdown(profile: &Profile, language: &str) -> String {
    markdown::write(&outline::of(profile, language))
}

/// The profile as an HTML document of its own, without scripts or anything from elsewhere.
#[must_use]
pub fn html(profile: &Profile, language: &str) -> String {
    html::write(&outline::of(profile, language))
}
