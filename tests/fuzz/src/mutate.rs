//! Bytes as a list of changes of documents that are sound.

use std::sync::LazyLock;

use mgi::Limits;

use super::tree::Tree;

/// Member names and words of the formats, as the fuzzer's dictionary has them.
const DICTIONARY: &str = include_str!("../dictionaries/formats.dict");
static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| words().collect());
/// More changes than this make documents that are all alike: wrong everywhere.
const MOST_CHANGES: usize = 40;
/// Values that are in no dictionary and have broken programs before.
const STRANGE: &[&str] = &[
    "null",
    "true",
    "false",
    "{}",
    "[]",
    "\"\"",
    "\" \"",
    "0",
    "1",
    "-1",
    "2",
    "59",
    "60",
    "61",
    "97",
    "100",
    "101",
    "1.0",
    "0.5",
    "-0.0",
    "1e300",
    "5e-324",
    "1000000000000",
    "18446744073709551615",
    "-9223372036854775808",
    "123456789012345678901234567890",
    "0.30000000000000004",
    "[null]",
    "[[]]",
    "[{}]",
    "{\"\": 0}",
    "{\"x-note\": null}",
    "{\"en\": \"One\", \"es\": \"Uno\"}",
    "{\"en\": \"One\"}",
    "\"en\"",
    "\"es-PA\"",
    "\"XX\"",
    "\"xx-1\"",
    "\"2021\"",
    "\"2021-2-3\"",
    "\"2021/2020\"",
    "\"2020-02-30\"",
    "\"1.0.1\"",
    "\"a\\u0000b\"",
    "\"\\u202eabc\"",
    "\"\\u00e1\\ud83d\\ude00\"",
    "\"12.5\"",
    "\"true\"",
    "\"goals:1\"",
    "\"goals:\"",
    "\"~/a~1\"",
    "\"none\"",
];

/// The changes that bytes stand for. What is missing at the end is zeros.
pub(super) struct Mutations<'b> {
    bytes: std::slice::Iter<'b, u8>,
}

impl<'b> Mutations<'b> {
    pub(super) fn of(bytes: &'b [u8]) -> Self {
        Self { bytes: bytes.iter() }
    }

    fn byte(&mut self) -> usize {
        self.bytes.next().copied().unwrap_or_default().into()
    }

    /// A number below `limit`, which is not 0.
    fn below(&mut self, limit: usize) -> usize {
        let high = if limit > 256 { self.byte() << 8 } else { 0 };
        (high | self.byte()) % limit
    }

    /// Limits that are mostly the default, and low for a few first bytes.
    pub(super) fn limits(&mut self) -> Limits {
        let limits = Limits::default();
        match self.byte() {
            0xf0 => limits.problems(0),
            0xf1 => limits.problems(1),
            0xf2 => limits.problems(5),
            0xf3 => limits.depth(3),
            0xf4 => limits.values(60),
            0xf5 => limits.text(12),
            0xf6 => limits.bytes(2_000),
            _ => limits,
        }
    }

    /// The documents with every change, in a layout that the bytes choose.
    pub(super) fn applied(mut self, documents: [&str; 2]) -> [String; 2] {
        let mut trees = documents.map(|text| Tree::read(text).expect("the base is JSON"));
        let layout = self.byte();
        for _ in 0..MOST_CHANGES {
            if self.bytes.as_slice().is_empty() {
                break;
            }
            self.change(&mut trees);
        }
        let gap = ["", " ", "\n", "\r\n\t"][layout & 3];
        trees.map(|tree| {
            let mut written = String::new();
            if layout & 4 != 0 {
                written.push('\u{feff}');
            }
            tree.write(gap, &mut written);
            written
        })
    }

    fn change(&mut self, trees: &mut [Tree; 2]) {
        let what = self.byte();
        let document = what >> 7;
        let count = trees[document].count();
        let number = self.below(count);
        match what & 0x0f {
            0 | 1 => {
                let value = self.word();
                set(&mut trees[document], number, value);
            }
            2 | 3 => {
                let value = STRANGE[self.below(STRANGE.len())];
                let value = Tree::read(value).expect("it is JSON");
                set(&mut trees[document], number, value);
            }
            4 => self.in_container(&mut trees[document], number, Self::remove),
            5 => self.in_container(&mut trees[document], number, Self::repeat),
            6 => self
                .in_container(&mut trees[document], number, |this, members| this.rename(members)),
            7 => self
                .in_container(&mut trees[document], number, |this, members| this.exchange(members)),
            // A value of this document, or of the other one, stands here too.
            8 | 9 => {
                let source = document ^ usize::from(what & 0x10 != 0);
                let other = self.below(trees[source].count());
                let value = trees[source].value(other).cloned();
                if let Some(value) = value.filter(|value| value.count() < 300) {
                    set(&mut trees[document], number, value);
                }
            }
            10 => self.in_container(&mut trees[document], number, Self::add),
            11 | 12 => {
                let change = self.byte();
                if let Some(Tree::Text(text)) = trees[document].value(number) {
                    *text = altered(text, change);
                }
            }
            13 => {
                let change = self.byte();
                if let Some(Tree::Number(value)) = trees[document].value(number) {
                    let near = value.as_i64().unwrap_or(0).saturating_add(change as i64 - 128);
                    *value = near.into();
                }
            }
            14 => {
                let digits: Vec<u8> = (0..self.below(24)).map(|_| self.byte() as u8).collect();
                let digits: String =
                    digits.iter().map(|digit| char::from(b'0' + digit % 10)).collect();
                let point = self.below(24).min(digits.len());
                let written = format!("1{}.{}1", &digits[..point], &digits[point..]);
                set(&mut trees[document], number, Tree::read(&written).expect("a number"));
            }
            _ => {
                let depth = self.byte();
                if let Some(tree) = trees[document].value(number) {
                    for _ in 0..depth % 70 {
                        *tree = Tree::List(vec![tree.clone()]);
                    }
                }
            }
        }
    }

    /// Does something with the members or items of a value.
    fn in_container(
        &mut self,
        tree: &mut Tree,
        number: usize,
        change: impl Fn(&mut Self, &mut Vec<(String, Tree)>),
    ) {
        match tree.value(number) {
            Some(Tree::Object(members)) => change(self, members),
            Some(Tree::List(items)) => {
                let named = items.drain(..).map(|item| (String::new(), item));
                let mut members: Vec<(String, Tree)> = named.collect();
                change(self, &mut members);
                *items = members.into_iter().map(|(_, item)| item).collect();
            }
            _ => {}
        }
    }

    fn remove(&mut self, members: &mut Vec<(String, Tree)>) {
        if !members.is_empty() {
            members.remove(self.below(members.len()));
        }
    }

    fn repeat(&mut self, members: &mut Vec<(String, Tree)>) {
        if !members.is_empty() {
            let member = members[self.below(members.len())].clone();
            let place = self.below(members.len() + 1);
            members.insert(place, member);
        }
    }

    fn rename(&mut self, members: &mut [(String, Tree)]) {
        if !members.is_empty() {
            let index = self.below(members.len());
            let change = self.byte();
            let name = &mut members[index].0;
            *name = if change < 128 { altered(name, change) } else { word(change, self.byte()) };
        }
    }

    fn exchange(&mut self, members: &mut [(String, Tree)]) {
        if !members.is_empty() {
            let (one, two) = (self.below(members.len()), self.below(members.len()));
            let value = members[one].1.clone();
            members[one].1 = std::mem::replace(&mut members[two].1, value);
        }
    }

    fn add(&mut self, members: &mut Vec<(String, Tree)>) {
        let name = word(self.byte(), self.byte());
        let value = STRANGE[self.below(STRANGE.len())];
        members.push((name, Tree::read(value).expect("it is JSON")));
    }

    fn word(&mut self) -> Tree {
        Tree::Text(word(self.byte(), self.byte()))
    }
}

fn set(tree: &mut Tree, number: usize, value: Tree) {
    if let Some(place) = tree.value(number) {
        *place = value;
    }
}

/// The word of this number in the dictionary.
fn word(high: usize, low: usize) -> String {
    WORDS[(high << 8 | low) % WORDS.len()].to_owned()
}

/// The words of the dictionary.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let lines = DICTIONARY.lines();
    lines.filter_map(|line| line.strip_prefix("\"\\\"")?.strip_suffix("\\\"\""))
}

/// A text with something small about it changed.
fn altered(text: &str, change: usize) -> String {
    let middle = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(index, _)| index);
    let (left, right) = text.split_at(middle);
    match change % 16 {
        0 => text.to_uppercase(),
        1 => text.to_lowercase(),
        2 => format!(" {text}"),
        3 => format!("{text}\n"),
        4 => text.replace('_', "-"),
        5 => text.replace(['_', '-', ' '], ""),
        6 => text.chars().skip(1).collect(),
        7 => text.chars().rev().collect(),
        8 => format!("{left}{left}{right}"),
        9 => format!("{left}\u{e9}{right}"),
        10 => format!("{left}\u{200b}{right}"),
        11 => format!("{left}\"\\/~{right}"),
        12 => format!("x-{text}"),
        13 => text.repeat(30),
        14 => format!("{left}\u{0}\u{1b}[31m{right}"),
        _ => format!("{right}0{left}"),
    }
}
