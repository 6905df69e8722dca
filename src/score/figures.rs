//! What scoring gives: a score or why there is none, and never without what it rests on.

use schemars::JsonSchema;
use serde::Serialize;
use serde::ser::Serializer;

use crate::catalogue::{Band, Scheme};
use crate::language::{Language, key};
use crate::ratio::Ratio;

/// What a node of the tree reaches: a figure, or the reasons why none is published.
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "callers face both: no score is not a number")]
pub enum Score {
    /// The share of points reached, and the band in which it lies.
    Published {
        /// The share of points reached.
        value: Ratio,
        /// The band in which it lies.
        band: Band,
    },
    /// No figure: it would say more than is known.
    Withheld {
        /// Why; at least one reason.
        reasons: Vec<Withholding>,
    },
}

/// Why a score is withheld.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Withholding {
    /// Nothing that is scored counts here.
    NothingCounts,
    /// Nothing that counts here is answered.
    NothingAnswered,
    /// Too little of what counts here is answered.
    #[non_exhaustive]
    Coverage {
        /// The least coverage that the scheme asks for, in per cent.
        least: u8,
    },
    /// Too little counts here.
    #[non_exhaustive]
    Reach {
        /// The least reach that the scheme asks for, in per cent.
        least: u8,
    },
    /// Too few indicators are answered.
    #[non_exhaustive]
    Answered {
        /// The least number of answered indicators that the scheme asks for.
        least: u32,
    },
    /// The scheme publishes no figures for subdomains.
    Subdomain,
}

impl Withholding {
    /// What people read for it, with its number filled in, as a part of a sentence.
    ///
    /// ```
    /// use mgi::profile::Score;
    /// use mgi::{Catalogue, ResponseSet};
    ///
    /// let draft = include_bytes!("../../indicators/samples/la-chorrera-2021-draft.json");
    /// let profile = Catalogue::local().assess(&ResponseSet::from_json(draft)?)?.profile();
    /// let domains = profile.domains();
    /// let mut scores = domains.iter().map(|domain| domain.figures().score());
    /// let Some(Score::Withheld { reasons }) =
    ///     scores.find(|score| matches!(score, Score::Withheld { .. }))
    /// else {
    ///     panic!("a draft has too few answers for some figure");
    /// };
    /// let told = reasons[0].label("en");
    /// assert_eq!(told, "too little of what counts here is answered (at least 60 % is needed)");
    /// # Ok::<(), mgi::Report>(())
    /// ```
    #[must_use]
    pub fn label(self, language: &str) -> String {
        let language = Language::of(language);
        let needs = |key, least: u32| language.fill(key, &[("least", &least.to_string())]);
        match self {
            Self::NothingCounts => language.text(key!("Withholding.nothing_counts")).to_owned(),
            Self::NothingAnswered => language.text(key!("Withholding.nothing_answered")).to_owned(),
            Self::Coverage { least } => needs(key!("Withholding.coverage"), least.into()),
            Self::Reach { least } => needs(key!("Withholding.reach"), least.into()),
            Self::Answered { least } => needs(key!("Withholding.answered"), least),
            Self::Subdomain => language.text(key!("Withholding.subdomain")).to_owned(),
        }
    }
}

/// The lowest and the highest score still possible, given what is open.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize)]
pub struct Interval {
    /// The score if everything open turns out at its worst.
    pub(super) lowest: Ratio,
    /// The score if everything open turns out at its best.
    pub(super) highest: Ratio,
}

impl Interval {
    /// The score if everything open turns out at its worst.
    #[must_use]
    pub fn lowest(self) -> Ratio {
        self.lowest
    }

    /// The score if everything open turns out at its best.
    #[must_use]
    pub fn highest(self) -> Ratio {
        self.highest
    }
}

/// The figures of one node: never one of them alone. Where the score is withheld, so are the
/// possible range and its bands, which would give it away; coverage and reach are always there.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Figures {
    pub(super) score: Score,
    // INVARIANT: there is one where the score is published, and nowhere else.
    pub(super) interval: Option<Interval>,
    pub(super) coverage: Option<Ratio>,
    pub(super) reach: Option<Ratio>,
}

impl Figures {
    /// The score, published or withheld.
    #[must_use]
    pub fn score(&self) -> &Score {
        &self.score
    }

    /// The possible range; nothing where the score is withheld.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        self.interval
    }

    /// How much of what counts here is answered; nothing where nothing counts here.
    #[must_use]
    pub fn coverage(&self) -> Option<Ratio> {
        self.coverage
    }

    /// How much counts here at all; nothing where nothing is scored.
    #[must_use]
    pub fn reach(&self) -> Option<Ratio> {
        self.reach
    }

    /// The bands in which the score may lie once everything is answered, lowest first. Exactly one
    /// where it holds whatever the open answers turn out to be; none where the score is withheld.
    #[must_use]
    pub fn possible_bands<'s>(&self, scheme: &'s Scheme) -> &'s [Band] {
        let Some(Interval { lowest, highest }) = self.interval else {
            return &[];
        };
        let ends = scheme.band_index(lowest).zip(scheme.band_index(highest));
        ends.and_then(|(first, last)| scheme.bands().get(first..=last)).unwrap_or_default()
    }
}

// Beside the public one because what a minimum asks for is written right under its name.
/// Why a score is withheld.
#[derive(JsonSchema, Serialize)]
#[schemars(rename = "Withholding", title = "Reason for withholding a score")]
#[serde(rename_all = "snake_case")]
pub(crate) enum WithholdingJson {
    /// Nothing that is scored counts here.
    NothingCounts,
    /// Nothing that counts here is answered.
    NothingAnswered,
    /// Too little of what counts here is answered: less than this percentage.
    Coverage(#[schemars(range(max = 100))] u8),
    /// Too little counts here: less than this percentage.
    Reach(#[schemars(range(max = 100))] u8),
    /// Fewer indicators are answered than this.
    Answered(u32),
    /// The scheme publishes no figures for subdomains.
    Subdomain,
}

impl Serialize for Withholding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let written = match *self {
            Self::NothingCounts => WithholdingJson::NothingCounts,
            Self::NothingAnswered => WithholdingJson::NothingAnswered,
            Self::Coverage { least } => WithholdingJson::Coverage(least),
            Self::Reach { least } => WithholdingJson::Reach(least),
            Self::Answered { least } => WithholdingJson::Answered(least),
            Self::Subdomain => WithholdingJson::Subdomain,
        };
        written.serialize(serializer)
    }
}
