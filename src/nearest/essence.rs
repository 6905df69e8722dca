//! What of a word can change its meaning.

use super::plain;

/// Whether two words differ by nothing but what never changes a meaning.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    essence(one).eq(essence(other))
}

/// A word without what never changes a meaning: case, accents and their Unicode form, space and
/// quotation marks around it, a final stop, and the kind of space, low line or hyphen between two
/// letters. Everything else stays: signs, digits and what stands beside them, boxes that are ticked.
fn essence(word: &str) -> impl Iterator<Item = char> {
    let is_outside = |character: char| character.is_whitespace() || quote(character).is_some();
    let word = word.trim_matches(is_outside);
    let word = word.strip_suffix('.').unwrap_or(word).trim_matches(is_outside);
    let is_joint = |character: &char| {
        character.is_whitespace() || matches!(character, '_' | '-' | '\u{2010}' | '\u{2011}')
    };
    let is_accent = |character: &char| matches!(character, '\u{300}'..='\u{36f}');
    let characters: Vec<char> = word
        .chars()
        .map(|character| quote(character).unwrap_or_else(|| plain(character)))
        .filter(|character| !is_accent(character))
        .collect();
    let is_between_letters = |place: usize| {
        let (before, after) = characters.split_at(place);
        let is_letter = |character: &char| character.is_alphabetic();
        let before = before.iter().rev().find(|character| !is_joint(character));
        let after = after.iter().find(|character| !is_joint(character));
        before.is_some_and(is_letter) && after.is_some_and(is_letter)
    };
    let kept: Vec<char> = characters
        .iter()
        .enumerate()
        .filter(|(place, character)| !(is_joint(character) && is_between_letters(*place)))
        .map(|(_, character)| *character)
        .collect();
    kept.into_iter()
}

/// The straight form of a quotation mark.
fn quote(character: char) -> Option<char> {
    match character {
        '"' | '«' | '»' | '“' | '”' | '„' | '‟' => Some('"'),
        '\'' | '‘' | '’' | '‚' | '‛' | '‹' | '›' | '`' | '´' => Some('\''),
        _ => None,
    }
}
