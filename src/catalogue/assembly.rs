//! The parts of a catalogue, built from what was read. Nothing is reported here: a value that is
//! missing, malformed or unknown becomes a stand-in, and the rules refuse the catalogue.

mod answer_types;
mod indicators;

use std::sync::Arc;

use indexmap::IndexMap;

use self::indicators::Known;
use super::answer_type::AnswerType;
use super::carry_over::{CarryOver, FormerIndicator};
use super::domain::Domain;
use super::files::{self, Read};
use super::indicator::Indicator;
use super::passage::{Localized, Passage, Texts};
use super::scheme::{Band, Minima, Scheme};
use super::unit::Unit;
use super::vocabulary::{Framework, Label, Source, Target, Term, Vocabulary};
use crate::document::Field;
use crate::document::catalogue::{
    Aggregation, CarriedEntry, CarryOverEntry, FrameworkEntry, Gaps, LabelEntry, Requirement,
    SchemeEntry, SourceEntry, TermEntry,
};
use crate::document::values::{Map, Placed as _};
use crate::index::Index;

/// The parts of a catalogue, which may not be sound.
#[derive(Debug)]
pub(super) struct Built {
    pub(super) id: Passage,
    pub(super) version: Passage,
    pub(super) title: Localized,
    pub(super) notice: Localized,
    pub(super) unit: Option<Unit>,
    pub(super) provenance: Option<Localized>,
    /// Nothing where everything is required.
    pub(super) requires: Option<Vec<Requirement>>,
    pub(super) languages: Vec<Passage>,
    pub(super) terms: Vec<Term>,
    pub(super) vocabularies: IndexMap<Vocabulary, Index<String, Label>>,
    pub(super) frameworks: Index<String, Framework>,
    pub(super) sources: Index<String, Source>,
    pub(super) answer_types: Index<String, Arc<AnswerType>>,
    pub(super) schemes: Vec<Scheme>,
    pub(super) carry_over: Vec<CarryOver>,
    pub(super) domains: Vec<Domain>,
    /// All indicators, in order.
    pub(super) indicators: Arc<[Indicator]>,
    /// The position of each indicator, by its code.
    pub(super) codes: Index<String, usize>,
}

impl Built {
    pub(super) fn of(read: &Read) -> Self {
        let manifest = &read.manifest;
        let texts = Texts::of(read.manifest_document());
        let labels = |vocabulary| {
            let labels = read.labels(vocabulary);
            (vocabulary, labels.map(|map| index(texts, map, label)).unwrap_or_default())
        };
        let frameworks = index(texts, &manifest.frameworks, framework);
        let answer_types = answer_types::build(texts, &manifest.answer_types);
        let codes = indicators::codes(read);
        let known = Known {
            read,
            answer_types: &answer_types,
            frameworks: &frameworks,
            codes: &codes,
            entries: read.indicators().collect(),
        };
        let indicators = known.indicators();
        Self {
            id: texts.passage(&manifest.id),
            version: texts.passage(&manifest.version),
            title: texts.localized(&manifest.title),
            notice: texts.localized(&manifest.notice),
            unit: manifest.unit.get().map(|entry| Unit {
                the: texts.localized(&entry.the),
                this: texts.localized(&entry.this),
            }),
            provenance: manifest.provenance.get().map(|entry| texts.localized(&entry.statement)),
            requires: manifest.requires.get().map(|listed| listed.items().to_vec()),
            languages: texts.passages(manifest.languages.items()),
            terms: manifest.terms.items().iter().map(|entry| term(texts, entry)).collect(),
            vocabularies: Vocabulary::ALL.iter().copied().map(labels).collect(),
            sources: index(texts, &manifest.sources, source),
            schemes: manifest.schemes.items().iter().map(|entry| scheme(texts, entry)).collect(),
            carry_over: carry_over(texts, manifest.carry_over.items()),
            domains: indicators::domains(read, &indicators),
            frameworks,
            answer_types,
            indicators,
            codes,
        }
    }
}

/// The entries of a map by their keys.
fn index<E, V>(
    texts: Texts<'_>,
    map: &Field<Map<E>>,
    build: impl Fn(Texts<'_>, Passage, &E) -> V,
) -> Index<String, V> {
    let mut index = Index::with_capacity(map.entries().len());
    for (key, entry) in map.entries() {
        let key = texts.passage_at(*key);
        index.insert(key.as_str().to_owned(), build(texts, key, entry));
    }
    index
}

fn label(texts: Texts<'_>, key: Passage, entry: &LabelEntry) -> Label {
    Label {
        key,
        label: texts.localized(&entry.label),
        description: texts.optional_localized(&entry.description),
    }
}

fn framework(texts: Texts<'_>, key: Passage, entry: &FrameworkEntry) -> Framework {
    let targets = index(texts, &entry.targets, |texts, key, text| Target {
        key,
        text: texts.localized_at(*text),
    });
    Framework { key, title: texts.localized(&entry.title), targets }
}

fn source(texts: Texts<'_>, key: Passage, entry: &SourceEntry) -> Source {
    Source {
        key,
        title: texts.passage(&entry.title),
        address: texts.optional_passage(&entry.address),
    }
}

fn term(texts: Texts<'_>, entry: &TermEntry) -> Term {
    Term {
        id: texts.passage(&entry.id),
        term: texts.localized(&entry.term),
        definition: texts.localized(&entry.definition),
    }
}

fn carry_over(texts: Texts<'_>, rows: &[CarryOverEntry]) -> Vec<CarryOver> {
    let rows = rows.iter().map(|row| CarryOver {
        from: texts.passage(&row.from),
        indicators: index(texts, &row.indicators, carried),
    });
    rows.collect()
}

fn carried(texts: Texts<'_>, code: Passage, entry: &CarriedEntry) -> FormerIndicator {
    let options = entry.options.entries().iter();
    let options = options.map(|(old, new)| (texts.passage_at(*old), texts.passage_at(new.node())));
    FormerIndicator {
        code,
        targets: texts.passages(entry.to.items()),
        options: options.collect(),
        is_same: entry.same.value().unwrap_or(true),
    }
}

fn scheme(texts: Texts<'_>, entry: &SchemeEntry) -> Scheme {
    let percent = |number: i64| u8::try_from(number).unwrap_or(100);
    let bands = entry.bands.items().iter().map(|band| Band {
        id: texts.passage(&band.id),
        label: texts.localized(&band.label),
        begins_at: band.from.get().map_or(0, |from| percent(from.number)),
        at: files::in_manifest(band.from.get().map_or(band.node(), |from| from.node())),
    });
    Scheme {
        id: texts.passage(&entry.id),
        title: texts.localized(&entry.title),
        description: texts.localized(&entry.description),
        aggregation: entry.aggregation.value().unwrap_or(Aggregation::Indicators),
        gaps: entry.gaps.value().unwrap_or(Gaps::LeftOut),
        overall: entry.overall.value(),
        publishes_subdomains: entry.publishes_subdomains.value().unwrap_or(false),
        minima: entry.minima.get().map_or(Minima::default(), |minima| Minima {
            coverage: minima.coverage.get().map_or(0, |least| percent(least.number)),
            reach: minima.reach.get().map_or(0, |least| percent(least.number)),
            answered: minima.answered.get().map_or(0, |least| least.small()),
        }),
        bands: bands.collect(),
    }
}
