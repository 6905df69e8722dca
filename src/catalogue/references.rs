//! The rules of references: whatever a catalogue names, it has. One rule, one function.
//!
//! Where something that a name can refer to is malformed, an unknown name may be the name of that.
//! Then it is not reported, because its cause already was.

use super::answer_type::{AnswerLevel, AnswerType};
use super::assembly::Built;
use super::files::{Read, ReadIndicator, in_manifest};
use super::vocabulary::Vocabulary;
use crate::document::Field;
use crate::document::catalogue::{AnswerKind, AnswerTypeEntry, CarriedEntry, ConditionEntry};
use crate::document::values::{List, LocalizedText, Map, Placed as _, Reference};
use crate::index::Index;
use crate::problem::{Code, Names};
use crate::tree::{Mark, NodeId, Problems};

/// Reports every name that refers to nothing.
pub(super) fn check(read: &Read, built: &Built, problems: &mut Problems) {
    let mut references = References::new(read, built, problems);
    references.of_answer_types();
    for indicator in read.indicators() {
        references.of_indicator(indicator);
    }
    for indicator in read.indicators() {
        for part in indicator.entry.when.items() {
            references.of_condition(indicator, part);
        }
    }
    references.of_sources();
    for row in read.manifest.carry_over.items() {
        for (_, carried) in row.indicators.entries() {
            references.of_carried(carried);
        }
    }
}

/// What names can refer to.
struct References<'r> {
    read: &'r Read,
    built: &'r Built,
    problems: &'r mut Problems,
    /// The names of answer types with a malformed part: rules about their levels are skipped.
    malformed_types: Index<&'r str, ()>,
    /// All indicators by their codes.
    indicators: Index<&'r str, ReadIndicator<'r>>,
    /// Whether every indicator was read with its code.
    indicators_are_whole: bool,
    /// Whether every target of a framework was read.
    targets_are_whole: bool,
}

impl<'r> References<'r> {
    fn new(read: &'r Read, built: &'r Built, problems: &'r mut Problems) -> Self {
        let malformed = read.manifest.answer_types.entries().iter();
        let malformed = malformed.filter(|(_, entry)| is_malformed(entry));
        let mut indicators = Index::default();
        for indicator in read.indicators() {
            if let Some(code) = indicator.entry.code.get() {
                indicators.insert(read.text(indicator.at(code.node())), indicator);
            }
        }
        let frameworks = &read.manifest.frameworks;
        let mut targets = frameworks.entries().iter().map(|(_, entry)| &entry.targets);
        Self {
            malformed_types: malformed.map(|(name, _)| read.text(in_manifest(*name))).collect(),
            indicators,
            indicators_are_whole: indicators_are_whole(read),
            targets_are_whole: frameworks.is_whole() && targets.all(Field::<Map<_>>::is_whole),
            read,
            built,
            problems,
        }
    }

    fn of_answer_types(&mut self) {
        for (_, entry) in self.read.manifest.answer_types.entries() {
            for option in entry.options.items() {
                self.unknown_key(Vocabulary::Lenses, option.lenses.items(), in_manifest);
            }
        }
    }

    fn of_indicator(&mut self, indicator: ReadIndicator<'r>) {
        let entry = indicator.entry;
        let at = |node| indicator.at(node);
        let basis = entry.basis.get();
        let grade = basis.map_or(&[][..], |basis| basis.grade.as_slice());
        self.unknown_answer_type(&entry.answer_type, at);
        self.unknown_key(Vocabulary::About, entry.about.as_slice(), at);
        self.unknown_key(Vocabulary::Kind, entry.kind.as_slice(), at);
        self.unknown_key(Vocabulary::Ask, entry.ask.items(), at);
        self.unknown_key(Vocabulary::Lenses, entry.lenses.items(), at);
        self.unknown_key(Vocabulary::Grade, grade, at);
        self.unknown_source(basis.map_or(&[], |basis| basis.sources.items()), at);
        for link in entry.links.items() {
            self.unknown_link(&link.to, at);
        }
        if let Some(answer_type) = self.well_formed_type(indicator) {
            let options: Vec<&str> = answer_type.option_ids().collect();
            let levels: Vec<&str> = answer_type.levels().iter().map(AnswerLevel::id).collect();
            self.unknown_level(&entry.criteria, &options, answer_type, at);
            self.unknown_level(&entry.statements, &levels, answer_type, at);
            self.unknown_step(&entry.first_steps, answer_type, at);
        }
    }

    fn of_condition(&mut self, indicator: ReadIndicator<'r>, part: &ConditionEntry) {
        let Some(named) = part.indicator.get().map(|named| indicator.at(named.node())) else {
            return;
        };
        let Some(target) = self.condition_indicator(named) else { return };
        let Some(answer_type) = self.well_formed_type(target) else { return };
        let is_context = answer_type.kind() == AnswerKind::Choice
            && !answer_type.is_scored()
            && target.entry.when.is_absent();
        if !is_context {
            return self.condition_not_context(named);
        }
        for option in part.is.items() {
            self.condition_option(indicator.at(option.node()), self.read.text(named), answer_type);
        }
    }

    /// The sources that the manifest cites.
    fn of_sources(&mut self) {
        let manifest = &self.read.manifest;
        let provenance = manifest.provenance.get();
        self.unknown_source(provenance.map_or(&[], |entry| entry.sources.items()), in_manifest);
        for (_, entry) in manifest.frameworks.entries() {
            self.unknown_source(entry.sources.items(), in_manifest);
        }
        for entry in manifest.schemes.items() {
            self.unknown_source(entry.sources.items(), in_manifest);
        }
    }

    /// What became of an indicator of an earlier version.
    fn of_carried(&mut self, carried: &CarriedEntry) {
        let mut targets = Vec::new();
        for code in carried.to.items() {
            targets.push(self.carried_indicator(in_manifest(code.node())));
        }
        // Where the indicator was divided or dropped, no option is carried over.
        let ([Some(target)], true) = (&targets[..], carried.to.is_whole()) else { return };
        let target = *target;
        let Some(answer_type) = self.well_formed_type(target) else { return };
        for (_, option) in carried.options.entries() {
            self.unknown_carried_option(in_manifest(option.node()), target, answer_type);
        }
    }

    /// The indicator that an earlier one became.
    fn carried_indicator(&mut self, at: Mark) -> Option<ReadIndicator<'r>> {
        let target = self.indicators.get(self.read.text(at)).copied();
        if target.is_none() && self.indicators_are_whole {
            self.unknown_carried_indicator(at);
        }
        target
    }

    /// `cat.carry-over.unknown-indicator`
    fn unknown_carried_indicator(&mut self, at: Mark) {
        let got = self.read.text(at);
        let candidates = self.problems.nearest(got, self.indicators.names().copied());
        let raised = self.problems.push(Code::UnknownCarriedIndicator, at);
        raised.with("got", got).meant(&candidates);
    }

    /// `cat.carry-over.unknown-option`
    fn unknown_carried_option(
        &mut self,
        at: Mark,
        target: ReadIndicator<'r>,
        answer_type: &AnswerType,
    ) {
        let got = self.read.text(at);
        if answer_type.place_of(got).is_none() {
            let code = target.entry.code.get().map(|code| target.at(code.node()));
            let candidates = self.problems.nearest(got, answer_type.option_ids());
            let known: Names = answer_type.option_ids().collect();
            let raised = self.problems.push(Code::UnknownCarriedOption, at).with("got", got);
            raised.with("indicator", code.map_or("", |code| self.read.text(code)));
            raised.with("known", known).meant(&candidates);
        }
    }

    /// `cat.answer-type.unknown`
    fn unknown_answer_type(&mut self, name: &Field<Reference>, at: impl Fn(NodeId) -> Mark) {
        let Some(at) = name.get().map(|name| at(name.node())) else { return };
        let (got, known) = (self.read.text(at), &self.built.answer_types);
        if !known.contains(got) && self.read.manifest.answer_types.is_whole() {
            let names = || known.names().map(String::as_str);
            let candidates = self.problems.nearest(got, names());
            let raised = self.problems.push(Code::UnknownAnswerType, at).with("got", got);
            raised.with("known", names().collect::<Names>()).meant(&candidates);
        }
    }

    /// `cat.key.unknown`
    fn unknown_key(
        &mut self,
        vocabulary: Vocabulary,
        keys: &[Reference],
        at: impl Fn(NodeId) -> Mark,
    ) {
        let vocabularies = &self.read.manifest.vocabularies;
        let labels = self.read.labels(vocabulary);
        let is_whole = labels.map_or(vocabularies.is_absent(), Field::<Map<_>>::is_whole);
        let Some(known) = self.built.vocabularies.get(&vocabulary).filter(|_| is_whole) else {
            return;
        };
        for at in keys.iter().map(|key| at(key.node())) {
            let got = self.read.text(at);
            if !known.contains(got) {
                let names = known.names().map(String::as_str);
                let candidates = self.problems.nearest(got, names);
                let raised = self.problems.push(Code::UnknownKey, at).with("got", got);
                raised.with("member", vocabulary.name()).meant(&candidates);
            }
        }
    }

    /// `cat.source.unknown`
    fn unknown_source(&mut self, sources: &[Reference], at: impl Fn(NodeId) -> Mark) {
        if !self.read.manifest.sources.is_whole() {
            return;
        }
        for at in sources.iter().map(|source| at(source.node())) {
            let got = self.read.text(at);
            if !self.built.sources.contains(got) {
                // Keys of sources are too short for a suggestion to be better than a guess.
                self.problems.push(Code::UnknownSource, at).with("got", got);
            }
        }
    }

    /// `cat.link.unknown`
    fn unknown_link(&mut self, to: &Field<Reference>, at: impl Fn(NodeId) -> Mark) {
        let Some(at) = to.get().map(|to| at(to.node())) else { return };
        let (got, known) = (self.read.text(at), &self.built.frameworks);
        let target = got
            .split_once(':')
            .and_then(|(framework, target)| known.get(framework)?.targets.get(target));
        if target.is_some() || !self.targets_are_whole {
            return;
        }
        let known: Vec<String> = known
            .iter()
            .filter(|_| !self.problems.is_full())
            .flat_map(|(key, framework)| {
                framework.targets.names().map(move |target| format!("{key}:{target}"))
            })
            .take(Problems::MOST_KNOWN)
            .collect();
        let candidates = self.problems.nearest(got, known.iter().map(String::as_str));
        self.problems.push(Code::UnknownLink, at).with("got", got).meant(&candidates);
    }

    /// `cat.level.unknown`
    fn unknown_level(
        &mut self,
        map: &Field<Map<LocalizedText>>,
        levels: &[&str],
        answer_type: &AnswerType,
        at: impl Fn(NodeId) -> Mark,
    ) {
        let known: Index<&str, ()> = levels.iter().copied().collect();
        let keys = map.entries().iter().map(|(key, _)| at(*key));
        // Statements of a question without levels have no use, which the linter reports.
        for at in keys.filter(|_| !levels.is_empty()) {
            let got = self.read.text(at);
            if !known.contains(got) {
                let known: Names = levels.iter().copied().collect();
                let candidates = self.problems.nearest(got, levels.iter().copied());
                let raised = self.problems.push(Code::UnknownLevel, at).with("got", got);
                raised.with("answer_type", answer_type.name()).with("known", known);
                raised.meant_key(&candidates, |_| false);
            }
        }
    }

    /// `cat.step.unknown`
    fn unknown_step(
        &mut self,
        map: &Field<Map<LocalizedText>>,
        answer_type: &AnswerType,
        at: impl Fn(NodeId) -> Mark,
    ) {
        let steps = answer_type.levels().iter().filter_map(AnswerLevel::first_step);
        let known: Index<&str, ()> = steps.clone().collect();
        let keys = map.entries().iter().map(|(key, _)| at(*key));
        // First steps of a question that is not scored have no use, which the linter reports.
        for at in keys.filter(|_| answer_type.is_scored()) {
            let got = self.read.text(at);
            if !known.contains(got) {
                let candidates = self.problems.nearest(got, steps.clone());
                let raised = self.problems.push(Code::UnknownStep, at).with("got", got);
                raised.with("answer_type", answer_type.name());
                raised.meant_key(&candidates, |_| false);
            }
        }
    }

    /// The indicator that a condition names. `cat.condition.unknown-indicator`
    fn condition_indicator(&mut self, named: Mark) -> Option<ReadIndicator<'r>> {
        let got = self.read.text(named);
        let target = self.indicators.get(got).copied();
        if target.is_none() && self.indicators_are_whole {
            let candidates = self.problems.nearest(got, self.indicators.names().copied());
            let raised = self.problems.push(Code::ConditionIndicator, named);
            raised.with("got", got).meant(&candidates);
        }
        target
    }

    /// `cat.condition.not-context`
    fn condition_not_context(&mut self, named: Mark) {
        let got = self.read.text(named);
        self.problems.push(Code::ConditionNotContext, named).with("got", got);
    }

    /// `cat.condition.unknown-option`
    fn condition_option(&mut self, at: Mark, indicator: &str, answer_type: &AnswerType) {
        let got = self.read.text(at);
        if answer_type.place_of(got).is_none() {
            let candidates = self.problems.nearest(got, answer_type.option_ids());
            let known: Names = answer_type.option_ids().collect();
            let raised = self.problems.push(Code::ConditionOption, at).with("got", got);
            raised.with("indicator", indicator).with("known", known).meant(&candidates);
        }
    }

    /// The answer type of an indicator, if it is known and every part of it is well formed.
    fn well_formed_type(&self, indicator: ReadIndicator<'_>) -> Option<&'r AnswerType> {
        let name = indicator.at(indicator.entry.answer_type.get()?.node());
        let known = self.built.answer_types.get(self.read.text(name))?;
        (!self.malformed_types.contains(known.name())).then_some(known.as_ref())
    }
}

fn is_malformed(entry: &AnswerTypeEntry) -> bool {
    let (options, levels) = (entry.options.items(), entry.levels.items());
    let unscored = options.iter().filter(|option| option.points.get().is_none()).count();
    entry.kind.value().is_none()
        || !entry.options.is_whole()
        || !entry.levels.is_whole()
        || options.iter().any(|option| option.id.get().is_none())
        || (unscored > 0 && unscored < options.len())
        || levels.iter().any(|level| level.id.get().is_none())
}

fn indicators_are_whole(read: &Read) -> bool {
    let listed = &read.manifest.domains;
    listed.is_whole()
        && listed.items().len() == read.domains.len()
        && read.domains.iter().map(|domain| &domain.file).all(|file| {
            let in_subdomains = file.subdomains.items().iter().map(|entry| &entry.indicators);
            file.subdomains.is_whole()
                && in_subdomains.chain([&file.indicators]).all(Field::<List<_>>::is_whole)
        })
        && read.indicators().all(|indicator| indicator.entry.code.get().is_some())
}
