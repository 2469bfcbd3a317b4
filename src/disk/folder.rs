//! The folders of a site as they were last seen. What nothing happened to is shared with what was seen before.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::fs::{self, FileType};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::error::Error;
use super::hints::{ALL, Hints};
use super::identity::Identity;
use super::library::Halves;
use super::names;
use super::open;
use super::studio::Studio;
use super::take::{self, Taken};
use crate::base::{SitePath, limits};
use crate::model::{Refusal, Refused};

/// A folder, by the names that it has on disk.
#[derive(Debug, Default)]
pub(super) struct Folder {
    /// Names in it, those that are passed over too.
    pub count: usize,
    /// What is part of the site, or should not be there.
    pub entries: BTreeMap<OsString, Entry>,
}

/// What has a name in a folder.
#[derive(Clone, Debug)]
pub(super) enum Entry {
    /// A file.
    Book(Book),
    /// A folder, and by what its place on the disk is known.
    Folder(u64, Arc<Folder>),
    /// What is none of ours.
    Refused(Refused),
}

/// A file of the site.
#[derive(Clone, Debug)]
pub(super) struct Book {
    pub path: SitePath,
    pub origin: PathBuf,
    /// What was read, or kept from an earlier reading.
    pub taken: Taken,
    /// What it looked like then. None if it has to be read again whatever it looks like.
    pub identity: Option<Identity>,
    /// Whether it was found half written, and what was there before is kept for the time being.
    pub is_unsettled: bool,
}

/// A name in a folder.
struct Name {
    name: OsString,
    kind: FileType,
    mark: u64,
}

/// A look at the disk.
pub(super) struct Look<'a> {
    studio: &'a Studio,
    now: i128,
    halves: Halves,
    /// Whether nothing was ever seen, so that nothing can be kept.
    is_first: bool,
    /// Names that were listed.
    listed: AtomicUsize,
    /// How many are taken.
    room: usize,
}

impl<'a> Look<'a> {
    pub fn new(studio: &'a Studio, now: i128, halves: Halves, is_first: bool, room: usize) -> Look<'a> {
        Look { studio, now, halves, is_first, listed: AtomicUsize::new(0), room }
    }

    /// Whether more was found than is taken. Then it matters not what else went wrong: how much was seen of the rest
    /// depends on the number of threads.
    pub fn is_full(&self) -> bool {
        self.listed.load(Ordering::Relaxed) > self.room
    }

    /// The top of a site: of all that lies there, what a site is read from.
    pub fn top(&self, site: &Path, old: Option<&Folder>, hints: &Hints) -> Result<Folder, Error> {
        let roots = [names::CONFIG, names::RECORDS].iter().chain(names::FOLDERS);
        let mut top = Folder::default();
        for root in roots {
            let origin = site.join(root);
            let found = match fs::symlink_metadata(&origin) {
                Err(error) if open::is_absence(&error) => continue,
                other => other.map_err(|source| Error::io("open", &origin, source))?,
            };
            self.listed.fetch_add(1, Ordering::Relaxed);
            top.count += 1;
            let (above, name) = root.rsplit_once('/').map_or((None, *root), |(above, name)| (Some(above), name));
            let above = above.and_then(|above| SitePath::new(above).ok());
            let name = Name { name: name.into(), kind: found.file_type(), mark: mark_of(&found) };
            let judged = judge(&name, above.as_ref(), &mut BTreeSet::new());
            let before = old.and_then(|old| old.entries.get(OsStr::new(root)));
            let entry = self.entry(&name, judged, above.as_ref(), &origin, before, hints.at(OsStr::new(root)))?;
            top.entries.extend(entry.map(|entry| (root.into(), entry)));
        }
        Ok(top)
    }

    /// A folder and what is below it, as far as there is a hint; none if it is gone.
    fn folder(
        &self,
        origin: &Path,
        path: &SitePath,
        old: Option<&Folder>,
        hints: &Hints,
    ) -> Result<Option<Folder>, Error> {
        let Some((count, found)) = self.names(origin)? else { return Ok(None) };
        let has_draft = found.iter().any(|name| !name.kind.is_dir() && names::is_draft(&name.name));
        let mut paths = BTreeSet::new();
        let ours = found.into_iter().filter(|name| !names::is_leftover(&name.name, name.kind.is_dir()));
        let judged: Vec<_> = ours
            .map(|name| {
                let judged = judge(&name, Some(path), &mut paths);
                (name, judged)
            })
            .collect();
        // All is looked at before the first fault is told, so that the same fault is told whatever the number of threads.
        let looked: Vec<(OsString, Result<Option<Entry>, Error>)> = judged
            .into_par_iter()
            .map(|(name, judged)| {
                let before = old.and_then(|old| old.entries.get(&name.name));
                let below = origin.join(&name.name);
                let entry = self.entry(&name, judged, Some(path), &below, before, hints.at(&name.name));
                (name.name, entry)
            })
            .collect();
        let mut entries = BTreeMap::new();
        for (name, entry) in looked {
            entries.extend(entry?.map(|entry| (name, entry)));
        }
        if let Some(old) = old.filter(|_| has_draft) {
            self.keep_vanished(old, &mut entries);
        }
        Ok(Some(Folder { count, entries }))
    }

    /// An editor that saves by renaming takes the file away for a moment: what it was is kept until the next look.
    fn keep_vanished(&self, old: &Folder, entries: &mut BTreeMap<OsString, Entry>) {
        for (name, entry) in &old.entries {
            if let Entry::Book(book) = entry
                && matches!(book.taken, Taken::Source(_))
                && self.waits(Some(book))
                && !entries.contains_key(name)
                && !entries.values().any(|entry| matches!(entry, Entry::Book(other) if other.path == book.path))
            {
                entries.insert(name.clone(), Entry::Book(book.unsettled()));
            }
        }
    }

    fn entry(
        &self,
        name: &Name,
        judged: Result<SitePath, Refusal>,
        above: Option<&SitePath>,
        origin: &Path,
        before: Option<&Entry>,
        hints: Option<&Hints>,
    ) -> Result<Option<Entry>, Error> {
        let path = match judged {
            Ok(path) => path,
            Err(why) => {
                let name = names::shown(&name.name);
                let path = above.map_or(name.clone(), |above| format!("{above}/{name}"));
                return Ok(Some(Entry::Refused(Refused { path, why })));
            }
        };
        if !name.kind.is_dir() {
            let before = if let Some(Entry::Book(book)) = before { Some(book) } else { None };
            return Ok(self.book(path, origin, before)?.map(Entry::Book));
        }
        let (old, hints) = match (before, hints) {
            (Some(Entry::Folder(mark, old)), None) if *mark == name.mark => {
                return Ok(Some(Entry::Folder(*mark, Arc::clone(old))));
            }
            // Another folder has this name now, and of what happened in it before there was no word.
            (Some(Entry::Folder(mark, old)), _) if *mark != name.mark => (Some(old), &ALL),
            (Some(Entry::Folder(_, old)), hints) => (Some(old), hints.unwrap_or(&ALL)),
            // A new folder is often reported without what was put into it at once.
            _ => (None, &ALL),
        };
        let folder = self.folder(origin, &path, old.map(Arc::as_ref), hints)?;
        Ok(folder.map(|folder| Entry::Folder(name.mark, Arc::new(folder))))
    }

    /// A file, read if it may have changed; none if it is gone.
    fn book(&self, path: SitePath, origin: &Path, before: Option<&Book>) -> Result<Option<Book>, Error> {
        if let Some(book) = before.filter(|book| book.identity.is_some())
            && take::identity(origin)? == book.identity
        {
            return Ok(Some(book.clone()));
        }
        let waits = self.waits(before);
        let kept = |before: &Book| Ok(Some(before.unsettled()));
        let (taken, identity) = match (take::take(&path, origin, self.studio), before) {
            (Ok(taken), _) => taken,
            // Windows lets nobody read what another program writes.
            (Err(_), Some(before)) if waits => return kept(before),
            (Err(error), _) => return Err(error),
        };
        let has_bytes = |taken: &Taken| taken.size().is_some_and(|size| size > 0);
        let changed_meanwhile = identity.is_none() && taken.size().is_some();
        let was_emptied = taken.size() == Some(0) && before.is_some_and(|before| has_bytes(&before.taken));
        match (before, taken) {
            (_, Taken::Nothing) => Ok(None),
            (Some(before), _) if waits && (changed_meanwhile || was_emptied) => kept(before),
            (None, _) if waits && changed_meanwhile => {
                let book =
                    Book { path, origin: origin.to_owned(), taken: Taken::Nothing, identity, is_unsettled: true };
                Ok(Some(book))
            }
            (_, taken) => {
                let identity = identity.filter(|identity| !identity.is_racy(self.now));
                Ok(Some(Book { path, origin: origin.to_owned(), taken, identity, is_unsettled: false }))
            }
        }
    }

    /// Whether a file that seems half written is left for the next look.
    fn waits(&self, before: Option<&Book>) -> bool {
        let has_waited = before.is_some_and(|book| book.is_unsettled);
        let is_over = has_waited && self.halves == Halves::Take;
        !self.is_first && !is_over
    }

    /// How many names a folder has, and those names, sorted; none if it is gone.
    fn names(&self, folder: &Path) -> Result<Option<(usize, Vec<Name>)>, Error> {
        let failed = |source| Error::io("list", folder, source);
        let listing = match fs::read_dir(folder) {
            Err(error) if open::is_absence(&error) => return Ok(None),
            other => other.map_err(failed)?,
        };
        let mut found = Vec::new();
        for entry in listing {
            let entry = entry.map_err(failed)?;
            // Some disks tell what a name stands for only when they are asked, and it may be gone by then.
            let kind = match entry.file_type() {
                Err(error) if open::is_absence(&error) => continue,
                other => other.map_err(failed)?,
            };
            if self.listed.fetch_add(1, Ordering::Relaxed) >= self.room {
                return Err(Error::TooManyFiles { path: folder.to_owned(), limit: limits::FILES });
            }
            found.push(Name { mark: mark(&entry), name: entry.file_name(), kind });
        }
        found.sort_by(|a, b| names::order(&a.name, &b.name));
        Ok(Some((found.len(), found)))
    }
}

impl Book {
    /// The same, to be looked at again.
    fn unsettled(&self) -> Book {
        Book { identity: None, is_unsettled: true, ..self.clone() }
    }
}

/// What is to be made of a name: its path, if it can be part of a site.
fn judge(name: &Name, above: Option<&SitePath>, paths: &mut BTreeSet<SitePath>) -> Result<SitePath, Refusal> {
    let text = name.name.to_str().ok_or(Refusal::BadName)?;
    let path = above.map_or_else(|| SitePath::new(text), |above| above.join(text));
    // A slash cannot stand in a name on disk, so one name is one part.
    let path = path.map_err(|_| Refusal::BadName)?;
    if name.kind.is_symlink() {
        return Err(Refusal::Symlink);
    }
    // A folder with the name of a text hides a page that somebody believes to be there.
    let is_text_name = path.as_str() == names::CONFIG || path.extension() == "md";
    let is_right = if name.kind.is_dir() { !is_text_name } else { name.kind.is_file() };
    if !is_right {
        return Err(Refusal::NotAFile);
    }
    if name.kind.is_dir() && path.parts().count() > limits::FOLDER_DEPTH {
        return Err(Refusal::TooDeep);
    }
    // The second of two names that are one in NFC.
    if !paths.insert(path.clone()) {
        return Err(Refusal::Twin(path.to_string()));
    }
    Ok(path)
}

#[cfg(unix)]
fn mark(entry: &fs::DirEntry) -> u64 {
    std::os::unix::fs::DirEntryExt::ino(entry)
}

#[cfg(unix)]
fn mark_of(found: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(found)
}

#[cfg(not(unix))]
fn mark_of(_found: &fs::Metadata) -> u64 {
    0
}

#[cfg(not(unix))]
fn mark(_entry: &fs::DirEntry) -> u64 {
    0
}
