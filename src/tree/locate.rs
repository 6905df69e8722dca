//! From nodes to their places in the text, all in one sweep.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "INVARIANT: offsets and counts lie within a text that is shorter than 2^32 bytes"
)]

use std::ops::Range;

use indexmap::IndexMap;

use super::{Document, Node, NodeId, range};
use crate::pointer::Pointer;
use crate::problem::{Location, Quote};
use crate::text::one_line;

/// The longest part of a line that is quoted, in characters.
const QUOTED: usize = 100;
/// How much of it may stand before the place, where the line is longer.
const QUOTED_BEFORE: usize = 40;

/// Where a node stands.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) pointer: Pointer,
    pub(super) location: Location,
    /// The bytes of the member or item that it is, or belongs to as a key.
    pub(super) member: Range<usize>,
}

/// The places of the `wanted` nodes.
pub(super) fn locate(document: &Document, mut wanted: Vec<NodeId>) -> IndexMap<NodeId, Place> {
    if wanted.is_empty() {
        return IndexMap::new();
    }
    wanted.sort_unstable();
    wanted.dedup();
    let mut sweep =
        Sweep { document, at: 0, node: NodeId::ROOT, open: Vec::new(), found: Vec::new() };
    sweep.find(&wanted);
    sweep.found.sort_unstable_by_key(|found| found.node);
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

/// Walks a text that is known to be JSON, counts its nodes, and notes where those wanted stand.
struct Sweep<'d> {
    document: &'d Document,
    at: usize,
    /// The next node.
    node: NodeId,
    open: Vec<Open>,
    found: Vec<Found>,
}

/// A list or object that is not closed yet.
struct Open {
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
    fn find(&mut self, wanted: &[NodeId]) {
        let mut wanted = wanted.iter().copied().peekable();
        while let Some(first) = self.byte(self.at) {
            match first {
                b' ' | b'\t' | b'\n' | b'\r' | b',' | b':' => {
                    self.at += 1;
                    continue;
                }
                b']' | b'}' => {
                    self.at += 1;
                    self.close();
                }
                _ => {
                    let is_wanted = wanted.next_if_eq(&self.node).is_some();
                    self.token(first, is_wanted);
                }
            }
            let is_waiting = |open: &Open| open.wanted.is_some() || open.wanted_key.is_some();
            if wanted.peek().is_none() && !self.open.iter().any(is_waiting) {
                break;
            }
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.document.text().as_bytes().get(at).copied()
    }

    /// A value or a key begins.
    fn token(&mut self, first: u8, is_wanted: bool) {
        let start = self.at;
        let found = is_wanted.then(|| {
            let pointer = self.pointer();
            let member_start = match self.open.last() {
                Some(Open { kind: Kind::Object { key: Some((_, key_start)) }, .. }) => *key_start,
                _ => start,
            };
            self.found.push(Found {
                node: self.node,
                pointer,
                start,
                end: start,
                member_start,
                member_end: start,
            });
            self.found.len() - 1
        });
        let is_key =
            matches!(self.open.last(), Some(Open { kind: Kind::Object { key: None }, .. }));
        let node = self.node;
        self.node = node.next();
        match first {
            b'[' | b'{' => {
                self.at += 1;
                let kind = if first == b'[' {
                    Kind::List { items: 0 }
                } else {
                    Kind::Object { key: None }
                };
                self.open.push(Open { kind, wanted: found, wanted_key: None });
                return;
            }
            b'"' => self.text(node),
            _ => {
                let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
                while self.byte(self.at).is_some_and(is_part) {
                    self.at += 1;
                }
            }
        }
        let end = self.at;
        if let Some(found) = found.and_then(|index| self.found.get_mut(index)) {
            found.end = end;
            found.member_end = end;
        }
        if !is_key {
            self.ended();
        } else if let Some(open) = self.open.last_mut() {
            open.kind = Kind::Object { key: Some((node, start)) };
            open.wanted_key = found;
        }
    }

    /// Passes a text, from its first quotation mark to the last.
    fn text(&mut self, node: NodeId) {
        if let Node::Text(_, end) = self.document.node(node) {
            self.at = range(end, end).start + 1;
            return;
        }
        // A text with escapes is kept elsewhere; where it ends is seen only here.
        self.at += 1;
        while let Some(byte) = self.byte(self.at) {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                break;
            }
        }
    }

    /// A list or object ends.
    fn close(&mut self) {
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

    /// The way to the value or key that begins here. The pointer of a key is that of its member.
    fn pointer(&self) -> Pointer {
        let mut pointer = Pointer::root();
        for open in &self.open {
            match open.kind {
                Kind::List { items } => pointer = pointer.index(items),
                Kind::Object { key: Some((key, _)) } => {
                    pointer = pointer.member(self.document.text_of(key));
                }
                Kind::Object { key: None } => {
                    pointer = pointer.member(self.document.text_of(self.node));
                }
            }
        }
        pointer
    }
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
                self.line += passed.bytes().filter(|byte| *byte == b'\n').count();
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
        let shown = if column > QUOTED { QUOTED_BEFORE } else { column - 1 };
        let first = before.char_indices().rev().nth(shown.saturating_sub(1));
        let first = if shown == 0 { before.len() } else { first.map_or(0, |(index, _)| index) };
        let shown_before = one_line(before.get(first..).unwrap_or_default());
        let room = QUOTED.saturating_sub(shown).max(20);
        let rest = self.text.get(start..).unwrap_or_default();
        let is_end = |character: char| character == '\n' || character == '\r';
        let mut line = rest.chars().take_while(|character| !is_end(*character));
        let shown_rest: String = line.by_ref().take(room).collect();
        let marked = self.text.get(start..end).unwrap_or_default();
        let width = marked.chars().take_while(|character| !is_end(*character)).take(room).count();
        let mut text = shown_before + &one_line(&shown_rest);
        if line.next().is_some() {
            text.push('…');
        }
        Quote { text, before: shown, width: width.max(1) }
    }
}
