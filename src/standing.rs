//! What the answers of a place come to: one standing per indicator, and nothing of how it was
//! answered.
//!
//! The room lies on the ground, below the catalogue, because three rooms meet in it that know
//! nothing of each other: `assess` makes standings out of answers, `score` reckons with standings
//! alone, and whoever asks what another answer would change makes standings without any answers.

use crate::word::named;

/// What an indicator's answer means for a place.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Standing {
    /// Answered and scored, at one of the levels of its answer type.
    Answered,
    /// Answered, and context: it earns no points.
    Context,
    /// It belongs to another level of government, and does not count here.
    NotALocalCompetence,
    /// What it asks about cannot exist here; it does not count.
    NotApplicableHere,
    /// A condition closes the question; it does not count.
    NotAsked,
    /// Open: those who were asked do not know yet.
    Unknown,
    /// Open: the information is restricted.
    Restricted,
    /// Open: neither an answer nor the reason why there is none.
    Unanswered,
    /// Open: whether the question is asked here is not known yet.
    Undecided,
}

named!(Standing {
    Answered = "answered",
    Context = "context",
    NotALocalCompetence = "not_a_local_competence",
    NotApplicableHere = "not_applicable_here",
    NotAsked = "not_asked",
    Unknown = "unknown",
    Restricted = "restricted",
    Unanswered = "unanswered",
    Undecided = "undecided",
});

impl Standing {
    /// Whether a scored indicator in this standing counts here: it is answered or open.
    #[must_use]
    pub fn counts(self) -> bool {
        self == Self::Answered || self.is_open()
    }

    /// Whether the question is open. What is open leaves the score and opens its interval.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Unknown | Self::Restricted | Self::Unanswered | Self::Undecided)
    }
}

/// One standing per indicator, in the order of the catalogue, and the level of those answered.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Standings(Vec<(Standing, usize)>);

impl Standings {
    /// None yet; room for those of so many indicators.
    pub(crate) fn with_capacity(indicators: usize) -> Self {
        Self(Vec::with_capacity(indicators))
    }

    /// Adds the standing of the next indicator. `level` is the number of the level that its answer
    /// reaches; it is kept only where the standing is [`Standing::Answered`].
    pub(crate) fn push(&mut self, standing: Standing, level: Option<usize>) {
        self.0.push((standing, level.unwrap_or_default()));
    }

    /// The standing of the indicator at this position of the catalogue.
    pub(crate) fn of(&self, position: usize) -> Standing {
        self.0.get(position).map_or(Standing::Unanswered, |(standing, _)| *standing)
    }

    /// The number of the level that the answer to the indicator at this position reaches.
    pub(crate) fn level(&self, position: usize) -> Option<usize> {
        let (standing, level) = self.0.get(position)?;
        (*standing == Standing::Answered).then_some(*level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_answered_has_a_level() {
        let mut standings = Standings::with_capacity(2);
        standings.push(Standing::Answered, Some(3));
        standings.push(Standing::Undecided, Some(3));
        assert_eq!((standings.of(0), standings.level(0)), (Standing::Answered, Some(3)));
        assert_eq!((standings.of(1), standings.level(1)), (Standing::Undecided, None));
        assert_eq!((standings.of(2), standings.level(2)), (Standing::Unanswered, None));
    }
}
