//! How questions and fields are made from a catalogue and from the declarations of the file formats.

use std::borrow::Cow;

use indexmap::IndexMap;

use super::Questions;
use super::field::{Choice, Choices, Field, FieldKind, Needed, Row};
use super::question::{Area, Asks, Clause, Question, Reason, Section, Term};
use crate::catalogue::{AnswerOption, Domain, Indicator, NONE_OF_THESE};
use crate::document::catalogue::{AnswerKind, Requirement, State};
use crate::document::declare::{Declared as _, Handling, Holds, Kind, Member, Need, Words};
use crate::document::responses::{AnswerEntry, ResponseFile};
use crate::document::states::StateMember;
use crate::language::key;
use crate::responses::ResponseSet;
use crate::stage::Stage;

impl Questions {
    /// Definitions for those who answer.
    #[must_use]
    pub fn terms(&self) -> Vec<Term> {
        let terms = self.catalogue.terms().iter().map(|term| Term {
            term: term.term(&self.language).to_owned(),
            definition: term.definition(&self.language).to_owned(),
        });
        terms.collect()
    }

    /// The fields around the answers, in the order in which people fill them in. The answers come
    /// after the sources; a part that asks only questions has only the sources.
    #[must_use]
    pub fn fields(&self) -> Vec<Field> {
        let members = ResponseFile::KIND.members.iter().filter(|member| {
            member.name != "answers" && (self.has_head() || member.name == "sources")
        });
        let members = members.filter(|member| !member.has(Handling::Unasked));
        members.map(|member| self.field(ResponseFile::KIND, member)).collect()
    }

    /// The questions, by domain. No section is empty.
    #[must_use]
    pub fn sections(&self) -> Vec<Section> {
        let reasons = self.reasons();
        let sections = self.catalogue.domains().iter().map(|domain| Section {
            code: domain.code().to_owned(),
            title: domain.title(&self.language).to_owned(),
            scope: domain.scope(&self.language).map(str::to_owned),
            areas: self.areas(domain, &reasons),
        });
        sections.filter(|section| !section.areas.is_empty()).collect()
    }

    /// The fields that every answer has beside it, in the order in which people fill them in: the
    /// reason for not answering first, whose choices each question limits to its own reasons.
    #[must_use]
    pub fn answer_fields(&self) -> Vec<Field> {
        let brought: Vec<&str> =
            State::ALL.iter().flat_map(|state| state.members()).map(StateMember::name).collect();
        let members = AnswerEntry::KIND.members.iter();
        let members = members.filter(|member| {
            let is_apart = member.name == "answer" || brought.contains(&member.name);
            !is_apart && !member.has(Handling::Unasked)
        });
        // What is internal is for nobody who reads the answer, and comes last.
        let (internal, read): (Vec<&Member>, _) =
            members.partition(|member| member.has(Handling::Internal));
        let members = read.into_iter().chain(internal);
        members.map(|member| self.field(AnswerEntry::KIND, member)).collect()
    }

    /// All reasons for not answering, each with the fields that it brings.
    #[must_use]
    pub fn reasons(&self) -> Vec<Reason> {
        let reasons = State::ALL.iter().map(|&state| {
            let fields = state.members().iter().filter_map(|of_state| {
                let member = AnswerEntry::KIND.member(of_state.name())?;
                let needed = if of_state.is_needed() { Needed::InTheEnd } else { Needed::Never };
                Some(Field { needed, ..self.field(AnswerEntry::KIND, member) })
            });
            Reason { state, choice: self.word("State", state.name()), fields: fields.collect() }
        });
        reasons.collect()
    }

    fn areas(&self, domain: &Domain, reasons: &[Reason]) -> Vec<Area> {
        let areas = domain.groups().map(|(subdomain, indicators)| {
            let asked = indicators.iter().filter(|indicator| self.includes(indicator));
            Area {
                code: subdomain.map(|subdomain| subdomain.code().to_owned()),
                title: subdomain.map(|subdomain| subdomain.title(&self.language).to_owned()),
                questions: asked.map(|indicator| self.question(indicator, reasons)).collect(),
            }
        });
        areas.filter(|area| !area.questions.is_empty()).collect()
    }

    fn question(&self, indicator: &Indicator, reasons: &[Reason]) -> Question {
        let language = &self.language;
        let allowed = indicator
            .states()
            .filter_map(|state| reasons.iter().find(|reason| reason.state == state).cloned());
        Question {
            code: indicator.code().to_owned(),
            number: indicator.number().map(str::to_owned),
            title: indicator.title(language).to_owned(),
            heading: self.heading(indicator),
            text: indicator.question(language).to_owned(),
            guidance: indicator.guidance(language).map(str::to_owned),
            condition: self.condition(indicator),
            asks: self.asks(indicator),
            reasons: allowed.collect(),
        }
    }

    /// What an indicator is called in a list: code and title.
    fn heading(&self, indicator: &Indicator) -> String {
        let values = [("code", indicator.shown_code()), ("title", indicator.title(&self.language))];
        self.words().fill(key!("format.heading"), &values)
    }

    fn condition(&self, indicator: &Indicator) -> Vec<Clause> {
        let clauses = indicator.condition().iter().filter_map(|clause| {
            let on = self.catalogue.indicator(clause.indicator())?;
            let satisfying = clause.options().filter_map(|id| on.answer_type().option(id));
            let choices = satisfying.map(|option| self.option(on, option)).collect();
            let shown_code = on.shown_code().to_owned();
            Some(Clause { code: on.code().to_owned(), shown_code, choices })
        });
        clauses.collect()
    }

    fn asks(&self, indicator: &Indicator) -> Asks {
        let answer_type = indicator.answer_type();
        let options = answer_type.options().iter();
        let mut choices = Choices {
            name: answer_type.name().to_owned(),
            choices: options.map(|option| self.option(indicator, option)).collect(),
        };
        match answer_type.kind() {
            AnswerKind::Choice => Asks::One(choices),
            AnswerKind::Checklist => {
                let label = answer_type.none_label(&self.language);
                let unlabelled = || self.words().text(key!("form.none_of_these"));
                let label = label.map_or_else(unlabelled, Cow::Borrowed);
                choices.choices.push(choice(NONE_OF_THESE, &label, None));
                Asks::Several(choices)
            }
            AnswerKind::Number => Asks::Number {
                bounds: answer_type.bounds(),
                unit: answer_type.unit(&self.language).map(str::to_owned),
            },
            AnswerKind::Text => Asks::Text,
        }
    }

    fn option(&self, indicator: &Indicator, option: &AnswerOption) -> Choice {
        let criterion = indicator.criterion(option.id(), &self.language);
        choice(option.id(), option.label(&self.language), criterion)
    }

    /// A member of a kind of object as a field.
    fn field(&self, of: &Kind, member: &Member) -> Field {
        let key = format!("{}.{}", of.name, member.name);
        Field {
            name: member.name,
            label: self.text(&key),
            help: self.help(&key),
            needed: self.needed(of, member),
            kind: self.kind(&member.holds),
            is_asked: match self.stage {
                Stage::Draft => !member.has(Handling::Given) && !member.has(Handling::Later),
                _ => !member.has(Handling::Given),
            },
        }
    }

    /// When a member must be filled in.
    fn needed(&self, of: &Kind, member: &Member) -> Needed {
        let if_required = |requirement| {
            if self.catalogue.requires(requirement) { Needed::InTheEnd } else { Needed::Never }
        };
        match (of.name, member.name) {
            // What the declaration does not say, because a rule of the assessment reports it.
            ("RoundEntry", "information_as_of") => if_required(Requirement::InformationDate),
            ("PlaceEntry", "country") => if_required(Requirement::Country),
            ("EvidenceRow", "source") => Needed::With("where"),
            _ => match member.need {
                Need::Required => Needed::Always,
                Need::Expected => Needed::InTheEnd,
                Need::Optional => Needed::Never,
            },
        }
    }

    fn kind(&self, holds: &Holds) -> FieldKind {
        match holds {
            Holds::Date => FieldKind::Date,
            Holds::Period => FieldKind::Period,
            Holds::Id => FieldKind::Id,
            Holds::CountryCode => FieldKind::Country,
            Holds::SubdivisionCode => FieldKind::Subdivision,
            Holds::LanguageTag => FieldKind::Language,
            Holds::Truth => FieldKind::Truth,
            Holds::Format => FieldKind::Format,
            Holds::Name => FieldKind::Fixed(self.catalogue.id().to_owned()),
            Holds::VersionText => FieldKind::Fixed(self.catalogue.version().to_owned()),
            Holds::Word(words) => FieldKind::Choice(self.word_list(words)),
            Holds::IndicatorCode => FieldKind::Choice(self.indicators()),
            Holds::OptionId => FieldKind::Option,
            Holds::SourceId => FieldKind::Source(self.sources()),
            Holds::List(Holds::RespondentId) => FieldKind::Respondents(self.respondents()),
            Holds::Object(kind) => FieldKind::Group(self.members(kind)),
            Holds::List(Holds::Object(kind)) => FieldKind::Rows(Row {
                label: self.text(kind.name),
                help: self.help(kind.name),
                fields: self.members(kind),
                unasked: unasked(kind),
            }),
            Holds::Prose => FieldKind::Lines,
            _ => FieldKind::Line,
        }
    }

    fn members(&self, kind: &Kind) -> Vec<Field> {
        let members = kind.members.iter().filter(|member| !member.has(Handling::Unasked));
        members.map(|member| self.field(kind, member)).collect()
    }

    fn word_list(&self, words: &Words) -> Choices {
        let choices = (words.names)().into_iter().map(|word| self.word(words.name, word));
        Choices { name: words.name.to_owned(), choices: choices.collect() }
    }

    fn word(&self, kind: &str, word: &str) -> Choice {
        let key = format!("{kind}.{word}");
        choice(word, &self.text(&key), Some(&self.help(&key)))
    }

    /// All indicators of the catalogue, for what refers to one.
    fn indicators(&self) -> Choices {
        let indicators = self.catalogue.indicators().iter().map(|indicator| {
            let heading = self.heading(indicator);
            Choice { id: indicator.code().to_owned(), label: heading, criterion: None }
        });
        Choices { name: "indicator".to_owned(), choices: indicators.collect() }
    }

    /// The sources that answers can cite, where they are known.
    pub(crate) fn sources(&self) -> Choices {
        let sources = self.cited.iter().flat_map(ResponseSet::sources);
        let named = sources.map(|source| (source.id().to_owned(), source.title().to_owned()));
        self.known("source", named)
    }

    /// The respondents that answers can name, where they are known.
    pub(crate) fn respondents(&self) -> Choices {
        let respondents = self.cited.iter().flat_map(ResponseSet::respondents);
        let named = respondents
            .map(|respondent| (respondent.id().to_owned(), respondent.institution().to_owned()));
        self.known("respondent", named)
    }

    /// What can be cited: each id once, with a name where there is one.
    fn known(&self, name: &str, named: impl Iterator<Item = (String, String)>) -> Choices {
        let mut once: IndexMap<String, String> = IndexMap::new();
        for (id, title) in named.filter(|(id, _)| !id.is_empty()) {
            let label = if title.is_empty() {
                id.clone()
            } else {
                self.words().fill(key!("format.entry"), &[("title", &id), ("text", &title)])
            };
            once.entry(id).or_insert(label);
        }
        let choices = once.into_iter().map(|(id, label)| Choice { id, label, criterion: None });
        Choices { name: name.to_owned(), choices: choices.collect() }
    }

    fn text(&self, key: &str) -> Cow<'static, str> {
        self.words().find(key).unwrap_or_default()
    }

    fn help(&self, key: &str) -> Cow<'static, str> {
        self.words().find_help(key).unwrap_or_default()
    }
}

fn choice(id: &str, label: &str, criterion: Option<&str>) -> Choice {
    let criterion = criterion.map(str::to_owned);
    Choice { id: id.to_owned(), label: label.to_owned(), criterion }
}

/// The names of the members that no form asks for.
fn unasked(kind: &Kind) -> Vec<&'static str> {
    let members = kind.members.iter().filter(|member| member.has(Handling::Unasked));
    members.map(|member| member.name).collect()
}
