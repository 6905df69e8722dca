//! The words that catalogues have.

use crate::document::declare::words;

words! {
    /// How an answer type is answered.
    enum AnswerKind {
        /// One of several options.
        Choice = "choice",
        /// Any number of options, or none of them.
        Checklist = "checklist",
        /// A number, for context.
        Number = "number",
        /// A text, for context.
        Text = "text",
    }

    /// What a domain's score is the mean of.
    enum Aggregation {
        /// Its indicators, by weight.
        Indicators = "indicators",
        /// Its subdomains by weight, each the mean of its indicators by weight.
        Subdomains = "subdomains",
    }

    /// What the figure over all domains is the mean of.
    enum Overall {
        /// All indicators, by weight.
        Indicators = "indicators",
        /// The domains, by weight.
        Domains = "domains",
    }

    /// What an open question does to a score.
    enum Gaps {
        /// It is left out of the score and opens the interval.
        LeftOut = "left_out",
        /// It counts as the worst answer.
        AsWorst = "as_worst",
    }

    /// Whether a link to a framework is the framework's own word or the authors' reading.
    enum LinkBasis {
        /// The source says so.
        Stated = "stated",
        /// The authors of the catalogue read it so.
        Inferred = "inferred",
    }

    /// What a response set must have besides answers.
    enum Requirement {
        /// A source for each answer that earns points.
        Evidence = "evidence",
        /// The date to which the information refers.
        InformationDate = "information_date",
        /// A respondent that answers for the whole.
        FocalPoint = "focal_point",
        /// The country of the place.
        Country = "country",
    }

    /// Why a question has no answer, besides being open. Never a zero.
    enum State {
        /// It belongs to another level of government.
        NotALocalCompetence = "not_a_local_competence",
        /// What it asks about cannot exist here.
        NotApplicableHere = "not_applicable_here",
        /// Those asked do not know yet.
        Unknown = "unknown",
        /// The information exists and is restricted.
        Restricted = "restricted",
    }
}
