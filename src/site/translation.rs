//! What a language shows of an entry, and whether a translation still fits its original.
//! No git and no file times: a translation carries the digest of the text that it was made from.

use std::collections::BTreeMap;

use crate::base::text::passage;
use crate::base::{Diagnostic, Digest, Lang, Place};
use crate::model::{Fact, ReviewRule};

use super::entry::{Entry, State, Text, Why};
use super::making::Rules;

/// The digest of an original's translatable words: title, summary, other words of the front matter, body.
pub fn digest(entry: &Entry) -> Option<String> {
    let text = entry.original_text()?;
    let mut parts: Vec<Vec<u8>> = Vec::new();
    for field in entry.kind.original_fields().iter().filter(|field| field.translatable) {
        if let Some(located) = text.facts.0.get(field.key) {
            parts.push(field.key.as_bytes().to_vec());
            words(&located.fact, &mut parts);
        }
    }
    parts.push(text.summary.body_digest.as_bytes().to_vec());
    Some(Digest::of_parts(parts.iter().map(Vec::as_slice)).short(12))
}

fn words(fact: &Fact, parts: &mut Vec<Vec<u8>>) {
    match fact {
        Fact::Text(text) => parts.push(text.as_bytes().to_vec()),
        Fact::List(items) => items.iter().for_each(|item| words(&item.fact, parts)),
        Fact::Group(facts) => facts.0.values().for_each(|item| words(&item.fact, parts)),
        Fact::Date(_) | Fact::Bool(_) | Fact::Count(_) | Fact::Lang(_) | Fact::Url(_) | Fact::Map(_) => {}
    }
}

/// Fills in what each language shows, and says what is not shown and why. `records` are the digests of the originals
/// that are kept of the entry.
pub fn states(entry: &mut Entry, rules: &Rules, records: &[&str]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut states = BTreeMap::new();
    let original = digest(entry);
    for (lang, _) in &rules.languages {
        let state = match entry.texts.get(lang) {
            _ if *lang == entry.original => State::Original,
            None => State::Fallback(Why::Missing),
            Some(text) => {
                let state = state(entry, lang, text, original.as_deref(), rules);
                let finding = unknown(text, original.as_deref(), records);
                diagnostics.extend(finding.or_else(|| finding_of(entry, lang, text, &state)));
                diagnostics.extend(heading_count(entry, text));
                state
            }
        };
        states.insert(lang.clone(), state);
    }
    entry.states = states;
    diagnostics
}

fn state(entry: &Entry, lang: &Lang, text: &Text, original: Option<&str>, rules: &Rules) -> State {
    let facts = &text.facts;
    if facts.is_true("machine") {
        return State::Fallback(Why::Machine);
    }
    // Single paragraphs are shown under the language that they are in; a page that is mostly those is no translation,
    // not even in a look at drafts.
    let (left, all) = untranslated(entry, text, lang);
    if left * 2 > all {
        return State::Fallback(Why::Untranslated(left));
    }
    if let Some(why) = waits(entry, text, rules.review).filter(|_| !rules.drafts) {
        return State::Fallback(why);
    }
    match facts.text("translated_from") {
        Some(from) if Some(from) != original => {
            let since = entry.facts().date("updated");
            let stale = since.is_some_and(|date| date.days_until(rules.today) > rules.stale_after_days);
            if stale { State::Fallback(Why::Stale) } else { State::OutOfDate(since) }
        }
        _ => State::Current,
    }
}

/// What a translation waits for before it is published, which a look at drafts shows all the same.
pub fn waits(entry: &Entry, text: &Text, review: ReviewRule) -> Option<Why> {
    let status = text.facts.text("status");
    if matches!(status, Some("draft" | "review")) || (review == ReviewRule::Required && status != Some("approved")) {
        return Some(Why::Draft);
    }
    (!text.facts.has("reviewed_by") && !is_title_only(entry, text)).then_some(Why::Unreviewed)
}

/// How many of the longer lines and paragraphs of a translation stand in it as they stand in the original, and how many
/// there are.
fn untranslated(entry: &Entry, text: &Text, lang: &Lang) -> (usize, usize) {
    let keys = || ["title", "summary", "action"].into_iter();
    let copied = keys().filter(|key| text.copied.contains(key)).count();
    let lines = keys().filter(|key| text.facts.text(key).and_then(passage).is_some()).count();
    let quoted = entry.quoted(text, lang);
    let paragraphs = text.summary.passages.iter().filter(|passage| quoted.contains(passage)).count();
    (copied + paragraphs, lines + text.summary.passages.len())
}

/// A section or home file that holds a title and nothing else needs no reviewer.
fn is_title_only(entry: &Entry, text: &Text) -> bool {
    let keys_fit = text.facts.0.keys().all(|key| *key == "title");
    (entry.is_home() || entry.entries.is_some()) && keys_fit && text.summary.words == 0
}

/// Where the record of an original lies that an entry's translations were made from (DESIGN section 3).
pub fn record(folder: &str, digest: &str) -> String {
    if folder.is_empty() { format!("{RECORDS}/{digest}.md") } else { format!("{RECORDS}/{folder}/{digest}.md") }
}

/// The folder of all records.
pub(super) const RECORDS: &str = ".loa/sources";

/// A `translated_from` that names no text that this entry ever had. Only where loa has kept records of the entry can
/// that be told from one whose record was lost.
fn unknown(text: &Text, original: Option<&str>, records: &[&str]) -> Option<Diagnostic> {
    let from = text.facts.text("translated_from").filter(|from| Some(*from) != original)?;
    if records.is_empty() || records.contains(&from) {
        return None;
    }
    let place = Place::at(&text.summary.file, text.facts.span("translated_from").unwrap_or_default());
    Some(Diagnostic::error("translated-from-unknown", place).arg("value", from))
}

fn finding_of(entry: &Entry, lang: &Lang, text: &Text, state: &State) -> Option<Diagnostic> {
    let file = &text.summary.file;
    let place = match text.facts.span("translated_from").or_else(|| text.facts.span("status")) {
        Some(span) => Place::at(file, span),
        None => Place::file(file),
    };
    let name = if entry.is_home() { "." } else { &entry.folder };
    let command = |finding: Diagnostic| finding.arg("pair", format!("{name} {lang}"));
    match state {
        State::Fallback(Why::Draft) => {
            let reason = text.facts.text("status").filter(|status| *status == "review").unwrap_or("draft");
            Some(Diagnostic::warning("left-out", place).arg("reason", reason))
        }
        State::Fallback(Why::Unreviewed | Why::Machine) => {
            Some(command(Diagnostic::warning("translation-unreviewed", place)))
        }
        State::Fallback(Why::Untranslated(count)) => {
            Some(command(Diagnostic::warning("translation-untouched", place)).arg("count", count))
        }
        State::OutOfDate(_) | State::Fallback(Why::Stale) => {
            let finding = command(Diagnostic::warning("translation-outdated", place));
            Some(match entry.facts().date("updated") {
                Some(date) => finding.arg("since", date),
                None => finding,
            })
        }
        State::Current if !text.facts.has("translated_from") && !is_title_only(entry, text) => {
            Some(command(Diagnostic::warning("translation-unlinked", place)))
        }
        State::Original | State::Current | State::Fallback(Why::Missing) => None,
    }
}

/// Headings take the anchors of the original's, one by one; with another number of them that cannot be.
fn heading_count(entry: &Entry, text: &Text) -> Option<Diagnostic> {
    let original = entry.original_text()?.summary.headings.len();
    let own = text.summary.headings.len();
    // A home page or section often says less in a translation: nothing links into it.
    if own == original || own == 0 || entry.is_home() {
        return None;
    }
    Some(
        Diagnostic::warning("heading-count-differs", Place::file(&text.summary.file))
            .arg("original", original)
            .arg("own", own),
    )
}
