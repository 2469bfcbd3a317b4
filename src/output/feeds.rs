//! Atom feeds (RFC 4287): one a language and one a section, of what is really in that language.

use std::sync::Arc;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::base::{Date, Lang, limits};
use crate::model::{Indexed, Item, Said};
use crate::site::{Entry, Site, latest, page, page_folder, published};
use crate::theme::Theme;

use super::{File, Files, Output};

/// The output.
pub const OUTPUT: Output = Output { name: Some("feeds"), make };

/// The year in every id. An id must never change (RFC 4287, section 4.2.6), not even when an entry gets another date,
/// so it is a fixed one: that in which loa began (RFC 4151 asks for a day on which the name belonged to its owner).
const YEAR: &str = "2026";

const ATOM: &str = "http://www.w3.org/2005/Atom";

fn make(site: &Site, _: &Theme, _: &[Arc<Indexed>]) -> Files {
    let Some(base) = &site.config.base_url else { return (Vec::new(), Vec::new()) };
    let Some(host) = base.host() else { return (Vec::new(), Vec::new()) };
    let mut files = Vec::new();
    let feed = Feed { site, base: base.as_str(), host };
    for lang in &site.config.languages {
        let own = |folder: &str| {
            let below = published(site).filter(|entry| entry.is_own(lang) && day(entry).is_some() && !entry.is_draft());
            let below = below.filter(|entry| folder.is_empty() || entry.folder.starts_with(&format!("{folder}/")));
            latest(site, lang, below)
        };
        files.extend(feed.write(lang, "", &site.name(lang), &own("")));
        for section in
            site.entries.values().filter(|entry| entry.is_published() && entry.entries.is_some() && !entry.is_home())
        {
            files.extend(feed.write(lang, &section.folder, &site.title(section, lang), &own(&section.folder)));
        }
    }
    (files, Vec::new())
}

fn day(entry: &Entry) -> Option<Date> {
    entry.facts().date("date")
}

struct Feed<'a> {
    site: &'a Site,
    base: &'a str,
    host: &'a str,
}

impl Feed<'_> {
    /// The feed of a folder. Writing into memory cannot fail, so an error would only mean that there is none.
    fn write(&self, lang: &Lang, folder: &str, title: &Said, entries: &[&Entry]) -> Option<File> {
        let path = page_folder(lang, folder) + "feed.xml";
        let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None))).ok()?;
        // A feed that has nothing yet changes when the site does, not each day.
        let newest = entries.iter().filter_map(|entry| changed(entry)).max();
        let changed = newest.or_else(|| published(self.site).filter_map(changed).max()).unwrap_or(self.site.today);
        let root =
            xml.create_element("feed").with_attribute(("xmlns", ATOM)).with_attribute(("xml:lang", lang.as_str()));
        root.write_inner_content(|xml| {
            words(xml, "title", title, lang)?;
            text(xml, "id", &format!("tag:{},{YEAR}:{}/{folder}", self.host, lang.folder()))?;
            text(xml, "updated", &moment(changed))?;
            link(xml, "self", &format!("{}{path}", self.base))?;
            link(xml, "alternate", &format!("{}{}", self.base, page(lang, folder)))?;
            text(xml, "icon", &format!("{}assets/icon.svg", self.base))?;
            text(xml, "logo", &format!("{}assets/logo.svg", self.base))?;
            xml.create_element("author").write_inner_content(|xml| {
                words(xml, "name", &self.site.name(lang), lang)?;
                Ok(())
            })?;
            for entry in entries.iter().take(limits::FEED_ENTRIES) {
                self.entry(xml, entry, lang)?;
            }
            Ok(())
        })
        .ok()?;
        let mut bytes = xml.into_inner();
        bytes.push(b'\n');
        Some(File::made(path, Item::Bytes(bytes.into())))
    }

    fn entry(&self, xml: &mut Writer<Vec<u8>>, entry: &Entry, lang: &Lang) -> std::io::Result<()> {
        let Some(date) = day(entry) else { return Ok(()) };
        let summary = entry.fact(lang, "summary");
        xml.create_element("entry").write_inner_content(|xml| {
            words(xml, "title", &self.site.title(entry, lang), lang)?;
            text(xml, "id", &format!("tag:{},{YEAR}:{}/{}", self.host, lang.folder(), entry.folder))?;
            link(xml, "alternate", &format!("{}{}", self.base, page(lang, &entry.folder)))?;
            text(xml, "published", &moment(date))?;
            text(xml, "updated", &moment(changed(entry).unwrap_or(date)))?;
            if let Some((said, whose)) = summary.and_then(|(located, whose)| Some((located.fact.as_text()?, whose))) {
                words(xml, "summary", &self.site.said(said, whose), lang)?;
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
fn words(xml: &mut Writer<Vec<u8>>, name: &str, said: &Said, lang: &Lang) -> std::io::Result<()> {
    let element = xml.create_element(name);
    let element = if said.lang == *lang { element } else { element.with_attribute(("xml:lang", said.lang.as_str())) };
    // XML 1.0 has no place for control characters, not even escaped.
    let text: String = said.text.chars().filter(|c| !c.is_control()).collect();
    element.write_text_content(BytesText::new(&text))?;
    Ok(())
}

fn link(xml: &mut Writer<Vec<u8>>, rel: &str, href: &str) -> std::io::Result<()> {
    xml.create_element("link").with_attribute(("rel", rel)).with_attribute(("href", href)).write_empty()?;
    Ok(())
}
