use super::{ResponseSet, date_of};
use crate::date::PartialDate;
use crate::document::Field;
use crate::document::catalogue::{AnswerKind, State};
use crate::document::responses::{
    AnswerEntry, EvidenceRow, Level, PartlyBecause, ResolutionEntry, Responsible, Review,
};
use crate::document::values::Placed;
use crate::problem::Shape;
use crate::tree::NodeId;

/// What a response set says about one indicator, in the place's own words.
///
/// At most one of [`chosen`](Self::chosen), [`ticked`](Self::ticked), [`number`](Self::number) and
/// [`text`](Self::text) has something. A file writes an option and a free text alike, so that only
/// the answer type of the indicator tells which it is. An answer from
/// [`Assessment::answer`](crate::Assessment::answer) or [`Matter::answer`](crate::profile::Matter::answer)
/// knows its indicator. One from [`ResponseSet::answer`] says what the file says: there, an option
/// that was chosen is a text too.
///
/// # Example
///
/// ```
/// use mgi::{Catalogue, ResponseSet};
///
/// let set = ResponseSet::from_json(include_bytes!("../../indicators/samples/la-chorrera-2021.json"))?;
/// let assessment = Catalogue::local().assess(&set)?;
/// let answer = assessment.answer("MR02").unwrap();
/// assert_eq!((answer.chosen(), answer.text()), (Some("partly"), None));
/// let cited: Vec<String> = answer.evidence().map(|row| row.source().to_owned()).collect();
/// assert_eq!(cited, ["s08"]);
/// # Ok::<(), mgi::Report>(())
/// ```
#[derive(Clone)]
pub struct Answer {
    set: ResponseSet,
    slot: u32,
    /// Which of the claims in the slot it is, if it is one.
    claim: Option<usize>,
    /// How the indicator is answered, where it is known.
    kind: Option<AnswerKind>,
}

impl Answer {
    /// The answer in this slot to an indicator that is answered so.
    pub(crate) fn new(set: &ResponseSet, slot: u32, kind: AnswerKind) -> Self {
        Self { set: set.clone(), slot, claim: None, kind: Some(kind) }
    }

    /// The answer in this slot, whatever its indicator.
    pub(crate) fn unchecked(set: &ResponseSet, slot: u32) -> Self {
        Self { set: set.clone(), slot, claim: None, kind: None }
    }

    /// The code of the indicator.
    #[must_use]
    pub fn indicator(&self) -> &str {
        self.set.key(self.slot).map_or("", |key| self.set.document().text_of(key))
    }

    /// The id of the option that was chosen, for an indicator with options of which one is chosen.
    #[must_use]
    pub fn chosen(&self) -> Option<&str> {
        self.value(AnswerKind::Choice).map(|node| self.set.document().text_of(node))
    }

    /// The ids of the options that were ticked, for a checklist;
    /// [`NONE_OF_THESE`](crate::catalogue::NONE_OF_THESE) is one of them.
    pub fn ticked(&self) -> impl Iterator<Item = &str> {
        let document = self.set.document();
        let ticked = self.value(AnswerKind::Checklist).map(|node| document.items(node));
        ticked.into_iter().flatten().map(|node| document.text_of(node))
    }

    /// The number that was answered, as the shortest decimal, for an indicator that asks for one.
    #[must_use]
    pub fn number(&self) -> Option<String> {
        self.set.document().number_of(self.value(AnswerKind::Number)?)
    }

    /// The text that was answered, for an indicator that asks for one. Where the indicator is not
    /// known, an option that was chosen is a text too.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.value(AnswerKind::Text).map(|node| self.set.document().text_of(node))
    }

    /// Why there is no answer.
    #[must_use]
    pub fn state(&self) -> Option<State> {
        self.entry()?.state.value()
    }

    /// The sentence that a profile may print.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        self.optional(|entry| &entry.account)
    }

    /// Why the answer is that something is only partly so, in the order of the document.
    pub fn partly_because(&self) -> impl Iterator<Item = PartlyBecause> {
        let reasons = self.entry().map_or(&[][..], |entry| entry.partly_because.items());
        reasons.iter().copied()
    }

    /// A good practice for others to read of. That it is there marks the answer as one.
    #[must_use]
    pub fn good_practice(&self) -> Option<&str> {
        self.optional(|entry| &entry.good_practice)
    }

    /// What shows that the answer is right. Rows that name no source, as drafts may have them, are
    /// left out.
    pub fn evidence(&self) -> impl Iterator<Item = Evidence> {
        let rows = self.entry().map_or(&[][..], |entry| entry.evidence.items());
        let rows = rows.iter().enumerate().filter(|(_, row)| row.source.get().is_some());
        rows.map(|(row, _)| Evidence { answer: self.clone(), row })
    }

    /// The ids of the respondents who gave the answer.
    pub fn respondents(&self) -> impl Iterator<Item = &str> {
        let ids = self.entry().map_or(&[][..], |entry| entry.by.items());
        ids.iter().map(|id| self.set.document().text_of(id.node()))
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

    /// Whether it already was so at the baseline, whose answer was mistaken.
    #[must_use]
    pub fn corrects_baseline(&self) -> bool {
        self.entry().and_then(|entry| entry.corrects_baseline.value()).unwrap_or(false)
    }

    /// What institutions answered where their answers differ, in the order of the document. A claim
    /// is an answer to the same indicator, and has no claims itself. No profile has claims.
    ///
    /// ```
    /// let set = mgi::ResponseSet::from_json(r#"{"answers": {"MR09": {"claims": [
    ///     {"by": ["municipality"], "answer": "none"},
    ///     {"by": ["housing"], "answer": "regular_only"}]}}}"#)?;
    /// let claims = set.answer("MR09").unwrap().claims();
    /// assert_eq!(claims[1].respondents().next(), Some("housing"));
    /// # Ok::<(), mgi::Report>(())
    /// ```
    #[must_use]
    pub fn claims(&self) -> Vec<Self> {
        if self.claim.is_some() {
            return Vec::new();
        }
        let count = self.entry().map_or(0, |entry| entry.claims.items().len());
        (0..count).map(|claim| Self { claim: Some(claim), ..self.clone() }).collect()
    }

    /// How the claims were settled. No profile has it.
    #[must_use]
    pub fn resolution(&self) -> Option<Resolution> {
        self.entry()?.resolution.get()?;
        Some(Resolution(self.clone()))
    }

    /// Since when it is in force.
    #[must_use]
    pub fn in_force_since(&self) -> Option<PartialDate> {
        date_of(&self.entry()?.in_force_since)
    }

    /// Until when it is in force.
    #[must_use]
    pub fn in_force_until(&self) -> Option<PartialDate> {
        date_of(&self.entry()?.in_force_until)
    }

    /// The level of government whose competence it is, for what is not a local competence.
    #[must_use]
    pub fn holder_level(&self) -> Option<Level> {
        self.entry()?.holder.get()?.level.value()
    }

    /// The institution whose competence it is, for what is not a local competence.
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

    /// What exists in the territory although it is not a local competence, as the id of an option.
    #[must_use]
    pub fn in_territory(&self) -> Option<&str> {
        self.optional(|entry| &entry.in_territory)
    }

    /// Why it is not applicable here.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.optional(|entry| &entry.reason)
    }

    /// Who was asked, for what is unknown.
    #[must_use]
    pub fn asked(&self) -> Option<&str> {
        self.optional(|entry| &entry.asked)
    }

    /// When they were asked.
    #[must_use]
    pub fn asked_on(&self) -> Option<PartialDate> {
        date_of(&self.entry()?.asked_on)
    }

    /// The act that restricts the information.
    #[must_use]
    pub fn act(&self) -> Option<&str> {
        self.optional(|entry| &entry.act)
    }

    pub(crate) fn entry(&self) -> Option<&AnswerEntry> {
        let entry = self.set.entry(self.slot)?;
        match self.claim {
            None => Some(entry),
            Some(claim) => entry.claims.items().get(claim),
        }
    }

    /// The node of what was answered, if it answers an indicator of this kind.
    fn value(&self, kind: AnswerKind) -> Option<NodeId> {
        let node = self.entry()?.answer.get()?.0;
        let own = self.kind.unwrap_or_else(|| match self.set.document().shape_of(node) {
            Shape::List => AnswerKind::Checklist,
            Shape::Number => AnswerKind::Number,
            _ => AnswerKind::Text,
        });
        (own == kind).then_some(node)
    }

    fn optional<T: Placed>(&self, field: impl FnOnce(&AnswerEntry) -> &Field<T>) -> Option<&str> {
        self.entry().and_then(|entry| self.set.optional(field(entry)))
    }
}

/// How the claims of institutions were settled.
#[derive(Clone)]
pub struct Resolution(Answer);

impl Resolution {
    /// The ids of the respondents who decided.
    pub fn respondents(&self) -> impl Iterator<Item = &str> {
        let ids = self.entry().map_or(&[][..], |entry| entry.by.items());
        ids.iter().map(|id| self.0.set.document().text_of(id.node()))
    }

    /// When they did.
    #[must_use]
    pub fn date(&self) -> Option<PartialDate> {
        self.entry().and_then(|entry| date_of(&entry.date))
    }

    /// Why they decided so.
    #[must_use]
    pub fn reason(&self) -> &str {
        self.0.set.text(self.entry().and_then(|entry| entry.reason.get()))
    }

    fn entry(&self) -> Option<&ResolutionEntry> {
        self.0.entry()?.resolution.get().map(AsRef::as_ref)
    }
}

/// A citation that shows that an answer is right.
#[derive(Clone)]
pub struct Evidence {
    answer: Answer,
    row: usize,
}

impl Evidence {
    /// The id of the source, see [`ResponseSet::source`].
    #[must_use]
    pub fn source(&self) -> &str {
        self.answer.set.text(self.row().and_then(|row| row.source.get()))
    }

    /// Where in the source.
    #[must_use]
    pub fn position(&self) -> Option<&str> {
        self.row().and_then(|row| self.answer.set.optional(&row.position))
    }

    fn row(&self) -> Option<&EvidenceRow> {
        self.answer.entry()?.evidence.items().get(self.row)
    }
}
