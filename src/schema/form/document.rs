//! The schema of a form: that of a response set, with the questions of the catalogue for its answers.

use serde_json::{Map, Value, json};

use super::{Form, Part, choices, questions};
use crate::document::responses::ResponseFile;
use crate::language::key;
use crate::schema::labels::{label, note, without_notes};
use crate::schema::{Dialect, output};
use crate::stage::Stage;

/// The dialect in which a form's schema is put together. It uses no keyword that is newer than
/// draft-07.
const INNER: Dialect = Dialect::Draft202012;

/// The members of a response set in the order in which people fill them in.
const ORDER: &[&str] = &[
    "place",
    "round",
    "context",
    "respondents",
    "sources",
    "answers",
    "queries",
    "priorities",
    "approval",
];

/// Members that forms do not show: what a form starts from has them. Nor is an answer reviewed in a
/// draft.
const HIDDEN: &[&str] = &["format", "catalogue", "language", "illustrative"];

/// Members in which people write more than a line.
const LONG_TEXTS: &[&str] =
    &["context", "account", "note", "reason", "text", "resolution", "action"];

/// The schema in a dialect, without notes.
pub(super) fn schema(form: &Form, dialect: Dialect) -> Value {
    let mut schema = annotated(form);
    without_notes(&mut schema);
    rename_definitions(&mut schema, dialect);
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("$schema".to_owned(), dialect.metaschema().into());
    }
    schema
}

/// The schema with the notes from which UI schemas are made.
pub(super) fn annotated(form: &Form) -> Value {
    let kinds = Kinds::of(form);
    let mut root = kinds.object("ResponseFile");
    let mut definitions = Map::new();
    let mut members = Map::new();
    for (name, member) in taken(&mut root, "properties") {
        if name == "answers" {
            continue;
        }
        if form.shows_head() || name == "sources" {
            members.insert(name, member);
        }
    }
    if !matches!(form.part, Part::Head) {
        members.insert("answers".to_owned(), questions::answers(form, &kinds, &mut definitions));
    }
    definitions.insert("cited_source".to_owned(), kinds.cited("cited_source"));
    definitions.insert("cited_respondent".to_owned(), kinds.cited("cited_respondent"));
    let terms = form.catalogue.terms().iter().map(|term| {
        let language = &form.language;
        json!({"term": term.term(language), "definition": term.definition(language)})
    });
    root.insert("title".to_owned(), form.catalogue.title(&form.language).into());
    root.insert("description".to_owned(), form.words().text(key!("form.description.help")).into());
    root.insert("x-terms".to_owned(), terms.collect());
    root.insert("properties".to_owned(), members.into());
    root.insert(note::ORDER.to_owned(), ORDER.into());
    root.insert(INNER.definitions().to_owned(), definitions.into());
    root.into()
}

/// The kinds of objects and words of a response set, as forms have them.
#[derive(Debug)]
pub(super) struct Kinds<'f> {
    form: &'f Form,
    /// The schemas of the kinds as files have them, with titles and descriptions.
    kinds: Map<String, Value>,
}

impl<'f> Kinds<'f> {
    fn of(form: &'f Form) -> Self {
        let mut file = output::<ResponseFile>(INNER);
        label(&mut file, "ResponseFile", INNER, &form.language);
        let mut root = file.as_object().cloned().unwrap_or_default();
        let mut kinds = taken(&mut root, INNER.definitions());
        kinds.insert("ResponseFile".to_owned(), root.into());
        Self { form, kinds }
    }

    /// The schema of a kind of object, with everything in it.
    pub(super) fn object(&self, kind: &str) -> Map<String, Value> {
        let mut object =
            self.kinds.get(kind).and_then(Value::as_object).cloned().unwrap_or_default();
        let declared = taken(&mut object, "properties");
        let names = strings(object.get(note::ORDER));
        let mut members = Map::new();
        for name in &names {
            if let Some(member) = declared.get(name) {
                members.insert(name.clone(), self.member(kind, name, member));
            }
        }
        // Builders offer to add members where an object may have others; a rule about their names
        // does not make them.
        object.remove("patternProperties");
        object.remove("additionalProperties");
        object.insert(
            "propertyNames".to_owned(),
            names_or_notes(&[&names[..], &["[$]schema".to_owned()]].concat()),
        );
        self.require(kind, &mut object);
        object.insert("properties".to_owned(), members.into());
        object
    }

    /// What an object of this kind must have, at the form's stage.
    fn require(&self, kind: &str, object: &mut Map<String, Value>) {
        let expected = strings(object.get(note::EXPECTED));
        if !self.form.is_final() {
            return;
        }
        if !expected.is_empty() {
            let mut required = strings(object.get("then").and_then(|then| then.get("required")));
            required.extend(expected);
            object.insert("if".to_owned(), json!({"minProperties": 1}));
            object.insert("then".to_owned(), json!({"required": required}));
        }
        match kind {
            "RoundEntry" => {
                let mut required = strings(object.get("required"));
                required.push("information_as_of".to_owned());
                object.insert("required".to_owned(), required.into());
            }
            "EvidenceRow" => {
                object.insert("if".to_owned(), json!({"required": ["where"]}));
                object.insert("then".to_owned(), json!({"required": ["source"]}));
            }
            _ => {}
        }
    }

    /// The schema of a member of a kind of object.
    fn member(&self, kind: &str, name: &str, declared: &Value) -> Value {
        let form = self.form;
        let one = |word: &str| json!({"type": "string", "enum": [word]});
        let mut member = self.value(declared);
        let known = match (kind, name) {
            ("CatalogueReference", "id") => Some(one(form.catalogue.id())),
            ("CatalogueReference", "version") => Some(one(form.catalogue.version())),
            ("QueryEntry" | "PriorityEntry", "indicator") => {
                choices::one_of("indicator", choices::indicators(form)).map(Value::Object)
            }
            ("EvidenceRow", "source") => Some(reference("cited_source")),
            _ => None,
        };
        if let Some(known) = known {
            member = labelled(known, declared);
        }
        let Some(schema) = member.as_object_mut() else { return member };
        if (kind, name) == ("AnswerEntry", "by") {
            schema.insert("items".to_owned(), reference("cited_respondent"));
            schema.insert("uniqueItems".to_owned(), true.into());
            schema.insert(note::I18N.to_owned(), "cited_respondent".into());
        }
        let is_hidden = kind == "ResponseFile" && HIDDEN.contains(&name)
            || (kind, name) == ("AnswerEntry", "review") && form.stage == Stage::Draft;
        let widget = if is_hidden {
            "hidden"
        } else if LONG_TEXTS.contains(&name) {
            "textarea"
        } else {
            return member;
        };
        schema.insert(note::WIDGET.to_owned(), widget.into());
        member
    }

    /// A schema with the kinds that it refers to in it.
    fn value(&self, schema: &Value) -> Value {
        let name = schema.get("$ref").and_then(Value::as_str).and_then(|to| to.rsplit('/').next());
        if let Some(kind) = name {
            let is_object =
                self.kinds.get(kind).is_some_and(|kind| kind.get("properties").is_some());
            let inlined = if is_object { self.object(kind) } else { self.words(kind) };
            return labelled(inlined.into(), schema);
        }
        let mut schema = schema.clone();
        if let Some(items) = schema.get_mut("items") {
            *items = self.value(items);
        }
        schema
    }

    /// The schema of a kind of word.
    fn words(&self, kind: &str) -> Map<String, Value> {
        let mut words =
            self.kinds.get(kind).and_then(Value::as_object).cloned().unwrap_or_default();
        let language = self.form.words();
        let label = |word: &String| language.find(&format!("{kind}.{word}")).unwrap_or_default();
        let labels: Vec<&str> = strings(words.get("enum")).iter().map(label).collect();
        words.remove("enumDescriptions");
        words.insert(note::LABELS.to_owned(), labels.into());
        words.insert(note::I18N.to_owned(), kind.into());
        words
    }

    /// The schema of what cites a source or a respondent: one of those that are known, or an id.
    fn cited(&self, name: &str) -> Value {
        let (kind, known) = match name {
            "cited_source" => ("EvidenceRow.source", choices::sources(self.form)),
            _ => ("AnswerEntry.by", choices::respondents(self.form)),
        };
        let (kind, member) = kind.split_once('.').unwrap_or_default();
        let declared = self.kinds.get(kind).and_then(|kind| kind.get("properties"));
        let declared =
            declared.and_then(|members| members.get(member)).cloned().unwrap_or_default();
        let id = declared.get("items").unwrap_or(&declared).clone();
        let mut cited = labelled(choices::one_of(name, known).map_or(id, Value::Object), &declared);
        if let Some(cited) = cited.as_object_mut() {
            // A page may put the ids in as people write them down.
            cited.insert(note::I18N.to_owned(), name.into());
        }
        cited
    }
}

/// A rule about the names of members: those that are known, and notes of the author's.
pub(super) fn names_or_notes<N: AsRef<str>>(names: &[N]) -> Value {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    json!({"pattern": format!("^(?:{})$|^x-", names.join("|"))})
}

/// A reference to a definition of the form.
pub(super) fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/{}/{name}", INNER.definitions())})
}

/// `schema` with the title and the description of `labels`, if it has any.
fn labelled(mut schema: Value, labels: &Value) -> Value {
    for label in ["title", "description"] {
        if let (Some(schema), Some(text)) = (schema.as_object_mut(), labels.get(label)) {
            schema.insert(label.to_owned(), text.clone());
        }
    }
    schema
}

/// The members of the object that is taken out of `of`.
fn taken(of: &mut Map<String, Value>, name: &str) -> Map<String, Value> {
    match of.remove(name) {
        Some(Value::Object(members)) => members,
        _ => Map::new(),
    }
}

fn strings(list: Option<&Value>) -> Vec<String> {
    let items = list.and_then(Value::as_array).into_iter().flatten();
    items.filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Gives definitions the place that they have in `dialect`.
fn rename_definitions(schema: &mut Value, dialect: Dialect) {
    let (inner, outer) = (INNER.definitions(), dialect.definitions());
    if inner == outer {
        return;
    }
    match schema {
        Value::Object(members) => {
            if let Some(definitions) = members.remove(inner) {
                members.insert(outer.to_owned(), definitions);
            }
            if let Some(Value::String(to)) = members.get_mut("$ref") {
                *to = to.replacen(inner, outer, 1);
            }
            members.values_mut().for_each(|member| rename_definitions(member, dialect));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rename_definitions(item, dialect)),
        _ => {}
    }
}
