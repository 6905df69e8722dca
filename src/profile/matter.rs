use super::Profile;
use crate::assess::Standing;
use crate::catalogue::{AnswerLevel, Indicator, Localized};
use crate::responses::Answer;

/// What is said about an answered matter: exactly one of these.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, schemars::JsonSchema, serde::Serialize)]
#[schemars(title = "Finding")]
#[serde(rename_all = "snake_case")]
#[expect(clippy::exhaustive_enums, reason = "findings are exhaustive and disjoint")]
pub enum Finding {
    /// Well developed: full points.
    Strength,
    /// Under way: no full points, and the answer says that it is being prepared.
    UnderWay,
    /// Can be developed further: some points.
    Partly,
    /// Can be developed further: no points.
    NotInPlace,
}

impl Finding {
    /// All findings, in the order in which a profile lists them.
    pub const ALL: [Self; 4] = [Self::Strength, Self::UnderWay, Self::Partly, Self::NotInPlace];

    pub(super) fn of(indicator: &Indicator, level: usize) -> Self {
        let answer_type = indicator.answer_type();
        let (points, is_under_way) = answer_type
            .levels()
            .get(level)
            .map_or((0, false), |level| (level.points(), level.is_under_way()));
        if points == answer_type.maximum() {
            Self::Strength
        } else if is_under_way {
            Self::UnderWay
        } else if points > 0 {
            Self::Partly
        } else {
            Self::NotInPlace
        }
    }
}

/// One indicator in a profile: what was asked, and what its answer means for this place.
#[derive(Clone, Debug)]
pub struct Matter {
    profile: Profile,
    place: [usize; 3],
}

impl Matter {
    pub(super) fn new(profile: &Profile, place: [usize; 3]) -> Self {
        Self { profile: profile.clone(), place }
    }

    /// The indicator.
    #[must_use]
    #[expect(
        clippy::missing_panics_doc,
        reason = "INVARIANT: matters are made for indicators that exist"
    )]
    pub fn indicator(&self) -> &Indicator {
        #[expect(
            clippy::expect_used,
            reason = "INVARIANT: `DomainProfile::matters` gives the place"
        )]
        self.profile
            .assessment()
            .catalogue()
            .indicator_at(self.place)
            .expect("a matter stands for an indicator of its catalogue")
    }

    /// What its answer means for this place.
    #[must_use]
    pub fn standing(&self) -> Standing {
        self.profile.assessment().entry(self.indicator()).standing
    }

    /// What is said about it, if it is answered and scored.
    #[must_use]
    pub fn finding(&self) -> Option<Finding> {
        match self.standing() {
            Standing::Answered { level } => Some(Finding::of(self.indicator(), level)),
            _ => None,
        }
    }

    /// The level that the answer reaches, if it is answered and scored.
    #[must_use]
    pub fn level(&self) -> Option<&AnswerLevel> {
        match self.standing() {
            Standing::Answered { level } => self.indicator().answer_type().levels().get(level),
            _ => None,
        }
    }

    /// What stands beside it in the response set, in the place's own words.
    #[must_use]
    pub fn answer(&self) -> Option<Answer> {
        let assessment = self.profile.assessment();
        let slot = assessment.entry(self.indicator()).slot?;
        Some(Answer::new(assessment.responses(), slot))
    }

    /// The sentence of the catalogue for its level.
    #[must_use]
    pub fn statement(&self, language: &str) -> Option<&str> {
        self.statement_text().map(|text| text.get(language))
    }

    /// What could be done next, for a matter that can be developed further.
    #[must_use]
    pub fn first_step(&self, language: &str) -> Option<&str> {
        self.first_step_text().map(|text| text.get(language))
    }

    pub(crate) fn statement_text(&self) -> Option<&Localized> {
        match self.standing() {
            Standing::Answered { level } => self.indicator().statement_text(level),
            _ => None,
        }
    }

    pub(crate) fn first_step_text(&self) -> Option<&Localized> {
        match self.standing() {
            Standing::Answered { level } => self.indicator().first_step_text(level),
            _ => None,
        }
    }
}
