//! What an entry sees of the others: the neighbours that its links, pictures and references can lead to, and no more.
//! What was found of its links holds as long as the entry and its sight do, whatever changes elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Digest, Lang, SitePath};
use crate::model::{Direction, Media, Target};

use super::entry::Entry;
use super::surface::{Neighbour, Surface};
use super::{Hotlines, Statics};

/// Where an entry's texts lead, as far as the entry alone tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mentions {
    /// Every path under `content/` that may have to be looked at, in order.
    paths: Vec<Mention>,
    /// The files of `static/` that links name.
    statics: BTreeSet<String>,
    /// Whether a link leads out of the site.
    is_lost: bool,
}

/// A path under `content/`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mention {
    path: String,
    /// What finds it quickly.
    mark: u64,
    /// Whether a link names it, and it is not only a folder on the way there.
    is_target: bool,
}

impl Mentions {
    /// The mentions of an entry.
    pub fn of(entry: &Entry) -> Mentions {
        let mut mentions = Mentions::default();
        // Each path, and whether a link names it.
        let mut paths: BTreeMap<String, bool> = BTreeMap::new();
        around(&mut paths, Some(entry.folder.clone()));
        let facts = entry.facts();
        let named = facts.text("replaced_by").into_iter().chain(facts.texts("replaces").map(|(name, _)| name));
        named.for_each(|name| around(&mut paths, Some(beside(entry, name))));
        let links = entry.texts.values().flat_map(|text| &text.summary.links);
        for link in links {
            let Target::Relative { path, .. } = &link.target else { continue };
            if let Some(name) = path.strip_prefix('/') {
                mentions.statics.insert(name.to_owned());
                continue;
            }
            let target = whole(entry, path);
            mentions.is_lost |= target.is_none();
            around(&mut paths, target.clone());
            paths.extend(target.map(|target| (target, true)));
        }
        let media = entry.texts.values().flat_map(|text| &text.summary.media);
        media.for_each(|media| around(&mut paths, whole(entry, &media.file)));
        let mention = |(path, is_target): (String, bool)| Mention { mark: mark(&path), path, is_target };
        mentions.paths = paths.into_iter().map(mention).collect();
        mentions
    }
}

/// Notes a path and all folders above it; where one is noted those above it are.
fn around(paths: &mut BTreeMap<String, bool>, path: Option<String>) {
    let mut next = path;
    while let Some(path) = next.filter(|path| !paths.contains_key(path)) {
        next = (!path.is_empty()).then(|| path.rsplit_once('/').map_or("", |(above, _)| above).to_owned());
        paths.insert(path, false);
    }
}

/// What finds a folder quickly.
pub fn mark(folder: &str) -> u64 {
    Digest::of(folder.as_bytes()).number()
}

/// The folder of this name in the same section.
pub fn beside(entry: &Entry, name: &str) -> String {
    match entry.parent() {
        Some("") | None => name.to_owned(),
        Some(parent) => format!("{parent}/{name}"),
    }
}

/// What an entry sees of the others.
#[derive(Debug)]
pub struct Sight<'a> {
    surface: &'a Surface,
    /// The neighbours that it mentions, in the order of their folders.
    known: Vec<&'a Neighbour>,
    /// All of them, if it has a link that leads nowhere: then the nearest name is looked for among them.
    all: &'a [Neighbour],
    /// The digest of all of it.
    pub digest: Digest,
}

/// What a relative path names.
#[derive(Clone, Copy, Debug)]
pub(super) enum Destination<'a> {
    /// An entry.
    Entry(&'a Neighbour),
    /// A file beside the texts of an entry, by its name there.
    File(&'a Neighbour, &'a str, &'a SitePath, &'a Media),
    /// A file of `static/`.
    Static(&'a str, &'a Media),
}

impl<'a> Sight<'a> {
    /// What an entry sees.
    pub fn of(entry: &Entry, surface: &'a Surface) -> Sight<'a> {
        let mentions = &entry.mentions;
        let seen: Vec<Option<&Neighbour>> =
            mentions.paths.iter().map(|mention| surface.get(mention.mark, &mention.path)).collect();
        let known = seen.iter().copied().flatten().collect();
        let mut sight = Sight { surface, known, all: &[], digest: surface.digest };
        let is_lost = mentions.is_lost
            || mentions.statics.iter().any(|name| !surface.statics.contains_key(name))
            || mentions
                .paths
                .iter()
                .zip(&seen)
                .any(|(mention, seen)| mention.is_target && seen.is_none() && sight.at(&mention.path).is_none());
        if is_lost {
            sight.all = surface.all();
            return sight;
        }
        let none: (&[u8], &[u8]) = (&[], &[]);
        let parts = seen.iter().map(|seen| seen.map_or(none, |neighbour| neighbour.parts()));
        let parts = parts.flat_map(|(digest, left_out)| [digest, left_out]);
        sight.digest = Digest::of_parts(std::iter::once(surface.others.as_bytes().as_slice()).chain(parts));
        sight
    }

    /// The entry of a folder that is mentioned.
    pub fn get(&self, folder: &str) -> Option<&'a Neighbour> {
        let number = self.known.binary_search_by(|other| other.outside.folder.as_str().cmp(folder)).ok()?;
        self.known.get(number).copied()
    }

    /// All entries, if there is a link that leads nowhere.
    pub fn all(&self) -> &'a [Neighbour] {
        self.all
    }

    /// The registry of telephone numbers.
    pub fn hotlines(&self) -> &'a Hotlines {
        &self.surface.hotlines
    }

    fn statics(&self) -> &'a Statics {
        &self.surface.statics
    }

    /// The direction of a language.
    pub fn direction(&self, lang: &Lang) -> Direction {
        self.surface.direction(lang)
    }

    /// What a relative path in an entry names: an entry, a file beside one, or with a slash in front a file of `static/`.
    pub(super) fn destination(&self, entry: &Entry, path: &str) -> Option<Destination<'a>> {
        if let Some(name) = path.strip_prefix('/') {
            let (name, (_, media)) = self.statics().get_key_value(name)?;
            return Some(Destination::Static(name, media));
        }
        self.at(&whole(entry, path)?)
    }

    /// What lies at a path under `content/`.
    fn at(&self, whole: &str) -> Option<Destination<'a>> {
        if let Some(entry) = self.get(whole) {
            return Some(Destination::Entry(entry));
        }
        let (folder, name) = whole.rsplit_once('/').unwrap_or(("", whole));
        let as_text = |entry: &&Neighbour| entry.outside.texts.iter().any(|text| text == name);
        if let Some(entry) = self.get(folder).filter(as_text) {
            return Some(Destination::Entry(entry));
        }
        let mut holder = whole;
        loop {
            holder = holder.rsplit_once('/').map_or("", |(above, _)| above);
            if let Some(entry) = self.get(holder) {
                let name = whole.strip_prefix(holder)?.trim_start_matches('/');
                let (name, (source, media)) = entry.outside.files.get_key_value(name)?;
                return Some(Destination::File(entry, name, source, media));
            }
            if holder.is_empty() {
                return None;
            }
        }
    }
}

/// A relative path in an entry as one under `content/`; nothing if it leads out.
fn whole(entry: &Entry, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = entry.folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
