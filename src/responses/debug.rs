//! What `{:?}` prints of a response set and its handles: which one it is, in a line, and nothing
//! that people wrote in their own words. Derived, each handle would print the whole set.

use std::fmt;

use super::{
    Acronym, Answer, Approval, CitedSource, Demography, Evidence, Exchange, Headcount, Highlights,
    Origin, Place, Priority, Process, Query, Resolution, Respondent, ResponseSet, Round, Workshop,
    WorkshopSector,
};

impl fmt::Debug for ResponseSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let answers = self.file().answers.get().map_or(0, |answers| answers.entries.len());
        let mut set = f.debug_struct("ResponseSet");
        set.field("catalogue", &self.catalogue_id()).field("version", &self.catalogue_version());
        set.field("place", &self.place().code());
        if let Some(period) = self.round().period() {
            set.field("period", &format_args!("{period}"));
        }
        set.field("stage", &self.stage()).field("answers", &answers).finish_non_exhaustive()
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut answer = f.debug_struct("Answer");
        answer.field("indicator", &self.indicator());
        if let Some(chosen) = self.chosen() {
            answer.field("chosen", &chosen);
        }
        if self.ticked().next().is_some() {
            answer.field("ticked", &self.ticked().collect::<Vec<_>>());
        }
        if let Some(number) = self.number() {
            answer.field("number", &format_args!("{number}"));
        }
        if let Some(state) = self.state() {
            answer.field("state", &state);
        }
        answer.finish_non_exhaustive()
    }
}

/// Prints a handle by what tells it from its siblings.
macro_rules! debug_by {
    ($($handle:ident: $name:ident;)+) => {$(
        impl fmt::Debug for $handle {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut handle = f.debug_struct(stringify!($handle));
                handle.field(stringify!($name), &self.$name()).finish_non_exhaustive()
            }
        }
    )+};
}

debug_by! {
    Acronym: acronym;
    Approval: date;
    CitedSource: id;
    Evidence: source;
    Exchange: takes_part;
    Headcount: number;
    Origin: country;
    Place: code;
    Priority: indicator;
    Query: indicator;
    Resolution: date;
    Respondent: id;
    Round: period;
    Workshop: date;
    WorkshopSector: sector;
}

/// Prints a handle of which a set has one.
macro_rules! debug_alone {
    ($($handle:ident)+) => {$(
        impl fmt::Debug for $handle {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($handle)).finish_non_exhaustive()
            }
        }
    )+};
}

debug_alone! { Demography Highlights Process }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handles_are_printed_in_a_line() {
        let set = ResponseSet::from_json(
            r#"{
                "format": 1,
                "catalogue": {"id": "local", "version": "1.0.0"},
                "language": "en",
                "place": {"code": "PAN", "name": "Panama", "country": "PA"},
                "round": {"period": "2020/2021", "kind": "baseline", "stage": "draft"},
                "respondents": [{"id": "r1", "institution": "Office of the mayor"}],
                "answers": {"MR01": {"account": "In their own words."}}
            }"#,
        )
        .unwrap();
        assert_eq!(
            format!("{set:?}"),
            "ResponseSet { catalogue: \"local\", version: \"1.0.0\", place: \"PAN\", \
             period: 2020/2021, stage: Draft, answers: 1, .. }"
        );
        let respondent = set.respondents().next().unwrap();
        assert_eq!(format!("{respondent:?}"), "Respondent { id: \"r1\", .. }");
    }
}
