//! What readers will see of an entry in each language once it is published. The preview shows drafts, so what it shows
//! is not that: the board says what is held back, and counts as `loa translate status` counts.

use std::collections::BTreeMap;

use crate::base::{Date, Lang};
use crate::site::{Entry, LeftOut, Site, State, Why, translation_waits, waits};

/// An entry in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// The original.
    Original,
    /// A translation that fits it.
    Current,
    /// A translation of an older text; the day is the original's `updated`.
    OutOfDate(Option<Date>),
    /// The same, for so long that readers get the original.
    Stale(Option<Date>),
    /// Nobody who knows the language has read it.
    Unreviewed,
    /// It says itself that it is not finished.
    Draft,
    /// Its words are still those of the original.
    Untranslated,
    /// A machine made it.
    Machine,
    /// There is none.
    Missing,
}

impl Standing {
    /// The end of the id of the words for it, and its class in the style.
    pub fn name(self) -> &'static str {
        match self {
            Standing::Original => "original",
            Standing::Current => "current",
            Standing::OutOfDate(_) => "out-of-date",
            Standing::Stale(_) => "stale",
            Standing::Unreviewed => "unreviewed",
            Standing::Draft => "draft",
            Standing::Untranslated => "untranslated",
            Standing::Machine => "machine",
            Standing::Missing => "missing",
        }
    }

    /// Since when it does not fit, if that is known.
    pub fn since(self) -> Option<Date> {
        match self {
            Standing::OutOfDate(since) | Standing::Stale(since) => since,
            _ => None,
        }
    }
}

/// How many entries of a language stand how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Share {
    /// Entries whose original is in another language.
    pub all: usize,
    /// Translations that fit.
    pub current: usize,
    /// Translations of an older text.
    pub outdated: usize,
    /// Translations that wait for somebody: to be finished, or to be read.
    pub waiting: usize,
    /// Entries without any.
    pub missing: usize,
}

impl Share {
    /// Whole percents, rounded down: 80 % are reached when they are reached.
    pub fn percent(&self) -> usize {
        (self.current * 100).checked_div(self.all).unwrap_or(100)
    }

    fn count(&mut self, standing: Standing) {
        self.all += 1;
        match standing {
            Standing::Original | Standing::Current => self.current += 1,
            Standing::OutOfDate(_) | Standing::Stale(_) => self.outdated += 1,
            Standing::Unreviewed | Standing::Draft | Standing::Untranslated | Standing::Machine => self.waiting += 1,
            Standing::Missing => self.missing += 1,
        }
    }
}

/// What a language of the site will have of an entry.
pub(super) fn standing(site: &Site, entry: &Entry, lang: &Lang) -> Standing {
    let held = || match entry.texts.get(lang).and_then(|text| translation_waits(entry, text, site.config.review))? {
        Why::Draft => Some(Standing::Draft),
        _ => Some(Standing::Unreviewed),
    };
    match entry.states.get(lang) {
        Some(State::Original) => Standing::Original,
        Some(State::Fallback(Why::Machine)) => Standing::Machine,
        Some(State::Fallback(Why::Untranslated(_))) => Standing::Untranslated,
        Some(State::Fallback(Why::Draft)) => Standing::Draft,
        Some(State::Fallback(Why::Unreviewed)) => Standing::Unreviewed,
        Some(State::Fallback(Why::Missing)) | None => Standing::Missing,
        Some(State::Current) => held().unwrap_or(Standing::Current),
        Some(State::OutOfDate(since)) => held().unwrap_or(Standing::OutOfDate(*since)),
        Some(State::Fallback(Why::Stale)) => held().unwrap_or(Standing::Stale(entry.facts().date("updated"))),
    }
}

/// Why an entry will not be published. A section takes those below it with it.
pub(super) fn left_out(site: &Site, entry: &Entry) -> Option<LeftOut> {
    if entry.is_home() {
        return None;
    }
    let own = entry.left_out.or_else(|| waits(entry, site.config.review, site.today));
    let above = || site.entries.get(entry.parent()?).and_then(|section| left_out(site, section));
    own.or_else(|| above().map(|_| LeftOut::WithSection))
}

/// How far each language has come with what is published, in the order of the site.
pub(super) fn shares(site: &Site) -> Vec<(&Lang, Share)> {
    let mut shares: BTreeMap<&Lang, Share> = BTreeMap::new();
    for entry in site.entries.values().filter(|entry| left_out(site, entry).is_none()) {
        for lang in site.config.languages.iter().filter(|lang| **lang != entry.original) {
            shares.entry(lang).or_default().count(standing(site, entry, lang));
        }
    }
    site.config.languages.iter().filter_map(|lang| Some((lang, shares.remove(lang)?))).collect()
}
