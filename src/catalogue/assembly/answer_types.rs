//! The ways in which questions are answered.

use std::sync::Arc;

use super::super::answer_type::{AnswerLevel, AnswerOption, AnswerType, NumberBounds};
use super::super::passage::{Passage, Texts};
use super::index;
use crate::document::Field;
use crate::document::catalogue::{AnswerKind, AnswerTypeEntry, LevelEntry, OptionEntry};
use crate::document::values::Map;
use crate::index::Index;

pub(super) fn build(
    texts: Texts<'_>,
    map: &Field<Map<AnswerTypeEntry>>,
) -> Index<String, Arc<AnswerType>> {
    index(texts, map, |texts, name, entry| Arc::new(answer_type(texts, &name, entry)))
}

fn answer_type(texts: Texts<'_>, name: &Passage, entry: &AnswerTypeEntry) -> AnswerType {
    let kind = entry.kind.value().unwrap_or(AnswerKind::Text);
    let levels = levels(texts, kind, entry);
    let mut options = Index::with_capacity(entry.options.items().len());
    for entry in entry.options.items() {
        let option = option(texts, entry);
        // A second option of the same id is dropped: `soundness` reports it.
        options.insert(option.id().to_owned(), option);
    }
    let bounds = entry.minimum.get().zip(entry.maximum.get());
    AnswerType {
        name: name.as_str().to_owned(),
        kind,
        options,
        none: texts.optional_localized(&entry.none),
        maximum: levels.iter().map(AnswerLevel::points).max().unwrap_or(0),
        levels,
        bounds: bounds.map(|(minimum, maximum)| NumberBounds {
            minimum: minimum.number,
            maximum: maximum.number,
            decimals: entry.decimals.get().map_or(0, |decimals| decimals.small()),
        }),
        unit: texts.optional_localized(&entry.unit),
    }
}

fn option(texts: Texts<'_>, entry: &OptionEntry) -> AnswerOption {
    AnswerOption {
        id: texts.passage(&entry.id),
        label: texts.localized(&entry.label),
        lenses: texts.passages(entry.lenses.items()),
    }
}

fn levels(texts: Texts<'_>, kind: AnswerKind, entry: &AnswerTypeEntry) -> Vec<AnswerLevel> {
    let options = entry.options.items();
    match kind {
        AnswerKind::Choice if options.iter().all(|option| !option.points.is_absent()) => {
            options.iter().map(|option| level_of_option(texts, option)).collect()
        }
        AnswerKind::Checklist => {
            entry.levels.items().iter().map(|entry| level(texts, entry)).collect()
        }
        _ => Vec::new(),
    }
}

fn level_of_option(texts: Texts<'_>, option: &OptionEntry) -> AnswerLevel {
    AnswerLevel {
        id: texts.passage(&option.id),
        label: texts.localized(&option.label),
        least_ticked: 0,
        points: option.points.get().map_or(0, |points| points.small()),
        is_under_way: option.under_way.value().unwrap_or(false),
        first_step: texts.optional_passage(&option.first_step),
    }
}

fn level(texts: Texts<'_>, entry: &LevelEntry) -> AnswerLevel {
    AnswerLevel {
        id: texts.passage(&entry.id),
        label: texts.localized(&entry.label),
        least_ticked: entry.from.get().map_or(0, |from| from.small()),
        points: entry.points.get().map_or(0, |points| points.small()),
        is_under_way: entry.under_way.value().unwrap_or(false),
        first_step: texts.optional_passage(&entry.first_step),
    }
}
