//! What has to be done: the difference between a tree and the bytes on disk. Changes nothing but the cache of pictures.

use std::cell::RefCell;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};
use walkdir::WalkDir;

use super::cache::{self, Held};
use super::error::{Error, OutputFault};
use super::hand::Hand;
use super::identity::Identity;
use super::last::Seen;
use super::open::{self, Opened, look};
use super::output::Output;
use super::read::Origins;
use super::{manifest, stage};
use crate::base::{Digesting, SitePath};
use crate::model::Tree;

/// What has to be done to make an output equal to a tree.
pub(super) struct Plan<'a> {
    /// Files to be written, in the order of their paths.
    pub puts: Vec<Put<'a>>,
    /// The sums of the files that stay as they are, and of the others where they are known.
    pub sums: BTreeMap<&'a SitePath, [u8; 32]>,
    /// How the files that stay as they are looked before they were compared, as far as the system tells.
    pub kept: BTreeMap<SitePath, Seen>,
    /// Files of ours that the tree lacks and a new file needs the place of.
    pub in_the_way: Vec<SitePath>,
    /// The other files of ours that the tree lacks.
    pub leftover: Vec<SitePath>,
    /// Folders that were made for files of ours and that the tree does without, the deepest first.
    pub folders: Vec<SitePath>,
}

/// A file to be written.
pub(super) struct Put<'a> {
    /// Its path in the output.
    pub path: &'a SitePath,
    /// Its bytes.
    pub held: Held<'a>,
    /// How many they are.
    pub size: u64,
}

/// What lies where a file of the tree belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    /// Nothing, or what is deleted first.
    Absent,
    /// A file of ours, perhaps the same.
    Ours,
    /// A link or the like where a file of ours was.
    Replaced,
}

/// The names of a tree without regard to case.
#[derive(Default)]
pub(super) struct Names {
    files: BTreeMap<String, SitePath>,
    folders: BTreeMap<String, SitePath>,
}

/// Reads the names of a tree, and refuses two that cannot lie in one folder on every disk.
pub(super) fn names(tree: &Tree) -> Result<Names, Error> {
    let mut names = Names::default();
    for path in tree.files.keys() {
        let clash = |other: &str| Error::Clash { path: path.clone(), other: other.to_owned() };
        let own = [manifest::NAME, stage::INSIDE]
            .into_iter()
            .find(|own| path.parts().next().is_some_and(|first| first.eq_ignore_ascii_case(own)));
        if let Some(own) = own {
            return Err(clash(own));
        }
        if let Some(twin) = names.files.insert(lower(path), path.clone()) {
            return Err(clash(twin.as_str()));
        }
        for folder in ancestors(path) {
            // With a folder all those above it are known.
            match names.folders.entry(lower(&folder)) {
                Entry::Occupied(known) if *known.get() == folder => break,
                Entry::Occupied(known) => return Err(clash(known.get().as_str())),
                Entry::Vacant(place) => drop(place.insert(folder)),
            }
        }
    }
    let both = names.files.iter().find_map(|(lower, path)| Some((path, names.folders.get(lower)?)));
    match both {
        Some((path, folder)) => Err(Error::Clash { path: path.clone(), other: format!("{folder}/") }),
        None => Ok(names),
    }
}

fn lower(path: &SitePath) -> String {
    path.as_str().to_lowercase()
}

fn ancestors(path: &SitePath) -> impl Iterator<Item = SitePath> {
    std::iter::successors(path.parent(), SitePath::parent)
}

/// Compares a tree with what lies in an output.
pub(super) fn plan<'a>(
    hand: Hand<'_>,
    tree: &'a Tree,
    names: &Names,
    origins: &Origins,
    site: &Path,
    output: &Output,
) -> Result<Plan<'a>, Error> {
    let gone: BTreeSet<&SitePath> = output.ours.iter().filter(|path| !tree.files.contains_key(path)).collect();
    let spellings = gone.iter().map(|path| lower(path)).collect();
    let ground = Ground { output, gone: &gone, spellings, known: RefCell::default() };
    // All places are looked at before a picture is made or a long file is read: a refusal should not take minutes.
    let targets = tree.files.keys().map(|path| ground.target(path)).collect::<Result<Vec<Target>, Error>>()?;
    let all: Vec<_> = tree.files.iter().zip(targets).collect();
    let compared: Vec<_> = all
        .into_par_iter()
        .map(|((path, item), target)| {
            let held = cache::locate_by(hand, path, item, origins, site)?;
            compare(&output.folder.join(path.as_str()), held, target).map(|compared| (path, compared))
        })
        .collect();
    let (mut puts, mut sums, mut kept) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
    for compared in compared {
        let (path, compared) = compared?;
        sums.extend(compared.sum.map(|sum| (path, sum)));
        kept.extend(compared.seen.filter(|_| compared.change.is_none()).map(|seen| (path.clone(), Seen::Kept(seen))));
        puts.extend(compared.change.map(|(held, size)| Put { path, held, size }));
    }
    let mut existing = Vec::new();
    for path in &gone {
        if ground.holds_file(path)? {
            existing.push((*path).clone());
        }
    }
    let (in_the_way, leftover) = existing.into_iter().partition(|path| names.need_place_of(path));
    let folders = ground.empty_folders(names)?;
    Ok(Plan { puts, sums, kept, in_the_way, leftover, folders })
}

impl Names {
    /// Whether a file has to go before a file of the tree can have its place. On some disks `A` and `a` are one place.
    fn need_place_of(&self, path: &SitePath) -> bool {
        let own = lower(path);
        self.files.contains_key(&own)
            || self.folders.contains_key(&own)
            || ancestors(path).any(|folder| self.files.contains_key(&lower(&folder)))
    }
}

/// An output folder as it lies there.
struct Ground<'a> {
    output: &'a Output,
    /// Files of ours that the tree lacks.
    gone: &'a BTreeSet<&'a SitePath>,
    /// Their paths without regard to case.
    spellings: BTreeSet<String>,
    /// Folders that were looked at.
    known: RefCell<BTreeMap<SitePath, Way>>,
}

/// Whether one can go into a folder.
#[derive(Clone, PartialEq, Eq)]
enum Way {
    Open,
    Absent,
    /// This is no folder.
    Blocked(SitePath),
}

impl Ground<'_> {
    fn on_disk(&self, path: &SitePath) -> PathBuf {
        self.output.folder.join(path.as_str())
    }

    /// The way into the folder of a file.
    fn way_to(&self, path: &SitePath) -> Result<Way, Error> {
        match path.parent() {
            Some(folder) => self.way(folder),
            None => Ok(if self.output.exists { Way::Open } else { Way::Absent }),
        }
    }

    fn way(&self, folder: SitePath) -> Result<Way, Error> {
        if let Some(way) = self.known.borrow().get(&folder) {
            return Ok(way.clone());
        }
        let way = match self.way_to(&folder)? {
            Way::Open => match look(&self.on_disk(&folder))? {
                None => Way::Absent,
                Some(kind) if kind.is_dir() => Way::Open,
                Some(_) => Way::Blocked(folder.clone()),
            },
            other => other,
        };
        self.known.borrow_mut().insert(folder, way.clone());
        Ok(way)
    }

    /// Whether a file, or at least no folder, lies at a path.
    fn holds_file(&self, path: &SitePath) -> Result<bool, Error> {
        let is_open = self.way_to(path)? == Way::Open;
        Ok(is_open && look(&self.on_disk(path))?.is_some_and(|kind| !kind.is_dir()))
    }

    fn target(&self, path: &SitePath) -> Result<Target, Error> {
        let foreign = |path: &SitePath| Error::Refused {
            path: self.output.folder.clone(),
            why: OutputFault::Foreign(self.on_disk(path)),
        };
        match self.way_to(path)? {
            Way::Open => {}
            Way::Absent => return Ok(Target::Absent),
            Way::Blocked(file) if self.gone.contains(&file) => return Ok(Target::Absent),
            Way::Blocked(file) => return Err(foreign(&file)),
        }
        let Some(kind) = look(&self.on_disk(path))? else { return Ok(Target::Absent) };
        let will_go = if kind.is_dir() { self.holds_only_gone(path)? } else { self.is_spelt_otherwise(path)? };
        if will_go {
            return Ok(Target::Absent);
        }
        if kind.is_dir() || !self.output.ours.contains(path) {
            return Err(foreign(path));
        }
        Ok(if kind.is_file() { Target::Ours } else { Target::Replaced })
    }

    /// Whether a folder holds nothing but files that this build deletes.
    fn holds_only_gone(&self, folder: &SitePath) -> Result<bool, Error> {
        for entry in WalkDir::new(self.on_disk(folder)).min_depth(1) {
            let entry = entry.map_err(|error| Error::io("list", &self.on_disk(folder), error.into()))?;
            let path = stage::site_path(&self.output.folder, entry.path());
            let goes = path.is_some_and(|path| match entry.file_type().is_dir() {
                true => self.gone.iter().any(|file| file.below(path.as_str()).is_some()),
                false => self.gone.contains(&path),
            });
            if !goes {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether what answers to this name is a file of ours that the tree lacks and that only differs by case.
    fn is_spelt_otherwise(&self, path: &SitePath) -> Result<bool, Error> {
        if !self.spellings.contains(&lower(path)) {
            return Ok(false);
        }
        // Only the folder itself tells how the name is spelt on a disk that does not care.
        let file = self.on_disk(path);
        let folder = file.parent().unwrap_or(&self.output.folder);
        let failed = |source| Error::io("list", folder, source);
        for entry in fs::read_dir(folder).map_err(failed)? {
            if Some(entry.map_err(failed)?.file_name().as_os_str()) == file.file_name() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Folders of files that are gone, which the tree does without and which are there, the deepest first.
    fn empty_folders(&self, names: &Names) -> Result<Vec<SitePath>, Error> {
        let kept = |folder: &SitePath| names.folders.get(&lower(folder)) == Some(folder);
        let mut folders: BTreeSet<SitePath> = BTreeSet::new();
        for folder in self.gone.iter().flat_map(|path| ancestors(path)) {
            if !folders.contains(&folder) && self.way(folder.clone())? == Way::Open && !kept(&folder) {
                folders.insert(folder);
            }
        }
        let mut folders: Vec<SitePath> = folders.into_iter().collect();
        folders.sort_by_key(|folder| std::cmp::Reverse(folder.parts().count()));
        Ok(folders)
    }
}

/// What a look at one file gave.
struct Compared<'a> {
    sum: Option<[u8; 32]>,
    /// How the file that was there looked before it was read.
    seen: Option<Identity>,
    /// What has to be written, if the file is not the same already.
    change: Option<(Held<'a>, u64)>,
}

fn compare<'a>(file: &Path, held: Held<'a>, target: Target) -> Result<Compared<'a>, Error> {
    // What is there: opened only if it is ours, and then never through a link.
    let found = if target == Target::Ours { open::open(file)? } else { Opened::Nothing };
    let seen = if let Opened::File(_, found) = &found { Identity::of(found) } else { None };
    let (sum, size, is_same) = match &held {
        Held::Memory(bytes) => {
            let is_same = match found {
                Opened::File(mut on_disk, found) if found.len() == bytes.len() as u64 => {
                    equals(file, &mut on_disk, bytes)?
                }
                _ => false,
            };
            (Some(Sha256::digest(bytes).into()), bytes.len() as u64, is_same)
        }
        Held::Source(origin, digest) => {
            let size = length(origin)?;
            match found {
                Opened::File(mut on_disk, found) if found.len() == size => {
                    let (sum, held) = both_digests(file, &mut on_disk)?;
                    if held == *digest { (Some(sum), size, true) } else { (None, size, false) }
                }
                _ => (None, size, false),
            }
        }
        Held::Cache(made) => {
            let Opened::File(mut cached, looked) = open::open(made)? else {
                return Err(Error::Changed { path: made.clone() });
            };
            let size = looked.len();
            let sum = open::sha256(made, &mut cached)?;
            let is_same = match found {
                Opened::File(mut on_disk, found) if found.len() == size => open::sha256(file, &mut on_disk)? == sum,
                _ => false,
            };
            (Some(sum), size, is_same)
        }
    };
    Ok(Compared { sum, seen, change: (!is_same).then_some((held, size)) })
}

fn length(origin: &Path) -> Result<u64, Error> {
    match fs::symlink_metadata(origin) {
        Ok(found) if found.is_file() => Ok(found.len()),
        Err(error) if !open::is_absence(&error) => Err(Error::io("open", origin, error)),
        _ => Err(Error::Changed { path: origin.to_owned() }),
    }
}

fn both_digests(path: &Path, file: &mut fs::File) -> Result<([u8; 32], crate::base::Digest), Error> {
    let (mut sum, mut digest) = (Sha256::new(), Digesting::default());
    open::pieces(path, file, |piece| {
        sum.update(piece);
        digest.take(piece);
        Ok(())
    })?;
    Ok((sum.finalize().into(), digest.finish()))
}

fn equals(path: &Path, file: &mut fs::File, bytes: &[u8]) -> Result<bool, Error> {
    let mut rest = bytes;
    let mut is_same = true;
    open::pieces(path, file, |piece| {
        match rest.strip_prefix(piece) {
            Some(after) => rest = after,
            None => is_same = false,
        }
        Ok(())
    })?;
    Ok(is_same && rest.is_empty())
}
