//! What a page for readers consists of, whatever it is written as.
//!
//! A page is a tree of sections. Its texts are made of spans that know what they are, so that a
//! writer can name a language, link a source, and escape, without knowing what is said.

use super::{html, markdown, text};
use crate::language::{Key, Language, Piece, Voice};
use crate::text::primary_language;

/// A result as a page, to be written in one format or another.
#[derive(Debug)]
pub struct Page {
    /// The BCP 47 tag of the language in which the engine speaks on this page.
    pub(super) language: &'static str,
    pub(super) title: Text,
    pub(super) blocks: Vec<Block>,
    pub(super) sections: Vec<Section>,
}

impl Page {
    /// Plain text of 100 columns, without control characters other than line ends.
    #[must_use]
    pub fn text(&self) -> String {
        text::write(self)
    }

    /// Markdown (`CommonMark` with tables).
    #[must_use]
    pub fn markdown(&self) -> String {
        markdown::write(self)
    }

    /// An HTML document of its own, without scripts or anything from elsewhere.
    #[must_use]
    pub fn html(&self) -> String {
        html::write(self)
    }
}

/// A part of a page under a title of its own.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) id: Id,
    pub(super) title: Text,
    pub(super) blocks: Vec<Block>,
    pub(super) sections: Vec<Section>,
}

impl Section {
    pub(super) fn new(id: Id, title: Text, blocks: Vec<Block>) -> Self {
        Self { id, title, blocks, sections: Vec::new() }
    }
}

#[derive(Debug)]
pub(super) enum Block {
    /// Something that must not be overlooked.
    Banner(Text),
    Paragraph(Text),
    Items(Vec<Item>),
    Table(Table),
}

/// One matter in a list.
#[derive(Debug, Default)]
pub(super) struct Item {
    /// The target of links to it; `None` if nothing links to it.
    pub(super) id: Option<Id>,
    /// What it is referred to by, such as a code.
    pub(super) key: Text,
    pub(super) text: Text,
    /// Remarks below it, each on a line of its own.
    pub(super) notes: Vec<Text>,
}

#[derive(Debug)]
pub(super) struct Table {
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<Text>>,
}

#[derive(Debug)]
pub(super) struct Column {
    pub(super) title: Text,
    pub(super) is_number: bool,
}

impl Column {
    pub(super) fn words(title: Text) -> Self {
        Self { title, is_number: false }
    }

    pub(super) fn number(title: Text) -> Self {
        Self { title, is_number: true }
    }
}

/// What a section or an item is linked by, unique on its page.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Id(String);

impl Id {
    pub(super) fn new(name: &str) -> Self {
        Self(name.to_owned())
    }

    /// The id of something within this.
    pub(super) fn within(&self, name: &str) -> Self {
        Self(format!("{}-{name}", self.0))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// A text whose parts know what they are.
#[derive(Clone, Debug, Default)]
pub(super) struct Text(Vec<Span>);

#[derive(Clone, Debug)]
pub(super) enum Span {
    /// Words of the engine, in the language of the page.
    Said(String),
    /// Words of the catalogue or of the place.
    Words {
        words: String,
        /// The BCP 47 tag of their language; empty if it is unknown.
        language: String,
    },
    /// A code or an id.
    Code(String),
    /// A number, date or share, as the language of the page writes it.
    Number(String),
    /// What leads to another part of the page.
    Link { to: Id, words: String },
}

impl Span {
    /// What people read, without what the span knows about itself.
    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Said(words)
            | Self::Words { words, .. }
            | Self::Code(words)
            | Self::Number(words)
            | Self::Link { words, .. } => words,
        }
    }
}

impl Text {
    pub(super) fn said(words: &str) -> Self {
        Self::of(Span::Said(words.to_owned()))
    }

    /// Words of the catalogue or of the place, in `language`.
    pub(super) fn words(words: &str, language: &str) -> Self {
        Self::of(Span::Words { words: words.to_owned(), language: language.to_owned() })
    }

    pub(super) fn code(code: &str) -> Self {
        Self::of(Span::Code(code.to_owned()))
    }

    pub(super) fn number(number: &impl ToString) -> Self {
        Self::of(Span::Number(number.to_string()))
    }

    pub(super) fn link(to: Id, words: &str) -> Self {
        Self::of(Span::Link { to, words: words.to_owned() })
    }

    fn of(span: Span) -> Self {
        if span.as_str().is_empty() { Self::default() } else { Self(vec![span]) }
    }

    /// A text of the engine with `values` in its places.
    pub(super) fn filled(words: &Voice, key: Key, values: &[(&str, &Self)]) -> Self {
        let mut filled = Self::default();
        for piece in words.pieces(key) {
            match piece {
                Piece::Words(words) => filled.add(&Self::said(&words)),
                Piece::Place(name) => {
                    if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
                        filled.add(value);
                    }
                }
            }
        }
        filled
    }

    /// The texts that are not empty, with what `link` has between `{one}` and `{next}` between two.
    pub(super) fn joined(
        language: &Language,
        link: Key,
        texts: impl IntoIterator<Item = Self>,
    ) -> Self {
        let mut joined = Self::default();
        for text in texts {
            if !joined.is_empty() && !text.is_empty() {
                joined.add(&Self::said(language.link(link)));
            }
            joined.add(&text);
        }
        joined
    }

    fn add(&mut self, other: &Self) {
        self.0.extend(other.0.iter().cloned());
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn spans(&self) -> &[Span] {
        &self.0
    }

    /// What people read, in one piece.
    pub(super) fn plain(&self) -> String {
        self.0.iter().map(Span::as_str).collect()
    }
}

/// Whether two BCP 47 tags name one language, whatever their region or script.
pub(super) fn is_same_language(one: &str, other: &str) -> bool {
    primary_language(one).eq_ignore_ascii_case(primary_language(other))
}
