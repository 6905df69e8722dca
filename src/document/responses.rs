//! The file of a response set: what a place answered in one round.

use super::catalogue::State;
use super::declare::{Declared as _, Holds, Kind, Need, member, objects, word_traits, words};
use super::values::{
    Blank, CountryCode, Date, Format, Id, IndicatorCode, Institution, LanguageTag, List, Name,
    Note, OptionId, Period, Phrase, Placed, Prose, RespondentId, RoleKey, SourceId,
    SubdivisionCode, Text, VersionText, Whole,
};
use super::{Field, Lift};
use crate::problem::Shape;
use crate::stage::Stage;
use crate::tree::{NodeId, Reader};

/// What was answered: an option, a list of ticked options, or a number. Whether it fits the
/// question is for the catalogue to say.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AnswerValue(pub(crate) NodeId);

impl Lift for AnswerValue {
    const HOLDS: Holds = Holds::Answer;

    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let is_right = match reader.document().shape_of(node) {
            Shape::Text => reader.text(node).is_some(),
            Shape::Number => true,
            Shape::List => {
                // Every item is looked at, also after one that is wrong.
                let items = reader.document().items(node);
                items.filter(|item| reader.text(*item).is_none()).count() == 0
            }
            _ => {
                reader.refuse(Shape::TextListOrNumber, node);
                false
            }
        };
        is_right.then_some(Self(node))
    }
}

/// The entries of an object by indicator code. Duplicates are found when each finds its indicator.
#[derive(Clone, Debug)]
pub(crate) struct Answers {
    node: NodeId,
    /// Each under its key, the indicator's code.
    pub(crate) entries: Vec<(NodeId, Field<AnswerEntry>)>,
}

impl Lift for Answers {
    const HOLDS: Holds = Holds::Answers(&AnswerEntry::HOLDS);

    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        if !reader.expect(Shape::Object, node) {
            return None;
        }
        let mut entries = Vec::with_capacity(reader.document().members(node).count());
        for (key, value) in reader.document().members(node) {
            if reader.key(key).is_some_and(|code| !code.starts_with("x-")) {
                entries.push((key, member(reader, key, value, Need::Optional)));
            }
        }
        Some(Self { node, entries })
    }
}

impl Placed for Answers {
    fn node(&self) -> NodeId {
        self.node
    }
}

/// What institutions answered where their answers differ: each claim is an answer without claims.
#[derive(Clone, Debug)]
pub(crate) struct Claims {
    node: NodeId,
    /// In a box, because an answer cannot contain answers, and because few answers have claims.
    list: Box<List<AnswerEntry>>,
}

impl Claims {
    fn kind() -> &'static Kind {
        AnswerEntry::KIND
    }
}

impl Lift for Claims {
    const HOLDS: Holds = Holds::Nested(Self::kind);

    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        List::lift(reader, node).map(|list| Self { node, list: Box::new(list) })
    }
}

impl Placed for Claims {
    fn node(&self) -> NodeId {
        self.node
    }
}

impl Field<Claims> {
    /// The claims that could be read.
    pub(crate) fn items(&self) -> &[AnswerEntry] {
        self.get().map_or(&[], |claims| claims.list.items())
    }

    /// Whether all claims could be read.
    pub(crate) fn is_whole(&self) -> bool {
        !self.is_broken() && self.get().is_none_or(|claims| claims.list.is_whole())
    }
}

/// A number of people who came to a workshop.
pub(crate) type Heads = Whole<0, 1_000_000>;

/// A number of people who live in a place; no country has more.
pub(crate) type Population = Whole<0, 4_000_000_000>;

word_traits! { Stage, Stage::ALL, "How far an assessment has come.", Blank::Wrong }

words! {
    /// Whether a round is the first of its place.
    enum RoundKind {
        /// The first round, with which later ones are compared.
        Baseline = "baseline",
        /// A later round.
        FollowUp = "follow_up",
    }

    /// A level of government.
    enum Level {
        /// The municipality.
        Municipal = "municipal",
        /// The province or its like.
        Provincial = "provincial",
        /// The State.
        National = "national",
        /// Anything else, such as an international organization or a private body.
        Other = "other",
    }

    /// What an institution does in a round.
    enum Role {
        /// It answers for the whole.
        FocalPoint = "focal_point",
        /// It gives answers.
        Respondent = "respondent",
        /// It reviews answers.
        Reviewer = "reviewer",
    }

    /// Who is responsible for what a question asks about.
    enum Responsible {
        /// Whom the instrument is about, alone.
        Own = "own",
        /// Whom the instrument is about, with others.
        Shared = "shared",
        /// Others.
        Other = "other",
    }

    /// How far an answer was reviewed.
    enum Review {
        /// It was taken over from the round before, and nobody has looked at it yet.
        Carried = "carried",
        /// It was gathered.
        Collected = "collected",
        /// It was changed in the review.
        Corrected = "corrected",
        /// It was confirmed.
        Validated = "validated",
    }

    /// Why an answer is that something is only partly so.
    enum PartlyBecause {
        /// It is no longer in force.
        Expired = "expired",
        /// It is done, and written down nowhere.
        PracticeOnly = "practice_only",
        /// It reaches only some places of the territory.
        SomePlaces = "some_places",
        /// It reaches only some groups of people.
        SomeGroups = "some_groups",
        /// Something is missing that the question asks for.
        LacksElement = "lacks_element",
        /// Somebody else provides it.
        OtherProvider = "other_provider",
        /// It names migration as context, and provides for nothing.
        ContextOnly = "context_only",
    }

    /// What a workshop is for.
    enum WorkshopKind {
        /// To begin the round.
        Launch = "launch",
        /// To gather answers.
        Collection = "collection",
        /// To review the answers.
        Validation = "validation",
        /// Anything else.
        Other = "other",
    }

    /// Where those who come to a workshop belong.
    enum Sector {
        /// The municipality.
        Municipal = "municipal",
        /// The province or its like.
        Provincial = "provincial",
        /// The State.
        National = "national",
        /// Organizations of civil society.
        CivilSociety = "civil_society",
        /// Migrants and their organizations.
        Migrants = "migrants",
        /// Universities and research.
        Academia = "academia",
        /// Companies and their associations.
        Private = "private",
        /// International organizations and cooperation.
        International = "international",
        /// Anything else.
        Other = "other",
    }

    /// What kind of document a source is.
    enum SourceKind {
        /// A law, act, decree or other norm.
        Norm = "norm",
        /// A plan, policy or strategy.
        Plan = "plan",
        /// A budget.
        Budget = "budget",
        /// A report, study or set of data.
        Report = "report",
        /// An agreement or protocol.
        Agreement = "agreement",
        /// A page of the web.
        Web = "web",
        /// An interview.
        Interview = "interview",
        /// A visit.
        Visit = "visit",
        /// Anything else.
        Other = "other",
    }

    /// How far a priority was carried out.
    enum PriorityStatus {
        /// Decided.
        Planned = "planned",
        /// Being carried out.
        UnderWay = "under_way",
        /// Carried out.
        Done = "done",
        /// Given up.
        Dropped = "dropped",
    }
}

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

    /// One indicator's answer, or the state that says why there is none.
    struct AnswerEntry {
        /// What was answered: an option, the ticked options, a number or a text.
        "answer" Optional answer: AnswerValue,
        /// Why there is no answer.
        "state" Optional state: State,
        /// A sentence that a profile may print.
        "account" Optional account: Prose,
        /// Why the answer is that something is only partly so.
        "partly_because" Optional(Unasked) partly_because: Box<List<PartlyBecause>>,
        /// A good practice for others to read of, in a paragraph. That it is there marks it as one.
        "good_practice" Optional(Later) good_practice: Prose,
        /// An internal remark; it is never rendered.
        "note" Optional(Internal) note: Note,
        /// What shows that the answer is right.
        "evidence" Optional evidence: List<EvidenceRow>,
        /// Ids of the respondents who gave the answer.
        "by" Optional by: List<RespondentId>,
        /// Who is responsible for what the question asks about.
        "responsible" Optional responsible: Responsible,
        /// Since when it is in force.
        "in_force_since" Optional in_force_since: Date,
        /// Until when it is in force.
        "in_force_until" Optional in_force_until: Date,
        /// How far the answer was reviewed.
        "review" Optional(Later) review: Review,
        /// Whether it already was so at the baseline, whose answer was mistaken.
        "corrects_baseline" Optional(Unasked) corrects_baseline: bool,
        /// What institutions answered where their answers differ. No profile has it.
        "claims" Optional(Internal, Unasked) claims: Claims,
        /// Who decided between the claims, when and why. No profile has it.
        "resolution" Optional(Internal, Unasked) resolution: Box<ResolutionEntry>,
        /// Whose competence it is, for what is not a local competence.
        "holder" Optional holder: HolderEntry,
        /// The norm that makes it so.
        "legal_basis" Optional legal_basis: Phrase,
        /// What exists in the territory, as an option of the question; reported and never scored.
        "in_territory" Optional in_territory: OptionId,
        /// Why it is not applicable here.
        "reason" Optional reason: Prose,
        /// Who was asked, for what is unknown.
        "asked" Optional asked: Institution,
        /// When they were asked.
        "asked_on" Optional asked_on: Date,
        /// The act that restricts the information.
        "act" Optional act: Phrase,
    }

    /// How the claims of institutions were settled.
    row ResolutionEntry {
        /// Ids of the respondents who decided.
        "by" Expected by: List<RespondentId>,
        /// When they did.
        "date" Expected date: Date,
        /// Why they decided so.
        "reason" Expected reason: Prose,
    }

    /// Whose competence something is.
    row HolderEntry {
        /// Its level of government.
        "level" Expected level: Level,
        /// The institution.
        "institution" Optional institution: Institution,
    }

    /// What shows that an answer is right.
    row EvidenceRow {
        /// The id of a source of this set.
        "source" Optional source: SourceId,
        /// Where in the source.
        "where" Optional position: Text,
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
