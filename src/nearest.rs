//! Which of the known words a mistyped one was probably meant to be.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::integer_division,
    reason = "lengths of short words: nothing can overflow, and a third of one is rounded down"
)]

/// The words compared are cut here: a suggestion for something longer would be a guess.
const LONGEST: usize = 64;

/// The candidate nearest to `got`, if one is near enough to be worth a suggestion.
///
/// Case, punctuation and leading zeros of numbers do not count as differences (`mr-1` is `MR01`);
/// beyond that, about one letter in three may differ. Of equally near candidates the first wins.
pub(crate) fn nearest<'a>(
    got: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let wanted = skeleton(got);
    if wanted.is_empty() || wanted.len() >= LONGEST {
        return None;
    }
    let allowed = (wanted.len() / 3).clamp(1, 4);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let known = skeleton(candidate);
        if known.len().abs_diff(wanted.len()) > allowed {
            continue;
        }
        let distance = distance(&wanted, &known);
        // A word of one or two letters with a letter changed is another word.
        let near =
            distance == 0 || (distance <= allowed && distance < known.len().min(wanted.len()));
        if near && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Letters and digits only, in lower case, without accents or leading zeros.
fn skeleton(word: &str) -> Vec<char> {
    let mut skeleton: Vec<char> = Vec::new();
    for character in word.chars().flat_map(char::to_lowercase).map(plain) {
        if skeleton.len() >= LONGEST {
            break;
        }
        if character == '0' && !skeleton.last().is_some_and(char::is_ascii_digit) {
            continue;
        }
        if character.is_alphanumeric() {
            skeleton.push(character);
        }
    }
    skeleton
}

/// The letter under a Spanish accent.
fn plain(character: char) -> char {
    match character {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        other => other,
    }
}

/// The number of letters to insert, delete, change or swap with the next (optimal string alignment).
fn distance(left: &[char], right: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    for (i, &a) in left.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &b) in right.iter().enumerate() {
            let at =
                |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX / 2);
            let changed = at(&above, j) + usize::from(a != b);
            let mut least = changed.min(at(&above, j + 1) + 1).min(at(&row, j) + 1);
            let swapped =
                i > 0 && j > 0 && left.get(i - 1) == Some(&b) && right.get(j - 1) == Some(&a);
            if swapped {
                least = least.min(at(&before, j - 1) + 1);
            }
            row.push(least);
        }
        before = above;
        above = row;
    }
    above.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_found_however_they_are_typed() {
        let codes = ["MR01", "MR10", "MR11", "WB01"];
        for got in ["mr-1", "MR1", "MR-01", "mr01", "Mr 1"] {
            assert_eq!(nearest(got, codes), Some("MR01"), "{got}");
        }
    }

    #[test]
    fn a_slip_of_the_hand_is_found_and_another_word_is_not() {
        let words = ["in_place", "partly", "in_preparation", "not_in_place"];
        assert_eq!(nearest("prtly", words), Some("partly"));
        assert_eq!(nearest("in place", words), Some("in_place"));
        assert_eq!(nearest("partyl", words), Some("partly"));
        assert_eq!(nearest("yes", words), None);
        assert_eq!(nearest("", words), None);
        assert_eq!(nearest(&"x".repeat(1000), words), None);
    }

    #[test]
    fn accents_do_not_count() {
        assert_eq!(nearest("revision", ["revisión"]), Some("revisión"));
    }
}
