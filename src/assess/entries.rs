//! The answers as a whole: each finds its indicator, each indicator its answer, and conditions
//! decide what is asked here.

use super::Check;
use super::answer::Outcome;
use crate::catalogue::Indicator;
use crate::document::catalogue::State;
use crate::document::values::Placed as _;
use crate::problem::{Code, Names};
use crate::standing::{Standing, Standings};
use crate::tree::NodeId;

/// Whether a question is asked here.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Asked {
    Yes,
    /// Because of the answer to the indicator at this position.
    No(usize),
    /// The answer that decides whether it is asked is missing.
    Undecided,
}

impl Check<'_> {
    /// What the answers in these slots come to, for every indicator of the catalogue in order.
    pub(super) fn standings(&mut self, slots: &[Slot]) -> Standings {
        let catalogue = self.catalogue;
        let mut outcomes: Vec<Outcome> = Vec::with_capacity(slots.len());
        for (indicator, slot) in catalogue.indicators().iter().zip(slots) {
            let outcome = match slot {
                Slot::Empty => Outcome::Nothing,
                Slot::Mistyped => Outcome::Broken,
                Slot::At(number, _) => match self.set.entry(*number) {
                    Some(entry) => self.outcome(indicator, entry),
                    None => Outcome::Broken,
                },
            };
            outcomes.push(outcome);
        }
        let mut standings = Standings::with_capacity(slots.len());
        for ((indicator, slot), outcome) in catalogue.indicators().iter().zip(slots).zip(&outcomes)
        {
            let standing = match asked(indicator, &outcomes) {
                Asked::Yes => {
                    self.unanswered(indicator, slot, outcome);
                    standing_of(outcome)
                }
                Asked::No(because) => {
                    self.answer_not_asked(indicator, slot, outcome, because);
                    Standing::NotAsked
                }
                Asked::Undecided => match standing_of(outcome) {
                    // What does not count here does not depend on the condition.
                    Standing::NotALocalCompetence => Standing::NotALocalCompetence,
                    Standing::NotApplicableHere => Standing::NotApplicableHere,
                    // The answer is kept; it counts as open until the condition is decided.
                    _ => Standing::Undecided,
                },
            };
            let level = if let Outcome::Level(level) = outcome { Some(*level) } else { None };
            standings.push(standing, level);
        }
        standings
    }

    /// Finds each indicator among the answers. `doc.shape.duplicate-member`
    pub(super) fn slots(&mut self) -> Vec<Slot> {
        let mut slots = vec![Slot::Empty; self.catalogue.size()];
        let Some(answers) = self.set.file().answers.get() else {
            self.tables.may_cite_more = true;
            return slots;
        };
        self.tables.may_cite_more |= answers.entries.iter().any(|(_, entry)| entry.get().is_none());
        let mut unknown = Vec::new();
        let mut position = 0;
        for (number, (key, _)) in (0_u32..).zip(&answers.entries) {
            let code = self.text(*key);
            let Some(indicator) = self.catalogue.indicator_near(position, code) else {
                unknown.push(*key);
                continue;
            };
            position = indicator.position().saturating_add(1);
            let Some(slot) = slots.get_mut(indicator.position()) else { continue };
            match *slot {
                Slot::At(_, first) => {
                    let document = self.set.document();
                    self.problems.duplicate(document, Self::at(*key), first);
                }
                _ => *slot = Slot::At(number, *key),
            }
        }
        self.mistyped_codes(&unknown, &mut slots);
        slots
    }

    /// Reports answers under unknown codes, and marks the indicators that they were probably meant for,
    /// so that these are not reported as unanswered too.
    fn mistyped_codes(&mut self, unknown: &[NodeId], slots: &mut [Slot]) {
        let catalogue = self.catalogue;
        let got: Vec<&str> = unknown.iter().map(|key| self.text(*key)).collect();
        let meant = self.problems.nearest_each(&got, || catalogue.codes());
        for (key, candidates) in unknown.iter().zip(&meant) {
            let place = |code: &str| catalogue.indicator(code).map(Indicator::position);
            let is_open = |slots: &[Slot], code: &str| {
                let slot = place(code).and_then(|place| slots.get(place));
                matches!(slot, Some(Slot::Empty))
            };
            self.unknown_indicator(*key).meant_key(candidates, |code| is_open(slots, code));
            self.tables.may_cite_more = true;
            let best = candidates.words().find(|code| is_open(slots, code));
            if let Some(slot) = best.and_then(place).and_then(|place| slots.get_mut(place)) {
                *slot = Slot::Mistyped;
            }
        }
    }

    /// `rsp.answer.missing`
    fn unanswered(&mut self, indicator: &Indicator, slot: &Slot, outcome: &Outcome) {
        // Where there are no answers at all, or malformed ones, that is reported once.
        let Some(answers) = self.set.file().answers.get() else { return };
        if !matches!(outcome, Outcome::Nothing) {
            return;
        }
        let states: Names = indicator.states().map(State::name).collect();
        let raised = if let Slot::At(_, key) = slot {
            self.problems.push(Code::Unanswered, Self::at(*key))
        } else {
            let lacks_it = Self::at(answers.node().key());
            let raised = self.problems.push(Code::Unanswered, lacks_it);
            raised.lacking(indicator.code())
        };
        raised.with("indicator", indicator.code()).with("states", states);
    }

    /// `rsp.answer.not-asked`
    fn answer_not_asked(
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

/// Where the answer to an indicator is among the answers of a response set.
#[derive(Clone, Copy, Debug)]
pub(super) enum Slot {
    /// Nowhere.
    Empty,
    /// An answer has a mistyped key that was probably meant to be this code.
    Mistyped,
    /// The entry of this number, under this key.
    At(u32, NodeId),
}

impl Slot {
    /// The number of the entry, if there is one.
    pub(super) fn number(self) -> Option<u32> {
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
        match outcomes.get(clause.position()) {
            Some(Outcome::Option(option)) if clause.is_satisfied_by(*option) => {}
            Some(
                Outcome::Option(_)
                | Outcome::State(State::NotALocalCompetence | State::NotApplicableHere),
            ) => return Asked::No(clause.position()),
            _ => asked = Asked::Undecided,
        }
    }
    asked
}

/// What an outcome means, before conditions are looked at.
fn standing_of(outcome: &Outcome) -> Standing {
    match outcome {
        Outcome::Level(_) => Standing::Answered,
        Outcome::Option(_) | Outcome::Context => Standing::Context,
        Outcome::State(State::NotALocalCompetence) => Standing::NotALocalCompetence,
        Outcome::State(State::NotApplicableHere) => Standing::NotApplicableHere,
        Outcome::State(State::Unknown) => Standing::Unknown,
        Outcome::State(State::Restricted) => Standing::Restricted,
        Outcome::Nothing | Outcome::Broken => Standing::Unanswered,
    }
}
