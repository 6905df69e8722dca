//! How many indicators stand how.

use schemars::JsonSchema;

use super::matter::Finding;
use crate::catalogue::Indicator;
use crate::standing::{Standing, Standings};

/// Declares counts with their getters.
macro_rules! counts {
    ($($(#[doc = $meaning:literal])+ $name:ident)+) => {
        /// How many indicators stand how.
        #[derive(Clone, Debug, Default, Eq, PartialEq, serde::Serialize)]
        pub struct Counts {
            $($(#[doc = $meaning])+ $name: u32,)+
        }

        /// How many indicators stand how.
        #[derive(JsonSchema)]
        #[schemars(rename = "Counts", title = "Counts")]
        #[expect(dead_code, reason = "only its schema is wanted")]
        pub(super) struct CountsSchema {
            $($(#[doc = $meaning])+ $name: u32,)+
        }

        impl Counts {
            $(
                $(#[doc = $meaning])+
                #[must_use]
                pub fn $name(&self) -> u32 {
                    self.$name
                }
            )+

            /// Adds the counts of another part.
            pub(super) fn add(&mut self, other: &Self) {
                $(self.$name = self.$name.saturating_add(other.$name);)+
            }
        }
    };
}

counts! {
    /// All indicators, context included.
    indicators
    /// Those that are scored.
    scored
    /// Scored, with full points.
    strengths
    /// Scored, and being prepared.
    under_way
    /// Scored, with some points.
    partly
    /// Scored, without points and not being prepared.
    not_in_place
    /// Scored, and belonging to another level of government.
    not_a_local_competence
    /// Scored, and impossible here.
    not_applicable_here
    /// Scored, and not asked here because of a condition.
    not_asked
    /// Scored, and open: those asked do not know yet.
    unknown
    /// Scored, and open: the information is restricted.
    restricted
    /// Scored, and open: no answer and no reason.
    unanswered
    /// Scored, and open: whether it is asked here is not known yet.
    undecided
}

impl Counts {
    /// Those that are answered: every one of them is in exactly one list of findings.
    #[must_use]
    pub fn answered(&self) -> u32 {
        self.strengths
            .saturating_add(self.under_way)
            .saturating_add(self.partly)
            .saturating_add(self.not_in_place)
    }

    /// Those that are open.
    #[must_use]
    pub fn open(&self) -> u32 {
        self.unknown
            .saturating_add(self.restricted)
            .saturating_add(self.unanswered)
            .saturating_add(self.undecided)
    }

    /// Those that count here: answered or open.
    #[must_use]
    pub fn counting(&self) -> u32 {
        self.answered().saturating_add(self.open())
    }

    /// Those that are context and not scored.
    #[must_use]
    pub fn context(&self) -> u32 {
        self.indicators.saturating_sub(self.scored)
    }

    /// Counts indicators by standing and finding.
    pub(super) fn of(indicators: &[Indicator], standings: &Standings) -> Self {
        let mut counts = Self::default();
        for indicator in indicators {
            counts.indicators = counts.indicators.saturating_add(1);
            if !indicator.is_scored() {
                continue;
            }
            counts.scored = counts.scored.saturating_add(1);
            let count = match standings.of(indicator.position()) {
                Standing::Answered => match Finding::of(indicator, standings) {
                    Some(Finding::Strength) => &mut counts.strengths,
                    Some(Finding::UnderWay) => &mut counts.under_way,
                    Some(Finding::Partly) => &mut counts.partly,
                    Some(Finding::NotInPlace) | None => &mut counts.not_in_place,
                },
                Standing::NotALocalCompetence => &mut counts.not_a_local_competence,
                Standing::NotApplicableHere => &mut counts.not_applicable_here,
                Standing::NotAsked => &mut counts.not_asked,
                Standing::Unknown => &mut counts.unknown,
                Standing::Restricted => &mut counts.restricted,
                // INVARIANT: a scored indicator never stands as context.
                Standing::Unanswered | Standing::Context => &mut counts.unanswered,
                Standing::Undecided => &mut counts.undecided,
            };
            *count = count.saturating_add(1);
        }
        counts
    }
}
