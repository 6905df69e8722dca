//! The rules that keep every sum small enough to be exact.
//!
//! A mean of indicators has the sum of those weights as its denominator that take part: any sum of
//! some of them can occur. A mean of such means has the least common multiple of the denominators of
//! its parts, one sum for each of them, times the sum of its own weights; and so on upwards. Points
//! bring the least common multiple of all maxima. The product of all that bounds each number that
//! the engine reckons with, since the numerator of a share is never above its denominator. So no sum
//! can overflow where the product is within the limit. Means of indicators alone need no such rule: a
//! document has fewer than 2^32 values, so that their denominators are below 2^32 x 100 x 1,000,000.
//!
//! It takes time in proportion to the catalogue, but for sorting: sums are looked for only up to
//! `MOST_SUM`, which is so many steps for each part at most.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::integer_division,
    reason = "INVARIANT: weights are at most 100, and multiples of them are checked"
)]

use indexmap::IndexMap;

use super::super::assembly::Built;
use super::super::domain::{Domain, Subdomain};
use super::super::files::in_manifest;
use super::super::indicator::{Indicator, are_scored};
use crate::code::Code;
use crate::document::catalogue::{Aggregation, Manifest, Overall};
use crate::document::values::Placed as _;
use crate::ratio::{Ratio, greatest_common_divisor, least_common_multiple};
use crate::tree::{Mark, Problems};

/// The least common multiple of all maxima, at most.
const MOST_COMMON_MAXIMUM: u128 = 1_000_000;
/// The sums of one mean are looked for one by one up to here, once its weights are divided by what
/// all have in common. Almost all means with a larger sum have too large a multiple anyway.
const MOST_SUM: usize = 1024;

/// The least common multiple of all maxima in use. `cat.bounds.maxima`
pub(super) fn maxima_too_large(manifest: &Manifest, built: &Built, problems: &mut Problems) -> u32 {
    let mut common = 1;
    for indicator in &*built.indicators {
        let maximum = u128::from(indicator.answer_type().maximum().max(1));
        // Maxima are at most 100, so that one step beyond the limit fits easily.
        common = least_common_multiple(common, maximum);
        if common > MOST_COMMON_MAXIMUM {
            problems
                .push(Code::MaximaTooLarge, in_manifest(manifest.node()))
                .with("got", common.to_string().as_str())
                .with("limit", MOST_COMMON_MAXIMUM.to_string().as_str());
            return 1;
        }
    }
    u32::try_from(common).unwrap_or(1)
}

/// `cat.bounds.weights`
pub(super) fn weights_too_large(built: &Built, common_maximum: u32, problems: &mut Problems) {
    let figures = means_of_means(built).into_iter();
    let beyond = figures.filter(|figure| !figure.is_exact(common_maximum));
    // Of several figures above one mean, each would say the same of it.
    let mut largest: IndexMap<&str, Group<'_>> = IndexMap::new();
    for figure in beyond {
        let group = figure.levels.into_iter().flatten().max_by_key(|group| group.sum);
        largest.extend(group.map(|group| (group.code, group)));
    }
    for group in largest.values() {
        let raised = problems.push(Code::WeightsTooLarge, group.at);
        raised.with("group", group.code).with("sum", group.sum.to_string().as_str());
    }
}

/// The figures that are means of means, in any scheme.
fn means_of_means(built: &Built) -> Vec<Figure<'_>> {
    let domains = || built.domains.iter().filter(|domain| are_scored(domain.indicators()));
    let takes = |aggregation, overall: Option<Overall>| {
        let mut schemes = built.schemes.iter().filter(|scheme| scheme.aggregation() == aggregation);
        schemes.any(|scheme| overall.is_none() || scheme.overall() == overall)
    };
    let weight = domains().map(|domain| u128::from(domain.weight())).sum();
    let mut figures = Vec::new();
    if takes(Aggregation::Subdomains, None) {
        figures.extend(domains().map(|domain| Figure {
            levels: vec![Group::of_groups(domain).collect()],
            weight: Group::of_domain(domain).sum,
        }));
    }
    if takes(Aggregation::Indicators, Some(Overall::Domains)) {
        let of_indicators = domains()
            .map(|domain| Group::new(domain.code(), domain.at, weights(domain.indicators())));
        figures.push(Figure { levels: vec![of_indicators.collect()], weight });
    }
    if takes(Aggregation::Subdomains, Some(Overall::Domains)) {
        let of_groups = domains().flat_map(Group::of_groups).collect();
        let of_domains = domains().map(Group::of_domain).collect();
        figures.push(Figure { levels: vec![of_groups, of_domains], weight });
    }
    figures
}

/// A figure that is a mean of means.
struct Figure<'b> {
    /// The means below it, the lowest ones first. Each brings one of its sums.
    levels: Vec<Vec<Group<'b>>>,
    /// The sum of the weights of its own parts.
    weight: u128,
}

impl Figure<'_> {
    /// Whether no denominator can be beyond the limit.
    fn is_exact(&self, common_maximum: u32) -> bool {
        let own = u128::from(common_maximum) * self.weight;
        let bound = self
            .levels
            .iter()
            .try_fold(own, |bound, groups| bound.checked_mul(most_common_denominator(groups)?));
        bound.is_some_and(|bound| bound <= Ratio::LIMIT)
    }
}

/// A mean, by the weights of its parts.
struct Group<'b> {
    code: &'b str,
    at: Mark,
    /// The sum of all weights.
    sum: u128,
    /// The least common multiple of all sums of some of the weights; nothing if it is beyond the
    /// limit, or if there are too many sums to look for.
    multiple: Option<u128>,
}

impl<'b> Group<'b> {
    fn new(code: &'b str, at: Mark, weights: impl Iterator<Item = u32>) -> Self {
        let weights: Vec<usize> =
            weights.filter_map(|weight| usize::try_from(weight).ok()).collect();
        let sum = weights.iter().filter_map(|weight| u128::try_from(*weight).ok()).sum();
        Self { code, at, sum, multiple: multiple_of_sums(&weights) }
    }

    /// The subdomains of a domain as means of their indicators, or the domain where it has none.
    fn of_groups(domain: &'b Domain) -> impl Iterator<Item = Self> {
        scored_groups(domain).map(|(subdomain, indicators)| {
            let (code, at) = subdomain
                .map_or((domain.code(), domain.at), |subdomain| (subdomain.code(), subdomain.at));
            Self::new(code, at, weights(indicators))
        })
    }

    /// A domain as the mean of its subdomains.
    fn of_domain(domain: &'b Domain) -> Self {
        let groups = scored_groups(domain);
        let weights = groups.map(|(subdomain, _)| subdomain.map_or(1, Subdomain::weight));
        Self::new(domain.code(), domain.at, weights)
    }
}

fn scored_groups(domain: &Domain) -> impl Iterator<Item = (Option<&Subdomain>, &[Indicator])> {
    domain.groups().filter(|(_, indicators)| are_scored(indicators))
}

fn weights(indicators: &[Indicator]) -> impl Iterator<Item = u32> {
    indicators.iter().filter(|indicator| indicator.is_scored()).map(Indicator::weight)
}

/// The largest common denominator of means of which each brings one of its sums.
///
/// It is at most the least common multiple of all these sums, and at most the product of the whole
/// sums. Where means differ in size, the smaller ones have small multiples, and only the larger ones
/// are multiplied: each such division gives a bound, and the least of them is taken.
fn most_common_denominator(groups: &[Group<'_>]) -> Option<u128> {
    let mut groups: Vec<&Group<'_>> = groups.iter().collect();
    groups.sort_unstable_by_key(|group| group.multiple.unwrap_or(u128::MAX));
    let mut products = vec![Some(1_u128)];
    for group in groups.iter().rev() {
        let product = products.last().copied().flatten();
        products.push(product.and_then(|product| product.checked_mul(group.sum)));
    }
    let mut multiple = Some(1_u128);
    let multiples = std::iter::once(multiple).chain(groups.iter().map(|group| {
        multiple =
            multiple.zip(group.multiple).and_then(|(one, other)| common_multiple(one, other));
        multiple
    }));
    let bounds = multiples.zip(products.iter().rev());
    bounds.filter_map(|(multiple, product)| multiple?.checked_mul((*product)?)).min()
}

/// The least common multiple of all sums of some of these weights.
fn multiple_of_sums(weights: &[usize]) -> Option<u128> {
    let common = weights.iter().fold(0, |common, weight| {
        greatest_common_divisor(common, u128::try_from(*weight).unwrap_or(1))
    });
    let divisor = usize::try_from(common).ok().filter(|divisor| *divisor > 0)?;
    let whole: usize = weights.iter().map(|weight| weight / divisor).sum();
    if whole > MOST_SUM {
        return None;
    }
    let mut is_sum = vec![true];
    is_sum.resize(whole + 1, false);
    for weight in weights.iter().map(|weight| weight / divisor) {
        let before = is_sum.clone();
        for (is_before, is_after) in before.iter().zip(is_sum.iter_mut().skip(weight)) {
            *is_after |= *is_before;
        }
    }
    let sums = (0_u128..).zip(is_sum).skip(1).filter(|(_, is_sum)| *is_sum);
    sums.map(|(sum, _)| sum)
        .try_fold(common, |multiple, sum| common_multiple(multiple, sum * common))
}

/// The least common multiple of numbers above 0, if it is within the limit.
fn common_multiple(one: u128, other: u128) -> Option<u128> {
    let multiple = (one / greatest_common_divisor(one, other)).checked_mul(other);
    multiple.filter(|multiple| *multiple <= Ratio::LIMIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_multiple_is_of_the_sums_that_can_occur() {
        // 33, 67 and 100.
        assert_eq!(multiple_of_sums(&[67, 33]), Some(221_100));
        // 5 times 1 to 4, and 10 times the same.
        assert_eq!(multiple_of_sums(&[5, 5, 10]), Some(60));
        assert_eq!(multiple_of_sums(&[50, 50, 100]), Some(600));
        // 1 to 60 is within the limit, 1 to 90 is not.
        assert_eq!(multiple_of_sums(&[1; 60]), Some(9_690_712_164_777_231_700_912_800));
        assert_eq!(multiple_of_sums(&[1; 90]), None);
    }
}
