//! Where something may have happened, as folders below folders.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

/// What has to be looked at in a folder, and below it.
#[derive(Clone, Debug, Default)]
pub(super) struct Hints {
    /// Everything, however deep.
    pub is_all: bool,
    below: BTreeMap<String, Hints>,
}

/// A whole folder.
pub(super) static ALL: Hints = Hints { is_all: true, below: BTreeMap::new() };

impl Hints {
    /// What is to be looked at in a folder or file of this one; none if nothing happened there.
    pub fn at(&self, name: &OsStr) -> Option<&Hints> {
        if self.is_all { Some(&ALL) } else { self.below.get(&key(name)) }
    }

    /// Adds a place below this folder, given by its parts. No part at all is the folder itself.
    pub fn add<'a>(&mut self, parts: impl IntoIterator<Item = &'a OsStr>) {
        let mut place = self;
        for part in parts {
            place = place.below.entry(key(part)).or_default();
        }
        place.is_all = true;
    }
}

/// The parts of a path below a folder. None if it lies elsewhere, or cannot be understood.
pub(super) fn parts<'a>(place: &'a Path, folders: &[PathBuf]) -> Option<Vec<&'a OsStr>> {
    let below = match place.is_absolute() {
        true => folders.iter().find_map(|folder| place.strip_prefix(folder).ok())?,
        false => place,
    };
    let normal = |part| match part {
        Component::Normal(name) => Some(Some(name)),
        Component::CurDir => Some(None),
        _ => None,
    };
    Some(below.components().map(normal).collect::<Option<Vec<_>>>()?.into_iter().flatten().collect())
}

/// A name as it is compared. The system may report it in another spelling than its folder has: a look too many costs
/// nothing, one too few is a stale page.
pub(super) fn key(name: &OsStr) -> String {
    let text = name.to_string_lossy();
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.nfc().collect::<String>().to_lowercase() }
}
