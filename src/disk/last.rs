//! `.loa/cache/last`: that nothing has changed since the last build, so that it need not be done again.
//!
//! It holds the digest of all that the build looked at (every source, the day, the options, the program itself), what the
//! build said, and by what the files of the output are known again. The sources are read and hashed as for any build; of
//! the output only the names are looked at, and the bytes of those files that were too young then to be known by their
//! times. Whatever is not as it was leads to a whole build, and so does a record that is missing, cut off or of another
//! program: it may be deleted at any time.

mod form;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::commit::Manner;
use super::error::Error;
use super::hand::Hand;
use super::identity::{self, Identity};
use super::open::{self, Opened, look};
use super::{manifest, output, stage};
use crate::base::{Diagnostic, Digest, Digesting, SitePath};
use crate::model::{Snapshot, Source, Weights};

/// The name of the record in the cache.
const NAME: &str = "last";

/// Bytes of a record: a hundred for each of a million findings. What is longer was written by nobody.
const MOST_BYTES: u64 = 128 * 1024 * 1024;

/// What a build that stops nothing has to say.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    /// What it was made of.
    pub snapshot: &'a Snapshot,
    /// Pages of the site.
    pub pages: usize,
    /// What the site weighs.
    pub weights: &'a Weights,
    /// Everything that was noticed.
    pub diagnostics: &'a [Diagnostic],
}

/// What the last build said, and what it left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Last {
    /// Pages of the site.
    pub pages: usize,
    /// Files of the output, its manifest included.
    pub files: usize,
    /// What the site weighs.
    pub weights: Weights,
    /// Everything that was noticed.
    pub diagnostics: Vec<Diagnostic>,
    inputs: Digest,
    proof: Proof,
}

/// By what an output is known again.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Proof {
    /// Where it is.
    place: Digest,
    /// Its manifest.
    manifest: Digest,
    /// How its files and folders look.
    looks: Digest,
    /// When they were looked at.
    at: i128,
}

/// How a file of the output looked while it was known what is in it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Seen {
    /// Compared, and left alone.
    Kept(Identity),
    /// Written under another name: giving it its own changes the time that nobody can set, and nothing else.
    Written(Identity),
}

/// What the last build said, if this one has the same to say. Changes nothing.
pub fn recall(site: &Path, snapshot: &Snapshot) -> Option<Last> {
    let file = site.join(stage::RECORDS).join("cache").join(NAME);
    let Ok(Opened::File(mut opened, _)) = open::open(&file) else { return None };
    let last = form::read(&open::all(&file, &mut opened, MOST_BYTES).ok()?)?;
    (last.inputs == inputs(snapshot)?).then_some(last)
}

impl Last {
    /// Whether an output is still exactly as that build left it. Changes nothing.
    pub fn stands(&self, site: &Path, out: &Path) -> bool {
        self.holds(site, out).unwrap_or(false)
    }

    fn holds(&self, site: &Path, out: &Path) -> Result<bool, Error> {
        let folder = output::place(site, out, Manner::default().home.as_deref())?;
        if place(&folder) != self.proof.place || !stage::unfinished(&folder)?.folders.is_empty() {
            return Ok(false);
        }
        let Some(bytes) = output::manifest_of(&folder)? else { return Ok(false) };
        let Some(lines) = lines(&bytes).filter(|_| Digest::of(&bytes) == self.proof.manifest) else { return Ok(false) };
        let Some(looks) = Looks::of(&folder, &lines)? else { return Ok(false) };
        if looks.digest() != self.proof.looks {
            return Ok(false);
        }
        // These may have changed since and look the same.
        let young = |(name, identity): &(&&str, &Identity)| {
            identity.is_racy(self.proof.at).then(|| lines.get(**name).map(|sum| (folder.join(name), *sum))).flatten()
        };
        let doubtful: Vec<(PathBuf, &str)> = looks.files.iter().filter_map(|seen| young(&seen)).collect();
        let same = |(path, sum): &(PathBuf, &str)| match open::open(path)? {
            Opened::File(mut file, _) => Ok(manifest::hex(&open::sha256(path, &mut file)?) == *sum),
            _ => Ok(false),
        };
        doubtful.par_iter().map(same).try_reduce(|| true, |a, b| Ok(a && b))
    }
}

/// Forgets the last build. To be done before anything is written: a build that is killed then is not taken for done.
pub(super) fn forget(hand: Hand<'_>, site: &Path) -> Result<(), Error> {
    let file = site.join(stage::RECORDS).join("cache").join(NAME);
    if look(&file)?.is_some() { hand.delete_file(&file) } else { Ok(()) }
}

/// Records a build, if the output is known to be what was built. To be done while nobody else may write.
// A build that cannot be recorded is as good as any other: the next one is a whole one.
pub(super) fn remember(hand: Hand<'_>, site: &Path, out: &Path, said: &Said<'_>, seen: &BTreeMap<SitePath, Seen>) {
    let _ = record(hand, site, out, said, seen);
}

fn record(
    hand: Hand<'_>,
    site: &Path,
    folder: &Path,
    said: &Said<'_>,
    seen: &BTreeMap<SitePath, Seen>,
) -> Result<(), Error> {
    let (Some(inputs), Some(bytes)) = (inputs(said.snapshot), output::manifest_of(folder)?) else { return Ok(()) };
    let at = identity::now();
    let Some(lines) = lines(&bytes).filter(|lines| lines.len() == seen.len()) else { return Ok(()) };
    let Some(looks) = Looks::of(folder, &lines)? else { return Ok(()) };
    // Between writing and this look somebody may have changed a file.
    let is_known = |path: &SitePath, seen: &Seen| match (looks.files.get(path.as_str()), seen) {
        (Some(now), Seen::Kept(then)) => now == then,
        (Some(now), Seen::Written(then)) => Identity { touched: now.touched, ..*then } == *now,
        (None, _) => false,
    };
    if !seen.iter().all(|(path, seen)| is_known(path, seen)) {
        return Ok(());
    }
    let proof = Proof { place: place(folder), manifest: Digest::of(&bytes), looks: looks.digest(), at };
    let (pages, weights, diagnostics) = (said.pages, said.weights.clone(), said.diagnostics.to_vec());
    let last = Last { pages, files: lines.len() + 1, weights, diagnostics, inputs, proof };
    let cache = stage::records(site, hand)?.join("cache");
    hand.make_folder(&cache)?;
    // Not synced: one that a power cut leaves torn is not read.
    let (draft, file) = (cache.join("last.tmp"), cache.join(NAME));
    hand.delete_file(&draft)?;
    hand.write(&draft, &form::write(&last))?;
    hand.rename(&draft, &file)
}

/// All that a build looks at.
fn inputs(snapshot: &Snapshot) -> Option<Digest> {
    let Snapshot { files, refused, today, options } = snapshot;
    let mut digest = Digesting::default();
    let mut part = |bytes: &[u8]| {
        digest.take(&(bytes.len() as u64).to_le_bytes());
        digest.take(bytes);
    };
    part(program()?.as_bytes());
    part(format!("{today:?} {options:?} {}", refused.len()).as_bytes());
    for it in refused {
        part(it.path.as_bytes());
        part(format!("{:?}", it.why).as_bytes());
    }
    for (path, source) in files {
        part(path.as_str().as_bytes());
        part(source.digest().as_bytes());
        // Whether it is held, and what is known of its picture, follows from the path, the bytes and the program.
        part(if matches!(source, Source::Text { .. }) { b"text" } else { b"media" });
    }
    Some(digest.finish())
}

/// The program that runs. A file that is replaced is another, whatever it says of itself; a digest of it would cost more
/// than all the rest, and one of its sources would not know by which compiler they were read.
fn program() -> Option<String> {
    let path = std::env::current_exe().ok()?;
    let identity = Identity::of(&fs::metadata(&path).ok()?)?;
    Some(format!("{} {path:?} {identity:?}", env!("CARGO_PKG_VERSION")))
}

fn place(folder: &Path) -> Digest {
    Digest::of(folder.as_os_str().as_encoded_bytes())
}

/// The names and sums of a manifest that is known to be one.
fn lines(manifest: &[u8]) -> Option<BTreeMap<&str, &str>> {
    let lines = std::str::from_utf8(manifest).ok()?.lines().skip(1);
    lines.map(|line| line.split_once("  ").map(|(sum, name)| (name, sum))).collect()
}

/// How the files and folders of an output look.
struct Looks<'a> {
    files: BTreeMap<&'a str, Identity>,
    /// Whatever comes or goes in a folder changes it.
    folders: BTreeMap<&'a str, Identity>,
}

impl<'a> Looks<'a> {
    /// Nothing if one of them is not there, or is something else.
    fn of(folder: &Path, lines: &BTreeMap<&'a str, &str>) -> Result<Option<Looks<'a>>, Error> {
        let mut above = BTreeSet::from([""]);
        for name in lines.keys() {
            let mut rest = *name;
            while let Some((parent, _)) = rest.rsplit_once('/') {
                if !above.insert(parent) {
                    break;
                }
                rest = parent;
            }
        }
        let folders: Vec<&str> = above.into_iter().collect();
        let files: Vec<&str> = lines.keys().copied().collect();
        let of = |names: Vec<&'a str>, is_folder: bool| -> Result<Option<BTreeMap<&'a str, Identity>>, Error> {
            let looked: Vec<Result<Option<Identity>, Error>> =
                names.par_iter().map(|name| identity_of(&folder.join(name), is_folder)).collect();
            let looked: Option<Vec<Identity>> = looked.into_iter().collect::<Result<_, Error>>()?;
            Ok(looked.map(|looked| names.into_iter().zip(looked).collect()))
        };
        let (Some(folders), Some(files)) = (of(folders, true)?, of(files, false)?) else { return Ok(None) };
        Ok(Some(Looks { files, folders }))
    }

    fn digest(&self) -> Digest {
        let mut digest = Digesting::default();
        for (name, identity) in self.folders.iter().chain(&self.files) {
            digest.take(&(name.len() as u64).to_le_bytes());
            digest.take(name.as_bytes());
            digest.take(&identity.to_bytes());
        }
        digest.finish()
    }
}

fn identity_of(path: &Path, is_folder: bool) -> Result<Option<Identity>, Error> {
    match fs::symlink_metadata(path) {
        Ok(found) => {
            let is_right = if is_folder { found.is_dir() } else { found.is_file() };
            Ok(Identity::of(&found).filter(|_| is_right))
        }
        Err(error) if open::is_absence(&error) => Ok(None),
        Err(error) => Err(Error::io("open", path, error)),
    }
}
