//! The documents of a catalogue, while they are read and once they are.

use std::sync::Arc;

use super::vocabulary::Vocabulary;
use crate::document::catalogue::{
    DomainEntry, DomainFile, IndicatorEntry, LabelEntry, Manifest, SilenceEntry, SubdomainEntry,
};
use crate::document::values::{Map, Placed};
use crate::document::{Field, Lift};
use crate::problem::{Code, Problem, Report};
use crate::stage::Stage;
use crate::tree::{Bytes, Document, Input, Limits, Mark, NodeId, Problems, Reader};

/// The number of the manifest among the documents of a catalogue.
const MANIFEST: usize = 0;

/// A catalogue as read: every member has its shape, and no rule was asked yet.
#[derive(Debug)]
pub(super) struct Read {
    /// The manifest, and the files of domains in the order in which it names them.
    pub(super) documents: Vec<Arc<Document>>,
    pub(super) manifest: Manifest,
    pub(super) domains: Vec<ReadDomain>,
    /// Every text in several languages.
    pub(super) localized: Vec<Mark>,
}

/// A domain as read.
#[derive(Debug)]
pub(super) struct ReadDomain {
    /// The number of its document.
    document: usize,
    pub(super) file: DomainFile,
}

/// An indicator as read, and where it is in the tree.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReadIndicator<'r> {
    pub(super) domain: &'r ReadDomain,
    /// Nothing if it is in its domain directly.
    pub(super) subdomain: Option<&'r SubdomainEntry>,
    pub(super) entry: &'r IndicatorEntry,
}

/// A silence as read, and the object in which it holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReadSilence<'r> {
    pub(super) holds_in: Mark,
    pub(super) entry: &'r SilenceEntry,
}

/// What is wrong with the documents of a catalogue.
#[derive(Debug)]
pub(super) struct Faults {
    pub(super) problems: Problems,
    /// One for each document of which nothing could be read.
    unreadable: Vec<Problem>,
    /// The names of all documents, in the order in which they were read.
    names: Vec<Arc<str>>,
}

/// Reads the manifest, and each domain file that it names and `fetch` has.
///
/// # Errors
///
/// A report if the manifest is no JSON object. Every other mistake is among the faults.
pub(super) fn read<'f>(
    manifest: Input<'_>,
    fetch: &mut dyn FnMut(&str) -> Option<Input<'f>>,
) -> Result<(Read, Faults), Report> {
    let (name, bytes, limits) = manifest.into_parts("catalogue.json");
    let mut files = Files::new(&limits);
    let Some((_, manifest)) = files.read::<Manifest>(name, bytes) else {
        return Err(files.refused());
    };
    let domains = files.domains(&manifest, fetch);
    let Files { documents, localized, faults, .. } = files;
    Ok((Read { documents, manifest, domains, localized }, faults))
}

/// Where a value of the manifest is.
pub(super) fn in_manifest(node: NodeId) -> Mark {
    Mark { document: MANIFEST, node }
}

/// Where a value of the manifest is that its object may lack.
pub(super) fn field_in_manifest<T: Placed>(field: &Field<T>) -> Option<Mark> {
    field.get().map(|value| in_manifest(value.node()))
}

impl Read {
    pub(super) fn text(&self, at: Mark) -> &str {
        self.documents.get(at.document).map_or("", |document| document.text_of(at.node))
    }

    /// The members of an object, as key and value.
    pub(super) fn members(&self, at: Mark) -> impl Iterator<Item = (NodeId, NodeId)> {
        let document = self.documents.get(at.document).into_iter();
        document.flat_map(move |document| document.members(at.node))
    }

    /// The document of the manifest.
    pub(super) fn manifest_document(&self) -> &Arc<Document> {
        self.document(MANIFEST)
    }

    /// The document of a domain, which is that of the manifest where the domain is inside it.
    pub(super) fn document_of(&self, domain: &ReadDomain) -> &Arc<Document> {
        self.document(domain.document)
    }

    fn document(&self, number: usize) -> &Arc<Document> {
        #[expect(clippy::indexing_slicing, reason = "INVARIANT: numbers come from `Files::read`")]
        &self.documents[number]
    }

    /// All indicators, in order.
    pub(super) fn indicators(&self) -> impl Iterator<Item = ReadIndicator<'_>> {
        self.domains.iter().flat_map(ReadDomain::indicators)
    }

    /// The keys of a vocabulary; nothing if the manifest has no vocabularies that could be read.
    pub(super) fn labels(&self, vocabulary: Vocabulary) -> Option<&Field<Map<LabelEntry>>> {
        let vocabularies = self.manifest.vocabularies.get()?;
        Some(match vocabulary {
            Vocabulary::About => &vocabularies.about,
            Vocabulary::Kind => &vocabularies.kind,
            Vocabulary::Ask => &vocabularies.ask,
            Vocabulary::Lenses => &vocabularies.lenses,
            Vocabulary::Grade => &vocabularies.grade,
        })
    }

    /// Every silence: those of the manifest, of domains and of indicators.
    pub(super) fn silences(&self) -> impl Iterator<Item = ReadSilence<'_>> {
        let manifest = (in_manifest(self.manifest.node()), &self.manifest.silence);
        let domains = self.domains.iter().map(|domain| {
            let file = &domain.file;
            (domain.at(file.node()), &file.silence)
        });
        let indicators = self.indicators().map(|indicator| {
            let entry = indicator.entry;
            (indicator.at(entry.node()), &entry.silence)
        });
        let lists = std::iter::once(manifest).chain(domains).chain(indicators);
        lists.flat_map(|(holds_in, silences)| {
            silences.items().iter().map(move |entry| ReadSilence { holds_in, entry })
        })
    }
}

impl ReadDomain {
    /// Where a value of the domain is.
    pub(super) fn at(&self, node: NodeId) -> Mark {
        Mark { document: self.document, node }
    }

    fn indicators(&self) -> impl Iterator<Item = ReadIndicator<'_>> {
        let in_subdomains = self.file.subdomains.items().iter().flat_map(move |subdomain| {
            let entries = subdomain.indicators.items().iter();
            entries.map(move |entry| (Some(subdomain), entry))
        });
        let own = self.file.indicators.items().iter().map(|entry| (None, entry));
        let entries = in_subdomains.chain(own);
        entries.map(move |(subdomain, entry)| ReadIndicator { domain: self, subdomain, entry })
    }
}

impl ReadIndicator<'_> {
    /// Where a value of the indicator is.
    pub(super) fn at(self, node: NodeId) -> Mark {
        self.domain.at(node)
    }
}

impl ReadSilence<'_> {
    /// Whether it holds for the value at `mark`. One of the manifest holds in all documents.
    pub(super) fn holds_for(self, mark: Mark, read: &Read) -> bool {
        let Mark { document, node } = self.holds_in;
        self.holds_in == in_manifest(NodeId::ROOT)
            || document == mark.document && read.document(document).holds(node, mark.node)
    }

    /// Where its code is.
    pub(super) fn code(self) -> Option<Mark> {
        let code = self.entry.code.get()?;
        Some(Mark { document: self.holds_in.document, node: code.node() })
    }
}

impl Faults {
    /// Whether something is wrong that keeps the catalogue from being used.
    pub(super) fn are_errors(&self) -> bool {
        !self.unreadable.is_empty() || self.problems.have_errors()
    }

    /// The warnings, if there is no error among the faults; the linter reports them.
    ///
    /// # Errors
    ///
    /// A report of all faults, if one of them is an error.
    pub(super) fn warnings(self, documents: &[Arc<Document>]) -> Result<Problems, Report> {
        let mut problems = self.problems.clone().located(documents, Stage::Final);
        problems.extend(self.unreadable);
        problems.sort_by_key(|problem| {
            self.names.iter().position(|name| **name == *problem.document())
        });
        Report::of(problems)?;
        Ok(self.problems)
    }
}

/// The documents of a catalogue while they are read.
struct Files<'l> {
    limits: &'l Limits,
    documents: Vec<Arc<Document>>,
    localized: Vec<Mark>,
    faults: Faults,
}

impl<'l> Files<'l> {
    fn new(limits: &'l Limits) -> Self {
        let problems = Problems::up_to(limits.max_problems());
        let faults = Faults { problems, unreadable: Vec::new(), names: Vec::new() };
        Self { limits, documents: Vec::new(), localized: Vec::new(), faults }
    }

    /// A document with its number, if it could be read.
    fn read<T: Lift>(&mut self, name: Arc<str>, bytes: Bytes<'_>) -> Option<(usize, T)> {
        let document = Document::read(&name, bytes, self.limits);
        self.faults.names.push(name);
        match document {
            Err(problem) => {
                self.faults.unreadable.push(*problem);
                None
            }
            Ok(document) => {
                let number = self.documents.len();
                let document = Arc::new(document);
                self.documents.push(Arc::clone(&document));
                self.lift(number, &document).map(|value| (number, value))
            }
        }
    }

    fn lift<T: Lift>(&mut self, number: usize, document: &Document) -> Option<T> {
        let problems = &mut self.faults.problems;
        if document.has_byte_order_mark() {
            problems.push(Code::ByteOrderMark, Mark { document: number, node: NodeId::ROOT });
        }
        let mut reader = Reader::new(document, number, self.limits, problems);
        let value = T::lift(&mut reader, NodeId::ROOT);
        let nodes = reader.into_localized().into_iter();
        self.localized.extend(nodes.map(|node| Mark { document: number, node }));
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
                DomainEntry::Inline(file) => Some((MANIFEST, DomainFile::clone(file))),
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
        let name = self.documents.get(MANIFEST)?.text_of(node).to_owned();
        if !is_plain(&name) {
            self.invalid_file_name(node, &name);
            return None;
        }
        let Some(input) = fetch(&name) else {
            self.missing_file(node, &name);
            return None;
        };
        let (name, bytes, _) = input.into_parts(&name);
        self.read(name, bytes)
    }

    /// `cat.file.invalid-name`
    fn invalid_file_name(&mut self, node: NodeId, got: &str) {
        self.faults.problems.push(Code::InvalidFileName, in_manifest(node)).with("got", got);
    }

    /// `cat.file.missing`
    fn missing_file(&mut self, node: NodeId, got: &str) {
        self.faults.problems.push(Code::MissingFile, in_manifest(node)).with("got", got);
    }

    /// The report of a manifest that could not be read at all.
    fn refused(self) -> Report {
        #[expect(clippy::expect_used, reason = "INVARIANT: what cannot be read leaves an error")]
        self.faults.warnings(&self.documents).expect_err("nothing was read, and that is an error")
    }
}

/// Whether a name is that of a file and leads nowhere else.
fn is_plain(name: &str) -> bool {
    !name.starts_with('.')
        && name.len() <= 255
        && !name.contains(|c: char| c.is_control() || "/\\:".contains(c))
}
