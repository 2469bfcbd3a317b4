//! What search engines and feed readers are told of other languages: real translations only, each naming all the others.

use std::collections::{BTreeMap, BTreeSet};

use super::html::Document;
use super::output::Documents;
use super::sites::LANGUAGES;

/// What is told falsely, with the file that tells it.
pub fn faults(documents: &Documents<'_>, base: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, page) in &documents.pages {
        let others = alternates(page);
        let canonical = link(page, "canonical").and_then(|address| address.strip_prefix(base));
        let shown = shown(page);
        let here = page.all("html").next().and_then(|html| html.get("lang")).unwrap_or("");
        if canonical == Some(path) && shown.as_deref().is_some_and(|shown| shown != here) && !is_list(path) {
            faults.push(format!("{path}: shows {shown:?} and is its own canonical page"));
        }
        for (tag, address) in &others {
            let Some((file, other)) =
                address.strip_prefix(base).and_then(|file| Some((file, documents.pages.get(file)?)))
            else {
                faults.push(format!("{path}: hreflang {tag} leads to no page"));
                continue;
            };
            if alternates(other) != others {
                faults.push(format!("{path}: {file} does not name it back"));
            }
            let is_in = other.all("html").next().and_then(|html| html.get("lang"));
            if *tag != "x-default" && (is_in != Some(tag) || self::shown(other).is_some_and(|shown| shown != *tag)) {
                faults.push(format!("{path}: hreflang {tag} leads to {file}, which is in another language"));
            }
        }
    }
    for (path, feed) in &documents.feeds {
        let lang = path.split('/').next().unwrap_or("");
        for file in feed.all("link").filter_map(|link| link.get("href")?.strip_prefix(base)) {
            let page = documents.pages.get(file);
            let other = page.and_then(shown).filter(|shown| !is_list(file) && !shown.eq_ignore_ascii_case(lang));
            faults.extend(other.map(|shown| format!("{path}: names {file}, which shows {shown}")));
        }
        for text in feed.texts.iter().filter(|text| text.parent == "loc") {
            let page = text.words.strip_prefix(base).and_then(|file| Some((file, documents.pages.get(file)?)));
            let Some((file, page)) = page else { continue };
            let here = page.all("html").next().and_then(|html| html.get("lang"));
            if shown(page).is_some_and(|shown| Some(shown.as_str()) != here) && !is_list(file) {
                faults.push(format!("{path}: names {file}, which is a fallback"));
            }
        }
    }
    faults
}

fn alternates(page: &Document) -> BTreeMap<&str, &str> {
    let links = page.all("link").filter(|link| link.get("rel") == Some("alternate"));
    links.filter_map(|link| Some((link.get("hreflang")?, link.get("href")?))).collect()
}

fn link<'a>(page: &'a Document, rel: &str) -> Option<&'a str> {
    page.all("link").find(|link| link.get("rel") == Some(rel)).and_then(|link| link.get("href"))
}

/// Lists, topics and the home page have words of several languages whatever they are.
fn is_list(path: &str) -> bool {
    path.matches('/').count() < 3 || path.contains("/chu-de/")
}

/// The language of the title of an entry, as its words say it.
fn shown(page: &Document) -> Option<String> {
    let title = page.texts.iter().find(|text| text.parent == "h1")?;
    let words: BTreeSet<&str> = title.words.split_whitespace().collect();
    let known = LANGUAGES.iter().find(|(_, mark)| words.contains(mark));
    known.map(|(tag, _)| (*tag).to_owned())
}
