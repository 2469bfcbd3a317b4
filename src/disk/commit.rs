//! Brings an output folder to a finished tree, in the nine steps that keep it whole whatever happens meanwhile.

use std::fmt;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::error::{Error, Warning};
use super::hand::{Before, Hand};
use super::last::{self, Said};
use super::read::{self, Origins};
use super::{lock, output, place, plan};
use crate::model::Tree;

/// How long a build waits for another. A large site with many new pictures takes less.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a commit did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files of the output, its manifest included.
    pub files: usize,
    /// Those that were new or had other bytes, the manifest included.
    pub written: usize,
    /// Files of an earlier build that are gone.
    pub deleted: usize,
    /// Bytes of the files that were written.
    pub bytes: u64,
    /// What the user should know.
    pub warnings: Vec<Warning>,
}

/// What surrounds a commit.
pub struct Manner<'a> {
    /// How long to wait for another writer.
    pub patience: Duration,
    /// A folder that no output may be or hold.
    pub home: Option<PathBuf>,
    /// Is told of each change before it is made, and may stop it.
    pub before: Before<'a>,
}

impl Default for Manner<'_> {
    fn default() -> Self {
        Manner { patience: PATIENCE, home: std::env::home_dir(), before: &|_| Ok(()) }
    }
}

impl fmt::Debug for Manner<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields = (self.patience, &self.home);
        out.debug_tuple("Manner").field(&fields).finish_non_exhaustive()
    }
}

/// Makes an output folder equal to a tree. What is the same is not touched, and what loa did not write is not deleted.
pub fn commit(tree: &Tree, origins: &Origins, site: &Path, out: &Path) -> Result<Written, Error> {
    commit_in(tree, origins, site, out, &Manner::default())
}

/// The same, for one who wants to wait for less, to show how far it is, or to stop it at every step.
pub fn commit_in(
    tree: &Tree,
    origins: &Origins,
    site: &Path,
    out: &Path,
    manner: &Manner<'_>,
) -> Result<Written, Error> {
    commit_by(tree, origins, site, out, manner, None)
}

/// The same, and records what the build said, so that the next one need not be done if nothing has changed.
pub fn commit_and_remember(
    tree: &Tree,
    origins: &Origins,
    site: &Path,
    out: &Path,
    manner: &Manner<'_>,
    said: &Said<'_>,
) -> Result<Written, Error> {
    commit_by(tree, origins, site, out, manner, Some(said))
}

fn commit_by(
    tree: &Tree,
    origins: &Origins,
    site: &Path,
    out: &Path,
    manner: &Manner<'_>,
    said: Option<&Said<'_>>,
) -> Result<Written, Error> {
    let home = manner.home.as_deref();
    let hand = Hand(manner.before);
    let names = plan::names(tree)?;
    read::check_site(site)?;
    // Before the lock, so that a refused folder leaves no trace. Where a lock lies, another build may be half way through
    // its first writing, and only a look under the lock tells its folder from a stranger's.
    if let Err(error) = output::inspect(site, out, home) {
        let Some(_turn) = lock::turn(site, manner.patience)? else { return Err(error) };
        output::inspect(site, out, home)?;
    }
    let lock = lock::take(site, manner.patience, hand)?;
    let output = output::inspect(site, out, home)?;
    last::forget(hand, site)?;
    let plan = plan::plan(hand, tree, &names, origins, site, &output)?;
    let done = place::carry_out(hand, plan, &output)?;
    let warnings: Vec<Warning> = lock.warning.iter().cloned().chain(done.warnings).collect();
    // What has to be told is not recorded, and without a lock somebody else may be writing.
    if let Some(said) = said.filter(|_| warnings.is_empty()) {
        last::remember(hand, site, &output.folder, said, &done.seen);
    }
    let files = tree.files.len() + 1;
    Ok(Written { files, written: done.written, deleted: done.deleted, bytes: done.bytes, warnings })
}

/// Makes a new file, with the folders above it. Never writes over anything.
pub fn create_new(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|source| Error::io("make-folder", folder, source))?;
    }
    let mut file = match fs::OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(Error::Exists { path: path.to_owned() });
        }
        Err(error) => return Err(Error::io("write", path, error)),
    };
    file.write_all(bytes).and_then(|()| file.sync_data()).map_err(|source| {
        // Half a file would be taken for somebody's work. That it could not be written is what has to be told.
        let _ = fs::remove_file(path);
        Error::io("write", path, source).or_full(bytes.len() as u64)
    })
}
