//! A page as plain text for a terminal.
#![expect(clippy::arithmetic_side_effects, reason = "widths of lines; nothing can overflow")]

use super::page::{Block, Item, Page, Section, Table, Text};
use crate::text::one_line;

const WIDTH: usize = 100;

pub(super) fn write(page: &Page) -> String {
    let mut written = String::new();
    underlined(&mut written, &page.title, '=');
    blocks(&mut written, &page.blocks);
    for each in &page.sections {
        section(&mut written, each, 2);
    }
    written
}

fn section(written: &mut String, part: &Section, level: u8) {
    written.push('\n');
    match level {
        2 => underlined(written, &part.title, '-'),
        3 => wrap(written, &part.title.plain().to_uppercase(), "", ""),
        _ => wrap(written, &part.title.plain(), "  ", "  "),
    }
    match part.blocks.split_first() {
        // Items follow right below the name of their group.
        Some((Block::Items(first), rest)) if level > 3 => {
            items(written, first);
            blocks(written, rest);
        }
        _ => blocks(written, &part.blocks),
    }
    for inner in &part.sections {
        section(written, inner, level.saturating_add(1));
    }
}

/// A title with a line of `mark` below it.
fn underlined(written: &mut String, title: &Text, mark: char) {
    let title = title.plain();
    let title = one_line(&title);
    wrap(written, &title, "", "");
    line(written, &mark.to_string().repeat(title.chars().count().min(WIDTH)));
}

fn blocks(written: &mut String, blocks: &[Block]) {
    for block in blocks {
        written.push('\n');
        match block {
            Block::Banner(text) => {
                line(written, &"*".repeat(WIDTH));
                wrap(written, &text.plain(), "* ", "* ");
                line(written, &"*".repeat(WIDTH));
            }
            Block::Paragraph(text) => wrap(written, &text.plain(), "", ""),
            Block::Items(each) => items(written, each),
            Block::Table(entries) => table(written, entries),
        }
    }
}

fn items(written: &mut String, items: &[Item]) {
    for item in items {
        let key = item.key.plain();
        let key = one_line(&key);
        let first = if key.is_empty() { "  - ".to_owned() } else { format!("  - {key}  ") };
        wrap(written, &item.text.plain(), &first, "    ");
        for note in &item.notes {
            wrap(written, &note.plain(), "      ", "      ");
        }
    }
}

fn line(written: &mut String, text: &str) {
    written.push_str(text.trim_end());
    written.push('\n');
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

/// Wraps `text` into lines of at most `room` characters. The first line has `lead` characters fewer.
/// A word that is longer than a line is cut.
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
    let words = |text: &Text| one_line(&text.plain()).into_owned();
    let titles = table.columns.iter().map(|column| words(&column.title)).collect();
    let mut rows: Vec<Vec<String>> = vec![titles];
    rows.extend(table.rows.iter().map(|row| row.iter().map(words).collect()));
    let widths = widths(&rows, table.columns.len());
    for (cells, number) in rows.iter().zip(0..) {
        row(written, table, &widths, cells);
        if number == 0 {
            let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
            line(written, &rule.join("  "));
        }
    }
}

fn row(written: &mut String, table: &Table, widths: &[usize], cells: &[String]) {
    let wrapped: Vec<Vec<String>> =
        cells.iter().zip(widths).map(|(cell, width)| lines(cell, *width, 0)).collect();
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

/// The width of each column. Every column gets the length of its longest word; the columns that would
/// still wrap share the rest of the line. The first of `rows` has the titles.
fn widths(rows: &[Vec<String>], columns: usize) -> Vec<usize> {
    let longest_word =
        |text: &String| text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    let length = |text: &String| text.chars().count();
    let most = |column: usize, of: &dyn Fn(&String) -> usize| {
        rows.iter().filter_map(|row| row.get(column)).map(of).max().unwrap_or(0)
    };
    let mut widths: Vec<usize> = (0..columns).map(|column| most(column, &longest_word)).collect();
    let wanted: Vec<usize> = (0..columns).map(|column| most(column, &length)).collect();
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
    use super::super::page::Id;
    use super::*;

    #[test]
    fn lines_are_never_longer_than_the_room() {
        let text = format!("uno dos {} tres", "x".repeat(50));
        assert_eq!(
            lines(&text, 20, 15),
            ["uno", "dos", &"x".repeat(20), &"x".repeat(20), "xxxxxxxxxx tres"]
        );
        assert_eq!(lines("institución", 20, 15), ["", "institución"]);
        assert_eq!(lines(&"x".repeat(10), 8, 0), ["xxxxxxxx", "xx"]);
    }

    #[test]
    fn items_follow_right_below_the_name_of_a_group_and_apart_from_a_larger_title() {
        let text = |level| {
            let item = Item { text: Text::said("a"), ..Item::default() };
            let blocks = vec![Block::Items(vec![item])];
            let mut written = String::new();
            section(&mut written, &Section::new(Id::new("b"), Text::said("b"), blocks), level);
            written
        };
        assert_eq!(text(3), "\nB\n\n  - a\n");
        assert_eq!(text(4), "\n  b\n  - a\n");
    }

    #[test]
    fn control_characters_do_not_reach_a_terminal() {
        let mut written = String::new();
        wrap(&mut written, "a\u{1b}[31mb\r\nc\u{7}", "", "");
        assert_eq!(written, "a [31mb c\n");
    }
}
