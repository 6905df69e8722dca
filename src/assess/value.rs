//! What was answered: does it fit its question?

use indexmap::IndexSet;

use super::Check;
use super::answer::Outcome;
use crate::catalogue::{AnswerType, Indicator, NONE_OF_THESE, NumberBounds};
use crate::document::catalogue::AnswerKind;
use crate::nearest::Candidates;
use crate::problem::{Code, Names, Shape};
use crate::tree::NodeId;

impl Check<'_> {
    /// Decides what an answer means, and reports every problem with it.
    pub(super) fn value(&mut self, indicator: &Indicator, node: NodeId) -> Outcome {
        let kind = indicator.answer_type().kind();
        let want = match kind {
            AnswerKind::Choice | AnswerKind::Text => Shape::Text,
            AnswerKind::Checklist => Shape::List,
            AnswerKind::Number => Shape::Number,
        };
        if self.set.document().shape_of(node) != want {
            self.answer_type(indicator, want, node);
            return Outcome::Broken;
        }
        match kind {
            AnswerKind::Choice => self.choice(indicator, node),
            AnswerKind::Checklist => self.checklist(indicator, node),
            AnswerKind::Number => self.number(indicator, node),
            AnswerKind::Text => Outcome::Context,
        }
    }

    /// `rsp.answer.wrong-type`
    fn answer_type(&mut self, indicator: &Indicator, want: Shape, node: NodeId) {
        let got = self.set.document().shape_of(node);
        let answer_type = indicator.answer_type();
        let same = self.in_the_right_shape(answer_type, node);
        let raised = self.problems.push(Code::AnswerType, Self::at(node));
        raised.with("indicator", indicator.code()).with("want", want).with("got", got);
        match answer_type.kind() {
            // For a choice, the ids of its options help more than `a text`.
            AnswerKind::Choice => raised.with("known", answer_type.option_ids().collect::<Names>()),
            _ => raised.with("known", want),
        };
        raised.replace(same);
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
                let ticked = ticked_in(answer_type, document.text_of(node))?;
                let ticked: Vec<String> = ticked.into_iter().map(json).collect();
                Some(format!("[{}]", ticked.join(", ")))
            }
            (AnswerKind::Text, Shape::Number) => {
                // Other numbers may have been written otherwise: `1.0`, `1e3`.
                document.as_whole(node).map(|number| json(&number.to_string()))
            }
            _ => None,
        }
    }

    fn choice(&mut self, indicator: &Indicator, node: NodeId) -> Outcome {
        match self.option(indicator, node) {
            Some(option) if indicator.is_scored() => Outcome::Level(option),
            Some(option) => Outcome::Option(option),
            None => Outcome::Broken,
        }
    }

    fn checklist(&mut self, indicator: &Indicator, node: NodeId) -> Outcome {
        let mut ticked: IndexSet<usize> = IndexSet::new();
        let mut ticked_none = None;
        let mut is_right = true;
        for item in self.set.document().items(node) {
            let is_first = if self.text(item) == NONE_OF_THESE {
                let is_first = ticked_none.is_none();
                ticked_none.get_or_insert(item);
                is_first
            } else if let Some(option) = self.option(indicator, item) {
                ticked.insert(option)
            } else {
                is_right = false;
                continue;
            };
            if !is_first {
                self.ticked_twice(item);
                is_right = false;
            }
        }
        if let Some(none_of_these) = ticked_none.filter(|_| !ticked.is_empty()) {
            self.none_and_others(none_of_these);
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

    /// `rsp.answer.ticked-twice`
    fn ticked_twice(&mut self, item: NodeId) {
        let got = self.text(item);
        self.problems.push(Code::TickedTwice, Self::at(item)).with("got", got).remove();
    }

    /// `rsp.answer.none-and-others`
    fn none_and_others(&mut self, none_of_these: NodeId) {
        let raised = self.problems.push(Code::NoneAndOthers, Self::at(none_of_these));
        raised.with("got", NONE_OF_THESE);
    }

    fn number(&mut self, indicator: &Indicator, node: NodeId) -> Outcome {
        let bounds = indicator.answer_type().bounds();
        let Some((bounds, written)) = bounds.zip(self.set.document().number_of(node)) else {
            return Outcome::Broken;
        };
        let is_within = is_within(&written, bounds.minimum(), bounds.maximum());
        let is_short = has_decimals(&written, bounds);
        if !is_within {
            self.answer_out_of_range(node, &written, bounds);
        }
        if !is_short {
            self.too_many_decimals(node, &written, bounds);
        }
        if is_within && is_short { Outcome::Context } else { Outcome::Broken }
    }

    /// `rsp.answer.out-of-range`
    fn answer_out_of_range(&mut self, node: NodeId, got: &str, bounds: NumberBounds) {
        let raised = self.problems.push(Code::AnswerOutOfRange, Self::at(node));
        raised.with("got", got).with("least", bounds.minimum()).with("most", bounds.maximum());
    }

    /// `rsp.answer.too-many-decimals`
    fn too_many_decimals(&mut self, node: NodeId, got: &str, bounds: NumberBounds) {
        let raised = self.problems.push(Code::TooManyDecimals, Self::at(node));
        raised.with("got", got).with("decimals", bounds.decimals());
    }

    /// The number of the option that is named. `rsp.answer.not-an-option`
    fn option(&mut self, indicator: &Indicator, node: NodeId) -> Option<usize> {
        let option = indicator.answer_type().place_of(self.text(node));
        if option.is_none() {
            self.not_an_option(Code::NotAnOption, indicator, node);
        }
        option
    }

    /// Reports, under `code`, a text that is not an option of the question.
    pub(super) fn not_an_option(&mut self, code: Code, indicator: &Indicator, node: NodeId) {
        let got = self.text(node);
        let answer_type = indicator.answer_type();
        let reserved = (answer_type.kind() == AnswerKind::Checklist).then_some(NONE_OF_THESE);
        let known: Names = answer_type.option_ids().chain(reserved).collect();
        let candidates = self.meant(answer_type, got);
        let raised = self.problems.push(code, Self::at(node));
        raised.with("got", got).with("indicator", indicator.code()).with("known", known);
        raised.meant(&candidates);
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
}

/// The ticked options in a text all of whose parts are options, each once.
fn ticked_in<'t>(answer_type: &AnswerType, text: &'t str) -> Option<Vec<&'t str>> {
    if text == NONE_OF_THESE {
        return Some(vec![text]);
    }
    let separates = |character: char| character.is_whitespace() || matches!(character, ',' | ';');
    let parts: Vec<&str> = text.split(separates).filter(|part| !part.is_empty()).collect();
    let mut ticked: IndexSet<&str> = IndexSet::new();
    let are_options =
        parts.iter().all(|part| answer_type.option(part).is_some() && ticked.insert(part));
    (are_options && !parts.is_empty()).then_some(parts)
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
