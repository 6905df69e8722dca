//! What an answer can and cannot do to a score: weights, points, bands and conditions.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::integer_division,
    reason = "INVARIANT: the catalogue is sound, so that its sums can be reckoned with"
)]

use super::super::load::{Files, ReadDomain};
use super::super::soundness::indicators;
use super::super::{Indicator, Scheme};
use super::Catalogue;
use crate::document::catalogue::{Aggregation, AnswerKind, IndicatorEntry, Manifest, SchemeEntry};
use crate::document::values::Placed as _;
use crate::problem::Code;
use crate::tree::Mark;

/// A group is looked at for an indicator that dominates it from this size on.
const SMALLEST_GROUP: usize = 3;
/// Sums up to this size are enumerated to find bands that nothing can reach.
const LARGEST_SUM: usize = 100_000;

/// `cat.answer-type.single-option`, `cat.answer-type.points-fall`
pub(super) fn answer_types(files: &mut Files<'_>, manifest: &Manifest) {
    for (key, entry) in manifest.answer_types.entries() {
        if entry.options.items().len() == 1 {
            files.problems.push(Code::SingleOption, Mark { document: 0, node: *key });
        }
        if entry.kind.value() != Some(AnswerKind::Checklist) {
            continue;
        }
        let levels = entry.levels.items().iter();
        let points: Vec<_> = levels.filter_map(|level| level.points.value()).collect();
        for pair in points.windows(2) {
            if let [before, level] = pair
                && level.number < before.number
            {
                let at = Mark { document: 0, node: level.node() };
                let raised = files.problems.push(Code::PointsFall, at);
                raised.with("got", level.number).with("before", before.number);
            }
        }
    }
}

/// `cat.weight.dominant`
pub(super) fn weights(files: &mut Files<'_>, catalogue: &Catalogue, read: &[ReadDomain]) {
    let takes =
        |aggregation| catalogue.schemes().iter().any(|scheme| scheme.aggregation() == aggregation);
    let entries = indicators(read);
    for domain in catalogue.domains() {
        if takes(Aggregation::Indicators) {
            dominant(files, &entries, domain.code(), &domain.indicators().collect::<Vec<_>>());
        }
        for subdomain in domain.subdomains() {
            if takes(Aggregation::Subdomains) {
                let indicators: Vec<&Indicator> = subdomain.indicators().iter().collect();
                dominant(files, &entries, subdomain.code(), &indicators);
            }
        }
    }
}

fn dominant(
    files: &mut Files<'_>,
    entries: &[(usize, &IndicatorEntry)],
    group: &str,
    indicators: &[&Indicator],
) {
    let scored = indicators.iter().filter(|indicator| indicator.is_scored());
    let sum: u64 = scored.clone().map(|indicator| u64::from(indicator.weight())).sum();
    if scored.clone().count() < SMALLEST_GROUP {
        return;
    }
    let dominant = scored.clone().find(|indicator| u64::from(indicator.weight()) * 2 > sum);
    if let Some(indicator) = dominant
        && let Some((document, entry)) = entries.get(indicator.position())
    {
        let node = entry.weight.get().map_or(entry.node(), |weight| weight.node());
        let percent = u64::from(indicator.weight()) * 100 / sum;
        let raised = files.problems.push(Code::DominantWeight, Mark { document: *document, node });
        raised.with("indicator", indicator.code()).with("group", group);
        raised.with("percent", percent.to_string().as_str());
    }
}

/// `cat.scheme.unreachable-band`
pub(super) fn bands(files: &mut Files<'_>, catalogue: &Catalogue, manifest: &Manifest) {
    for (scheme, entry) in catalogue.schemes().iter().zip(manifest.schemes.items()) {
        // Means of means can take so many values that a band without one is not worth the search.
        if scheme.aggregation() == Aggregation::Indicators {
            unreachable_bands(files, catalogue, scheme, entry);
        }
    }
}

fn unreachable_bands(
    files: &mut Files<'_>,
    catalogue: &Catalogue,
    scheme: &Scheme,
    entry: &SchemeEntry,
) {
    let mut is_reached = vec![false; scheme.bands().len()];
    for domain in catalogue.domains() {
        let scored: Vec<&Indicator> =
            domain.indicators().filter(|indicator| indicator.is_scored()).collect();
        let Some(sums) = reachable_sums(&scored, catalogue.common_maximum()) else { return };
        let whole = sums.len().saturating_sub(1).max(1);
        for (sum, _) in sums.iter().enumerate().filter(|(_, is_reachable)| **is_reachable) {
            let reached = scheme
                .bands()
                .iter()
                .rposition(|band| sum * 100 >= whole * usize::from(band.from()));
            if let Some(is_reached) = reached.and_then(|index| is_reached.get_mut(index)) {
                *is_reached = true;
            }
        }
    }
    for (band, is_reached) in entry.bands.items().iter().zip(is_reached) {
        if !is_reached && let (Some(id), Some(from)) = (band.id.get(), band.from.get()) {
            let band = files.text(Mark { document: 0, node: id.node() }).to_owned();
            let at = Mark { document: 0, node: from.node() };
            files.problems.push(Code::UnreachableBand, at).with("band", band.as_str());
        }
    }
}

/// Which sums of weighted points a complete set of answers can reach, in units of the common
/// maximum. Nothing where there are too many to try.
fn reachable_sums(scored: &[&Indicator], common_maximum: u32) -> Option<Vec<bool>> {
    let size = |number: u32| usize::try_from(number).ok();
    let mut weights = 0_usize;
    for indicator in scored {
        weights = weights.checked_add(size(indicator.weight())?)?;
    }
    let whole = weights.checked_mul(size(common_maximum)?)?;
    if whole > LARGEST_SUM {
        return None;
    }
    let mut sums = vec![false; whole + 1];
    if let Some(nothing) = sums.first_mut() {
        *nothing = true;
    }
    for indicator in scored {
        let answer_type = indicator.answer_type();
        let unit = common_maximum / answer_type.maximum().max(1) * indicator.weight();
        let mut next = vec![false; sums.len()];
        for level in answer_type.levels() {
            let gain = size(level.points() * unit)?;
            for (before, after) in sums.iter().zip(next.iter_mut().skip(gain)) {
                *after |= *before;
            }
        }
        sums = next;
    }
    Some(sums)
}

/// `cat.condition.always-holds`, `cat.condition.never-holds`
pub(super) fn conditions(files: &mut Files<'_>, catalogue: &Catalogue, read: &[ReadDomain]) {
    let all: Vec<&Indicator> = catalogue.indicators().collect();
    for ((document, entry), indicator) in indicators(read).into_iter().zip(&all) {
        let clauses = indicator.condition();
        let parts = entry.when.items();
        for (index, (clause, part)) in clauses.iter().zip(parts).enumerate() {
            let Some(target) = all.get(clause.position) else { continue };
            let at = Mark { document, node: part.node() };
            let count = target.answer_type().options().len();
            let names_all = (0..count).all(|option| clause.options.contains(&option));
            // Where the question may be said not to apply, naming every option still decides.
            let may_fail = target.states().any(|state| {
                state != crate::document::catalogue::State::Unknown
                    && state != crate::document::catalogue::State::Restricted
            });
            if names_all && !may_fail {
                let raised = files.problems.push(Code::ConditionAlways, at);
                raised.with("indicator", target.code());
            }
            // What satisfies every part about this question up to here, and up to the one before.
            let left_by = |parts: usize| {
                let parts = clauses.iter().take(parts);
                let parts = parts.filter(|other| other.position == clause.position);
                (0..count)
                    .filter(|option| parts.clone().all(|other| other.options.contains(option)))
                    .count()
            };
            if left_by(index + 1) == 0 && left_by(index) > 0 {
                let raised = files.problems.push(Code::ConditionNever, at);
                raised.with("indicator", target.code());
            }
        }
    }
}
