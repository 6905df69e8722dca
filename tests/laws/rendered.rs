//! What holds of a rendered profile as plain text. `tests/rendered` takes HTML and Markdown apart.

use mgi::profile::Standing;
use mgi::render;
use serde_json::Value;

use crate::assess;
use crate::generate::{MOST_WEIGHT, indicators, items, word};
use crate::trial::{Case, holds};

#[test]
fn every_matter_stands_once_and_once_more_for_each_priority_and_open_question() {
    holds(5, MOST_WEIGHT, 100, |Case { catalogue, responses, .. }| {
        let profile = assess(&catalogue, &responses).profile();
        let mentioned = |code: &str| {
            let lists = ["priorities", "queries"].map(|list| responses.head.get(list));
            let entries = lists.into_iter().flatten().flat_map(items);
            entries.filter(|entry: &&Value| entry["indicator"] == code).count()
        };
        for language in ["en", "es"] {
            let text = render::text(&profile, language);
            for indicator in indicators(&catalogue) {
                let code = word(&indicator["code"]);
                let item = format!("  - {code}  ");
                let got = text.lines().filter(|line| line.starts_with(&item)).count();
                assert_eq!(got, 1 + mentioned(code), "{code} in\n{text}");
            }
        }
        true
    });
}

/// Why a matter is open, where no answer says it.
const REASONS: [(Standing, [&str; 2]); 2] = [
    (Standing::Unanswered, ["Not answered yet.", "Sin responder."]),
    (
        Standing::Undecided,
        [
            "Whether it applies here depends on a question that is still open.",
            "Que se aplique aquí depende de una pregunta que sigue abierta.",
        ],
    ),
];

#[test]
fn an_open_matter_that_nobody_answered_says_whether_it_waits_for_another() {
    holds(5, MOST_WEIGHT, 10, |Case { catalogue, responses, .. }| {
        let profile = assess(&catalogue, &responses).profile();
        let texts = ["en", "es"].map(|language| render::text(&profile, language));
        let matters = profile.matters();
        for matter in &matters {
            for (number, text) in texts.iter().enumerate() {
                let item = format!("  - {}  ", matter.indicator().code());
                // The first item with this code: priorities and open questions follow the domains.
                let mut lines = text.lines().skip_while(|line| !line.starts_with(&item)).skip(1);
                let note = lines.next().unwrap_or_default().trim();
                for (standing, reasons) in REASONS {
                    let is_so = matter.standing() == standing;
                    assert_eq!(note == reasons[number], is_so, "{item}in\n{text}");
                }
            }
        }
        matters.iter().any(|matter| matter.standing() == Standing::Undecided)
    });
}
