//! The parts of a catalogue, built from what was read, with the rules of references on the way.

mod conditions;

use std::sync::Arc;

use indexmap::IndexMap;

use super::Inner;
use super::answer_type::{AnswerLevel, AnswerOption, AnswerType, NumberBounds};
use super::domain::{Domain, Subdomain};
use super::indicator::{Indicator, Link};
use super::load::{Files, ReadDomain};
use super::passage::{Localized, Passage};
use super::scheme::{Band, Minima, Scheme};
use super::vocabulary::{Framework, Label, Source, Term, Vocabulary};
use crate::document::Field;
use crate::document::catalogue::{
    Aggregation, AnswerKind, AnswerTypeEntry, Gaps, IndicatorEntry, LabelEntry, LinkBasis,
    Manifest, OptionEntry, SchemeEntry,
};
use crate::document::values::{LocalizedText, Map, Placed, Reference};
use crate::index::Index;
use crate::problem::{Code, Names};
use crate::tree::{Mark, NodeId, Problems};

/// Builds the parts of a catalogue, one kind after the other. Where something could not be read, an
/// empty stand-in is built: the problem was said, and the catalogue will be refused.
pub(super) struct Assembly<'f, 'l> {
    files: &'f mut Files<'l>,
    vocabularies: IndexMap<Vocabulary, Known<Label>>,
    frameworks: Known<Framework>,
    sources: Known<Source>,
    answer_types: Known<Arc<AnswerType>>,
    /// Answer types of which some part could not be read; nothing is said of their levels.
    shaky: Vec<String>,
}

/// What names can refer to. Where some of it could not be read, a name that is not found may be
/// among that, and is not called unknown.
struct Known<V> {
    entries: Index<String, V>,
    is_whole: bool,
}

impl<V> Default for Known<V> {
    fn default() -> Self {
        Self { entries: Index::default(), is_whole: true }
    }
}

impl<V> Known<V> {
    fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.names().map(String::as_str)
    }
}

impl<'f, 'l> Assembly<'f, 'l> {
    pub(super) fn new(files: &'f mut Files<'l>, manifest: &Manifest) -> Self {
        let mut assembly = Self {
            files,
            vocabularies: IndexMap::new(),
            frameworks: Known::default(),
            sources: Known::default(),
            answer_types: Known::default(),
            shaky: Vec::new(),
        };
        assembly.vocabularies = assembly.vocabularies(manifest);
        let mut targets_are_whole = true;
        assembly.frameworks = assembly.map(&manifest.frameworks, |this, _, entry| {
            let targets = this.map(&entry.targets, |this, _, text| this.localized_at(0, *text));
            targets_are_whole &= targets.is_whole;
            Framework { title: this.localized(0, &entry.title), targets: targets.entries }
        });
        assembly.frameworks.is_whole &= targets_are_whole;
        assembly.sources = assembly.map(&manifest.sources, |this, _, entry| Source {
            title: this.passage(0, &entry.title),
            address: this.optional_passage(0, &entry.address),
        });
        assembly.answer_types = assembly.map(&manifest.answer_types, |this, name, entry| {
            Arc::new(AnswerType { name: name.to_owned(), ..this.answer_type(name, entry) })
        });
        assembly
    }

    pub(super) fn assemble(mut self, manifest: &Manifest, read: &[ReadDomain]) -> Inner {
        let mut domains = Vec::with_capacity(read.len());
        let mut codes = IndexMap::new();
        let mut positions = 0..;
        for domain in read {
            let built = self.domain(domain, domains.len(), &mut positions, &mut codes);
            domains.push(built);
        }
        self.resolve_conditions(manifest, read, &mut domains, &codes);
        self.cited(0, manifest.provenance.get().map_or(&[], |entry| entry.sources.items()));
        for (_, entry) in manifest.frameworks.entries() {
            self.cited(0, entry.sources.items());
        }
        Inner {
            documents: Vec::new(),
            id: self.passage(0, &manifest.id),
            version: self.passage(0, &manifest.version),
            title: self.localized(0, &manifest.title),
            notice: self.localized(0, &manifest.notice),
            provenance: manifest
                .provenance
                .get()
                .map(|provenance| self.localized(0, &provenance.statement)),
            languages: self.passages(0, manifest.languages.items()),
            terms: manifest
                .terms
                .items()
                .iter()
                .map(|entry| Term {
                    id: self.passage(0, &entry.id),
                    term: self.localized(0, &entry.term),
                    definition: self.localized(0, &entry.definition),
                })
                .collect(),
            schemes: manifest.schemes.items().iter().map(|entry| self.scheme(entry)).collect(),
            vocabularies: self
                .vocabularies
                .into_iter()
                .map(|(vocabulary, known)| (vocabulary, known.entries))
                .collect(),
            frameworks: self.frameworks.entries,
            sources: self.sources.entries,
            domains,
            codes,
            common_maximum: 1,
        }
    }

    fn vocabularies(&mut self, manifest: &Manifest) -> IndexMap<Vocabulary, Known<Label>> {
        let label = |this: &mut Self, _: &str, entry: &LabelEntry| Label {
            label: this.localized(0, &entry.label),
            description: this.optional_localized(0, &entry.description),
        };
        let Some(vocabularies) = manifest.vocabularies.get() else {
            let is_whole = manifest.vocabularies.is_absent();
            let none = |vocabulary| (vocabulary, Known { entries: Index::default(), is_whole });
            return Vocabulary::ALL.iter().copied().map(none).collect();
        };
        [
            (Vocabulary::About, &vocabularies.about),
            (Vocabulary::Kind, &vocabularies.kind),
            (Vocabulary::Ask, &vocabularies.ask),
            (Vocabulary::Lenses, &vocabularies.lenses),
            (Vocabulary::Grade, &vocabularies.grade),
        ]
        .into_iter()
        .map(|(vocabulary, map)| (vocabulary, self.map(map, label)))
        .collect()
    }

    fn answer_type(&mut self, name: &str, entry: &AnswerTypeEntry) -> AnswerType {
        let kind = entry.kind.value().unwrap_or(AnswerKind::Text);
        let options = entry.options.items();
        let levels = entry.levels.items();
        let unscored = options.iter().filter(|option| option.points.get().is_none()).count();
        let is_whole = entry.kind.value().is_some()
            && entry.options.is_whole()
            && entry.levels.is_whole()
            && options.iter().all(|option| option.id.value().is_some())
            && (unscored == 0 || unscored == options.len())
            && levels.iter().all(|level| level.id.value().is_some());
        if !is_whole {
            self.shaky.push(name.to_owned());
        }
        let levels: Vec<AnswerLevel> = match kind {
            AnswerKind::Choice if options.iter().all(|option| !option.points.is_absent()) => {
                options.iter().map(|option| self.level_of_option(option)).collect()
            }
            AnswerKind::Checklist => levels
                .iter()
                .map(|level| AnswerLevel {
                    id: self.passage(0, &level.id),
                    label: self.localized(0, &level.label),
                    from: level.from.get().map_or(0, |from| from.small()),
                    points: level.points.get().map_or(0, |points| points.small()),
                    is_under_way: level.under_way.value().unwrap_or(false),
                    first_step: self.optional_passage(0, &level.first_step),
                })
                .collect(),
            _ => Vec::new(),
        };
        let bounds =
            entry.minimum.get().zip(entry.maximum.get()).map(|(minimum, maximum)| NumberBounds {
                minimum: minimum.number,
                maximum: maximum.number,
                decimals: entry.decimals.get().map_or(0, |decimals| decimals.small()),
            });
        let mut built = Index::with_capacity(options.len());
        for option in options {
            let option = self.option(option);
            // A second option of the same id is a problem that `soundness` finds.
            built.insert(option.id().to_owned(), option);
        }
        AnswerType {
            name: String::new(),
            kind,
            options: built,
            none: self.optional_localized(0, &entry.none),
            maximum: levels.iter().map(AnswerLevel::points).max().unwrap_or(0),
            levels,
            bounds,
            unit: self.optional_localized(0, &entry.unit),
        }
    }

    fn option(&mut self, entry: &OptionEntry) -> AnswerOption {
        self.keys(Vocabulary::Lenses, 0, entry.lenses.items());
        AnswerOption {
            id: self.passage(0, &entry.id),
            label: self.localized(0, &entry.label),
            lenses: self.passages(0, entry.lenses.items()),
        }
    }

    fn level_of_option(&self, option: &OptionEntry) -> AnswerLevel {
        AnswerLevel {
            id: self.passage(0, &option.id),
            label: self.localized(0, &option.label),
            from: 0,
            points: option.points.get().map_or(0, |points| points.small()),
            is_under_way: option.under_way.value().unwrap_or(false),
            first_step: self.optional_passage(0, &option.first_step),
        }
    }

    fn scheme(&mut self, entry: &SchemeEntry) -> Scheme {
        self.cited(0, entry.sources.items());
        let minima = entry.minima.get();
        let percent = |number: i64| u8::try_from(number).unwrap_or(100);
        Scheme {
            id: self.passage(0, &entry.id),
            title: self.localized(0, &entry.title),
            description: self.localized(0, &entry.description),
            aggregation: entry.aggregation.value().unwrap_or(Aggregation::Indicators),
            gaps: entry.gaps.value().unwrap_or(Gaps::LeftOut),
            has_overall: entry.overall.value().unwrap_or(false),
            minima: minima.map_or(Minima::default(), |minima| Minima {
                coverage: minima.coverage.get().map_or(0, |least| percent(least.number)),
                reach: minima.reach.get().map_or(0, |least| percent(least.number)),
                answered: minima.answered.get().map_or(0, |least| least.small()),
            }),
            bands: entry
                .bands
                .items()
                .iter()
                .map(|band| Band {
                    id: self.passage(0, &band.id),
                    label: self.localized(0, &band.label),
                    from: band.from.get().map_or(0, |from| percent(from.number)),
                })
                .collect(),
        }
    }

    fn domain(
        &mut self,
        read: &ReadDomain,
        number: usize,
        positions: &mut std::ops::RangeFrom<usize>,
        codes: &mut IndexMap<String, [usize; 3]>,
    ) -> Domain {
        let (document, file) = (read.document, &read.file);
        let mut subdomains = Vec::new();
        for entry in file.subdomains.items() {
            let mut indicators = Vec::new();
            for (indicator, position) in entry.indicators.items().iter().zip(positions.by_ref()) {
                let built = self.indicator(document, indicator, position);
                let place = [number, subdomains.len(), indicators.len()];
                // A second indicator of the same code is a problem that `soundness` finds.
                codes.entry(built.code().to_owned()).or_insert(place);
                indicators.push(built);
            }
            subdomains.push(Subdomain {
                code: self.passage(document, &entry.code),
                title: self.localized(document, &entry.title),
                indicators,
            });
        }
        Domain {
            code: self.passage(document, &file.code),
            title: self.localized(document, &file.title),
            scope: self.localized(document, &file.scope),
            subdomains,
        }
    }

    fn indicator(&mut self, document: usize, entry: &IndicatorEntry, position: usize) -> Indicator {
        let answer_type = self.named_answer_type(document, &entry.answer_type);
        let basis = entry.basis.get();
        let grade = basis.and_then(|basis| basis.grade.value());
        self.keys(Vocabulary::About, document, entry.about.as_slice());
        self.keys(Vocabulary::Kind, document, entry.kind.as_slice());
        self.keys(Vocabulary::Ask, document, entry.ask.items());
        self.keys(Vocabulary::Lenses, document, entry.lenses.items());
        self.keys(Vocabulary::Grade, document, grade.as_slice());
        self.cited(document, basis.map_or(&[], |basis| basis.sources.items()));
        let option_ids: Vec<&str> = answer_type.option_ids().collect();
        let level_ids: Vec<&str> = answer_type.levels().iter().map(AnswerLevel::id).collect();
        let steps: Vec<&str> =
            answer_type.levels().iter().filter_map(AnswerLevel::first_step).collect();
        // Of a question that is not scored, the linter says that these have no use.
        let is_firm = self.is_firm(&answer_type) && answer_type.is_scored();
        let first_steps = self.by_key(document, &entry.first_steps, &steps, |files, key| {
            if !is_firm {
                return;
            }
            let got = files.text(key).to_owned();
            let candidates = files.problems.nearest(&got, steps.iter().copied());
            let raised = files.problems.push(Code::UnknownStep, key);
            raised.with("got", got.as_str()).with("answer_type", answer_type.name());
            raised.meant_key(&candidates, |_| false);
        });
        Indicator {
            code: self.passage(document, &entry.code),
            position,
            about: self.optional_passage(document, &entry.about),
            kind: self.optional_passage(document, &entry.kind),
            ask: self.passages(document, entry.ask.items()),
            title: self.localized(document, &entry.title),
            question: self.localized(document, &entry.question),
            guidance: self.optional_localized(document, &entry.guidance),
            weight: entry.weight.get().map_or(1, |weight| weight.small()),
            states: entry.states.items().to_vec(),
            condition: Vec::new(),
            criteria: self.by_level(document, &entry.criteria, &option_ids, &answer_type),
            statements: self.by_level(document, &entry.statements, &level_ids, &answer_type),
            first_steps: {
                let mut texts = first_steps.into_iter();
                let levels = answer_type.levels().iter();
                levels.map(|level| level.first_step().and_then(|_| texts.next()?)).collect()
            },
            lenses: self.passages(document, entry.lenses.items()),
            links: entry
                .links
                .items()
                .iter()
                .map(|link| {
                    self.linked(document, &link.to);
                    Link {
                        to: self.passage(document, &link.to),
                        basis: link.basis.value().unwrap_or(LinkBasis::Inferred),
                    }
                })
                .collect(),
            grade: grade.map(|grade| self.passage_at(document, grade.node())),
            sources: basis
                .map_or_else(Vec::new, |basis| self.passages(document, basis.sources.items())),
            answer_type,
        }
    }

    /// `cat.answer-type.unknown`
    fn named_answer_type(&mut self, document: usize, name: &Field<Reference>) -> Arc<AnswerType> {
        if let Some(name) = name.get() {
            let at = Mark { document, node: name.node() };
            let got = self.files.text(at);
            if let Some(known) = self.answer_types.entries.get(got) {
                return Arc::clone(known);
            }
            let got = got.to_owned();
            if !self.answer_types.is_whole {
                return Arc::new(AnswerType::unreadable());
            }
            let known: Names = self.answer_types.keys().collect();
            let candidates = self.files.problems.nearest(&got, self.answer_types.keys());
            self.files
                .problems
                .push(Code::UnknownAnswerType, at)
                .with("got", got.as_str())
                .with("known", known)
                .meant(&candidates);
        }
        Arc::new(AnswerType::unreadable())
    }

    /// `cat.key.unknown`
    fn keys(&mut self, vocabulary: Vocabulary, document: usize, keys: &[Reference]) {
        let Some(known) = self.vocabularies.get(&vocabulary) else { return };
        for key in keys {
            let at = Mark { document, node: key.node() };
            let got = self.files.text(at);
            if known.is_whole && !known.entries.contains(got) {
                let got = got.to_owned();
                let candidates = self.files.problems.nearest(&got, known.keys());
                self.files
                    .problems
                    .push(Code::UnknownKey, at)
                    .with("got", got.as_str())
                    .with("member", vocabulary.name())
                    .meant(&candidates);
            }
        }
    }

    /// `cat.source.unknown`
    fn cited(&mut self, document: usize, sources: &[Reference]) {
        for source in sources {
            let at = Mark { document, node: source.node() };
            let got = self.files.text(at);
            if self.sources.is_whole && !self.sources.entries.contains(got) {
                let got = got.to_owned();
                // Keys of sources are too short for a suggestion to be better than a guess.
                self.files.problems.push(Code::UnknownSource, at).with("got", got.as_str());
            }
        }
    }

    /// `cat.link.unknown`
    fn linked(&mut self, document: usize, to: &Field<Reference>) {
        let Some(to) = to.get() else { return };
        let at = Mark { document, node: to.node() };
        let got = self.files.text(at);
        let target = got.split_once(':').and_then(|(framework, target)| {
            self.frameworks.entries.get(framework)?.targets.get(target)
        });
        if target.is_none() && self.frameworks.is_whole {
            let got = got.to_owned();
            let known: Vec<String> = self
                .frameworks
                .entries
                .iter()
                .filter(|_| !self.files.problems.is_full())
                .flat_map(|(key, framework)| {
                    framework.targets.names().map(move |target| format!("{key}:{target}"))
                })
                .take(Problems::MOST_KNOWN)
                .collect();
            let candidates = self.files.problems.nearest(&got, known.iter().map(String::as_str));
            self.files
                .problems
                .push(Code::UnknownLink, at)
                .with("got", got.as_str())
                .meant(&candidates);
        }
    }

    /// Whether every part of an answer type could be read.
    fn is_firm(&self, answer_type: &AnswerType) -> bool {
        !answer_type.name().is_empty() && !self.shaky.iter().any(|name| name == answer_type.name())
    }

    /// The texts of a map by the levels of an answer type. `cat.level.unknown`
    fn by_level(
        &mut self,
        document: usize,
        map: &Field<Map<LocalizedText>>,
        levels: &[&str],
        answer_type: &AnswerType,
    ) -> Vec<Option<Localized>> {
        let is_firm = self.is_firm(answer_type) && !levels.is_empty();
        self.by_key(document, map, levels, |files, key| {
            if !is_firm {
                return;
            }
            let got = files.text(key).to_owned();
            let known: Names = levels.iter().copied().collect();
            let candidates = files.problems.nearest(&got, levels.iter().copied());
            let raised = files.problems.push(Code::UnknownLevel, key);
            raised.with("got", got.as_str()).with("answer_type", answer_type.name());
            raised.with("known", known);
            raised.meant_key(&candidates, |_| false);
        })
    }

    /// The texts of a map in the order of the `known` keys; `unknown` is told of any other key.
    fn by_key(
        &mut self,
        document: usize,
        map: &Field<Map<LocalizedText>>,
        known: &[&str],
        mut unknown: impl FnMut(&mut Files<'l>, Mark),
    ) -> Vec<Option<Localized>> {
        let mut texts = Index::with_capacity(known.len());
        // Two levels may ask for the same step.
        for name in known {
            texts.insert(*name, None);
        }
        for (key, text) in map.entries() {
            let key = Mark { document, node: *key };
            let got = self.files.text(key);
            match texts.get_mut(got) {
                Some(place) => *place = Some(self.localized_at(document, *text)),
                None => unknown(self.files, key),
            }
        }
        known.iter().map(|name| texts.get(name).cloned().flatten()).collect()
    }

    fn map<E, V>(
        &mut self,
        map: &Field<Map<E>>,
        mut build: impl FnMut(&mut Self, &str, &E) -> V,
    ) -> Known<V> {
        let mut entries = Index::with_capacity(map.entries().len());
        for (key, entry) in map.entries() {
            let key = self.files.text(Mark { document: 0, node: *key }).to_owned();
            let value = build(self, &key, entry);
            entries.insert(key, value);
        }
        Known { entries, is_whole: map.is_whole() }
    }

    fn passage_at(&self, document: usize, node: NodeId) -> Passage {
        // INVARIANT: numbers of documents come from `Files::read`.
        #[expect(clippy::indexing_slicing, reason = "INVARIANT: numbers come from `Files::read`")]
        Passage::new(&self.files.documents[document], node)
    }

    fn passage<T: Placed>(&self, document: usize, field: &Field<T>) -> Passage {
        self.passage_at(document, field.get().map_or(NodeId::ROOT, Placed::node))
    }

    fn optional_passage<T: Placed>(&self, document: usize, field: &Field<T>) -> Option<Passage> {
        field.get().map(|value| self.passage_at(document, value.node()))
    }

    fn passages<T: Placed>(&self, document: usize, items: &[T]) -> Vec<Passage> {
        items.iter().map(|item| self.passage_at(document, item.node())).collect()
    }

    fn localized_at(&self, document: usize, text: LocalizedText) -> Localized {
        // INVARIANT: numbers of documents come from `Files::read`.
        #[expect(clippy::indexing_slicing, reason = "INVARIANT: numbers come from `Files::read`")]
        Localized::new(&self.files.documents[document], text.node())
    }

    fn localized(&self, document: usize, field: &Field<LocalizedText>) -> Localized {
        self.localized_at(document, field.value().unwrap_or(LocalizedText(NodeId::ROOT)))
    }

    fn optional_localized(
        &self,
        document: usize,
        field: &Field<LocalizedText>,
    ) -> Option<Localized> {
        field.value().map(|text| self.localized_at(document, text))
    }
}
