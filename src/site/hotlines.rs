//! The registry of telephone numbers: the entries whose kind has the role `phone`, by every way to write their number.

use std::collections::BTreeMap;

use crate::base::{Date, Phone};
use crate::model::HotlineLink;
use crate::schema::Role;

use super::entries::Entries;
use super::entry::LeftOut;

/// One record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hotline {
    /// The folder of its entry.
    pub folder: String,
    /// The name by which texts refer to it: the last part of the folder.
    pub name: String,
    /// How to show and to call it.
    pub link: HotlineLink,
    /// Whether it may be shown.
    pub standing: Standing,
    /// Whether it can be called from abroad.
    pub abroad: bool,
    /// Since when it is in use.
    pub since: Option<Date>,
    /// The day of the last check.
    pub verified_on: Option<Date>,
}

/// Whether a number may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Checked and published.
    Current,
    /// Known, but not published: it waits for somebody to verify it, or its entry is left out.
    Waiting,
    /// Replaced by the record of this name.
    Superseded(String),
}

/// All records.
#[derive(Clone, Debug, Default)]
pub struct Hotlines {
    records: Vec<Hotline>,
    by_phone: BTreeMap<Phone, usize>,
}

/// Days after which a number that nobody has checked is shown with a remark (GUARDRAILS section 1, check 7).
pub const UNVERIFIED_AFTER_DAYS: i64 = 365;

impl Hotlines {
    /// The records among the entries, in the order in which they are listed.
    pub fn of(entries: &Entries) -> Hotlines {
        let mut records: Vec<(u32, Hotline, Vec<Phone>)> = Vec::new();
        for entry in entries.values().filter(|entry| entry.kind.has(Role::Phone) && entry.entries.is_none()) {
            let facts = entry.facts();
            let (Some(number), Some(dial)) = (facts.text("number"), facts.text("dial")) else { continue };
            let standing = match (facts.text("replaced_by"), entry.left_out) {
                (Some(name), _) => Standing::Superseded(name.to_owned()),
                (None, None) => Standing::Current,
                (None, Some(LeftOut::Superseded)) => continue,
                (None, Some(_)) => Standing::Waiting,
            };
            let written = std::iter::once(number).chain(std::iter::once(dial));
            let written = written.chain(facts.texts("also_written").map(|(text, _)| text));
            let phones = written.filter_map(Phone::parse).collect();
            let dialled: String = dial.chars().filter_map(dialled).collect();
            let hotline = Hotline {
                folder: entry.folder.clone(),
                name: entry.slug().to_owned(),
                link: HotlineLink { number: ascii_digits(number), dial: format!("tel:{dialled}") },
                standing,
                abroad: facts.is_true("abroad"),
                since: facts.date("since"),
                verified_on: facts.date("verified_on"),
            };
            records.push((facts.count("order").unwrap_or(u32::MAX), hotline, phones));
        }
        records.sort_by(|a, b| (a.0, &a.1.folder).cmp(&(b.0, &b.1.folder)));
        let mut hotlines = Hotlines::default();
        for (n, (_, hotline, phones)) in records.into_iter().enumerate() {
            for phone in phones {
                hotlines.by_phone.entry(phone).or_insert(n);
            }
            hotlines.records.push(hotline);
        }
        hotlines
    }

    /// The record of a number, however it was written.
    pub fn find(&self, phone: &Phone) -> Option<&Hotline> {
        self.by_phone.get(phone).and_then(|n| self.records.get(*n))
    }

    /// The record of this name.
    pub fn named(&self, name: &str) -> Option<&Hotline> {
        self.records.iter().find(|hotline| hotline.name == name)
    }

    /// The published number that took the place of a superseded one, however long the chain.
    pub fn successor<'a>(&'a self, hotline: &'a Hotline) -> Option<&'a Hotline> {
        let mut at = hotline;
        // No chain is longer than the registry, unless it is a circle.
        for _ in 0..self.records.len() {
            match &at.standing {
                Standing::Superseded(name) => at = self.named(name)?,
                Standing::Current => return Some(at),
                Standing::Waiting => return None,
            }
        }
        None
    }

    /// The numbers that the one of this folder took the place of, as they were shown.
    pub fn former(&self, folder: &str) -> Vec<String> {
        let superseded = self.records.iter().filter(|hotline| matches!(hotline.standing, Standing::Superseded(_)));
        let of_folder = superseded.filter(|old| self.successor(old).is_some_and(|now| now.folder == folder));
        of_folder.map(|old| old.link.number.clone()).collect()
    }

    /// All records.
    pub fn all(&self) -> &[Hotline] {
        &self.records
    }

    /// The number that stands on every page: the first that is published and rings inside the country.
    pub fn main(&self) -> Option<&Hotline> {
        let current = || self.records.iter().filter(|hotline| hotline.standing == Standing::Current);
        current().find(|hotline| !hotline.abroad).or_else(|| current().next())
    }

    /// The first published number for people abroad.
    pub fn abroad(&self) -> Option<&Hotline> {
        self.records.iter().find(|hotline| hotline.standing == Standing::Current && hotline.abroad)
    }
}

/// What may stand in a `tel:` address (RFC 3966).
fn dialled(c: char) -> Option<char> {
    if c == '+' { Some('+') } else { crate::base::text::digit(c) }
}

/// Telephone numbers have ASCII digits in every language (LANGUAGES section 2).
fn ascii_digits(number: &str) -> String {
    number.chars().map(|c| crate::base::text::digit(c).unwrap_or(c)).collect()
}
