//! The kinds of values that members can have.

mod schemas;

use indexmap::IndexMap;

pub(crate) use self::schemas::FILLED;
use super::Field;
use super::declare::{member, null};
use crate::date::PartialDate;
use crate::problem::{Code, Names, Shape};
use crate::text::{hidden, is_id, is_language_tag};
use crate::tree::{Document, Lift, Limits, NodeId, Problems, Reader};

/// A text with something in it, for people.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Text(pub(crate) NodeId);

/// A text that names something which is written elsewhere.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reference(pub(crate) NodeId);

/// A text that can name something everywhere: letters, digits and low lines.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Id(pub(crate) NodeId);

/// The name of a catalogue, which may also have points and hyphens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Name(pub(crate) NodeId);

/// A text in several languages: an object with a text for each language tag.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LocalizedText(pub(crate) NodeId);

/// The tag of a language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LanguageTag(pub(crate) NodeId);

/// A country of ISO 3166-1, in two letters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CountryCode(pub(crate) NodeId);

/// A subdivision of ISO 3166-2.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SubdivisionCode(pub(crate) NodeId);

/// A version `major.minor.patch`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VersionText(pub(crate) NodeId);

/// A date, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Date {
    node: NodeId,
    pub(crate) date: PartialDate,
}

/// A date or two dates with a stroke between them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Period(pub(crate) NodeId);

/// A whole number within bounds, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Whole<const LEAST: i64, const MOST: i64> {
    node: NodeId,
    pub(crate) number: i64,
}

/// The version of a file format.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Format;

impl Format {
    /// The one version that there is.
    const VERSION: i128 = 1;
}

/// An object whose member names are keys of the author's.
#[derive(Clone, Debug)]
pub(crate) struct Map<T> {
    pub(super) entries: Vec<(NodeId, T)>,
    pub(super) is_whole: bool,
}

/// A list.
#[derive(Clone, Debug)]
pub(crate) struct List<T> {
    pub(super) items: Vec<T>,
    pub(super) is_whole: bool,
}

/// A list whose items were checked: if there is one, it is kept; if there are more, they are read
/// again when they are asked for. Response sets have hundreds of short lists, most of one item; this
/// one costs them no allocation.
#[derive(Clone, Debug)]
pub(crate) struct Rows<T> {
    node: NodeId,
    is_whole: bool,
    only: Option<T>,
}

impl<T: Lift> Rows<T> {
    /// Whether every item could be read.
    pub(crate) fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// The items of the list that can be read. The problems of the others were said when the list
    /// was read first.
    pub(crate) fn each(&self, document: &Document, limits: &Limits, mut visit: impl FnMut(&T)) {
        if let Some(only) = &self.only {
            return visit(only);
        }
        // Problems are collected again, because whether a member is mistyped is seen only then.
        let mut problems = Problems::up_to(limits.max_problems());
        let mut reader = Reader::new(document, 0, limits, &mut problems);
        for item in said::<T>(document, self.node) {
            if let Some(value) = T::lift(&mut reader, item) {
                visit(&value);
            }
        }
    }
}

/// The items of a list that say something.
fn said<T: Lift>(document: &Document, list: NodeId) -> impl Iterator<Item = NodeId> {
    document.items(list).filter(|item| !(T::IS_ROW && document.is_empty_object(*item)))
}

impl<T: Lift> Lift for Rows<T> {
    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        if !reader.expect(Shape::List, node) {
            return None;
        }
        let mut rows = Self { node, is_whole: true, only: None };
        for (item, number) in said::<T>(reader.document(), node).zip(0..) {
            let row = T::lift(reader, item);
            rows.is_whole &= row.is_some();
            rows.only = if number == 0 { row } else { None };
        }
        Some(rows)
    }
}

impl<T: Lift> Lift for List<T> {
    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        if !reader.expect(Shape::List, node) {
            return None;
        }
        // A list that is much longer than any in use is probably none of what is wanted.
        let count = reader.document().items(node).take(1_000).count();
        let mut list = Self { items: Vec::with_capacity(count), is_whole: true };
        for item in said::<T>(reader.document(), node) {
            match T::lift(reader, item) {
                Some(item) => list.items.push(item),
                None => list.is_whole = false,
            }
        }
        Some(list)
    }
}

impl<T: Lift> Lift for Map<T> {
    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let mut map = Self { entries: Vec::new(), is_whole: true };
        let is_object = each_member(reader, node, |reader, key, value| {
            // Others may name the key, so that taking it out is not certain to mend anything.
            match member(reader, key, value, null::required) {
                Field::Present(value) => map.entries.push((key, value)),
                _ => map.is_whole = false,
            }
        });
        is_object.then_some(map)
    }
}

/// Visits the members of an object with keys of the author's, the first of each name. Whether it is
/// an object.
fn each_member<'d>(
    reader: &mut Reader<'d>,
    node: NodeId,
    mut visit: impl FnMut(&mut Reader<'d>, NodeId, NodeId),
) -> bool {
    /// Up to this many members, it is quicker to look through them than to keep an index.
    const FEW: usize = 8;
    if !reader.expect(Shape::Object, node) {
        return false;
    }
    let document = reader.document();
    let is_small = document.members(node).nth(FEW).is_none();
    let mut index: IndexMap<&str, NodeId> = IndexMap::new();
    for (key, value) in document.members(node) {
        let Some(name) = reader.text(key) else { continue };
        if name.starts_with("x-") {
            continue;
        }
        let first = if is_small {
            let mut before =
                document.members(node).map(|(key, _)| key).take_while(|before| *before < key);
            before.find(|before| document.text_of(*before) == name)
        } else {
            Some(*index.entry(name).or_insert(key)).filter(|first| *first != key)
        };
        match first {
            None => visit(reader, key, value),
            Some(first) => reader.duplicate(key, first),
        }
    }
    true
}

impl Lift for Text {
    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let text = reader.text(node)?;
        if text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace) {
            reader.raise(Code::UntrimmedText, node).replace_by_text(Some(text.trim()));
        }
        if reader.document().may_hide() {
            let mut names: Vec<String> =
                hidden(text).map(|character| format!("U+{:04X}", u32::from(character))).collect();
            names.sort_unstable();
            names.dedup();
            if !names.is_empty() {
                let names: Names = names.iter().map(String::as_str).collect();
                reader.raise(Code::HiddenCharacters, node).with("names", names);
            }
        }
        Some(Self(node))
    }
}

impl Lift for Reference {
    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        reader.text(node).map(|_| Self(node))
    }
}

impl Lift for bool {
    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        reader.truth(node)
    }
}

/// A text that `is_right`, or the problem `code`; mended where one of the `mends` makes it right.
fn text_that(
    reader: &mut Reader<'_>,
    node: NodeId,
    code: Code,
    is_right: impl Fn(&str) -> bool,
    mends: &[fn(&str) -> String],
) -> Option<NodeId> {
    // What names the instrument is needed to say anything: there, an empty text is no gap.
    let is_gap = ![Code::InvalidId, Code::InvalidVersion].contains(&code);
    let text = if is_gap { reader.text(node)? } else { reader.word(node)? };
    if is_right(text) {
        return Some(node);
    }
    let mended = mends.iter().map(|mend| mend(text.trim())).find(|mended| is_right(mended));
    reader.raise(code, node).with("got", text).replace_by_text(mended.as_deref());
    None
}

impl Lift for Id {
    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        text_that(reader, node, Code::InvalidId, is_id, &[str::to_owned]).map(Self)
    }
}

impl Lift for Name {
    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let is_name = |text: &str| {
            text.len() <= 64
                && text.starts_with(|first: char| first.is_ascii_alphanumeric())
                && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
        };
        text_that(reader, node, Code::InvalidId, is_name, &[str::to_owned]).map(Self)
    }
}

impl Lift for LocalizedText {
    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let is_object = each_member(reader, node, |reader, tag, text| {
            is_tag(reader, node, tag);
            let _: Field<Text> = member(reader, tag, text, null::optional);
        });
        if is_object {
            reader.note_localized(node);
        }
        is_object.then_some(Self(node))
    }
}

/// Whether the name of a member is the tag of a language; mended where no other member has the
/// right name.
fn is_tag(reader: &mut Reader<'_>, object: NodeId, tag: NodeId) {
    let document = reader.document();
    let got = document.text_of(tag);
    if !is_language_tag(got) {
        let mended = got.trim().to_lowercase();
        let is_free = document.members(object).all(|(other, _)| {
            other == tag || document.text_of(other).trim().to_lowercase() != mended
        });
        let mended = Some(mended).filter(|mended| is_free && is_language_tag(mended));
        reader.raise(Code::InvalidLanguage, tag).with("got", got).rename(mended);
    }
}

impl Lift for LanguageTag {
    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let mends: [fn(&str) -> String; 2] = [str::to_owned, str::to_lowercase];
        text_that(reader, node, Code::InvalidLanguage, is_language_tag, &mends).map(Self)
    }
}

impl Lift for CountryCode {
    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        text_that(reader, node, Code::InvalidCountry, is_country, &[str::to_uppercase]).map(Self)
    }
}

fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

impl Lift for SubdivisionCode {
    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let is_subdivision = |text: &str| {
            text.split_once('-').is_some_and(|(country, part)| {
                is_country(country)
                    && (1..=3).contains(&part.len())
                    && part.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
            })
        };
        text_that(reader, node, Code::InvalidCountry, is_subdivision, &[str::to_uppercase])
            .map(Self)
    }
}

impl Lift for VersionText {
    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        // Up to nine digits, so that a number fits everywhere.
        let is_number = |part: &str| {
            let is_written_once =
                part == "0" || part.starts_with(|first| matches!(first, '1'..='9'));
            is_written_once && part.len() <= 9 && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        let is_version =
            |text: &str| text.split('.').count() == 3 && text.split('.').all(is_number);
        text_that(reader, node, Code::InvalidVersion, is_version, &[str::to_owned]).map(Self)
    }
}

impl Lift for Date {
    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let text = reader.text(node)?;
        let date = PartialDate::parse(text);
        if date.is_none() {
            let mended = in_iso_8601(text);
            reader
                .raise(Code::InvalidDate, node)
                .with("got", text)
                .replace_by_text(mended.as_deref());
        }
        date.map(|date| Self { node, date })
    }
}

/// A date that begins with its year, in the form of ISO 8601. One that begins with its day has no
/// certain meaning: `03/04/2021` is the third of April here and the fourth of March there.
fn in_iso_8601(text: &str) -> Option<String> {
    let padded = |part: &str| format!("{part:0>2}");
    let parts: Vec<String> = text.trim().split(['-', '/', '.']).map(padded).collect();
    let mended = parts.join("-");
    PartialDate::parse(&mended).map(|_| mended)
}

impl Lift for Period {
    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let text = reader.text(node)?;
        let ends = match text.split_once('/') {
            None => PartialDate::parse(text).map(|date| (date, date)),
            Some((since, until)) => PartialDate::parse(since).zip(PartialDate::parse(until)),
        };
        match ends {
            None => reader.raise(Code::InvalidPeriod, node).with("got", text),
            Some((since, until)) if until.is_wholly_before(since) => reader
                .raise(Code::DatesInverted, node)
                .with("since", since.to_string().as_str())
                .with("until", until.to_string().as_str()),
            Some(_) => return Some(Self(node)),
        };
        None
    }
}

impl<const LEAST: i64, const MOST: i64> Lift for Whole<LEAST, MOST> {
    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let whole = reader.whole(node)?;
        let got = reader.document().number_of(node).unwrap_or_default();
        let number = i64::try_from(whole).ok().filter(|number| (LEAST..=MOST).contains(number));
        if number.is_none() {
            reader
                .raise(Code::OutOfRange, node)
                .with("got", got.as_str())
                .with("least", LEAST)
                .with("most", MOST);
        }
        number.map(|number| Self { node, number })
    }
}

impl<const LEAST: i64, const MOST: i64> Placed for Whole<LEAST, MOST> {
    fn node(&self) -> NodeId {
        self.node
    }
}

impl<const LEAST: i64, const MOST: i64> Whole<LEAST, MOST> {
    /// The number where its bounds are not negative and small.
    pub(crate) fn small(self) -> u32 {
        // INVARIANT: used only where LEAST and MOST lie within u32.
        u32::try_from(self.number).unwrap_or(0)
    }
}

impl Lift for Format {
    fn lift(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        let got = reader.whole(node)?;
        if got == Self::VERSION {
            return Some(Self);
        }
        reader
            .raise(Code::UnsupportedFormat, node)
            .with("got", got.to_string().as_str())
            .with("known", "1");
        None
    }
}

/// A value that stands at one node.
pub(crate) trait Placed {
    /// The node where it stands.
    fn node(&self) -> NodeId;
}

macro_rules! placed {
    ($($type:ty),+) => {$(
        impl Placed for $type {
            fn node(&self) -> NodeId {
                self.0
            }
        }
    )+};
}

impl Placed for Date {
    fn node(&self) -> NodeId {
        self.node
    }
}

placed!(
    Text,
    Reference,
    Id,
    Name,
    LocalizedText,
    LanguageTag,
    CountryCode,
    SubdivisionCode,
    VersionText,
    Period
);
