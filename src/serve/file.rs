//! Pictures, sound and downloads: from disk in pieces, and only if their bytes are still those that the site was made
//! of. A film is never held in memory, and no byte of another file goes out under its name.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use tokio::sync::mpsc;
use tokio::task::spawn_blocking;

use crate::base::{Digest, Digesting, SitePath, limits};
use crate::disk::{Held, Opened, locate, open};
use crate::model::Item;

use super::body::Content;
use super::{House, Shown};

/// Some file systems count times in whole seconds, or two: what was written as late as this may be written again
/// without another time.
const COARSE: Duration = Duration::from_secs(2);

/// Pieces that are read before they are asked for.
const AHEAD: usize = 2;

/// A file that was read through, with the time and length that it had: until those change it need not be read again for
/// every part of it that a player asks for.
#[derive(Debug, Default)]
pub(super) struct Checked(Mutex<BTreeMap<PathBuf, (Digest, Stamp)>>);

/// What tells that a file was written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    length: u64,
    written: SystemTime,
}

/// An open file whose bytes are the right ones.
#[derive(Debug)]
pub(super) struct Standing {
    file: File,
    stamp: Stamp,
}

impl Standing {
    /// Its length in bytes.
    pub fn length(&self) -> u64 {
        self.stamp.length
    }
}

/// Opens what lies on disk; nothing if it is not there, or is no longer what it was: then the next step is on its way.
pub(super) async fn find(house: &Arc<House>, shown: &Arc<Shown>, path: &SitePath) -> Option<Standing> {
    let (house, shown, path) = (Arc::clone(house), Arc::clone(shown), path.clone());
    let found = spawn_blocking(move || {
        let item = shown.item(&path)?;
        hold(&house, &shown, &path, item).ok().flatten()
    });
    found.await.ok().flatten()
}

fn hold(house: &House, shown: &Shown, path: &SitePath, item: &Item) -> io::Result<Option<Standing>> {
    let held = locate(path, item, &shown.show.origins, &house.site).map_err(io::Error::other)?;
    let (path, digest) = match held {
        Held::Memory(_) => return Ok(None),
        Held::Source(path, digest) => (path, Some(digest)),
        // Its name is made of the digests of what it comes from.
        Held::Cache(path) => (path, None),
    };
    let Opened::File(mut file, _) = open(&path).map_err(io::Error::other)? else { return Ok(None) };
    let stamp = stamp(&file)?;
    let is_right = match digest {
        Some(digest) => house.checked.is_right(&path, &mut file, stamp, digest)?,
        None => true,
    };
    Ok(is_right.then_some(Standing { file, stamp }))
}

impl Checked {
    fn is_right(&self, path: &Path, file: &mut File, before: Stamp, digest: Digest) -> io::Result<bool> {
        if self.lock().get(path) == Some(&(digest, before)) {
            return Ok(true);
        }
        let mut digesting = Digesting::default();
        let mut piece = vec![0; limits::FILE_PIECE];
        loop {
            let count = file.read(&mut piece)?;
            let Some(read) = piece.get(..count).filter(|read| !read.is_empty()) else { break };
            digesting.take(read);
        }
        let is_right = digesting.finish() == digest && stamp(file)? == before;
        let is_settled = SystemTime::now().duration_since(before.written).is_ok_and(|age| age > COARSE);
        if is_right && is_settled {
            self.lock().insert(path.to_owned(), (digest, before));
        }
        Ok(is_right)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<PathBuf, (Digest, Stamp)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn stamp(file: &File) -> io::Result<Stamp> {
    let found = file.metadata()?;
    Ok(Stamp { length: found.len(), written: found.modified()? })
}

/// A part of a file, read as it is taken.
pub(super) fn send(standing: Standing, part: Range<u64>) -> Content {
    let (pieces, coming) = mpsc::channel(AHEAD);
    tokio::spawn(async move {
        let mut standing = standing;
        let mut at = part.start;
        while at < part.end {
            let count = usize::try_from(part.end - at).unwrap_or(usize::MAX).min(limits::FILE_PIECE);
            let read = spawn_blocking(move || {
                let piece = read(&mut standing, at, count);
                (standing, piece)
            });
            // The thread was taken away: the server ends.
            let Ok((back, piece)) = read.await else { return };
            standing = back;
            let is_over = piece.is_err();
            // Nobody takes it any longer.
            if pieces.send(piece).await.is_err() || is_over {
                return;
            }
            at += count as u64;
        }
    });
    Content::Coming(coming)
}

/// A piece, if the file was still untouched when it had been read.
fn read(standing: &mut Standing, at: u64, count: usize) -> io::Result<Bytes> {
    let mut piece = vec![0; count];
    standing.file.seek(SeekFrom::Start(at))?;
    standing.file.read_exact(&mut piece)?;
    if stamp(&standing.file)? == standing.stamp {
        Ok(piece.into())
    } else {
        Err(io::Error::other("the file was written to meanwhile"))
    }
}
