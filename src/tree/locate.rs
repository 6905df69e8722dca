//! From nodes to their places in the text, all in one sweep.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "INVARIANT: offsets and counts lie within a text that is shorter than 2^32 bytes"
)]

use indexmap::IndexMap;

use super::{Document, NodeId};
use crate::pointer::Pointer;
use crate::problem::{Location, Quote};
use crate::text::one_line;

/// The longest part of a line that is quoted, in characters.
const QUOTED: usize = 100;
/// How much of it may stand before the place.
const QUOTED_BEFORE: usize = 40;

/// The pointer and location of each of the `wanted` nodes.
pub(super) fn locate(
    document: &Document,
    mut wanted: Vec<NodeId>,
) -> IndexMap<NodeId, (Pointer, Location)> {
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.is_empty() {
        return IndexMap::new();
    }
    let mut places: Vec<(NodeId, usize, usize)> = sweep(document.text(), &wanted);
    places.sort_unstable_by_key(|(node, ..)| *node);
    let mut lines = Lines::new(document.text());
    places
        .into_iter()
        .map(|(node, start, end)| (node, (pointer(document, node), lines.location(start, end))))
        .collect()
}

/// The location of the bytes from `start` to `end`.
pub(super) fn place(text: &str, start: usize, end: usize) -> Location {
    Lines::new(text).location(start, end)
}

/// The location of byte `column`, from 1, of line `line`, from 1, as `serde_json` counts them.
pub(super) fn line_and_byte(text: &str, line: usize, column: usize) -> Location {
    let line_start: usize =
        text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let mut start = (line_start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    place(text, start, start)
}

/// The way to `node`: through each container that holds it.
fn pointer(document: &Document, node: NodeId) -> Pointer {
    let mut pointer = Pointer::root();
    let mut at = NodeId::ROOT;
    while at < node {
        let member = document
            .members(at)
            .find(|&(key, value)| key == node || (value <= node && node < document.after(value)));
        if let Some((key, value)) = member {
            pointer = pointer.member(document.text_of(key));
            if key == node {
                break;
            }
            at = value;
            continue;
        }
        let item = document.items(at).enumerate().find(|&(_, item)| node < document.after(item));
        let Some((index, item)) = item else { break };
        pointer = pointer.index(index);
        at = item;
    }
    pointer
}

/// Walks the text and notes where the wanted nodes begin and end. The text is known to be JSON.
fn sweep(text: &str, wanted: &[NodeId]) -> Vec<(NodeId, usize, usize)> {
    let bytes = text.as_bytes();
    let byte = |at: usize| bytes.get(at).copied();
    let mut places = Vec::with_capacity(wanted.len());
    let mut wanted = wanted.iter().copied().peekable();
    let mut open: Vec<Option<(NodeId, usize)>> = Vec::new();
    let mut node = NodeId::ROOT;
    let mut at = 0;
    while let Some(first) = byte(at) {
        let start = at;
        at += 1;
        match first {
            b' ' | b'\t' | b'\n' | b'\r' | b',' | b':' => continue,
            b']' | b'}' => {
                if let Some(Some((node, start))) = open.pop() {
                    places.push((node, start, at));
                }
                continue;
            }
            _ => {}
        }
        let is_wanted = wanted.next_if_eq(&node).is_some();
        match first {
            b'[' | b'{' => open.push(is_wanted.then_some((node, start))),
            b'"' => {
                while let Some(next) = byte(at) {
                    at += if next == b'\\' { 2 } else { 1 };
                    if next == b'"' {
                        break;
                    }
                }
            }
            _ => {
                while byte(at)
                    .is_some_and(|next| next.is_ascii_alphanumeric() || b"+-.".contains(&next))
                {
                    at += 1;
                }
            }
        }
        if is_wanted && !matches!(first, b'[' | b'{') {
            places.push((node, start, at));
        }
        node = node.next();
        if wanted.peek().is_none() && open.iter().all(Option::is_none) {
            break;
        }
    }
    places
}

/// Lines of a text, counted onwards from one place to the next.
struct Lines<'t> {
    text: &'t str,
    line: usize,
    line_start: usize,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, line: 1, line_start: 0 }
    }

    /// The location from `start` to `end`; `start` never lies before that of the last call.
    fn location(&mut self, start: usize, end: usize) -> Location {
        let passed = self.text.get(self.line_start..start).unwrap_or_default();
        for (index, _) in passed.match_indices('\n') {
            self.line += 1;
            self.line_start = self.line_start.max(start - passed.len() + index + 1);
        }
        let before = self.text.get(self.line_start..start).unwrap_or_default();
        let column = before.chars().count() + 1;
        Location::new(start, end, self.line, column, self.quote(before, start, end))
    }

    fn quote(&self, before: &str, start: usize, end: usize) -> Quote {
        let shown_before: String = {
            let skip = before.chars().count().saturating_sub(QUOTED_BEFORE);
            // A line that is short enough keeps its indentation.
            let skip = if skip > 0 && before.chars().count() < QUOTED { 0 } else { skip };
            one_line(&before.chars().skip(skip).collect::<String>())
        };
        let rest = self.text.get(start..).unwrap_or_default();
        let line_end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let rest = rest.get(..line_end).unwrap_or_default();
        let before_width = shown_before.chars().count();
        let room = QUOTED.saturating_sub(before_width).max(20);
        let shown_rest: String = rest.chars().take(room).collect();
        let marked = self.text.get(start..end).unwrap_or_default();
        let width = marked.chars().take_while(|&character| character != '\n' && character != '\r');
        let width = width.take(room).count();
        let mut text = shown_before + &one_line(&shown_rest);
        if rest.chars().nth(room).is_some() {
            text.push('…');
        }
        Quote { text, before: before_width, width: width.max(1) }
    }
}
