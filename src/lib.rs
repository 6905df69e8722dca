//! An assessment engine.
mod catalogue;
mod date;
mod document;
mod nearest;
mod pointer;
mod problem;
mod ratio;
mod stage;
mod text;
mod tree;
pub use self::catalogue::*;
pub use self::date::PartialDate;
pub use self::pointer::Pointer;
pub use self::problem::{Argument, Code, Location, Problem, Related, Report, Severity};
pub use self::ratio::{Percent, Ratio};
pub use self::stage::Stage;
pub use self::tree::Limits;
pub use self::document::catalogue::*;
