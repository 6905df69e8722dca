//! One answer with all that is written beside it.

use super::Check;
use crate::catalogue::{Indicator, NONE_OF_THESE};
use crate::date::PartialDate;
use crate::document::Field;
use crate::document::catalogue::{AnswerKind, Requirement, State};
use crate::document::responses::AnswerEntry;
use crate::document::values::{Date, Placed as _};
use crate::problem::{Code, Names};

/// What an entry says, before it is decided what it comes to.
#[derive(Clone, Copy, Debug)]
struct Said {
    answer: Outcome,
    state: Outcome,
    /// Whether it cites something.
    is_cited: bool,
}

/// What an answer comes to.
#[derive(Clone, Copy, Debug)]
pub(super) enum Outcome {
    /// A level of a scored answer type.
    Level(usize),
    /// An option of a choice that is not scored.
    Option(usize),
    /// Any other answer that is not scored.
    Context,
    /// The reason why there is no answer.
    State(State),
    /// Neither.
    Nothing,
    /// Malformed or not allowed. That has been reported.
    Broken,
}

impl Check<'_> {
    /// Decides what the entry of an indicator means, and reports every problem with it.
    pub(super) fn outcome(&mut self, indicator: &Indicator, entry: &AnswerEntry) -> Outcome {
        let said = self.said(indicator, entry);
        if let Outcome::Level(level) = said.answer {
            self.evidence_missing(indicator, entry, level, said.is_cited);
        }
        self.tables.may_cite_more |= !entry.claims.is_whole();
        for claim in entry.claims.items() {
            self.claim(indicator, claim);
        }
        self.comes_to(indicator, entry, said)
    }

    /// What is wrong with a claim. What shows that it is right may be missing.
    fn claim(&mut self, indicator: &Indicator, claim: &AnswerEntry) {
        self.claim_nested(claim);
        let said = self.said(indicator, claim);
        self.comes_to(indicator, claim, said);
    }

    /// `rsp.claim.nested`
    fn claim_nested(&mut self, claim: &AnswerEntry) {
        let Some(node) = claim.claims.node() else { return };
        // Nobody looks at what is in them, which may cite sources.
        self.tables.may_cite_more = true;
        self.problems.push(Code::ClaimNested, Self::at(node));
    }

    fn said(&mut self, indicator: &Indicator, entry: &AnswerEntry) -> Said {
        let answer = match &entry.answer {
            Field::Absent => Outcome::Nothing,
            Field::Broken => Outcome::Broken,
            Field::Present(answer) => self.value(indicator, answer.0),
        };
        let state = match &entry.state {
            Field::Absent => Outcome::Nothing,
            Field::Broken => Outcome::Broken,
            Field::Present(state) => self.state(indicator, entry, *state),
        };
        self.member_without_effect(entry);
        self.known_respondents(entry.by.items());
        if let Some(resolution) = entry.resolution.get() {
            self.known_respondents(resolution.by.items());
        }
        self.dates_inverted(&entry.in_force_since, &entry.in_force_until);
        self.after_information_date(&entry.asked_on);
        if let Outcome::Level(level) = answer {
            self.best_in_force(indicator, entry, level);
        }
        Said { answer, state, is_cited: self.citations(entry) }
    }

    /// What an entry comes to that has at most one of an answer and a state.
    fn comes_to(&mut self, indicator: &Indicator, entry: &AnswerEntry, said: Said) -> Outcome {
        match (said.answer, said.state) {
            (Outcome::Nothing, state) => state,
            (answer, Outcome::Nothing) => answer,
            // What is malformed is no answer beside a state, and no state beside an answer.
            (_, state) if entry.answer.is_broken() => state,
            (answer, _) if entry.state.is_broken() => answer,
            (_, _) => {
                self.answer_and_state(indicator, entry);
                Outcome::Broken
            }
        }
    }

    /// `rsp.answer.with-state`
    fn answer_and_state(&mut self, indicator: &Indicator, entry: &AnswerEntry) {
        let raised = self.problems.push(Code::AnswerAndState, Self::at(entry.node()));
        raised.with("indicator", indicator.code());
    }

    fn state(&mut self, indicator: &Indicator, entry: &AnswerEntry, state: State) -> Outcome {
        self.state_incomplete(entry, state);
        if state == State::NotALocalCompetence {
            self.in_territory_not_an_option(indicator, entry);
        }
        if indicator.allows(state) {
            return Outcome::State(state);
        }
        self.state_not_allowed(indicator, entry, state);
        Outcome::Broken
    }

    /// `rsp.state.incomplete`
    fn state_incomplete(&mut self, entry: &AnswerEntry, state: State) {
        for member in state.members().iter().filter(|member| member.is_needed()) {
            if member.of(entry).is_absent() {
                let raised = self.problems.push(Code::StateIncomplete, Self::at(entry.node()));
                raised.with("state", state.name()).with("member", member.name());
            }
        }
    }

    /// `rsp.state.in-territory-not-an-option`
    fn in_territory_not_an_option(&mut self, indicator: &Indicator, entry: &AnswerEntry) {
        let Some(option) = entry.in_territory.node() else { return };
        let answer_type = indicator.answer_type();
        let is_none =
            answer_type.kind() == AnswerKind::Checklist && self.text(option) == NONE_OF_THESE;
        if !is_none && answer_type.place_of(self.text(option)).is_none() {
            self.not_an_option(Code::InTerritoryNotAnOption, indicator, option);
        }
    }

    /// `rsp.state.not-allowed`
    fn state_not_allowed(&mut self, indicator: &Indicator, entry: &AnswerEntry, state: State) {
        let known: Names = indicator.states().map(State::name).collect();
        let raised = self.problems.push(Code::StateNotAllowed, Self::at(entry.node()));
        raised.with("got", state.name()).with("indicator", indicator.code()).with("known", known);
    }

    /// `rsp.answer.member-without-effect`
    fn member_without_effect(&mut self, entry: &AnswerEntry) {
        if entry.state.is_broken() {
            return;
        }
        let own = entry.state.value();
        for state in State::ALL.iter().filter(|state| own != Some(**state)) {
            for member in state.members() {
                if let Field::Present(node) = member.of(entry) {
                    let raised = self.problems.push(Code::MemberWithoutEffect, Self::at(node));
                    raised.with("member", member.name());
                }
            }
        }
    }

    /// `rsp.evidence.missing`
    fn evidence_missing(
        &mut self,
        indicator: &Indicator,
        entry: &AnswerEntry,
        level: usize,
        cited: bool,
    ) {
        let points = indicator.answer_type().levels().get(level).map_or(0, |level| level.points());
        let is_required = points > 0 && self.catalogue.requires(Requirement::Evidence);
        if is_required && !cited && !entry.evidence.is_broken() {
            let raised = self.problems.push(Code::EvidenceMissing, Self::at(entry.node()));
            raised.with("indicator", indicator.code());
        }
    }

    /// `rsp.date.inverted`
    pub(super) fn dates_inverted(&mut self, since: &Field<Date>, until: &Field<Date>) {
        let dates = since.get().zip(until.get());
        if let Some((since, until)) =
            dates.filter(|(since, until)| until.date.is_wholly_before(since.date))
        {
            self.problems
                .push(Code::DatesInverted, Self::at(until.node()))
                .with("until", until.date.to_string().as_str())
                .with("since", since.date.to_string().as_str())
                .related(Self::at(since.node()));
        }
    }

    /// What earns full points must be in force at the date of the information.
    fn best_in_force(&mut self, indicator: &Indicator, entry: &AnswerEntry, level: usize) {
        let answer_type = indicator.answer_type();
        let level = answer_type.levels().get(level);
        if let Some(level) = level.filter(|level| level.points() >= answer_type.maximum()) {
            self.expired(indicator, level.id(), &entry.in_force_until);
            self.after_information_date(&entry.in_force_since);
        }
    }

    /// `rsp.date.expired`
    fn expired(&mut self, indicator: &Indicator, answer: &str, until: &Field<Date>) {
        let Some(as_of) = self.information_date() else { return };
        if let Some(until) = until.get().filter(|until| until.date.is_wholly_before(as_of)) {
            self.problems
                .push(Code::Expired, Self::at(until.node()))
                .with("indicator", indicator.code())
                .with("answer", answer)
                .with("until", until.date.to_string().as_str())
                .with("as_of", as_of.to_string().as_str());
        }
    }

    /// `rsp.date.after-information`
    fn after_information_date(&mut self, date: &Field<Date>) {
        let Some(as_of) = self.information_date() else { return };
        if let Some(date) = date.get().filter(|date| as_of.is_wholly_before(date.date)) {
            self.problems
                .push(Code::AfterInformationDate, Self::at(date.node()))
                .with("date", date.date.to_string().as_str())
                .with("as_of", as_of.to_string().as_str());
        }
    }

    fn information_date(&self) -> Option<PartialDate> {
        Some(self.set.file().round.get()?.information_as_of.get()?.date)
    }
}
