//! A page as plain text for a terminal.
#![expect(clippy::arithmetic_side_effects, reason = "widths of lines; nothing can overflow")]

use super::page::{Block, Item, Page, Table};
use crate::text::one_line;

const WIDTH: usize = 100;

pub(super) fn write(page: &Page) -> String {
    let mut written = String::new();
    let title = one_line(&page.title);
    wrap(&mut written, &title, "", "");
    line(&mut written, &"=".repeat(title.chars().count().min(WIDTH)));
    let mut after_label = false;
    for block in &page.blocks {
        match block {
            Block::Banner(text) => {
                written.push('\n');
                line(&mut written, &"*".repeat(WIDTH));
                wrap(&mut written, text, "* ", "* ");
                line(&mut written, &"*".repeat(WIDTH));
            }
            Block::Heading(text) => {
                let text = one_line(text);
                written.push('\n');
                wrap(&mut written, &text, "", "");
                line(&mut written, &"-".repeat(text.chars().count().min(WIDTH)));
            }
            Block::Subheading(text) => {
                written.push('\n');
                wrap(&mut written, &text.to_uppercase(), "", "");
            }
            Block::Label(text) => {
                written.push('\n');
                wrap(&mut written, text, "  ", "  ");
            }
            Block::Paragraph(text) => {
                written.push('\n');
                wrap(&mut written, text, "", "");
            }
            Block::Items(items) => {
                if !after_label {
                    written.push('\n');
                }
                for each in items {
                    item(&mut written, each);
                }
            }
            Block::Table(entries) => table(&mut written, entries),
        }
        after_label = matches!(block, Block::Label(_));
    }
    written
}

fn line(written: &mut String, text: &str) {
    written.push_str(text.trim_end());
    written.push('\n');
}

fn item(written: &mut String, item: &Item) {
    let key = one_line(&item.key);
    let first = if key.is_empty() { "  - ".to_owned() } else { format!("  - {key}  ") };
    wrap(written, &item.text, &first, "    ");
    for note in &item.notes {
        wrap(written, note, "      ", "      ");
    }
}

/// Writes `text` in lines of at most `WIDTH` characters, `first` before the first one and `rest`
/// before the others.
fn wrap(written: &mut String, text: &str, first: &str, rest: &str) {
    let room = WIDTH.saturating_sub(rest.chars().count());
    let lead = first.chars().count().saturating_sub(rest.chars().count());
    let mut prefix = first;
    for each in lines(&one_line(text), room, lead) {
        line(written, &format!("{prefix}{each}"));
        prefix = rest;
    }
}

/// The words of `text` in lines of at most `room` characters; the first line has `lead` fewer. A
/// word that is longer than a line stands on lines of its own, cut.
fn lines(text: &str, room: usize, lead: usize) -> Vec<String> {
    let room = room.max(8);
    let mut lines = Vec::new();
    let mut current = String::new();
    let mut used = lead.min(room);
    for word in text.split_whitespace() {
        let mut characters: Vec<char> = word.chars().collect();
        let gap = usize::from(!current.is_empty());
        if used > 0 && used + gap + characters.len() > room {
            lines.push(std::mem::take(&mut current));
            used = 0;
        }
        while characters.len() > room {
            let rest = characters.split_off(room);
            lines.push(characters.into_iter().collect());
            characters = rest;
            used = 0;
        }
        if !current.is_empty() {
            current.push(' ');
            used += 1;
        }
        used += characters.len();
        current.extend(characters);
    }
    if !current.is_empty() || lines.is_empty() {
        lines.push(current);
    }
    lines
}

fn table(written: &mut String, table: &Table) {
    let widths = widths(table);
    let titles: Vec<String> = table.columns.iter().map(|column| column.title.clone()).collect();
    written.push('\n');
    row(written, table, &widths, &titles);
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    line(written, &rule.join("  "));
    for cells in &table.rows {
        row(written, table, &widths, cells);
    }
}

fn row(written: &mut String, table: &Table, widths: &[usize], cells: &[String]) {
    let wrapped: Vec<Vec<String>> =
        cells.iter().zip(widths).map(|(cell, width)| lines(&one_line(cell), *width, 0)).collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    for number in 0..height {
        let mut parts = Vec::with_capacity(widths.len());
        for ((cell, width), column) in wrapped.iter().zip(widths).zip(&table.columns) {
            let part = cell.get(number).map_or("", String::as_str);
            let padding = " ".repeat(width.saturating_sub(part.chars().count()));
            parts.push(if column.is_number { padding + part } else { part.to_owned() + &padding });
        }
        line(written, &parts.join("  "));
    }
}

/// A width for each column: what its longest word needs, and more for those that would wrap, as
/// far as there is room.
fn widths(table: &Table) -> Vec<usize> {
    let texts = |index: usize| {
        let title = table.columns.get(index).map(|column| &column.title);
        title.into_iter().chain(table.rows.iter().filter_map(move |row| row.get(index)))
    };
    let longest_word =
        |text: &String| text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    let columns = 0..table.columns.len();
    let mut widths: Vec<usize> =
        columns.clone().map(|index| texts(index).map(longest_word).max().unwrap_or(0)).collect();
    let wanted: Vec<usize> = columns
        .map(|index| texts(index).map(|text| text.chars().count()).max().unwrap_or(0))
        .collect();
    let gaps = 2 * widths.len().saturating_sub(1);
    let mut room = WIDTH.saturating_sub(gaps + widths.iter().sum::<usize>());
    while room > 0 {
        let mut grown = false;
        for (width, wanted) in widths.iter_mut().zip(&wanted) {
            if room > 0 && *width < *wanted {
                *width += 1;
                room -= 1;
                grown = true;
            }
        }
        if !grown {
            break;
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_never_longer_than_the_room() {
        let text = format!("uno dos {} tres", "x".repeat(50));
        assert_eq!(
            lines(&text, 20, 15),
            ["uno", "dos", &"x".repeat(20), &"x".repeat(20), "xxxxxxxxxx tres"]
        );
        assert_eq!(lines("institución", 20, 15), ["", "institución"]);
    }

    #[test]
    fn control_characters_do_not_reach_a_terminal() {
        let mut written = String::new();
        wrap(&mut written, "a\u{1b}[31mb\r\nc\u{7}", "", "");
        assert_eq!(written, "a [31mb c\n");
    }
}
