//! What no text for people may have in it.

/// Whether a character neither moves the cursor, nor turns the direction of writing, nor hides. Line
/// ends are calm, other control characters are not.
pub(crate) fn is_calm(character: char) -> bool {
    let is_unseen = matches!(
        character,
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'
            | '\u{2066}'..='\u{2069}' | '\u{feff}'
    );
    character == '\n' || !(character.is_control() || is_unseen)
}
