//! The profile as JSON: texts in every language of the catalogue, figures exact and written.

use serde::Serialize;
use serde::ser::Serializer;

use super::{Counts, DomainProfile, Finding, Matter, Profile};
use crate::assess::Standing;
use crate::catalogue::{Localized, Minima, Scheme};
use crate::document::catalogue::{Aggregation, AnswerKind, Gaps, State};
use crate::document::responses as file;
use crate::ratio::Ratio;
use crate::responses::{Answer, ResponseSet};
use crate::score::{Figures, Interval, Score, Trace, Withholding};
use crate::stage::Stage;

/// The version of the profile's format.
const FORMAT: u32 = 1;

impl Serialize for Profile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let assessment = self.assessment();
        let catalogue = assessment.catalogue();
        let set = assessment.responses();
        ProfileJson {
            format: FORMAT,
            illustrative: self.is_illustrative(),
            notice: catalogue.notice_text(),
            catalogue: CatalogueJson {
                id: catalogue.id(),
                version: catalogue.version(),
                title: catalogue.title_text(),
            },
            scheme: scheme(self.scheme()),
            language: set.language(),
            place: place(set),
            round: round(set, assessment.stage()),
            context: set.context(),
            respondents: set
                .respondents()
                .map(|respondent| RespondentJson {
                    id: respondent.id().to_owned(),
                    institution: respondent.institution().to_owned(),
                    level: respondent.level(),
                    role: respondent.role(),
                })
                .collect(),
            counts: self.counts(),
            overall: self.overall().map(|overall| figures(overall, self.scheme())),
            domains: self.domains(),
            priorities: set
                .priorities()
                .map(|priority| PriorityJson {
                    indicator: priority.indicator().to_owned(),
                    action: priority.action().to_owned(),
                    responsible: priority.responsible().map(str::to_owned),
                    date: priority.date().map(str::to_owned),
                    status: priority.status(),
                })
                .collect(),
            queries: set
                .queries()
                .map(|query| QueryJson {
                    indicator: query.indicator().to_owned(),
                    to: query.to().map(str::to_owned),
                    text: query.text().to_owned(),
                    closed: query.closed().map(str::to_owned),
                    resolution: query.resolution().map(str::to_owned),
                })
                .collect(),
            sources: set
                .sources()
                .map(|source| SourceJson {
                    id: source.id().to_owned(),
                    title: source.title().to_owned(),
                    kind: source.kind(),
                    date: source.date().map(str::to_owned),
                    address: source.address().map(str::to_owned),
                })
                .collect(),
            approval: set.approval().map(|approval| ApprovalJson {
                body: approval.body().to_owned(),
                act: approval.act().map(str::to_owned),
                date: approval.date().map(str::to_owned),
            }),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
struct ProfileJson<'p> {
    format: u32,
    illustrative: bool,
    notice: &'p Localized,
    catalogue: CatalogueJson<'p>,
    scheme: SchemeJson<'p>,
    language: &'p str,
    place: PlaceJson,
    round: RoundJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    context: Option<&'p str>,
    respondents: Vec<RespondentJson>,
    counts: &'p Counts,
    #[serde(skip_serializing_if = "Option::is_none")]
    overall: Option<FiguresJson>,
    domains: Vec<DomainProfile>,
    priorities: Vec<PriorityJson>,
    queries: Vec<QueryJson>,
    sources: Vec<SourceJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    approval: Option<ApprovalJson>,
}

#[derive(Serialize)]
struct CatalogueJson<'p> {
    id: &'p str,
    version: &'p str,
    title: &'p Localized,
}

#[derive(Serialize)]
struct SchemeJson<'p> {
    id: &'p str,
    title: &'p Localized,
    description: &'p Localized,
    aggregation: Aggregation,
    gaps: Gaps,
    minima: Minima,
    bands: Vec<BandJson<'p>>,
}

#[derive(Serialize)]
struct BandJson<'p> {
    id: &'p str,
    label: &'p Localized,
    from: u8,
}

#[derive(Serialize)]
struct PlaceJson {
    code: String,
    name: String,
    country: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    subdivision: Option<String>,
}

#[derive(Serialize)]
struct RoundJson {
    period: String,
    kind: Option<file::RoundKind>,
    stage: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    information_as_of: Option<String>,
}

#[derive(Serialize)]
struct RespondentJson {
    id: String,
    institution: String,
    level: Option<file::Level>,
    role: Option<file::Role>,
}

#[derive(Serialize)]
struct PriorityJson {
    indicator: String,
    action: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    responsible: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<file::PriorityStatus>,
}

#[derive(Serialize)]
struct QueryJson {
    indicator: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    closed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resolution: Option<String>,
}

#[derive(Serialize)]
struct SourceJson {
    id: String,
    title: String,
    kind: Option<file::SourceKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
}

#[derive(Serialize)]
struct ApprovalJson {
    body: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    act: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
}

impl Serialize for DomainProfile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let scheme = self.profile.scheme();
        let subdomains = self.domain().subdomains().iter();
        DomainJson {
            code: self.code(),
            title: self.domain().title_text(),
            counts: self.counts(),
            figures: figures(self.figures(), scheme),
            subdomains: subdomains
                .map(|subdomain| SubdomainJson {
                    code: subdomain.code(),
                    title: subdomain.title_text(),
                    figures: figures(&self.subdomain_figures(subdomain), scheme),
                })
                .collect(),
            matters: self.matters(),
            trace: self.trace(),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
struct DomainJson<'p> {
    code: &'p str,
    title: &'p Localized,
    counts: &'p Counts,
    figures: FiguresJson,
    subdomains: Vec<SubdomainJson<'p>>,
    matters: Vec<Matter>,
    trace: Trace,
}

#[derive(Serialize)]
struct SubdomainJson<'p> {
    code: &'p str,
    title: &'p Localized,
    figures: FiguresJson,
}

#[derive(Serialize)]
struct FiguresJson {
    score: ScoreJson,
    interval: Option<Interval>,
    possible_bands: Vec<String>,
    coverage: Option<Ratio>,
    reach: Option<Ratio>,
}

/// An object with exactly one of the two members.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum ScoreJson {
    Published { value: Ratio, band: String },
    Withheld { reasons: Vec<Withholding> },
}

fn figures(figures: &Figures, scheme: &Scheme) -> FiguresJson {
    let bands = figures.possible_bands(scheme).iter();
    FiguresJson {
        score: match figures.score() {
            Score::Published { value, band } => {
                ScoreJson::Published { value: *value, band: band.id().to_owned() }
            }
            Score::Withheld { reasons } => ScoreJson::Withheld { reasons: reasons.clone() },
        },
        interval: figures.interval(),
        possible_bands: bands.map(|band| band.id().to_owned()).collect(),
        coverage: figures.coverage(),
        reach: figures.reach(),
    }
}

impl Serialize for Matter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let answer = self.answer();
        let is_checklist = self.indicator().answer_type().kind() == AnswerKind::Checklist;
        MatterJson {
            indicator: self.indicator().code(),
            title: self.indicator().title_text(),
            standing: standing(self.standing()),
            finding: self.finding(),
            level: self
                .level()
                .map(|level| LevelJson { id: level.id(), label: level.label_text() }),
            statement: self.statement_text(),
            first_step: self.first_step_text(),
            answer: answer.as_ref().map(|answer| answer_json(answer, is_checklist)),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
struct MatterJson<'p> {
    indicator: &'p str,
    title: &'p Localized,
    standing: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    finding: Option<Finding>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<LevelJson<'p>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    statement: Option<&'p Localized>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_step: Option<&'p Localized>,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<AnswerJson<'p>>,
}

#[derive(Serialize)]
struct LevelJson<'p> {
    id: &'p str,
    label: &'p Localized,
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Answered { .. } => "answered",
        Standing::Context => "context",
        Standing::NotALocalCompetence => "not_a_local_competence",
        Standing::NotApplicableHere => "not_applicable_here",
        Standing::NotAsked => "not_asked",
        Standing::Unknown => "unknown",
        Standing::Restricted => "restricted",
        Standing::Unanswered => "unanswered",
        Standing::Undecided => "undecided",
    }
}

/// What stands in the response set. The internal note is not part of it.
#[derive(Serialize)]
struct AnswerJson<'p> {
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<ValueJson<'p>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<State>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<&'p str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<EvidenceJson<'p>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    by: Vec<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    responsible: Option<file::Responsible>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_force_since: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_force_until: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<file::Review>,
    #[serde(skip_serializing_if = "Option::is_none")]
    holder: Option<HolderJson<'p>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    legal_basis: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_territory: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    asked: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    asked_on: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    act: Option<&'p str>,
}

/// An answer in the shape that response sets write it in.
#[derive(Serialize)]
#[serde(untagged)]
enum ValueJson<'p> {
    Number(serde_json::Number),
    Ticked(Vec<&'p str>),
    Word(&'p str),
}

#[derive(Serialize)]
struct EvidenceJson<'p> {
    source: &'p str,
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    position: Option<&'p str>,
}

#[derive(Serialize)]
struct HolderJson<'p> {
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<file::Level>,
    #[serde(skip_serializing_if = "Option::is_none")]
    institution: Option<&'p str>,
}

fn answer_json(answer: &Answer, is_checklist: bool) -> AnswerJson<'_> {
    let number = answer.number().and_then(|number| number.parse().ok());
    let value = match number {
        Some(number) => Some(ValueJson::Number(number)),
        None if is_checklist => {
            let ticked: Vec<&str> = answer.options().collect();
            (!ticked.is_empty()).then_some(ValueJson::Ticked(ticked))
        }
        None => answer.options().next().map(ValueJson::Word),
    };
    let evidence = answer.evidence().into_iter();
    AnswerJson {
        answer: value,
        state: answer.state(),
        account: answer.account(),
        evidence: evidence.map(|(source, position)| EvidenceJson { source, position }).collect(),
        by: answer.by(),
        responsible: answer.responsible(),
        in_force_since: answer.in_force_since(),
        in_force_until: answer.in_force_until(),
        review: answer.review(),
        holder: Some(HolderJson { level: answer.holder_level(), institution: answer.holder() })
            .filter(|holder| holder.level.is_some() || holder.institution.is_some()),
        legal_basis: answer.legal_basis(),
        in_territory: answer.in_territory(),
        reason: answer.reason(),
        asked: answer.asked(),
        asked_on: answer.asked_on(),
        act: answer.act(),
    }
}

fn scheme(scheme: &Scheme) -> SchemeJson<'_> {
    let bands = scheme.bands().iter();
    SchemeJson {
        id: scheme.id(),
        title: scheme.title_text(),
        description: scheme.description_text(),
        aggregation: scheme.aggregation(),
        gaps: scheme.gaps(),
        minima: scheme.minima(),
        bands: bands
            .map(|band| BandJson { id: band.id(), label: band.label_text(), from: band.from() })
            .collect(),
    }
}

fn place(set: &ResponseSet) -> PlaceJson {
    let place = set.place();
    PlaceJson {
        code: place.code().to_owned(),
        name: place.name().to_owned(),
        country: place.country().to_owned(),
        subdivision: place.subdivision().map(str::to_owned),
    }
}

fn round(set: &ResponseSet, stage: Stage) -> RoundJson {
    let round = set.round();
    RoundJson {
        period: round.period().to_owned(),
        kind: round.kind(),
        stage: stage.name(),
        information_as_of: round.information_as_of().map(str::to_owned),
    }
}
