//! A page as Markdown.

use super::page::{Block, Item, Page, Section, Table, Text};
use crate::text::one_line;

pub(super) fn write(page: &Page) -> String {
    let mut written = format!("# {}\n", plain(&page.title));
    blocks(&mut written, &page.blocks);
    for each in &page.sections {
        section(&mut written, each, 2);
    }
    written
}

fn section(written: &mut String, part: &Section, level: usize) {
    let title = plain(&part.title);
    written.push_str(&match level {
        2 | 3 => format!("\n{} {title}\n", "#".repeat(level)),
        // Deeper titles name a group of items: a heading for each would drown the others.
        _ => format!("\n**{title}**\n"),
    });
    blocks(written, &part.blocks);
    for inner in &part.sections {
        section(written, inner, level.saturating_add(1));
    }
}

fn blocks(written: &mut String, blocks: &[Block]) {
    for block in blocks {
        written.push('\n');
        match block {
            Block::Banner(text) => written.push_str(&format!("> **{}**\n", plain(text))),
            Block::Paragraph(text) => written.push_str(&format!("{}\n", plain(text))),
            Block::Items(items) => {
                for each in items {
                    item(written, each);
                }
            }
            Block::Table(entries) => table(written, entries),
        }
    }
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
        row(written, &mut cells.iter().map(plain));
    }
}

fn plain(text: &Text) -> String {
    safe(&text.plain())
}

/// `text` on one line, with nothing in it that Markdown would take for markup.
fn safe(text: &str) -> String {
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
        assert_eq!(safe("<script>|[a](b)\n# c"), "\\<script\\>\\|\\[a\\](b) \\# c");
        assert_eq!(safe("- a"), "\\- a");
        assert_eq!(safe("1. a"), "1\\. a");
        assert_eq!(safe("12) a"), "12\\) a");
        assert_eq!(safe("    2021 a"), "2021 a");
    }
}
