//! `loa translate status`: every entry in every language. A fold over the site; `--require` makes it a gate.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::Lang;
use crate::disk;
use crate::model::Language;
use crate::site::{Entry, Site, State, Why};
use crate::translate::{changed, compare};

use super::super::arguments::Status;
use super::super::new::say;
use super::super::{Exit, Failure, Format, Session, json};
use super::{Desk, language_group, name, table};

/// One entry in one language. The order of the keys is part of what is promised (DESIGN, section 5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The entry's folder, `.` for the home page.
    pub entry: String,
    /// The language.
    pub lang: Lang,
    /// `current`, `out-of-date`, `draft`, `unreviewed` or `missing`.
    pub state: &'static str,
    /// Paragraphs of the original that are not those that were translated; none if that cannot be known.
    pub changed: Option<usize>,
}

/// How far a language has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Entries that are translated and fit today's original.
    pub current: usize,
    /// Entries whose original is in another language.
    pub all: usize,
}

impl Share {
    /// Whole percents, rounded down: 80 % are reached when they are reached.
    pub fn percent(&self) -> usize {
        (self.current * 100).checked_div(self.all).unwrap_or(100)
    }
}

/// Tells the state of all translations, of one entry's, or of one language's.
pub fn run(session: &mut Session<'_>, asked: &Status) -> Exit {
    let desk = Desk::open(session, asked.today)?;
    let (entry, lang) = wanted(&desk, asked)?;
    let required = required(desk.site()?, asked)?;
    let all = rows(&desk)?;
    let fits = |row: &&Row| {
        entry.as_ref().is_none_or(|entry| *entry == row.entry) && lang.as_ref().is_none_or(|lang| *lang == row.lang)
    };
    let shown: Vec<Row> = all.iter().filter(fits).cloned().collect();
    if let Some(out) = &asked.out {
        let is_csv = out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
        let text = if is_csv {
            table::csv(session.words, desk.site()?, &shown)
        } else {
            table::html(session.words, desk.site()?, &shown)
        };
        let fault = |source| disk::Error::Io { op: "write", path: out.clone(), source };
        std::fs::write(out, text).map_err(fault)?;
        say(session, "status-written", &[("path", &super::super::machine::shown(session.words, out))])?;
    } else {
        let text = match session.format {
            Format::Json => shown.iter().map(json::line).collect(),
            Format::Human => table::human(session.words, desk.site()?, &shown, entry.is_some() || lang.is_some()),
        };
        session.answer(&text)?;
    }
    gate(session, desk.site()?, &shares(&all), &required)
}

/// The entry and the language to which the answer is limited. A language alone may stand in the place of the entry.
fn wanted(desk: &Desk, asked: &Status) -> Result<(Option<String>, Option<Lang>), Failure> {
    let lang = |typed: &str| desk.language(typed).map(|language| language.tag.clone());
    match (&asked.entry, &asked.lang) {
        (None, _) => Ok((None, None)),
        (Some(typed), None) if desk.entry(typed).is_err() && lang(typed).is_ok() => Ok((None, Some(lang(typed)?))),
        (Some(typed), then) => {
            let entry = name(desk.entry(typed)?).to_owned();
            Ok((Some(entry), then.as_deref().map(lang).transpose()?))
        }
    }
}

fn required(site: &Site, asked: &Status) -> Result<Vec<(Lang, u8)>, Failure> {
    let known = || site.languages.iter().map(|language| language.tag.as_str()).collect::<Vec<_>>().join(", ");
    let of = |(tag, percent): &(String, u8)| match language_group(site, tag) {
        Some(language) => Ok((language.tag.clone(), *percent)),
        None => Err(Failure::usage("usage-unknown-language", "word", tag).with("known", Some(known()))),
    };
    asked.require.iter().map(of).collect()
}

/// Every published entry in every language but that of its original.
fn rows(desk: &Desk) -> Result<Vec<Row>, Failure> {
    let site = desk.site()?;
    let mut rows = Vec::new();
    for entry in site.entries.values().filter(|entry| entry.is_published()) {
        for lang in site.config.languages.iter().filter(|lang| **lang != entry.original) {
            let is_draft = entry.texts.get(lang).is_some_and(|text| text.facts.text("status") == Some("draft"));
            let state = match entry.states.get(lang) {
                Some(State::Original | State::Current) => "current",
                Some(State::OutOfDate(_) | State::Fallback(Why::Stale)) => "out-of-date",
                // What is finished and waits for its reader is no draft, whatever keeps it from the page.
                Some(State::Fallback(Why::Draft)) if is_draft => "draft",
                Some(State::Fallback(Why::Draft | Why::Unreviewed | Why::Machine)) => "unreviewed",
                Some(State::Fallback(Why::Untranslated(_))) => "draft",
                Some(State::Fallback(Why::Missing)) | None => "missing",
            };
            let changed = changes(desk, entry, lang, state);
            rows.push(Row { entry: name(entry).to_owned(), lang: lang.clone(), state, changed });
        }
    }
    Ok(rows)
}

fn changes(desk: &Desk, entry: &Entry, lang: &Lang, state: &str) -> Option<usize> {
    match state {
        "current" => Some(0),
        "missing" => None,
        _ => {
            let (old, new) = (desk.original_of(entry, lang)?, desk.original(entry)?);
            Some(changed(&compare(old.units(), new.units())))
        }
    }
}

/// How far each language has come.
pub fn shares(rows: &[Row]) -> BTreeMap<Lang, Share> {
    let mut shares: BTreeMap<Lang, Share> = BTreeMap::new();
    for row in rows {
        let share = shares.entry(row.lang.clone()).or_default();
        share.all += 1;
        share.current += usize::from(row.state == "current");
    }
    shares
}

/// Whether every language has come as far as it must.
fn gate(session: &mut Session<'_>, site: &Site, shares: &BTreeMap<Lang, Share>, required: &[(Lang, u8)]) -> Exit {
    let mut status = 0;
    for (lang, percent) in required {
        let share = shares.get(lang).cloned().unwrap_or_default();
        // In whole entries, since a share that was rounded must not open the gate.
        if share.current * 100 < share.all * usize::from(*percent) {
            status = 1;
            let called = site.language(lang).map_or(lang.as_str(), Language::called);
            let args: [(&str, &dyn std::fmt::Display); 4] =
                [("name", &called), ("current", &share.current), ("all", &share.all), ("percent", percent)];
            let text = session.words.say("status-below", &args);
            session.streams.err.write_all(format!("{text}\n").as_bytes())?;
        }
    }
    Ok(status)
}
