//! The answers as a whole: each finds its indicator, each indicator its answer, and conditions
//! decide what is asked here.

use super::answer::Outcome;
use super::{Check, Entry, Standing, standing_of};
use crate::catalogue::Indicator;
use crate::document::catalogue::State;
use crate::problem::{Argument, Code};
use crate::tree::NodeId;

/// Whether a question is asked here.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Asked {
    Yes,
    /// Because of the answer to the indicator at this position.
    No(usize),
    /// What it depends on is open.
    Undecided,
}

impl Check<'_> {
    /// What stands for every indicator of the catalogue, in order.
    pub(super) fn entries(&mut self) -> Vec<Entry> {
        let slots = self.slots();
        let mut outcomes: Vec<Outcome> = Vec::with_capacity(slots.len());
        let catalogue = self.catalogue;
        for (indicator, slot) in catalogue.indicators().zip(&slots) {
            let outcome = match slot {
                Slot::Empty => Outcome::Nothing,
                Slot::Mistyped => Outcome::Broken,
                Slot::At(number, _) => match self.set.answer(*number) {
                    Some(entry) => self.outcome(indicator, entry),
                    None => Outcome::Broken,
                },
            };
            outcomes.push(outcome);
        }
        let answers = self.answers_node();
        let mut entries = Vec::with_capacity(slots.len());
        for ((indicator, slot), outcome) in catalogue.indicators().zip(&slots).zip(&outcomes) {
            let asked = asked(indicator, &outcomes);
            let standing = match asked {
                Asked::Yes => {
                    self.is_answered(indicator, slot, outcome, answers);
                    standing_of(outcome)
                }
                Asked::No(because) => {
                    self.answer_is_asked_for(indicator, slot, outcome, because);
                    Standing::NotAsked
                }
                Asked::Undecided => match standing_of(outcome) {
                    // What does not count here waits for no condition.
                    Standing::NotALocalCompetence => Standing::NotALocalCompetence,
                    Standing::NotApplicableHere => Standing::NotApplicableHere,
                    // What stands here is kept; it counts as open until the condition is decided.
                    _ => Standing::Undecided,
                },
            };
            entries.push(Entry { slot: slot.number(), standing });
        }
        entries
    }

    /// Where each indicator stands among the answers.
    /// `rsp.indicator.unknown`, `doc.shape.duplicate-member`
    fn slots(&mut self) -> Vec<Slot> {
        let mut slots = vec![Slot::Empty; self.catalogue.size()];
        let Some(answers) = self.set.file().answers.get() else {
            self.tables.may_cite_more = true;
            return slots;
        };
        self.tables.may_cite_more |=
            answers.entries.iter().any(|answer| answer.entry.get().is_none());
        let mut strange = Vec::new();
        let mut position = 0;
        for (number, answer) in (0_u32..).zip(&answers.entries) {
            let code = self.text(answer.key);
            let Some(indicator) = self.catalogue.indicator_near(position, code) else {
                strange.push(answer.key);
                continue;
            };
            position = indicator.position().saturating_add(1);
            let Some(slot) = slots.get_mut(indicator.position()) else { continue };
            match *slot {
                Slot::At(_, first) => {
                    let document = self.set.document();
                    self.problems.duplicate(document, Self::at(answer.key), first);
                }
                _ => *slot = Slot::At(number, answer.key),
            }
        }
        for key in strange {
            self.is_no_code(key, &mut slots);
        }
        slots
    }

    /// Says that a key is no code of an indicator. The indicator that was probably meant is not
    /// missing, but mistyped.
    fn is_no_code(&mut self, key: NodeId, slots: &mut [Slot]) {
        let got = self.text(key);
        let candidates = self.problems.nearest(got, self.catalogue.codes());
        let is_free = |code: &str| {
            let indicator = self.catalogue.indicator(code);
            let slot = indicator.and_then(|indicator| slots.get(indicator.position()));
            matches!(slot, Some(Slot::Empty))
        };
        let raised = self.problems.push(Code::UnknownIndicator, Self::at(key));
        raised.with("got", got).meant_key(&candidates, is_free);
        self.tables.may_cite_more = true;
        let meant = candidates.words().find(|code| is_free(code));
        let meant = meant.and_then(|code| self.catalogue.indicator(code));
        let slot = meant.and_then(|indicator| slots.get_mut(indicator.position()));
        if let Some(slot @ Slot::Empty) = slot {
            *slot = Slot::Mistyped;
        }
    }

    /// `rsp.answer.missing`
    fn is_answered(
        &mut self,
        indicator: &Indicator,
        slot: &Slot,
        outcome: &Outcome,
        answers: NodeId,
    ) {
        if !matches!(outcome, Outcome::Nothing) {
            return;
        }
        // Answers that could not be read at all were said to be so once.
        if self.set.file().answers.is_absent() || self.set.file().answers.is_broken() {
            return;
        }
        let node = match slot {
            Slot::At(_, key) => *key,
            _ => answers,
        };
        let states: Argument = indicator.states().map(State::name).collect();
        let raised = self.problems.push(Code::Unanswered, Self::at(node));
        raised.with("indicator", indicator.code()).with("states", states);
    }

    /// The object that lacks an answer.
    fn answers_node(&self) -> NodeId {
        let document = self.set.document();
        let mut members = document.members(NodeId::ROOT);
        members
            .find(|(key, _)| document.text_of(*key) == "answers")
            .map_or(NodeId::ROOT, |(key, _)| key)
    }

    /// `rsp.answer.not-asked`
    fn answer_is_asked_for(
        &mut self,
        indicator: &Indicator,
        slot: &Slot,
        outcome: &Outcome,
        because: usize,
    ) {
        if let (Slot::At(_, key), Outcome::Level(_) | Outcome::Option(_) | Outcome::Context) =
            (slot, outcome)
        {
            let because = self.catalogue.code_at(because);
            let raised = self.problems.push(Code::AnswerNotAsked, Self::at(*key));
            raised.with("indicator", indicator.code()).with("because", because);
        }
    }
}

/// Where an indicator stands among the answers.
#[derive(Clone, Copy, Debug)]
enum Slot {
    Empty,
    /// Under a key that is no code, but was probably meant to be this one.
    Mistyped,
    /// At this place, under this key.
    At(u32, NodeId),
}

impl Slot {
    fn number(self) -> Option<u32> {
        match self {
            Self::Empty | Self::Mistyped => None,
            Self::At(number, _) => Some(number),
        }
    }
}

/// A condition holds when every part of it does; it is false when one part is; else it is open.
fn asked(indicator: &Indicator, outcomes: &[Outcome]) -> Asked {
    let mut asked = Asked::Yes;
    for clause in indicator.condition() {
        match outcomes.get(clause.position) {
            Some(Outcome::Option(option)) if clause.options.contains(option) => {}
            Some(
                Outcome::Option(_)
                | Outcome::State(State::NotALocalCompetence | State::NotApplicableHere),
            ) => return Asked::No(clause.position),
            _ => asked = Asked::Undecided,
        }
    }
    asked
}
