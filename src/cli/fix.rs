//! `loa fix ENTRY --encoding`: text in an old encoding, shown before and after, rewritten once somebody has said yes. Only
//! the runs themselves change; all other bytes of the file stay, and the old file is kept under `.loa/undo/`.

use std::fs;

use serde::Serialize;

use crate::base::text::{self, Customs, Decoded, MARK, Run, decode, find_legacy, from_windows_1258, nearest};
use crate::base::{Lang, SitePath};
use crate::disk::{self, Reading};
use crate::i18n;
use crate::model::{Config, Language, Options, Snapshot};
use crate::parse::config;

use super::arguments::{Fix, Format};
use super::new::{agrees, parts_of, say};
use super::{Exit, Failure, Session, json};
use crate::tell::Text;

/// Lines of a file that are shown when all of it is to change.
const SHOWN_LINES: usize = 8;

/// What could be rewritten in one file.
struct Offer {
    path: SitePath,
    bytes: Vec<u8>,
    what: What,
}

enum What {
    /// Runs in a sound text, which is given as it was read.
    Runs { text: String, runs: Vec<Run> },
    /// The whole file, which is none in UTF-8.
    Whole { text: String },
}

/// One place before and after, for programs.
#[derive(Serialize)]
struct Shown<'a> {
    path: &'a str,
    line: usize,
    encoding: &'a str,
    sure: bool,
    before: &'a str,
    after: &'a str,
}

/// Looks through the texts of an entry and asks about each.
pub fn run(session: &mut Session<'_>, asked: &Fix) -> Exit {
    let today = session.today(None)?;
    let reading = disk::read(&session.site, today, Options::default())?;
    let snapshot = &reading.snapshot;
    // Whatever is wrong with the settings is told by `check`.
    let (config, _) = config(snapshot.text(&SitePath::settings()));
    let (languages, _) = i18n::languages(snapshot, &config);
    let texts = texts(snapshot, &config, &asked.entry)?;
    let offers: Vec<Offer> = texts.into_iter().filter_map(|path| offer(snapshot, path, &languages)).collect();
    if offers.is_empty() {
        say(session, "fix-nothing", &[])?;
        return Ok(0);
    }
    let mut done = 0;
    for offer in &offers {
        done += usize::from(settle(session, &reading, offer)?);
    }
    if !session.streams.is_attended {
        return Err(Failure::usage("usage-fix-asks", "word", &asked.entry));
    }
    if done > 0 {
        say(session, "fix-next", &[])?;
    }
    Ok(0)
}

/// The texts in the folder of an entry, which is named as for `loa new`; `.` is the home page.
fn texts(snapshot: &Snapshot, config: &Config, typed: &str) -> Result<Vec<SitePath>, Failure> {
    let wanted = parts_of(typed, config).join("/");
    let mut folders: Vec<&str> = Vec::new();
    let mut texts = Vec::new();
    for (rest, path, _) in snapshot.below("content").filter(|(_, path, _)| path.extension() == "md") {
        let folder = rest.rsplit_once('/').map_or("", |(folder, _)| folder);
        folders.push(folder);
        if folder == wanted && !typed.trim().is_empty() {
            texts.push(path.clone());
        }
    }
    if texts.is_empty() {
        let right = nearest(&wanted, folders.into_iter().filter(|folder| !folder.is_empty()));
        return Err(Failure::usage("usage-unknown-entry", "word", typed).with("right", right));
    }
    Ok(texts)
}

/// What could be rewritten in a text, if anything.
fn offer(snapshot: &Snapshot, path: SitePath, languages: &[Language]) -> Option<Offer> {
    let bytes = snapshot.text(&path)?.to_owned();
    let what = match decode(&bytes) {
        Decoded::Text(text) => {
            let tag = Lang::new(path.stem()).ok();
            let language = languages.iter().find(|language| Some(&language.tag) == tag.as_ref());
            let customs = language.map_or(Customs::VIETNAMESE, Language::customs);
            let runs =
                if customs.has_vietnamese_letters { find_legacy(&text, customs.is_vietnamese) } else { Vec::new() };
            (!runs.is_empty()).then_some(What::Runs { text, runs })?
        }
        Decoded::NotUtf8 { .. } => What::Whole { text: from_windows_1258(&bytes)? },
        Decoded::Utf16 | Decoded::Binary => return None,
    };
    Some(Offer { path, bytes, what })
}

/// Shows an offer, asks, and rewrites what was agreed to. Says whether that was anything.
fn settle(session: &mut Session<'_>, reading: &Reading, offer: &Offer) -> Result<bool, Failure> {
    say(session, "fix-file", &[("path", &offer.path)])?;
    let bytes = match &offer.what {
        What::Runs { text, runs } => {
            let agreed = agreed(session, &offer.path, text, runs)?;
            if agreed.is_empty() { None } else { rewritten(&offer.bytes, text, &agreed) }
        }
        What::Whole { text } => {
            whole(session, offer, text)?;
            asks(session, "fix-ask-whole", &[("path", &offer.path)])?.then(|| text.clone().into_bytes())
        }
    };
    let Some(bytes) = bytes else {
        if session.streams.is_attended {
            say(session, "fix-left", &[("path", &offer.path)])?;
        }
        return Ok(false);
    };
    write(session, reading, offer, &bytes)?;
    Ok(true)
}

/// The runs that may be rewritten. The sure ones are asked about together, each of the others on its own.
fn agreed(session: &mut Session<'_>, path: &SitePath, text: &str, runs: &[Run]) -> Result<Vec<Run>, Failure> {
    let places = Text::new(text.to_owned());
    let (sure, questions): (Vec<&Run>, Vec<&Run>) = runs.iter().partition(|run| run.is_sure);
    let mut agreed: Vec<Run> = Vec::new();
    for run in &sure {
        show(session, path, &places, text, run)?;
    }
    if sure.iter().any(|run| run.may_be_capitals) {
        say(session, "fix-capitals", &[])?;
    }
    if !sure.is_empty() && asks(session, "fix-ask", &[("count", &sure.len()), ("path", path)])? {
        agreed.extend(sure.into_iter().cloned());
    }
    for run in questions {
        show(session, path, &places, text, run)?;
        if asks(session, "fix-ask-one", &[])? {
            agreed.push(run.clone());
        }
    }
    agreed.sort_by_key(|run| run.range.start);
    Ok(agreed)
}

fn show(session: &mut Session<'_>, path: &SitePath, places: &Text, text: &str, run: &Run) -> Result<(), Failure> {
    let line = places.position(&run.range).line;
    let before = text.get(run.range.clone()).unwrap_or("");
    let shown = Shown {
        path: path.as_str(),
        line,
        encoding: run.encoding.name(),
        sure: run.is_sure,
        before,
        after: &run.repaired,
    };
    mention(session, &shown)
}

/// The first lines that would change, side by side.
fn whole(session: &mut Session<'_>, offer: &Offer, text: &str) -> Result<(), Failure> {
    let old = String::from_utf8_lossy(&offer.bytes);
    let lines = old.lines().zip(text.lines()).enumerate().filter(|(_, (before, after))| before != after);
    let path = offer.path.as_str();
    let mut more = 0;
    for (shown, (n, (before, after))) in lines.enumerate() {
        if shown < SHOWN_LINES {
            mention(session, &Shown { path, line: n + 1, encoding: "windows-1258", sure: true, before, after })?;
        } else {
            more += 1;
        }
    }
    if more > 0 {
        say(session, "fix-more", &[("count", &more)])?;
    }
    Ok(())
}

fn mention(session: &mut Session<'_>, shown: &Shown<'_>) -> Result<(), Failure> {
    if session.format == Format::Json {
        return Ok(session.answer(&json::line(shown))?);
    }
    say(session, "fix-place", &[("line", &shown.line), ("encoding", &shown.encoding)])?;
    say(session, "fix-before", &[("text", &shown.before)])?;
    say(session, "fix-after", &[("text", &shown.after)])
}

/// Whether somebody is there and says yes.
fn asks(session: &mut Session<'_>, id: &str, args: &[(&str, &dyn std::fmt::Display)]) -> Result<bool, Failure> {
    if !session.streams.is_attended {
        return Ok(false);
    }
    let question = session.words.say(id, args);
    Ok(agrees(session.ask(&question)?.as_deref(), false))
}

/// The bytes of a file with these runs as they were meant, and everything else as it is: its mark, its line ends, and
/// letters that are not in NFC. None if the text is not that of the bytes.
fn rewritten(bytes: &[u8], text: &str, runs: &[Run]) -> Option<Vec<u8>> {
    let (mark, body) = match bytes.strip_prefix(MARK) {
        Some(body) => (MARK, body),
        None => (&[][..], bytes),
    };
    let mut out = mark.to_owned();
    let mut rest = std::str::from_utf8(body).ok()?;
    let (mut start, mut runs) = (0, runs.iter().peekable());
    for read in text.split('\n') {
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let (line, after) = rest.split_at_checked(length)?;
        let end = if after.starts_with("\r\n") { 2 } else { after.len().min(1) };
        let mut own: Vec<Run> = Vec::new();
        while let Some(run) = runs.next_if(|run| run.range.start < start + read.len()) {
            own.push(Run { range: run.range.start - start..run.range.end - start, ..run.clone() });
        }
        // A line with a run and with letters that are not in NFC is given back in NFC, as it was shown.
        out.extend(if own.is_empty() { line.to_owned() } else { text::repair(read, &own) }.into_bytes());
        out.extend_from_slice(after.get(..end)?.as_bytes());
        rest = after.get(end..)?;
        start += read.len() + 1;
    }
    (rest.is_empty() && runs.peek().is_none()).then_some(out)
}

fn write(session: &mut Session<'_>, reading: &Reading, offer: &Offer, bytes: &[u8]) -> Result<(), Failure> {
    #[derive(Serialize)]
    struct Rewritten<'a> {
        rewritten: &'a str,
        kept: Option<&'a str>,
    }
    // While the question was thought about, the file may have been edited.
    if let Some(origin) = reading.origins.0.get(&offer.path) {
        let fault = |source| Failure::Machine(disk::Error::Io { op: "read", path: origin.clone(), source });
        if fs::read(origin).map_err(fault)? != offer.bytes {
            return Err(Failure::Machine(disk::Error::Changed { path: origin.clone() }));
        }
    }
    let kept = disk::rewrite(&session.site, &offer.path, bytes)?.old;
    if session.format == Format::Json {
        let kept = kept.as_ref().map(SitePath::as_str);
        return Ok(session.answer(&json::line(&Rewritten { rewritten: offer.path.as_str(), kept }))?);
    }
    match kept {
        Some(kept) => say(session, "fix-done", &[("path", &offer.path), ("kept", &kept)]),
        None => Ok(()),
    }
}
