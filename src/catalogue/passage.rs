use std::borrow::Cow;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::ser::{Serialize, Serializer};

use crate::document::values::LocalizedText;
use crate::text::primary_language;
use crate::tree::{Document, NodeId};

/// A text of a document, shared with it.
#[derive(Clone)]
pub(crate) struct Passage {
    document: Arc<Document>,
    node: NodeId,
}

impl Passage {
    pub(crate) fn new(document: &Arc<Document>, node: NodeId) -> Self {
        Self { document: Arc::clone(document), node }
    }

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
    pub(crate) fn new(document: &Arc<Document>, node: NodeId) -> Self {
        Self { document: Arc::clone(document), node }
    }

    /// The text in `language`; else in another form of it (`es` for `es-PA`); else the first one.
    pub(crate) fn get(&self, language: &str) -> &str {
        let members = self.document.members(self.node);
        let find = |is_meant: &dyn Fn(&str) -> bool| {
            let mut members = members.clone();
            members.find(|(tag, _)| is_meant(self.document.text_of(*tag)))
        };
        let primary = primary_language(language);
        let text = find(&|tag| tag.eq_ignore_ascii_case(language))
            .or_else(|| find(&|tag| primary_language(tag).eq_ignore_ascii_case(primary)))
            .or_else(|| find(&|_| true));
        text.map_or("", |(_, text)| self.document.text_of(text))
    }

    /// Each language with its text, as the document has them.
    fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        let text = |node| self.document.text_of(node);
        self.document.members(self.node).map(move |(tag, node)| (text(tag), text(node)))
    }
}

impl PartialEq for Localized {
    fn eq(&self, other: &Self) -> bool {
        self.texts().eq(other.texts())
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

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = LocalizedText::json_schema(generator);
        schema.insert("title".to_owned(), "Text in several languages".into());
        schema.insert("description".to_owned(), "A text for each language, by its tag.".into());
        schema
    }
}
