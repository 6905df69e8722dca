//! A catalogue: a versioned instrument, sound and immutable.
//!
//! [`Catalogue::from_documents`] and [`Catalogue::from_json`] are the only ways to one, and both
//! check that it is sound. What could be better made is for [`Catalogue::lint`] to say.

mod answer_type;
mod assembly;
mod domain;
mod indicator;
mod lint;
mod load;
mod passage;
mod scheme;
mod soundness;
mod vocabulary;

use std::convert::Infallible;
use std::sync::Arc;

use indexmap::IndexMap;

pub use self::answer_type::{AnswerLevel, AnswerOption, AnswerType, NONE_OF_THESE, NumberBounds};
pub use self::domain::{Domain, Subdomain};
pub use self::indicator::{Indicator, Link};
pub(crate) use self::passage::{Localized, Passage};
pub use self::scheme::{Band, Minima, Scheme};
pub use self::vocabulary::{Framework, Label, Source, Term, Vocabulary};
use crate::index::Index;
use crate::problem::{Problem, Report};
use crate::tree::{Document, Input};

/// A versioned instrument: domains of indicators, the ways in which they are answered and scored,
/// its languages, terms and sources.
///
/// Cheap to clone. The engine knows no instrument: the local indicators, SDG indicator 10.7.2 and
/// anybody's own load through the same functions.
///
/// # Example
///
/// ```
/// use mgi::Catalogue;
///
/// let catalogue = Catalogue::local();
/// assert_eq!(catalogue.domains().len(), 6);
/// assert_eq!(catalogue.indicators().count(), 90);
/// assert_eq!(catalogue.indicators().filter(|indicator| indicator.is_scored()).count(), 88);
/// ```
#[derive(Clone, Debug)]
pub struct Catalogue(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    documents: Vec<Arc<Document>>,
    id: Passage,
    version: Passage,
    title: Localized,
    notice: Localized,
    provenance: Option<Localized>,
    languages: Vec<Passage>,
    terms: Vec<Term>,
    vocabularies: IndexMap<Vocabulary, Index<String, Label>>,
    frameworks: Index<String, Framework>,
    sources: Index<String, Source>,
    schemes: Vec<Scheme>,
    domains: Vec<Domain>,
    /// Where each indicator stands: domain, subdomain, place in it.
    codes: IndexMap<String, [usize; 3]>,
    /// The least common multiple of the maxima of all answer types in use: at most 1,000,000.
    common_maximum: u32,
}

impl Catalogue {
    /// Reads a catalogue that is one document, its domains inside the manifest.
    ///
    /// # Errors
    ///
    /// A [`Report`] of everything that makes it unsound: what is not JSON, what has the wrong
    /// shape, references that lead nowhere, points, weights, bands and conditions that cannot be
    /// reckoned with. A domain that is named as a file is missing here.
    pub fn from_json<'b, D: Into<Input<'b>>>(input: D) -> Result<Self, Report> {
        Self::from_documents(input, |_| None::<Input<'_>>)
    }

    /// Reads a catalogue from its manifest and the domain files that the manifest names, for which
    /// `fetch` is asked one by one. File names are plain: they have no path.
    ///
    /// The limits of the manifest hold for the domain files too. Problems call a domain file by the
    /// name in the manifest, unless `fetch` returns an [`Input`] with a name of its own.
    ///
    /// # Errors
    ///
    /// A [`Report`] of everything that makes it unsound, over all documents. A file for which
    /// `fetch` returns `None` is missing.
    ///
    /// # Example
    ///
    /// ```
    /// use std::collections::BTreeMap;
    ///
    /// use mgi::Catalogue;
    ///
    /// let manifest = r#"{"format": 1, "domains": ["one.json", "two.json"]}"#;
    /// let files = BTreeMap::from([("one.json", "{}")]);
    /// let report = Catalogue::from_documents(manifest, |name| files.get(name)).unwrap_err();
    /// let missing = |document| {
    ///     let of_document = report.problems().iter().filter(move |it| it.document() == document);
    ///     of_document.map(|problem| problem.code().name()).collect::<Vec<_>>()
    /// };
    /// assert!(missing("one.json").contains(&"doc.shape.missing-member"));
    /// assert!(missing("catalogue.json").contains(&"cat.file.missing"));
    /// ```
    pub fn from_documents<'b, 'f, M: Into<Input<'b>>, D: Into<Input<'f>>>(
        manifest: M,
        mut fetch: impl FnMut(&str) -> Option<D>,
    ) -> Result<Self, Report> {
        let fetch = |name: &str| Ok::<_, Infallible>(fetch(name));
        match Self::try_from_documents(manifest, fetch) {
            Ok(catalogue) => catalogue,
            Err(never) => match never {},
        }
    }

    /// [`Catalogue::from_documents`] where fetching itself can fail.
    ///
    /// `fetch` tells a file that is not there, `Ok(None)`, from one that cannot be had, `Err`. The
    /// first is a mistake of the manifest and is reported with all others. The second says nothing
    /// about the catalogue: nothing more is fetched, and the caller gets the error back as it is.
    ///
    /// # Errors
    ///
    /// The outer error is that of `fetch`, the inner one that of [`Catalogue::from_documents`].
    ///
    /// # Example
    ///
    /// ```no_run
    /// use std::{fs, io};
    ///
    /// use mgi::Catalogue;
    ///
    /// let catalogue = Catalogue::try_from_documents(fs::read("catalogue.json")?, |name| {
    ///     match fs::read(name) {
    ///         Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
    ///         read => read.map(Some),
    ///     }
    /// })??;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn try_from_documents<'b, 'f, M: Into<Input<'b>>, D: Into<Input<'f>>, E>(
        manifest: M,
        mut fetch: impl FnMut(&str) -> Result<Option<D>, E>,
    ) -> Result<Result<Self, Report>, E> {
        let mut failure = None;
        let loaded = load::load(manifest.into(), &mut |name| {
            if failure.is_some() {
                return None;
            }
            match fetch(name) {
                Ok(found) => found.map(Into::into),
                Err(error) => {
                    failure = Some(error);
                    None
                }
            }
        });
        match failure {
            Some(error) => Err(error),
            None => Ok(loaded.map(|inner| Self(Arc::new(inner)))),
        }
    }

    /// What could be better made: missing translations, statements and steps, things nobody uses.
    /// Empty for a well-made catalogue. Problems that the authors silence in the file are left out.
    #[must_use]
    pub fn lint(&self) -> Vec<Problem> {
        lint::lint(self)
    }

    /// The name of the instrument, such as `mgi-local`.
    #[must_use]
    pub fn id(&self) -> &str {
        self.0.id.as_str()
    }

    /// The version of the instrument, `major.minor.patch`.
    #[must_use]
    pub fn version(&self) -> &str {
        self.0.version.as_str()
    }

    /// The title of the instrument.
    #[must_use]
    pub fn title(&self, language: &str) -> &str {
        self.0.title.get(language)
    }

    /// What every reader of a profile must know about the instrument.
    #[must_use]
    pub fn notice(&self, language: &str) -> &str {
        self.0.notice.get(language)
    }

    /// Where the instrument comes from.
    #[must_use]
    pub fn provenance(&self, language: &str) -> Option<&str> {
        self.0.provenance.as_ref().map(|text| text.get(language))
    }

    /// The languages in which every text is written, the one to fall back to first.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.0.languages.iter().map(Passage::as_str)
    }

    /// Definitions for those who answer.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.0.terms
    }

    /// The keys of a vocabulary with their labels, in order.
    pub fn vocabulary(&self, vocabulary: Vocabulary) -> impl Iterator<Item = (&str, &Label)> {
        self.0
            .vocabularies
            .get(&vocabulary)
            .into_iter()
            .flat_map(Index::iter)
            .map(|(key, label)| (key.as_str(), label))
    }

    /// The label of a key of a vocabulary.
    #[must_use]
    pub fn label(&self, vocabulary: Vocabulary, key: &str) -> Option<&Label> {
        self.0.vocabularies.get(&vocabulary)?.get(key)
    }

    /// The frameworks that indicators link to, by key.
    pub fn frameworks(&self) -> impl Iterator<Item = (&str, &Framework)> {
        self.0.frameworks.iter().map(|(key, framework)| (key.as_str(), framework))
    }

    /// The sources that the catalogue rests on, by key.
    pub fn sources(&self) -> impl Iterator<Item = (&str, &Source)> {
        self.0.sources.iter().map(|(key, source)| (key.as_str(), source))
    }

    /// The ways in which answers become scores; the first one is used unless another is asked for.
    #[must_use]
    pub fn schemes(&self) -> &[Scheme] {
        &self.0.schemes
    }

    /// The scheme with this id.
    #[must_use]
    pub fn scheme(&self, id: &str) -> Option<&Scheme> {
        self.0.schemes.iter().find(|scheme| scheme.id() == id)
    }

    /// The domains, in order.
    #[must_use]
    pub fn domains(&self) -> &[Domain] {
        &self.0.domains
    }

    /// All indicators, in order.
    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.0.domains.iter().flat_map(Domain::indicators)
    }

    /// The indicator with this code.
    #[must_use]
    pub fn indicator(&self, code: &str) -> Option<&Indicator> {
        self.indicator_at(*self.0.codes.get(code)?)
    }

    /// The indicator with this code, which is probably the one at this position: answers mostly
    /// stand in the order of the catalogue, so that few have to be looked up.
    pub(crate) fn indicator_near(&self, position: usize, code: &str) -> Option<&Indicator> {
        match self.0.codes.get_index(position) {
            Some((known, place)) if known == code => self.indicator_at(*place),
            _ => self.indicator(code),
        }
    }

    /// The indicator at this place: domain, subdomain, place in it.
    pub(crate) fn indicator_at(&self, place: [usize; 3]) -> Option<&Indicator> {
        let [domain, subdomain, indicator] = place;
        self.0.domains.get(domain)?.subdomains().get(subdomain)?.indicators().get(indicator)
    }

    /// The least common multiple of the maxima of all answer types in use: at most 1,000,000.
    pub(crate) fn common_maximum(&self) -> u32 {
        self.0.common_maximum
    }

    /// How many indicators there are.
    pub(crate) fn size(&self) -> usize {
        self.0.codes.len()
    }

    /// The code of the indicator at this position.
    pub(crate) fn code_at(&self, position: usize) -> &str {
        self.0.codes.get_index(position).map_or("", |(code, _)| code.as_str())
    }

    pub(crate) fn codes(&self) -> impl Iterator<Item = &str> {
        self.0.codes.keys().map(String::as_str)
    }

    pub(crate) fn notice_text(&self) -> &Localized {
        &self.0.notice
    }

    pub(crate) fn title_text(&self) -> &Localized {
        &self.0.title
    }
}
