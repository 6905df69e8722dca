//! From bytes to a sound catalogue, in three steps: what was read, what was built from it, and what
//! the rules found sound.

use super::assembly::Built;
use super::files::{self, Read};
use super::{references, soundness};
use crate::problem::Report;
use crate::tree::{Input, Problems};

/// A sound catalogue: what was read, and what was built from it.
#[derive(Debug)]
pub(super) struct Sound {
    pub(super) read: Read,
    pub(super) built: Built,
    /// The least common multiple of the maxima of all answer types in use: at most 1,000,000.
    pub(super) common_maximum: u32,
    /// The warnings about how the documents are written.
    pub(super) warnings: Problems,
}

/// # Errors
///
/// A report of every mistake, if one of them is an error.
pub(super) fn load<'f>(
    manifest: Input<'_>,
    fetch: &mut dyn FnMut(&str) -> Option<Input<'f>>,
) -> Result<Sound, Report> {
    let (read, mut faults) = files::read(manifest, fetch)?;
    let built = Built::of(&read);
    references::check(&read, &built, &mut faults.problems);
    let common_maximum = soundness::check(&read, &built, &mut faults);
    let warnings = faults.warnings(&read.documents)?;
    Ok(Sound { read, built, common_maximum, warnings })
}
