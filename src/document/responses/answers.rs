//! Answers, and what is written beside them.

use super::words::{Level, PartlyBecause, Responsible, Review};
use crate::document::catalogue::State;
use crate::document::declare::{Declared as _, Holds, Kind, Need, member, objects};
use crate::document::values::{
    Date, Institution, List, Note, OptionId, Phrase, Placed, Prose, RespondentId, SourceId, Text,
};
use crate::document::{Field, Lift};
use crate::problem::Shape;
use crate::tree::{NodeId, Reader};

/// What was answered: an option, a list of ticked options, or a number. Whether it fits the
/// question is for the catalogue to say.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AnswerValue(pub(crate) NodeId);

impl Lift for AnswerValue {
    const HOLDS: Holds = Holds::Answer;

    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let is_right = match reader.document().shape_of(node) {
            Shape::Text => reader.text(node).is_some(),
            Shape::Number => true,
            Shape::List => {
                // Every item is looked at, also after one that is wrong.
                let items = reader.document().items(node);
                items.filter(|item| reader.text(*item).is_none()).count() == 0
            }
            _ => {
                reader.refuse(Shape::TextListOrNumber, node);
                false
            }
        };
        is_right.then_some(Self(node))
    }
}

/// The entries of an object by indicator code. Duplicates are found when each finds its indicator.
#[derive(Clone, Debug)]
pub(crate) struct Answers {
    node: NodeId,
    /// Each under its key, the indicator's code.
    pub(crate) entries: Vec<(NodeId, Field<AnswerEntry>)>,
}

impl Lift for Answers {
    const HOLDS: Holds = Holds::Answers(&AnswerEntry::HOLDS);

    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        if !reader.expect(Shape::Object, node) {
            return None;
        }
        let mut entries = Vec::with_capacity(reader.document().members(node).count());
        for (key, value) in reader.document().members(node) {
            if reader.key(key).is_some_and(|code| !code.starts_with("x-")) {
                entries.push((key, member(reader, key, value, Need::Optional)));
            }
        }
        Some(Self { node, entries })
    }
}

impl Placed for Answers {
    fn node(&self) -> NodeId {
        self.node
    }
}

/// What institutions answered where their answers differ: each claim is an answer without claims.
#[derive(Clone, Debug)]
pub(crate) struct Claims {
    node: NodeId,
    /// In a box, because an answer cannot contain answers, and because few answers have claims.
    list: Box<List<AnswerEntry>>,
}

impl Claims {
    fn kind() -> &'static Kind {
        AnswerEntry::KIND
    }
}

impl Lift for Claims {
    const HOLDS: Holds = Holds::Nested(Self::kind);

    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        List::lift(reader, node).map(|list| Self { node, list: Box::new(list) })
    }
}

impl Placed for Claims {
    fn node(&self) -> NodeId {
        self.node
    }
}

impl Field<Claims> {
    /// The claims that could be read.
    pub(crate) fn items(&self) -> &[AnswerEntry] {
        self.get().map_or(&[], |claims| claims.list.items())
    }

    /// Whether all claims could be read.
    pub(crate) fn is_whole(&self) -> bool {
        !self.is_broken() && self.get().is_none_or(|claims| claims.list.is_whole())
    }
}

objects! {
    /// One indicator's answer, or the state that says why there is none.
    struct AnswerEntry {
        /// What was answered: an option, the ticked options, a number or a text.
        "answer" Optional answer: AnswerValue,
        /// Why there is no answer.
        "state" Optional state: State,
        /// A sentence that a profile may print.
        "account" Optional account: Prose,
        /// Why the answer is that something is only partly so.
        "partly_because" Optional(Unasked) partly_because: Box<List<PartlyBecause>>,
        /// A good practice for others to read of, in a paragraph. That it is there marks it as one.
        "good_practice" Optional(Later) good_practice: Prose,
        /// An internal remark; it is never rendered.
        "note" Optional(Internal) note: Note,
        /// What shows that the answer is right.
        "evidence" Optional evidence: List<EvidenceRow>,
        /// Ids of the respondents who gave the answer.
        "by" Optional by: List<RespondentId>,
        /// Who is responsible for what the question asks about.
        "responsible" Optional responsible: Responsible,
        /// Since when it is in force.
        "in_force_since" Optional in_force_since: Date,
        /// Until when it is in force.
        "in_force_until" Optional in_force_until: Date,
        /// How far the answer was reviewed.
        "review" Optional(Later) review: Review,
        /// Whether it already was so at the baseline, whose answer was mistaken.
        "corrects_baseline" Optional(Unasked) corrects_baseline: bool,
        /// What institutions answered where their answers differ. No profile has it.
        "claims" Optional(Internal, Unasked) claims: Claims,
        /// Who decided between the claims, when and why. No profile has it.
        "resolution" Optional(Internal, Unasked) resolution: Box<ResolutionEntry>,
        /// Whose competence it is, for what is not a local competence.
        "holder" Optional holder: HolderEntry,
        /// The norm that makes it so.
        "legal_basis" Optional legal_basis: Phrase,
        /// What exists in the territory, as an option of the question; reported and never scored.
        "in_territory" Optional in_territory: OptionId,
        /// Why it is not applicable here.
        "reason" Optional reason: Prose,
        /// Who was asked, for what is unknown.
        "asked" Optional asked: Institution,
        /// When they were asked.
        "asked_on" Optional asked_on: Date,
        /// The act that restricts the information.
        "act" Optional act: Phrase,
    }

    /// How the claims of institutions were settled.
    row ResolutionEntry {
        /// Ids of the respondents who decided.
        "by" Expected by: List<RespondentId>,
        /// When they did.
        "date" Expected date: Date,
        /// Why they decided so.
        "reason" Expected reason: Prose,
    }

    /// Whose competence something is.
    row HolderEntry {
        /// Its level of government.
        "level" Expected level: Level,
        /// The institution.
        "institution" Optional institution: Institution,
    }

    /// What shows that an answer is right.
    row EvidenceRow {
        /// The id of a source of this set.
        "source" Optional source: SourceId,
        /// Where in the source.
        "where" Optional position: Text,
    }
}
