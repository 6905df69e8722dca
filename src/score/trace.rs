//! How a score comes about, in whole numbers that anybody can add up again.

use super::{Figures, Score, Scoring};
use crate::catalogue::{Domain, Heading, Indicator, Subdomain};
use crate::document::catalogue::{Aggregation, Gaps};
use crate::ratio::{Ratio, least_common_multiple};
use crate::standing::Standing;

/// How the score of a domain comes about: for every scored indicator its share of the domain and
/// what it contributes, as numerators over one denominator.
///
/// The contributions add up to [`Trace::numerator`], the shares to [`Trace::denominator`], and the
/// score is the one divided by the other. Where the scheme takes subdomains, the contributions and
/// shares of one subdomain give its score in the same way.
///
/// It is whole also where the score is withheld, for those who reckon on with it. What is written for
/// others, its JSON, has then only points, maxima and weights.
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
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Trace {
    is_published: bool,
    numerator: u128,
    denominator: u128,
    counting_denominator: u128,
    rows: Vec<TraceRow>,
}

/// What one scored indicator brings to the score of its domain.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct TraceRow {
    indicator: String,
    subdomain: Option<String>,
    standing: Standing,
    points: Option<u32>,
    maximum: u32,
    weight: u32,
    share: u128,
    contribution: u128,
    counting_share: u128,
}

impl Trace {
    /// Whether the score that the rows add up to is published.
    #[must_use]
    pub fn is_published(&self) -> bool {
        self.is_published
    }

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

pub(super) fn of_domain(scoring: Scoring<'_>, domain: &Domain, figures: &Figures) -> Trace {
    let counting = Portions::of(scoring, domain, Standing::counts);
    let shares = match scoring.scheme.gaps() {
        Gaps::LeftOut => Portions::of(scoring, domain, |standing| standing == Standing::Answered),
        Gaps::AsWorst => counting.clone(),
    };
    let maximum = scoring.unit();
    let mut trace = Trace {
        is_published: matches!(figures.score(), Score::Published { .. }),
        numerator: 0,
        denominator: shares.whole * maximum,
        counting_denominator: counting.whole * maximum,
        rows: Vec::with_capacity(shares.of_indicators.len()),
    };
    let scored = domain.indicators().iter().filter(|indicator| indicator.is_scored());
    let shares = shares.of_indicators.into_iter().zip(counting.of_indicators);
    for (indicator, (share, counting)) in scored.zip(shares) {
        let subdomain = indicator.subdomain().map(Heading::code);
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
struct Portions {
    /// In order; 0 for what takes no part.
    of_indicators: Vec<u128>,
    /// Their sum, the denominator.
    whole: u128,
}

impl Portions {
    /// The shares of the indicators that take part, by their standings.
    fn of(scoring: Scoring<'_>, domain: &Domain, takes_part: fn(Standing) -> bool) -> Self {
        let weight = |indicator: &Indicator| {
            let takes_part = indicator.is_scored() && takes_part(scoring.standing(indicator));
            if takes_part { u128::from(indicator.weight()) } else { 0 }
        };
        // The mean is one of groups: of the subdomains that take part, or of the whole domain.
        let groups: Vec<(u128, &[Indicator])> = match scoring.scheme.aggregation() {
            Aggregation::Indicators => vec![(1, domain.indicators())],
            Aggregation::Subdomains => {
                let weight = |subdomain: Option<&Subdomain>| subdomain.map_or(1, Subdomain::weight);
                let groups = domain.groups();
                groups.map(|(part, indicators)| (weight(part).into(), indicators)).collect()
            }
        };
        let sums = groups.iter().map(|(_, indicators)| indicators.iter().map(weight).sum());
        let sums: Vec<u128> = sums.collect();
        let taking_part = groups.iter().zip(&sums).filter(|(_, sum)| **sum > 0);
        let common =
            taking_part.clone().fold(1, |common, (_, sum)| least_common_multiple(common, *sum));
        let whole = taking_part.map(|((weight, _), _)| weight).sum::<u128>() * common;
        let mut of_indicators = Vec::new();
        for ((weight_of_group, indicators), sum) in groups.into_iter().zip(sums) {
            // In a group whose weights sum to 0 no indicator takes part, and it contributes nothing.
            let factor = weight_of_group * common.checked_div(sum).unwrap_or(0);
            let scored = indicators.iter().filter(|indicator| indicator.is_scored());
            of_indicators.extend(scored.map(|indicator| weight(indicator) * factor));
        }
        Self { of_indicators, whole }
    }
}
