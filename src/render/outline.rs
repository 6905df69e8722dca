//! What a rendered profile says, and in which order: counts and sentences first, figures last.
//!
//! One file for each part: `front` (who, when, at a glance), `domain` (its matters), `figures`, and
//! `annex` (priorities, open questions, sources, notice).

mod annex;
mod domain;
mod figures;
mod front;

use super::page::{Block, Id, Item, Page, Section, Text, is_same_language};
use crate::catalogue::Localized;
use crate::date::PartialDate;
use crate::language::{Key, Language, Voice, key};
use crate::profile::Profile;
use crate::responses::ResponseSet;

pub(super) fn of(profile: &Profile, language: &str) -> Page {
    let outline = Outline {
        profile,
        set: profile.assessment().responses(),
        language,
        words: profile.assessment().catalogue().voice(language),
    };
    outline.page()
}

struct Outline<'p> {
    profile: &'p Profile,
    set: &'p ResponseSet,
    /// The tag that the caller gave: the catalogue may have texts in a language that the engine
    /// does not have.
    language: &'p str,
    /// The language of what the engine says.
    words: Voice,
}

impl Outline<'_> {
    fn page(&self) -> Page {
        let mut blocks = vec![Block::Paragraph(
            self.catalogue_words(self.profile.assessment().catalogue().title_text()),
        )];
        blocks.extend(self.banner());
        blocks.push(self.front());
        let mut sections: Vec<Section> = self.context().into_iter().collect();
        sections.push(self.at_a_glance());
        sections.extend(self.profile.domains().iter().map(|domain| self.domain(domain)));
        sections.extend(self.priorities());
        sections.extend(self.queries());
        sections.push(self.figures());
        sections.extend(self.sources());
        sections.push(self.notice());
        Page { language: self.words.tag(), title: self.title(), blocks, sections }
    }

    /// That the answers are made up, where they are.
    fn banner(&self) -> Option<Block> {
        let place = self.own(self.set.place().name());
        let banner = || Block::Banner(self.fill(key!("page.banner"), &[("place", &place)]));
        self.profile.is_illustrative().then(banner)
    }

    /// Items under a title, if there are any.
    fn listed(&self, id: &str, title: Key, items: Vec<Item>) -> Option<Section> {
        let is_empty = items.is_empty();
        let section = || Section::new(Id::new(id), self.say(title), vec![Block::Items(items)]);
        (!is_empty).then(section)
    }

    /// A text of the engine.
    fn say(&self, key: Key) -> Text {
        Text::said(&self.words.text(key))
    }

    /// A text of the engine, with values in its places.
    fn fill(&self, key: Key, values: &[(&str, &Text)]) -> Text {
        Text::filled(&self.words, key, values)
    }

    fn join(&self, link: Key, texts: impl IntoIterator<Item = Text>) -> Text {
        Text::joined(&self.words, link, texts)
    }

    /// The label of a word as it is written within a sentence; nothing where there is no word.
    fn label(label: Option<&str>) -> Text {
        label.map_or_else(Text::default, |label| Text::said(&Language::within(label)))
    }

    /// A date as people write it; nothing where there is none.
    fn date(&self, date: Option<PartialDate>) -> Text {
        date.map_or_else(Text::default, |date| Text::number(&self.words.date(date)))
    }

    /// The period of the round as people write it; nothing where there is none.
    fn period(&self) -> Text {
        let period = self.set.round().period();
        period.map_or_else(Text::default, |period| Text::number(&self.words.period(period)))
    }

    /// Words of the catalogue, in the language in which it has them.
    fn catalogue_words(&self, text: &Localized) -> Text {
        let (words, language) = text.in_language(self.language);
        Text::words(words, language)
    }

    /// Words of the place, such as a name.
    fn own(&self, words: &str) -> Text {
        Text::words(words, self.set.language())
    }

    /// The place's own words in a list that holds nothing else, without quotation marks. Their
    /// language is named if it is not that of the page.
    fn own_words(&self, words: &str) -> Text {
        self.with_language(self.own(words))
    }

    /// The place's own words beside an answer, quoted: they are not the catalogue's.
    fn account(&self, account: &str) -> Text {
        self.with_language(self.fill(key!("format.quote"), &[("words", &self.own(account))]))
    }

    /// A text of the place, with the name of its language if that is not the page's.
    fn with_language(&self, words: Text) -> Text {
        let language = self.set.language();
        if language.is_empty() || is_same_language(language, self.words.tag()) {
            return words;
        }
        let values = [("words", &words), ("language", &Text::code(language))];
        self.fill(key!("format.in_language"), &values)
    }

    /// A title, a colon and a text; the title alone if the text is empty.
    fn entry(&self, title: Text, text: &Text) -> Text {
        if text.is_empty() {
            return title;
        }
        self.fill(key!("format.entry"), &[("title", &title), ("text", text)])
    }

    /// A text with a remark in brackets, if there is one.
    fn noted(&self, text: Text, note: &Text) -> Text {
        if note.is_empty() {
            return text;
        }
        self.fill(key!("format.noted"), &[("text", &text), ("note", note)])
    }
}
