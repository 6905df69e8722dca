//! Several response sets of one round into one: each institution answers its part.

use std::sync::Arc;

use indexmap::map::Entry;
use indexmap::{IndexMap, IndexSet};

use crate::document::declare::Declared as _;
use crate::document::responses::AnswerEntry;
use crate::json::Json;
use crate::problem::{Code, Report, Shape};
use crate::responses::ResponseSet;
use crate::stage::Stage;
use crate::tree::{Composed, Document, Mark, NodeId, Opened, Problems};

/// Joins the parts of one round that several institutions answered.
///
/// The parts are of the same catalogue and version, place and round. Answers, respondents and
/// sources are joined by code or id; what only one part has is taken over, what two parts say
/// alike stands once. Pending questions, priorities and acronyms stand one after the other. The
/// whole is illustrative as soon as one part is. Notes of the authors (`x-`) are those of the first
/// part that has them; every other member must be the same in all parts that have it.
///
/// Of several parts, the whole is nobody's own: it has no `by`. Instead, each answer that does not
/// say itself who gave it names the respondents whose parts have it.
///
/// # Errors
///
/// A [`Report`] of every contradiction, with both places: nobody but the institutions themselves
/// can resolve it. Parts that were read by one name have their number behind it, from 1.
///
/// # Example
///
/// ```
/// use mgi::{ResponseSet, consolidate};
///
/// let part = |answers: &str| {
///     ResponseSet::from_json(format!(
///         r#"{{"catalogue": {{"id": "mgi-local", "version": "1.0.0"}}, "answers": {answers}}}"#
///     ))
/// };
/// let health = part(r#"{"MR01": {"answer": "all"}}"#)?;
/// let education = part(r#"{"MR05": {"answer": "all"}}"#)?;
/// let whole = consolidate(&health, &[education])?;
/// assert!(serde_json::to_string(&whole).unwrap().contains("MR05"));
///
/// let other = part(r#"{"MR01": {"answer": "none"}}"#)?;
/// let report = consolidate(&health, &[other]).unwrap_err();
/// assert_eq!(report.problems()[0].code().name(), "set.entry.conflict");
/// # Ok::<(), mgi::Report>(())
/// ```
pub fn consolidate(first: &ResponseSet, others: &[ResponseSet]) -> Result<ResponseSet, Report> {
    let documents: Vec<Arc<Document>> =
        std::iter::once(first).chain(others).map(|set| Arc::clone(set.document())).collect();
    let problems = Problems::up_to(first.limits().max_problems());
    let mut merge =
        Merge { documents, problems, members: IndexMap::new(), givers: IndexMap::new() };
    for number in 0..merge.documents.len() {
        merge.take(number);
    }
    let whole = merge.whole();
    if merge.problems.have_errors() {
        let documents = told_apart(&merge.documents);
        Report::of(merge.problems.located(&documents, Stage::Final))?;
    }
    ResponseSet::composed(first.limits(), "responses.json", &whole)
}

/// The documents by names of their own: of several with one name, each has its number behind it.
fn told_apart(documents: &[Arc<Document>]) -> Vec<Arc<Document>> {
    let mut is_shared: IndexMap<&str, bool> = IndexMap::new();
    for document in documents {
        is_shared.entry(document.name()).and_modify(|is_shared| *is_shared = true).or_default();
    }
    let numbered = documents.iter().zip(1..).map(|(document, number)| {
        let name = document.name();
        match is_shared.get(&**name) {
            Some(true) => Arc::new(document.renamed(&format!("{name} ({number})"))),
            _ => Arc::clone(document),
        }
    });
    numbered.collect()
}

/// The parts, and the whole as far as it has been merged.
struct Merge {
    documents: Vec<Arc<Document>>,
    problems: Problems,
    members: IndexMap<String, Part>,
    /// By the code of an answer, the respondents whose parts have it.
    givers: IndexMap<String, IndexSet<String>>,
}

/// A member of the whole.
enum Part {
    /// As one of the parts has it.
    One(Mark),
    /// A list with the items of several parts.
    List(Vec<Mark>),
    /// A list whose items have ids.
    Table(IndexMap<String, Mark>),
    /// An object with the members of several parts.
    Entries(IndexMap<String, Mark>),
    Truth(bool),
}

impl Merge {
    fn take(&mut self, number: usize) {
        let Some(document) = self.documents.get(number).map(Arc::clone) else { return };
        for (key, value) in document.members(NodeId::ROOT) {
            let name = document.text_of(key);
            let at = Mark { document: number, node: value };
            match name {
                "answers" if self.has_shape(Shape::Object, at) => self.entries(name, at, &document),
                "respondents" | "sources" if self.has_shape(Shape::List, at) => {
                    self.table(name, at, &document);
                }
                "queries" | "priorities" | "acronyms" if self.has_shape(Shape::List, at) => {
                    self.list(name, at, &document);
                }
                "illustrative" if self.has_shape(Shape::Truth, at) => self.illustrative(name, at),
                // The answers of the part say it, see `answer`.
                "by" if self.documents.len() > 1 && self.has_shape(Shape::Text, at) => {}
                "by" if self.documents.len() == 1 => self.same(name, at),
                // `has_shape` has reported a member with another shape.
                "answers" | "respondents" | "sources" | "queries" | "priorities" | "acronyms"
                | "illustrative" | "by" => {}
                _ if name.starts_with("x-") || name == "$schema" => {
                    self.members.entry(name.to_owned()).or_insert(Part::One(at));
                }
                _ => self.same(name, at),
            }
        }
    }

    /// Whether a member that is joined has the shape `want`; if not, that is a problem.
    fn has_shape(&mut self, want: Shape, at: Mark) -> bool {
        let got = self.documents.get(at.document).map(|document| document.shape_of(at.node));
        if let Some(got) = got.filter(|got| *got != want) {
            self.problems.push(Code::WrongType, at).with("want", want).with("got", got);
            return false;
        }
        true
    }

    /// A member that must be the same in all parts.
    fn same(&mut self, name: &str, at: Mark) {
        if self.is_blank(at) {
            self.members.entry(name.to_owned()).or_insert(Part::One(at));
            return;
        }
        let known = match self.members.entry(name.to_owned()) {
            Entry::Vacant(place) => {
                place.insert(Part::One(at));
                return;
            }
            Entry::Occupied(known) => known.into_mut(),
        };
        let &mut Part::One(known) = known else { return };
        if self.is_blank(known) {
            self.members.insert(name.to_owned(), Part::One(at));
            return;
        }
        let code = match name {
            "catalogue" => Code::CataloguesDiffer,
            "place" => Code::PlacesDiffer,
            "round" => Code::RoundsDiffer,
            _ => Code::EntriesConflict,
        };
        self.agree(code, name, at, known);
    }

    /// The answers of a part. What a form leaves behind for a question gives way to an answer.
    fn entries(&mut self, name: &str, at: Mark, document: &Document) {
        let mut seen: IndexMap<&str, NodeId> = IndexMap::new();
        let giver = self.giver(document);
        for (key, value) in document.members(at.node) {
            let code = document.text_of(key);
            if let Some(first) = seen.insert(code, key) {
                let key = Mark { document: at.document, node: key };
                self.problems.duplicate(document, key, first);
                continue;
            }
            let mark = Mark { document: at.document, node: value };
            if let Some(giver) = giver.filter(|_| !code.starts_with("x-") && !self.is_blank(mark)) {
                self.givers.entry(code.to_owned()).or_default().insert(giver.to_owned());
            }
            let Some(known) = self.known(name, code, mark, Part::Entries) else { continue };
            if code.starts_with("x-") {
                continue;
            }
            if self.is_blank(mark) {
                continue;
            }
            if self.is_blank(known) {
                self.replace(name, code, mark);
            } else {
                self.agree(Code::EntriesConflict, code, mark, known);
            }
        }
        self.members.entry(name.to_owned()).or_insert_with(|| Part::Entries(IndexMap::new()));
    }

    /// The respondent whose part a document is, if there are others.
    fn giver<'d>(&self, document: &'d Document) -> Option<&'d str> {
        let mut members = document.members(NodeId::ROOT);
        let (_, by) = members.find(|(key, _)| document.text_of(*key) == "by")?;
        let by = document.as_text(by).filter(|by| !by.trim().is_empty());
        by.filter(|_| self.documents.len() > 1)
    }

    /// A table of a part, joined by id.
    fn table(&mut self, name: &str, at: Mark, document: &Document) {
        for item in document.items(at.node) {
            let mut members = document.members(item);
            let id = members.find(|(key, _)| document.text_of(*key) == "id");
            let mark = Mark { document: at.document, node: item };
            let id = id.map_or("", |(_, value)| document.text_of(value));
            // A row without an id cannot be the same as a row of another part.
            let unnamed = format!("{}:{item:?}", at.document);
            let id = if id.is_empty() { unnamed.as_str() } else { id };
            if let Some(known) = self.known(name, id, mark, Part::Table) {
                self.agree(Code::EntriesConflict, id, mark, known);
            }
        }
    }

    /// A list of a part; items that another part has too stand once.
    fn list(&mut self, name: &str, at: Mark, document: &Document) {
        for item in document.items(at.node) {
            let mark = Mark { document: at.document, node: item };
            let part = self.members.get(name);
            let known = match part {
                Some(Part::List(items)) => items.iter().any(|known| self.alike(mark, *known)),
                _ => false,
            };
            if known {
                continue;
            }
            let part =
                self.members.entry(name.to_owned()).or_insert_with(|| Part::List(Vec::new()));
            if let Part::List(items) = part {
                items.push(mark);
            }
        }
    }

    fn illustrative(&mut self, name: &str, at: Mark) {
        let mark = self.documents.get(at.document).and_then(|document| document.truth_of(at.node));
        let part = self.members.entry(name.to_owned()).or_insert(Part::Truth(false));
        if let Part::Truth(truth) = part {
            *truth |= mark.unwrap_or(true);
        }
    }

    /// What stands under `key` of the member `name`; if nothing does, `mark` will.
    fn known(
        &mut self,
        name: &str,
        key: &str,
        mark: Mark,
        empty: fn(IndexMap<String, Mark>) -> Part,
    ) -> Option<Mark> {
        let part = self.members.entry(name.to_owned()).or_insert_with(|| empty(IndexMap::new()));
        let (Part::Entries(entries) | Part::Table(entries)) = part else { return None };
        match entries.entry(key.to_owned()) {
            Entry::Occupied(known) => Some(*known.get()),
            Entry::Vacant(place) => {
                place.insert(mark);
                None
            }
        }
    }

    fn replace(&mut self, name: &str, key: &str, mark: Mark) {
        if let Some(Part::Entries(entries)) = self.members.get_mut(name) {
            entries.insert(key.to_owned(), mark);
        }
    }

    /// What was taken over.
    fn whole(&self) -> Composed {
        let mut whole = Opened::default();
        for (name, part) in &self.members {
            whole.push(name, self.composed(part));
        }
        Composed::Object(whole)
    }

    fn composed(&self, part: &Part) -> Composed {
        match part {
            Part::One(mark) => self.read(*mark),
            Part::List(items) => {
                Composed::List(items.iter().map(|mark| self.read(*mark)).collect())
            }
            Part::Table(rows) => {
                Composed::List(rows.values().map(|mark| self.read(*mark)).collect())
            }
            Part::Entries(entries) => {
                let mut opened = Opened::default();
                for (code, mark) in entries {
                    opened.push(code, self.answer(code, *mark));
                }
                Composed::Object(opened)
            }
            Part::Truth(truth) => Composed::New((*truth).into()),
        }
    }

    /// An answer, with the respondents whose parts have it where it names none.
    fn answer(&self, code: &str, mark: Mark) -> Composed {
        let mut answer = self.read(mark);
        if let Some(givers) = self.givers.get(code).filter(|_| self.names_nobody(mark)) {
            let givers = Json::list(givers.iter().map(|giver| Json::from(giver.as_str())));
            answer.open(AnswerEntry::KIND.names).set("by", givers);
        }
        answer
    }

    /// Whether a value is an answer that does not say who gave it.
    fn names_nobody(&self, mark: Mark) -> bool {
        let Some(document) = self.documents.get(mark.document) else { return false };
        let is_giver =
            |(key, value)| document.text_of(key) == "by" && !is_left_behind(document, value);
        document.shape_of(mark.node) == Shape::Object && !document.members(mark.node).any(is_giver)
    }

    fn read(&self, mark: Mark) -> Composed {
        let document = self.documents.get(mark.document);
        document.map_or_else(Composed::default, |document| Composed::read(document, mark.node))
    }

    fn agree(&mut self, code: Code, got: &str, mark: Mark, known: Mark) {
        if !self.alike(mark, known) {
            self.problems.push(code, mark).with("got", got).related(known);
        }
    }

    fn alike(&self, one: Mark, other: Mark) -> bool {
        match (self.documents.get(one.document), self.documents.get(other.document)) {
            (Some(document), Some(other_document)) => {
                document.says_the_same(one.node, other_document, other.node)
            }
            _ => false,
        }
    }

    /// Whether an entry is what a form leaves behind for a question without an answer.
    fn is_blank(&self, mark: Mark) -> bool {
        let Some(document) = self.documents.get(mark.document) else { return true };
        document.shape_of(mark.node) == Shape::Object && is_left_behind(document, mark.node)
    }
}

/// Whether a value says nothing: an empty text, or a list or object of such values.
fn is_left_behind(document: &Document, node: NodeId) -> bool {
    match document.shape_of(node) {
        Shape::Text => document.text_of(node).trim().is_empty(),
        Shape::List => document.items(node).all(|item| is_left_behind(document, item)),
        Shape::Object => document.members(node).all(|(_, value)| is_left_behind(document, value)),
        _ => false,
    }
}
