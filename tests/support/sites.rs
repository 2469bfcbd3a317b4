//! Random sites. Every word in them says its own language (`mkvi3` is Vietnamese), what must not be published says
//! `khonglo`, and all is drawn from a run of bytes, so that a failing case shrinks to a small site.

use std::collections::BTreeMap;

use loa::base::{Date, Digest, SitePath};
use loa::model::{Content, Media, Picture, Snapshot, Source};

/// What stands in everything that must never be published.
pub const SECRET: &str = "khonglo";

/// The languages, with the word that marks each: the source, one with half its words, one with none behind it, one from the right.
pub const LANGUAGES: &[(&str, &str)] = &[("vi", "mkvi"), ("jra", "mkjra"), ("lbt", "mklbt"), ("cjm-Latn", "mkcjm")];

const KINDS: &[&str] = &["article", "alert", "page", "event", "document", "script", "guide", "story", "hotline"];

/// The headings of a guide, which say their language in another way.
pub const PARTS: [&str; 3] = ["Nói gì với mọi người", "Dấu hiệu cần để ý", "Báo cho ai"];

/// The day of all builds.
pub fn today() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

/// Bytes that decide; when they are used up, every decision is the simplest.
pub struct Choices<'a>(pub &'a [u8]);

impl Choices<'_> {
    /// A number below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        usize::from(*first) % count.max(1)
    }

    /// Yes in one of `times` cases.
    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) + 1 == times
    }

    pub fn of<'b>(&mut self, words: &[&'b str]) -> &'b str {
        words[self.below(words.len())]
    }
}

/// The files of a site.
pub type Files = BTreeMap<String, Source>;

/// The snapshot of some files.
pub fn snapshot(files: &Files) -> Snapshot {
    let mut snapshot = Snapshot::of_texts([], today());
    snapshot.files =
        files.iter().filter_map(|(name, source)| Some((SitePath::new(name).ok()?, source.clone()))).collect();
    snapshot
}

/// A random site.
pub fn site(choices: &mut Choices<'_>) -> Files {
    let languages = 1 + choices.below(LANGUAGES.len());
    let mut maker = Maker {
        choices,
        files: Files::new(),
        languages: &LANGUAGES[..languages],
        folders: Vec::new(),
        is_strict: false,
    };
    maker.words();
    maker.settings();
    maker.content();
    maker.files
}

struct Maker<'a, 'b> {
    choices: &'a mut Choices<'b>,
    files: Files,
    languages: &'static [(&'static str, &'static str)],
    folders: Vec<Folder>,
    /// Whether translations that are a month behind give way to the original.
    is_strict: bool,
}

/// An entry before it is written.
#[derive(Clone)]
struct Folder {
    section: String,
    name: String,
    kind: &'static str,
    published: bool,
    headings: usize,
}

impl Maker<'_, '_> {
    fn put(&mut self, path: String, text: &str) {
        self.files.insert(path, Source::text(text.as_bytes()));
    }

    /// Records and interface words: all messages in the source language, every other one in the second.
    fn words(&mut self) {
        let messages =
            include_str!("../../i18n/vi/site.ftl").lines().filter_map(|line| line.split_once(" =").map(|(id, _)| id));
        let ids: Vec<&str> = messages.filter(|id| id.starts_with(|c: char| c.is_ascii_lowercase())).collect();
        for (tag, word) in LANGUAGES {
            let chain = match *tag {
                "vi" => "[]",
                "lbt" => "[jra, vi]",
                _ => "[vi]",
            };
            let direction = if *tag == "cjm-Latn" { "rtl" } else { "ltr" };
            let confirmed = if self.choices.one_in(2) { "confirmed_by: x\n" } else { "" };
            let record = format!(
                "tag: {tag}\nautonym: {word}\nname: mkvi\nscript: Latn\ndirection: {direction}\nchain: {chain}\n\
                 formats_as: vi\ncollates_as: vi\nstrings_reviewed_by: x\n{confirmed}"
            );
            self.put(format!("i18n/{tag}/language.yml"), &record);
        }
        let all: String = ids.iter().map(|id| format!("{id} = mkvi\n")).collect();
        self.put("i18n/vi/site.ftl".to_owned(), &all);
        let half: String = ids.iter().step_by(2).map(|id| format!("{id} = mkjra\n")).collect();
        self.put("i18n/jra/site.ftl".to_owned(), &half);
    }

    /// A value by language, for some of the languages.
    fn by_language(&mut self) -> String {
        let mut names = vec!["vi: mkvi".to_owned()];
        for (tag, word) in self.languages.iter().skip(1) {
            if self.choices.one_in(2) {
                names.push(format!("{tag}: {word}"));
            }
        }
        format!("{{{}}}", names.join(", "))
    }

    fn settings(&mut self) {
        let tags: Vec<&str> = self.languages.iter().map(|(tag, _)| *tag).collect();
        let mut text = format!("title: {}\nlanguages: [{}]\n", self.by_language(), tags.join(", "));
        text += &format!("per_page: {}\n", 1 + self.choices.below(3));
        text += &format!("units:\n  a: {}\ntopics:\n  t: {}\n", self.by_language(), self.by_language());
        if self.choices.one_in(2) {
            text += "base_url: https://vi-du.example/x/\n";
        }
        self.is_strict = self.choices.one_in(3);
        if self.is_strict {
            text += "i18n: {stale_after_days: 30}\n";
        }
        self.put("loa.yml".to_owned(), &text);
    }

    fn content(&mut self) {
        let sections = 1 + self.choices.below(3);
        for section in 0..sections {
            let kind = self.choices.of(KINDS);
            let entries = self.choices.below(4);
            for entry in 0..entries {
                let left_out = self.choices.one_in(4);
                let name = if left_out { format!("{SECRET}-{entry}") } else { format!("e{entry}") };
                let headings = self.choices.below(3);
                self.folders.push(Folder {
                    section: format!("s{section}"),
                    name,
                    kind,
                    published: !left_out,
                    headings,
                });
            }
            let leave = if self.choices.one_in(4) { "leave_quickly: true\n" } else { "" };
            self.put(
                format!("content/s{section}/vi.md"),
                &format!("---\ntitle: mkvi\nentries: {kind}\n{leave}---\n\n"),
            );
            for at in 0..self.folders.len() {
                if self.folders[at].section == format!("s{section}") {
                    self.entry(at);
                }
            }
        }
        for (tag, word) in self.languages {
            if *tag == "vi" || self.choices.one_in(2) {
                self.put(format!("content/{tag}.md"), &format!("---\ntitle: {word}\n---\n"));
            }
        }
    }

    fn entry(&mut self, at: usize) {
        let Folder { section, name, kind, published, headings } = self.folders[at].clone();
        let folder = format!("content/{section}/{name}");
        let secret = if published { "" } else { SECRET };
        let mut front = format!("title: mkvi {secret}\n");
        for (key, value) in [
            ("summary", "mkvi dẫn"),
            ("date", "2026-07-30"),
            ("updated", "2026-08-01"),
            ("topics", "[t, mkvi chữ]"),
            ("units", "[a]"),
            ("sources", "[mkvi nguồn]"),
            ("action", "mkvi làm"),
            ("audiences", "[public]"),
            ("sensitive", "true"),
            ("order", "3"),
        ] {
            if self.choices.one_in(2) {
                let value = if published { value.to_owned() } else { value.replace("mkvi", &format!("mkvi {SECRET}")) };
                front += &format!("{key}: {value}\n");
            }
        }
        if self.choices.one_in(3) {
            front += "image: {file: a.jpg, alt: mkvi ảnh}\n";
            self.media(format!("{folder}/a.jpg"), Content::Picture(Picture { width: 640, height: 480, ending: "jpg" }));
        }
        if self.choices.one_in(4) {
            front += "audio: {file: vi.mp3, narrator: mkvi người, minutes: 2}\n";
            self.media(format!("{folder}/vi.mp3"), Content::Sound { ending: "mp3", seconds: Some(120) });
        }
        if self.choices.one_in(5) && published {
            front += &format!("aliases: [cu-{at}]\n");
        }
        front += &of_kind(kind, at, published);
        let body = self.body("mkvi", secret, headings, kind);
        self.put(format!("{folder}/vi.md"), &format!("---\n{front}---\n{body}"));
        for (tag, word) in self.languages.iter().skip(1) {
            let is_stale = self.is_strict && front.contains("updated:");
            self.translation(&format!("{folder}/{tag}.md"), word, secret, headings, is_stale);
        }
    }

    fn translation(&mut self, path: &str, word: &str, secret: &str, headings: usize, is_stale: bool) {
        let standing = self.choices.below(6);
        if standing == 0 {
            return;
        }
        // The first three are published; of the others no word may be seen.
        let hidden = if standing > 3 || (standing == 2 && is_stale) { SECRET } else { secret };
        let state = match standing {
            1 => format!("reviewed_by: mkvi {SECRET}x\n"),
            2 => "reviewed_by: mkvi\ntranslated_from: 000000000000\n".to_owned(),
            3 => "reviewed_by: mkvi\nstatus: approved\n".to_owned(),
            4 => "machine: true\nreviewed_by: mkvi\n".to_owned(),
            _ => "status: draft\n".to_owned(),
        };
        // Only pages about persons must not name who read them; to keep the canary simple, nobody is named elsewhere either.
        let state = state.replace(&format!("mkvi {SECRET}x"), "mkvi");
        let summary = if self.choices.one_in(2) { format!("summary: {word} {hidden}\n") } else { String::new() };
        let headings = if self.choices.one_in(5) { headings + 1 } else { headings };
        let body = self.body(word, hidden, headings, "");
        self.put(path.to_owned(), &format!("---\ntitle: {word} {hidden}\n{state}{summary}---\n{body}"));
    }

    fn media(&mut self, path: String, content: Content) {
        let media = Media { digest: Digest::of(path.as_bytes()), size: 12_345, content };
        self.files.insert(path, Source::Media(media));
    }

    /// A text in one language with every kind of block.
    fn body(&mut self, word: &str, secret: &str, headings: usize, kind: &str) -> String {
        let mut body = String::new();
        if kind == "guide" {
            body += &PARTS.map(|part| format!("## {part}\n\nmkvi\n\n")).concat();
        }
        for _ in 0..self.choices.below(4) {
            body += &match self.choices.below(9) {
                0 => format!("{word} {secret} **{word}** *{word}* `{word}`\n\n"),
                1 => format!("> [!signs]\n> {word}\n\n"),
                2 => format!("- {word}\n- [x] {word}\n\n"),
                3 => format!("| {word} | |\n|---|---|\n| {word} | {word} |\n\n"),
                4 => format!("{word}[^1]\n\n[^1]: {word} {secret}\n\n"),
                5 => self.link(word),
                8 => self.number(word),
                6 => format!("{word} <!-- {SECRET} -->\n\n> {word}\n\n"),
                _ => format!("{word} <b>{word}</b>  \n{word}\n\n"),
            };
        }
        for n in 0..headings {
            body += &format!("## {word} {n}\n\n{word}\n\n");
        }
        body
    }

    /// A number of the registry, by name and typed by hand.
    fn number(&mut self, word: &str) -> String {
        let at = self.folders.iter().position(|folder| folder.kind == "hotline" && folder.published);
        match at {
            Some(at) => format!(
                "{word} <hotline:{}> {word} [{word}](hotline:{}) 0300 000 0{at:02}\n\n",
                self.folders[at].name, self.folders[at].name
            ),
            None => format!("{word}\n\n"),
        }
    }

    /// A link to some entry, published or not, by its folder or its file.
    fn link(&mut self, word: &str) -> String {
        if self.folders.is_empty() {
            return format!("{word}\n\n");
        }
        let Folder { section, name, headings, .. } = self.folders[self.choices.below(self.folders.len())].clone();
        // An anchor is right only where there are headings, and in a translation only where they are as many.
        let anchor = if headings > 0 && word == "mkvi" && self.choices.one_in(2) { "#mkvi-0" } else { "" };
        let end = self.choices.of(&["/", "", "/vi.md"]);
        format!("[{word}](../../{section}/{name}{end}{anchor})\n\n")
    }
}

/// The keys that a kind cannot do without, and its own words.
fn of_kind(kind: &str, at: usize, published: bool) -> String {
    let own = match kind {
        "article" => "form: news\n".to_owned(),
        "alert" => "review_by: 2027-01-30\n".to_owned(),
        "event" => "starts_on: 2026-12-01\nyearly: true\n".to_owned(),
        "document" => "issuer: mkvi nơi\nsigner: mkvi người\nnumber: 1/2026\nstanding: in-force\n".to_owned(),
        "script" => "roles: [mkvi một, mkvi hai]\nminutes: 5\n".to_owned(),
        "guide" => "sector: tourism\n".to_owned(),
        "hotline" => format!(
            "number: \"0300 000 0{at:02}\"\ndial: \"03000000{at:02}\"\nhours: mkvi giờ\nverified_on: 2026-11-01\n"
        ),
        "story" if published => format!(
            "status: approved\nreviewed_by: {SECRET}\nconsent: {{record: {SECRET}, scope: {SECRET}, until: 2027-01-01}}\n\
             deidentified: {{by: {SECRET} hai, on: 2026-01-01}}\ncontent_warning: mkvi báo\n"
        ),
        "story" => "fiction: true\n".to_owned(),
        _ => String::new(),
    };
    let ending = ["status: draft\n", "expires_on: 2026-11-21\n", "publish_on: 2026-11-23\n"];
    if published { own } else { own + ending[at % ending.len()] }
}
