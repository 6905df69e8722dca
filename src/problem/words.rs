//! The words of problems, by language: one file each, and this front that picks and fills them in.

mod english;
mod spanish;

use super::argument::{Argument, Arguments, Names, Syntax};
use crate::code::{Code, Severity};
use crate::shape::Shape;

/// What a message says: the found, and what to do. Places for arguments stand in braces.
struct Words {
    message: &'static str,
    help: &'static str,
}

/// Parts of messages that do not depend on the code.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Phrase {
    Severity(Severity),
    /// Before the second place of a problem.
    Also,
    /// Before what to do.
    Help,
    DidYouMean,
    /// What to write, where that is certain.
    Write,
    /// The last link of a list of alternatives.
    Or,
    NoProblems,
    Counts,
}

pub(crate) fn message(code: Code, arguments: &Arguments, language: &str) -> String {
    fill(words(code, language).message, arguments, language)
}

pub(crate) fn help(
    code: Code,
    arguments: &Arguments,
    suggestions: &[String],
    certain: Option<&str>,
    language: &str,
) -> String {
    if suggestions.is_empty() {
        return match certain {
            Some(value) => {
                let value = Arguments::default().and("value", value);
                fill(phrase(Phrase::Write, language), &value, language)
            }
            None => fill(words(code, language).help, arguments, language),
        };
    }
    let suggestions: Names = suggestions.iter().map(String::as_str).collect();
    let suggestions = Arguments::default().and("suggestions", suggestions);
    fill(phrase(Phrase::DidYouMean, language), &suggestions, language)
}

pub(crate) fn summary(errors: usize, warnings: usize, advice: usize, language: &str) -> String {
    if (errors, warnings, advice) == (0, 0, 0) {
        return phrase(Phrase::NoProblems, language).to_owned();
    }
    let counts =
        Arguments::default().and("errors", errors).and("warnings", warnings).and("advice", advice);
    fill(phrase(Phrase::Counts, language), &counts, language)
}

/// The language in which a caller who asks for `language` is answered.
pub(crate) fn language(language: &str) -> &'static str {
    if speaks_spanish(language) { "es" } else { "en" }
}

pub(crate) fn phrase(phrase: Phrase, language: &str) -> &'static str {
    if speaks_spanish(language) { spanish::phrase(phrase) } else { english::phrase(phrase) }
}

fn words(code: Code, language: &str) -> Words {
    if speaks_spanish(language) { spanish::words(code) } else { english::words(code) }
}

fn shape(shape: Shape, language: &str) -> &'static str {
    if speaks_spanish(language) { spanish::shape(shape) } else { english::shape(shape) }
}

fn syntax(syntax: Syntax, language: &str) -> &'static str {
    if speaks_spanish(language) { spanish::syntax(syntax) } else { english::syntax(syntax) }
}

fn speaks_spanish(language: &str) -> bool {
    crate::text::primary_language(language).eq_ignore_ascii_case("es")
}

/// Puts the arguments into the places `{name}` of a template, in one pass, so that braces in an
/// argument are left alone.
fn fill(template: &str, arguments: &Arguments, language: &str) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        if let Some((_, value)) = arguments.iter().find(|(known, _)| *known == name) {
            write(value, language, &mut filled);
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

fn write(argument: &Argument, language: &str, filled: &mut String) {
    match argument {
        Argument::Text(text) => filled.push_str(text),
        Argument::Number(number) => filled.push_str(&number.to_string()),
        Argument::Syntax(name) => filled.push_str(syntax(*name, language)),
        Argument::Shape(name) => filled.push_str(shape(*name, language)),
        Argument::Names(names) => {
            let last = names.len().saturating_sub(1);
            for (index, name) in names.iter().enumerate() {
                if index > 0 {
                    let or = phrase(Phrase::Or, language);
                    filled.push_str(if index == last { or } else { ", " });
                }
                filled.push('`');
                filled.push_str(name);
                filled.push('`');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(template: &str) -> Vec<&str> {
        let mut places: Vec<&str> =
            template.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    #[test]
    fn every_message_speaks_of_the_same_in_both_languages() {
        for &code in Code::ALL {
            let (english, spanish) = (english::words(code), spanish::words(code));
            assert_eq!(places(english.message), places(spanish.message), "{code}");
            assert_eq!(places(english.help), places(spanish.help), "{code}");
        }
    }

    #[test]
    fn messages_are_one_line_in_lower_case_without_a_final_stop() {
        for &code in Code::ALL {
            for words in [english::words(code), spanish::words(code)] {
                for text in [words.message, words.help] {
                    assert!(!text.is_empty() && !text.contains('\n'), "{code}: {text}");
                    assert!(!text.ends_with('.'), "{code}: {text}");
                    assert!(!text.starts_with(char::is_uppercase), "{code}: {text}");
                }
            }
        }
    }

    #[test]
    fn names_are_unique_and_say_their_area() {
        for (index, code) in Code::ALL.iter().enumerate() {
            let parts: Vec<&str> = code.name().split('.').collect();
            assert_eq!(parts.len(), 3, "{code}");
            assert!(["doc", "cat", "rsp", "set"].contains(&parts[0]), "{code}");
            assert!(Code::ALL[..index].iter().all(|other| other.name() != code.name()), "{code}");
            assert!(code.summary().ends_with('.'), "{code}");
        }
    }

    #[test]
    fn braces_in_an_argument_are_left_alone() {
        let arguments = Arguments::default().and("got", "{member}").and("member", "x");
        assert_eq!(fill("found `{got}`", &arguments, "en"), "found `{member}`");
    }

    #[test]
    fn alternatives_are_listed_as_the_language_does() {
        let arguments =
            Arguments::default().and("known", ["a", "b", "c"].into_iter().collect::<Names>());
        assert_eq!(fill("{known}", &arguments, "en"), "`a`, `b` or `c`");
        assert_eq!(fill("{known}", &arguments, "es-PA"), "`a`, `b` o `c`");
        assert_eq!(fill("{known}", &arguments, "fr"), "`a`, `b` or `c`");
    }
}
