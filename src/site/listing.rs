//! What lists show, and in which order.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::base::{Date, Lang};
use crate::model::Spoken;
use crate::schema::Role;

use super::Site;
use super::address;
use super::entry::Entry;
use super::searched::{is_searched, searched_in};
use super::topics::Topic;

/// What the pages of all lists show. Every list is sorted once: a section of ten thousand entries has five hundred pages.
#[derive(Debug)]
pub struct Lists<'a> {
    languages: BTreeMap<&'a Lang, InLanguage<'a>>,
    /// The folders of the entries that the search may know of.
    searched: BTreeSet<&'a str>,
    /// The languages in which some entry has a recording.
    recorded: BTreeSet<&'a Lang>,
    /// The newest day of any entry.
    updated: Option<Date>,
}

/// The lists of one language.
#[derive(Debug, Default)]
struct InLanguage<'a> {
    /// By the folder of the section.
    members: BTreeMap<&'a str, Vec<&'a Entry>>,
    /// By the slug of the topic.
    topics: BTreeMap<&'a str, (TopicLink<'a>, Vec<&'a Entry>)>,
    sections: Vec<&'a Entry>,
    alerts: Vec<&'a Entry>,
    searched_in: Vec<&'a Lang>,
}

/// A topic as a language links to it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TopicLink<'a> {
    /// Its name.
    pub name: Spoken<'a>,
    /// Its page.
    pub path: String,
}

/// An entry with what lists are sorted by.
struct Filed<'a> {
    entry: &'a Entry,
    order: u32,
    day: Option<Date>,
    topics: Vec<&'a Topic>,
}

impl<'a> Lists<'a> {
    /// Sorts everything.
    pub fn of(site: &'a Site) -> Lists<'a> {
        let searched: Vec<&Entry> = site.entries.values().filter(|entry| is_searched(site, entry)).collect();
        let filed = filed(site);
        let languages =
            site.config.languages.par_iter().map(|lang| (lang, InLanguage::of(site, lang, &filed, &searched)));
        let newest = |entry: &Entry| entry.facts().date("updated").or(day(entry));
        let texts = published(site).flat_map(|entry| &entry.texts);
        Lists {
            languages: languages.collect(),
            searched: searched.iter().map(|entry| entry.folder.as_str()).collect(),
            recorded: texts.filter(|(_, text)| text.facts.has("audio")).map(|(lang, _)| lang).collect(),
            updated: published(site).filter_map(newest).max(),
        }
    }

    /// The published entries directly below a section, in the order of its list: `order`, date, title.
    pub fn members(&self, section: &Entry, lang: &Lang) -> &[&'a Entry] {
        let members = self.languages.get(lang).and_then(|lists| lists.members.get(section.folder.as_str()));
        members.map_or(&[], Vec::as_slice)
    }

    /// The published entries with a topic, newest first, then by title.
    pub fn about(&self, topic: &Topic, lang: &Lang) -> &[&'a Entry] {
        let about = self.languages.get(lang).and_then(|lists| lists.topics.get(topic.slug.as_str()));
        about.map_or(&[], |(_, entries)| entries.as_slice())
    }

    /// The topics of an entry, as a language links to them.
    pub fn topics_of(&self, entry: &Entry, lang: &Lang) -> Vec<&TopicLink<'a>> {
        let Some(lists) = self.languages.get(lang) else { return Vec::new() };
        entry.topics.iter().filter_map(|tagged| lists.topics.get(tagged.slug.as_str())).map(|(link, _)| link).collect()
    }

    /// A topic as a language links to it.
    pub fn link(&self, topic: &Topic, lang: &Lang) -> Option<&TopicLink<'a>> {
        self.languages.get(lang)?.topics.get(topic.slug.as_str()).map(|(link, _)| link)
    }

    /// All topics of a language with the number of their entries, by slug.
    pub fn topics(&self, lang: &Lang) -> impl Iterator<Item = (&TopicLink<'a>, usize)> {
        let topics = self.languages.get(lang).into_iter().flat_map(|lists| lists.topics.values());
        topics.map(|(link, entries)| (link, entries.len()))
    }

    /// The published sections of the menu: those of `nav`, or all at the top by `order` and title.
    pub fn sections(&self, lang: &Lang) -> &[&'a Entry] {
        self.languages.get(lang).map_or(&[], |lists| lists.sections.as_slice())
    }

    /// The alerts that still hold, newest first: those that must be read again by a day that has not passed.
    pub fn alerts(&self, lang: &Lang) -> &[&'a Entry] {
        self.languages.get(lang).map_or(&[], |lists| lists.alerts.as_slice())
    }

    /// The languages in which a page searches, the first before the others.
    pub fn searched_in(&self, lang: &Lang) -> &[&'a Lang] {
        self.languages.get(lang).map_or(&[], |lists| lists.searched_in.as_slice())
    }

    /// Whether the search may know of an entry.
    pub fn is_searched(&self, entry: &Entry) -> bool {
        self.searched.contains(entry.folder.as_str())
    }

    /// Whether an entry has a recording in a language.
    pub fn is_recorded(&self, lang: &Lang) -> bool {
        self.recorded.contains(lang)
    }

    /// The newest day of any entry.
    pub fn updated(&self) -> Option<Date> {
        self.updated
    }
}

impl<'a> InLanguage<'a> {
    fn of(
        site: &'a Site,
        lang: &'a Lang,
        filed: &BTreeMap<&'a str, Filed<'a>>,
        searched: &[&'a Entry],
    ) -> InLanguage<'a> {
        let mut members: BTreeMap<&str, Vec<&Filed<'_>>> = BTreeMap::new();
        let mut about: BTreeMap<&str, Vec<&Filed<'_>>> =
            site.topics.0.keys().map(|slug| (slug.as_str(), Vec::new())).collect();
        let mut alerts: Vec<&Filed<'_>> = Vec::new();
        // In the order of the titles, which a sort keeps where all else is the same.
        for one in site.order.folders(lang).into_iter().filter_map(|folder| filed.get(folder)) {
            if let Some(above) = one.entry.parent() {
                members.entry(above).or_default().push(one);
            }
            for topic in &one.topics {
                if let Some(entries) = about.get_mut(topic.slug.as_str()) {
                    entries.push(one);
                }
            }
            if one.entry.entries.is_none() && !one.entry.is_home() && holds(one.entry, site.today) {
                alerts.push(one);
            }
        }
        members.values_mut().for_each(|list| list.sort_by_key(|one| (one.order, Reverse(one.day))));
        about
            .values_mut()
            .chain(std::iter::once(&mut alerts))
            .for_each(|list| list.sort_by_key(|one| Reverse(one.day)));
        let bare = |list: Vec<&Filed<'a>>| -> Vec<&'a Entry> { list.into_iter().map(|one| one.entry).collect() };
        let members: BTreeMap<&str, Vec<&Entry>> =
            members.into_iter().map(|(above, list)| (above, bare(list))).collect();
        let named = site.config.nav.iter().filter_map(|(name, _)| site.entries.get(name));
        let sections = match site.config.nav.is_empty() {
            true => members.get("").cloned().unwrap_or_default(),
            false => named.filter(|entry| entry.is_published()).collect(),
        };
        let link =
            |topic: &'a Topic| TopicLink { name: topic.name(site, lang), path: address::page(lang, &topic.folder()) };
        let topic = |(slug, list)| Some((slug, (link(site.topics.0.get(slug)?), bare(list))));
        InLanguage {
            members,
            topics: about.into_iter().filter_map(topic).collect(),
            sections,
            alerts: bare(alerts),
            searched_in: searched_in(site, searched, lang),
        }
    }
}

/// The published entries by their folder, each with what it is sorted by.
fn filed(site: &Site) -> BTreeMap<&str, Filed<'_>> {
    let file = |entry| {
        let order = Entry::facts(entry).count("order").unwrap_or(u32::MAX);
        Filed { entry, order, day: day(entry), topics: Vec::new() }
    };
    let published = site.entries.values().filter(|entry| entry.is_published());
    let mut filed: BTreeMap<&str, Filed<'_>> = published.map(|entry| (entry.folder.as_str(), file(entry))).collect();
    for topic in site.topics.0.values() {
        for folder in &topic.folders {
            if let Some(one) = filed.get_mut(folder.as_str()) {
                one.topics.push(topic);
            }
        }
    }
    filed
}

/// Whether an entry is an alert that need not be read again yet.
fn holds(entry: &Entry, today: Date) -> bool {
    entry.kind.requires.contains(&"review_by") && entry.facts().date("review_by").is_some_and(|by| by >= today)
}

/// The published entries that are no sections and not the home page, by folder.
pub fn published(site: &Site) -> impl Iterator<Item = &Entry> {
    site.entries.values().filter(|entry| entry.is_published() && entry.entries.is_none() && !entry.is_home())
}

/// Entries newest first, then by title.
pub fn latest<'a>(site: &Site, lang: &Lang, entries: impl Iterator<Item = &'a Entry>) -> Vec<&'a Entry> {
    let mut entries: Vec<&Entry> = entries.collect();
    entries.sort_by_cached_key(|entry| (Reverse(day(entry)), site.order.place(lang, &entry.folder)));
    entries
}

/// The day under which an entry is listed.
pub fn day(entry: &Entry) -> Option<Date> {
    entry.facts().date("date")
}

/// The events of the next days, soonest first, each with its next day.
pub fn events(site: &Site, days: i64) -> Vec<(&Entry, Date)> {
    let mut coming: Vec<(&Entry, Date)> = published(site)
        .filter(|entry| entry.kind.has(Role::StartsAt))
        .filter_map(|entry| Some((entry, next_day(entry, site.today)?)))
        .filter(|(_, date)| site.today.days_until(*date) <= days)
        .collect();
    coming.sort_by(|a, b| (a.1, &a.0.folder).cmp(&(b.1, &b.0.folder)));
    coming
}

/// The next day of an event; of one that lasts, its first day until its last has passed.
pub fn next_day(entry: &Entry, today: Date) -> Option<Date> {
    let facts = entry.facts();
    let start = facts.date("starts_on")?;
    let lasts = facts.date("ends_on").map_or(0, |end| start.days_until(end).max(0));
    if !facts.is_true("yearly") {
        return Some(start).filter(|start| start.days_until(today) <= lasts);
    }
    let (year, _, _) = today.parts();
    let days = [year - 1, year, year + 1].into_iter().filter_map(|year| start.in_year(year));
    days.into_iter().find(|date| date.days_until(today) <= lasts && *date >= start)
}

/// The published entries in the order of their titles.
pub fn alphabetical<'a>(site: &'a Site, lang: &Lang) -> Vec<&'a Entry> {
    let entries = site.order.folders(lang).into_iter().filter_map(|folder| site.entries.get(folder));
    entries.filter(|entry| entry.entries.is_none() && !entry.is_home()).collect()
}
