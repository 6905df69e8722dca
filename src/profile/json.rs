//! The profile as JSON: texts in every language of the catalogue, figures exact and written.

mod declared;
mod schemas;
mod written;

use serde::Serialize;
use serde::ser::Serializer;

use self::declared::AsDeclared;
pub(crate) use self::written::ProfileJson;
use self::written::{
    BandJson, CatalogueJson, DomainJson, FiguresJson, LevelJson, MatterJson, RoundJson, SchemeJson,
    ScoreJson, StandingJson, SubdomainJson, Sum, TraceJson, TraceRowJson,
};
use super::{DomainProfile, Matter, Profile};
use crate::catalogue::Scheme;
use crate::document::Field;
use crate::document::declare::Declared;
use crate::document::values::Placed;
use crate::responses::ResponseSet;
use crate::score::{Figures, Score, Trace};
use crate::stage::Stage;
use crate::standing::Standing;

/// The version of the profile's format.
const FORMAT: u32 = 1;

impl Serialize for Profile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let assessment = self.assessment();
        let catalogue = assessment.catalogue();
        let set = assessment.responses();
        let file = set.file();
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
            place: AsDeclared::new(set, file.place.node()),
            round: round(set, assessment.stage()),
            context: set.context(),
            demography: one(set, &file.demography),
            process: one(set, &file.process),
            acronyms: all(set, file.acronyms.items()),
            respondents: all(set, file.respondents.items()),
            counts: self.counts(),
            overall: self.overall().map(|overall| figures(overall, self.scheme())),
            domains: self.domains(),
            highlights: one(set, &file.highlights),
            priorities: all(set, file.priorities.items()),
            queries: all(set, file.queries.items()),
            sources: all(set, file.sources.items()),
            approval: one(set, &file.approval),
        }
        .serialize(serializer)
    }
}

impl Serialize for DomainProfile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let scheme = self.profile().scheme();
        let subdomains = self.subdomains();
        DomainJson {
            code: self.code(),
            title: self.domain().title_text(),
            weight: self.domain().weight(),
            counts: self.counts(),
            figures: figures(self.figures(), scheme),
            subdomains: subdomains
                .iter()
                .map(|subdomain| SubdomainJson {
                    code: subdomain.code(),
                    title: subdomain.subdomain().title_text(),
                    weight: subdomain.subdomain().weight(),
                    counts: subdomain.counts(),
                    figures: figures(&subdomain.figures(), scheme),
                })
                .collect(),
            matters: self.matters(),
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

impl Serialize for Trace {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Whoever knew the sums of a withheld score would know the score.
        let sum = |sum: u128| self.is_published().then_some(Sum(sum));
        let rows = self.rows().iter().map(|row| TraceRowJson {
            indicator: row.indicator(),
            subdomain: row.subdomain(),
            points: row.points(),
            maximum: row.maximum(),
            weight: row.weight(),
            share: sum(row.share()),
            contribution: sum(row.contribution()),
        });
        TraceJson {
            numerator: sum(self.numerator()),
            denominator: sum(self.denominator()),
            rows: rows.collect(),
        }
        .serialize(serializer)
    }
}

impl Serialize for Matter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let answer = self.answer();
        let set = self.responses();
        MatterJson {
            indicator: self.indicator().code(),
            number: self.indicator().number(),
            official_code: self.indicator().official_code(),
            title: self.indicator().title_text(),
            standing: standing(self.standing()),
            finding: self.finding(),
            level: self
                .level()
                .map(|level| LevelJson { id: level.id(), label: level.label_text() }),
            statement: self.statement_text(),
            first_step: self.first_step_text(),
            answer: answer.map(|answer| AsDeclared::new(set, answer.entry().map(Placed::node))),
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

/// The items of a list of the response set.
fn all<'p, T: Declared + Placed>(set: &'p ResponseSet, items: &[T]) -> Vec<AsDeclared<'p, T>> {
    items.iter().map(|item| AsDeclared::new(set, Some(item.node()))).collect()
}

/// An object that the response set need not have.
fn one<'p, T: Declared, P: Placed>(
    set: &'p ResponseSet,
    field: &Field<P>,
) -> Option<AsDeclared<'p, T>> {
    field.node().map(|node| AsDeclared::new(set, Some(node)))
}

fn scheme(scheme: &Scheme) -> SchemeJson<'_> {
    let bands = scheme.bands().iter();
    SchemeJson {
        id: scheme.id(),
        title: scheme.title_text(),
        description: scheme.description_text(),
        aggregation: scheme.aggregation(),
        gaps: scheme.gaps(),
        overall: scheme.overall(),
        publishes_subdomains: scheme.publishes_subdomains(),
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

fn round(set: &ResponseSet, stage: Stage) -> RoundJson {
    let round = set.round();
    RoundJson {
        period: round.period().map_or_else(String::new, |period| period.to_string()),
        kind: round.kind(),
        stage: stage.name(),
        information_as_of: round.information_as_of().map(|date| date.to_string()),
    }
}
