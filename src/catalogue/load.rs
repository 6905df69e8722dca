//! From documents to a catalogue.

use std::sync::Arc;

use super::assembly::Assembly;
use super::{Inner, soundness};
use crate::document::catalogue::{DomainEntry, DomainFile, Manifest};
use crate::problem::{Code, Problem, Report};
use crate::stage::Stage;
use crate::tree::{Bytes, Document, Input, Lift, Limits, Mark, NodeId, Problems, Reader};

pub(super) fn load<'f>(
    manifest: Input<'_>,
    fetch: &mut dyn FnMut(&str) -> Option<Input<'f>>,
) -> Result<Inner, Report> {
    let (name, bytes, limits) = manifest.into_parts("catalogue.json");
    let mut files = Files::new(&limits);
    let Some((_, manifest)) = files.read::<Manifest>(name, bytes) else {
        return Err(files.refused());
    };
    let domains = files.domains(&manifest, fetch);
    let inner = Assembly::new(&mut files, &manifest).assemble(&manifest, &domains);
    let common_maximum = soundness::check(&mut files, &manifest, &domains, &inner);
    let documents = files.finish()?;
    Ok(Inner { documents, common_maximum, ..inner })
}

/// A domain as read, and the number of its document.
pub(super) struct ReadDomain {
    pub(super) document: usize,
    pub(super) file: DomainFile,
}

/// The documents of a catalogue while it is loaded, and what is wrong with them.
pub(super) struct Files<'l> {
    limits: &'l Limits,
    pub(super) documents: Vec<Arc<Document>>,
    pub(super) problems: Problems,
    /// Documents of which nothing could be read.
    unreadable: Vec<Problem>,
    /// The names of all documents, in the order in which they were read.
    names: Vec<Arc<str>>,
    /// Where texts in several languages stand.
    pub(super) localized: Vec<Mark>,
}

impl<'l> Files<'l> {
    fn new(limits: &'l Limits) -> Self {
        Self {
            limits,
            documents: Vec::new(),
            problems: Problems::up_to(limits.max_problems()),
            unreadable: Vec::new(),
            names: Vec::new(),
            localized: Vec::new(),
        }
    }

    /// The documents of a loaded catalogue, read again.
    pub(super) fn again(documents: &[Arc<Document>], limits: &'l Limits) -> Self {
        Self { documents: documents.to_vec(), ..Self::new(limits) }
    }

    fn read<T: Lift>(&mut self, name: Arc<str>, bytes: Bytes<'_>) -> Option<(usize, T)> {
        let document = Document::read(&name, bytes, self.limits);
        self.names.push(name);
        match document {
            Err(problem) => {
                self.unreadable.push(*problem);
                None
            }
            Ok(document) => {
                let number = self.documents.len();
                self.documents.push(Arc::new(document));
                self.lift(number).map(|value| (number, value))
            }
        }
    }

    /// Reads the document of this number, and notes what is wrong with its shape.
    pub(super) fn lift<T: Lift>(&mut self, number: usize) -> Option<T> {
        let document = Arc::clone(self.documents.get(number)?);
        if document.has_byte_order_mark() {
            self.problems.push(Code::ByteOrderMark, Mark { document: number, node: NodeId::ROOT });
        }
        let mut reader = Reader::new(&document, number, self.limits, &mut self.problems);
        let value = T::lift(&mut reader, NodeId::ROOT);
        let marks = reader.into_localized();
        self.localized.extend(marks.into_iter().map(|node| Mark { document: number, node }));
        value
    }

    /// The domains, from the manifest or from their files.
    fn domains<'f>(
        &mut self,
        manifest: &Manifest,
        fetch: &mut dyn FnMut(&str) -> Option<Input<'f>>,
    ) -> Vec<ReadDomain> {
        let mut domains = Vec::new();
        for entry in manifest.domains.items() {
            let domain = match entry {
                DomainEntry::Inline(file) => Some((0, DomainFile::clone(file))),
                DomainEntry::File(node) => self.domain_file(*node, fetch),
            };
            domains.extend(domain.map(|(document, file)| ReadDomain { document, file }));
        }
        domains
    }

    fn domain_file<'f>(
        &mut self,
        node: NodeId,
        fetch: &mut dyn FnMut(&str) -> Option<Input<'f>>,
    ) -> Option<(usize, DomainFile)> {
        let at = Mark { document: 0, node };
        let name = self.text(at).to_owned();
        let is_plain = !name.starts_with('.')
            && name.len() <= 255
            && !name.contains(|c: char| c.is_control() || "/\\:".contains(c));
        if !is_plain {
            self.problems.push(Code::InvalidFileName, at).with("got", name.as_str());
            return None;
        }
        let Some(input) = fetch(&name) else {
            self.problems.push(Code::MissingFile, at).with("got", name.as_str());
            return None;
        };
        let (name, bytes, _) = input.into_parts(&name);
        self.read(name, bytes)
    }

    pub(super) fn text(&self, at: Mark) -> &str {
        self.documents.get(at.document).map_or("", |document| document.text_of(at.node))
    }

    /// Whether something is wrong that keeps the catalogue from being used.
    pub(super) fn have_errors(&self) -> bool {
        !self.unreadable.is_empty() || self.problems.have_errors()
    }

    /// The documents, or the report of what is wrong if there is an error among it. Warnings are for
    /// the linter, which finds them again.
    fn finish(self) -> Result<Vec<Arc<Document>>, Report> {
        let mut problems = self.problems.located(&self.documents, Stage::Final);
        problems.extend(self.unreadable);
        problems.sort_by_key(|problem| {
            self.names.iter().position(|name| **name == *problem.document())
        });
        Report::of(problems)?;
        Ok(self.documents)
    }

    /// The report of a manifest that could not be read at all.
    fn refused(self) -> Report {
        #[expect(clippy::expect_used, reason = "INVARIANT: what cannot be read leaves an error")]
        self.finish().expect_err("nothing was read, and that is an error")
    }
}
