//! How a language writes numbers, lists, dates and quotations.

use super::{Key, Language, key};
use crate::date::{PartialDate, Period};
use crate::ratio::Percent;
use crate::text::one_line;

/// The names of the months, in order.
const MONTHS: [Key; 12] = [
    key!("month.1"),
    key!("month.2"),
    key!("month.3"),
    key!("month.4"),
    key!("month.5"),
    key!("month.6"),
    key!("month.7"),
    key!("month.8"),
    key!("month.9"),
    key!("month.10"),
    key!("month.11"),
    key!("month.12"),
];

impl Language {
    /// A number that has a point before its decimals, with the sign that the language has there.
    pub(crate) fn number(&self, number: &str) -> String {
        number.replace('.', self.text(key!("format.decimal_sign")))
    }

    /// A share with its sign: `79.6 %`.
    pub(crate) fn percent(&self, percent: Percent) -> String {
        let number = self.number(&percent.to_string());
        self.fill(key!("format.percent"), &[("number", &number)])
    }

    /// A share, and of how many it is the share: `79.6 % (43 of 54)`.
    pub(crate) fn share(&self, percent: Percent, part: u32, whole: u32) -> String {
        let (percent, part, whole) =
            (self.number(&percent.to_string()), part.to_string(), whole.to_string());
        let values = [("percent", &*percent), ("part", &*part), ("whole", &*whole)];
        self.fill(key!("format.share"), &values)
    }

    /// What lies between two shares: `33.3 to 50.0 %`.
    pub(crate) fn range(&self, lowest: Percent, highest: Percent) -> String {
        let (lowest, highest) =
            (self.number(&lowest.to_string()), self.number(&highest.to_string()));
        self.fill(key!("format.range"), &[("lowest", &lowest), ("highest", &highest)])
    }

    /// The texts that are not empty, with what `link` has between `{one}` and `{next}` between two.
    pub(crate) fn join<T: AsRef<str>>(
        &self,
        link: Key,
        texts: impl IntoIterator<Item = T>,
    ) -> String {
        let link = self.link(link);
        let mut joined = String::new();
        for text in texts {
            let text = text.as_ref();
            if !joined.is_empty() && !text.is_empty() {
                joined.push_str(link);
            }
            joined.push_str(text);
        }
        joined
    }

    /// Appends alternative names in the spelling of a file: `` `a`, `b` or `c` ``.
    pub(crate) fn one_of(&self, names: &[String], into: &mut String) {
        let last = names.len().saturating_sub(1);
        for (index, name) in names.iter().enumerate() {
            if index > 0 {
                let is_last = index == last;
                let link = if is_last { key!("format.or") } else { key!("format.names") };
                into.push_str(self.link(link));
            }
            into.push('`');
            into.push_str(&one_line(name));
            into.push('`');
        }
    }

    /// What a text has between `{one}` and `{next}`.
    pub(crate) fn link(&self, key: Key) -> &'static str {
        let text = self.text(key);
        let link = text.strip_prefix("{one}").and_then(|link| link.strip_suffix("{next}"));
        link.unwrap_or(text)
    }

    /// A label as it is written within a sentence: its first letter is small.
    pub(crate) fn within(label: &str) -> String {
        let mut letters = label.chars();
        letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
    }

    /// A period as people write it: `July 2020 to June 2021`.
    pub(crate) fn period(&self, period: Period) -> String {
        let since = self.date(period.since());
        if period.is_one_date() {
            return since;
        }
        let until = self.date(period.until());
        self.fill(key!("format.period"), &[("since", &since), ("until", &until)])
    }

    /// A date as people write it: `11 January 2022`.
    pub(crate) fn date(&self, date: PartialDate) -> String {
        let year = date.year().to_string();
        let month = date.month().and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?));
        let month = month.map(|month| self.text(*month));
        match (month, date.day()) {
            (Some(month), Some(day)) => {
                let day = day.to_string();
                let values = [("day", &*day), ("month", month), ("year", &*year)];
                self.fill(key!("format.day"), &values)
            }
            (Some(month), None) => {
                self.fill(key!("format.month"), &[("month", month), ("year", &year)])
            }
            (None, _) => year,
        }
    }
}
