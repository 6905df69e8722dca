//! One answer: does it fit its question, and has it what it needs?

use indexmap::IndexSet;

use super::Check;
use crate::catalogue::{AnswerType, Indicator, NONE_OF_THESE, NumberBounds};
use crate::date::PartialDate;
use crate::document::Field;
use crate::document::catalogue::{AnswerKind, State};
use crate::document::responses::AnswerEntry;
use crate::document::values::{Date, Placed};
use crate::nearest::Candidates;
use crate::problem::{Code, Names, Shape};
use crate::tree::NodeId;

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
    /// Something that could not be read or is not allowed. A problem says so.
    Broken,
}

impl Check<'_> {
    /// What the entry of an indicator comes to, and what is wrong with it.
    pub(super) fn outcome(&mut self, indicator: &Indicator, entry: &AnswerEntry) -> Outcome {
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
        self.members_have_effect(entry);
        self.answer_is_well_worded(entry);
        self.respondents_are_known(entry);
        self.dates_are_in_order(entry);
        self.asked_before_the_information_date(entry);
        let cited = self.citations(entry);
        if let Outcome::Level(level) = answer {
            self.points_rest_on_evidence(indicator, entry, level, cited);
            self.best_is_in_force(indicator, entry, level);
        }
        match (answer, state) {
            (Outcome::Nothing, state) => state,
            (answer, Outcome::Nothing) => answer,
            // What could not be read is no answer beside a state, and no state beside an answer.
            (_, state) if entry.answer.is_broken() => state,
            (answer, _) if entry.state.is_broken() => answer,
            (_, _) => {
                // `rsp.answer.with-state`
                let raised = self.problems.push(Code::AnswerAndState, Self::at(entry.node()));
                raised.with("indicator", indicator.code());
                Outcome::Broken
            }
        }
    }

    fn value(&mut self, indicator: &Indicator, node: NodeId) -> Outcome {
        let answer_type = indicator.answer_type();
        match answer_type.kind() {
            AnswerKind::Choice => self.choice(indicator, node),
            AnswerKind::Checklist => self.checklist(indicator, node),
            AnswerKind::Number => self.number(indicator, answer_type.bounds(), node),
            AnswerKind::Text if self.has_shape(indicator, Shape::Text, node) => Outcome::Context,
            AnswerKind::Text => Outcome::Broken,
        }
    }

    fn choice(&mut self, indicator: &Indicator, node: NodeId) -> Outcome {
        if !self.has_shape(indicator, Shape::Text, node) {
            return Outcome::Broken;
        }
        match self.option(indicator, node) {
            Some(option) if indicator.is_scored() => Outcome::Level(option),
            Some(option) => Outcome::Option(option),
            None => Outcome::Broken,
        }
    }

    fn checklist(&mut self, indicator: &Indicator, node: NodeId) -> Outcome {
        if !self.has_shape(indicator, Shape::List, node) {
            return Outcome::Broken;
        }
        let mut ticked: IndexSet<usize> = IndexSet::new();
        let mut ticked_none = None;
        let mut is_right = true;
        for item in self.set.document().items(node) {
            if self.text(item) == NONE_OF_THESE && ticked_none.is_none() {
                ticked_none = Some(item);
                continue;
            }
            if self.text(item) == NONE_OF_THESE {
                is_right = self.is_ticked_twice(item);
                continue;
            }
            match self.option(indicator, item) {
                None => is_right = false,
                Some(option) => {
                    if !ticked.insert(option) {
                        is_right = self.is_ticked_twice(item);
                    }
                }
            }
        }
        if let Some(none_of_these) = ticked_none.filter(|_| !ticked.is_empty()) {
            // `rsp.answer.none-and-others`
            let raised = self.problems.push(Code::NoneAndOthers, Self::at(none_of_these));
            raised.with("got", NONE_OF_THESE);
            is_right = false;
        }
        match (is_right, indicator.is_scored()) {
            (false, _) => Outcome::Broken,
            // A form leaves an empty list behind; it does not say that none of these is so.
            (true, _) if ticked.is_empty() && ticked_none.is_none() => Outcome::Nothing,
            (true, true) => Outcome::Level(indicator.answer_type().level_of(ticked.len())),
            (true, false) => Outcome::Context,
        }
    }

    /// Says that an item stands twice; it is not right then. `rsp.answer.ticked-twice`
    fn is_ticked_twice(&mut self, item: NodeId) -> bool {
        let got = self.text(item);
        self.problems.push(Code::TickedTwice, Self::at(item)).with("got", got).remove();
        false
    }

    /// `rsp.answer.out-of-range`, `rsp.answer.too-many-decimals`
    fn number(
        &mut self,
        indicator: &Indicator,
        bounds: Option<NumberBounds>,
        node: NodeId,
    ) -> Outcome {
        let shape = self.has_shape(indicator, Shape::Number, node);
        let (Some(bounds), Some(written), true) =
            (bounds, self.set.document().number_of(node), shape)
        else {
            return Outcome::Broken;
        };
        let is_within = is_within(&written, bounds.minimum(), bounds.maximum());
        let is_short = has_decimals(&written, bounds);
        if !is_within {
            self.problems
                .push(Code::AnswerOutOfRange, Self::at(node))
                .with("got", written.as_str())
                .with("least", bounds.minimum())
                .with("most", bounds.maximum());
        }
        if !is_short {
            self.problems
                .push(Code::TooManyDecimals, Self::at(node))
                .with("got", written.as_str())
                .with("decimals", bounds.decimals());
        }
        if is_within && is_short { Outcome::Context } else { Outcome::Broken }
    }

    /// `rsp.answer.wrong-type`
    fn has_shape(&mut self, indicator: &Indicator, want: Shape, node: NodeId) -> bool {
        let got = self.set.document().shape_of(node);
        if got == want {
            return true;
        }
        let answer_type = indicator.answer_type();
        let same = self.in_the_right_shape(answer_type, node);
        let raised = self.problems.push(Code::AnswerType, Self::at(node));
        raised.with("indicator", indicator.code()).with("want", want).with("got", got);
        match answer_type.kind() {
            // Of a choice, which texts may be written says more than that it is a text.
            AnswerKind::Choice => raised.with("known", answer_type.option_ids().collect::<Names>()),
            _ => raised.with("known", want),
        };
        raised.replace(same);
        false
    }

    /// The same answer in the shape that the answer type takes, as JSON, where nothing is lost or
    /// guessed: a ticked option outside a list, a chosen one in a list, a number between quotation
    /// marks. A comma in a number has no certain meaning: `3,500` is three thousand five hundred in
    /// Panama.
    fn in_the_right_shape(&self, answer_type: &AnswerType, node: NodeId) -> Option<String> {
        let document = self.set.document();
        let json = |text: &str| serde_json::Value::from(text).to_string();
        match (answer_type.kind(), document.shape_of(node)) {
            (AnswerKind::Number, Shape::Text) => {
                let text = document.text_of(node);
                let number: serde_json::Number = serde_json::from_str(text).ok()?;
                let bounds = answer_type.bounds()?;
                let is_right = number.to_string() == text
                    && is_within(text, bounds.minimum(), bounds.maximum())
                    && has_decimals(text, bounds);
                is_right.then(|| text.to_owned())
            }
            (AnswerKind::Choice, Shape::List) => {
                let mut items = document.items(node);
                let only = items.next().filter(|_| items.next().is_none())?;
                let option = answer_type.option(document.text_of(only))?;
                Some(json(option.id()))
            }
            (AnswerKind::Checklist, Shape::Text) => {
                let text = document.text_of(node);
                let is_known = text == NONE_OF_THESE || answer_type.option(text).is_some();
                is_known.then(|| format!("[{}]", json(text)))
            }
            _ => None,
        }
    }

    /// The number of the option that is named. `rsp.answer.not-an-option`
    fn option(&mut self, indicator: &Indicator, node: NodeId) -> Option<usize> {
        self.option_or(Code::NotAnOption, indicator, node)
    }

    fn option_or(&mut self, code: Code, indicator: &Indicator, node: NodeId) -> Option<usize> {
        let got = self.text(node);
        let answer_type = indicator.answer_type();
        let option = answer_type.place_of(got);
        if option.is_none() {
            let reserved = (answer_type.kind() == AnswerKind::Checklist).then_some(NONE_OF_THESE);
            let known: Names = answer_type.option_ids().chain(reserved).collect();
            let candidates = self.meant(answer_type, got);
            let raised = self.problems.push(code, Self::at(node));
            raised.with("got", got).with("indicator", indicator.code()).with("known", known);
            raised.meant(&candidates);
        }
        option
    }

    /// The options that were probably meant, by their ids or by their labels in any language: one
    /// that is certain before others.
    fn meant<'t>(&self, answer_type: &'t AnswerType, got: &str) -> Candidates<'t>
    where
        Self: 't,
    {
        let is_checklist = answer_type.kind() == AnswerKind::Checklist;
        let ids = answer_type.option_ids().chain(is_checklist.then_some(NONE_OF_THESE));
        let labels = self.catalogue.languages().map(|language| {
            let options = answer_type.options().iter();
            let options = options.map(move |option| (option.label(language), option.id()));
            let none = answer_type.none_label(language).map(|label| (label, NONE_OF_THESE));
            options.chain(none)
        });
        self.problems.nearest_named(got, ids, labels)
    }

    fn state(&mut self, indicator: &Indicator, entry: &AnswerEntry, state: State) -> Outcome {
        self.state_has_what_it_needs(entry, state);
        let is_checklist = indicator.answer_type().kind() == AnswerKind::Checklist;
        let none = |option: NodeId| is_checklist && self.text(option) == NONE_OF_THESE;
        let in_territory = entry.in_territory.get().filter(|_| state == State::NotALocalCompetence);
        if let Some(option) = in_territory.filter(|option| !none(option.node())) {
            // `rsp.state.in-territory-not-an-option`
            self.option_or(Code::InTerritoryNotAnOption, indicator, option.node());
        }
        if indicator.allows(state) {
            return Outcome::State(state);
        }
        // `rsp.state.not-allowed`
        let known: Names = indicator.states().map(State::name).collect();
        let raised = self.problems.push(Code::StateNotAllowed, Self::at(entry.node()));
        raised.with("got", state.name()).with("indicator", indicator.code()).with("known", known);
        Outcome::Broken
    }

    /// `rsp.state.incomplete`
    fn state_has_what_it_needs(&mut self, entry: &AnswerEntry, state: State) {
        let needs: &[(&str, bool)] = match state {
            State::NotALocalCompetence => &[
                ("holder", entry.holder.is_absent()),
                ("legal_basis", entry.legal_basis.is_absent()),
            ],
            State::NotApplicableHere => &[("reason", entry.reason.is_absent())],
            State::Unknown => {
                &[("asked", entry.asked.is_absent()), ("asked_on", entry.asked_on.is_absent())]
            }
            State::Restricted => &[("act", entry.act.is_absent())],
        };
        for (member, _) in needs.iter().filter(|(_, is_absent)| *is_absent) {
            let raised = self.problems.push(Code::StateIncomplete, Self::at(entry.node()));
            raised.with("state", state.name()).with("member", *member);
        }
    }

    /// `rsp.answer.member-without-effect`
    fn members_have_effect(&mut self, entry: &AnswerEntry) {
        if entry.state.is_broken() {
            return;
        }
        let state = entry.state.value();
        let members = [
            ("holder", State::NotALocalCompetence, entry.holder.get().map(|holder| holder.node())),
            ("legal_basis", State::NotALocalCompetence, node(&entry.legal_basis)),
            ("in_territory", State::NotALocalCompetence, node(&entry.in_territory)),
            ("reason", State::NotApplicableHere, node(&entry.reason)),
            ("asked", State::Unknown, node(&entry.asked)),
            ("asked_on", State::Unknown, entry.asked_on.get().map(|date| date.node())),
            ("act", State::Restricted, node(&entry.act)),
        ];
        for (member, belongs_to, node) in members {
            if let Some(node) = node.filter(|_| state != Some(belongs_to)) {
                let raised = self.problems.push(Code::MemberWithoutEffect, Self::at(node));
                raised.with("member", member);
            }
        }
    }

    /// `rsp.evidence.missing`
    fn points_rest_on_evidence(
        &mut self,
        indicator: &Indicator,
        entry: &AnswerEntry,
        level: usize,
        cited: bool,
    ) {
        let points = indicator.answer_type().levels().get(level).map_or(0, |level| level.points());
        if points > 0 && !cited && !entry.evidence.is_broken() {
            let raised = self.problems.push(Code::EvidenceMissing, Self::at(entry.node()));
            raised.with("indicator", indicator.code());
        }
    }

    /// `rsp.date.inverted`
    fn dates_are_in_order(&mut self, entry: &AnswerEntry) {
        self.are_in_order(&entry.in_force_since, &entry.in_force_until);
    }

    pub(super) fn are_in_order(&mut self, since: &Field<Date>, until: &Field<Date>) {
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

    /// `rsp.date.expired`, `rsp.date.after-information`
    fn best_is_in_force(&mut self, indicator: &Indicator, entry: &AnswerEntry, level: usize) {
        let answer_type = indicator.answer_type();
        let Some(level) = answer_type.levels().get(level) else { return };
        if level.points() < answer_type.maximum() {
            return;
        }
        let Some(as_of) = self.information_date() else { return };
        if let Some(until) =
            entry.in_force_until.get().filter(|until| until.date.is_wholly_before(as_of))
        {
            self.problems
                .push(Code::Expired, Self::at(until.node()))
                .with("indicator", indicator.code())
                .with("answer", level.id())
                .with("until", until.date.to_string().as_str())
                .with("as_of", as_of.to_string().as_str());
        }
        self.is_before(&entry.in_force_since, as_of);
    }

    /// `rsp.date.after-information`
    fn asked_before_the_information_date(&mut self, entry: &AnswerEntry) {
        if let Some(as_of) = self.information_date() {
            self.is_before(&entry.asked_on, as_of);
        }
    }

    fn is_before(&mut self, date: &Field<Date>, as_of: PartialDate) {
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

/// Whether a decimal has no more decimals than may be answered.
fn has_decimals(number: &str, bounds: NumberBounds) -> bool {
    let decimals = number.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    u32::try_from(decimals).is_ok_and(|decimals| decimals <= bounds.decimals())
}

/// Whether a decimal is not below the least number that may be answered, nor above the greatest.
fn is_within(number: &str, least: i64, most: i64) -> bool {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    // What is too large for this type is beyond every bound.
    let Ok(whole) = whole.parse::<i64>() else { return false };
    let is_whole = decimals.bytes().all(|digit| digit == b'0');
    let is_negative = number.starts_with('-');
    // A number that is not whole lies between `whole` and the next number away from zero.
    let is_above = whole > most || whole == most && !is_whole && !is_negative;
    let is_below = whole < least || whole == least && !is_whole && is_negative;
    !is_above && !is_below
}

fn node<T: Placed>(field: &Field<T>) -> Option<NodeId> {
    field.get().map(|text| text.node())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_compared_exactly() {
        for (number, want) in [
            ("3", true),
            ("3.0", true),
            ("3.01", false),
            ("3.0000000001", false),
            ("2.99", true),
            ("-0.5", true),
            ("-2", true),
            ("-2.01", false),
            ("-1.99", true),
            ("-3", false),
            ("99999999999999999999", false),
        ] {
            assert_eq!(is_within(number, -2, 3), want, "{number}");
        }
    }
}
