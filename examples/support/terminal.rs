//! What the examples share: the language, printing to a terminal, and exit codes.

use std::io::{self, Write as _};
use std::process::ExitCode;

/// Everything went well.
pub(crate) const DONE: u8 = 0;
/// A file does not pass its checks.
pub(crate) const REFUSED: u8 = 1;
/// The command was used wrongly, or a file cannot be read.
pub(crate) const UNUSABLE: u8 = 2;

/// The language that `--lang` names.
pub(crate) fn language(parser: &mut lexopt::Parser) -> Result<String, lexopt::Error> {
    let language = lexopt::ValueExt::string(parser.value()?)?;
    let known = mgi::languages();
    if known.contains(&language.as_str()) {
        Ok(language)
    } else {
        Err(format!("--lang takes one of: {}", known.join(", ")).into())
    }
}

/// Prints to standard output; a reader that stops reading is no failure.
pub(crate) fn print(text: &str) -> ExitCode {
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
pub(crate) fn complain(text: &str, code: u8) -> ExitCode {
    // Where standard error is closed, the exit code still tells.
    let _unheard = io::stderr().lock().write_all(text.as_bytes());
    ExitCode::from(code)
}
