//! The place's own words: they say something, and name no persons.

use super::Check;
use crate::document::Field;
use crate::document::responses::AnswerEntry;
use crate::document::values::{Placed as _, Text};
use crate::language::{is_placeholder, names_a_person};
use crate::problem::Code;

impl Check<'_> {
    /// The own words of an answer.
    pub(super) fn answer_is_well_worded(&mut self, entry: &AnswerEntry) {
        for text in [&entry.account, &entry.legal_basis, &entry.reason, &entry.act] {
            self.says_something(text);
        }
        self.names_an_institution(&entry.asked);
        if let Some(holder) = entry.holder.get() {
            self.names_an_institution(&holder.institution);
        }
    }

    /// The own words around the answers.
    pub(super) fn tables_are_well_worded(&mut self) {
        let file = self.set.file();
        self.says_something(&file.context);
        for respondent in file.respondents.items() {
            self.names_an_institution(&respondent.institution);
        }
        for source in file.sources.items() {
            self.says_something(&source.title);
        }
        for query in file.queries.items() {
            self.says_something(&query.text);
            self.says_something(&query.resolution);
            self.names_an_institution(&query.to);
        }
        for priority in file.priorities.items() {
            self.says_something(&priority.action);
            self.names_an_institution(&priority.responsible);
        }
    }

    /// `doc.text.placeholder`
    fn says_something(&mut self, text: &Field<Text>) {
        let Some(text) = text.get() else { return };
        let got = self.text(text.node());
        if is_placeholder(got) {
            let raised = self.problems.push(Code::PlaceholderText, Self::at(text.node()));
            raised.with("got", got);
        }
    }

    /// `rsp.text.person-named`
    fn names_an_institution(&mut self, text: &Field<Text>) {
        self.says_something(text);
        let Some(text) = text.get() else { return };
        let got = self.text(text.node());
        if names_a_person(got) {
            // The message does not repeat the name.
            self.problems.push(Code::PersonNamed, Self::at(text.node()));
        }
    }
}
