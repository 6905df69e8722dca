//! The profile as JSON: texts in every language of the catalogue, figures exact and written.

mod written;

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use serde::ser::Serializer;

use self::written::{
    AnswerJson, ApprovalJson, BandJson, CatalogueJson, DomainJson, EvidenceJson, FiguresJson,
    HolderJson, LevelJson, MatterJson, PlaceJson, PriorityJson, ProfileJson, QueryJson,
    RespondentJson, RoundJson, SchemeJson, ScoreJson, SourceJson, StandingJson, SubdomainJson,
    ValueJson,
};
use super::{DomainProfile, Matter, Profile, SubdomainProfile};
use crate::catalogue::Scheme;
use crate::document::catalogue::AnswerKind;
use crate::responses::{Answer, ResponseSet};
use crate::score::{Figures, Score};
use crate::stage::Stage;
use crate::standing::Standing;

/// Gives a type the schema of what it is written as.
macro_rules! written_as {
    ($($type:ty => $written:ty;)+) => {$(
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                <$written>::schema_name()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                <$written>::json_schema(generator)
            }
        }
    )+};
}

written_as! {
    Profile => ProfileJson<'_>;
    DomainProfile => DomainJson<'_>;
    Matter => MatterJson<'_>;
}

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

impl Serialize for DomainProfile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let scheme = self.profile().scheme();
        let subdomains = self.subdomains();
        let matters = subdomains.iter().flat_map(SubdomainProfile::matters).collect();
        DomainJson {
            code: self.code(),
            title: self.domain().title_text(),
            counts: self.counts(),
            figures: figures(self.figures(), scheme),
            subdomains: subdomains
                .iter()
                .map(|subdomain| SubdomainJson {
                    code: subdomain.code(),
                    title: subdomain.subdomain().title_text(),
                    figures: figures(&subdomain.figures(), scheme),
                })
                .collect(),
            matters,
            trace: self.trace(),
        }
        .serialize(serializer)
    }
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

fn standing(standing: Standing) -> StandingJson {
    match standing {
        Standing::Answered => StandingJson::Answered,
        Standing::Context => StandingJson::Context,
        Standing::NotALocalCompetence => StandingJson::NotALocalCompetence,
        Standing::NotApplicableHere => StandingJson::NotApplicableHere,
        Standing::NotAsked => StandingJson::NotAsked,
        Standing::Unknown => StandingJson::Unknown,
        Standing::Restricted => StandingJson::Restricted,
        Standing::Unanswered => StandingJson::Unanswered,
        Standing::Undecided => StandingJson::Undecided,
    }
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
            .map(|band| BandJson {
                id: band.id(),
                label: band.label_text(),
                from: band.begins_at(),
            })
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
