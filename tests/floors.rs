//! The floors of the crate: a module imports only from lower ones.
//!
//! The test reads `src/` as text, test modules included, and looks at every path that begins with
//! `crate`, `self` or `super`. The front page itself, `lib.rs`, stands above all.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::string_slice,
    reason = "the test reads the source and may fail by a panic"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Every module of the top level and its floor, from the table of `ARCHITECTURE.md`. A new module is
/// a decision and belongs there.
static FLOORS: LazyLock<BTreeMap<String, i32>> = LazyLock::new(|| {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md");
    let page = fs::read_to_string(page).expect("the page on the architecture");
    let (_, table) = page.split_once("## The floors").expect("a chapter on the floors");
    let (table, _) = table.split_once("\n## ").unwrap_or((table, ""));
    let rows = table.lines().filter_map(|line| {
        let mut cells = line.strip_prefix('|')?.split('|').map(str::trim);
        let floor = cells.next()?.parse().ok()?;
        let module = cells.next()?.strip_prefix('`')?.strip_suffix('`')?;
        assert!(cells.next().is_some_and(|about| !about.is_empty()), "{module} for what?");
        Some((module.to_owned(), floor))
    });
    let rows: Vec<(String, i32)> = rows.collect();
    let floors: BTreeMap<String, i32> = rows.iter().cloned().collect();
    assert_eq!(floors.len(), rows.len(), "a module is in the table twice");
    floors
});

fn floor(module: &str) -> Option<i32> {
    FLOORS.get(module).copied()
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// All files of the source with their text, by path below `src/`.
fn files() -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![source()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the source") {
            let path = entry.expect("an entry of a folder").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a file of the source");
                let below = path.strip_prefix(source()).expect("a path below the source");
                let below: Vec<&str> =
                    below.iter().map(|part| part.to_str().expect("a name in UTF-8")).collect();
                files.insert(below.join("/"), text);
            }
        }
    }
    files
}

/// The module of the top level to which a file belongs.
fn module_of(file: &str) -> &str {
    let first = file.split('/').next().unwrap_or(file);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// `text` without comments and what stands in quotation marks.
fn code_only(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let end = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with("r#\"") {
            rest.find("\"#").map_or(rest.len(), |end| end + 2)
        } else if character == '"' {
            quoted(rest)
        } else if rest.starts_with("'\"'") {
            3
        } else if rest.starts_with("'\\\"'") {
            4
        } else {
            code.push(character);
            rest = &rest[character.len_utf8()..];
            continue;
        };
        code.push(' ');
        rest = &rest[end..];
    }
    code
}

/// The length of the text in quotation marks with which `rest` begins.
fn quoted(rest: &str) -> usize {
    let mut is_escaped = false;
    for (index, character) in rest.char_indices().skip(1) {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return index + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The first names of the paths in `code` that begin with `root`, such as `crate::`. In braces
/// there may be several: `crate::{catalogue::Catalogue, score}`.
fn first_names(code: &str, root: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (index, _) in code.match_indices(root) {
        let before = code[..index].chars().next_back();
        if before.is_some_and(|before| before.is_alphanumeric() || before == '_') {
            continue;
        }
        let after = code[index + root.len()..].trim_start();
        match after.strip_prefix('{') {
            None => names.push(word(after)),
            Some(inside) => names.extend(parts(inside).into_iter().map(word)),
        }
    }
    names
}

fn word(text: &str) -> String {
    let is_part = |character: &char| character.is_alphanumeric() || *character == '_';
    text.trim_start().chars().take_while(is_part).collect()
}

/// The parts between the commas of a list in braces, up to the brace that closes it.
fn parts(inside: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0_u32, 0, Vec::new());
    for (index, character) in inside.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&inside[start..index]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&inside[start..index]);
                start = index + 1;
            }
            _ => {}
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// The names of the top level that the code of a file names.
fn imports(file: &str, code: &str) -> BTreeSet<String> {
    // `$crate` stands in macros and means the same.
    let mut names: BTreeSet<String> = first_names(code, "crate::").into_iter().collect();
    // So many `super`s lead from a file to the top, and one more from a test module inside it. From
    // there, the fewer ones lead to the file's own items, which are not modules of the top.
    let depth = file.split('/').count();
    for supers in [depth, depth + 1] {
        let through = first_names(code, &"super::".repeat(supers));
        names.extend(through.into_iter().filter(|name| floor(name).is_some()));
    }
    names
}

#[test]
fn every_module_has_a_floor_and_every_floor_a_module() {
    let files = files();
    let modules: BTreeSet<&str> =
        files.keys().map(|file| module_of(file)).filter(|module| *module != "lib").collect();
    let known: BTreeSet<&str> = FLOORS.keys().map(String::as_str).collect();
    assert_eq!(modules, known, "modules of `src/`, and modules of the table");
    // What the front page declares is what there is.
    let front = code_only(files.get("lib.rs").expect("the front page"));
    let declared: BTreeSet<String> = front
        .lines()
        .filter_map(|line| line.trim().strip_prefix("pub ").or(Some(line.trim())))
        .filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'))
        .map(str::to_owned)
        .collect();
    assert_eq!(declared, known.iter().map(|module| (*module).to_owned()).collect());
}

#[test]
fn a_module_imports_only_from_lower_floors() {
    let files = files();
    assert!(files.len() > 30, "only {} files", files.len());
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (file, text) in &files {
        let module = module_of(file);
        if module == "lib" {
            continue;
        }
        let own = floor(module).unwrap_or_else(|| panic!("{module} has no floor"));
        for name in imports(file, &code_only(text)) {
            seen += 1;
            match floor(&name) {
                _ if name == module => {}
                Some(lower) if lower < own => {}
                Some(_) => wrong.push(format!("{file} ({own}) imports from {name}")),
                // Something that the front page re-exports, or a macro of the top.
                None if name.starts_with(char::is_uppercase) => {
                    wrong.push(format!("{file} imports {name} from the front page"));
                }
                None => wrong.push(format!("{file} imports from {name}, which has no floor")),
            }
        }
    }
    assert!(seen > 100, "only {seen} imports were found");
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn imports_are_found_however_they_are_written() {
    let code = code_only(
        "use crate::ratio::Ratio; // use crate::render;\n\
         use crate::{\n    tree::{Mark, parse},\n    score,\n};\n\
         fn f() -> crate::date::PartialDate { $crate::text::one_line(\"crate::builtin\") }\n\
         use super::super::stage::Stage; use super::own; mycrate::schema::x();",
    );
    let got = imports("tree/parse.rs", &code);
    let want = ["date", "ratio", "score", "stage", "text", "tree"];
    assert_eq!(got, want.into_iter().map(str::to_owned).collect());
}

/// The code of a file without comments and without its unit tests. Texts in quotation marks stay.
fn without_comments(text: &str) -> String {
    let code = text.split("\n#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| line.split(" // ").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

#[test]
fn no_other_room_knows_which_languages_there_are() {
    let mut names: Vec<String> = ["english", "spanish"].map(str::to_owned).into();
    names.extend(mgi::languages().iter().map(|tag| format!("\"{tag}\"")));
    let mut wrong = Vec::new();
    let files = files();
    for (file, text) in files.iter().filter(|(file, _)| module_of(file) != "language") {
        let code = without_comments(text).to_lowercase();
        let found = names.iter().filter(|name| code.contains(*name));
        wrong.extend(found.map(|name| format!("{file} names {name}")));
    }
    assert_eq!(wrong, Vec::<String>::new());
    // Where languages are named, the same look finds them.
    let room = without_comments(files.get("language.rs").expect("the room of languages"));
    assert!(mgi::languages().iter().all(|tag| room.contains(&format!("\"{tag}\""))));
}

#[test]
fn every_language_is_one_file_of_pairs() {
    let files = files();
    let is_table = |text: &str| without_comments(text).trim_start().starts_with('[');
    let tables: BTreeSet<String> =
        files.iter().filter(|(_, text)| is_table(text)).map(|(file, _)| file.clone()).collect();
    let want = mgi::languages().iter().map(|tag| format!("language/{tag}.rs"));
    assert_eq!(tables, want.collect());
}
