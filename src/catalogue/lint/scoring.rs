//! What an answer can and cannot do to a score: weights, points, bands and conditions.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::integer_division,
    reason = "INVARIANT: the catalogue is sound, so that its sums can be reckoned with"
)]

use super::super::answer_type::AnswerType;
use super::super::assembly::Built;
use super::super::domain::{Domain, Subdomain};
use super::super::files::{ReadDomain, in_manifest};
use super::super::indicator::{Clause, Indicator, are_scored};
use super::super::load::Sound;
use super::super::scheme::Scheme;
use crate::code::Code;
use crate::document::Field;
use crate::document::catalogue::{Aggregation, AnswerKind, AnswerTypeEntry, Overall, State};
use crate::document::values::{Id, Placed as _, Whole};
use crate::ratio::Ratio;
use crate::tree::{Mark, NodeId, Problems};

/// A group is looked at for an indicator that dominates it from this size on.
const SMALLEST_GROUP: usize = 3;
/// Sums up to this size are enumerated to find bands that nothing can reach.
const LARGEST_SUM: usize = 100_000;

pub(super) fn check(sound: &Sound, problems: &mut Problems) {
    for (key, entry) in sound.read.manifest.answer_types.entries() {
        single_option(*key, entry, problems);
        points_fall(entry, problems);
    }
    weights(&sound.built, problems);
    for domain in &sound.read.domains {
        weight_without_use(sound, domain, problems);
    }
    for scheme in &sound.built.schemes {
        unreachable_band(sound, scheme, problems);
    }
    for indicator in &*sound.built.indicators {
        condition_always(sound, indicator, problems);
        condition_never(indicator, problems);
    }
}

/// `cat.answer-type.single-option`
fn single_option(key: NodeId, entry: &AnswerTypeEntry, problems: &mut Problems) {
    if entry.options.items().len() == 1 {
        problems.push(Code::SingleOption, in_manifest(key));
    }
}

/// `cat.answer-type.points-fall`
fn points_fall(entry: &AnswerTypeEntry, problems: &mut Problems) {
    if entry.kind.value() != Some(AnswerKind::Checklist) {
        return;
    }
    let levels = entry.levels.items().iter();
    let points: Vec<_> = levels.filter_map(|level| level.points.value()).collect();
    for pair in points.windows(2) {
        let [before, level] = pair else { continue };
        if level.number < before.number {
            let raised = problems.push(Code::PointsFall, in_manifest(level.node()));
            raised.with("got", level.number).with("before", before.number);
        }
    }
}

/// Looks at the means that some scheme takes.
fn weights(built: &Built, problems: &mut Problems) {
    let takes = |aggregation| built.schemes.iter().any(|one| one.aggregation() == aggregation);
    for domain in &built.domains {
        if takes(Aggregation::Indicators) || domain.subdomains().is_empty() {
            dominant_weight(domain.code(), of_indicators(domain.indicators()), problems);
        }
        if takes(Aggregation::Subdomains) {
            for subdomain in domain.subdomains() {
                dominant_weight(subdomain.code(), of_indicators(subdomain.indicators()), problems);
            }
            let parts = domain.subdomains().iter().filter(|part| are_scored(part.indicators()));
            let parts = parts.map(|part| Part::new(part.code(), part.weight(), part.at));
            dominant_weight(domain.code(), parts.collect(), problems);
        }
    }
    if built.schemes.iter().any(|scheme| scheme.overall() == Some(Overall::Domains)) {
        let parts = built.domains.iter().filter(|part| are_scored(part.indicators()));
        let parts = parts.map(|part| Part::new(part.code(), part.weight(), part.at));
        dominant_weight(built.id.as_str(), parts.collect(), problems);
    }
}

/// A part of a mean.
struct Part<'b> {
    code: &'b str,
    weight: u64,
    at: Mark,
}

impl<'b> Part<'b> {
    fn new(code: &'b str, weight: u32, at: Mark) -> Self {
        Self { code, weight: weight.into(), at }
    }
}

fn of_indicators(indicators: &[Indicator]) -> Vec<Part<'_>> {
    let scored = indicators.iter().filter(|indicator| indicator.is_scored());
    scored.map(|one| Part::new(one.code(), one.weight(), one.weighed_at)).collect()
}

/// `cat.weight.dominant`
fn dominant_weight(group: &str, parts: Vec<Part<'_>>, problems: &mut Problems) {
    let sum: u64 = parts.iter().map(|part| part.weight).sum();
    if parts.len() < SMALLEST_GROUP {
        return;
    }
    if let Some(part) = parts.into_iter().find(|part| part.weight * 2 > sum) {
        let percent = part.weight * 100 / sum;
        let raised = problems.push(Code::DominantWeight, part.at);
        raised.with("part", part.code).with("group", group);
        raised.with("percent", percent.to_string().as_str());
    }
}

/// `cat.weight.without-use`
fn weight_without_use(sound: &Sound, domain: &ReadDomain, problems: &mut Problems) {
    let takes = |is_taken: fn(&Scheme) -> bool| sound.built.schemes.iter().any(is_taken);
    let mut report = |code: &Field<Id>, weight: &Field<Whole<1, 100>>| {
        if let Some((code, weight)) = code.get().zip(weight.get()) {
            let got = sound.read.text(domain.at(code.node()));
            problems.push(Code::WeightWithoutUse, domain.at(weight.node())).with("got", got);
        }
    };
    if !takes(|scheme| scheme.overall() == Some(Overall::Domains)) {
        report(&domain.file.code, &domain.file.weight);
    }
    if !takes(|scheme| scheme.aggregation() == Aggregation::Subdomains) {
        for subdomain in domain.file.subdomains.items() {
            report(&subdomain.code, &subdomain.weight);
        }
    }
}

/// `cat.scheme.unreachable-band`
fn unreachable_band(sound: &Sound, scheme: &Scheme, problems: &mut Problems) {
    let mut is_reached = vec![false; scheme.bands().len()];
    let Some(means) = means_of_indicators(&sound.built, scheme) else { return };
    for indicators in means {
        let scored: Vec<&Indicator> =
            indicators.iter().filter(|indicator| indicator.is_scored()).collect();
        let Some(sums) = reachable_sums(&scored, sound.common_maximum) else { return };
        // Where nothing is scored, the only share is 0.
        let whole = sums.len().saturating_sub(1).max(1);
        for (sum, _) in sums.iter().enumerate().filter(|(_, is_reachable)| **is_reachable) {
            let share = u128::try_from(sum).ok().zip(u128::try_from(whole).ok());
            let share = share.and_then(|(sum, whole)| Ratio::new(sum, whole));
            let band = share.and_then(|share| scheme.band_index(share));
            if let Some(is_reached) = band.and_then(|index| is_reached.get_mut(index)) {
                *is_reached = true;
            }
        }
    }
    for (band, _) in scheme.bands().iter().zip(is_reached).filter(|(_, is_reached)| !is_reached) {
        problems.push(Code::UnreachableBand, band.at).with("band", band.id());
    }
}

/// The indicators of each figure that a scheme publishes. Nothing where one of them is a mean of
/// means: those can take so many values that a band without one is not worth the search.
fn means_of_indicators<'b>(built: &'b Built, scheme: &Scheme) -> Option<Vec<&'b [Indicator]>> {
    if scheme.aggregation() != Aggregation::Indicators {
        return None;
    }
    let domains = built.domains.iter();
    let mut means: Vec<&[Indicator]> = domains.clone().map(Domain::indicators).collect();
    if scheme.publishes_subdomains() {
        means.extend(domains.flat_map(Domain::subdomains).map(Subdomain::indicators));
    }
    match scheme.overall() {
        Some(Overall::Domains) => return None,
        Some(Overall::Indicators) => means.push(&built.indicators),
        None => {}
    }
    Some(means)
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

/// `cat.condition.always-holds`
fn condition_always(sound: &Sound, indicator: &Indicator, problems: &mut Problems) {
    for clause in indicator.condition() {
        let Some(target) = sound.built.indicators.get(clause.position()) else { continue };
        // Where the question may be found not to apply, naming every option still decides.
        let mut states = target.states();
        let may_fail = states.any(|state| !matches!(state, State::Unknown | State::Restricted));
        if !may_fail
            && satisfied_by(&[clause], &clause.answer_type) == clause.answer_type.options().len()
        {
            let raised = problems.push(Code::ConditionAlways, clause.at);
            raised.with("indicator", clause.indicator());
        }
    }
}

/// `cat.condition.never-holds`
fn condition_never(indicator: &Indicator, problems: &mut Problems) {
    for (index, clause) in indicator.condition().iter().enumerate() {
        let before = indicator.condition().iter().take(index);
        let mut same: Vec<&Clause> =
            before.filter(|before| before.position() == clause.position()).collect();
        let is_possible = satisfied_by(&same, &clause.answer_type) > 0;
        same.push(clause);
        if is_possible && satisfied_by(&same, &clause.answer_type) == 0 {
            let raised = problems.push(Code::ConditionNever, clause.at);
            raised.with("indicator", clause.indicator());
        }
    }
}

/// How many options satisfy all of these clauses about one indicator.
fn satisfied_by(clauses: &[&Clause], answer_type: &AnswerType) -> usize {
    let options = 0..answer_type.options().len();
    options.filter(|option| clauses.iter().all(|clause| clause.is_satisfied_by(*option))).count()
}
