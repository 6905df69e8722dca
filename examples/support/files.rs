//! What the examples read: files, and a catalogue with the domains that stand beside it.

use std::path::Path;

use mgi::{Catalogue, Input, Report};

/// The bytes of a file, or a line that says why they cannot be had.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, String> {
    #[expect(clippy::disallowed_methods, reason = "examples do the reading, the library does not")]
    std::fs::read(path).map_err(|error| format!("{}: {error}\n", path.display()))
}

/// The catalogue whose manifest this is. The outer error says why it cannot be read, the inner one
/// what is wrong with it.
pub(crate) fn catalogue(manifest: &Path) -> Result<Result<Catalogue, Report>, String> {
    let folder = manifest.parent().unwrap_or(Path::new(""));
    Catalogue::try_from_documents(named(manifest, read(manifest)?), |name| {
        let file = folder.join(name);
        // A file that is not there is a mistake of the manifest, and reported with all others.
        if file.exists() { Ok(Some(named(&file, read(&file)?))) } else { Ok(None) }
    })
}

/// A document that problems call by the path of its file.
fn named(path: &Path, bytes: Vec<u8>) -> Input<'static> {
    Input::new(path.display().to_string(), bytes)
}
