//! What holds of a rendered profile as plain text. `tests/rendered` takes HTML and Markdown apart.

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
