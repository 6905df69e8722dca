//! What a program without checks would read the same files into: plain owned structs of the same
//! members, by serde's derive.

use indexmap::IndexMap;
use serde::Deserialize;

pub(crate) type Texts = IndexMap<String, String>;

#[derive(Deserialize)]
pub(crate) struct Manifest {
    pub(crate) format: u32,
    pub(crate) id: String,
    pub(crate) version: String,
    pub(crate) title: Texts,
    pub(crate) notice: Texts,
    pub(crate) provenance: Provenance,
    pub(crate) languages: Vec<String>,
    pub(crate) terms: Vec<Term>,
    pub(crate) vocabularies: IndexMap<String, IndexMap<String, Label>>,
    pub(crate) frameworks: IndexMap<String, Framework>,
    pub(crate) sources: IndexMap<String, CatalogueSource>,
    pub(crate) answer_types: IndexMap<String, AnswerType>,
    pub(crate) schemes: Vec<Scheme>,
    pub(crate) domains: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct Provenance {
    pub(crate) statement: Texts,
    pub(crate) sources: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct Term {
    pub(crate) id: String,
    pub(crate) term: Texts,
    pub(crate) definition: Texts,
}

#[derive(Deserialize)]
pub(crate) struct Label {
    pub(crate) label: Texts,
    pub(crate) description: Option<Texts>,
}

#[derive(Deserialize)]
pub(crate) struct Framework {
    pub(crate) title: Texts,
    pub(crate) sources: Vec<String>,
    pub(crate) targets: IndexMap<String, Texts>,
}

#[derive(Deserialize)]
pub(crate) struct CatalogueSource {
    pub(crate) title: String,
    pub(crate) address: Option<String>,
    pub(crate) read: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct AnswerType {
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) options: Vec<AnswerOption>,
    pub(crate) none: Option<Texts>,
    #[serde(default)]
    pub(crate) levels: Vec<Level>,
    pub(crate) minimum: Option<i64>,
    pub(crate) maximum: Option<i64>,
    pub(crate) decimals: Option<u32>,
    pub(crate) unit: Option<Texts>,
}

#[derive(Deserialize)]
pub(crate) struct AnswerOption {
    pub(crate) id: String,
    pub(crate) label: Texts,
    pub(crate) points: Option<u32>,
    pub(crate) under_way: Option<bool>,
    pub(crate) first_step: Option<String>,
    #[serde(default)]
    pub(crate) lenses: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct Level {
    pub(crate) id: String,
    pub(crate) label: Texts,
    pub(crate) from: u32,
    pub(crate) points: u32,
    pub(crate) first_step: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Scheme {
    pub(crate) id: String,
    pub(crate) title: Texts,
    pub(crate) description: Texts,
    pub(crate) sources: Vec<String>,
    pub(crate) aggregation: String,
    pub(crate) gaps: String,
    pub(crate) minima: IndexMap<String, u32>,
    pub(crate) bands: Vec<Band>,
}

#[derive(Deserialize)]
pub(crate) struct Band {
    pub(crate) id: String,
    pub(crate) label: Texts,
    pub(crate) from: u32,
}

#[derive(Deserialize)]
pub(crate) struct Domain {
    pub(crate) code: String,
    pub(crate) title: Texts,
    pub(crate) scope: Texts,
    pub(crate) subdomains: Vec<Subdomain>,
}

#[derive(Deserialize)]
pub(crate) struct Subdomain {
    pub(crate) code: String,
    pub(crate) title: Texts,
    pub(crate) indicators: Vec<Indicator>,
}

#[derive(Deserialize)]
pub(crate) struct Indicator {
    pub(crate) code: String,
    pub(crate) about: Option<String>,
    pub(crate) kind: Option<String>,
    #[serde(default)]
    pub(crate) ask: Vec<String>,
    pub(crate) title: Texts,
    pub(crate) question: Texts,
    pub(crate) guidance: Option<Texts>,
    pub(crate) answer_type: String,
    pub(crate) weight: Option<u32>,
    #[serde(default)]
    pub(crate) states: Vec<String>,
    #[serde(default)]
    pub(crate) when: Vec<Condition>,
    #[serde(default)]
    pub(crate) criteria: IndexMap<String, Texts>,
    #[serde(default)]
    pub(crate) statements: IndexMap<String, Texts>,
    #[serde(default)]
    pub(crate) first_steps: IndexMap<String, Texts>,
    #[serde(default)]
    pub(crate) lenses: Vec<String>,
    #[serde(default)]
    pub(crate) links: Vec<Link>,
    pub(crate) basis: Option<Basis>,
}

#[derive(Deserialize)]
pub(crate) struct Condition {
    pub(crate) indicator: String,
    pub(crate) is: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct Link {
    pub(crate) to: String,
    pub(crate) basis: String,
}

#[derive(Deserialize)]
pub(crate) struct Basis {
    pub(crate) grade: Option<String>,
    pub(crate) sources: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct Responses {
    pub(crate) format: u32,
    pub(crate) catalogue: CatalogueReference,
    pub(crate) illustrative: Option<bool>,
    pub(crate) language: String,
    pub(crate) place: Place,
    pub(crate) round: Round,
    pub(crate) context: Option<String>,
    pub(crate) respondents: Vec<Respondent>,
    pub(crate) sources: Vec<Source>,
    pub(crate) answers: IndexMap<String, Answer>,
    #[serde(default)]
    pub(crate) queries: Vec<Query>,
    #[serde(default)]
    pub(crate) priorities: Vec<Priority>,
}

#[derive(Deserialize)]
pub(crate) struct CatalogueReference {
    pub(crate) id: String,
    pub(crate) version: String,
}

#[derive(Deserialize)]
pub(crate) struct Place {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) country: String,
    pub(crate) subdivision: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Round {
    pub(crate) period: String,
    pub(crate) kind: String,
    pub(crate) stage: String,
    pub(crate) information_as_of: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Respondent {
    pub(crate) id: String,
    pub(crate) institution: String,
    pub(crate) level: String,
    pub(crate) role: String,
}

#[derive(Deserialize)]
pub(crate) struct Source {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) kind: String,
    pub(crate) date: Option<String>,
    pub(crate) address: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Value {
    Word(String),
    Ticked(Vec<String>),
    Number(f64),
}

#[derive(Deserialize)]
pub(crate) struct Answer {
    pub(crate) answer: Option<Value>,
    pub(crate) state: Option<String>,
    pub(crate) account: Option<String>,
    pub(crate) note: Option<String>,
    #[serde(default)]
    pub(crate) evidence: Vec<Evidence>,
    #[serde(default)]
    pub(crate) by: Vec<String>,
    pub(crate) responsible: Option<String>,
    pub(crate) in_force_since: Option<String>,
    pub(crate) in_force_until: Option<String>,
    pub(crate) review: Option<String>,
    pub(crate) holder: Option<Holder>,
    pub(crate) legal_basis: Option<String>,
    pub(crate) in_territory: Option<String>,
    pub(crate) reason: Option<String>,
    pub(crate) asked: Option<String>,
    pub(crate) asked_on: Option<String>,
    pub(crate) act: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Holder {
    pub(crate) level: String,
    pub(crate) institution: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Evidence {
    pub(crate) source: Option<String>,
    #[serde(rename = "where")]
    pub(crate) position: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Query {
    pub(crate) indicator: String,
    pub(crate) to: Option<String>,
    pub(crate) text: String,
    pub(crate) raised: Option<String>,
    pub(crate) closed: Option<String>,
    pub(crate) resolution: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Priority {
    pub(crate) indicator: String,
    pub(crate) action: String,
    pub(crate) responsible: Option<String>,
    pub(crate) date: Option<String>,
    pub(crate) status: Option<String>,
}
