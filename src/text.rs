//! Text of people: language tags, and text made safe to show.

use std::borrow::Cow;

/// The first subtag of a BCP 47 language tag: `es` of `es-PA`.
pub(crate) fn primary_language(tag: &str) -> &str {
    let end = tag.bytes().position(|byte| byte == b'-');
    end.and_then(|end| tag.get(..end)).unwrap_or(tag)
}

/// Whether `tag` has the form of a BCP 47 tag: a language of two or three letters, then subtags of
/// up to eight letters or digits.
pub(crate) fn is_language_tag(tag: &str) -> bool {
    let language = tag.bytes().take_while(u8::is_ascii_lowercase).count();
    let rest = tag.get(language..).unwrap_or_default();
    let is_subtag = |subtag: &str| {
        (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    (2..=3).contains(&language)
        && (rest.is_empty()
            || rest.strip_prefix('-').is_some_and(|rest| rest.split('-').all(is_subtag)))
}

/// Whether `id` can name something in any file, form or address: a letter, then letters, digits
/// and low lines, 64 at most.
pub(crate) fn is_id(id: &str) -> bool {
    id.len() <= 64
        && id.starts_with(|first: char| first.is_ascii_alphabetic())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// A word quoted from a document, short and on one line.
pub(crate) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 60;
    if text.len() <= LONGEST {
        return one_line(text).into_owned();
    }
    match text.char_indices().nth(LONGEST) {
        None => one_line(text).into_owned(),
        Some((end, _)) => one_line(text.get(..end).unwrap_or_default()).into_owned() + "…",
    }
}

/// `text` without characters that move the cursor, end the line, or turn the writing direction:
/// each is a space, and the rest is as it was.
#[must_use]
pub(crate) fn one_line(text: &str) -> Cow<'_, str> {
    // Most texts have nothing to take out.
    let may_change = |byte: u8| matches!(byte, 0..b' ') | may_begin_hidden(byte);
    if !text.bytes().fold(false, |found, byte| found | may_change(byte)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(visible).collect())
}

fn visible(character: char) -> char {
    let breaks_lines = matches!(character, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}');
    if is_hidden(character) || breaks_lines { ' ' } else { character }
}

/// The characters of `text` that cannot be seen and change what can be: control characters other
/// than line ends and tabs, marks that turn the writing direction, and those of no width.
pub(crate) fn hidden(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|character| is_hidden(*character))
}

/// Whether `json` has hidden characters that are not written as escapes.
pub(crate) fn hides_something(json: &str) -> bool {
    const CHUNK: usize = 256;
    // Control characters below the space cannot stand in a JSON text without an escape. Most
    // stretches of a text in Latin letters have nothing that may begin any other; to see that takes
    // no branching, so that it is done many bytes at a time.
    let mut chunks = json.as_bytes().chunks(CHUNK).zip((0..).step_by(CHUNK));
    chunks.any(|(chunk, start): (&[u8], usize)| {
        let begins_hidden = |(&byte, at): (&u8, usize)| {
            may_begin_hidden(byte)
                && json.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_hidden)
        };
        chunk.iter().fold(false, |found, &byte| found | may_begin_hidden(byte))
            && chunk.iter().zip(start..).any(begins_hidden)
    })
}

/// Whether a hidden character or a line end may begin with this byte. Control characters below the
/// space do not count: JSON does not allow them without an escape.
fn may_begin_hidden(byte: u8) -> bool {
    matches!(byte, 0x7f | 0xc2 | 0xd8..)
}

fn is_hidden(character: char) -> bool {
    let is_mark = matches!(
        character,
        '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
            | '\u{2066}'..='\u{2069}' | '\u{feff}'
    );
    is_mark || character.is_control() && !matches!(character, '\n' | '\r' | '\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_tags_have_a_form() {
        for tag in ["es", "en", "es-PA", "zh-Hant-TW", "gn", "cab"] {
            assert!(is_language_tag(tag), "{tag}");
        }
        for tag in ["", "e", "ES", "es_PA", "es-", "-es", "español", "es-123456789"] {
            assert!(!is_language_tag(tag), "{tag}");
        }
    }

    #[test]
    fn a_quoted_word_cannot_disturb_a_terminal() {
        assert_eq!(excerpt("a\u{1b}[2Jb\nc\u{202e}d"), "a [2Jb c d");
        assert_eq!(excerpt(&"ñ".repeat(61)), format!("{}…", "ñ".repeat(60)));
    }

    #[test]
    fn hidden_characters_are_found_and_quotation_marks_are_not_taken_for_them() {
        for text in ["a\u{202e}b", "a\u{200b}", "\u{9d}", "\u{feff}a", "\u{7f}", "\u{61c}"] {
            assert!(hidden(text).next().is_some(), "{text:?}");
            for length in 0..200 {
                let text = "ñ¿".repeat(length) + text;
                assert!(hides_something(&text), "{text:?}");
            }
        }
        assert!(hidden("\u{7}").next().is_some());
        for text in ["«a» “b” – ¿c? — d…", "línea\ntab\t", "ñandú €"] {
            assert_eq!(hidden(text).next(), None, "{text:?}");
            assert!(!hides_something(&text.repeat(50)), "{text:?}");
        }
    }
}
