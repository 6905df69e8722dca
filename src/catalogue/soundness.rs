//! What makes a catalogue sound, apart from its references: identities, points, levels, bands, and
//! sums that can be reckoned with exactly. One rule, one function.

mod answer_types;
mod sums;

use indexmap::IndexMap;

use super::assembly::Built;
use super::files::{Faults, Read, ReadDomain, field_in_manifest, in_manifest};
use crate::code::Code;
use crate::document::catalogue::{Gaps, Manifest, SchemeEntry};
use crate::document::values::{Placed, Whole};
use crate::text::is_language_tag;
use crate::tree::{Mark, NodeId, Problems};

/// Reports what is unsound, and returns the least common multiple of all maxima.
pub(super) fn check(read: &Read, built: &Built, faults: &mut Faults) -> u32 {
    let manifest = &read.manifest;
    let problems = &mut faults.problems;
    first_language_missing(read, problems);
    duplicate_id(read, problems);
    empty_list(read, problems);
    for domain in &read.domains {
        domain_without_indicators(domain, problems);
        domain_with_two_lists(domain, problems);
    }
    answer_types::check(read, problems);
    for scheme in manifest.schemes.items() {
        bands_not_rising(scheme, problems);
        minima_with_gaps_as_worst(scheme, problems);
    }
    nothing_scored(manifest, built, faults);
    let problems = &mut faults.problems;
    let common_maximum = sums::maxima_too_large(manifest, built, problems);
    sums::weights_too_large(built, common_maximum, problems);
    silence_unknown(read, problems);
    common_maximum
}

/// `cat.text.first-language-missing`
fn first_language_missing(read: &Read, problems: &mut Problems) {
    // If a tag is malformed, the first sound tag may not be the catalogue's first language.
    let languages = &read.manifest.languages;
    let Some(first) = languages.items().first().filter(|_| languages.is_whole()) else { return };
    let language = read.text(in_manifest(first.node()));
    for mark in &read.localized {
        let mut tags =
            read.members(*mark).map(|(node, _)| read.text(Mark { document: mark.document, node }));
        // A malformed tag may be meant to be this one.
        let is_malformed = |tag: &str| !tag.starts_with("x-") && !is_language_tag(tag);
        if !tags.any(|tag| tag == language || is_malformed(tag)) {
            problems.push(Code::FirstLanguageMissing, *mark).with("language", language);
        }
    }
}

/// `cat.id.duplicate`
fn duplicate_id(read: &Read, problems: &mut Problems) {
    let manifest = &read.manifest;
    let mut once_each = |marks: Vec<Mark>| repeated(read, marks, problems);
    let languages = manifest.languages.items().iter();
    once_each(languages.map(|tag| in_manifest(tag.node())).collect());
    let terms = manifest.terms.items().iter();
    once_each(terms.filter_map(|term| field_in_manifest(&term.id)).collect());
    let earlier = manifest.carry_over.items().iter();
    once_each(earlier.filter_map(|row| field_in_manifest(&row.from)).collect());
    let schemes = manifest.schemes.items().iter();
    once_each(schemes.clone().filter_map(|scheme| field_in_manifest(&scheme.id)).collect());
    for scheme in schemes {
        let bands = scheme.bands.items().iter();
        once_each(bands.filter_map(|band| field_in_manifest(&band.id)).collect());
    }
    for (_, entry) in manifest.answer_types.entries() {
        let options = entry.options.items().iter();
        once_each(options.filter_map(|option| field_in_manifest(&option.id)).collect());
        let levels = entry.levels.items().iter();
        once_each(levels.filter_map(|level| field_in_manifest(&level.id)).collect());
    }
    // Domains, subdomains and indicators share one space of codes: a code alone says what is meant.
    let mut codes = Vec::new();
    for domain in &read.domains {
        let mut code = |node: Option<NodeId>| codes.extend(node.map(|node| domain.at(node)));
        code(domain.file.code.get().map(Placed::node));
        for subdomain in domain.file.subdomains.items() {
            code(subdomain.code.get().map(Placed::node));
            for indicator in subdomain.indicators.items() {
                code(indicator.code.get().map(Placed::node));
            }
        }
        for indicator in domain.file.indicators.items() {
            code(indicator.code.get().map(Placed::node));
        }
    }
    once_each(codes);
}

/// Reports every mark with a text that another mark has before it.
fn repeated(read: &Read, marks: Vec<Mark>, problems: &mut Problems) {
    let mut seen: IndexMap<&str, Mark> = IndexMap::with_capacity(marks.len());
    for mark in marks {
        let id = read.text(mark);
        let first = *seen.entry(id).or_insert(mark);
        if first != mark {
            problems.push(Code::DuplicateId, mark).with("got", id).related(first);
        }
    }
}

/// `cat.list.empty`
fn empty_list(read: &Read, problems: &mut Problems) {
    let manifest = &read.manifest;
    let mut check = |is_empty: bool, at: Mark, member: &str| {
        if is_empty {
            problems.push(Code::EmptyList, at).with("member", member);
        }
    };
    let at = in_manifest(manifest.node());
    check(manifest.languages.is_empty(), at, "languages");
    check(manifest.schemes.is_empty(), at, "schemes");
    check(manifest.domains.is_empty(), at, "domains");
    for scheme in manifest.schemes.items() {
        check(scheme.bands.is_empty(), in_manifest(scheme.node()), "bands");
    }
    for (_, entry) in manifest.answer_types.entries() {
        let at = in_manifest(entry.node());
        check(entry.options.is_empty(), at, "options");
        check(entry.levels.is_empty(), at, "levels");
    }
    for domain in &read.domains {
        let file = &domain.file;
        check(file.subdomains.is_empty(), domain.at(file.node()), "subdomains");
        check(file.indicators.is_empty(), domain.at(file.node()), "indicators");
        for subdomain in file.subdomains.items() {
            check(subdomain.indicators.is_empty(), domain.at(subdomain.node()), "indicators");
        }
    }
    for indicator in read.indicators() {
        let entry = indicator.entry;
        check(entry.when.is_empty(), indicator.at(entry.node()), "when");
        for part in entry.when.items() {
            check(part.is.is_empty(), indicator.at(part.node()), "is");
        }
    }
}

/// `cat.domain.without-indicators`
fn domain_without_indicators(domain: &ReadDomain, problems: &mut Problems) {
    let file = &domain.file;
    if file.subdomains.is_absent() && file.indicators.is_absent() {
        problems.push(Code::DomainWithoutIndicators, domain.at(file.node()));
    }
}

/// `cat.domain.two-lists`
fn domain_with_two_lists(domain: &ReadDomain, problems: &mut Problems) {
    let file = &domain.file;
    if !file.subdomains.is_absent() && !file.indicators.is_absent() {
        problems.push(Code::DomainWithTwoLists, domain.at(file.node()));
    }
}

/// `cat.scheme.bands-not-rising`
fn bands_not_rising(scheme: &SchemeEntry, problems: &mut Problems) {
    let limits: Vec<_> = scheme.bands.items().iter().map(|band| band.from.value()).collect();
    not_rising(Code::BandsNotRising, scheme.bands.is_whole(), &limits, problems);
}

/// Reports each lower limit that is not above the one before, and a first one that is not 0.
fn not_rising<const LEAST: i64, const MOST: i64>(
    code: Code,
    is_whole: bool,
    limits: &[Option<Whole<LEAST, MOST>>],
    problems: &mut Problems,
) {
    let mut before = None;
    for (index, from) in limits.iter().enumerate() {
        let Some(from) = from else { continue };
        let begins_wrong = index == 0 && is_whole && from.number != 0;
        if begins_wrong || before.is_some_and(|before| from.number <= before) {
            let raised = problems.push(code, in_manifest(from.node()));
            raised.with("got", from.number).with("before", before.unwrap_or(0));
        }
        before = before.max(Some(from.number));
    }
}

/// `cat.scheme.minima-with-gaps-as-worst`
fn minima_with_gaps_as_worst(scheme: &SchemeEntry, problems: &mut Problems) {
    if scheme.gaps.value() == Some(Gaps::AsWorst) && !scheme.minima.is_absent() {
        problems.push(Code::MinimaWithGapsAsWorst, in_manifest(scheme.node()));
    }
}

/// `cat.tree.nothing-scored`
fn nothing_scored(manifest: &Manifest, built: &Built, faults: &mut Faults) {
    // Without indicators, or with an error, something else is reported already.
    let is_scored = built.indicators.iter().any(|indicator| indicator.is_scored());
    if !is_scored && !built.indicators.is_empty() && !faults.are_errors() {
        faults.problems.push(Code::NothingScored, in_manifest(manifest.node()));
    }
}

/// `cat.silence.unknown-code`
fn silence_unknown(read: &Read, problems: &mut Problems) {
    for at in read.silences().filter_map(|silence| silence.code()) {
        let got = read.text(at);
        let names = || Code::ALL.iter().map(|code| code.name());
        if !names().any(|name| name == got) {
            let candidates = problems.nearest(got, names());
            problems.push(Code::SilenceUnknown, at).with("got", got).meant(&candidates);
        }
    }
}
