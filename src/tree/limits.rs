/// How much of a document is read before it is refused.
///
/// # Example
///
/// ```
/// let limits = mgi::Limits { bytes: 100_000, ..mgi::Limits::default() };
/// assert_eq!(limits.depth, 64);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "meant to be written with `..Limits::default()`")]
pub struct Limits {
    /// The size of one document in bytes: 16 MiB. Never more than 4 GiB, whatever stands here.
    pub bytes: usize,
    /// How deeply lists and objects may stand in one another: 64. Never more than the 126 that
    /// `serde_json` reads.
    pub depth: usize,
    /// How many values and keys a document may have: 4,000,000.
    pub values: usize,
    /// The length of one text in bytes: 100,000.
    pub text: usize,
    /// How many problems are kept, those that are silent in a draft apart from the others; the rest
    /// are only counted: 1,000.
    pub problems: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 16 << 20, depth: 64, values: 4_000_000, text: 100_000, problems: 1_000 }
    }
}
