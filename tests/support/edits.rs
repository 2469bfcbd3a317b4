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
    if paths.is_empty() {
        files.insert("loa.yml".to_owned(), Source::text(b"title: mkvi\n"));
        return "put settings".to_owned();
    }
    let one = paths[choices.below(paths.len())].clone();
    // Most edits are sound: behind an error most of a site looks alike.
    match choices.below(8) {
        0 => rough(files, choices, &paths, &one),
        1 => moved(files, choices, &one),
        2 => common(files, choices, today),
        _ => {
            let texts: Vec<&String> = paths.iter().filter(|path| path.ends_with(".md")).collect();
            let text = texts.get(choices.below(texts.len())).map_or(one, |text| (*text).clone());
            changed(files, choices, &text)
        }
    }
}

fn text(files: &Files, path: &str) -> String {
    match files.get(path) {
        Some(Source::Text { bytes, .. }) => String::from_utf8_lossy(bytes).into_owned(),
        Some(Source::Media(_)) | None => String::new(),
    }
}

fn put(files: &mut Files, path: &str, text: &str) {
    files.insert(path.to_owned(), Source::text(text.as_bytes()));
}

/// What no editor means to do: half of a file, two that change places, rubbish.
fn rough(files: &mut Files, choices: &mut Choices<'_>, paths: &[String], one: &str) -> String {
    let old = text(files, one);
    match choices.below(5) {
        0 => {
            files.remove(one);
            format!("delete {one}")
        }
        1 => {
            let other = paths[choices.below(paths.len())].clone();
            let (a, b) = (files[one].clone(), files[&other].clone());
            files.insert(one.to_owned(), b);
            files.insert(other.clone(), a);
            format!("swap {one} {other}")
        }
        2 => {
            let at = old.floor_char_boundary(choices.below(200));
            put(files, one, &old[..at]);
            format!("cut {one} at {at}")
        }
        3 => {
            files.insert(one.to_owned(), Source::text(&words(choices)));
            format!("rubbish in {one}")
        }
        _ => {
            put(files, one, &old.replace("mkvi", "mkvi 0300 000 000"));
            format!("numbers in {one}")
        }
    }
}

/// The folder of a file gets another name, another place, a twin or an end.
fn moved(files: &mut Files, choices: &mut Choices<'_>, one: &str) -> String {
    let folder = one.rsplit_once('/').map_or("content", |(folder, _)| folder).to_owned();
    let (above, name) = folder.rsplit_once('/').unwrap_or(("content", &folder));
    let goal = match choices.below(4) {
        0 => format!("{above}/e{}", choices.below(9)),
        1 => format!("content/s{}/{name}", choices.below(3)),
        2 => format!("content/s{}", choices.below(4)),
        _ => String::new(),
    };
    let is_copied = choices.one_in(2);
    let below = format!("{folder}/");
    let all: Vec<String> = files.keys().filter(|path| path.starts_with(&below)).cloned().collect();
    for path in all {
        let Some(source) = (if is_copied { files.get(&path).cloned() } else { files.remove(&path) }) else { continue };
        if !goal.is_empty() {
            files.insert(format!("{goal}/{}", &path[below.len()..]), source);
        }
    }
    format!("{} {folder} to {goal}", if is_copied { "copy" } else { "move" })
}

/// What all pages see: settings, theme, words, the day.
fn common(files: &mut Files, choices: &mut Choices<'_>, today: &mut Date) -> String {
    match choices.below(7) {
        0 => {
            let tag = choices.of(&["jra", "lbt", "cjm-Latn"]);
            let per_page = 1 + choices.below(9);
            let base = choices.of(&["", "base_url: https://vi-du.example/x/\n", "nav: [s0]\n", "outputs: [pages]\n"]);
            let text = format!("title: mkvi\nlanguages: [vi, {tag}]\nper_page: {per_page}\n{base}");
            put(files, "loa.yml", &text);
            format!("settings {text:?}")
        }
        1 => {
            let page = choices.of(&[
                "{% extends \"entry.html\" %}",
                "{% extends \"entry.html\" %}{% block meta %}<p>mkvi</p>{% endblock %}",
                "{% extends \"entry.html\" %}{% block meta %}{{ t(id=\"none-of\") }}{% endblock %}",
                "{% extends \"entry.html\" %}{% block meta %}{{ entry.none.of }}{% endblock %}",
                "{{",
            ]);
            put(files, "themes/default/templates/page.html", page);
            format!("theme {page:?}")
        }
        2 => {
            let card =
                choices.of(&["<p>{{ item.title | say }}</p>", "<b>{{ root }}</b>", "{{ item.none.of }}", "{% if"]);
            put(files, "themes/default/templates/card.html", card);
            format!("card {card:?}")
        }
        3 => {
            let gone: Vec<String> = files.keys().filter(|path| path.starts_with("themes/")).cloned().collect();
            gone.iter().for_each(|path| drop(files.remove(path)));
            "no theme".to_owned()
        }
        4 => {
            let line =
                choices.of(&["menu = mkvi hai", "kind = { $none }", "date-short = mkvi", "callout-signs = {", ""]);
            put(files, "i18n/vi/site.ftl", &format!("{}\n{line}\n", include_str!("../../i18n/vi/site.ftl")));
            format!("words {line:?}")
        }
        5 => {
            let tag = choices.of(&["jra", "lbt", "cjm-Latn"]);
            let path = format!("i18n/{tag}/language.yml");
            let chain = choices.of(&["[vi]", "[]", "[jra, vi]"]);
            let text = format!(
                "tag: {tag}\nautonym: mk\nname: mkvi\nscript: Latn\ndirection: ltr\nchain: {chain}\nformats_as: vi\n\
                 collates_as: vi\nphone_cues: [gọi]\n"
            );
            put(files, &path, &text);
            format!("record {path} {chain}")
        }
        _ => {
            *today = Date::new(2026, 11, 22 + choices.below(8) as i8).unwrap();
            format!("day {today}")
        }
    }
}

/// What editors do all day: a word, a title, a key.
fn changed(files: &mut Files, choices: &mut Choices<'_>, one: &str) -> String {
    let old = text(files, one);
    let key = |line: &str| {
        let name = line.split(':').next().unwrap_or_default();
        let kept: String = old.split_inclusive('\n').filter(|old| !old.starts_with(&format!("{name}:"))).collect();
        kept.replacen("---\n", &format!("---\n{line}\n"), 1)
    };
    let line = match choices.below(3) {
        0 => {
            put(files, one, &format!("{old}\nmkvi thêm [mkvi](../e0/) {}\n", choices.below(9)));
            return format!("more in {one}");
        }
        1 => choices.of(&["title: mkvi mới", "title: An mkvi", "summary: mkvi khác", "order: 1", "date: 2026-09-09"]),
        _ => choices.of(&[
            "status: draft",
            "status: approved",
            "kind: page",
            "kind: hotline",
            "topics: [x, t]",
            "publish_on: 2026-11-25",
            "sensitive: true",
            "aliases: [cu-9]",
            "number: \"0300 000 099\"",
            "replaced_by: e0",
            "entries: page",
            "original: jra",
            "updated: 2026-11-20",
        ]),
    };
    put(files, one, &key(line));
    format!("{line} in {one}")
}
