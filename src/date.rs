//! Dates that may be known only to the month or to the year.

use std::fmt;

use serde::{Serialize, Serializer};

/// A date of ISO 8601 that may lack its day, or its day and month: `2019`, `2019-05`, `2019-05-31`.
///
/// # Example
///
/// ```
/// use mgi::responses::PartialDate;
///
/// let plan_ended = PartialDate::parse("2020").unwrap();
/// let known_on = PartialDate::parse("2022-01-11").unwrap();
/// assert!(plan_ended.is_wholly_before(known_on));
/// assert!(!PartialDate::parse("2022").unwrap().is_wholly_before(known_on)); // it may be later that year
/// assert!(PartialDate::parse("2021-02-29").is_none());
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl PartialDate {
    /// Reads a date; nothing if it is not written as ISO 8601 has it or is no day of the calendar.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, rest) = text.as_bytes().split_at_checked(4)?;
        let year = number(year)?;
        let (month, day) = match *rest {
            [] => (None, None),
            [b'-', m1, m2] => (Some(number(&[m1, m2])?), None),
            [b'-', m1, m2, b'-', d1, d2] => (Some(number(&[m1, m2])?), Some(number(&[d1, d2])?)),
            _ => return None,
        };
        let is_month = month.is_none_or(|month| (1..=12).contains(&month));
        let is_day =
            month.zip(day).is_none_or(|(month, day)| (1..=days_in(year, month)).contains(&day));
        let small = |part: u16| u8::try_from(part).ok();
        (is_month && is_day).then(|| Self {
            year,
            month: month.and_then(small),
            day: day.and_then(small),
        })
    }

    /// The year, from 0 to 9999.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1 to 12, where it is known.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, from 1, where it is known.
    #[must_use]
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// Whether this date is certainly before `other`: its last possible day precedes the first possible
    /// day of `other`.
    #[must_use]
    pub fn is_wholly_before(self, other: Self) -> bool {
        self.with(12, 31) < other.with(1, 1)
    }

    fn with(self, month: u8, day: u8) -> (u16, u8, u8) {
        (self.year, self.month.unwrap_or(month), self.day.unwrap_or(day))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A date, or two dates with a stroke between them: `2021`, `2020-07/2021-06`.
///
/// # Example
///
/// ```
/// use mgi::responses::Period;
///
/// let period = Period::parse("2020-07/2021-06").unwrap();
/// assert_eq!(period.since().to_string(), "2020-07");
/// assert_eq!(period.until().to_string(), "2021-06");
/// assert_eq!(period.to_string(), "2020-07/2021-06");
/// let year = Period::parse("2021").unwrap();
/// assert_eq!(year.since(), year.until());
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Period {
    since: PartialDate,
    /// `None` where it is written as one date.
    until: Option<PartialDate>,
}

impl Period {
    /// Reads a period; `None` if it is not written as ISO 8601 has it. It may be inverted.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once('/') {
            None => PartialDate::parse(text).map(|since| Self { since, until: None }),
            Some((since, until)) => Some(Self {
                since: PartialDate::parse(since)?,
                until: Some(PartialDate::parse(until)?),
            }),
        }
    }

    /// The date with which it begins.
    #[must_use]
    pub fn since(self) -> PartialDate {
        self.since
    }

    /// The date with which it ends: the same one where it is written as one date.
    #[must_use]
    pub fn until(self) -> PartialDate {
        self.until.unwrap_or(self.since)
    }

    /// Whether it is written as one date.
    #[must_use]
    pub fn is_one_date(self) -> bool {
        self.until.is_none()
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.since)?;
        self.until.map_or(Ok(()), |until| write!(f, "/{until}"))
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The number that up to four digits write.
fn number(digits: &[u8]) -> Option<u16> {
    digits.iter().try_fold(0_u16, |number, byte| {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit <= 9)?;
        number.checked_mul(10)?.checked_add(digit.into())
    })
}

fn days_in(year: u16, month: u16) -> u16 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_and_written_alike() {
        for text in ["0000", "2019", "2019-05", "2019-05-31", "2020-02-29", "2000-02-29"] {
            assert_eq!(PartialDate::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_date_has_the_parts_that_are_known() {
        for (text, want) in [
            ("2019", (2019, None, None)),
            ("2019-05", (2019, Some(5), None)),
            ("2019-05-31", (2019, Some(5), Some(31))),
        ] {
            let date = PartialDate::parse(text).unwrap();
            assert_eq!((date.year(), date.month(), date.day()), want);
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "19",
            "2019-",
            "2019-13",
            "2019-00",
            "2019-5",
            "2019-05-00",
            "2019-04-31",
            "1900-02-29",
            "2019-05-31-01",
            "2019/05",
            "+019",
            "２０１９",
        ] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }
}
