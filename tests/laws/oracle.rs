//! A second scorer, written for being read and not for being fast: every figure is a mean that is
//! taken anew, and the ends of the interval are scores with the open answers filled in.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::fraction::Fraction;
use crate::generate::{Responses, answer_type, indicators, items, word};

/// What is said about a place by one scheme.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Profile {
    /// The figures over all domains, where the scheme asks for them.
    pub(crate) overall: Option<Figures>,
    /// How many scored indicators stand how, over all domains.
    pub(crate) counts: BTreeMap<&'static str, usize>,
    /// The domains, in order.
    pub(crate) domains: Vec<Domain>,
}

/// What is said about one domain.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Domain {
    /// Its code.
    pub(crate) code: String,
    /// Its figures.
    pub(crate) figures: Figures,
    /// The figures of its subdomains.
    pub(crate) subdomains: Vec<Figures>,
    /// How many of its scored indicators stand how.
    pub(crate) counts: BTreeMap<&'static str, usize>,
    /// How its indicators stand, in order.
    pub(crate) standings: Vec<(String, &'static str)>,
    /// The codes of its indicators by what is said about them, in order.
    pub(crate) findings: BTreeMap<&'static str, Vec<String>>,
    /// How its score comes about.
    pub(crate) trace: Trace,
}

/// The figures of one node.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Figures {
    /// The score, published or withheld.
    pub(crate) score: Score,
    /// The lowest and highest score still possible; nothing where the score is withheld.
    pub(crate) interval: Option<(Fraction, Fraction)>,
    /// How much of what counts is answered.
    pub(crate) coverage: Option<Fraction>,
    /// How much counts.
    pub(crate) reach: Option<Fraction>,
    /// The ids of the bands that are still possible; none where the score is withheld.
    pub(crate) possible_bands: Vec<String>,
}

/// A score, or why there is none.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Score {
    /// The score and the id of its band.
    Published(Fraction, String),
    /// Every reason.
    Withheld(Vec<Reason>),
}

/// Why there is no score.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Reason {
    /// Nothing scored counts.
    NothingCounts,
    /// Nothing that counts is answered.
    NothingAnswered,
    /// Coverage is below this percentage.
    Coverage(u64),
    /// Reach is below this percentage.
    Reach(u64),
    /// Fewer are answered.
    Answered(u64),
    /// The scheme publishes nothing for subdomains.
    Subdomain,
}

/// How a score comes about.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Trace {
    /// The sum of all contributions; nothing where nothing takes part.
    pub(crate) value: Option<Fraction>,
    /// A row for every scored indicator, in order.
    pub(crate) rows: Vec<TraceRow>,
}

/// What one indicator brings.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct TraceRow {
    /// The indicator's code.
    pub(crate) indicator: String,
    /// The points of its answer.
    pub(crate) points: Option<u64>,
    /// The best points.
    pub(crate) maximum: u64,
    /// Its weight.
    pub(crate) weight: u64,
    /// Its share of the domain.
    pub(crate) share: Fraction,
    /// Its share times its score.
    pub(crate) contribution: Fraction,
}

/// What an indicator's answer means for the place.
#[derive(Clone, Debug, Eq, PartialEq)]
enum Standing {
    Answered { points: u64, is_under_way: bool },
    Context,
    NotALocalCompetence,
    NotApplicableHere,
    NotAsked,
    Unknown,
    Restricted,
    Unanswered,
    Undecided,
}

impl Standing {
    fn name(&self) -> &'static str {
        match self {
            Self::Answered { .. } => "answered",
            Self::Context => "context",
            Self::NotALocalCompetence => "not_a_local_competence",
            Self::NotApplicableHere => "not_applicable_here",
            Self::NotAsked => "not_asked",
            Self::Unknown => "unknown",
            Self::Restricted => "restricted",
            Self::Unanswered => "unanswered",
            Self::Undecided => "undecided",
        }
    }
}

/// A scored indicator of one mean.
#[derive(Clone, Debug)]
struct Scored {
    code: String,
    /// Its domain and its subdomain, by number, with their weights.
    above: [(usize, u64); 2],
    weight: u64,
    maximum: u64,
    standing: Standing,
}

impl Scored {
    fn counts(&self) -> bool {
        use Standing::{Answered, Restricted, Unanswered, Undecided, Unknown};
        matches!(self.standing, Answered { .. } | Unknown | Restricted | Unanswered | Undecided)
    }

    fn points(&self) -> Option<u64> {
        if let Standing::Answered { points, .. } = self.standing { Some(points) } else { None }
    }

    fn score(&self) -> Option<Fraction> {
        Some(Fraction::new(self.points()?.into(), self.maximum.into()))
    }

    fn finding(&self) -> Option<&'static str> {
        let Standing::Answered { points, is_under_way } = self.standing else { return None };
        Some(if points == self.maximum {
            "strength"
        } else if is_under_way {
            "under_way"
        } else if points > 0 {
            "partly"
        } else {
            "not_in_place"
        })
    }
}

/// The profile of `responses` by this scheme of the catalogue.
#[must_use]
pub(crate) fn profile(catalogue: &Value, scheme: &Value, responses: &Responses) -> Profile {
    let mut all = Vec::new();
    let mut domains = Vec::new();
    for (place, domain) in items(&catalogue["domains"]).iter().enumerate() {
        let mut members = Vec::new();
        let mut standings = Vec::new();
        for (number, subdomain) in items(&domain["subdomains"]).iter().enumerate() {
            for indicator in items(&subdomain["indicators"]) {
                let code = word(&indicator["code"]).to_owned();
                let standing = standing(catalogue, responses, indicator);
                standings.push((code.clone(), standing.name()));
                if let Some(maximum) = maximum(answer_type(catalogue, indicator)) {
                    let above = [(place, weight(domain)), (number, weight(subdomain))];
                    let weight = weight(indicator);
                    members.push(Scored { code, above, weight, maximum, standing });
                }
            }
        }
        let levels = levels_of_domain(scheme);
        let subdomains = 0..items(&domain["subdomains"]).len();
        domains.push(Domain {
            code: word(&domain["code"]).to_owned(),
            figures: figures(&members, scheme, &levels),
            subdomains: subdomains.map(|number| of_subdomain(&members, number, scheme)).collect(),
            counts: counts(&members),
            standings,
            findings: findings(&members),
            trace: trace(&members, scheme),
        });
        all.extend(members);
    }
    let levels = match word(&scheme["overall"]) {
        "indicators" => Some(vec![]),
        "domains" => Some([vec![Level::Domains], levels_of_domain(scheme)].concat()),
        _ => None,
    };
    let overall = levels.map(|levels| figures(&all, scheme, &levels));
    Profile { overall, counts: counts(&all), domains }
}

/// The best points of an answer type; nothing for context.
#[must_use]
pub(crate) fn maximum(answer_type: &Value) -> Option<u64> {
    let rungs = if answer_type["kind"] == "checklist" { "levels" } else { "options" };
    items(&answer_type[rungs]).iter().filter_map(|rung| rung["points"].as_u64()).max()
}

/// The points of an answer that fits its scored answer type.
#[must_use]
pub(crate) fn points(answer_type: &Value, answer: &Value) -> u64 {
    rung(answer_type, answer)["points"].as_u64().expect("points of a scored answer")
}

/// The option or level that an answer reaches.
fn rung<'t>(answer_type: &'t Value, answer: &Value) -> &'t Value {
    if answer_type["kind"] == "checklist" {
        let ticked = items(answer).iter().filter(|id| *id != "none").count();
        let ticked = u64::try_from(ticked).expect("a small number");
        let mut levels = items(&answer_type["levels"]).iter();
        levels.rfind(|level| level["from"].as_u64() <= Some(ticked)).expect("a level")
    } else {
        let mut options = items(&answer_type["options"]).iter();
        options.find(|option| option["id"] == *answer).expect("an option")
    }
}

/// Whether an entry has an answer in it; a form leaves empty ones behind.
fn answer(entry: &Value) -> Option<&Value> {
    let answer = entry.get("answer")?;
    let is_blank = word(answer).trim().is_empty() && items(answer).is_empty();
    (answer.is_number() || !is_blank).then_some(answer)
}

fn state(entry: &Value) -> Option<Standing> {
    match word(&entry["state"]) {
        "not_a_local_competence" => Some(Standing::NotALocalCompetence),
        "not_applicable_here" => Some(Standing::NotApplicableHere),
        "unknown" => Some(Standing::Unknown),
        "restricted" => Some(Standing::Restricted),
        _ => None,
    }
}

/// Whether a question is asked: yes, no, or not decided yet.
fn is_asked(catalogue: &Value, responses: &Responses, indicator: &Value) -> Option<bool> {
    let mut is_asked = Some(true);
    for part in items(&indicator["when"]) {
        let entry = responses.entry(word(&part["indicator"]));
        let holds = entry.and_then(|entry| match (answer(entry), state(entry)) {
            (Some(answer), _) => Some(items(&part["is"]).contains(answer)),
            (_, Some(Standing::NotALocalCompetence | Standing::NotApplicableHere)) => Some(false),
            _ => None,
        });
        match holds {
            Some(true) => {}
            Some(false) => return Some(false),
            None => is_asked = None,
        }
    }
    debug_assert!(indicators(catalogue).contains(&indicator));
    is_asked
}

fn standing(catalogue: &Value, responses: &Responses, indicator: &Value) -> Standing {
    let entry = responses.entry(word(&indicator["code"]));
    let state = entry.and_then(state);
    match is_asked(catalogue, responses, indicator) {
        Some(false) => return Standing::NotAsked,
        // What does not count anyway waits for no condition.
        None => match state {
            Some(Standing::NotALocalCompetence) => return Standing::NotALocalCompetence,
            Some(Standing::NotApplicableHere) => return Standing::NotApplicableHere,
            _ => return Standing::Undecided,
        },
        Some(true) => {}
    }
    let answer_type = answer_type(catalogue, indicator);
    match (entry.and_then(answer), state) {
        (Some(_), _) if maximum(answer_type).is_none() => Standing::Context,
        (Some(answer), _) => Standing::Answered {
            points: points(answer_type, answer),
            is_under_way: rung(answer_type, answer)["under_way"] == true,
        },
        (None, Some(state)) => state,
        (None, None) => Standing::Unanswered,
    }
}

/// The codes of indicators that do not count here although their condition is not decided.
#[must_use]
pub(crate) fn excused_while_undecided(catalogue: &Value, responses: &Responses) -> Vec<String> {
    indicators(catalogue)
        .into_iter()
        .filter(|indicator| is_asked(catalogue, responses, indicator).is_none())
        .map(|indicator| word(&indicator["code"]))
        .filter(|code| {
            let state = responses.entry(code).and_then(state);
            matches!(state, Some(Standing::NotALocalCompetence | Standing::NotApplicableHere))
        })
        .map(str::to_owned)
        .collect()
}

fn weight(part: &Value) -> u64 {
    part["weight"].as_u64().unwrap_or(1)
}

/// What a mean is taken of, where it is not taken of indicators.
#[derive(Clone, Copy)]
enum Level {
    Domains,
    Subdomains,
}

/// The means that lie one in the other in the figure of a domain, the outermost first.
fn levels_of_domain(scheme: &Value) -> Vec<Level> {
    if scheme["aggregation"] == "subdomains" { vec![Level::Subdomains] } else { vec![] }
}

/// The weighted mean of values, or of the means of the parts of the first level, if there is one.
fn mean(levels: &[Level], values: &[(&Scored, Fraction)]) -> Option<Fraction> {
    if values.is_empty() {
        return None;
    }
    let mut parts: Vec<(u64, Fraction)> = Vec::new();
    if let Some((level, below)) = levels.split_first() {
        let part = |scored: &Scored| match level {
            Level::Domains => scored.above[0],
            Level::Subdomains => scored.above[1],
        };
        let mut groups: BTreeMap<(usize, u64), Vec<(&Scored, Fraction)>> = BTreeMap::new();
        for (scored, value) in values {
            groups.entry(part(scored)).or_default().push((scored, *value));
        }
        for ((_, weight), values) in groups {
            parts.push((weight, mean(below, &values)?));
        }
    } else {
        parts.extend(values.iter().map(|(scored, value)| (scored.weight, *value)));
    }
    let whole: u64 = parts.iter().map(|(weight, _)| weight).sum();
    Some(parts.into_iter().fold(Fraction::ZERO, |sum, (weight, value)| {
        sum + Fraction::new(weight.into(), whole.into()) * value
    }))
}

/// The mean over everything that counts, as if every open answer had the share `open`.
fn filled(members: &[Scored], levels: &[Level], open: Fraction) -> Option<Fraction> {
    let counting = members.iter().filter(|scored| scored.counts());
    let values: Vec<_> = counting.map(|scored| (scored, scored.score().unwrap_or(open))).collect();
    mean(levels, &values)
}

/// The score, published or not.
fn value(members: &[Scored], scheme: &Value, levels: &[Level]) -> Option<Fraction> {
    if scheme["gaps"] == "as_worst" {
        return filled(members, levels, Fraction::ZERO);
    }
    let answered = members.iter().filter_map(|scored| Some((scored, scored.score()?)));
    mean(levels, &answered.collect::<Vec<_>>())
}

fn figures(members: &[Scored], scheme: &Value, levels: &[Level]) -> Figures {
    let share = |is_in: fn(&Scored) -> bool, of: fn(&Scored) -> bool| {
        let taken = |scored| if is_in(scored) { Fraction::ONE } else { Fraction::ZERO };
        let values: Vec<_> = members
            .iter()
            .filter(|scored| of(scored))
            .map(|scored| (scored, taken(scored)))
            .collect();
        mean(levels, &values)
    };
    let coverage = share(|scored| scored.points().is_some(), Scored::counts);
    let reach = share(Scored::counts, |_| true);
    let interval =
        filled(members, levels, Fraction::ZERO).zip(filled(members, levels, Fraction::ONE));
    let answered = members.iter().filter(|scored| scored.points().is_some()).count();
    let score = match value(members, scheme, levels) {
        None if interval.is_none() => Score::Withheld(vec![Reason::NothingCounts]),
        None => Score::Withheld(vec![Reason::NothingAnswered]),
        Some(value) => match below_minima(scheme, coverage, reach, answered) {
            reasons if reasons.is_empty() => {
                Score::Published(value, bands(scheme)[band(scheme, value)].clone())
            }
            reasons => Score::Withheld(reasons),
        },
    };
    // A range beside a score that is withheld would say what the score is.
    let interval = interval.filter(|_| matches!(score, Score::Published(..)));
    let possible_bands = interval.map_or_else(Vec::new, |(lowest, highest)| {
        bands(scheme)[band(scheme, lowest)..=band(scheme, highest)].to_vec()
    });
    Figures { score, interval, coverage, reach, possible_bands }
}

fn of_subdomain(members: &[Scored], number: usize, scheme: &Value) -> Figures {
    let members: Vec<Scored> =
        members.iter().filter(|scored| scored.above[1].0 == number).cloned().collect();
    let figures = figures(&members, scheme, &[]);
    if scheme["publishes_subdomains"] == true {
        return figures;
    }
    let score = Score::Withheld(vec![Reason::Subdomain]);
    Figures { score, interval: None, possible_bands: Vec::new(), ..figures }
}

fn below_minima(
    scheme: &Value,
    coverage: Option<Fraction>,
    reach: Option<Fraction>,
    answered: usize,
) -> Vec<Reason> {
    let least = |member: &str| scheme["minima"][member].as_u64().unwrap_or(0);
    let is_below = |share: Option<Fraction>, least: u64| {
        share.is_some_and(|share| share < Fraction::new(least.into(), 100))
    };
    let mut reasons = Vec::new();
    if is_below(coverage, least("coverage")) {
        reasons.push(Reason::Coverage(least("coverage")));
    }
    if is_below(reach, least("reach")) {
        reasons.push(Reason::Reach(least("reach")));
    }
    if u64::try_from(answered).is_ok_and(|answered| answered < least("answered")) {
        reasons.push(Reason::Answered(least("answered")));
    }
    reasons
}

fn bands(scheme: &Value) -> Vec<String> {
    items(&scheme["bands"]).iter().map(|band| word(&band["id"]).to_owned()).collect()
}

/// The number of the band in which a value lies.
fn band(scheme: &Value, value: Fraction) -> usize {
    let limit = |band: &Value| Fraction::new(band["from"].as_u64().expect("a limit").into(), 100);
    let bands = items(&scheme["bands"]);
    bands.iter().rposition(|band| limit(band) <= value).expect("a band from 0")
}

fn counts(members: &[Scored]) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for scored in members {
        let name = scored.finding().unwrap_or_else(|| scored.standing.name());
        *counts.entry(name).or_default() += 1;
    }
    counts
}

fn findings(members: &[Scored]) -> BTreeMap<&'static str, Vec<String>> {
    let mut findings: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for scored in members {
        if let Some(finding) = scored.finding() {
            findings.entry(finding).or_default().push(scored.code.clone());
        }
    }
    findings
}

fn trace(members: &[Scored], scheme: &Value) -> Trace {
    let levels = levels_of_domain(scheme);
    let takes_part = |scored: &Scored| {
        scored.counts() && (scheme["gaps"] == "as_worst" || scored.points().is_some())
    };
    let rows = members.iter().map(|scored| {
        // What the score would be if this indicator alone were at its best.
        let alone = |other: &Scored| {
            if other.code == scored.code { Fraction::ONE } else { Fraction::ZERO }
        };
        let values: Vec<_> = members
            .iter()
            .filter(|other| takes_part(other))
            .map(|other| (other, alone(other)))
            .collect();
        let share = mean(&levels, &values).unwrap_or(Fraction::ZERO);
        TraceRow {
            indicator: scored.code.clone(),
            points: scored.points(),
            maximum: scored.maximum,
            weight: scored.weight,
            share,
            contribution: share * scored.score().unwrap_or(Fraction::ZERO),
        }
    });
    Trace { value: value(members, scheme, &levels), rows: rows.collect() }
}
