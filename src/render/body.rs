//! The body of a page: its blocks are read, written as markup and counted for the search, and dropped again.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::base::{Digest, Lang};
use crate::i18n::{Failures, Words};
use crate::model::{Html, Indexed, Resolved, Summary};
use crate::site::{self, Entry, FileUse, Site};

use super::fragment::{self, Home};
use super::frame::Keyed;
use super::html::{self, BodyWords};
use super::indexed::{Heads, heads, indexed};
use super::page::Workshop;
use super::text;

/// Everything that a body is made of.
#[derive(Debug, Hash)]
pub struct BodyLayout<'a> {
    /// The digest of the words that the writer adds.
    words: Digest,
    /// The text that is shown.
    text: Written<'a>,
    /// The language that it is in.
    lang: &'a Lang,
    /// What its links, files and numbers became.
    pub linked: Arc<Linked>,
    /// What the search finds the page by besides its body, if it finds it at all.
    heads: Option<Heads<'a>>,
    /// Whether the body is in the language of the page, so that the search of that language knows it.
    is_own: bool,
    /// Whether it is the home page's.
    is_home: bool,
    /// If it is to stand in somebody else's page, where ours is.
    home: Option<Home<'a>>,
}

/// A text, for which its place and its bytes stand: all that is known of it comes from them and from the words that may
/// stand before telephone numbers, which are among those of the interface.
#[derive(Debug)]
struct Written<'a>(&'a Summary);

impl Hash for Written<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.file.hash(state);
        self.0.digest.hash(state);
    }
}

/// What the links, files and numbers of an entry's page became in an edition, and the files that the page shows or offers.
#[derive(Debug)]
pub struct Linked {
    resolved: Keyed<Resolved>,
    /// The files.
    pub files: Vec<FileUse>,
    /// Words that could not be said.
    pub failures: Failures,
}

impl Hash for Linked {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // The files are no part of the body.
        self.resolved.hash(state);
    }
}

impl Linked {
    /// Resolves the links of the body that an edition shows; that of an entry without a text is empty.
    pub fn of(site: &Site, words: &Words, entry: &Entry, lang: &Lang) -> Linked {
        let said = |lang: &Lang, measure| site::said(words, lang, measure);
        let ((resolved, mut files, _), failures) = words.heard(|| match entry.body(lang) {
            Some(shown) => site::resolve(&site::Sight::of(entry, &site.surface), entry, shown, lang, &said),
            None => Default::default(),
        });
        let shown = entry.body(lang).map(|(text, shown)| (shown, text));
        for (lang, text) in shown.into_iter().chain(entry.original_text().map(|text| (&entry.original, text))) {
            files.extend(site::files_of_facts(entry, text, lang).0);
        }
        Linked { resolved: Keyed::new(resolved), files, failures }
    }
}

/// A body, ready to stand in its page.
#[derive(Debug)]
pub struct Body {
    /// Its markup.
    pub html: Html,
    /// What the search finds the page by.
    pub indexed: Option<Arc<Indexed>>,
    /// Words that could not be said.
    pub failures: Failures,
}

impl<'a> Workshop<'a> {
    /// What the body of an entry is made of.
    pub(super) fn body(&'a self, entry: &'a Entry, lang: &'a Lang, is_found: bool) -> Option<BodyLayout<'a>> {
        let (text, shown) = entry.body(lang)?;
        // The words of a fallback are found in their own language.
        let is_found = is_found && entry.is_own(lang) && self.lists.is_searched(entry);
        let own = entry.texts.get(lang).filter(|_| is_found);
        Some(BodyLayout {
            words: self.origin.words,
            text: Written(&text.summary),
            lang: shown,
            linked: (self.links)(entry, lang),
            heads: own.map(|own| heads(entry, lang, own, self.site.hotlines.former(&entry.folder))),
            is_own: shown == lang,
            is_home: entry.is_home(),
            home: None,
        })
    }

    /// The same, to stand in somebody else's page.
    pub(super) fn body_elsewhere(&'a self, entry: &'a Entry, lang: &'a Lang, home: Home<'a>) -> Option<BodyLayout<'a>> {
        Some(BodyLayout { home: Some(home), ..self.body(entry, lang, false)? })
    }

    /// Makes a body.
    pub fn make_body(&self, layout: &BodyLayout<'_>) -> Body {
        let blocks = (self.bodies)(layout.text.0);
        let (html, failures) = self.words.heard(|| {
            let say = |id: &str| self.words.say(layout.lang, id, None);
            let words = BodyWords { say: &say, lang: layout.lang, has_doors: layout.is_home };
            match &layout.home {
                Some(home) => fragment::body(&blocks, &layout.linked.resolved.value, &words, home),
                None => html::body(&blocks, &layout.linked.resolved.value, &words),
            }
        });
        let lines = || if layout.is_own { text::lines(&blocks, &layout.linked.resolved.value) } else { Vec::new() };
        let indexed = layout.heads.as_ref().map(|heads| Arc::new(indexed(heads, &lines())));
        Body { html, indexed, failures }
    }
}
