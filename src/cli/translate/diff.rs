//! `loa translate diff`: the changed paragraphs of an original, old beside new, word by word, with the present translation.

use std::fmt::Write;

use annotate_snippets::renderer::{AnsiColor, Effects, Style};
use serde::Serialize;

use crate::translate::{self, Change, Piece, Proposal, Skeleton, Unit, carry, changed, compare};

use super::super::arguments::Pair;
use super::super::print::heading;
use super::super::{Exit, Failure, Format, Session, json};
use super::{Desk, name};
use crate::tell::{Words, visible};

/// Signs stand around what went and what came, since colours are lost in a file, in print and to a screen reader.
const OLD: (Style, &str, &str) = (AnsiColor::Red.on_default().effects(Effects::STRIKETHROUGH), "[-", "-]");
const NEW: (Style, &str, &str) = (AnsiColor::Green.on_default().effects(Effects::BOLD), "{+", "+}");

/// One changed paragraph for a program.
#[derive(Serialize)]
struct Line<'a> {
    key: &'a str,
    change: &'static str,
    old: Option<&'a str>,
    new: Option<&'a str>,
    translation: Option<&'a str>,
}

/// Shows what a translator has to look at.
pub fn run(session: &mut Session<'_>, asked: &Pair) -> Exit {
    let desk = Desk::open(session, None)?;
    let (entry, language) = desk.pair(&asked.entry, &asked.lang)?;
    let args: [(&str, &dyn std::fmt::Display); 3] =
        [("entry", &name(entry)), ("lang", &language.tag), ("name", &language.called())];
    let Some(translation) = desk.translation(entry, &language.tag) else {
        let refused = Failure::usage("usage-no-translation", "lang", &language.tag).with("entry", Some(name(entry)));
        return Err(refused.with("name", Some(language.called())));
    };
    let Some(new) = desk.original(entry) else { return Ok(1) };
    let Some(old) = desk.original_of(entry, &language.tag) else {
        let has_mark = entry.texts.get(&language.tag).is_some_and(|text| text.facts.has("translated_from"));
        let text = session.words.say(if has_mark { "diff-no-record" } else { "diff-no-mark" }, &args);
        session.tell(&text)?;
        return Ok(1);
    };
    let changes = compare(old.units(), new.units());
    let present =
        Present { now: carry(&new, Some(&old), Some(&translation)), gone: carry(&old, Some(&old), Some(&translation)) };
    let text = match session.format {
        Format::Json => lines(&old, &new, &present, &changes),
        Format::Human if changed(&changes) == 0 => session.words.say("diff-nothing", &args),
        Format::Human => {
            let count = session.words.say("diff-count", &[("count", &changed(&changes)), args[0], args[2]]);
            format!("{}\n\n{}", heading(&count), self::changes(session.words, &old, &new, Some(&present), &changes))
        }
    };
    session.answer(&text)?;
    Ok(0)
}

/// What the present translation says.
pub struct Present {
    /// For each unit of today's original.
    now: Vec<Proposal>,
    /// For each unit of the original that it was made from: what is gone there stands in the translation still.
    gone: Vec<Proposal>,
}

impl Present {
    fn of(&self, change: &Change) -> Option<&str> {
        let proposal = match change {
            Change::Same { new, .. }
            | Change::Edited { new, .. }
            | Change::Moved { new, .. }
            | Change::Added { new } => self.now.get(*new),
            Change::Removed { old } => self.gone.get(*old),
        };
        proposal.and_then(|proposal| proposal.text.as_deref())
    }
}

fn lines(old: &Skeleton, new: &Skeleton, present: &Present, changes: &[Change]) -> String {
    let was = |at: &usize| old.units().get(*at);
    let is = |at: &usize| new.units().get(*at);
    let text = |unit: Option<&Unit>| -> Option<String> { unit.map(|unit| unit.text.clone()) };
    let mut out = String::new();
    for change in changes {
        let (kind, before, after) = match change {
            Change::Same { .. } => continue,
            Change::Edited { old, new } => ("edited", was(old), is(new)),
            Change::Moved { old, new } => ("moved", was(old), is(new)),
            Change::Added { new } => ("added", None, is(new)),
            Change::Removed { old } => ("removed", was(old), None),
        };
        let Some(unit) = after.or(before) else { continue };
        let translation = present.of(change);
        let (old, new) = (text(before), text(after));
        let line = Line { key: &unit.key, change: kind, old: old.as_deref(), new: new.as_deref(), translation };
        out.push_str(&json::line(&line));
    }
    out
}

/// The changed paragraphs, each with what it was and what it is; what stayed is not shown.
pub fn changes(words: &Words, old: &Skeleton, new: &Skeleton, present: Option<&Present>, changes: &[Change]) -> String {
    let was = |at: &usize| old.units().get(*at).map_or("", |unit| unit.text.as_str());
    let is = |at: &usize| new.units().get(*at).map_or("", |unit| unit.text.as_str());
    let mut out = String::new();
    for change in changes {
        let (id, at) = match change {
            Change::Same { .. } => continue,
            Change::Edited { new, .. } => ("diff-edited", Some(*new)),
            Change::Moved { new, .. } => ("diff-moved", Some(*new)),
            Change::Added { new } => ("diff-added", Some(*new)),
            Change::Removed { .. } => ("diff-removed", None),
        };
        let place = at.map_or(String::new(), |at| place(words, new, at));
        // Writing to a `String` cannot fail.
        let _ = writeln!(out, "{}", heading(&format!("{}{place}", words.say(id, &[]))));
        match change {
            Change::Edited { old, new } => {
                let (before, after) = both(was(old), is(new));
                passage(&mut out, words, "diff-old", &before);
                passage(&mut out, words, "diff-new", &after);
            }
            Change::Moved { new, .. } => passage(&mut out, words, "diff-text", &safe(is(new))),
            Change::Added { new } => passage(&mut out, words, "diff-new", &marked(NEW, is(new))),
            Change::Removed { old } => passage(&mut out, words, "diff-old", &marked(OLD, was(old))),
            Change::Same { .. } => {}
        }
        if let Some(text) = present.and_then(|present| present.of(change)) {
            passage(&mut out, words, "diff-translation", &safe(text));
        }
        out.push('\n');
    }
    out
}

/// Where a unit stands among the others, as a translator counts.
fn place(words: &Words, new: &Skeleton, at: usize) -> String {
    let count = new.units().len();
    format!(", {}", words.say("diff-place", &[("number", &(at + 1)), ("count", &count)]))
}

/// An edited text twice: as it was with what went, and as it is with what came.
fn both(was: &str, is: &str) -> (String, String) {
    let (mut before, mut after) = (Side::new(OLD), Side::new(NEW));
    for piece in translate::words(was, is) {
        match piece {
            Piece::Same(text) => {
                before.keep(text);
                after.keep(text);
            }
            Piece::Old(text) => before.mark(text),
            Piece::New(text) => after.mark(text),
        }
    }
    (before.end(), after.end())
}

/// One side of an edited text. A blank between two words that changed is marked with them.
struct Side {
    sign: (Style, &'static str, &'static str),
    out: String,
    run: String,
    blank: String,
}

impl Side {
    fn new(sign: (Style, &'static str, &'static str)) -> Side {
        Side { sign, out: String::new(), run: String::new(), blank: String::new() }
    }

    fn mark(&mut self, text: &str) {
        self.run.push_str(&std::mem::take(&mut self.blank));
        self.run.push_str(text);
    }

    fn keep(&mut self, text: &str) {
        if !self.run.is_empty() && text.trim().is_empty() {
            self.blank.push_str(text);
            return;
        }
        self.close();
        self.out.push_str(&safe(text));
    }

    fn close(&mut self) {
        self.out.push_str(&marked(self.sign, &std::mem::take(&mut self.run)));
        self.out.push_str(&safe(&std::mem::take(&mut self.blank)));
    }

    fn end(mut self) -> String {
        self.close();
        self.out
    }
}

fn marked((style, open, close): (Style, &str, &str), text: &str) -> String {
    // A blank at the end stays outside of the signs, so that lines break where they would.
    let words = text.trim_end();
    if words.is_empty() {
        return safe(text);
    }
    format!("{style}{open}{}{close}{style:#}{}", safe(words), safe(text.get(words.len()..).unwrap_or("")))
}

fn safe(text: &str) -> String {
    text.lines().map(visible).collect::<Vec<_>>().join("\n")
}

fn passage(out: &mut String, words: &Words, id: &str, text: &str) {
    let name = words.say(id, &[]);
    let indent = name.chars().count() + 4;
    for (n, line) in text.lines().enumerate() {
        let _ = if n == 0 { writeln!(out, "  {name}: {line}") } else { writeln!(out, "{:indent$}{line}", "") };
    }
}
