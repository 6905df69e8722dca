//! Values that are texts.

use indexmap::IndexMap;

use super::{Placed, each_member};
use crate::document::declare::{Holds, Need, member};
use crate::document::{Field, Lift};
use crate::language::{begins_with_a_title, is_placeholder, names_a_person};
use crate::problem::{Code, Names};
use crate::text::{hidden, is_id, is_language_tag};
use crate::tree::{NodeId, Reader};

/// Declares kinds of texts: each has its node and no more, and is read from the document when it is
/// wanted.
macro_rules! texts {
    ($($(#[doc = $about:literal])+ $name:ident)+) => {$(
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $name(pub(crate) NodeId);

        impl Placed for $name {
            fn node(&self) -> NodeId {
                self.0
            }
        }
    )+};
}

texts! {
    /// A text for people, of which nothing more is expected.
    Text
    /// A text of which nothing more is expected, on several lines.
    Note
    /// Some of the place's own words: they say something.
    Phrase
    /// Sentences in the place's own words: they say something, and name no persons.
    Prose
    /// The name of an institution or office. Never a person.
    Institution
    /// A text that names something which is written elsewhere.
    Reference
    /// The id of a source of the same response set.
    SourceId
    /// The id of a respondent of the same response set.
    RespondentId
    /// A key of the vocabulary `ask` of the catalogue that is answered.
    RoleKey
    /// The code of an indicator of the catalogue that is answered.
    IndicatorCode
    /// The id of an option of the question that is answered.
    OptionId
    /// A text that can name something everywhere: letters, digits and low lines.
    Id
    /// The name of a catalogue or scheme, which may also have points and hyphens.
    Name
    /// A text in several languages: an object with a text for each language tag.
    LocalizedText
    /// The tag of a language.
    LanguageTag
    /// A country of ISO 3166-1, in two letters.
    CountryCode
    /// A subdivision of ISO 3166-2.
    SubdivisionCode
    /// A version `major.minor.patch`.
    VersionText
}

/// What is looked for in a text for people, besides what is looked for in all of them.
type Rule = fn(&mut Reader<'_>, NodeId, &str);

/// Reads texts for people.
macro_rules! lift_text {
    ($($name:ident: $holds:ident, $rules:expr;)+) => {$(
        impl Lift for $name {
            const HOLDS: Holds = Holds::$holds;

            fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
                const RULES: &[Rule] = &$rules;
                for_people(reader, node, RULES).map(Self)
            }
        }
    )+};
}

lift_text! {
    Text: Text, [];
    Note: Prose, [];
    Phrase: Text, [placeholder_text];
    Prose: Prose, [placeholder_text, person_titled];
    Institution: Text, [placeholder_text, person_named];
}

/// The node of a text for people.
fn for_people(reader: &mut Reader<'_>, node: NodeId, rules: &[Rule]) -> Option<NodeId> {
    let text = reader.text(node)?;
    if text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace) {
        reader.raise(Code::UntrimmedText, node).replace_by_text(Some(text.trim()));
    }
    if reader.document().may_hide() {
        hidden_characters(reader, node, text);
    }
    for rule in rules {
        rule(reader, node, text);
    }
    Some(node)
}

/// `doc.text.placeholder`
fn placeholder_text(reader: &mut Reader<'_>, node: NodeId, text: &str) {
    if is_placeholder(text) {
        reader.raise(Code::PlaceholderText, node).with("got", text);
    }
}

/// `rsp.text.person-named`, of sentences: they may well give the address of an office.
fn person_titled(reader: &mut Reader<'_>, node: NodeId, text: &str) {
    if begins_with_a_title(text) {
        reader.raise(Code::PersonNamed, node);
    }
}

/// `rsp.text.person-named`
fn person_named(reader: &mut Reader<'_>, node: NodeId, text: &str) {
    if names_a_person(text) {
        // The message does not repeat the name.
        reader.raise(Code::PersonNamed, node);
    }
}

/// `doc.text.hidden-characters`
fn hidden_characters(reader: &mut Reader<'_>, node: NodeId, text: &str) {
    let mut names: Vec<String> =
        hidden(text).map(|character| format!("U+{:04X}", u32::from(character))).collect();
    names.sort_unstable();
    names.dedup();
    if !names.is_empty() {
        let names: Names = names.iter().map(String::as_str).collect();
        reader.raise(Code::HiddenCharacters, node).with("names", names);
    }
}

/// Reads texts that name something. Whether it is there is for the rules to say.
macro_rules! lift_reference {
    ($($name:ident)+) => {$(
        impl Lift for $name {
            const HOLDS: Holds = Holds::$name;

            fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
                reader.text(node).map(|_| Self(node))
            }
        }
    )+};
}

lift_reference! { Reference SourceId RespondentId IndicatorCode OptionId }

impl Lift for RoleKey {
    const HOLDS: Holds = Holds::Reference;

    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        reader.text(node).map(|_| Self(node))
    }
}

impl Lift for LocalizedText {
    const HOLDS: Holds = Holds::Localized;

    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let mut invalid = Vec::new();
        let is_object = each_member(reader, node, |reader, tag, text| {
            if !is_language_tag(reader.document().text_of(tag)) {
                invalid.push(tag);
            }
            let _: Field<Text> = member(reader, tag, text, Need::Optional);
        });
        if !invalid.is_empty() {
            invalid_languages(reader, node, &invalid);
        }
        if is_object {
            reader.note_localized(node);
        }
        is_object.then_some(Self(node))
    }
}

/// Reports keys that are no language tags; mended where no other member may be of the same language.
#[cold]
fn invalid_languages(reader: &mut Reader<'_>, object: NodeId, invalid: &[NodeId]) {
    let document = reader.document();
    let keys = document.members(object).map(|(key, _)| document.text_of(key));
    let mut members: IndexMap<String, usize> = IndexMap::new();
    for tag in keys.map(|key| as_language_tag(key).to_lowercase()) {
        let count = members.entry(tag).or_default();
        *count = count.saturating_add(1);
    }
    for &tag in invalid {
        let got = document.text_of(tag);
        let mended = as_language_tag(got);
        let is_alone = members.get(&mended.to_lowercase()) == Some(&1);
        let mended = Some(mended).filter(|mended| is_alone && is_language_tag(mended));
        reader.raise(Code::InvalidLanguage, tag).with("got", got).rename(mended);
    }
}

/// A text as the tag that it was meant to be: `es-PA` for ` ES_PA`.
fn as_language_tag(text: &str) -> String {
    let text = text.trim().replace('_', "-");
    match text.split_once('-') {
        Some((language, rest)) => format!("{}-{rest}", language.to_lowercase()),
        None => text.to_lowercase(),
    }
}

/// What a blank text is in the place of a word, or of a text of a certain form.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Blank {
    /// A gap, which a draft may have.
    Gap,
    /// As wrong as any other text that does not fit. Whatever says which instrument is answered,
    /// and how far, must be there even in a draft.
    Wrong,
}

impl Blank {
    /// The text of a node; `None` where it is none or, if that is a gap, blank.
    pub(crate) fn text<'d>(self, reader: &mut Reader<'d>, node: NodeId) -> Option<&'d str> {
        match self {
            Self::Gap => reader.text(node),
            Self::Wrong => reader.word(node),
        }
    }
}

/// A kind of text of a certain form.
trait Formed {
    /// What is reported where a text has another form.
    const CODE: Code;
    const BLANK: Blank = Blank::Gap;
    /// Ways to mend a text. The first one that gives a right text is taken.
    const MENDS: &[fn(&str) -> String] = &[str::to_owned];

    fn is_right(text: &str) -> bool;
}

/// The node, if its text has the form of `T`.
fn formed<T: Formed>(reader: &mut Reader<'_>, node: NodeId) -> Option<NodeId> {
    let text = T::BLANK.text(reader, node)?;
    if T::is_right(text) {
        return Some(node);
    }
    let mended = T::MENDS.iter().map(|mend| mend(text.trim())).find(|mended| T::is_right(mended));
    reader.raise(T::CODE, node).with("got", text).replace_by_text(mended.as_deref());
    None
}

macro_rules! lift_formed {
    ($($name:ident)+) => {$(
        impl Lift for $name {
            const HOLDS: Holds = Holds::$name;

            fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
                formed::<Self>(reader, node).map(Self)
            }
        }
    )+};
}

lift_formed! { Id Name LanguageTag CountryCode SubdivisionCode VersionText }

impl Formed for Id {
    const CODE: Code = Code::InvalidId;
    const BLANK: Blank = Blank::Wrong;

    fn is_right(text: &str) -> bool {
        is_id(text)
    }
}

impl Formed for Name {
    const CODE: Code = Code::InvalidId;
    const BLANK: Blank = Blank::Wrong;

    fn is_right(text: &str) -> bool {
        text.len() <= 64
            && text.starts_with(|first: char| first.is_ascii_alphanumeric())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
    }
}

impl Formed for LanguageTag {
    const CODE: Code = Code::InvalidLanguage;
    const MENDS: &[fn(&str) -> String] = &[str::to_owned, as_language_tag];

    fn is_right(text: &str) -> bool {
        is_language_tag(text)
    }
}

impl Formed for CountryCode {
    const CODE: Code = Code::InvalidCountry;
    const MENDS: &[fn(&str) -> String] = &[str::to_uppercase];

    fn is_right(text: &str) -> bool {
        text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
    }
}

impl Formed for SubdivisionCode {
    const CODE: Code = Code::InvalidCountry;
    const MENDS: &[fn(&str) -> String] = &[str::to_uppercase];

    fn is_right(text: &str) -> bool {
        text.split_once('-').is_some_and(|(country, part)| {
            CountryCode::is_right(country)
                && (1..=3).contains(&part.len())
                && part.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        })
    }
}

impl Formed for VersionText {
    const CODE: Code = Code::InvalidVersion;
    const BLANK: Blank = Blank::Wrong;

    fn is_right(text: &str) -> bool {
        // Up to nine digits, so that a number fits everywhere.
        let is_number = |part: &str| {
            let is_written_once =
                part == "0" || part.starts_with(|first| matches!(first, '1'..='9'));
            is_written_once && part.len() <= 9 && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        text.split('.').count() == 3 && text.split('.').all(is_number)
    }
}
