//! Why a page is made anew: the parts of its layout, each with the beginning of its digest, so that what differs from
//! the last time can be named in a word.

use std::collections::BTreeMap;
use std::hash::Hash;

use crate::base::Digest;
use crate::site::view::{EntryView, Letter, PageView, SiteView, TopicView};

use super::body::Body;
use super::cards::Row;
use super::frame::FrameView;
use super::layout::{Layout, Parts};

/// The parts of a page by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons(BTreeMap<Box<str>, u64>);

/// The words of most reasons, in the order in which they are told: what explains much comes first. Others name a folder.
const ORDER: &[&str] =
    &["theme", "words", "settings", "menu", "body", "title", "facts", "list", "hotline", "topics", "place", "day"];

/// Reasons that are told of one page.
const MOST: usize = 3;

impl Reasons {
    /// The parts of a layout.
    pub fn of(layout: &Layout<'_>, body: Option<&Body>) -> Reasons {
        let mut reasons = Reasons::default();
        reasons.frame(&layout.frame.view.value);
        if let Some(page) = &layout.page {
            reasons.page(page);
        }
        if let (Some((entry, _)), Some(body)) = (&layout.entry, body) {
            reasons.entry(entry, body);
        }
        reasons.parts(&layout.parts);
        reasons
    }

    /// What differs from the last time, in some words.
    pub fn since(&self, before: &Reasons) -> String {
        let names = self.0.keys().chain(before.0.keys()).filter(|name| self.0.get(*name) != before.0.get(*name));
        let place = |name: &str| ORDER.iter().position(|known| *known == name).unwrap_or(ORDER.len());
        let mut names: Vec<&str> = names.map(|name| &**name).collect();
        names.sort_by_key(|name| (place(name), *name));
        names.dedup();
        // A list that holds other entries says so itself.
        if names.contains(&"list") {
            names.retain(|name| place(name) < ORDER.len());
        }
        names.truncate(MOST);
        names.join(", ")
    }

    fn put(&mut self, name: &str, part: &impl Hash) {
        let part = Digest::of_value(part).number();
        // Two parts of one name are one.
        let slot = self.0.entry(name.into()).or_default();
        *slot = slot.rotate_left(1) ^ part;
    }

    fn frame(&mut self, frame: &FrameView<'_>) {
        self.put("theme", &frame.origin.theme);
        self.put("words", &frame.origin.words);
        for item in &frame.site.nav {
            self.put(&format!("title of {}", item.folder), item);
        }
        let order: Vec<&str> = frame.site.nav.iter().map(|item| item.folder).collect();
        self.put("hotline", &(&frame.site.hotline, &frame.site.abroad));
        self.put("day", &frame.site.updated);
        let rest = SiteView { nav: Vec::new(), hotline: None, abroad: None, updated: None, ..frame.site.clone() };
        self.put("menu", &order);
        self.put("settings", &(rest, frame.lang, frame.dir, &frame.body_lang, frame.body_dir, frame.font));
    }

    fn page(&mut self, page: &PageView<'_>) {
        self.put("title", &page.title);
        for crumb in &page.crumbs {
            if let Some(path) = &crumb.path {
                self.put(&title_of(path), crumb);
            }
        }
        self.put("day", &page.today);
        let rest = PageView { crumbs: Vec::new(), title: no_words(page.title), description: None, ..page.clone() };
        // The day of the build is told by its own name.
        let rest = (rest.template, rest.path, rest.folder, rest.canonical, rest.alternates, rest.languages);
        self.put("place", &(rest, page.leave_quickly, page.noindex, page.draft));
        self.put("facts", &(page.description, page.abroad));
    }

    fn entry(&mut self, entry: &EntryView<'_>, body: &Body) {
        self.put("title", &entry.title);
        self.put("body", &(body.html.as_str(), &entry.toc, entry.minutes_to_read));
        let title = no_words(entry.title);
        let rest = EntryView { title, toc: Vec::new(), minutes_to_read: 0, topics: Vec::new(), ..entry.clone() };
        self.put("facts", &rest);
        self.put("topics", &entry.topics);
    }

    fn parts(&mut self, parts: &Parts<'_>) {
        match parts {
            Parts::Nothing => {}
            Parts::Home { sections, alerts, events, topics, languages } => {
                self.put("place", languages);
                for (section, row) in sections {
                    self.put(&title_of(&section.path), &(section.title, section.summary));
                    self.put("list", &(&section.path, section.kind, section.total));
                    self.row(row);
                }
                self.row(alerts);
                self.row(events);
                self.topics(topics);
            }
            Parts::List { list, row, topic } => {
                self.put("list", list);
                self.row(row);
                self.topics(topic.as_slice());
            }
            Parts::Topics(topics) => self.topics(topics),
            Parts::Letters(letters) => letters.iter().for_each(|letter| self.letter(letter)),
            Parts::Root(_) | Parts::NotFound { .. } | Parts::Fragment { .. } | Parts::Neutral { .. } => {
                self.put("place", parts)
            }
            Parts::Redirect { target, title } => {
                self.put("place", target);
                self.put("title", title);
            }
        }
    }

    fn row(&mut self, row: &Row<'_>) {
        self.put("list", &row.iter().map(|(folder, _)| *folder).collect::<Vec<&str>>());
        for (folder, card) in row {
            self.put(&format!("card of {folder}"), card);
        }
    }

    fn topics(&mut self, topics: &[TopicView<'_>]) {
        self.put("topics", &topics);
    }

    fn letter(&mut self, letter: &Letter<'_>) {
        self.put("list", &(&letter.letter, letter.strokes, &letter.id));
        for item in &letter.items {
            self.put("list", &(&item.path, item.kind));
            self.put(&title_of(&item.path), &item.title);
        }
    }
}

/// The name of the part that is the title of what lies at an address.
fn title_of(path: &str) -> String {
    let folder = path.split_once('/').map_or("", |(_, rest)| rest);
    format!("title of {}", folder.strip_suffix("/index.html").unwrap_or(folder))
}

/// The same words without the words.
fn no_words(said: crate::model::Spoken<'_>) -> crate::model::Spoken<'_> {
    crate::model::Spoken { text: "", ..said }
}
