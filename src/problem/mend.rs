use std::borrow::Cow;
use std::ops::Range;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::ser::{Serialize, Serializer};

use super::Problem;
use crate::pointer::Pointer;

/// What would mend a problem, where that is certain: applying it needs no judgement.
///
/// Apply mends with [`mend`], or by [`Mend::pointer`] in a tree of your own; then from the last to
/// the first, since taking an item out of a list moves those after it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Mend {
    pointer: Pointer,
    change: Change,
    /// The bytes of the value or key that changes; for one that is taken out, of the whole member.
    range: Range<usize>,
}

/// What changes.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Change {
    /// The value is replaced by this one, which is JSON.
    Replace(String),
    /// The member is given this name.
    Rename(String),
    /// The member or item is taken out.
    Remove,
}

impl Mend {
    pub(crate) fn new(pointer: Pointer, change: Change, range: Range<usize>) -> Self {
        Self { pointer, change, range }
    }

    /// The value that is replaced or taken out, or the member that is renamed.
    #[must_use]
    pub fn pointer(&self) -> &Pointer {
        &self.pointer
    }

    /// What changes.
    #[must_use]
    pub fn change(&self) -> &Change {
        &self.change
    }
}

impl Serialize for Mend {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (change, value) = match &self.change {
            Change::Replace(json) => {
                let value = serde_json::from_str(json).unwrap_or(serde_json::Value::Null);
                (ChangeJson::Replace, Some(value))
            }
            Change::Rename(name) => (ChangeJson::Rename, Some(name.as_str().into())),
            Change::Remove => (ChangeJson::Remove, None),
        };
        MendJson { pointer: &self.pointer, change, value }.serialize(serializer)
    }
}

impl JsonSchema for Mend {
    fn schema_name() -> Cow<'static, str> {
        MendJson::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        MendJson::json_schema(generator)
    }
}

/// What would mend a problem.
#[derive(JsonSchema, serde::Serialize)]
#[schemars(rename = "Mend", title = "Mend")]
struct MendJson<'m> {
    /// The value that is replaced or taken out, or the member that is renamed.
    pointer: &'m Pointer,
    /// What changes.
    change: ChangeJson,
    /// The new value, or the new name; none for what is taken out.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<serde_json::Value>,
}

#[derive(JsonSchema, serde::Serialize)]
#[schemars(rename = "Change", title = "Change")]
#[serde(rename_all = "snake_case")]
enum ChangeJson {
    /// The value is replaced by another.
    Replace,
    /// The member is given another name.
    Rename,
    /// The member or item is taken out.
    Remove,
}

/// The text of a document with every certain mend of `problems` applied; the rest of the text stays
/// as it is. `problems` are those of this document.
///
/// # Example
///
/// ```
/// use mgi::{Catalogue, ResponseSet, mend};
///
/// let text = r#"{
///   "format": 1, "catalogue": {"id": "mgi-local", "version": "1.0.0"}, "language": "ES",
///   "place": {"code": "XX-1", "name": "Puerto Ejemplo", "country": "XX"},
///   "round": {"period": "2025", "kind": "baseline", "stage": "draft"},
///   "answers": {"mr-1": {"note": null}, "MR02": {"answer": "No existe"}}
/// }"#;
/// let report = Catalogue::local().assess(&ResponseSet::from_json(text)?).unwrap_err();
/// let mended = mend(text, report.problems());
/// assert!(mended.contains(r#""language": "es""#));
/// assert!(mended.contains(r#""answers": {"MR01": {}, "MR02": {"answer": "not_in_place"}}"#));
/// assert!(Catalogue::local().assess(&ResponseSet::from_json(mended)?).is_ok());
/// # Ok::<(), mgi::Report>(())
/// ```
#[must_use]
pub fn mend(text: &str, problems: &[Problem]) -> String {
    let mut mends: Vec<&Mend> = problems.iter().filter_map(Problem::mend).collect();
    mends.sort_by_key(|mend| (mend.range.start, std::cmp::Reverse(mend.range.end)));
    // What lies within something that changes as a whole changes with it.
    let mut outermost: Vec<&Mend> = Vec::new();
    for mend in mends {
        if outermost.last().is_none_or(|before| before.range.end <= mend.range.start) {
            outermost.push(mend);
        }
    }
    let mut mended = text.to_owned();
    // From the last to the first, so that the places of the others stay right.
    for mend in outermost.into_iter().rev() {
        let (range, json) = match &mend.change {
            Change::Replace(json) => (mend.range.clone(), json.clone()),
            Change::Rename(name) => {
                (mend.range.clone(), serde_json::Value::from(name.as_str()).to_string())
            }
            Change::Remove => (with_comma(&mended, mend.range.clone()), String::new()),
        };
        if mended.get(range.clone()).is_some() {
            mended.replace_range(range, &json);
        }
    }
    mended
}

/// The range of a member or item together with the comma that goes with it: the one after it, or,
/// for the last one, the one before it.
fn with_comma(text: &str, range: Range<usize>) -> Range<usize> {
    let after = text.get(range.end..).unwrap_or_default();
    if let Some(rest) = after.trim_start().strip_prefix(',') {
        let end = text.len().saturating_sub(rest.trim_start().len());
        return range.start..end;
    }
    let before = text.get(..range.start).unwrap_or_default();
    match before.trim_end().strip_suffix(',') {
        Some(before) => before.len()..range.end,
        None => range,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_goes_with_what_is_taken_out() {
        for (text, item, want) in [
            ("[1, 2, 3]", "2", "[1, 3]"),
            ("[1, 2, 3]", "3", "[1, 2]"),
            ("[1, 2, 3]", "1", "[2, 3]"),
            ("[1]", "1", "[]"),
        ] {
            let start = text.find(item).unwrap();
            let mut mended = text.to_owned();
            mended.replace_range(with_comma(text, start..start + 1), "");
            assert_eq!(mended, want);
        }
    }
}
