//! What a rendered profile says, and in which order: counts and sentences first, figures last.

mod domain;
mod figures;

use super::page::{Block, Column, Item, Page, Table};
use crate::date::PartialDate;
use crate::language::{Key, Language, key};
use crate::profile::{Counts, Profile};
use crate::responses::ResponseSet;
use crate::text::primary_language;

pub(super) fn of(profile: &Profile, language: &str) -> Page {
    let outline = Outline {
        profile,
        set: profile.assessment().responses(),
        language,
        words: Language::of(language),
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
    words: &'static Language,
}

impl Outline<'_> {
    fn page(&self) -> Page {
        let place = self.set.place();
        let mut blocks = vec![Block::Paragraph(
            self.profile.assessment().catalogue().title(self.language).to_owned(),
        )];
        self.banner(&mut blocks);
        self.front(&mut blocks);
        self.at_a_glance(&mut blocks);
        for domain in self.profile.domains() {
            self.domain(&domain, &mut blocks);
        }
        self.priorities(&mut blocks);
        self.queries(&mut blocks);
        self.figures(&mut blocks);
        self.sources(&mut blocks);
        blocks.push(Block::Heading(self.say(key!("page.notice"))));
        blocks.push(Block::Paragraph(self.profile.notice(self.language).to_owned()));
        self.banner(&mut blocks);
        let period = self.period();
        let values = [("place", place.name()), ("period", period.as_str())];
        Page { language: self.words.tag(), title: self.fill(key!("page.title"), &values), blocks }
    }

    fn banner(&self, blocks: &mut Vec<Block>) {
        if self.profile.is_illustrative() {
            let place = self.set.place();
            blocks.push(Block::Banner(self.fill(key!("page.banner"), &[("place", place.name())])));
        }
    }

    /// Place, round, and who took part.
    fn front(&self, blocks: &mut Vec<Block>) {
        let round = self.set.round();
        let mut items = Vec::new();
        let mut item = |title: Key, text: String| {
            if !text.is_empty() {
                let text = self.entry(self.words.text(title), &text);
                items.push(Item { text, ..Item::default() });
            }
        };
        let kind = within(round.kind().map(|kind| kind.label(self.language)));
        item(key!("page.round"), self.words.join(key!("format.parts"), [self.period(), kind]));
        let stage = self.profile.assessment().stage().label(self.language);
        item(key!("page.stage"), within(Some(stage)));
        item(key!("page.information_as_of"), self.date(round.information_as_of()));
        let institutions = self.set.respondents();
        let institutions: Vec<_> = institutions.map(|each| each.institution().to_owned()).collect();
        item(key!("page.respondents"), self.words.join(key!("format.items"), institutions));
        if let Some(approval) = self.set.approval() {
            let parts =
                [approval.body(), approval.act().unwrap_or_default(), &self.date(approval.date())];
            item(key!("page.approval"), self.words.join(key!("format.parts"), parts));
        }
        blocks.push(Block::Items(items));
        if let Some(context) = self.set.context() {
            blocks.push(Block::Heading(self.say(key!("page.context"))));
            blocks.push(Block::Paragraph(self.own_words(context)));
        }
    }

    fn at_a_glance(&self, blocks: &mut Vec<Block>) {
        let words = self.words;
        let counts = self.profile.counts();
        let number = |count: u32| count.to_string();
        blocks.push(Block::Heading(self.say(key!("page.at_a_glance"))));
        blocks.push(Block::Paragraph(self.fill(
            key!("page.glance"),
            &[
                ("indicators", &number(counts.indicators())),
                ("scored", &number(counts.scored())),
                ("context", &number(counts.context())),
                ("counting", &number(counts.counting())),
                ("answered", &number(counts.answered())),
                ("open", &number(counts.open())),
            ],
        )));
        let domains = self.profile.domains();
        let codes = domains.iter().map(|domain| Column::number(domain.code()));
        let columns = std::iter::once(Column::words(words.text(key!("page.matters"))))
            .chain(codes)
            .chain([Column::number(words.text(key!("page.all_domains")))])
            .collect();
        // Domains side by side, so that the kinds of matters keep their names in full.
        let row = |title: Key, count: fn(&Counts) -> u32| {
            let cells = domains.iter().map(|domain| number(count(domain.counts())));
            std::iter::once(self.say(title)).chain(cells).chain([number(count(counts))]).collect()
        };
        let rows = vec![
            row(key!("page.strengths"), Counts::strengths),
            row(key!("page.under_way"), Counts::under_way),
            row(key!("page.partly"), Counts::partly),
            row(key!("page.not_in_place"), Counts::not_in_place),
            row(key!("page.to_confirm"), Counts::open),
            row(key!("page.other_level"), Counts::not_a_local_competence),
            row(key!("page.not_here"), |counts| {
                counts.not_applicable_here().saturating_add(counts.not_asked())
            }),
            row(key!("page.context_answers"), Counts::context),
            row(key!("page.total"), Counts::indicators),
        ];
        blocks.push(Block::Table(Table { columns, rows }));
        blocks.push(Block::Paragraph(self.say(key!("page.rule_of_findings"))));
    }

    /// A text of the language.
    fn say(&self, key: Key) -> String {
        self.words.text(key).to_owned()
    }

    /// A text of the language, with values in its places.
    fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        self.words.fill(key, values)
    }

    /// Items under a heading, if there are any.
    fn items(&self, title: Key, items: Vec<Item>, blocks: &mut Vec<Block>) {
        if !items.is_empty() {
            blocks.push(Block::Heading(self.say(title)));
            blocks.push(Block::Items(items));
        }
    }

    /// A date as people write it; empty where there is none.
    fn date(&self, date: Option<PartialDate>) -> String {
        date.map_or_else(String::new, |date| self.words.date(date))
    }

    /// The period of the round as people write it; empty where there is none.
    fn period(&self) -> String {
        self.set.round().period().map_or_else(String::new, |period| self.words.period(period))
    }

    /// The place's own words beside an answer, quoted: they are not the catalogue's.
    fn account(&self, account: &str) -> String {
        self.own_words(&self.fill(key!("format.quote"), &[("words", account)]))
    }

    /// The place's own words where nobody else speaks; their language is named if it is another.
    fn own_words(&self, words: &str) -> String {
        let language = self.set.language();
        let is_same = primary_language(language).eq_ignore_ascii_case(self.words.tag());
        if is_same || language.is_empty() {
            return words.to_owned();
        }
        self.fill(key!("format.in_language"), &[("words", words), ("language", language)])
    }

    /// A title and what belongs to it, if there is anything.
    fn entry(&self, title: &str, text: &str) -> String {
        if text.is_empty() {
            return title.to_owned();
        }
        self.fill(key!("format.entry"), &[("title", title), ("text", text)])
    }

    /// A text with a remark in brackets, if there is one.
    fn noted(&self, text: &str, note: &str) -> String {
        if note.is_empty() {
            return text.to_owned();
        }
        self.fill(key!("format.noted"), &[("text", text), ("note", note)])
    }

    fn priorities(&self, blocks: &mut Vec<Block>) {
        let items: Vec<Item> = self
            .set
            .priorities()
            .map(|priority| {
                let status = priority.status().map(|status| status.label(self.language));
                let status = within(status);
                let parts = [
                    priority.responsible().unwrap_or_default(),
                    &self.date(priority.date()),
                    &status,
                ];
                let notes = self.words.join(key!("format.remarks"), parts);
                Item {
                    key: priority.indicator().to_owned(),
                    text: self.own_words(priority.action()),
                    notes: (!notes.is_empty()).then_some(notes).into_iter().collect(),
                }
            })
            .collect();
        self.items(key!("page.priorities"), items, blocks);
    }

    /// The questions that are still open.
    fn queries(&self, blocks: &mut Vec<Block>) {
        let open = self.set.queries().filter(|query| query.closed().is_none());
        let items: Vec<Item> = open
            .map(|query| Item {
                key: query.indicator().to_owned(),
                text: self.own_words(query.text()),
                notes: query
                    .addressee()
                    .map(|whom| self.fill(key!("page.query_to"), &[("whom", whom)]))
                    .into_iter()
                    .collect(),
            })
            .collect();
        self.items(key!("page.queries"), items, blocks);
    }

    fn sources(&self, blocks: &mut Vec<Block>) {
        let items: Vec<Item> = self
            .set
            .sources()
            .map(|source| {
                let kind = within(source.kind().map(|kind| kind.label(self.language)));
                let parts = [
                    kind.as_str(),
                    &self.date(source.date()),
                    source.address().unwrap_or_default(),
                ];
                let about = self.words.join(key!("format.parts"), parts);
                let text = self.noted(source.title(), &about);
                Item { key: source.id().to_owned(), text, notes: Vec::new() }
            })
            .collect();
        self.items(key!("page.sources"), items, blocks);
    }
}

/// A label as it is written within a sentence; nothing where there is no word.
fn within(label: Option<&str>) -> String {
    label.map_or_else(String::new, Language::within)
}
