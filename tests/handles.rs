//! What a caller reads from a catalogue or a response set is what stands in its document: each
//! document is written anew from what the handles say, and compared with itself.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::integer_division,
    clippy::panic,
    reason = "helpers of tests may fail by a panic, a test reads its files, and sums are small"
)]

use std::path::Path;

use mgi::catalogue::{
    AnswerKind, AnswerLevel, AnswerType, Domain, Heading, Indicator, Label, Scheme, Source, Term,
    Vocabulary,
};
use mgi::profile::{Finding, Matter, Ratio, Standing, Trace, TraceRow};
use mgi::responses::Answer;
use mgi::{Assessment, Catalogue, ResponseSet};
use serde_json::{Map, Value, json};

/// Members that are there for other readers than the callers of this library.
const UNREAD: [&str; 5] = ["$schema", "format", "note", "read", "silence"];

#[test]
fn handles_of_a_catalogue_are_short_when_they_are_debugged() {
    let catalogue = Catalogue::local();
    let indicator = &catalogue.indicators()[0];
    for debugged in [
        format!("{catalogue:?}"),
        format!("{:?}", catalogue.domains()[0]),
        format!("{:?}", catalogue.domains()[0].subdomains()[0]),
        format!("{:?}", catalogue.schemes()[0]),
        format!("{:?}", catalogue.frameworks()[0]),
        format!("{indicator:?}"),
        format!("{:?}", indicator.answer_type()),
    ] {
        assert!(debugged.len() < 200, "{debugged}");
    }
    assert!(format!("{catalogue:?}").starts_with("Catalogue { id: \"mgi-local\", version: \""));
}

#[test]
fn what_is_read_from_a_response_set_is_what_stands_in_it() {
    let mut sample = document("indicators/samples/la-chorrera-2021.json");
    sample["sources"][0]["address"] = json!("https://example.org/1");
    sample["approval"] = json!({"body": "Council", "act": "Act 7", "date": "2022-03"});
    let catalogue = catalogue("tests/cases/base/catalogue.json");
    for (catalogue, document) in
        [(Catalogue::local(), sample), (catalogue, document("tests/cases/base/responses.json"))]
    {
        let set = ResponseSet::from_json(document.to_string()).expect("it is a response set");
        let assessment = catalogue.assess(&set);
        let assessment = assessment.unwrap_or_else(|report| panic!("{}", report.render("en")));
        assert_same(&responses_read(&assessment), &document);
        let profile = assessment.profile();
        let of_catalogue: Vec<&str> = catalogue.indicators().iter().map(Indicator::code).collect();
        assert_eq!(codes(&profile.matters()), of_catalogue);
        for matter in profile.matters() {
            let standing = assessment.standing(matter.indicator().code());
            assert_eq!(standing, Some(matter.standing()));
        }
        for (got, want) in profile.domains().iter().zip(catalogue.domains()) {
            let titles = ["en", "es"].map(|language| (got.title(language), want.title(language)));
            assert!(titles.iter().all(|(got, want)| got == want), "{titles:?}");
            let trace = got.trace();
            let written = serde_json::to_value(&trace).expect("a trace can be written");
            assert_eq!(trace_read(&trace), written);
        }
    }
}

#[test]
fn what_is_read_from_a_catalogue_is_what_stands_in_it() {
    let mut local = document("indicators/local/catalogue.json");
    for domain in local["domains"].as_array_mut().expect("domains are a list") {
        let file = domain.as_str().expect("the manifest names files").to_owned();
        *domain = document(&format!("indicators/local/{file}"));
    }
    let mut base = document("tests/cases/base/catalogue.json");
    base["schemes"][1]["overall"] = json!("domains");
    base["schemes"][1]["publishes_subdomains"] = json!(true);
    base["domains"][0]["weight"] = json!(7);
    base["domains"][0]["subdomains"][1]["weight"] = json!(3);
    let of_base = Catalogue::from_json(base.to_string()).expect("the base is sound");
    for (catalogue, mut document) in [(Catalogue::local(), local), (of_base, base)] {
        as_far_as_read(&mut document);
        assert_same(&catalogue_read(&catalogue), &document);
    }
}

#[test]
fn what_is_read_from_a_profile_is_what_it_writes() {
    let set = document("indicators/samples/la-chorrera-2021.json").to_string();
    let set = ResponseSet::from_json(set).expect("it is a response set");
    let assessment = Catalogue::local().assess(&set);
    let assessment = assessment.unwrap_or_else(|report| panic!("{}", report.render("en")));
    let profile = assessment.profile();
    let written = serde_json::to_value(&profile).expect("a profile can be written");
    let count = |is_meant: fn(Standing) -> bool| {
        profile.matters().iter().filter(|matter| is_meant(matter.standing())).count()
    };
    let counts = profile.counts();
    let answered = count(|standing| standing == Standing::Answered);
    assert_eq!(usize::try_from(counts.answered()), Ok(answered));
    assert_eq!(usize::try_from(counts.open()), Ok(count(Standing::is_open)));
    let mut sentences = 0;
    for (domain, written) in profile.domains().iter().zip(items(&written["domains"])) {
        let codes_where = |member: &str, words: &[&str]| -> Vec<&str> {
            let matters = items(&written["matters"]).iter();
            let meant = matters.filter(|matter| words.iter().any(|word| matter[member] == *word));
            meant.filter_map(|matter| matter["indicator"].as_str()).collect()
        };
        for (matter, written) in domain.matters().iter().zip(items(&written["matters"])) {
            for language in ["en", "es"] {
                let text = |member: &str| written[member][language].as_str();
                assert_eq!(matter.statement(language), text("statement"));
                assert_eq!(matter.first_step(language), text("first_step"));
                sentences += [matter.statement(language), matter.first_step(language)]
                    .iter()
                    .flatten()
                    .count();
            }
        }
        for (finding, word) in [
            (Finding::Strength, "strength"),
            (Finding::UnderWay, "under_way"),
            (Finding::Partly, "partly"),
            (Finding::NotInPlace, "not_in_place"),
        ] {
            assert_eq!(codes(&domain.findings(finding)), codes_where("finding", &[word]));
        }
        let open = ["unknown", "restricted", "unanswered", "undecided"];
        assert_eq!(codes(&domain.matters_that(Standing::is_open)), codes_where("standing", &open));
    }
    assert!(sentences > 100, "{sentences}");
}

#[test]
fn matters_domains_and_subdomains_find_each_other() {
    let profile = profile_of_the_sample();
    let assessment = profile.assessment();
    let mut seen = 0;
    for domain in profile.domains() {
        let found = profile.domain(domain.code()).expect("it has the domain");
        assert_eq!(found.figures(), domain.figures());
        assert_eq!(found.trace(), domain.trace());
        for subdomain in domain.subdomains() {
            assert_eq!(subdomain.domain().code(), domain.code());
            for matter in subdomain.matters() {
                let code = matter.indicator().code();
                let found = profile.matter(code).expect("it has the matter");
                assert_eq!(found.indicator().code(), code);
                assert_eq!(found.domain().code(), domain.code());
                let of = found.subdomain().map(mgi::profile::SubdomainProfile::code);
                assert_eq!(of, Some(subdomain.code()));
                let level = assessment.level(code).map(AnswerLevel::id);
                assert_eq!(matter.level().map(AnswerLevel::id), level);
                assert_eq!(level.is_some(), matter.standing() == Standing::Answered);
                seen += 1;
            }
        }
    }
    assert_eq!(seen, profile.matters().len());
    assert!(profile.domain("none").is_none() && profile.matter("none").is_none());
}

#[test]
fn answers_are_found_as_they_were_read() {
    let profile = profile_of_the_sample();
    let assessment = profile.assessment();
    let set = assessment.responses();
    let written = document("indicators/samples/la-chorrera-2021.json");
    let written = written["answers"].as_object().expect("answers are an object");
    assert_eq!(set.answers().count(), written.len());
    for (code, answer) in set.answers() {
        let want = assessment.answer(code).expect("it is an indicator");
        assert_eq!(answer.account(), want.account());
        assert_eq!(answer.account(), written[code]["account"].as_str());
        let found = set.answer(code).expect("it is among the answers");
        assert_eq!(found.account(), want.account());
    }
    assert!(set.answer("none").is_none());
}

#[test]
fn a_trace_adds_up_to_all_figures() {
    let profile = profile_of_the_sample();
    let (mut compared, mut published) = (0, 0);
    for scheme in profile.assessment().catalogue().schemes() {
        let profile = profile.assessment().profile_by(scheme.id()).expect("it has the scheme");
        for domain in profile.domains() {
            let (trace, figures) = (domain.trace(), domain.figures());
            let whole = trace.counting_denominator();
            let sum = |share: &dyn Fn(&TraceRow) -> u128| trace.rows().iter().map(share).sum();
            assert_eq!(trace.counting_denominator(), sum(&TraceRow::counting_share));
            assert_eq!(trace.denominator(), sum(&TraceRow::share));
            let is_answered = |row: &TraceRow| row.standing() == Standing::Answered;
            let answered = |row: &TraceRow| if is_answered(row) { row.counting_share() } else { 0 };
            assert_eq!(figures.coverage(), Ratio::new(sum(&answered), whole));
            // Exact: a counting share is a multiple of every maximum.
            let lowest = |row: &TraceRow| {
                answered(row) / u128::from(row.maximum()) * u128::from(row.points().unwrap_or(0))
            };
            let highest = |row: &TraceRow| {
                if is_answered(row) { lowest(row) } else { row.counting_share() }
            };
            assert_eq!(figures.interval().is_some(), trace.is_published());
            if let Some(interval) = figures.interval() {
                assert_eq!(Some(interval.lowest()), Ratio::new(sum(&lowest), whole));
                assert_eq!(Some(interval.highest()), Ratio::new(sum(&highest), whole));
                published += 1;
            }
            for row in trace.rows() {
                let (points, maximum) = (row.points(), row.maximum().into());
                let value = points.and_then(|points| Ratio::new(points.into(), maximum));
                assert_eq!(row.value(), value);
                assert_eq!(is_answered(row), points.is_some());
                assert_eq!(row.standing().counts(), row.counting_share() > 0);
            }
            compared += 1;
        }
    }
    assert!(compared >= 12 && published >= 8, "{compared}, {published}");
}

#[test]
fn what_developers_see_of_a_handle_is_short() {
    let profile = profile_of_the_sample();
    let assessment = profile.assessment();
    let want = "Assessment { catalogue: mgi-local 1.0.0, place: \"PA-10-CHORRERA\", stage: Final, ";
    assert!(format!("{assessment:?}").starts_with(want), "{assessment:?}");
    let mut shown = vec![format!("{profile:?}"), format!("{assessment:?}")];
    shown.push(format!("{:?}", assessment.responses()));
    for domain in profile.domains() {
        shown.push(format!("{domain:?}"));
        shown.push(format!("{:?}", domain.figures()));
        shown.extend(domain.subdomains().iter().map(|subdomain| format!("{subdomain:?}")));
        shown.extend(domain.matters().iter().map(|matter| format!("{matter:?}")));
    }
    shown.extend(assessment.responses().answers().map(|(_, answer)| format!("{answer:?}")));
    assert!(shown.len() > 180, "{}", shown.len());
    for shown in shown {
        assert!(shown.len() < 1000, "{shown}");
    }
}

fn profile_of_the_sample() -> mgi::Profile {
    let set = document("indicators/samples/la-chorrera-2021.json").to_string();
    let set = ResponseSet::from_json(set).expect("it is a response set");
    let assessment = Catalogue::local().assess(&set);
    assessment.unwrap_or_else(|report| panic!("{}", report.render("en"))).profile()
}

fn codes(matters: &[Matter]) -> Vec<&str> {
    matters.iter().map(|matter| matter.indicator().code()).collect()
}

fn items(value: &Value) -> &[Value] {
    value.as_array().expect("it is a list")
}

fn document(path: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(path).expect("the file can be read");
    serde_json::from_str(&text).expect("the file is JSON")
}

fn catalogue(path: &str) -> Catalogue {
    let catalogue = Catalogue::from_json(document(path).to_string());
    catalogue.unwrap_or_else(|report| panic!("{}", report.render("en")))
}

/// Compares member by member, so that a failure shows the place.
#[track_caller]
fn assert_same(got: &Value, want: &Value) {
    let (got, want) = (without_defaults(got), without_defaults(want));
    for (name, want) in want.as_object().expect("a document is an object") {
        let (got, want) = (&got[name], want);
        if let (Value::Object(got), Value::Object(want)) = (got, want) {
            for (name, want) in want {
                assert_eq!(got.get(name), Some(want), "{name}");
            }
        }
        if let (Value::Array(got), Value::Array(want)) = (got, want) {
            for (got, want) in got.iter().zip(want) {
                assert_eq!(got, want);
            }
        }
        assert_eq!(got, want, "{name}");
    }
    assert_eq!(got, want);
}

/// The value without members that no handle gives, and without values that mean the same as absence,
/// such as `false` and empty lists.
fn without_defaults(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.iter().filter(|(name, _)| !UNREAD.contains(&name.as_str()));
            let members = members.map(|(name, value)| (name.clone(), without_defaults(value)));
            Value::Object(members.filter(|(_, value)| !says_nothing(value)).collect())
        }
        Value::Array(items) => items.iter().map(without_defaults).collect(),
        other => other.clone(),
    }
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

fn responses_read(assessment: &Assessment) -> Value {
    let set = assessment.responses();
    let (place, round, catalogue) = (set.place(), set.round(), assessment.catalogue());
    let answers = catalogue.indicators().iter().filter_map(|indicator| {
        let answer = assessment.answer(indicator.code())?;
        Some((indicator.code().to_owned(), answer_read(indicator, &answer)))
    });
    let respondents = set.respondents().map(|respondent| {
        json!({
            "id": respondent.id(),
            "institution": respondent.institution(),
            "level": respondent.level().map(|level| level.name()),
            "role": respondent.role().map(|role| role.name()),
        })
    });
    let sources = set.sources().map(|source| {
        json!({
            "id": source.id(),
            "title": source.title(),
            "kind": source.kind().map(|kind| kind.name()),
            "date": source.date(),
            "address": source.address(),
        })
    });
    let queries = set.queries().map(|query| {
        json!({
            "indicator": query.indicator(),
            "to": query.addressee(),
            "text": query.text(),
            "raised": query.raised(),
            "closed": query.closed(),
            "resolution": query.resolution(),
        })
    });
    let priorities = set.priorities().map(|priority| {
        json!({
            "indicator": priority.indicator(),
            "action": priority.action(),
            "responsible": priority.responsible(),
            "date": priority.date(),
            "status": priority.status().map(|status| status.name()),
        })
    });
    let approval = set.approval().map(
        |approval| json!({"body": approval.body(), "act": approval.act(), "date": approval.date()}),
    );
    json!({
        "catalogue": {"id": set.catalogue_id(), "version": set.catalogue_version()},
        "illustrative": set.is_illustrative(),
        "language": set.language(),
        "place": {
            "code": place.code(),
            "name": place.name(),
            "country": place.country(),
            "subdivision": place.subdivision(),
        },
        "round": {
            "period": round.period(),
            "kind": round.kind().map(|kind| kind.name()),
            "stage": assessment.stage().name(),
            "information_as_of": round.information_as_of(),
        },
        "context": set.context(),
        "respondents": respondents.collect::<Value>(),
        "sources": sources.collect::<Value>(),
        "answers": answers.collect::<Map<_, _>>(),
        "queries": queries.collect::<Value>(),
        "priorities": priorities.collect::<Value>(),
        "approval": approval,
    })
}

/// The trace as it is written: without its sums where the score is withheld.
fn trace_read(trace: &Trace) -> Value {
    let is_published = trace.is_published();
    let rows = trace.rows().iter().map(|row| {
        let mut read = json!({
            "indicator": row.indicator(),
            "subdomain": row.subdomain(),
            "points": row.points(),
            "maximum": row.maximum(),
            "weight": row.weight(),
        });
        if is_published {
            read["share"] = json!(row.share());
            read["contribution"] = json!(row.contribution());
        }
        read
    });
    let mut read = json!({"rows": rows.collect::<Value>()});
    assert_eq!(trace.value(), Ratio::new(trace.numerator(), trace.denominator()));
    if is_published {
        read["numerator"] = json!(trace.numerator());
        read["denominator"] = json!(trace.denominator());
    }
    read
}

fn answer_read(indicator: &Indicator, answer: &Answer) -> Value {
    let number = answer.number().map(|number| serde_json::from_str::<Value>(&number));
    let number = number.transpose().expect("a number is a number in JSON");
    let ticked: Vec<&str> = answer.ticked().collect();
    // Each kind of answer is read by its own getter and by no other.
    let value = match indicator.answer_type().kind() {
        AnswerKind::Choice => json!([answer.chosen(), null, null, []]),
        AnswerKind::Text => json!([null, answer.text(), null, []]),
        AnswerKind::Number => json!([null, null, number, []]),
        _ => json!([null, null, null, ticked]),
    };
    assert_eq!(value, json!([answer.chosen(), answer.text(), number, ticked]));
    let value = match indicator.answer_type().kind() {
        AnswerKind::Checklist => json!(ticked),
        _ => json!(answer.chosen().or(answer.text()).map_or(json!(number), Value::from)),
    };
    let evidence = answer.evidence();
    let evidence = evidence.map(|row| json!({"source": row.source(), "where": row.position()}));
    json!({
        "answer": value,
        "state": answer.state().map(|state| state.name()),
        "account": answer.account(),
        "evidence": evidence.collect::<Value>(),
        "by": answer.respondents().collect::<Value>(),
        "responsible": answer.responsible().map(|responsible| responsible.name()),
        "review": answer.review().map(|review| review.name()),
        "in_force_since": answer.in_force_since(),
        "in_force_until": answer.in_force_until(),
        "holder": {
            "level": answer.holder_level().map(|level| level.name()),
            "institution": answer.holder(),
        },
        "legal_basis": answer.legal_basis(),
        "in_territory": answer.in_territory(),
        "reason": answer.reason(),
        "asked": answer.asked(),
        "asked_on": answer.asked_on(),
        "act": answer.act(),
    })
}

/// Removes from a catalogue's document the members that no handle gives.
fn as_far_as_read(document: &mut Value) {
    if let Some(provenance) = document.get_mut("provenance") {
        *provenance = provenance["statement"].take();
    }
    for framework in document["frameworks"].as_object_mut().expect("it has frameworks").values_mut()
    {
        framework["sources"].take();
    }
    for scheme in document["schemes"].as_array_mut().expect("it has schemes") {
        scheme["sources"].take();
    }
    let types = document["answer_types"].clone();
    for domain in document["domains"].as_array_mut().expect("it has domains") {
        for subdomain in domain["subdomains"].as_array_mut().expect("it has subdomains") {
            for indicator in subdomain["indicators"].as_array_mut().expect("it has indicators") {
                first_steps_by_level(indicator, &types);
            }
        }
    }
    // The first step of an option or level is read from the indicators.
    for answer_type in document["answer_types"].as_object_mut().expect("it has types").values_mut()
    {
        for list in ["options", "levels"] {
            for item in
                answer_type.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten()
            {
                item["first_step"].take();
            }
        }
    }
}

fn first_steps_by_level(indicator: &mut Value, types: &Value) {
    let answer_type = &types[indicator["answer_type"].as_str().expect("it has a type")];
    let list = answer_type.get("levels").or_else(|| answer_type.get("options"));
    let levels = list.and_then(Value::as_array).into_iter().flatten();
    let steps = levels.filter_map(|level| {
        let step = indicator.get("first_steps")?.get(level.get("first_step")?.as_str()?)?;
        Some((level["id"].as_str()?.to_owned(), step.clone()))
    });
    indicator["first_steps"] = Value::Object(steps.collect());
}

fn catalogue_read(catalogue: &Catalogue) -> Value {
    let languages: Vec<&str> = catalogue.languages().collect();
    let read = Read { catalogue, languages };
    let terms = catalogue.terms().iter().map(|term| {
        assert_eq!(catalogue.term(term.id()).map(Term::id), Some(term.id()));
        json!({
            "id": term.id(),
            "term": read.text(|language| Some(term.term(language))),
            "definition": read.text(|language| Some(term.definition(language))),
        })
    });
    let frameworks = catalogue.frameworks().iter().map(|framework| {
        let targets = framework.targets().map(|target| {
            (target.to_owned(), read.text(|language| framework.target(target, language)))
        });
        let key = framework.key().to_owned();
        let framework = json!({
            "title": read.text(|language| Some(framework.title(language))),
            "targets": targets.collect::<Map<_, _>>(),
        });
        (key, framework)
    });
    let sources = catalogue.sources().iter().map(|source| {
        assert_eq!(catalogue.source(source.key()).map(Source::title), Some(source.title()));
        (source.key().to_owned(), json!({"title": source.title(), "address": source.address()}))
    });
    let types = catalogue.indicators().iter().map(|indicator| {
        let answer_type = indicator.answer_type();
        let known = catalogue.answer_type(answer_type.name());
        assert_eq!(known.map(AnswerType::name), Some(answer_type.name()));
        (answer_type.name().to_owned(), read.answer_type(answer_type))
    });
    let schemes = catalogue.schemes().iter().map(|scheme| {
        assert_eq!(catalogue.scheme(scheme.id()).map(Scheme::id), Some(scheme.id()));
        read.scheme(scheme)
    });
    let domains = catalogue.domains().iter().map(|domain| {
        assert_eq!(catalogue.domain(domain.code()).map(Domain::code), Some(domain.code()));
        let subdomains = domain.subdomains().iter().map(|subdomain| {
            let indicators = subdomain.indicators().iter();
            for indicator in subdomain.indicators() {
                assert_eq!(indicator.domain().code(), domain.code());
                assert_eq!(indicator.subdomain().map(Heading::code), Some(subdomain.code()));
                for language in &read.languages {
                    assert_eq!(indicator.domain().title(language), domain.title(language));
                    let title = indicator.subdomain().map(|heading| heading.title(language));
                    assert_eq!(title, Some(subdomain.title(language)));
                }
            }
            json!({
                "code": subdomain.code(),
                "title": read.text(|language| Some(subdomain.title(language))),
                "weight": Some(subdomain.weight()).filter(|weight| *weight != 1),
                "indicators": indicators.map(|each| read.indicator(each)).collect::<Value>(),
            })
        });
        json!({
            "code": domain.code(),
            "title": read.text(|language| Some(domain.title(language))),
            "scope": read.text(|language| domain.scope(language)),
            "weight": Some(domain.weight()).filter(|weight| *weight != 1),
            "subdomains": subdomains.collect::<Value>(),
        })
    });
    json!({
        "id": catalogue.id(),
        "version": catalogue.version(),
        "title": read.text(|language| Some(catalogue.title(language))),
        "notice": read.text(|language| Some(catalogue.notice(language))),
        "unit": catalogue.unit().map(|unit| json!({
            "the": read.text(|language| Some(unit.the(language))),
            "this": read.text(|language| Some(unit.this(language))),
        })),
        "provenance": read.text(|language| catalogue.provenance(language)),
        "languages": read.languages,
        "terms": terms.collect::<Value>(),
        "vocabularies": read.vocabularies(),
        "frameworks": frameworks.collect::<Map<_, _>>(),
        "sources": sources.collect::<Map<_, _>>(),
        "answer_types": types.collect::<Map<_, _>>(),
        "schemes": schemes.collect::<Value>(),
        "domains": domains.collect::<Value>(),
    })
}

/// A catalogue and the languages in which its texts are read.
struct Read<'c> {
    catalogue: &'c Catalogue,
    languages: Vec<&'c str>,
}

impl Read<'_> {
    /// A text in every language in which there is one.
    fn text<'t>(&self, text: impl Fn(&str) -> Option<&'t str>) -> Value {
        let texts = self
            .languages
            .iter()
            .filter_map(|language| Some(((*language).to_owned(), Value::from(text(language)?))));
        Value::Object(texts.collect())
    }

    fn vocabularies(&self) -> Value {
        let vocabularies = Vocabulary::ALL.iter().copied().map(|vocabulary| {
            let name = vocabulary.name();
            let keys = self.catalogue.vocabulary(vocabulary).iter().map(Label::key);
            let labels = keys.map(|key| {
                let label = self.catalogue.label(vocabulary, key).expect("a key has a label");
                let label = json!({
                    "label": self.text(|language| Some(label.label(language))),
                    "description": self.text(|language| label.description(language)),
                });
                (key.to_owned(), label)
            });
            (name.to_owned(), Value::Object(labels.collect()))
        });
        Value::Object(vocabularies.collect())
    }

    fn answer_type(&self, answer_type: &AnswerType) -> Value {
        let options = answer_type.options().iter().map(|option| {
            assert_eq!(answer_type.option(option.id()).map(|found| found.id()), Some(option.id()));
            let levels = answer_type.levels().iter();
            let of_choice = levels.clone().filter(|_| answer_type.kind() == AnswerKind::Choice);
            let level = of_choice.clone().find(|level| level.id() == option.id());
            json!({
                "id": option.id(),
                "label": self.text(|language| Some(option.label(language))),
                "lenses": option.lenses().collect::<Vec<_>>(),
                "points": level.map(|level| level.points()),
                "under_way": level.map(|level| level.is_under_way()),
            })
        });
        let levels = answer_type.levels().iter().map(|level| {
            json!({
                "id": level.id(),
                "label": self.text(|language| Some(level.label(language))),
                "from": level.least_ticked(),
                "points": level.points(),
                "under_way": level.is_under_way(),
            })
        });
        let levels = levels.filter(|_| answer_type.kind() == AnswerKind::Checklist);
        let bounds = answer_type.bounds();
        json!({
            "kind": answer_type.kind().name(),
            "options": options.collect::<Value>(),
            "none": self.text(|language| answer_type.none_label(language)),
            "levels": levels.collect::<Value>(),
            "minimum": bounds.map(|bounds| bounds.minimum()),
            "maximum": bounds.map(|bounds| bounds.maximum()),
            "decimals": bounds.map(|bounds| bounds.decimals()).filter(|decimals| *decimals > 0),
            "unit": self.text(|language| answer_type.unit(language)),
        })
    }

    fn scheme(&self, scheme: &Scheme) -> Value {
        let minima = scheme.minima();
        let bands = scheme.bands().iter().map(|band| {
            let label = self.text(|language| Some(band.label(language)));
            json!({"id": band.id(), "label": label, "from": band.begins_at()})
        });
        json!({
            "id": scheme.id(),
            "title": self.text(|language| Some(scheme.title(language))),
            "description": self.text(|language| Some(scheme.description(language))),
            "aggregation": scheme.aggregation().name(),
            "gaps": scheme.gaps().name(),
            "overall": scheme.overall().map(|overall| overall.name()),
            "publishes_subdomains": scheme.publishes_subdomains(),
            "minima": {
                "coverage": Some(minima.coverage()).filter(|coverage| *coverage > 0),
                "reach": Some(minima.reach()).filter(|reach| *reach > 0),
                "answered": Some(minima.answered()).filter(|answered| *answered > 0),
            },
            "bands": bands.collect::<Value>(),
        })
    }

    fn indicator(&self, indicator: &Indicator) -> Value {
        let answer_type = indicator.answer_type();
        let links = indicator.links().iter();
        let links = links.map(|link| {
            let framework = self.catalogue.framework(link.framework());
            let framework = framework.expect("a link names a framework");
            for language in &self.languages {
                assert_eq!(framework.target(link.target(), language), Some(link.text(language)));
            }
            let to = format!("{}:{}", link.framework(), link.target());
            json!({"to": to, "basis": link.basis().name()})
        });
        let condition = indicator.condition().iter();
        let when: Vec<Value> = condition
            .map(|clause| {
                let options: Vec<&str> = clause.options().collect();
                json!({"indicator": clause.indicator(), "is": options})
            })
            .collect();
        assert_eq!(indicator.is_conditional(), !when.is_empty());
        let mut states: Vec<&str> = indicator.states().map(|state| state.name()).collect();
        // It always may be chosen, so documents leave it out.
        states.retain(|state| *state != "unknown");
        let options = answer_type.options().iter().map(|option| option.id());
        let criteria = options
            .map(|id| (id.to_owned(), self.text(|language| indicator.criterion(id, language))));
        let levels = || answer_type.levels().iter().map(|level| level.id());
        let statements = levels()
            .map(|id| (id.to_owned(), self.text(|language| indicator.statement(id, language))));
        let steps = levels()
            .map(|id| (id.to_owned(), self.text(|language| indicator.first_step(id, language))));
        json!({
            "code": indicator.code(),
            "number": indicator.number(),
            "official_code": indicator.official_code(),
            "about": indicator.about(),
            "kind": indicator.kind(),
            "ask": indicator.ask().collect::<Vec<_>>(),
            "title": self.text(|language| Some(indicator.title(language))),
            "question": self.text(|language| Some(indicator.question(language))),
            "guidance": self.text(|language| indicator.guidance(language)),
            "answer_type": answer_type.name(),
            "weight": Some(indicator.weight()).filter(|weight| *weight != 1),
            "states": states,
            "when": when,
            "criteria": criteria.collect::<Map<_, _>>(),
            "statements": statements.collect::<Map<_, _>>(),
            "first_steps": steps.collect::<Map<_, _>>(),
            "lenses": indicator.lenses().collect::<Vec<_>>(),
            "links": links.collect::<Value>(),
            "basis": {"grade": indicator.grade(), "sources": indicator.sources().collect::<Vec<_>>()},
        })
    }
}
