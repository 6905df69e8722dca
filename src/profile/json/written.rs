//! What a profile is as JSON. The doc comments are the descriptions of its schema.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde::ser::Serializer;

use super::declared::AsDeclared;
use super::schemas::{FindingSchema, IntervalSchema, MinimaSchema};
use crate::catalogue::{Localized, Minima};
use crate::document::catalogue::{Aggregation, Gaps, Overall};
use crate::document::declare::WordSchema;
use crate::document::responses::{
    AcronymRow, AnswerEntry, ApprovalEntry, DemographyEntry, HighlightsEntry, PlaceEntry,
    PriorityEntry, ProcessEntry, QueryEntry, RespondentEntry, RoundKind, SourceRow,
};
use crate::profile::counts::CountsSchema;
use crate::profile::{Counts, DomainProfile, Finding, Matter};
use crate::ratio::{Ratio, RatioSchema};
use crate::score::{Interval, Trace, Withholding, WithholdingJson};
use crate::stage::Stage;

/// The profile of a place: counts, findings and figures by domain. It is output only, and ranks
/// nothing.
#[derive(JsonSchema, Serialize)]
#[schemars(rename = "Profile", title = "Profile")]
pub(crate) struct ProfileJson<'p> {
    /// The version of this format: 1.
    #[schemars(range(min = 1, max = 1))]
    pub(super) format: u32,
    /// Whether the answers are made up to show something. Every rendering must say so then.
    pub(super) illustrative: bool,
    /// What every reader must know about the instrument. Every rendering must contain it.
    pub(super) notice: &'p Localized,
    /// The instrument that was answered.
    pub(super) catalogue: CatalogueJson<'p>,
    /// How answers became scores.
    pub(super) scheme: SchemeJson<'p>,
    /// The language of the place's own words, as a tag of BCP 47.
    pub(super) language: &'p str,
    /// The place that was assessed.
    pub(super) place: AsDeclared<'p, PlaceEntry>,
    /// The round of assessment.
    pub(super) round: RoundJson,
    /// What a reader should know about the place and the round.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) context: Option<&'p str>,
    /// How many people live in the place, and from where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) demography: Option<AsDeclared<'p, DemographyEntry>>,
    /// How the answers came about, in numbers of people and without names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) process: Option<AsDeclared<'p, ProcessEntry>>,
    /// What acronyms stand for.
    pub(super) acronyms: Vec<AsDeclared<'p, AcronymRow>>,
    /// The institutions that took part.
    pub(super) respondents: Vec<AsDeclared<'p, RespondentEntry>>,
    /// How many indicators stand how, over all domains.
    #[schemars(with = "CountsSchema")]
    pub(super) counts: &'p Counts,
    /// The figures over all domains, only where the scheme asks for them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) overall: Option<FiguresJson>,
    /// The domains, in the order of the catalogue.
    #[schemars(with = "Vec<DomainJson<'static>>")]
    pub(super) domains: Vec<DomainProfile>,
    /// What the place chose to show first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) highlights: Option<AsDeclared<'p, HighlightsEntry>>,
    /// What the place decided to do.
    pub(super) priorities: Vec<AsDeclared<'p, PriorityEntry>>,
    /// Pending questions.
    pub(super) queries: Vec<AsDeclared<'p, QueryEntry>>,
    /// The documents, pages, interviews and visits that answers cite.
    pub(super) sources: Vec<AsDeclared<'p, SourceRow>>,
    /// The act by which the place approved the result.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) approval: Option<AsDeclared<'p, ApprovalEntry>>,
}

/// The instrument that was answered.
#[derive(JsonSchema, Serialize)]
#[schemars(rename = "ProfileCatalogue", title = "Catalogue")]
pub(super) struct CatalogueJson<'p> {
    /// Its name.
    pub(super) id: &'p str,
    /// Its version, `major.minor.patch`.
    pub(super) version: &'p str,
    /// Its title.
    pub(super) title: &'p Localized,
}

/// How answers became scores.
#[derive(JsonSchema, Serialize)]
#[schemars(rename = "ProfileScheme", title = "Scheme")]
pub(super) struct SchemeJson<'p> {
    /// Its id.
    pub(super) id: &'p str,
    /// Its title.
    pub(super) title: &'p Localized,
    /// How it reckons, for readers.
    pub(super) description: &'p Localized,
    /// What a domain's score is the mean of.
    #[schemars(with = "WordSchema<Aggregation>")]
    pub(super) aggregation: Aggregation,
    /// What an open question does to a score.
    #[schemars(with = "WordSchema<Gaps>")]
    pub(super) gaps: Gaps,
    /// What the figure over all domains is the mean of, only where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<WordSchema<Overall>>")]
    pub(super) overall: Option<Overall>,
    /// Whether subdomains have a published score, if they reach the minima.
    pub(super) publishes_subdomains: bool,
    /// What a domain, or whatever else has a figure, needs for it to be published.
    #[schemars(with = "MinimaSchema")]
    pub(super) minima: Minima,
    /// The named parts of the scale, rising.
    pub(super) bands: Vec<BandJson<'p>>,
}

/// A named part of the scale.
#[derive(JsonSchema, Serialize)]
#[schemars(rename = "ProfileBand", title = "Band")]
pub(super) struct BandJson<'p> {
    /// Its id.
    pub(super) id: &'p str,
    /// What readers see.
    pub(super) label: &'p Localized,
    /// Its lower limit in per cent; it reaches up to the next band, the last one to 100.
    #[schemars(range(max = 100))]
    pub(super) from: u8,
}

/// One assessment of one place in one period.
#[derive(JsonSchema, Serialize)]
#[schemars(rename = "ProfileRound", title = "Round")]
pub(super) struct RoundJson {
    /// The period: a date, or two with a stroke between them.
    pub(super) period: String,
    /// Baseline or follow-up; null in a draft that does not say.
    #[schemars(with = "Option<WordSchema<RoundKind>>")]
    pub(super) kind: Option<RoundKind>,
    /// The stage at which the answers were checked.
    #[schemars(with = "WordSchema<Stage>")]
    pub(super) stage: &'static str,
    /// The date to which the information refers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) information_as_of: Option<String>,
}

/// The part of a profile that is about one domain.
#[derive(JsonSchema, Serialize)]
#[schemars(rename = "Domain", title = "Domain")]
pub(super) struct DomainJson<'p> {
    /// Its code.
    pub(super) code: &'p str,
    /// Its title.
    pub(super) title: &'p Localized,
    /// How much it counts beside other domains.
    #[schemars(range(min = 1, max = 100))]
    pub(super) weight: u32,
    /// How many of its indicators stand how.
    #[schemars(with = "CountsSchema")]
    pub(super) counts: &'p Counts,
    /// Score, interval, coverage and reach.
    pub(super) figures: FiguresJson,
    /// Its subdomains, in the order of the catalogue; none if the domain has none.
    pub(super) subdomains: Vec<SubdomainJson<'p>>,
    /// Its matters, in the order of the catalogue.
    #[schemars(with = "Vec<MatterJson<'static>>")]
    pub(super) matters: Vec<Matter>,
    /// How its score comes about, to be added up again.
    #[schemars(with = "TraceJson<'static>")]
    pub(super) trace: Trace,
}

/// A part of a domain.
#[derive(JsonSchema, Serialize)]
#[schemars(rename = "Subdomain", title = "Subdomain")]
pub(super) struct SubdomainJson<'p> {
    /// Its code.
    pub(super) code: &'p str,
    /// Its title.
    pub(super) title: &'p Localized,
    /// How much it counts beside others of its domain.
    #[schemars(range(min = 1, max = 100))]
    pub(super) weight: u32,
    /// How many of its indicators stand how.
    #[schemars(with = "CountsSchema")]
    pub(super) counts: Counts,
    /// Its figures; their score is withheld unless the scheme publishes subdomains.
    pub(super) figures: FiguresJson,
}

/// Figures are never shown one by one: a score goes with its interval, coverage and reach, and is
/// withheld with its interval and bands.
#[derive(JsonSchema, Serialize)]
#[schemars(rename = "Figures", title = "Figures")]
pub(super) struct FiguresJson {
    /// The score, published or withheld.
    pub(super) score: ScoreJson,
    /// The lowest and the highest score still possible; null where the score is withheld.
    #[schemars(with = "Option<IntervalSchema>")]
    pub(super) interval: Option<Interval>,
    /// The ids of the bands in which the score may lie once everything is answered, lowest first;
    /// none where the score is withheld.
    pub(super) possible_bands: Vec<String>,
    /// How much of what counts here is answered; null where nothing counts here.
    #[schemars(with = "Option<RatioSchema>")]
    pub(super) coverage: Option<Ratio>,
    /// How much counts here at all; null where nothing is scored.
    #[schemars(with = "Option<RatioSchema>")]
    pub(super) reach: Option<Ratio>,
}

/// An object with exactly one of the two members.
#[derive(JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Score", title = "Score")]
pub(super) enum ScoreJson {
    /// A figure.
    Published {
        /// The share of points reached.
        #[schemars(with = "RatioSchema")]
        value: Ratio,
        /// The id of the band in which it lies.
        band: String,
    },
    /// No figure: it would say more than is known.
    Withheld {
        /// Why; at least one reason.
        #[schemars(with = "Vec<WithholdingJson>", length(min = 1))]
        reasons: Vec<Withholding>,
    },
}

/// One indicator: what was asked, and what its answer means for this place.
#[derive(JsonSchema, Serialize)]
#[schemars(rename = "Matter", title = "Matter")]
pub(super) struct MatterJson<'p> {
    /// The code of the indicator.
    pub(super) indicator: &'p str,
    /// What readers see instead of the code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) number: Option<&'p str>,
    /// The code of the same indicator in an official list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) official_code: Option<&'p str>,
    /// Its short name.
    pub(super) title: &'p Localized,
    /// What its answer means for this place.
    pub(super) standing: StandingJson,
    /// What is said about it, where it is answered and scored.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<FindingSchema>")]
    pub(super) finding: Option<Finding>,
    /// The level that the answer reaches, where it is answered and scored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) level: Option<LevelJson<'p>>,
    /// The sentence for this level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) statement: Option<&'p Localized>,
    /// What could be done next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) first_step: Option<&'p Localized>,
    /// What the place wrote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) answer: Option<AsDeclared<'p, AnswerEntry>>,
}

/// What an indicator's answer means for a place.
#[derive(JsonSchema, Serialize)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "Standing", title = "Standing")]
pub(super) enum StandingJson {
    /// Answered and scored.
    Answered,
    /// Answered, and context: it earns no points.
    Context,
    /// It belongs to another level of government, and does not count here.
    NotALocalCompetence,
    /// What it asks about cannot exist here; it does not count.
    NotApplicableHere,
    /// A condition closes the question; it does not count.
    NotAsked,
    /// Open: those who were asked do not know yet.
    Unknown,
    /// Open: the information is restricted.
    Restricted,
    /// Open: neither an answer nor the reason why there is none.
    Unanswered,
    /// Open: whether the question is asked here is not known yet.
    Undecided,
}

/// The level that an answer reaches.
#[derive(JsonSchema, Serialize)]
#[schemars(rename = "ProfileLevel", title = "Level of an answer")]
pub(super) struct LevelJson<'p> {
    /// Its id.
    pub(super) id: &'p str,
    /// What readers see.
    pub(super) label: &'p Localized,
}

/// How the score of a domain comes about: for every scored indicator its share of the domain and
/// what it contributes, as numerators over one denominator. Where the score is withheld, only points,
/// maxima and weights are there.
#[derive(JsonSchema, Serialize)]
#[schemars(rename = "Trace", title = "Trace")]
pub(super) struct TraceJson<'t> {
    /// The sum of all contributions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) numerator: Option<Sum>,
    /// The sum of all shares.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) denominator: Option<Sum>,
    /// A row for every scored indicator of the domain, in order.
    pub(super) rows: Vec<TraceRowJson<'t>>,
}

/// What one scored indicator brings to the score of its domain.
#[derive(JsonSchema, Serialize)]
#[schemars(rename = "TraceRow", title = "Row of a trace")]
pub(super) struct TraceRowJson<'t> {
    /// The code of the indicator.
    pub(super) indicator: &'t str,
    /// The code of its subdomain; null if the domain has none.
    pub(super) subdomain: Option<&'t str>,
    /// Its points, from 0 to the maximum; null where it is not answered.
    pub(super) points: Option<u32>,
    /// The points of the best answer.
    #[schemars(range(min = 1, max = 100))]
    pub(super) maximum: u32,
    /// Its weight beside others.
    #[schemars(range(min = 1, max = 100))]
    pub(super) weight: u32,
    /// Its share of the domain, over the denominator; 0 where it takes no part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) share: Option<Sum>,
    /// What it contributes to the score, over the denominator: its share times points / maximum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) contribution: Option<Sum>,
}

/// A whole number of a trace. Numbers beyond 2^53 lose their last figures in many readers of JSON;
/// a text keeps them.
pub(super) struct Sum(pub(super) u128);

impl Serialize for Sum {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match u64::try_from(self.0) {
            Ok(small) if small <= 1 << 53 => serializer.serialize_u64(small),
            _ => serializer.serialize_str(&self.0.to_string()),
        }
    }
}

impl JsonSchema for Sum {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Sum".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]+$"})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_double_cannot_hold_is_written_as_text() {
        let got = serde_json::to_string(&[Sum(1 << 53), Sum((1 << 53) + 1)]).unwrap();
        assert_eq!(got, r#"[9007199254740992,"9007199254740993"]"#);
    }
}
