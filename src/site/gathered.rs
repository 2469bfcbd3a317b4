//! The texts of a folder together: which of them is the original, and what the folder is for those below it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Diagnostic, Digest, Lang, Place};
use crate::kinds::{self, Kind};
use crate::model::{Mapping, Summary};

use super::collect::Folder;

/// One content file without its body.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// Its front matter.
    pub front: Mapping,
    /// The rest.
    pub summary: Arc<Summary>,
    /// What was noticed.
    pub diagnostics: Vec<Diagnostic>,
    /// The digest of all that the parser was given: two of the same digest are the same.
    pub digest: Digest,
}

/// A folder with its texts.
#[derive(Debug)]
pub struct Gathered<'a> {
    /// Its path under `content/`.
    pub folder: &'a str,
    /// Its files.
    pub found: &'a Folder,
    /// Its texts by language.
    pub texts: BTreeMap<&'a Lang, Arc<Parsed>>,
    /// The language of its original, if there is one.
    pub original: Option<&'a Lang>,
    /// The kind that it gives the entries below it, if it is a section.
    pub entries: Option<&'static Kind>,
}

/// What stands above an entry.
#[derive(Clone, Copy, Debug)]
pub enum Above {
    /// Nothing but the home page.
    Nothing,
    /// A section, whose entries are of this kind.
    Section(&'static Kind),
    /// An entry, which has no entries below it.
    Entry,
    /// A text whose front matter cannot be read: it may well be a section.
    Unread,
    /// A folder without a text.
    Bare,
}

impl<'a> Gathered<'a> {
    /// Finds the original among the texts of a folder: the one that says so, the only one, or that in the source language.
    pub fn of(
        folder: &'a str,
        found: &'a Folder,
        texts: BTreeMap<&'a Lang, Arc<Parsed>>,
        source: &Lang,
    ) -> (Gathered<'a>, Option<Diagnostic>) {
        let mut gathered = Gathered { folder, found, texts, original: None, entries: None };
        let original = gathered.find_original(source);
        let finding = if original.is_none() { gathered.no_original(source) } else { None };
        // A file that cannot be read is no original, and was told of.
        gathered.original = original.filter(|lang| gathered.texts.contains_key(*lang));
        gathered.entries = gathered.word("entries").and_then(kinds::named);
        (gathered, finding)
    }

    fn find_original(&self, source: &Lang) -> Option<&'a Lang> {
        let front = |lang: &Lang| self.texts.get(lang).map(|parsed| &parsed.front);
        let says_so = self.found.texts.keys().find(|lang| {
            front(lang).and_then(|front| word(front, "original")).is_some_and(|tag| Lang::new(tag).as_ref() == Ok(lang))
        });
        if let Some(lang) = says_so.or_else(|| self.found.texts.keys().find(|lang| *lang == source)) {
            return Some(lang);
        }
        let is_translation = |lang: &Lang| {
            front(lang).is_some_and(|front| front.get("translated_from").is_some() || front.get("machine").is_some())
        };
        let mut tags = self.found.texts.keys();
        match (tags.next(), tags.next()) {
            (Some(only), None) if !is_translation(only) => Some(only),
            // With several files that do not say which is the original, a guess would turn the facts of one into all.
            _ => None,
        }
    }

    fn no_original(&self, source: &Lang) -> Option<Diagnostic> {
        let path = self.found.texts.values().next()?;
        let right = path.parent().map_or_else(String::new, |parent| format!("{parent}/{source}.md"));
        Some(Diagnostic::error("no-original", Place::file(path)).arg("folder", self.folder).arg("file", right))
    }

    /// The original.
    pub fn parsed(&self) -> Option<&Parsed> {
        self.texts.get(self.original?).map(Arc::as_ref)
    }

    /// The text of a key of the original that must be known before the kind is.
    pub fn word(&self, key: &str) -> Option<&str> {
        word(&self.parsed()?.front, key)
    }
}

/// What stands above each folder; the folders stand in their order.
pub fn above(all: &[Gathered<'_>]) -> Vec<Above> {
    let of = |gathered: &Gathered<'_>| {
        let Some((parent, _)) = gathered.folder.rsplit_once('/') else { return Above::Nothing };
        let section = all.binary_search_by(|other| other.folder.cmp(parent)).ok().and_then(|n| all.get(n));
        let is_read = |section: &Gathered<'_>| section.parsed().is_some_and(|parsed| parsed.front.is_sound);
        match section.filter(|section| section.original.is_some()) {
            Some(section) => match section.entries {
                Some(kind) => Above::Section(kind),
                None if is_read(section) => Above::Entry,
                None => Above::Unread,
            },
            None => Above::Bare,
        }
    };
    all.iter().map(of).collect()
}

fn word<'a>(front: &'a Mapping, key: &str) -> Option<&'a str> {
    front.get(key).and_then(|node| node.value.as_text())
}
