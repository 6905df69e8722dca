//! How a score comes about, in whole numbers that anybody can add up again.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde::ser::Serializer;

use super::{Scoring, Sums};
use crate::catalogue::Domain;
use crate::document::catalogue::{Aggregation, Gaps};
use crate::ratio::{Ratio, least_common_multiple};
use crate::standing::Standing;

/// How the score of a domain comes about: for every scored indicator its share of the domain and
/// what it contributes, as numerators over one denominator.
///
/// The contributions add up to [`Trace::numerator`], the shares to [`Trace::denominator`], and the
/// score is the one divided by the other. It is there also where the score is withheld.
#[derive(Clone, Debug, JsonSchema, Serialize)]
#[schemars(title = "Trace")]
pub struct Trace {
    /// The sum of all contributions.
    #[schemars(schema_with = "written_schema")]
    #[serde(serialize_with = "written")]
    numerator: u128,
    /// The sum of all shares; 0 where nothing takes part.
    #[schemars(schema_with = "written_schema")]
    #[serde(serialize_with = "written")]
    denominator: u128,
    /// A row for every scored indicator of the domain, in order.
    rows: Vec<TraceRow>,
}

/// What one scored indicator brings to the score of its domain.
#[derive(Clone, Debug, JsonSchema, Serialize)]
#[schemars(title = "Row of a trace")]
pub struct TraceRow {
    /// The code of the indicator.
    indicator: String,
    /// The code of its subdomain.
    subdomain: String,
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

    /// The code of its subdomain.
    #[must_use]
    pub fn subdomain(&self) -> &str {
        &self.subdomain
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
    let takes_part = |standing: Standing| match scoring.scheme.gaps() {
        Gaps::LeftOut => standing == Standing::Answered,
        Gaps::AsWorst => standing.counts(),
    };
    // The weight of each group, which is a subdomain or the whole domain.
    let weight = |sums: Sums| match scoring.scheme.gaps() {
        Gaps::LeftOut => sums.answered,
        Gaps::AsWorst => sums.counting,
    };
    let whole = weight(scoring.sums(domain.indicators()));
    let weights: Vec<u128> = domain
        .subdomains()
        .iter()
        .map(|subdomain| match scoring.scheme.aggregation() {
            Aggregation::Indicators => whole,
            Aggregation::Subdomains => weight(scoring.sums(subdomain.indicators())),
        })
        .collect();
    let taking_part = weights.iter().filter(|weight| **weight > 0);
    let common_weight =
        taking_part.clone().fold(1, |common, weight| least_common_multiple(common, *weight));
    let groups = match scoring.scheme.aggregation() {
        Aggregation::Indicators => u128::from(whole > 0),
        Aggregation::Subdomains => u128::try_from(taking_part.count()).unwrap_or(0),
    };
    let mut trace = Trace {
        numerator: 0,
        denominator: groups * common_weight * scoring.unit(),
        rows: Vec::new(),
    };
    for (subdomain, weight) in domain.subdomains().iter().zip(weights) {
        for indicator in subdomain.indicators().iter().filter(|indicator| indicator.is_scored()) {
            let unit = if takes_part(scoring.standing(indicator)) {
                // INVARIANT: at least the weight of this indicator, which is not zero.
                u128::from(indicator.weight()) * (common_weight / weight)
            } else {
                0
            };
            let row = TraceRow {
                indicator: indicator.code().to_owned(),
                subdomain: subdomain.code().to_owned(),
                points: scoring.points(indicator),
                maximum: indicator.answer_type().maximum(),
                weight: indicator.weight(),
                share: unit * scoring.unit(),
                contribution: unit * scoring.earned(indicator),
            };
            trace.numerator += row.contribution;
            trace.rows.push(row);
        }
    }
    trace
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_double_cannot_hold_is_written_as_text() {
        let trace = Trace { numerator: 1 << 53, denominator: (1 << 53) + 1, rows: Vec::new() };
        let want = r#"{"numerator":9007199254740992,"denominator":"9007199254740993","rows":[]}"#;
        assert_eq!(serde_json::to_string(&trace).unwrap(), want);
    }
}
