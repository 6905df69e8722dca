//! What people read about a problem, made of the texts of its code and its arguments.

use super::argument::{Argument, Arguments};
use crate::code::Code;
use crate::language::{Key, Language, key};

/// What was found.
pub(crate) fn message(code: Code, arguments: &Arguments, language: &str) -> String {
    fill(Language::of(language), code.message_key(), arguments)
}

/// What to do about it: what was probably meant, what certainly was, or else the help of the code.
pub(crate) fn help(
    code: Code,
    arguments: &Arguments,
    suggestions: &[String],
    certain: Option<&str>,
    language: &str,
) -> String {
    let language = Language::of(language);
    match certain {
        _ if !suggestions.is_empty() => {
            language.fill_with(key!("problem.did_you_mean"), |_, filled| {
                language.one_of(suggestions, filled);
            })
        }
        Some(value) => language.fill(key!("problem.write"), &[("value", value)]),
        None => fill(language, code.help_key(), arguments),
    }
}

/// How many problems there are of each severity.
pub(crate) fn summary(errors: usize, warnings: usize, advice: usize, language: &str) -> String {
    let language = Language::of(language);
    if (errors, warnings, advice) == (0, 0, 0) {
        return language.text(key!("problem.none")).to_owned();
    }
    let [errors, warnings, advice] = [errors, warnings, advice].map(|count| count.to_string());
    let counts = [("errors", &*errors), ("warnings", &*warnings), ("advice", &*advice)];
    language.fill(key!("problem.counts"), &counts)
}

fn fill(language: &Language, key: Key, arguments: &Arguments) -> String {
    language.fill_with(key, |name, filled| {
        if let Some((_, value)) = arguments.iter().find(|(known, _)| *known == name) {
            write(value, language, filled);
        }
    })
}

fn write(argument: &Argument, language: &Language, filled: &mut String) {
    match argument {
        Argument::Text(text) => filled.push_str(text),
        Argument::Number(number) => filled.push_str(&number.to_string()),
        Argument::Syntax(syntax) => filled.push_str(language.text(syntax.key())),
        Argument::Shape(shape) => filled.push_str(language.text(shape.key())),
        Argument::Names(names) => language.one_of(names, filled),
    }
}

#[cfg(test)]
mod tests {
    use super::super::argument::Names;
    use super::*;

    #[test]
    fn braces_in_an_argument_stay_as_they_are() {
        let arguments = Arguments::default().and("got", "{want}").and("want", "x");
        let message = message(Code::OtherCatalogue, &arguments, "en");
        let want = "the answers belong to the catalogue `{want}`, and this one is `x`";
        assert_eq!(message, want);
    }

    #[test]
    fn alternatives_are_listed_as_the_language_does() {
        let known: Names = ["a", "b", "c"].into_iter().collect();
        let arguments = Arguments::default().and("known", known);
        let help = |language| help(Code::NotAnOption, &arguments, &[], None, language);
        assert_eq!(help("en"), "write `a`, `b` or `c`");
        assert_eq!(help("es-PA"), "escriba `a`, `b` o `c`");
        assert_eq!(help("fr"), help("en"));
    }
}
