//! What the examples read: files, and a catalogue with the domains that stand beside it.

use std::path::Path;

use mgi::{Catalogue, Limits, Report};

/// The bytes of a file, or a line that says why they cannot be had.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, String> {
    #[expect(clippy::disallowed_methods, reason = "examples do the reading, the library does not")]
    std::fs::read(path).map_err(|error| format!("{}: {error}\n", path.display()))
}

/// The catalogue whose manifest this is. The outer error says why it cannot be read, the inner one
/// what is wrong with it.
pub(crate) fn catalogue(manifest: &Path) -> Result<Result<Catalogue, Report>, String> {
    let folder = manifest.parent().unwrap_or(Path::new(""));
    let fetch = |name: &str| read(&folder.join(name)).ok();
    let name = manifest.display().to_string();
    let bytes = read(manifest)?;
    Ok(Catalogue::from_documents_within(&Limits::default(), &name, bytes, fetch))
}
