//! What must hold of every output, whatever the site: the contract of DESIGN section 4 as far as the tree shows it.

use std::collections::{BTreeMap, BTreeSet};

use loa::base::SitePath;
use loa::model::{Item, Tree};

use super::data;
use super::html::{self, Document, Element};

/// Pages that are no part of any edition: they have no landmarks, and links of their own.
const APART: &[&str] = &["404.html", "lich/index.html"];

/// The documents of a tree.
pub struct Documents<'a> {
    tree: &'a Tree,
    pub pages: BTreeMap<&'a str, Document>,
    pub feeds: BTreeMap<&'a str, Document>,
}

/// Reads the documents of a tree.
pub fn documents(tree: &Tree) -> Documents<'_> {
    let read = |ending: &str| {
        let files = tree.files.iter().filter(|(path, _)| path.extension() == ending);
        let texts = files.filter_map(|(path, item)| Some((path.as_str(), std::str::from_utf8(bytes_of(item)?).ok()?)));
        texts.map(|(path, text)| (path, html::read(text, ending == "xml"))).collect()
    };
    Documents { tree, pages: read("html"), feeds: read("xml") }
}

/// Everything that is wrong with a tree, with the file that it is wrong with.
pub fn faults(documents: &Documents<'_>, base: Option<&str>) -> Vec<String> {
    let mut faults = names(documents.tree);
    for (path, item) in &documents.tree.files {
        let Some(Ok(text)) = bytes_of(item).map(std::str::from_utf8) else { continue };
        // The lines of a calendar end as RFC 5545 wants it, and nothing else holds such ends.
        let plain = if path.extension() == "ics" { text.replace("\r\n", "\n") } else { text.to_owned() };
        // Fluent's isolation marks would stand in titles and copied numbers; the others are no characters of HTML or XML.
        let is_odd = |c: char| matches!(c, '\0'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{2066}'..='\u{2069}' | '\u{FFFE}' | '\u{FFFF}');
        if let Some(c) = plain.chars().find(|c| is_odd(*c)) {
            faults.push(format!("{path}: holds {c:?}"));
        }
    }
    for (path, page) in documents.pages.iter().chain(&documents.feeds) {
        faults.extend(page.faults.iter().map(|fault| format!("{path}: {fault}")));
    }
    for (path, page) in &documents.pages {
        let mut found = shape(path, page);
        found.extend(nothing_runs(page, base));
        found.extend(data::faults(page));
        found.extend(ids(page));
        found.extend(links(path, page, documents, base));
        faults.extend(found.into_iter().map(|fault| format!("{path}: {fault}")));
    }
    for (path, feed) in &documents.feeds {
        for address in feed
            .all("link")
            .filter_map(|link| link.get("href"))
            .chain(feed.texts.iter().filter_map(|text| (text.parent == "loc").then_some(text.words.as_str())))
        {
            let file = base.and_then(|base| address.strip_prefix(base));
            if !file.is_some_and(|file| has(documents.tree, file)) {
                faults.push(format!("{path}: {address} is no file of the site"));
            }
        }
    }
    faults
}

fn bytes_of(item: &Item) -> Option<&[u8]> {
    match item {
        Item::Bytes(bytes) => Some(bytes),
        Item::Copy { .. } | Item::Derived { .. } | Item::Drawn(_) => None,
    }
}

fn has(tree: &Tree, path: &str) -> bool {
    SitePath::new(path).is_ok_and(|path| tree.files.contains_key(&path))
}

/// Names that every disk and host takes.
fn names(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    let mut small = BTreeSet::new();
    for path in tree.files.keys() {
        let part_fits = |part: &str| {
            let letters = part.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-'));
            letters && !part.is_empty() && part.len() <= 60 && !part.starts_with('.') && !part.ends_with('.')
        };
        let device = |part: &str| {
            let stem = part.split('.').next().unwrap_or(part);
            let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
            matches!(stem, "con" | "prn" | "aux" | "nul")
                || port.is_some_and(|n| n.len() == 1 && n.as_bytes()[0].is_ascii_digit())
        };
        if !path.parts().all(part_fits) || path.as_str().len() > 150 || path.parts().any(device) {
            faults.push(format!("{path}: no name for every disk and host"));
        }
        if !small.insert(path.as_str().to_lowercase()) {
            faults.push(format!("{path}: differs from another file in case alone"));
        }
    }
    faults
}

/// One heading of the first level, a title, a language, and landmarks.
fn shape(path: &str, page: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    let count = |name: &str| page.all(name).count();
    for (name, wanted) in [("h1", 1), ("title", 1), ("main", 1), ("html", 1), ("body", 1), ("head", 1)] {
        if count(name) != wanted {
            faults.push(format!("{} <{name}>", count(name)));
        }
    }
    if page.all("html").any(|html| html.get("lang").is_none_or(str::is_empty) || html.get("dir").is_none()) {
        faults.push("<html> without lang or dir".to_owned());
    }
    let is_redirect = page.all("meta").any(|meta| meta.get("http-equiv") == Some("refresh"));
    if !APART.contains(&path) && !is_redirect {
        let is_skip = |link: &Element| link.get("class") == Some("skip");
        if !page.all("a").next().is_some_and(is_skip) {
            faults.push("the first link is not the skip link".to_owned());
        }
        if count("footer") != 1 || count("header") != 1 {
            faults.push("landmarks are missing".to_owned());
        }
    }
    let is_printed = |text: &html::Text| text.words.contains("{\"text\"") || text.words.contains("__tera");
    faults.extend(
        page.texts
            .iter()
            .filter(|text| is_printed(text))
            .map(|text| format!("a value is printed as it is: {}", text.words.trim())),
    );
    faults
}

/// No script, style, form or frame, and nothing from another host.
fn nothing_runs(page: &Document, base: Option<&str>) -> Vec<String> {
    let mut faults = Vec::new();
    for element in &page.elements {
        let name = element.name.as_str();
        if matches!(name, "style" | "form" | "iframe" | "object" | "embed" | "base" | "frame" | "noscript") {
            faults.push(format!("<{name}>"));
        }
        let is_data = element.get("type") == Some("application/ld+json");
        if name == "script" && !is_data && (element.get("src").is_none() || element.get("type") == Some("module")) {
            faults.push("a script in the page".to_owned());
        }
        for (key, value) in &element.attributes {
            if key.starts_with("on")
                || matches!(key.as_str(), "style" | "crossorigin" | "integrity" | "ping" | "srcdoc")
            {
                faults.push(format!("<{name} {key}>"));
            }
            let lower = value.trim().to_lowercase();
            if ["javascript:", "vbscript:", "data:", "file:"].iter().any(|scheme| lower.starts_with(scheme)) {
                faults.push(format!("<{name} {key}=\"{value}\">"));
            }
            let is_loaded = matches!(key.as_str(), "src" | "srcset" | "poster" | "data" | "background")
                || (key == "href" && name == "link" && !matches!(element.get("rel"), Some("canonical" | "alternate")))
                || (key.ends_with("href") && matches!(name, "use" | "image"));
            if is_loaded && (value.contains("://") || value.starts_with("//")) {
                faults.push(format!("<{name} {key}=\"{value}\"> asks another host"));
            }
            let is_own_absolute = base.is_some_and(|base| value.starts_with(base));
            if matches!(element.get("rel"), Some("canonical" | "alternate"))
                && key == "href"
                && value.contains("://")
                && !is_own_absolute
            {
                faults.push(format!("{value} is no address of this site"));
            }
        }
    }
    faults
}

/// Ids are there once, and whatever refers to one finds it.
fn ids(page: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    faults.extend(
        page.ids().filter(|id| id.is_empty() || !seen.insert(*id)).map(|id| format!("the id {id} is there twice")),
    );
    for element in &page.elements {
        for key in ["aria-labelledby", "aria-describedby", "for", "headers"] {
            let named = element.get(key).unwrap_or("").split_whitespace().filter(|id| !seen.contains(id));
            faults.extend(named.map(|id| format!("{key} names #{id}, which is not there")));
        }
    }
    faults
}

/// Every address inside the site is relative, ends in a file name, and is there with its anchor.
fn links(path: &str, page: &Document, documents: &Documents<'_>, base: Option<&str>) -> Vec<String> {
    let mut faults = Vec::new();
    for element in &page.elements {
        let refresh =
            element.get("http-equiv").and_then(|_| element.get("content")?.split_once("url=")).map(|(_, url)| url);
        let addresses = element.attributes.iter().filter(|(key, _)| matches!(key.as_str(), "href" | "src" | "poster"));
        for address in addresses.map(|(_, value)| value.as_str()).chain(refresh) {
            let own = base.and_then(|base| address.strip_prefix(base));
            let scheme = address.split(['/', '#', '?']).next().unwrap_or("");
            let target = match own {
                Some(file) if path == "404.html" || element.name == "link" => Some(file.to_owned()),
                Some(_) => {
                    faults.push(format!("{address} is not relative"));
                    continue;
                }
                None if scheme.contains(':') => continue,
                None if path == "404.html" => {
                    let host = base.and_then(|base| base.splitn(4, '/').nth(3)).map(|path| format!("/{path}"));
                    host.and_then(|host| address.strip_prefix(&host).map(str::to_owned))
                }
                None => joined(path, address),
            };
            let (file, anchor) = target.as_deref().map_or((None, None), |target| match target.split_once('#') {
                Some((file, anchor)) => (Some(file), Some(anchor)),
                None => (Some(target), None),
            });
            let file = file.map(|file| if file.is_empty() { path } else { file });
            let ends_well = file.is_some_and(|file| file.rsplit('/').next().is_some_and(|name| name.contains('.')));
            if !ends_well || !file.is_some_and(|file| has(documents.tree, file)) {
                faults.push(format!("{address} leads to no file of the site"));
            } else if let (Some(anchor), Some(there)) = (anchor, file.and_then(|file| documents.pages.get(file)))
                && !there.ids().any(|id| id == anchor)
            {
                faults.push(format!("{address} leads to no place of its page"));
            }
        }
    }
    faults
}

/// Where a relative address leads from a file; none if it leaves the site or is not relative.
fn joined(path: &str, address: &str) -> Option<String> {
    if let Some(anchor) = address.strip_prefix('#') {
        return Some(format!("{path}#{anchor}"));
    }
    if address.starts_with('/') || address.contains('\\') || address.contains('%') {
        return None;
    }
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    let (way, anchor) = address.split_once('#').map_or((address, None), |(way, anchor)| (way, Some(anchor)));
    for part in way.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            "." | "" => return None,
            part => parts.push(part),
        }
    }
    let file = parts.join("/");
    Some(anchor.map_or(file.clone(), |anchor| format!("{file}#{anchor}")))
}
