//! Rows of the tables of a response set.

use indexmap::IndexMap;

use super::written;
use crate::date::PartialDate;
use crate::document::declare::Declared as _;
use crate::document::responses::{
    AcronymRow, OriginRow, PriorityEntry, PriorityStatus, QueryEntry, RespondentEntry, Sector,
    SourceKind, SourceRow, WorkshopKind, WorkshopRow,
};
use crate::json::{Json, json_object};
use crate::tree::Composed;

/// A table, and what tells its rows from one another.
#[derive(Debug)]
pub(super) struct Table {
    /// The member that has the rows.
    pub(super) name: &'static str,
    /// The members whose texts no two rows share.
    keys: &'static [&'static str],
    order: &'static [&'static str],
    /// Whether a row is one statement, which another one replaces whole: a number with its date and
    /// source.
    is_statement: bool,
}

pub(super) static RESPONDENTS: Table =
    Table::new("respondents", &["id"], RespondentEntry::KIND.names);
pub(super) static SOURCES: Table = Table::new("sources", &["id"], SourceRow::KIND.names);
pub(super) static QUERIES: Table =
    Table::new("queries", &["indicator", "text"], QueryEntry::KIND.names);
pub(super) static PRIORITIES: Table =
    Table::new("priorities", &["indicator", "action"], PriorityEntry::KIND.names);

pub(super) static ACRONYMS: Table = Table::new("acronyms", &["acronym"], AcronymRow::KIND.names);
pub(super) static WORKSHOPS: Table =
    Table::new("workshops", &["date", "kind"], WorkshopRow::KIND.names);
pub(super) static ORIGINS: Table =
    Table { is_statement: true, ..Table::new("origins", &["country"], OriginRow::KIND.names) };

impl Table {
    const fn new(
        name: &'static str,
        keys: &'static [&'static str],
        order: &'static [&'static str],
    ) -> Self {
        Self { name, keys, order, is_statement: false }
    }

    /// Replaces the members that `row` names in the row with its keys, or adds a row. Of one
    /// statement, what `row` does not name goes.
    pub(super) fn write(&self, rows: &mut Vec<Composed>, places: &mut Places, row: &Json) {
        let keys = self.keys.iter().map(|key| row[*key].as_str().unwrap_or_default().to_owned());
        let place = *places.0.entry(keys.collect()).or_insert(rows.len());
        if place == rows.len() {
            rows.push(Composed::default());
        }
        if let Some(known) = rows.get_mut(place) {
            let known = known.open(self.order);
            if self.is_statement {
                known.replace_each(self.order, row);
            } else {
                known.set_each(row);
            }
        }
    }
}

/// The places of rows in their table, by their keys. If several rows have the same, it is the first.
#[derive(Clone, Debug)]
pub(super) struct Places(IndexMap<Vec<String>, usize>);

impl Places {
    pub(super) fn of(table: &Table, rows: &[Composed]) -> Self {
        let mut places = IndexMap::new();
        for (place, row) in rows.iter().enumerate() {
            let keys = table.keys.iter().map(|key| row.text_of(key).map(str::to_owned));
            // No edit can mean a row that lacks one of them.
            if let Some(keys) = keys.collect::<Option<Vec<String>>>() {
                places.entry(keys).or_insert(place);
            }
        }
        Self(places)
    }
}

/// A document, page, interview or visit for [`Editor::source`](super::Editor::source).
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct NewSource(Json);

impl NewSource {
    /// A source with this title.
    pub fn new(title: &str, kind: SourceKind) -> Self {
        Self(json_object! {"title": title, "kind": kind.name()})
    }

    /// Its date.
    pub fn date(self, date: PartialDate) -> Self {
        Self(self.0.with("date", written(date)))
    }

    /// Its address in the web.
    pub fn address(self, address: &str) -> Self {
        Self(self.0.with("address", address))
    }

    pub(super) fn row(&self, id: &str) -> Json {
        self.0.clone().with("id", id)
    }
}

/// A pending question for [`Editor::query`](super::Editor::query).
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct NewQuery(Json);

impl NewQuery {
    /// A question about the indicator with this code.
    pub fn new(indicator: &str, text: &str) -> Self {
        Self(json_object! {"indicator": indicator, "text": text})
    }

    /// Whom it was put to.
    pub fn to(self, whom: &str) -> Self {
        Self(self.0.with("to", whom))
    }

    /// When it was raised.
    pub fn raised(self, date: PartialDate) -> Self {
        Self(self.0.with("raised", written(date)))
    }

    /// When it was closed, and how it was resolved.
    pub fn closed(self, date: PartialDate, resolution: &str) -> Self {
        Self(self.0.with("closed", written(date)).with("resolution", resolution))
    }

    pub(super) fn row(&self) -> &Json {
        &self.0
    }
}

/// What a place decided to do, for [`Editor::priority`](super::Editor::priority).
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct NewPriority(Json);

impl NewPriority {
    /// An action about the indicator with this code.
    pub fn new(indicator: &str, action: &str) -> Self {
        Self(json_object! {"indicator": indicator, "action": action})
    }

    /// The id by which a later round names it.
    pub fn id(self, id: &str) -> Self {
        Self(self.0.with("id", id))
    }

    /// The office that is responsible.
    pub fn responsible(self, office: &str) -> Self {
        Self(self.0.with("responsible", office))
    }

    /// When it is to be done.
    pub fn date(self, date: PartialDate) -> Self {
        Self(self.0.with("date", written(date)))
    }

    /// How far it was carried out.
    pub fn status(self, status: PriorityStatus) -> Self {
        Self(self.0.with("status", status.name()))
    }

    pub(super) fn row(&self) -> &Json {
        &self.0
    }
}

/// The act of approval for [`Editor::approval`](super::Editor::approval).
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct NewApproval(Json);

impl NewApproval {
    /// An approval by this body.
    pub fn new(body: &str) -> Self {
        Self(json_object! {"body": body})
    }

    /// The act, such as its number in the gazette.
    pub fn act(self, act: &str) -> Self {
        Self(self.0.with("act", act))
    }

    /// The date of the act.
    pub fn date(self, date: PartialDate) -> Self {
        Self(self.0.with("date", written(date)))
    }

    pub(super) fn members(&self) -> &Json {
        &self.0
    }
}

/// A workshop for [`Editor::workshop`](super::Editor::workshop).
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct NewWorkshop {
    members: Json,
    sectors: Vec<Json>,
}

impl NewWorkshop {
    /// A workshop on this date.
    pub fn new(date: PartialDate, kind: WorkshopKind) -> Self {
        let members = json_object! {"date": written(date), "kind": kind.name()};
        Self { members, sectors: Vec::new() }
    }

    /// Where it was. Never a person.
    pub fn place(self, place: &str) -> Self {
        self.with("place", place.into())
    }

    /// How many women took part, from 0 to 1,000,000.
    pub fn women(self, count: u32) -> Self {
        self.with("women", count.into())
    }

    /// How many men took part, from 0 to 1,000,000.
    pub fn men(self, count: u32) -> Self {
        self.with("men", count.into())
    }

    /// How many others took part, or people of whom nothing is said, from 0 to 1,000,000.
    pub fn other_or_unsaid(self, count: u32) -> Self {
        self.with("other_or_unsaid", count.into())
    }

    /// How many people came from a sector, from 0 to 1,000,000; several sectors by several calls.
    pub fn sector(mut self, sector: Sector, participants: u32) -> Self {
        self.sectors.push(json_object! {"sector": sector.name(), "participants": participants});
        self
    }

    fn with(self, name: &str, value: Json) -> Self {
        Self { members: self.members.with(name, value), ..self }
    }

    pub(super) fn row(&self) -> Json {
        if self.sectors.is_empty() {
            return self.members.clone();
        }
        self.members.clone().with("sectors", self.sectors.clone())
    }
}

/// A number of people, for [`Editor::population`](super::Editor::population) and what is like it.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct NewHeadcount(Json);

impl NewHeadcount {
    /// A number of people, from 0 to 4,000,000,000; a larger one is reported when the set is read.
    pub fn new(number: u32) -> Self {
        Self(json_object! {"number": number})
    }

    /// The date to which the number refers.
    pub fn as_of(self, date: PartialDate) -> Self {
        Self(self.0.with("as_of", written(date)))
    }

    /// The id of its source.
    pub fn source(self, id: &str) -> Self {
        Self(self.0.with("source", id))
    }

    /// Where in the source.
    pub fn position(self, position: &str) -> Self {
        Self(self.0.with("where", position))
    }

    pub(super) fn members(&self) -> &Json {
        &self.0
    }
}
