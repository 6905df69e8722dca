use std::borrow::Cow;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::{Serialize, Serializer};

use crate::document::Field;
use crate::document::declare::{FILLED, LANGUAGE_TAG};
use crate::document::values::{LocalizedText, Placed};
use crate::text::primary_language;
use crate::tree::{Document, NodeId};

/// A text of a document, shared with it.
#[derive(Clone)]
pub(crate) struct Passage {
    document: Arc<Document>,
    node: NodeId,
}

impl Passage {
    pub(crate) fn as_str(&self) -> &str {
        self.document.text_of(self.node)
    }
}

impl PartialEq for Passage {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Passage {}

impl std::fmt::Debug for Passage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self.as_str(), f)
    }
}

impl Serialize for Passage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// A text of a document in several languages, shared with it.
#[derive(Clone)]
pub(crate) struct Localized {
    document: Arc<Document>,
    node: NodeId,
}

impl Localized {
    /// The text in `language`; else in another form of it (`es` for `es-PA`); else the first one.
    pub(crate) fn get(&self, language: &str) -> &str {
        self.in_language(language).0
    }

    /// [`Localized::get`], and the tag of the language in which that text is.
    pub(crate) fn in_language(&self, language: &str) -> (&str, &str) {
        let members = self.document.members(self.node);
        let find = |is_meant: &dyn Fn(&str) -> bool| {
            let mut members = members.clone();
            members.find(|(tag, _)| is_meant(self.document.text_of(*tag)))
        };
        let primary = primary_language(language);
        let text = find(&|tag| tag.eq_ignore_ascii_case(language))
            .or_else(|| find(&|tag| primary_language(tag).eq_ignore_ascii_case(primary)))
            .or_else(|| find(&|_| true));
        let text =
            text.map(|(tag, text)| (self.document.text_of(text), self.document.text_of(tag)));
        text.unwrap_or_default()
    }
}

impl PartialEq for Localized {
    fn eq(&self, other: &Self) -> bool {
        self.document.says_the_same(self.node, &other.document, other.node)
    }
}

impl Eq for Localized {}

impl std::fmt::Debug for Localized {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self.get(""), f)
    }
}

impl Serialize for Localized {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.document.printed(self.node).serialize(serializer)
    }
}

impl JsonSchema for Localized {
    fn schema_name() -> Cow<'static, str> {
        "Localized".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "title": "Text in several languages",
            "description": "A text for each language, by its tag.",
            "type": "object",
            "patternProperties": {
                LANGUAGE_TAG: {"type": "string", "pattern": FILLED},
                "^x-": true
            },
            "additionalProperties": false
        })
    }
}

/// Makes passages of the texts of one document. A member that is missing or malformed becomes an empty
/// text.
#[derive(Clone, Copy)]
pub(super) struct Texts<'d>(&'d Arc<Document>);

impl<'d> Texts<'d> {
    pub(super) fn of(document: &'d Arc<Document>) -> Self {
        Self(document)
    }

    pub(super) fn text(self, node: NodeId) -> &'d str {
        self.0.text_of(node)
    }

    pub(super) fn passage_at(self, node: NodeId) -> Passage {
        Passage { document: Arc::clone(self.0), node }
    }

    pub(super) fn passage<T: Placed>(self, field: &Field<T>) -> Passage {
        self.passage_at(field.get().map_or(NodeId::ROOT, Placed::node))
    }

    pub(super) fn optional_passage<T: Placed>(self, field: &Field<T>) -> Option<Passage> {
        field.get().map(|value| self.passage_at(value.node()))
    }

    pub(super) fn passages<T: Placed>(self, items: &[T]) -> Vec<Passage> {
        items.iter().map(|item| self.passage_at(item.node())).collect()
    }

    pub(super) fn localized_at(self, text: LocalizedText) -> Localized {
        Localized { document: Arc::clone(self.0), node: text.node() }
    }

    pub(super) fn localized(self, field: &Field<LocalizedText>) -> Localized {
        self.localized_at(field.value().unwrap_or(LocalizedText(NodeId::ROOT)))
    }

    pub(super) fn optional_localized(self, field: &Field<LocalizedText>) -> Option<Localized> {
        field.value().map(|text| self.localized_at(text))
    }
}
