//! Edits of what a set says of the place and of its round besides answers.

use super::Editor;
use super::rows::{
    ACRONYMS, NewHeadcount, NewWorkshop, ORIGINS, Places, RESPONDENTS, Table, WORKSHOPS,
};
use crate::document::declare::Declared as _;
use crate::document::responses::{
    DemographyEntry, ExchangeEntry, HeadcountEntry, HighlightsEntry, ProcessEntry,
};
use crate::json::{Json, json_object};

impl Editor {
    /// The id of the respondent whose part the set is.
    pub fn part_of(mut self, respondent: &str) -> Self {
        self.root.set("by", respondent.into());
        self
    }

    /// The roles that a respondent fills: keys of the catalogue's vocabulary `ask`.
    pub fn answers_for(self, id: &str, roles: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        self.row(&RESPONDENTS, &json_object! {"id": id, "answers_for": texts(roles)})
    }

    /// The ids that a respondent had in the round before.
    pub fn formerly(self, id: &str, ids: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        self.row(&RESPONDENTS, &json_object! {"id": id, "formerly": texts(ids)})
    }

    /// What an acronym of the place's texts stands for.
    pub fn acronym(self, acronym: &str, meaning: &str) -> Self {
        self.row(&ACRONYMS, &json_object! {"acronym": acronym, "meaning": meaning})
    }

    /// What the place chose to show first: codes of indicators under what is well developed, and
    /// under what can be developed further.
    pub fn highlights(
        self,
        strengths: impl IntoIterator<Item = impl AsRef<str>>,
        openings: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> Self {
        let highlights = json_object! {"strengths": texts(strengths), "openings": texts(openings)};
        self.change("highlights", HighlightsEntry::KIND.names, &highlights)
    }

    /// The place takes part in the exchange between places: it is counted there, and not named.
    pub fn join_exchange(self) -> Self {
        self.exchange(&json_object! {"take_part": true, "be_named": false})
    }

    /// The place takes part in the exchange between places and may be named, with the office to
    /// which others turn.
    pub fn join_exchange_by_name(self, office: &str) -> Self {
        self.exchange(&json_object! {"take_part": true, "be_named": true, "office": office})
    }

    /// The place does not take part in the exchange between places, and is not named.
    pub fn leave_exchange(self) -> Self {
        self.exchange(&json_object! {"take_part": false, "be_named": false})
    }

    fn exchange(self, members: &Json) -> Self {
        self.change("exchange", ExchangeEntry::KIND.names, members)
    }

    /// How the answers were gathered and reviewed.
    pub fn process_account(self, account: &str) -> Self {
        self.change("process", ProcessEntry::KIND.names, &json_object! {"account": account})
    }

    /// A workshop. One of the same kind on the same date is that workshop.
    pub fn workshop(self, workshop: &NewWorkshop) -> Self {
        self.row_in("process", ProcessEntry::KIND.names, &WORKSHOPS, &workshop.row())
    }

    /// All who live in the place. It replaces the number that was there, with its date and source.
    pub fn population(self, headcount: &NewHeadcount) -> Self {
        self.headcount("population", headcount)
    }

    /// Those who live in the place and were born in another country. It replaces the number that was
    /// there, with its date and source.
    pub fn foreign_born(self, headcount: &NewHeadcount) -> Self {
        self.headcount("foreign_born", headcount)
    }

    /// A country from which people come, in ISO 3166-1. It replaces the number that was there for
    /// the country, with its date and source.
    pub fn origin(self, country: &str, headcount: &NewHeadcount) -> Self {
        let row = headcount.members().clone().with("country", country);
        self.row_in("demography", DemographyEntry::KIND.names, &ORIGINS, &row)
    }

    fn headcount(mut self, name: &str, headcount: &NewHeadcount) -> Self {
        let demography = self.root.entry("demography").open(DemographyEntry::KIND.names);
        let known = demography.entry(name).open(HeadcountEntry::KIND.names);
        // A number is one statement: another one is not that of the source that gave the first.
        known.replace_each(HeadcountEntry::KIND.names, headcount.members());
        self
    }

    /// Replaces members of a row of a table inside an object, or adds the row.
    fn row_in(
        mut self,
        name: &str,
        order: &'static [&'static str],
        table: &'static Table,
        row: &Json,
    ) -> Self {
        let rows = self.root.entry(name).open(order).entry(table.name).open_list();
        let places = self.places.entry(table.name).or_insert_with(|| Places::of(table, rows));
        table.write(rows, places, row);
        self
    }
}

fn texts(texts: impl IntoIterator<Item = impl AsRef<str>>) -> Json {
    Json::list(texts.into_iter().map(|text| Json::from(text.as_ref())))
}
