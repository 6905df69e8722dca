//! The file of a response set: what a place answered in one round.

mod answers;
mod words;

pub(crate) use self::answers::{AnswerEntry, Answers, EvidenceRow, ResolutionEntry};
pub use self::words::{
    Level, PartlyBecause, PriorityStatus, Responsible, Review, Role, RoundKind, Sector, SourceKind,
    WorkshopKind,
};
use super::declare::objects;
use super::values::{
    CountryCode, Date, Format, Id, IndicatorCode, Institution, LanguageTag, List, Name, Period,
    Phrase, Prose, RespondentId, RoleKey, SourceId, SubdivisionCode, Text, VersionText, Whole,
};
use crate::stage::Stage;

/// A number of people who came to a workshop.
pub(crate) type Heads = Whole<0, 1_000_000>;

/// A number of people who live in a place; no country has more.
pub(crate) type Population = Whole<0, 4_000_000_000>;

objects! {
    /// What a place answered in one round. Persons are never named in it: institution, role and level are enough.
    struct ResponseFile {
        /// The version of this file format: 1.
        "format" Required(Given) format: Format,
        /// The instrument that is answered.
        "catalogue" Required(Given) catalogue: CatalogueReference,
        /// Whether the answers are made up to show something; every profile says so then.
        "illustrative" Optional(Given) illustrative: bool,
        /// The language of the place's own words.
        "language" Required(Given) language: LanguageTag,
        /// The place that is assessed.
        "place" Required place: PlaceEntry,
        /// The round of assessment.
        "round" Required round: RoundEntry,
        /// What a reader should know about the place and the round.
        "context" Optional context: Prose,
        /// How many people live in the place, and from where.
        "demography" Optional(Unasked) demography: Box<DemographyEntry>,
        /// How the answers came about, in numbers of people and without names.
        "process" Optional(Unasked) process: Box<ProcessEntry>,
        /// What acronyms stand for.
        "acronyms" Optional(Unasked) acronyms: Box<List<AcronymRow>>,
        /// The institutions that take part.
        "respondents" Optional respondents: List<RespondentEntry>,
        /// The id of the respondent whose part this is; the whole has none.
        "by" Optional(Internal, Unasked) by: RespondentId,
        /// The documents, pages, interviews and visits that answers cite.
        "sources" Optional sources: List<SourceRow>,
        /// The answers, by indicator code.
        "answers" Required answers: Answers,
        /// Pending questions, also on answered indicators.
        "queries" Optional queries: List<QueryEntry>,
        /// What the place chose to show first.
        "highlights" Optional(Unasked) highlights: Box<HighlightsEntry>,
        /// What the place decided to do.
        "priorities" Optional priorities: List<PriorityEntry>,
        /// The act by which the place approved the result.
        "approval" Optional approval: ApprovalEntry,
        /// Whether the place takes part in the exchange between places.
        "exchange" Optional(Internal, Unasked) exchange: Box<ExchangeEntry>,
    }

    /// The instrument that is answered.
    struct CatalogueReference {
        /// Its name.
        "id" Required id: Name,
        /// Its version.
        "version" Required version: VersionText,
    }

    /// The place that was assessed.
    struct PlaceEntry {
        /// A stable code, such as UN/LOCODE or the national code. In a draft, this and other members
        /// may be empty.
        "code" Required code: Text,
        /// Its name.
        "name" Required name: Text,
        /// Its country in ISO 3166-1, two letters.
        "country" Optional country: CountryCode,
        /// Its subdivision in ISO 3166-2.
        "subdivision" Optional subdivision: SubdivisionCode,
    }

    /// One assessment of one place in one period.
    struct RoundEntry {
        /// The period: a date, or two with a stroke between them.
        "period" Required period: Period,
        /// Baseline or follow-up.
        "kind" Required kind: RoundKind,
        /// How far the assessment has come.
        "stage" Required stage: Stage,
        /// The date to which the information refers.
        "information_as_of" Optional information_as_of: Date,
    }

    /// An institution that took part.
    row RespondentEntry {
        /// The id by which answers name it.
        "id" Required id: Id,
        /// The institution. Never a person.
        "institution" Expected institution: Institution,
        /// Its level of government.
        "level" Expected level: Level,
        /// What it does in this round.
        "role" Expected role: Role,
        /// The roles that it fills: keys of the catalogue's vocabulary `ask`.
        "answers_for" Optional(Unasked) answers_for: Box<List<RoleKey>>,
        /// The ids that it had in the round before.
        "formerly" Optional(Internal, Unasked) formerly: Box<List<Id>>,
    }

    /// A document, page, interview or visit that answers cite.
    row SourceRow {
        /// The id by which answers cite it.
        "id" Required id: Id,
        /// Its title.
        "title" Expected title: Phrase,
        /// What kind of document it is.
        "kind" Expected kind: SourceKind,
        /// Its date.
        "date" Optional date: Date,
        /// Its address in the web.
        "address" Optional address: Text,
    }

    /// A pending question.
    row QueryEntry {
        /// The indicator that it is about.
        "indicator" Expected indicator: IndicatorCode,
        /// Whom it was put to.
        "to" Optional to: Institution,
        /// The question.
        "text" Expected text: Prose,
        /// When it was raised.
        "raised" Optional raised: Date,
        /// When it was closed.
        "closed" Optional closed: Date,
        /// How it was resolved.
        "resolution" Optional resolution: Prose,
    }

    /// What the place decided to do.
    row PriorityEntry {
        /// The id by which a later round names it.
        "id" Optional(Unasked) id: Id,
        /// The indicator that it is about.
        "indicator" Expected indicator: IndicatorCode,
        /// The action.
        "action" Expected action: Prose,
        /// The office that is responsible.
        "responsible" Optional responsible: Institution,
        /// When it is to be done.
        "date" Optional date: Date,
        /// How far it was carried out.
        "status" Optional status: PriorityStatus,
    }

    /// The act by which the place approved the result.
    row ApprovalEntry {
        /// The body that approved.
        "body" Expected body: Institution,
        /// The act.
        "act" Optional act: Phrase,
        /// The date of the act.
        "date" Optional date: Date,
    }

    /// Whether the place takes part in the exchange between places: without it, it is not counted.
    row ExchangeEntry {
        /// Whether the place is counted.
        "take_part" Required take_part: bool,
        /// Whether the place is named to others.
        "be_named" Optional be_named: bool,
        /// The office to which others turn. Never a person.
        "office" Optional office: Institution,
    }

    /// What the place chose to show first.
    row HighlightsEntry {
        /// Codes of indicators: what is well developed.
        "strengths" Optional strengths: List<IndicatorCode>,
        /// Codes of indicators: what can be developed further.
        "openings" Optional openings: List<IndicatorCode>,
    }

    /// An acronym.
    row AcronymRow {
        /// The acronym.
        "acronym" Required acronym: Text,
        /// What it stands for.
        "meaning" Expected meaning: Phrase,
    }

    /// How the answers came about. Persons are never named in it.
    row ProcessEntry {
        /// How they were gathered and reviewed.
        "account" Optional account: Prose,
        /// The workshops, in order.
        "workshops" Optional workshops: List<WorkshopRow>,
    }

    /// A workshop of the round.
    row WorkshopRow {
        /// When it was.
        "date" Expected date: Date,
        /// What it was for.
        "kind" Expected kind: WorkshopKind,
        /// Where it was. Never a person.
        "place" Optional place: Institution,
        /// How many women took part.
        "women" Optional women: Heads,
        /// How many men took part.
        "men" Optional men: Heads,
        /// How many others took part, or people of whom nothing is said.
        "other_or_unsaid" Optional other_or_unsaid: Heads,
        /// How many came from which sector.
        "sectors" Optional sectors: List<SectorRow>,
    }

    /// How many people a sector sent to a workshop.
    row SectorRow {
        /// The sector.
        "sector" Expected sector: Sector,
        /// How many people.
        "participants" Expected participants: Heads,
    }

    /// How many people live in the place, and from where.
    row DemographyEntry {
        /// All who live in the place.
        "population" Optional population: HeadcountEntry,
        /// Those of them who were born in another country.
        "foreign_born" Optional foreign_born: HeadcountEntry,
        /// The countries from which most of them come.
        "origins" Optional origins: List<OriginRow>,
    }

    /// A number of people, and where it is from.
    row HeadcountEntry {
        /// How many people.
        "number" Expected number: Population,
        /// The date to which the number refers.
        "as_of" Optional as_of: Date,
        /// The id of a source of this set.
        "source" Optional source: SourceId,
        /// Where in the source.
        "where" Optional position: Text,
    }

    /// A country from which people come.
    row OriginRow {
        /// The country in ISO 3166-1, two letters.
        "country" Expected country: CountryCode,
        /// How many people.
        "number" Optional number: Population,
        /// The date to which the number refers.
        "as_of" Optional as_of: Date,
        /// The id of a source of this set.
        "source" Optional source: SourceId,
        /// Where in the source.
        "where" Optional position: Text,
    }
}
