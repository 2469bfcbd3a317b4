//! What the machine, or a wrong folder, can do to a run. The words for editors are the command line's.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::base::SitePath;

/// Why nothing, or not everything, could be read or written. What an editor can mend in a text is a `Diagnostic`
/// instead.
#[derive(Debug)]
pub enum Error {
    /// The machine refused.
    Io {
        /// What was tried, as a name for the messages: `list open read write sync rename delete make-folder lock`.
        op: &'static str,
        /// With what.
        path: PathBuf,
        /// What the machine said.
        source: io::Error,
    },
    /// No such folder, or one with neither `loa.yml` nor `content`.
    NoSite {
        /// The folder that was named.
        path: PathBuf,
    },
    /// More than [`crate::base::limits::FILES`] lie in the site.
    TooManyFiles {
        /// The site.
        path: PathBuf,
        /// How many are taken.
        limit: usize,
    },
    /// The output folder is none that loa may write to. Nothing was changed.
    Refused {
        /// The output folder.
        path: PathBuf,
        /// Why.
        why: OutputFault,
    },
    /// Another loa writes, and went on writing for as long as this one waited.
    Busy {
        /// The lock.
        path: PathBuf,
        /// Who holds it, if it said so.
        pid: Option<u32>,
    },
    /// The disk, or the user's share of it, is full. The old output is untouched.
    Full {
        /// The file that found no room.
        path: PathBuf,
        /// Bytes that this build has to write. What is free cannot be asked without a library of the system.
        needed: u64,
    },
    /// A source file is no longer the one that was read; building again helps.
    Changed {
        /// The source file.
        path: PathBuf,
    },
    /// A picture that cannot be encoded anew. It is never passed on as it is, for it may say where it was taken.
    Picture {
        /// The source file.
        path: PathBuf,
        /// What the decoder said.
        reason: String,
    },
    /// Two files of the tree cannot lie in one folder everywhere, or one has a name that is the writer's own.
    Clash {
        /// The one.
        path: SitePath,
        /// The other.
        other: String,
    },
    /// Something lies where a new file was to be made.
    Exists {
        /// Where.
        path: PathBuf,
    },
    /// A link lies where a file of the site was to be written. What it leads to is not the site's.
    Link {
        /// The link.
        path: PathBuf,
    },
}

/// Why a folder is not written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutputFault {
    /// The root of the file system.
    Root,
    /// The site, or a folder that holds it.
    HoldsSite,
    /// The home folder, or one that holds it.
    Home,
    /// A folder that the site is read from, or one inside it; its name is given.
    Source(String),
    /// A file, a pipe or a device.
    NotAFolder,
    /// A link to somewhere else.
    Link,
    /// Files lie in it, and no manifest says that they are loa's.
    NotOurs,
    /// The manifest is of another version; its first line is given.
    UnknownManifest(String),
    /// The manifest is not as it was written.
    DamagedManifest {
        /// The first line that is wrong, from 1.
        line: usize,
    },
    /// A file or link that loa did not write lies where the site needs its place.
    Foreign(PathBuf),
}

/// Worth telling, though the work was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The disk cannot lock files, so that two builds at once are not kept apart.
    NoLock {
        /// The lock.
        path: PathBuf,
        /// What the machine said.
        reason: String,
    },
    /// The work folder could not be removed; the next build tries again.
    StageLeft {
        /// The work folder.
        path: PathBuf,
        /// What the machine said.
        reason: String,
    },
}

impl Error {
    /// The exit status that it leads to: 1 for the content, 2 for what was asked, 3 for the machine.
    pub fn exit_code(&self) -> u8 {
        match self {
            Error::Picture { .. } | Error::Clash { .. } => 1,
            Error::NoSite { .. }
            | Error::TooManyFiles { .. }
            | Error::Refused { .. }
            | Error::Exists { .. }
            | Error::Link { .. } => 2,
            Error::Io { .. } | Error::Busy { .. } | Error::Full { .. } | Error::Changed { .. } => 3,
        }
    }

    pub(super) fn io(op: &'static str, path: &Path, source: io::Error) -> Error {
        Error::Io { op, path: path.to_owned(), source }
    }

    /// A full disk by its own name, with what the build needs; any other error as it is.
    pub(super) fn or_full(self, needed: u64) -> Error {
        use io::ErrorKind::{QuotaExceeded, StorageFull};
        match self {
            Error::Io { path, source, .. } if matches!(source.kind(), StorageFull | QuotaExceeded) => {
                Error::Full { path, needed }
            }
            other => other,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Io { op, path, source } => write!(out, "{op} {}: {source}", path.display()),
            Error::NoSite { path } => write!(out, "{}: no site here", path.display()),
            Error::TooManyFiles { path, limit } => write!(out, "{}: more than {limit} files", path.display()),
            Error::Refused { path, why } => write!(out, "{}: not written to, {why}", path.display()),
            Error::Busy { path, pid: Some(pid) } => {
                write!(out, "{}: another loa (pid {pid}) is writing", path.display())
            }
            Error::Busy { path, pid: None } => write!(out, "{}: another loa is writing", path.display()),
            Error::Full { path, needed } => write!(out, "{}: no room left, {needed} bytes needed", path.display()),
            Error::Changed { path } => write!(out, "{}: changed while the site was built", path.display()),
            Error::Picture { path, reason } => {
                write!(out, "{}: not a picture that can be used: {reason}", path.display())
            }
            Error::Clash { path, other } => write!(out, "{path}: cannot lie beside {other}"),
            Error::Exists { path } => write!(out, "{}: is there already", path.display()),
            Error::Link { path } => write!(out, "{}: is a link", path.display()),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}

impl fmt::Display for OutputFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OutputFault::Root => out.write_str("it is the root of the disk"),
            OutputFault::HoldsSite => out.write_str("it holds the site itself"),
            OutputFault::Home => out.write_str("it holds the home folder"),
            OutputFault::Source(name) => write!(out, "the site is read from {name}"),
            OutputFault::NotAFolder => out.write_str("it is no folder"),
            OutputFault::Link => out.write_str("it is a link"),
            OutputFault::NotOurs => out.write_str("it holds files that loa did not write"),
            OutputFault::UnknownManifest(line) => write!(out, "its manifest is of another version: {line}"),
            OutputFault::DamagedManifest { line } => write!(out, "its manifest is damaged at line {line}"),
            OutputFault::Foreign(path) => write!(out, "loa did not write {}, which is in the way", path.display()),
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Warning::NoLock { path, reason } => write!(out, "{}: cannot be locked: {reason}", path.display()),
            Warning::StageLeft { path, reason } => write!(out, "{}: left behind: {reason}", path.display()),
        }
    }
}
