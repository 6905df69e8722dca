//! What a rendered profile says, and in which order: counts and sentences first, figures last.

use super::page::{Block, Column, Item, Page, Table};
use super::words::{self, Words, fill};
use crate::document::catalogue::AnswerKind;
use crate::profile::{Counts, DomainProfile, Finding, Matter, Profile, SubdomainProfile};
use crate::responses::ResponseSet;
use crate::score::{Figures, Interval, Score, Withholding};
use crate::standing::Standing;
use crate::text::primary_language;

pub(super) fn of(profile: &Profile, language: &str) -> Page {
    let outline = Outline {
        profile,
        set: profile.assessment().responses(),
        language,
        words: words::of(language),
    };
    outline.page()
}

struct Outline<'p> {
    profile: &'p Profile,
    set: &'p ResponseSet,
    language: &'p str,
    words: &'static Words,
}

impl Outline<'_> {
    fn page(&self) -> Page {
        let place = self.set.place();
        let round = self.set.round();
        let mut blocks = vec![Block::Paragraph(
            self.profile.assessment().catalogue().title(self.language).to_owned(),
        )];
        self.banner(&mut blocks);
        self.front(&mut blocks);
        self.at_a_glance(&mut blocks);
        for domain in self.profile.domains() {
            self.domain(&domain, &mut blocks);
        }
        self.priorities(&mut blocks);
        self.queries(&mut blocks);
        self.figures(&mut blocks);
        self.sources(&mut blocks);
        blocks.push(Block::Heading(self.words.notice.to_owned()));
        blocks.push(Block::Paragraph(self.profile.notice(self.language).to_owned()));
        self.banner(&mut blocks);
        let period = self.words.date(round.period());
        let values = [("place", place.name()), ("period", period.as_str())];
        Page { language: self.words.language, title: fill(self.words.profile_of, &values), blocks }
    }

    fn banner(&self, blocks: &mut Vec<Block>) {
        if self.profile.is_illustrative() {
            let place = self.set.place();
            blocks.push(Block::Banner(fill(self.words.banner, &[("place", place.name())])));
        }
    }

    /// Place, round, and who took part.
    fn front(&self, blocks: &mut Vec<Block>) {
        let round = self.set.round();
        let mut items = Vec::new();
        let mut item = |key: &str, text: String| {
            if !text.is_empty() {
                items.push(Item { text: format!("{key}: {text}"), ..Item::default() });
            }
        };
        let kind = self.words.label("RoundKind", round.kind().map(|kind| kind.name()));
        item(self.words.round, join(&[&self.words.date(round.period()), &kind], ", "));
        let stage = self.profile.assessment().stage().name();
        item(self.words.stage, self.words.label("Stage", Some(stage)));
        item(self.words.information_as_of, self.date(round.information_as_of()));
        let institutions: Vec<String> =
            self.set.respondents().map(|respondent| respondent.institution().to_owned()).collect();
        item(self.words.respondents, institutions.join("; "));
        if let Some(approval) = self.set.approval() {
            let parts =
                [approval.body(), approval.act().unwrap_or_default(), &self.date(approval.date())];
            item(self.words.approval, join(&parts, ", "));
        }
        blocks.push(Block::Items(items));
        if let Some(context) = self.set.context() {
            blocks.push(Block::Heading(self.words.context.to_owned()));
            blocks.push(Block::Paragraph(self.own_words(context)));
        }
    }

    fn at_a_glance(&self, blocks: &mut Vec<Block>) {
        let words = self.words;
        let counts = self.profile.counts();
        let number = |count: u32| count.to_string();
        blocks.push(Block::Heading(words.at_a_glance.to_owned()));
        blocks.push(Block::Paragraph(fill(
            words.glance,
            &[
                ("indicators", &number(counts.indicators())),
                ("scored", &number(counts.scored())),
                ("context", &number(counts.context())),
                ("counting", &number(counts.counting())),
                ("answered", &number(counts.answered())),
                ("open", &number(counts.open())),
            ],
        )));
        let domains = self.profile.domains();
        let codes = domains.iter().map(|domain| Column::number(domain.code()));
        let columns = std::iter::once(Column::words(words.matters))
            .chain(codes)
            .chain([Column::number(words.all_domains)])
            .collect();
        // Domains side by side, so that the kinds of matters keep their names in full.
        let row = |title: &str, count: fn(&Counts) -> u32| {
            let cells = domains.iter().map(|domain| number(count(domain.counts())));
            std::iter::once(title.to_owned()).chain(cells).chain([number(count(counts))]).collect()
        };
        let rows = vec![
            row(words.strengths_list, Counts::strengths),
            row(words.under_way_list, Counts::under_way),
            row(words.partly_list, Counts::partly),
            row(words.not_in_place_list, Counts::not_in_place),
            row(words.to_confirm_list, Counts::open),
            row(words.other_level_list, Counts::not_a_local_competence),
            row(words.not_here, |counts| {
                counts.not_applicable_here().saturating_add(counts.not_asked())
            }),
            row(words.context_list, Counts::context),
            row(words.total, Counts::indicators),
        ];
        blocks.push(Block::Table(Table { columns, rows }));
        blocks.push(Block::Paragraph(words.rule_of_findings.to_owned()));
    }

    fn domain(&self, domain: &DomainProfile, blocks: &mut Vec<Block>) {
        let words = self.words;
        blocks.push(Block::Heading(format!("{} · {}", domain.code(), domain.title(self.language))));
        if domain.counts().answered() == 0 {
            blocks.push(Block::Paragraph(words.nothing_answered.to_owned()));
        }
        let areas: Vec<(SubdomainProfile, Vec<Matter>)> =
            domain.subdomains().into_iter().map(|area| (area.clone(), area.matters())).collect();
        for finding in Finding::ALL {
            let title = match finding {
                Finding::Strength => words.strengths_list,
                Finding::UnderWay => words.under_way_list,
                Finding::Partly => words.partly_list,
                Finding::NotInPlace => words.not_in_place_list,
            };
            let is_meant = |matter: &Matter| matter.finding() == Some(finding);
            self.list(title, &areas, is_meant, Self::finding, blocks);
        }
        let stands = |standing| move |matter: &Matter| matter.standing() == standing;
        let other_level = stands(Standing::NotALocalCompetence);
        self.list(words.other_level_list, &areas, other_level, Self::other_level, blocks);
        let not_applicable = stands(Standing::NotApplicableHere);
        self.list(words.not_applicable_list, &areas, not_applicable, Self::not_applicable, blocks);
        let not_asked = stands(Standing::NotAsked);
        self.list(words.not_asked_list, &areas, not_asked, Self::not_asked, blocks);
        let open = |matter: &Matter| matter.standing().is_open();
        self.list(words.to_confirm_list, &areas, open, Self::open, blocks);
        let context = stands(Standing::Context);
        self.list(words.context_list, &areas, context, Self::context_answer, blocks);
    }

    /// The matters that are meant under their title, those of one subdomain together.
    fn list(
        &self,
        title: &str,
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
            blocks.push(Block::Subheading(format!("{title} ({count})")));
            blocks.append(&mut lists);
        }
    }

    fn finding(&self, matter: &Matter) -> Item {
        let indicator = matter.indicator();
        let level = matter.level().map_or("", |level| level.label(self.language));
        let mut text = match matter.statement(self.language) {
            Some(statement) => statement.to_owned(),
            None => join(&[indicator.title(self.language), level], ": "),
        };
        let mut notes = Vec::new();
        if let Some(answer) = matter.answer() {
            if indicator.answer_type().kind() == AnswerKind::Checklist {
                let labels: Vec<&str> = answer
                    .options()
                    .filter_map(|id| indicator.answer_type().option(id))
                    .map(|option| option.label(self.language))
                    .collect();
                notes.extend((!labels.is_empty()).then(|| labels.join("; ")));
            }
            notes.extend(answer.account().map(|account| self.account(account)));
            let mut cited: Vec<&str> =
                answer.evidence().iter().map(|(source, _)| *source).collect();
            cited.dedup();
            if !cited.is_empty() {
                text = format!("{text} [{}]", cited.join(", "));
            }
        }
        let first_step = matter.first_step(self.language);
        notes.extend(first_step.map(|step| fill(self.words.first_step, &[("step", step)])));
        Item { key: indicator.code().to_owned(), text, notes }
    }

    fn other_level(&self, matter: &Matter) -> Item {
        let mut item = self.titled(matter);
        let Some(answer) = matter.answer() else { return item };
        let level = self.words.label("Level", answer.holder_level().map(|level| level.name()));
        let holder = match answer.holder() {
            Some(institution) if level.is_empty() => institution.to_owned(),
            Some(institution) => format!("{institution} ({level})"),
            None => level,
        };
        item.text = join(&[&item.text, &holder], ": ");
        if let Some(option) = answer.in_territory() {
            let indicator = matter.indicator();
            let label = indicator.answer_type().option(option);
            let statement = indicator
                .statement(option, self.language)
                .or_else(|| label.map(|option| option.label(self.language)));
            let statement =
                statement.map(|text| fill(self.words.in_territory, &[("statement", text)]));
            item.notes.extend(statement);
        }
        let basis = answer.legal_basis();
        item.notes.extend(basis.map(|basis| fill(self.words.legal_basis, &[("basis", basis)])));
        item.notes.extend(answer.account().map(|account| self.account(account)));
        item
    }

    fn not_applicable(&self, matter: &Matter) -> Item {
        let mut item = self.titled(matter);
        if let Some(answer) = matter.answer() {
            let reason = answer.reason();
            item.notes.extend(reason.map(|reason| fill(self.words.reason, &[("reason", reason)])));
            item.notes.extend(answer.account().map(|account| self.account(account)));
        }
        item
    }

    fn not_asked(&self, matter: &Matter) -> Item {
        let mut item = self.titled(matter);
        item.notes.push(self.words.not_asked.to_owned());
        item
    }

    fn open(&self, matter: &Matter) -> Item {
        let mut item = self.titled(matter);
        let answer = matter.answer();
        let answer = answer.as_ref();
        item.notes.push(match matter.standing() {
            Standing::Unknown => {
                let whom = answer.and_then(|answer| answer.asked()).unwrap_or("–");
                let date = answer.and_then(|answer| answer.asked_on()).unwrap_or("–");
                let date = self.words.date(date);
                fill(self.words.asked, &[("whom", whom), ("date", &date)])
            }
            Standing::Restricted => {
                let act = answer.and_then(|answer| answer.act()).unwrap_or("–");
                fill(self.words.restricted_by, &[("act", act)])
            }
            Standing::Undecided => self.words.undecided.to_owned(),
            _ => self.words.unanswered.to_owned(),
        });
        let account = answer.and_then(|answer| answer.account());
        item.notes.extend(account.map(|account| self.account(account)));
        item
    }

    fn context_answer(&self, matter: &Matter) -> Item {
        let mut item = self.titled(matter);
        let Some(answer) = matter.answer() else { return item };
        let answer_type = matter.indicator().answer_type();
        let given = match answer.number() {
            Some(number) => {
                join(&[&number, answer_type.unit(self.language).unwrap_or_default()], " ")
            }
            None if answer_type.kind() == AnswerKind::Text => {
                answer.options().next().map_or_else(String::new, |text| self.own_words(text))
            }
            None => {
                let labels: Vec<&str> = answer
                    .options()
                    .filter_map(|id| answer_type.option(id))
                    .map(|option| option.label(self.language))
                    .collect();
                labels.join("; ")
            }
        };
        item.text = join(&[&item.text, &given], ": ");
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

    /// A date as people write it; empty where there is none.
    fn date(&self, date: Option<&str>) -> String {
        date.map_or_else(String::new, |date| self.words.date(date))
    }

    /// The place's own words beside an answer, quoted: they are not the catalogue's.
    fn account(&self, account: &str) -> String {
        fill(self.words.quoted, &[("words", account), ("language", &self.other_language())])
    }

    /// The place's own words where nobody else speaks; their language is named if it is another.
    fn own_words(&self, words: &str) -> String {
        words.to_owned() + &self.other_language()
    }

    /// The language of the place's own words in brackets, if it is not the one rendered.
    fn other_language(&self) -> String {
        let language = self.set.language();
        let is_same = primary_language(language).eq_ignore_ascii_case(self.words.language);
        if is_same || language.is_empty() { String::new() } else { format!(" [{language}]") }
    }

    fn priorities(&self, blocks: &mut Vec<Block>) {
        let items: Vec<Item> = self
            .set
            .priorities()
            .map(|priority| {
                let status = priority.status().map(|status| status.name());
                let status = self.words.label("PriorityStatus", status);
                let parts = [
                    priority.responsible().unwrap_or_default(),
                    &self.date(priority.date()),
                    &status,
                ];
                let notes = join(&parts, " · ");
                Item {
                    key: priority.indicator().to_owned(),
                    text: self.own_words(priority.action()),
                    notes: (!notes.is_empty()).then_some(notes).into_iter().collect(),
                }
            })
            .collect();
        titled_items(self.words.priorities, items, blocks);
    }

    /// The questions that are still open.
    fn queries(&self, blocks: &mut Vec<Block>) {
        let open = self.set.queries().filter(|query| query.closed().is_none());
        let items: Vec<Item> = open
            .map(|query| Item {
                key: query.indicator().to_owned(),
                text: self.own_words(query.text()),
                notes: query
                    .to()
                    .map(|whom| fill(self.words.query_to, &[("whom", whom)]))
                    .into_iter()
                    .collect(),
            })
            .collect();
        titled_items(self.words.queries, items, blocks);
    }

    fn figures(&self, blocks: &mut Vec<Block>) {
        let words = self.words;
        blocks.push(Block::Heading(words.figures.to_owned()));
        blocks.push(Block::Paragraph(words.figures_intro.to_owned()));
        let columns =
            [words.domain, words.score, words.interval, words.coverage, words.reach, words.band];
        let mut rows: Vec<Vec<String>> = self
            .profile
            .domains()
            .iter()
            .map(|domain| self.row(domain.title(self.language), domain.figures(), domain.counts()))
            .collect();
        if let Some(overall) = self.profile.overall() {
            rows.push(self.row(words.all_domains, overall, self.profile.counts()));
        }
        let columns = columns.map(Column::words).into();
        blocks.push(Block::Table(Table { columns, rows }));
        let scheme = self.profile.scheme();
        let (title, description) = (scheme.title(self.language), scheme.description(self.language));
        let values = [("title", title), ("description", description)];
        blocks.push(Block::Paragraph(fill(words.scheme, &values)));
    }

    fn row(&self, title: &str, figures: &Figures, counts: &Counts) -> Vec<String> {
        let words = self.words;
        let share_of = |share: Option<crate::ratio::Ratio>, part: u32, whole: u32| {
            let Some(share) = share else { return "–".to_owned() };
            let (percent, part, whole) =
                (share.percent().to_string(), part.to_string(), whole.to_string());
            fill(words.share_of, &[("percent", &percent), ("part", &part), ("whole", &whole)])
        };
        let interval =
            figures.interval().map_or_else(|| "–".to_owned(), |interval| self.range(interval));
        let (score, band) = match figures.score() {
            Score::Published { value, band } => {
                let others: Vec<&str> = figures
                    .possible_bands(self.profile.scheme())
                    .iter()
                    .filter(|other| other.id() != band.id())
                    .map(|other| other.label(self.language))
                    .collect();
                let band = band.label(self.language);
                let band = if others.is_empty() {
                    band.to_owned()
                } else {
                    fill(words.also_possible, &[("band", band), ("others", &others.join("; "))])
                };
                (format!("{} %", value.percent()), band)
            }
            Score::Withheld { reasons } => {
                let reasons: Vec<String> =
                    reasons.iter().map(|reason| self.withholding(*reason)).collect();
                (words.no_figure.to_owned(), reasons.join("; "))
            }
        };
        vec![
            title.to_owned(),
            score,
            interval,
            share_of(figures.coverage(), counts.answered(), counts.counting()),
            share_of(figures.reach(), counts.counting(), counts.scored()),
            band,
        ]
    }

    fn range(&self, interval: Interval) -> String {
        let (lowest, highest) = (interval.lowest().percent(), interval.highest().percent());
        if interval.lowest() == interval.highest() {
            return format!("{lowest} %");
        }
        let (lowest, highest) = (lowest.to_string(), highest.to_string());
        fill(self.words.range, &[("lowest", &lowest), ("highest", &highest)])
    }

    fn withholding(&self, reason: Withholding) -> String {
        let least = |template: &str, least: u32| fill(template, &[("least", &least.to_string())]);
        match reason {
            Withholding::NothingCounts => self.words.nothing_counts.to_owned(),
            Withholding::NothingAnswered => self.words.nothing_is_answered.to_owned(),
            Withholding::Coverage { least: percent } => {
                least(self.words.below_coverage, percent.into())
            }
            Withholding::Reach { least: percent } => least(self.words.below_reach, percent.into()),
            Withholding::Answered { least: count } => least(self.words.below_answered, count),
            Withholding::Subdomain => self.words.of_subdomain.to_owned(),
        }
    }

    fn sources(&self, blocks: &mut Vec<Block>) {
        let items: Vec<Item> = self
            .set
            .sources()
            .map(|source| {
                let kind = source.kind().map(|kind| kind.name());
                let kind = self.words.label("SourceKind", kind);
                let parts = [
                    kind.as_str(),
                    &self.date(source.date()),
                    source.address().unwrap_or_default(),
                ];
                let about = join(&parts, ", ");
                let text = source.title().to_owned();
                let text = if about.is_empty() { text } else { format!("{text} ({about})") };
                Item { key: source.id().to_owned(), text, notes: Vec::new() }
            })
            .collect();
        titled_items(self.words.sources, items, blocks);
    }
}

fn titled_items(title: &str, items: Vec<Item>, blocks: &mut Vec<Block>) {
    if !items.is_empty() {
        blocks.push(Block::Heading(title.to_owned()));
        blocks.push(Block::Items(items));
    }
}

/// The parts that are not empty, with `link` between two.
fn join(parts: &[&str], link: &str) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(link)
}
