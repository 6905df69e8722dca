//! The words of rendered profiles, by language: one file each.

mod english;
mod spanish;

use crate::date::PartialDate;
use crate::document::labels;

/// Everything that a rendered profile says by itself. Places for values stand in braces.
#[derive(Debug)]
pub(super) struct Words {
    /// The BCP 47 tag.
    pub(super) language: &'static str,
    pub(super) profile_of: &'static str,
    pub(super) banner: &'static str,

    pub(super) round: &'static str,
    pub(super) stage: &'static str,
    pub(super) information_as_of: &'static str,
    pub(super) respondents: &'static str,
    pub(super) approval: &'static str,
    pub(super) context: &'static str,

    pub(super) at_a_glance: &'static str,
    pub(super) glance: &'static str,
    pub(super) matters: &'static str,
    pub(super) not_here: &'static str,
    pub(super) total: &'static str,
    pub(super) all_domains: &'static str,
    pub(super) rule_of_findings: &'static str,

    pub(super) strengths_list: &'static str,
    pub(super) under_way_list: &'static str,
    pub(super) partly_list: &'static str,
    pub(super) not_in_place_list: &'static str,
    pub(super) other_level_list: &'static str,
    pub(super) not_applicable_list: &'static str,
    pub(super) not_asked_list: &'static str,
    pub(super) to_confirm_list: &'static str,
    pub(super) context_list: &'static str,
    pub(super) nothing_answered: &'static str,

    pub(super) first_step: &'static str,
    pub(super) in_territory: &'static str,
    pub(super) legal_basis: &'static str,
    pub(super) reason: &'static str,
    pub(super) asked: &'static str,
    pub(super) restricted_by: &'static str,
    pub(super) unanswered: &'static str,
    pub(super) undecided: &'static str,
    pub(super) not_asked: &'static str,
    /// The place's own words beside an answer, and their language if it is another.
    pub(super) quoted: &'static str,

    pub(super) priorities: &'static str,
    pub(super) queries: &'static str,
    pub(super) query_to: &'static str,

    pub(super) figures: &'static str,
    pub(super) figures_intro: &'static str,
    pub(super) domain: &'static str,
    pub(super) score: &'static str,
    pub(super) interval: &'static str,
    pub(super) coverage: &'static str,
    pub(super) reach: &'static str,
    pub(super) band: &'static str,
    pub(super) share_of: &'static str,
    pub(super) range: &'static str,
    pub(super) no_figure: &'static str,
    pub(super) also_possible: &'static str,
    pub(super) scheme: &'static str,

    pub(super) nothing_counts: &'static str,
    pub(super) nothing_is_answered: &'static str,
    pub(super) below_coverage: &'static str,
    pub(super) below_reach: &'static str,
    pub(super) below_answered: &'static str,
    pub(super) of_subdomain: &'static str,

    pub(super) sources: &'static str,
    pub(super) notice: &'static str,

    /// The names of the months, in order.
    pub(super) months: [&'static str; 12],
    pub(super) month_of: &'static str,
    pub(super) day_of: &'static str,
    pub(super) from_to: &'static str,
}

impl Words {
    /// A date or period of ISO 8601 as people write it. What is neither stays as it is.
    pub(super) fn date(&self, text: &str) -> String {
        match text.split_once('/') {
            Some((since, until)) => {
                let (since, until) = (self.date(since), self.date(until));
                fill(self.from_to, &[("since", &since), ("until", &until)])
            }
            None => PartialDate::parse(text)
                .map_or_else(|| text.to_owned(), |date| self.partial_date(date)),
        }
    }

    /// What people read for a word of a kind, as it stands within a sentence; nothing for no word.
    pub(super) fn label(&self, kind: &str, word: Option<&str>) -> String {
        word.map_or_else(String::new, |word| labels::label_within(self.language, kind, word))
    }

    fn partial_date(&self, date: PartialDate) -> String {
        let year = date.year().to_string();
        let month = date
            .month()
            .and_then(|month| self.months.get(usize::from(month).saturating_sub(1)).copied());
        match (month, date.day()) {
            (Some(month), Some(day)) => {
                let day = day.to_string();
                fill(self.day_of, &[("day", &day), ("month", month), ("year", &year)])
            }
            (Some(month), None) => fill(self.month_of, &[("month", month), ("year", &year)]),
            (None, _) => year,
        }
    }
}

/// The words of a language; English where there are none of its own.
pub(super) fn of(language: &str) -> &'static Words {
    labels::by_language(language, &english::WORDS, &spanish::WORDS)
}

/// Puts `values` into the places of a template, in one pass, so that braces in a value are left
/// alone.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else { break };
        filled.push_str(
            values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value),
        );
        rest = after;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_the_language_does() {
        let (english, spanish) = (of("en"), of("es-PA"));
        assert_eq!(spanish.date("2022-01-11"), "11 de enero de 2022");
        assert_eq!(english.date("2022-01-11"), "11 January 2022");
        assert_eq!(spanish.date("2020-07/2021-06"), "julio de 2020 a junio de 2021");
        assert_eq!(english.date("2021"), "2021");
        assert_eq!(english.date("soon"), "soon");
    }
}
