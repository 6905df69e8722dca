//! A JSON value that keeps its members in order.

use std::fmt;
use std::ops::Index;

use indexmap::IndexMap;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

/// A JSON value whose objects keep their members in the order in which they were put.
///
/// Schemas and forms are read by people from top to bottom, and builders of forms show fields in the
/// order in which they find them. `serde_json::Value` sorts members by name unless a feature of
/// another crate in the same program says otherwise, so the crate has a value of its own.
///
/// It prints as JSON: compact with `{}`, indented with `{:#}`. Through serde it converts from and to
/// any other JSON value. Two values are equal if they hold the same, whatever the order of members.
///
/// # Example
///
/// ```
/// use mgi::schema::Json;
///
/// let place = Json::object([("name", Json::from("Puerto Ejemplo")), ("code", "XX-1".into())]);
/// assert_eq!(place.to_string(), r#"{"name":"Puerto Ejemplo","code":"XX-1"}"#);
/// assert_eq!(place["name"], "Puerto Ejemplo");
/// assert!(place["country"].is_null());
///
/// let value = serde_json::to_value(&place).unwrap();
/// assert_eq!(serde_json::from_value::<Json>(value).unwrap(), place);
/// ```
#[derive(Clone, Default, PartialEq)]
pub struct Json(Kind);

/// What a value is. It is private so that it can grow.
#[derive(Clone, Default, PartialEq)]
enum Kind {
    #[default]
    Null,
    Truth(bool),
    /// A number that is not negative and has no decimals.
    Whole(u64),
    /// A negative number without decimals.
    Negative(i64),
    /// INVARIANT: it is finite.
    Float(f64),
    Text(String),
    List(Vec<Json>),
    Object(IndexMap<String, Json>),
}

/// What an index finds where there is nothing.
static NULL: Json = Json(Kind::Null);

impl Json {
    /// An object with these members in this order. Of two members with one name, the last value
    /// counts, in the place of the first.
    pub fn object<N: Into<String>, V: Into<Self>>(
        members: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        let members = members.into_iter();
        Self(Kind::Object(members.map(|(name, value)| (name.into(), value.into())).collect()))
    }

    /// A list of these items.
    pub fn list<V: Into<Self>>(items: impl IntoIterator<Item = V>) -> Self {
        Self(Kind::List(items.into_iter().map(Into::into).collect()))
    }

    /// Puts a member into an object: in the place of the member with this name, or after all others.
    /// A value that is no object becomes one with this member alone.
    pub fn put(&mut self, name: impl Into<String>, value: impl Into<Self>) {
        if let Kind::Object(members) = &mut self.0 {
            members.insert(name.into(), value.into());
        } else {
            *self = Self::object([(name, value)]);
        }
    }

    /// This value with a member [put](Json::put) into it.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Self>) -> Self {
        self.put(name, value);
        self
    }

    /// Whether it is `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self.0, Kind::Null)
    }

    /// The truth that it is, if it is one.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        if let Kind::Truth(truth) = self.0 { Some(truth) } else { None }
    }

    /// The number that it is, if it is one that has no decimals and is not negative.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        if let Kind::Whole(number) = self.0 { Some(number) } else { None }
    }

    /// The text that it is, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Kind::Text(text) = &self.0 { Some(text) } else { None }
    }

    /// Whether it is a list.
    #[must_use]
    pub fn is_list(&self) -> bool {
        matches!(self.0, Kind::List(_))
    }

    /// Whether it is an object.
    #[must_use]
    pub fn is_object(&self) -> bool {
        matches!(self.0, Kind::Object(_))
    }

    /// The items of a list; none of any other value.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        if let Kind::List(items) = &self.0 { items } else { &[] }
    }

    /// The members of an object with their names, in order; none of any other value.
    #[must_use]
    pub fn members(&self) -> impl ExactSizeIterator<Item = (&str, &Self)> {
        static NONE: &indexmap::map::Slice<String, Json> = indexmap::map::Slice::new();
        let members = if let Kind::Object(members) = &self.0 { members.as_slice() } else { NONE };
        members.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// The member of an object with this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        if let Kind::Object(members) = &self.0 { members.get(name) } else { None }
    }

    /// The value to which a JSON Pointer (RFC 6901) leads; the empty pointer leads to this value.
    ///
    /// ```
    /// use mgi::schema::Json;
    ///
    /// let places = Json::object([("places", Json::list(["Santa Ana", "Puerto Ejemplo"]))]);
    /// assert_eq!(places.pointer("/places/1").unwrap(), "Puerto Ejemplo");
    /// assert_eq!(places.pointer("/places/2"), None);
    /// ```
    #[must_use]
    pub fn pointer(&self, pointer: &str) -> Option<&Self> {
        let mut steps = pointer.split('/');
        // What comes before the first stroke is empty.
        steps.next().filter(|before| before.is_empty())?;
        steps.try_fold(self, |value, step| match &value.0 {
            Kind::List(items) => items.get(position(step)?),
            Kind::Object(members) => members.get(&step.replace("~1", "/").replace("~0", "~")),
            _ => None,
        })
    }
}

/// The position in a list that a step of a pointer means: digits, and no zero before others.
fn position(step: &str) -> Option<usize> {
    let is_position = step == "0" || !step.starts_with(['0', '+']);
    step.parse().ok().filter(|_| is_position)
}

impl Index<&str> for Json {
    type Output = Self;

    /// The member with this name, or `null` where there is none.
    fn index(&self, name: &str) -> &Self {
        self.get(name).unwrap_or(&NULL)
    }
}

impl Index<usize> for Json {
    type Output = Self;

    /// The item at this position, from 0, or `null` where there is none.
    fn index(&self, position: usize) -> &Self {
        self.items().get(position).unwrap_or(&NULL)
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let print =
            if f.alternate() { serde_json::to_string_pretty } else { serde_json::to_string };
        f.write_str(&print(self).map_err(|_| fmt::Error)?)
    }
}

/// Prints the JSON, which says more than the names of the variants.
impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<bool> for Json {
    fn from(truth: bool) -> Self {
        Self(Kind::Truth(truth))
    }
}

impl From<u64> for Json {
    fn from(number: u64) -> Self {
        Self(Kind::Whole(number))
    }
}

impl From<u32> for Json {
    fn from(number: u32) -> Self {
        u64::from(number).into()
    }
}

impl From<i64> for Json {
    fn from(number: i64) -> Self {
        u64::try_from(number).map_or(Self(Kind::Negative(number)), Self::from)
    }
}

impl From<i32> for Json {
    fn from(number: i32) -> Self {
        i64::from(number).into()
    }
}

impl From<f64> for Json {
    /// JSON has no infinite numbers, so that they are `null`, like what is no number.
    fn from(number: f64) -> Self {
        Self(if number.is_finite() { Kind::Float(number) } else { Kind::Null })
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self(Kind::Text(text))
    }
}

impl<V: Into<Self>> From<Vec<V>> for Json {
    fn from(items: Vec<V>) -> Self {
        Self::list(items)
    }
}

impl PartialEq<str> for Json {
    fn eq(&self, text: &str) -> bool {
        self.as_str() == Some(text)
    }
}

impl PartialEq<&str> for Json {
    fn eq(&self, text: &&str) -> bool {
        self == *text
    }
}

impl PartialEq<bool> for Json {
    fn eq(&self, truth: &bool) -> bool {
        self.as_bool() == Some(*truth)
    }
}

impl PartialEq<i32> for Json {
    fn eq(&self, number: &i32) -> bool {
        match self.0 {
            Kind::Whole(own) => u64::try_from(*number) == Ok(own),
            Kind::Negative(own) => own == i64::from(*number),
            _ => false,
        }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Kind::Null => serializer.serialize_unit(),
            Kind::Truth(truth) => serializer.serialize_bool(*truth),
            Kind::Whole(number) => serializer.serialize_u64(*number),
            Kind::Negative(number) => serializer.serialize_i64(*number),
            Kind::Float(number) => serializer.serialize_f64(*number),
            Kind::Text(text) => serializer.serialize_str(text),
            Kind::List(items) => serializer.collect_seq(items),
            Kind::Object(members) => serializer.collect_map(members),
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::default())
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Json, E> {
        Ok(truth.into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(number.into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(number.into())
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
        Ok(number.into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(text.into())
    }

    fn visit_string<E>(self, text: String) -> Result<Json, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json(Kind::List(list)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Json, A::Error> {
        let mut object = IndexMap::new();
        while let Some((name, value)) = members.next_entry()? {
            object.insert(name, value);
        }
        Ok(Json(Kind::Object(object)))
    }
}

/// An object with the members that are written.
macro_rules! json_object {
    ($($name:literal: $value:expr),* $(,)?) => {
        $crate::json::Json::object::<&str, $crate::json::Json>([$(($name, $value.into())),*])
    };
}

pub(crate) use json_object;

#[cfg(test)]
mod tests;
