//! What the format of response sets declares, as edits need it.

use crate::document::catalogue::State;

/// The members of each kind of object in their declared order.
pub(super) const RESPONSES: &[&str] = &[
    "format",
    "catalogue",
    "illustrative",
    "language",
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
pub(super) const PLACE: &[&str] = &["code", "name", "country", "subdivision"];
pub(super) const ROUND: &[&str] = &["period", "kind", "stage", "information_as_of"];
pub(super) const RESPONDENT: &[&str] = &["id", "institution", "level", "role"];
pub(super) const SOURCE: &[&str] = &["id", "title", "kind", "date", "address"];
pub(super) const ANSWER: &[&str] = &[
    "answer",
    "state",
    "account",
    "note",
    "evidence",
    "by",
    "responsible",
    "in_force_since",
    "in_force_until",
    "review",
    "holder",
    "legal_basis",
    "in_territory",
    "reason",
    "asked",
    "asked_on",
    "act",
];
pub(super) const QUERY: &[&str] = &["indicator", "to", "text", "raised", "closed", "resolution"];
pub(super) const PRIORITY: &[&str] = &["indicator", "action", "responsible", "date", "status"];
pub(super) const APPROVAL: &[&str] = &["body", "act", "date"];

/// The members of an answer that belong to a state.
pub(super) fn members_of(state: State) -> &'static [&'static str] {
    match state {
        State::NotALocalCompetence => &["holder", "legal_basis", "in_territory"],
        State::NotApplicableHere => &["reason"],
        State::Unknown => &["asked", "asked_on"],
        State::Restricted => &["act"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::declare::Declared as _;
    use crate::document::responses::{
        AnswerEntry, ApprovalEntry, PlaceEntry, PriorityEntry, QueryEntry, RespondentEntry,
        ResponseFile, RoundEntry, SourceRow,
    };

    #[test]
    fn the_orders_are_those_of_the_declarations() {
        for (kind, order) in [
            (ResponseFile::KIND, RESPONSES),
            (PlaceEntry::KIND, PLACE),
            (RoundEntry::KIND, ROUND),
            (RespondentEntry::KIND, RESPONDENT),
            (SourceRow::KIND, SOURCE),
            (AnswerEntry::KIND, ANSWER),
            (QueryEntry::KIND, QUERY),
            (PriorityEntry::KIND, PRIORITY),
            (ApprovalEntry::KIND, APPROVAL),
        ] {
            let declared: Vec<&str> = kind.members.iter().map(|member| member.name).collect();
            assert_eq!(declared, order, "{}", kind.name);
        }
    }
}
