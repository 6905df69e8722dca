//! The schema of *answers to one catalogue*, and what form builders need beside it.

mod answers;
mod document;
mod json_forms;
mod rjsf;
mod texts;

use super::Dialect;
use crate::json::Json;
use crate::problem::Code;
use crate::questions::{Field, Question, Questions, Reason, Section};
use crate::stage::Stage;

/// A form for the answers to a catalogue: what a builder of forms needs to show [`Questions`].
///
/// What such a form submits is a response set: it starts from a [blank](crate::Catalogue::blank) one or from
/// one that was saved, and [`ResponseSet::from_json`](crate::ResponseSet::from_json) reads what it submits as it is. A form has no
/// points and no weights in it, and answers nothing by itself.
///
/// What no form asks for, such as claims or the record of workshops, may stand in what a form edits:
/// it keeps that and does not look into it.
///
/// A schema cannot express everything; [`Form::expressed`] lists what this one does. The judge is
/// [`Catalogue::assess`](crate::Catalogue::assess).
///
/// # Example
///
/// ```
/// use mgi::questions::Questions;
/// use mgi::schema::{Dialect, Form};
/// use mgi::schema::Json;
/// use mgi::{Catalogue, Stage};
///
/// let catalogue = Catalogue::local();
/// let questions = Questions::of(&catalogue).language("es").stage(Stage::Draft).domain("MR")?;
/// let form = Form::of(&questions);
/// let schema = form.schema(Dialect::Draft07);
/// let question = &schema["properties"]["answers"]["properties"]["MR01"]["properties"];
/// assert_eq!(question["answer"]["enum"], Json::list(["all", "regular_only", "none"]));
/// assert_eq!(form.rjsf()["answers"]["MR01"]["answer"]["ui:widget"], "radio");
/// # Ok::<(), mgi::questions::UnknownPart>(())
/// ```
#[derive(Clone, Debug)]
pub struct Form {
    questions: Questions,
    /// What surrounds the answers.
    fields: Vec<Field>,
    sections: Vec<Section>,
    /// What every answer has beside it.
    answer_fields: Vec<Field>,
    /// Every reason for not answering.
    reasons: Vec<Reason>,
}

impl Form {
    /// The form that asks these questions, in their language and for their stage: in a draft, it
    /// requires no answer, and in the end, complete answers.
    #[must_use]
    pub fn of(questions: &Questions) -> Self {
        Self {
            fields: questions.fields(),
            sections: questions.sections(),
            answer_fields: questions.answer_fields(),
            reasons: questions.reasons(),
            questions: questions.clone(),
        }
    }

    /// The JSON Schema of what the form submits. It contains every text that a builder of forms
    /// shows, but the labels of choices, which are beside it: a plain `enum` is the one shape that
    /// no builder fills in by itself.
    #[must_use]
    pub fn schema(&self, dialect: Dialect) -> Json {
        document::schema(self, dialect)
    }

    /// The UI schema for react-jsonschema-form.
    #[must_use]
    pub fn rjsf(&self) -> Json {
        rjsf::ui_schema(self)
    }

    /// The UI schema for JSON Forms. Labels of choices are found in [`Form::translations`].
    #[must_use]
    pub fn json_forms(&self) -> Json {
        json_forms::ui_schema(self)
    }

    /// The texts that JSON Forms asks for by key: labels of choices, and what is said about an
    /// entry that does not fit, by the keyword of JSON Schema (`error.required`). Any other builder
    /// can use the latter too.
    #[must_use]
    pub fn translations(&self) -> Json {
        texts::translations(self)
    }

    /// The codes that the schema of this form expresses: it refuses answers where
    /// [`Catalogue::assess_at`](crate::Catalogue::assess_at) the form's stage finds an error of one
    /// of these codes, and a text that is blank, which the reader of a draft passes over.
    ///
    /// All other errors are left to the engine, and so is everything about members that a form does
    /// not ask for, such as claims. No schema can express these:
    ///
    /// - `doc.syntax.*`, `doc.limit.*`, `doc.shape.duplicate-member`: a schema sees values, not bytes;
    /// - `rsp.date.inverted`, `rsp.place.subdivision-elsewhere`, `rsp.id.duplicate`: it does not compare;
    /// - `rsp.source.unknown` and `rsp.respondent.unknown`, unless the set at hand has such tables.
    ///
    /// Or expressing it would make forms worse:
    ///
    /// - `rsp.answer.with-state`, `rsp.answer.none-and-others`: builders have no message for it;
    /// - `rsp.evidence.missing`: builders would open empty rows by themselves;
    /// - `rsp.answer.too-many-decimals`: reckoning with doubles refuses numbers that are right. Only
    ///   where no decimals are allowed, the schema refuses them.
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
        if !self.questions.sources().choices().is_empty() {
            codes.push(Code::UnknownCitation);
        }
        if !self.questions.respondents().choices().is_empty() {
            codes.push(Code::UnknownRespondent);
        }
        if self.stage() == Stage::Final {
            codes.extend([
                Code::Incomplete,
                Code::Unanswered,
                Code::StateIncomplete,
                Code::EvidenceIncomplete,
                Code::InformationDateMissing,
                Code::CountryMissing,
            ]);
        }
        codes
    }

    fn stage(&self) -> Stage {
        self.questions.at()
    }

    fn asked(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(Section::questions)
    }

    /// The fields that come before the answers, and those that come after them.
    fn around_answers(&self) -> (&[Field], &[Field]) {
        let before = self.fields.iter().position(|field| field.name() == "sources");
        let before = before.map_or(0, |position| position.saturating_add(1));
        self.fields.split_at_checked(before).unwrap_or((&self.fields, &[]))
    }
}
