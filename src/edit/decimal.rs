//! Numbers as people write them.

use std::fmt;

use crate::json::Json;

/// A number for an answer, exact: the decimal that people write.
///
/// There is no way to make one from `f64`. A double that was computed is seldom the decimal that
/// people mean: `0.1 + 0.2` is `0.30000000000000004`, which no question with two decimals takes.
/// And since files are read into doubles, a decimal with more digits than a double keeps would be
/// another one once it was read; such a decimal is refused here, where its writer can hear of it.
///
/// # Example
///
/// ```
/// use mgi::edit::{Decimal, NewAnswer};
///
/// let rate = NewAnswer::number(Decimal::parse("12.50").unwrap());
/// let people = NewAnswer::number(1_840);
///
/// assert_eq!(Decimal::parse("12.50").unwrap().to_string(), "12.5");
/// assert!(Decimal::parse("1,840").is_none()); // in Panama, 1840; elsewhere, 1.84
/// assert!(Decimal::parse("0.1234567890123456789").is_none());
/// ```
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Decimal(String);

impl Decimal {
    /// Reads a decimal that is written as in JSON without an exponent. Nothing if `text` is none, or
    /// has more digits than a file keeps.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let are_digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let has_zeros_before = whole.len() > 1 && whole.starts_with('0');
        if !are_digits(whole) || !are_digits(decimals) || has_zeros_before {
            return None;
        }
        let decimals = decimals.trim_end_matches('0');
        let point = if decimals.is_empty() { "" } else { "." };
        let shortest = format!("{whole}{point}{decimals}");
        let sign = if digits.len() < text.len() && shortest != "0" { "-" } else { "" };
        let shortest = sign.to_owned() + &shortest;
        is_kept(&shortest).then_some(Self(shortest))
    }

    pub(super) fn to_json(&self) -> Json {
        let whole = self.0.parse().map(|number: u64| number.into());
        let negative = || self.0.parse().map(|number: i64| number.into());
        let float = || self.0.parse().map(|number: f64| number.into());
        whole.or_else(|_| negative()).or_else(|_| float()).unwrap_or_default()
    }
}

/// Whether a number is the same once it was written to a file and read again.
fn is_kept(shortest: &str) -> bool {
    let is_whole = shortest.parse::<u64>().is_ok() || shortest.parse::<i64>().is_ok();
    // A double is displayed without an exponent, with as many digits as tell it from all others.
    is_whole || shortest.parse().is_ok_and(|number: f64| number.to_string() == shortest)
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<u64> for Decimal {
    fn from(number: u64) -> Self {
        Self(number.to_string())
    }
}

impl From<i64> for Decimal {
    fn from(number: i64) -> Self {
        Self(number.to_string())
    }
}

impl From<u32> for Decimal {
    fn from(number: u32) -> Self {
        Self(number.to_string())
    }
}

impl From<i32> for Decimal {
    fn from(number: i32) -> Self {
        Self(number.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_exactly() {
        for (text, want) in [
            ("0", "0"),
            ("-0", "0"),
            ("-0.00", "0"),
            ("0.10", "0.1"),
            ("12.", ""),
            ("-12.5", "-12.5"),
            ("18446744073709551615", "18446744073709551615"),
            ("-9223372036854775808", "-9223372036854775808"),
            ("0.30000000000000004", "0.30000000000000004"),
            ("0.1000000000000000055511151231257827", ""),
            ("18446744073709551617", ""),
            ("100000000000000000000000", "100000000000000000000000"),
        ] {
            let decimal = Decimal::parse(text).map(|decimal| decimal.to_string());
            assert_eq!(decimal.as_deref(), Some(want).filter(|want| !want.is_empty()), "{text}");
        }
    }

    #[test]
    fn a_file_keeps_every_decimal() {
        for text in ["0", "0.1", "-2.5", "18446744073709551615", "-3", "100000000000000000000000"] {
            let decimal = Decimal::parse(text).unwrap();
            let read: f64 = decimal.to_json().to_string().parse().unwrap();
            let wanted: f64 = text.parse().unwrap();
            assert_eq!(read.to_bits(), wanted.to_bits(), "{text}");
        }
    }

    #[test]
    fn what_is_no_decimal_is_refused() {
        let digits = "9".repeat(400);
        for text in [
            "", "-", ".5", "01", "+1", "1e3", "1,5", " 1", "--1", "1.2.3", "NaN", "inf", "٣",
            &digits,
        ] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }
}
