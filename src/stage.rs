//! How far an assessment has come.

use crate::word::named;

/// The stage of a response set; it decides how severe a gap is.
///
/// In a draft, gaps are silent. In validation, questions may be open, but nothing is missing
/// unnoticed. In the final stage every question has an answer or the reason why there is none.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "a fourth stage would change what every caller does")]
pub enum Stage {
    /// Answers are being gathered.
    Draft,
    /// Answers are being reviewed with those who gave them.
    InValidation,
    /// The answers are final.
    Final,
}

named!(Stage { Draft = "draft", InValidation = "in_validation", Final = "final", });

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_read_from_its_name_and_written_by_it() {
        for stage in Stage::ALL {
            assert_eq!(stage.to_string().parse(), Ok(*stage));
        }
        assert_eq!(format!("{:>6}", Stage::Draft), " draft");
    }

    #[test]
    fn another_name_is_told_with_those_there_are() {
        let unknown = "Draft".parse::<Stage>().unwrap_err();
        let told = "`Draft` is none of the words that are known here: draft, in_validation, final";
        assert_eq!(unknown.to_string(), told);
    }
}
