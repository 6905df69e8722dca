use super::passage::Passage;
use crate::index::Index;

/// What became of the indicators of an earlier version of an instrument.
///
/// An indicator that it does not name is the same question under the same code.
#[derive(Clone, Debug)]
pub struct CarryOver {
    pub(super) from: Passage,
    pub(super) indicators: Index<String, FormerIndicator>,
}

impl CarryOver {
    /// The earlier version, `major.minor.patch`.
    #[must_use]
    pub fn from_version(&self) -> &str {
        self.from.as_str()
    }

    /// The indicators that changed, in order.
    #[must_use]
    pub fn indicators(&self) -> &[FormerIndicator] {
        self.indicators.things()
    }

    /// What became of the indicator that had this code in the earlier version, if it changed.
    #[must_use]
    pub fn indicator(&self, code: &str) -> Option<&FormerIndicator> {
        self.indicators.get(code)
    }
}

/// What became of an indicator of an earlier version.
#[derive(Clone, Debug)]
pub struct FormerIndicator {
    pub(super) code: Passage,
    pub(super) targets: Vec<Passage>,
    pub(super) options: Vec<(Passage, Passage)>,
    pub(super) is_same: bool,
}

impl FormerIndicator {
    /// Its code in the earlier version.
    #[must_use]
    pub fn code(&self) -> &str {
        self.code.as_str()
    }

    /// The codes that ask for it now: several where it was divided, none where it was dropped.
    pub fn targets(&self) -> impl Iterator<Item = &str> {
        self.targets.iter().map(Passage::as_str)
    }

    /// The options whose ids changed: the earlier id, and the one of now.
    pub fn options(&self) -> impl Iterator<Item = (&str, &str)> {
        self.options.iter().map(|(earlier, now)| (earlier.as_str(), now.as_str()))
    }

    /// Whether the question is the same in substance.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.is_same
    }
}
