//! Making one page: its layout goes into the context of its template.

use std::collections::BTreeMap;
use std::hash::Hash;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Value};

use crate::base::weight::Weight;
use crate::base::{Diagnostic, Lang, Place, SitePath};
use crate::i18n::{Failures, Words};
use crate::kinds;
use crate::model::{Block, Html, Item, Page, Summary};
use crate::site::{self, Entry, Lists, Site};

use super::body::{Body, Linked};
use super::cards::values;
use super::frame::{Frame, Origin};
use super::layout::{Layout, Parts};
use super::templates::Templates;

/// What came of a layout.
#[derive(Debug)]
pub struct Made {
    /// The page, unless its template failed.
    pub page: Option<Page>,
    /// What was noticed.
    pub diagnostics: Vec<Diagnostic>,
    /// Words that could not be said.
    pub failures: Failures,
    /// What the page weighs, once somebody has asked.
    pub weight: Weight,
}

/// Everything that is needed to make pages. Shared by all threads.
pub struct Workshop<'a> {
    pub(super) site: &'a Site,
    pub(super) lists: &'a Lists<'a>,
    pub(super) words: &'a Words,
    pub(super) templates: &'a Templates,
    pub(super) bodies: &'a (dyn Fn(&Summary) -> Vec<Block> + Sync),
    pub(super) links: &'a (dyn Fn(&Entry, &Lang) -> Arc<Linked> + Sync),
    pub(super) origin: Origin,
    /// The events of the next days.
    pub(super) events: Vec<&'a Entry>,
    frames: BTreeMap<&'a str, Frame<'a>>,
    kinds: BTreeMap<&'static str, KindTemplates>,
}

/// The templates of a kind.
#[derive(Debug)]
pub(super) struct KindTemplates {
    pub page: String,
    /// Its own card, or that of all.
    pub card: String,
}

/// Days before an event in which the home page shows it (REQUIREMENTS 45 asks for a month; two give room to prepare).
const EVENT_DAYS: i64 = 60;

impl<'a> Workshop<'a> {
    /// Prepares what all pages share. `bodies` reads the body of a file, `links` gives what [`Linked::of`] does.
    pub fn new(
        (site, lists): (&'a Site, &'a Lists<'a>),
        words: &'a Words,
        templates: &'a Templates,
        origin: Origin,
        bodies: &'a (dyn Fn(&Summary) -> Vec<Block> + Sync),
        links: &'a (dyn Fn(&Entry, &Lang) -> Arc<Linked> + Sync),
    ) -> Workshop<'a> {
        let languages = site.config.languages.iter();
        let frames = languages.map(|lang| (lang.as_str(), Frame::new(site, lists, words, origin, lang)));
        let card = |kind: &str| Some(format!("cards/{kind}.html")).filter(|own| templates.has(own));
        let kinds = kinds::ALL.iter().map(|kind| {
            let card = card(kind.name).unwrap_or_else(|| "card.html".to_owned());
            (kind.name, KindTemplates { page: format!("{}.html", kind.name), card })
        });
        let events = site::events(site, EVENT_DAYS).into_iter().map(|(entry, _)| entry);
        Workshop {
            site,
            lists,
            words,
            templates,
            bodies,
            links,
            origin,
            events: events.collect(),
            frames: frames.collect(),
            kinds: kinds.collect(),
        }
    }

    pub(super) fn frame(&self, tag: &str) -> Option<&Frame<'a>> {
        self.frames.get(tag)
    }

    pub(super) fn kind(&self, entry: &Entry) -> Option<&KindTemplates> {
        self.kinds.get(entry.kind.name)
    }

    /// Makes a page.
    pub fn make(&self, layout: &Layout<'_>, body: Option<&Body>) -> Made {
        let mut context = context(layout, body);
        let (made, failures) = self.words.heard(|| {
            if let Some(data) = self.data(layout) {
                context.insert_value("data", safe(&data));
            }
            self.templates.render(layout.template, &context)
        });
        let page = made.and_then(|html| match SitePath::new(layout.path()) {
            Ok(path) => Ok(Page { path, html: Item::bytes(html.into_string()) }),
            Err(_) => {
                let place = Place::file(layout.path());
                Err(Box::new(Diagnostic::error("output-name", place).arg("address", layout.path())))
            }
        });
        let weight = Weight::default();
        match page {
            Ok(page) => Made { page: Some(page), diagnostics: Vec::new(), failures, weight },
            Err(finding) => Made { page: None, diagnostics: vec![*finding], failures, weight },
        }
    }
}

/// A layout as its template sees it.
fn context(layout: &Layout<'_>, body: Option<&Body>) -> Context {
    let mut context = layout.frame.context(layout.path.matches('/').count());
    if let Some(page) = &layout.page {
        put(&mut context, "page", page);
    }
    if let (Some((entry, _)), Some(body)) = (&layout.entry, body) {
        context.insert_value("entry", with(Value::from_serializable(entry), "body", safe(&body.html)));
    }
    match &layout.parts {
        Parts::Nothing => {}
        Parts::Root(languages) => put(&mut context, "languages", languages),
        Parts::Home { sections, alerts, events, topics, languages } => {
            let section = |(view, row)| with(Value::from_serializable(view), "items", values(row));
            let sections: Vec<Value> = sections.iter().map(|(view, row)| section((view, row))).collect();
            context.insert_value("sections", Value::from(sections));
            context.insert_value("alerts", values(alerts));
            context.insert_value("events", values(events));
            put(&mut context, "topics", topics);
            put(&mut context, "languages", languages);
        }
        Parts::List { list, row, topic } => {
            context.insert_value("list", with(Value::from_serializable(list), "items", values(row)));
            if let Some(topic) = topic {
                put(&mut context, "topic", topic);
            }
        }
        Parts::Topics(topics) => put(&mut context, "topics", topics),
        Parts::Letters(letters) => put(&mut context, "letters", letters),
        Parts::NotFound { home, base } => {
            put(&mut context, "home", home);
            put(&mut context, "base", base);
        }
        // Every way from there leads over the address of the site.
        Parts::Fragment { base } => put(&mut context, "root", base),
        Parts::Redirect { target, title } => {
            put(&mut context, "target", target);
            put(&mut context, "title", title);
        }
        Parts::Neutral { year, months } => {
            put(&mut context, "year", year);
            put(&mut context, "months", months);
        }
    }
    context
}

/// What templates see is a part of the layout's digest: a value that has none cannot be put there.
fn put(context: &mut Context, name: &'static str, value: &(impl Serialize + Hash)) {
    context.insert_value(name, Value::from_serializable(value));
}

impl std::fmt::Debug for Workshop<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Workshop").finish_non_exhaustive()
    }
}

/// Markup as a value that templates do not escape.
pub(super) fn safe(html: &Html) -> Value {
    Value::safe_string(html.as_str())
}

/// A map with one value more.
fn with(value: Value, key: &'static str, more: Value) -> Value {
    match value.into_map() {
        Some(mut map) => {
            map.insert(key.into(), more);
            Value::from(map)
        }
        None => more,
    }
}
