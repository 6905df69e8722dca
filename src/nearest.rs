//! Which of the known words a mistyped one was probably meant to be.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::integer_division,
    clippy::indexing_slicing,
    reason = "INVARIANT: words are cut to `LONGEST` letters, and every table here has room for one more"
)]

mod essence;

use self::essence::is_same;

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

/// The rank of a word that is the same but for what never changes a meaning, see `essence.rs`.
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
mod tests;
