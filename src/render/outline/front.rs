//! The front of a page: place, round, who took part, and everything at a glance.

use super::super::page::{Block, Column, Id, Item, Section, Table, Text};
use super::Outline;
use crate::language::{Key, key};
use crate::profile::Counts;

impl Outline<'_> {
    pub(super) fn title(&self) -> Text {
        let (place, period) = (self.own(self.set.place().name()), self.period());
        self.fill(key!("page.title"), &[("place", &place), ("period", &period)])
    }

    /// Round, stage, and who took part.
    pub(super) fn front(&self) -> Block {
        let round = self.set.round();
        let mut items = Vec::new();
        let mut item = |title: Key, text: Text| {
            if !text.is_empty() {
                items.push(Item { text: self.entry(self.say(title), &text), ..Item::default() });
            }
        };
        let kind = Self::label(round.kind().map(|kind| kind.label(self.language)));
        item(key!("page.round"), self.join(key!("format.parts"), [self.period(), kind]));
        let stage = self.profile.assessment().stage().label(self.language);
        item(key!("page.stage"), Self::label(Some(stage)));
        item(key!("page.information_as_of"), self.date(round.information_as_of()));
        let institutions = self.set.respondents();
        let institutions = institutions.map(|each| self.own(each.institution()));
        item(key!("page.respondents"), self.join(key!("format.items"), institutions));
        if let Some(approval) = self.set.approval() {
            let act = self.own(approval.act().unwrap_or_default());
            let parts = [self.own(approval.body()), act, self.date(approval.date())];
            item(key!("page.approval"), self.join(key!("format.parts"), parts));
        }
        Block::Items(items)
    }

    pub(super) fn context(&self) -> Option<Section> {
        let context = Block::Paragraph(self.own_words(self.set.context()?));
        Some(Section::new(Id::new("context"), self.say(key!("page.context")), vec![context]))
    }

    pub(super) fn at_a_glance(&self) -> Section {
        let counts = self.profile.counts();
        let values = [
            ("indicators", counts.indicators()),
            ("scored", counts.scored()),
            ("context", counts.context()),
            ("counting", counts.counting()),
            ("answered", counts.answered()),
            ("open", counts.open()),
        ];
        let values = values.map(|(name, count)| (name, Text::number(&count)));
        let values = values.each_ref().map(|(name, count)| (*name, count));
        let blocks = vec![
            Block::Paragraph(self.fill(key!("page.glance"), &values)),
            Block::Table(self.counts()),
            Block::Paragraph(self.say(key!("page.rule_of_findings"))),
        ];
        Section::new(Id::new("glance"), self.say(key!("page.at_a_glance")), blocks)
    }

    /// How many matters have each finding or standing. Each domain is a column, so that the long names
    /// of findings fit into the first one.
    fn counts(&self) -> Table {
        let domains = self.profile.domains();
        let codes = domains.iter().map(|domain| Column::number(Text::code(domain.code())));
        let columns = std::iter::once(Column::words(self.say(key!("page.matters"))))
            .chain(codes)
            .chain([Column::number(self.say(key!("page.all_domains")))])
            .collect();
        let row = |title: Key, count: fn(&Counts) -> u32| {
            let cells = domains.iter().map(|domain| Text::number(&count(domain.counts())));
            let all = Text::number(&count(self.profile.counts()));
            std::iter::once(self.say(title)).chain(cells).chain([all]).collect()
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
        Table { columns, rows }
    }
}
