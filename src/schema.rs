//! JSON Schemas of the file formats, from the declarations that also read them.

use schemars::generate::SchemaSettings;

use crate::document::catalogue::{DomainFile, Manifest};
use crate::document::responses::ResponseFile;

/// The schema of a manifest, which is a whole catalogue where its domains stand in it.
///
/// Draft 2020-12. A schema says what shape a file has; whether its references lead somewhere and
/// its sums can be reckoned with is for the loader to say.
///
/// ```
/// let schema = mgi::schema::catalogue();
/// assert_eq!(schema["type"], "object");
/// assert!(schema["properties"]["domains"].is_object());
/// ```
#[must_use]
pub fn catalogue() -> serde_json::Value {
    of::<Manifest>()
}

/// The schema of a domain's file.
#[must_use]
pub fn domain() -> serde_json::Value {
    of::<DomainFile>()
}

/// The schema of a response set, whatever catalogue it answers.
#[must_use]
pub fn responses() -> serde_json::Value {
    of::<ResponseFile>()
}

fn of<T: schemars::JsonSchema>() -> serde_json::Value {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>().to_value()
}
