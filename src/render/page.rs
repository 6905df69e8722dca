//! What a rendered profile consists of, whatever it is written as.

/// A document for readers.
#[derive(Debug)]
pub(super) struct Page {
    /// The BCP 47 tag of its language.
    pub(super) language: &'static str,
    pub(super) title: String,
    pub(super) blocks: Vec<Block>,
}

#[derive(Debug)]
pub(super) enum Block {
    /// Something that must not be overlooked.
    Banner(String),
    Heading(String),
    Subheading(String),
    /// The title of a group of items.
    Label(String),
    Paragraph(String),
    Items(Vec<Item>),
    Table(Table),
}

/// One matter in a list.
#[derive(Debug, Default)]
pub(super) struct Item {
    /// What it is referred to by, such as a code.
    pub(super) key: String,
    pub(super) text: String,
    /// What is said about it, a line each.
    pub(super) notes: Vec<String>,
}

#[derive(Debug)]
pub(super) struct Table {
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<String>>,
}

#[derive(Debug)]
pub(super) struct Column {
    pub(super) title: String,
    pub(super) is_number: bool,
}

impl Column {
    pub(super) fn words(title: &str) -> Self {
        Self { title: title.to_owned(), is_number: false }
    }

    pub(super) fn number(title: &str) -> Self {
        Self { title: title.to_owned(), is_number: true }
    }
}
