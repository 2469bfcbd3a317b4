//! What happens to a site: sound edits and unsound ones, and folders full of rubbish.

use loa::base::Date;
use loa::model::Source;

use super::sites::{Choices, Files};

/// Pieces that mean something to one of the readers, in a place where they may not be meant.
const PIECES: &[&str] = &[
    "---\n",
    "title: ",
    "mkvi",
    "\n",
    "\n\n",
    " ",
    ": ",
    "\t",
    "\"",
    "'",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "<hotline:",
    ">",
    "> [!signs]\n",
    "> ",
    "- ",
    "- [x] ",
    "## ",
    "| a | b |\n|---|---|\n",
    "[^1]",
    "[^1]: ",
    "`",
    "```\n",
    "**",
    "*",
    "~~",
    "<b>",
    "<!--",
    "-->",
    "&amp;",
    "&#0;",
    "111",
    "0300 000 000",
    "gọi ",
    "١١١",
    "một một một",
    "\u{202E}",
    "\u{200B}",
    "\u{AD}",
    "\u{301}",
    "e\u{301}",
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    " if ",
    " block main ",
    "javascript:",
    "https://vi-du.example/",
    "../",
    "../a/",
    "#mkvi",
    "%2e%2e",
    "\\",
    "\u{FFFD}",
    "🙂",
    "ក",
    "status: draft\n",
    "kind: alert\n",
    "entries: article\n",
    "languages: [vi, km]\n",
    "review_by: 2027-01-01\n",
    "original: km\n",
    "&a ",
    "*a",
    "!!x ",
    "|\n",
    ">-\n",
    "? ",
    "{a: ",
    "}",
    "skip = ",
    "  .x = ",
    "{ $n ->\n",
    "*[other] ",
    "tag: vi\n",
    "autonym: x\n",
    "api: 1\n",
    "name: x\n",
    "~",
    "null",
    "true",
    "1e999",
    "0x1F",
    "-0",
    "2026-07-30",
];

/// The files that rubbish is poured into.
const PLACES: &[&str] = &[
    "content/vi.md",
    "content/a/vi.md",
    "content/a/b/vi.md",
    "content/a/b/km.md",
    "loa.yml",
    "i18n/vi/site.ftl",
    "i18n/vi/language.yml",
    "themes/default/templates/page.html",
    "themes/default/theme.yml",
    "content/a/b/x (1).md",
    "static/x.css",
];

fn words(choices: &mut Choices<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for _ in 0..choices.below(24) {
        match choices.below(12) {
            0 => bytes.push(choices.below(256) as u8),
            1 => bytes.extend((0..8).map(|_| choices.below(128) as u8)),
            _ => bytes.extend_from_slice(choices.of(PIECES).as_bytes()),
        }
    }
    bytes
}

/// A site of which nothing is certain but its settings, its home page and one section, and those only mostly.
pub fn rubbish(choices: &mut Choices<'_>) -> Files {
    let mut files = Files::new();
    for (path, text) in [
        ("loa.yml", "title: mkvi\nlanguages: [vi, km]\n"),
        ("content/vi.md", "---\ntitle: mkvi\n---\n"),
        ("content/a/vi.md", "---\ntitle: mkvi\nentries: page\n---\n"),
        ("content/a/b/vi.md", "---\ntitle: mkvi\n---\n"),
    ] {
        files.insert(path.to_owned(), Source::text(text.as_bytes()));
    }
    for _ in 0..1 + choices.below(3) {
        let path = choices.of(PLACES);
        let mut text = Vec::new();
        // Half of it behind something sound, so that not all ends at the first letter.
        if choices.one_in(2) {
            text.extend_from_slice(b"---\ntitle: mkvi\n");
            text.extend(words(choices));
            text.extend_from_slice(b"\n---\n");
        }
        text.extend(words(choices));
        files.insert(path.to_owned(), Source::text(&text));
    }
    files
}

/// Does one thing to a site, and says what.
pub fn edit(files: &mut Files, choices: &mut Choices<'_>, today: &mut Date) -> String {
    let paths: Vec<String> = files.keys().filter(|path| !path.starts_with("i18n")).cloned().collect();
    let (one, other) = (paths[choices.below(paths.len())].clone(), paths[choices.below(paths.len())].clone());
    let text = |files: &Files, path: &str| match files.get(path) {
        Some(Source::Text { bytes, .. }) => String::from_utf8_lossy(bytes).into_owned(),
        Some(Source::Media(_)) | None => String::new(),
    };
    let old = text(files, &one);
    let mut put = |path: &str, text: &str| drop(files.insert(path.to_owned(), Source::text(text.as_bytes())));
    match choices.below(12) {
        0 => put(&one, &format!("{old}\nmkvi thêm\n")),
        1 => {
            files.remove(&one);
        }
        2 => {
            let (a, b) = (files[&one].clone(), files[&other].clone());
            files.insert(one.clone(), b);
            files.insert(other.clone(), a);
        }
        3 => {
            let at = old.floor_char_boundary(choices.below(200));
            put(&one, &old[..at]);
        }
        4 => put(
            &one,
            &old.replacen(
                "---\n",
                &format!("---\n{}", choices.of(&["status: draft\n", "kind: page\n", "topics: [x, t]\n", "order: 1\n"])),
                1,
            ),
        ),
        5 => {
            if let Some(source) = files.remove(&one) {
                files.insert(one.replace("e0", "e7").replace("e1", "e0"), source);
            }
        }
        6 => put(
            "loa.yml",
            &format!(
                "title: mkvi\nlanguages: [vi, {}]\nper_page: {}\n",
                choices.of(&["jra", "lbt", "cjm-Latn"]),
                1 + choices.below(9)
            ),
        ),
        7 => put(
            "themes/default/templates/page.html",
            choices.of(&[
                "{% extends \"entry.html\" %}",
                "{% extends \"entry.html\" %}{% block meta %}<p>mkvi</p>{% endblock %}",
                "{{",
            ]),
        ),
        8 => put("i18n/vi/site.ftl", &format!("{}\nmenu = mkvi hai\n", include_str!("../../i18n/vi/site.ftl"))),
        9 => *today = Date::new(2026, 11, 22 + choices.below(8) as i8).unwrap(),
        10 => drop(files.insert(one.clone(), Source::text(&words(choices)))),
        _ => put(&one, &old.replace("mkvi", "mkvi 0300 000 000")),
    }
    format!("{one} {other}")
}
