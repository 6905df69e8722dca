//! All arithmetic: from what indicators stand for to a score with its interval, coverage and reach.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::integer_division,
    reason = "INVARIANT: catalogues whose sums could pass 2^118 are refused (`catalogue::soundness`)"
)]

mod trace;

use schemars::JsonSchema;
use serde::Serialize;

pub(crate) use self::trace::of_domain as trace;
pub use self::trace::{Trace, TraceRow};
use crate::assess::{Assessment, Standing};
use crate::catalogue::{Band, Domain, Indicator, Scheme};
use crate::document::catalogue::{Aggregation, Gaps};
use crate::ratio::{Ratio, mean};

/// What a domain reaches: a figure, or the reasons why none is published.
#[derive(Clone, Debug)]
#[expect(clippy::exhaustive_enums, reason = "callers face both: no score is not a number")]
pub enum Score {
    /// The share of points reached, and the band in which it lies.
    Published {
        /// The share of points reached.
        value: Ratio,
        /// The band in which it lies.
        band: Band,
    },
    /// No figure: it would say more than is known.
    Withheld {
        /// Why; at least one reason.
        reasons: Vec<Withholding>,
    },
}

/// Why a score is withheld.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[schemars(title = "Reason for withholding a score")]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Withholding {
    /// Nothing that is scored counts here.
    NothingCounts,
    /// Nothing that counts here is answered.
    NothingAnswered,
    /// Too little of what counts here is answered: less than this percentage.
    Coverage(#[schemars(range(max = 100))] u8),
    /// Too little of the domain counts here: less than this percentage.
    Reach(#[schemars(range(max = 100))] u8),
    /// Fewer indicators are answered than this.
    Answered(u32),
    /// The catalogue publishes no figure for a subdomain.
    Subdomain,
}

/// The lowest and the highest score still possible, given what is open.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[schemars(title = "Interval")]
pub struct Interval {
    /// The score if everything open turns out at its worst.
    lowest: Ratio,
    /// The score if everything open turns out at its best.
    highest: Ratio,
}

impl Interval {
    /// The score if everything open turns out at its worst.
    #[must_use]
    pub fn lowest(self) -> Ratio {
        self.lowest
    }

    /// The score if everything open turns out at its best.
    #[must_use]
    pub fn highest(self) -> Ratio {
        self.highest
    }
}

/// The figures of one node: never one of them alone.
#[derive(Clone, Debug)]
pub struct Figures {
    score: Score,
    interval: Option<Interval>,
    coverage: Option<Ratio>,
    reach: Option<Ratio>,
}

impl Figures {
    /// The score, published or withheld.
    #[must_use]
    pub fn score(&self) -> &Score {
        &self.score
    }

    /// The possible range; nothing where nothing counts here.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        self.interval
    }

    /// How much of what counts here is answered; nothing where nothing counts here.
    #[must_use]
    pub fn coverage(&self) -> Option<Ratio> {
        self.coverage
    }

    /// How much counts here at all; nothing where nothing is scored.
    #[must_use]
    pub fn reach(&self) -> Option<Ratio> {
        self.reach
    }

    /// The bands in which the score may lie once everything is answered, lowest first. Exactly one
    /// where it holds whatever the open answers turn out to be.
    #[must_use]
    pub fn possible_bands<'s>(&self, scheme: &'s Scheme) -> &'s [Band] {
        let Some(Interval { lowest, highest }) = self.interval else {
            return &[];
        };
        let index =
            |share: Ratio| scheme.bands().iter().rposition(|band| share.reaches(band.from()));
        let (first, last) = (index(lowest).unwrap_or(0), index(highest).unwrap_or(0));
        scheme.bands().get(first..=last).unwrap_or_default()
    }
}

/// Sums over the indicators of one mean. Weights are whole numbers; points are brought to the
/// common maximum, so that `earned` is in units of `1 / common maximum`.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    /// Weight of everything scored.
    scored: u128,
    /// Weight of what counts here.
    counting: u128,
    /// Weight of what is answered.
    answered: u128,
    /// Weighted points of what is answered.
    earned: u128,
}

/// What one scored indicator brings.
struct Contribution {
    weight: u128,
    standing: Standing,
    /// Points, brought to the common maximum.
    earned: u128,
}

impl Contribution {
    fn of(indicator: &Indicator, assessment: &Assessment, common_maximum: u128) -> Self {
        let standing = assessment.entry(indicator).standing;
        let answer_type = indicator.answer_type();
        let points = match standing {
            Standing::Answered { level } => {
                answer_type.levels().get(level).map_or(0, |level| level.points())
            }
            _ => 0,
        };
        let maximum = u128::from(answer_type.maximum().max(1));
        Self {
            weight: indicator.weight().into(),
            standing,
            earned: u128::from(points) * (common_maximum / maximum),
        }
    }
}

impl Sums {
    #[expect(single_use_lifetimes, reason = "`impl Trait` cannot leave it out")]
    fn of<'i>(
        indicators: impl Iterator<Item = &'i Indicator>,
        assessment: &Assessment,
        common_maximum: u128,
    ) -> Self {
        let mut sums = Self::default();
        for indicator in indicators.filter(|indicator| indicator.is_scored()) {
            let brought = Contribution::of(indicator, assessment, common_maximum);
            sums.scored += brought.weight;
            if brought.standing.counts() {
                sums.counting += brought.weight;
            }
            if matches!(brought.standing, Standing::Answered { .. }) {
                sums.answered += brought.weight;
                sums.earned += brought.weight * brought.earned;
            }
        }
        sums
    }
}

/// The figures of a domain. `answered` is how many of its indicators are.
pub(crate) fn of_domain(
    domain: &Domain,
    assessment: &Assessment,
    scheme: &Scheme,
    answered: u32,
) -> Figures {
    let common_maximum = assessment.catalogue().common_maximum().into();
    match scheme.aggregation() {
        Aggregation::Indicators => {
            let group = Sums::of(domain.indicators(), assessment, common_maximum);
            figures(&[group], common_maximum, scheme, answered)
        }
        Aggregation::Subdomains => {
            let subdomains = domain.subdomains().iter();
            let groups: Vec<Sums> = subdomains
                .map(|subdomain| {
                    Sums::of(subdomain.indicators().iter(), assessment, common_maximum)
                })
                .collect();
            figures(&groups, common_maximum, scheme, answered)
        }
    }
}

/// The figures of a subdomain, of which the score is never published.
pub(crate) fn of_subdomain(
    indicators: &[Indicator],
    assessment: &Assessment,
    scheme: &Scheme,
) -> Figures {
    let common_maximum = assessment.catalogue().common_maximum().into();
    let sums = Sums::of(indicators.iter(), assessment, common_maximum);
    let figures = figures(&[sums], common_maximum, scheme, 0);
    Figures { score: Score::Withheld { reasons: vec![Withholding::Subdomain] }, ..figures }
}

/// The figures over all domains: the mean of all indicators.
pub(crate) fn of_all(assessment: &Assessment, scheme: &Scheme, answered: u32) -> Figures {
    let catalogue = assessment.catalogue();
    let common_maximum = catalogue.common_maximum().into();
    let sums = Sums::of(catalogue.indicators(), assessment, common_maximum);
    figures(&[sums], common_maximum, scheme, answered)
}

/// The figures of a node that is the mean of `groups`, each the weighted mean of its indicators.
/// A group takes part in each mean where its denominator is not zero.
fn figures(groups: &[Sums], common_maximum: u128, scheme: &Scheme, answered: u32) -> Figures {
    let mean_of = |share: fn(&Sums, u128) -> (u128, u128)| {
        let shares = groups.iter().map(|sums| share(sums, common_maximum));
        mean(shares.filter(|(_, denominator)| *denominator > 0))
    };
    let of_answered = mean_of(|sums, unit| (sums.earned, sums.answered * unit));
    let lowest = mean_of(|sums, unit| (sums.earned, sums.counting * unit));
    let highest = mean_of(|sums, unit| {
        (sums.earned + (sums.counting - sums.answered) * unit, sums.counting * unit)
    });
    let coverage = mean_of(|sums, _| (sums.answered, sums.counting));
    let reach = mean_of(|sums, _| (sums.counting, sums.scored));
    let value = match scheme.gaps() {
        Gaps::LeftOut => of_answered,
        Gaps::AsWorst => lowest,
    };
    let score = match value.zip(value.and_then(|value| scheme.band_of(value))) {
        None if lowest.is_none() => withheld(Withholding::NothingCounts),
        None => withheld(Withholding::NothingAnswered),
        Some((value, band)) => {
            let reasons = below_minima(scheme, coverage, reach, answered);
            if reasons.is_empty() {
                Score::Published { value, band: band.clone() }
            } else {
                Score::Withheld { reasons }
            }
        }
    };
    let interval = lowest.zip(highest).map(|(lowest, highest)| Interval { lowest, highest });
    Figures { score, interval, coverage, reach }
}

fn withheld(reason: Withholding) -> Score {
    Score::Withheld { reasons: vec![reason] }
}

/// Which minima the figures miss. A scheme that counts gaps as worst has none.
fn below_minima(
    scheme: &Scheme,
    coverage: Option<Ratio>,
    reach: Option<Ratio>,
    answered: u32,
) -> Vec<Withholding> {
    let minima = scheme.minima();
    let misses = |share: Option<Ratio>, least| share.is_some_and(|share| !share.reaches(least));
    let mut reasons = Vec::new();
    if misses(coverage, minima.coverage()) {
        reasons.push(Withholding::Coverage(minima.coverage()));
    }
    if misses(reach, minima.reach()) {
        reasons.push(Withholding::Reach(minima.reach()));
    }
    if answered < minima.answered() {
        reasons.push(Withholding::Answered(minima.answered()));
    }
    reasons
}
