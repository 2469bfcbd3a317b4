//! `loa translate accept`: somebody has read a translation beside today's original, and it fits. With `--minor`, the edit
//! of the original changed no meaning, so that all its translations fit as they are.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Lang;
use crate::base::text::{digit, passage};
use crate::disk;
use crate::model::{Language, ReviewRule};
use crate::site::{Entry, Text, translation_digest};
use crate::translate::{Change, Skeleton, Unit, UnitKind, changed, compare};

use super::super::arguments::Accept;
use super::super::new::{agrees, quoted, say};
use super::super::{Exit, Failure, Format, Session};
use super::head::with;
use super::{Desk, diff, keep_record, name};

/// Words of an untouched paragraph that are shown.
const SHOWN: usize = 12;

/// Untouched paragraphs that are named; who left so many knows the rest.
const NAMED: usize = 5;

/// Takes translations as fitting today's original.
pub fn run(session: &mut Session<'_>, asked: &Accept) -> Exit {
    let desk = Desk::open(session, None)?;
    match (&asked.lang, asked.minor) {
        (Some(lang), false) => one(session, &desk, &asked.entry, lang),
        (None, true) => minor(session, &desk, desk.entry(&asked.entry)?),
        // `--minor` is said of the original, so it holds for all languages or for none.
        (Some(lang), true) => Err(Failure::usage("usage-minor-lang", "word", lang)),
        (None, false) => Err(Failure::usage("usage-missing-pair", "argument", "<LANG>")),
    }
}

fn one(session: &mut Session<'_>, desk: &Desk, entry: &str, lang: &str) -> Exit {
    let (entry, language) = desk.pair(entry, lang)?;
    let Some(text) = entry.texts.get(&language.tag) else {
        let args = Some(name(entry));
        return Err(Failure::usage("usage-no-translation", "lang", &language.tag)
            .with("entry", args)
            .with("name", Some(language.called())));
    };
    let file = &text.summary.file;
    let Some(source) = entry.original_text() else { return Ok(1) };
    desk.sound(session, &[&source.summary.file, file])?;
    let (Some(original), Some(own)) = (desk.original(entry), desk.translation(entry, &language.tag)) else {
        return Ok(1);
    };
    let (left, all) = untouched(&original, &own);
    if left.len() * 2 > all {
        let named = left.iter().take(NAMED).map(|unit| format!("  {}\n", first_words(&unit.text)));
        let rest = if left.len() > NAMED { "  …\n" } else { "" };
        let text = session.words.say("accept-untouched", &[("count", &left.len()), ("name", &language.called())]);
        session.tell(&format!("{text}\n{}{rest}", named.collect::<String>()))?;
        return Ok(1);
    }
    let reviewer = match text.facts.text("reviewed_by") {
        Some(_) => None,
        None => Some(reviewer(session, entry, language)?),
    };
    let must_be_approved = desk.site()?.config.review == ReviewRule::Required || text.facts.has("status");
    let mut keys: Vec<(&str, Option<&str>)> = vec![("machine", None)];
    keys.extend(reviewer.as_deref().map(|name| ("reviewed_by", Some(name))));
    keys.extend(must_be_approved.then_some(("status", Some("approved"))));
    renew(session, desk, entry, text, &original, keys)?;
    say(session, "accept-done", &[("name", &language.called()), ("entry", &name(entry))])?;
    Ok(0)
}

/// Who has read the translation: without a name it is not published.
fn reviewer(session: &mut Session<'_>, entry: &Entry, language: &Language) -> Result<String, Failure> {
    let missing =
        || Failure::usage("usage-accept-reviewer", "name", language.called()).with("entry", Some(name(entry)));
    if !session.streams.is_attended {
        return Err(missing());
    }
    let question = session.words.say("accept-ask-reviewer", &[]);
    match session.ask(&question)? {
        Some(name) if !name.is_empty() => Ok(format!("\"{}\"", quoted(&name))),
        _ => Err(missing()),
    }
}

/// Writes the mark of today's original into a translation, and keeps that original.
fn renew(
    session: &Session<'_>,
    desk: &Desk,
    entry: &Entry,
    text: &Text,
    original: &Skeleton,
    keys: Vec<(&str, Option<&str>)>,
) -> Result<(), Failure> {
    let Some(digest) = translation_digest(entry) else { return Ok(()) };
    let file = &text.summary.file;
    let bytes = desk.survey.reading.snapshot.text(file).unwrap_or_default();
    let is_marked = text.facts.text("translated_from") == Some(digest.as_str());
    let mark = (!is_marked).then_some(("translated_from", Some(digest.as_str())));
    let all: Vec<(&str, Option<&str>)> = mark.into_iter().chain(keys).collect();
    let Some(renewed) = with(bytes, &all) else { return Ok(()) };
    // The record first: a mark without its original would count as typed by hand.
    keep_record(session, entry, &digest, original)?;
    if renewed != bytes {
        disk::rewrite(&session.site, file, &renewed)?;
    }
    Ok(())
}

/// Renews all translations of an entry whose original has changed in no number, link or paragraph since. Those that were
/// made from the same text are asked about at once.
fn minor(session: &mut Session<'_>, desk: &Desk, entry: &Entry) -> Exit {
    let Some(source) = entry.original_text() else { return Ok(1) };
    desk.sound(session, &[&source.summary.file])?;
    let Some(original) = desk.original(entry) else { return Ok(1) };
    let today = translation_digest(entry);
    let mut by_mark: BTreeMap<Option<&str>, Vec<&Lang>> = BTreeMap::new();
    for (lang, text) in entry.texts.iter().filter(|(lang, _)| **lang != entry.original) {
        let mark = text.facts.text("translated_from");
        if mark != today.as_deref() {
            by_mark.entry(mark).or_default().push(lang);
        }
    }
    let (mut status, mut renewed) = (0, 0);
    for langs in by_mark.into_values() {
        if !is_minor(session, desk, entry, &original, &langs)? {
            status = 1;
            continue;
        }
        for text in langs.iter().filter_map(|lang| entry.texts.get(lang)) {
            renew(session, desk, entry, text, &original, Vec::new())?;
            renewed += 1;
        }
    }
    if renewed > 0 || status == 0 {
        say(session, "minor-done", &[("count", &renewed), ("entry", &name(entry))])?;
    }
    Ok(status)
}

/// Whether what has changed since the text that these translations were made from is a slip of the pen; and if somebody
/// sits there, whether they say so with the changes before their eyes.
fn is_minor(
    session: &mut Session<'_>,
    desk: &Desk,
    entry: &Entry,
    original: &Skeleton,
    langs: &[&Lang],
) -> Result<bool, Failure> {
    let called = |lang: &&Lang| desk.site().ok().and_then(|site| site.language(lang)).map(Language::called);
    let names = langs.iter().filter_map(called).collect::<Vec<_>>().join(", ");
    let first = langs.first().map_or("", |lang| lang.as_str());
    let args: [(&str, &dyn std::fmt::Display); 3] = [("entry", &name(entry)), ("name", &names), ("first", &first)];
    let Some(old) = langs.first().and_then(|lang| desk.original_of(entry, lang)) else {
        let text = session.words.say("minor-unknown", &args);
        session.tell(&text)?;
        return Ok(false);
    };
    let changes = compare(old.units(), original.units());
    if changes.iter().any(|change| changes_meaning(change, &old, original)) {
        let text = session.words.say("minor-refused", &args);
        session.tell(&text)?;
        return Ok(false);
    }
    if session.format == Format::Human {
        session.answer(&diff::changes(session.words, &old, original, None, &changes))?;
    }
    if !session.streams.is_attended {
        return Ok(true);
    }
    let question = session.words.say("minor-ask", &[("count", &changed(&changes)), ("name", &names)]);
    Ok(agrees(session.ask(&question)?.as_deref(), false))
}

/// The longer paragraphs of a translation that still are those of its original, and how many it has.
fn untouched<'a>(original: &Skeleton, own: &'a Skeleton) -> (Vec<&'a Unit>, usize) {
    let known: BTreeSet<u64> = original.units().iter().filter_map(|unit| passage(&unit.text)).collect();
    let units = own.units().iter().filter(|unit| unit.kind != UnitKind::Code);
    let long: Vec<(&Unit, u64)> = units.filter_map(|unit| Some((unit, passage(&unit.text)?))).collect();
    let left = long.iter().filter(|(_, passage)| known.contains(passage)).map(|(unit, _)| *unit);
    (left.collect(), long.len())
}

/// Whether a change is more than a slip of the pen, whatever its author says: a paragraph more or less, another number,
/// another link, a "no".
fn changes_meaning(change: &Change, old: &Skeleton, new: &Skeleton) -> bool {
    let (was, is) = match change {
        Change::Same { .. } => return false,
        Change::Edited { old: was, new: is } => (old.units().get(*was), new.units().get(*is)),
        Change::Moved { .. } | Change::Added { .. } | Change::Removed { .. } => return true,
    };
    let (Some(was), Some(is)) = (was, is) else { return true };
    numbers(&was.text) != numbers(&is.text) || addresses(&was.text) != addresses(&is.text)
}

/// The words that say how many, and those that say no. With their marks: between "sau" and "sáu" lies a number.
const COUNTING: [&str; 31] = [
    "không", "một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm", "nhăm", "sáu", "bảy", "bẩy", "tám", "chín", "mười",
    "mươi", "chục", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ", "nửa", "rưỡi", "chưa", "chẳng", "đừng", "cấm",
];

/// What a text says of how many and of no, in digits of any script or in Vietnamese words.
fn numbers(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let plain = parts.map(|part| part.to_lowercase().chars().map(|c| digit(c).unwrap_or(c)).collect::<String>());
    plain.filter(|part| part.chars().any(|c| c.is_ascii_digit()) || COUNTING.contains(&part.as_str())).collect()
}

/// The addresses in a text of Markdown: what stands in `](…)` and in `<…>`.
fn addresses(text: &str) -> Vec<&str> {
    let between =
        |open: &'static str, close: char| text.split(open).skip(1).filter_map(move |rest| rest.split(close).next());
    between("](", ')').chain(between("<", '>')).collect()
}

fn first_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let head = words.iter().take(SHOWN).copied().collect::<Vec<_>>().join(" ");
    if words.len() > SHOWN { format!("{head} …") } else { head }
}
