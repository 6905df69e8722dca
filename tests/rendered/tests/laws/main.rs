//! The laws of rendered profiles, each on made-up documents, in HTML and Markdown, in both languages.
//!
//! What a page should say is read from the profile's JSON; what it says is found by headings, codes
//! and numbers, so that a profile may be laid out in another way.

mod words;

use std::cell::Cell;
use std::collections::BTreeMap;

use mgi::{Catalogue, Profile, ResponseSet, render};
use mgi_rendered::documents::Documents;
use mgi_rendered::page::{Item, Page, Table, without_count};
use serde_json::Value;

use self::words::Words;

/// How many documents are made for each law.
const DOCUMENTS: u64 = 150;

/// A rendered profile, and the profile.
struct Rendered {
    page: Page,
    words: &'static Words,
    profile: Value,
}

#[track_caller]
fn profile(documents: &Documents) -> Profile {
    let catalogue = Catalogue::from_json(documents.catalogue.to_string());
    let catalogue = catalogue.unwrap_or_else(|report| panic!("{}", report.render("en")));
    let set = ResponseSet::from_json(documents.responses.to_string()).expect("a response set");
    match catalogue.assess(&set) {
        Ok(assessment) => assessment.profile(),
        Err(report) => panic!("{}", report.render("en")),
    }
}

/// Holds a law to every made-up profile. It returns how many things it looked at, and over all
/// profiles they must be `least` or more.
#[track_caller]
fn holds(least: usize, law: impl Fn(&Rendered) -> usize) {
    let mut looked_at = 0;
    for seed in 0..DOCUMENTS {
        let profile = profile(&Documents::of(seed));
        let written = serde_json::to_value(&profile).expect("a profile is JSON");
        for words in &words::ALL {
            let pages = [
                Page::of_html(&render::html(&profile, words.language)),
                Page::of_markdown(&render::markdown(&profile, words.language)),
            ];
            for page in pages {
                looked_at += law(&Rendered { page, words, profile: written.clone() });
            }
        }
    }
    assert!(looked_at >= least, "the law looked at {looked_at} things");
}

impl Rendered {
    fn domains(&self) -> &[Value] {
        items(&self.profile["domains"])
    }

    /// The items of a domain, each with its matter.
    fn matters<'r>(&'r self, domain: &'r Value) -> Vec<(&'r Item, &'r Value)> {
        let matters = items(&domain["matters"]);
        let found =
            self.page.items.iter().filter(|item| is_of(item, domain) && !item.key.is_empty());
        let matter = |key: &str| matters.iter().find(|matter| matter["indicator"] == *key);
        found.map(|item| (item, matter(&item.key).unwrap_or_else(|| panic!("{item:?}")))).collect()
    }

    /// Every matter of the profile with its item.
    fn all_matters(&self) -> Vec<(&Item, &Value)> {
        self.domains().iter().flat_map(|domain| self.matters(domain)).collect()
    }
}

/// Whether an item stands under the heading of a domain.
fn is_of(item: &Item, domain: &Value) -> bool {
    item.under.iter().any(|heading| heading.ends_with(text(&domain["title"])))
}

/// The list that a matter belongs to.
fn list(matter: &Value) -> &str {
    match (matter["finding"].as_str(), word(&matter["standing"])) {
        (Some(finding), _) => finding,
        (None, "unknown" | "restricted" | "unanswered" | "undecided") => "open",
        (None, standing) => standing,
    }
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// A text of the catalogue.
fn text(value: &Value) -> &str {
    word(&value["en"])
}

/// Letters and digits: what no format escapes, and no quotation mark touches.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

#[track_caller]
fn assert_says(said: &str, want: &str) {
    assert!(letters(said).contains(&letters(want)), "{want:?} is not in {said:?}");
}

/// That one of the notes of an item, and only one, says this.
#[track_caller]
fn assert_notes(item: &Item, want: &str) {
    let says = item.notes.iter().filter(|note| letters(note).contains(&letters(want)));
    assert_eq!(says.count(), 1, "{want:?} in {item:?}");
}

/// The numbers in a text.
fn numbers(text: &str) -> Vec<String> {
    let text = text.replace(',', ".");
    let numbers = text.split(|letter: char| !letter.is_ascii_digit() && letter != '.');
    numbers.filter(|number| !number.is_empty()).map(str::to_owned).collect()
}

/// The value, if it is not null.
fn there(value: &Value) -> Option<&Value> {
    (!value.is_null()).then_some(value)
}

fn percent(ratio: &Value) -> String {
    format!("{:.1}", ratio["percent"].as_f64().expect("a percentage"))
}

#[test]
fn every_matter_stands_once_in_its_list_its_domain_and_its_area() {
    holds(8_000, |Rendered { page, words, profile }| {
        let mut got = Vec::new();
        for domain in items(&profile["domains"]) {
            for item in page.items.iter().filter(|item| is_of(item, domain)) {
                let (list, area) = match &item.under[..] {
                    [.., list, area] => (without_count(list), area.as_str()),
                    other => panic!("{other:?}"),
                };
                got.push((word(&domain["code"]), list, area, item.key.as_str()));
            }
        }
        let mut want = Vec::new();
        for domain in items(&profile["domains"]) {
            let areas = items(&domain["subdomains"]);
            for matter in items(&domain["matters"]) {
                let code = word(&matter["indicator"]);
                // Generated codes begin with that of their area.
                let of_area =
                    |area: &&Value| code.starts_with(&format!("{}i", word(&area["code"])));
                let area = areas.iter().find(of_area).expect("its area");
                let list = words.list(list(matter));
                want.push((word(&domain["code"]), list, text(&area["title"]), code));
            }
        }
        got.sort_unstable();
        want.sort_unstable();
        assert_eq!(got, want);
        got.len()
    });
}

#[test]
fn the_number_in_the_title_of_a_list_is_that_of_its_items() {
    holds(3_000, |rendered| {
        let mut lists: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for domain in rendered.domains() {
            for (item, matter) in rendered.matters(domain) {
                let title = rendered.words.list(list(matter));
                let heading = item.under.iter().find(|heading| without_count(heading) == title);
                let key = (word(&domain["code"]), heading.expect("its list").as_str());
                *lists.entry(key).or_default() += 1;
            }
        }
        for ((_, heading), count) in &lists {
            assert_eq!(numbers(heading).last(), Some(&count.to_string()), "{heading}");
        }
        lists.len()
    });
}

#[test]
fn the_table_of_counts_has_the_counts_of_the_profile() {
    holds(10_000, |Rendered { page, words, profile }| {
        let domains = items(&profile["domains"]);
        let table = page.table(word(&domains[0]["code"]));
        let mut columns: Vec<(&str, &Value)> =
            domains.iter().map(|domain| (word(&domain["code"]), &domain["counts"])).collect();
        columns.push((words.all_domains, &profile["counts"]));
        let titles: Vec<&str> = table.rows[0][1..].iter().map(String::as_str).collect();
        assert_eq!(titles, columns.iter().map(|(title, _)| *title).collect::<Vec<_>>());
        let mut looked_at = 0;
        for (column, counts) in columns {
            let sum = |members: &[&str]| -> u64 {
                members.iter().map(|member| counts[member].as_u64().expect("a count")).sum()
            };
            let rows = [
                (words.list("strength"), sum(&["strengths"])),
                (words.list("under_way"), sum(&["under_way"])),
                (words.list("partly"), sum(&["partly"])),
                (words.list("not_in_place"), sum(&["not_in_place"])),
                (words.list("open"), sum(&["unknown", "restricted", "unanswered", "undecided"])),
                (words.list("not_a_local_competence"), sum(&["not_a_local_competence"])),
                (words.not_here, sum(&["not_applicable_here", "not_asked"])),
                (words.list("context"), sum(&["indicators"]) - sum(&["scored"])),
                (words.total, sum(&["indicators"])),
            ];
            for (row, want) in rows {
                assert_eq!(table.cell(row, column), want.to_string(), "{row}, {column}");
                looked_at += 1;
            }
        }
        looked_at
    });
}

#[test]
fn the_tables_of_figures_have_the_figures_of_the_profile() {
    let seen = Cell::new([0_u32; 5]);
    holds(1_000, |rendered| {
        let Rendered { page, words, profile } = rendered;
        let domains = items(&profile["domains"]);
        let mut rows: Vec<Node<'_>> = domains
            .iter()
            .map(|domain| Node::of(text(&domain["title"]).to_owned(), domain))
            .collect();
        if let Some(overall) = there(&profile["overall"]) {
            let row = words.all_domains.to_owned();
            rows.push(Node { row, figures: overall, counts: &profile["counts"] });
        }
        let mut looked_at = rendered.figures(page.table(words.domain), &rows, &seen);
        if profile["scheme"]["publishes_subdomains"] == true {
            let areas = domains.iter().flat_map(|domain| items(&domain["subdomains"]));
            let rows: Vec<Node<'_>> = areas
                .map(|area| {
                    let (code, title) = (word(&area["code"]), text(&area["title"]));
                    Node::of(format!("{code} · {title}"), area)
                })
                .collect();
            looked_at += rendered.figures(page.table(words.area), &rows, &seen);
            let mut counts_seen = seen.get();
            counts_seen[4] += 1;
            seen.set(counts_seen);
        }
        looked_at
    });
    assert!(seen.get().iter().all(|count| *count > 50), "{:?}", seen.get());
}

/// What has figures, and the row in which they stand.
struct Node<'r> {
    row: String,
    figures: &'r Value,
    counts: &'r Value,
}

impl<'r> Node<'r> {
    fn of(row: String, node: &'r Value) -> Self {
        Self { row, figures: &node["figures"], counts: &node["counts"] }
    }

    fn count(&self, members: &[&str]) -> u64 {
        members.iter().map(|member| self.counts[member].as_u64().expect("a count")).sum()
    }
}

impl Rendered {
    /// That a table has these figures, and nothing else. It counts what was seen.
    fn figures(&self, table: &Table, rows: &[Node<'_>], seen: &Cell<[u32; 5]>) -> usize {
        let words = self.words;
        assert_eq!(table.rows.len(), rows.len() + 1);
        let bands = items(&self.profile["scheme"]["bands"]);
        let label = |id: &Value| {
            let band = bands.iter().find(|band| band["id"] == *id);
            text(&band.expect("a band of the scheme")["label"])
        };
        let mut counts_seen = seen.get();
        for node in rows {
            let figures = node.figures;
            let answered = node.count(&["strengths", "under_way", "partly", "not_in_place"]);
            let open = node.count(&["unknown", "restricted", "unanswered", "undecided"]);
            let counting = answered + open;
            let cell = |column| table.cell(&node.row, column);
            let mut range = Vec::new();
            if let Some(published) = figures["score"].get("published") {
                assert_eq!(numbers(cell(words.score)), [percent(&published["value"])]);
                assert!(cell(words.band).starts_with(label(&published["band"])));
                for band in items(&figures["possible_bands"]) {
                    assert_says(cell(words.band), label(band));
                }
                let interval = &figures["interval"];
                range.push(percent(&interval["lowest"]));
                if interval["lowest"] != interval["highest"] {
                    range.push(percent(&interval["highest"]));
                    counts_seen[2] += 1;
                }
                counts_seen[0] += 1;
            } else {
                assert_eq!(cell(words.score), words.no_figure);
                assert!(cell(words.band).len() > 10, "{}", cell(words.band));
                counts_seen[1] += 1;
            }
            assert_eq!(numbers(cell(words.interval)), range);
            for (column, share, part, whole) in [
                (words.coverage, there(&figures["coverage"]), answered, counting),
                (words.reach, there(&figures["reach"]), counting, node.count(&["scored"])),
            ] {
                let want = share.map_or_else(Vec::new, |share| {
                    vec![percent(share), part.to_string(), whole.to_string()]
                });
                assert_eq!(numbers(cell(column)), want, "{column}");
            }
            counts_seen[3] +=
                u32::from(answered != counting && counting != node.count(&["scored"]));
        }
        seen.set(counts_seen);
        rows.len()
    }
}

#[test]
fn a_finding_has_its_statement_its_sources_its_account_and_its_first_step() {
    let steps = Cell::new(0);
    holds(3_000, |rendered| {
        let mut looked_at = 0;
        for (item, matter) in rendered.all_matters() {
            if matter.get("finding").is_none() {
                continue;
            }
            match matter.get("statement") {
                Some(statement) => assert_says(&item.text, text(statement)),
                None => {
                    assert_says(&item.text, text(&matter["title"]));
                    assert_says(&item.text, text(&matter["level"]["label"]));
                }
            }
            if let Some(step) = matter.get("first_step") {
                assert_notes(item, text(step));
                assert_eq!(rendered.page.text.matches(text(step)).count(), 1, "{step}");
                steps.set(steps.get() + 1);
            }
            let answer = &matter["answer"];
            if let Some(account) = answer.get("account") {
                assert_notes(item, word(account));
            }
            let mut want: Vec<&str> =
                items(&answer["evidence"]).iter().filter_map(|it| it["source"].as_str()).collect();
            want.dedup();
            assert_eq!(cited(item), want, "{item:?}");
            looked_at += 1;
        }
        looked_at
    });
    assert!(steps.get() > 1_000, "{}", steps.get());
}

/// The sources that an item cites.
fn cited(item: &Item) -> Vec<&str> {
    let cited = item.text.strip_suffix(']').and_then(|text| text.rsplit_once('['));
    cited.map_or_else(Vec::new, |(_, cited)| cited.split(", ").collect())
}

#[test]
fn what_is_no_finding_says_why() {
    let seen = Cell::new([0_u32; 8]);
    holds(3_000, |rendered| {
        let mut looked_at = 0;
        for (item, matter) in rendered.all_matters() {
            if matter.get("finding").is_some() {
                continue;
            }
            looked_at += 1;
            assert_says(&item.text, text(&matter["title"]));
            let answer = &matter["answer"];
            let mut counts = seen.get();
            let mut given = |number: usize, member: &str, say: &dyn Fn(&str)| {
                if let Some(member) = answer[member].as_str() {
                    say(member);
                    counts[number] += 1;
                }
            };
            let in_note = |want: &str| assert_notes(item, want);
            match word(&matter["standing"]) {
                "not_a_local_competence" => {
                    given(0, "legal_basis", &in_note);
                    if let Some(level) = answer["holder"]["level"].as_str() {
                        assert_says(&item.text, rendered.words.label(level));
                        assert_says(&item.text, word(&answer["holder"]["institution"]));
                    }
                    given(1, "in_territory", &|option| {
                        let code = word(&matter["indicator"]);
                        let said = item.notes.join("\n");
                        let is_said = said.contains(&format!("Statement {option} on {code}"))
                            || said.contains(&format!("Label {option} of "));
                        assert!(is_said, "{item:?}");
                    });
                }
                "not_applicable_here" => given(2, "reason", &in_note),
                "unknown" => {
                    given(3, "asked", &in_note);
                    given(4, "asked_on", &|_| assert_notes(item, "2021"));
                }
                "restricted" => given(5, "act", &in_note),
                "context" => {
                    let want = match &answer["answer"] {
                        Value::String(option) if option.starts_with('o') => {
                            format!("Label {option} of context")
                        }
                        Value::String(text) => text.clone(),
                        Value::Number(number) => number.to_string(),
                        _ => String::new(),
                    };
                    assert_says(&item.text, &want);
                    counts[6] += u32::from(!want.is_empty());
                }
                _ => {
                    assert!(!item.notes.is_empty() || matter["standing"] == "context", "{item:?}");
                    counts[7] += 1;
                }
            }
            // Of a question that is not asked here, no account is given.
            let account = answer.get("account").filter(|_| matter["standing"] != "not_asked");
            if let Some(account) = account {
                assert_notes(item, word(account));
            }
            seen.set(counts);
        }
        looked_at
    });
    assert!(seen.get().iter().all(|count| *count > 20), "{:?}", seen.get());
}

#[test]
fn every_source_stands_once_in_the_list_of_sources_and_whatever_is_cited_stands_there() {
    holds(1_000, |rendered| {
        let Rendered { page, words, profile } = rendered;
        let listed: Vec<&Item> = page.items_under(words.sources).collect();
        let sources = items(&profile["sources"]);
        let keys: Vec<&str> = listed.iter().map(|item| item.key.as_str()).collect();
        assert_eq!(keys, sources.iter().map(|source| word(&source["id"])).collect::<Vec<_>>());
        for (item, source) in listed.iter().zip(sources) {
            assert_says(&item.text, word(&source["title"]));
            assert_says(&item.text, words.label(word(&source["kind"])));
            for member in ["date", "address"] {
                assert_says(&item.text, word(&source[member]));
            }
        }
        let matters = rendered.all_matters();
        let findings = matters.iter().filter(|(_, matter)| matter.get("finding").is_some());
        for source in findings.flat_map(|(item, _)| cited(item)) {
            assert!(keys.contains(&source), "{source}");
        }
        sources.len()
    });
}

#[test]
fn priorities_stand_once_each() {
    holds(300, |Rendered { page, words, profile }| {
        let listed: Vec<&Item> = page.items_under(words.priorities).collect();
        let priorities = items(&profile["priorities"]);
        assert_eq!(listed.len(), priorities.len());
        for (item, priority) in listed.iter().zip(priorities) {
            assert_eq!(item.key, word(&priority["indicator"]));
            assert_says(&item.text, word(&priority["action"]));
            let notes = item.notes.join("\n");
            assert_says(&notes, word(&priority["responsible"]));
            if let Some(status) = priority["status"].as_str() {
                assert_says(&notes, words.label(status));
            }
            assert_eq!(notes.contains("2023"), priority.get("date").is_some(), "{notes}");
        }
        listed.len()
    });
}

#[test]
fn open_questions_stand_once_each_and_closed_ones_nowhere() {
    holds(300, |Rendered { page, words, profile }| {
        let listed: Vec<&Item> = page.items_under(words.queries).collect();
        let (closed, open): (Vec<&Value>, Vec<&Value>) =
            items(&profile["queries"]).iter().partition(|query| query.get("closed").is_some());
        assert_eq!(listed.len(), open.len());
        for (item, query) in listed.iter().zip(&open) {
            assert_eq!(item.key, word(&query["indicator"]));
            assert_says(&item.text, word(&query["text"]));
            assert_says(&item.notes.join("\n"), word(&query["to"]));
        }
        for query in &closed {
            assert!(!page.text.contains(word(&query["text"])), "{query}");
        }
        listed.len()
    });
}

#[test]
fn place_round_and_institutions_stand_before_everything_else() {
    holds(2_000, |Rendered { page, words, profile }| {
        let front: Vec<&Item> = page.items.iter().filter(|item| item.under.len() == 1).collect();
        let says = |want: &str| {
            let count = front.iter().filter(|item| letters(&item.text).contains(&letters(want)));
            assert_eq!(count.count(), 1, "{want:?} in {front:?}");
        };
        assert_says(&front[0].under[0], word(&profile["place"]["name"]));
        let round = &profile["round"];
        says(&format!("{}, {}", word(&round["period"]), words.label(word(&round["kind"]))));
        says(words.label(word(&round["stage"])));
        for respondent in items(&profile["respondents"]) {
            says(word(&respondent["institution"]));
        }
        assert_says(&page.text, word(&profile["context"]));
        assert_says(&page.text, text(&profile["notice"]));
        assert_says(&page.text, text(&profile["scheme"]["title"]));
        let is_illustrative = profile["illustrative"] == true;
        assert_eq!(page.text.contains(words.banner), is_illustrative);
        front.len()
    });
}

/// What could be taken for markup.
const HOSTILE: [&str; 24] = [
    "</li></ul><h2>x</h2>",
    "<script>x</script>",
    "\"><img src=x onerror=y>",
    "' onclick='x",
    "&lt;b&gt; &amp;nbsp; &#60;",
    "<!-- x",
    "]]> <![CDATA[ x",
    "| a | b |",
    "# x",
    "x\n\n# y\n\n- z",
    "- x",
    "+ x",
    "1. x",
    "1) x",
    "> x",
    "```x",
    "~~~ x",
    "~~x~~",
    "***x*** __y__ `z`",
    "[x](y) ![x](y) [x]: y [^1]",
    "<https://example.org>",
    "x\\",
    "---",
    "[ ] x",
];

#[test]
fn hostile_texts_change_nothing_but_texts() {
    for seed in 0..DOCUMENTS {
        let documents = Documents::of(seed);
        let calm = profile(&documents.in_words(&["x"]));
        let shift = usize::try_from(seed).expect("a small seed") % HOSTILE.len();
        let words = [&HOSTILE[shift..], &HOSTILE[..shift]].concat();
        let hostile = profile(&documents.in_words(&words));
        for format in [
            |profile: &Profile| Page::of_html(&render::html(profile, "es")),
            |profile: &Profile| Page::of_markdown(&render::markdown(profile, "es")),
        ] {
            let (got, want) = (format(&hostile), format(&calm));
            let first = got.structure.iter().zip(&want.structure).position(|(a, b)| a != b);
            assert_eq!(first, None, "seed {seed}: {:?}", got.text);
            assert_eq!(got.structure.len(), want.structure.len());
        }
    }
}
