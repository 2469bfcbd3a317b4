//! Where the bytes of a tree's file are, and what has to be made of a source first. `watch` asks here too.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::error::Error;
use super::hand::Hand;
use super::open::{self, Opened};
use super::picture;
use super::read::Origins;
use super::stage;
use crate::base::{Digest, Digesting, SitePath, limits};
use crate::model::{Item, Recipe};

/// What stands for a recipe in the name of what it made. To be changed with whatever changes its bytes.
const CLEAN_PICTURE: &[u8] = b"clean picture 1";

/// The bytes of a file of the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held<'a> {
    /// Here.
    Memory(&'a [u8]),
    /// In a source file that must still have this digest.
    Source(PathBuf, Digest),
    /// In a file of the cache.
    Cache(PathBuf),
}

/// Says where the bytes of a tree's file are, and makes them if a recipe asks for it and the cache has them not.
pub fn locate<'a>(path: &SitePath, item: &'a Item, origins: &Origins, site: &Path) -> Result<Held<'a>, Error> {
    locate_by(Hand(&|_| Ok(())), path, item, origins, site)
}

pub(super) fn locate_by<'a>(
    hand: Hand<'_>,
    path: &SitePath,
    item: &'a Item,
    origins: &Origins,
    site: &Path,
) -> Result<Held<'a>, Error> {
    let origin = |source: &SitePath| origins.0.get(source).cloned().unwrap_or_else(|| site.join(source.as_str()));
    match item {
        Item::Bytes(bytes) => Ok(Held::Memory(bytes)),
        Item::Copy { source, digest } => Ok(Held::Source(origin(source), *digest)),
        Item::Derived { source, digest, recipe: Recipe::CleanPicture } => {
            let extension = path.extension();
            let key = Digest::of_parts([CLEAN_PICTURE, extension.as_bytes(), digest.as_bytes()]);
            let folder = stage::records(site, hand)?.join("cache");
            hand.make_folder(&folder)?;
            let file = folder.join(format!("{key}.{extension}"));
            if open::look(&file)?.is_none_or(|kind| !kind.is_file()) {
                make(hand, &origin(source), *digest, &extension, &file)?;
            }
            Ok(Held::Cache(file))
        }
    }
}

fn make(hand: Hand<'_>, origin: &Path, digest: Digest, extension: &str, file: &Path) -> Result<(), Error> {
    // Another thread, or `watch`, may be making the same file: each writes under a name of its own, and the bytes are
    // the same.
    static COUNTER: AtomicUsize = AtomicUsize::new(0);
    let number = COUNTER.fetch_add(1, Ordering::Relaxed);
    let unfinished = file.with_extension(format!("{}-{number}.tmp", std::process::id()));

    let unusable = |reason: String| Error::Picture { path: origin.to_owned(), reason };
    let bytes = source(origin, digest)?;
    let made = picture::clean(&bytes, extension).map_err(|error| unusable(error.to_string()))?;
    let written = hand
        .write(&unfinished, &made)
        .and_then(|()| hand.sync_file(&unfinished))
        .and_then(|()| hand.rename(&unfinished, file));
    if written.is_err() {
        // The first error is the one to tell; what is left is small and lies in the cache, which may be deleted at
        // will.
        let _ = hand.delete_file(&unfinished);
    }
    written.map_err(|error| error.or_full(made.len() as u64))
}

/// A source file's bytes, if they are still those that were read.
fn source(origin: &Path, expected: Digest) -> Result<Vec<u8>, Error> {
    let changed = || Error::Changed { path: origin.to_owned() };
    let Opened::File(mut file, found) = open::open(origin)? else { return Err(changed()) };
    let size = found.len();
    if size > limits::PICTURE_BYTES {
        return Err(Error::Picture { path: origin.to_owned(), reason: format!("{size} bytes are too many") });
    }
    let (mut bytes, mut digest) = (Vec::new(), Digesting::default());
    open::pieces(origin, &mut file, |piece| {
        bytes.extend_from_slice(piece);
        digest.take(piece);
        if bytes.len() as u64 > limits::PICTURE_BYTES { Err(changed()) } else { Ok(()) }
    })?;
    if digest.finish() == expected { Ok(bytes) } else { Err(changed()) }
}
