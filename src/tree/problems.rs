//! Problems while they are collected: each keeps the number of its node, and is given its place in
//! the text once, at the end, so that a good document pays nothing for places.

use std::sync::Arc;

use super::locate::{Place, locate};
use super::{Document, NodeId};
use crate::nearest::{Candidates, nearest, same};
use crate::problem::{Argument, Arguments, Change, Code, Mend, Problem, Related, Severity};
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
    suggestions: Vec<String>,
    change: Option<Change>,
}

/// The problems found so far, up to a limit.
#[derive(Clone, Debug)]
pub(crate) struct Problems {
    raised: Vec<Raised>,
    /// How many of each kind are kept: of those that are spoken of in a draft, and of those that are
    /// not. A draft full of gaps loses no problem to them.
    limit: usize,
    kept: [usize; 2],
    /// How many were not kept that are spoken of at each stage.
    dropped: [usize; 3],
    /// Where a problem beyond the limit is written, to be forgotten.
    spare: Option<Raised>,
}

impl Problems {
    /// So many known words are looked at for suggestions.
    pub(crate) const MOST_KNOWN: usize = 2_000;

    pub(crate) fn up_to(limit: usize) -> Self {
        Self { raised: Vec::new(), limit, kept: [0; 2], dropped: [0; 3], spare: None }
    }

    /// What a mistyped word was probably meant to be. Nothing once no more problems are kept, and
    /// only the first of very many words are looked at: a suggestion is a courtesy.
    pub(crate) fn nearest<'a>(
        &self,
        got: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Candidates<'a> {
        nearest(got, known.into_iter().take(self.most_known()))
    }

    fn most_known(&self) -> usize {
        if self.is_full() { 0 } else { Self::MOST_KNOWN }
    }

    /// The `known` words that were probably meant, by their names or by what people read for them in
    /// one language after the other: one that is certain before others.
    pub(crate) fn nearest_named<'a, L: Iterator<Item = (&'a str, &'a str)> + Clone>(
        &self,
        got: &str,
        known: impl IntoIterator<Item = &'a str>,
        labels: impl IntoIterator<Item = L>,
    ) -> Candidates<'a> {
        let mut best = self.nearest(got, known);
        if best.certain().is_some() {
            return best;
        }
        // Beside a name that is near, only a label that is certain counts.
        let look = if best.is_empty() { nearest } else { same };
        for named in labels {
            let candidates =
                look(got, named.clone().map(|(label, _)| label).take(self.most_known()));
            // Each word once, where two have the same label.
            let mut taken = Vec::new();
            let candidates = candidates.map(|label| {
                let mut same = named.clone().filter(|(known, _)| *known == label);
                let (_, word) = same.find(|(_, word)| !taken.contains(word))?;
                taken.push(word);
                Some(word)
            });
            if candidates.certain().is_some() {
                return candidates;
            }
            if best.is_empty() {
                best = candidates;
            }
        }
        best
    }

    /// Whether no more problems are kept, other than gaps.
    pub(crate) fn is_full(&self) -> bool {
        let [_, loud] = self.kept;
        loud >= self.limit
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
            for (stage, dropped) in Stage::ALL.into_iter().zip(&mut self.dropped) {
                *dropped = dropped.saturating_add(usize::from(code.severity(stage).is_some()));
            }
        }
        match self.raised.last_mut().filter(|_| is_kept) {
            Some(raised) => raised,
            None => self.spare.insert(Raised::new(code, at)),
        }
    }

    /// Says that the member with this key stands twice. Where both say the same, one can go.
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

    /// Whether one of them is an error when final.
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

    /// The problems that are spoken of at `stage`, with their places, by document and location.
    pub(crate) fn located(self, documents: &[Arc<Document>], stage: Stage) -> Vec<Problem> {
        let excess = self.excess(stage);
        let mut spoken: Vec<(Raised, Severity)> = self
            .raised
            .into_iter()
            .chain(excess)
            .filter_map(|raised| raised.code.severity(stage).map(|severity| (raised, severity)))
            .collect();
        spoken.sort_by_key(|(raised, _)| (raised.at.document, raised.at.node));
        let marks = || spoken.iter().flat_map(|(raised, _)| [Some(raised.at), raised.related]);
        let places = documents.iter().enumerate().map(|(number, document)| {
            let of_document = marks().flatten().filter(|mark| mark.document == number);
            locate(document, of_document.map(|mark| mark.node).collect())
        });
        let places: Vec<_> = places.collect();
        let place = |mark: Mark| {
            let places = places.get(mark.document)?;
            let index = places.binary_search_by_key(&mark.node, |(node, _)| *node).ok()?;
            Some((documents.get(mark.document)?, places.get(index).map(|(_, place)| place)?))
        };
        spoken.into_iter().map(|(raised, severity)| raised.placed(severity, place)).collect()
    }

    /// That there are more, if there are. It is an error, because one of those dropped may be.
    fn excess(&self, stage: Stage) -> Option<Raised> {
        let dropped = Stage::ALL.into_iter().zip(self.dropped);
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
            related: None,
            arguments: Arguments::default(),
            suggestions: Vec::new(),
            change: None,
        }
    }

    /// Gives the message a value to speak of.
    pub(crate) fn with(&mut self, name: &'static str, value: impl Into<Argument>) -> &mut Self {
        self.arguments = std::mem::take(&mut self.arguments).and(name, value);
        self
    }

    pub(crate) fn related(&mut self, mark: Mark) -> &mut Self {
        self.related = Some(mark);
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

    /// The certain mend: the member or item goes.
    pub(crate) fn remove(&mut self) -> &mut Self {
        self.change = Some(Change::Remove);
        self
    }

    fn placed<'p>(
        self,
        severity: Severity,
        place: impl Fn(Mark) -> Option<(&'p Arc<Document>, &'p Place)>,
    ) -> Problem {
        let Some((document, at)) = place(self.at) else {
            return Problem::new(self.code, severity, Arc::from(""));
        };
        let mend = self.change.map(|change| {
            let whole = matches!(change, Change::Remove);
            let location = &at.location;
            let range = if whole { at.member.clone() } else { location.start()..location.end() };
            Mend::new(at.pointer.clone(), change, range)
        });
        let related = self.related.and_then(place).map(|(document, place)| {
            let name = Arc::clone(document.name());
            Related::new(name, place.pointer.clone(), place.location.clone())
        });
        Problem::new(self.code, severity, Arc::clone(document.name()))
            .at(at.pointer.clone(), at.location.clone())
            .related_to(related)
            .with(self.arguments, self.suggestions, mend)
    }
}
