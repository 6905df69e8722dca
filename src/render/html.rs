//! A page as HTML.

use super::page::{Block, Item, Page, Section, Span, Table, Text, is_same_language};
use crate::text::one_line;

const STYLE: &str = "body{font-family:sans-serif;line-height:1.5;max-width:60rem;margin:2rem auto;\
padding:0 1rem;color:#222}table{border-collapse:collapse;margin:1rem 0}th,td{border:1px solid #999;\
padding:.3rem .6rem;text-align:left;vertical-align:top}.n{text-align:right}.banner{border:2px solid \
#222;padding:.6rem 1rem;font-weight:bold}li p{margin:.2rem 0}h4{margin-bottom:.2rem}";

pub(super) fn write(page: &Page) -> String {
    let writer = Writer { language: page.language };
    let title = safe(&page.title.plain());
    let mut written = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<h1>{heading}</h1>\n",
        language = page.language,
        heading = writer.text(&page.title),
    );
    writer.blocks(&mut written, &page.blocks);
    for section in &page.sections {
        writer.section(&mut written, section, 2);
    }
    written.push_str("</body>\n</html>\n");
    written
}

struct Writer {
    /// The language of the page.
    language: &'static str,
}

impl Writer {
    fn section(&self, written: &mut String, section: &Section, level: u8) {
        let (id, title) = (safe(section.id.as_str()), self.text(&section.title));
        written.push_str(&format!("<section id=\"{id}\">\n<h{level}>{title}</h{level}>\n"));
        self.blocks(written, &section.blocks);
        for inner in &section.sections {
            self.section(written, inner, level.saturating_add(1).min(6));
        }
        written.push_str("</section>\n");
    }

    fn blocks(&self, written: &mut String, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Banner(text) => {
                    let text = self.text(text);
                    written.push_str(&format!("<p class=\"banner\" role=\"note\">{text}</p>\n"));
                }
                Block::Paragraph(text) => {
                    written.push_str(&format!("<p>{}</p>\n", self.text(text)));
                }
                Block::Items(items) => {
                    written.push_str("<ul>\n");
                    for item in items {
                        self.item(written, item);
                    }
                    written.push_str("</ul>\n");
                }
                Block::Table(table) => self.table(written, table),
            }
        }
    }

    fn item(&self, written: &mut String, item: &Item) {
        let id = item
            .id
            .as_ref()
            .map_or_else(String::new, |id| format!(" id=\"{}\"", safe(id.as_str())));
        let key = self.text(&item.key);
        let key = if key.is_empty() { key } else { format!("<strong>{key}</strong> ") };
        written.push_str(&format!("<li{id}>{key}{}", self.text(&item.text)));
        for note in &item.notes {
            written.push_str(&format!("<p>{}</p>", self.text(note)));
        }
        written.push_str("</li>\n");
    }

    fn table(&self, written: &mut String, table: &Table) {
        let class = |is_number| if is_number { " class=\"n\"" } else { "" };
        written.push_str("<table>\n<thead><tr>");
        for column in &table.columns {
            let (class, title) = (class(column.is_number), self.text(&column.title));
            written.push_str(&format!("<th scope=\"col\"{class}>{title}</th>"));
        }
        written.push_str("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            written.push_str("<tr>");
            for (index, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
                let cell = self.text(cell);
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

    /// A text as HTML. Words in another language than the page's are marked with that language.
    fn text(&self, text: &Text) -> String {
        text.spans().iter().map(|span| self.span(span)).collect()
    }

    fn span(&self, span: &Span) -> String {
        let words = safe(span.as_str());
        match span {
            Span::Words { language, .. }
                if !language.is_empty() && !is_same_language(language, self.language) =>
            {
                format!("<span lang=\"{}\">{words}</span>", safe(language))
            }
            Span::Link { to, .. } => format!("<a href=\"#{}\">{words}</a>", safe(to.as_str())),
            _ => words,
        }
    }
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
