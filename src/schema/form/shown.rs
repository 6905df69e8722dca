//! What a form shows, as UI schemas need it: members in order, with those that a state brings.

use serde_json::Value;

use super::Form;
use crate::catalogue::{Domain, Indicator, Subdomain};
use crate::schema::labels::note;

/// A part of a form's schema, with the notes in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown<'s> {
    root: &'s Value,
    schema: &'s Value,
}

impl<'s> Shown<'s> {
    pub(super) fn root(root: &'s Value) -> Self {
        Self { root, schema: root }
    }

    /// Another part of the same schema, or what it refers to.
    fn at(self, schema: &'s Value) -> Self {
        let target = schema.get("$ref").and_then(Value::as_str);
        let target = target.and_then(|target| self.root.pointer(target.strip_prefix('#')?));
        Self { schema: target.unwrap_or(schema), ..self }
    }

    pub(super) fn note(&self, name: &str) -> Option<&'s Value> {
        self.schema.get(name)
    }

    pub(super) fn text(&self, name: &str) -> &'s str {
        self.note(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// Whether it is a list in which nothing stands twice.
    pub(super) fn is_set(&self) -> bool {
        self.schema.get("uniqueItems").is_some()
    }

    /// What stands in a list.
    pub(super) fn items(&self) -> Option<Self> {
        self.schema.get("items").map(|items| self.at(items))
    }

    /// The members of an object in the order in which people fill them in.
    pub(super) fn members(&self) -> Vec<(&'s str, Self)> {
        let order = self.note(note::ORDER).and_then(Value::as_array).into_iter().flatten();
        let names = order.filter_map(Value::as_str);
        names.filter_map(|name| Some((name, self.member(name)?))).collect()
    }

    /// The member with this name, which may be one that a state brings.
    pub(super) fn member(&self, name: &str) -> Option<Self> {
        let own = self.schema.pointer("/properties");
        let rules = self.schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
        let brought = rules.filter_map(|rule| rule.pointer("/then/properties"));
        let mut places = own.into_iter().chain(brought);
        places.find_map(|members| members.get(name)).map(|member| self.at(member))
    }

    /// The state that brings the member with this name.
    pub(super) fn brought_by(&self, name: &str) -> Option<&'s Value> {
        let rules = self.schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
        let mut rules = rules.filter(|rule| {
            rule.pointer("/then/properties").is_some_and(|members| members.get(name).is_some())
        });
        rules.find_map(|rule| rule.pointer("/if/properties/state"))
    }
}

/// The subdomains of a domain, each with the questions of it that a form asks.
type Asked<'f> = Vec<(&'f Subdomain, Vec<&'f Indicator>)>;

/// The questions that a form asks, by domain and subdomain.
pub(super) fn of_answers(form: &Form) -> impl Iterator<Item = (&Domain, Asked<'_>)> {
    form.domains().map(|(domain, _)| {
        let subdomains = domain.subdomains().iter().map(|subdomain| {
            let asked = subdomain.indicators().iter().filter(|indicator| form.asks(indicator));
            (subdomain, asked.collect::<Vec<_>>())
        });
        (domain, subdomains.filter(|(_, asked)| !asked.is_empty()).collect())
    })
}
