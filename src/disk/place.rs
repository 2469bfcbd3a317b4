//! Carries out a plan: all new files are written and synced in the work folder before the first one gets its name.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::error::{Error, Warning};
use super::hand::Hand;
use super::last::Seen;
use super::open::look;
use super::output::Output;
use super::plan::{Plan, Put};
use super::stage::{self, Stage};
use super::whole::Disk;
use super::{fill, manifest};
use crate::base::SitePath;

/// The name of a whole site in the work folder.
const SITE: &str = "site";

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
    // Windows renames no folder in which a virus scanner still looks at a file.
    if !output.exists && !cfg!(windows) {
        return carry_out_at_once(hand, &plan, output);
    }
    let new = plan.puts.iter().map(|put| put.path).filter(|path| !output.ours.contains(path)).cloned();
    let stage = Stage::open(hand, output, new).map_err(|error| error.or_full(needed(&plan)))?;
    let disk = Disk::of(&stage.folder);
    let mut site = Placing { hand, output, stage: &stage, disk, has_begun: false, made: Vec::new() };
    let filled = fill::numbered(hand, &stage.folder, &plan);
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

/// A first build: the whole site is made in the work folder and gets its name at once, so that it is never seen in part.
fn carry_out_at_once(hand: Hand<'_>, plan: &Plan<'_>, output: &Output) -> Result<Done, Error> {
    let stage = Stage::open(hand, output, std::iter::empty()).map_err(|error| error.or_full(needed(plan)))?;
    let site = stage.folder.join(SITE);
    let mut has_begun = false;
    let placed = fill::in_place(hand, &site, plan).and_then(|filled| {
        hand.rename(&site, &output.folder)?;
        has_begun = true;
        output.folder.parent().map_or(Ok(()), |above| hand.sync_folder(above))?;
        Ok(filled)
    });
    match placed {
        Ok(filled) => Ok(Done {
            written: plan.puts.len() + 1,
            deleted: 0,
            bytes: needed(plan) + filled.manifest.len() as u64,
            warnings: stage.sweep().into_iter().collect(),
            seen: filled.seen.into_iter().collect(),
        }),
        Err(error) => {
            stage.abandon(has_begun);
            Err(error.or_full(needed(plan)))
        }
    }
}

fn needed(plan: &Plan<'_>) -> u64 {
    plan.puts.iter().map(|put| put.size).sum()
}

/// A site on its way from the work folder to its place.
struct Placing<'a> {
    hand: Hand<'a>,
    output: &'a Output,
    stage: &'a Stage<'a>,
    disk: Option<Disk>,
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
            self.hand.rename(&fill::staged(&self.stage.folder, index), &self.on_disk(put.path))?;
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
            self.hand.rename(&self.stage.folder.join(manifest::NAME), &self.output.folder.join(manifest::NAME))?;
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
        let mut there = Vec::new();
        for folder in touched {
            if look(&folder)?.is_some() {
                there.push(folder);
            }
        }
        fill::settle(self.hand, &self.output.folder, self.disk.as_ref(), &[], &there)
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
