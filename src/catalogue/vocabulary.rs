use std::fmt;

use super::passage::{Localized, Passage};
use crate::index::Index;
use crate::language::labelled;
use crate::word::named;

/// A list of keys that indicators may use, named after the member whose values it lists.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Vocabulary {
    /// Whose act a question is about.
    About,
    /// Kinds of instrument.
    Kind,
    /// Roles that usually hold the answer.
    Ask,
    /// Cross-cutting views.
    Lenses,
    /// How well founded an indicator is.
    Grade,
}

named!(Vocabulary {
    About = "about",
    Kind = "kind",
    Ask = "ask",
    Lenses = "lenses",
    Grade = "grade",
});
labelled!("Vocabularies", Vocabulary: About, Kind, Ask, Lenses, Grade);

/// What a key of a vocabulary is called and means.
#[derive(Clone, Debug)]
#[expect(clippy::struct_field_names, reason = "what readers see is a label")]
pub struct Label {
    pub(super) key: Passage,
    pub(super) label: Localized,
    pub(super) description: Option<Localized>,
}

impl Label {
    /// The key by which indicators name it.
    #[must_use]
    pub fn key(&self) -> &str {
        self.key.as_str()
    }

    /// What readers see.
    #[must_use]
    pub fn label(&self, language: &str) -> &str {
        self.label.get(language)
    }

    /// What it means.
    #[must_use]
    pub fn description(&self, language: &str) -> Option<&str> {
        self.description.as_ref().map(|text| text.get(language))
    }
}

/// A definition for those who answer.
#[derive(Clone, Debug)]
#[expect(clippy::struct_field_names, reason = "the term of a definition is a term")]
pub struct Term {
    pub(super) id: Passage,
    pub(super) term: Localized,
    pub(super) definition: Localized,
}

impl Term {
    /// The term's id.
    #[must_use]
    pub fn id(&self) -> &str {
        self.id.as_str()
    }

    /// The term.
    #[must_use]
    pub fn term(&self, language: &str) -> &str {
        self.term.get(language)
    }

    /// What it means in this instrument.
    #[must_use]
    pub fn definition(&self, language: &str) -> &str {
        self.definition.get(language)
    }
}

/// A framework that indicators link to, such as the Global Compact for Migration.
#[derive(Clone)]
pub struct Framework {
    pub(super) key: Passage,
    pub(super) title: Localized,
    pub(super) targets: Index<String, Target>,
}

/// A target of a framework.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) key: Passage,
    pub(super) text: Localized,
}

impl Framework {
    /// The key by which links name it.
    #[must_use]
    pub fn key(&self) -> &str {
        self.key.as_str()
    }

    /// Its title.
    #[must_use]
    pub fn title(&self, language: &str) -> &str {
        self.title.get(language)
    }

    /// What a target says, in short.
    #[must_use]
    pub fn target(&self, target: &str, language: &str) -> Option<&str> {
        self.targets.get(target).map(|target| target.text.get(language))
    }

    /// The keys of its targets, in order.
    pub fn targets(&self) -> impl Iterator<Item = &str> {
        self.targets.names().map(String::as_str)
    }
}

impl fmt::Debug for Framework {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Framework")
            .field("key", &self.key)
            .field("title", &self.title)
            .field("targets", &self.targets.things().len())
            .finish_non_exhaustive()
    }
}

/// A source that the catalogue rests on.
#[derive(Clone, Debug)]
pub struct Source {
    pub(super) key: Passage,
    pub(super) title: Passage,
    pub(super) address: Option<Passage>,
}

impl Source {
    /// The key by which the catalogue cites it.
    #[must_use]
    pub fn key(&self) -> &str {
        self.key.as_str()
    }

    /// Its title, or a description.
    #[must_use]
    pub fn title(&self) -> &str {
        self.title.as_str()
    }

    /// Its address.
    #[must_use]
    pub fn address(&self) -> Option<&str> {
        self.address.as_ref().map(Passage::as_str)
    }
}
