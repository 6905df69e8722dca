//! The schema of a form: that of a response set with the questions of the catalogue for its answers.

use std::fmt::Display;

use super::Form;
use super::texts::{CITED_RESPONDENT, CITED_SOURCE};
use crate::document::declare::{Declared as _, Holds, Kind, Need};
use crate::document::responses::ResponseFile;
use crate::json::Json;
use crate::language::key;
use crate::questions::{Choices, Field, FieldKind, Needed, Reason, Row};
use crate::schema::file::{filled, format};
use crate::schema::{Dialect, object};
use crate::stage::Stage;

/// The schema in a dialect. It uses no keyword that is newer than draft-07.
pub(super) fn schema(form: &Form, dialect: Dialect) -> Json {
    let writer = Writer { form, definitions: dialect.definitions() };
    let (before, after) = form.around_answers();
    let mut members = writer.members(before);
    if !form.sections.is_empty() {
        members.put("answers", writer.answers());
    }
    for field in after {
        members.put(field.name(), writer.field(field));
    }
    let required = ResponseFile::KIND.members.iter().filter(|member| member.need == Need::Required);
    let required: Vec<&str> = required.map(|member| member.name).collect();
    let terms = form.questions.terms().into_iter();
    let terms = terms
        .map(|term| object! {"term" => term.term(), "definition" => term.definition()})
        .collect::<Vec<_>>();
    object! {
        "$schema" => dialect.metaschema(),
        "title" => form.questions.title(),
        "description" => form.questions.words().text(key!("form.description.help")).into_owned(),
        "type" => "object",
        "required" => required,
        "propertyNames" => names_or_notes(members_of(ResponseFile::KIND)),
        "properties" => members,
        "x-terms" => terms,
        writer.definitions => writer.shared(),
    }
}

/// The member that refers to a schema, as a regular expression.
const SCHEMA: &str = "[$]schema";

pub(super) struct Writer<'f> {
    pub(super) form: &'f Form,
    /// The keyword of what schemas refer to.
    definitions: &'static str,
}

impl Writer<'_> {
    /// What schemas refer to: what answers cite, and what all of them have in common.
    fn shared(&self) -> Json {
        let mut shared = object! {};
        for field in &self.form.answer_fields {
            match field.kind() {
                FieldKind::Rows(row) => {
                    for field in row.fields() {
                        if let FieldKind::Source(sources) = field.kind() {
                            shared.put(CITED_SOURCE, cited(field, CITED_SOURCE, sources));
                        }
                    }
                }
                FieldKind::Respondents(respondents) => {
                    shared.put(CITED_RESPONDENT, cited(field, CITED_RESPONDENT, respondents));
                }
                _ => {}
            }
        }
        if self.form.sections.is_empty() {
            return shared;
        }
        for field in self.form.answer_fields.iter().filter(|field| field.name() != "state") {
            shared.put(field.name(), self.field(field));
        }
        let mut strays = Vec::new();
        for field in self.form.reasons.iter().flat_map(Reason::fields) {
            let name = field.name();
            shared.put(name, self.field(field));
            let wrong = object! {name => object! {"not" => self.reference(name)}};
            strays.push(object! {"required" => Json::list([name]), "properties" => wrong});
        }
        // A builder shows the fields of the reason that was chosen alone. What is wrong with those
        // of others is not seen there, but refused by the reader.
        shared.put("stray", object! {"anyOf" => strays});
        shared
    }

    pub(super) fn reference(&self, name: &str) -> Json {
        object! {"$ref" => self.address(name)}
    }

    fn members(&self, fields: &[Field]) -> Json {
        Json::object(fields.iter().map(|field| (field.name(), self.field(field))))
    }

    fn field(&self, field: &Field) -> Json {
        let mut schema = labelled(field.label(), field.help());
        match field.kind() {
            FieldKind::Group(fields) => {
                self.fill_in(&mut schema, fields, []);
                if field.needed() == Needed::Always {
                    self.require(&mut schema, fields);
                } else {
                    self.require_unless_blank(&mut schema, fields);
                }
            }
            FieldKind::Rows(row) => {
                schema.put("type", "array");
                schema.put("items", self.row(row));
            }
            FieldKind::Choice(choices) => one_of(&mut schema, choices.name(), choices),
            FieldKind::Source(_) => schema.put("$ref", self.address(CITED_SOURCE)),
            FieldKind::Respondents(_) => {
                schema.put("type", "array");
                schema.put("items", self.reference(CITED_RESPONDENT));
                schema.put("uniqueItems", true);
                schema.put("i18n", CITED_RESPONDENT);
            }
            // Which options there are, only a question knows.
            FieldKind::Option => return filled(),
            FieldKind::Truth => schema.put("type", "boolean"),
            FieldKind::Format => extend(&mut schema, &format()),
            FieldKind::Fixed(text) => {
                schema.put("type", "string");
                schema.put("enum", Json::list([text.as_str()]));
            }
            FieldKind::Line | FieldKind::Lines => extend(&mut schema, &filled()),
            FieldKind::Id => text(&mut schema, &Holds::Id),
            FieldKind::Date => text(&mut schema, &Holds::Date),
            FieldKind::Period => text(&mut schema, &Holds::Period),
            FieldKind::Country => text(&mut schema, &Holds::CountryCode),
            FieldKind::Subdivision => text(&mut schema, &Holds::SubdivisionCode),
            FieldKind::Language => text(&mut schema, &Holds::LanguageTag),
        }
        schema
    }

    fn address(&self, name: &str) -> String {
        format!("#/{}/{name}", self.definitions)
    }

    fn row(&self, row: &Row) -> Json {
        let mut schema = labelled(row.label(), row.help());
        self.fill_in(&mut schema, row.fields(), row.unasked());
        self.require_unless_blank(&mut schema, row.fields());
        schema
    }

    /// Puts what an object with these fields is into its schema, which may have other members too.
    pub(super) fn fill_in(
        &self,
        schema: &mut Json,
        fields: &[Field],
        others: impl IntoIterator<Item = &'static str>,
    ) {
        schema.put("type", "object");
        // Builders offer to add members where an object may have others; a rule about their names
        // does not make them.
        let names = fields.iter().map(Field::name).chain(others);
        schema.put("propertyNames", names_or_notes(names.chain([SCHEMA])));
        schema.put("properties", self.members(fields));
    }

    /// The names of the fields that must be filled in at the form's stage.
    pub(super) fn needed(&self, fields: &[Field]) -> Vec<&'static str> {
        let needed = fields.iter().filter(|field| field.needed().at(self.form.stage()));
        needed.map(Field::name).collect()
    }

    pub(super) fn require(&self, schema: &mut Json, fields: &[Field]) {
        let needed = self.needed(fields);
        if !needed.is_empty() {
            schema.put("required", needed);
        }
    }

    /// The same for what people add and clear again: what is left of it then means nothing.
    fn require_unless_blank(&self, schema: &mut Json, fields: &[Field]) {
        let needed = self.needed(fields);
        if !needed.is_empty() {
            schema.put("if", object! {"minProperties" => 1});
            schema.put("then", object! {"required" => needed});
        }
        for field in fields {
            if let (Needed::With(other), Stage::Final) = (field.needed(), self.form.stage()) {
                schema.put("if", object! {"required" => Json::list([other])});
                schema.put("then", object! {"required" => Json::list([field.name()])});
            }
        }
    }
}

/// What cites a source or a respondent: one of those that are known, or an id.
fn cited(field: &Field, key: &str, known: &Choices) -> Json {
    let mut schema = labelled(field.label(), field.help());
    if known.choices().is_empty() {
        extend(&mut schema, &filled());
        // A page may put the ids in as people write them down.
        schema.put("i18n", key);
    } else {
        one_of(&mut schema, key, known);
    }
    schema
}

pub(super) fn labelled(title: &str, description: &str) -> Json {
    titled(title, Some(description))
}

pub(super) fn titled(title: &str, description: Option<&str>) -> Json {
    let mut schema = object! {"title" => title};
    if let Some(description) = description {
        schema.put("description", description);
    }
    schema
}

/// One of `choices`, whose labels translations have under `key`.
pub(super) fn one_of(schema: &mut Json, key: &str, choices: &Choices) {
    schema.put("type", "string");
    schema.put("enum", choices.ids().collect::<Vec<_>>());
    schema.put("i18n", key);
}

fn text(schema: &mut Json, of: &Holds) {
    schema.put("type", "string");
    schema.put("pattern", of.pattern());
}

pub(super) fn extend(schema: &mut Json, with: &Json) {
    for (keyword, value) in with.members() {
        schema.put(keyword, value.clone());
    }
}

/// The names that the members of an object can have besides notes.
pub(super) fn members_of(kind: &'static Kind) -> impl Iterator<Item = &'static str> {
    kind.members.iter().map(|member| member.name).chain([SCHEMA])
}

/// A rule about the names of members: those that are known, and notes of the author's.
pub(super) fn names_or_notes<N: Display>(names: impl Iterator<Item = N>) -> Json {
    let names: Vec<String> = names.map(|name| name.to_string()).collect();
    object! {"pattern" => format!("^(?:{})$|^x-", names.join("|"))}
}
