//! Reads the folders of a site into a snapshot. What cannot be taken is named in it; what cannot be read stops the run.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::error::Error;
use super::library::{Halves, Library, Places};
use super::{names, open};
use crate::base::{Date, SitePath};
use crate::model::{Options, Snapshot};

/// A site as it was read.
#[derive(Debug)]
pub struct Reading {
    /// What a build may look at.
    pub snapshot: Snapshot,
    /// Where it was found.
    pub origins: Origins,
}

/// Where each file of a snapshot lies on disk; a name there need not be in NFC, or equal to the path at all.
#[derive(Clone, Debug, Default)]
pub struct Origins(pub BTreeMap<SitePath, PathBuf>);

/// Reads `loa.yml` and the folders of a site, and writes nothing. The result depends on nothing but the names and bytes in them.
pub fn read(site: &Path, today: Date, options: Options) -> Result<Reading, Error> {
    taken(Library::open(site), today, options)
}

/// The same, to be published: what is made of its pictures on the way is kept in the cache of the site.
pub fn read_to_publish(site: &Path, today: Date, options: Options) -> Result<Reading, Error> {
    taken(Library::open_to_show(site), today, options)
}

fn taken(mut library: Library, today: Date, options: Options) -> Result<Reading, Error> {
    library.look(&Places::Everything, Halves::Take)?;
    Ok(library.reading(today, options))
}

/// Whether a folder is a site at all. One without `loa.yml` but with `content` is: a check says what it lacks.
pub(super) fn check_site(site: &Path) -> Result<(), Error> {
    let none = || Error::NoSite { path: site.to_owned() };
    match fs::metadata(site) {
        Ok(found) if found.is_dir() => {}
        Err(error) if !open::is_absence(&error) => return Err(Error::io("open", site, error)),
        _ => return Err(none()),
    }
    let has = |name: &str| open::look(&site.join(name)).map(|found| found.is_some());
    if has(names::CONFIG)? || has("content")? { Ok(()) } else { Err(none()) }
}
