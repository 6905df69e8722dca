//! Which of the known words a mistyped one was probably meant to be.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::integer_division,
    clippy::indexing_slicing,
    reason = "INVARIANT: words are cut to `LONGEST` letters, and every table here has room for one more"
)]

/// The words compared are cut here: a suggestion for something longer would be a guess.
const LONGEST: usize = 64;

/// The most suggestions for one word: a reader does not compare more.
const MOST: usize = 3;

/// The words that a mistyped one was probably meant to be, the nearest first.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Candidates<'a> {
    /// How far each lies from the mistyped word: [`SAME`], [`ALIKE`], or further by the number of
    /// letters that differ.
    ranked: Vec<(usize, &'a str)>,
}

/// The rank of a word that is the same but for what never changes a meaning, see [`essence`].
const SAME: usize = 0;

/// The rank of a word that has the same letters and digits. A sign between them may mean something:
/// `> 50` is not `< 50`.
const ALIKE: usize = 1;

impl<'a> Candidates<'a> {
    /// The nearest one.
    pub(crate) fn best(&self) -> Option<&'a str> {
        self.ranked.first().map(|(_, word)| *word)
    }

    /// All of them, the nearest first.
    pub(crate) fn words(&self) -> impl Iterator<Item = &'a str> {
        self.ranked.iter().map(|(_, word)| *word)
    }

    /// The one that was meant without doubt: the same but for what never changes a meaning, and no
    /// other is.
    pub(crate) fn certain(&self) -> Option<&'a str> {
        match *self.ranked.as_slice() {
            [(SAME, word)] => Some(word),
            _ => None,
        }
    }

    /// The same candidates, each word replaced by the word that it is a label of.
    pub(crate) fn map<'b>(
        self,
        mut exchange: impl FnMut(&'a str) -> Option<&'b str>,
    ) -> Candidates<'b> {
        let ranked = self.ranked.into_iter();
        let ranked = ranked.filter_map(|(rank, word)| Some((rank, exchange(word)?)));
        Candidates { ranked: ranked.collect() }
    }

    /// These, or those found by other names of the same words: the better ones, and both where in both
    /// a word is the same.
    pub(crate) fn or(mut self, others: Self) -> Self {
        let is_same =
            |candidates: &Self| candidates.ranked.first().is_some_and(|(rank, _)| *rank == SAME);
        match (is_same(&self), is_same(&others)) {
            (true, true) => {
                let new = others.ranked.into_iter();
                let new: Vec<_> = new.filter(|other| !self.ranked.contains(other)).collect();
                self.ranked.extend(new);
                self
            }
            (false, true) => others,
            _ if self.is_empty() => others,
            _ => self,
        }
    }

    /// The same words, of which none is certain.
    pub(crate) fn in_doubt(mut self) -> Self {
        self.ranked.iter_mut().for_each(|(rank, _)| *rank = ALIKE.max(*rank));
        self
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.ranked.is_empty()
    }
}

/// The `known` words that are near enough to `got` to be worth a suggestion.
///
/// Case, punctuation, accents and leading zeros of numbers do not count as differences (`mr-1` is
/// near `MR01`); beyond that, about one letter in three may differ. Of equally near words the one that
/// is known first comes first.
pub(crate) fn nearest<'a>(got: &str, known: impl IntoIterator<Item = &'a str>) -> Candidates<'a> {
    let mut candidates = Candidates::default();
    let wanted = Skeleton::of(got);
    if !wanted.is_comparable() {
        return candidates;
    }
    let allowed = (wanted.length / 3).clamp(1, 4);
    for word in known {
        let Some(skeleton) = wanted.compared_with(word, allowed) else { continue };
        let Some(distance) = distance(wanted.letters(), skeleton.letters(), allowed) else {
            continue;
        };
        // A word of one or two letters with a letter changed is another word.
        let is_long = skeleton.length.min(wanted.length) > 2;
        if distance == 0 || is_long {
            let is_same = distance == 0 && is_same(got, word);
            let rank = if is_same { SAME } else { ALIKE + distance };
            let place = candidates.ranked.partition_point(|(nearer, _)| *nearer <= rank);
            candidates.ranked.insert(place, (rank, word));
            candidates.ranked.truncate(MOST);
        }
    }
    // Beside a word that is the same but for its writing, no other is worth a mention.
    if let Some(&(best @ ..=ALIKE, _)) = candidates.ranked.first() {
        candidates.ranked.retain(|(rank, _)| *rank == best);
    }
    candidates
}

/// The `known` words that are the same as `got` but for what never changes a meaning.
pub(crate) fn same<'a>(got: &str, known: impl IntoIterator<Item = &'a str>) -> Candidates<'a> {
    let wanted = Skeleton::of(got);
    let is_same = |word: &&str| {
        wanted.is_comparable()
            && letters(word).eq(wanted.letters().iter().copied())
            && is_same(got, word)
    };
    let same = known.into_iter().filter(is_same).take(MOST);
    Candidates { ranked: same.map(|word| (SAME, word)).collect() }
}

/// Whether two words differ by nothing but what never changes a meaning.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
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

/// The letters and digits of a word, as [`letters`] has them.
struct Skeleton {
    letters: [char; LONGEST],
    length: usize,
    /// A bit for every letter that occurs; a few letters share one.
    kinds: u64,
}

impl Skeleton {
    const EMPTY: Self = Self { letters: ['\0'; LONGEST], length: 0, kinds: 0 };

    fn of(word: &str) -> Self {
        let mut skeleton = Self::EMPTY;
        letters(word).for_each(|letter| skeleton.push(letter));
        skeleton
    }

    /// The skeleton of another word, unless a first look shows that more than `most` letters differ:
    /// every letter that the other does not have at all is inserted, deleted or changed.
    fn compared_with(&self, word: &str, most: usize) -> Option<Self> {
        // A letter has at least a byte.
        if word.len() + most < self.length {
            return None;
        }
        let mut other = Self::EMPTY;
        let mut strange = 0;
        for letter in letters(word) {
            strange += usize::from(!self.has(letter));
            if strange > most || other.length == self.length + most {
                return None;
            }
            other.push(letter);
        }
        let missing = self.letters().iter().filter(|letter| !other.has(**letter)).count();
        (missing <= most && other.length + most >= self.length).then_some(other)
    }

    /// Whether there is something to compare, and not so much that it was cut.
    fn is_comparable(&self) -> bool {
        (1..LONGEST).contains(&self.length)
    }

    fn push(&mut self, letter: char) {
        self.letters[self.length] = letter;
        self.length += 1;
        self.kinds |= kind(letter);
    }

    /// Whether a letter occurs, or one that shares its bit.
    fn has(&self, letter: char) -> bool {
        self.kinds & kind(letter) != 0
    }

    fn letters(&self) -> &[char] {
        &self.letters[..self.length]
    }
}

fn kind(letter: char) -> u64 {
    1 << (u32::from(letter) % u64::BITS)
}

/// Letters and digits only, in lower case, without accents or leading zeros, `LONGEST` at most.
fn letters(word: &str) -> impl Iterator<Item = char> {
    let mut follows_digit = false;
    let letters = word.chars().map(plain).filter(move |letter| {
        let counts = letter.is_alphanumeric() && (*letter != '0' || follows_digit);
        if counts {
            follows_digit = letter.is_ascii_digit();
        }
        counts
    });
    letters.take(LONGEST)
}

/// The small letter, without its accent, for the letters of western and southern Europe.
#[inline]
fn plain(character: char) -> char {
    match character {
        ascii if ascii.is_ascii() => ascii.to_ascii_lowercase(),
        'À'..='Å' | 'à'..='å' => 'a',
        'Ç' | 'ç' => 'c',
        'È'..='Ë' | 'è'..='ë' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' => 'i',
        'Ñ' | 'ñ' => 'n',
        'Ò'..='Ö' | 'ò'..='ö' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' => 'u',
        // A capital whose small form has several letters gives its first one.
        other => other.to_lowercase().next().unwrap_or(other),
    }
}

/// The number of letters to insert, delete, change or swap with the next (optimal string alignment),
/// if that is at most `most`.
fn distance(left: &[char], right: &[char], most: usize) -> Option<usize> {
    // What both begin or end with adds nothing.
    let same = |(a, b): &(&char, &char)| a == b;
    let start = left.iter().zip(right).take_while(same).count();
    let (left, right) = (&left[start..], &right[start..]);
    let end = left.iter().rev().zip(right.iter().rev()).take_while(same).count();
    let (left, right) = (&left[..left.len() - end], &right[..right.len() - end]);
    // Three rows of the table: the one before the last, the last, and the one being filled.
    let mut rows = [[0_u8; LONGEST + 1]; 3];
    let [before, above, row] = &mut rows;
    let mut rows = [before, above, row];
    for (cell, index) in rows[1][..=right.len()].iter_mut().zip(0..) {
        *cell = index;
    }
    // The least of the last row.
    let mut least = 0;
    for ((i, &a), length) in left.iter().enumerate().zip(1..) {
        let [before, above, row] = &mut rows;
        row[0] = length;
        let least_above = std::mem::replace(&mut least, length);
        for (j, &b) in right.iter().enumerate() {
            let changed = above[j] + u8::from(a != b);
            let mut cell = changed.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && left[i - 1] == b && right[j - 1] == a {
                cell = cell.min(before[j - 1] + 1);
            }
            row[j + 1] = cell;
            least = least.min(cell);
        }
        // Every later cell builds on these two rows. If both exceed the limit, so will the distance.
        if usize::from(least.min(least_above)) > most {
            return None;
        }
        rows.rotate_left(1);
    }
    Some(rows[1][right.len()].into()).filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_found_however_they_are_typed() {
        let codes = ["MR01", "MR10", "MR11", "WB01"];
        for got in ["mr-1", "MR1", "MR-01", "mr01", "Mr 1"] {
            assert_eq!(nearest(got, codes).best(), Some("MR01"), "{got}");
        }
    }

    #[test]
    fn only_what_never_changes_a_meaning_is_certain() {
        for (got, word) in [
            ("mr01", "MR01"),
            (" MR01\u{a0}", "MR01"),
            ("«MR01»", "MR01"),
            ("in place", "in_place"),
            ("In-Place.", "in_place"),
            ("“In place.”", "in place"),
            ("Existe y esta vigente", "Existe y está vigente."),
            ("nin\u{303}ez", "Niñez"),
            ("women’s institute", "Women's institute"),
        ] {
            assert_eq!(nearest(got, [word, "another"]).certain(), Some(word), "{got}");
            assert_eq!(same(got, [word, "another"]).certain(), Some(word), "{got}");
        }
        for (got, word) in [
            ("mr-1", "MR01"),
            ("MR1", "MR01"),
            ("MR1.0", "MR10"),
            ("> 50 %", "< 50 %"),
            ("-1", "1"),
            ("1.0", "10"),
            ("0.3", "3"),
            ("10.5", "1.05"),
            ("15", "1-5"),
            ("5 hours", "0.5 hours"),
            ("C++", "C"),
            ("☒ Edad", "Edad"),
            ("[x] Mujeres", "Mujeres"),
            ("!in_place", "in_place"),
            ("~~in_place~~", "in_place"),
            ("¿Existe?", "Existe"),
            ("s1.0", "s10"),
            ("A-", "A"),
        ] {
            assert_eq!(nearest(got, [word]).certain(), None, "{got}");
            assert_eq!(same(got, [word]).certain(), None, "{got}");
        }
    }

    #[test]
    fn where_two_words_are_the_same_none_is_certain() {
        for (got, two) in
            [("SI", ["Sí", "si"]), ("CO-OP", ["co-op", "coop"]), ("a-b", ["a b", "ab"])]
        {
            let candidates = nearest(got, two);
            assert!(candidates.words().eq(two), "{got}");
            assert_eq!(candidates.certain(), None, "{got}");
        }
    }

    #[test]
    fn a_slip_of_the_hand_is_found_but_is_not_certain() {
        let words = ["in_place", "partly", "in_preparation", "not_in_place"];
        for (got, want) in [("prtly", "partly"), ("partyl", "partly"), ("xpartly", "partly")] {
            assert_eq!(nearest(got, words).best(), Some(want), "{got}");
            assert_eq!(nearest(got, words).certain(), None, "{got}");
        }
        assert_eq!(nearest("in place", words).certain(), Some("in_place"));
    }

    #[test]
    fn another_word_is_not_found() {
        let words = ["in_place", "partly", "in_preparation", "not_in_place"];
        for got in ["yes", "", "-", &"x".repeat(1000)] {
            assert!(nearest(got, words).is_empty(), "{got}");
        }
    }

    #[test]
    fn the_nearest_comes_first_and_two_that_are_equally_near_leave_doubt() {
        let words = ["plaza", "plan", "plans", "planet"];
        let words: Vec<_> = nearest("planez", words).words().collect();
        assert_eq!(words, ["planet", "plan", "plans"]);
        assert_eq!(nearest("S-1", ["s1", "s01"]).certain(), None);
    }

    #[test]
    fn accents_do_not_count() {
        for (got, word) in [("revision", "revisión"), ("REVISÃO", "revisao"), ("façade", "facade")]
        {
            assert_eq!(nearest(got, [word]).certain(), Some(word));
        }
    }

    #[test]
    fn swapped_inserted_deleted_and_changed_letters_count_one_each() {
        let distance = |left: &str, right: &str| {
            let [left, right] = [left, right].map(|word| word.chars().collect::<Vec<_>>());
            let far = distance(&left, &right, 9);
            // A bound changes nothing but whether there is an answer.
            for most in 0..9 {
                assert_eq!(distance(&left, &right, most), far.filter(|far| *far <= most));
            }
            far
        };
        for (left, right, want) in [
            ("", "", 0),
            ("abc", "abc", 0),
            ("abc", "acb", 1),
            ("abc", "abcd", 1),
            ("abc", "ab", 1),
            ("abc", "axc", 1),
            ("", "abc", 3),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(distance(left, right), Some(want), "{left} {right}");
        }
    }

    #[test]
    fn about_one_letter_in_three_may_differ_and_never_more_than_four() {
        for (got, word, is_near) in [
            ("abc", "abx", true),
            ("abc", "axy", false),
            ("abcde", "abcxy", false),
            ("abcdef", "abcdxy", true),
            ("abcdef", "abcxyz", false),
            ("abcdefghijklmno", "abcdefghijkwxyz", true),
            ("abcdefghijklmno", "abcdefghijvwxyz", false),
            // In a word of one or two letters none may.
            ("ab", "ax", false),
            ("ab", "abc", false),
            ("abc", "ab", false),
            ("a-b", "ab", true),
        ] {
            assert_eq!(nearest(got, [word]).best(), is_near.then_some(word), "{got} {word}");
        }
    }

    #[test]
    fn of_a_word_that_is_too_long_nothing_is_said() {
        let [known, long] =
            [62, 63].map(|length| "ab".chars().cycle().take(length).collect::<String>());
        assert_eq!(nearest(&long, [&*known]).best(), Some(&*known));
        // As long as can be, and one that is longer and begins and ends otherwise.
        let [got, known] = ["ba".repeat(31) + "b", "a".to_owned() + &"ba".repeat(31) + "a"];
        assert_eq!(nearest(&got, [&*known]).best(), Some(&*known));
        let too_long = "ab".repeat(32);
        assert!(nearest(&too_long, [&*known, &*too_long]).is_empty());
    }

    #[test]
    fn three_words_are_suggested_at_most_those_known_first() {
        let words: Vec<_> =
            nearest("plan", ["planx", "plane", "plant", "plans", "plan1"]).words().collect();
        assert_eq!(words, ["planx", "plane", "plant"]);
    }

    #[test]
    fn a_first_look_sends_no_near_word_away_and_short_ways_lead_to_the_same_distance() {
        /// The definition, without any short way.
        fn plainly(left: &[char], right: &[char]) -> usize {
            let ([rest_left @ .., a], [rest_right @ .., b]) = (left, right) else {
                return left.len().max(right.len());
            };
            let changed = plainly(rest_left, rest_right) + usize::from(a != b);
            let shorter = plainly(rest_left, right).min(plainly(left, rest_right)) + 1;
            match (rest_left, rest_right) {
                ([left @ .., c], [right @ .., d]) if (a, b) == (d, c) => {
                    changed.min(shorter).min(plainly(left, right) + 1)
                }
                _ => changed.min(shorter),
            }
        }
        let mut words = vec![String::new()];
        for start in 0..40 {
            words.extend(["a", "b", "c"].map(|letter| words[start].clone() + letter));
        }
        for left in &words {
            for right in &words {
                let (of_left, of_right) = (Skeleton::of(left), Skeleton::of(right));
                let (letters, others) = (of_left.letters(), of_right.letters());
                let want = plainly(letters, others);
                assert_eq!(distance(letters, others, 9), Some(want), "{left} {right}");
                for most in 0..4 {
                    let is_kept = of_left.compared_with(right, most).is_some();
                    assert!(is_kept || want > most, "{left} {right} {most}");
                }
            }
        }
    }
}
