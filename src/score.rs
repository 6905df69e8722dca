//! All arithmetic: from standings to a score with its interval, coverage and reach.
//!
//! It reckons with a catalogue, a scheme and standings. Where standings come from, it does not
//! know: from answers that were checked, or from answers that somebody only supposes.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::integer_division,
    reason = "INVARIANT: catalogues whose sums could pass 2^118 are refused (`catalogue::soundness`)"
)]

mod figures;
mod trace;

pub use self::figures::{Figures, Interval, Score, Withholding};
pub use self::trace::{Trace, TraceRow};
use crate::catalogue::{Catalogue, Domain, Indicator, Scheme, Subdomain};
use crate::document::catalogue::{Aggregation, Gaps};
use crate::ratio::{Ratio, mean};
use crate::standing::{Standing, Standings};

/// What figures are reckoned from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scoring<'s> {
    pub(crate) catalogue: &'s Catalogue,
    pub(crate) scheme: &'s Scheme,
    pub(crate) standings: &'s Standings,
}

impl Scoring<'_> {
    /// The figures of a domain.
    pub(crate) fn of_domain(self, domain: &Domain) -> Figures {
        match self.scheme.aggregation() {
            Aggregation::Indicators => self.figures(&[self.sums(domain.indicators())]),
            Aggregation::Subdomains => {
                let groups: Vec<Sums> =
                    domain.groups().map(|(_, indicators)| self.sums(indicators)).collect();
                self.figures(&groups)
            }
        }
    }

    /// The figures of a subdomain, of which the score is never published.
    pub(crate) fn of_subdomain(self, subdomain: &Subdomain) -> Figures {
        let figures = self.figures(&[self.sums(subdomain.indicators())]);
        Figures { score: withheld(Withholding::Subdomain), ..figures }
    }

    /// The figures over all domains: the mean of all indicators.
    pub(crate) fn of_all(self) -> Figures {
        self.figures(&[self.sums(self.catalogue.indicators())])
    }

    /// How the score of a domain comes about.
    pub(crate) fn trace(self, domain: &Domain) -> Trace {
        trace::of_domain(self, domain)
    }

    #[expect(single_use_lifetimes, reason = "`impl Trait` cannot leave it out")]
    fn sums<'i>(self, indicators: impl IntoIterator<Item = &'i Indicator>) -> Sums {
        let mut sums = Sums::default();
        for indicator in indicators.into_iter().filter(|indicator| indicator.is_scored()) {
            let standing = self.standing(indicator);
            let weight = u128::from(indicator.weight());
            sums.scored += weight;
            if standing.counts() {
                sums.counting += weight;
            }
            if standing == Standing::Answered {
                sums.answers += 1;
                sums.answered += weight;
                sums.earned += weight * self.earned(indicator);
            }
        }
        sums
    }

    fn standing(self, indicator: &Indicator) -> Standing {
        self.standings.of(indicator.position())
    }

    /// The points of an indicator, if it is answered.
    fn points(self, indicator: &Indicator) -> Option<u32> {
        let level = self.standings.level(indicator.position())?;
        Some(indicator.answer_type().levels().get(level)?.points())
    }

    /// The points of an indicator, brought to the common maximum.
    fn earned(self, indicator: &Indicator) -> u128 {
        let maximum = u128::from(indicator.answer_type().maximum().max(1));
        u128::from(self.points(indicator).unwrap_or(0)) * (self.unit() / maximum)
    }

    /// The common maximum: what the points of the best answer come to, whatever the answer type.
    fn unit(self) -> u128 {
        self.catalogue.common_maximum().into()
    }

    /// The figures of a node that is the mean of `groups`, each the weighted mean of its indicators.
    /// A group takes part in each mean where its denominator is not zero.
    fn figures(self, groups: &[Sums]) -> Figures {
        let mean_of = |share: fn(&Sums, u128) -> (u128, u128)| {
            let shares = groups.iter().map(|sums| share(sums, self.unit()));
            mean(shares.filter(|(_, denominator)| *denominator > 0))
        };
        let of_answered = mean_of(|sums, unit| (sums.earned, sums.answered * unit));
        let lowest = mean_of(|sums, unit| (sums.earned, sums.counting * unit));
        let highest = mean_of(|sums, unit| {
            (sums.earned + (sums.counting - sums.answered) * unit, sums.counting * unit)
        });
        let coverage = mean_of(|sums, _| (sums.answered, sums.counting));
        let reach = mean_of(|sums, _| (sums.counting, sums.scored));
        let value = match self.scheme.gaps() {
            Gaps::LeftOut => of_answered,
            Gaps::AsWorst => lowest,
        };
        let answers = groups.iter().map(|sums| sums.answers).sum();
        let score = match value.zip(value.and_then(|value| self.scheme.band_of(value))) {
            None if lowest.is_none() => withheld(Withholding::NothingCounts),
            None => withheld(Withholding::NothingAnswered),
            Some((value, band)) => {
                let reasons = below_minima(self.scheme, coverage, reach, answers);
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
}

/// Sums over the indicators of one mean. Weights are whole numbers; points are brought to the
/// common maximum, so that `earned` is in units of `1 / common maximum`.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    /// How many are answered.
    answers: u32,
    /// Weight of everything scored.
    scored: u128,
    /// Weight of what counts here.
    counting: u128,
    /// Weight of what is answered.
    answered: u128,
    /// Weighted points of what is answered.
    earned: u128,
}

fn withheld(reason: Withholding) -> Score {
    Score::Withheld { reasons: vec![reason] }
}

/// Which minima the figures miss. A scheme that counts gaps as worst has none.
fn below_minima(
    scheme: &Scheme,
    coverage: Option<Ratio>,
    reach: Option<Ratio>,
    answers: u32,
) -> Vec<Withholding> {
    let minima = scheme.minima();
    let misses = |share: Option<Ratio>, least| share.is_some_and(|share| !share.reaches(least));
    let mut reasons = Vec::new();
    if misses(coverage, minima.coverage()) {
        reasons.push(Withholding::Coverage { least: minima.coverage() });
    }
    if misses(reach, minima.reach()) {
        reasons.push(Withholding::Reach { least: minima.reach() });
    }
    if answers < minima.answered() {
        reasons.push(Withholding::Answered { least: minima.answered() });
    }
    reasons
}
