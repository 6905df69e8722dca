//! Text of people: language tags, and text made safe to show.

/// The first subtag of a BCP 47 language tag: `es` of `es-PA`.
pub(crate) fn primary_language(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// Whether `tag` has the form of a BCP 47 tag: a language of two or three letters, then subtags of
/// up to eight letters or digits.
pub(crate) fn is_language_tag(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let language = subtags.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_lowercase())
        && subtags.all(|subtag| {
            (1..=8).contains(&subtag.len())
                && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
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
    let mut shown: String = text.chars().take(LONGEST).map(visible).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

/// `text` without characters that move the cursor, end the line, or turn the writing direction:
/// each is a space, and the rest is as it was.
#[must_use]
pub(crate) fn one_line(text: &str) -> String {
    text.chars().map(visible).collect()
}

fn visible(character: char) -> char {
    let turns = matches!(
        character,
        '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{2028}' | '\u{2029}' | '\u{feff}'
    );
    if character.is_control() || turns { ' ' } else { character }
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
}
