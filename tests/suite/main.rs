//! The scenarios: `tests/suite/**/*.txt`, each read and run by `scenario.rs`.
//!
//! `LOA_UPDATE=1` rewrites the expectations that do not hold; read the difference before committing.
//! `LOA_SCENARIO=hotline` runs those whose path holds the word.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

mod deceit;
mod expect;
mod scenario;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

const MUST_FAIL: &str = "must-fail";

/// Why a scenario, which builds a site, cannot meet what `loa translate import` says.
const FROM_OUTSIDE: &str =
    "it is said of a file that is no part of a site; the cases stand in src/translate/exchanges.rs";

/// Codes that no scenario can bring about, each with the reason.
const ELSEWHERE: &[(&str, &str)] = &[
    ("no-content", "the command line says it before there is a snapshot"),
    ("theme-missing-template", "the embedded theme stands behind every other"),
    ("exchange-damaged", FROM_OUTSIDE),
    ("exchange-other-entry", FROM_OUTSIDE),
    ("exchange-other-language", FROM_OUTSIDE),
    ("exchange-old-source", FROM_OUTSIDE),
    ("exchange-unknown-unit", FROM_OUTSIDE),
    ("exchange-missing-unit", FROM_OUTSIDE),
    ("exchange-changed-source", FROM_OUTSIDE),
    ("exchange-control-character", FROM_OUTSIDE),
    ("exchange-raw-html", FROM_OUTSIDE),
    ("exchange-broken-markdown", FROM_OUTSIDE),
    ("exchange-lost-hotline", FROM_OUTSIDE),
    ("exchange-lost-link", FROM_OUTSIDE),
    ("exchange-lost-placeholder", FROM_OUTSIDE),
    ("exchange-typed-phone", FROM_OUTSIDE),
    ("exchange-changed-number", FROM_OUTSIDE),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite")
}

/// The scenario files by their path below `tests/suite`.
fn scenarios() -> BTreeMap<String, String> {
    files(&folder(), "txt")
}

/// The texts with this ending below a folder, by their path in it.
fn files(root: &Path, ending: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

#[test]
fn every_scenario_holds() {
    let wanted = std::env::var("LOA_SCENARIO").unwrap_or_default();
    let update = std::env::var("LOA_UPDATE").is_ok();
    let scenarios = scenarios();
    let chosen = scenarios.iter().filter(|(path, _)| !path.starts_with(MUST_FAIL) && path.contains(&wanted));
    let chosen: Vec<(&String, &String)> = chosen.collect();
    assert!(!chosen.is_empty(), "no scenario is named like `{wanted}`");
    let failed: Vec<String> = chosen
        .par_iter()
        .filter_map(|(path, text)| {
            let outcome = scenario::run(text);
            if update && outcome.mended != **text {
                fs::write(folder().join(path), &outcome.mended).unwrap();
            }
            let name = text.lines().next().unwrap_or_default();
            let faults = outcome.faults.join("\n  ");
            (!outcome.faults.is_empty()).then(|| format!("tests/suite/{path}: {name}\n  {faults}\n"))
        })
        .collect();
    assert!(failed.is_empty(), "{} of {} scenarios do not hold:\n\n{}", failed.len(), chosen.len(), failed.join("\n"));
}

#[test]
fn the_runner_sees_what_does_not_hold() {
    let scenarios = scenarios();
    let fault = |name: &str| scenario::run(&scenarios[&format!("{MUST_FAIL}/{name}.txt")]).faults.join("\n");
    let wrong = fault("wrong-diagnostic");
    assert!(wrong.contains("expected and not found:\n      content/bai/a/vi.md:5:1 error unknown-phone"), "{wrong}");
    assert!(wrong.contains("found and not expected:\n      content/bai/a/vi.md:5:5 error unknown-phone"), "{wrong}");
    let wrong = fault("wrong-output");
    assert!(
        wrong.contains("line 8: -- expect public/vi/bai/a/index.html --\n    it has no `<p>Hai câu.</p>`"),
        "{wrong}"
    );
    let wrong = fault("wrong-work");
    assert!(wrong.contains("it was: parsed 1, reused 2"), "{wrong}");
}

#[test]
fn every_scenario_is_named_by_a_sentence_of_its_own() {
    let mut names = BTreeMap::new();
    for (path, text) in scenarios() {
        let name = text.lines().next().unwrap_or_default().to_owned();
        let is_sentence = name.ends_with('.') && name.starts_with(char::is_uppercase) && name.contains(' ');
        assert!(
            is_sentence,
            "tests/suite/{path}: the first line must be a sentence that says what holds, not `{name}`"
        );
        if let Some(other) = names.insert(name, path.clone()) {
            panic!("tests/suite/{path} has the name of tests/suite/{other}: give it one of its own");
        }
    }
}

#[test]
fn every_code_has_a_scenario() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let words = fs::read_to_string(root.join("i18n/vi/diagnostics.ftl")).unwrap();
    let source: String = files(&root.join("src"), "rs").values().map(String::as_str).collect();
    let mut codes: BTreeSet<&str> = BTreeSet::new();
    let mut last = "";
    for line in words.lines() {
        match line.split_once(" =") {
            // What has a rule is a code; other messages are words of the program.
            Some(("    .rule", _)) if source.contains(&format!("\"{last}\"")) => drop(codes.insert(last)),
            Some((id, _)) if id.starts_with(|c: char| c.is_ascii_lowercase()) => last = id,
            _ => {}
        }
    }
    for (path, text) in scenarios() {
        let shows =
            |code: &&str| text.contains(&format!(" error {code}")) || text.contains(&format!(" warning {code}"));
        codes.retain(|code| path.starts_with(MUST_FAIL) || !shows(code));
    }
    codes.retain(|code| !ELSEWHERE.iter().any(|(known, _)| known == code));
    // What is wrong with a translator's file is found by a command, not by a build.
    let commands: String = files(&root.join("tests/cli"), "rs").values().map(String::as_str).collect();
    codes.retain(|code| !(code.starts_with("exchange-") && commands.contains(&format!("\"{code}\""))));
    assert!(codes.is_empty(), "write a scenario under tests/suite for each of: {codes:?}");
}
