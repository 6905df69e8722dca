//! A response set: what a place answered in one round, as read and not yet checked.

mod answer;
mod around;
mod debug;
mod tables;

use std::sync::Arc;

use serde::ser::{Serialize, Serializer};

pub use self::answer::{Answer, Evidence, Resolution};
pub use self::around::{
    Acronym, Demography, Exchange, Headcount, Highlights, Origin, Process, Workshop, WorkshopSector,
};
pub use self::tables::{Approval, CitedSource, Place, Priority, Query, Respondent, Round};
pub use crate::date::{PartialDate, Period};
use crate::document::responses::{AnswerEntry, ResponseFile};
pub use crate::document::responses::{
    Level, PartlyBecause, PriorityStatus, Responsible, Review, Role, RoundKind, Sector, SourceKind,
    WorkshopKind,
};
use crate::document::values::{Date, Placed};
use crate::document::{Field, Lift as _};
use crate::problem::{Code, Report};
use crate::stage::Stage;
use crate::tree::{Composed, Document, Input, Limits, Mark, NodeId, Problems, Reader};

/// What a place answered in one round, as read: not yet checked against a catalogue.
///
/// Cheap to clone. It keeps the document as it was read, so that printing it again loses nothing:
/// it serializes to the same members in the same order. Two sets are equal if they say the same,
/// whatever the order of their members and however they write their numbers.
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
#[derive(Clone)]
pub struct ResponseSet(Arc<Inner>);

struct Inner {
    document: Arc<Document>,
    file: ResponseFile,
    /// What is wrong with the shape of the document.
    problems: Problems,
    /// Within which it was read.
    limits: Limits,
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
    ///
    /// # Example
    ///
    /// ```
    /// use mgi::{Input, ResponseSet};
    ///
    /// // Problems call the document by the name that it is given; otherwise `responses.json`.
    /// let report = ResponseSet::from_json(Input::new("health.json", "[]")).unwrap_err();
    /// assert_eq!(report.problems()[0].document(), "health.json");
    /// ```
    pub fn from_json<'b, D: Into<Input<'b>>>(input: D) -> Result<Self, Report> {
        let (name, bytes, limits) = input.into().into_parts("responses.json");
        let document =
            Document::read(&name, bytes, &limits).map_err(|error| Report::of_one(*error))?;
        let document = Arc::new(document);
        let mut problems = Problems::up_to(limits.max_problems());
        if document.has_byte_order_mark() {
            problems.push(Code::ByteOrderMark, Mark { document: 0, node: NodeId::ROOT });
        }
        let mut reader = Reader::new(&document, 0, &limits, &mut problems);
        if let Some(file) = ResponseFile::lift(&mut reader, NodeId::ROOT) {
            return Ok(Self(Arc::new(Inner { document, file, problems, limits })));
        }
        let problems = problems.located(&[document], Stage::Final);
        #[expect(clippy::expect_used, reason = "INVARIANT: what cannot be read leaves an error")]
        Err(Report::of(problems).expect_err("the document is no object, and that is an error"))
    }

    /// A set that was composed, read like any other.
    pub(crate) fn composed(
        limits: &Limits,
        name: &str,
        composed: &Composed,
    ) -> Result<Self, Report> {
        Self::from_json(Input::new(name, composed.to_json()).limits(*limits))
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

    /// What a reader should know about the place and the round. It cites a source by its id in
    /// brackets, as in `[s01]`.
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

    /// The answers as they were read, in the order of the document, each with the key under which
    /// it is. Nobody has checked that the key is the code of an indicator, or that it is unique.
    pub fn answers(&self) -> impl Iterator<Item = (&str, Answer)> {
        self.keys().zip(0..).map(|(key, slot)| (key, Answer::unchecked(self, slot)))
    }

    /// The first answer under this key, which is the code of an indicator.
    #[must_use]
    pub fn answer(&self, code: &str) -> Option<Answer> {
        let (_, slot) = self.keys().zip(0..).find(|(key, _)| *key == code)?;
        Some(Answer::unchecked(self, slot))
    }

    fn keys(&self) -> impl Iterator<Item = &str> {
        let answers = self.0.file.answers.get().into_iter();
        answers.flat_map(|answers| &answers.entries).map(|(key, _)| self.0.document.text_of(*key))
    }

    /// The institutions that take part.
    pub fn respondents(&self) -> impl Iterator<Item = Respondent> {
        handles(self, self.0.file.respondents.items().len(), Respondent)
    }

    /// The documents, pages, interviews and visits that answers cite.
    pub fn sources(&self) -> impl Iterator<Item = CitedSource> {
        handles(self, self.0.file.sources.items().len(), CitedSource)
    }

    /// The institution with this id.
    #[must_use]
    pub fn respondent(&self, id: &str) -> Option<Respondent> {
        self.respondents().find(|respondent| respondent.id() == id)
    }

    /// The document, page, interview or visit with this id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<CitedSource> {
        self.sources().find(|source| source.id() == id)
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

    /// The id of the respondent whose part this is; `None` for the answers of the whole place.
    #[must_use]
    pub fn part_of(&self) -> Option<&str> {
        self.optional(&self.0.file.by)
    }

    /// What acronyms stand for.
    pub fn acronyms(&self) -> impl Iterator<Item = Acronym> {
        handles(self, self.0.file.acronyms.items().len(), Acronym)
    }

    /// How many people live in the place, and from where.
    #[must_use]
    pub fn demography(&self) -> Option<Demography> {
        self.0.file.demography.get().map(|_| Demography(self.clone()))
    }

    /// How the answers came about.
    #[must_use]
    pub fn process(&self) -> Option<Process> {
        self.0.file.process.get().map(|_| Process(self.clone()))
    }

    /// What the place chose to show first.
    #[must_use]
    pub fn highlights(&self) -> Option<Highlights> {
        self.0.file.highlights.get().map(|_| Highlights(self.clone()))
    }

    /// Whether and how the place takes part in the exchange between places. Without it, the place
    /// is neither counted nor named.
    #[must_use]
    pub fn exchange(&self) -> Option<Exchange> {
        self.0.file.exchange.get().map(|_| Exchange(self.clone()))
    }

    pub(crate) fn file(&self) -> &ResponseFile {
        &self.0.file
    }

    pub(crate) fn document(&self) -> &Arc<Document> {
        &self.0.document
    }

    pub(crate) fn limits(&self) -> &Limits {
        &self.0.limits
    }

    pub(crate) fn problems(&self) -> &Problems {
        &self.0.problems
    }

    /// The answer in this slot: the place of an entry among all.
    pub(crate) fn entry(&self, slot: u32) -> Option<&AnswerEntry> {
        let slot = usize::try_from(slot).ok()?;
        self.0.file.answers.get()?.entries.get(slot)?.1.get()
    }

    fn key(&self, slot: u32) -> Option<NodeId> {
        let slot = usize::try_from(slot).ok()?;
        self.0.file.answers.get()?.entries.get(slot).map(|(key, _)| *key)
    }

    fn text<T: Placed>(&self, value: Option<&T>) -> &str {
        value.map_or("", |value| self.0.document.text_of(value.node()))
    }

    pub(crate) fn optional<T: Placed>(&self, field: &Field<T>) -> Option<&str> {
        field.get().map(|value| self.0.document.text_of(value.node()))
    }
}

impl PartialEq for ResponseSet {
    fn eq(&self, other: &Self) -> bool {
        self.0.document.says_the_same(NodeId::ROOT, &other.0.document, NodeId::ROOT)
    }
}

impl Eq for ResponseSet {}

impl Serialize for ResponseSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.document.printed(NodeId::ROOT).serialize(serializer)
    }
}

fn date_of(field: &Field<Date>) -> Option<PartialDate> {
    field.get().map(|date| date.date)
}

fn handles<H>(
    set: &ResponseSet,
    count: usize,
    handle: fn(ResponseSet, usize) -> H,
) -> impl Iterator<Item = H> {
    (0..count).map(move |index| handle(set.clone(), index))
}
