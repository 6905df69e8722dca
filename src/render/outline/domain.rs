//! What a page says about the matters of a domain: one list for each finding and each standing.

use super::super::page::{Block, Item};
use super::{Outline, within};
use crate::document::catalogue::AnswerKind;
use crate::language::{Key, key};
use crate::profile::{DomainProfile, Finding, Matter, SubdomainProfile};
use crate::standing::Standing;

impl Outline<'_> {
    pub(super) fn domain(&self, domain: &DomainProfile, blocks: &mut Vec<Block>) {
        let values = [("code", domain.code()), ("title", domain.title(self.language))];
        blocks.push(Block::Heading(self.fill(key!("format.section"), &values)));
        if domain.counts().answered() == 0 {
            blocks.push(Block::Paragraph(self.say(key!("page.nothing_answered"))));
        }
        let areas: Vec<(SubdomainProfile, Vec<Matter>)> =
            domain.subdomains().into_iter().map(|area| (area.clone(), area.matters())).collect();
        for finding in Finding::ALL.iter().copied() {
            let title = match finding {
                Finding::Strength => key!("page.strengths"),
                Finding::UnderWay => key!("page.under_way"),
                Finding::Partly => key!("page.partly"),
                Finding::NotInPlace => key!("page.not_in_place"),
            };
            let is_meant = |matter: &Matter| matter.finding() == Some(finding);
            self.list(title, &areas, is_meant, Self::finding, blocks);
        }
        let stands = |standing| move |matter: &Matter| matter.standing() == standing;
        let other_level = stands(Standing::NotALocalCompetence);
        self.list(key!("page.other_level"), &areas, other_level, Self::other_level, blocks);
        let not_applicable = stands(Standing::NotApplicableHere);
        self.list(
            key!("page.not_applicable"),
            &areas,
            not_applicable,
            Self::not_applicable,
            blocks,
        );
        let not_asked = stands(Standing::NotAsked);
        self.list(key!("page.not_asked"), &areas, not_asked, Self::not_asked, blocks);
        let open = |matter: &Matter| matter.standing().is_open();
        self.list(key!("page.to_confirm"), &areas, open, Self::open, blocks);
        let context = stands(Standing::Context);
        self.list(key!("page.context_answers"), &areas, context, Self::context_answer, blocks);
    }

    /// The matters that are meant under their title, those of one subdomain together.
    fn list(
        &self,
        title: Key,
        areas: &[(SubdomainProfile, Vec<Matter>)],
        is_meant: impl Fn(&Matter) -> bool,
        item: fn(&Self, &Matter) -> Item,
        blocks: &mut Vec<Block>,
    ) {
        let mut count = 0_usize;
        let mut lists = Vec::new();
        for (area, matters) in areas {
            let meant = matters.iter().filter(|matter| is_meant(matter));
            let items: Vec<Item> = meant.map(|matter| item(self, matter)).collect();
            if !items.is_empty() {
                count = count.saturating_add(items.len());
                lists.push(Block::Label(area.title(self.language).to_owned()));
                lists.push(Block::Items(items));
            }
        }
        if count > 0 {
            let values = [("title", self.words.text(title)), ("count", &count.to_string())];
            blocks.push(Block::Subheading(self.fill(key!("format.counted"), &values)));
            blocks.append(&mut lists);
        }
    }

    fn finding(&self, matter: &Matter) -> Item {
        let indicator = matter.indicator();
        let level = matter.level().map_or("", |level| level.label(self.language));
        let mut text = match matter.statement(self.language) {
            Some(statement) => statement.to_owned(),
            None => self.entry(indicator.title(self.language), level),
        };
        let mut notes = Vec::new();
        if let Some(answer) = matter.answer() {
            if indicator.answer_type().kind() == AnswerKind::Checklist {
                let labels: Vec<&str> = answer
                    .ticked()
                    .filter_map(|id| indicator.answer_type().option(id))
                    .map(|option| option.label(self.language))
                    .collect();
                let labels = self.words.join(key!("format.items"), labels);
                notes.extend((!labels.is_empty()).then_some(labels));
            }
            notes.extend(answer.account().map(|account| self.account(account)));
            let mut cited: Vec<String> =
                answer.evidence().map(|row| row.source().to_owned()).collect();
            cited.dedup();
            if !cited.is_empty() {
                let sources = self.words.join(key!("format.parts"), cited);
                let values = [("text", &*text), ("sources", &*sources)];
                text = self.fill(key!("format.cited"), &values);
            }
        }
        let first_step = matter.first_step(self.language);
        notes.extend(first_step.map(|step| self.fill(key!("page.first_step"), &[("step", step)])));
        Item { key: indicator.code().to_owned(), text, notes }
    }

    fn other_level(&self, matter: &Matter) -> Item {
        let mut item = self.titled(matter);
        let Some(answer) = matter.answer() else { return item };
        let level = within(answer.holder_level().map(|level| level.label(self.language)));
        let holder = match answer.holder() {
            Some(institution) => self.noted(institution, &level),
            None => level,
        };
        item.text = self.entry(&item.text, &holder);
        if let Some(option) = answer.in_territory() {
            let indicator = matter.indicator();
            let label = indicator.answer_type().option(option);
            let statement = indicator
                .statement(option, self.language)
                .or_else(|| label.map(|option| option.label(self.language)));
            let statement =
                statement.map(|text| self.fill(key!("page.in_territory"), &[("statement", text)]));
            item.notes.extend(statement);
        }
        let basis = answer.legal_basis();
        item.notes
            .extend(basis.map(|basis| self.fill(key!("page.legal_basis"), &[("basis", basis)])));
        item.notes.extend(answer.account().map(|account| self.account(account)));
        item
    }

    fn not_applicable(&self, matter: &Matter) -> Item {
        let mut item = self.titled(matter);
        if let Some(answer) = matter.answer() {
            let reason = answer.reason();
            item.notes
                .extend(reason.map(|reason| self.fill(key!("page.reason"), &[("reason", reason)])));
            item.notes.extend(answer.account().map(|account| self.account(account)));
        }
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
        let none = self.words.text(key!("format.none"));
        item.notes.push(match matter.standing() {
            Standing::Unknown => {
                let whom = answer.and_then(|answer| answer.asked()).unwrap_or(none);
                let date = answer.and_then(|answer| answer.asked_on());
                let date = date.map_or_else(|| none.to_owned(), |date| self.words.date(date));
                self.fill(key!("page.because_unknown"), &[("whom", whom), ("date", &date)])
            }
            Standing::Restricted => {
                let act = answer.and_then(|answer| answer.act()).unwrap_or(none);
                self.fill(key!("page.because_restricted"), &[("act", act)])
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
        let answer_type = matter.indicator().answer_type();
        let given = if let Some(number) = answer.number() {
            let number = self.words.number(&number);
            match answer_type.unit(self.language) {
                Some(unit) => {
                    let values = [("number", &*number), ("unit", unit)];
                    self.fill(key!("format.measured"), &values)
                }
                None => number,
            }
        } else if let Some(text) = answer.text() {
            self.own_words(text)
        } else {
            let options = answer.chosen().into_iter().chain(answer.ticked());
            let labels: Vec<&str> = options
                .filter_map(|id| answer_type.option(id))
                .map(|option| option.label(self.language))
                .collect();
            self.words.join(key!("format.items"), labels)
        };
        item.text = self.entry(&item.text, &given);
        item.notes.extend(answer.account().map(|account| self.account(account)));
        item
    }

    fn titled(&self, matter: &Matter) -> Item {
        let indicator = matter.indicator();
        Item {
            key: indicator.code().to_owned(),
            text: indicator.title(self.language).to_owned(),
            notes: Vec::new(),
        }
    }
}
