//! A page as HTML.

use super::page::{Block, Item, Page, Table};
use crate::text::one_line;

const STYLE: &str = "body{font-family:sans-serif;line-height:1.5;max-width:60rem;margin:2rem auto;\
padding:0 1rem;color:#222}table{border-collapse:collapse;margin:1rem 0}th,td{border:1px solid #999;\
padding:.3rem .6rem;text-align:left;vertical-align:top}.n{text-align:right}.banner{border:2px solid \
#222;padding:.6rem 1rem;font-weight:bold}li p{margin:.2rem 0}h4{margin-bottom:.2rem}";

pub(super) fn write(page: &Page) -> String {
    let title = safe(&page.title);
    let language = page.language;
    let mut written = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    );
    for block in &page.blocks {
        match block {
            Block::Banner(text) => {
                written
                    .push_str(&format!("<p class=\"banner\" role=\"note\">{}</p>\n", safe(text)));
            }
            Block::Heading(text) => written.push_str(&format!("<h2>{}</h2>\n", safe(text))),
            Block::Subheading(text) => written.push_str(&format!("<h3>{}</h3>\n", safe(text))),
            Block::Label(text) => written.push_str(&format!("<h4>{}</h4>\n", safe(text))),
            Block::Paragraph(text) => written.push_str(&format!("<p>{}</p>\n", safe(text))),
            Block::Items(items) => {
                written.push_str("<ul>\n");
                for each in items {
                    item(&mut written, each);
                }
                written.push_str("</ul>\n");
            }
            Block::Table(entries) => table(&mut written, entries),
        }
    }
    written.push_str("</body>\n</html>\n");
    written
}

fn item(written: &mut String, item: &Item) {
    let key = safe(&item.key);
    let key = if key.is_empty() { key } else { format!("<strong>{key}</strong> ") };
    written.push_str(&format!("<li>{key}{}", safe(&item.text)));
    for note in &item.notes {
        written.push_str(&format!("<p>{}</p>", safe(note)));
    }
    written.push_str("</li>\n");
}

fn table(written: &mut String, table: &Table) {
    let class = |is_number| if is_number { " class=\"n\"" } else { "" };
    written.push_str("<table>\n<thead><tr>");
    for column in &table.columns {
        let class = class(column.is_number);
        written.push_str(&format!("<th scope=\"col\"{class}>{}</th>", safe(&column.title)));
    }
    written.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        written.push_str("<tr>");
        for (index, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
            let cell = safe(cell);
            if index == 0 {
                written.push_str(&format!("<th scope=\"row\">{cell}</th>"));
            } else {
                written.push_str(&format!("<td{}>{cell}</td>", class(column.is_number)));
            }
        }
        written.push_str("</tr>\n");
    }
    written.push_str("</tbody>\n</table>\n");
}

/// `text` on one line, with nothing in it that HTML would take for markup.
fn safe(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in one_line(text).chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_text_cannot_become_markup() {
        assert_eq!(safe("<b onclick=\"x\">'&'"), "&lt;b onclick=&quot;x&quot;&gt;&#39;&amp;&#39;");
    }
}
