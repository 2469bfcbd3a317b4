//! Findings for programs and for people, and `loa explain` (DESIGN section 5).

use std::collections::BTreeSet;

use serde_json::Value;

use crate::ground::{Done, Site, codes};

const KEYS: [&str; 9] = ["code", "severity", "path", "line", "column", "end_line", "end_column", "message", "help"];

/// An entry with an error in its front matter, two in its text, and a warning.
const BAD: &str = "---
title: Một bài
sumary: Lời dẫn.
---

Tiếng Việt đủ dấu: hãy gọi 0300 000 000 nhé.
Ở đây <b>đậm</b>, và [bài kia](../khong-co/).
";

fn broken() -> Site {
    Site::with(&[
        ("content/bai/mot/vi.md", BAD),
        ("content/bai/hai/vi.md", "---\ntitle: Hai bài\nstatus: draft\n---\n"),
        ("content/bai/ba/vi.md", "Ba câu, không có phần đầu.\n"),
        ("content/bai/README.md", "x"),
    ])
}

#[test]
fn each_line_for_programs_has_the_promised_keys_and_no_others() {
    let check = broken().check(&["--format", "json"]).ends_with(1);
    assert!(check.out.ends_with("}\n") && !check.out.contains("\n\n"), "{}", check.out);
    let findings = check.findings();
    assert!(findings.len() >= 6, "{}", check.out);
    let wanted: BTreeSet<&str> = KEYS.into();
    for finding in &findings {
        let keys: BTreeSet<&str> = finding.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys, wanted, "{finding}");
        let text = |key: &str| finding[key].as_str().unwrap_or_else(|| panic!("{key}: {finding}"));
        let code = text("code");
        assert!(code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{finding}");
        assert!(["error", "warning"].contains(&text("severity")), "{finding}");
        assert!(!text("path").is_empty() && !text("path").contains('\\'), "{finding}");
        assert!(!text("message").is_empty() && !text("message").contains('\n'), "{finding}");
        assert!(finding["help"].is_null() || !text("help").is_empty(), "{finding}");
        let place = ["line", "column", "end_line", "end_column"].map(|key| finding[key].as_u64());
        match place {
            [Some(line), Some(column), Some(end_line), Some(end_column)] => {
                assert!(line >= 1 && column >= 1 && (line, column) <= (end_line, end_column), "{finding}");
            }
            _ => assert_eq!(place, [None; 4], "all of a place or nothing: {finding}"),
        }
    }
}

#[test]
fn the_last_line_for_programs_counts_what_stands_above_it() {
    let site = broken();
    for command in ["check", "build"] {
        let done = site.call(&[command, "--format", "json"]).ends_with(1);
        let (findings, summary) = (done.findings(), done.summary());
        let keys: BTreeSet<&str> = summary.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys, BTreeSet::from(["pages", "files", "errors", "warnings", "ms"]), "{summary}");
        assert_eq!(done.objects().last().unwrap().as_object().unwrap().len(), 1);
        let count = |severity: &str| findings.iter().filter(|finding| finding["severity"] == severity).count() as u64;
        assert_eq!((done.count("errors"), done.count("warnings")), (count("error"), count("warning")));
    }
}

#[test]
fn the_summary_counts_what_was_written() {
    let site = Site::started();
    let build = site.build(&["--format", "json"]).ends_with(0);
    let files = site.listing("public").into_keys().filter(|path| !path.ends_with('/'));
    let (pages, others): (Vec<String>, Vec<String>) = files.partition(|path| path.ends_with(".html"));
    assert_eq!(build.count("pages"), pages.len() as u64);
    assert_eq!(build.count("files"), (pages.len() + others.len()) as u64);
    let human = site.build(&[]).ends_with(0);
    let start = format!("{} trang, {} tệp, 0 lỗi, 0 cảnh báo, ", pages.len(), pages.len() + others.len());
    assert!(human.err.lines().last().unwrap().starts_with(&start), "{}", human.err);
}

#[test]
fn columns_are_counted_in_characters() {
    let site = broken();
    let findings = site.findings();
    let place = |code: &str| {
        let finding = findings.iter().find(|finding| finding["code"] == code).unwrap();
        assert_eq!(finding["path"], "content/bai/mot/vi.md");
        ["line", "column", "end_line", "end_column"].map(|key| finding[key].as_u64().unwrap())
    };
    let column = |line: &str, word: &str| line.split(word).next().unwrap().chars().count() as u64 + 1;
    let line = BAD.lines().nth(5).unwrap();
    let start = column(line, "0300");
    assert!(start < line.find("0300").unwrap() as u64, "bytes would tell another place");
    assert_eq!(place("unknown-phone"), [6, start, 6, start + 12]);
    assert_eq!(place("unknown-key"), [3, 1, 3, 7]);
    let line = BAD.lines().nth(6).unwrap();
    assert_eq!(place("raw-html")[..2], [7, column(line, "<b>")]);
    let [line_number, start, ..] = place("broken-link");
    assert_eq!(line_number, 7);
    assert!((column(line, "[bài kia]")..=column(line, "../khong-co/")).contains(&start), "{start}");
}

#[test]
fn notepad_does_not_move_lines_and_columns() {
    let site = Site::with(&[]);
    let text = "---\ntitle: Một bài\n---\n\nTiếng Việt: 0300 000 000\n";
    site.put("content/bai/mot/vi.md", text);
    let plain = site.findings();
    site.put("content/bai/mot/vi.md", format!("\u{FEFF}{}", text.replace('\n', "\r\n")));
    assert_eq!(site.findings(), plain);
    assert_eq!((plain[0]["line"].as_u64(), plain[0]["column"].as_u64()), (Some(5), Some(13)), "{plain:?}");
}

#[test]
fn all_is_told_in_one_run_errors_first_then_by_place() {
    let findings = broken().findings();
    let key = |finding: &Value| {
        let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
        (text("severity"), text("path"), finding["line"].as_u64().unwrap_or(0), finding["column"].as_u64().unwrap_or(0))
    };
    // "error" comes before "warning" in the alphabet too.
    assert!(findings.iter().map(key).is_sorted(), "{findings:#?}");
    let codes: BTreeSet<&str> = codes(&findings).into_iter().collect();
    let wanted =
        ["unknown-key", "unknown-phone", "broken-link", "raw-html", "left-out", "no-front-matter", "bad-file-name"];
    assert!(wanted.iter().all(|code| codes.contains(code)), "{codes:?}");
}

#[test]
fn build_and_check_find_the_same() {
    for site in [broken(), Site::started(), Site::with(&[])] {
        let (check, build) = (site.check(&["--format", "json"]), site.build(&["--format", "json"]));
        assert_eq!(check.findings(), build.findings());
        assert_eq!(check.status, build.status);
        for name in ["pages", "files", "errors", "warnings"] {
            assert_eq!(check.count(name), build.count(name), "{name}");
        }
        let (check, build) = (site.check(&[]), site.build(&[]));
        let shown = |text: &str| text.split("\n\n").filter(|part| part.contains("--> ")).map(str::to_owned).collect();
        let (checked, built): (Vec<String>, Vec<String>) = (shown(&check.out), shown(&build.err));
        assert_eq!(checked, built);
    }
}

#[test]
fn people_and_programs_are_told_the_same_places() {
    let site = broken();
    let (human, findings) = (site.check(&[]).ends_with(1), site.findings());
    assert_eq!(human.out.matches("--> ").count(), findings.len(), "{}", human.out);
    for finding in &findings {
        let text = |key: &str| finding[key].as_str().unwrap();
        let level = if text("severity") == "error" { "lỗi" } else { "cảnh báo" };
        let title = format!("{level}[{}]: {}\n", text("code"), text("message"));
        let place = match (finding["line"].as_u64(), finding["column"].as_u64()) {
            (Some(line), Some(column)) => format!("--> {}:{line}:{column}\n", text("path")),
            _ => format!("--> {}\n", text("path")),
        };
        let at = human.out.find(&title).unwrap_or_else(|| panic!("{title}{}", human.out));
        assert!(human.out[at..].contains(&place), "{place}{}", human.out);
    }
}

#[test]
fn people_see_every_error_and_three_warnings_of_a_code() {
    let site = Site::with(&[]);
    for number in 1..=5 {
        site.put(&format!("content/bai/nhap-{number}/vi.md"), "---\ntitle: Nháp\nstatus: draft\n---\n");
        site.put(&format!("content/bai/hong-{number}/vi.md"), "---\ntitle: Hỏng\nsumary: x\n---\n");
    }
    let human = site.check(&[]).ends_with(1);
    assert_eq!(human.out.matches("lỗi[unknown-key]: ").count(), 5);
    assert_eq!(human.out.matches("\ncảnh báo[left-out]: ").count(), 3, "{}", human.out);
    assert!(human.out.contains("… và 2 chỗ nữa: cảnh báo[left-out]\n"), "{}", human.out);
    assert!(human.out.contains(" 5 lỗi, 5 cảnh báo, "), "{}", human.out);
    assert_eq!(site.findings().len(), 10, "programs are told all");
}

/// The codes of a file of words: the messages that have a rule.
fn explained(words: &str) -> Vec<String> {
    let mut codes = Vec::new();
    let mut message = "";
    for line in words.lines() {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            message = line.split(" =").next().unwrap();
        } else if line.trim_start().starts_with(".rule =") {
            codes.push(message.to_owned());
        }
    }
    codes
}

#[test]
fn every_code_is_explained_with_a_bad_and_a_good_case() {
    let codes = explained(include_str!("../../i18n/vi/diagnostics.ftl"));
    assert_eq!(codes, explained(include_str!("../../i18n/en/diagnostics.ftl")));
    assert!(codes.len() > 90, "{}", codes.len());
    let site = Site::empty();
    for code in &codes {
        let page = |line: &[&str]| site.call(&[&["explain", code.as_str()], line].concat()).ends_with(0);
        let [vietnamese, english] = ["vi", "en"].map(|tag| {
            let objects = page(&["--format", "json", "--ui-lang", tag]).objects();
            let [object] = &objects[..] else { panic!("{code}: one line: {objects:?}") };
            let keys: BTreeSet<&str> = object.as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(keys, BTreeSet::from(["code", "rule", "why", "help", "bad", "good"]), "{code}");
            let texts = keys.iter().map(|key| object[key].as_str().unwrap());
            assert!(
                texts.clone().all(|text| !text.trim().is_empty() && !text.contains(['\u{2068}', '\u{2069}'])),
                "{object}"
            );
            assert!(object["code"] == *code && object["bad"] != object["good"], "{object}");
            object.clone()
        });
        assert!(["rule", "why", "help"].iter().all(|key| vietnamese[key] != english[key]), "{code} is not translated");
        explained_to_people(&page(&[]), &vietnamese, ["quy tắc", "vì sao", "cách sửa", "chưa đúng", "đúng"]);
        explained_to_people(&page(&["--ui-lang", "en"]), &english, ["rule", "why", "how to mend it", "wrong", "right"]);
    }
}

#[track_caller]
fn explained_to_people(page: &Done, object: &Value, headings: [&str; 5]) {
    assert!(page.err.is_empty() && page.out.starts_with(object["code"].as_str().unwrap()), "{page:?}");
    // Lines are broken there, so only words are compared.
    let words = |text: &str| text.split_whitespace().collect::<Vec<&str>>().join(" ");
    let told = words(&page.out);
    for (heading, key) in headings.iter().zip(["rule", "why", "help", "bad", "good"]) {
        let part = format!("{heading}: {}", words(object[key].as_str().unwrap()));
        assert!(told.contains(&part), "{part}\n\n{}", page.out);
    }
}

#[test]
fn a_code_is_found_with_its_brackets_and_a_slip_in_it_is_named() {
    let site = Site::empty();
    let plain = site.call(&["explain", "superseded-phone"]).ends_with(0).out;
    assert_eq!(site.call(&["explain", "[superseded-phone]"]).ends_with(0).out, plain);
    site.call(&["explain", "supersede-phone"]).ends_with(2).says("\"superseded-phone\"");
    for message in ["cli-summary", "usage-more", "xyzzy", ""] {
        assert_eq!(site.call(&["explain", message]).ends_with(2).out, "", "{message} is no code");
    }
}
