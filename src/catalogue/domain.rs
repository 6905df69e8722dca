use super::indicator::Indicator;
use super::passage::{Localized, Passage};

/// A domain: a part of what is assessed.
#[derive(Clone, Debug)]
pub struct Domain {
    pub(super) code: Passage,
    pub(super) title: Localized,
    pub(super) scope: Localized,
    pub(super) subdomains: Vec<Subdomain>,
}

impl Domain {
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

    /// What it asks about, and what it leaves to others.
    #[must_use]
    pub fn scope(&self, language: &str) -> &str {
        self.scope.get(language)
    }

    /// Its subdomains, in order.
    #[must_use]
    pub fn subdomains(&self) -> &[Subdomain] {
        &self.subdomains
    }

    /// Its indicators, in order.
    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.subdomains.iter().flat_map(|subdomain| subdomain.indicators())
    }

    pub(crate) fn title_text(&self) -> &Localized {
        &self.title
    }
}

/// A part of a domain.
#[derive(Clone, Debug)]
pub struct Subdomain {
    pub(super) code: Passage,
    pub(super) title: Localized,
    pub(super) indicators: Vec<Indicator>,
}

impl Subdomain {
    /// Its code.
    #[must_use]
    pub fn code(&self) -> &str {
        self.code.as_str()
    }

    /// Its title.
    #[must_use]
    pub fn title(&self, language: &str) -> &str {
        self.title.get(language)
    }

    /// Its indicators, in order.
    #[must_use]
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    pub(crate) fn title_text(&self) -> &Localized {
        &self.title
    }
}
