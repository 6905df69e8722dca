use std::fmt;

use super::passage::{Localized, Passage};
use crate::document::catalogue::{Aggregation, Gaps, Overall};
use crate::ratio::Ratio;
use crate::tree::Mark;

/// How answers become scores. Data of the catalogue, not code.
#[derive(Clone)]
pub struct Scheme {
    pub(super) id: Passage,
    pub(super) title: Localized,
    pub(super) description: Localized,
    pub(super) aggregation: Aggregation,
    pub(super) gaps: Gaps,
    pub(super) overall: Option<Overall>,
    pub(super) publishes_subdomains: bool,
    pub(super) minima: Minima,
    pub(super) bands: Vec<Band>,
}

impl Scheme {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        self.id.as_str()
    }

    /// Its title.
    #[must_use]
    pub fn title(&self, language: &str) -> &str {
        self.title.get(language)
    }

    /// How it reckons, for readers.
    #[must_use]
    pub fn description(&self, language: &str) -> &str {
        self.description.get(language)
    }

    /// What a domain's score is the mean of.
    #[must_use]
    pub fn aggregation(&self) -> Aggregation {
        self.aggregation
    }

    /// What an open question does to a score.
    #[must_use]
    pub fn gaps(&self) -> Gaps {
        self.gaps
    }

    /// What the figure over all domains is the mean of; nothing where there is no such figure.
    #[must_use]
    pub fn overall(&self) -> Option<Overall> {
        self.overall
    }

    /// Whether subdomains have a published score, if they reach the minima.
    #[must_use]
    pub fn publishes_subdomains(&self) -> bool {
        self.publishes_subdomains
    }

    /// What a node needs for its figures to be published: a domain, a subdomain where they are
    /// published, and all domains together.
    #[must_use]
    pub fn minima(&self) -> Minima {
        self.minima
    }

    /// The named parts of the scale, rising; the first begins at 0.
    #[must_use]
    pub fn bands(&self) -> &[Band] {
        &self.bands
    }

    /// The band that a share of points lies in.
    ///
    /// ```
    /// let catalogue = mgi::Catalogue::local();
    /// let scheme = &catalogue.schemes()[0];
    /// let most = scheme.band_of(mgi::profile::Ratio::new(4, 5).unwrap()).unwrap();
    /// assert_eq!(most.label("en"), "Most frameworks in place");
    /// ```
    #[must_use]
    pub fn band_of(&self, share: Ratio) -> Option<&Band> {
        self.bands.get(self.band_index(share)?)
    }

    /// The place of the band that a share of points lies in, from 0.
    pub(crate) fn band_index(&self, share: Ratio) -> Option<usize> {
        // INVARIANT: the first band begins at 0, so that there is one for every share.
        self.bands.iter().rposition(|band| share.reaches(band.begins_at))
    }

    pub(crate) fn title_text(&self) -> &Localized {
        &self.title
    }

    pub(crate) fn description_text(&self) -> &Localized {
        &self.description
    }
}

impl fmt::Debug for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scheme")
            .field("id", &self.id)
            .field("title", &self.title)
            .field("bands", &self.bands.len())
            .finish_non_exhaustive()
    }
}

/// What a node needs for its figures to be published.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, serde::Serialize)]
pub struct Minima {
    /// The least coverage, in per cent.
    pub(super) coverage: u8,
    /// The least reach, in per cent.
    pub(super) reach: u8,
    /// The least number of answered indicators.
    pub(super) answered: u32,
}

impl Minima {
    /// The least coverage, in per cent.
    #[must_use]
    pub fn coverage(self) -> u8 {
        self.coverage
    }

    /// The least reach, in per cent.
    #[must_use]
    pub fn reach(self) -> u8 {
        self.reach
    }

    /// The least number of answered indicators.
    #[must_use]
    pub fn answered(self) -> u32 {
        self.answered
    }
}

/// A named part of the scale.
#[derive(Clone)]
pub struct Band {
    pub(super) id: Passage,
    pub(super) label: Localized,
    pub(super) begins_at: u8,
    /// Where its lower limit is.
    pub(super) at: Mark,
}

impl Band {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        self.id.as_str()
    }

    /// What readers see.
    #[must_use]
    pub fn label(&self, language: &str) -> &str {
        self.label.get(language)
    }

    /// Its lower limit in per cent; it reaches up to the next band, the last to 100.
    #[must_use]
    pub fn begins_at(&self) -> u8 {
        self.begins_at
    }

    pub(crate) fn label_text(&self) -> &Localized {
        &self.label
    }
}

/// Two bands are equal if they have the same id, labels and lower limit, wherever they are written.
impl PartialEq for Band {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.label == other.label && self.begins_at == other.begins_at
    }
}

impl Eq for Band {}

impl fmt::Debug for Band {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Band")
            .field("id", &self.id)
            .field("label", &self.label)
            .field("begins_at", &self.begins_at)
            .finish_non_exhaustive()
    }
}
