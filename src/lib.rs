//! An assessment engine for the governance of migration in municipalities: a questionnaire as data,
//! answers checked against it, and a profile of what is well developed and what can be developed
//! further.
//!
//! ```
//! use mgi::{Catalogue, ResponseSet, render};
//!
//! // A file that somebody filled in.
//! let bytes = include_bytes!("../indicators/samples/la-chorrera-2021.json");
//!
//! let set = ResponseSet::from_json(bytes)?; // fails only if there is no JSON object to read
//! let assessment = Catalogue::local().assess(&set)?; // every problem at once, with its place
//! let profile = assessment.profile(); // cannot fail
//!
//! for domain in profile.domains() {
//!     println!("{}: {} strengths", domain.title("en"), domain.counts().strengths());
//! }
//! println!("{}", render::text(&profile, "es"));
//! # Ok::<(), mgi::Report>(())
//! ```
//!
//! Bytes become a [`ResponseSet`], which a [`Catalogue`] checks into an [`Assessment`], which gives
//! a [`Profile`]. Each step has one way in, so that what you hold was checked. The primary type is
//! [`Catalogue`]: the local indicators ([`Catalogue::local`]), SDG indicator 10.7.2
//! ([`Catalogue::sdg_10_7_2`]) and your own instrument load through the same reader.
//!
//! Every other type is in the module that is named after what it belongs to:
//!
//! | Module | What is in it |
//! |---|---|
//! | [`catalogue`] | domains, indicators, answer types, schemes, terms and sources of an instrument |
//! | [`responses`] | places, rounds, institutions, answers, sources and dates, as read |
//! | [`edit`] | making and changing response sets |
//! | [`problem`] | locations, related places, arguments and mends of problems |
//! | [`profile`] | findings, counts, figures, scores and traces |
//! | [`questions`] | what people are asked, as data |
//! | [`render`] | profiles as text, Markdown and HTML |
//! | [`schema`] | JSON Schemas, and forms |
//! | [`docs`] | pages: the format of catalogues, from catalogue to form, all codes, architecture |
//!
//! What is wrong with a file comes as a [`Report`]: every [`Problem`] has a stable [`Code`], a JSON
//! pointer, line and column, a message and what to do, in English and Spanish.
//!
//! # What this crate does not do
//!
//! - It does not rank. There is no order between places, and no figure over all domains unless the
//!   scheme of an instrument asks for one.
//! - It does no input or output, asks no clock, and keeps no state: you hand in bytes and dates.
//! - It looks at policy inputs (norms, bodies, plans, services), not at how well they are carried
//!   out; the notice that travels in every profile says so.
//! - The local indicators are not an official list of the International Organization for Migration,
//!   which has published none; they are modelled on published material.

mod assess;
mod builtin;
pub mod catalogue;
mod code;
mod consolidate;
mod date;
pub mod docs;
mod document;
pub mod edit;
mod index;
mod json;
mod language;
mod nearest;
mod pointer;
pub mod problem;
pub mod profile;
pub mod questions;
mod ratio;
pub mod render;
pub mod responses;
pub mod schema;
mod score;
mod shape;
mod stage;
mod standing;
mod text;
mod tree;
mod word;

pub use self::assess::Assessment;
pub use self::catalogue::Catalogue;
pub use self::consolidate::consolidate;
pub use self::language::languages;
pub use self::problem::{Code, Problem, Report, Severity};
pub use self::profile::Profile;
pub use self::responses::ResponseSet;
pub use self::stage::Stage;
pub use self::tree::{Input, Limits};

/// The examples of the README are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadmeDoctests;
