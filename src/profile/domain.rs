//! The parts of a profile: its domains and their subdomains.

use std::fmt;
use std::sync::Arc;

use super::{Counts, Finding, Matter, Profile, Results};
use crate::catalogue::{Domain, Indicator, Subdomain};
use crate::score::{Figures, Trace};
use crate::standing::Standing;

/// The part of a profile that is about one domain.
#[derive(Clone)]
pub struct DomainProfile(Arc<InnerDomain>);

struct InnerDomain {
    profile: Profile,
    domain: Domain,
    results: Results,
}

impl DomainProfile {
    pub(super) fn new(profile: &Profile, domain: &Domain, results: &Results) -> Self {
        Self(Arc::new(InnerDomain {
            profile: profile.clone(),
            domain: domain.clone(),
            results: results.clone(),
        }))
    }

    /// The profile of which this is a part.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        &self.0.profile
    }

    /// The domain's code.
    #[must_use]
    pub fn code(&self) -> &str {
        self.domain().code()
    }

    /// The domain's title.
    #[must_use]
    pub fn title(&self, language: &str) -> &str {
        self.domain().title(language)
    }

    /// The domain itself.
    #[must_use]
    pub fn domain(&self) -> &Domain {
        &self.0.domain
    }

    /// How many of its indicators stand how.
    #[must_use]
    pub fn counts(&self) -> &Counts {
        &self.0.results.counts
    }

    /// Score, interval, coverage and reach.
    #[must_use]
    pub fn figures(&self) -> &Figures {
        &self.0.results.figures
    }

    /// How its score comes about, to be added up again.
    #[must_use]
    pub fn trace(&self) -> Trace {
        self.profile().scoring().trace(self.domain(), self.figures())
    }

    /// Its subdomains, in the order of the catalogue; none if the domain has none.
    #[must_use]
    pub fn subdomains(&self) -> Vec<SubdomainProfile> {
        let subdomains = self.domain().subdomains().iter();
        subdomains.map(|subdomain| SubdomainProfile::new(self, subdomain)).collect()
    }

    /// Its matters, in the order of the catalogue.
    #[must_use]
    pub fn matters(&self) -> Vec<Matter> {
        let groups = self.domain().groups();
        let matters =
            groups.flat_map(|(subdomain, indicators)| self.matters_of(subdomain, indicators));
        matters.collect()
    }

    /// Its matters with this finding, in the order of the catalogue.
    #[must_use]
    pub fn findings(&self, finding: Finding) -> Vec<Matter> {
        let matters = self.matters().into_iter();
        matters.filter(|matter| matter.finding() == Some(finding)).collect()
    }

    /// Its matters with a standing for which `is_meant` holds, in the order of the catalogue.
    #[must_use]
    pub fn matters_that(&self, is_meant: impl Fn(Standing) -> bool) -> Vec<Matter> {
        let matters = self.matters().into_iter();
        matters.filter(|matter| is_meant(matter.standing())).collect()
    }

    /// The matter of the indicator at this position of the catalogue, if it is in this domain.
    pub(super) fn matter_at(&self, position: usize) -> Option<Matter> {
        self.domain().groups().find_map(|(subdomain, indicators)| {
            let first = indicators.first()?.position();
            let indicator = indicators.get(position.checked_sub(first)?)?;
            self.matters_of(subdomain, std::slice::from_ref(indicator)).next()
        })
    }

    /// The matters of indicators of this domain that are in one subdomain, or in none.
    fn matters_of(
        &self,
        subdomain: Option<&Subdomain>,
        indicators: &[Indicator],
    ) -> impl Iterator<Item = Matter> {
        let subdomain = subdomain.map(|subdomain| SubdomainProfile::new(self, subdomain));
        let indicators = indicators.iter();
        indicators.map(move |indicator| Matter::new(self, subdomain.as_ref(), indicator))
    }
}

impl fmt::Debug for DomainProfile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DomainProfile")
            .field("code", &self.code())
            .field("score", self.figures().score())
            .finish_non_exhaustive()
    }
}

/// The part of a profile that is about one subdomain.
///
/// # Example
///
/// ```
/// use mgi::{Catalogue, ResponseSet};
///
/// let set = ResponseSet::from_json(include_bytes!("../../indicators/samples/la-chorrera-2021.json"))?;
/// let profile = Catalogue::local().assess(&set)?.profile();
/// for subdomain in profile.domain("MR").unwrap().subdomains() {
///     println!("{}", subdomain.title("en"));
///     for matter in subdomain.matters() {
///         println!("- {} {:?}", matter.indicator().code(), matter.finding());
///     }
/// }
/// # Ok::<(), mgi::Report>(())
/// ```
#[derive(Clone)]
pub struct SubdomainProfile(Arc<InnerSubdomain>);

struct InnerSubdomain {
    domain: DomainProfile,
    subdomain: Subdomain,
}

impl SubdomainProfile {
    fn new(domain: &DomainProfile, subdomain: &Subdomain) -> Self {
        Self(Arc::new(InnerSubdomain { domain: domain.clone(), subdomain: subdomain.clone() }))
    }

    /// The domain of which this is a part.
    #[must_use]
    pub fn domain(&self) -> &DomainProfile {
        &self.0.domain
    }

    /// The subdomain's code.
    #[must_use]
    pub fn code(&self) -> &str {
        self.subdomain().code()
    }

    /// The subdomain's title.
    #[must_use]
    pub fn title(&self, language: &str) -> &str {
        self.subdomain().title(language)
    }

    /// The subdomain itself.
    #[must_use]
    pub fn subdomain(&self) -> &Subdomain {
        &self.0.subdomain
    }

    /// How many of its indicators stand how.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let standings = self.domain().profile().assessment().standings();
        Counts::of(self.subdomain().indicators(), standings)
    }

    /// Score, interval, coverage and reach. The score is withheld unless the
    /// [scheme publishes subdomains](crate::catalogue::Scheme::publishes_subdomains).
    #[must_use]
    pub fn figures(&self) -> Figures {
        self.domain().profile().scoring().of_subdomain(self.subdomain())
    }

    /// Its matters, in the order of the catalogue.
    #[must_use]
    pub fn matters(&self) -> Vec<Matter> {
        let indicators = self.subdomain().indicators().iter();
        indicators.map(|indicator| Matter::new(self.domain(), Some(self), indicator)).collect()
    }
}

impl fmt::Debug for SubdomainProfile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SubdomainProfile").field("code", &self.code()).finish_non_exhaustive()
    }
}
