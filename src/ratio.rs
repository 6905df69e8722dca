//! Exact shares of a whole, and how they are written.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::integer_division,
    reason = "INVARIANT: `numerator <= denominator <= 2^110`: a catalogue whose sums could be larger \
              is refused when it is loaded (`catalogue::soundness`), so a product with 1,000 fits u128"
)]

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::{Serialize, SerializeStruct as _, Serializer};

/// An exact share of a whole, from 0 to 1, in lowest terms.
///
/// Shares have no order among themselves: the engine ranks nothing. For reading, a share is
/// written as a percentage with one decimal, rounded down, so that a written number never
/// contradicts the band it lies in and 100 is only ever 100.
///
/// # Example
///
/// ```
/// use mgi::profile::Ratio;
///
/// let score = Ratio::new(43, 54).unwrap();
/// assert_eq!(score.to_string(), "43/54");
/// assert_eq!(score.percent().to_string(), "79.6"); // 79.629...
/// assert!(Ratio::new(3, 2).is_none()); // more than the whole
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Ratio {
    numerator: u128,
    denominator: u128,
}

impl Ratio {
    /// Nothing of the whole.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };
    /// The whole.
    pub const ONE: Self = Self { numerator: 1, denominator: 1 };

    /// The largest denominator: 2^110.
    pub(crate) const LIMIT: u128 = 1 << 110;

    /// `numerator / denominator` in lowest terms.
    ///
    /// Nothing for a share above 1, for a denominator of 0, and for one above 2^110.
    #[must_use]
    pub fn new(numerator: u128, denominator: u128) -> Option<Self> {
        if numerator > denominator || denominator == 0 || denominator > Self::LIMIT {
            return None;
        }
        let divisor = greatest_common_divisor(numerator, denominator);
        Some(Self { numerator: numerator / divisor, denominator: denominator / divisor })
    }

    /// The numerator, in lowest terms.
    #[must_use]
    pub fn numerator(self) -> u128 {
        self.numerator
    }

    /// The denominator, in lowest terms; at least 1.
    #[must_use]
    pub fn denominator(self) -> u128 {
        self.denominator
    }

    /// The share as a percentage with one decimal, rounded down.
    #[must_use]
    pub fn percent(self) -> Percent {
        let tenths = self.numerator * 1000 / self.denominator;
        // INVARIANT: `numerator <= denominator`, so this is at most 1,000.
        Percent { tenths: u16::try_from(tenths).unwrap_or(1000) }
    }

    /// Whether the share is at least `percent` per cent of the whole, exactly.
    #[must_use]
    pub fn reaches(self, percent: u8) -> bool {
        self.numerator * 100 >= self.denominator * u128::from(percent)
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut written = serializer.serialize_struct("Ratio", 2)?;
        written.serialize_field("exact", &self.to_string())?;
        written.serialize_field("percent", &self.percent())?;
        written.end()
    }
}

/// The schema of a share. It stands apart so that no public type implements a trait of schemars.
pub(crate) struct RatioSchema;

impl JsonSchema for RatioSchema {
    fn schema_name() -> Cow<'static, str> {
        "Ratio".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "title": "Share",
            "description": "A share of a whole, from 0 to 1.",
            "properties": {
                "exact": {
                    "type": "string",
                    "description": "The exact value, as a fraction in lowest terms.",
                    "pattern": "^[0-9]+/[1-9][0-9]*$",
                },
                "percent": {
                    "type": "number",
                    "description": "The value in per cent with one decimal, rounded down, for reading.",
                    "minimum": 0,
                    "maximum": 100,
                },
            },
            "required": ["exact", "percent"],
        })
    }
}

/// A percentage with one decimal, from 0.0 to 100.0, for writing; nothing is decided by it.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Percent {
    tenths: u16,
}

impl Percent {
    /// The percentage in tenths of a per cent, from 0 to 1,000.
    #[must_use]
    pub fn tenths(self) -> u16 {
        self.tenths
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.tenths / 10, self.tenths % 10)
    }
}

impl Serialize for Percent {
    #[expect(clippy::float_arithmetic, reason = "the nearest double of a decimal, for output only")]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.tenths) / 10.0)
    }
}

pub(crate) fn least_common_multiple(left: u128, right: u128) -> u128 {
    match greatest_common_divisor(left, right) {
        0 => 0,
        divisor => left / divisor * right,
    }
}

pub(crate) fn greatest_common_divisor(mut left: u128, mut right: u128) -> u128 {
    while right != 0 {
        (left, right) = (right, left % right);
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_numbers_are_rounded_down() {
        for (numerator, denominator, want) in [
            (0, 7, "0.0"),
            (2, 3, "66.6"),
            (999, 1000, "99.9"),
            (9999, 10_000, "99.9"),
            (1, 1, "100.0"),
        ] {
            assert_eq!(Ratio::new(numerator, denominator).unwrap().percent().to_string(), want);
        }
    }

    #[test]
    fn a_limit_is_reached_exactly_or_not_at_all() {
        assert!(Ratio::new(2, 5).unwrap().reaches(40));
        assert!(!Ratio::new(399_999, 1_000_000).unwrap().reaches(40));
        assert!(Ratio::ONE.reaches(100));
    }

    #[test]
    fn json_has_the_exact_value_and_the_written_one() {
        let got = serde_json::to_string(&Ratio::new(43, 54).unwrap()).unwrap();
        assert_eq!(got, r#"{"exact":"43/54","percent":79.6}"#);
    }
}
