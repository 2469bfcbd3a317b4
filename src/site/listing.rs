//! What lists show, and in which order.

use std::cmp::Reverse;

use crate::base::{Date, Lang};
use crate::schema::Role;

use super::Site;
use super::entry::Entry;

/// The published entries that are no sections and not the home page, by folder.
pub fn published(site: &Site) -> impl Iterator<Item = &Entry> {
    site.entries.values().filter(|entry| entry.is_published() && entry.entries.is_none() && !entry.is_home())
}

/// The published sections of the menu: those of `nav`, or all at the top by `order` and title.
pub fn sections<'a>(site: &'a Site, lang: &Lang) -> Vec<&'a Entry> {
    if !site.config.nav.is_empty() {
        let named = site.config.nav.iter().filter_map(|(name, _)| site.entries.get(name));
        return named.filter(|entry| entry.is_published()).collect();
    }
    let top = site.entries.values().filter(|entry| entry.parent() == Some("") && entry.is_published());
    let mut top: Vec<&Entry> = top.collect();
    sort(site, lang, &mut top);
    top
}

/// The published entries directly below a section, in the order of its list: `order`, date, title.
pub fn members<'a>(site: &'a Site, section: &Entry, lang: &Lang) -> Vec<&'a Entry> {
    let prefix = if section.is_home() { String::new() } else { format!("{}/", section.folder) };
    let below = site.entries.range(prefix.clone()..).take_while(|(folder, _)| folder.starts_with(&prefix));
    let own = below
        .map(|(_, entry)| entry)
        .filter(|entry| entry.is_published() && entry.parent() == Some(section.folder.as_str()) && !entry.is_home());
    let mut members: Vec<&Entry> = own.collect();
    sort(site, lang, &mut members);
    members
}

/// Entries by `order`, then newest first, then title.
pub fn sort(site: &Site, lang: &Lang, entries: &mut [&Entry]) {
    entries.sort_by_key(|entry| {
        let order = entry.facts().count("order").unwrap_or(u32::MAX);
        (order, Reverse(day(entry)), site.order.place(lang, &entry.folder))
    });
}

/// Entries newest first, then by title.
pub fn latest<'a>(site: &Site, lang: &Lang, entries: impl Iterator<Item = &'a Entry>) -> Vec<&'a Entry> {
    let mut entries: Vec<&Entry> = entries.collect();
    entries.sort_by_key(|entry| (Reverse(day(entry)), site.order.place(lang, &entry.folder)));
    entries
}

/// The day under which an entry is listed.
pub fn day(entry: &Entry) -> Option<Date> {
    entry.facts().date("date")
}

/// The alerts that still hold, newest first: those that must be read again by a day that has not passed.
pub fn alerts<'a>(site: &'a Site, lang: &Lang) -> Vec<&'a Entry> {
    let holds = |entry: &&Entry| {
        entry.kind.requires.contains(&"review_by") && entry.facts().date("review_by").is_some_and(|by| by >= site.today)
    };
    latest(site, lang, published(site).filter(holds))
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
