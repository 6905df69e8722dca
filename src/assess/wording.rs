//! The place's own words: they say something, and name no persons.

use super::Check;
use crate::document::Field;
use crate::document::responses::AnswerEntry;
use crate::document::values::{Placed as _, Text};
use crate::language::{is_placeholder, names_a_person};
use crate::problem::Code;

impl Check<'_> {
    /// The own words of an answer.
    pub(super) fn words_of_answer(&mut self, entry: &AnswerEntry) {
        for text in [&entry.account, &entry.legal_basis, &entry.reason, &entry.act] {
            self.placeholder_text(text);
        }
        self.institution(&entry.asked);
        if let Some(holder) = entry.holder.get() {
            self.institution(&holder.institution);
        }
    }

    /// The own words around the answers.
    pub(super) fn words_around_answers(&mut self) {
        let file = self.set.file();
        self.placeholder_text(&file.context);
        for respondent in file.respondents.items() {
            self.institution(&respondent.institution);
        }
        for source in file.sources.items() {
            self.placeholder_text(&source.title);
        }
        for query in file.queries.items() {
            self.placeholder_text(&query.text);
            self.placeholder_text(&query.resolution);
            self.institution(&query.to);
        }
        for priority in file.priorities.items() {
            self.placeholder_text(&priority.action);
            self.institution(&priority.responsible);
        }
    }

    /// `doc.text.placeholder`
    fn placeholder_text(&mut self, text: &Field<Text>) {
        let Some(text) = text.get() else { return };
        let got = self.text(text.node());
        if is_placeholder(got) {
            let raised = self.problems.push(Code::PlaceholderText, Self::at(text.node()));
            raised.with("got", got);
        }
    }

    /// A text that names an institution, and no person.
    fn institution(&mut self, text: &Field<Text>) {
        self.placeholder_text(text);
        self.person_named(text);
    }

    /// `rsp.text.person-named`
    fn person_named(&mut self, text: &Field<Text>) {
        let Some(text) = text.get() else { return };
        let got = self.text(text.node());
        if names_a_person(got) {
            // The message does not repeat the name.
            self.problems.push(Code::PersonNamed, Self::at(text.node()));
        }
    }
}
