//! Problems while they are collected. Each keeps the number of its node; the end of a check finds the
//! places of all of them at once, so that a good document pays nothing for places.

use std::sync::Arc;

use super::locate::{Place, locate};
use super::{Document, NodeId};
use crate::nearest::Candidates;
use crate::problem::{Arguments, Change, Code, Mend, Problem, Related, Severity, ToArgument};
use crate::stage::Stage;

/// A value of one of the documents that are read together.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Mark {
    pub(crate) document: usize,
    pub(crate) node: NodeId,
}

/// A problem before it has its place.
#[derive(Clone, Debug)]
pub(crate) struct Raised {
    code: Code,
    at: Mark,
    /// The member that the object at `at` lacks, if the pointer is to name it.
    lacking: Option<String>,
    related: Vec<Mark>,
    arguments: Arguments,
    suggestions: Vec<String>,
    change: Option<Change>,
}

/// The problems found so far, up to a limit.
#[derive(Clone, Debug)]
pub(crate) struct Problems {
    raised: Vec<Raised>,
    /// How many of each kind are kept.
    limit: usize,
    /// How many are kept: [suppressed in a draft, reported in a draft]. Counted apart, so that
    /// thousands of gaps cannot crowd out errors.
    kept: [usize; 2],
    /// How many were dropped that are reported at each stage.
    dropped: [usize; 3],
    /// The slot that `push` returns beyond the limit; it is never read.
    spare: Option<Raised>,
}

impl Problems {
    pub(crate) fn up_to(limit: usize) -> Self {
        Self { raised: Vec::new(), limit, kept: [0; 2], dropped: [0; 3], spare: None }
    }

    /// The same problems, with room for any number of others.
    pub(crate) fn without_limit(self) -> Self {
        Self { limit: usize::MAX, ..self }
    }

    /// Whether no more problems are kept, other than gaps.
    pub(crate) fn is_full(&self) -> bool {
        self.room() == 0
    }

    /// How many more problems are kept, gaps not counted.
    pub(super) fn room(&self) -> usize {
        let [_, loud] = self.kept;
        self.limit.saturating_sub(loud)
    }

    pub(crate) fn push(&mut self, code: Code, at: Mark) -> &mut Raised {
        let [quiet, loud] = &mut self.kept;
        let is_loud = code.severity(Stage::Draft).is_some();
        let kept = if is_loud { loud } else { quiet };
        let is_kept = *kept < self.limit;
        if is_kept {
            *kept = kept.saturating_add(1);
            self.raised.push(Raised::new(code, at));
        } else {
            for (stage, dropped) in Stage::ALL.iter().copied().zip(&mut self.dropped) {
                *dropped = dropped.saturating_add(usize::from(code.severity(stage).is_some()));
            }
        }
        match self.raised.last_mut().filter(|_| is_kept) {
            Some(raised) => raised,
            None => self.spare.insert(Raised::new(code, at)),
        }
    }

    /// Reports the second member of a name in an object. Where both say the same, one can go.
    pub(crate) fn duplicate(&mut self, document: &Document, key: Mark, first: NodeId) {
        let [value, first_value] = [key.node, first].map(|key| document.value_of(key));
        let says_the_same = document.says_the_same(value, document, first_value);
        let raised = self.push(Code::DuplicateMember, key);
        raised.with("member", document.text_of(key.node));
        raised.related(Mark { document: key.document, node: first });
        if says_the_same {
            raised.remove();
        }
    }

    /// Whether one of them is an error at the final stage.
    pub(crate) fn have_errors(&self) -> bool {
        let is_error =
            |raised: &Raised| raised.code.severity(Stage::Final) == Some(Severity::Error);
        self.raised.iter().any(is_error)
    }

    pub(crate) fn len(&self) -> usize {
        self.raised.len()
    }

    /// Keeps the problems for which `keep` holds.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(Code, Mark) -> bool) {
        self.raised.retain(|problem| keep(problem.code, problem.at));
    }

    /// The problems that are reported at `stage`, with their places, by document and location.
    pub(crate) fn located(self, documents: &[Arc<Document>], stage: Stage) -> Vec<Problem> {
        let excess = self.excess(stage);
        let mut reported: Vec<(Raised, Severity)> = self
            .raised
            .into_iter()
            .chain(excess)
            .filter_map(|raised| raised.code.severity(stage).map(|severity| (raised, severity)))
            .collect();
        reported.sort_by_key(|(raised, _)| (raised.at.document, raised.at.node));
        let marks = reported.iter().flat_map(|(raised, _)| raised.marks());
        let places = Places::of(documents, marks);
        reported.into_iter().map(|(raised, severity)| raised.placed(severity, &places)).collect()
    }

    /// Reports that problems were dropped. This is an error, because one of those dropped may be.
    fn excess(&self, stage: Stage) -> Option<Raised> {
        let dropped = Stage::ALL.iter().copied().zip(self.dropped);
        let (_, dropped) =
            dropped.into_iter().find(|(each, dropped)| *each == stage && *dropped > 0)?;
        let mut excess =
            Raised::new(Code::TooManyProblems, Mark { document: 0, node: NodeId::ROOT });
        excess.with("limit", self.limit).with("dropped", dropped);
        Some(excess)
    }
}

impl Raised {
    fn new(code: Code, at: Mark) -> Self {
        Self {
            code,
            at,
            lacking: None,
            related: Vec::new(),
            arguments: Arguments::default(),
            suggestions: Vec::new(),
            change: None,
        }
    }

    /// Gives the message a value to quote.
    pub(crate) fn with(&mut self, name: &'static str, value: impl ToArgument) -> &mut Self {
        self.arguments = std::mem::take(&mut self.arguments).and(name, value);
        self
    }

    /// Another place that the problem is about.
    pub(crate) fn related(&mut self, mark: Mark) -> &mut Self {
        self.related.push(mark);
        self
    }

    /// The problem is about a member that the object lacks: the pointer leads to where it would be.
    pub(crate) fn lacking(&mut self, member: &str) -> &mut Self {
        self.lacking = Some(member.to_owned());
        self
    }

    /// What the value was probably meant to be; where it is certain, that mends it.
    pub(crate) fn meant(&mut self, candidates: &Candidates<'_>) -> &mut Self {
        self.suggest(candidates);
        self.replace_by_text(candidates.certain())
    }

    /// What the key was probably meant to be; where it is certain and no other member has it, that
    /// mends it.
    pub(crate) fn meant_key(
        &mut self,
        candidates: &Candidates<'_>,
        is_free: impl Fn(&str) -> bool,
    ) -> &mut Self {
        self.suggest(candidates);
        let certain = candidates.certain().filter(|name| is_free(name));
        self.change = certain.map(|name| Change::Rename(name.to_owned()));
        self
    }

    /// The certain mend: the value is this text.
    pub(crate) fn replace_by_text(&mut self, text: Option<&str>) -> &mut Self {
        self.replace(text.map(|text| serde_json::Value::from(text).to_string()))
    }

    /// The certain mend: the value is this JSON.
    pub(crate) fn replace(&mut self, json: Option<String>) -> &mut Self {
        self.change = json.map(Change::Replace);
        self
    }

    /// The certain mend: the member has this name.
    pub(crate) fn rename(&mut self, name: Option<String>) -> &mut Self {
        self.change = name.map(Change::Rename);
        self
    }

    fn suggest(&mut self, candidates: &Candidates<'_>) {
        self.suggestions = candidates.words().map(str::to_owned).collect();
    }

    /// Adds the certain mend of removing the member or item.
    pub(crate) fn remove(&mut self) -> &mut Self {
        self.change = Some(Change::Remove);
        self
    }

    fn marks(&self) -> impl Iterator<Item = Mark> {
        std::iter::once(self.at).chain(self.related.iter().copied())
    }

    fn placed(self, severity: Severity, places: &Places<'_>) -> Problem {
        let (document, at) = places.at(self.at);
        let pointer = match &self.lacking {
            Some(member) => at.pointer.clone().member(member),
            None => at.pointer.clone(),
        };
        let mend = self.change.map(|change| {
            let whole = matches!(change, Change::Remove);
            let location = &at.location;
            let range = if whole { at.member.clone() } else { location.start()..location.end() };
            Mend::new(at.pointer.clone(), change, range)
        });
        let related = self.related.into_iter().map(|mark| {
            let (document, place) = places.at(mark);
            let name = Arc::clone(document.name());
            Related::new(name, place.pointer.clone(), place.location.clone())
        });
        Problem::new(self.code, severity, Arc::clone(document.name()))
            .at(pointer, at.location.clone())
            .related_to(related.collect())
            .with(self.arguments, self.suggestions, mend)
    }
}

/// Documents that were read together, and the places of some of their nodes.
struct Places<'d> {
    documents: &'d [Arc<Document>],
    /// By document, in the order of the nodes.
    found: Vec<Vec<(NodeId, Place)>>,
}

impl<'d> Places<'d> {
    fn of(documents: &'d [Arc<Document>], marks: impl Iterator<Item = Mark>) -> Self {
        let mut wanted = vec![Vec::new(); documents.len()];
        for mark in marks {
            if let Some(nodes) = wanted.get_mut(mark.document) {
                nodes.push(mark.node);
            }
        }
        let found = documents.iter().zip(wanted);
        Self { documents, found: found.map(|(document, nodes)| locate(document, nodes)).collect() }
    }

    /// The document of a mark, and the place of its node there.
    fn at(&self, mark: Mark) -> (&'d Document, &Place) {
        let place = || {
            let found = self.found.get(mark.document)?;
            let index = found.binary_search_by_key(&mark.node, |(node, _)| *node).ok()?;
            Some((self.documents.get(mark.document)?.as_ref(), &found.get(index)?.1))
        };
        #[expect(
            clippy::expect_used,
            reason = "INVARIANT: a mark names a node of one of the documents, and every node has a place"
        )]
        place().expect("a problem is about a node")
    }
}
