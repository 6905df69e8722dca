//! The laws of the arithmetic, each on made-up catalogues and answers, and the agreement of the
//! engine with a second scorer.
//!
//! The generator (`generate`, `tape`) and the second scorer (`oracle`, `fraction`) cannot see the
//! engine: they make and read plain JSON values, and reckon straight from the definitions, so that
//! they agree with the engine only where both are right. `plain` puts what the engine says into
//! their words, `trial` runs a law over many documents.
//!
//! About 10,000 documents are made with a fixed seed. `MGI_CASES=1000000` makes so many instead.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::integer_division,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests may fail by a panic"
)]

mod fraction;
mod generate;
mod oracle;
mod plain;
mod planted;
mod rendered;
mod tape;
mod trial;

use std::cell::Cell;
use std::collections::BTreeMap;

use mgi::{Assessment, Catalogue, ResponseSet, consolidate};
use serde_json::{Value, json};

use crate::fraction::Fraction;
use crate::generate::{MOST_WEIGHT, Responses, indicators, items, word};
use crate::oracle::{Figures, Profile, Score};
use crate::plain::plain_profiles;
use crate::trial::{Case, documents, holds};

/// The standings of open questions.
const GAPS: [&str; 4] = ["unknown", "restricted", "unanswered", "undecided"];

#[track_caller]
fn load(catalogue: &Value) -> Catalogue {
    match Catalogue::from_json(catalogue.to_string()) {
        Ok(catalogue) => catalogue,
        Err(report) => panic!("the catalogue is not sound:\n{}", report.render("en")),
    }
}

#[track_caller]
fn read(responses: &Responses) -> ResponseSet {
    match ResponseSet::from_json(responses.written()) {
        Ok(set) => set,
        Err(report) => panic!("the answers cannot be read:\n{}", report.render("en")),
    }
}

#[track_caller]
fn assess(catalogue: &Value, responses: &Responses) -> Assessment {
    match load(catalogue).assess(&read(responses)) {
        Ok(assessment) => assessment,
        Err(report) => panic!("the answers do not pass:\n{}", report.render("en")),
    }
}

/// The profiles by all schemes, by their ids.
#[track_caller]
fn profiles(catalogue: &Value, responses: &Responses) -> BTreeMap<String, Profile> {
    plain_profiles(&assess(catalogue, responses))
}

/// A profile in which nothing has an order.
fn sorted(mut profile: Profile) -> Profile {
    for domain in &mut profile.domains {
        domain.standings.sort_unstable();
        domain.findings.values_mut().for_each(|codes| codes.sort_unstable());
        domain.trace.rows.sort_unstable_by(|one, other| one.indicator.cmp(&other.indicator));
    }
    profile
}

/// The codes of the indicators with one of these standings, which no scheme changes.
fn that_stand(profiles: &BTreeMap<String, Profile>, names: &[&str]) -> Vec<String> {
    let domains = profiles.values().next().unwrap().domains.iter();
    domains
        .flat_map(|domain| &domain.standings)
        .filter(|(_, standing)| names.contains(standing))
        .map(|(code, _)| code.clone())
        .collect()
}

fn indicator<'c>(catalogue: &'c Value, code: &str) -> &'c Value {
    indicators(catalogue).into_iter().find(|indicator| indicator["code"] == code).unwrap()
}

fn subdomains_of(catalogue: &mut Value) -> impl Iterator<Item = &mut Value> {
    let domains = catalogue["domains"].as_array_mut().unwrap().iter_mut();
    domains.flat_map(|domain| domain["subdomains"].as_array_mut().unwrap())
}

fn is_scored(catalogue: &Value, indicator: &Value) -> bool {
    oracle::maximum(generate::answer_type(catalogue, indicator)).is_some()
}

/// An answer with as many points as `is_right` wants.
fn answer_with(answer_type: &Value, is_right: impl Fn(u64) -> bool) -> Option<Value> {
    let options = items(&answer_type["options"]).iter().map(|option| option["id"].clone());
    let options: Vec<Value> = options.collect();
    let mut answers: Vec<Value> = if answer_type["kind"] == "checklist" {
        let ticked = (1..=options.len()).map(|count| json!(options[..count]));
        std::iter::once(json!(["none"])).chain(ticked).collect()
    } else {
        options
    };
    answers.retain(|answer| is_right(oracle::points(answer_type, answer)));
    answers.pop()
}

#[test]
fn the_engine_agrees_with_the_second_scorer() {
    holds(20, MOST_WEIGHT, 100, |Case { catalogue, responses, .. }| {
        let got = profiles(&catalogue, &responses);
        assert_eq!(got.len(), 4);
        for scheme in items(&catalogue["schemes"]) {
            let id = word(&scheme["id"]);
            assert_eq!(got[id], oracle::profile(&catalogue, scheme, &responses), "{id}");
        }
        true
    });
}

#[test]
fn the_made_up_documents_are_various() {
    let seen = Cell::new([0_u32; 11]);
    holds(5, MOST_WEIGHT, 100, |Case { catalogue, responses, .. }| {
        let profiles = profiles(&catalogue, &responses);
        let mut counts = seen.get();
        let names = [
            "answered",
            "context",
            "not_a_local_competence",
            "not_applicable_here",
            "not_asked",
            "unknown",
            "restricted",
            "unanswered",
            "undecided",
        ];
        for (count, name) in counts.iter_mut().zip(names) {
            *count += u32::from(!that_stand(&profiles, &[name]).is_empty());
        }
        let domains = || profiles.values().flat_map(|profile| &profile.domains);
        counts[9] += u32::from(domains().any(
            |domain| matches!(&domain.figures.score, Score::Withheld(reasons) if reasons.len() > 1),
        ));
        counts[10] +=
            u32::from(domains().any(|domain| matches!(domain.figures.score, Score::Published(..))));
        seen.set(counts);
        true
    });
    assert!(seen.get().iter().all(|count| *count >= documents() / 1_000), "{:?}", seen.get());
}

#[test]
fn what_does_not_count_waits_for_no_condition() {
    holds(5, MOST_WEIGHT, 5, |Case { catalogue, mut responses, mut tape }| {
        let before = profiles(&catalogue, &responses);
        let mut undecided = that_stand(&before, &["undecided"]);
        undecided.retain(|code| {
            items(&indicator(&catalogue, code)["states"]).contains(&json!("not_applicable_here"))
        });
        if undecided.is_empty() {
            return false;
        }
        let code = tape.one_of(&undecided);
        responses.put(code, json!({"state": "not_applicable_here", "reason": "No hay costa"}));
        let got = profiles(&catalogue, &responses);
        assert!(that_stand(&got, &["not_applicable_here"]).contains(code));
        for scheme in items(&catalogue["schemes"]) {
            let id = word(&scheme["id"]);
            assert_eq!(got[id], oracle::profile(&catalogue, scheme, &responses), "{id}");
        }
        true
    });
}

#[test]
fn the_order_of_answers_changes_nothing() {
    holds(5, MOST_WEIGHT, 60, |Case { catalogue, mut responses, mut tape }| {
        let want = serde_json::to_value(assess(&catalogue, &responses).profile()).unwrap();
        let before = responses.answers.clone();
        tape.shuffle(&mut responses.answers);
        let got = serde_json::to_value(assess(&catalogue, &responses).profile()).unwrap();
        assert_eq!(got, want);
        before != responses.answers
    });
}

#[test]
fn the_order_of_indicators_in_a_group_changes_nothing() {
    holds(5, MOST_WEIGHT, 60, |Case { mut catalogue, responses, mut tape }| {
        let want = profiles(&catalogue, &responses);
        let before = catalogue.clone();
        for subdomain in subdomains_of(&mut catalogue) {
            tape.shuffle(subdomain["indicators"].as_array_mut().unwrap());
        }
        let got = profiles(&catalogue, &responses);
        for (id, want) in want {
            assert_eq!(sorted(got[&id].clone()), sorted(want), "{id}");
        }
        before != catalogue
    });
}

#[test]
fn the_order_of_subdomains_changes_no_figure() {
    holds(5, MOST_WEIGHT, 40, |Case { mut catalogue, responses, mut tape }| {
        let want = profiles(&catalogue, &responses);
        let before = catalogue.clone();
        for domain in catalogue["domains"].as_array_mut().unwrap() {
            tape.shuffle(domain["subdomains"].as_array_mut().unwrap());
        }
        let got = profiles(&catalogue, &responses);
        let figures = |profile: &Profile| -> Vec<Figures> {
            profile.domains.iter().map(|domain| domain.figures.clone()).collect()
        };
        for (id, want) in want {
            assert_eq!(figures(&got[&id]), figures(&want), "{id}");
        }
        before != catalogue
    });
}

/// Multiplies the weights of all parts of a list.
fn multiply_all(parts: &mut Value, factor: u64) {
    for part in parts.as_array_mut().unwrap() {
        part["weight"] = json!(part["weight"].as_u64().unwrap_or(1) * factor);
    }
}

/// A profile without the weights, which are not what it says.
fn without_weights(mut profile: Profile) -> Profile {
    for domain in &mut profile.domains {
        domain.trace.rows.iter_mut().for_each(|row| row.weight = 0);
    }
    profile
}

#[test]
fn multiplying_all_weights_of_a_mean_changes_nothing() {
    holds(5, 20, 100, |Case { catalogue, responses, mut tape }| {
        let want = profiles(&catalogue, &responses);
        let factor = *tape.one_of(&[2, 3]);
        let overall_of = |id: &str| {
            let schemes = items(&catalogue["schemes"]);
            let scheme = schemes.iter().find(|scheme| scheme["id"] == *id).unwrap();
            word(&scheme["overall"]).to_owned()
        };
        let expect = |multiplied: &Value, is_same: &dyn Fn(&str) -> [bool; 2], what: &str| {
            let got = profiles(multiplied, &responses);
            for (id, want) in &want {
                let [are_domains, is_overall] = is_same(id);
                let (got, want) = (without_weights(got[id].clone()), without_weights(want.clone()));
                if are_domains {
                    assert_eq!(got.domains, want.domains, "{id}, {what}");
                }
                if is_overall {
                    assert_eq!(got.overall, want.overall, "{id}, {what}");
                }
            }
        };
        // The indicators of one subdomain: the means of the others are their own.
        let mut multiplied = catalogue.clone();
        let count = subdomains_of(&mut multiplied).count();
        let subdomain = subdomains_of(&mut multiplied).nth(tape.below(count)).unwrap();
        multiply_all(&mut subdomain["indicators"], factor);
        let is_same = |id: &str| {
            let are_domains = id.starts_with("subdomains");
            [are_domains, are_domains && overall_of(id) != "indicators"]
        };
        expect(&multiplied, &is_same, "the indicators of one subdomain");
        // Those of a whole domain: only a mean of all indicators may change.
        let mut multiplied = catalogue.clone();
        let domains = multiplied["domains"].as_array_mut().unwrap();
        let number = tape.below(domains.len());
        for subdomain in domains[number]["subdomains"].as_array_mut().unwrap() {
            multiply_all(&mut subdomain["indicators"], factor);
        }
        let is_same = |id: &str| [true, overall_of(id) != "indicators"];
        expect(&multiplied, &is_same, "the indicators of one domain");
        // All indicators, the subdomains of one domain, all domains: nothing changes.
        let mut multiplied = catalogue.clone();
        for subdomain in subdomains_of(&mut multiplied) {
            multiply_all(&mut subdomain["indicators"], factor);
        }
        expect(&multiplied, &|_| [true, true], "all indicators");
        let mut multiplied = catalogue.clone();
        multiply_all(&mut multiplied["domains"][number]["subdomains"], factor);
        expect(&multiplied, &|_| [true, true], "the subdomains of one domain");
        let mut multiplied = catalogue.clone();
        multiply_all(&mut multiplied["domains"], factor);
        expect(&multiplied, &|_| [true, true], "all domains");
        true
    });
}

/// Answers every scored indicator so that it has the points that `want` makes of the maximum.
fn answer_all(catalogue: &Value, responses: &mut Responses, want: impl Fn(u64) -> u64) {
    for indicator in indicators(catalogue) {
        let answer_type = generate::answer_type(catalogue, indicator);
        if let Some(maximum) = oracle::maximum(answer_type) {
            let answer = answer_with(answer_type, |points| points == want(maximum)).unwrap();
            responses.put(word(&indicator["code"]), json!({"answer": answer}));
        }
    }
}

#[test]
fn all_at_their_best_is_100_without_anything_to_develop() {
    holds(5, MOST_WEIGHT, 80, |Case { catalogue, mut responses, .. }| {
        answer_all(&catalogue, &mut responses, |maximum| maximum);
        let mut has_scores = false;
        for (id, profile) in profiles(&catalogue, &responses) {
            for domain in profile.domains {
                for finding in ["under_way", "partly", "not_in_place"] {
                    assert!(!domain.findings.contains_key(finding), "{id} {finding}");
                }
                let is_undecided = domain.counts.contains_key("undecided");
                if let Some(value) = domain.trace.value.filter(|_| !is_undecided) {
                    assert_eq!(value, Fraction::ONE, "{id}");
                    has_scores = true;
                }
            }
        }
        has_scores
    });
}

#[test]
fn all_at_their_worst_is_0_without_a_strength() {
    holds(5, MOST_WEIGHT, 90, |Case { catalogue, mut responses, .. }| {
        answer_all(&catalogue, &mut responses, |_| 0);
        let mut has_scores = false;
        for (id, profile) in profiles(&catalogue, &responses) {
            for domain in profile.domains {
                assert!(!domain.findings.contains_key("strength"), "{id}");
                assert!(!domain.findings.contains_key("partly"), "{id}");
                if let Some(value) = domain.trace.value {
                    assert_eq!(value, Fraction::ZERO, "{id}");
                    has_scores = true;
                }
            }
        }
        has_scores
    });
}

#[test]
fn raising_an_answer_lowers_no_score() {
    holds(10, MOST_WEIGHT, 60, |Case { catalogue, mut responses, mut tape }| {
        let before = profiles(&catalogue, &responses);
        let mut answered = that_stand(&before, &["answered"]);
        tape.shuffle(&mut answered);
        let raised = answered.into_iter().find_map(|code| {
            let answer_type = generate::answer_type(&catalogue, indicator(&catalogue, &code));
            let points = oracle::points(answer_type, &responses.entry(&code)?["answer"]);
            Some((code, answer_with(answer_type, |more| more > points)?))
        });
        let Some((code, answer)) = raised else { return false };
        responses.put(&code, json!({"answer": answer}));
        let after = profiles(&catalogue, &responses);
        for (id, before) in before {
            let after = &after[&id];
            for (before, after) in before.domains.iter().zip(&after.domains) {
                assert!(after.trace.value >= before.trace.value, "{id}");
                assert!(after.figures.interval >= before.figures.interval, "{id}");
                let highest = |figures: &Figures| figures.interval.map(|(_, highest)| highest);
                assert!(highest(&after.figures) >= highest(&before.figures), "{id}");
                assert_eq!(after.figures.coverage, before.figures.coverage, "{id}");
                assert_eq!(after.figures.reach, before.figures.reach, "{id}");
                let is_here = before.standings.iter().any(|(known, _)| *known == code);
                assert_eq!(after.trace.value > before.trace.value, is_here, "{id}");
            }
            let lowest = |figures: &Option<Figures>| figures.as_ref()?.interval;
            assert!(lowest(&after.overall) >= lowest(&before.overall), "{id}");
        }
        true
    });
}

#[test]
fn deleting_what_does_not_count_changes_counts_and_reach_only() {
    holds(10, MOST_WEIGHT, 40, |Case { mut catalogue, mut responses, mut tape }| {
        let before = profiles(&catalogue, &responses);
        let mut away =
            that_stand(&before, &["not_a_local_competence", "not_applicable_here", "not_asked"]);
        away.retain(|code| is_scored(&catalogue, indicator(&catalogue, code)));
        let scored = indicators(&catalogue).iter().filter(|one| is_scored(&catalogue, one)).count();
        if away.is_empty() || scored < 2 {
            return false;
        }
        let code = tape.one_of(&away).clone();
        for subdomain in subdomains_of(&mut catalogue) {
            subdomain["indicators"].as_array_mut().unwrap().retain(|one| one["code"] != code);
        }
        let domains = catalogue["domains"].as_array_mut().unwrap();
        for domain in domains.iter_mut() {
            let subdomains = domain["subdomains"].as_array_mut().unwrap();
            subdomains.retain(|subdomain| !items(&subdomain["indicators"]).is_empty());
        }
        domains.retain(|domain| !items(&domain["subdomains"]).is_empty());
        responses.take_out(&code);
        for member in ["queries", "priorities"] {
            if let Some(list) = responses.head.get_mut(member).and_then(Value::as_array_mut) {
                list.retain(|entry| entry["indicator"] != code);
            }
        }
        let after = profiles(&catalogue, &responses);
        for (id, before) in before {
            let total = |profile: &Profile| profile.counts.values().sum::<usize>();
            assert_eq!(total(&after[&id]) + 1, total(&before), "{id}");
            for after in &after[&id].domains {
                let before =
                    before.domains.iter().find(|domain| domain.code == after.code).unwrap();
                assert_eq!(after.trace.value, before.trace.value, "{id}");
                assert_eq!(after.figures.coverage, before.figures.coverage, "{id}");
                if are_published(&[&before.figures, &after.figures]) {
                    assert_eq!(after.figures.interval, before.figures.interval, "{id}");
                    assert_eq!(after.figures.possible_bands, before.figures.possible_bands, "{id}");
                }
                assert_eq!(after.findings, before.findings, "{id}");
                if after.figures.reach.is_some() {
                    assert!(after.figures.reach >= before.figures.reach, "{id}");
                }
            }
        }
        true
    });
}

/// Whether all of these figures are published: only then do they have an interval.
fn are_published(figures: &[&Figures]) -> bool {
    figures.iter().all(|figures| matches!(figures.score, Score::Published(..)))
}

/// Whether `inner` lies in `outer`; nothing lies in anything.
fn lies_in(inner: Option<(Fraction, Fraction)>, outer: Option<(Fraction, Fraction)>) -> bool {
    match (inner, outer) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(inner), Some(outer)) => outer.0 <= inner.0 && inner.1 <= outer.1,
    }
}

#[test]
fn filling_gaps_nests_the_interval_and_lowers_no_coverage() {
    holds(10, MOST_WEIGHT, 60, |Case { catalogue, mut responses, mut tape }| {
        let mut earlier = vec![profiles(&catalogue, &responses)];
        let mut gaps = that_stand(&earlier[0], &GAPS);
        tape.shuffle(&mut gaps);
        gaps.truncate(6);
        let has_gaps = !gaps.is_empty();
        for code in gaps {
            // An answer that waited for its condition may count by now; changing it fills no gap.
            let latest = earlier.last().unwrap();
            if !that_stand(latest, &GAPS).contains(&code) {
                continue;
            }
            let question = indicator(&catalogue, &code);
            let entry = if tape.happens(80) {
                generate::entry(&mut tape, &catalogue, question)
            } else {
                generate::state(&mut tape, &catalogue, question)
            };
            responses.put(&code, entry);
            if !oracle::excused_while_undecided(&catalogue, &responses).is_empty() {
                // This is a law of its own.
                return false;
            }
            let after = profiles(&catalogue, &responses);
            for (id, after) in &after {
                for before in &earlier {
                    let domains = before[id].domains.iter().zip(&after.domains);
                    let figures = domains.map(|(before, after)| (&before.figures, &after.figures));
                    let overall = before[id].overall.iter().zip(&after.overall);
                    for (before, after) in figures.chain(overall) {
                        if are_published(&[before, after]) {
                            assert!(lies_in(after.interval, before.interval), "{id} {code}");
                        }
                        if after.coverage.is_some() {
                            assert!(after.coverage >= before.coverage, "{id} {code}");
                        }
                    }
                }
                let published = after.domains.iter();
                for domain in published.filter(|domain| are_published(&[&domain.figures])) {
                    let (score, interval) = (domain.trace.value, domain.figures.interval);
                    assert!(lies_in(score.map(|score| (score, score)), interval), "{id} {code}");
                    if domain.figures.coverage == Some(Fraction::ONE) {
                        assert_eq!(score.map(|score| (score, score)), interval, "{id} {code}");
                    }
                }
            }
            earlier.push(after);
        }
        has_gaps
    });
}

#[test]
fn the_interval_is_as_wide_as_coverage_falls_short() {
    holds(5, MOST_WEIGHT, 90, |Case { catalogue, responses, .. }| {
        let mut has_interval = false;
        for (id, profile) in profiles(&catalogue, &responses) {
            let nodes = profile
                .domains
                .iter()
                .flat_map(|domain| std::iter::once(&domain.figures).chain(&domain.subdomains));
            for figures in nodes.chain(&profile.overall) {
                assert_eq!(figures.interval.is_some(), are_published(&[figures]), "{id}");
                if let Some(((lowest, highest), coverage)) = figures.interval.zip(figures.coverage)
                {
                    assert_eq!(highest - lowest, Fraction::ONE - coverage, "{id}");
                    has_interval = true;
                }
            }
        }
        has_interval
    });
}

#[test]
fn withholding_a_score_changes_no_other_node() {
    holds(5, MOST_WEIGHT, 60, |Case { mut catalogue, responses, .. }| {
        for scheme in catalogue["schemes"].as_array_mut().unwrap() {
            scheme.as_object_mut().unwrap().remove("minima");
        }
        let free = profiles(&catalogue, &responses);
        for scheme in catalogue["schemes"].as_array_mut().unwrap() {
            if scheme["gaps"] == "left_out" {
                scheme["minima"] = json!({"coverage": 60, "reach": 50, "answered": 5});
            }
        }
        let mut was_withheld = false;
        for (id, strict) in profiles(&catalogue, &responses) {
            let mut nodes: Vec<(&Figures, &Figures)> = Vec::new();
            for (strict, free) in strict.domains.iter().zip(&free[&id].domains) {
                nodes.push((&strict.figures, &free.figures));
                nodes.extend(strict.subdomains.iter().zip(&free.subdomains));
                assert_eq!(strict.trace, free.trace, "{id}");
                assert_eq!(strict.findings, free.findings, "{id}");
                assert_eq!(strict.counts, free.counts, "{id}");
            }
            nodes.extend(strict.overall.iter().zip(&free[&id].overall));
            for (strict, free) in nodes {
                assert_eq!(strict.coverage, free.coverage, "{id}");
                assert_eq!(strict.reach, free.reach, "{id}");
                if are_published(&[strict]) {
                    assert_eq!(strict, free, "{id}");
                } else {
                    assert_eq!(strict.interval, None, "{id}");
                    assert!(strict.possible_bands.is_empty(), "{id}");
                    was_withheld |= are_published(&[free]);
                }
            }
        }
        was_withheld
    });
}

#[test]
fn what_is_withheld_stands_nowhere_in_the_profile() {
    holds(5, MOST_WEIGHT, 25, |Case { catalogue, responses, .. }| {
        let assessment = assess(&catalogue, &responses);
        let mut was_withheld = false;
        for scheme in items(&catalogue["schemes"]) {
            let profile = assessment.profile_by(word(&scheme["id"])).unwrap();
            let profile = serde_json::to_value(profile).unwrap();
            let domains = items(&profile["domains"]);
            let subdomains = domains.iter().flat_map(|domain| items(&domain["subdomains"]));
            let nodes = domains.iter().chain(subdomains).map(|node| &node["figures"]);
            for figures in nodes.chain(profile.get("overall")) {
                let is_withheld = figures["score"].get("published").is_none();
                assert_eq!(figures["interval"].is_null(), is_withheld);
                assert_eq!(items(&figures["possible_bands"]).is_empty(), is_withheld);
            }
            for domain in domains {
                let is_withheld = domain["figures"]["score"].get("published").is_none();
                let trace = &domain["trace"];
                let rows = items(&trace["rows"]);
                assert!(rows.iter().all(|row| row["weight"].is_u64() && row["maximum"].is_u64()));
                for (holder, members) in std::iter::once((trace, ["numerator", "denominator"]))
                    .chain(rows.iter().map(|row| (row, ["share", "contribution"])))
                {
                    for member in members {
                        assert_eq!(holder.get(member).is_none(), is_withheld, "{member}");
                    }
                }
                was_withheld |= is_withheld;
            }
        }
        was_withheld
    });
}

#[test]
fn a_set_in_parts_has_the_profile_of_the_whole() {
    holds(10, MOST_WEIGHT, 60, |Case { catalogue, responses, mut tape }| {
        let want = assess(&catalogue, &responses);
        let count = tape.within(2, 4);
        let mut parts: Vec<Responses> = (0..count)
            .map(|_| Responses { head: responses.head.clone(), answers: Vec::new() })
            .collect();
        for member in ["respondents", "sources", "queries", "priorities"] {
            let Some(rows) = responses.head.get(member) else { continue };
            for part in &mut parts {
                part.head.insert(member.to_owned(), json!([]));
            }
            for row in items(rows) {
                // Some rows stand in two parts.
                for _ in 0..2 {
                    let part = &mut parts[tape.below(count)];
                    let list = part.head[member].as_array_mut().unwrap();
                    if !list.contains(row) {
                        list.push(row.clone());
                    }
                }
            }
        }
        for (code, entry) in &responses.answers {
            let holder = tape.below(count);
            for (number, part) in parts.iter_mut().enumerate() {
                if number == holder {
                    part.answers.push((code.clone(), entry.clone()));
                } else if tape.happens(30) {
                    // What a form leaves behind for the questions of the others.
                    let left = tape.one_of(&[json!({}), json!({"evidence": []})]).clone();
                    part.answers.push((code.clone(), left));
                }
            }
        }
        let sets: Vec<ResponseSet> = parts.iter().map(read).collect();
        let whole = match consolidate(&sets[0], &sets[1..]) {
            Ok(whole) => whole,
            Err(report) => panic!("the parts do not fit:\n{}", report.render("en")),
        };
        let got = load(&catalogue).assess(&whole).unwrap();
        assert_eq!(plain_profiles(&got), plain_profiles(&want));
        let written = |assessment: &Assessment| {
            let mut profile = serde_json::to_value(assessment.profile()).unwrap();
            // Tables and lists stand in the order of the parts.
            for member in ["respondents", "sources", "queries", "priorities"] {
                let rows = profile[member].as_array_mut().unwrap();
                rows.sort_by_key(Value::to_string);
                rows.dedup();
            }
            profile
        };
        assert_eq!(written(&got), written(&want));
        parts.iter().filter(|part| !part.answers.is_empty()).count() > 1
    });
}

#[test]
fn printing_a_set_and_reading_it_again_changes_nothing() {
    holds(5, MOST_WEIGHT, 100, |Case { catalogue, responses, .. }| {
        let set = read(&responses);
        let printed = serde_json::to_string(&set).unwrap();
        let again = ResponseSet::from_json(&printed).unwrap();
        assert_eq!(serde_json::to_string(&again).unwrap(), printed);
        let original: Value = serde_json::from_str(&responses.written()).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&printed).unwrap(), original);
        let catalogue = load(&catalogue);
        let profile = |set: &ResponseSet| {
            serde_json::to_string(&catalogue.assess(set).unwrap().profile()).unwrap()
        };
        assert_eq!(profile(&again), profile(&set));
        true
    });
}

#[test]
fn so_many_planted_mistakes_are_at_least_so_many_errors_each_in_its_place() {
    holds(100, MOST_WEIGHT, 100, |Case { catalogue, mut responses, mut tape }| {
        let sound = load(&catalogue);
        assert!(planted::report(&sound, &responses.written()).is_none(), "it was right before");
        let planted = planted::plant(&mut tape, &catalogue, &mut responses, 12);
        let text = responses.written();
        let report = planted::report(&sound, &text).expect("mistakes were planted");
        let errors = planted::errors(&report, &text);
        assert!(errors >= planted, "{errors} of {planted}:\n{}", report.render("en"));
        planted > 0
    });
}
