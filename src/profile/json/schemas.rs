//! The schemas of public types that a profile writes as they are. They stand apart so that no public
//! type implements a trait of the library that makes schemas.
#![expect(dead_code, reason = "only the schemas of these types are wanted")]

use schemars::JsonSchema;

use crate::ratio::RatioSchema;

/// The lowest and the highest score still possible, given what is open.
#[derive(JsonSchema)]
#[schemars(rename = "Interval", title = "Interval")]
pub(super) struct IntervalSchema {
    /// The score if everything open turns out at its worst.
    lowest: RatioSchema,
    /// The score if everything open turns out at its best.
    highest: RatioSchema,
}

/// What a node needs for its figures to be published.
#[derive(JsonSchema)]
#[schemars(rename = "Minima", title = "Minima")]
pub(super) struct MinimaSchema {
    /// The least coverage, in per cent.
    #[schemars(range(max = 100))]
    coverage: u8,
    /// The least reach, in per cent.
    #[schemars(range(max = 100))]
    reach: u8,
    /// The least number of answered indicators.
    answered: u32,
}

/// What is said about an answered matter: exactly one of these.
#[derive(JsonSchema)]
#[schemars(rename = "Finding", title = "Finding", rename_all = "snake_case")]
pub(super) enum FindingSchema {
    /// Well developed: full points.
    Strength,
    /// Under way: no full points, and the answer says that it is being prepared.
    UnderWay,
    /// Can be developed further: some points.
    Partly,
    /// Can be developed further: no points.
    NotInPlace,
}
