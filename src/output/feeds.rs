//! Atom feeds (RFC 4287): one a language and one a section, of what is really in that language.

use std::sync::Arc;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::base::{Date, Lang, limits};
use crate::model::{Indexed, Item, Spoken};
use crate::site::{Entry, Site, latest, page, page_folder, published};
use crate::theme::Theme;

use super::{File, Files, Output};

/// The output.
pub const OUTPUT: Output = Output { name: Some("feeds"), make };

/// The year in every id. An id must never change (RFC 4287, section 4.2.6), not even when an entry gets another date,
/// so it is a fixed one: that in which loa began (RFC 4151 asks for a day on which the name belonged to its owner).
const YEAR: &str = "2026";

const ATOM: &str = "http://www.w3.org/2005/Atom";

/// What is new in a language below a folder.
#[derive(Debug)]
pub(super) struct Feed<'a> {
    /// The language.
    pub lang: &'a Lang,
    /// The folder, or nothing for the whole site.
    pub folder: &'a str,
    /// What it is called.
    pub title: Spoken<'a>,
    /// What is really in that language and has a day, newest first.
    pub entries: Vec<&'a Entry>,
}

/// The feeds of a site: one a language and one a section.
pub(super) fn all(site: &Site) -> Vec<Feed<'_>> {
    let is_section = |entry: &&Entry| entry.is_published() && entry.entries.is_some() && !entry.is_home();
    let mut feeds = Vec::new();
    for lang in &site.config.languages {
        let own = |folder: &str| {
            let below = published(site).filter(|entry| entry.is_own(lang) && day(entry).is_some() && !entry.is_draft());
            let below = below.filter(|entry| folder.is_empty() || entry.folder.starts_with(&format!("{folder}/")));
            latest(site, lang, below)
        };
        feeds.push(Feed { lang, folder: "", title: site.name_of(lang), entries: own("") });
        for section in site.entries.values().filter(is_section) {
            let title = site.title_of(section, lang);
            feeds.push(Feed { lang, folder: &section.folder, title, entries: own(&section.folder) });
        }
    }
    feeds
}

impl Feed<'_> {
    /// The name of an entry in it, which is the same in every form of the feed.
    pub fn id_of(&self, site: &Site, entry: &Entry) -> Option<String> {
        Some(format!("tag:{},{YEAR}:{}/{}", site.config.base_url.as_ref()?.host()?, self.lang.folder(), entry.folder))
    }
}

/// The moments in which an entry was published and changed.
pub(super) fn moments(entry: &Entry) -> Option<(String, String)> {
    let date = day(entry)?;
    Some((moment(date), moment(changed(entry).unwrap_or(date))))
}

fn make(site: &Site, _: &Theme, _: &[Arc<Indexed>]) -> Files {
    let Some(base) = &site.config.base_url else { return (Vec::new(), Vec::new()) };
    let Some(host) = base.host() else { return (Vec::new(), Vec::new()) };
    let atom = Atom { site, base: base.as_str(), host };
    (all(site).iter().filter_map(|feed| atom.write(feed)).collect(), Vec::new())
}

fn day(entry: &Entry) -> Option<Date> {
    entry.facts().date("date")
}

struct Atom<'a> {
    site: &'a Site,
    base: &'a str,
    host: &'a str,
}

impl Atom<'_> {
    /// A feed. Writing into memory cannot fail, so an error would only mean that there is none.
    fn write(&self, feed: &Feed<'_>) -> Option<File> {
        let Feed { lang, folder, title, entries } = feed;
        let path = page_folder(lang, folder) + "feed.xml";
        let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None))).ok()?;
        // A feed that has nothing yet changes when the site does, not each day.
        let newest = entries.iter().filter_map(|entry| changed(entry)).max();
        let changed = newest.or_else(|| published(self.site).filter_map(changed).max()).unwrap_or(self.site.today);
        let root =
            xml.create_element("feed").with_attribute(("xmlns", ATOM)).with_attribute(("xml:lang", lang.as_str()));
        root.write_inner_content(|xml| {
            words(xml, "title", *title, lang)?;
            text(xml, "id", &format!("tag:{},{YEAR}:{}/{folder}", self.host, lang.folder()))?;
            text(xml, "updated", &moment(changed))?;
            link(xml, "self", &format!("{}{path}", self.base))?;
            link(xml, "alternate", &format!("{}{}", self.base, page(lang, folder)))?;
            text(xml, "icon", &format!("{}assets/icon.svg", self.base))?;
            text(xml, "logo", &format!("{}assets/logo.svg", self.base))?;
            xml.create_element("author").write_inner_content(|xml| {
                words(xml, "name", self.site.name_of(lang), lang)?;
                Ok(())
            })?;
            for entry in entries.iter().take(limits::FEED_ENTRIES) {
                self.entry(xml, feed, entry)?;
            }
            Ok(())
        })
        .ok()?;
        let mut bytes = xml.into_inner();
        bytes.push(b'\n');
        Some(File::made(path, Item::Bytes(bytes.into())))
    }

    fn entry(&self, xml: &mut Writer<Vec<u8>>, feed: &Feed<'_>, entry: &Entry) -> std::io::Result<()> {
        let lang = feed.lang;
        let (Some((published, updated)), Some(id)) = (moments(entry), feed.id_of(self.site, entry)) else {
            return Ok(());
        };
        let summary = entry.fact(lang, "summary");
        xml.create_element("entry").write_inner_content(|xml| {
            words(xml, "title", self.site.title_of(entry, lang), lang)?;
            text(xml, "id", &id)?;
            link(xml, "alternate", &format!("{}{}", self.base, page(lang, &entry.folder)))?;
            text(xml, "published", &published)?;
            text(xml, "updated", &updated)?;
            if let Some((said, whose)) = summary.and_then(|(located, whose)| Some((located.fact.as_text()?, whose))) {
                words(xml, "summary", self.site.spoken(said, whose), lang)?;
            }
            Ok(())
        })?;
        Ok(())
    }
}

fn changed(entry: &Entry) -> Option<Date> {
    entry.facts().date("updated").or(day(entry))
}

/// A day as a moment: midnight in Vietnam (RFC 3339).
fn moment(date: Date) -> String {
    format!("{date}T00:00:00+07:00")
}

fn text(xml: &mut Writer<Vec<u8>>, name: &str, text: &str) -> std::io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(text))?;
    Ok(())
}

/// An element with words, which say their language where it is not that of the feed.
fn words(xml: &mut Writer<Vec<u8>>, name: &str, said: Spoken<'_>, lang: &Lang) -> std::io::Result<()> {
    let element = xml.create_element(name);
    let element = if said.lang == lang { element } else { element.with_attribute(("xml:lang", said.lang.as_str())) };
    // XML 1.0 has no place for control characters, not even escaped.
    let text: String = said.text.chars().filter(|c| !c.is_control()).collect();
    element.write_text_content(BytesText::new(&text))?;
    Ok(())
}

fn link(xml: &mut Writer<Vec<u8>>, rel: &str, href: &str) -> std::io::Result<()> {
    xml.create_element("link").with_attribute(("rel", rel)).with_attribute(("href", href)).write_empty()?;
    Ok(())
}
