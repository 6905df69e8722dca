//! What a page says in figures: a row for each domain, and for each area where areas are published, and
//! how the scheme reckons.

use super::super::page::{Block, Column, Id, Section, Table, Text};
use super::Outline;
use crate::language::{Key, key};
use crate::profile::{Counts, DomainProfile};
use crate::ratio::Ratio;
use crate::score::{Figures, Interval, Score};

impl Outline<'_> {
    pub(super) fn figures(&self) -> Section {
        let domains = self.profile.domains();
        let mut rows: Vec<Vec<Text>> = domains
            .iter()
            .map(|domain| {
                let title = self.catalogue_words(domain.domain().title_text());
                self.row(title, domain.figures(), domain.counts())
            })
            .collect();
        if let Some(overall) = self.profile.overall() {
            rows.push(self.row(self.say(key!("page.all_domains")), overall, self.profile.counts()));
        }
        let scheme = self.profile.scheme();
        let title = self.catalogue_words(scheme.title_text());
        let description = self.catalogue_words(scheme.description_text());
        let values = [("title", &title), ("description", &description)];
        let blocks = vec![
            Block::Paragraph(self.say(key!("page.figures_intro"))),
            Block::Table(self.table_of_figures(key!("page.domain"), rows)),
            Block::Paragraph(self.fill(key!("page.scheme"), &values)),
        ];
        let mut section = Section::new(Id::new("figures"), self.say(key!("page.figures")), blocks);
        section.sections.extend(self.figures_of_areas(&section.id, &domains));
        section
    }

    /// The figures of all areas, where the scheme publishes them.
    fn figures_of_areas(&self, within: &Id, domains: &[DomainProfile]) -> Option<Section> {
        if !self.profile.scheme().publishes_subdomains() {
            return None;
        }
        let areas = domains.iter().flat_map(DomainProfile::subdomains);
        let rows = areas.map(|area| {
            let title = self.catalogue_words(area.subdomain().title_text());
            let values = [("code", &Text::code(area.code())), ("title", &title)];
            let title = self.fill(key!("format.section"), &values);
            self.row(title, &area.figures(), &area.counts())
        });
        let table = Block::Table(self.table_of_figures(key!("page.area"), rows.collect()));
        let title = self.say(key!("page.figures_by_area"));
        Some(Section::new(within.within("areas"), title, vec![table]))
    }

    /// A row for each thing that has figures.
    fn table_of_figures(&self, of: Key, rows: Vec<Vec<Text>>) -> Table {
        let columns = [
            of,
            key!("page.score"),
            key!("page.interval"),
            key!("page.coverage"),
            key!("page.reach"),
            key!("page.band"),
        ];
        Table { columns: columns.map(|title| Column::words(self.say(title))).into(), rows }
    }

    fn row(&self, title: Text, figures: &Figures, counts: &Counts) -> Vec<Text> {
        let none = || self.say(key!("format.none"));
        let share_of = |share: Option<Ratio>, part: u32, whole: u32| {
            let share = share.map(|share| self.words.share(share.percent(), part, whole));
            share.map_or_else(none, |share| Text::number(&share))
        };
        let interval = figures.interval().map_or_else(none, |interval| self.range(interval));
        let (score, band) = match figures.score() {
            Score::Published { value, band } => {
                let others = figures.possible_bands(self.profile.scheme()).iter();
                let others = others.filter(|other| other.id() != band.id());
                let others = others.map(|other| self.catalogue_words(other.label_text()));
                let others = self.join(key!("format.items"), others);
                let band = self.catalogue_words(band.label_text());
                let band = if others.is_empty() {
                    band
                } else {
                    self.fill(key!("page.also_possible"), &[("band", &band), ("others", &others)])
                };
                (Text::number(&self.words.percent(value.percent())), band)
            }
            Score::Withheld { reasons } => {
                let reasons = reasons.iter();
                let reasons = reasons.map(|reason| Text::said(&reason.label(self.language)));
                (self.say(key!("page.no_figure")), self.join(key!("format.items"), reasons))
            }
        };
        vec![
            title,
            score,
            interval,
            share_of(figures.coverage(), counts.answered(), counts.counting()),
            share_of(figures.reach(), counts.counting(), counts.scored()),
            band,
        ]
    }

    fn range(&self, interval: Interval) -> Text {
        let (lowest, highest) = (interval.lowest().percent(), interval.highest().percent());
        Text::number(&if interval.lowest() == interval.highest() {
            self.words.percent(lowest)
        } else {
            self.words.range(lowest, highest)
        })
    }
}
