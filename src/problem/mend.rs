//! Changes that mend a problem without doubt, and the one place where they are applied.

use std::ops::Range;

use super::Problem;
use crate::pointer::Pointer;

/// What would mend a problem, where that is certain: applying it needs no judgement.
///
/// [`Report::mended`](super::Report::mended) and [`mended`] apply mends to a text. In a tree of your
/// own, apply them by [`Mend::pointer`], and from the last to the first: taking an item out of a list
/// moves those after it.
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

/// The text of `document` with every certain mend of `problems` applied; the rest of the text is kept
/// as it is.
///
/// A list of problems may be about several documents, such as a manifest and its domain files. Only
/// those of the document with this name are applied, to its text as it was read. This is for warnings
/// of an assessment and for what the linter finds; a [`Report`](super::Report) has
/// [`Report::mended`](super::Report::mended).
///
/// # Example
///
/// ```
/// use mgi::problem::mended;
/// use mgi::{Catalogue, ResponseSet};
///
/// let text = r#"{
///   "format": 1, "catalogue": {"id": "mgi-local", "version": "1.0.0"}, "language": "es",
///   "place": {"code": "XX-1", "name": "  Puerto Ejemplo", "country": "XX"},
///   "round": {"period": "2025", "kind": "baseline", "stage": "draft"},
///   "answers": {}
/// }"#;
/// let assessment = Catalogue::local().assess(&ResponseSet::from_json(text)?)?;
/// let warnings = assessment.warnings();
/// assert_eq!(warnings[0].code().name(), "doc.text.untrimmed");
/// let trimmed = mended(warnings, warnings[0].document(), text);
/// assert!(trimmed.contains(r#""name": "Puerto Ejemplo""#));
/// # Ok::<(), mgi::Report>(())
/// ```
#[must_use]
pub fn mended(problems: &[Problem], document: &str, text: &str) -> String {
    let of_document = problems.iter().filter(|problem| problem.document() == document);
    let mut mends: Vec<&Mend> = of_document.filter_map(Problem::mend).collect();
    mends.sort_by_key(|mend| (mend.range.start, std::cmp::Reverse(mend.range.end)));
    // A mend within something that another mend replaces or takes out is left to that one.
    let mut outermost: Vec<&Mend> = Vec::new();
    for mend in mends {
        if outermost.last().is_none_or(|before| before.range.end <= mend.range.start) {
            outermost.push(mend);
        }
    }
    let mut mended = text.to_owned();
    // From the last to the first, so that the ranges of the others stay valid.
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

/// The range to delete with a member or item: it includes the comma after it, or, for the last one,
/// the comma before it.
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
