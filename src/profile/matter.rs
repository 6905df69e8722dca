use std::fmt;

use super::{DomainProfile, SubdomainProfile};
use crate::assess::Assessment;
use crate::catalogue::{AnswerLevel, Indicator, Localized};
use crate::language::labelled;
use crate::responses::{Answer, ResponseSet};
use crate::standing::{Standing, Standings};
use crate::word::named;

/// What is said about an answered matter: exactly one of these.
///
/// The order is the one in which a profile lists them.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, serde::Serialize)]
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

named!(Finding {
    Strength = "strength",
    UnderWay = "under_way",
    Partly = "partly",
    NotInPlace = "not_in_place",
});
labelled!(Finding: Strength, UnderWay, Partly, NotInPlace);

impl Finding {
    /// What is said about an indicator, if it is answered and scored.
    pub(super) fn of(indicator: &Indicator, standings: &Standings) -> Option<Self> {
        let answer_type = indicator.answer_type();
        let level = answer_type.levels().get(standings.level(indicator.position())?)?;
        Some(if level.points() == answer_type.maximum() {
            Self::Strength
        } else if level.is_under_way() {
            Self::UnderWay
        } else if level.points() > 0 {
            Self::Partly
        } else {
            Self::NotInPlace
        })
    }
}

/// One indicator in a profile: what was asked, and what its answer means for this place.
///
/// # Example
///
/// ```
/// use mgi::profile::{Finding, Standing};
/// use mgi::{Catalogue, ResponseSet};
///
/// let set = ResponseSet::from_json(include_bytes!("../../indicators/samples/la-chorrera-2021.json"))?;
/// let profile = Catalogue::local().assess(&set)?.profile();
/// let matter = profile.matter("MR19").unwrap();
/// assert_eq!(matter.standing(), Standing::Answered);
/// assert_eq!(matter.finding(), Some(Finding::NotInPlace));
/// assert_eq!(matter.domain().code(), "MR");
/// println!("{}", matter.first_step("en").unwrap());
/// # Ok::<(), mgi::Report>(())
/// ```
#[derive(Clone)]
pub struct Matter {
    domain: DomainProfile,
    subdomain: Option<SubdomainProfile>,
    indicator: Indicator,
}

impl Matter {
    pub(super) fn new(
        domain: &DomainProfile,
        subdomain: Option<&SubdomainProfile>,
        indicator: &Indicator,
    ) -> Self {
        Self { domain: domain.clone(), subdomain: subdomain.cloned(), indicator: indicator.clone() }
    }

    /// The domain to which it belongs.
    #[must_use]
    pub fn domain(&self) -> &DomainProfile {
        &self.domain
    }

    /// The subdomain to which it belongs, if the domain has any.
    #[must_use]
    pub fn subdomain(&self) -> Option<&SubdomainProfile> {
        self.subdomain.as_ref()
    }

    /// The indicator.
    #[must_use]
    pub fn indicator(&self) -> &Indicator {
        &self.indicator
    }

    /// What its answer means for this place.
    #[must_use]
    pub fn standing(&self) -> Standing {
        self.assessment().standings().of(self.indicator().position())
    }

    /// What is said about it, if it is answered and scored.
    #[must_use]
    pub fn finding(&self) -> Option<Finding> {
        Finding::of(self.indicator(), self.assessment().standings())
    }

    /// The level that the answer reaches, if it is answered and scored.
    #[must_use]
    pub fn level(&self) -> Option<&AnswerLevel> {
        self.indicator().answer_type().levels().get(self.level_number()?)
    }

    /// The entry of the response set for it, in the place's own words.
    #[must_use]
    pub fn answer(&self) -> Option<Answer> {
        self.assessment().answer_to(self.indicator())
    }

    /// The response set that answers it.
    pub(super) fn responses(&self) -> &ResponseSet {
        self.assessment().responses()
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
        self.indicator().statement_text(self.level_number()?)
    }

    pub(crate) fn first_step_text(&self) -> Option<&Localized> {
        self.indicator().first_step_text(self.level_number()?)
    }

    fn assessment(&self) -> &Assessment {
        self.domain().profile().assessment()
    }

    /// The number of its level among those of its answer type.
    fn level_number(&self) -> Option<usize> {
        self.assessment().standings().level(self.indicator().position())
    }
}

impl fmt::Debug for Matter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Matter")
            .field("indicator", &self.indicator.code())
            .field("standing", &self.standing())
            .field("level", &self.level().map(AnswerLevel::id))
            .finish_non_exhaustive()
    }
}
