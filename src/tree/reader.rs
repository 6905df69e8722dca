//! From nodes to values, going on after each mistake.

use super::problems::Raised;
use super::{Document, Limits, Mark, Node, NodeId, Number, Problems};
use crate::index::Index;
use crate::nearest::Candidates;
use crate::problem::{Code, Shape};

/// Reads the values of one document and reports what is wrong with them.
#[derive(Debug)]
pub(crate) struct Reader<'d> {
    document: &'d Document,
    /// The document's number among those that are read together.
    number: usize,
    limits: &'d Limits,
    problems: &'d mut Problems,
    /// The nodes of texts in several languages, for the rules about languages.
    localized: Vec<NodeId>,
    /// Room for the keys of an object, which most objects in a document can share.
    keys: Index<&'d str, NodeId>,
}

impl<'d> Reader<'d> {
    pub(crate) fn new(
        document: &'d Document,
        number: usize,
        limits: &'d Limits,
        problems: &'d mut Problems,
    ) -> Self {
        let localized = Vec::new();
        Self { document, number, limits, problems, localized, keys: Index::default() }
    }

    pub(crate) fn document(&self) -> &'d Document {
        self.document
    }

    /// Records that a text in several languages is here.
    pub(crate) fn note_localized(&mut self, node: NodeId) {
        self.localized.push(node);
    }

    /// Where texts in several languages stand.
    pub(crate) fn into_localized(self) -> Vec<NodeId> {
        self.localized
    }

    pub(crate) fn mark(&self, node: NodeId) -> Mark {
        Mark { document: self.number, node }
    }

    /// An empty list for the keys of an object, to be given back when the object is read. Objects
    /// inside it get another one.
    pub(crate) fn take_keys(&mut self) -> Index<&'d str, NodeId> {
        std::mem::take(&mut self.keys)
    }

    pub(crate) fn give_back_keys(&mut self, mut keys: Index<&'d str, NodeId>) {
        keys.clear();
        self.keys = keys;
    }

    /// What each of several mistyped words was probably meant to be; two that may be the same leave
    /// doubt.
    pub(crate) fn nearest_each<'a, K: IntoIterator<Item = &'a str>>(
        &self,
        got: &[&str],
        known: impl Fn() -> K,
    ) -> Vec<Candidates<'a>> {
        self.problems.nearest_each(got, known)
    }

    /// What a mistyped word was probably meant to be, by its name or by what people read for it.
    pub(crate) fn nearest_named<'a, L: Iterator<Item = (&'a str, &'a str)> + Clone>(
        &self,
        got: &str,
        known: impl IntoIterator<Item = &'a str>,
        labels: impl IntoIterator<Item = L>,
    ) -> Candidates<'a> {
        self.problems.nearest_named(got, known, labels)
    }

    /// Reports the second member of a name in an object.
    pub(crate) fn duplicate(&mut self, key: NodeId, first: NodeId) {
        let key = self.mark(key);
        self.problems.duplicate(self.document, key, first);
    }

    pub(crate) fn raise(&mut self, code: Code, node: NodeId) -> &mut Raised {
        let mark = self.mark(node);
        self.problems.push(code, mark)
    }

    /// Whether the node has the shape `want`; if not, that is reported.
    #[inline]
    pub(crate) fn expect(&mut self, want: Shape, node: NodeId) -> bool {
        let is_right = self.document.shape_of(node) == want;
        if !is_right {
            self.refuse(want, node);
        }
        is_right
    }

    /// Reports that something else is where `want` is expected.
    #[cold]
    pub(crate) fn refuse(&mut self, want: Shape, node: NodeId) -> &mut Raised {
        let got = self.document.shape_of(node);
        self.raise(Code::WrongType, node).with("want", want).with("got", got)
    }

    /// A text that has something in it and is not too long.
    pub(crate) fn text(&mut self, node: NodeId) -> Option<&'d str> {
        let text = self.word(node)?;
        if text.chars().all(char::is_whitespace) {
            self.blank(node);
            return None;
        }
        self.short(text, node)
    }

    /// A text of a certain form. A number of the same characters, such as `2021`, was meant as one.
    pub(crate) fn text_of_form(
        &mut self,
        node: NodeId,
        has_form: impl Fn(&str) -> bool,
    ) -> Option<&'d str> {
        let Some(number) = self.document.as_whole(node).map(|number| number.to_string()) else {
            return self.text(node);
        };
        self.refuse(Shape::Text, node)
            .replace_by_text(Some(&*number).filter(|text| has_form(text)));
        None
    }

    /// The key of a member, if it is not too long to be shown.
    pub(crate) fn key(&mut self, key: NodeId) -> Option<&'d str> {
        self.short(self.document.text_of(key), key)
    }

    fn short(&mut self, text: &'d str, node: NodeId) -> Option<&'d str> {
        if text.len() > self.limits.max_text() {
            self.too_long(text, node);
            return None;
        }
        Some(text)
    }

    /// `doc.text.blank`
    #[cold]
    fn blank(&mut self, node: NodeId) {
        self.raise(Code::BlankText, node);
    }

    /// `doc.limit.text`
    #[cold]
    fn too_long(&mut self, text: &str, node: NodeId) {
        let limit = self.limits.max_text();
        self.raise(Code::TextTooLong, node).with("got", text.len()).with("limit", limit);
    }

    /// A text, which may be empty: every caller that needs a certain word refuses an empty one itself.
    #[inline]
    pub(crate) fn word(&mut self, node: NodeId) -> Option<&'d str> {
        let text = self.document.as_text(node);
        if text.is_none() {
            self.refuse(Shape::Text, node);
        }
        text
    }

    pub(crate) fn truth(&mut self, node: NodeId) -> Option<bool> {
        if let Node::Truth(truth) = self.document.node(node) {
            return Some(truth);
        }
        let text = self.document.text_of(node).trim().to_lowercase();
        let mended = ["true", "false"].contains(&text.as_str()).then_some(text);
        self.refuse(Shape::Truth, node).replace(mended);
        None
    }

    /// A whole number, which may be written with decimals that are all zero; one that no type holds is
    /// the largest there is, which lies beyond all bounds too.
    pub(crate) fn whole(&mut self, node: NodeId) -> Option<i128> {
        match self.document.number(node) {
            Some(Number::Whole(number)) => Some(number.into()),
            Some(Number::Negative(number)) => Some(number.into()),
            Some(Number::Float(number)) => {
                // Display writes a double without an exponent, and without a point if it is whole.
                let written = number.to_string();
                if written.contains('.') {
                    self.raise(Code::NotWhole, node).with("got", written.as_str());
                    return None;
                }
                Some(written.parse().unwrap_or(i128::MAX))
            }
            None => {
                let text = self.document.text_of(node).trim();
                let number: Option<i64> = text.parse().ok();
                let mended = number.map(|number| number.to_string());
                self.refuse(Shape::Number, node).replace(mended.filter(|mended| mended == text));
                None
            }
        }
    }
}

impl Document {
    /// A number of digits alone, which is written in one way only.
    pub(crate) fn as_whole(&self, node: NodeId) -> Option<u64> {
        match self.number(node) {
            Some(Number::Whole(number)) => Some(number),
            _ => None,
        }
    }

    /// A number as the shortest decimal that reads back as the same; nothing for any other node.
    pub(crate) fn number_of(&self, node: NodeId) -> Option<String> {
        self.number(node).map(|number| match number {
            Number::Whole(number) => number.to_string(),
            Number::Negative(number) => number.to_string(),
            Number::Float(number) => number.to_string(),
        })
    }
}
