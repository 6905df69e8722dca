//! Exact fractions, as they are taught at school.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Mul, Sub};

/// A fraction in lowest terms with a denominator above 0.
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
pub(crate) struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    /// 0.
    pub(crate) const ZERO: Self = Self { numerator: 0, denominator: 1 };
    /// 1.
    pub(crate) const ONE: Self = Self { numerator: 1, denominator: 1 };

    /// `numerator / denominator`.
    ///
    /// # Panics
    ///
    /// If the denominator is not above 0.
    #[must_use]
    pub(crate) fn new(numerator: i128, denominator: i128) -> Self {
        assert!(denominator > 0, "{numerator}/{denominator} is no fraction");
        let divisor = common_divisor(numerator, denominator);
        Self { numerator: numerator / divisor, denominator: denominator / divisor }
    }

    /// How many tenths of a per cent it is, rounded down.
    #[must_use]
    pub(crate) fn tenths_of_a_percent(self) -> i128 {
        (self.numerator * 1000).div_euclid(self.denominator)
    }
}

/// The greatest number that divides both; of 0 and a number, the number.
fn common_divisor(one: i128, other: i128) -> i128 {
    let (mut divisor, mut rest) = (one.abs(), other.abs());
    while rest != 0 {
        (divisor, rest) = (rest, divisor % rest);
    }
    divisor
}

impl Add for Fraction {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        // Over the least common denominator: the product of both may be too large.
        let divisor = common_divisor(self.denominator, other.denominator);
        let (own, others) = (self.denominator / divisor, other.denominator / divisor);
        Self::new(self.numerator * others + other.numerator * own, own * other.denominator)
    }
}

impl Sub for Fraction {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + Self { numerator: -other.numerator, denominator: other.denominator }
    }
}

impl Mul for Fraction {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        // What both have in common goes first: the products of all may be too large.
        let one = common_divisor(self.numerator, other.denominator);
        let two = common_divisor(other.numerator, self.denominator);
        Self::new(
            (self.numerator / one) * (other.numerator / two),
            (self.denominator / two) * (other.denominator / one),
        )
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    /// By whole parts, and where those are equal by what is left, turned upside down.
    fn cmp(&self, other: &Self) -> Ordering {
        let parts = |fraction: &Self| {
            let whole = fraction.numerator.div_euclid(fraction.denominator);
            (whole, fraction.numerator.rem_euclid(fraction.denominator))
        };
        let ((whole, left), (of_other, left_of_other)) = (parts(self), parts(other));
        whole.cmp(&of_other).then_with(|| match (left, left_of_other) {
            (0, _) | (_, 0) => left.cmp(&left_of_other),
            _ => Self { numerator: other.denominator, denominator: left_of_other }
                .cmp(&Self { numerator: self.denominator, denominator: left }),
        })
    }
}

impl fmt::Debug for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}
