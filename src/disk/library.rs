//! A site that is read again and again. Of a file whose size and times are those that were seen, no byte is read; what is
//! given is always what a first reading would give.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::Error;
use super::folder::{Book, Entry, Folder, Look};
use super::hints::{self, Hints};
use super::identity;
use super::names;
use super::read::{self, Origins, Reading};
use super::studio::Studio;
use super::take::Taken;
use crate::base::{Date, limits};
use crate::model::{Options, Refused, Snapshot};

/// A site and what was last seen of it.
#[derive(Debug)]
pub struct Library {
    site: PathBuf,
    /// What was seen of its pictures.
    studio: Studio,
    /// None before the first look.
    seen: Option<Folder>,
    /// Whether the last look failed, so that it is not known what was missed.
    owes: bool,
}

/// Where something may have happened since the last look. More than that is no fault, less is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Places {
    /// Anywhere.
    Everything,
    /// In these files, or anywhere in these folders; whole paths, or from the site. What has gone is named too.
    These(BTreeSet<PathBuf>),
}

/// What is done about a file that seems to be half written: emptied, changed while it was read, or taken away by an
/// editor that is about to give its name to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Halves {
    /// What it was before is kept, until a look that takes it.
    Wait,
    /// What was kept at the last look is now taken as it is. Files that are half written since then wait.
    Take,
}

/// What a look found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// Files that came, went, have other bytes or are refused for another reason, as they are shown, sorted. If there are
    /// none, a reading is the same as before.
    pub changed: Vec<String>,
    /// Files that seem to be half written: look again after a moment, and take them then.
    pub unsettled: Vec<PathBuf>,
}

impl Library {
    /// A site of which nothing has been seen yet. Nothing is written.
    pub fn open(site: &Path) -> Library {
        Library { site: site.to_owned(), studio: Studio::new(site, false), seen: None, owes: false }
    }

    /// The same, to be published or shown: what is made of its pictures is kept in its cache.
    pub fn open_to_show(site: &Path) -> Library {
        Library { studio: Studio::new(site, true), ..Library::open(site) }
    }

    /// Looks at these places, and reads what may have changed there. The first look is at everything.
    ///
    /// After an error the library is as it was, and the next look is at everything.
    pub fn look(&mut self, places: &Places, halves: Halves) -> Result<News, Error> {
        self.look_at(places, halves, limits::FILES, identity::now()).inspect_err(|_| self.owes = true)
    }

    fn look_at(&mut self, places: &Places, halves: Halves, room: usize, now: i128) -> Result<News, Error> {
        read::check_site(&self.site)?;
        let hints = self.hints(places);
        let look = Look::new(&self.studio, now, halves, self.seen.is_none(), room);
        let full = || Error::TooManyFiles { path: self.site.clone(), limit: limits::FILES };
        let looked = look.top(&self.site, self.seen.as_ref(), &hints);
        if look.is_full() {
            return Err(full());
        }
        let now = looked?;
        let (mut count, mut unsettled) = (now.count, Vec::new());
        each(&now, &mut |entry| match entry {
            Entry::Book(book) => unsettled.extend(book.is_unsettled.then(|| book.origin.clone())),
            Entry::Folder(_, folder) => count += folder.count,
            Entry::Refused(_) => {}
        });
        if count > room {
            return Err(full());
        }
        let mut changed = BTreeSet::new();
        compare(self.seen.as_ref(), Some(&now), &mut changed);
        self.seen = Some(now);
        self.owes = false;
        Ok(News { changed: changed.into_iter().collect(), unsettled })
    }

    /// What was last seen, as [`read`](super::read()) would give it.
    pub fn reading(&self, today: Date, options: Options) -> Reading {
        let (mut files, mut origins, mut refused) = (Vec::new(), Vec::new(), Vec::new());
        let mut take = |entry: &Entry| match entry {
            Entry::Book(book) => match &book.taken {
                Taken::Source(source) => {
                    files.push((book.path.clone(), source.clone()));
                    origins.push((book.path.clone(), book.origin.clone()));
                }
                Taken::Refused(why) => refused.push(Refused { path: book.path.to_string(), why: why.clone() }),
                Taken::Nothing => {}
            },
            Entry::Refused(it) => refused.push(it.clone()),
            Entry::Folder(..) => {}
        };
        if let Some(seen) = &self.seen {
            each(seen, &mut take);
        }
        refused.sort_by(|a, b| a.path.cmp(&b.path));
        let snapshot = Snapshot { files: files.into_iter().collect(), refused, today, options };
        Reading { snapshot, origins: Origins(origins.into_iter().collect::<BTreeMap<_, _>>()) }
    }

    fn hints(&self, places: &Places) -> Hints {
        let everything = || hints::ALL.clone();
        let (Places::These(places), Some(seen), false) = (places, &self.seen, self.owes) else { return everything() };
        // A watcher may name folders by where a link leads.
        let folders: Vec<PathBuf> =
            [Ok(self.site.clone()), std::path::absolute(&self.site), fs::canonicalize(&self.site)]
                .into_iter()
                .flatten()
                .collect();
        let mut hints = Hints::default();
        for place in places {
            // What cannot be understood may be anywhere.
            let Some(parts) = hints::parts(place, &folders) else { return everything() };
            let parts: Vec<String> = parts.into_iter().map(hints::key).collect();
            for root in [names::CONFIG, names::RECORDS].iter().chain(names::FOLDERS) {
                let above: Vec<&str> = root.split('/').collect();
                let common = above.iter().zip(&parts).take_while(|(a, b)| a == b).count();
                if common == above.len() || common == parts.len() {
                    let below = parts.iter().skip(common).map(AsRef::as_ref);
                    hints.add([root.as_ref()].into_iter().chain(below));
                }
            }
        }
        each(seen, &mut |entry| {
            if let Entry::Book(book) = entry
                && book.is_unsettled
            {
                let root = names::root_of(&book.path);
                let below = book.origin.strip_prefix(self.site.join(root)).unwrap_or(Path::new(""));
                hints.add([root.as_ref()].into_iter().chain(below.iter()));
            }
        });
        hints
    }
}

/// Shows every entry once, each folder before what is in it.
fn each<'a>(folder: &'a Folder, show: &mut impl FnMut(&'a Entry)) {
    for entry in folder.entries.values() {
        show(entry);
        if let Entry::Folder(_, below) = entry {
            each(below, show);
        }
    }
}

/// Collects what a build may see of the difference between two folders.
fn compare(old: Option<&Folder>, new: Option<&Folder>, changed: &mut BTreeSet<String>) {
    let (old, new) = (old.map(|old| &old.entries), new.map(|new| &new.entries));
    for (name, entry) in new.into_iter().flatten() {
        compare_entries(old.and_then(|old| old.get(name)), Some(entry), changed);
    }
    for (name, entry) in old.into_iter().flatten() {
        if new.is_none_or(|new| !new.contains_key(name)) {
            compare_entries(Some(entry), None, changed);
        }
    }
}

fn compare_entries(old: Option<&Entry>, new: Option<&Entry>, changed: &mut BTreeSet<String>) {
    match (old, new) {
        (Some(Entry::Book(old)), Some(Entry::Book(new))) if old.taken.is_same(&new.taken) => {}
        (Some(Entry::Refused(old)), Some(Entry::Refused(new))) if old == new => {}
        (Some(Entry::Folder(_, old)), Some(Entry::Folder(_, new))) => {
            if !Arc::ptr_eq(old, new) {
                compare(Some(old), Some(new), changed);
            }
        }
        (old, new) => {
            for (entry, is_old) in [(old, true), (new, false)] {
                match entry {
                    Some(Entry::Book(Book { path, taken, .. })) if !matches!(taken, Taken::Nothing) => {
                        changed.insert(path.to_string());
                    }
                    Some(Entry::Refused(refused)) => drop(changed.insert(refused.path.clone())),
                    Some(Entry::Folder(_, folder)) if is_old => compare(Some(folder), None, changed),
                    Some(Entry::Folder(_, folder)) => compare(None, Some(folder), changed),
                    _ => {}
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::*;
    use crate::model::Source;

    #[test]
    fn a_look_ends_when_its_room_is_used_up() {
        let site = tempfile::tempdir().unwrap();
        fs::create_dir_all(site.path().join("content/a")).unwrap();
        fs::write(site.path().join("content/vi.md"), "").unwrap();
        let now = identity::now();
        let look = |room| Library::open(site.path()).look_at(&Places::Everything, Halves::Take, room, now);
        assert!(matches!(look(2), Err(Error::TooManyFiles { .. })));
        assert!(look(3).is_ok());
    }

    #[test]
    fn only_what_changed_or_is_too_young_to_tell_is_read_again() {
        let site = tempfile::tempdir().unwrap();
        let file = |name: &str| site.path().join("content").join(name);
        fs::create_dir_all(site.path().join("content")).unwrap();
        fs::write(file("vi.md"), "one").unwrap();
        fs::write(file("km.md"), "one").unwrap();
        let (now, later) = (identity::now(), identity::now() + 3_600_000_000_000);
        let mut library = Library::open(site.path());
        let mut look = |now| {
            library.look_at(&Places::Everything, Halves::Wait, 9, now).unwrap();
            let snapshot = library.reading(Date::new(2026, 11, 22).unwrap(), Options::default()).snapshot;
            snapshot.files.into_values()
        };
        // Bytes that were not read again are those that were read before, and not equal ones.
        let are_kept = |a: Source, b: Source| match (a, b) {
            (Source::Text { bytes: a, .. }, Source::Text { bytes: b, .. }) => Arc::ptr_eq(&a, &b),
            _ => false,
        };
        let mut kept = |now| -> Vec<bool> {
            let before: Vec<Source> = look(now).collect();
            fs::write(file("km.md"), format!("one{now:?}")).unwrap();
            before.into_iter().zip(look(later)).map(|(a, b)| are_kept(a, b)).collect()
        };
        assert_eq!(kept(now), [false, false], "both are too young");
        assert_eq!(kept(later), [false, true]);
        // The same bytes under another time: read, to find that out.
        fs::File::options().write(true).open(file("vi.md")).unwrap().set_modified(SystemTime::UNIX_EPOCH).unwrap();
        assert_eq!(kept(later), [false, true], "read once, and then known again");
    }
}
