//! Decisions, one after the other, from a list of numbers.
//!
//! A generator that takes its decisions from a tape shrinks by itself: where the numbers of a
//! failing tape get smaller or fewer, what it makes gets simpler.

/// A list of numbers, each good for one decision. Beyond its end every number is 0, which stands
/// for the simplest decision.
#[derive(Clone, Debug)]
pub(crate) struct Tape {
    numbers: Vec<u16>,
    next: usize,
}

impl Tape {
    /// A tape with these numbers.
    #[must_use]
    pub(crate) fn new(numbers: Vec<u16>) -> Self {
        Self { numbers, next: 0 }
    }

    /// A number from 0 to `count` - 1; 0 if `count` is 0.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        let number = self.numbers.get(self.next).copied().unwrap_or(0);
        self.next += 1;
        (usize::from(number) * count) >> 16
    }

    /// A number from `least` to `most`.
    pub(crate) fn within(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    /// Whether something happens that does so in `percent` of 100 cases.
    pub(crate) fn happens(&mut self, percent: usize) -> bool {
        self.below(100) + percent >= 100
    }

    /// One of `items`.
    ///
    /// # Panics
    ///
    /// If there are none.
    pub(crate) fn one_of<'i, T>(&mut self, items: &'i [T]) -> &'i T {
        &items[self.below(items.len())]
    }

    /// `items` in any order.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            // The simplest decision leaves everything where it is.
            let other = last - self.below(last + 1);
            items.swap(other, last);
        }
    }
}
