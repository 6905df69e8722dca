//! The schemas of what the crate writes. They come from the types that are written; the keywords and
//! members of each are put in an order for readers here.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use super::file::meanings;
use super::{Dialect, object};
use crate::json::Json;
use crate::language::Language;

/// Keywords that come first and last in a schema; the others are between them, by name.
const FIRST: &[&str] =
    &["$schema", "title", "description", "type", "enum", "required", "properties"];
const LAST: &[&str] = &["definitions", "$defs"];

/// The keyword in which the schema of a declared object notes the order of its members. Nobody sees
/// it. What is derived from a type notes only the members that are always written, in `required`.
const ORDER: &str = "x-order";

/// The schema of what is written for a type.
pub(super) fn schema<T: JsonSchema>(dialect: Dialect) -> Json {
    let settings = match dialect {
        Dialect::Draft07 => SchemaSettings::draft07(),
        Dialect::Draft202012 => SchemaSettings::draft2020_12(),
    };
    let generator = settings.for_serialize().into_generator();
    let schema = generator.into_root_schema_for::<T>().to_value();
    Writer { language: Language::first() }.value(&schema)
}

struct Writer {
    language: &'static Language,
}

impl Writer {
    fn value(&self, value: &Value) -> Json {
        match value {
            Value::Null => Json::default(),
            Value::Bool(truth) => (*truth).into(),
            Value::Number(number) => number
                .as_i64()
                .map_or_else(|| number.as_f64().unwrap_or_default().into(), Json::from),
            Value::String(text) => text.as_str().into(),
            Value::Array(items) => Json::list(items.iter().map(|item| self.value(item))),
            Value::Object(keywords) => self.schema(keywords),
        }
    }

    fn schema(&self, keywords: &Map<String, Value>) -> Json {
        let mut names: Vec<&str> = keywords.keys().map(String::as_str).collect();
        names.sort_by_key(|name| {
            let first = FIRST.iter().position(|known| known == name).unwrap_or(FIRST.len());
            (LAST.contains(name), first)
        });
        let mut schema = object! {};
        for name in names {
            match (name, keywords.get(name)) {
                // JSON Schema knows no formats of numbers.
                ("format" | ORDER, _) | (_, None) => {}
                ("properties", Some(Value::Object(members))) => {
                    let order = keywords.get(ORDER).or_else(|| keywords.get("required"));
                    schema.put(name, self.members(members, order));
                }
                ("definitions" | "$defs", Some(Value::Object(members))) => {
                    let members = members.iter();
                    let members =
                        members.map(|(name, member)| (name.as_str(), self.kind(name, member)));
                    schema.put(name, Json::object(members));
                }
                (_, Some(value)) => schema.put(name, self.value(value)),
            }
        }
        if keywords.contains_key("properties") && !keywords.contains_key("additionalProperties") {
            schema.put("additionalProperties", false);
        }
        schema
    }

    /// The members of an object, those of a list of names first and in its order.
    fn members(&self, members: &Map<String, Value>, order: Option<&Value>) -> Json {
        let order = order.and_then(Value::as_array).into_iter().flatten();
        let order: Vec<&str> = order.filter_map(Value::as_str).collect();
        let mut names: Vec<&str> = members.keys().map(String::as_str).collect();
        names.sort_by_key(|name| {
            order.iter().position(|known| known == name).unwrap_or(order.len())
        });
        let members = names.iter().filter_map(|name| Some((*name, members.get(*name)?)));
        Json::object(members.map(|(name, member)| (name, self.value(member))))
    }

    /// The schema of a kind of object or word. The words of files are explained as in files.
    fn kind(&self, name: &str, schema: &Value) -> Json {
        let schema = self.value(schema);
        let Some(title) = self.language.find(name) else { return schema };
        let mut kind = object! {"title" => title};
        if let Some(help) = self.language.find_help(name) {
            kind.put("description", help);
        }
        for (keyword, value) in schema.members() {
            if kind.get(keyword).is_none() {
                kind.put(keyword, value.clone());
            }
        }
        if let Some(words) = schema.get("enum") {
            let words: Vec<&str> = words.items().iter().filter_map(Json::as_str).collect();
            kind.put("enumDescriptions", meanings(self.language, name, &words));
        }
        kind
    }
}
