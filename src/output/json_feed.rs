//! JSON feeds (jsonfeed.org, version 1.1) beside those in Atom: the same entries, for programs of portals that read no XML.

use std::sync::Arc;

use serde::Serialize;

use crate::base::{Lang, limits};
use crate::model::{Indexed, Item, Spoken};
use crate::site::{Entry, Site, page, page_folder};
use crate::theme::Theme;

use super::feeds::{self, Feed};
use super::{File, Files, Output};

/// The output.
pub const OUTPUT: Output = Output { name: Some("json_feed"), make };

const VERSION: &str = "https://jsonfeed.org/version/1.1";

/// A feed as it is written.
#[derive(Serialize)]
struct Written<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: String,
    feed_url: String,
    icon: String,
    authors: [Author<'a>; 1],
    language: &'a str,
    items: Vec<Entered<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

/// An entry as it is written. All its words are in one language.
#[derive(Serialize)]
struct Entered<'a> {
    id: String,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    content_text: &'a str,
    date_published: String,
    date_modified: String,
    language: &'a str,
}

fn make(site: &Site, _: &Theme, _: &[Arc<Indexed>]) -> Files {
    let Some(base) = site.config.base_url.as_ref().map(|base| base.as_str()) else { return (Vec::new(), Vec::new()) };
    let files = feeds::all(site).into_iter().filter_map(|feed| {
        let path = page_folder(feed.lang, feed.folder) + "feed.json";
        let name = site.name(feed.lang);
        let written = Written {
            version: VERSION,
            title: feed.title.text,
            home_page_url: format!("{base}{}", page(feed.lang, feed.folder)),
            feed_url: format!("{base}{path}"),
            icon: format!("{base}assets/logo.svg"),
            authors: [Author { name: &name.text }],
            language: feed.lang.as_str(),
            items: items(site, base, &feed),
        };
        // Writing into memory cannot fail, so an error would only mean that there is none.
        let mut text = serde_json::to_string_pretty(&written).ok()?;
        text.push('\n');
        Some(File::made(path, Item::text(text)))
    });
    (files.collect(), Vec::new())
}

fn items<'a>(site: &'a Site, base: &str, feed: &Feed<'a>) -> Vec<Entered<'a>> {
    let lang = feed.lang;
    let entered = |entry: &&'a Entry| {
        let (published, updated) = feeds::moments(entry)?;
        let title = site.title_of(entry, lang);
        let words = words(site, entry, lang).unwrap_or(title);
        Some(Entered {
            id: feed.id_of(site, entry)?,
            url: format!("{base}{}", page(lang, &entry.folder)),
            title: Some(title.text).filter(|_| title.lang == words.lang),
            content_text: words.text,
            date_published: published,
            date_modified: updated,
            language: words.lang.as_str(),
        })
    };
    feed.entries.iter().take(limits::FEED_ENTRIES).filter_map(entered).collect()
}

/// The summary of an entry, or how it begins; what is in the language of the feed before what is not.
fn words<'a>(site: &Site, entry: &'a Entry, lang: &'a Lang) -> Option<Spoken<'a>> {
    let summary = entry.fact(lang, "summary").and_then(|(located, whose)| Some((located.fact.as_text()?, whose)));
    let opening = entry.body(lang).map(|(text, shown)| (text.summary.opening.as_str(), shown));
    let mut both: Vec<(&str, &Lang)> =
        summary.into_iter().chain(opening).filter(|(text, _)| !text.is_empty()).collect();
    both.sort_by_key(|(_, whose)| *whose != lang);
    both.first().map(|(text, whose)| site.spoken(text, whose))
}
