//! Values that are dates.

use super::Placed;
use crate::date::{self, PartialDate};
use crate::document::Lift;
use crate::document::declare::Holds;
use crate::problem::Code;
use crate::tree::{NodeId, Reader};

/// A date.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Date {
    node: NodeId,
    pub(crate) date: PartialDate,
}

impl Placed for Date {
    fn node(&self) -> NodeId {
        self.node
    }
}

impl Lift for Date {
    const HOLDS: Holds = Holds::Date;

    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let text = reader.text_of_form(node, |text| PartialDate::parse(text).is_some())?;
        let date = PartialDate::parse(text);
        if date.is_none() {
            let mended = in_iso_8601(text).map(|date| date.to_string());
            reader
                .raise(Code::InvalidDate, node)
                .with("got", text)
                .replace_by_text(mended.as_deref());
        }
        date.map(|date| Self { node, date })
    }
}

/// The date that a text has without doubt, though it does not write it as ISO 8601 has it.
///
/// It begins with its year: `03/04/2021` is the third of April here and the fourth of March there. A
/// month or day of one digit stands behind a hyphen: a spreadsheet writes October 2021 as `2021.1`,
/// and `2021/1` may be a half-year.
fn in_iso_8601(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    let separator = text.chars().find(|character| !character.is_ascii_digit());
    let separator = separator.filter(|separator| matches!(separator, '-' | '/' | '.'));
    let parts = text.split(separator.unwrap_or('-'));
    let padded = parts.map(|part| match (part.len(), separator) {
        (1, Some('-')) => format!("0{part}"),
        _ => part.to_owned(),
    });
    PartialDate::parse(&padded.collect::<Vec<_>>().join("-"))
}

/// The period that a text has without doubt, though it does not write it as ISO 8601 has it: space
/// around it or around the stroke, or dates that are written in another way.
fn period_in_iso_8601(text: &str) -> Option<date::Period> {
    let whole = in_iso_8601(text).map(|date| date.to_string());
    let parts = text.split_once('/').and_then(|(since, until)| {
        Some(format!("{}/{}", in_iso_8601(since)?, in_iso_8601(until)?))
    });
    match (whole, parts) {
        // `2021/12` is December, and no year twelve; what could be both is neither.
        (Some(one), None) | (None, Some(one)) => {
            date::Period::parse(&one).filter(|period| !is_inverted(*period))
        }
        _ => None,
    }
}

fn is_inverted(period: date::Period) -> bool {
    period.until().is_wholly_before(period.since())
}

/// A period that does not end before it begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Period {
    node: NodeId,
    pub(crate) period: date::Period,
}

impl Placed for Period {
    fn node(&self) -> NodeId {
        self.node
    }
}

impl Lift for Period {
    const HOLDS: Holds = Holds::Period;

    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let text = reader.text_of_form(node, |text| date::Period::parse(text).is_some())?;
        match date::Period::parse(text) {
            None => {
                let mended = period_in_iso_8601(text).map(|period| period.to_string());
                reader
                    .raise(Code::InvalidPeriod, node)
                    .with("got", text)
                    .replace_by_text(mended.as_deref());
            }
            Some(period) if is_inverted(period) => {
                reader
                    .raise(Code::DatesInverted, node)
                    .with("since", period.since().to_string().as_str())
                    .with("until", period.until().to_string().as_str());
            }
            Some(period) => return Some(Self { node, period }),
        }
        None
    }
}
