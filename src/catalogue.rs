//! A catalogue: a versioned instrument, sound and immutable.
//!
//! [`Catalogue::from_documents`] and [`Catalogue::from_json`] are the only ways to one. Both go
//! through three types: what was *read* (`files`), what was *built* from it (`assembly`), and what is
//! *sound* (`load`), because the rules of `references` and `soundness` found no error. The linter
//! looks at a sound catalogue for what could be made better.
//!
//! Lists of things are slices, in the order of the files. Lists of words are iterators, because the
//! words are parts of the files' text.

mod answer_type;
mod assembly;
mod carry_over;
mod domain;
mod files;
mod indicator;
mod lint;
mod load;
mod passage;
mod references;
mod scheme;
mod soundness;
mod unit;
mod vocabulary;

use std::convert::Infallible;
use std::fmt;
use std::sync::Arc;

pub use self::answer_type::{AnswerLevel, AnswerOption, AnswerType, NONE_OF_THESE, NumberBounds};
use self::assembly::Built;
pub use self::carry_over::{CarryOver, FormerIndicator};
pub use self::domain::{Domain, Heading, Subdomain};
pub use self::indicator::{Clause, Indicator, Link};
use self::load::Sound;
pub(crate) use self::passage::{Localized, Passage};
pub use self::scheme::{Band, Minima, Scheme};
pub use self::unit::Unit;
pub use self::vocabulary::{Framework, Label, Source, Term, Vocabulary};
pub use crate::document::catalogue::{
    Aggregation, AnswerKind, Gaps, LinkBasis, Overall, Requirement, State,
};
pub use crate::document::states::StateMember;
use crate::language::{Language, Voice};
use crate::problem::{Problem, Report};
use crate::tree::Input;

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
/// let indicator = catalogue.indicator("MR01").unwrap();
/// println!("{}: {}", indicator.title("en"), indicator.question("en"));
///
/// // From a thing to another by its code or key.
/// let domain = catalogue.domain(indicator.domain().code()).unwrap();
/// assert!(domain.indicators().iter().any(|known| known.code() == "MR01"));
/// for key in indicator.sources() {
///     println!("founded on {}", catalogue.source(key).unwrap().title());
/// }
/// for link in indicator.links() {
///     println!("speaks to {} {}: {}", link.framework(), link.target(), link.text("en"));
/// }
/// ```
#[derive(Clone)]
pub struct Catalogue(Arc<Sound>);

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
            None => Ok(loaded.map(|sound| Self(Arc::new(sound)))),
        }
    }

    /// What could be made better: missing translations, statements and steps, things that nothing
    /// uses. Empty for a well-made catalogue. Problems that the authors silence in the file are left
    /// out.
    #[must_use]
    pub fn lint(&self) -> Vec<Problem> {
        lint::lint(&self.0)
    }

    /// The name of the instrument, such as `mgi-local`.
    #[must_use]
    pub fn id(&self) -> &str {
        self.built().id.as_str()
    }

    /// The version of the instrument, `major.minor.patch`.
    #[must_use]
    pub fn version(&self) -> &str {
        self.built().version.as_str()
    }

    /// The title of the instrument.
    #[must_use]
    pub fn title(&self, language: &str) -> &str {
        self.built().title.get(language)
    }

    /// What every reader of a profile must know about the instrument.
    #[must_use]
    pub fn notice(&self, language: &str) -> &str {
        self.built().notice.get(language)
    }

    /// What the instrument calls whom it is about, if it says so.
    ///
    /// ```
    /// let catalogue = mgi::Catalogue::local();
    /// assert_eq!(catalogue.unit().unwrap().the("es"), "el Municipio");
    /// assert_eq!(catalogue.unit().unwrap().this("en"), "this municipality");
    /// ```
    #[must_use]
    pub fn unit(&self) -> Option<&Unit> {
        self.built().unit.as_ref()
    }

    /// Where the instrument comes from.
    #[must_use]
    pub fn provenance(&self, language: &str) -> Option<&str> {
        self.built().provenance.as_ref().map(|text| text.get(language))
    }

    /// Whether response sets must have this besides answers: everything, where the catalogue does not
    /// say what.
    ///
    /// # Example
    ///
    /// ```
    /// use mgi::Catalogue;
    /// use mgi::catalogue::Requirement;
    ///
    /// assert!(Catalogue::local().requires(Requirement::Evidence));
    /// ```
    #[must_use]
    pub fn requires(&self, requirement: Requirement) -> bool {
        let listed = self.built().requires.as_ref();
        listed.is_none_or(|listed| listed.contains(&requirement))
    }

    /// The languages in which every text is written, the one to fall back to first.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.built().languages.iter().map(Passage::as_str)
    }

    /// Definitions for those who answer.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.built().terms
    }

    /// The term with this id.
    #[must_use]
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms().iter().find(|term| term.id() == id)
    }

    /// The keys of a vocabulary with their labels, in order.
    #[must_use]
    pub fn vocabulary(&self, vocabulary: Vocabulary) -> &[Label] {
        self.built().vocabularies.get(&vocabulary).map_or(&[], |labels| labels.things())
    }

    /// The label of a key of a vocabulary.
    #[must_use]
    pub fn label(&self, vocabulary: Vocabulary, key: &str) -> Option<&Label> {
        self.built().vocabularies.get(&vocabulary)?.get(key)
    }

    /// The frameworks that indicators link to.
    #[must_use]
    pub fn frameworks(&self) -> &[Framework] {
        self.built().frameworks.things()
    }

    /// The framework with this key.
    #[must_use]
    pub fn framework(&self, key: &str) -> Option<&Framework> {
        self.built().frameworks.get(key)
    }

    /// The sources that the catalogue rests on.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        self.built().sources.things()
    }

    /// The source with this key.
    #[must_use]
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.built().sources.get(key)
    }

    /// The way of answering with this name.
    #[must_use]
    pub fn answer_type(&self, name: &str) -> Option<&AnswerType> {
        self.built().answer_types.get(name).map(AsRef::as_ref)
    }

    /// The ways in which answers become scores; the first one is used unless another is asked for.
    #[must_use]
    pub fn schemes(&self) -> &[Scheme] {
        &self.built().schemes
    }

    /// The scheme with this id.
    #[must_use]
    pub fn scheme(&self, id: &str) -> Option<&Scheme> {
        self.schemes().iter().find(|scheme| scheme.id() == id)
    }

    /// What became of the indicators of earlier versions, a row for each.
    #[must_use]
    pub fn carry_over(&self) -> &[CarryOver] {
        &self.built().carry_over
    }

    /// The domains, in order.
    #[must_use]
    pub fn domains(&self) -> &[Domain] {
        &self.built().domains
    }

    /// The domain with this code.
    #[must_use]
    pub fn domain(&self, code: &str) -> Option<&Domain> {
        self.domains().iter().find(|domain| domain.code() == code)
    }

    /// All indicators, in order.
    #[must_use]
    pub fn indicators(&self) -> &[Indicator] {
        &self.built().indicators
    }

    /// The indicator with this code.
    #[must_use]
    pub fn indicator(&self, code: &str) -> Option<&Indicator> {
        self.indicators().get(*self.built().codes.get(code)?)
    }

    /// The indicator with this code, which is probably the one at this position: most answers are in
    /// the order of the catalogue, so that few have to be looked up.
    pub(crate) fn indicator_near(&self, position: usize, code: &str) -> Option<&Indicator> {
        let near = self.indicators().get(position).filter(|near| near.code() == code);
        near.or_else(|| self.indicator(code))
    }

    /// The least common multiple of the maxima of all answer types in use: at most 1,000,000.
    pub(crate) fn common_maximum(&self) -> u32 {
        self.0.common_maximum
    }

    /// How many indicators there are.
    pub(crate) fn size(&self) -> usize {
        self.indicators().len()
    }

    /// The code of the indicator at this position.
    pub(crate) fn code_at(&self, position: usize) -> &str {
        self.indicators().get(position).map_or("", Indicator::code)
    }

    pub(crate) fn codes(&self) -> impl Iterator<Item = &str> {
        self.indicators().iter().map(Indicator::code)
    }

    /// The engine as it speaks a language about this instrument.
    pub(crate) fn voice(&self, language: &str) -> Voice {
        Unit::voice(self.unit(), Language::of(language))
    }

    pub(crate) fn notice_text(&self) -> &Localized {
        &self.built().notice
    }

    pub(crate) fn title_text(&self) -> &Localized {
        &self.built().title
    }

    fn built(&self) -> &Built {
        &self.0.built
    }
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalogue")
            .field("id", &self.id())
            .field("version", &self.version())
            .field("domains", &self.domains().len())
            .field("indicators", &self.indicators().len())
            .finish_non_exhaustive()
    }
}
