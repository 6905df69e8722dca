//! The file of a response set: what a place answered in one round.

use super::catalogue::State;
use super::declare::{Holds, Need, member, objects, word_traits, words};
use super::values::{
    Blank, CountryCode, Date, Format, Id, IndicatorCode, LanguageTag, List, Name, OptionId, Period,
    Placed, RespondentId, SourceId, SubdivisionCode, Text, VersionText,
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
        /// It was gathered.
        Collected = "collected",
        /// It was changed in the review.
        Corrected = "corrected",
        /// It was confirmed.
        Validated = "validated",
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
        "format" Required format: Format,
        /// The instrument that is answered.
        "catalogue" Required catalogue: CatalogueReference,
        /// Whether the answers are made up to show something; every profile says so then.
        "illustrative" Optional illustrative: bool,
        /// The language of the place's own words.
        "language" Required language: LanguageTag,
        /// The place that is assessed.
        "place" Required place: PlaceEntry,
        /// The round of assessment.
        "round" Required round: RoundEntry,
        /// What a reader should know about the place and the round.
        "context" Optional context: Text,
        /// The institutions that take part.
        "respondents" Optional respondents: List<RespondentEntry>,
        /// The documents, pages, interviews and visits that answers cite.
        "sources" Optional sources: List<SourceRow>,
        /// The answers, by indicator code.
        "answers" Required answers: Answers,
        /// Pending questions, also on answered indicators.
        "queries" Optional queries: List<QueryEntry>,
        /// What the place decided to do.
        "priorities" Optional priorities: List<PriorityEntry>,
        /// The act by which the place approved the result.
        "approval" Optional approval: ApprovalEntry,
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
        "institution" Expected institution: Text,
        /// Its level of government.
        "level" Expected level: Level,
        /// What it does in this round.
        "role" Expected role: Role,
    }

    /// A document, page, interview or visit that answers cite.
    row SourceRow {
        /// The id by which answers cite it.
        "id" Required id: Id,
        /// Its title.
        "title" Expected title: Text,
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
        "account" Optional account: Text,
        /// An internal remark; it is never rendered.
        "note" Optional note: Text,
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
        "review" Optional review: Review,
        /// Whose competence it is, for what is not a local competence.
        "holder" Optional holder: HolderEntry,
        /// The norm that makes it so.
        "legal_basis" Optional legal_basis: Text,
        /// What exists in the territory, as an option of the question; reported and never scored.
        "in_territory" Optional in_territory: OptionId,
        /// Why it is not applicable here.
        "reason" Optional reason: Text,
        /// Who was asked, for what is unknown.
        "asked" Optional asked: Text,
        /// When they were asked.
        "asked_on" Optional asked_on: Date,
        /// The act that restricts the information.
        "act" Optional act: Text,
    }

    /// Whose competence something is.
    row HolderEntry {
        /// Its level of government.
        "level" Expected level: Level,
        /// The institution.
        "institution" Optional institution: Text,
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
        "to" Optional to: Text,
        /// The question.
        "text" Expected text: Text,
        /// When it was raised.
        "raised" Optional raised: Date,
        /// When it was closed.
        "closed" Optional closed: Date,
        /// How it was resolved.
        "resolution" Optional resolution: Text,
    }

    /// What the place decided to do.
    row PriorityEntry {
        /// The indicator that it is about.
        "indicator" Expected indicator: IndicatorCode,
        /// The action.
        "action" Expected action: Text,
        /// The office that is responsible.
        "responsible" Optional responsible: Text,
        /// When it is to be done.
        "date" Optional date: Date,
        /// How far it was carried out.
        "status" Optional status: PriorityStatus,
    }

    /// The act by which the place approved the result.
    row ApprovalEntry {
        /// The body that approved.
        "body" Expected body: Text,
        /// The act.
        "act" Optional act: Text,
        /// The date of the act.
        "date" Optional date: Date,
    }
}
