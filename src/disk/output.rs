//! Whether a folder may be written to: only an empty one, or one whose manifest says that it is loa's.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use walkdir::WalkDir;

use super::error::{Error, OutputFault};
use super::open::{self, Opened, look};
use super::stage::{self, Unfinished};
use super::{manifest, names};
use crate::base::SitePath;

/// An output folder that loa may write to.
pub(super) struct Output {
    /// Its path.
    pub folder: PathBuf,
    /// Whether it is there at all.
    pub exists: bool,
    /// Its manifest as it stands.
    pub manifest: Option<Vec<u8>>,
    /// The files that are loa's, by the manifest or by what a killed build left.
    pub ours: BTreeSet<SitePath>,
    /// What a killed build left.
    pub unfinished: Unfinished,
}

/// Looks at an output folder and refuses what loa must not touch. Changes nothing.
pub(super) fn inspect(site: &Path, out: &Path, home: Option<&Path>) -> Result<Output, Error> {
    let refuse = |why| Error::Refused { path: out.to_owned(), why };
    let folder = place(site, out, home)?;
    let exists = match look(&folder)? {
        None => false,
        Some(kind) if kind.is_dir() => true,
        Some(_) => return Err(refuse(OutputFault::NotAFolder)),
    };
    let unfinished = stage::unfinished(&folder)?;
    let manifest = if exists { manifest_of(&folder)? } else { None };
    let listed = match &manifest {
        Some(bytes) => manifest::parse(bytes).map_err(refuse)?.into_keys().collect(),
        None if exists && !is_ours_without(&folder, &unfinished)? => return Err(refuse(OutputFault::NotOurs)),
        None => BTreeSet::new(),
    };
    let ours = listed.union(&unfinished.promised).cloned().collect();
    Ok(Output { folder, exists, manifest, ours, unfinished })
}

/// The path of an output folder, unless it is one that holds or is held by what is no output.
pub(super) fn place(site: &Path, out: &Path, home: Option<&Path>) -> Result<PathBuf, Error> {
    let refuse = |why| Error::Refused { path: out.to_owned(), why };
    let site = fs::canonicalize(site).map_err(|source| Error::io("open", site, source))?;
    // An ending slash would ask for what a link points to.
    let folder: PathBuf =
        std::path::absolute(out).map_err(|source| Error::io("open", out, source))?.components().collect();
    let resolved = resolve(&folder)?.ok_or_else(|| refuse(OutputFault::Link))?;
    let home = home.map(|home| fs::canonicalize(home).unwrap_or_else(|_| home.to_owned()));
    match place_fault(&site, &resolved, home.as_deref()) {
        Some(why) => Err(refuse(why)),
        None => Ok(folder),
    }
}

/// The path with every link in it followed; nothing if its last part is one. What does not exist yet has no links.
fn resolve(out: &Path) -> Result<Option<PathBuf>, Error> {
    let mut path = PathBuf::new();
    let mut parts = out.components().peekable();
    while let Some(part) = parts.next() {
        match part {
            Component::CurDir => {}
            // The path so far is free of links, so the folder above is simply one part less.
            Component::ParentDir => drop(path.pop()),
            _ => path.push(part),
        }
        let is_name = matches!(part, Component::Normal(_));
        if is_name && look(&path)?.is_some_and(|kind| kind.is_symlink()) {
            if parts.peek().is_none() {
                return Ok(None);
            }
            path = fs::canonicalize(&path).map_err(|source| Error::io("open", out, source))?;
        }
    }
    // Windows and macOS know one folder under several spellings; the system's own is the one to compare.
    let mut missing = Vec::new();
    while look(&path)?.is_none() {
        let Some(name) = path.file_name() else { break };
        missing.push(name.to_owned());
        path.pop();
    }
    let mut resolved = fs::canonicalize(&path).map_err(|source| Error::io("open", out, source))?;
    resolved.extend(missing.iter().rev());
    Ok(Some(resolved))
}

fn place_fault(site: &Path, out: &Path, home: Option<&Path>) -> Option<OutputFault> {
    // On Windows a drive of its own is what a stick is; the system's drive is never empty.
    if cfg!(unix) && out.parent().is_none() {
        return Some(OutputFault::Root);
    }
    if below(out, site).is_some() {
        return Some(OutputFault::HoldsSite);
    }
    if home.is_some_and(|home| below(out, home).is_some()) {
        return Some(OutputFault::Home);
    }
    // Whatever the system: on the next machine `Content` may be `content`.
    let first = below(site, out)?.components().next()?.as_os_str().to_string_lossy().to_lowercase();
    let is_source = names::FOLDERS.contains(&first.as_str()) || first == stage::RECORDS || first == names::CONFIG;
    is_source.then_some(OutputFault::Source(first))
}

/// What stands of `path` below `folder`, if it lies there; nothing at all if both are one.
fn below(folder: &Path, path: &Path) -> Option<PathBuf> {
    let mut parts = path.components();
    for part in folder.components() {
        let next = parts.next()?;
        let same = if cfg!(any(windows, target_os = "macos")) {
            let lower = |part: Component<'_>| part.as_os_str().to_string_lossy().to_lowercase();
            lower(part) == lower(next)
        } else {
            part == next
        };
        if !same {
            return None;
        }
    }
    Some(parts.as_path().to_owned())
}

/// The files of an output that was published, each with its SHA-256 in hexadecimal digits; none without a manifest that
/// can be read.
pub fn published(folder: &Path) -> Option<BTreeMap<SitePath, String>> {
    manifest::parse(&manifest_of(folder).ok()??).ok()
}

/// The manifest of an output as it stands.
pub(super) fn manifest_of(folder: &Path) -> Result<Option<Vec<u8>>, Error> {
    let path = folder.join(manifest::NAME);
    match open::open(&path)? {
        Opened::File(mut file, _) => open::all(&path, &mut file, manifest::MOST_BYTES).map(Some),
        // A link or a pipe of this name is none of ours, and the folder is then judged by what lies in it.
        Opened::Link | Opened::Other | Opened::Nothing => Ok(None),
    }
}

/// Whether a folder without manifest is empty, or holds only what a killed first build had promised to put there.
fn is_ours_without(folder: &Path, unfinished: &Unfinished) -> Result<bool, Error> {
    let folders: BTreeSet<SitePath> =
        unfinished.promised.iter().flat_map(|file| std::iter::successors(file.parent(), SitePath::parent)).collect();
    let at_top = |entry: &walkdir::DirEntry| entry.depth() == 1;
    let is_own = |name: &std::ffi::OsStr| names::is_dropping(name) || name == stage::INSIDE;
    let walk = WalkDir::new(folder).min_depth(1).follow_links(false).into_iter();
    for entry in walk.filter_entry(|entry| !(at_top(entry) && is_own(entry.file_name()))) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            Error::Io { op: "list", path, source: error.into() }
        })?;
        let path = stage::site_path(folder, entry.path());
        let is_promised = path.is_some_and(|path| match entry.file_type().is_dir() {
            true => folders.contains(&path),
            false => unfinished.promised.contains(&path),
        });
        if !is_promised {
            return Ok(false);
        }
    }
    Ok(true)
}
