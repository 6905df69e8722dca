//! Made-up documents: small sound catalogues, and answers to them.

mod catalogue;
mod responses;

use serde_json::{Value, json};

pub(crate) use self::catalogue::{MOST_WEIGHT, catalogue};
pub(crate) use self::responses::{Responses, entry, responses, state};

/// A text of a catalogue.
fn text(words: &str) -> Value {
    json!({"en": words})
}

/// The items of a list; none for anything else.
#[must_use]
pub(crate) fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// All indicators of a catalogue, in order.
#[must_use]
pub(crate) fn indicators(catalogue: &Value) -> Vec<&Value> {
    items(&catalogue["domains"])
        .iter()
        .flat_map(|domain| items(&domain["subdomains"]))
        .flat_map(|subdomain| items(&subdomain["indicators"]))
        .collect()
}

/// The answer type of an indicator.
#[must_use]
pub(crate) fn answer_type<'c>(catalogue: &'c Value, indicator: &Value) -> &'c Value {
    &catalogue["answer_types"][word(&indicator["answer_type"])]
}

/// A text that stands in a document; empty for anything else.
#[must_use]
pub(crate) fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
