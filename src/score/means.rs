//! The one rule of all figures: a weighted mean of the parts that take part.

use crate::ratio::{Ratio, least_common_multiple};

/// A fraction as it comes out of the sums, not in lowest terms. Without a denominator, it is no part
/// of any mean.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fraction {
    pub(super) numerator: u128,
    pub(super) denominator: u128,
}

impl Fraction {
    pub(super) fn ratio(self) -> Option<Ratio> {
        Ratio::new(self.numerator, self.denominator)
    }
}

/// What a node is in each of the means that its figures are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shares {
    /// How many indicators are answered.
    pub(super) answers: u32,
    /// The score over what is answered.
    pub(super) answered: Fraction,
    /// The score over what counts here, with everything open at its worst.
    pub(super) lowest: Fraction,
    /// The same with everything open at its best.
    pub(super) highest: Fraction,
    /// How much of what counts here is answered.
    pub(super) coverage: Fraction,
    /// How much counts here.
    pub(super) reach: Fraction,
}

/// The means of a node in the making.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Means {
    answers: u32,
    answered: Mean,
    lowest: Mean,
    highest: Mean,
    coverage: Mean,
    reach: Mean,
}

impl Means {
    /// The weighted means of parts. A part takes part in each mean where it has a denominator.
    pub(super) fn of(parts: impl Iterator<Item = (u32, Shares)>) -> Shares {
        let mut means = Self::default();
        for (weight, part) in parts {
            let weight = u128::from(weight);
            means.answers += part.answers;
            means.answered.add(weight, part.answered);
            means.lowest.add(weight, part.lowest);
            means.highest.add(weight, part.highest);
            means.coverage.add(weight, part.coverage);
            means.reach.add(weight, part.reach);
        }
        Shares {
            answers: means.answers,
            answered: means.answered.fraction(),
            lowest: means.lowest.fraction(),
            highest: means.highest.fraction(),
            coverage: means.coverage.fraction(),
            reach: means.reach.fraction(),
        }
    }
}

/// A weighted mean in the making.
#[derive(Clone, Copy, Debug, Default)]
struct Mean {
    /// The weighted sum of all parts, over `common`.
    sum: u128,
    /// The least common multiple of the denominators of all parts.
    common: u128,
    /// The sum of all weights.
    weight: u128,
}

impl Mean {
    fn add(&mut self, weight: u128, part: Fraction) {
        let Fraction { mut numerator, denominator } = part;
        if denominator == 0 {
            return;
        }
        // Indicators all have the same denominator.
        if denominator != self.common {
            let before = self.common.max(1);
            self.common = least_common_multiple(before, denominator);
            self.sum *= self.common / before;
            numerator *= self.common / denominator;
        }
        self.sum += weight * numerator;
        self.weight += weight;
    }

    fn fraction(self) -> Fraction {
        Fraction { numerator: self.sum, denominator: self.common * self.weight }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean(parts: &[(u128, u128, u128)]) -> Option<String> {
        let mut mean = Mean::default();
        for (weight, numerator, denominator) in parts.iter().copied() {
            mean.add(weight, Fraction { numerator, denominator });
        }
        mean.fraction().ratio().map(|ratio| ratio.to_string())
    }

    #[test]
    fn a_mean_of_means_is_exact() {
        // (1/2 + 2/3 + 0/7) / 3 = (3/6 + 4/6) / 3 = 7/18
        let got = mean(&[(1, 1, 2), (1, 2, 3), (1, 0, 7)]);
        assert_eq!(got.as_deref(), Some("7/18"));
        // (2 x 1/2 + 1 x 2/3 + 5 x 1) / 8 = (6/6 + 4/6 + 30/6) / 8 = 40/48 = 5/6
        let got = mean(&[(2, 1, 2), (1, 2, 3), (5, 1, 1), (9, 0, 0)]);
        assert_eq!(got.as_deref(), Some("5/6"));
        assert_eq!(mean(&[(3, 0, 0)]), None);
    }

    #[test]
    fn many_parts_with_many_denominators_fit() {
        // 100 subdomains with every total weight from 1 to 60 and maxima up to 1,000,000: 100 times
        // lcm(1..=60) times 1,000,000 is below 2^110.
        let parts: Vec<_> = (0..100_u128)
            .map(|index| {
                let denominator = (index % 60 + 1) * 1_000_000;
                (1, denominator - 1, denominator)
            })
            .collect();
        assert!(mean(&parts).is_some());
    }
}
