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
    use crate::document::responses::ResponseFile;

    #[test]
    fn the_orders_are_those_of_the_declarations() {
        let schema = serde_json::to_value(schemars::schema_for!(ResponseFile)).unwrap();
        assert_eq!(schema["x-order"], serde_json::json!(RESPONSES));
        for (kind, order) in [
            ("PlaceEntry", PLACE),
            ("RoundEntry", ROUND),
            ("RespondentEntry", RESPONDENT),
            ("SourceRow", SOURCE),
            ("AnswerEntry", ANSWER),
            ("QueryEntry", QUERY),
            ("PriorityEntry", PRIORITY),
            ("ApprovalEntry", APPROVAL),
        ] {
            assert_eq!(schema["$defs"][kind]["x-order"], serde_json::json!(order), "{kind}");
        }
    }
}
