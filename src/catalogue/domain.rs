use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::indicator::Indicator;
use super::passage::{Localized, Passage, Texts};
use crate::document::Field;
use crate::document::values::{Id, LocalizedText};
use crate::tree::Mark;

/// A domain: a part of what is assessed.
#[derive(Clone)]
pub struct Domain {
    pub(super) heading: Heading,
    pub(super) scope: Option<Localized>,
    pub(super) weight: u32,
    pub(super) subdomains: Vec<Subdomain>,
    pub(super) run: Run,
    pub(super) at: Mark,
}

impl Domain {
    /// Its code, such as `MR`.
    #[must_use]
    pub fn code(&self) -> &str {
        self.heading.code()
    }

    /// Its title.
    #[must_use]
    pub fn title(&self, language: &str) -> &str {
        self.heading.title(language)
    }

    /// What it asks about, and what it leaves to others; `None` where the catalogue does not say.
    #[must_use]
    pub fn scope(&self, language: &str) -> Option<&str> {
        self.scope.as_ref().map(|text| text.get(language))
    }

    /// How much it counts beside other domains, from 1 to 100, in schemes whose figure over all
    /// domains is their mean.
    #[must_use]
    pub fn weight(&self) -> u32 {
        self.weight
    }

    /// Its subdomains, in order; none if its indicators belong to it directly.
    #[must_use]
    pub fn subdomains(&self) -> &[Subdomain] {
        &self.subdomains
    }

    /// Its indicators, in order: its own, or those of all its subdomains.
    #[must_use]
    pub fn indicators(&self) -> &[Indicator] {
        self.run.indicators()
    }

    /// Its indicators by subdomain; all of them together where it has no subdomains.
    pub(crate) fn groups(&self) -> impl Iterator<Item = (Option<&Subdomain>, &[Indicator])> {
        let of_subdomains = self.subdomains.iter();
        let of_subdomains =
            of_subdomains.map(|subdomain| (Some(subdomain), subdomain.indicators()));
        let own = self.subdomains.is_empty().then(|| (None, self.indicators()));
        of_subdomains.chain(own)
    }

    pub(crate) fn title_text(&self) -> &Localized {
        &self.heading.title
    }
}

impl fmt::Debug for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Domain")
            .field("code", &self.heading.code)
            .field("title", &self.heading.title)
            .field("indicators", &self.indicators().len())
            .finish_non_exhaustive()
    }
}

/// A part of a domain.
#[derive(Clone)]
pub struct Subdomain {
    pub(super) heading: Heading,
    pub(super) weight: u32,
    pub(super) run: Run,
    pub(super) at: Mark,
}

impl Subdomain {
    /// Its code.
    #[must_use]
    pub fn code(&self) -> &str {
        self.heading.code()
    }

    /// Its title.
    #[must_use]
    pub fn title(&self, language: &str) -> &str {
        self.heading.title(language)
    }

    /// How much it counts beside others of its domain, from 1 to 100, in schemes that take the mean
    /// of subdomains.
    #[must_use]
    pub fn weight(&self) -> u32 {
        self.weight
    }

    /// Its indicators, in order.
    #[must_use]
    pub fn indicators(&self) -> &[Indicator] {
        self.run.indicators()
    }

    pub(crate) fn title_text(&self) -> &Localized {
        &self.heading.title
    }
}

impl fmt::Debug for Subdomain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Subdomain")
            .field("code", &self.heading.code)
            .field("title", &self.heading.title)
            .field("indicators", &self.indicators().len())
            .finish_non_exhaustive()
    }
}

/// What a domain or subdomain is called.
///
/// A domain has its indicators, so that an indicator cannot have its domain. It has the heading of it,
/// and [`Catalogue::domain`](super::Catalogue::domain) finds the domain by its code.
#[derive(Clone, Debug)]
pub struct Heading {
    code: Passage,
    title: Localized,
}

impl Heading {
    pub(super) fn new(texts: Texts<'_>, code: &Field<Id>, title: &Field<LocalizedText>) -> Self {
        Self { code: texts.passage(code), title: texts.localized(title) }
    }

    /// Its code, such as `MR`.
    #[must_use]
    pub fn code(&self) -> &str {
        self.code.as_str()
    }

    /// Its title.
    #[must_use]
    pub fn title(&self, language: &str) -> &str {
        self.title.get(language)
    }
}

/// A run of the indicators of a catalogue, which all runs share.
#[derive(Clone)]
pub(super) struct Run {
    all: Arc<[Indicator]>,
    range: Range<usize>,
}

impl Run {
    pub(super) fn new(all: &Arc<[Indicator]>, range: Range<usize>) -> Self {
        Self { all: Arc::clone(all), range }
    }

    fn indicators(&self) -> &[Indicator] {
        // INVARIANT: the range was counted over the same indicators.
        self.all.get(self.range.clone()).unwrap_or_default()
    }
}
