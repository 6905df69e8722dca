//! The questions of a catalogue as people are asked them: plain data in one language.
//!
//! A form, a questionnaire on paper, a table of answers and a page show the same questions. Each is
//! written from [`Questions`], so that none of them looks into a catalogue or a file format by itself.

mod field;
mod question;
mod results;

pub use self::field::{Choice, Choices, Field, FieldKind, Needed, Row};
pub use self::question::{Area, Asks, Clause, Question, Reason, Section, Term};
use crate::catalogue::{Catalogue, Indicator};
use crate::language::Voice;
use crate::responses::ResponseSet;
use crate::stage::Stage;

/// What people are asked: the questions of a catalogue, or a part of them, and the fields around
/// them, in one language and for one stage.
///
/// It is a selection and cheap to clone. Its results are plain data, made anew at each call: they
/// have every text that people read, and borrow nothing.
///
/// # Example
///
/// ```
/// use mgi::Catalogue;
/// use mgi::questions::{Asks, Questions};
///
/// let questions = Questions::of(&Catalogue::local()).language("en").domain("MR")?;
/// let section = &questions.sections()[0];
/// let question = &section.areas()[0].questions()[0];
/// assert_eq!(question.heading(), "MR01. Access to public primary health care");
/// let Asks::One(choices) = question.asks() else { panic!("one option is chosen") };
/// assert_eq!(choices.choices()[0].id(), "all");
/// assert!(choices.choices()[0].criterion().is_some());
///
/// // Who cannot answer gives a reason, and each reason brings fields with it.
/// let brings: Vec<&str> = question.reasons()[0].fields().iter().map(|field| field.name()).collect();
/// assert_eq!(brings, ["holder", "legal_basis", "in_territory"]);
/// # Ok::<(), mgi::questions::UnknownPart>(())
/// ```
#[derive(Clone, Debug)]
pub struct Questions {
    catalogue: Catalogue,
    language: String,
    /// How the engine speaks that language about the catalogue.
    words: Voice,
    stage: Stage,
    part: Part,
    /// Whose sources and respondents answers can cite.
    cited: Option<ResponseSet>,
}

/// What of a response set people are asked for.
#[derive(Clone, Debug)]
enum Part {
    Whole,
    /// Everything but the answers.
    Head,
    /// The questions at these positions, rising, and the sources that their answers cite.
    Questions(Vec<usize>),
}

/// A part of a catalogue was asked for that does not exist.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error(transparent)]
pub struct UnknownPart(#[from] Missing);

/// What does not exist.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
enum Missing {
    #[error("the catalogue has no domain `{0}`")]
    Domain(String),
    #[error("no question of the catalogue is asked of `{0}`")]
    Ask(String),
    #[error("the catalogue has no indicator `{0}`")]
    Indicator(String),
}

impl Questions {
    /// All questions and the fields around them, in the catalogue's first language, for a draft.
    #[must_use]
    pub fn of(catalogue: &Catalogue) -> Self {
        let language = catalogue.languages().next().unwrap_or_default();
        Self {
            catalogue: catalogue.clone(),
            words: catalogue.voice(language),
            language: language.to_owned(),
            stage: Stage::Draft,
            part: Part::Whole,
            cited: None,
        }
    }

    /// In this language. A text without a translation is in the catalogue's first language.
    #[must_use]
    pub fn language(mut self, language: &str) -> Self {
        language.clone_into(&mut self.language);
        self.words = self.catalogue.voice(language);
        self
    }

    /// For answers at this stage: nobody is asked to review answers in a draft.
    #[must_use]
    pub fn stage(mut self, stage: Stage) -> Self {
        self.stage = stage;
        self
    }

    /// With the sources and respondents of `responses` as what answers can cite. Without a set,
    /// people write ids.
    #[must_use]
    pub fn citing(mut self, responses: &ResponseSet) -> Self {
        self.cited = Some(responses.clone());
        self
    }

    /// Only what surrounds the answers: place, round, institutions, sources, what follows.
    #[must_use]
    pub fn head(mut self) -> Self {
        self.part = Part::Head;
        self
    }

    /// Only the questions of this domain, and the sources.
    ///
    /// # Errors
    ///
    /// [`UnknownPart`] when the catalogue has no such domain.
    pub fn domain(self, code: &str) -> Result<Self, UnknownPart> {
        let mut domains = self.catalogue.domains().iter();
        let domain = domains.find(|domain| domain.code() == code);
        let domain = domain.ok_or_else(|| Missing::Domain(code.to_owned()))?;
        let positions = domain.indicators().iter().map(Indicator::position).collect();
        Ok(self.only(positions))
    }

    /// Only the questions whose answer this role usually holds (a key of the vocabulary `ask`), and
    /// the sources.
    ///
    /// # Errors
    ///
    /// [`UnknownPart`] when no question names the role.
    pub fn ask(self, role: &str) -> Result<Self, UnknownPart> {
        let is_asked = |indicator: &&Indicator| indicator.ask().any(|known| known == role);
        let asked = self.catalogue.indicators().iter().filter(is_asked);
        let positions: Vec<usize> = asked.map(Indicator::position).collect();
        if positions.is_empty() {
            return Err(Missing::Ask(role.to_owned()).into());
        }
        Ok(self.only(positions))
    }

    /// Only the questions with these codes, in the catalogue's order, and the sources.
    ///
    /// # Errors
    ///
    /// [`UnknownPart`] for the first code that the catalogue does not have.
    pub fn codes(
        self,
        codes: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> Result<Self, UnknownPart> {
        let mut positions = Vec::new();
        for code in codes {
            let code = code.as_ref();
            let indicator = self.catalogue.indicator(code);
            let indicator = indicator.ok_or_else(|| Missing::Indicator(code.to_owned()))?;
            positions.push(indicator.position());
        }
        positions.sort_unstable();
        positions.dedup();
        Ok(self.only(positions))
    }

    /// The catalogue whose questions these are.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The title of the catalogue.
    #[must_use]
    pub fn title(&self) -> &str {
        self.catalogue.title(&self.language)
    }

    pub(crate) fn words(&self) -> &Voice {
        &self.words
    }

    pub(crate) fn at(&self) -> Stage {
        self.stage
    }

    fn only(self, positions: Vec<usize>) -> Self {
        Self { part: Part::Questions(positions), ..self }
    }

    fn has_head(&self) -> bool {
        !matches!(self.part, Part::Questions(_))
    }

    fn includes(&self, indicator: &Indicator) -> bool {
        match &self.part {
            Part::Whole => true,
            Part::Head => false,
            Part::Questions(positions) => positions.binary_search(&indicator.position()).is_ok(),
        }
    }
}
