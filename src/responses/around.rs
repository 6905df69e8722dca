//! What a set says of the place and of its round besides answers, as handles that share the set.

use super::{ResponseSet, date_of, handles};
use crate::date::PartialDate;
use crate::document::Field;
use crate::document::responses::{
    AcronymRow, DemographyEntry, ExchangeEntry, HeadcountEntry, Heads, HighlightsEntry, OriginRow,
    Population, ProcessEntry, Sector, SectorRow, WorkshopKind, WorkshopRow,
};
use crate::document::values::Placed as _;

/// Whether and how a place takes part in the exchange between places. No profile has it.
#[derive(Clone)]
pub struct Exchange(pub(super) ResponseSet);

impl Exchange {
    /// Whether the place is counted; not, where the document does not say.
    #[must_use]
    pub fn takes_part(&self) -> bool {
        self.entry().and_then(|entry| entry.take_part.value()).unwrap_or(false)
    }

    /// Whether the place may be named to others: only if it takes part, and the document says so.
    #[must_use]
    pub fn may_be_named(&self) -> bool {
        let may_be = self.entry().and_then(|entry| entry.be_named.value()).unwrap_or(false);
        self.takes_part() && may_be
    }

    /// The office to which others turn.
    #[must_use]
    pub fn office(&self) -> Option<&str> {
        self.entry().and_then(|entry| self.0.optional(&entry.office))
    }

    fn entry(&self) -> Option<&ExchangeEntry> {
        self.0.file().exchange.get().map(AsRef::as_ref)
    }
}

/// What a place chose to show first.
#[derive(Clone)]
pub struct Highlights(pub(super) ResponseSet);

impl Highlights {
    /// The codes of indicators under what is well developed.
    pub fn strengths(&self) -> impl Iterator<Item = &str> {
        let codes = self.entry().map_or(&[][..], |entry| entry.strengths.items());
        codes.iter().map(|code| self.0.document().text_of(code.node()))
    }

    /// The codes of indicators under what can be developed further.
    pub fn openings(&self) -> impl Iterator<Item = &str> {
        let codes = self.entry().map_or(&[][..], |entry| entry.openings.items());
        codes.iter().map(|code| self.0.document().text_of(code.node()))
    }

    fn entry(&self) -> Option<&HighlightsEntry> {
        self.0.file().highlights.get().map(AsRef::as_ref)
    }
}

/// An acronym of a place's texts.
#[derive(Clone)]
pub struct Acronym(pub(super) ResponseSet, pub(super) usize);

impl Acronym {
    /// The acronym.
    #[must_use]
    pub fn acronym(&self) -> &str {
        self.0.text(self.entry().and_then(|entry| entry.acronym.get()))
    }

    /// What it stands for.
    #[must_use]
    pub fn meaning(&self) -> &str {
        self.0.text(self.entry().and_then(|entry| entry.meaning.get()))
    }

    fn entry(&self) -> Option<&AcronymRow> {
        self.0.file().acronyms.items().get(self.1)
    }
}

/// How the answers of a round came about, in numbers of people and without names.
#[derive(Clone)]
pub struct Process(pub(super) ResponseSet);

impl Process {
    /// How they were gathered and reviewed.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        self.entry().and_then(|entry| self.0.optional(&entry.account))
    }

    /// The workshops, in order.
    pub fn workshops(&self) -> impl Iterator<Item = Workshop> {
        let count = self.entry().map_or(0, |entry| entry.workshops.items().len());
        handles(&self.0, count, Workshop)
    }

    fn entry(&self) -> Option<&ProcessEntry> {
        self.0.file().process.get().map(AsRef::as_ref)
    }
}

/// A workshop of a round.
#[derive(Clone)]
pub struct Workshop(ResponseSet, usize);

impl Workshop {
    /// When it was.
    #[must_use]
    pub fn date(&self) -> Option<PartialDate> {
        self.entry().and_then(|entry| date_of(&entry.date))
    }

    /// What it was for.
    #[must_use]
    pub fn kind(&self) -> Option<WorkshopKind> {
        self.entry().and_then(|entry| entry.kind.value())
    }

    /// Where it was.
    #[must_use]
    pub fn place(&self) -> Option<&str> {
        self.entry().and_then(|entry| self.0.optional(&entry.place))
    }

    /// How many women took part; `None` where nobody counted.
    #[must_use]
    pub fn women(&self) -> Option<u32> {
        heads(&self.entry()?.women)
    }

    /// How many men took part; `None` where nobody counted.
    #[must_use]
    pub fn men(&self) -> Option<u32> {
        heads(&self.entry()?.men)
    }

    /// How many others took part, or people of whom nothing is said; `None` where nobody counted.
    #[must_use]
    pub fn other_or_unsaid(&self) -> Option<u32> {
        heads(&self.entry()?.other_or_unsaid)
    }

    /// How many people came from which sector, in the order of the document.
    pub fn sectors(&self) -> impl Iterator<Item = WorkshopSector> {
        let count = self.entry().map_or(0, |entry| entry.sectors.items().len());
        (0..count).map(|row| WorkshopSector(self.clone(), row))
    }

    fn entry(&self) -> Option<&WorkshopRow> {
        self.0.file().process.get()?.workshops.items().get(self.1)
    }
}

/// How many people a sector sent to a workshop.
#[derive(Clone)]
pub struct WorkshopSector(Workshop, usize);

impl WorkshopSector {
    /// The sector.
    #[must_use]
    pub fn sector(&self) -> Option<Sector> {
        self.entry().and_then(|entry| entry.sector.value())
    }

    /// How many people.
    #[must_use]
    pub fn participants(&self) -> Option<u32> {
        heads(&self.entry()?.participants)
    }

    fn entry(&self) -> Option<&SectorRow> {
        self.0.entry()?.sectors.items().get(self.1)
    }
}

/// How many people live in a place, and from where.
#[derive(Clone)]
pub struct Demography(pub(super) ResponseSet);

impl Demography {
    /// All who live in the place.
    #[must_use]
    pub fn population(&self) -> Option<Headcount> {
        self.entry()?.population.get()?;
        Some(Headcount(self.0.clone(), Counted::Population))
    }

    /// Those of them who were born in another country.
    #[must_use]
    pub fn foreign_born(&self) -> Option<Headcount> {
        self.entry()?.foreign_born.get()?;
        Some(Headcount(self.0.clone(), Counted::ForeignBorn))
    }

    /// The countries from which most of them come, in the order of the document.
    pub fn origins(&self) -> impl Iterator<Item = Origin> {
        let count = self.entry().map_or(0, |entry| entry.origins.items().len());
        handles(&self.0, count, Origin)
    }

    fn entry(&self) -> Option<&DemographyEntry> {
        self.0.file().demography.get().map(AsRef::as_ref)
    }
}

/// Whose number it is.
#[derive(Clone, Copy)]
enum Counted {
    Population,
    ForeignBorn,
}

/// A number of people, and where it is from.
#[derive(Clone)]
pub struct Headcount(ResponseSet, Counted);

/// A country from which people come.
#[derive(Clone)]
pub struct Origin(ResponseSet, usize);

impl Headcount {
    fn entry(&self) -> Option<&HeadcountEntry> {
        let demography = self.0.file().demography.get()?;
        match self.1 {
            Counted::Population => demography.population.get(),
            Counted::ForeignBorn => demography.foreign_born.get(),
        }
    }
}

impl Origin {
    /// The country in ISO 3166-1, two letters.
    #[must_use]
    pub fn country(&self) -> &str {
        self.0.text(self.entry().and_then(|entry| entry.country.get()))
    }

    fn entry(&self) -> Option<&OriginRow> {
        self.0.file().demography.get()?.origins.items().get(self.1)
    }
}

/// What a number of people has beside it.
macro_rules! counted {
    ($($handle:ident)+) => {$(
        impl $handle {
            /// How many people; `None` where the document does not say.
            #[must_use]
            pub fn number(&self) -> Option<u32> {
                self.entry()?.number.value().map(Population::small)
            }

            /// The date to which the number refers.
            #[must_use]
            pub fn as_of(&self) -> Option<PartialDate> {
                self.entry().and_then(|entry| date_of(&entry.as_of))
            }

            /// The id of its source, see [`ResponseSet::source`].
            #[must_use]
            pub fn source(&self) -> Option<&str> {
                self.entry().and_then(|entry| self.0.optional(&entry.source))
            }

            /// Where in the source.
            #[must_use]
            pub fn position(&self) -> Option<&str> {
                self.entry().and_then(|entry| self.0.optional(&entry.position))
            }
        }
    )+};
}

counted! { Headcount Origin }

fn heads(field: &Field<Heads>) -> Option<u32> {
    field.value().map(Heads::small)
}
