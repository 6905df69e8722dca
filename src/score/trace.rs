//! How a score comes about, in whole numbers that anybody can add up again.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde::ser::Serializer;

use super::Scoring;
use crate::catalogue::{Domain, Indicator, Subdomain};
use crate::document::catalogue::{Aggregation, Gaps};
use crate::ratio::{Ratio, least_common_multiple};
use crate::standing::Standing;

/// How the score of a domain comes about: for every scored indicator its share of the domain and
/// what it contributes, as numerators over one denominator.
///
/// The contributions add up to [`Trace::numerator`], the shares to [`Trace::denominator`], and the
/// score is the one divided by the other. It is there also where the score is withheld.
///
/// Beside the shares of the score it has those of [coverage](crate::profile::Figures::coverage): what an
/// indicator weighs among everything that counts here, open or answered, over
/// [`Trace::counting_denominator`]. The coverage is the sum of the counting shares of what is
/// answered; with points over maximum they give the [interval](crate::profile::Figures::interval).
///
/// # Example
///
/// ```
/// use mgi::profile::{Ratio, Standing};
/// use mgi::{Catalogue, ResponseSet};
///
/// let set = ResponseSet::from_json(include_bytes!("../../indicators/samples/la-chorrera-2021.json"))?;
/// let profile = Catalogue::local().assess(&set)?.profile();
/// let domain = profile.domain("MR").unwrap();
/// let trace = domain.trace();
/// let sum: u128 = trace.rows().iter().map(|row| row.contribution()).sum();
/// assert_eq!(Ratio::new(sum, trace.denominator()), trace.value());
///
/// let answered = trace.rows().iter().filter(|row| row.standing() == Standing::Answered);
/// let answered = answered.map(|row| row.counting_share()).sum();
/// assert_eq!(Ratio::new(answered, trace.counting_denominator()), domain.figures().coverage());
/// # Ok::<(), mgi::Report>(())
/// ```
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[schemars(
    title = "Trace",
    description = "How the score of a domain comes about: for every scored indicator its share of the \
                   domain and what it contributes, as numerators over one denominator."
)]
pub struct Trace {
    /// The sum of all contributions.
    #[schemars(schema_with = "written_schema")]
    #[serde(serialize_with = "written")]
    numerator: u128,
    /// The sum of all shares; 0 where nothing takes part.
    #[schemars(schema_with = "written_schema")]
    #[serde(serialize_with = "written")]
    denominator: u128,
    /// The sum of all counting shares; 0 where nothing counts here.
    #[schemars(skip)]
    #[serde(skip)]
    counting_denominator: u128,
    /// A row for every scored indicator of the domain, in order.
    rows: Vec<TraceRow>,
}

/// What one scored indicator brings to the score of its domain.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[schemars(title = "Row of a trace")]
pub struct TraceRow {
    /// The code of the indicator.
    indicator: String,
    /// The code of its subdomain; null if the domain has none.
    subdomain: Option<String>,
    /// What its answer means for the place.
    #[schemars(skip)]
    #[serde(skip)]
    standing: Standing,
    /// Its points, from 0 to the maximum; null where it is not answered.
    points: Option<u32>,
    /// The points of the best answer.
    #[schemars(range(min = 1, max = 100))]
    maximum: u32,
    /// Its weight beside others.
    #[schemars(range(min = 1, max = 100))]
    weight: u32,
    /// Its share of the domain, over the denominator; 0 where it takes no part.
    #[schemars(schema_with = "written_schema")]
    #[serde(serialize_with = "written")]
    share: u128,
    /// What it contributes to the score, over the denominator: its share times points / maximum.
    #[schemars(schema_with = "written_schema")]
    #[serde(serialize_with = "written")]
    contribution: u128,
    /// Its share of what counts here, over the counting denominator; 0 where it does not count.
    #[schemars(skip)]
    #[serde(skip)]
    counting_share: u128,
}

impl Trace {
    /// The sum of all contributions.
    #[must_use]
    pub fn numerator(&self) -> u128 {
        self.numerator
    }

    /// The sum of all shares: the one denominator of the domain. 0 where nothing takes part.
    #[must_use]
    pub fn denominator(&self) -> u128 {
        self.denominator
    }

    /// The sum of all counting shares: the denominator of coverage. 0 where nothing counts here.
    #[must_use]
    pub fn counting_denominator(&self) -> u128 {
        self.counting_denominator
    }

    /// The score that the rows add up to, whether or not it is published.
    #[must_use]
    pub fn value(&self) -> Option<Ratio> {
        Ratio::new(self.numerator, self.denominator)
    }

    /// A row for every scored indicator of the domain, in order.
    #[must_use]
    pub fn rows(&self) -> &[TraceRow] {
        &self.rows
    }
}

impl TraceRow {
    /// The code of the indicator.
    #[must_use]
    pub fn indicator(&self) -> &str {
        &self.indicator
    }

    /// The code of its subdomain, if the domain has any.
    #[must_use]
    pub fn subdomain(&self) -> Option<&str> {
        self.subdomain.as_deref()
    }

    /// What its answer means for the place.
    #[must_use]
    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// Its points, from 0 to the maximum; nothing where it is not answered.
    #[must_use]
    pub fn points(&self) -> Option<u32> {
        self.points
    }

    /// The points of the best answer, from 1 to 100.
    #[must_use]
    pub fn maximum(&self) -> u32 {
        self.maximum
    }

    /// Its weight beside others, from 1 to 100.
    #[must_use]
    pub fn weight(&self) -> u32 {
        self.weight
    }

    /// Its share of the domain, over the denominator; 0 where it takes no part.
    #[must_use]
    pub fn share(&self) -> u128 {
        self.share
    }

    /// What it contributes to the score, over the denominator: its share times points / maximum.
    #[must_use]
    pub fn contribution(&self) -> u128 {
        self.contribution
    }

    /// Its points over their maximum; nothing where it is not answered.
    #[must_use]
    pub fn value(&self) -> Option<Ratio> {
        Ratio::new(self.points?.into(), self.maximum.into())
    }

    /// Its share of what counts here, over the counting denominator; 0 where it does not count.
    #[must_use]
    pub fn counting_share(&self) -> u128 {
        self.counting_share
    }
}

/// Numbers beyond 2^53 lose their last figures in many readers of JSON; a text keeps them.
fn written<S: Serializer>(number: &u128, serializer: S) -> Result<S::Ok, S::Error> {
    match u64::try_from(*number) {
        Ok(small) if small <= 1 << 53 => serializer.serialize_u64(small),
        _ => serializer.serialize_str(&number.to_string()),
    }
}

/// A whole number, or its text beyond 2^53.
fn written_schema(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]+$"})
}

pub(super) fn of_domain(scoring: Scoring<'_>, domain: &Domain) -> Trace {
    let counting = Shares::of(scoring, domain, Standing::counts);
    let shares = match scoring.scheme.gaps() {
        Gaps::LeftOut => Shares::of(scoring, domain, |standing| standing == Standing::Answered),
        Gaps::AsWorst => counting.clone(),
    };
    let maximum = scoring.unit();
    let mut trace = Trace {
        numerator: 0,
        denominator: shares.whole * maximum,
        counting_denominator: counting.whole * maximum,
        rows: Vec::with_capacity(shares.of_indicators.len()),
    };
    let scored = domain.groups().flat_map(|(subdomain, indicators)| {
        let scored = indicators.iter().filter(|indicator| indicator.is_scored());
        scored.map(move |indicator| (subdomain.map(Subdomain::code), indicator))
    });
    let shares = shares.of_indicators.into_iter().zip(counting.of_indicators);
    for ((subdomain, indicator), (share, counting)) in scored.zip(shares) {
        let row = TraceRow {
            indicator: indicator.code().to_owned(),
            subdomain: subdomain.map(str::to_owned),
            standing: scoring.standing(indicator),
            points: scoring.points(indicator),
            maximum: indicator.answer_type().maximum(),
            weight: indicator.weight(),
            share: share * maximum,
            contribution: share * scoring.earned(indicator),
            counting_share: counting * maximum,
        };
        trace.numerator += row.contribution;
        trace.rows.push(row);
    }
    trace
}

/// What each scored indicator of a domain weighs in a mean, as numerators over one denominator.
#[derive(Clone, Debug)]
struct Shares {
    /// In order; 0 for what takes no part.
    of_indicators: Vec<u128>,
    /// Their sum, the denominator.
    whole: u128,
}

impl Shares {
    /// The shares of the indicators that take part, by their standings.
    fn of(scoring: Scoring<'_>, domain: &Domain, takes_part: fn(Standing) -> bool) -> Self {
        let weight = |indicator: &Indicator| {
            let takes_part = indicator.is_scored() && takes_part(scoring.standing(indicator));
            if takes_part { u128::from(indicator.weight()) } else { 0 }
        };
        // The mean is one of groups: of the subdomains that take part, or of the whole domain.
        let whole: u128 = domain.indicators().iter().map(weight).sum();
        let weights = domain.groups().map(|(_, indicators)| match scoring.scheme.aggregation() {
            Aggregation::Indicators => whole,
            Aggregation::Subdomains => indicators.iter().map(weight).sum(),
        });
        let weights: Vec<u128> = weights.collect();
        let taking_part = weights.iter().filter(|weight| **weight > 0);
        let common =
            taking_part.clone().fold(1, |common, weight| least_common_multiple(common, *weight));
        let groups = match scoring.scheme.aggregation() {
            Aggregation::Indicators => u128::from(whole > 0),
            Aggregation::Subdomains => u128::try_from(taking_part.count()).unwrap_or(0),
        };
        let mut of_indicators = Vec::new();
        for ((_, indicators), group) in domain.groups().zip(weights) {
            let scored = indicators.iter().filter(|indicator| indicator.is_scored());
            // Nothing of a group without weight takes part.
            let factor = common.checked_div(group).unwrap_or(0);
            of_indicators.extend(scored.map(|indicator| weight(indicator) * factor));
        }
        Self { of_indicators, whole: groups * common }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_double_cannot_hold_is_written_as_text() {
        let trace = Trace {
            numerator: 1 << 53,
            denominator: (1 << 53) + 1,
            counting_denominator: 0,
            rows: Vec::new(),
        };
        let want = r#"{"numerator":9007199254740992,"denominator":"9007199254740993","rows":[]}"#;
        assert_eq!(serde_json::to_string(&trace).unwrap(), want);
    }
}
