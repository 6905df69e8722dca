//! What belongs to each state of an answer.

use super::Field;
use super::catalogue::State;
use super::responses::AnswerEntry;
use crate::tree::NodeId;

/// A member of an answer that belongs to one state and has no effect beside any other.
#[derive(Clone, Copy, Debug)]
pub struct StateMember {
    name: &'static str,
    is_needed: bool,
    field: fn(&AnswerEntry) -> Field<NodeId>,
}

impl StateMember {
    /// The name of the member in files.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Whether an answer in this state is incomplete without it. A draft may have gaps; the final
    /// stage may not.
    #[must_use]
    pub fn is_needed(&self) -> bool {
        self.is_needed
    }

    /// The node of the member in an answer.
    pub(crate) fn of(&self, entry: &AnswerEntry) -> Field<NodeId> {
        (self.field)(entry)
    }

    const fn needed(name: &'static str, field: fn(&AnswerEntry) -> Field<NodeId>) -> Self {
        Self { name, is_needed: true, field }
    }

    const fn possible(name: &'static str, field: fn(&AnswerEntry) -> Field<NodeId>) -> Self {
        Self { name, is_needed: false, field }
    }
}

impl State {
    /// The members of an answer that belong to this state, in the order in which people fill them
    /// in.
    ///
    /// # Example
    ///
    /// ```
    /// use mgi::catalogue::State;
    ///
    /// let members = State::NotALocalCompetence.members();
    /// let needed = members.iter().filter(|member| member.is_needed());
    /// let needed: Vec<&str> = needed.map(|member| member.name()).collect();
    /// assert_eq!(needed, ["holder", "legal_basis"]);
    /// ```
    #[must_use]
    pub fn members(self) -> &'static [StateMember] {
        match self {
            Self::NotALocalCompetence => NOT_A_LOCAL_COMPETENCE,
            Self::NotApplicableHere => NOT_APPLICABLE_HERE,
            Self::Unknown => UNKNOWN,
            Self::Restricted => RESTRICTED,
        }
    }
}

const NOT_A_LOCAL_COMPETENCE: &[StateMember] = &[
    StateMember::needed("holder", |entry| entry.holder.to_node()),
    StateMember::needed("legal_basis", |entry| entry.legal_basis.to_node()),
    StateMember::possible("in_territory", |entry| entry.in_territory.to_node()),
];

const NOT_APPLICABLE_HERE: &[StateMember] =
    &[StateMember::needed("reason", |entry| entry.reason.to_node())];

const UNKNOWN: &[StateMember] = &[
    StateMember::needed("asked", |entry| entry.asked.to_node()),
    StateMember::needed("asked_on", |entry| entry.asked_on.to_node()),
];

const RESTRICTED: &[StateMember] = &[StateMember::needed("act", |entry| entry.act.to_node())];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::declare::Declared as _;

    #[test]
    fn what_belongs_to_a_state_is_a_member_of_answers_and_of_no_other_state() {
        let of_states: Vec<&str> =
            State::ALL.iter().flat_map(|state| state.members()).map(StateMember::name).collect();
        let declared = AnswerEntry::KIND.members.iter().map(|member| member.name);
        let declared: Vec<&str> = declared.filter(|name| of_states.contains(name)).collect();
        assert_eq!(of_states, declared);
    }
}
