//! Carries out a plan: all new files are written and synced in the work folder before the first one gets its name.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::cache::Held;
use super::error::{Error, Warning};
use super::hand::Hand;
use super::last::Seen;
use super::manifest;
use super::open::{self, Opened, look};
use super::output::Output;
use super::plan::{Plan, Put};
use super::stage::{self, Stage};
use super::take;
use crate::base::{Digesting, SitePath};

/// What was done.
#[derive(Default)]
pub(super) struct Done {
    pub written: usize,
    pub deleted: usize,
    pub bytes: u64,
    pub warnings: Vec<Warning>,
    /// How every file of the site looks, as far as the system tells.
    pub seen: BTreeMap<SitePath, Seen>,
}

/// Carries out a plan.
pub(super) fn carry_out(hand: Hand<'_>, plan: Plan<'_>, output: &Output) -> Result<Done, Error> {
    let is_idle =
        plan.puts.is_empty() && plan.in_the_way.is_empty() && plan.leftover.is_empty() && plan.folders.is_empty();
    if is_idle && output.manifest.as_deref() == Some(manifest::print(&plan.sums).as_slice()) {
        let warnings = output.unfinished.folders.iter().filter_map(|folder| stage::sweep(hand, folder)).collect();
        return Ok(Done { warnings, seen: plan.kept, ..Done::default() });
    }
    let new = plan.puts.iter().map(|put| put.path).filter(|path| !output.ours.contains(path)).cloned();
    let stage = Stage::open(hand, output, new).map_err(|error| error.or_full(needed(&plan)))?;
    let mut site = Placing { hand, output, stage: &stage, has_begun: false, made: Vec::new() };
    let filled = fill(hand, &stage, &plan);
    match filled.and_then(|filled| site.place(&plan, &filled.manifest).map(|done| (done, filled.seen))) {
        Ok((mut done, seen)) => {
            done.warnings.extend(stage.sweep());
            done.seen = plan.kept;
            done.seen.extend(seen);
            Ok(done)
        }
        Err(error) => {
            site.undo();
            stage.abandon(site.has_begun);
            Err(error.or_full(needed(&plan)))
        }
    }
}

fn needed(plan: &Plan<'_>) -> u64 {
    plan.puts.iter().map(|put| put.size).sum()
}

fn staged(stage: &Stage<'_>, index: usize) -> PathBuf {
    stage.folder.join(format!("{index}"))
}

fn staged_manifest(stage: &Stage<'_>) -> PathBuf {
    stage.folder.join(manifest::NAME)
}

/// What lies in the work folder.
struct Filled {
    manifest: Vec<u8>,
    /// How the new files look, as far as the system tells.
    seen: Vec<(SitePath, Seen)>,
}

/// Writes every new file, and the manifest, into the work folder, and makes them outlast a power cut.
// std cannot ask how much room is free. Filling the work folder finds out, with nothing replaced yet.
fn fill<'a>(hand: Hand<'_>, stage: &Stage<'_>, plan: &Plan<'a>) -> Result<Filled, Error> {
    let write = |(index, put): (usize, &Put<'a>)| {
        let file = staged(stage, index);
        copy(hand, &put.held, &file).map(|sum| Some((put.path, sum?)))
    };
    // Two threads that make files in one folder wait for each other spinning (a fifth of a build's CPU on ext4, 1,300
    // pages), so what lies in memory is written by one; copies are mostly reading and hashing.
    let (memory, copies): (Vec<_>, Vec<_>) =
        plan.puts.iter().enumerate().partition(|(_, put)| matches!(put.held, Held::Memory(_)));
    memory.into_iter().try_for_each(|made| write(made).map(drop))?;
    let written: Vec<Option<_>> = copies.into_par_iter().map(write).collect::<Result<_, Error>>()?;
    let mut sums: BTreeMap<&SitePath, [u8; 32]> = plan.sums.clone();
    sums.extend(written.into_iter().flatten());
    let manifest = manifest::print(&sums);
    hand.write(&staged_manifest(stage), &manifest)?;
    // Each file is synced once all are written: the first sync then carries most of the others with it. Measured on
    // ext4, two cores, 1,300 files of 12 KB: 0.03 to 0.06 s this way, 0.1 to 0.3 s if each is synced as it is
    // written.
    let count = plan.puts.len();
    (0..count).into_par_iter().map(|index| hand.sync_file(&staged(stage, index))).collect::<Result<(), Error>>()?;
    hand.sync_file(&staged_manifest(stage))?;
    let look = |(index, put): (usize, &Put<'a>)| {
        let identity = take::identity(&staged(stage, index)).ok()??;
        Some((put.path.clone(), Seen::Written(identity)))
    };
    let seen = plan.puts.par_iter().enumerate().filter_map(look).collect();
    Ok(Filled { manifest, seen })
}

/// Writes what is held into a new file. Gives the sum of a source file, which nobody knew before.
fn copy(hand: Hand<'_>, held: &Held<'_>, file: &Path) -> Result<Option<[u8; 32]>, Error> {
    let (origin, expected) = match held {
        Held::Memory(bytes) => return hand.write(file, bytes).map(|()| None),
        Held::Source(origin, digest) => (origin, Some(digest)),
        Held::Cache(made) => (made, None),
    };
    let changed = || Error::Changed { path: origin.clone() };
    let Opened::File(mut source, _) = open::open(origin)? else { return Err(changed()) };
    let mut pen = hand.create(file)?;
    let (mut sum, mut digest) = (Sha256::new(), Digesting::default());
    open::pieces(origin, &mut source, |piece| {
        sum.update(piece);
        digest.take(piece);
        pen.write_all(piece).map_err(|source| Error::io("write", file, source))
    })?;
    match expected {
        Some(expected) if digest.finish() != *expected => Err(changed()),
        Some(_) => Ok(Some(sum.finalize().into())),
        None => Ok(None),
    }
}

/// A site on its way from the work folder to its place.
struct Placing<'a> {
    hand: Hand<'a>,
    output: &'a Output,
    stage: &'a Stage<'a>,
    /// Whether a file got its name, or one was deleted.
    has_begun: bool,
    /// Folders that were made.
    made: Vec<PathBuf>,
}

impl Placing<'_> {
    fn place(&mut self, plan: &Plan<'_>, manifest: &[u8]) -> Result<Done, Error> {
        let mut done = Done::default();
        self.delete(&plan.in_the_way)?;
        // Empty folders may be in the way of a file too.
        self.delete_folders(&plan.folders)?;
        self.make_folders(plan)?;

        let mut order: Vec<(usize, &Put<'_>)> = plan.puts.iter().enumerate().collect();
        order.sort_by(|(_, a), (_, b)| rank(a.path).cmp(&rank(b.path)));
        for (index, put) in order {
            self.hand.rename(&staged(self.stage, index), &self.on_disk(put.path))?;
            self.has_begun = true;
            done.bytes += put.size;
        }
        // What leads to other files goes before them, so that no page points to what is gone.
        let mut leftover = plan.leftover.clone();
        leftover.sort_by(|a, b| rank(b).cmp(&rank(a)));
        self.delete(&leftover)?;
        self.delete_folders(&plan.folders)?;
        self.sync(plan)?;

        let changed_manifest = self.output.manifest.as_deref() != Some(manifest);
        if changed_manifest {
            self.hand.rename(&staged_manifest(self.stage), &self.output.folder.join(manifest::NAME))?;
            self.hand.sync_folder(&self.output.folder)?;
            done.bytes += manifest.len() as u64;
        }
        done.written = plan.puts.len() + usize::from(changed_manifest);
        done.deleted = plan.in_the_way.len() + plan.leftover.len();
        Ok(done)
    }

    fn on_disk(&self, path: &SitePath) -> PathBuf {
        self.output.folder.join(path.as_str())
    }

    fn delete(&mut self, files: &[SitePath]) -> Result<(), Error> {
        files.iter().try_for_each(|path| {
            self.hand.delete_file(&self.on_disk(path))?;
            self.has_begun = true;
            Ok(())
        })
    }

    fn delete_folders(&self, folders: &[SitePath]) -> Result<(), Error> {
        folders.iter().try_for_each(|folder| self.hand.delete_empty(&self.on_disk(folder)))
    }

    // All folders are made before the first file gets its name: they need room, and renaming hardly does.
    fn make_folders(&mut self, plan: &Plan<'_>) -> Result<(), Error> {
        let folders: BTreeSet<PathBuf> = plan.puts.iter().flat_map(|put| self.folders_of(put.path)).collect();
        for folder in [self.output.folder.clone()].into_iter().chain(folders) {
            if self.hand.make_folder(&folder)? {
                self.made.push(folder);
            }
        }
        Ok(())
    }

    /// The folders between the output and a file, and the output.
    fn folders_of(&self, path: &SitePath) -> Vec<PathBuf> {
        let mut folders = vec![self.output.folder.clone()];
        let below = std::iter::successors(path.parent(), SitePath::parent);
        folders.extend(below.map(|folder| self.on_disk(&folder)));
        folders
    }

    /// Makes the new names outlast a power cut before the manifest speaks of them.
    fn sync(&self, plan: &Plan<'_>) -> Result<(), Error> {
        let paths = plan.puts.iter().map(|put| put.path).chain(&plan.in_the_way).chain(&plan.leftover);
        let touched: BTreeSet<PathBuf> = paths.flat_map(|path| self.folders_of(path)).collect();
        let touched: Vec<PathBuf> = touched.into_iter().collect();
        touched.par_iter().try_for_each(|folder| match look(folder)? {
            Some(_) => self.hand.sync_folder(folder),
            None => Ok(()),
        })
    }

    /// Takes back the folders that were made, if no file got its name.
    fn undo(&self) {
        if !self.has_begun {
            for folder in self.made.iter().rev() {
                // The failure that led here is the one to tell.
                let _ = self.hand.delete_empty(folder);
            }
        }
    }
}

/// Names of folders that hold lists of pages (DESIGN section 3).
const LISTS: &[&str] = &["chu-de", "a-z"];

/// The order in which files get their names, so that a reader who arrives meanwhile finds what a page points to:
/// pictures and styles, pages from the deepest up to the home page, search, feeds, and last what machines read.
fn rank(path: &SitePath) -> (u8, std::cmp::Reverse<usize>, bool, &SitePath) {
    let name = path.file_name();
    let is_list = path.parts().any(|part| LISTS.contains(&part) || part.starts_with("trang-"));
    let kind = match path.extension().as_str() {
        "html" => 1,
        "xml" | "json" if name.starts_with("feed.") => 3,
        "xml" if name.starts_with("sitemap") => 4,
        "txt" if name == "robots.txt" => 4,
        _ if path.parts().nth(1) == Some("tim") => 2,
        _ => 0,
    };
    let depth = if kind == 1 { path.parts().count() } else { 0 };
    (kind, std::cmp::Reverse(depth), is_list, path)
}
