//! Opening without following a link or waiting for a pipe, and reading what is too long to be held.

use std::fs::{self, File, FileType, Metadata, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::error::Error;

/// Bytes that are read at once: enough to keep a disk busy, few enough to hold for every thread.
const PIECE: u64 = 1024 * 1024;

/// What was found at a path.
#[derive(Debug)]
pub enum Opened {
    /// A file, ready to be read, and what the system tells of it.
    File(File, Metadata),
    /// A link.
    Link,
    /// Neither a file nor a link.
    Other,
    /// Nothing, or no longer anything.
    Nothing,
}

/// Opens a file. Looks at the handle and not at the name, since the two may part between a look and an opening.
pub fn open(path: &Path) -> Result<Opened, Error> {
    let failed = |source| Error::io("open", path, source);
    let mut options = OpenOptions::new();
    options.read(true);
    follow_nothing(&mut options);
    match options.open(path) {
        Ok(file) => {
            let found = file.metadata().map_err(failed)?;
            Ok(if found.is_file() { Opened::File(file, found) } else { Opened::Other })
        }
        Err(error) => match look(path)? {
            None => Ok(Opened::Nothing),
            Some(kind) if kind.is_symlink() => Ok(Opened::Link),
            Some(kind) if !kind.is_file() => Ok(Opened::Other),
            Some(_) => Err(failed(error)),
        },
    }
}

/// What lies at a path itself, links not followed.
pub(super) fn look(path: &Path) -> Result<Option<FileType>, Error> {
    match fs::symlink_metadata(path) {
        Ok(found) => Ok(Some(found.file_type())),
        Err(error) if is_absence(&error) => Ok(None),
        Err(error) => Err(Error::io("open", path, error)),
    }
}

/// Whether an error only says that nothing lies there.
pub(super) fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// What a file holds, up to so many bytes.
pub(super) fn all(path: &Path, file: &mut File, most: u64) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let read = file.take(most).read_to_end(&mut bytes);
    read.map(|_| bytes).map_err(|source| Error::io("read", path, source))
}

/// Shows `each` every piece of a file once, in order; a file of no bytes is one empty piece.
pub(super) fn pieces(
    path: &Path,
    file: &mut File,
    mut each: impl FnMut(&[u8]) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut piece = Vec::new();
    for number in 0_u64.. {
        piece.clear();
        let read = file.take(PIECE).read_to_end(&mut piece);
        let count = read.map_err(|source| Error::io("read", path, source))?;
        if count > 0 || number == 0 {
            each(&piece)?;
        }
        if (count as u64) < PIECE {
            break;
        }
    }
    Ok(())
}

/// The SHA-256 of what a file holds.
pub(super) fn sha256(path: &Path, file: &mut File) -> Result<[u8; 32], Error> {
    let mut hasher = Sha256::new();
    pieces(path, file, |piece| {
        hasher.update(piece);
        Ok(())
    })?;
    Ok(hasher.finalize().into())
}

// The numbers are those of the C headers (`fcntl.h`); std has no names for them. Where they are not known
// the handle is still looked at after opening.
#[cfg(unix)]
fn follow_nothing(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt;
    const LINUX: bool = cfg!(any(target_os = "linux", target_os = "android"));
    const USUAL: bool = cfg!(any(target_arch = "x86_64", target_arch = "x86", target_arch = "riscv64"));
    const ARM: bool = cfg!(any(target_arch = "aarch64", target_arch = "arm"));
    let (no_follow, no_wait) = match (LINUX, cfg!(target_vendor = "apple")) {
        (true, _) if USUAL => (0o400_000, 0o4_000),
        (true, _) if ARM => (0o100_000, 0o4_000),
        (_, true) => (0x100, 0x4),
        _ => (0, 0),
    };
    options.custom_flags(no_follow | no_wait);
}

// On Windows the flag that opens a link as itself would open the empty shell of a file that OneDrive keeps elsewhere.
#[cfg(not(unix))]
fn follow_nothing(_options: &mut OpenOptions) {}
