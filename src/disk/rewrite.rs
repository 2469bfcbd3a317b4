//! Replaces one file of a site, because somebody said yes to it. Whatever is killed, full or unplugged meanwhile, the
//! file is the old or the new one, whole, and what was there before is kept under `.loa/undo/`.

use std::fs::{self, Permissions};
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use super::commit::Manner;
use super::error::Error;
use super::hand::Hand;
use super::open::{self, Opened, look};
use super::{lock, names, read, stage};
use crate::base::SitePath;

/// The folder of old versions, below that of loa's records.
const UNDO: &str = "undo";

/// The name of a file that is being written. It begins with a dot, so that one left by a kill is never read as a text;
/// the next rewriting in its folder deletes it.
const DRAFT: &str = ".loa-tmp";

/// What became of the file that was there before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Where its bytes lie now, below the site; none if there was no file, or one with the same bytes.
    pub old: Option<SitePath>,
}

/// Gives a file of the site these bytes, whole, and makes it, with the folders above it, if it was not there. What it
/// held is kept as `.loa/undo/<folder>/<name>.<n>.<ending>`, where `n` counts up, so that no older one is lost.
///
/// A file that has these bytes already is not touched. Links are never followed and read-only files never replaced.
pub fn rewrite(site: &Path, path: &SitePath, bytes: &[u8]) -> Result<Kept, Error> {
    rewrite_in(site, path, bytes, &Manner::default())
}

/// The same, for one who wants to wait for less, or to stop it at every step.
pub fn rewrite_in(site: &Path, path: &SitePath, bytes: &[u8], manner: &Manner<'_>) -> Result<Kept, Error> {
    let hand = Hand(manner.before);
    read::check_site(site)?;
    let _lock = lock::take(site, manner.patience, hand)?;
    let place = place_of(hand, site, path)?;
    let full = |error: Error| error.or_full(bytes.len() as u64);
    let Some((old, permissions)) = held(&place)? else {
        put(hand, &place, bytes, None).map_err(full)?;
        return Ok(Kept::default());
    };
    if old == bytes {
        return Ok(Kept::default());
    }
    let kept = keep(hand, site, path, &old).map_err(full)?;
    put(hand, &place, bytes, Some(permissions)).map_err(full)?;
    Ok(Kept { old: Some(kept) })
}

/// What a file holds that may be replaced, and who may do what with it; none if there is no such file.
fn held(place: &Path) -> Result<Option<(Vec<u8>, Permissions)>, Error> {
    match open::open(place)? {
        Opened::Nothing => Ok(None),
        Opened::Link => Err(Error::Link { path: place.to_owned() }),
        Opened::Other => Err(Error::Exists { path: place.to_owned() }),
        Opened::File(mut file, found) => {
            if found.permissions().readonly() {
                // A system that asks the folder alone would let the name be given to another file.
                return Err(Error::io("write", place, std::io::ErrorKind::PermissionDenied.into()));
            }
            Ok(Some((open::all(place, &mut file, u64::MAX)?, found.permissions())))
        }
    }
}

/// Writes the bytes beside the place and then gives them its name.
fn put(hand: Hand<'_>, place: &Path, bytes: &[u8], permissions: Option<Permissions>) -> Result<(), Error> {
    let folder = place.parent().unwrap_or(place);
    let draft = folder.join(DRAFT);
    hand.delete_file(&draft)?;
    let written = hand.write(&draft, bytes).and_then(|()| hand.sync_file(&draft)).and_then(|()| {
        // Some disks know no permissions: the bytes matter more.
        let _ = permissions.map(|permissions| fs::set_permissions(&draft, permissions));
        hand.rename(&draft, place)
    });
    if written.is_err() {
        // The failure is what has to be told; a draft that stays is deleted by the next rewriting.
        let _ = hand.delete_file(&draft);
    }
    written.and_then(|()| hand.sync_folder(folder))
}

/// Keeps old bytes under a name that nothing has, and gives it.
fn keep(hand: Hand<'_>, site: &Path, path: &SitePath, old: &[u8]) -> Result<SitePath, Error> {
    let (stem, ending) = (path.stem(), path.file_name().strip_prefix(path.stem()).unwrap_or(""));
    let folder = path.parent().map_or_else(String::new, |parent| format!("{parent}/"));
    for n in 1_u64.. {
        let name = format!("{}/{UNDO}/{folder}{stem}.{n}{ending}", stage::RECORDS);
        let too_long = || Error::io("write", &site.join(&name), std::io::ErrorKind::InvalidFilename.into());
        let kept = SitePath::new(&name).map_err(|_| too_long())?;
        let place = place_of(hand, site, &kept)?;
        if look(&place)?.is_none() {
            put(hand, &place, old, None)?;
            return Ok(kept);
        }
    }
    Err(Error::Exists { path: site.join(path.as_str()) })
}

/// Where a file of the site lies, or would lie. The folders above it are made; a link among them leads out of the site.
fn place_of(hand: Hand<'_>, site: &Path, path: &SitePath) -> Result<PathBuf, Error> {
    let mut place = site.to_owned();
    for (depth, part) in path.parts().enumerate() {
        if depth > 0 {
            match look(&place)? {
                Some(kind) if kind.is_dir() => {}
                Some(kind) if kind.is_symlink() => return Err(Error::Link { path: place }),
                Some(_) => return Err(Error::Exists { path: place }),
                None => drop(hand.make_folder(&place)?),
            }
        }
        place = named(&place, part)?;
    }
    Ok(place)
}

/// The place of this name in a folder. Names on disk need not be in NFC, as those of a [`SitePath`] are; a second file
/// of the same name would make the site refuse both.
fn named(folder: &Path, name: &str) -> Result<PathBuf, Error> {
    let exact = folder.join(name);
    if name.is_ascii() || look(&exact)?.is_some() || look(folder)?.is_none() {
        return Ok(exact);
    }
    let fault = |source| Error::io("list", folder, source);
    let mut twins = Vec::new();
    for entry in fs::read_dir(folder).map_err(fault)? {
        let found = entry.map_err(fault)?.file_name();
        if found.to_str().is_some_and(|found| found.nfc().eq(name.chars())) {
            twins.push(found);
        }
    }
    // The one that a reading of the site takes.
    twins.sort_by(|a, b| names::order(a, b));
    Ok(twins.first().map_or(exact, |twin| folder.join(twin)))
}
