//! A rendered profile as its reader sees it: items and tables, each under its headings.

use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use pulldown_cmark::{Options, Parser};

/// What stands on a page.
#[derive(Debug, Default)]
pub struct Page {
    pub items: Vec<Item>,
    pub tables: Vec<Table>,
    /// All text, elements apart from each other by a space.
    pub text: String,
    /// Every element and attribute, in the order in which they stand.
    pub structure: Vec<String>,
}

/// An item of a list.
#[derive(Debug)]
pub struct Item {
    /// The headings that it stands under, the outermost first.
    pub under: Vec<String>,
    /// What it is referred to by, such as a code; empty if by nothing.
    pub key: String,
    pub text: String,
    pub notes: Vec<String>,
}

/// A table; the first row has the titles of the columns, and every row begins with its own.
#[derive(Debug)]
pub struct Table {
    pub rows: Vec<Vec<String>>,
}

impl Item {
    /// Whether a heading above it, without the number of its items, is this one.
    #[must_use]
    pub fn is_under(&self, title: &str) -> bool {
        self.under.iter().any(|heading| without_count(heading) == title)
    }
}

/// A heading without the number of items in brackets at its end.
#[must_use]
pub fn without_count(heading: &str) -> &str {
    let count = heading
        .rsplit_once(" (")
        .filter(|(_, count)| count.trim_end_matches(')').parse::<u32>().is_ok());
    count.map_or(heading, |(title, _)| title)
}

impl Table {
    /// The cell in the row and the column with these titles.
    #[must_use]
    #[track_caller]
    pub fn cell(&self, row: &str, column: &str) -> &str {
        let (titles, rows) = self.rows.split_first().expect("a table has titles");
        let column = titles.iter().position(|title| title == column);
        let column = column.unwrap_or_else(|| panic!("no column {column:?} in {titles:?}"));
        let rows: Vec<_> = rows.iter().filter(|cells| cells[0] == row).collect();
        assert_eq!(rows.len(), 1, "rows {row:?} in {:?}", self.rows);
        &rows[0][column]
    }
}

impl Page {
    /// The page that a text of HTML is.
    ///
    /// # Panics
    ///
    /// If the text has mistakes of HTML.
    #[must_use]
    pub fn of_html(html: &str) -> Self {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
        assert_eq!(*dom.errors.borrow(), [] as [&str; 0], "{html}");
        Self::of(&dom)
    }

    /// The page that a text of Markdown is.
    #[must_use]
    pub fn of_markdown(markdown: &str) -> Self {
        let extensions = Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_TASKLISTS;
        let mut html = String::from("<!DOCTYPE html>");
        pulldown_cmark::html::push_html(&mut html, Parser::new_ext(markdown, extensions));
        Self::of(&parse_document(RcDom::default(), ParseOpts::default()).one(html))
    }

    fn of(dom: &RcDom) -> Self {
        let mut page = Self::default();
        page.read(&dom.document, &mut Vec::new());
        structure(&dom.document, &mut page.structure);
        page.text = all_text(&dom.document);
        page
    }

    /// The only table that has a column of this title.
    #[must_use]
    #[track_caller]
    pub fn table(&self, column: &str) -> &Table {
        let has_it = |table: &&Table| table.rows[0].iter().any(|title| title == column);
        let tables: Vec<_> = self.tables.iter().filter(has_it).collect();
        assert_eq!(tables.len(), 1, "tables with a column {column:?}");
        tables[0]
    }

    /// The items with a key below a heading.
    pub fn items_under<'p>(&'p self, title: &'p str) -> impl Iterator<Item = &'p Item> {
        self.items.iter().filter(move |item| item.is_under(title))
    }

    fn read(&mut self, node: &Handle, under: &mut Vec<(u32, String)>) {
        let name = name(node);
        if let Some(level) = level(node, &name) {
            under.retain(|(above, _)| *above < level);
            under.push((level, all_text(node)));
        }
        match name.as_str() {
            "li" => self.items.push(item(node, under)),
            "table" => self.tables.push(Table { rows: rows(node) }),
            // A bold paragraph in a box is no heading.
            "blockquote" => {}
            _ => node.children.borrow().iter().for_each(|child| self.read(child, under)),
        }
    }
}

/// Every element and attribute, in the order in which they stand.
fn structure(node: &Handle, structure: &mut Vec<String>) {
    let name = name(node);
    if let NodeData::Element { attrs, .. } = &node.data {
        structure.push(name.clone());
        let attributes = attrs.borrow();
        let written = attributes.iter().map(|it| format!("{}={}", it.name.local, it.value));
        structure.extend(written);
    }
    node.children.borrow().iter().for_each(|child| self::structure(child, structure));
    if !name.is_empty() {
        structure.push(format!("/{name}"));
    }
}

/// The level of a heading. Markdown has bold paragraphs for the lowest one.
fn level(node: &Handle, name: &str) -> Option<u32> {
    let children = node.children.borrow();
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => name[1..].parse().ok(),
        "p" if children.len() == 1 && self::name(&children[0]) == "strong" => Some(7),
        _ => None,
    }
}

fn item(node: &Handle, under: &[(u32, String)]) -> Item {
    let mut item = Item {
        under: under.iter().map(|(_, heading)| heading.clone()).collect(),
        key: String::new(),
        text: String::new(),
        notes: Vec::new(),
    };
    for child in node.children.borrow().iter() {
        match name(child).as_str() {
            "strong" if item.key.is_empty() && item.text.is_empty() => item.key = all_text(child),
            "p" => item.notes.push(all_text(child)),
            "ul" => {
                let notes = child.children.borrow();
                item.notes.extend(notes.iter().filter(|it| name(it) == "li").map(all_text));
            }
            _ => item.text.push_str(&raw_text(child)),
        }
    }
    item.text = one_line(&item.text);
    item
}

fn rows(table: &Handle) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    each(table, &mut |node| {
        if name(node) == "tr" {
            let cells = node.children.borrow();
            let cells = cells.iter().filter(|cell| ["th", "td"].contains(&name(cell).as_str()));
            rows.push(cells.map(all_text).collect());
        }
    });
    rows
}

/// The name of an element; nothing for anything else.
fn name(node: &Handle) -> String {
    match &node.data {
        NodeData::Element { name, .. } => name.local.to_string(),
        _ => String::new(),
    }
}

fn all_text(node: &Handle) -> String {
    one_line(&raw_text(node))
}

/// The text of a node, as it is. Elements that begin a line of their own are apart from what is
/// around them; a link or a passage in another language is not.
fn raw_text(node: &Handle) -> String {
    let mut text = String::new();
    each(node, &mut |node| match &node.data {
        NodeData::Text { contents } => text.push_str(&contents.borrow()),
        _ if ["a", "span"].contains(&name(node).as_str()) => {}
        _ => text.push(' '),
    });
    text
}

fn each(node: &Handle, visit: &mut impl FnMut(&Handle)) {
    visit(node);
    for child in node.children.borrow().iter() {
        each(child, visit);
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
