use crate::date::{PartialDate, Period};
use std::collections::BTreeSet;

use super::check::{agree, consists_of, has_places_of};
use super::*;
use crate::code::Code;

/// The texts of English, to compare other languages with.
const TWO: &[(&str, &str)] = &[("a", "{got} of {want}"), ("b.help", "")];

/// Every text of every language, with its key.
fn texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    Language::all().flat_map(|language| language.area(""))
}

#[test]
fn a_language_with_the_same_keys_and_places_agrees() {
    agree(TWO, "xx", TWO);
    agree(TWO, "xx", &[("a", "de {want}, {got} y {got}"), ("b.help", "x")]);
}

#[test]
#[should_panic(expected = "xx: the language lacks the texts from here on: b.help")]
fn a_missing_text_does_not_compile() {
    agree(TWO, "xx", &TWO[..1]);
}

#[test]
#[should_panic(expected = "xx: the language has texts that the first one lacks: b.help")]
fn a_surplus_text_does_not_compile() {
    agree(&TWO[..1], "xx", TWO);
}

#[test]
#[should_panic(
    expected = "xx: every language needs the keys of the first, in their order: a, and not: b.help"
)]
fn a_misplaced_text_does_not_compile() {
    agree(TWO, "xx", &[TWO[1], TWO[0]]);
}

#[test]
#[should_panic(expected = "xx: a text needs the places in braces of the first language: a")]
fn another_place_in_braces_does_not_compile() {
    agree(TWO, "xx", &[("a", "{got} de {wants}"), TWO[1]]);
}

#[test]
#[should_panic(expected = "there is no text under this key: Level.nationl")]
fn an_unknown_key_does_not_compile() {
    let _key = Key::of(&["Level", ".", "nationl"]);
}

#[test]
fn names_are_compared_part_by_part() {
    for parts in [&["a.b"][..], &["a", ".b"], &["a", ".", "b"], &["", "a.b", ""]] {
        assert!(consists_of("a.b", parts), "{parts:?}");
    }
    for parts in [&["a."][..], &["a", ".b", "c"], &["b"], &[], &["a.b.c"]] {
        assert!(!consists_of("a.b", parts), "{parts:?}");
    }
}

#[test]
fn places_may_change_their_order_and_a_brace_that_stays_open_agrees_with_nothing() {
    assert!(has_places_of("{b}{a}", "{a} and {b}"));
    assert!(has_places_of("{a}", "none"));
    assert!(!has_places_of("none", "{a}"));
    assert!(!has_places_of("{a", "{a"));
}

#[test]
fn a_key_is_found_in_every_language_and_only_once() {
    let keys: Vec<&str> = Language::first().area("").map(|(key, _)| key).collect();
    let once: BTreeSet<&str> = keys.iter().copied().collect();
    assert_eq!(once.len(), keys.len());
    for language in Language::all() {
        for (key, text) in language.area("") {
            assert_eq!(language.find(key), Some(text));
        }
        assert_eq!(language.find("Level.nationl"), None);
    }
}

#[test]
fn a_tag_has_one_language() {
    for (tag, want) in [("es", "es"), ("es-PA", "es"), ("ES", "es"), ("en-GB", "en")] {
        assert_eq!(Language::of(tag).tag(), want, "{tag}");
    }
    for tag in ["", "fr", "esx", "e", "-es"] {
        assert!(Language::known(tag).is_none(), "{tag}");
        assert_eq!(Language::of(tag).tag(), Language::first().tag(), "{tag}");
    }
}

#[test]
fn texts_are_one_line_and_none_is_blank() {
    for (key, text) in texts() {
        assert!(!text.trim().is_empty() && !text.contains(char::is_control), "{key}: {text:?}");
        assert_eq!(text.trim(), text, "{key}");
    }
}

#[test]
fn messages_are_in_lower_case_without_a_final_stop() {
    for language in Language::all() {
        for code in Code::ALL {
            for text in [language.text(code.message_key()), language.text(code.help_key())] {
                assert!(!text.ends_with('.'), "{code}: {text}");
                assert!(!text.starts_with(char::is_uppercase), "{code}: {text}");
            }
        }
    }
}

#[test]
fn labels_begin_with_a_capital_letter_and_helps_are_sentences() {
    let mut seen = 0;
    let is_within_a_sentence =
        |key: &str| ["Shape.", "Syntax.", "Withholding."].iter().any(|kind| key.starts_with(kind));
    let areas = |key: &str| ["form.", "error."].iter().any(|area| key.starts_with(area));
    for (key, text) in texts() {
        if !(key.starts_with(char::is_uppercase) || areas(key)) || is_within_a_sentence(key) {
            continue;
        }
        seen += 1;
        let first = text.trim_start_matches(['¿', '«', '"', '{']).chars().next();
        let is_place = text.contains('{');
        assert!(is_place || first.is_some_and(char::is_uppercase), "{key}: {text:?}");
        if is_help(key) {
            assert!(text.ends_with(['.', '}']), "{key}: {text:?}");
        } else {
            assert!(!text.ends_with(['.', ':']), "{key}: {text:?}");
        }
    }
    assert!(seen > 500, "only {seen} labels were seen");
}

#[test]
fn braces_in_a_value_stay_as_they_are() {
    let values = [("code", "{title}"), ("title", "{code}")];
    let filled = Language::of("en").fill(key!("format.heading"), &values);
    assert_eq!(filled, "{title}. {code}");
}

#[test]
fn what_links_two_items_lies_between_one_and_next() {
    for language in Language::all() {
        for (key, text) in language.area("format.").filter(|(_, text)| text.contains("{one}")) {
            let is_link = text.starts_with("{one}") && text.ends_with("{next}");
            assert!(is_link && text.len() > "{one}{next}".len(), "{key}: {text}");
        }
    }
    let english = Language::of("en");
    assert_eq!(english.join(key!("format.items"), ["a", "", "b"]), "a; b");
    assert_eq!(english.join(key!("format.items"), ["", "b"]), "b");
}

#[test]
fn dates_are_written_as_the_language_does() {
    let (english, spanish) = (Language::of("en"), Language::of("es-PA"));
    let date = |text| PartialDate::parse(text).unwrap();
    let period = |text| Period::parse(text).unwrap();
    assert_eq!(spanish.date(date("2022-01-11")), "11 de enero de 2022");
    assert_eq!(english.date(date("2022-01-11")), "11 January 2022");
    assert_eq!(spanish.period(period("2020-07/2021-06")), "julio de 2020 a junio de 2021");
    assert_eq!(english.period(period("2021")), "2021");
}

#[test]
fn a_label_within_a_sentence_begins_with_a_small_letter() {
    assert_eq!(Language::within("Página web"), "página web");
    assert_eq!(Language::within("Última"), "última");
    assert_eq!(Language::within(""), "");
}
