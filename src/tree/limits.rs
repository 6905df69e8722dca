/// How much of a document is read before it is refused.
///
/// Every limit has a value that no honest file comes near. Lower them where strangers hand in
/// documents; raise them for a file that you know.
///
/// # Example
///
/// ```
/// use mgi::{Input, Limits, ResponseSet};
///
/// let limits = Limits::new().bytes(100_000).problems(50);
/// assert_eq!(limits.max_bytes(), 100_000);
/// assert_eq!(limits.max_depth(), 64);
/// let set = ResponseSet::from_json(Input::new("health.json", "{}").limits(limits))?;
/// # Ok::<(), mgi::Report>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Limits {
    bytes: usize,
    depth: usize,
    values: usize,
    text: usize,
    problems: usize,
}

impl Limits {
    /// The largest document that node numbers can count, whatever a caller asks for.
    const MOST_BYTES: usize = 0xffff_fff0;

    /// `serde_json` refuses the 127th level by itself, with words of its own.
    const MOST_DEPTH: usize = 126;

    /// The default limits.
    #[must_use]
    pub const fn new() -> Self {
        Self { bytes: 16 << 20, depth: 64, values: 4_000_000, text: 100_000, problems: 1_000 }
    }

    /// Reads documents of so many bytes: 16 MiB unless set, never more than 4 GiB.
    ///
    /// A document is kept in memory as it was read. This limit is checked first, so that a document
    /// beyond it costs nothing.
    #[must_use]
    pub const fn bytes(mut self, most: usize) -> Self {
        self.bytes = if most < Self::MOST_BYTES { most } else { Self::MOST_BYTES };
        self
    }

    /// Reads lists and objects that are nested so deeply: 64 levels unless set, never more than 126.
    ///
    /// A level costs stack while a document is read and while it is printed.
    #[must_use]
    pub const fn depth(mut self, most: usize) -> Self {
        self.depth = if most < Self::MOST_DEPTH { most } else { Self::MOST_DEPTH };
        self
    }

    /// Reads so many values, keys included: 4,000,000 unless set.
    ///
    /// A value costs 12 bytes beside its text, so that 16 MiB of nothing but brackets and commas
    /// cannot take many times as much.
    #[must_use]
    pub const fn values(mut self, most: usize) -> Self {
        self.values = most;
        self
    }

    /// Accepts texts of so many bytes: 100,000 unless set.
    ///
    /// A longer one is reported, and the rest of the document is read. What a page shows is made of
    /// these texts.
    #[must_use]
    pub const fn text(mut self, most: usize) -> Self {
        self.text = most;
        self
    }

    /// Reports so many problems and only counts the others: 1,000 unless set.
    ///
    /// Those that are suppressed in a draft are counted apart, so that gaps never crowd out errors;
    /// a report may have twice as many problems for that reason, and one more that gives the number
    /// of those left out. A problem costs about a kilobyte.
    #[must_use]
    pub const fn problems(mut self, most: usize) -> Self {
        self.problems = most;
        self
    }

    /// How many bytes a document may have.
    #[must_use]
    pub const fn max_bytes(&self) -> usize {
        self.bytes
    }

    /// How deeply lists and objects may be nested.
    #[must_use]
    pub const fn max_depth(&self) -> usize {
        self.depth
    }

    /// How many values a document may have, keys included.
    #[must_use]
    pub const fn max_values(&self) -> usize {
        self.values
    }

    /// How many bytes a text may have.
    #[must_use]
    pub const fn max_text(&self) -> usize {
        self.text
    }

    /// How many problems are reported.
    #[must_use]
    pub const fn max_problems(&self) -> usize {
        self.problems
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::new()
    }
}
