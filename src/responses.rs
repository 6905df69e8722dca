//! A response set: what a place answered in one round, as read and not yet checked.

use std::sync::Arc;

use serde::ser::{Serialize, Serializer};

use crate::document::catalogue::State;
use crate::document::responses::{
    AnswerEntry, PlaceEntry, ResponseFile, Responsible, Review, RoundEntry,
};
use crate::document::values::{Date, Placed};
use crate::document::{Field, responses as file};
use crate::problem::{Code, Report};
use crate::stage::Stage;
use crate::tree::{Document, Lift as _, Limits, Mark, NodeId, Problems, Reader, parse};

/// What a place answered in one round, as read: not yet checked against a catalogue.
///
/// Cheap to clone. It keeps the document as it was read, so that printing it again loses nothing:
/// it serializes to the same members in the same order.
///
/// # Example
///
/// ```
/// use mgi::{Catalogue, ResponseSet};
///
/// let bytes = include_bytes!("../indicators/samples/la-chorrera-2021.json");
/// let set = ResponseSet::from_json(bytes)?;
/// assert!(set.is_illustrative());
/// assert_eq!(set.place().name(), "La Chorrera");
/// let assessment = Catalogue::local().assess(&set)?;
/// # Ok::<(), mgi::Report>(())
/// ```
#[derive(Clone, Debug)]
pub struct ResponseSet(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    document: Arc<Document>,
    file: ResponseFile,
    /// What is wrong with the shape of the document.
    problems: Problems,
}

impl ResponseSet {
    /// Reads a response set.
    ///
    /// Whatever can be read is kept: mistakes of shape are reported by
    /// [`Catalogue::assess`](crate::Catalogue::assess) together with mistakes of meaning.
    ///
    /// # Errors
    ///
    /// A [`Report`] when there is no JSON object to read: the bytes are not UTF-8 or not JSON, are
    /// beyond a limit, or hold another type of JSON.
    pub fn from_json(bytes: impl AsRef<[u8]>) -> Result<Self, Report> {
        Self::from_json_within(&Limits::default(), "responses.json", bytes)
    }

    /// [`ResponseSet::from_json`] with limits, and with the name that problems give the document.
    ///
    /// # Errors
    ///
    /// As for [`ResponseSet::from_json`].
    pub fn from_json_within(
        limits: &Limits,
        name: &str,
        bytes: impl AsRef<[u8]>,
    ) -> Result<Self, Report> {
        let (document, marked) = parse(&Arc::from(name), bytes.as_ref(), limits)
            .map_err(|error| Report::of_one(*error))?;
        let document = Arc::new(document);
        let mut problems = Problems::up_to(limits.problems);
        if marked {
            problems.push(Code::ByteOrderMark, Mark { document: 0, node: NodeId::ROOT });
        }
        let mut reader = Reader::new(&document, 0, limits, &mut problems);
        if let Some(file) = ResponseFile::lift(&mut reader, NodeId::ROOT) {
            return Ok(Self(Arc::new(Inner { document, file, problems })));
        }
        let problems = problems.located(&[document], Stage::Final);
        #[expect(clippy::expect_used, reason = "INVARIANT: what cannot be read leaves an error")]
        Err(Report::of(problems).expect_err("the document is no object, and that is an error"))
    }

    /// The id of the catalogue that it answers.
    #[must_use]
    pub fn catalogue_id(&self) -> &str {
        let reference = self.0.file.catalogue.get();
        self.text(reference.and_then(|reference| reference.id.get()))
    }

    /// The version of the catalogue that it answers.
    #[must_use]
    pub fn catalogue_version(&self) -> &str {
        let reference = self.0.file.catalogue.get();
        self.text(reference.and_then(|reference| reference.version.get()))
    }

    /// Whether the answers are made up to show something.
    #[must_use]
    pub fn is_illustrative(&self) -> bool {
        // A mark that could not be read is taken for one: nothing illustrative passes for real.
        match &self.0.file.illustrative {
            Field::Absent => false,
            Field::Broken => true,
            Field::Present(is_illustrative) => *is_illustrative,
        }
    }

    /// The language of the place's own words, as a BCP 47 tag.
    #[must_use]
    pub fn language(&self) -> &str {
        self.text(self.0.file.language.get())
    }

    /// What a reader should know about the place and the round.
    #[must_use]
    pub fn context(&self) -> Option<&str> {
        self.optional(&self.0.file.context)
    }

    /// The place.
    #[must_use]
    pub fn place(&self) -> Place {
        Place(self.clone())
    }

    /// The round.
    #[must_use]
    pub fn round(&self) -> Round {
        Round(self.clone())
    }

    /// How far the assessment has come; draft where the document does not say.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.0.file.round.get().and_then(|round| round.stage.value()).unwrap_or(Stage::Draft)
    }

    /// The institutions that take part.
    pub fn respondents(&self) -> impl Iterator<Item = Respondent> {
        handles(self, self.0.file.respondents.items().len(), Respondent)
    }

    /// The documents, pages, interviews and visits that answers cite.
    pub fn sources(&self) -> impl Iterator<Item = CitedSource> {
        handles(self, self.0.file.sources.items().len(), CitedSource)
    }

    /// The pending questions.
    pub fn queries(&self) -> impl Iterator<Item = Query> {
        handles(self, self.0.file.queries.items().len(), Query)
    }

    /// What the place decided to do.
    pub fn priorities(&self) -> impl Iterator<Item = Priority> {
        handles(self, self.0.file.priorities.items().len(), Priority)
    }

    /// The act by which the place approved the result.
    #[must_use]
    pub fn approval(&self) -> Option<Approval> {
        self.0.file.approval.get().map(|_| Approval(self.clone()))
    }

    pub(crate) fn file(&self) -> &ResponseFile {
        &self.0.file
    }

    pub(crate) fn document(&self) -> &Arc<Document> {
        &self.0.document
    }

    pub(crate) fn problems(&self) -> &Problems {
        &self.0.problems
    }

    pub(crate) fn answer(&self, slot: u32) -> Option<&AnswerEntry> {
        let slot = usize::try_from(slot).ok()?;
        self.0.file.answers.get()?.entries.get(slot)?.entry.as_ref()
    }

    fn text<T: Placed>(&self, value: Option<&T>) -> &str {
        value.map_or("", |value| self.0.document.text_of(value.node()))
    }

    pub(crate) fn optional<T: Placed>(&self, field: &Field<T>) -> Option<&str> {
        field.get().map(|value| self.0.document.text_of(value.node()))
    }

    fn date(&self, field: &Field<Date>) -> Option<&str> {
        field.get().map(|date| self.0.document.text_of(date.node))
    }
}

impl Serialize for ResponseSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.document.printed(NodeId::ROOT).serialize(serializer)
    }
}

fn handles<H>(
    set: &ResponseSet,
    count: usize,
    handle: fn(ResponseSet, usize) -> H,
) -> impl Iterator<Item = H> {
    (0..count).map(move |index| handle(set.clone(), index))
}

/// The place that is assessed: a municipality, or a country for an instrument of States.
#[derive(Clone, Debug)]
pub struct Place(ResponseSet);

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

    /// Its country in ISO 3166-1, two letters.
    #[must_use]
    pub fn country(&self) -> &str {
        self.0.text(self.entry().and_then(|place| place.country.get()))
    }

    /// Its subdivision in ISO 3166-2.
    #[must_use]
    pub fn subdivision(&self) -> Option<&str> {
        self.entry().and_then(|place| self.0.optional(&place.subdivision))
    }

    fn entry(&self) -> Option<&PlaceEntry> {
        self.0.0.file.place.get()
    }
}

/// One assessment of one place in one period.
#[derive(Clone, Debug)]
pub struct Round(ResponseSet);

impl Round {
    /// The period: a date, or two with a stroke between them.
    #[must_use]
    pub fn period(&self) -> &str {
        self.0.text(self.entry().and_then(|round| round.period.get()))
    }

    /// Baseline or follow-up.
    #[must_use]
    pub fn kind(&self) -> Option<file::RoundKind> {
        self.entry().and_then(|round| round.kind.value())
    }

    /// The date to which the information refers.
    #[must_use]
    pub fn information_as_of(&self) -> Option<&str> {
        self.entry().and_then(|round| self.0.date(&round.information_as_of))
    }

    fn entry(&self) -> Option<&RoundEntry> {
        self.0.0.file.round.get()
    }
}

/// An institution that takes part in a round.
#[derive(Clone, Debug)]
pub struct Respondent(ResponseSet, usize);

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
    pub fn level(&self) -> Option<file::Level> {
        self.entry().and_then(|entry| entry.level.value())
    }

    /// What it does in this round.
    #[must_use]
    pub fn role(&self) -> Option<file::Role> {
        self.entry().and_then(|entry| entry.role.value())
    }

    fn entry(&self) -> Option<&file::RespondentEntry> {
        self.0.0.file.respondents.items().get(self.1)
    }
}

/// A document, page, interview or visit that answers cite.
#[derive(Clone, Debug)]
pub struct CitedSource(ResponseSet, usize);

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
    pub fn kind(&self) -> Option<file::SourceKind> {
        self.entry().and_then(|entry| entry.kind.value())
    }

    /// Its date, as partial as it is known.
    #[must_use]
    pub fn date(&self) -> Option<&str> {
        self.entry().and_then(|entry| self.0.date(&entry.date))
    }

    /// Its address in the web.
    #[must_use]
    pub fn address(&self) -> Option<&str> {
        self.entry().and_then(|entry| self.0.optional(&entry.address))
    }

    fn entry(&self) -> Option<&file::SourceRow> {
        self.0.0.file.sources.items().get(self.1)
    }
}

/// A pending question about an indicator.
#[derive(Clone, Debug)]
pub struct Query(ResponseSet, usize);

impl Query {
    /// The code of the indicator.
    #[must_use]
    pub fn indicator(&self) -> &str {
        self.0.text(self.entry().and_then(|entry| entry.indicator.get()))
    }

    /// Whom it was put to.
    #[must_use]
    pub fn to(&self) -> Option<&str> {
        self.entry().and_then(|entry| self.0.optional(&entry.to))
    }

    /// The question.
    #[must_use]
    pub fn text(&self) -> &str {
        self.0.text(self.entry().and_then(|entry| entry.text.get()))
    }

    /// When it was closed; nothing while it is open.
    #[must_use]
    pub fn closed(&self) -> Option<&str> {
        self.entry().and_then(|entry| self.0.date(&entry.closed))
    }

    /// How it was resolved.
    #[must_use]
    pub fn resolution(&self) -> Option<&str> {
        self.entry().and_then(|entry| self.0.optional(&entry.resolution))
    }

    fn entry(&self) -> Option<&file::QueryEntry> {
        self.0.0.file.queries.items().get(self.1)
    }
}

/// What the place decided to do about an indicator.
#[derive(Clone, Debug)]
pub struct Priority(ResponseSet, usize);

impl Priority {
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
    pub fn date(&self) -> Option<&str> {
        self.entry().and_then(|entry| self.0.date(&entry.date))
    }

    /// How far it was carried out.
    #[must_use]
    pub fn status(&self) -> Option<file::PriorityStatus> {
        self.entry().and_then(|entry| entry.status.value())
    }

    fn entry(&self) -> Option<&file::PriorityEntry> {
        self.0.0.file.priorities.items().get(self.1)
    }
}

/// The act by which the place approved the result.
#[derive(Clone, Debug)]
pub struct Approval(ResponseSet);

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
    pub fn date(&self) -> Option<&str> {
        self.entry().and_then(|entry| self.0.date(&entry.date))
    }

    fn entry(&self) -> Option<&file::ApprovalEntry> {
        self.0.0.file.approval.get()
    }
}

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
        rows.each(document, |row| {
            if let Some(source) = row.source.get() {
                let position = row.position.get().map(|position| document.text_of(position.node()));
                evidence.push((document.text_of(source.node()), position));
            }
        });
        evidence
    }

    /// The ids of the respondents who gave the answer.
    #[must_use]
    pub fn by(&self) -> Vec<&str> {
        let mut by = Vec::new();
        if let Some(rows) = self.entry().and_then(|entry| entry.by.get()) {
            rows.each(self.set.document(), |id| by.push(self.set.document().text_of(id.node())));
        }
        by
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
        self.set.answer(self.slot)
    }

    fn optional<T: Placed>(&self, field: impl FnOnce(&AnswerEntry) -> &Field<T>) -> Option<&str> {
        self.entry().and_then(|entry| self.set.optional(field(entry)))
    }
}
