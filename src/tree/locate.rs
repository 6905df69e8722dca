//! From nodes to their places in the text, all in one sweep.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "INVARIANT: offsets and counts lie within a text that is shorter than 2^32 bytes"
)]

use std::ops::Range;

use super::{Document, Node, NodeId, range};
use crate::pointer::Pointer;
use crate::problem::{Location, Quote};
use crate::text::one_line;

/// The longest part of a line that is quoted, in characters.
const QUOTED: usize = 100;
/// How much of it may stand before the place, where the line is longer.
const QUOTED_BEFORE: usize = 40;

/// Where a node is.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) pointer: Pointer,
    pub(super) location: Location,
    /// The bytes of the member or item that it is, or belongs to as a key.
    pub(super) member: Range<usize>,
}

/// The places of the `wanted` nodes, in the order of the nodes.
pub(super) fn locate(document: &Document, mut wanted: Vec<NodeId>) -> Vec<(NodeId, Place)> {
    wanted.sort_unstable();
    wanted.dedup();
    let mut sweep = Sweep { document, at: 0, open: Vec::new(), found: Vec::new() };
    sweep.find(&wanted);
    let mut lines = Lines::new(document.text(), document.offset());
    let found = sweep.found.into_iter();
    found
        .map(|found| {
            let location = lines.location(found.start, found.end);
            let offset = document.offset();
            let member = found.member_start + offset..found.member_end + offset;
            (found.node, Place { pointer: found.pointer, location, member })
        })
        .collect()
}

/// The place before byte `start` of a text, before which `offset` bytes stand in the file.
pub(super) fn place(text: &str, offset: usize, start: usize) -> Location {
    Lines::new(text, offset).location(start, start)
}

/// The place before byte `column`, from 1, of line `line`, from 1, as `serde_json` counts them.
pub(super) fn line_and_byte(text: &str, offset: usize, line: usize, column: usize) -> Location {
    let line_start: usize =
        text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    // A line that ends within a text is counted as column 0 of the next one.
    let start = if column == 0 { line_start.saturating_sub(1) } else { line_start + column - 1 };
    let mut start = start.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    place(text, offset, start)
}

/// Walks the nodes in document order and records the byte range of each wanted one. A text node knows
/// its range; any other is found by scanning the gap between two texts. Containers without a wanted
/// node are skipped.
struct Sweep<'d> {
    document: &'d Document,
    /// The byte up to which the text has been walked.
    at: usize,
    open: Vec<Open>,
    /// In the order of the nodes.
    found: Vec<Found>,
}

/// A list or object that is not closed yet.
struct Open {
    /// The node after its last one.
    end: NodeId,
    kind: Kind,
    /// The place in `Sweep::found` of this list or object, if it is wanted.
    wanted: Option<usize>,
    /// The place in `Sweep::found` of its last key, if that is wanted and its value is still to come.
    wanted_key: Option<usize>,
}

enum Kind {
    List { items: usize },
    Object { key: Option<(NodeId, usize)> },
}

struct Found {
    node: NodeId,
    pointer: Pointer,
    start: usize,
    end: usize,
    member_start: usize,
    member_end: usize,
}

impl Sweep<'_> {
    fn find(&mut self, mut wanted: &[NodeId]) {
        let is_waiting = |open: &Open| open.wanted.is_some() || open.wanted_key.is_some();
        let mut node = NodeId::ROOT;
        while !wanted.is_empty() || self.open.iter().any(is_waiting) {
            while self.open.last().is_some_and(|open| open.end <= node) {
                self.close();
            }
            if node.index() >= self.document.nodes.len() {
                break;
            }
            if let Some(end) = self.end_of_unwanted(node, wanted.first()) {
                self.at = end;
                self.ended();
                node = self.document.after(node);
                continue;
            }
            let rest = wanted.strip_prefix(&[node]);
            wanted = rest.unwrap_or(wanted);
            self.pass(node, rest.is_some());
            node = node.next();
        }
    }

    /// The end of a container without wanted nodes, when the next node is a text whose range is known;
    /// otherwise `None`, and the container is walked.
    fn end_of_unwanted(&self, node: NodeId, wanted: Option<&NodeId>) -> Option<usize> {
        let (Node::List(after) | Node::Object(after)) = self.document.node(node) else {
            return None;
        };
        let follows = |open: &Open| after < open.end;
        if wanted.is_some_and(|wanted| *wanted < after) || !self.open.last().is_some_and(follows) {
            return None;
        }
        let Node::Text(start, _) = self.document.node(after) else { return None };
        let before = self.document.text().as_bytes().get(self.at..range(start, start).start - 1)?;
        Some(self.at + before.iter().rposition(|byte| !is_between(*byte))? + 1)
    }

    /// The first place from `at` on where a byte is found that `is_meant`.
    fn next(&self, at: usize, is_meant: impl Fn(u8) -> bool) -> usize {
        let rest = self.document.text().as_bytes().get(at..).unwrap_or_default();
        at + rest.iter().position(|byte| is_meant(*byte)).unwrap_or(rest.len())
    }

    /// Passes a value that is no list or object, a key, or the beginning of a list or object.
    fn pass(&mut self, node: NodeId, is_wanted: bool) {
        let kind = self.document.node(node);
        let (start, end) = if let Node::Text(start, end) = kind {
            let inside = range(start, end);
            (inside.start - 1, inside.end + 1)
        } else {
            let start = self.next(self.at, |byte| !is_between(byte));
            let end = match kind {
                Node::List(_) | Node::Object(_) => start + 1,
                Node::Decoded(..) => self.end_of_text(start),
                _ => self.next(start, |byte| is_between(byte) || is_end(byte)),
            };
            (start, end)
        };
        self.at = end;
        let found = is_wanted.then(|| self.note(node, start, end));
        let (end, kind) = match kind {
            Node::List(end) => (end, Kind::List { items: 0 }),
            Node::Object(end) => (end, Kind::Object { key: None }),
            _ => {
                match self.open.last_mut() {
                    Some(Open { kind: Kind::Object { key: key @ None }, wanted_key, .. }) => {
                        *key = Some((node, start));
                        *wanted_key = found;
                    }
                    _ => self.ended(),
                }
                return;
            }
        };
        self.open.push(Open { end, kind, wanted: found, wanted_key: None });
    }

    /// Records where a wanted node is, and returns its place in `Sweep::found`.
    fn note(&mut self, node: NodeId, start: usize, end: usize) -> usize {
        let member_start = match self.open.last() {
            Some(Open { kind: Kind::Object { key: Some((_, key_start)) }, .. }) => *key_start,
            _ => start,
        };
        let (pointer, member_end) = (self.pointer(node), end);
        self.found.push(Found { node, pointer, start, end, member_start, member_end });
        self.found.len() - 1
    }

    /// Where a text with escapes ends that begins at `start`: it is kept elsewhere.
    fn end_of_text(&self, start: usize) -> usize {
        let mut at = start + 1;
        loop {
            at = self.next(at, |byte| byte == b'\\' || byte == b'"');
            match self.document.text().as_bytes().get(at) {
                Some(b'\\') => at += 2,
                _ => return at + 1,
            }
        }
    }

    /// A list or object ends.
    fn close(&mut self) {
        self.at = self.next(self.at, is_end) + 1;
        if let Some(open) = self.open.pop() {
            let end = self.at;
            if let Some(found) = open.wanted.and_then(|index| self.found.get_mut(index)) {
                found.end = end;
                found.member_end = end;
            }
            self.ended();
        }
    }

    /// A value ends: the next one is another item, or another member.
    fn ended(&mut self) {
        let end = self.at;
        let Some(open) = self.open.last_mut() else { return };
        match &mut open.kind {
            Kind::List { items } => *items += 1,
            Kind::Object { key } => *key = None,
        }
        if let Some(key) = open.wanted_key.take().and_then(|index| self.found.get_mut(index)) {
            key.member_end = end;
        }
    }

    /// The way to the value or key `node`. The pointer of a key is that of its member.
    fn pointer(&self, node: NodeId) -> Pointer {
        let mut pointer = Pointer::root();
        for open in &self.open {
            match open.kind {
                Kind::List { items } => pointer = pointer.index(items),
                Kind::Object { key: Some((key, _)) } => {
                    pointer = pointer.member(self.document.text_of(key));
                }
                Kind::Object { key: None } => {
                    pointer = pointer.member(self.document.text_of(node));
                }
            }
        }
        pointer
    }
}

/// Whether a byte may stand between two values.
fn is_between(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b',' | b':')
}

/// Whether a list or object ends with this byte.
fn is_end(byte: u8) -> bool {
    matches!(byte, b']' | b'}')
}

/// Lines of a text, counted onwards from one place to the next.
struct Lines<'t> {
    text: &'t str,
    /// How many bytes of the file stand before the text.
    offset: usize,
    line: usize,
    line_start: usize,
    /// The place that was located last, and its column.
    last: (usize, usize),
}

impl<'t> Lines<'t> {
    fn new(text: &'t str, offset: usize) -> Self {
        Self { text, offset, line: 1, line_start: 0, last: (0, 1) }
    }

    /// The location from `start` to `end`; `start` never lies before that of the last call.
    fn location(&mut self, start: usize, end: usize) -> Location {
        let (last, column) = self.last;
        let passed = self.text.get(last..start).unwrap_or_default();
        let column = match passed.rfind('\n') {
            None => column + passed.chars().count(),
            Some(index) => {
                self.line += line_ends(passed);
                self.line_start = last + index + 1;
                self.text.get(self.line_start..start).unwrap_or_default().chars().count() + 1
            }
        };
        self.last = (start, column);
        let quote = self.quote(column, start, end);
        Location::new(start + self.offset, end + self.offset, self.line, column, quote)
    }

    fn quote(&self, column: usize, start: usize, end: usize) -> Quote {
        let before = self.text.get(self.line_start..start).unwrap_or_default();
        // A line that is short enough keeps its indentation.
        let (shown, before) = if column > QUOTED {
            let first = before.char_indices().rev().nth(QUOTED_BEFORE - 1);
            let first = first.map_or(0, |(index, _)| index);
            (QUOTED_BEFORE, before.get(first..).unwrap_or_default())
        } else {
            (column - 1, before)
        };
        let room = QUOTED.saturating_sub(shown).max(20);
        let rest = self.text.get(start..).unwrap_or_default();
        let line = first_of_line(rest, room);
        let marked = self.text.get(start..end).unwrap_or_default();
        let width = first_of_line(marked, room).chars().count();
        let mut text = String::with_capacity(before.len() + line.len() + '…'.len_utf8());
        text.push_str(&one_line(before));
        text.push_str(&one_line(line));
        if rest.get(line.len()..).is_some_and(|more| !first_of_line(more, 1).is_empty()) {
            text.push('…');
        }
        Quote { text, before: shown, width: width.max(1) }
    }
}

fn line_ends(text: &str) -> usize {
    // In chunks whose count fits into a byte, so that the compiler can count many bytes at once.
    let chunks = text.as_bytes().chunks(u8::MAX.into());
    let count = |chunk: &[u8]| chunk.iter().fold(0, |count, byte| count + u8::from(*byte == b'\n'));
    chunks.map(|chunk| usize::from(count(chunk))).sum()
}

/// The first line of a text, cut after `most` characters.
fn first_of_line(text: &str, most: usize) -> &str {
    let is_end = |character: char| character == '\n' || character == '\r';
    let mut characters = text.char_indices().take(most + 1).enumerate();
    let end = characters.find(|(count, (_, character))| *count == most || is_end(*character));
    end.map_or(text, |(_, (end, _))| text.get(..end).unwrap_or_default())
}
