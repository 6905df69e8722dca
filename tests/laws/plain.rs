//! What the engine says, in the words of the second scorer.

use std::collections::BTreeMap;

use crate::fraction::Fraction;
use crate::oracle::{Domain, Figures, Profile, Reason, Score, Trace, TraceRow};
use mgi::Assessment;
use mgi::profile::{Finding, Ratio, Withholding};

/// The profiles by all schemes, by their ids.
pub(crate) fn plain_profiles(assessment: &Assessment) -> BTreeMap<String, Profile> {
    let schemes = assessment.catalogue().schemes().to_vec();
    let profiles = schemes.iter().map(|scheme| {
        let profile = assessment.profile_by(scheme.id()).unwrap();
        (scheme.id().to_owned(), plain_profile(&profile))
    });
    profiles.collect()
}

/// A profile of the engine in the words of the second scorer.
fn plain_profile(profile: &mgi::Profile) -> Profile {
    let scheme = profile.scheme();
    let domains = profile.domains();
    let domains = domains.iter().map(|domain| Domain {
        code: domain.code().to_owned(),
        figures: figures(domain.figures(), scheme),
        subdomains: domain
            .subdomains()
            .iter()
            .map(|subdomain| figures(&subdomain.figures(), scheme))
            .collect(),
        counts: counts(domain.counts()),
        standings: domain
            .matters()
            .iter()
            .map(|matter| (matter.indicator().code().to_owned(), standing(matter.standing())))
            .collect(),
        findings: findings(domain),
        trace: trace(&domain.trace()),
    });
    Profile {
        overall: profile.overall().map(|overall| figures(overall, scheme)),
        counts: counts(profile.counts()),
        domains: domains.collect(),
    }
}

fn figures(figures: &mgi::profile::Figures, scheme: &mgi::catalogue::Scheme) -> Figures {
    Figures {
        score: match figures.score() {
            mgi::profile::Score::Published { value, band } => {
                Score::Published(fraction(*value), band.id().to_owned())
            }
            mgi::profile::Score::Withheld { reasons } => {
                Score::Withheld(reasons.iter().map(|reason| plain_reason(*reason)).collect())
            }
        },
        interval: figures
            .interval()
            .map(|interval| (fraction(interval.lowest()), fraction(interval.highest()))),
        coverage: figures.coverage().map(fraction),
        reach: figures.reach().map(fraction),
        possible_bands: figures
            .possible_bands(scheme)
            .iter()
            .map(|band| band.id().to_owned())
            .collect(),
    }
}

/// The value of a figure, which is written rounded down to a tenth of a per cent.
fn fraction(ratio: Ratio) -> Fraction {
    let (numerator, denominator) = (ratio.numerator(), ratio.denominator());
    let fraction = Fraction::new(numerator.try_into().unwrap(), denominator.try_into().unwrap());
    assert_eq!(i128::from(ratio.percent().tenths()), fraction.tenths_of_a_percent(), "{ratio}");
    fraction
}

fn plain_reason(reason: Withholding) -> Reason {
    match reason {
        Withholding::NothingCounts => Reason::NothingCounts,
        Withholding::NothingAnswered => Reason::NothingAnswered,
        Withholding::Coverage { least, .. } => Reason::Coverage(least.into()),
        Withholding::Reach { least, .. } => Reason::Reach(least.into()),
        Withholding::Answered { least, .. } => Reason::Answered(least.into()),
        Withholding::Subdomain => Reason::Subdomain,
        other => panic!("{other:?} is not known here"),
    }
}

fn counts(counts: &mgi::profile::Counts) -> BTreeMap<&'static str, usize> {
    let open = counts.unknown() + counts.restricted() + counts.unanswered() + counts.undecided();
    assert_eq!(counts.open(), open);
    assert_eq!(counts.counting(), counts.answered() + open);
    let away = counts.not_a_local_competence() + counts.not_applicable_here() + counts.not_asked();
    assert_eq!(counts.scored(), counts.counting() + away);
    assert_eq!(counts.indicators(), counts.scored() + counts.context());
    [
        ("strength", counts.strengths()),
        ("under_way", counts.under_way()),
        ("partly", counts.partly()),
        ("not_in_place", counts.not_in_place()),
        ("not_a_local_competence", counts.not_a_local_competence()),
        ("not_applicable_here", counts.not_applicable_here()),
        ("not_asked", counts.not_asked()),
        ("unknown", counts.unknown()),
        ("restricted", counts.restricted()),
        ("unanswered", counts.unanswered()),
        ("undecided", counts.undecided()),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(name, count)| (name, usize::try_from(count).unwrap()))
    .collect()
}

fn standing(standing: mgi::profile::Standing) -> &'static str {
    match standing {
        mgi::profile::Standing::Answered => "answered",
        mgi::profile::Standing::Context => "context",
        mgi::profile::Standing::NotALocalCompetence => "not_a_local_competence",
        mgi::profile::Standing::NotApplicableHere => "not_applicable_here",
        mgi::profile::Standing::NotAsked => "not_asked",
        mgi::profile::Standing::Unknown => "unknown",
        mgi::profile::Standing::Restricted => "restricted",
        mgi::profile::Standing::Unanswered => "unanswered",
        mgi::profile::Standing::Undecided => "undecided",
        other => panic!("{other:?} is not known here"),
    }
}

fn findings(domain: &mgi::profile::DomainProfile) -> BTreeMap<&'static str, Vec<String>> {
    Finding::ALL
        .iter()
        .copied()
        .map(|finding| {
            let name = match finding {
                Finding::Strength => "strength",
                Finding::UnderWay => "under_way",
                Finding::Partly => "partly",
                Finding::NotInPlace => "not_in_place",
            };
            let matters = domain.findings(finding);
            (name, matters.iter().map(|matter| matter.indicator().code().to_owned()).collect())
        })
        .filter(|(_, codes): &(_, Vec<String>)| !codes.is_empty())
        .collect()
}

/// A trace with its numerators as shares. They add up as the trace says.
fn trace(trace: &mgi::profile::Trace) -> Trace {
    let rows = trace.rows();
    assert_eq!(
        rows.iter().map(mgi::profile::TraceRow::contribution).sum::<u128>(),
        trace.numerator()
    );
    assert_eq!(rows.iter().map(mgi::profile::TraceRow::share).sum::<u128>(), trace.denominator());
    let over = |numerator: u128| match trace.denominator() {
        0 => Fraction::ZERO,
        whole => Fraction::new(numerator.try_into().unwrap(), whole.try_into().unwrap()),
    };
    Trace {
        value: trace.value().map(fraction),
        rows: rows
            .iter()
            .map(|row| TraceRow {
                indicator: row.indicator().to_owned(),
                points: row.points().map(u64::from),
                maximum: row.maximum().into(),
                weight: row.weight().into(),
                share: over(row.share()),
                contribution: over(row.contribution()),
            })
            .collect(),
    }
}
