//! How far an assessment has come.

use std::fmt;

/// The stage of a response set; it decides how severe a gap is.
///
/// In a draft, gaps are silent. In validation, questions may be open, but nothing is missing
/// unnoticed. In the final stage every question has an answer or the reason why there is none.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a fourth stage would change what every caller does")]
pub enum Stage {
    /// Answers are being gathered.
    Draft,
    /// Answers are being reviewed with those who gave them.
    InValidation,
    /// The answers stand.
    Final,
}

impl Stage {
    /// All stages, in the order in which an assessment passes through them.
    pub const ALL: [Self; 3] = [Self::Draft, Self::InValidation, Self::Final];

    /// The stage's name in files: `draft`, `in_validation`, `final`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::InValidation => "in_validation",
            Self::Final => "final",
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_is_shown_by_its_name() {
        let shown: Vec<String> = Stage::ALL.iter().map(Stage::to_string).collect();
        assert_eq!(shown, ["draft", "in_validation", "final"]);
    }
}
