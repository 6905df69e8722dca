//! The files of a catalogue: the manifest, and one file per domain.

mod words;

pub use self::words::{Aggregation, AnswerKind, Gaps, LinkBasis, Overall, Requirement, State};
use super::declare::{Holds, objects};
use super::values::{
    Format, Id, LanguageTag, List, LocalizedText, Map, Name, Reference, Text, VersionText, Whole,
};
use crate::document::Lift;
use crate::problem::Shape;
use crate::tree::{NodeId, Reader};

/// Where a domain of the manifest is written.
#[derive(Clone, Debug)]
pub(crate) enum DomainEntry {
    /// In a file of this name.
    File(NodeId),
    /// In the manifest itself.
    Inline(Box<DomainFile>),
}

impl Lift for DomainEntry {
    const HOLDS: Holds = Holds::Domain(&DomainFile::HOLDS);

    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        match reader.document().shape_of(node) {
            Shape::Text => reader.text(node).map(|_| Self::File(node)),
            Shape::Object => {
                DomainFile::lift(reader, node).map(|file| Self::Inline(Box::new(file)))
            }
            _ => {
                reader.refuse(Shape::TextOrObject, node);
                None
            }
        }
    }
}

objects! {
    /// The manifest of a catalogue: everything but the domains, which stand here or in files of their own.
    struct Manifest {
        /// The version of this file format: 1.
        "format" Required format: Format,
        /// The name of the instrument.
        "id" Required id: Name,
        /// The version of the instrument; answers name it.
        "version" Required version: VersionText,
        /// The title of the instrument.
        "title" Required title: LocalizedText,
        /// What every reader of a profile must know; it travels in every profile.
        "notice" Required notice: LocalizedText,
        /// Whom the instrument is about, such as a municipality or a country.
        "unit" Optional unit: UnitEntry,
        /// Where the instrument comes from.
        "provenance" Optional provenance: Provenance,
        /// What a response set must have besides answers; everything, if left out.
        "requires" Optional requires: List<Requirement>,
        /// The languages in which every text is written; the first one is the one to fall back to.
        "languages" Required languages: List<LanguageTag>,
        /// Definitions for those who answer.
        "terms" Optional terms: List<TermEntry>,
        /// The keys that indicators may use, with their labels.
        "vocabularies" Optional vocabularies: Vocabularies,
        /// The frameworks that indicators link to.
        "frameworks" Optional frameworks: Map<FrameworkEntry>,
        /// The sources that the catalogue rests on.
        "sources" Optional sources: Map<SourceEntry>,
        /// The ways in which questions are answered, by name.
        "answer_types" Required answer_types: Map<AnswerTypeEntry>,
        /// The ways in which answers become scores; the first one is used unless another is asked for.
        "schemes" Required schemes: List<SchemeEntry>,
        /// What became of the indicators of earlier versions.
        "carry_over" Optional carry_over: List<CarryOverEntry>,
        /// The domains, in order.
        "domains" Required domains: List<DomainEntry>,
        /// Problems of the linter that the authors accept.
        "silence" Optional silence: List<SilenceEntry>,
    }

    /// What an instrument calls whom it is about, as within a sentence.
    struct UnitEntry {
        /// The institution that acts, with its article: the municipality.
        "the" Required the: LocalizedText,
        /// The territory or service in which something exists: this municipality.
        "this" Required this: LocalizedText,
    }

    /// Where an instrument comes from.
    struct Provenance {
        /// What it is modelled on, what it changes, and what it leaves out.
        "statement" Required statement: LocalizedText,
        /// Keys of the sources.
        "sources" Optional sources: List<Reference>,
    }

    /// A definition for those who answer.
    struct TermEntry {
        /// The term's id.
        "id" Required id: Id,
        /// The term.
        "term" Required term: LocalizedText,
        /// What it means in this instrument.
        "definition" Required definition: LocalizedText,
    }

    /// The keys that indicators may use. Each vocabulary is named after the member whose values it lists.
    struct Vocabularies {
        /// Whose act a question is about.
        "about" Optional about: Map<LabelEntry>,
        /// Kinds of instrument.
        "kind" Optional kind: Map<LabelEntry>,
        /// Roles that usually hold the answer.
        "ask" Optional ask: Map<LabelEntry>,
        /// Cross-cutting views.
        "lenses" Optional lenses: Map<LabelEntry>,
        /// How well founded an indicator is.
        "grade" Optional grade: Map<LabelEntry>,
    }

    /// A key's label and meaning.
    struct LabelEntry {
        /// What readers see.
        "label" Required label: LocalizedText,
        /// What it means.
        "description" Optional description: LocalizedText,
    }

    /// A framework that indicators link to.
    struct FrameworkEntry {
        /// The framework's title.
        "title" Required title: LocalizedText,
        /// Keys of the sources.
        "sources" Optional sources: List<Reference>,
        /// Its objectives, actions or targets by their own numbers.
        "targets" Required targets: Map<LocalizedText>,
    }

    /// A source that the catalogue rests on.
    struct SourceEntry {
        /// Its title, or a description.
        "title" Required title: Text,
        /// Its address.
        "address" Optional address: Text,
        /// How much of it was read.
        "read" Optional read: Text,
    }

    /// A way in which questions are answered.
    struct AnswerTypeEntry {
        /// Choice, checklist, number or text.
        "kind" Required kind: AnswerKind,
        /// The options of a choice or checklist, in order.
        "options" Optional options: List<OptionEntry>,
        /// The label of "none of these" in a checklist.
        "none" Optional none: LocalizedText,
        /// The levels of a checklist, by the least number of ticked options.
        "levels" Optional levels: List<LevelEntry>,
        /// The least number that may be answered.
        "minimum" Optional minimum: Whole<{ -1_000_000_000_000 }, 1_000_000_000_000>,
        /// The greatest number that may be answered.
        "maximum" Optional maximum: Whole<{ -1_000_000_000_000 }, 1_000_000_000_000>,
        /// How many decimals a number may have; 0 if left out.
        "decimals" Optional decimals: Whole<0, 6>,
        /// The unit of the number.
        "unit" Optional unit: LocalizedText,
    }

    /// An option of a choice or checklist.
    struct OptionEntry {
        /// The option's id, which answers name.
        "id" Required id: Id,
        /// What respondents see.
        "label" Required label: LocalizedText,
        /// Points of the option of a choice; left out for context.
        "points" Optional points: Whole<0, 100>,
        /// Whether this option says that something is being prepared.
        "under_way" Optional under_way: bool,
        /// The first step to show for this option.
        "first_step" Optional first_step: Id,
        /// Cross-cutting views that this option belongs to.
        "lenses" Optional lenses: List<Reference>,
    }

    /// A level of a checklist.
    struct LevelEntry {
        /// The level's id, which statements name.
        "id" Required id: Id,
        /// What readers see.
        "label" Required label: LocalizedText,
        /// The least number of ticked options; the level reaches up to the next one.
        "from" Required from: Whole<0, 1_000>,
        /// Points of the level.
        "points" Required points: Whole<0, 100>,
        /// Whether this level says that something is being prepared.
        "under_way" Optional under_way: bool,
        /// The first step to show for this level.
        "first_step" Optional first_step: Id,
    }

    /// A way in which answers become scores.
    struct SchemeEntry {
        /// The scheme's id.
        "id" Required id: Name,
        /// The scheme's title.
        "title" Required title: LocalizedText,
        /// How it reckons, for readers.
        "description" Required description: LocalizedText,
        /// Keys of the sources that its numbers come from.
        "sources" Optional sources: List<Reference>,
        /// What a domain's score is the mean of.
        "aggregation" Required aggregation: Aggregation,
        /// What an open question does to a score.
        "gaps" Required gaps: Gaps,
        /// What the figure over all domains is the mean of; there is none if left out.
        "overall" Optional overall: Overall,
        /// Whether subdomains have a published score as domains have; they have none if left out.
        "publishes_subdomains" Optional publishes_subdomains: bool,
        /// What a domain, or whatever else has a figure, needs for it to be published.
        "minima" Optional minima: MinimaEntry,
        /// The named parts of the scale, by their lower limits.
        "bands" Required bands: List<BandEntry>,
    }

    /// What a domain, or whatever else has a figure, needs for it to be published.
    struct MinimaEntry {
        /// The least coverage, in per cent.
        "coverage" Optional coverage: Whole<0, 100>,
        /// The least reach, in per cent.
        "reach" Optional reach: Whole<0, 100>,
        /// The least number of answered indicators.
        "answered" Optional answered: Whole<0, 1_000>,
    }

    /// A named part of the scale.
    struct BandEntry {
        /// The band's id.
        "id" Required id: Id,
        /// What readers see.
        "label" Required label: LocalizedText,
        /// The lower limit in per cent; the band reaches up to the next one, the last to 100.
        "from" Required from: Whole<0, 100>,
    }

    /// What became of the indicators of an earlier version. One that is not named is the same question.
    struct CarryOverEntry {
        /// The earlier version.
        "from" Required from: VersionText,
        /// What became of each indicator that changed, by its code in that version.
        "indicators" Required indicators: Map<CarriedEntry>,
    }

    /// What became of an indicator of an earlier version.
    struct CarriedEntry {
        /// Codes of this catalogue; none, if the indicator was dropped.
        "to" Required to: List<Reference>,
        /// For options whose ids changed: the option of this catalogue, by the earlier one.
        "options" Optional options: Map<Reference>,
        /// Whether the question is the same in substance; true if left out.
        "same" Optional same: bool,
    }

    /// A problem of the linter that the authors accept here.
    struct SilenceEntry {
        /// The problem's code.
        "code" Required code: Reference,
        /// Why it is accepted.
        "reason" Required reason: Text,
    }

    /// A domain with its indicators, in subdomains or without.
    struct DomainFile {
        /// The domain's code.
        "code" Required code: Id,
        /// The domain's title.
        "title" Required title: LocalizedText,
        /// What the domain asks about, and what it leaves to others.
        "scope" Optional scope: LocalizedText,
        /// How much it counts beside other domains; 1 if left out.
        "weight" Optional weight: Whole<1, 100>,
        /// The subdomains, in order; a domain has these, or indicators of its own.
        "subdomains" Optional subdomains: List<SubdomainEntry>,
        /// The indicators of a domain without subdomains, in order.
        "indicators" Optional indicators: List<IndicatorEntry>,
        /// Problems of the linter that the authors accept.
        "silence" Optional silence: List<SilenceEntry>,
    }

    /// A part of a domain.
    struct SubdomainEntry {
        /// The subdomain's code.
        "code" Required code: Id,
        /// The subdomain's title.
        "title" Required title: LocalizedText,
        /// How much it counts beside others of its domain; 1 if left out.
        "weight" Optional weight: Whole<1, 100>,
        /// The indicators, in order.
        "indicators" Required indicators: List<IndicatorEntry>,
    }

    /// An indicator: one question.
    struct IndicatorEntry {
        /// The indicator's code, which answers name. Never changed or reused.
        "code" Required code: Id,
        /// What readers see instead of the code, such as `C.1.1`.
        "number" Optional number: Text,
        /// The code of the same indicator in an official list.
        "official_code" Optional official_code: Text,
        /// Whose act the question is about.
        "about" Optional about: Reference,
        /// The kind of instrument asked about.
        "kind" Optional kind: Reference,
        /// Roles that usually hold the answer, the main one first.
        "ask" Optional ask: List<Reference>,
        /// A short name.
        "title" Required title: LocalizedText,
        /// The question, which asks one thing.
        "question" Required question: LocalizedText,
        /// Which documents or offices usually show it, and what to include or leave out.
        "guidance" Optional guidance: LocalizedText,
        /// The name of the answer type.
        "answer_type" Required answer_type: Reference,
        /// How much it counts beside others; 1 if left out.
        "weight" Optional weight: Whole<1, 100>,
        /// The states that may be chosen besides unknown, which always may.
        "states" Optional states: List<State>,
        /// When the question is asked; always, if left out.
        "when" Optional when: List<ConditionEntry>,
        /// What counts as each option, by option.
        "criteria" Optional criteria: Map<LocalizedText>,
        /// The sentence that a profile prints, by option or level.
        "statements" Optional statements: Map<LocalizedText>,
        /// What could be done next, by the name that options or levels give the step.
        "first_steps" Optional first_steps: Map<LocalizedText>,
        /// Cross-cutting views that the question belongs to.
        "lenses" Optional lenses: List<Reference>,
        /// Targets of frameworks that the question speaks to.
        "links" Optional links: List<LinkEntry>,
        /// What the question is founded on.
        "basis" Optional basis: BasisEntry,
        /// Problems of the linter that the authors accept.
        "silence" Optional silence: List<SilenceEntry>,
    }

    /// Part of a condition. A question is asked when every part holds.
    struct ConditionEntry {
        /// The code of a choice that is not scored and has no condition itself.
        "indicator" Required indicator: Reference,
        /// Its options that satisfy the condition.
        "is" Required is: List<Reference>,
    }

    /// A link to a target of a framework.
    struct LinkEntry {
        /// The framework, a colon, and the target.
        "to" Required to: Reference,
        /// Whether the source says so or the authors read it so.
        "basis" Required basis: LinkBasis,
    }

    /// What a question is founded on.
    struct BasisEntry {
        /// How well founded it is: a key of the vocabulary `grade`.
        "grade" Optional grade: Reference,
        /// Keys of the sources.
        "sources" Optional sources: List<Reference>,
    }
}
