//! Making and changing response sets without writing JSON.

mod answers;
mod around;
mod decimal;
mod rows;

use std::sync::Arc;

use indexmap::IndexMap;

pub use self::answers::NewAnswer;
pub use self::decimal::Decimal;
pub use self::rows::{NewApproval, NewHeadcount, NewPriority, NewQuery, NewSource, NewWorkshop};
use self::rows::{PRIORITIES, Places, QUERIES, RESPONDENTS, SOURCES, Table};
use crate::catalogue::Catalogue;
use crate::date::PartialDate;
use crate::document::catalogue::Requirement;
use crate::document::declare::Declared as _;
use crate::document::responses::{
    AnswerEntry, ApprovalEntry, Level, PlaceEntry, ResponseFile, Role, RoundEntry, RoundKind,
};
use crate::json::{Json, json_object};
use crate::problem::Report;
use crate::responses::ResponseSet;
use crate::stage::Stage;
use crate::text::primary_language;
use crate::tree::{Composed, Input, Limits, NodeId, Opened};

/// Changes to a [`ResponseSet`], which become another set.
///
/// Every method changes what it names and nothing else: all other members keep their order, notes of
/// the authors (`x-`) included, and print as they printed before. An id that the set has already is
/// that row: its members are replaced and the others stay. A member that has another type than its
/// format says, such as a number for `place`, is replaced when something in it is changed.
///
/// A file may have a name twice, which [`Catalogue::assess`] reports. A new value replaces all of
/// them. A change inside an object is made in the first one, which is the one that counts, and the
/// others stay and are reported as before; [`Editor::clear`] takes out all answers with a code.
///
/// Nothing is checked here. [`Editor::finish`] prints the set and reads it like any file, and
/// [`Catalogue::assess`] says what is wrong with it, with pointers. Whatever a text contains, it is
/// written as a text.
///
/// # Example
///
/// ```
/// use mgi::edit::{NewAnswer, NewSource};
/// use mgi::responses::{Level, Role, RoundKind, SourceKind};
/// use mgi::Catalogue;
///
/// let catalogue = Catalogue::local();
/// let set = catalogue
///     .blank("es")
///     .edit()
///     .place("XX-1", "Puerto Ejemplo", "XX")
///     .round("2026", RoundKind::Baseline)
///     .respondent("health", "Salud (ejemplo)", Level::National, Role::Respondent)
///     .source("s01", &NewSource::new("Plan de salud", SourceKind::Plan))
///     .answer("MR01", &NewAnswer::option("all").evidence("s01", Some("sección 3")).by("health"))
///     .finish()?;
///
/// // A year later, from what was answered.
/// let set = set.edit().round("2027", RoundKind::FollowUp);
/// let set = set.answer("MR01", &NewAnswer::option("regular_only")).finish()?;
///
/// let answer = catalogue.assess(&set)?.answer("MR01").unwrap();
/// assert_eq!(answer.chosen(), Some("regular_only"));
/// let evidence = answer.evidence().next().unwrap(); // it was not named and stays
/// assert_eq!((evidence.source(), evidence.position()), ("s01", Some("sección 3")));
/// # Ok::<(), mgi::Report>(())
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct Editor {
    /// The members of the set.
    root: Opened,
    /// Where the rows of the tables are that were changed.
    places: IndexMap<&'static str, Places>,
    /// How the set is read again.
    name: Arc<str>,
    limits: Limits,
}

impl ResponseSet {
    /// An editor that begins with what this set holds; the set itself stays as it is.
    pub fn edit(&self) -> Editor {
        let mut root = Composed::read(self.document(), NodeId::ROOT);
        Editor {
            root: std::mem::take(root.open(ResponseFile::KIND.names)),
            places: IndexMap::new(),
            name: Arc::clone(self.document().name()),
            limits: *self.limits(),
        }
    }
}

impl Editor {
    /// The changed set.
    ///
    /// It prints as compact JSON, and the places that its problems name are places in that text.
    ///
    /// # Errors
    ///
    /// A [`Report`] when the changed set is beyond one of the [`Limits`] within which the set that
    /// was edited was read.
    pub fn finish(self) -> Result<ResponseSet, Report> {
        ResponseSet::composed(&self.limits, &self.name, &Composed::Object(self.root))
    }

    /// Whose answers they are: the code of the place, its name, and its country in ISO 3166-1.
    pub fn place(self, code: &str, name: &str, country: &str) -> Self {
        let place = json_object! {"code": code, "name": name, "country": country};
        self.change("place", PlaceEntry::KIND.names, &place)
    }

    /// The subdivision of the place's country in ISO 3166-2.
    pub fn subdivision(self, code: &str) -> Self {
        self.change("place", PlaceEntry::KIND.names, &json_object! {"subdivision": code})
    }

    /// The period, as a date or two with a stroke between them (`2025/2026`), and the kind of round.
    pub fn round(self, period: &str, kind: RoundKind) -> Self {
        let round = json_object! {"period": period, "kind": kind.name()};
        self.change("round", RoundEntry::KIND.names, &round)
    }

    /// How far the assessment has come.
    pub fn stage(self, stage: Stage) -> Self {
        self.change("round", RoundEntry::KIND.names, &json_object! {"stage": stage.name()})
    }

    /// The date to which the information refers.
    pub fn information_as_of(self, date: PartialDate) -> Self {
        self.change(
            "round",
            RoundEntry::KIND.names,
            &json_object! {"information_as_of": written(date)},
        )
    }

    /// The language of the place's own words, as a BCP 47 tag.
    pub fn language(mut self, tag: &str) -> Self {
        self.root.set("language", tag.into());
        self
    }

    /// What a reader should know about the place and the round.
    pub fn context(mut self, text: &str) -> Self {
        self.root.set("context", text.into());
        self
    }

    /// Marks the answers as made up to show something. There is no way to take the mark away, so
    /// that nothing made up passes for real.
    pub fn illustrative(mut self) -> Self {
        self.root.set("illustrative", true.into());
        self
    }

    /// An institution that takes part, by the id with which answers name it.
    pub fn respondent(self, id: &str, institution: &str, level: Level, role: Role) -> Self {
        let row = json_object! {
            "id": id,
            "institution": institution,
            "level": level.name(),
            "role": role.name(),
        };
        self.row(&RESPONDENTS, &row)
    }

    /// A source, by the id with which answers cite it.
    pub fn source(self, id: &str, source: &NewSource) -> Self {
        self.row(&SOURCES, &source.row(id))
    }

    /// The answer to the indicator with this code, or why there is none. An entry that is already
    /// there keeps what `answer` does not name, such as its account and its evidence.
    pub fn answer(mut self, code: &str, answer: &NewAnswer) -> Self {
        let answers = self.root.entry("answers").open(&[]);
        answer.write(answers.entry(code).open(AnswerEntry::KIND.names));
        self
    }

    /// Takes out the entry of the indicator with this code, with all that it says.
    pub fn clear(mut self, code: &str) -> Self {
        if self.root.has("answers") {
            self.root.entry("answers").open(&[]).remove(code);
        }
        self
    }

    /// A pending question. One on the same indicator with the same text is that question.
    pub fn query(self, query: &NewQuery) -> Self {
        self.row(&QUERIES, query.row())
    }

    /// What the place decided to do. A priority on the same indicator with the same action is that
    /// one.
    pub fn priority(self, priority: &NewPriority) -> Self {
        self.row(&PRIORITIES, priority.row())
    }

    /// The act by which the place approved the result.
    pub fn approval(self, approval: &NewApproval) -> Self {
        self.change("approval", ApprovalEntry::KIND.names, approval.members())
    }

    /// Replaces members of an object.
    fn change(mut self, name: &str, order: &'static [&'static str], members: &Json) -> Self {
        self.root.entry(name).open(order).set_each(members);
        self
    }

    /// Replaces members of a row, or adds the row.
    fn row(mut self, table: &'static Table, row: &Json) -> Self {
        let rows = self.root.entry(table.name).open_list();
        let places = self.places.entry(table.name).or_insert_with(|| Places::of(table, rows));
        table.write(rows, places, row);
        self
    }
}

impl Catalogue {
    /// A response set without answers to start from: whose place and round are still blank, in
    /// draft.
    ///
    /// The place's own words are expected in `language`, if the catalogue has it, or else in the
    /// catalogue's first language; [`Editor::language`] names any other one.
    ///
    /// ```
    /// use mgi::responses::RoundKind;
    /// use mgi::Catalogue;
    ///
    /// let catalogue = Catalogue::local();
    /// let blank = catalogue.blank("es");
    /// assert!(catalogue.assess(&blank)?.warnings().is_empty()); // it is a draft
    ///
    /// let set = blank.edit().place("XX-1", "Puerto Ejemplo", "XX").round("2026", RoundKind::Baseline);
    /// assert_eq!(set.finish()?.place().name(), "Puerto Ejemplo");
    /// # Ok::<(), mgi::Report>(())
    /// ```
    #[must_use]
    pub fn blank(&self, language: &str) -> ResponseSet {
        let is_near = |known: &&str| primary_language(known) == primary_language(language);
        let exact = self.languages().find(|known| *known == language);
        let known = exact.or_else(|| self.languages().find(is_near));
        let mut place = json_object! {"code": "", "name": ""};
        if self.requires(Requirement::Country) {
            place.put("country", "");
        }
        let set = json_object! {
            "format": 1,
            "catalogue": json_object! {"id": self.id(), "version": self.version()},
            "language": known.or_else(|| self.languages().next()).unwrap_or_default(),
            "place": place,
            "round": json_object! {"period": "", "kind": "", "stage": Stage::Draft.name()},
            "answers": json_object! {},
        };
        read_blank(&set)
    }
}

fn read_blank(set: &Json) -> ResponseSet {
    // Whatever is in it comes from a catalogue, which may have been read within wider limits.
    let input = Input::new("responses.json", set.to_string());
    let read = ResponseSet::from_json(input.limits(Limits::new().bytes(usize::MAX)));
    #[expect(clippy::expect_used, reason = "INVARIANT: a JSON object is read")]
    read.expect("a blank set is a JSON object")
}

/// A date as files have it.
fn written(date: PartialDate) -> Json {
    date.to_string().into()
}
