//! One writer at a time. The lock is held by an open file, so a killed holder frees it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::error::{Error, Warning};
use super::hand::Hand;
use super::open::look;
use super::stage;

/// Short enough that nobody notices that the other build has ended a while ago.
const PAUSE: Duration = Duration::from_millis(20);

/// Ends when it is dropped.
pub(super) struct Lock {
    _file: File,
    /// Set when the disk cannot lock.
    pub warning: Option<Warning>,
}

/// Waits until no other build holds the lock, and holds it itself without changing anything on the disk.
/// Nothing if no build has ever locked this site.
pub(super) fn turn(site: &Path, patience: Duration) -> Result<Option<File>, Error> {
    let path = site.join(stage::RECORDS).join("lock");
    if !look(&path)?.is_some_and(|kind| kind.is_file()) {
        return Ok(None);
    }
    let file = File::open(&path).map_err(|source| Error::io("lock", &path, source))?;
    let end = Instant::now() + patience;
    while matches!(file.try_lock(), Err(TryLockError::WouldBlock)) && Instant::now() < end {
        thread::sleep(PAUSE);
    }
    Ok(Some(file))
}

/// Takes the lock of a site; waits for another writer as long as `patience` lasts.
pub(super) fn take(site: &Path, patience: Duration, hand: Hand<'_>) -> Result<Lock, Error> {
    let records = stage::records(site, hand)?;
    let path = records.join("lock");
    // Windows refuses to read a locked file, so who holds it stands beside it.
    let holder = records.join("lock.pid");
    // A link in its place could make a file anywhere.
    if look(&path)?.is_some_and(|kind| !kind.is_file()) {
        return Err(Error::io("lock", &path, io::ErrorKind::InvalidInput.into()));
    }
    let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
    let file = opened.map_err(|source| Error::io("lock", &path, source))?;
    let end = Instant::now() + patience;
    let warning = loop {
        match file.try_lock() {
            Ok(()) => break None,
            Err(TryLockError::WouldBlock) if Instant::now() < end => thread::sleep(PAUSE),
            Err(TryLockError::WouldBlock) => {
                let pid = fs::read_to_string(&holder).ok().and_then(|text| text.trim().parse().ok());
                return Err(Error::Busy { path, pid });
            }
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Interrupted => {}
            // Network disks often cannot. A build there is better than none.
            Err(TryLockError::Error(error)) => break Some(Warning::NoLock { path, reason: error.to_string() }),
        }
    };
    // Only for a message: a build goes on without it. Made anew, so that nothing is written through a link.
    let _ =
        hand.delete_file(&holder).and_then(|()| hand.write(&holder, format!("{}\n", std::process::id()).as_bytes()));
    Ok(Lock { _file: file, warning })
}
