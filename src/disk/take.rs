//! Takes one file of a site: a text whole, of the others only what is to be known of them.

use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;

use super::error::Error;
use super::identity::Identity;
use super::names::{self, Kind};
use super::open::{self, Opened};
use super::studio::Studio;
use crate::base::{Digest, Digesting, SitePath, limits};
use crate::model::{Content, Media, Refusal, Source};

/// What became of one file.
#[derive(Clone, Debug)]
pub(super) enum Taken {
    /// It was read.
    Source(Source),
    /// It is none of ours.
    Refused(Refusal),
    /// It is not there, or not yet.
    Nothing,
}

impl Taken {
    /// Its bytes, if it was read.
    pub fn size(&self) -> Option<u64> {
        match self {
            Taken::Source(source) => Some(source.size()),
            Taken::Refused(Refusal::TooLarge(size)) => Some(*size),
            _ => None,
        }
    }

    /// Whether a build sees no difference.
    pub fn is_same(&self, other: &Taken) -> bool {
        match (self, other) {
            (Taken::Source(Source::Text { digest, .. }), Taken::Source(Source::Text { digest: other, .. })) => {
                digest == other
            }
            (Taken::Source(Source::Media(media)), Taken::Source(Source::Media(other))) => media == other,
            (Taken::Refused(why), Taken::Refused(other)) => why == other,
            (Taken::Nothing, Taken::Nothing) => true,
            _ => false,
        }
    }
}

/// Reads a file. The identity is that of the whole time of reading; none if it changed meanwhile.
pub(super) fn take(path: &SitePath, origin: &Path, studio: &Studio) -> Result<(Taken, Option<Identity>), Error> {
    let failed = |source| Error::io("read", origin, source);
    match open::open(origin)? {
        Opened::Nothing => Ok((Taken::Nothing, None)),
        Opened::Link => Ok((Taken::Refused(Refusal::Symlink), None)),
        Opened::Other => Ok((Taken::Refused(Refusal::NotAFile), None)),
        Opened::File(mut file, found) => {
            let taken = match names::kind(path) {
                Kind::Text => text(origin, &mut file, found.len())?,
                Kind::Media => media(path, origin, &mut file, studio)?,
            };
            let before = Identity::of(&found);
            let after = Identity::of(&file.metadata().map_err(failed)?);
            Ok((taken, before.filter(|_| before == after)))
        }
    }
}

/// The identity of the file that lies at a path; none if that is no file.
pub(super) fn identity(origin: &Path) -> Result<Option<Identity>, Error> {
    match fs::symlink_metadata(origin) {
        Ok(found) => Ok(Identity::of(&found).filter(|_| found.is_file())),
        Err(error) if open::is_absence(&error) => Ok(None),
        Err(error) => Err(Error::io("open", origin, error)),
    }
}

fn text(origin: &Path, file: &mut File, size: u64) -> Result<Taken, Error> {
    if size > limits::TEXT_FILE_BYTES {
        return Ok(Taken::Refused(Refusal::TooLarge(size)));
    }
    // The file may grow while it is read, so the reading has a limit too.
    let bytes = open::all(origin, file, limits::TEXT_FILE_BYTES + 1)?;
    if bytes.len() as u64 > limits::TEXT_FILE_BYTES {
        return Ok(Taken::Refused(Refusal::TooLarge(bytes.len() as u64)));
    }
    let digest = Digest::of(&bytes);
    Ok(Taken::Source(Source::Text { bytes: Arc::from(bytes), digest }))
}

fn media(path: &SitePath, origin: &Path, file: &mut File, studio: &Studio) -> Result<Taken, Error> {
    let (mut digest, mut size) = (Digesting::default(), 0);
    open::pieces(origin, file, |piece| {
        digest.take(piece);
        size += piece.len() as u64;
        Ok(())
    })?;
    let digest = digest.finish();
    let content = match names::shown_as(path) {
        Some(kind) => studio.look(kind, origin, file, digest)?,
        None => Content::Plain,
    };
    Ok(Taken::Source(Source::Media(Media { digest, size, content })))
}
