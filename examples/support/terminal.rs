//! What the examples share: reading files and printing to a terminal.

use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

/// Everything went well.
pub const DONE: u8 = 0;
/// A file does not pass its checks.
pub const REFUSED: u8 = 1;
/// The command was used wrongly, or a file cannot be read.
pub const UNUSABLE: u8 = 2;

/// Prints to standard output; a reader that stops reading is no failure.
pub fn print(text: &str) -> ExitCode {
    let mut output = io::stdout().lock();
    let written = output.write_all(text.as_bytes()).and_then(|()| output.flush());
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            complain(&format!("the output cannot be written: {error}\n"), UNUSABLE)
        }
        _ => ExitCode::from(DONE),
    }
}

/// Prints to standard error, and ends with `code`.
pub fn complain(text: &str, code: u8) -> ExitCode {
    // Where standard error is closed, the exit code still tells.
    let _unheard = io::stderr().lock().write_all(text.as_bytes());
    ExitCode::from(code)
}

/// The bytes of a file, or what to tell the user.
#[allow(dead_code, reason = "not every example reads files")]
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    #[expect(clippy::disallowed_methods, reason = "examples do the reading, the library does not")]
    std::fs::read(path).map_err(|error| format!("{}: {error}\n", path.display()))
}
