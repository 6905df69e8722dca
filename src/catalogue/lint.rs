//! What could be made better in a catalogue that is sound. One rule, one function: here those about
//! what is missing or unused, in `wording` those about texts, in `scoring` those about figures.

mod scoring;
mod wording;

use indexmap::{IndexMap, IndexSet};

use super::domain::Domain;
use super::files::{Read, ReadIndicator, in_manifest};
use super::indicator::Indicator;
use super::load::Sound;
use super::vocabulary::Vocabulary;
use crate::code::Code;
use crate::document::Field;
use crate::document::values::{List, Placed as _};
use crate::problem::{Names, Problem};
use crate::stage::Stage;
use crate::tree::{Mark, Problems};

pub(super) fn lint(sound: &Sound) -> Vec<Problem> {
    let Sound { read, built, .. } = sound;
    // The limit held when the catalogue was loaded; here it would only hide something.
    let mut problems = sound.warnings.clone().without_limit();
    wording::check(read, &mut problems);
    scoring::check(sound, &mut problems);
    confusable_id(read, &mut problems);
    repeated_number(sound, &mut problems);
    unused_key(sound, &mut problems);
    unused_target(sound, &mut problems);
    unused_answer_type(sound, &mut problems);
    unused_source(read, &mut problems);
    for domain in &built.domains {
        domain_not_scored(domain, &mut problems);
    }
    for indicator in built.indicators.iter().filter(|indicator| indicator.is_scored()) {
        statement_missing(indicator, &mut problems);
        criterion_missing(indicator, &mut problems);
        step_missing(indicator, &mut problems);
    }
    for indicator in read.indicators() {
        context_member(sound, indicator, &mut problems);
    }
    silence_unused(read, &mut problems);
    problems.located(&read.documents, Stage::Final)
}

/// `cat.answer-type.unused`
fn unused_answer_type(sound: &Sound, problems: &mut Problems) {
    let used: IndexSet<&str> =
        sound.built.indicators.iter().map(|indicator| indicator.answer_type().name()).collect();
    for (key, _) in sound.read.manifest.answer_types.entries() {
        let at = in_manifest(*key);
        let name = sound.read.text(at);
        if !used.contains(name) {
            problems.push(Code::UnusedAnswerType, at).with("got", name);
        }
    }
}

/// `cat.id.confusable`
fn confusable_id(read: &Read, problems: &mut Problems) {
    let mut known: IndexMap<String, Mark> = IndexMap::new();
    for indicator in read.indicators() {
        let Some(code) = indicator.entry.code.get() else { continue };
        let at = indicator.at(code.node());
        let first = *known.entry(confusable(read.text(at))).or_insert(at);
        if first != at {
            let raised = problems.push(Code::ConfusableId, at).with("got", read.text(at));
            raised.with("other", read.text(first)).related(first);
        }
    }
}

/// `cat.number.repeated`
fn repeated_number(sound: &Sound, problems: &mut Problems) {
    let mut shown: IndexMap<&str, &Indicator> = IndexMap::new();
    for indicator in &*sound.built.indicators {
        let first = *shown.entry(indicator.shown_code()).or_insert(indicator);
        if first.position() != indicator.position() {
            let raised = problems.push(Code::RepeatedNumber, indicator.at);
            raised.with("got", indicator.shown_code()).with("other", first.code());
            raised.related(first.at);
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
fn unused_key(sound: &Sound, problems: &mut Problems) {
    for &vocabulary in Vocabulary::ALL {
        let used: IndexSet<&str> = sound
            .built
            .indicators
            .iter()
            .flat_map(|indicator| keys_of(indicator, vocabulary))
            .collect();
        let labels = sound.read.labels(vocabulary);
        for (key, _) in labels.map_or(&[][..], Field::entries) {
            let at = in_manifest(*key);
            let key = sound.read.text(at);
            if !used.contains(key) {
                let raised = problems.push(Code::UnusedKey, at).with("got", key);
                raised.with("member", vocabulary.name());
            }
        }
    }
}

/// The keys of a vocabulary that an indicator or one of its options has.
fn keys_of(indicator: &Indicator, vocabulary: Vocabulary) -> Vec<&str> {
    match vocabulary {
        Vocabulary::About => indicator.about().into_iter().collect(),
        Vocabulary::Kind => indicator.kind().into_iter().collect(),
        Vocabulary::Ask => indicator.ask().collect(),
        Vocabulary::Grade => indicator.grade().into_iter().collect(),
        Vocabulary::Lenses => {
            let options = indicator.answer_type().options().iter();
            indicator.lenses().chain(options.flat_map(|option| option.lenses())).collect()
        }
    }
}

/// `cat.link.unused-target`
fn unused_target(sound: &Sound, problems: &mut Problems) {
    let links = sound.built.indicators.iter().flat_map(Indicator::links);
    let used: IndexSet<(&str, &str)> =
        links.map(|link| (link.framework(), link.target())).collect();
    for (framework, entry) in sound.read.manifest.frameworks.entries() {
        let framework = sound.read.text(in_manifest(*framework));
        for at in entry.targets.entries().iter().map(|(target, _)| in_manifest(*target)) {
            let target = sound.read.text(at);
            if !used.contains(&(framework, target)) {
                let got = format!("{framework}:{target}");
                problems.push(Code::UnusedTarget, at).with("got", got.as_str());
            }
        }
    }
}

/// `cat.source.unused`
fn unused_source(read: &Read, problems: &mut Problems) {
    let manifest = &read.manifest;
    let lists = [manifest.provenance.get().map(|entry| &entry.sources)]
        .into_iter()
        .flatten()
        .chain(manifest.schemes.items().iter().map(|entry| &entry.sources))
        .chain(manifest.frameworks.entries().iter().map(|(_, entry)| &entry.sources));
    let in_manifest_cited =
        lists.flat_map(Field::<List<_>>::items).map(|source| in_manifest(source.node()));
    let in_indicators = read.indicators().flat_map(|indicator| {
        let sources = indicator.entry.basis.get().map_or(&[][..], |basis| basis.sources.items());
        sources.iter().map(move |source| indicator.at(source.node()))
    });
    let cited: IndexSet<&str> =
        in_manifest_cited.chain(in_indicators).map(|mark| read.text(mark)).collect();
    for (key, _) in manifest.sources.entries() {
        let at = in_manifest(*key);
        let name = read.text(at);
        if !cited.contains(name) {
            problems.push(Code::UnusedSource, at).with("got", name);
        }
    }
}

/// `cat.tree.domain-not-scored`
fn domain_not_scored(domain: &Domain, problems: &mut Problems) {
    if !domain.indicators().iter().any(Indicator::is_scored) {
        problems.push(Code::DomainNotScored, domain.at).with("domain", domain.code());
    }
}

/// `cat.statement.missing`
fn statement_missing(indicator: &Indicator, problems: &mut Problems) {
    let levels = indicator.answer_type().levels().iter().zip(&indicator.statements);
    let missing = levels.filter(|(_, statement)| statement.is_none()).map(|(level, _)| level.id());
    missing_for(Code::StatementMissing, indicator, "levels", missing.collect(), problems);
}

/// `cat.criterion.missing`
fn criterion_missing(indicator: &Indicator, problems: &mut Problems) {
    let criteria = &indicator.criteria;
    if criteria.iter().all(Option::is_none) {
        return;
    }
    let options = indicator.answer_type().option_ids().zip(criteria);
    let missing = options.filter(|(_, criterion)| criterion.is_none()).map(|(id, _)| id);
    missing_for(Code::CriterionMissing, indicator, "levels", missing.collect(), problems);
}

/// `cat.step.missing`
fn step_missing(indicator: &Indicator, problems: &mut Problems) {
    let levels = indicator.answer_type().levels().iter().zip(&indicator.first_steps);
    let missing = levels.filter(|(_, step)| step.is_none());
    let missing = missing.filter_map(|(level, _)| level.first_step());
    missing_for(Code::StepMissing, indicator, "steps", missing.collect(), problems);
}

fn missing_for(
    code: Code,
    indicator: &Indicator,
    argument: &'static str,
    missing: Vec<&str>,
    problems: &mut Problems,
) {
    if !missing.is_empty() {
        let missing: Names = missing.into_iter().collect();
        problems.push(code, indicator.at).with(argument, missing);
    }
}

/// `cat.indicator.member-without-use`
fn context_member(sound: &Sound, indicator: ReadIndicator<'_>, problems: &mut Problems) {
    let entry = indicator.entry;
    let name = entry.answer_type.get().map(|name| sound.read.text(indicator.at(name.node())));
    let answer_type = name.and_then(|name| sound.built.answer_types.get(name));
    if answer_type.is_none_or(|answer_type| answer_type.is_scored()) {
        return;
    }
    let members = [
        ("about", entry.about.is_absent()),
        ("weight", entry.weight.is_absent()),
        ("statements", entry.statements.is_absent()),
        ("first_steps", entry.first_steps.is_absent()),
    ];
    for (member, _) in members.into_iter().filter(|(_, is_absent)| !is_absent) {
        let raised = problems.push(Code::ContextMember, indicator.at(entry.node()));
        raised.with("member", member);
    }
}

/// Takes out what the authors accept, and reports each silence that had nothing to silence.
/// `cat.silence.unused`
fn silence_unused(read: &Read, problems: &mut Problems) {
    let mut unused = Vec::new();
    for silence in read.silences() {
        let Some(at) = silence.code() else { continue };
        let name = read.text(at);
        let before = problems.len();
        problems.retain(|code, mark| code.name() != name || !silence.holds_for(mark, read));
        if problems.len() == before {
            unused.push(at);
        }
    }
    for at in unused {
        problems.push(Code::SilenceUnused, at).with("got", read.text(at));
    }
}
