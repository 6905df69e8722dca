//! What could be better made in a catalogue that is sound. One rule, one function: here those about
//! what is missing or unused, in `wording` those about texts, in `scoring` those about figures.

mod scoring;
mod wording;

use indexmap::IndexMap;

use super::load::{Files, ReadDomain};
use super::soundness::{indicators, silences};
use super::{Catalogue, Indicator, Vocabulary};
use crate::document::Field;
use crate::document::catalogue::{DomainEntry, IndicatorEntry, Manifest};
use crate::document::values::Placed as _;
use crate::problem::{Code, Names, Problem};
use crate::stage::Stage;
use crate::tree::{Limits, Mark, NodeId};

pub(super) fn lint(catalogue: &Catalogue) -> Vec<Problem> {
    // The limits held when the documents were read; here they would only hide something.
    let limits = Limits::new().text(usize::MAX).problems(usize::MAX);
    let mut files = Files::again(&catalogue.0.documents, &limits);
    let Some((manifest, domains)) = read_again(&mut files) else {
        return Vec::new();
    };
    wording::texts(&mut files, catalogue);
    wording::questions(&mut files, &domains);
    wording::labels(&mut files, &manifest);
    scoring::answer_types(&mut files, &manifest);
    scoring::weights(&mut files, catalogue, &domains);
    scoring::bands(&mut files, catalogue, &manifest);
    scoring::conditions(&mut files, catalogue, &domains);
    codes_are_told_apart(&mut files, &domains);
    keys_are_used(&mut files, catalogue, &manifest);
    targets_are_linked(&mut files, catalogue, &manifest);
    answer_types_are_used(&mut files, catalogue, &manifest);
    sources_are_cited(&mut files, catalogue, &manifest, &domains);
    domains_are_scored(&mut files, catalogue, &domains);
    for ((document, entry), indicator) in indicators(&domains).iter().zip(catalogue.indicators()) {
        let at = Mark { document: *document, node: entry.node() };
        if indicator.is_scored() {
            levels_have_statements(&mut files, at, indicator);
            options_have_criteria(&mut files, at, indicator);
            levels_have_first_steps(&mut files, at, indicator);
        } else {
            context_has_no_members_of_scored(&mut files, *document, entry);
        }
    }
    silence(&mut files, &manifest, &domains);
    files.problems.located(&files.documents, Stage::Final)
}

/// The manifest and the domains as they were read when the catalogue was loaded.
fn read_again(files: &mut Files<'_>) -> Option<(Manifest, Vec<ReadDomain>)> {
    let manifest: Manifest = files.lift(0)?;
    let mut domains = Vec::new();
    // Files of domains follow the manifest in the order in which it names them.
    let mut next = 1_usize;
    for entry in manifest.domains.items() {
        match entry {
            DomainEntry::Inline(file) => {
                domains.push(ReadDomain { document: 0, file: (**file).clone() });
            }
            DomainEntry::File(_) => {
                domains.push(ReadDomain { document: next, file: files.lift(next)? });
                next = next.saturating_add(1);
            }
        }
    }
    Some((manifest, domains))
}

/// `cat.answer-type.unused`
fn answer_types_are_used(files: &mut Files<'_>, catalogue: &Catalogue, manifest: &Manifest) {
    for (key, _) in manifest.answer_types.entries() {
        let at = Mark { document: 0, node: *key };
        let name = files.text(at).to_owned();
        if !catalogue.indicators().any(|indicator| indicator.answer_type().name() == name) {
            files.problems.push(Code::UnusedAnswerType, at).with("got", name.as_str());
        }
    }
}

/// `cat.id.confusable`
fn codes_are_told_apart(files: &mut Files<'_>, domains: &[ReadDomain]) {
    let mut known: IndexMap<String, Mark> = IndexMap::new();
    let marks: Vec<Mark> = indicators(domains)
        .into_iter()
        .filter_map(|(document, entry)| Some(Mark { document, node: entry.code.get()?.node() }))
        .collect();
    for mark in marks {
        let code = files.text(mark).to_owned();
        let looks_like = confusable(&code);
        match known.get(&looks_like) {
            None => drop(known.insert(looks_like, mark)),
            Some(&first) => {
                let other = files.text(first).to_owned();
                let raised = files.problems.push(Code::ConfusableId, mark);
                raised.with("got", code.as_str()).with("other", other.as_str()).related(first);
            }
        }
    }
}

/// What is left of a code when it is read aloud or copied by hand: no capitals, no low lines, no
/// leading zeros, and one sign for those that look alike.
fn confusable(code: &str) -> String {
    let mut left = String::new();
    for character in code.chars().map(|character| character.to_ascii_lowercase()) {
        let follows_digit = left.ends_with(|last: char| last.is_ascii_digit());
        match character {
            '_' => {}
            '0' if !follows_digit => {}
            'o' => left.push('0'),
            'l' | 'i' => left.push('1'),
            other => left.push(other),
        }
    }
    left
}

/// `cat.key.unused`
fn keys_are_used(files: &mut Files<'_>, catalogue: &Catalogue, manifest: &Manifest) {
    let Some(vocabularies) = manifest.vocabularies.get() else { return };
    let of_options = |key: &str| {
        let mut types = catalogue.indicators().map(|indicator| indicator.answer_type());
        types.any(|answer_type| {
            answer_type.options().iter().any(|option| option.lenses().any(|lens| lens == key))
        })
    };
    for (vocabulary, map) in [
        (Vocabulary::About, &vocabularies.about),
        (Vocabulary::Kind, &vocabularies.kind),
        (Vocabulary::Ask, &vocabularies.ask),
        (Vocabulary::Lenses, &vocabularies.lenses),
        (Vocabulary::Grade, &vocabularies.grade),
    ] {
        for (node, _) in map.entries() {
            let at = Mark { document: 0, node: *node };
            let key = files.text(at).to_owned();
            let is_used = catalogue.indicators().any(|indicator| match vocabulary {
                Vocabulary::About => indicator.about() == Some(&key),
                Vocabulary::Kind => indicator.kind() == Some(&key),
                Vocabulary::Ask => indicator.ask().any(|role| role == key),
                Vocabulary::Lenses => indicator.lenses().any(|lens| lens == key),
                Vocabulary::Grade => indicator.grade() == Some(&key),
            });
            let is_used = is_used || (vocabulary == Vocabulary::Lenses && of_options(&key));
            if !is_used {
                let raised = files.problems.push(Code::UnusedKey, at);
                raised.with("got", key.as_str()).with("member", vocabulary.name());
            }
        }
    }
}

/// `cat.link.unused-target`
fn targets_are_linked(files: &mut Files<'_>, catalogue: &Catalogue, manifest: &Manifest) {
    for (framework, entry) in manifest.frameworks.entries() {
        let framework = files.text(Mark { document: 0, node: *framework }).to_owned();
        for (target, _) in entry.targets.entries() {
            let at = Mark { document: 0, node: *target };
            let to = format!("{framework}:{}", files.text(at));
            let mut links = catalogue.indicators().flat_map(|indicator| indicator.links());
            if !links.any(|link| link.to() == to) {
                files.problems.push(Code::UnusedTarget, at).with("got", to.as_str());
            }
        }
    }
}

/// `cat.source.unused`
fn sources_are_cited(
    files: &mut Files<'_>,
    catalogue: &Catalogue,
    manifest: &Manifest,
    domains: &[ReadDomain],
) {
    let lists = [manifest.provenance.get().map(|entry| &entry.sources)]
        .into_iter()
        .flatten()
        .chain(manifest.schemes.items().iter().map(|entry| &entry.sources))
        .chain(manifest.frameworks.entries().iter().map(|(_, entry)| &entry.sources));
    let mut cited: Vec<Mark> = lists
        .flat_map(Field::items)
        .map(|source| Mark { document: 0, node: source.node() })
        .collect();
    for (document, entry) in indicators(domains) {
        let sources = entry.basis.get().map_or(&[][..], |basis| basis.sources.items());
        cited.extend(sources.iter().map(|source| Mark { document, node: source.node() }));
    }
    for (key, _) in manifest.sources.entries() {
        let at = Mark { document: 0, node: *key };
        let name = files.text(at).to_owned();
        debug_assert!(catalogue.sources().any(|(known, _)| known == name));
        if !cited.iter().any(|mark| files.text(*mark) == name) {
            files.problems.push(Code::UnusedSource, at).with("got", name.as_str());
        }
    }
}

/// `cat.tree.domain-not-scored`
fn domains_are_scored(files: &mut Files<'_>, catalogue: &Catalogue, read: &[ReadDomain]) {
    for (domain, read) in catalogue.domains().iter().zip(read) {
        if !domain.indicators().any(Indicator::is_scored) {
            let at = Mark { document: read.document, node: read.file.node() };
            files.problems.push(Code::DomainNotScored, at).with("domain", domain.code());
        }
    }
}

/// `cat.statement.missing`
fn levels_have_statements(files: &mut Files<'_>, at: Mark, indicator: &Indicator) {
    let levels = indicator.answer_type().levels().iter();
    let missing: Vec<&str> = levels
        .enumerate()
        .filter(|(index, _)| indicator.statement_text(*index).is_none())
        .map(|(_, level)| level.id())
        .collect();
    missing_for(files, Code::StatementMissing, at, "levels", &missing);
}

/// `cat.criterion.missing`
fn options_have_criteria(files: &mut Files<'_>, at: Mark, indicator: &Indicator) {
    let criteria = &indicator.criteria;
    if criteria.iter().all(Option::is_none) {
        return;
    }
    let options = indicator.answer_type().option_ids().zip(criteria);
    let missing: Vec<&str> =
        options.filter(|(_, criterion)| criterion.is_none()).map(|(id, _)| id).collect();
    missing_for(files, Code::CriterionMissing, at, "levels", &missing);
}

/// `cat.step.missing`
fn levels_have_first_steps(files: &mut Files<'_>, at: Mark, indicator: &Indicator) {
    let levels = indicator.answer_type().levels().iter();
    let missing: Vec<&str> = levels
        .enumerate()
        .filter(|(index, _)| indicator.first_step_text(*index).is_none())
        .filter_map(|(_, level)| level.first_step())
        .collect();
    missing_for(files, Code::StepMissing, at, "steps", &missing);
}

fn missing_for(
    files: &mut Files<'_>,
    code: Code,
    at: Mark,
    argument: &'static str,
    missing: &[&str],
) {
    if !missing.is_empty() {
        let missing: Names = missing.iter().copied().collect();
        files.problems.push(code, at).with(argument, missing);
    }
}

/// `cat.indicator.member-without-use`
fn context_has_no_members_of_scored(
    files: &mut Files<'_>,
    document: usize,
    entry: &IndicatorEntry,
) {
    let members = [
        ("about", entry.about.is_absent()),
        ("weight", entry.weight.is_absent()),
        ("statements", entry.statements.is_absent()),
        ("first_steps", entry.first_steps.is_absent()),
    ];
    for (member, is_absent) in members {
        if !is_absent {
            let at = Mark { document, node: entry.node() };
            files.problems.push(Code::ContextMember, at).with("member", member);
        }
    }
}

/// Takes out what the authors accept, and says which silences had nothing to silence.
/// `cat.silence.unused`
fn silence(files: &mut Files<'_>, manifest: &Manifest, domains: &[ReadDomain]) {
    let mut unused = Vec::new();
    for (document, container, entry) in silences(manifest, domains) {
        let Some(code) = entry.code.get() else { continue };
        let at = Mark { document, node: code.node() };
        let name = files.text(at).to_owned();
        let documents = &files.documents;
        let before = files.problems.len();
        files.problems.retain(|code, mark| {
            // A silence in the manifest holds in the files of the domains too.
            let holds = document == 0 && container == NodeId::ROOT
                || mark.document == document
                    && documents
                        .get(document)
                        .is_some_and(|document| document.holds(container, mark.node));
            !(holds && code.name() == name)
        });
        if files.problems.len() == before {
            unused.push((at, name));
        }
    }
    for (at, name) in unused {
        files.problems.push(Code::SilenceUnused, at).with("got", name.as_str());
    }
}
