//! The parts of a response set around its answers, as handles that share the set.

use super::{ResponseSet, date_of};
use crate::date::{PartialDate, Period};
use crate::document::responses::{
    ApprovalEntry, Level, PlaceEntry, PriorityEntry, PriorityStatus, QueryEntry, RespondentEntry,
    Role, RoundEntry, RoundKind, SourceKind, SourceRow,
};
use crate::document::values::Placed as _;

/// The place that is assessed: a municipality, or a country for an instrument of States.
#[derive(Clone)]
pub struct Place(pub(super) ResponseSet);

impl Place {
    /// A stable code, because names change.
    #[must_use]
    pub fn code(&self) -> &str {
        self.0.text(self.entry().and_then(|place| place.code.get()))
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.text(self.entry().and_then(|place| place.name.get()))
    }

    /// Its country in ISO 3166-1, two letters; `None` where the document does not say.
    #[must_use]
    pub fn country(&self) -> Option<&str> {
        self.entry().and_then(|place| self.0.optional(&place.country))
    }

    /// Its subdivision in ISO 3166-2.
    #[must_use]
    pub fn subdivision(&self) -> Option<&str> {
        self.entry().and_then(|place| self.0.optional(&place.subdivision))
    }

    fn entry(&self) -> Option<&PlaceEntry> {
        self.0.file().place.get()
    }
}

/// One assessment of one place in one period.
#[derive(Clone)]
pub struct Round(pub(super) ResponseSet);

impl Round {
    /// The period; `None` in a draft that does not say.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        self.entry().and_then(|round| round.period.get()).map(|period| period.period)
    }

    /// Baseline or follow-up.
    #[must_use]
    pub fn kind(&self) -> Option<RoundKind> {
        self.entry().and_then(|round| round.kind.value())
    }

    /// The date to which the information refers.
    #[must_use]
    pub fn information_as_of(&self) -> Option<PartialDate> {
        self.entry().and_then(|round| date_of(&round.information_as_of))
    }

    fn entry(&self) -> Option<&RoundEntry> {
        self.0.file().round.get()
    }
}

/// An institution that takes part in a round.
#[derive(Clone)]
pub struct Respondent(pub(super) ResponseSet, pub(super) usize);

impl Respondent {
    /// The id by which answers name it.
    #[must_use]
    pub fn id(&self) -> &str {
        self.0.text(self.entry().and_then(|entry| entry.id.get()))
    }

    /// The institution.
    #[must_use]
    pub fn institution(&self) -> &str {
        self.0.text(self.entry().and_then(|entry| entry.institution.get()))
    }

    /// Its level of government.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.entry().and_then(|entry| entry.level.value())
    }

    /// What it does in this round.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        self.entry().and_then(|entry| entry.role.value())
    }

    /// The roles that it fills: keys of the vocabulary
    /// [`ask`](crate::catalogue::Vocabulary::Ask), by which questions say whom to ask.
    pub fn answers_for(&self) -> impl Iterator<Item = &str> {
        let roles = self.entry().map_or(&[][..], |entry| entry.answers_for.items());
        roles.iter().map(|role| self.0.document().text_of(role.node()))
    }

    /// The ids that it had in the round before.
    pub fn formerly(&self) -> impl Iterator<Item = &str> {
        let ids = self.entry().map_or(&[][..], |entry| entry.formerly.items());
        ids.iter().map(|id| self.0.document().text_of(id.node()))
    }

    fn entry(&self) -> Option<&RespondentEntry> {
        self.0.file().respondents.items().get(self.1)
    }
}

/// A document, page, interview or visit that answers cite.
#[derive(Clone)]
pub struct CitedSource(pub(super) ResponseSet, pub(super) usize);

impl CitedSource {
    /// The id by which answers cite it.
    #[must_use]
    pub fn id(&self) -> &str {
        self.0.text(self.entry().and_then(|entry| entry.id.get()))
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> &str {
        self.0.text(self.entry().and_then(|entry| entry.title.get()))
    }

    /// What kind of document it is.
    #[must_use]
    pub fn kind(&self) -> Option<SourceKind> {
        self.entry().and_then(|entry| entry.kind.value())
    }

    /// Its date, as partial as it is known.
    #[must_use]
    pub fn date(&self) -> Option<PartialDate> {
        self.entry().and_then(|entry| date_of(&entry.date))
    }

    /// Its address in the web.
    #[must_use]
    pub fn address(&self) -> Option<&str> {
        self.entry().and_then(|entry| self.0.optional(&entry.address))
    }

    fn entry(&self) -> Option<&SourceRow> {
        self.0.file().sources.items().get(self.1)
    }
}

/// A pending question about an indicator.
#[derive(Clone)]
pub struct Query(pub(super) ResponseSet, pub(super) usize);

impl Query {
    /// The code of the indicator.
    #[must_use]
    pub fn indicator(&self) -> &str {
        self.0.text(self.entry().and_then(|entry| entry.indicator.get()))
    }

    /// Whom it was put to.
    #[must_use]
    pub fn addressee(&self) -> Option<&str> {
        self.entry().and_then(|entry| self.0.optional(&entry.to))
    }

    /// The question.
    #[must_use]
    pub fn text(&self) -> &str {
        self.0.text(self.entry().and_then(|entry| entry.text.get()))
    }

    /// When it was raised.
    #[must_use]
    pub fn raised(&self) -> Option<PartialDate> {
        self.entry().and_then(|entry| date_of(&entry.raised))
    }

    /// When it was closed; `None` while it is open.
    #[must_use]
    pub fn closed(&self) -> Option<PartialDate> {
        self.entry().and_then(|entry| date_of(&entry.closed))
    }

    /// How it was resolved.
    #[must_use]
    pub fn resolution(&self) -> Option<&str> {
        self.entry().and_then(|entry| self.0.optional(&entry.resolution))
    }

    fn entry(&self) -> Option<&QueryEntry> {
        self.0.file().queries.items().get(self.1)
    }
}

/// What the place decided to do about an indicator.
#[derive(Clone)]
pub struct Priority(pub(super) ResponseSet, pub(super) usize);

impl Priority {
    /// The id by which a later round names it.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.entry().and_then(|entry| self.0.optional(&entry.id))
    }

    /// The code of the indicator.
    #[must_use]
    pub fn indicator(&self) -> &str {
        self.0.text(self.entry().and_then(|entry| entry.indicator.get()))
    }

    /// The action.
    #[must_use]
    pub fn action(&self) -> &str {
        self.0.text(self.entry().and_then(|entry| entry.action.get()))
    }

    /// The office that is responsible.
    #[must_use]
    pub fn responsible(&self) -> Option<&str> {
        self.entry().and_then(|entry| self.0.optional(&entry.responsible))
    }

    /// When it is to be done.
    #[must_use]
    pub fn date(&self) -> Option<PartialDate> {
        self.entry().and_then(|entry| date_of(&entry.date))
    }

    /// How far it was carried out.
    #[must_use]
    pub fn status(&self) -> Option<PriorityStatus> {
        self.entry().and_then(|entry| entry.status.value())
    }

    fn entry(&self) -> Option<&PriorityEntry> {
        self.0.file().priorities.items().get(self.1)
    }
}

/// The act by which the place approved the result.
#[derive(Clone)]
pub struct Approval(pub(super) ResponseSet);

impl Approval {
    /// The body that approved.
    #[must_use]
    pub fn body(&self) -> &str {
        self.0.text(self.entry().and_then(|entry| entry.body.get()))
    }

    /// The act.
    #[must_use]
    pub fn act(&self) -> Option<&str> {
        self.entry().and_then(|entry| self.0.optional(&entry.act))
    }

    /// The date of the act.
    #[must_use]
    pub fn date(&self) -> Option<PartialDate> {
        self.entry().and_then(|entry| date_of(&entry.date))
    }

    fn entry(&self) -> Option<&ApprovalEntry> {
        self.0.file().approval.get()
    }
}
