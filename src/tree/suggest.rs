//! The search for what a mistyped word was probably meant to be.

use indexmap::IndexMap;

use super::Problems;
use crate::nearest::{Candidates, nearest, same};

impl Problems {
    /// How many known words are compared with a mistyped one.
    pub(crate) const MOST_KNOWN: usize = 2_000;

    /// What a mistyped word was probably meant to be. Returns nothing once no more problems are kept,
    /// and compares only the first of very many words, of which none is certain then: a suggestion is
    /// not worth more time.
    pub(crate) fn nearest<'a>(
        &self,
        got: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Candidates<'a> {
        self.among_first(known, |known| nearest(got, known))
    }

    /// What each of several mistyped words was probably meant to be, in their order. Of two that may be
    /// the same known word, neither is certain. No more are looked for than problems are kept: then
    /// none is certain.
    pub(crate) fn nearest_each<'a, K: IntoIterator<Item = &'a str>>(
        &self,
        got: &[&str],
        known: impl Fn() -> K,
    ) -> Vec<Candidates<'a>> {
        let looked_for = got.iter().take(self.room());
        let mut each: Vec<_> = looked_for.map(|got| self.nearest(got, known())).collect();
        let mut claims: IndexMap<&str, usize> = IndexMap::new();
        for word in each.iter().filter_map(Candidates::certain) {
            let claims = claims.entry(word).or_default();
            *claims = claims.saturating_add(1);
        }
        let are_all = each.len() == got.len();
        for candidates in &mut each {
            let claims = candidates.certain().and_then(|word| claims.get(word));
            if !are_all || claims.is_some_and(|claims| *claims > 1) {
                *candidates = std::mem::take(candidates).in_doubt();
            }
        }
        each.resize(got.len(), Candidates::default());
        each
    }

    fn among_first<'a, I: IntoIterator<Item = &'a str>>(
        &self,
        known: I,
        look: impl FnOnce(std::iter::Take<&mut I::IntoIter>) -> Candidates<'a>,
    ) -> Candidates<'a> {
        let most = if self.is_full() { 0 } else { Self::MOST_KNOWN };
        let mut known = known.into_iter();
        let candidates = look(known.by_ref().take(most));
        if known.next().is_some() { candidates.in_doubt() } else { candidates }
    }

    /// The `known` words that were probably meant, by their names or by what people read for them in
    /// any language. Only one that no name and no label of another word leads to is certain.
    pub(crate) fn nearest_named<'a, L: Iterator<Item = (&'a str, &'a str)> + Clone>(
        &self,
        got: &str,
        known: impl IntoIterator<Item = &'a str>,
        labels: impl IntoIterator<Item = L>,
    ) -> Candidates<'a> {
        let mut best = self.nearest(got, known);
        for named in labels {
            let labels = named.clone().map(|(label, _)| label);
            // Beside a name that is near, only a label that is the same counts.
            let of_labels = self.among_first(labels, |labels| {
                if best.is_empty() { nearest(got, labels) } else { same(got, labels) }
            });
            // Each word once, where two have the same label.
            let mut taken = Vec::new();
            best = best.or(of_labels.map(|label| {
                let mut same = named.clone().filter(|(known, _)| *known == label);
                let (_, word) = same.find(|(_, word)| !taken.contains(word))?;
                taken.push(word);
                Some(word)
            }));
        }
        best
    }
}
