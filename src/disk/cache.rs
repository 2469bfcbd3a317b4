//! Where the bytes of a tree's file are, and what has to be made of a source first. `watch` asks here too.

use std::path::{Path, PathBuf};

use super::error::Error;
use super::hand::Hand;
use super::read::Origins;
use super::studio;
use crate::base::{Digest, SitePath};
use crate::draw;
use crate::model::Item;

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
        Item::Derived { source, digest, recipe } => {
            studio::made(hand, site, (&origin(source), *digest), *recipe, &path.extension()).map(Held::Cache)
        }
        Item::Drawn(card) => {
            let key = Digest::of_parts([draw::VERSION, Digest::of_value(card).as_bytes()]);
            studio::drawn(hand, site, key, || draw::share_card(card)).map(Held::Cache)
        }
    }
}
