//! Domains and their indicators, with what they refer to.

use std::sync::Arc;

use super::super::answer_type::{AnswerLevel, AnswerType};
use super::super::domain::{Domain, Heading, Run, Subdomain};
use super::super::files::{Read, ReadIndicator};
use super::super::indicator::{Clause, Indicator, Link};
use super::super::passage::{Localized, Texts};
use super::super::vocabulary::Framework;
use crate::document::Field;
use crate::document::catalogue::{ConditionEntry, LinkBasis, LinkEntry};
use crate::document::values::{LocalizedText, Map, Placed as _, Whole};
use crate::index::Index;

/// What indicators can refer to.
pub(super) struct Known<'r> {
    pub(super) read: &'r Read,
    pub(super) answer_types: &'r Index<String, Arc<AnswerType>>,
    pub(super) frameworks: &'r Index<String, Framework>,
    pub(super) codes: &'r Index<String, usize>,
    /// All indicators as read, by position.
    pub(super) entries: Vec<ReadIndicator<'r>>,
}

/// The position of each indicator by its code; of the first one, where several have the same.
pub(super) fn codes(read: &Read) -> Index<String, usize> {
    let mut codes = Index::default();
    for (indicator, position) in read.indicators().zip(0..) {
        if let Some(code) = indicator.entry.code.get() {
            codes.insert(read.text(indicator.at(code.node())).to_owned(), position);
        }
    }
    codes
}

/// The domains, each with its run of `indicators`.
pub(super) fn domains(read: &Read, indicators: &Arc<[Indicator]>) -> Vec<Domain> {
    let mut end = 0_usize;
    let domains = read.domains.iter().map(|domain| {
        let (texts, file) = (Texts::of(read.document_of(domain)), &domain.file);
        let first = end;
        let subdomains = file.subdomains.items().iter().map(|entry| {
            let start = end;
            end = end.saturating_add(entry.indicators.items().len());
            Subdomain {
                heading: Heading::new(texts, &entry.code, &entry.title),
                weight: weight(&entry.weight),
                run: Run::new(indicators, start..end),
                at: domain.at(entry.node()),
            }
        });
        let subdomains = subdomains.collect();
        end = end.saturating_add(file.indicators.items().len());
        Domain {
            heading: Heading::new(texts, &file.code, &file.title),
            scope: texts.optional_localized(&file.scope),
            weight: weight(&file.weight),
            subdomains,
            run: Run::new(indicators, first..end),
            at: domain.at(file.node()),
        }
    });
    domains.collect()
}

impl Known<'_> {
    /// All indicators, in order.
    pub(super) fn indicators(&self) -> Arc<[Indicator]> {
        let entries = self.entries.iter().zip(0..);
        entries.map(|(read, position)| self.indicator(*read, position)).collect()
    }

    fn indicator(&self, read: ReadIndicator<'_>, position: usize) -> Indicator {
        let ReadIndicator { domain, subdomain, entry } = read;
        let texts = Texts::of(self.read.document_of(domain));
        let basis = entry.basis.get();
        let weighed_at = entry.weight.get().map_or(entry.node(), |weight| weight.node());
        let answer_type = self.answer_type(read);
        let levels = answer_type.levels().iter();
        Indicator {
            code: texts.passage(&entry.code),
            position,
            at: read.at(entry.node()),
            domain: Heading::new(texts, &domain.file.code, &domain.file.title),
            subdomain: subdomain.map(|entry| Heading::new(texts, &entry.code, &entry.title)),
            number: texts.optional_passage(&entry.number),
            official_code: texts.optional_passage(&entry.official_code),
            about: texts.optional_passage(&entry.about),
            kind: texts.optional_passage(&entry.kind),
            ask: texts.passages(entry.ask.items()),
            title: texts.localized(&entry.title),
            question: texts.localized(&entry.question),
            guidance: texts.optional_localized(&entry.guidance),
            weight: weight(&entry.weight),
            weighed_at: read.at(weighed_at),
            states: entry.states.items().to_vec(),
            condition: self.condition(read),
            criteria: by_name(texts, &entry.criteria, answer_type.option_ids().map(Some)),
            statements: by_name(
                texts,
                &entry.statements,
                levels.clone().map(|level| Some(level.id())),
            ),
            first_steps: by_name(texts, &entry.first_steps, levels.map(AnswerLevel::first_step)),
            lenses: texts.passages(entry.lenses.items()),
            links: entry.links.items().iter().filter_map(|link| self.link(read, link)).collect(),
            grade: basis.and_then(|basis| texts.optional_passage(&basis.grade)),
            sources: basis.map_or_else(Vec::new, |basis| texts.passages(basis.sources.items())),
            answer_type,
        }
    }

    fn answer_type(&self, read: ReadIndicator<'_>) -> Arc<AnswerType> {
        let name = read.entry.answer_type.get().map(|name| read.at(name.node()));
        let known = name.and_then(|name| self.answer_types.get(self.read.text(name)));
        known.map_or_else(|| Arc::new(AnswerType::unknown()), Arc::clone)
    }

    fn condition(&self, read: ReadIndicator<'_>) -> Vec<Clause> {
        let parts = read.entry.when.items().iter();
        parts.filter_map(|part| self.clause(read, part)).collect()
    }

    fn clause(&self, read: ReadIndicator<'_>, part: &ConditionEntry) -> Option<Clause> {
        let named = read.at(part.indicator.get()?.node());
        let position = *self.codes.get(self.read.text(named))?;
        let target = *self.entries.get(position)?;
        let answer_type = self.answer_type(target);
        let options = part.is.items().iter().map(|option| read.at(option.node()));
        let options = options.filter_map(|option| answer_type.place_of(self.read.text(option)));
        Some(Clause {
            indicator: Texts::of(self.read.document_of(target.domain)).passage(&target.entry.code),
            position,
            options: options.collect(),
            answer_type,
            at: read.at(part.node()),
        })
    }

    fn link(&self, read: ReadIndicator<'_>, entry: &LinkEntry) -> Option<Link> {
        let (framework, target) =
            self.read.text(read.at(entry.to.get()?.node())).split_once(':')?;
        let framework = self.frameworks.get(framework)?;
        let target = framework.targets.get(target)?;
        Some(Link {
            framework: framework.key.clone(),
            target: target.key.clone(),
            text: target.text.clone(),
            basis: entry.basis.value().unwrap_or(LinkBasis::Inferred),
        })
    }
}

/// How much a part counts beside others.
fn weight(field: &Field<Whole<1, 100>>) -> u32 {
    field.get().map_or(1, |weight| weight.small())
}

/// The texts of a map in the order of `names`.
fn by_name<'n>(
    texts: Texts<'n>,
    map: &Field<Map<LocalizedText>>,
    names: impl Iterator<Item = Option<&'n str>>,
) -> Vec<Option<Localized>> {
    let mut known = Index::with_capacity(map.entries().len());
    for (key, text) in map.entries() {
        known.insert(texts.text(*key), *text);
    }
    let texts_of = names.map(|name| Some(texts.localized_at(*known.get(name?)?)));
    texts_of.collect()
}
