//! `loa new`: an entry from the commented example of its kind. What is missing is asked in the reader's language; nothing
//! is ever written over.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::base::text::{nearest, slug, suggest_slug};
use crate::base::{Date, SitePath, Span};
use crate::disk;
use crate::kinds::{self, Kind};
use crate::model::{Config, Mapping};
use crate::parse::{config, source_text};
use crate::schema;
use crate::site::is_reserved;

use super::arguments::{Format, New};
use super::{Exit, Failure, Session, json, language, start};
use crate::tell::visible;

/// Days until a warning is read again; its `review_by` is written when the file is made.
const REVIEW_AFTER_DAYS: i64 = 180;

/// What an entry is to become.
struct Wish {
    kind: &'static Kind,
    title: String,
    /// The parts of its folder below `content/`.
    parts: Vec<String>,
}

/// Starts a site where there is none; otherwise, or if an entry was named too, makes the entry.
pub fn run(session: &mut Session<'_>, asked: New) -> Exit {
    if asked.kind.as_deref().is_some_and(language::is_meant) {
        return language::run(session, asked.path.as_deref());
    }
    let settings = session.site.join(SitePath::settings().as_str());
    let bytes = read(&settings)?;
    let is_new = bytes.is_none();
    if is_new {
        start::site(session)?;
        if asked.kind.is_none() && asked.path.is_none() {
            return Ok(0);
        }
    }
    let bytes = if is_new { read(&settings)? } else { bytes };
    // Whatever is wrong with the settings is told by `check`; here the source language is enough.
    let (config, _) = config(bytes.as_deref());
    let wish = wish(session, &config, asked)?;
    entry(session, &config, &wish)?;
    Ok(0)
}

/// The bytes of a file, if it is there.
pub fn read(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if is_absence(&error) => Ok(None),
        Err(source) => Err(Failure::Machine(disk::Error::Io { op: "read", path: path.to_owned(), source })),
    }
}

fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// Puts together what was typed and what has to be asked.
fn wish(session: &mut Session<'_>, config: &Config, asked: New) -> Result<Wish, Failure> {
    if (asked.kind.is_none() || asked.path.is_none()) && !session.streams.is_attended {
        return Err(Failure::usage("usage-new-asks", "word", ""));
    }
    let kind = match asked.kind {
        Some(word) => kind_of(&word).ok_or_else(|| unknown_kind(&word))?,
        None => ask_kind(session)?,
    };
    let Some(typed) = asked.path else {
        let title = ask_title(session)?;
        let parts = ask_path(session, config, kind, &title)?;
        return Ok(Wish { kind, title, parts });
    };
    let parts = parts_of(&typed, config);
    let title = title_of(parts.last().map_or("", String::as_str));
    let parts = settle(session, parts, &typed)?;
    Ok(Wish { kind, title, parts })
}

/// The kind of this name; what people call it in Vietnamese counts too.
fn kind_of(word: &str) -> Option<&'static Kind> {
    let key = word.trim().to_lowercase();
    let known = |kind: &&Kind| kind.name == key || kind.names.contains(&key.as_str());
    kinds::ALL.iter().copied().find(known)
}

fn unknown_kind(word: &str) -> Failure {
    let by_name = kinds::ALL.iter().find(|kind| kind.names.iter().any(|name| nearest(word, [*name]).is_some()));
    let right = nearest(word, kinds::NAMES.iter().copied()).or(by_name.map(|kind| kind.name));
    let known = right.is_none().then(|| kinds::NAMES.join(", "));
    Failure::usage("usage-unknown-kind", "word", word).with("right", right).with("known", known)
}

fn ask_kind(session: &mut Session<'_>) -> Result<&'static Kind, Failure> {
    let words = session.words;
    let line =
        |(n, kind): (usize, &&Kind)| format!("  {}  {}\n", n + 1, words.say(&format!("kind-{}", kind.name), &[]));
    let list: String = kinds::ALL.iter().enumerate().map(line).collect();
    let question = format!("{list}{}", words.say("new-ask-kind", &[]));
    loop {
        let answer = answer(session, &question)?;
        let by_number = answer.parse().ok().and_then(|n: usize| kinds::ALL.get(n.checked_sub(1)?).copied());
        match by_number.or_else(|| kind_of(&answer)) {
            Some(kind) => return Ok(kind),
            None => again(session, &answer)?,
        }
    }
}

fn ask_title(session: &mut Session<'_>) -> Result<String, Failure> {
    let question = session.words.say("new-ask-title", &[]);
    loop {
        let title = answer(session, &question)?;
        if !title.is_empty() {
            return Ok(title);
        }
    }
}

fn ask_path(session: &mut Session<'_>, config: &Config, kind: &Kind, title: &str) -> Result<Vec<String>, Failure> {
    let section = section_for(session, config, kind)?;
    let suggestion = suggest_slug(title).ok().map(|slug| format!("{section}/{slug}"));
    let question = match &suggestion {
        Some(path) => session.words.say("new-ask-path", &[("path", path)]),
        None => session.words.say("new-ask-path-free", &[]),
    };
    loop {
        let typed = answer(session, &question)?;
        let path = if typed.is_empty() { suggestion.clone().unwrap_or_default() } else { typed };
        match settle(session, parts_of(&path, config), &path) {
            Err(Failure::Usage { .. }) => again(session, &path)?,
            other => return other,
        }
    }
}

/// An answer; a reader who went away ends the command like one who typed too little.
fn answer(session: &mut Session<'_>, question: &str) -> Result<String, Failure> {
    session.ask(question)?.ok_or_else(|| Failure::usage("usage-new-asks", "word", ""))
}

fn again(session: &mut Session<'_>, word: &str) -> Result<(), Failure> {
    let text = session.words.say("new-again", &[("word", &word)]);
    Ok(session.tell(&text)?)
}

/// Whether a question was answered with yes, `c` for "có". An empty answer is what the question says it is.
pub fn agrees(answer: Option<&str>, if_empty: bool) -> bool {
    match answer.map(str::to_lowercase).as_deref() {
        Some("") => if_empty,
        Some(word) => matches!(word, "c" | "có" | "co" | "y" | "yes"),
        None => false,
    }
}

/// The parts of a path as people write it: with `content/` before it, with backslashes, with the file at its end.
pub fn parts_of(typed: &str, config: &Config) -> Vec<String> {
    let typed = typed.trim().replace('\\', "/");
    let mut parts: Vec<&str> = typed.split('/').map(str::trim).filter(|part| !matches!(*part, "" | ".")).collect();
    if parts.first() == Some(&"content") {
        parts.remove(0);
    }
    let is_file = |part: &&str| config.languages.iter().any(|lang| part.eq_ignore_ascii_case(&format!("{lang}.md")));
    if parts.last().is_some_and(is_file) {
        parts.pop();
    }
    parts.into_iter().map(str::to_owned).collect()
}

/// A title to begin with: the typed words, or the words that a slug is made of.
fn title_of(part: &str) -> String {
    if !slug(part) {
        return part.to_owned();
    }
    let words = part.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// The parts as they can stand in an address; a suggestion is offered, never taken unasked.
fn settle(session: &mut Session<'_>, parts: Vec<String>, typed: &str) -> Result<Vec<String>, Failure> {
    if let Some(reserved) = parts.iter().find(|part| is_reserved(part)) {
        return Err(Failure::usage("usage-new-reserved", "word", reserved));
    }
    if !parts.is_empty() && parts.iter().all(|part| slug(part)) {
        return Ok(parts);
    }
    let refused = Failure::usage("usage-new-path", "word", typed);
    let Ok(right) = parts.iter().map(|part| suggest_slug(part)).collect::<Result<Vec<String>, _>>() else {
        return Err(refused);
    };
    if right.is_empty() || right.iter().any(|part| is_reserved(part)) {
        return Err(refused);
    }
    let path = right.join("/");
    if session.streams.is_attended {
        let question = session.words.say("new-ask-slug", &[("path", &path)]);
        if agrees(session.ask(&question)?.as_deref(), true) {
            return Ok(right);
        }
    }
    Err(refused.with("right", Some(path)))
}

/// Makes the entry, with the sections above it that are missing.
fn entry(session: &mut Session<'_>, config: &Config, wish: &Wish) -> Result<(), Failure> {
    let today = session.today(None)?;
    let folder = format!("content/{}", wish.parts.join("/"));
    if let Some(path) = texts_in(&session.site.join(&folder))?.first() {
        return Err(Failure::Machine(disk::Error::Exists { path: path.clone() }));
    }
    let mut usual = kinds::DEFAULT.name.to_owned();
    let mut missing = Vec::new();
    let mut above = "content".to_owned();
    for part in wish.parts.iter().take(wish.parts.len().saturating_sub(1)) {
        above = format!("{above}/{part}");
        match holds(session, &above)? {
            Holds::Entries(kind) => usual = kind,
            Holds::Itself => return Err(Failure::usage("usage-new-inside-entry", "folder", above)),
            Holds::Nothing => {
                usual = wish.kind.name.to_owned();
                missing.push((above.clone(), part));
            }
        }
    }
    let text = filled(wish.kind.example, today, &wish.title, (usual != wish.kind.name).then_some(wish.kind.name));
    for (folder, part) in missing {
        let title = section_title(part, wish.kind);
        let kind = wish.kind.name;
        made(session, config, &folder, &format!("---\ntitle: \"{}\"\nentries: {kind}\n---\n", quoted(&title)))?;
        say(session, "new-section", &[("title", &title)])?;
    }
    made(session, config, &folder, &text)?;
    // A title that was made of the folder's name has no marks.
    if wish.parts.last().is_some_and(|part| title_of(part) == wish.title) {
        say(session, "new-title", &[("title", &wish.title)])?;
    }
    if usual != wish.kind.name && wish.parts.len() > 1 {
        say(session, "new-kind-differs", &[("usual", &usual), ("kind", &wish.kind.name)])?;
    }
    if text.contains("<hotline:111>") {
        number(session, config, today)?;
    }
    say(session, "new-next-entry", &[])
}

/// What a folder is.
enum Holds {
    /// A section, with the kind that its entries have.
    Entries(String),
    /// An entry.
    Itself,
    /// Nothing with a text in it.
    Nothing,
}

fn holds(session: &Session<'_>, folder: &str) -> Result<Holds, Failure> {
    let texts = texts_in(&session.site.join(folder))?;
    if texts.is_empty() {
        return Ok(Holds::Nothing);
    }
    for path in texts {
        let source = source_text(&read(&path)?.unwrap_or_default());
        if let Some(kind) = front(&source).get("entries").and_then(|node| node.value.as_text()) {
            return Ok(Holds::Entries(kind.to_owned()));
        }
    }
    Ok(Holds::Itself)
}

/// The content files in a folder, by name.
fn texts_in(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let fault = |source| Failure::Machine(disk::Error::Io { op: "list", path: folder.to_owned(), source });
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if is_absence(&error) => return Ok(Vec::new()),
        Err(error) => return Err(fault(error)),
    };
    let mut texts = Vec::new();
    for entry in entries {
        let path = entry.map_err(fault)?.path();
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md")) {
            texts.push(path);
        }
    }
    texts.sort();
    Ok(texts)
}

/// The front matter of a text, as far as it can be read.
fn front(source: &str) -> Mapping {
    let body = source.strip_prefix("---").and_then(|rest| rest.find("\n---"));
    let range: Span = body.map_or(0..0, |end| 3..end + 3);
    schema::mapping(&SitePath::settings(), source, range).0
}

/// The folder of the section that usually holds this kind; the name of the kind if there is none.
fn section_for(session: &Session<'_>, config: &Config, kind: &Kind) -> Result<String, Failure> {
    let mut folders: Vec<String> = config.nav.iter().map(|(name, _)| name.clone()).collect();
    folders.extend(subfolders(&session.site.join("content"))?);
    for folder in folders {
        if let Holds::Entries(usual) = holds(session, &format!("content/{folder}"))?
            && usual == kind.name
        {
            return Ok(folder);
        }
    }
    let name = kind.names.first().copied().unwrap_or(kind.name);
    Ok(suggest_slug(name).unwrap_or_else(|_| kind.name.to_owned()))
}

/// The names of the folders in a folder, sorted.
pub fn subfolders(folder: &Path) -> Result<Vec<String>, Failure> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if is_absence(&error) => return Ok(Vec::new()),
        Err(source) => return Err(Failure::Machine(disk::Error::Io { op: "list", path: folder.to_owned(), source })),
    };
    // What cannot be looked at is only missing from a suggestion.
    let folders = entries.filter_map(|entry| entry.ok().filter(|entry| entry.path().is_dir()));
    let mut names: Vec<String> = folders.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    Ok(names)
}

/// A plain title for a section that was not there.
fn section_title(part: &str, kind: &Kind) -> String {
    let name = kind.names.iter().find(|name| suggest_slug(name).is_ok_and(|slug| slug == part));
    title_of(name.copied().unwrap_or(part)).chars().enumerate().flat_map(capital).collect()
}

fn capital((n, c): (usize, char)) -> Vec<char> {
    if n == 0 { c.to_uppercase().collect() } else { vec![c] }
}

/// An example with its day and title; `kind` is written where the section does not say it.
pub fn filled(example: &str, today: Date, title: &str, kind: Option<&str>) -> String {
    let epoch = Date::from_unix_days(0).unwrap_or(today);
    let later = Date::from_unix_days(epoch.days_until(today) + REVIEW_AFTER_DAYS).unwrap_or(today);
    let text =
        example.replace("review_by: {date}", &format!("review_by: {later}")).replace("{date}", &today.to_string());
    let title = format!("title: \"{}\"\n", quoted(title));
    let kind = kind.map_or(String::new(), |kind| format!("kind: {kind}\n"));
    text.replacen("title: \"{title}\"\n", &format!("{title}{kind}"), 1)
}

/// A text as it stands between double quotes in YAML.
pub fn quoted(text: &str) -> String {
    visible(text).replace('\\', "\\\\").replace('"', "\\\"")
}

/// The examples lead their readers to 111, so a site that has no record of it gets the one that was verified.
fn number(session: &mut Session<'_>, config: &Config, today: Date) -> Result<(), Failure> {
    let content = session.site.join("content");
    for section in subfolders(&content)? {
        if subfolders(&content.join(&section))?.iter().any(|folder| folder == "111") {
            return Ok(());
        }
    }
    let kind = kinds::named("hotline").unwrap_or(kinds::DEFAULT);
    let section = section_for(session, config, kind)?;
    if matches!(holds(session, &format!("content/{section}"))?, Holds::Nothing) {
        made(session, config, &format!("content/{section}"), &filled(start::NUMBERS, today, "", None))?;
    }
    made(session, config, &format!("content/{section}/111"), &filled(start::NUMBER, today, "", None))?;
    say(session, "new-number", &[])
}

/// Writes the text of a folder in the source language, and says so.
fn made(session: &mut Session<'_>, config: &Config, folder: &str, text: &str) -> Result<(), Failure> {
    let language = config.languages.first().map_or("vi", |lang| lang.as_str());
    write(session, &format!("{folder}/{language}.md"), text)?;
    if session.format == Format::Human {
        say(session, "new-made", &[("path", &format!("{folder}/{language}.md"))])?;
    }
    Ok(())
}

/// Writes one new file of the site; for programs its path is the answer.
pub fn write(session: &mut Session<'_>, path: &str, text: &str) -> Result<(), Failure> {
    #[derive(serde::Serialize)]
    struct Created<'a> {
        created: &'a str,
    }
    let place = path.split('/').fold(session.site.clone(), |folder, part| folder.join(part));
    disk::create_new(&place, text.as_bytes())?;
    if session.format == Format::Json {
        mention(session, &json::line(&Created { created: path }))?;
    }
    Ok(())
}

/// Says what was done, to people.
pub fn say(session: &mut Session<'_>, id: &str, args: &[(&str, &dyn std::fmt::Display)]) -> Result<(), Failure> {
    if session.format == Format::Human {
        let text = session.words.say(id, args);
        mention(session, &text)?;
    }
    Ok(())
}

/// Gives an answer on the way. That nobody reads it any more must not leave a site half made.
fn mention(session: &mut Session<'_>, text: &str) -> Result<(), Failure> {
    match session.answer(text) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
