//! What follows the domains: priorities, open questions, sources, and the notice.

use super::super::page::{Block, Id, Item, Section, Text};
use super::Outline;
use crate::catalogue::Indicator;
use crate::language::key;

impl Outline<'_> {
    pub(super) fn priorities(&self) -> Option<Section> {
        let items = self.set.priorities().map(|priority| {
            let status = priority.status().map(|status| status.label(self.language));
            let responsible = self.own(priority.responsible().unwrap_or_default());
            let parts = [responsible, self.date(priority.date()), Self::label(status)];
            let notes = self.join(key!("format.remarks"), parts);
            Item {
                id: None,
                key: self.shown_code(priority.indicator()),
                text: self.own_words(priority.action()),
                notes: Some(notes).into_iter().filter(|notes| !notes.is_empty()).collect(),
            }
        });
        self.listed("priorities", key!("page.priorities"), items.collect())
    }

    /// The questions that are still open.
    pub(super) fn queries(&self) -> Option<Section> {
        let open = self.set.queries().filter(|query| query.closed().is_none());
        let items = open.map(|query| {
            let whom = query.addressee().map(|whom| self.own(whom));
            let whom = whom.map(|whom| self.fill(key!("page.query_to"), &[("whom", &whom)]));
            Item {
                id: None,
                key: self.shown_code(query.indicator()),
                text: self.own_words(query.text()),
                notes: whom.into_iter().collect(),
            }
        });
        self.listed("queries", key!("page.queries"), items.collect())
    }

    /// What readers see for the indicator with this code.
    fn shown_code(&self, code: &str) -> Text {
        let indicator = self.profile.assessment().catalogue().indicator(code);
        Text::code(indicator.map_or(code, Indicator::shown_code))
    }

    pub(super) fn sources(&self) -> Option<Section> {
        let items = self.set.sources().map(|source| {
            let kind = Self::label(source.kind().map(|kind| kind.label(self.language)));
            let address = self.own(source.address().unwrap_or_default());
            let parts = [kind, self.date(source.date()), address];
            let about = self.join(key!("format.parts"), parts);
            Item {
                id: Some(source_id(source.id())),
                key: Text::code(source.id()),
                text: self.noted(self.own(source.title()), &about),
                notes: Vec::new(),
            }
        });
        self.listed("sources", key!("page.sources"), items.collect())
    }

    pub(super) fn notice(&self) -> Section {
        let notice = self.profile.assessment().catalogue().notice_text();
        let mut blocks = vec![Block::Paragraph(self.catalogue_words(notice))];
        blocks.extend(self.banner());
        Section::new(Id::new("notice"), self.say(key!("page.notice")), blocks)
    }
}

/// The id under which the list of sources shows a source, so that citations can link to it.
pub(super) fn source_id(id: &str) -> Id {
    Id::new("source").within(id)
}
