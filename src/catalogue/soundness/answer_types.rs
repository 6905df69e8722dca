//! The rules of answer types: members, points, levels and bounds.

use super::super::answer_type::NONE_OF_THESE;
use super::super::files::{Read, field_in_manifest, in_manifest};
use super::not_rising;
use crate::code::Code;
use crate::document::catalogue::{AnswerKind, AnswerTypeEntry};
use crate::document::values::Placed as _;
use crate::tree::{NodeId, Problems};

pub(super) fn check(read: &Read, problems: &mut Problems) {
    for (key, entry) in read.manifest.answer_types.entries() {
        let Some(kind) = entry.kind.value() else { continue };
        answer_type_member_missing(kind, *key, entry, problems);
        answer_type_member(kind, *key, entry, problems);
        match kind {
            AnswerKind::Choice => partly_scored(*key, entry, problems),
            AnswerKind::Checklist => {
                levels_not_rising(entry, problems);
                unreachable_level(entry, problems);
                reserved_option(read, entry, problems);
            }
            AnswerKind::Number => bounds_inverted(entry, problems),
            AnswerKind::Text => {}
        }
        let points = points(kind, entry);
        no_zero(*key, &points, problems);
        no_gain(*key, &points, problems);
    }
}

/// A member of an answer type, and the kinds of answer types that have it and that need it.
struct Member {
    name: &'static str,
    is_absent: bool,
    has: &'static [AnswerKind],
    needs: &'static [AnswerKind],
}

fn members(entry: &AnswerTypeEntry) -> [Member; 7] {
    const CHECKLIST: &[AnswerKind] = &[AnswerKind::Checklist];
    const NUMBER: &[AnswerKind] = &[AnswerKind::Number];
    const OPTIONS: &[AnswerKind] = &[AnswerKind::Choice, AnswerKind::Checklist];
    let member = |name, is_absent, has, needs| Member { name, is_absent, has, needs };
    [
        member("options", entry.options.is_absent(), OPTIONS, OPTIONS),
        member("none", entry.none.is_absent(), CHECKLIST, CHECKLIST),
        member("levels", entry.levels.is_absent(), CHECKLIST, &[]),
        member("minimum", entry.minimum.is_absent(), NUMBER, NUMBER),
        member("maximum", entry.maximum.is_absent(), NUMBER, NUMBER),
        member("decimals", entry.decimals.is_absent(), NUMBER, &[]),
        member("unit", entry.unit.is_absent(), NUMBER, &[]),
    ]
}

/// `cat.answer-type.member-missing`
fn answer_type_member_missing(
    kind: AnswerKind,
    key: NodeId,
    entry: &AnswerTypeEntry,
    problems: &mut Problems,
) {
    let missing = |member: &Member| member.is_absent && member.needs.contains(&kind);
    for member in members(entry).into_iter().filter(missing) {
        let raised = problems.push(Code::AnswerTypeMemberMissing, in_manifest(key));
        raised.with("member", member.name).with("kind", kind.name());
    }
}

/// `cat.answer-type.member-not-allowed`
fn answer_type_member(
    kind: AnswerKind,
    key: NodeId,
    entry: &AnswerTypeEntry,
    problems: &mut Problems,
) {
    let mut report = |node: NodeId, name: &str| {
        let raised = problems.push(Code::AnswerTypeMember, in_manifest(node));
        raised.with("member", name).with("kind", kind.name());
    };
    let refused = |member: &Member| !member.is_absent && !member.has.contains(&kind);
    for member in members(entry).into_iter().filter(refused) {
        report(key, member.name);
    }
    for option in entry.options.items().iter().filter(|_| kind != AnswerKind::Choice) {
        let members = [
            ("points", option.points.is_absent()),
            ("under_way", option.under_way.is_absent()),
            ("first_step", option.first_step.is_absent()),
        ];
        for (name, _) in members.into_iter().filter(|(_, is_absent)| !is_absent) {
            report(option.node(), name);
        }
    }
}

/// `cat.answer-type.partly-scored`
fn partly_scored(key: NodeId, entry: &AnswerTypeEntry, problems: &mut Problems) {
    if !entry.options.is_whole() {
        return;
    }
    let options = entry.options.items();
    let without = options.iter().filter(|option| option.points.is_absent()).count();
    if without > 0 && without < options.len() {
        problems.push(Code::PartlyScored, in_manifest(key));
    }
}

/// The points that can be reached; none where some of them could not be read.
fn points(kind: AnswerKind, entry: &AnswerTypeEntry) -> Vec<u32> {
    let fields: Vec<_> = match kind {
        AnswerKind::Choice => entry.options.items().iter().map(|option| &option.points).collect(),
        AnswerKind::Checklist => entry.levels.items().iter().map(|level| &level.points).collect(),
        AnswerKind::Number | AnswerKind::Text => Vec::new(),
    };
    let is_whole = entry.options.is_whole() && entry.levels.is_whole();
    let points = fields.iter().map(|field| field.get().filter(|_| is_whole));
    points
        .map(|points| points.map(|points| points.small()))
        .collect::<Option<_>>()
        .unwrap_or_default()
}

/// `cat.answer-type.no-zero`
fn no_zero(key: NodeId, points: &[u32], problems: &mut Problems) {
    if !points.is_empty() && !points.contains(&0) {
        problems.push(Code::NoZero, in_manifest(key));
    }
}

/// `cat.answer-type.no-gain`
fn no_gain(key: NodeId, points: &[u32], problems: &mut Problems) {
    if !points.is_empty() && points.iter().all(|points| *points == 0) {
        problems.push(Code::NoGain, in_manifest(key));
    }
}

/// `cat.answer-type.levels-not-rising`
fn levels_not_rising(entry: &AnswerTypeEntry, problems: &mut Problems) {
    let limits: Vec<_> = entry.levels.items().iter().map(|level| level.from.value()).collect();
    not_rising(Code::LevelsNotRising, entry.levels.is_whole(), &limits, problems);
}

/// `cat.answer-type.unreachable-level`
fn unreachable_level(entry: &AnswerTypeEntry, problems: &mut Problems) {
    // Without options no level can be reached, which the missing member says already.
    if entry.options.is_absent() || !entry.options.is_whole() {
        return;
    }
    let count = entry.options.items().len();
    for from in entry.levels.items().iter().filter_map(|level| level.from.value()) {
        if usize::try_from(from.number).is_ok_and(|from| from > count) {
            let raised = problems.push(Code::UnreachableLevel, in_manifest(from.node()));
            raised.with("got", from.number).with("count", count);
        }
    }
}

/// `cat.answer-type.reserved-option`
fn reserved_option(read: &Read, entry: &AnswerTypeEntry, problems: &mut Problems) {
    let ids = entry.options.items().iter().filter_map(|option| field_in_manifest(&option.id));
    for id in ids.filter(|id| read.text(*id) == NONE_OF_THESE) {
        problems.push(Code::ReservedOption, id).with("got", NONE_OF_THESE);
    }
}

/// `cat.answer-type.bounds-inverted`
fn bounds_inverted(entry: &AnswerTypeEntry, problems: &mut Problems) {
    let (Some(least), Some(most)) = (entry.minimum.value(), entry.maximum.value()) else { return };
    if least.number > most.number {
        let raised = problems.push(Code::BoundsInverted, in_manifest(least.node()));
        raised.with("least", least.number).with("most", most.number);
        raised.related(in_manifest(most.node()));
    }
}
