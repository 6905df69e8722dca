//! The schema of *answers to one catalogue*, and what form builders need beside it.

mod choices;
mod document;
mod json_forms;
mod questions;
mod rjsf;
mod shown;

use serde_json::Value;

use super::Dialect;
use crate::catalogue::{Catalogue, Domain, Indicator};
use crate::language::Language;
use crate::problem::Code;
use crate::responses::ResponseSet;
use crate::stage::Stage;

/// A form for the answers to a catalogue: what a builder of forms needs to make it, for the whole
/// or for one part, in one language, for one stage.
///
/// What such a form submits is a response set: it starts from a [blank](Catalogue::blank) one or from
/// one that was saved, and [`ResponseSet::from_json`] reads what it submits as it is. A form has no
/// points and no weights in it, and answers nothing by itself.
///
/// A schema cannot say everything; [`Form::expressed`] lists what this one says. The judge is
/// [`Catalogue::assess`].
///
/// # Example
///
/// ```
/// use mgi::schema::{Dialect, Form};
/// use mgi::{Catalogue, Stage};
///
/// let catalogue = Catalogue::local();
/// let form = Form::of(&catalogue).language("es").stage(Stage::Draft).domain("MR")?;
/// let schema = form.schema(Dialect::Draft07);
/// let question = &schema["properties"]["answers"]["properties"]["MR01"]["properties"];
/// assert_eq!(question["answer"]["enum"], serde_json::json!(["all", "regular_only", "none"]));
/// assert_eq!(form.rjsf()["answers"]["MR01"]["answer"]["ui:widget"], "radio");
/// # Ok::<(), mgi::schema::UnknownPart>(())
/// ```
#[derive(Clone, Debug)]
pub struct Form {
    catalogue: Catalogue,
    language: String,
    stage: Stage,
    part: Part,
    /// Whose sources and respondents answers can cite.
    responses: Option<ResponseSet>,
}

/// What of a response set a form shows.
#[derive(Clone, Debug)]
enum Part {
    Whole,
    /// Everything but the answers.
    Head,
    /// The questions at these positions, rising, and the sources that their answers cite.
    Questions(Vec<usize>),
}

/// A part of a catalogue that a form was asked for and that does not exist.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum UnknownPart {
    /// There is no domain with this code.
    #[error("the catalogue has no domain `{0}`")]
    Domain(String),
    /// No question names this role among those that usually hold the answer.
    #[error("no question of the catalogue is asked of `{0}`")]
    Ask(String),
    /// There is no indicator with this code.
    #[error("the catalogue has no indicator `{0}`")]
    Indicator(String),
}

impl Form {
    /// The form of a whole response set, in the catalogue's first language, for a draft.
    #[must_use]
    pub fn of(catalogue: &Catalogue) -> Self {
        Self {
            catalogue: catalogue.clone(),
            language: catalogue.languages().next().unwrap_or_default().to_owned(),
            stage: Stage::Draft,
            part: Part::Whole,
            responses: None,
        }
    }

    /// In this language. What the catalogue has no translation for stands in its first language.
    #[must_use]
    pub fn language(mut self, language: &str) -> Self {
        language.clone_into(&mut self.language);
        self
    }

    /// For answers at this stage: a draft requires none, final answers are complete.
    #[must_use]
    pub fn stage(mut self, stage: Stage) -> Self {
        self.stage = stage;
        self
    }

    /// With the sources and respondents of `responses` as what answers can cite. Without a set,
    /// citations are ids that people write.
    #[must_use]
    pub fn responses(mut self, responses: &ResponseSet) -> Self {
        self.responses = Some(responses.clone());
        self
    }

    /// Only what stands around the answers: place, round, institutions, sources, what follows.
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
        let domain = domain.ok_or_else(|| UnknownPart::Domain(code.to_owned()))?;
        let positions = domain.indicators().iter().map(Indicator::position).collect();
        Ok(Self { part: Part::Questions(positions), ..self })
    }

    /// Only the questions whose answer this role usually holds (a key of the vocabulary `ask`), and
    /// the sources.
    ///
    /// # Errors
    ///
    /// [`UnknownPart`] when no question names the role.
    pub fn ask(self, role: &str) -> Result<Self, UnknownPart> {
        let asked = |indicator: &&Indicator| indicator.ask().any(|known| known == role);
        let positions: Vec<usize> =
            self.catalogue.indicators().iter().filter(asked).map(Indicator::position).collect();
        if positions.is_empty() {
            return Err(UnknownPart::Ask(role.to_owned()));
        }
        Ok(Self { part: Part::Questions(positions), ..self })
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
            let indicator = indicator.ok_or_else(|| UnknownPart::Indicator(code.to_owned()))?;
            positions.push(indicator.position());
        }
        positions.sort_unstable();
        positions.dedup();
        Ok(Self { part: Part::Questions(positions), ..self })
    }

    /// The JSON Schema of what the form submits. It contains every text that a builder of forms
    /// shows, but the labels of choices, which stand beside it: a plain `enum` is the one shape that
    /// no builder fills in by itself.
    #[must_use]
    pub fn schema(&self, dialect: Dialect) -> Value {
        document::schema(self, dialect)
    }

    /// The UI schema for react-jsonschema-form.
    #[must_use]
    pub fn rjsf(&self) -> Value {
        rjsf::ui_schema(self)
    }

    /// The UI schema for JSON Forms. Labels of choices are found in [`Form::translations`].
    #[must_use]
    pub fn json_forms(&self) -> Value {
        json_forms::ui_schema(self)
    }

    /// The texts that JSON Forms asks for by key: labels of choices, and what is said about an
    /// entry that does not fit, by the keyword of JSON Schema (`error.required`). Any other builder
    /// can use the latter too.
    #[must_use]
    pub fn translations(&self) -> Value {
        json_forms::translations(self)
    }

    /// The codes that the schema of this form expresses: it refuses answers where
    /// [`Catalogue::assess_at`] the form's stage finds an error of one of these codes, and a text
    /// that is blank, which the reader of a draft passes over.
    ///
    /// All other errors are left to the engine. No schema can say it:
    ///
    /// - `doc.syntax.*`, `doc.limit.*`, `doc.shape.duplicate-member`: a schema sees values, not bytes;
    /// - `rsp.date.inverted`, `rsp.place.subdivision-elsewhere`, `rsp.id.duplicate`: it does not compare;
    /// - `rsp.source.unknown` and `rsp.respondent.unknown`, unless the set at hand has such tables.
    ///
    /// Or saying it would make forms worse:
    ///
    /// - `rsp.answer.with-state`, `rsp.answer.none-and-others`: builders have no message for it;
    /// - `rsp.evidence.missing`: builders would open empty rows by themselves;
    /// - `rsp.answer.too-many-decimals`: reckoning with doubles refuses numbers that are right. Only
    ///   where no decimals are allowed, the schema says so.
    #[must_use]
    pub fn expressed(&self) -> Vec<Code> {
        let mut codes = super::expressed().to_vec();
        codes.extend([
            Code::OtherCatalogue,
            Code::OtherVersion,
            Code::UnknownIndicator,
            Code::RespondentRepeated,
            Code::AnswerType,
            Code::NotAnOption,
            Code::TickedTwice,
            Code::AnswerOutOfRange,
            Code::StateNotAllowed,
            Code::InTerritoryNotAnOption,
        ]);
        if !choices::sources(self).is_empty() {
            codes.push(Code::UnknownCitation);
        }
        if !choices::respondents(self).is_empty() {
            codes.push(Code::UnknownRespondent);
        }
        if self.is_final() {
            codes.extend([
                Code::Incomplete,
                Code::Unanswered,
                Code::StateIncomplete,
                Code::EvidenceIncomplete,
                Code::InformationDateMissing,
            ]);
        }
        codes
    }

    fn is_final(&self) -> bool {
        self.stage == Stage::Final
    }

    fn shows_head(&self) -> bool {
        !matches!(self.part, Part::Questions(_))
    }

    /// The questions that the form asks, by domain.
    fn domains(&self) -> impl Iterator<Item = (&Domain, Vec<&Indicator>)> {
        let domains = self.catalogue.domains().iter();
        let domains = domains.map(|domain| {
            let asked = domain.indicators().iter().filter(|indicator| self.asks(indicator));
            (domain, asked.collect::<Vec<_>>())
        });
        domains.filter(|(_, indicators)| !indicators.is_empty())
    }

    fn asks(&self, indicator: &Indicator) -> bool {
        match &self.part {
            Part::Whole => true,
            Part::Head => false,
            Part::Questions(positions) => positions.binary_search(&indicator.position()).is_ok(),
        }
    }

    /// The language of what the form says by itself.
    fn words(&self) -> &'static Language {
        Language::of(&self.language)
    }
}
