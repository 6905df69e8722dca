//! All arithmetic: from standings to a score with its interval, coverage and reach.
//!
//! There is one rule at every level: a figure is the weighted mean of the parts that take part
//! (`means`), where parts are indicators, subdomains or domains, as the scheme says.
//!
//! It reckons with a catalogue, a scheme and standings. Where standings come from, it does not
//! know: from answers that were checked, or from answers that somebody only supposes.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::integer_division,
    reason = "INVARIANT: catalogues whose sums could pass 2^110 are refused (`catalogue::soundness`)"
)]

mod figures;
mod means;
mod trace;

pub(crate) use self::figures::WithholdingJson;
pub use self::figures::{Figures, Interval, Score, Withholding};
use self::means::{Fraction, Means, Shares};
pub use self::trace::{Trace, TraceRow};
use crate::catalogue::{Catalogue, Domain, Indicator, Scheme, Subdomain};
use crate::document::catalogue::{Aggregation, Gaps, Overall};
use crate::ratio::Ratio;
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
        self.figures(self.domain(domain))
    }

    /// The figures of a subdomain, which are withheld unless the scheme publishes subdomains.
    pub(crate) fn of_subdomain(self, subdomain: &Subdomain) -> Figures {
        let shares = self.indicators(subdomain.indicators());
        if self.scheme.publishes_subdomains() {
            self.figures(shares)
        } else {
            withheld(vec![Withholding::Subdomain], shares)
        }
    }

    /// The figures over all domains, where the scheme asks for them.
    pub(crate) fn of_all(self) -> Option<Figures> {
        let shares = match self.scheme.overall()? {
            Overall::Indicators => self.indicators(self.catalogue.indicators()),
            Overall::Domains => {
                let domains = self.catalogue.domains().iter();
                Means::of(domains.map(|domain| (domain.weight(), self.domain(domain))))
            }
        };
        Some(self.figures(shares))
    }

    /// How the score of a domain comes about.
    pub(crate) fn trace(self, domain: &Domain, figures: &Figures) -> Trace {
        trace::of_domain(self, domain, figures)
    }

    fn domain(self, domain: &Domain) -> Shares {
        match self.scheme.aggregation() {
            Aggregation::Indicators => self.indicators(domain.indicators()),
            Aggregation::Subdomains => Means::of(domain.groups().map(|(subdomain, indicators)| {
                (subdomain.map_or(1, Subdomain::weight), self.indicators(indicators))
            })),
        }
    }

    fn indicators(self, indicators: &[Indicator]) -> Shares {
        let scored = indicators.iter().filter(|indicator| indicator.is_scored());
        Means::of(scored.map(|indicator| (indicator.weight(), self.indicator(indicator))))
    }

    /// What an indicator brings to each mean: its score if it is answered, the worst and the best if
    /// it is open.
    fn indicator(self, indicator: &Indicator) -> Shares {
        let unit = self.unit();
        let standing = self.standing(indicator);
        let is_answered = standing == Standing::Answered;
        let counts = standing.counts();
        let earned = if is_answered { self.earned(indicator) } else { 0 };
        let of = |numerator, takes_part| Fraction {
            numerator,
            denominator: if takes_part { unit } else { 0 },
        };
        Shares {
            answers: is_answered.into(),
            answered: of(earned, is_answered),
            lowest: of(earned, counts),
            highest: of(if is_answered { earned } else { unit }, counts),
            coverage: of(if is_answered { unit } else { 0 }, counts),
            reach: of(if counts { unit } else { 0 }, true),
        }
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

    /// The figures of a node. The minima decide only whether they are published.
    fn figures(self, shares: Shares) -> Figures {
        let value = match self.scheme.gaps() {
            Gaps::LeftOut => shares.answered,
            Gaps::AsWorst => shares.lowest,
        };
        let interval = shares.lowest.ratio().zip(shares.highest.ratio());
        let Some((lowest, highest)) = interval else {
            return withheld(vec![Withholding::NothingCounts], shares);
        };
        let value = value.ratio();
        let Some((value, band)) = value.zip(value.and_then(|value| self.scheme.band_of(value)))
        else {
            return withheld(vec![Withholding::NothingAnswered], shares);
        };
        let (coverage, reach) = (shares.coverage.ratio(), shares.reach.ratio());
        let reasons = below_minima(self.scheme, coverage, reach, shares.answers);
        if !reasons.is_empty() {
            return withheld(reasons, shares);
        }
        let score = Score::Published { value, band: band.clone() };
        let interval = Some(Interval { lowest, highest });
        Figures { score, interval, coverage, reach }
    }
}

/// Figures without a score, and without what would give it away.
fn withheld(reasons: Vec<Withholding>, shares: Shares) -> Figures {
    Figures {
        score: Score::Withheld { reasons },
        interval: None,
        coverage: shares.coverage.ratio(),
        reach: shares.reach.ratio(),
    }
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
