use super::ResponseSet;
use crate::document::Field;
use crate::document::catalogue::State;
use crate::document::responses as file;
use crate::document::responses::{AnswerEntry, Responsible, Review};
use crate::document::values::Placed;

/// What stands beside one indicator in a response set, in the place's own words.
#[derive(Clone, Debug)]
pub struct Answer {
    set: ResponseSet,
    slot: u32,
}

impl Answer {
    pub(crate) fn new(set: &ResponseSet, slot: u32) -> Self {
        Self { set: set.clone(), slot }
    }

    /// The sentence that a profile may print.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        self.optional(|entry| &entry.account)
    }

    /// The number that was answered, as a decimal, for a question that asks for one.
    #[must_use]
    pub fn number(&self) -> Option<String> {
        self.set.document().number_of(self.entry()?.answer.get()?.0)
    }

    /// The ids of the options that were chosen or ticked.
    pub fn options(&self) -> impl Iterator<Item = &str> {
        let document = self.set.document();
        let answer = self.entry().and_then(|entry| entry.answer.get()).map(|answer| answer.0);
        let single = answer.filter(|node| !document.text_of(*node).is_empty());
        let ticked = answer.map(|node| document.items(node)).into_iter().flatten();
        single.into_iter().chain(ticked).map(|node| document.text_of(node))
    }

    /// Why there is no answer.
    #[must_use]
    pub fn state(&self) -> Option<State> {
        self.entry()?.state.value()
    }

    /// What shows that the answer is right: the id of a source and where in it.
    #[must_use]
    pub fn evidence(&self) -> Vec<(&str, Option<&str>)> {
        let mut evidence = Vec::new();
        let Some(rows) = self.entry().and_then(|entry| entry.evidence.get()) else {
            return evidence;
        };
        let document = self.set.document();
        for row in rows.items() {
            if let Some(source) = row.source.get() {
                let position = row.position.get().map(|position| document.text_of(position.node()));
                evidence.push((document.text_of(source.node()), position));
            }
        }
        evidence
    }

    /// The ids of the respondents who gave the answer.
    #[must_use]
    pub fn by(&self) -> Vec<&str> {
        let ids = self.entry().map_or(&[][..], |entry| entry.by.items());
        ids.iter().map(|id| self.set.document().text_of(id.node())).collect()
    }

    /// Who is responsible for what the question asks about.
    #[must_use]
    pub fn responsible(&self) -> Option<Responsible> {
        self.entry()?.responsible.value()
    }

    /// How far the answer was reviewed.
    #[must_use]
    pub fn review(&self) -> Option<Review> {
        self.entry()?.review.value()
    }

    /// Since when it is in force.
    #[must_use]
    pub fn in_force_since(&self) -> Option<&str> {
        self.entry().and_then(|entry| self.set.date(&entry.in_force_since))
    }

    /// Until when it is in force.
    #[must_use]
    pub fn in_force_until(&self) -> Option<&str> {
        self.entry().and_then(|entry| self.set.date(&entry.in_force_until))
    }

    /// The level of government whose competence it is.
    #[must_use]
    pub fn holder_level(&self) -> Option<file::Level> {
        self.entry()?.holder.get()?.level.value()
    }

    /// The institution whose competence it is.
    #[must_use]
    pub fn holder(&self) -> Option<&str> {
        let holder = self.entry()?.holder.get()?;
        self.set.optional(&holder.institution)
    }

    /// The norm that makes it the competence of others.
    #[must_use]
    pub fn legal_basis(&self) -> Option<&str> {
        self.optional(|entry| &entry.legal_basis)
    }

    /// What exists in the territory, as the id of an option.
    #[must_use]
    pub fn in_territory(&self) -> Option<&str> {
        self.optional(|entry| &entry.in_territory)
    }

    /// Why it is not applicable here.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.optional(|entry| &entry.reason)
    }

    /// Who was asked.
    #[must_use]
    pub fn asked(&self) -> Option<&str> {
        self.optional(|entry| &entry.asked)
    }

    /// When they were asked.
    #[must_use]
    pub fn asked_on(&self) -> Option<&str> {
        self.entry().and_then(|entry| self.set.date(&entry.asked_on))
    }

    /// The act that restricts the information.
    #[must_use]
    pub fn act(&self) -> Option<&str> {
        self.optional(|entry| &entry.act)
    }

    fn entry(&self) -> Option<&AnswerEntry> {
        self.set.entry(self.slot)
    }

    fn optional<T: Placed>(&self, field: impl FnOnce(&AnswerEntry) -> &Field<T>) -> Option<&str> {
        self.entry().and_then(|entry| self.set.optional(field(entry)))
    }
}
