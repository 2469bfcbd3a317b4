//! The code about itself: which room may see which, how long things may be, words that must not occur, and whether what
//! belongs together is complete. Every message names the file, the line and what to do instead.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use support::rust::{Source, read};

/// The rooms by their height (`src/lib.rs`). Rooms of one height do not know each other.
const ROOMS: &[(&str, usize)] = &[
    ("base", 0),
    ("model", 1),
    ("schema", 2),
    ("draw", 2),
    ("parse", 3),
    ("theme", 3),
    ("i18n", 3),
    ("kinds", 3),
    ("site", 4),
    ("render", 5),
    ("output", 6),
    ("check", 6),
    ("translate", 6),
    ("engine", 7),
    ("tell", 7),
    ("disk", 8),
    ("board", 8),
    ("watch", 9),
    ("serve", 9),
    ("cli", 10),
];

/// Rooms and files that may look at the machine.
const OUTSIDE: &[&str] = &["disk/", "watch/", "serve/", "cli/", "main.rs", "build.rs"];

/// What looks at the machine.
const MACHINE: &[&str] = &["std::fs", "std::net", "std::env", "SystemTime", "Instant", "std::process"];

/// What must not stand in the program, and what to do instead.
const FORBIDDEN: &[(&str, &str)] = &[
    (".unwrap()", "handle the other case: `let … else`, `unwrap_or`, `?` on an Option"),
    (".expect(", "handle the other case: `let … else`, `unwrap_or`, `?` on an Option"),
    ("panic!", "return a Diagnostic; a bug is an `assert!` with a reason"),
    ("todo!", "write it, or leave the door out"),
    ("unimplemented!", "write it, or leave the door out"),
    ("unreachable!", "make it impossible by type, or return nothing"),
    ("dbg!", "take it out"),
    ("unsafe", "find the safe way; `unsafe_code` is forbidden"),
    ("HashMap", "use BTreeMap: what is iterated must be ordered"),
    ("HashSet", "use BTreeSet: what is iterated must be ordered"),
];

/// Lines a file and a function may have, and those that may have more: file, or file and function, with the reason.
const FILE_LINES: usize = 500;
const FUNCTION_LINES: usize = 70;
const LONG: &[(&str, &str)] = &[];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder, by their path from the root of the repository.
fn files(folder: &str) -> Vec<(String, PathBuf)> {
    let ignored = ["target", ".git", "node_modules", "public", ".loa"];
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            if path.is_dir() {
                open.extend(Some(path).filter(|_| !ignored.contains(&name.rsplit('/').next().unwrap_or(&name))));
            } else {
                found.push((name, path));
            }
        }
    }
    found.sort();
    found
}

/// The Rust files of the program, by their path below `src`; those that only tests have are marked as such.
fn sources() -> BTreeMap<String, Source> {
    let rust = files("src").into_iter().filter(|(name, _)| name.ends_with(".rs"));
    let mut sources: BTreeMap<String, Source> =
        rust.map(|(name, path)| (name["src/".len()..].to_owned(), read(&fs::read_to_string(path).unwrap()))).collect();
    let mut of_tests = Vec::new();
    for (name, source) in &sources {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        for (n, module) in source.test_modules() {
            let stated = source.texts().find(|text| text.line + 1 == n && text.before.contains("path"));
            of_tests.push(match (stated, file) {
                (Some(stated), _) => format!("{folder}/{}", stated.value),
                (None, "mod.rs") => format!("{folder}/{module}.rs"),
                (None, file) => format!("{folder}/{}/{module}.rs", file.trim_end_matches(".rs")),
            });
        }
    }
    for name in of_tests {
        sources.get_mut(&name).unwrap_or_else(|| panic!("src/{name} is not there")).all_tests();
    }
    sources
}

fn report(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} faults:\n{}\n", faults.len(), faults.join("\n"));
}

fn height(room: &str) -> Option<usize> {
    ROOMS.iter().find(|(name, _)| *name == room).map(|(_, height)| *height)
}

#[test]
fn every_room_has_its_height() {
    let rooms: BTreeSet<String> =
        sources().keys().filter_map(|name| name.split_once('/').map(|(room, _)| room.to_owned())).collect();
    let known: BTreeSet<String> = ROOMS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(rooms, known, "src/: a room came or went: change ROOMS here and the picture in src/lib.rs");
    let picture = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    for (room, height) in ROOMS {
        let line = picture.lines().find_map(|line| line.strip_prefix(&format!("//! {height:>2}  ")));
        let is_there = line.is_some_and(|line| line.split_whitespace().any(|word| word == *room));
        assert!(is_there, "src/lib.rs: the picture does not show {room} at height {height}; draw it there");
    }
}

#[test]
fn imports_point_down() {
    let mut faults = Vec::new();
    for (name, source) in sources() {
        let Some(own) = name.split('/').next().and_then(height) else { continue };
        let room = name.split('/').next().unwrap();
        for (line, other) in source.paths() {
            match height(&other) {
                Some(there) if there < own || other == room => {}
                Some(_) => faults.push(format!(
                    "src/{name}:{line}: {room} must not know {other}; move what both need to a lower room, or pass it as an argument"
                )),
                // Names that the library shows at its door.
                None => faults.push(format!("src/{name}:{line}: crate::{other} is no room; name the room that it lives in")),
            }
        }
        // A chain of `super` that climbs out of the room is a path like any other, and hides it.
        let depth = name.matches('/').count() + usize::from(!name.ends_with("/mod.rs")) - 1;
        for (n, line) in source.lines() {
            if !line.is_test && line.code.contains(&"super::".repeat(depth + 1)) {
                faults.push(format!("src/{name}:{n}: too many super; write crate:: and the room"));
            }
        }
    }
    report(faults);
}

#[test]
fn only_the_outer_rooms_look_at_the_machine() {
    let mut faults = Vec::new();
    for (name, source) in sources().iter().filter(|(name, _)| !OUTSIDE.iter().any(|outside| name.starts_with(outside)))
    {
        for (n, line) in source.lines().filter(|(_, line)| !line.is_test) {
            for word in MACHINE.iter().filter(|word| line.has_word(word)) {
                faults.push(format!("src/{name}:{n}: {word} belongs to disk or cli; take the value from the Snapshot"));
            }
        }
    }
    report(faults);
}

#[test]
fn forbidden_words_do_not_occur() {
    let mut faults = Vec::new();
    for (name, source) in sources() {
        for (n, line) in source.lines().filter(|(_, line)| !line.is_test) {
            for (word, instead) in FORBIDDEN.iter().filter(|(word, _)| line.has_word(word)) {
                faults.push(format!("src/{name}:{n}: no `{word}` here; {instead}"));
            }
            let makes_html = line.code.contains("from_writer") && !line.code.contains("fn from_writer");
            if makes_html && !name.starts_with("render/") {
                faults.push(format!("src/{name}:{n}: only render makes Html; give it the text and let it escape"));
            }
        }
    }
    report(faults);
}

#[test]
fn nothing_is_too_long() {
    let mut faults = Vec::new();
    let is_known = |what: &str| LONG.iter().any(|(known, _)| *known == what);
    for (name, source) in sources() {
        let lines = source.lines().count();
        if lines > FILE_LINES && !is_known(&name) {
            faults.push(format!(
                "src/{name}:{lines}: {lines} lines; divide it by what it does, or give the reason in LONG"
            ));
        }
        for (n, function, length) in source.functions() {
            if length > FUNCTION_LINES && !is_known(&format!("{name} {function}")) {
                faults.push(format!(
                    "src/{name}:{n}: {function} has {length} lines; take a step out of it, or give the reason in LONG"
                ));
            }
        }
    }
    for (long, reason) in LONG {
        let is_there = sources().contains_key(long.split(' ').next().unwrap_or(long));
        assert!(
            is_there && reason.ends_with('.'),
            "tests/tidy.rs: LONG has {long}, which is gone or has no reason; take it out"
        );
    }
    report(faults);
}

#[test]
fn no_template_says_safe() {
    let mut faults = Vec::new();
    for (name, path) in files("themes").into_iter().filter(|(name, _)| name.ends_with(".html")) {
        let text = fs::read_to_string(path).unwrap();
        for (n, line) in text.lines().enumerate() {
            let filters = line.split('|').skip(1).map(|rest| rest.trim_start());
            if filters.into_iter().any(|rest| rest.starts_with("safe") && !rest[4..].starts_with(char::is_alphanumeric))
            {
                faults.push(format!("{name}:{}: no `| safe`; what is markup comes as markup from render", n + 1));
            }
        }
    }
    report(faults);
}

/// The ids of a file of messages; those with a rule are codes.
fn messages(path: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let text = fs::read_to_string(root().join(path)).unwrap();
    let (mut all, mut codes) = (BTreeSet::new(), BTreeSet::new());
    let mut last = String::new();
    for line in text.lines() {
        match line.split_once(" =") {
            Some((id, _)) if id.starts_with(|c: char| c.is_ascii_lowercase()) => {
                last = id.to_owned();
                assert!(all.insert(last.clone()), "{path}: {id} stands twice; keep one");
            }
            Some(("    .rule", _)) => drop(codes.insert(last.clone())),
            _ => {}
        }
    }
    (all, codes)
}

#[test]
fn every_code_has_its_words_and_every_word_its_code() {
    let mut faults = Vec::new();
    let (vi, en) = ("i18n/vi/diagnostics.ftl", "i18n/en/diagnostics.ftl");
    let ((in_vi, codes), (in_en, codes_en)) = (messages(vi), messages(en));
    faults.extend(in_vi.difference(&in_en).map(|id| format!("{en}: {id} is missing; translate it from {vi}")));
    faults.extend(
        in_en.difference(&in_vi).map(|id| format!("{en}: {id} is not in {vi}; take it out or write the original")),
    );
    faults.extend(
        codes
            .symmetric_difference(&codes_en)
            .map(|id| format!("{en}: {id} has .rule in one language only; give it in both")),
    );
    let sources = sources();
    let mut texts: BTreeSet<&str> = BTreeSet::new();
    for (name, source) in &sources {
        texts.extend(source.texts().filter(|text| !text.is_test).map(|text| text.value.as_str()));
        for text in source.texts().filter(|text| !text.is_test && is_code(&text.before) && !codes.contains(&text.value))
        {
            faults.push(format!(
                "src/{name}:{}: {} has no words; write {} in {vi} and {en}, with .rule, .why and .help",
                text.line, text.value, text.value
            ));
        }
    }
    let unused = codes.iter().filter(|code| !texts.contains(code.as_str()));
    faults.extend(unused.map(|code| {
        format!("{vi}: nothing in src raises {code}; take the message out of both files, or build the check")
    }));
    report(faults);
}

#[test]
fn every_interface_word_is_asked_for() {
    let ids = messages("i18n/vi/site.ftl").0;
    let templates: String =
        files("themes/default/templates").iter().map(|(_, path)| fs::read_to_string(path).unwrap()).collect();
    let heads: Vec<&str> = templates
        .split("id=\"")
        .skip(1)
        .filter_map(|call| call.split_once('"'))
        .filter_map(|(head, rest)| rest.trim_start().starts_with('~').then_some(head))
        .collect();
    let sources = sources();
    let texts: BTreeSet<&str> =
        sources.values().flat_map(|source| source.texts()).map(|text| text.value.as_str()).collect();
    let is_asked = |id: &&String| {
        let by_template = templates.contains(&format!("id=\"{id}\"")) || heads.iter().any(|head| id.starts_with(head));
        by_template || texts.contains(id.as_str())
    };
    let unused = ids.iter().filter(|id| !is_asked(id));
    report(unused.map(|id| format!("i18n/vi/site.ftl: nobody asks for {id}; take it out of all languages")).collect());
}

/// Whether a text that stands behind this code is the code of a finding.
fn is_code(before: &str) -> bool {
    ["Diagnostic::error(", "Diagnostic::warning(", "Fault::new(", "Fault::mended("]
        .iter()
        .any(|call| before.ends_with(call))
        || before.trim_end().ends_with("code:")
        || before.contains("let code = if")
}

#[test]
fn every_kind_is_complete() {
    let mut faults = Vec::new();
    for kind in loa::kinds::ALL {
        let name = kind.name;
        let files = [
            format!("src/kinds/{name}/mod.rs"),
            format!("src/kinds/{name}/example.vi.md"),
            format!("themes/default/templates/{name}.html"),
            format!("themes/default/templates/cards/{name}.html"),
        ];
        for file in files.iter().filter(|file| fs::metadata(root().join(file)).map_or(0, |found| found.len()) == 0) {
            faults.push(format!("{file}: is missing or empty; the kind {name} needs it"));
        }
        if kind.names.is_empty() {
            faults.push(format!("src/kinds/{name}/mod.rs: no Vietnamese name; editors type one"));
        }
    }
    report(faults);
}

#[test]
fn no_file_tells_of_the_machine_that_it_was_made_on() {
    // In pieces, since this file is looked at like all others.
    let places =
        [["/wo", "rk/"], ["/ro", "ot/"], ["/ho", "me/"], ["\\Us", "ers\\"], ["/tmp", "/h-"], ["/tmp", "/target"]]
            .map(|parts| parts.concat());
    let mut faults = Vec::new();
    for (name, path) in files(".") {
        let Ok(text) = fs::read_to_string(path) else { continue };
        for (n, line) in text.lines().enumerate() {
            for place in places.iter().filter(|place| line.contains(place.as_str())) {
                faults.push(format!(
                    "{name}:{}: `{place}` is a place on one machine; write a path from the root of the repository",
                    n + 1
                ));
            }
            // A lock file needs no address to be checked: npm and cargo know their registries.
            if name.ends_with("package-lock.json") && line.trim_start().starts_with("\"resolved\"") {
                faults.push(format!("{name}:{}: names a registry; take the line away", n + 1));
            }
        }
        if name.ends_with(".npmrc") || name == ".cargo/config.toml" && text.contains("registry") {
            faults.push(format!("{name}: names a registry; keep it out of the repository"));
        }
    }
    report(faults);
}

#[test]
fn the_reader_of_rust_sees_code_and_nothing_else() {
    let source = read(concat!(
        "//! .unwrap() in words\n",
        "use crate::{base::Date, site};\n",
        "fn one<'a>(c: char) -> bool { /* panic!\n */ c == '\"' || c == '\\'' || x.unwrap() }\n",
        "const A: &str = \"panic!(\\\"\";\n",
        "const B: &str = r#\"todo!() \"quoted\" \"#; let unsafe_name = 1;\n",
        "#[cfg(test)]\nmod far;\n",
        "#[cfg(test)]\nmod tests {\n    fn two() { x.unwrap() }\n}\n",
        "fn three() {\n\n}\n",
    ));
    let with = |word: &str| -> Vec<usize> {
        source.lines().filter(|(_, line)| !line.is_test && line.has_word(word)).map(|(n, _)| n).collect()
    };
    assert_eq!(with(".unwrap()"), [4]);
    assert_eq!((with("panic!"), with("todo!"), with("unsafe")), (vec![], vec![], vec![]));
    assert_eq!(source.paths(), [(2, "base".to_owned()), (2, "site".to_owned())]);
    assert_eq!(source.functions(), [(3, "one".to_owned(), 2), (13, "three".to_owned(), 3)]);
    assert_eq!(source.test_modules(), [(8, "far".to_owned())]);
    let texts: Vec<&str> = source.texts().map(|text| text.value.as_str()).collect();
    assert_eq!(texts, ["panic!(\\\"", "todo!() \"quoted\" "]);
}
