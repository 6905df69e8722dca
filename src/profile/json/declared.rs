//! What the response set says, written as its declarations have it: every declared member but the
//! internal ones, in the order of the declaration, and no notes.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::{Serialize, SerializeMap as _, Serializer};
use serde_json::{Map, json};

use crate::document::declare::{Declared, Handling, Holds, Kind, Member, Need};
use crate::problem::Shape;
use crate::responses::ResponseSet;
use crate::tree::{Document, NodeId};

/// An object of the response set, as the profile writes it.
pub(super) struct AsDeclared<'p, T> {
    document: &'p Document,
    /// `None` for an object that a draft lacks.
    node: Option<NodeId>,
    declared: PhantomData<T>,
}

impl<'p, T: Declared> AsDeclared<'p, T> {
    pub(super) fn new(set: &'p ResponseSet, node: Option<NodeId>) -> Self {
        Self { document: set.document(), node, declared: PhantomData }
    }
}

impl<T: Declared> Serialize for AsDeclared<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(T::KIND, self.document, self.node, serializer)
    }
}

/// Writes the members of an object that say something. What the object needs and a draft lacks is
/// written too: a text as an empty one, a word as null.
fn write_object<S: Serializer>(
    kind: &Kind,
    document: &Document,
    node: Option<NodeId>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut object = serializer.serialize_map(None)?;
    for member in written(kind) {
        let value = node.and_then(|node| value_of(member, document, node));
        match (value, member.holds) {
            (Some(value), _) => object.serialize_entry(member.name, &value)?,
            (None, _) if member.need == Need::Optional => {}
            (None, Holds::Word(_) | Holds::Whole(..)) => {
                object.serialize_entry(member.name, &())?;
            }
            (None, _) => object.serialize_entry(member.name, "")?,
        }
    }
    object.end()
}

fn written(kind: &Kind) -> impl Iterator<Item = &'static Member> + use<> {
    kind.members.iter().filter(|member| !member.has(Handling::Internal))
}

/// The value of a member, if the object at `node` has it and it says something.
fn value_of<'d>(member: &Member, document: &'d Document, node: NodeId) -> Option<Said<'d>> {
    let mut members = document.members(node);
    let (_, node) = members.find(|(key, _)| document.text_of(*key) == member.name)?;
    let value = Said { document, node, holds: member.holds };
    value.is_something().then_some(value)
}

/// A value of the response set.
struct Said<'d> {
    document: &'d Document,
    node: NodeId,
    holds: Holds,
}

impl<'d> Said<'d> {
    /// Whether there is more in it than a form leaves behind.
    fn is_something(&self) -> bool {
        match (self.document.shape_of(self.node), self.holds) {
            (Shape::Text, _) => !self.document.text_of(self.node).trim().is_empty(),
            (Shape::List, _) => self.items().next().is_some(),
            (Shape::Object, Holds::Object(kind)) => {
                written(kind).any(|member| value_of(member, self.document, self.node).is_some())
            }
            _ => true,
        }
    }

    /// The items of a list that say something.
    fn items(&self) -> impl Iterator<Item = Said<'d>> {
        let Self { document, node, holds } = *self;
        let holds = if let Holds::List(of_item) = holds { *of_item } else { Holds::Text };
        let items = document.items(node).map(move |node| Said { document, node, holds });
        items.filter(Said::is_something)
    }
}

impl Serialize for Said<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.document.shape_of(self.node), self.holds) {
            (Shape::Object, Holds::Object(kind)) => {
                write_object(kind, self.document, Some(self.node), serializer)
            }
            (Shape::List, _) => serializer.collect_seq(self.items()),
            (Shape::Number, _) => {
                // As short as it can be written: 3, where the file has 3.0.
                let number = self.document.number_of(self.node).unwrap_or_default();
                let number: Option<serde_json::Number> = number.parse().ok();
                number.serialize(serializer)
            }
            _ => self.document.printed(self.node).serialize(serializer),
        }
    }
}

/// An answer in the shape that response sets write it in.
#[derive(JsonSchema)]
#[schemars(rename = "ProfileValue", title = "Value of an answer", untagged)]
#[expect(dead_code, reason = "only its schema is wanted")]
enum Answered {
    /// A number.
    Number(serde_json::Number),
    /// The ids of the ticked options of a checklist.
    Ticked(Vec<String>),
    /// The id of an option, or a text.
    Word(String),
}

impl<T: Declared> JsonSchema for AsDeclared<'_, T> {
    fn schema_name() -> Cow<'static, str> {
        name(T::KIND).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        object_schema(T::KIND, generator)
    }
}

/// The title of a kind: its name without what tells that it is declared, `Answer` for `AnswerEntry`.
fn title(kind: &Kind) -> &'static str {
    let name = kind.name;
    name.strip_suffix("Entry").or_else(|| name.strip_suffix("Row")).unwrap_or(name)
}

fn name(kind: &Kind) -> String {
    format!("Profile{}", title(kind))
}

fn object_schema(kind: &Kind, generator: &mut SchemaGenerator) -> Schema {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for member in written(kind) {
        properties.insert(member.name.to_owned(), member_schema(member, generator).to_value());
        if member.need != Need::Optional {
            required.push(member.name);
        }
    }
    let is_cut = kind.members.iter().any(|member| member.has(Handling::Internal));
    let cut = if is_cut { " What is internal is not part of it." } else { "" };
    let mut schema = json_schema!({
        "type": "object",
        "title": title(kind),
        "description": format!("{}{cut}", kind.about),
        "properties": properties,
    });
    let order: Vec<&str> = written(kind).map(|member| member.name).collect();
    schema.insert("x-order".to_owned(), order.into());
    if !required.is_empty() {
        schema.insert("required".to_owned(), required.into());
    }
    schema
}

fn member_schema(member: &Member, generator: &mut SchemaGenerator) -> Schema {
    let mut schema = value_schema(member.holds, generator);
    let mut about = member.about.to_owned();
    match (member.holds, member.need) {
        (Holds::List(_), _) => {}
        (_, Need::Optional) => schema = or_null(schema),
        (Holds::Word(_) | Holds::Whole(..), _) => {
            schema = or_null(schema);
            about = format!("{}; null in a draft that does not say.", about.trim_end_matches('.'));
        }
        _ => {}
    }
    schema.insert("description".to_owned(), about.into());
    schema
}

fn or_null(mut schema: Schema) -> Schema {
    match schema.get("type").cloned() {
        Some(of_one) if schema.as_object().is_some_and(|members| members.len() == 1) => {
            schema.insert("type".to_owned(), json!([of_one, "null"]));
            schema
        }
        _ => json_schema!({"anyOf": [schema, {"type": "null"}]}),
    }
}

fn value_schema(holds: Holds, generator: &mut SchemaGenerator) -> Schema {
    match holds {
        Holds::Truth => json_schema!({"type": "boolean"}),
        Holds::Whole(least, most) => {
            json_schema!({"type": "integer", "minimum": least, "maximum": most})
        }
        Holds::Answer => generator.subschema_for::<Answered>(),
        Holds::Word(words) => (words.schema)(generator),
        Holds::Object(kind) => {
            let name = name(kind);
            if !generator.definitions().contains_key(&name) {
                let schema = object_schema(kind, generator).to_value();
                generator.definitions_mut().insert(name.clone(), schema);
            }
            let path = &generator.settings().definitions_path;
            Schema::new_ref(format!("#{path}/{name}"))
        }
        Holds::List(of_item) => {
            let items = value_schema(*of_item, generator);
            json_schema!({"type": "array", "items": items})
        }
        // Texts, ids and dates. In a draft, each of them may be blank.
        _ => json_schema!({"type": "string"}),
    }
}
