//! The members of a response set by what they hold, as its schema declares them.

use std::collections::BTreeSet;

use mgi::schema::{self, Dialect, Json};

/// Names of members of a response set.
pub(crate) struct Members {
    /// Partial dates.
    pub(crate) dates: BTreeSet<String>,
    /// Words of the formats.
    pub(crate) words: BTreeSet<String>,
    /// What a place, or whoever fills in a file, writes freely.
    pub(crate) texts: BTreeSet<String>,
}

/// Texts that name something else in the set or in its catalogue.
const REFERENCES: [&str; 4] = ["code", "in_territory", "indicator", "source"];

impl Members {
    /// The members of every object in a response set. Where a name has words in one object and
    /// something else in another, it counts as one of words.
    pub(crate) fn of_responses() -> Self {
        let schema = schema::responses(Dialect::Draft07, "en");
        let pattern = |pointer: &str| {
            let pattern = schema.pointer(pointer).and_then(Json::as_str);
            pattern.unwrap_or_else(|| panic!("no pattern at {pointer}"))
        };
        // A member of each kind stands for all of it.
        let date = pattern("/definitions/RoundEntry/properties/information_as_of/pattern");
        let text = pattern("/properties/context/pattern");
        let is_like = |property: &Json, pattern| {
            property.get("pattern").and_then(Json::as_str) == Some(pattern)
        };
        let mut members =
            Self { dates: BTreeSet::new(), words: BTreeSet::new(), texts: BTreeSet::new() };
        let definitions = schema.get("definitions").expect("definitions").members();
        let objects = definitions.map(|(_, object)| object).chain([&schema]);
        for properties in objects.filter_map(|object| object.get("properties")) {
            for (name, property) in properties.members() {
                let target = property.pointer("/allOf/0/$ref").and_then(Json::as_str);
                let target = target.unwrap_or_default();
                let target = schema.pointer(target.trim_start_matches('#'));
                let kind = if target.is_some_and(|target| target.get("enum").is_some()) {
                    &mut members.words
                } else if is_like(property, date) {
                    &mut members.dates
                } else if is_like(property, text) && !REFERENCES.contains(&name) {
                    &mut members.texts
                } else {
                    continue;
                };
                kind.insert(name.to_owned());
            }
        }
        let Self { dates, words, texts } = &mut members;
        texts.retain(|name| !words.contains(name));
        assert!(dates.len() > 5 && words.len() > 5 && texts.len() > 10, "{dates:?} {texts:?}");
        members
    }
}
