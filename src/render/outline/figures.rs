//! What a page says in figures: a row for each domain, and how the scheme reckons.

use super::super::page::{Block, Column, Table};
use super::Outline;
use crate::language::key;
use crate::profile::Counts;
use crate::ratio::Ratio;
use crate::score::{Figures, Interval, Score};

impl Outline<'_> {
    pub(super) fn figures(&self, blocks: &mut Vec<Block>) {
        let words = self.words;
        blocks.push(Block::Heading(self.say(key!("page.figures"))));
        blocks.push(Block::Paragraph(self.say(key!("page.figures_intro"))));
        let columns = [
            words.text(key!("page.domain")),
            words.text(key!("page.score")),
            words.text(key!("page.interval")),
            words.text(key!("page.coverage")),
            words.text(key!("page.reach")),
            words.text(key!("page.band")),
        ];
        let mut rows: Vec<Vec<String>> = self
            .profile
            .domains()
            .iter()
            .map(|domain| self.row(domain.title(self.language), domain.figures(), domain.counts()))
            .collect();
        if let Some(overall) = self.profile.overall() {
            rows.push(self.row(
                words.text(key!("page.all_domains")),
                overall,
                self.profile.counts(),
            ));
        }
        let columns = columns.map(Column::words).into();
        blocks.push(Block::Table(Table { columns, rows }));
        let scheme = self.profile.scheme();
        let (title, description) = (scheme.title(self.language), scheme.description(self.language));
        let values = [("title", title), ("description", description)];
        blocks.push(Block::Paragraph(self.fill(key!("page.scheme"), &values)));
    }

    fn row(&self, title: &str, figures: &Figures, counts: &Counts) -> Vec<String> {
        let words = self.words;
        let none = || self.say(key!("format.none"));
        let share_of = |share: Option<Ratio>, part: u32, whole: u32| {
            share.map_or_else(none, |share| words.share(share.percent(), part, whole))
        };
        let interval = figures.interval().map_or_else(none, |interval| self.range(interval));
        let (score, band) = match figures.score() {
            Score::Published { value, band } => {
                let others: Vec<&str> = figures
                    .possible_bands(self.profile.scheme())
                    .iter()
                    .filter(|other| other.id() != band.id())
                    .map(|other| other.label(self.language))
                    .collect();
                let band = band.label(self.language);
                let band = if others.is_empty() {
                    band.to_owned()
                } else {
                    let others = words.join(key!("format.items"), others);
                    self.fill(key!("page.also_possible"), &[("band", band), ("others", &others)])
                };
                (words.percent(value.percent()), band)
            }
            Score::Withheld { reasons } => {
                let reasons = reasons.iter().map(|reason| reason.label(self.language));
                (self.say(key!("page.no_figure")), words.join(key!("format.items"), reasons))
            }
        };
        vec![
            title.to_owned(),
            score,
            interval,
            share_of(figures.coverage(), counts.answered(), counts.counting()),
            share_of(figures.reach(), counts.counting(), counts.scored()),
            band,
        ]
    }

    fn range(&self, interval: Interval) -> String {
        let (lowest, highest) = (interval.lowest().percent(), interval.highest().percent());
        if interval.lowest() == interval.highest() {
            return self.words.percent(lowest);
        }
        self.words.range(lowest, highest)
    }
}
