//! The profile: what is well developed in a place, what can be developed further, and what is open.
//! Plain results; the arithmetic is in `score`, the words are in `render`.

mod json;
mod matter;

use std::sync::Arc;

use schemars::JsonSchema;

pub use self::matter::{Finding, Matter};
use crate::assess::Assessment;
use crate::catalogue::{Domain, Scheme, Subdomain};
use crate::score::{Figures, Scoring, Trace};
use crate::standing::{Standing, Standings};

/// The profile of a place: counts, findings and figures per domain.
///
/// A profile is output only: it is made from an [`Assessment`] and never read back. It ranks
/// nothing: it has no order, and no figure over all domains unless the scheme asks for one. The
/// notice of the catalogue and the mark of illustrative answers travel inside it.
///
/// # Example
///
/// ```
/// use mgi::{Catalogue, ResponseSet, Score};
///
/// let set = ResponseSet::from_json(include_bytes!("../indicators/samples/la-chorrera-2021.json"))?;
/// let profile = Catalogue::local().assess(&set)?.profile();
/// for domain in profile.domains() {
///     match domain.figures().score() {
///         Score::Published { value, band } => {
///             println!("{}: {} % ({})", domain.title("es"), value.percent(), band.label("es"));
///         }
///         Score::Withheld { reasons } => println!("{}: {reasons:?}", domain.title("es")),
///     }
/// }
/// # Ok::<(), mgi::Report>(())
/// ```
#[derive(Clone, Debug)]
pub struct Profile(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    assessment: Assessment,
    scheme: usize,
    domains: Vec<Results>,
    counts: Counts,
    overall: Option<Figures>,
}

#[derive(Debug)]
struct Results {
    figures: Figures,
    counts: Counts,
}

impl Assessment {
    /// The profile by the first scheme of the catalogue.
    #[must_use]
    pub fn profile(&self) -> Profile {
        self.profile_with(0)
    }

    /// The profile by the scheme with this id; nothing if the catalogue has no such scheme.
    #[must_use]
    pub fn profile_by(&self, scheme: &str) -> Option<Profile> {
        let schemes = self.catalogue().schemes();
        schemes.iter().position(|known| known.id() == scheme).map(|index| self.profile_with(index))
    }

    fn profile_with(&self, index: usize) -> Profile {
        // INVARIANT: a sound catalogue has at least one scheme, and `index` is of one of them.
        #[expect(clippy::indexing_slicing, reason = "INVARIANT: `index` is of a known scheme")]
        let scheme = &self.catalogue().schemes()[index];
        let scoring = Scoring { catalogue: self.catalogue(), scheme, standings: self.standings() };
        let mut counts = Counts::default();
        let mut domains = Vec::with_capacity(self.catalogue().domains().len());
        for domain in self.catalogue().domains() {
            let of_domain = Counts::of(domain, self.standings());
            counts.add(&of_domain);
            let figures = scoring.of_domain(domain);
            domains.push(Results { figures, counts: of_domain });
        }
        let overall = scheme.has_overall().then(|| scoring.of_all());
        Profile(Arc::new(Inner {
            assessment: self.clone(),
            scheme: index,
            domains,
            counts,
            overall,
        }))
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
        // INVARIANT: `Assessment::profile_with` was given a scheme of the catalogue.
        #[expect(clippy::indexing_slicing, reason = "INVARIANT: the index is of a known scheme")]
        &self.0.assessment.catalogue().schemes()[self.0.scheme]
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
        let count = self.0.domains.len();
        (0..count).map(|index| DomainProfile { profile: self.clone(), index }).collect()
    }

    /// All matters, in the order of the catalogue.
    #[must_use]
    pub fn matters(&self) -> Vec<Matter> {
        self.domains().iter().flat_map(DomainProfile::matters).collect()
    }

    fn scoring(&self) -> Scoring<'_> {
        let assessment = self.assessment();
        Scoring {
            catalogue: assessment.catalogue(),
            scheme: self.scheme(),
            standings: assessment.standings(),
        }
    }
}

/// The part of a profile that is about one domain.
#[derive(Clone, Debug)]
pub struct DomainProfile {
    profile: Profile,
    index: usize,
}

impl DomainProfile {
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
    #[expect(clippy::indexing_slicing, reason = "INVARIANT: there is one result for each domain")]
    pub fn domain(&self) -> &Domain {
        &self.profile.0.assessment.catalogue().domains()[self.index]
    }

    /// How many of its indicators stand how.
    #[must_use]
    pub fn counts(&self) -> &Counts {
        &self.results().counts
    }

    /// Score, interval, coverage and reach.
    #[must_use]
    pub fn figures(&self) -> &Figures {
        &self.results().figures
    }

    /// The figures of one of its subdomains; their score is never published.
    #[must_use]
    pub fn subdomain_figures(&self, subdomain: &Subdomain) -> Figures {
        self.profile.scoring().of_subdomain(subdomain)
    }

    /// How its score comes about, to be added up again.
    #[must_use]
    pub fn trace(&self) -> Trace {
        self.profile.scoring().trace(self.domain())
    }

    /// Its matters, in the order of the catalogue.
    #[must_use]
    pub fn matters(&self) -> Vec<Matter> {
        let mut matters = Vec::new();
        for (subdomain, entry) in self.domain().subdomains().iter().enumerate() {
            for indicator in 0..entry.indicators().len() {
                matters.push(Matter::new(&self.profile, [self.index, subdomain, indicator]));
            }
        }
        matters
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

    #[expect(clippy::indexing_slicing, reason = "INVARIANT: `Profile::domains` gives the index")]
    fn results(&self) -> &Results {
        &self.profile.0.domains[self.index]
    }
}

/// Declares counts with their getters.
macro_rules! counts {
    ($($(#[doc = $meaning:literal])+ $name:ident)+) => {
        /// How many indicators stand how.
        #[derive(Clone, Debug, Default, Eq, JsonSchema, PartialEq, serde::Serialize)]
        #[schemars(title = "Counts")]
        pub struct Counts {
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

    fn of(domain: &Domain, standings: &Standings) -> Self {
        let mut counts = Self::default();
        for indicator in domain.indicators() {
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

    fn add(&mut self, other: &Self) {
        let Self {
            indicators,
            scored,
            strengths,
            under_way,
            partly,
            not_in_place,
            not_a_local_competence,
            not_applicable_here,
            not_asked,
            unknown,
            restricted,
            unanswered,
            undecided,
        } = other;
        for (sum, more) in [
            (&mut self.indicators, indicators),
            (&mut self.scored, scored),
            (&mut self.strengths, strengths),
            (&mut self.under_way, under_way),
            (&mut self.partly, partly),
            (&mut self.not_in_place, not_in_place),
            (&mut self.not_a_local_competence, not_a_local_competence),
            (&mut self.not_applicable_here, not_applicable_here),
            (&mut self.not_asked, not_asked),
            (&mut self.unknown, unknown),
            (&mut self.restricted, restricted),
            (&mut self.unanswered, unanswered),
            (&mut self.undecided, undecided),
        ] {
            *sum = sum.saturating_add(*more);
        }
    }
}
