//! What makes a catalogue sound, beyond references that lead somewhere (`load`): identities,
//! points, levels, bands, and sums that can be reckoned with exactly. One rule, one function.

use indexmap::IndexMap;

use super::Inner;
use super::answer_type::NONE_OF_THESE;
use super::load::{Files, ReadDomain};
use crate::document::catalogue::{
    Aggregation, AnswerKind, AnswerTypeEntry, Gaps, IndicatorEntry, Manifest, SchemeEntry,
    SilenceEntry,
};
use crate::document::values::{Placed, Whole};
use crate::problem::Code;
use crate::ratio::least_common_multiple;
use crate::text::is_language_tag;
use crate::tree::{Mark, NodeId};

/// The least common multiple of all maxima, at most. With the next two it keeps every sum of a
/// domain below 2^118: 100 subdomains x lcm(1..=60) x 1,000,000 is less than 2^110.
const MOST_COMMON_MAXIMUM: u128 = 1_000_000;
/// The sum of weights in one subdomain, at most, where a scheme takes subdomains.
const MOST_WEIGHT: u32 = 60;
/// The number of subdomains of one domain, at most, where a scheme takes subdomains.
const MOST_SUBDOMAINS: usize = 100;

/// Raises what is unsound, and returns the least common multiple of all maxima.
pub(super) fn check(
    files: &mut Files<'_>,
    manifest: &Manifest,
    domains: &[ReadDomain],
    inner: &Inner,
) -> u32 {
    first_language_is_there(files, manifest);
    ids_are_unique(files, manifest, domains);
    lists_have_items(files, manifest, domains);
    for (key, entry) in manifest.answer_types.entries() {
        answer_type_is_sound(files, *key, entry);
    }
    for scheme in manifest.schemes.items() {
        bands_rise(files, scheme);
        overall_is_of_indicators(files, scheme);
        minima_have_effect(files, scheme);
    }
    something_is_scored(files, manifest, inner);
    subdomains_are_reckonable(files, manifest, domains, inner);
    silences_name_codes(files, manifest, domains);
    common_maximum(files, manifest, inner)
}

/// All indicators as read, in order, with the numbers of their documents.
pub(super) fn indicators(domains: &[ReadDomain]) -> Vec<(usize, &IndicatorEntry)> {
    domains
        .iter()
        .flat_map(|domain| {
            let subdomains = domain.file.subdomains.items().iter();
            subdomains
                .flat_map(|subdomain| subdomain.indicators.items())
                .map(move |indicator| (domain.document, indicator))
        })
        .collect()
}

fn in_manifest(node: NodeId) -> Mark {
    Mark { document: 0, node }
}

/// `cat.text.first-language-missing`
fn first_language_is_there(files: &mut Files<'_>, manifest: &Manifest) {
    // Where a tag could not be read, the first one that could may not be the first.
    let Some(first) = manifest.languages.items().first().filter(|_| manifest.languages.is_whole())
    else {
        return;
    };
    let documents = files.documents.clone();
    let text = |mark: Mark| {
        documents.get(mark.document).map_or("", |document| document.text_of(mark.node))
    };
    let language = text(in_manifest(first.node()));
    for mark in std::mem::take(&mut files.localized) {
        let Some(document) = documents.get(mark.document) else { continue };
        let mut tags = document.members(mark.node).map(|(tag, _)| document.text_of(tag));
        // A tag that could not be read may be this one.
        let is_broken = |tag: &str| !tag.starts_with("x-") && !is_language_tag(tag);
        if !tags.any(|tag| tag == language || is_broken(tag)) {
            let raised = files.problems.push(Code::FirstLanguageMissing, mark);
            raised.with("language", language);
        }
    }
}

/// `cat.id.duplicate`
fn ids_are_unique(files: &mut Files<'_>, manifest: &Manifest, domains: &[ReadDomain]) {
    let marks = |nodes: &mut dyn Iterator<Item = NodeId>| nodes.map(in_manifest).collect();
    unique(files, marks(&mut manifest.languages.items().iter().map(Placed::node)));
    unique(files, marks(&mut manifest.terms.items().iter().filter_map(|term| node(&term.id))));
    unique(files, marks(&mut manifest.schemes.items().iter().filter_map(|entry| node(&entry.id))));
    for scheme in manifest.schemes.items() {
        unique(files, marks(&mut scheme.bands.items().iter().filter_map(|band| node(&band.id))));
    }
    for (_, entry) in manifest.answer_types.entries() {
        unique(files, marks(&mut entry.options.items().iter().filter_map(|each| node(&each.id))));
        unique(files, marks(&mut entry.levels.items().iter().filter_map(|each| node(&each.id))));
    }
    // Domains, subdomains and indicators share one space of codes: a code alone says what is meant.
    let mut codes = Vec::new();
    for ReadDomain { document, file } in domains {
        let mut code = |node: Option<NodeId>| {
            codes.extend(node.map(|node| Mark { document: *document, node }));
        };
        code(node(&file.code));
        for subdomain in file.subdomains.items() {
            code(node(&subdomain.code));
            for indicator in subdomain.indicators.items() {
                code(node(&indicator.code));
            }
        }
    }
    unique(files, codes);
}

fn node<T: Placed>(field: &crate::document::Field<T>) -> Option<NodeId> {
    field.get().map(Placed::node)
}

fn unique(files: &mut Files<'_>, marks: Vec<Mark>) {
    let documents = files.documents.clone();
    let mut seen: IndexMap<&str, Mark> = IndexMap::with_capacity(marks.len());
    for mark in marks {
        let Some(document) = documents.get(mark.document) else { continue };
        let id = document.text_of(mark.node);
        let first = *seen.entry(id).or_insert(mark);
        if first != mark {
            files.problems.push(Code::DuplicateId, mark).with("got", id).related(first);
        }
    }
}

/// `cat.list.empty`
fn lists_have_items(files: &mut Files<'_>, manifest: &Manifest, domains: &[ReadDomain]) {
    let mut empty = |document: usize, node: NodeId, member: &str| {
        files.problems.push(Code::EmptyList, Mark { document, node }).with("member", member);
    };
    if manifest.languages.is_empty() {
        empty(0, manifest.node(), "languages");
    }
    if manifest.schemes.is_empty() {
        empty(0, manifest.node(), "schemes");
    }
    if manifest.domains.is_empty() {
        empty(0, manifest.node(), "domains");
    }
    for scheme in manifest.schemes.items() {
        if scheme.bands.is_empty() {
            empty(0, scheme.node(), "bands");
        }
    }
    for (_, entry) in manifest.answer_types.entries() {
        if entry.options.is_empty() {
            empty(0, entry.node(), "options");
        }
        if entry.levels.is_empty() {
            empty(0, entry.node(), "levels");
        }
    }
    for ReadDomain { document, file } in domains {
        if file.subdomains.is_empty() {
            empty(*document, file.node(), "subdomains");
        }
        for subdomain in file.subdomains.items() {
            if subdomain.indicators.is_empty() {
                empty(*document, subdomain.node(), "indicators");
            }
        }
    }
    for (document, indicator) in indicators(domains) {
        if indicator.when.is_empty() {
            empty(document, indicator.node(), "when");
        }
        for part in indicator.when.items() {
            if part.is.is_empty() {
                empty(document, part.node(), "is");
            }
        }
    }
}

fn answer_type_is_sound(files: &mut Files<'_>, key: NodeId, entry: &AnswerTypeEntry) {
    let Some(kind) = entry.kind.value() else { return };
    members_fit_the_kind(files, kind, key, entry);
    match kind {
        AnswerKind::Choice => all_options_are_scored_or_none(files, key, entry),
        AnswerKind::Checklist => {
            levels_rise(files, entry);
            levels_can_be_reached(files, entry);
            no_option_is_reserved(files, entry);
        }
        AnswerKind::Number => bounds_are_in_order(files, entry),
        AnswerKind::Text => {}
    }
    points_begin_at_zero_and_gain(files, kind, key, entry);
}

/// `cat.answer-type.member-not-allowed`, `cat.answer-type.member-missing`
fn members_fit_the_kind(
    files: &mut Files<'_>,
    kind: AnswerKind,
    key: NodeId,
    entry: &AnswerTypeEntry,
) {
    // Each member: whether it is absent, the kinds that have it, the kinds that need it.
    const CHOICE: &[AnswerKind] = &[AnswerKind::Choice];
    const CHECKLIST: &[AnswerKind] = &[AnswerKind::Checklist];
    const NUMBER: &[AnswerKind] = &[AnswerKind::Number];
    const OPTIONS: &[AnswerKind] = &[AnswerKind::Choice, AnswerKind::Checklist];
    const NO_KIND: &[AnswerKind] = &[];
    let members: [(&str, bool, &[AnswerKind], &[AnswerKind]); 7] = [
        ("options", entry.options.is_absent(), OPTIONS, OPTIONS),
        ("none", entry.none.is_absent(), CHECKLIST, CHECKLIST),
        ("levels", entry.levels.is_absent(), CHECKLIST, NO_KIND),
        ("minimum", entry.minimum.is_absent(), NUMBER, NUMBER),
        ("maximum", entry.maximum.is_absent(), NUMBER, NUMBER),
        ("decimals", entry.decimals.is_absent(), NUMBER, NO_KIND),
        ("unit", entry.unit.is_absent(), NUMBER, NO_KIND),
    ];
    for (member, is_absent, has, needs) in members {
        let code = match is_absent {
            true if needs.contains(&kind) => Code::AnswerTypeMemberMissing,
            false if !has.contains(&kind) => Code::AnswerTypeMember,
            _ => continue,
        };
        let raised = files.problems.push(code, in_manifest(key));
        raised.with("member", member).with("kind", kind.name());
    }
    for option in entry.options.items() {
        let members = [
            ("points", option.points.is_absent()),
            ("under_way", option.under_way.is_absent()),
            ("first_step", option.first_step.is_absent()),
        ];
        for (member, is_absent) in members {
            if !is_absent && !CHOICE.contains(&kind) {
                let raised =
                    files.problems.push(Code::AnswerTypeMember, in_manifest(option.node()));
                raised.with("member", member).with("kind", kind.name());
            }
        }
    }
}

/// `cat.answer-type.partly-scored`
fn all_options_are_scored_or_none(files: &mut Files<'_>, key: NodeId, entry: &AnswerTypeEntry) {
    if !entry.options.is_whole() {
        return;
    }
    let options = entry.options.items();
    let without = options.iter().filter(|option| option.points.is_absent()).count();
    if without > 0 && without < options.len() {
        files.problems.push(Code::PartlyScored, in_manifest(key));
    }
}

/// `cat.answer-type.no-zero`, `cat.answer-type.no-gain`
fn points_begin_at_zero_and_gain(
    files: &mut Files<'_>,
    kind: AnswerKind,
    key: NodeId,
    entry: &AnswerTypeEntry,
) {
    let fields: Vec<_> = match kind {
        AnswerKind::Choice => entry.options.items().iter().map(|option| &option.points).collect(),
        AnswerKind::Checklist => entry.levels.items().iter().map(|level| &level.points).collect(),
        AnswerKind::Number | AnswerKind::Text => return,
    };
    let points: Vec<u32> = fields.iter().filter_map(|field| Some(field.get()?.small())).collect();
    let is_whole = entry.options.is_whole() && entry.levels.is_whole();
    if !is_whole || points.is_empty() || points.len() < fields.len() {
        return;
    }
    if !points.contains(&0) {
        files.problems.push(Code::NoZero, in_manifest(key));
    }
    if points.iter().all(|points| *points == 0) {
        files.problems.push(Code::NoGain, in_manifest(key));
    }
}

/// `cat.answer-type.levels-not-rising`
fn levels_rise(files: &mut Files<'_>, entry: &AnswerTypeEntry) {
    let limits: Vec<_> = entry.levels.items().iter().map(|level| level.from.value()).collect();
    rise(files, Code::LevelsNotRising, entry.levels.is_whole(), &limits);
}

/// `cat.scheme.bands-not-rising`
fn bands_rise(files: &mut Files<'_>, scheme: &SchemeEntry) {
    let limits: Vec<_> = scheme.bands.items().iter().map(|band| band.from.value()).collect();
    rise(files, Code::BandsNotRising, scheme.bands.is_whole(), &limits);
}

/// Lower limits begin at 0, and each lies above the one before.
fn rise<const LEAST: i64, const MOST: i64>(
    files: &mut Files<'_>,
    code: Code,
    is_whole: bool,
    limits: &[Option<Whole<LEAST, MOST>>],
) {
    let mut before = None;
    for (index, from) in limits.iter().enumerate() {
        let Some(from) = from else { continue };
        let begins_wrong = index == 0 && is_whole && from.number != 0;
        if begins_wrong || before.is_some_and(|before| from.number <= before) {
            let raised = files.problems.push(code, in_manifest(from.node()));
            raised.with("got", from.number).with("before", before.unwrap_or(0));
        }
        before = before.max(Some(from.number));
    }
}

/// `cat.answer-type.unreachable-level`
fn levels_can_be_reached(files: &mut Files<'_>, entry: &AnswerTypeEntry) {
    if !entry.options.is_whole() {
        return;
    }
    let count = entry.options.items().len();
    for from in entry.levels.items().iter().filter_map(|level| level.from.value()) {
        if usize::try_from(from.number).is_ok_and(|from| from > count) {
            let raised = files.problems.push(Code::UnreachableLevel, in_manifest(from.node()));
            raised.with("got", from.number).with("count", count);
        }
    }
}

/// `cat.answer-type.reserved-option`
fn no_option_is_reserved(files: &mut Files<'_>, entry: &AnswerTypeEntry) {
    for id in entry.options.items().iter().filter_map(|option| node(&option.id)) {
        if files.text(in_manifest(id)) == NONE_OF_THESE {
            let raised = files.problems.push(Code::ReservedOption, in_manifest(id));
            raised.with("got", NONE_OF_THESE);
        }
    }
}

/// `cat.answer-type.bounds-inverted`
fn bounds_are_in_order(files: &mut Files<'_>, entry: &AnswerTypeEntry) {
    let (Some(least), Some(most)) = (entry.minimum.value(), entry.maximum.value()) else { return };
    if least.number > most.number {
        let raised = files.problems.push(Code::BoundsInverted, in_manifest(least.node()));
        raised.with("least", least.number).with("most", most.number);
        raised.related(in_manifest(most.node()));
    }
}

/// `cat.scheme.overall-of-subdomains`
fn overall_is_of_indicators(files: &mut Files<'_>, scheme: &SchemeEntry) {
    let takes_subdomains = scheme.aggregation.value() == Some(Aggregation::Subdomains);
    if takes_subdomains && scheme.overall.value() == Some(true) {
        files.problems.push(Code::OverallOfSubdomains, in_manifest(scheme.node()));
    }
}

/// `cat.scheme.minima-with-gaps-as-worst`
fn minima_have_effect(files: &mut Files<'_>, scheme: &SchemeEntry) {
    if scheme.gaps.value() == Some(Gaps::AsWorst) && !scheme.minima.is_absent() {
        files.problems.push(Code::MinimaWithGapsAsWorst, in_manifest(scheme.node()));
    }
}

/// `cat.tree.nothing-scored`
fn something_is_scored(files: &mut Files<'_>, manifest: &Manifest, inner: &Inner) {
    let mut indicators = inner.domains.iter().flat_map(|domain| domain.indicators()).peekable();
    // Where nothing could be read, or something was read wrong, other problems say so.
    if indicators.peek().is_some()
        && !files.have_errors()
        && !indicators.any(super::Indicator::is_scored)
    {
        files.problems.push(Code::NothingScored, in_manifest(manifest.node()));
    }
}

/// The least common multiple of all maxima in use. `cat.bounds.maxima`
fn common_maximum(files: &mut Files<'_>, manifest: &Manifest, inner: &Inner) -> u32 {
    let mut common = 1;
    for indicator in inner.domains.iter().flat_map(|domain| domain.indicators()) {
        let maximum = u128::from(indicator.answer_type().maximum().max(1));
        // Maxima are at most 100, so that one step beyond the limit fits easily.
        common = least_common_multiple(common, maximum);
        if common > MOST_COMMON_MAXIMUM {
            files
                .problems
                .push(Code::MaximaTooLarge, in_manifest(manifest.node()))
                .with("got", common.to_string().as_str())
                .with("limit", MOST_COMMON_MAXIMUM.to_string().as_str());
            return 1;
        }
    }
    u32::try_from(common).unwrap_or(1)
}

/// `cat.bounds.weights`, `cat.bounds.subdomains`
fn subdomains_are_reckonable(
    files: &mut Files<'_>,
    manifest: &Manifest,
    domains: &[ReadDomain],
    inner: &Inner,
) {
    let takes_subdomains =
        |scheme: &SchemeEntry| scheme.aggregation.value() == Some(Aggregation::Subdomains);
    if !manifest.schemes.items().iter().any(takes_subdomains) {
        return;
    }
    for (domain, read) in inner.domains.iter().zip(domains) {
        let at = |node| Mark { document: read.document, node };
        let count = domain.subdomains().len();
        if count > MOST_SUBDOMAINS {
            let raised = files.problems.push(Code::TooManySubdomains, at(read.file.node()));
            raised.with("got", count).with("limit", MOST_SUBDOMAINS);
        }
        for (subdomain, entry) in domain.subdomains().iter().zip(read.file.subdomains.items()) {
            let scored = subdomain.indicators().iter().filter(|indicator| indicator.is_scored());
            let sum = scored.fold(0_u32, |sum, indicator| sum.saturating_add(indicator.weight()));
            if sum > MOST_WEIGHT {
                let raised = files.problems.push(Code::WeightsTooLarge, at(entry.node()));
                raised.with("subdomain", subdomain.code());
                raised.with("got", sum).with("limit", MOST_WEIGHT);
            }
        }
    }
}

/// `cat.silence.unknown-code`
fn silences_name_codes(files: &mut Files<'_>, manifest: &Manifest, domains: &[ReadDomain]) {
    let silences = silences(manifest, domains);
    for (document, _, silence) in silences {
        let Some(code) = silence.code.get() else { continue };
        let at = Mark { document, node: code.node() };
        let got = files.text(at).to_owned();
        let names = || Code::ALL.iter().map(|code| code.name());
        if !names().any(|name| name == got) {
            let candidates = files.problems.nearest(&got, names());
            let raised = files.problems.push(Code::SilenceUnknown, at);
            raised.with("got", got.as_str()).meant(&candidates);
        }
    }
}

/// Every silence, with the number of its document and the object in which it holds.
pub(super) fn silences<'m>(
    manifest: &'m Manifest,
    domains: &'m [ReadDomain],
) -> Vec<(usize, NodeId, &'m SilenceEntry)> {
    let mut silences = Vec::new();
    let mut hold = |document: usize, node: NodeId, entries: &'m [SilenceEntry]| {
        silences.extend(entries.iter().map(|entry| (document, node, entry)));
    };
    hold(0, manifest.node(), manifest.silence.items());
    for ReadDomain { document, file } in domains {
        hold(*document, file.node(), file.silence.items());
    }
    for (document, indicator) in indicators(domains) {
        hold(document, indicator.node(), indicator.silence.items());
    }
    silences
}
