//! The work folder, on the same file system as the output, where new files are written whole before they get their
//! names.
//!
//! It also holds the promise: which files this build is about to make that no manifest lists yet. A build that is
//! killed between the first name and the manifest leaves files that would otherwise be nobody's: in the way of every
//! build to come, or never deleted. The next build reads the promise, and keeps it until its own manifest stands.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::error::{Error, Warning};
use super::hand::Hand;
use super::manifest;
use super::open::{self, Opened, look};
use super::output::Output;
use crate::base::SitePath;

/// The folder of loa's own records in a site.
pub(super) const RECORDS: &str = ".loa";

/// The name of a work folder inside the output.
pub(super) const INSIDE: &str = "loa-tmp";

const PROMISE: &str = "promise";
const PROMISE_DRAFT: &str = "promise.new";
const PROMISE_FIRST_LINE: &str = "# loa promise 1\n";

/// What a killed build left.
#[derive(Default)]
pub(super) struct Unfinished {
    /// Its work folders.
    pub folders: Vec<PathBuf>,
    /// The files that it may have made.
    pub promised: BTreeSet<SitePath>,
}

/// A work folder.
pub(super) struct Stage<'a> {
    hand: Hand<'a>,
    /// Where it is.
    pub folder: PathBuf,
    /// Whether an earlier build's promise is in it, which only a finished build fulfils.
    owes: bool,
}

/// The folder of records of a site, made if it is not there. A link in its place is refused, for it may lead anywhere.
pub(super) fn records(site: &Path, hand: Hand<'_>) -> Result<PathBuf, Error> {
    let folder = site.join(RECORDS);
    hand.make_folder(&folder)?;
    Ok(folder)
}

/// The path of a file of the output within it, if it can be one of loa's.
pub(super) fn site_path(out: &Path, file: &Path) -> Option<SitePath> {
    let parts: Option<Vec<&str>> =
        file.strip_prefix(out).ok()?.components().map(|part| part.as_os_str().to_str()).collect();
    let text = parts?.join("/");
    SitePath::new(&text).ok().filter(|path| path.as_str() == text)
}

/// Looks for what a killed build left beside or inside an output.
pub(super) fn unfinished(out: &Path) -> Result<Unfinished, Error> {
    let mut found = Unfinished::default();
    for folder in beside(out).into_iter().chain([out.join(INSIDE)]) {
        if look(&folder)?.is_none() {
            continue;
        }
        let promise = folder.join(PROMISE);
        if let Opened::File(mut file, _) = open::open(&promise)? {
            let bytes = open::all(&promise, &mut file, manifest::MOST_BYTES)?;
            found.promised.extend(parse(&bytes).unwrap_or_default());
        }
        found.folders.push(folder);
    }
    Ok(found)
}

// A promise that was not written whole was never acted upon: it is synced before the first file gets its name.
fn parse(bytes: &[u8]) -> Option<BTreeSet<SitePath>> {
    let body = std::str::from_utf8(bytes).ok()?.strip_prefix(PROMISE_FIRST_LINE)?;
    let line = |line: &str| SitePath::new(line.strip_suffix('\n')?).ok();
    body.split_inclusive('\n').map(line).collect()
}

fn beside(out: &Path) -> Option<PathBuf> {
    let mut name = OsString::from(".");
    name.push(out.file_name()?);
    name.push(".loa-tmp");
    Some(out.parent()?.join(name))
}

impl<'a> Stage<'a> {
    /// Makes the work folder, writes down which files are about to be made, and sweeps what a killed build left.
    pub fn open(hand: Hand<'a>, output: &Output, new: impl Iterator<Item = SitePath>) -> Result<Stage<'a>, Error> {
        let folder = make(hand, output)?;
        let stage = Stage { hand, folder, owes: !output.unfinished.promised.is_empty() };
        let promised: BTreeSet<SitePath> = output.unfinished.promised.iter().cloned().chain(new).collect();
        match stage.promise(&promised).and_then(|()| stage.clear()) {
            Ok(()) => {}
            Err(error) => {
                stage.abandon(false);
                return Err(error);
            }
        }
        // What these promised now stands in our own promise.
        let mut others = output.unfinished.folders.iter().filter(|left| **left != stage.folder);
        others.try_for_each(|left| hand.delete_all(left))?;
        Ok(stage)
    }

    fn promise(&self, files: &BTreeSet<SitePath>) -> Result<(), Error> {
        let lines = files.iter().map(|path| format!("{path}\n"));
        let text: String = [PROMISE_FIRST_LINE.to_owned()].into_iter().chain(lines).collect();
        let draft = self.folder.join(PROMISE_DRAFT);
        self.hand.delete_file(&draft)?;
        self.hand.write(&draft, text.as_bytes())?;
        self.hand.sync_file(&draft)?;
        self.hand.rename(&draft, &self.folder.join(PROMISE))?;
        self.hand.sync_folder(&self.folder)?;
        self.folder.parent().map_or(Ok(()), |parent| self.hand.sync_folder(parent))
    }

    /// Deletes all but the promise.
    fn clear(&self) -> Result<(), Error> {
        let failed = |source| Error::io("list", &self.folder, source);
        for entry in fs::read_dir(&self.folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            if entry.file_name() == PROMISE {
                continue;
            }
            if entry.file_type().map_err(failed)?.is_dir() {
                self.hand.delete_all(&entry.path())?;
            } else {
                self.hand.delete_file(&entry.path())?;
            }
        }
        Ok(())
    }

    /// Tidies up after a failure. The promise stays if files may have been made under it.
    // The failure is what has to be told; what cannot be tidied now is swept by the next build.
    pub fn abandon(&self, has_begun: bool) {
        let _ = if has_begun || self.owes { self.clear() } else { self.hand.delete_all(&self.folder) };
    }

    /// Removes the work folder once all is done.
    pub fn sweep(self) -> Option<Warning> {
        sweep(self.hand, &self.folder)
    }
}

/// Removes a work folder; one that stays is only worth a warning, for the next build sweeps it.
pub(super) fn sweep(hand: Hand<'_>, folder: &Path) -> Option<Warning> {
    let error = hand.delete_all(folder).err()?;
    Some(Warning::StageLeft { path: folder.to_owned(), reason: error.to_string() })
}

/// Makes the work folder beside the output, or inside it where a file cannot be moved in from beside.
fn make(hand: Hand<'_>, output: &Output) -> Result<PathBuf, Error> {
    let inside = output.folder.join(INSIDE);
    let beside = beside(&output.folder).filter(|_| !output.unfinished.folders.contains(&inside));
    let Some(beside) = beside else { return own_folder(hand, &inside).map(|()| inside) };
    if !output.exists {
        // The output will be made in the same folder as this one, so that nothing has to be tried.
        make_parents(hand, &beside)?;
        return own_folder(hand, &beside).map(|()| beside);
    }
    let tried = own_folder(hand, &beside).and_then(|()| try_moving(hand, &beside, &inside));
    match tried {
        Ok(()) => Ok(beside),
        // The folder above is not ours to write, or the output is the root of a volume.
        Err(_) => {
            // One with a promise in it is not empty and stays.
            let _ = hand.delete_empty(&beside);
            own_folder(hand, &inside).map(|()| inside)
        }
    }
}

// Asking whether two folders lie on one file system is another question on each system, and bind mounts lie: so one
// tries.
fn try_moving(hand: Hand<'_>, beside: &Path, inside: &Path) -> Result<(), Error> {
    let probe = beside.join("probe");
    hand.make_folder(&probe)?;
    match hand.rename(&probe, inside) {
        Ok(()) => hand.delete_empty(inside),
        Err(error) => {
            let _ = hand.delete_empty(&probe);
            Err(error)
        }
    }
}

fn own_folder(hand: Hand<'_>, folder: &Path) -> Result<(), Error> {
    // The name is the writer's own: a file or link of this name is a leftover.
    if look(folder)?.is_some_and(|kind| !kind.is_dir()) {
        hand.delete_file(folder)?;
    }
    hand.make_folder(folder).map(drop)
}

fn make_parents(hand: Hand<'_>, path: &Path) -> Result<(), Error> {
    let Some(parent) = path.parent() else { return Ok(()) };
    if look(parent)?.is_some() {
        return Ok(());
    }
    make_parents(hand, parent)?;
    hand.make_folder(parent).map(drop)
}
