//! Reads the folders of a site into a snapshot. What cannot be taken is named in it; what cannot be read stops the run.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::error::Error;
use super::names::{self, Kind};
use super::open::{self, Opened};
use super::picture;
use crate::base::{Date, Digesting, SitePath, limits};
use crate::model::{Media, Options, Refusal, Refused, Snapshot, Source};

/// A site as it was read.
#[derive(Debug)]
pub struct Reading {
    /// What a build may look at.
    pub snapshot: Snapshot,
    /// Where it was found.
    pub origins: Origins,
}

/// Where each file of a snapshot lies on disk; a name there need not be in NFC, or equal to the path at all.
#[derive(Clone, Debug, Default)]
pub struct Origins(pub BTreeMap<SitePath, PathBuf>);

/// Reads `loa.yml` and the folders of a site. The result depends on nothing but the names and bytes in them.
pub fn read(site: &Path, today: Date, options: Options) -> Result<Reading, Error> {
    check_site(site)?;
    let mut walk = Walk { room: limits::FILES, ..Walk::default() };
    for root in [names::CONFIG, names::RECORDS].iter().chain(names::FOLDERS) {
        walk.folder(site, root)?;
    }
    // All is read before the first fault is told, so that the same fault is told whatever the number of threads.
    let taken: Vec<Result<Taken, Error>> = walk.found.par_iter().map(|(path, origin)| take(path, origin)).collect();
    let mut snapshot = Snapshot { files: BTreeMap::new(), refused: walk.refused, today, options };
    let mut origins = BTreeMap::new();
    for ((path, origin), taken) in walk.found.into_iter().zip(taken) {
        match taken? {
            Taken::Source(source) => {
                snapshot.files.insert(path.clone(), source);
                origins.insert(path, origin);
            }
            Taken::Refused(why) => snapshot.refused.push(Refused { path: path.to_string(), why }),
            Taken::Nothing => {}
        }
    }
    snapshot.refused.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Reading { snapshot, origins: Origins(origins) })
}

/// Whether a folder is a site at all. One without `loa.yml` but with `content` is: a check says what it lacks.
pub(super) fn check_site(site: &Path) -> Result<(), Error> {
    let none = || Error::NoSite { path: site.to_owned() };
    match fs::metadata(site) {
        Ok(found) if found.is_dir() => {}
        Err(error) if !open::is_absence(&error) => return Err(Error::io("open", site, error)),
        _ => return Err(none()),
    }
    let has = |name: &str| open::look(&site.join(name)).map(|found| found.is_some());
    if has(names::CONFIG)? || has("content")? { Ok(()) } else { Err(none()) }
}

/// What a walk has found so far.
#[derive(Default)]
struct Walk {
    found: Vec<(SitePath, PathBuf)>,
    refused: Vec<Refused>,
    /// Every path in use, folders too, to notice the second of two names that are one in NFC.
    paths: BTreeSet<SitePath>,
    /// How many more entries are taken.
    room: usize,
}

impl Walk {
    /// Walks one folder (or file) of the site, if it is there.
    fn folder(&mut self, site: &Path, root: &str) -> Result<(), Error> {
        let mut parents: Vec<SitePath> = Vec::new();
        let above = root.rsplit_once('/').and_then(|(above, _)| SitePath::new(above).ok());
        let walk = WalkDir::new(site.join(root)).follow_links(false).follow_root_links(false);
        let mut walk = walk.sort_by(|a, b| names::order(a.file_name(), b.file_name())).into_iter();
        while let Some(entry) = walk.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => match unreadable(site, error) {
                    Some(error) => return Err(error),
                    None => continue,
                },
            };
            let full = || Error::TooManyFiles { path: site.to_owned(), limit: limits::FILES };
            self.room = self.room.checked_sub(1).ok_or_else(full)?;
            parents.truncate(entry.depth());
            match self.visit(&entry, parents.last().or(above.as_ref())) {
                Some(folder) => parents.push(folder),
                None if entry.file_type().is_dir() => walk.skip_current_dir(),
                None => {}
            }
        }
        Ok(())
    }

    /// Takes note of one entry. Gives its path if it is a folder to go into.
    fn visit(&mut self, entry: &DirEntry, parent: Option<&SitePath>) -> Option<SitePath> {
        let (name, kind) = (entry.file_name(), entry.file_type());
        if names::is_leftover(name, kind.is_dir()) {
            return None;
        }
        match self.judge(entry, parent) {
            Ok(path) if kind.is_dir() => Some(path),
            Ok(path) => {
                self.found.push((path, entry.path().to_owned()));
                None
            }
            Err(why) => {
                let name = names::shown(name);
                let path = parent.map_or(name.clone(), |parent| format!("{parent}/{name}"));
                self.refused.push(Refused { path, why });
                None
            }
        }
    }

    fn judge(&mut self, entry: &DirEntry, parent: Option<&SitePath>) -> Result<SitePath, Refusal> {
        let name = entry.file_name().to_str().ok_or(Refusal::BadName)?;
        let path = parent.map_or_else(|| SitePath::new(name), |parent| parent.join(name));
        // A slash cannot stand in a name on disk, so one name is one part.
        let path = path.map_err(|_| Refusal::BadName)?;
        let kind = entry.file_type();
        if kind.is_symlink() {
            return Err(Refusal::Symlink);
        }
        // A folder with the name of a text hides a page that somebody believes to be there.
        let is_text_name = path.as_str() == names::CONFIG || path.extension() == "md";
        let is_right = if kind.is_dir() { !is_text_name } else { kind.is_file() };
        if !is_right {
            return Err(Refusal::NotAFile);
        }
        if kind.is_dir() && path.parts().count() > limits::FOLDER_DEPTH {
            return Err(Refusal::TooDeep);
        }
        if !self.paths.insert(path.clone()) {
            return Err(Refusal::Twin(path.to_string()));
        }
        Ok(path)
    }
}

/// The error of a walk, unless it only says that something is not there, or no longer.
fn unreadable(site: &Path, error: walkdir::Error) -> Option<Error> {
    let path = error.path().unwrap_or(site).to_owned();
    let source = std::io::Error::from(error);
    if open::is_absence(&source) { None } else { Some(Error::Io { op: "list", path, source }) }
}

/// What became of one file.
enum Taken {
    Source(Source),
    Refused(Refusal),
    /// It was deleted since its name was seen.
    Nothing,
}

fn take(path: &SitePath, origin: &Path) -> Result<Taken, Error> {
    match open::open(origin)? {
        Opened::Nothing => Ok(Taken::Nothing),
        Opened::Link => Ok(Taken::Refused(Refusal::Symlink)),
        Opened::Other => Ok(Taken::Refused(Refusal::NotAFile)),
        Opened::File(file, size) => match names::kind(path) {
            Kind::Text => text(origin, file, size),
            Kind::Media => media(path, origin, file),
        },
    }
}

fn text(origin: &Path, file: File, size: u64) -> Result<Taken, Error> {
    if size > limits::TEXT_FILE_BYTES {
        return Ok(Taken::Refused(Refusal::TooLarge(size)));
    }
    // The file may grow while it is read, so the reading has a limit too.
    let bytes = open::all(origin, file, limits::TEXT_FILE_BYTES + 1)?;
    if bytes.len() as u64 > limits::TEXT_FILE_BYTES {
        return Ok(Taken::Refused(Refusal::TooLarge(bytes.len() as u64)));
    }
    let digest = crate::base::Digest::of(&bytes);
    Ok(Taken::Source(Source::Text { bytes: Arc::from(bytes), digest }))
}

/// Bytes in which the header of a JPEG ends. A camera puts some 100 KB in front of the picture, with a small one in it.
const HEAD: usize = 1024 * 1024;

fn media(path: &SitePath, origin: &Path, mut file: File) -> Result<Taken, Error> {
    let (mut digest, mut size, mut head) = (Digesting::default(), 0, Vec::new());
    open::pieces(origin, &mut file, |piece| {
        if size == 0 && names::is_picture(path) {
            head = piece.get(..HEAD).unwrap_or(piece).to_owned();
        }
        digest.take(piece);
        size += piece.len() as u64;
        Ok(())
    })?;
    let dimensions = if head.is_empty() { None } else { picture::dimensions(&head, &mut file, size) };
    Ok(Taken::Source(Source::Media(Media { digest: digest.finish(), size, dimensions })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_walk_ends_when_its_room_is_used_up() {
        let site = tempfile::tempdir().unwrap();
        fs::create_dir_all(site.path().join("content/a")).unwrap();
        fs::write(site.path().join("content/vi.md"), "").unwrap();
        let walk = |room| Walk { room, ..Walk::default() }.folder(site.path(), "content");
        assert!(matches!(walk(2), Err(Error::TooManyFiles { .. })));
        assert!(walk(3).is_ok());
    }
}
