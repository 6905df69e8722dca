//! What a page says about the matters of a domain: one list for each finding and each standing.

use super::super::page::{Block, Id, Item, Section, Text};
use super::Outline;
use super::annex::source_id;
use crate::document::catalogue::AnswerKind;
use crate::language::{Key, key};
use crate::profile::{DomainProfile, Finding, Matter};
use crate::responses::{Answer, Evidence};
use crate::standing::Standing;

impl Outline<'_> {
    pub(super) fn domain(&self, domain: &DomainProfile) -> Section {
        let id = Id::new(domain.code());
        let title = self.catalogue_words(domain.domain().title_text());
        let values = [("code", &Text::code(domain.code())), ("title", &title)];
        let mut section = Section::new(id, self.fill(key!("format.section"), &values), Vec::new());
        if domain.counts().answered() == 0 {
            section.blocks.push(Block::Paragraph(self.say(key!("page.nothing_answered"))));
        }
        let matters = domain.matters();
        let lists = LISTS.iter().filter_map(|list| self.list(list, &section.id, &matters));
        section.sections = lists.collect();
        section
    }

    /// The matters of a list under its title, those of one area together.
    fn list(&self, list: &List, within: &Id, matters: &[Matter]) -> Option<Section> {
        let matters: Vec<&Matter> =
            matters.iter().filter(|matter| (list.belongs)(matter)).collect();
        if matters.is_empty() {
            return None;
        }
        let values = [("title", &self.say(list.title)), ("count", &Text::number(&matters.len()))];
        let title = self.fill(key!("format.counted"), &values);
        let id = within.within(list.name);
        let mut section = Section::new(id, title, Vec::new());
        for matters in matters.chunk_by(|one, next| area_of(one) == area_of(next)) {
            let items = matters.iter().map(|matter| (list.item)(self, matter)).collect();
            let items = Block::Items(items);
            match matters.first().and_then(|matter| matter.subdomain()) {
                None => section.blocks.push(items),
                Some(area) => {
                    let title = self.catalogue_words(area.subdomain().title_text());
                    let id = section.id.within(area.code());
                    section.sections.push(Section::new(id, title, vec![items]));
                }
            }
        }
        Some(section)
    }

    fn finding(&self, matter: &Matter) -> Item {
        let indicator = matter.indicator();
        let mut item = self.titled(matter);
        item.text = if let Some(statement) = matter.statement_text() {
            self.catalogue_words(statement)
        } else {
            let level = matter.level().map(|level| self.catalogue_words(level.label_text()));
            self.entry(item.text, &level.unwrap_or_default())
        };
        if let Some(answer) = matter.answer() {
            if indicator.answer_type().kind() == AnswerKind::Checklist {
                let ticked = self.options(matter, &answer);
                item.notes.extend(Some(ticked).filter(|ticked| !ticked.is_empty()));
            }
            item.notes.extend(answer.account().map(|account| self.account(account)));
            let evidence: Vec<Evidence> = answer.evidence().collect();
            let mut cited: Vec<&str> = evidence.iter().map(Evidence::source).collect();
            cited.dedup();
            if !cited.is_empty() {
                let sources = cited.iter().map(|id| Text::link(source_id(id), id));
                let sources = self.join(key!("format.parts"), sources);
                let values = [("text", &item.text), ("sources", &sources)];
                item.text = self.fill(key!("format.cited"), &values);
            }
        }
        if let Some(step) = matter.first_step_text() {
            let step = self.catalogue_words(step);
            item.notes.push(self.fill(key!("page.first_step"), &[("step", &step)]));
        }
        item
    }

    fn other_level(&self, matter: &Matter) -> Item {
        let mut item = self.titled(matter);
        let Some(answer) = matter.answer() else { return item };
        let level = Self::label(answer.holder_level().map(|level| level.label(self.language)));
        let holder = match answer.holder() {
            Some(institution) => self.noted(self.own(institution), &level),
            None => level,
        };
        item.text = self.entry(item.text, &holder);
        if let Some(option) = answer.in_territory() {
            let indicator = matter.indicator();
            let label = indicator.answer_type().option(option).map(|option| option.label_text());
            if let Some(text) = indicator.statement_text_of(option).or(label) {
                let statement = self.catalogue_words(text);
                let values = [("statement", &statement)];
                item.notes.push(self.fill(key!("page.in_territory"), &values));
            }
        }
        if let Some(basis) = answer.legal_basis() {
            let values = [("basis", &self.own(basis))];
            item.notes.push(self.fill(key!("page.legal_basis"), &values));
        }
        item.notes.extend(answer.account().map(|account| self.account(account)));
        item
    }

    fn not_applicable(&self, matter: &Matter) -> Item {
        let mut item = self.titled(matter);
        let Some(answer) = matter.answer() else { return item };
        if let Some(reason) = answer.reason() {
            let values = [("reason", &self.own(reason))];
            item.notes.push(self.fill(key!("page.reason"), &values));
        }
        item.notes.extend(answer.account().map(|account| self.account(account)));
        item
    }

    fn not_asked(&self, matter: &Matter) -> Item {
        let mut item = self.titled(matter);
        item.notes.push(self.say(key!("page.because_not_asked")));
        item
    }

    fn open(&self, matter: &Matter) -> Item {
        let mut item = self.titled(matter);
        let answer = matter.answer();
        let answer = answer.as_ref();
        let or_none = |text: Option<Text>| text.unwrap_or_else(|| self.say(key!("format.none")));
        item.notes.push(match matter.standing() {
            Standing::Unknown => {
                let whom = answer.and_then(|answer| answer.asked()).map(|whom| self.own(whom));
                let date = answer.and_then(|answer| answer.asked_on());
                let date = date.map(|date| self.date(Some(date)));
                let values = [("whom", &or_none(whom)), ("date", &or_none(date))];
                self.fill(key!("page.because_unknown"), &values)
            }
            Standing::Restricted => {
                let act = answer.and_then(|answer| answer.act()).map(|act| self.own(act));
                self.fill(key!("page.because_restricted"), &[("act", &or_none(act))])
            }
            Standing::Undecided => self.say(key!("page.because_undecided")),
            _ => self.say(key!("page.because_unanswered")),
        });
        let account = answer.and_then(|answer| answer.account());
        item.notes.extend(account.map(|account| self.account(account)));
        item
    }

    fn context_answer(&self, matter: &Matter) -> Item {
        let mut item = self.titled(matter);
        let Some(answer) = matter.answer() else { return item };
        let given = self.given(matter, &answer);
        item.text = self.entry(item.text, &given);
        item.notes.extend(answer.account().map(|account| self.account(account)));
        item
    }

    /// The answer to a question that is not scored, as words: labels, a number with its unit, or the
    /// place's own text.
    fn given(&self, matter: &Matter, answer: &Answer) -> Text {
        let answer_type = matter.indicator().answer_type();
        match answer_type.kind() {
            AnswerKind::Choice | AnswerKind::Checklist => self.options(matter, answer),
            AnswerKind::Text => {
                answer.text().map_or_else(Text::default, |words| self.own_words(words))
            }
            AnswerKind::Number => {
                let number = answer.number().unwrap_or_default();
                let number = Text::number(&self.words.number(&number));
                let Some(unit) = answer_type.unit_text() else { return number };
                let values = [("number", &number), ("unit", &self.catalogue_words(unit))];
                self.fill(key!("format.measured"), &values)
            }
        }
    }

    /// The labels of the options that were chosen or ticked.
    fn options(&self, matter: &Matter, answer: &Answer) -> Text {
        let answer_type = matter.indicator().answer_type();
        let options = answer.chosen().into_iter().chain(answer.ticked());
        let options = options.filter_map(|id| answer_type.option(id));
        let labels = options.map(|option| self.catalogue_words(option.label_text()));
        self.join(key!("format.items"), labels)
    }

    fn titled(&self, matter: &Matter) -> Item {
        let indicator = matter.indicator();
        Item {
            key: Text::code(indicator.shown_code()),
            text: self.catalogue_words(indicator.title_text()),
            ..Item::default()
        }
    }
}

/// The code of the area to which a matter belongs.
fn area_of(matter: &Matter) -> Option<&str> {
    matter.subdomain().map(|area| area.code())
}

/// A list of matters of a domain.
struct List {
    /// Its name in ids.
    name: &'static str,
    title: Key,
    belongs: fn(&Matter) -> bool,
    item: fn(&Outline<'_>, &Matter) -> Item,
}

/// The lists in the order in which a page has them. Every matter belongs to exactly one.
const LISTS: &[List] = &[
    List {
        name: "strengths",
        title: key!("page.strengths"),
        belongs: |matter| matter.finding() == Some(Finding::Strength),
        item: |outline, matter| outline.finding(matter),
    },
    List {
        name: "under-way",
        title: key!("page.under_way"),
        belongs: |matter| matter.finding() == Some(Finding::UnderWay),
        item: |outline, matter| outline.finding(matter),
    },
    List {
        name: "partly",
        title: key!("page.partly"),
        belongs: |matter| matter.finding() == Some(Finding::Partly),
        item: |outline, matter| outline.finding(matter),
    },
    List {
        name: "not-in-place",
        title: key!("page.not_in_place"),
        belongs: |matter| matter.finding() == Some(Finding::NotInPlace),
        item: |outline, matter| outline.finding(matter),
    },
    List {
        name: "other-level",
        title: key!("page.other_level"),
        belongs: |matter| matter.standing() == Standing::NotALocalCompetence,
        item: |outline, matter| outline.other_level(matter),
    },
    List {
        name: "not-applicable",
        title: key!("page.not_applicable"),
        belongs: |matter| matter.standing() == Standing::NotApplicableHere,
        item: |outline, matter| outline.not_applicable(matter),
    },
    List {
        name: "not-asked",
        title: key!("page.not_asked"),
        belongs: |matter| matter.standing() == Standing::NotAsked,
        item: |outline, matter| outline.not_asked(matter),
    },
    List {
        name: "to-confirm",
        title: key!("page.to_confirm"),
        belongs: |matter| matter.standing().is_open(),
        item: |outline, matter| outline.open(matter),
    },
    List {
        name: "context",
        title: key!("page.context_answers"),
        belongs: |matter| matter.standing() == Standing::Context,
        item: |outline, matter| outline.context_answer(matter),
    },
];
