//! The rules that keep every sum small enough to be exact.

use super::super::assembly::Built;
use super::super::domain::{Domain, Subdomain};
use super::super::files::in_manifest;
use crate::code::Code;
use crate::document::catalogue::{Aggregation, Manifest};
use crate::document::values::Placed as _;
use crate::ratio::least_common_multiple;
use crate::tree::Problems;

/// The least common multiple of all maxima, at most. With the next two it keeps every sum of a
/// domain below 2^118: 100 subdomains x lcm(1..=60) x 1,000,000 is less than 2^110.
const MOST_COMMON_MAXIMUM: u128 = 1_000_000;
/// The sum of weights in one subdomain, at most, where a scheme takes subdomains.
const MOST_WEIGHT: u32 = 60;
/// The number of subdomains of one domain, at most, where a scheme takes subdomains.
const MOST_SUBDOMAINS: usize = 100;

pub(super) fn check(manifest: &Manifest, built: &Built, problems: &mut Problems) {
    let mut schemes = manifest.schemes.items().iter();
    if schemes.any(|scheme| scheme.aggregation.value() == Some(Aggregation::Subdomains)) {
        for domain in &built.domains {
            too_many_subdomains(domain, problems);
            for subdomain in domain.subdomains() {
                weights_too_large(subdomain, problems);
            }
        }
    }
}

/// `cat.bounds.subdomains`
fn too_many_subdomains(domain: &Domain, problems: &mut Problems) {
    let count = domain.subdomains().len();
    if count > MOST_SUBDOMAINS {
        let raised = problems.push(Code::TooManySubdomains, domain.at);
        raised.with("got", count).with("limit", MOST_SUBDOMAINS);
    }
}

/// `cat.bounds.weights`
fn weights_too_large(subdomain: &Subdomain, problems: &mut Problems) {
    let scored = subdomain.indicators().iter().filter(|indicator| indicator.is_scored());
    let sum = scored.fold(0_u32, |sum, indicator| sum.saturating_add(indicator.weight()));
    if sum > MOST_WEIGHT {
        let raised = problems.push(Code::WeightsTooLarge, subdomain.at);
        raised.with("subdomain", subdomain.code());
        raised.with("got", sum).with("limit", MOST_WEIGHT);
    }
}

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
