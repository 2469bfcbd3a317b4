//! Reads and runs a scenario: a file that says which input gives which output, findings and work (STYLE.md, section 3).
//!
//! The first line is its name, a sentence. A line `-- head --` begins a section, whose body goes on to the next one.
//!
//! Input: `path`, `edit PATH: s/old/new/` (one occurrence, `g` for all, any sign for `/`), `delete PATH`, `bytes PATH: hex`,
//! `repeat PATH: N × text` (in place of `<<>>` in the body, `\n` is a line end, `<>` another word each time), `picture PATH:
//! 640x480` (or `unreadable`),
//! `media PATH: N` bytes (what is said to be alike has the same bytes), `refused PATH: why`, `options: drafts keep-going release base-url=… today=…`.
//!
//! Expectations: `expect diagnostics` (all; `: includes` for some, `: none`), `expect public/…` where `...` is any run of text,
//! `expect lacking: public/…` (no line of the body occurs), `expect nowhere: text` (in no name and no byte of the output),
//! `expect absent: public/…`, `expect public: nothing`, `expect work: parsed N, reused N, rendered N, cards N, pages N`; if that has
//! a body, it is a line for every page that was rendered, with what differs from the last time.
//! Input after an expectation is an edit: it goes through the same memo, and must give what a build without one gives.
//!
//! Unless it says `-- bare --`, a scenario gets `loa.yml`, a home page and section files where it has none of its own;
//! a section's kind is that of the folder's name in this repository's content (`canh-bao` holds alerts), else `article`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use loa::base::{Date, Diagnostic, Digest, Lang, SitePath, Url};
use loa::i18n::Diagnostics;
use loa::model::{Content, Media, MediaFault, MediaKind, Picture, Refusal, Refused, Snapshot, Source};
use loa::{Built, Memo, build};

use crate::expect::check;

/// What came of a scenario: what was not as expected, and the scenario as it would hold.
pub struct Outcome {
    pub faults: Vec<String>,
    pub mended: String,
}

/// A section of a scenario file.
pub struct Section {
    line: usize,
    pub head: String,
    pub body: String,
}

/// The state of the input while the sections are gone through.
struct Stage {
    files: BTreeMap<String, Source>,
    refused: Vec<Refused>,
    options: loa::model::Options,
    today: Date,
    bare: bool,
}

const SECTIONS: &[(&str, &str)] = &[
    ("canh-bao", "alert"),
    ("huong-dan", "guide"),
    ("cau-chuyen", "story"),
    ("truyen-thanh", "script"),
    ("duong-day-nong", "hotline"),
    ("van-ban", "document"),
    ("su-kien", "event"),
    ("trang", "page"),
];

/// Runs a scenario.
pub fn run(text: &str) -> Outcome {
    let (name, mut sections) = read(text);
    let mut faults = Vec::new();
    let mut stage = Stage {
        files: BTreeMap::new(),
        refused: Vec::new(),
        options: loa::model::Options::default(),
        today: Date::new(2026, 11, 22).unwrap(),
        bare: false,
    };
    let mut memo = Memo::keeping();
    let mut is_first = true;
    let mut built: Option<(Snapshot, Built)> = None;
    for section in &mut sections {
        let head = section.head.clone();
        let Some(expected) = head.strip_prefix("expect ") else {
            built = None;
            if let Err(fault) = stage.take(&head, &section.body) {
                faults.push(format!("line {}: {fault}", section.line));
            }
            continue;
        };
        let (snapshot, built) = built.get_or_insert_with(|| {
            let snapshot = stage.snapshot();
            let warm = build(&snapshot, &mut memo);
            // The first time there is nothing to remember.
            if std::mem::replace(&mut is_first, false) {
                return (snapshot, warm);
            }
            let cold = build(&snapshot, &mut Memo::default());
            if warm.tree != cold.tree || warm.diagnostics != cold.diagnostics {
                faults.push(format!("line {}: a build with a memo differs from one without", section.line));
            }
            (snapshot, warm)
        });
        faults.extend(unsound(built).map(|fault| format!("line {}: {fault}", section.line)));
        if let Err(fault) = check(expected, section, snapshot, built) {
            faults.push(format!("line {}: -- {head} --\n{fault}", section.line));
        }
    }
    let mended = sections.iter().fold(name, |text, section| format!("{text}-- {} --\n{}", section.head, section.body));
    Outcome { faults, mended }
}

/// What is wrong with the findings of any build: their order, or that nobody has words for one.
fn unsound(built: &Built) -> impl Iterator<Item = String> {
    static WORDS: OnceLock<Diagnostics> = OnceLock::new();
    let words = WORDS.get_or_init(|| Diagnostics::new(&Lang::vietnamese()));
    let mut sorted = built.diagnostics.clone();
    Diagnostic::sort(&mut sorted);
    let order = (sorted != built.diagnostics).then(|| "the findings are not in order".to_owned());
    let unsaid = built.diagnostics.iter().filter(|finding| {
        let args = finding.args.iter().map(|(name, value)| (*name, value.clone())).collect();
        words.say(finding.code, &args).or_else(|| words.attribute(finding.code, "short", &args)).is_none()
    });
    order.into_iter().chain(
        unsaid.map(|finding| format!("i18n/vi/diagnostics.ftl has no words for {} {:?}", finding.code, finding.args)),
    )
}

fn read(text: &str) -> (String, Vec<Section>) {
    let mut name = String::new();
    let mut sections: Vec<Section> = Vec::new();
    for (n, line) in text.split_inclusive('\n').enumerate() {
        match line.trim_end().strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --")) {
            Some(head) => sections.push(Section { line: n + 1, head: head.to_owned(), body: String::new() }),
            None => sections.last_mut().map_or(&mut name, |section| &mut section.body).push_str(line),
        }
    }
    (name, sections)
}

fn text_of(source: &Source) -> &[u8] {
    match source {
        Source::Text { bytes, .. } => bytes,
        Source::Media(_) => &[],
    }
}

/// A file that is not held: `640x480`, `12345` bytes, `12345 75s`, or why it cannot be used, with the line: `svg-script 3`.
fn media(path: &str, what: &str) -> Result<Media, String> {
    let (first, rest) = what.split_once(' ').unwrap_or((what, ""));
    let ending = path.rsplit('.').next().unwrap_or("").to_lowercase();
    let kind = MediaKind::of_extension(&ending);
    let seconds = rest.strip_suffix('s').and_then(|seconds| seconds.parse().ok());
    let sides = first.split_once('x').and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)));
    let content = match (kind, sides) {
        (Some(MediaKind::Picture), Some((width, height))) if ending == "svg" => Content::Drawing { width, height },
        (Some(MediaKind::Picture), Some((width, height))) => {
            Content::Picture(Picture { width, height, ending: if ending == "png" { "png" } else { "jpg" } })
        }
        (Some(MediaKind::Sound), _) if first.parse::<u64>().is_ok() => Content::Sound { ending: "mp3", seconds },
        (Some(MediaKind::Film), _) if first.parse::<u64>().is_ok() => {
            Content::Film { ending: "mp4", seconds, width: 1920, height: 1080 }
        }
        (Some(MediaKind::Picture), _) if first.parse::<u64>().is_ok() => Content::Plain,
        (Some(_), _) => {
            let why = MediaFault::WHY.into_iter().find(|why| *why == first).ok_or(format!("no fault `{first}`"))?;
            Content::Unusable(MediaFault { why, line: rest.parse().ok() })
        }
        (None, _) => Content::Plain,
    };
    Ok(Media { digest: Digest::of(what.as_bytes()), size: first.parse().unwrap_or(12_345), content })
}

fn two<'a>(text: &'a str, between: &str) -> Result<(&'a str, &'a str), String> {
    text.split_once(between).ok_or_else(|| format!("`{text}` has no `{between}`"))
}

impl Stage {
    fn take(&mut self, head: &str, body: &str) -> Result<(), String> {
        let (verb, rest) = head.split_once(' ').unwrap_or((head, ""));
        match verb {
            "bare" => self.bare = true,
            "options:" => rest.split_whitespace().try_for_each(|word| self.option(word))?,
            "delete" => drop(self.files.remove(rest).ok_or("no such file")?),
            "edit" => {
                let (path, script) = two(rest, ": s")?;
                let old = String::from_utf8_lossy(text_of(self.files.get(path).ok_or("no such file")?)).into_owned();
                self.files.insert(path.to_owned(), Source::text(substitute(&old, script)?.as_bytes()));
            }
            "bytes" => {
                let (path, hex) = two(rest, ":")?;
                let digits: Vec<u8> =
                    format!("{hex}{body}").chars().filter_map(|c| c.to_digit(16)).map(|d| d as u8).collect();
                let bytes: Vec<u8> = digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect();
                self.files.insert(path.to_owned(), Source::text(&bytes));
            }
            "repeat" => {
                let (path, what) = two(rest, ": ")?;
                let (times, unit) = two(what, " × ")?;
                let times: usize = times.parse().map_err(|_| "no count")?;
                let unit = unit.replace("\\n", "\n");
                let many: String = (0..times).map(|n| unit.replace("<>", &word(n))).collect();
                let text = if body.trim().is_empty() { many } else { body.replace("<<>>", &many) };
                self.files.insert(path.to_owned(), Source::text(text.as_bytes()));
            }
            "picture" | "media" => {
                let (path, what) = two(rest, ": ")?;
                self.files.insert(path.to_owned(), Source::Media(media(path, what)?));
            }
            "refused" => {
                let (path, why) = two(rest, ": ")?;
                let (why, detail) = why.split_once(' ').unwrap_or((why, ""));
                let why = match why {
                    "large" => Refusal::TooLarge(detail.parse().map_err(|_| "no size")?),
                    "symlink" => Refusal::Symlink,
                    "device" => Refusal::NotAFile,
                    "twin" => Refusal::Twin(detail.to_owned()),
                    "deep" => Refusal::TooDeep,
                    _ => Refusal::BadName,
                };
                self.refused.push(Refused { path: path.to_owned(), why });
            }
            _ if head == "loa.yml" || head.contains(['/', '\\']) => {
                // A blank line between a file and the next section is for the eye; YAML and Markdown do not mind it.
                self.files.insert(head.to_owned(), Source::text(body.as_bytes()));
            }
            _ => return Err(format!("no such section: {head}")),
        }
        Ok(())
    }

    fn option(&mut self, word: &str) -> Result<(), String> {
        match word.split_once('=') {
            None if word == "drafts" => self.options.drafts = true,
            None if word == "keep-going" => self.options.keep_going = true,
            None if word == "release" => self.options.release = true,
            Some(("base-url", url)) => self.options.base_url = Some(Url::new(url).map_err(|_| "no address")?),
            Some(("today", day)) => self.today = Date::parse(day).map_err(|_| "no day")?,
            _ => return Err(format!("no such option: {word}")),
        }
        Ok(())
    }

    fn snapshot(&self) -> Snapshot {
        let mut snapshot = Snapshot::of_texts([], self.today);
        let mut files = if self.bare { BTreeMap::new() } else { self.fillers() };
        files.extend(self.files.clone());
        for (name, source) in files {
            match SitePath::new(&name) {
                Ok(path) => drop(snapshot.files.insert(path, source)),
                Err(_) => snapshot.refused.push(Refused { path: name, why: Refusal::BadName }),
            }
        }
        snapshot.refused.extend(self.refused.clone());
        snapshot.options = self.options.clone();
        snapshot
    }

    /// What every site needs and this scenario is not about.
    fn fillers(&self) -> BTreeMap<String, Source> {
        let settings = self.files.get("loa.yml").map_or(&b""[..], text_of);
        let settings = String::from_utf8_lossy(settings).into_owned();
        let listed = settings.lines().find_map(|line| line.strip_prefix("languages: ["));
        let source = listed.and_then(|list| list.split([',', ']']).next()).unwrap_or("vi").trim();
        let mut fillers = BTreeMap::from([
            ("loa.yml".to_owned(), Source::text(b"title: Trang\n")),
            (format!("content/{source}.md"), Source::text("---\ntitle: Trang chủ\n---\n".as_bytes())),
        ]);
        let texts = || self.files.keys().filter(|path| path.ends_with(".md"));
        for path in texts() {
            let above: Vec<&str> = path.match_indices('/').filter_map(|(at, _)| path.get(..at)).collect();
            for folder in above.iter().skip(1).rev().skip(1) {
                let own = |text: &&String| text.rsplit_once('/').is_some_and(|(holder, _)| holder == *folder);
                if !texts().any(|text| own(&text)) {
                    let name = folder.rsplit('/').next().unwrap_or(folder);
                    let kind =
                        SECTIONS.iter().find(|(section, _)| *section == name).map_or("article", |(_, kind)| kind);
                    let text = format!("---\ntitle: Mục {name}\nentries: {kind}\n---\n");
                    fillers.insert(format!("{folder}/{source}.md"), Source::text(text.as_bytes()));
                }
            }
        }
        fillers
    }
}

fn substitute(text: &str, script: &str) -> Result<String, String> {
    let mark = script.chars().next().ok_or("no script")?;
    let parts: Vec<String> = script.split(mark).map(|part| part.replace("\\n", "\n")).collect();
    let [_, old, new, flags] = parts.as_slice() else { return Err(format!("`s{script}` is no s/old/new/")) };
    match (text.matches(old.as_str()).count(), flags.as_str()) {
        (1, _) | (2.., "g") => Ok(text.replace(old.as_str(), new)),
        (count, _) => Err(format!("`{old}` occurs {count} times")),
    }
}

/// The n-th of words that have nothing in common.
fn word(n: usize) -> String {
    let mut number = (n as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let letters = (0..8).map(|_| {
        number ^= number >> 29;
        number = number.wrapping_mul(0xBF58_476D_1CE4_E5B9);
        char::from(b'a' + u8::try_from(number >> 59).unwrap_or(0) % 26)
    });
    letters.collect()
}
