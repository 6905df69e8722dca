use super::passage::Localized;
use crate::language;
use crate::language::{Language, Voice};

/// What an instrument calls whom it is about: a municipality, a country, a service.
#[derive(Clone, Debug)]
pub struct Unit {
    pub(super) the: Localized,
    pub(super) this: Localized,
}

impl Unit {
    /// The institution that acts, with its article, as within a sentence: `the municipality`.
    #[must_use]
    pub fn the(&self, language: &str) -> &str {
        self.the.get(language)
    }

    /// The territory or service in which something exists, as within a sentence: `this
    /// municipality`.
    #[must_use]
    pub fn this(&self, language: &str) -> &str {
        self.this.get(language)
    }

    /// The engine as it speaks a language about an instrument that calls its unit so.
    pub(super) fn voice(unit: Option<&Self>, language: &'static Language) -> Voice {
        // Words of another language would stand within a sentence of this one.
        let in_language = |text: &Localized| {
            let (words, tag) = text.in_language(language.tag());
            language.is_that_of(tag).then(|| words.to_owned())
        };
        let named = unit.and_then(|unit| in_language(&unit.the).zip(in_language(&unit.this)));
        Voice::new(language, named.map(|(the, this)| language::Unit::new(the, this)))
    }
}
