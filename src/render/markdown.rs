//! A page as Markdown.

use super::page::{Block, Item, Page, Table};
use crate::text::one_line;

pub(super) fn write(page: &Page) -> String {
    let mut written = format!("# {}\n", plain(&page.title));
    for block in &page.blocks {
        written.push('\n');
        match block {
            Block::Banner(text) => written.push_str(&format!("> **{}**\n", plain(text))),
            Block::Heading(text) => written.push_str(&format!("## {}\n", plain(text))),
            Block::Subheading(text) => written.push_str(&format!("### {}\n", plain(text))),
            Block::Label(text) => written.push_str(&format!("**{}**\n", plain(text))),
            Block::Paragraph(text) => written.push_str(&format!("{}\n", plain(text))),
            Block::Items(items) => {
                for each in items {
                    item(&mut written, each);
                }
            }
            Block::Table(entries) => table(&mut written, entries),
        }
    }
    written
}

fn item(written: &mut String, item: &Item) {
    let key = plain(&item.key);
    let key = if key.is_empty() { key } else { format!("**{key}** ") };
    written.push_str(&format!("- {key}{}\n", plain(&item.text)));
    for note in &item.notes {
        written.push_str(&format!("  - {}\n", plain(note)));
    }
}

fn table(written: &mut String, table: &Table) {
    let row = |written: &mut String, cells: &mut dyn Iterator<Item = String>| {
        let cells: Vec<String> = cells.collect();
        written.push_str(&format!("| {} |\n", cells.join(" | ")));
    };
    row(written, &mut table.columns.iter().map(|column| plain(&column.title)));
    let rule = |is_number| if is_number { "---:" } else { "---" };
    row(written, &mut table.columns.iter().map(|column| rule(column.is_number).to_owned()));
    for cells in &table.rows {
        row(written, &mut cells.iter().map(|cell| plain(cell)));
    }
}

/// `text` on one line, with nothing in it that Markdown would take for markup.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in one_line(text).chars() {
        if "\\`*_[]<>|#~&".contains(character) {
            plain.push('\\');
        }
        plain.push(character);
    }
    // A plus, a hyphen, or a number with a point or bracket at the beginning would begin a list.
    let plain = plain.trim();
    let rest = plain.trim_start_matches(|digit: char| digit.is_ascii_digit());
    let number = plain.get(..plain.len().saturating_sub(rest.len())).unwrap_or_default();
    let begins_a_list = rest.starts_with(if number.is_empty() { ['+', '-'] } else { ['.', ')'] });
    if begins_a_list { format!("{number}\\{rest}") } else { plain.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_text_cannot_become_markup() {
        assert_eq!(plain("<script>|[a](b)\n# c"), "\\<script\\>\\|\\[a\\](b) \\# c");
        assert_eq!(plain("- a"), "\\- a");
        assert_eq!(plain("1. a"), "1\\. a");
        assert_eq!(plain("12) a"), "12\\) a");
        assert_eq!(plain("    2021 a"), "2021 a");
    }
}
