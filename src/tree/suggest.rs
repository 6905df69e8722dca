//! The search for what a mistyped word was probably meant to be.

use super::Problems;
use crate::nearest::{Candidates, nearest, same};

impl Problems {
    /// How many known words are compared with a mistyped one.
    pub(crate) const MOST_KNOWN: usize = 2_000;

    /// What a mistyped word was probably meant to be. Returns nothing once no more problems are kept,
    /// and compares only the first of very many words: a suggestion is not worth more time.
    pub(crate) fn nearest<'a>(
        &self,
        got: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Candidates<'a> {
        nearest(got, known.into_iter().take(self.most_known()))
    }

    fn most_known(&self) -> usize {
        if self.is_full() { 0 } else { Self::MOST_KNOWN }
    }

    /// The `known` words that were probably meant, by their names or by what people read for them in
    /// one language after the other: one that is certain before others.
    pub(crate) fn nearest_named<'a, L: Iterator<Item = (&'a str, &'a str)> + Clone>(
        &self,
        got: &str,
        known: impl IntoIterator<Item = &'a str>,
        labels: impl IntoIterator<Item = L>,
    ) -> Candidates<'a> {
        let mut best = self.nearest(got, known);
        if best.certain().is_some() {
            return best;
        }
        // Beside a name that is near, only a label that is certain counts.
        let look = if best.is_empty() { nearest } else { same };
        for named in labels {
            let candidates =
                look(got, named.clone().map(|(label, _)| label).take(self.most_known()));
            // Each word once, where two have the same label.
            let mut taken = Vec::new();
            let candidates = candidates.map(|label| {
                let mut same = named.clone().filter(|(known, _)| *known == label);
                let (_, word) = same.find(|(_, word)| !taken.contains(word))?;
                taken.push(word);
                Some(word)
            });
            if candidates.certain().is_some() {
                return candidates;
            }
            if best.is_empty() {
                best = candidates;
            }
        }
        best
    }
}
