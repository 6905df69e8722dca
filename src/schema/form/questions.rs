//! The questions of a form: an answer, and below it why there may be none.

use serde_json::{Map, Value, json};

use super::document::{Kinds, names_or_notes, reference};
use super::{Form, choices};
use crate::catalogue::Indicator;
use crate::document::catalogue::{AnswerKind, State};
use crate::document::states::StateMember;
use crate::document::values::FILLED;
use crate::language::key;
use crate::schema::labels::note;

/// The schema of the answers; what all questions share goes to `definitions`.
pub(super) fn answers(
    form: &Form,
    kinds: &Kinds<'_>,
    definitions: &mut Map<String, Value>,
) -> Value {
    let entry = kinds.object("AnswerEntry");
    let members = entry.get("properties").and_then(Value::as_object).cloned().unwrap_or_default();
    let question = Question { form, entry: &entry, members: &members };
    let mut questions = Map::new();
    let mut rules = Vec::new();
    for (_, indicators) in form.domains() {
        for indicator in indicators {
            questions.insert(indicator.code().to_owned(), question.schema(indicator));
            rules.extend(question.is_asked_and_answered(indicator));
        }
    }
    let is_own = |name: &str| ["answer", "state", "in_territory"].contains(&name);
    for (name, member) in &members {
        if !is_own(name) {
            definitions.insert(name.clone(), member.clone());
        }
    }
    definitions.insert("in_territory".to_owned(), json!({"type": "string", "pattern": FILLED}));
    definitions.insert("stray".to_owned(), stray());
    let codes: Vec<&str> = form.catalogue.codes().collect();
    let asked: Vec<&str> =
        form.domains().flat_map(|(_, asked)| asked).map(Indicator::code).collect();
    let mut answers = json!({
        "type": "object",
        "title": form.words().text(key!("form.answers")),
        "propertyNames": names_or_notes(&codes),
        "properties": questions,
        note::ORDER: asked,
    });
    if let Some(answers) = answers.as_object_mut() {
        let mut domains = form.domains().map(|(domain, _)| domain);
        if let (Some(domain), None) = (domains.next(), domains.next()) {
            answers.insert("title".to_owned(), domain.title(&form.language).into());
            answers.insert("description".to_owned(), domain.scope(&form.language).into());
        }
        if form.is_final() {
            let unconditional: Vec<&str> = form
                .domains()
                .flat_map(|(_, asked)| asked)
                .filter(|indicator| !indicator.is_conditional())
                .map(Indicator::code)
                .collect();
            answers.insert("required".to_owned(), unconditional.into());
        }
        if !rules.is_empty() {
            answers.insert("allOf".to_owned(), rules.into());
        }
    }
    answers
}

/// A rule that refuses details of a state that was not chosen where they are of the wrong type. A
/// builder shows the details of the state that was chosen alone, and so does not see the others.
fn stray() -> Value {
    let details = State::ALL.iter().flat_map(|state| state.members()).map(StateMember::name);
    let wrong: Vec<Value> = details
        .map(|name| json!({"required": [name], "properties": {name: {"not": reference(name)}}}))
        .collect();
    json!({"anyOf": wrong})
}

/// What the schema of a question is made of.
struct Question<'q> {
    form: &'q Form,
    /// The schema of an answer, whatever its question.
    entry: &'q Map<String, Value>,
    members: &'q Map<String, Value>,
}

impl Question<'_> {
    fn schema(&self, indicator: &Indicator) -> Value {
        let states: Vec<State> = indicator.states().collect();
        let is_detail = |name: &str| {
            State::ALL.iter().flat_map(|state| state.members()).any(|detail| detail.name() == name)
        };
        let mut members = Map::new();
        members.insert("answer".to_owned(), self.answer(indicator));
        members.insert(
            "state".to_owned(),
            self.chosen("state", "State", choices::states(self.form, indicator)),
        );
        for name in self.members.keys().map(String::as_str) {
            if !is_detail(name) && !members.contains_key(name) {
                members.insert(name.to_owned(), reference(name));
            }
        }
        let mut rules: Vec<Value> =
            states.iter().map(|state| self.details(indicator, *state)).collect();
        if self.form.is_final() && !indicator.is_conditional() {
            rules.push(answered(indicator));
        }
        let mut question = json!({
            "type": "object",
            "title": choices::heading(self.form, indicator),
            "description": self.description(indicator),
            "propertyNames": self.entry.get("propertyNames"),
            "properties": members,
            "allOf": rules,
            "not": reference("stray"),
            note::ORDER: Self::order(&states),
        });
        if let Some(question) = question.as_object_mut().filter(|_| indicator.is_conditional()) {
            // A page that counts what is still to be answered can read it.
            let clauses = choices::clauses(self.form, indicator);
            let when = clauses.map(|(on, ids)| json!({"indicator": on.code(), "is": ids}));
            question.insert("x-when".to_owned(), when.collect());
        }
        question
    }

    /// The members in the order in which people fill them in: the details of a state below it.
    fn order(states: &[State]) -> Vec<&'static str> {
        let mut order = vec!["answer", "state"];
        order.extend(states.iter().flat_map(|state| state.members()).map(StateMember::name));
        order.extend([
            "account",
            "evidence",
            "by",
            "responsible",
            "in_force_since",
            "in_force_until",
            "review",
            "note",
        ]);
        order
    }

    /// Where the answer usually is found, when the question is asked, and what counts as each option.
    fn description(&self, indicator: &Indicator) -> String {
        let (language, words) = (&self.form.language, self.form.words());
        let mut lines: Vec<String> = Vec::new();
        lines.extend(indicator.guidance(language).map(str::to_owned));
        for (on, ids) in choices::clauses(self.form, indicator) {
            let labels = ids.iter().filter_map(|id| on.answer_type().option(id));
            let labels = labels.map(|option| option.label(language));
            let options = words.join(key!("format.alternatives"), labels);
            let values = [("code", on.code()), ("options", &*options)];
            lines.push(words.fill(key!("form.asked_only_if.help"), &values));
        }
        for option in indicator.answer_type().options() {
            if let Some(criterion) = indicator.criterion(option.id(), language) {
                let values = [("option", option.label(language)), ("criterion", criterion)];
                lines.push(words.fill(key!("form.counts_as.help"), &values));
            }
        }
        lines.join("\n")
    }

    fn answer(&self, indicator: &Indicator) -> Value {
        let answer_type = indicator.answer_type();
        let key = choices::key_of(answer_type);
        let options = choices::one_of(&key, choices::options(self.form, answer_type));
        let (mut schema, widget) = match answer_type.kind() {
            AnswerKind::Choice => (options.unwrap_or_default(), "radio"),
            AnswerKind::Checklist => {
                // JSON Forms looks up the labels of boxes to tick by the key of the list.
                let list = json!({
                    "type": "array", "items": options, "uniqueItems": true, note::I18N: key,
                });
                (list.as_object().cloned().unwrap_or_default(), "checkboxes")
            }
            AnswerKind::Number => {
                let mut number = Map::new();
                let bounds = answer_type.bounds();
                let is_whole = bounds.is_some_and(|bounds| bounds.decimals() == 0);
                let kind = if is_whole { "integer" } else { "number" };
                number.insert("type".to_owned(), kind.into());
                if let Some(bounds) = bounds {
                    number.insert("minimum".to_owned(), bounds.minimum().into());
                    number.insert("maximum".to_owned(), bounds.maximum().into());
                }
                let unit = answer_type.unit(&self.form.language);
                number.extend(unit.map(|unit| ("description".to_owned(), unit.into())));
                (number, "updown")
            }
            AnswerKind::Text => {
                let text = json!({"type": "string", "pattern": FILLED});
                (text.as_object().cloned().unwrap_or_default(), "textarea")
            }
        };
        schema.insert("title".to_owned(), indicator.question(&self.form.language).into());
        schema.insert(note::WIDGET.to_owned(), widget.into());
        schema.into()
    }

    /// A member that is one of `choices`, with its own title.
    fn chosen(&self, name: &str, key: &str, choices: choices::Choices) -> Value {
        let member = self.members.get(name).and_then(Value::as_object).cloned().unwrap_or_default();
        match choices::one_of(key, choices) {
            Some(mut schema) => {
                for label in ["title", "description"] {
                    schema.extend(member.get(label).map(|text| (label.to_owned(), text.clone())));
                }
                schema.into()
            }
            // Nothing can be chosen, so that nothing may stand here.
            None => json!({"type": "string", "not": {}, note::WIDGET: "hidden"}),
        }
    }

    /// A rule that a state brings its details with it.
    fn details(&self, indicator: &Indicator, state: State) -> Value {
        let mut members = Map::new();
        for name in state.members().iter().map(StateMember::name) {
            let member = match name {
                "in_territory" => {
                    let answer_type = indicator.answer_type();
                    let choices = choices::options(self.form, answer_type);
                    self.chosen(name, &choices::key_of(answer_type), choices)
                }
                "holder" if self.form.is_final() => self.needed_holder(),
                name => reference(name),
            };
            members.insert(name.to_owned(), member);
        }
        let mut then = json!({"properties": members});
        if let Some(then) = then.as_object_mut().filter(|_| self.form.is_final()) {
            let needed = state.members().iter().filter(|member| member.is_needed());
            let needed: Vec<&str> = needed.map(StateMember::name).collect();
            then.insert("required".to_owned(), needed.into());
        }
        json!({
            "if": {"properties": {"state": {"enum": [state.name()]}}, "required": ["state"]},
            "then": then,
        })
    }

    /// The holder of a competence where it must not be empty.
    fn needed_holder(&self) -> Value {
        let mut holder = self.members.get("holder").cloned().unwrap_or_default();
        if let Some(holder) = holder.as_object_mut() {
            holder.remove("if");
            holder.remove("then");
            holder.insert("required".to_owned(), json!(["level"]));
        }
        holder
    }

    /// In the end, a rule that a conditional question is answered where its condition holds.
    fn is_asked_and_answered(&self, indicator: &Indicator) -> Option<Value> {
        if !self.form.is_final() || !indicator.is_conditional() {
            return None;
        }
        let mut holds = Map::new();
        for (on, mut ids) in choices::clauses(self.form, indicator) {
            // Two parts about one indicator hold together where both do.
            for (_, others) in
                choices::clauses(self.form, indicator).filter(|(it, _)| it.code() == on.code())
            {
                ids.retain(|id| others.contains(id));
            }
            if ids.is_empty() {
                return None;
            }
            holds.insert(
                on.code().to_owned(),
                json!({
                    "properties": {"answer": {"enum": ids}},
                    "required": ["answer"],
                    "not": {"required": ["state"]},
                }),
            );
        }
        let codes: Vec<&String> = holds.keys().collect();
        Some(json!({
            "if": {"required": codes, "properties": holds},
            "then": {
                "required": [indicator.code()],
                "properties": {indicator.code(): answered(indicator)},
            },
        }))
    }
}

/// A rule that a question has an answer, or a state that says why not.
fn answered(indicator: &Indicator) -> Value {
    let mut then = json!({"required": ["answer"]});
    if indicator.answer_type().kind() == AnswerKind::Checklist {
        then = json!({"required": ["answer"], "properties": {"answer": {"minItems": 1}}});
    }
    json!({"if": {"not": {"required": ["state"]}}, "then": then})
}
