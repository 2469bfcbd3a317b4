//! The sitemap: real pages with their real translations. What shows another language's text is not in it.

use std::sync::Arc;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::base::{Lang, limits};
use crate::model::{Indexed, Item};
use crate::site::{Entry, Site, page, view};
use crate::theme::Theme;

use super::{File, Files, Output};

/// The output.
pub const OUTPUT: Output = Output { name: Some("sitemap"), make };

const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

fn make(site: &Site, _: &Theme, _: &[Arc<Indexed>]) -> Files {
    let Some(base) = &site.config.base_url else { return (Vec::new(), Vec::new()) };
    let entries = site.entries.values().filter(|entry| entry.is_published() && !entry.is_draft());
    let urls: Vec<(&Entry, &Lang)> = entries
        .flat_map(|entry| site.config.languages.iter().filter(|lang| entry.is_own(lang)).map(move |lang| (entry, lang)))
        .collect();
    let files: Vec<Vec<u8>> =
        urls.chunks(limits::SITEMAP_URLS).filter_map(|urls| sitemap(site, base.as_str(), urls)).collect();
    let name = |n: usize| format!("sitemap-{}.xml", n + 1);
    let mut out: Vec<File> = Vec::new();
    match files.as_slice() {
        [only] => out.push(File::made("sitemap.xml", Item::Bytes(only.clone().into()))),
        several => {
            let names: Vec<String> = (0..several.len()).map(name).collect();
            if let Some(list) = list(base.as_str(), &names) {
                out.push(File::made("sitemap.xml", Item::Bytes(list.into())));
            }
            let items = several.iter().map(|bytes| Item::Bytes(bytes.clone().into()));
            out.extend(names.into_iter().zip(items).map(|(name, item)| File::made(name, item)));
        }
    }
    (out, Vec::new())
}

/// One sitemap. Writing into memory cannot fail, so an error would only mean that there is none.
fn sitemap(site: &Site, base: &str, urls: &[(&Entry, &Lang)]) -> Option<Vec<u8>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None))).ok()?;
    let root = xml.create_element("urlset").with_attribute(("xmlns", SITEMAP)).with_attribute(("xmlns:xhtml", XHTML));
    root.write_inner_content(|xml| {
        for (entry, lang) in urls {
            url(site, base, entry, lang, xml)?;
        }
        Ok(())
    })
    .ok()?;
    Some(ended(xml))
}

fn url(site: &Site, base: &str, entry: &Entry, lang: &Lang, xml: &mut Writer<Vec<u8>>) -> std::io::Result<()> {
    let address = format!("{base}{}", page(lang, &entry.folder));
    let changed = entry.facts().date("updated").or(entry.facts().date("date"));
    xml.create_element("url").write_inner_content(|xml| {
        xml.create_element("loc").write_text_content(BytesText::new(&address))?;
        if let Some(day) = changed {
            xml.create_element("lastmod").write_text_content(BytesText::new(&day.to_string()))?;
        }
        let alternates = view::alternates(site, entry);
        // One language and the default for all are the same page: nothing to choose from.
        for alternate in alternates.iter().filter(|_| alternates.len() > 2) {
            xml.create_element("xhtml:link")
                .with_attribute(("rel", "alternate"))
                .with_attribute(("hreflang", alternate.tag))
                .with_attribute(("href", alternate.url.as_str()))
                .write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

fn list(base: &str, names: &[String]) -> Option<Vec<u8>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None))).ok()?;
    let root = xml.create_element("sitemapindex").with_attribute(("xmlns", SITEMAP));
    root.write_inner_content(|xml| {
        for name in names {
            let address = format!("{base}{name}");
            xml.create_element("sitemap").write_inner_content(|xml| {
                xml.create_element("loc").write_text_content(BytesText::new(&address))?;
                Ok(())
            })?;
        }
        Ok(())
    })
    .ok()?;
    Some(ended(xml))
}

fn ended(xml: Writer<Vec<u8>>) -> Vec<u8> {
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    bytes
}
