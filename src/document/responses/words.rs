//! The words that response sets have.

use crate::document::declare::{word_traits, words};
use crate::document::values::Blank;
use crate::stage::Stage;

word_traits! { Stage, Stage::ALL, "How far an assessment has come.", Blank::Wrong }

words! {
    /// Whether a round is the first of its place.
    enum RoundKind {
        /// The first round, with which later ones are compared.
        Baseline = "baseline",
        /// A later round.
        FollowUp = "follow_up",
    }

    /// A level of government.
    enum Level {
        /// The municipality.
        Municipal = "municipal",
        /// The province or its like.
        Provincial = "provincial",
        /// The State.
        National = "national",
        /// Anything else, such as an international organization or a private body.
        Other = "other",
    }

    /// What an institution does in a round.
    enum Role {
        /// It answers for the whole.
        FocalPoint = "focal_point",
        /// It gives answers.
        Respondent = "respondent",
        /// It reviews answers.
        Reviewer = "reviewer",
    }

    /// Who is responsible for what a question asks about.
    enum Responsible {
        /// Whom the instrument is about, alone.
        Own = "own",
        /// Whom the instrument is about, with others.
        Shared = "shared",
        /// Others.
        Other = "other",
    }

    /// How far an answer was reviewed.
    enum Review {
        /// It was taken over from the round before, and nobody has looked at it yet.
        Carried = "carried",
        /// It was gathered.
        Collected = "collected",
        /// It was changed in the review.
        Corrected = "corrected",
        /// It was confirmed.
        Validated = "validated",
    }

    /// Why an answer is that something is only partly so.
    enum PartlyBecause {
        /// It is no longer in force.
        Expired = "expired",
        /// It is done, and written down nowhere.
        PracticeOnly = "practice_only",
        /// It reaches only some places of the territory.
        SomePlaces = "some_places",
        /// It reaches only some groups of people.
        SomeGroups = "some_groups",
        /// Something is missing that the question asks for.
        LacksElement = "lacks_element",
        /// Somebody else provides it.
        OtherProvider = "other_provider",
        /// It names migration as context, and provides for nothing.
        ContextOnly = "context_only",
    }

    /// What a workshop is for.
    enum WorkshopKind {
        /// To begin the round.
        Launch = "launch",
        /// To gather answers.
        Collection = "collection",
        /// To review the answers.
        Validation = "validation",
        /// Anything else.
        Other = "other",
    }

    /// Where those who come to a workshop belong.
    enum Sector {
        /// The municipality.
        Municipal = "municipal",
        /// The province or its like.
        Provincial = "provincial",
        /// The State.
        National = "national",
        /// Organizations of civil society.
        CivilSociety = "civil_society",
        /// Migrants and their organizations.
        Migrants = "migrants",
        /// Universities and research.
        Academia = "academia",
        /// Companies and their associations.
        Private = "private",
        /// International organizations and cooperation.
        International = "international",
        /// Anything else.
        Other = "other",
    }

    /// What kind of document a source is.
    enum SourceKind {
        /// A law, act, decree or other norm.
        Norm = "norm",
        /// A plan, policy or strategy.
        Plan = "plan",
        /// A budget.
        Budget = "budget",
        /// A report, study or set of data.
        Report = "report",
        /// An agreement or protocol.
        Agreement = "agreement",
        /// A page of the web.
        Web = "web",
        /// An interview.
        Interview = "interview",
        /// A visit.
        Visit = "visit",
        /// Anything else.
        Other = "other",
    }

    /// How far a priority was carried out.
    enum PriorityStatus {
        /// Decided.
        Planned = "planned",
        /// Being carried out.
        UnderWay = "under_way",
        /// Carried out.
        Done = "done",
        /// Given up.
        Dropped = "dropped",
    }
}
