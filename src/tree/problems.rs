//! Problems while they are collected: each keeps the number of its node, and is given its place in
//! the text once, at the end, so that a good document pays nothing for places.

use std::sync::Arc;

use super::locate::locate;
use super::{Document, NodeId};
use crate::problem::{Arguments, Code, Problem, Related, Severity};
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
    related: Option<Mark>,
    arguments: Arguments,
    suggestion: Option<String>,
}

/// The problems found so far, up to a limit.
#[derive(Clone, Debug)]
pub(crate) struct Problems {
    raised: Vec<Raised>,
    limit: usize,
    dropped: usize,
    /// Where a problem beyond the limit is written, to be forgotten.
    spare: Raised,
}

impl Problems {
    pub(crate) fn up_to(limit: usize) -> Self {
        let root = Mark { document: 0, node: NodeId::ROOT };
        Self {
            raised: Vec::new(),
            limit,
            dropped: 0,
            spare: Raised::new(Code::TooManyProblems, root),
        }
    }

    pub(crate) fn push(&mut self, code: Code, at: Mark) -> &mut Raised {
        if self.raised.len() >= self.limit {
            self.dropped = self.dropped.saturating_add(1);
            self.spare = Raised::new(code, at);
            return &mut self.spare;
        }
        self.raised.push(Raised::new(code, at));
        self.raised.last_mut().unwrap_or(&mut self.spare)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.raised.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        self.raised.len()
    }

    /// Keeps the problems for which `keep` holds.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(Code, Mark) -> bool) {
        self.raised.retain(|problem| keep(problem.code, problem.at));
    }

    /// That there are more. It is an error, because one of those dropped may be.
    fn excess(&self) -> Raised {
        let mut excess =
            Raised::new(Code::TooManyProblems, Mark { document: 0, node: NodeId::ROOT });
        excess.with("limit", self.limit).with("dropped", self.dropped);
        excess
    }

    /// The problems that are spoken of at `stage`, with their places, by document and location.
    pub(crate) fn located(&self, documents: &[Arc<Document>], stage: Stage) -> Vec<Problem> {
        let excess = (self.dropped > 0).then(|| self.excess());
        let spoken: Vec<(&Raised, Severity)> = self
            .raised
            .iter()
            .chain(&excess)
            .filter_map(|raised| Some((raised, raised.code.severity(stage)?)))
            .collect();
        let mut located = Vec::with_capacity(spoken.len());
        for (number, document) in documents.iter().enumerate() {
            let wanted = |mark: &Mark| (mark.document == number).then_some(mark.node);
            let marks = spoken.iter().flat_map(|(raised, _)| [Some(raised.at), raised.related]);
            let places =
                locate(document, marks.flatten().filter_map(|mark| wanted(&mark)).collect());
            located.push(places);
        }
        let place = |mark: Mark| located.get(mark.document)?.get(&mark.node).cloned();
        let mut problems: Vec<(Mark, Problem)> = spoken
            .into_iter()
            .map(|(raised, severity)| {
                let name = |mark: Mark| match documents.get(mark.document) {
                    Some(document) => Arc::clone(document.name()),
                    None => Arc::from(""),
                };
                let mut problem = Problem::new(raised.code, severity, name(raised.at))
                    .with(raised.arguments.clone(), raised.suggestion.clone());
                if let Some((pointer, location)) = place(raised.at) {
                    problem = problem.at(pointer, location);
                }
                let related = raised.related.and_then(|mark| {
                    let (pointer, location) = place(mark)?;
                    Some(Related::new(name(mark), pointer, location))
                });
                (raised.at, problem.related_to(related))
            })
            .collect();
        problems.sort_by_key(|(mark, _)| (mark.document, mark.node));
        problems.into_iter().map(|(_, problem)| problem).collect()
    }
}

impl Raised {
    fn new(code: Code, at: Mark) -> Self {
        Self { code, at, related: None, arguments: Arguments::default(), suggestion: None }
    }

    pub(crate) fn with(
        &mut self,
        name: &'static str,
        value: impl Into<crate::problem::Argument>,
    ) -> &mut Self {
        self.arguments = std::mem::take(&mut self.arguments).and(name, value);
        self
    }

    pub(crate) fn related(&mut self, mark: Mark) -> &mut Self {
        self.related = Some(mark);
        self
    }

    pub(crate) fn suggest(&mut self, suggestion: Option<&str>) -> &mut Self {
        self.suggestion = suggestion.map(str::to_owned);
        self
    }
}
