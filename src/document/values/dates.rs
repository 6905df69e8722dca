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
        let text = reader.text(node)?;
        let date = PartialDate::parse(text);
        if date.is_none() {
            let mended = in_iso_8601(text);
            reader
                .raise(Code::InvalidDate, node)
                .with("got", text)
                .replace_by_text(mended.as_deref());
        }
        date.map(|date| Self { node, date })
    }
}

/// A date that begins with its year, in the form of ISO 8601. One that begins with its day has no
/// certain meaning: `03/04/2021` is the third of April here and the fourth of March there.
fn in_iso_8601(text: &str) -> Option<String> {
    let padded = |part: &str| format!("{part:0>2}");
    let parts: Vec<String> = text.trim().split(['-', '/', '.']).map(padded).collect();
    let mended = parts.join("-");
    PartialDate::parse(&mended).map(|_| mended)
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
        let text = reader.text(node)?;
        let period = date::Period::parse(text);
        match period {
            None => {
                reader.raise(Code::InvalidPeriod, node).with("got", text);
            }
            Some(period) if period.until().is_wholly_before(period.since()) => {
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
