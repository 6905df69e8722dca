use std::cmp::Ordering;

use serde::Serialize;

use crate::stage::Stage;
use crate::word::named;

/// How much a problem weighs.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(clippy::exhaustive_enums, reason = "callers face every severity")]
pub enum Severity {
    /// The document cannot be used until this is mended.
    Error,
    /// The document can be used, but somebody should look.
    Warning,
    /// The document is right and could be better.
    Advice,
}

impl Ord for Severity {
    /// The more severe one is the greater one: `severity >= Severity::Warning`.
    fn cmp(&self, other: &Self) -> Ordering {
        let rank = |severity: Self| match severity {
            Self::Error => 2,
            Self::Warning => 1,
            Self::Advice => 0,
        };
        rank(*self).cmp(&rank(*other))
    }
}

impl PartialOrd for Severity {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

named!(Severity { Error = "error", Warning = "warning", Advice = "advice", });

/// The severity of a code in a draft, in validation, and when final. Nothing: the problem is
/// suppressed.
type ByStage = [Option<Severity>; 3];

const ERROR: ByStage = [Some(Severity::Error); 3];
const WARNING: ByStage = [Some(Severity::Warning); 3];
const ADVICE: ByStage = [Some(Severity::Advice); 3];
/// A gap: silent in a draft, seen in validation, an error when final.
const GAP: ByStage = [None, Some(Severity::Warning), Some(Severity::Error)];
/// A loose end: silent in a draft, seen afterwards.
const LOOSE_END: ByStage = [None, Some(Severity::Warning), Some(Severity::Warning)];
/// An open question: it may stay open until the answers are final.
const OPEN_QUESTION: ByStage = [None, None, Some(Severity::Warning)];

/// Declares every code once: its name, which is never changed or reused, its severity by stage, and
/// the names of the arguments that its messages may quote.
macro_rules! codes {
    ($($(#[doc = $summary:literal])+ $variant:ident = $name:literal, $severity:expr, [$($argument:ident),*];)+) => {
        /// The rule that found a problem. Its name is stable: `area.subject.problem`.
        ///
        /// The areas are `doc` for the syntax and shape of any document, `cat` for catalogues,
        /// `rsp` for response sets, and `set` for several response sets together.
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $summary])+ $variant,)+
        }

        named!(Code { $($variant = $name,)+ });

        impl Code {
            /// Its number in [`Code::ALL`].
            #[expect(clippy::as_conversions, reason = "the number of the variant")]
            pub(crate) const fn position(self) -> usize {
                self as usize
            }

            /// What the code means, in one English sentence.
            #[must_use]
            pub fn summary(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!($($summary),+).trim_ascii(),)+
                }
            }

            /// The names of the arguments that a problem of this code has: those of
            /// [`Problem::arguments`](crate::Problem::arguments), in no particular order.
            ///
            /// ```
            /// assert_eq!(mgi::Code::Unanswered.arguments(), ["indicator", "states"]);
            /// ```
            #[must_use]
            pub fn arguments(self) -> &'static [&'static str] {
                match self {
                    $(Self::$variant => &[$(stringify!($argument)),*],)+
                }
            }

            /// How severe the problem is at `stage`; nothing where it is not reported.
            /// Catalogues are always judged as final.
            #[must_use]
            pub fn severity(self, stage: Stage) -> Option<Severity> {
                let [draft, in_validation, at_last] = match self {
                    $(Self::$variant => $severity,)+
                };
                match stage {
                    Stage::Draft => draft,
                    Stage::InValidation => in_validation,
                    Stage::Final => at_last,
                }
            }
        }
    };
}

codes! {
    /// The bytes are not UTF-8.
    NotUtf8 = "doc.syntax.not-utf8", ERROR, [];
    /// The document begins with a byte-order mark, which is skipped.
    ByteOrderMark = "doc.syntax.byte-order-mark", WARNING, [];
    /// The text is not JSON.
    InvalidJson = "doc.syntax.invalid-json", ERROR, [reason];
    /// The document is larger than the limit.
    TooManyBytes = "doc.limit.bytes", ERROR, [got, limit];
    /// Lists and objects stand in one another more deeply than the limit.
    TooDeep = "doc.limit.depth", ERROR, [limit];
    /// The document has more values than the limit.
    TooManyValues = "doc.limit.values", ERROR, [limit];
    /// More problems were found than the limit keeps.
    TooManyProblems = "doc.limit.problems", ERROR, [limit, dropped];
    /// A text is longer than the limit.
    TextTooLong = "doc.limit.text", ERROR, [got, limit];
    /// A value is of another JSON type than the one expected.
    WrongType = "doc.shape.wrong-type", ERROR, [want, got];
    /// A member is null, where leaving it out is meant.
    NullValue = "doc.shape.null", ERROR, [member];
    /// An object lacks a member that it must have.
    MissingMember = "doc.shape.missing-member", ERROR, [member];
    /// An object lacks a member that it needs in the end.
    Incomplete = "doc.shape.incomplete", GAP, [member];
    /// An object has a member that is not known.
    UnknownMember = "doc.shape.unknown-member", ERROR, [member];
    /// An object has two members of the same name.
    DuplicateMember = "doc.shape.duplicate-member", ERROR, [member];
    /// A word is not one of those that may stand here.
    UnknownWord = "doc.shape.unknown-word", ERROR, [got, known];
    /// A text is empty or has only spaces.
    BlankText = "doc.text.blank", GAP, [];
    /// A text begins or ends with spaces.
    UntrimmedText = "doc.text.untrimmed", WARNING, [];
    /// A text has characters that cannot be seen and change what can be.
    HiddenCharacters = "doc.text.hidden-characters", WARNING, [names];
    /// A text says that the text is still to come.
    PlaceholderText = "doc.text.placeholder", LOOSE_END, [got];
    /// A number has decimals where a whole number is expected.
    NotWhole = "doc.number.not-whole", ERROR, [got];
    /// A whole number is below or above what may stand here.
    OutOfRange = "doc.number.out-of-range", ERROR, [got, least, most];
    /// The version of the file format is not one that this engine reads.
    UnsupportedFormat = "doc.format.unsupported", ERROR, [got, known];
    /// An id or code has characters that it may not have.
    InvalidId = "doc.id.invalid", ERROR, [got];
    /// A date is not one of the calendar, written as ISO 8601 has it.
    InvalidDate = "doc.date.invalid", ERROR, [got];
    /// A period is neither a date nor two dates with a stroke between them.
    InvalidPeriod = "doc.period.invalid", ERROR, [got];
    /// A language is not written as a BCP 47 tag.
    InvalidLanguage = "doc.language.invalid", ERROR, [got];
    /// A country or subdivision is not written as ISO 3166 has it.
    InvalidCountry = "doc.country.invalid", ERROR, [got];
    /// A version is not `major.minor.patch`.
    InvalidVersion = "doc.version.invalid", ERROR, [got];

    /// The name of a domain's file is not a plain file name.
    InvalidFileName = "cat.file.invalid-name", ERROR, [got];
    /// A file that the manifest names could not be had.
    MissingFile = "cat.file.missing", ERROR, [got];
    /// Two things of one kind have the same code or id.
    DuplicateId = "cat.id.duplicate", ERROR, [got];
    /// Two codes differ only by capital letters, low lines, leading zeros or letters that look alike.
    ConfusableId = "cat.id.confusable", WARNING, [got, other];
    /// Readers would see the same number for two indicators.
    RepeatedNumber = "cat.number.repeated", WARNING, [got, other];
    /// A list is empty that needs at least one item.
    EmptyList = "cat.list.empty", ERROR, [member];
    /// A text lacks the catalogue's first language, to which the others fall back.
    FirstLanguageMissing = "cat.text.first-language-missing", ERROR, [language];
    /// A text lacks one of the catalogue's languages.
    Untranslated = "cat.text.untranslated", WARNING, [languages];
    /// A text has a language that the catalogue does not declare.
    UndeclaredLanguage = "cat.text.undeclared-language", WARNING, [language];
    /// A text has places for values in braces that differ from one language to the other.
    BracesDiffer = "cat.text.braces-differ", WARNING, [languages];
    /// A text of some length is the same in two languages.
    SameInLanguages = "cat.text.same-in-languages", ADVICE, [languages];
    /// Two indicators ask the same question.
    RepeatedQuestion = "cat.question.repeated", WARNING, [other];
    /// A question seems to ask two things.
    TwoQuestions = "cat.question.asks-two-things", ADVICE, [part];
    /// An indicator names an answer type that the catalogue does not have.
    UnknownAnswerType = "cat.answer-type.unknown", ERROR, [got, known];
    /// An answer type has a member that its kind does not have.
    AnswerTypeMember = "cat.answer-type.member-not-allowed", ERROR, [member, kind];
    /// An answer type lacks a member that its kind needs.
    AnswerTypeMemberMissing = "cat.answer-type.member-missing", ERROR, [member, kind];
    /// Some options of a choice carry points and others do not.
    PartlyScored = "cat.answer-type.partly-scored", ERROR, [];
    /// No option or level is worth 0 points.
    NoZero = "cat.answer-type.no-zero", ERROR, [];
    /// Every option or level is worth 0 points.
    NoGain = "cat.answer-type.no-gain", ERROR, [];
    /// The levels of a checklist do not begin at 0 or do not rise.
    LevelsNotRising = "cat.answer-type.levels-not-rising", ERROR, [got, before];
    /// A level asks for more ticked options than the checklist has.
    UnreachableLevel = "cat.answer-type.unreachable-level", ERROR, [got, count];
    /// The least number lies above the greatest.
    BoundsInverted = "cat.answer-type.bounds-inverted", ERROR, [least, most];
    /// An option has the id that is kept for "none of these".
    ReservedOption = "cat.answer-type.reserved-option", ERROR, [got];
    /// A choice or checklist has a single option.
    SingleOption = "cat.answer-type.single-option", WARNING, [];
    /// Two options of an answer type have the same label.
    RepeatedLabel = "cat.answer-type.repeated-label", WARNING, [got];
    /// Ticking more options of a checklist earns fewer points.
    PointsFall = "cat.answer-type.points-fall", WARNING, [got, before];
    /// No indicator uses the answer type.
    UnusedAnswerType = "cat.answer-type.unused", WARNING, [got];
    /// The maxima of the answer types have a least common multiple beyond 1,000,000.
    MaximaTooLarge = "cat.bounds.maxima", ERROR, [got, limit];
    /// The weights of a mean that enters another have so many sums that figures would not be exact.
    WeightsTooLarge = "cat.bounds.weights", ERROR, [group, sum];
    /// The lower limits of the bands do not begin at 0 or do not rise.
    BandsNotRising = "cat.scheme.bands-not-rising", ERROR, [got, before];
    /// No complete set of answers can land in the band, in any domain.
    UnreachableBand = "cat.scheme.unreachable-band", WARNING, [band];
    /// One part decides more than half of the mean that it enters.
    DominantWeight = "cat.weight.dominant", WARNING, [part, group, percent];
    /// A domain or subdomain has a weight that no scheme takes into account.
    WeightWithoutUse = "cat.weight.without-use", WARNING, [got];
    /// A scheme that counts gaps as worst has minima.
    MinimaWithGapsAsWorst = "cat.scheme.minima-with-gaps-as-worst", ERROR, [];
    /// No indicator of the catalogue is scored.
    NothingScored = "cat.tree.nothing-scored", ERROR, [];
    /// A domain has neither subdomains nor indicators.
    DomainWithoutIndicators = "cat.domain.without-indicators", ERROR, [];
    /// A domain has subdomains, and indicators that are in none of them.
    DomainWithTwoLists = "cat.domain.two-lists", ERROR, [];
    /// No indicator of the domain is scored.
    DomainNotScored = "cat.tree.domain-not-scored", WARNING, [domain];
    /// A key is not in the vocabulary of its member.
    UnknownKey = "cat.key.unknown", ERROR, [got, member];
    /// No indicator or option uses the key of a vocabulary.
    UnusedKey = "cat.key.unused", ADVICE, [got, member];
    /// A key of a source is not in the catalogue's list.
    UnknownSource = "cat.source.unknown", ERROR, [got];
    /// Nothing cites the source.
    UnusedSource = "cat.source.unused", ADVICE, [got];
    /// A link leads to a target that its framework does not list.
    UnknownLink = "cat.link.unknown", ERROR, [got];
    /// No indicator links to the target of a framework.
    UnusedTarget = "cat.link.unused-target", ADVICE, [got];
    /// A criterion or statement stands at a level that the answer type does not have.
    UnknownLevel = "cat.level.unknown", ERROR, [got, answer_type, known];
    /// A first step stands under a name that no level of the answer type asks for.
    UnknownStep = "cat.step.unknown", ERROR, [got, answer_type];
    /// A level has no statement for the profile.
    StatementMissing = "cat.statement.missing", WARNING, [levels];
    /// Some options have a criterion and others do not.
    CriterionMissing = "cat.criterion.missing", WARNING, [levels];
    /// A level asks for a first step that the indicator does not give.
    StepMissing = "cat.step.missing", WARNING, [steps];
    /// An indicator that is not scored has a member that only scored ones use.
    ContextMember = "cat.indicator.member-without-use", WARNING, [member];
    /// A condition names an indicator that the catalogue does not have.
    ConditionIndicator = "cat.condition.unknown-indicator", ERROR, [got];
    /// A condition rests on an indicator that is scored or has a condition itself.
    ConditionNotContext = "cat.condition.not-context", ERROR, [got];
    /// A condition names an option that its indicator does not have.
    ConditionOption = "cat.condition.unknown-option", ERROR, [got, indicator, known];
    /// A condition holds whatever is answered.
    ConditionAlways = "cat.condition.always-holds", WARNING, [indicator];
    /// A condition can never hold.
    ConditionNever = "cat.condition.never-holds", WARNING, [indicator];
    /// The carry-over from an earlier version names an indicator that this one does not have.
    UnknownCarriedIndicator = "cat.carry-over.unknown-indicator", ERROR, [got];
    /// The carry-over from an earlier version names an option that its target does not have.
    UnknownCarriedOption = "cat.carry-over.unknown-option", ERROR, [indicator, got, known];
    /// A silence names a code that does not exist.
    SilenceUnknown = "cat.silence.unknown-code", ERROR, [got];
    /// A silence has nothing to silence.
    SilenceUnused = "cat.silence.unused", WARNING, [got];

    /// The answers belong to another catalogue.
    OtherCatalogue = "rsp.catalogue.other", ERROR, [got, want];
    /// The answers belong to another version of the catalogue.
    OtherVersion = "rsp.catalogue.other-version", ERROR, [got, want];
    /// The place does not say in which country it is.
    CountryMissing = "rsp.place.country-missing", GAP, [];
    /// The subdivision of the place lies in another country.
    SubdivisionElsewhere = "rsp.place.subdivision-elsewhere", ERROR, [got, country];
    /// The round does not say to which date its information refers.
    InformationDateMissing = "rsp.round.information-date-missing", GAP, [];
    /// An id stands twice in the same table.
    DuplicateEntry = "rsp.id.duplicate", ERROR, [got];
    /// An acronym is explained twice.
    RepeatedAcronym = "rsp.acronym.repeated", ERROR, [got];
    /// No respondent is the focal point.
    FocalPointMissing = "rsp.respondent.no-focal-point", LOOSE_END, [];
    /// A respondent is named who is not in the table.
    UnknownRespondent = "rsp.respondent.unknown", ERROR, [got];
    /// An answer or a resolution names the same institution twice.
    RespondentRepeated = "rsp.respondent.repeated", ERROR, [got];
    /// A respondent fills a role that the catalogue does not have.
    UnknownRole = "rsp.respondent.unknown-role", ERROR, [got];
    /// A text of the place's own words has an e-mail address, or begins with the title of a person.
    PersonNamed = "rsp.text.person-named", WARNING, [];
    /// A source is cited that is not in the table.
    UnknownCitation = "rsp.source.unknown", ERROR, [got];
    /// A source stands in the table and nothing cites it.
    SourceNotCited = "rsp.source.not-cited", LOOSE_END, [got];
    /// An indicator is named that the catalogue does not have.
    UnknownIndicator = "rsp.indicator.unknown", ERROR, [got];
    /// A question has neither an answer nor the reason why there is none.
    Unanswered = "rsp.answer.missing", GAP, [indicator, states];
    /// An answer is of another type than the question asks for.
    AnswerType = "rsp.answer.wrong-type", ERROR, [indicator, want, got, known];
    /// An answer is not one of the options.
    NotAnOption = "rsp.answer.not-an-option", ERROR, [got, indicator, known];
    /// An option is ticked twice.
    TickedTwice = "rsp.answer.ticked-twice", ERROR, [got];
    /// "None of these" stands together with other options.
    NoneAndOthers = "rsp.answer.none-and-others", ERROR, [got];
    /// A number lies outside the bounds of the question.
    AnswerOutOfRange = "rsp.answer.out-of-range", ERROR, [got, least, most];
    /// A number has more decimals than the question takes.
    TooManyDecimals = "rsp.answer.too-many-decimals", ERROR, [got, decimals];
    /// A question has an answer and the reason why there is none.
    AnswerAndState = "rsp.answer.with-state", ERROR, [indicator];
    /// A member has no effect beside this answer or state.
    MemberWithoutEffect = "rsp.answer.member-without-effect", WARNING, [member];
    /// An answer stands where a condition closes the question; it is kept and not counted.
    AnswerNotAsked = "rsp.answer.not-asked", WARNING, [indicator, because];
    /// A claim has claims itself.
    ClaimNested = "rsp.claim.nested", ERROR, [];
    /// A reason for no answer is not offered for this question.
    StateNotAllowed = "rsp.state.not-allowed", ERROR, [got, indicator, known];
    /// A reason for no answer lacks what it needs.
    StateIncomplete = "rsp.state.incomplete", GAP, [state, member];
    /// What exists in the territory is not one of the question's options.
    InTerritoryNotAnOption = "rsp.state.in-territory-not-an-option", ERROR, [got, indicator, known];
    /// An answer that earns points cites no source.
    EvidenceMissing = "rsp.evidence.missing", GAP, [indicator];
    /// A piece of evidence does not say which source it is.
    EvidenceIncomplete = "rsp.evidence.incomplete", GAP, [];
    /// Something ends before it begins.
    DatesInverted = "rsp.date.inverted", ERROR, [since, until];
    /// Something is answered at its best although it was no longer in force.
    Expired = "rsp.date.expired", WARNING, [indicator, answer, until, as_of];
    /// Something happened after the date to which the information refers.
    AfterInformationDate = "rsp.date.after-information", WARNING, [date, as_of];
    /// A pending question was closed without saying how.
    QueryUnresolved = "rsp.query.closed-without-resolution", LOOSE_END, [indicator];
    /// A pending question was not closed.
    QueryOpen = "rsp.query.open", OPEN_QUESTION, [indicator];

    /// The response sets answer different catalogues or versions.
    CataloguesDiffer = "set.catalogue.differs", ERROR, [got];
    /// The response sets are of different places.
    PlacesDiffer = "set.place.differs", ERROR, [got];
    /// The response sets are of different rounds.
    RoundsDiffer = "set.round.differs", ERROR, [got];
    /// Two response sets say different things under one key.
    EntriesConflict = "set.entry.conflict", ERROR, [got];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_say_their_area() {
        for (index, code) in Code::ALL.iter().enumerate() {
            assert_eq!(code.position(), index);
            let parts: Vec<&str> = code.name().split('.').collect();
            assert_eq!(parts.len(), 3, "{code}");
            assert!(["doc", "cat", "rsp", "set"].contains(&parts[0]), "{code}");
            assert!(Code::ALL[..index].iter().all(|other| other.name() != code.name()), "{code}");
            assert!(code.summary().ends_with('.'), "{code}");
        }
    }

    #[test]
    fn the_more_severe_is_the_greater() {
        assert!(Severity::Error > Severity::Warning && Severity::Warning > Severity::Advice);
    }
}
