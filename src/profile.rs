//! The profile: what is well developed in a place, what can be developed further, and what is open.
//!
//! Plain results: `score` has the arithmetic, `render` the words. Profiles, domains, subdomains and
//! matters are handles that hold what they are about, each within the one above it, so that no getter
//! looks anything up that might not be there. Every list of handles is a `Vec`.

mod counts;
mod domain;
mod json;
mod matter;
mod what_if;

use std::fmt;
use std::sync::Arc;

pub use self::counts::Counts;
pub use self::domain::{DomainProfile, SubdomainProfile};
pub(crate) use self::json::ProfileJson;
pub use self::matter::{Finding, Matter};
use crate::assess::Assessment;
use crate::catalogue::{Domain, Scheme};
pub use crate::ratio::{Percent, Ratio};
use crate::score::Scoring;
pub use crate::score::{Figures, Interval, Score, Trace, TraceRow, Withholding};
pub use crate::standing::Standing;

/// The profile of a place: counts, findings and figures per domain.
///
/// Cheap to clone, as are its domains, subdomains and matters. All its lists are lists of such handles.
///
/// A profile is output only: it is made from an [`Assessment`] and never read back. It ranks
/// nothing: it has no order, and no figure over all domains unless the scheme asks for one. The
/// notice of the catalogue and the mark of illustrative answers travel inside it.
///
/// # Example
///
/// ```
/// use mgi::profile::Score;
/// use mgi::{Catalogue, ResponseSet};
///
/// let set = ResponseSet::from_json(include_bytes!("../indicators/samples/la-chorrera-2021.json"))?;
/// let profile = Catalogue::local().assess(&set)?.profile();
/// for domain in profile.domains() {
///     match domain.figures().score() {
///         Score::Published { value, band } => {
///             println!("{}: {} % ({})", domain.title("es"), value.percent(), band.label("es"));
///         }
///         Score::Withheld { reasons } => println!("{}: {}", domain.title("es"), reasons[0].label("es")),
///     }
/// }
/// # Ok::<(), mgi::Report>(())
/// ```
#[derive(Clone)]
pub struct Profile(Arc<Inner>);

struct Inner {
    assessment: Assessment,
    scheme: Scheme,
    /// By domain, in the order of the catalogue.
    results: Vec<Results>,
    counts: Counts,
    overall: Option<Figures>,
}

/// What one domain comes to.
#[derive(Clone)]
struct Results {
    figures: Figures,
    counts: Counts,
}

impl Assessment {
    /// The profile by the first scheme of the catalogue.
    #[must_use]
    #[expect(
        clippy::missing_panics_doc,
        reason = "INVARIANT: a catalogue without schemes is refused (`catalogue::soundness`)"
    )]
    pub fn profile(&self) -> Profile {
        #[expect(clippy::expect_used, reason = "INVARIANT: a sound catalogue has a scheme")]
        let first = self.catalogue().schemes().first().expect("a catalogue has a scheme");
        self.profile_with(first)
    }

    /// The profile by the scheme with this id; nothing if the catalogue has no such scheme.
    #[must_use]
    pub fn profile_by(&self, scheme: &str) -> Option<Profile> {
        self.catalogue().scheme(scheme).map(|scheme| self.profile_with(scheme))
    }

    fn profile_with(&self, scheme: &Scheme) -> Profile {
        let catalogue = self.catalogue();
        let standings = self.standings();
        let scoring = Scoring { catalogue, scheme, standings };
        let mut counts = Counts::default();
        let mut results = Vec::with_capacity(catalogue.domains().len());
        for domain in catalogue.domains() {
            let of_domain = Counts::of(domain.indicators(), standings);
            counts.add(&of_domain);
            results.push(Results { figures: scoring.of_domain(domain), counts: of_domain });
        }
        let overall = scoring.of_all();
        let (assessment, scheme) = (self.clone(), scheme.clone());
        Profile(Arc::new(Inner { assessment, scheme, results, counts, overall }))
    }
}

impl Profile {
    /// The assessment of which this is the profile.
    #[must_use]
    pub fn assessment(&self) -> &Assessment {
        &self.0.assessment
    }

    /// How answers became scores.
    #[must_use]
    pub fn scheme(&self) -> &Scheme {
        &self.0.scheme
    }

    /// What every reader must know about the instrument.
    #[must_use]
    pub fn notice(&self, language: &str) -> &str {
        self.0.assessment.catalogue().notice(language)
    }

    /// Whether the answers are made up to show something.
    #[must_use]
    pub fn is_illustrative(&self) -> bool {
        self.0.assessment.responses().is_illustrative()
    }

    /// How many indicators stand how, over all domains.
    #[must_use]
    pub fn counts(&self) -> &Counts {
        &self.0.counts
    }

    /// The figures over all domains, where the scheme asks for them.
    #[must_use]
    pub fn overall(&self) -> Option<&Figures> {
        self.0.overall.as_ref()
    }

    /// The domains, in the order of the catalogue.
    #[must_use]
    pub fn domains(&self) -> Vec<DomainProfile> {
        let domains = self.each_domain();
        domains.map(|(domain, results)| DomainProfile::new(self, domain, results)).collect()
    }

    /// The domain with this code.
    #[must_use]
    pub fn domain(&self, code: &str) -> Option<DomainProfile> {
        let (domain, results) = self.each_domain().find(|(domain, _)| domain.code() == code)?;
        Some(DomainProfile::new(self, domain, results))
    }

    /// All matters, in the order of the catalogue.
    #[must_use]
    pub fn matters(&self) -> Vec<Matter> {
        self.domains().iter().flat_map(DomainProfile::matters).collect()
    }

    /// The matter of the indicator with this code.
    #[must_use]
    pub fn matter(&self, code: &str) -> Option<Matter> {
        let position = self.assessment().catalogue().indicator(code)?.position();
        // Positions rise from domain to domain.
        let begins_before = |domain: &Domain| {
            domain.indicators().first().is_some_and(|first| first.position() <= position)
        };
        let (domain, results) = self.each_domain().rfind(|(domain, _)| begins_before(domain))?;
        DomainProfile::new(self, domain, results).matter_at(position)
    }

    fn each_domain(&self) -> impl DoubleEndedIterator<Item = (&Domain, &Results)> {
        self.assessment().catalogue().domains().iter().zip(&self.0.results)
    }

    fn scoring(&self) -> Scoring<'_> {
        let assessment = self.assessment();
        let (catalogue, standings) = (assessment.catalogue(), assessment.standings());
        Scoring { catalogue, scheme: self.scheme(), standings }
    }
}

impl fmt::Debug for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Profile")
            .field("assessment", &self.0.assessment)
            .field("scheme", &self.scheme().id())
            .finish_non_exhaustive()
    }
}
