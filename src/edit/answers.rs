//! Answers that are being written.

use super::decimal::Decimal;
use super::written;
use crate::catalogue::NONE_OF_THESE;
use crate::date::PartialDate;
use crate::document::catalogue::State;
use crate::document::responses::{Level, PartlyBecause, Responsible, Review};
use crate::json::{Json, json_object};
use crate::tree::Opened;

/// An answer for [`Editor::answer`](super::Editor::answer), or the reason why there is none.
///
/// There is one constructor for each shape of answer and one for each state, so that it never is
/// both an answer and a state. [`NewAnswer::unchanged`] is for what stands beside an answer.
///
/// An entry keeps what a new answer does not name. The exception is what the new answer contradicts:
/// an answer takes away the state with what belongs to that state, and a state takes away the answer
/// and what belongs to other states. Lists are replaced as a whole.
///
/// # Example
///
/// ```
/// use mgi::edit::NewAnswer;
/// use mgi::profile::Standing;
/// use mgi::responses::{Level, PartialDate};
/// use mgi::Catalogue;
///
/// let asked_on = PartialDate::parse("2026-03").unwrap();
/// let set = Catalogue::local()
///     .blank("es")
///     .edit()
///     .answer("MR01", &NewAnswer::unknown("Dirección de salud", asked_on))
///     .answer("MR05", &NewAnswer::not_a_local_competence(Level::National, "Ley 37 de 2009"));
/// let assessment = Catalogue::local().assess(&set.clone().finish()?)?;
/// assert_eq!(assessment.standing("MR01"), Some(Standing::Unknown));
///
/// let set = set.answer("MR01", &NewAnswer::option("all")).finish()?;
/// let entry = serde_json::to_value(&set).unwrap()["answers"]["MR01"].clone();
/// assert_eq!(entry, serde_json::json!({"answer": "all"}));
/// # Ok::<(), mgi::Report>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct NewAnswer {
    given: Given,
    members: Json,
    partly_because: Vec<Json>,
    evidence: Vec<Json>,
    by: Vec<Json>,
}

/// What a new answer says of the question.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Given {
    Nothing,
    Answer,
    State(State),
}

impl NewAnswer {
    /// The option with this id.
    pub fn option(id: &str) -> Self {
        Self::answer(id.into())
    }

    /// The options of a checklist with these ids.
    pub fn ticked(ids: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let ids = ids.into_iter().map(|id| Json::from(id.as_ref()));
        Self::answer(Json::list(ids))
    }

    /// None of the options of a checklist.
    pub fn none_of_these() -> Self {
        Self::ticked([NONE_OF_THESE])
    }

    /// A number.
    pub fn number(number: impl Into<Decimal>) -> Self {
        Self::answer(number.into().to_json())
    }

    /// A text in the place's own words.
    pub fn text(text: &str) -> Self {
        Self::answer(text.into())
    }

    /// It is the competence of another level of government, by this norm.
    pub fn not_a_local_competence(holder: Level, legal_basis: &str) -> Self {
        Self::state(
            State::NotALocalCompetence,
            json_object! {
                "holder": json_object! {"level": holder.name()},
                "legal_basis": legal_basis,
            },
        )
    }

    /// What the question asks about cannot exist here.
    pub fn not_applicable_here(reason: &str) -> Self {
        Self::state(State::NotApplicableHere, json_object! {"reason": reason})
    }

    /// Those asked do not know yet.
    pub fn unknown(asked: &str, asked_on: PartialDate) -> Self {
        let members = json_object! {"asked": asked, "asked_on": written(asked_on)};
        Self::state(State::Unknown, members)
    }

    /// The information exists, and this act restricts it.
    pub fn restricted(act: &str) -> Self {
        Self::state(State::Restricted, json_object! {"act": act})
    }

    /// Whatever answer or state the entry has already.
    ///
    /// ```
    /// use mgi::edit::NewAnswer;
    /// use mgi::responses::Review;
    /// use mgi::ResponseSet;
    ///
    /// let sample = include_bytes!("../../indicators/samples/la-chorrera-2021.json");
    /// let set = ResponseSet::from_json(sample)?;
    /// let reviewed = NewAnswer::unchanged().review(Review::Validated);
    /// let set = set.edit().answer("MR01", &reviewed).answer("MR02", &reviewed).finish()?;
    /// # Ok::<(), mgi::Report>(())
    /// ```
    pub fn unchanged() -> Self {
        Self {
            given: Given::Nothing,
            members: json_object! {},
            partly_because: Vec::new(),
            evidence: Vec::new(),
            by: Vec::new(),
        }
    }

    fn answer(answer: Json) -> Self {
        let members = json_object! {"answer": answer};
        Self { given: Given::Answer, members, ..Self::unchanged() }
    }

    fn state(state: State, members: Json) -> Self {
        let members = members.with("state", state.name());
        Self { given: Given::State(state), members, ..Self::unchanged() }
    }

    /// A sentence that a profile may print.
    pub fn account(self, account: &str) -> Self {
        self.with("account", account)
    }

    /// Why it is only partly so; several reasons by several calls.
    pub fn partly_because(mut self, reason: PartlyBecause) -> Self {
        self.partly_because.push(reason.name().into());
        self
    }

    /// A good practice for others to read of, in a paragraph.
    pub fn good_practice(self, paragraph: &str) -> Self {
        self.with("good_practice", paragraph)
    }

    /// An internal remark, which is never rendered.
    pub fn note(self, note: &str) -> Self {
        self.with("note", note)
    }

    /// What shows that the answer is right: the id of a source, and where in it.
    pub fn evidence(mut self, source: &str, position: Option<&str>) -> Self {
        let row = json_object! {"source": source};
        self.evidence.push(match position {
            Some(position) => row.with("where", position),
            None => row,
        });
        self
    }

    /// The id of a respondent who gave the answer.
    pub fn by(mut self, respondent: &str) -> Self {
        self.by.push(respondent.into());
        self
    }

    /// Who is responsible for what the question asks about.
    pub fn responsible(self, responsible: Responsible) -> Self {
        self.with("responsible", responsible.name())
    }

    /// Since when it is in force.
    pub fn in_force_since(self, date: PartialDate) -> Self {
        self.with("in_force_since", written(date))
    }

    /// Until when it is in force.
    pub fn in_force_until(self, date: PartialDate) -> Self {
        self.with("in_force_until", written(date))
    }

    /// How far the answer was reviewed.
    pub fn review(self, review: Review) -> Self {
        self.with("review", review.name())
    }

    /// It already was so at the baseline, whose answer was mistaken.
    pub fn corrects_baseline(self) -> Self {
        self.with("corrects_baseline", true)
    }

    /// The institution that has the competence, for what is not a local one.
    pub fn held_by(self, institution: &str) -> Self {
        let holder = self.members.get("holder").cloned().unwrap_or_default();
        self.with("holder", holder.with("institution", institution))
    }

    /// What exists in the territory, as the id of an option, for what is not a local competence.
    pub fn in_territory(self, option: &str) -> Self {
        self.with("in_territory", option)
    }

    fn with(self, name: &str, value: impl Into<Json>) -> Self {
        Self { members: self.members.with(name, value), ..self }
    }

    /// Writes into an entry what the answer names, and takes away what it contradicts.
    pub(super) fn write(&self, entry: &mut Opened) {
        match self.given {
            Given::Nothing => {}
            Given::Answer => {
                entry.remove("state");
                remove_members_of_states(entry, None);
            }
            Given::State(own) => {
                entry.remove("answer");
                remove_members_of_states(entry, Some(own));
            }
        }
        entry.set_each(&self.members);
        let lists = [
            ("partly_because", &self.partly_because),
            ("evidence", &self.evidence),
            ("by", &self.by),
        ];
        for (name, list) in lists {
            if !list.is_empty() {
                entry.set(name, list.clone().into());
            }
        }
    }
}

fn remove_members_of_states(entry: &mut Opened, but: Option<State>) {
    for state in State::ALL.iter().filter(|state| Some(**state) != but) {
        for member in state.members() {
            entry.remove(member.name());
        }
    }
}
