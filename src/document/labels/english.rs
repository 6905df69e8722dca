//! The words of the file formats in English.

use super::Entry;

/// By kind of word and word, in the order of the declarations.
#[rustfmt::skip] // One entry, one line.
pub(super) static ENTRIES: &[Entry] = &[
    Entry { key: "AnswerKind", title: "Kind of answer", description: "How a question is answered: with one option, with several, with a number or with a text." },
    Entry { key: "AnswerKind.choice", title: "One option", description: "One of several options is chosen." },
    Entry { key: "AnswerKind.checklist", title: "Several options", description: "All options that hold are ticked, or none of them." },
    Entry { key: "AnswerKind.number", title: "Number", description: "A number. It gives context and is not scored." },
    Entry { key: "AnswerKind.text", title: "Text", description: "A text in one's own words. It gives context and is not scored." },

    Entry { key: "Aggregation", title: "Aggregation", description: "What a domain's score is the mean of." },
    Entry { key: "Aggregation.indicators", title: "Mean of indicators", description: "The mean of the domain's indicators, by their weights." },
    Entry { key: "Aggregation.subdomains", title: "Mean of subdomains", description: "The mean of the domain's subdomains, each of which is the mean of its indicators, by their weights." },

    Entry { key: "Gaps", title: "Questions still open", description: "What a question that is still open does to the score." },
    Entry { key: "Gaps.left_out", title: "Left out", description: "Questions still open do not enter the score; they widen the possible range." },
    Entry { key: "Gaps.as_worst", title: "Counted as the worst answer", description: "Questions still open count as if the worst answer had been given, so that the score is the lower end of the possible range." },

    Entry { key: "LinkBasis", title: "Basis of the link", description: "Whether the source itself makes the link, or the authors of the catalogue read it so." },
    Entry { key: "LinkBasis.stated", title: "Stated", description: "The source itself says so." },
    Entry { key: "LinkBasis.inferred", title: "Inferred", description: "The authors of the catalogue read it so." },

    Entry { key: "State", title: "Reason for no answer", description: "Why a question cannot be answered. It never counts as a zero." },
    Entry { key: "State.not_a_local_competence", title: "Not a local competence", description: "The law entrusts the matter to another level of government." },
    Entry { key: "State.not_applicable_here", title: "Not applicable here", description: "What the question asks about cannot exist in this place." },
    Entry { key: "State.unknown", title: "Unknown", description: "Those who were asked do not know yet. The matter is still to be confirmed." },
    Entry { key: "State.restricted", title: "Restricted information", description: "The information exists, and a norm or act restricts access to it. The matter is still to be confirmed." },

    Entry { key: "Stage", title: "Stage", description: "How far the assessment has come." },
    Entry { key: "Stage.draft", title: "Draft", description: "Answers are being gathered. There may be gaps." },
    Entry { key: "Stage.in_validation", title: "In validation", description: "The answers are being reviewed with those who gave them." },
    Entry { key: "Stage.final", title: "Final", description: "The answers stand. Every question has an answer or a reason for no answer." },

    Entry { key: "RoundKind", title: "Kind of round", description: "Whether this is the first round of the place or a later one." },
    Entry { key: "RoundKind.baseline", title: "Baseline", description: "The first round, with which later ones are compared." },
    Entry { key: "RoundKind.follow_up", title: "Follow-up", description: "A later round." },

    Entry { key: "Level", title: "Level of government", description: "The level of government to which an institution belongs." },
    Entry { key: "Level.municipal", title: "Municipal", description: "The municipality: its council, its mayor, its offices and enterprises." },
    Entry { key: "Level.provincial", title: "Provincial", description: "The province or its like." },
    Entry { key: "Level.national", title: "National", description: "The State: ministries and other national institutions." },
    Entry { key: "Level.other", title: "Other", description: "Any other body, such as an international organization, a civil society organization or a company." },

    Entry { key: "Role", title: "Role", description: "What an institution does in this round." },
    Entry { key: "Role.focal_point", title: "Focal point", description: "It answers for the whole." },
    Entry { key: "Role.respondent", title: "Respondent", description: "It gives answers." },
    Entry { key: "Role.reviewer", title: "Reviewer", description: "It reviews answers." },

    Entry { key: "Responsible", title: "Who is in charge", description: "Who is in charge of what a question asks about." },
    Entry { key: "Responsible.municipal", title: "The municipality", description: "It is in charge by itself." },
    Entry { key: "Responsible.shared", title: "The municipality and others", description: "They are in charge together." },
    Entry { key: "Responsible.other", title: "Others", description: "Other institutions are in charge, and the municipality is not." },

    Entry { key: "Review", title: "Review", description: "How far an answer was reviewed." },
    Entry { key: "Review.collected", title: "Collected", description: "It was gathered and is still to be reviewed." },
    Entry { key: "Review.corrected", title: "Corrected", description: "The review changed it." },
    Entry { key: "Review.validated", title: "Validated", description: "The review confirmed it." },

    Entry { key: "SourceKind", title: "Kind of source", description: "What kind of document a source is, or whether it is an interview or a visit." },
    Entry { key: "SourceKind.norm", title: "Norm", description: "A law, municipal act, decree or other rule." },
    Entry { key: "SourceKind.plan", title: "Plan", description: "A plan, policy or strategy." },
    Entry { key: "SourceKind.budget", title: "Budget", description: "A budget or a part of it." },
    Entry { key: "SourceKind.report", title: "Report", description: "A report, study, record or set of data." },
    Entry { key: "SourceKind.agreement", title: "Agreement", description: "An agreement or protocol between institutions." },
    Entry { key: "SourceKind.web", title: "Web page", description: "A page on the web." },
    Entry { key: "SourceKind.interview", title: "Interview", description: "An interview. Office and date are enough; the person is never named." },
    Entry { key: "SourceKind.visit", title: "Visit", description: "A visit to an office, a service or a site." },
    Entry { key: "SourceKind.other", title: "Other", description: "Any other source." },

    Entry { key: "PriorityStatus", title: "Progress", description: "How far a priority was carried out." },
    Entry { key: "PriorityStatus.planned", title: "Planned", description: "It was decided and has not begun." },
    Entry { key: "PriorityStatus.under_way", title: "Under way", description: "It is being carried out." },
    Entry { key: "PriorityStatus.done", title: "Done", description: "It was carried out." },
    Entry { key: "PriorityStatus.dropped", title: "Dropped", description: "It was given up." },
];
