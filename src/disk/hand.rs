//! Every change to the disk goes through here and announces itself first, so that a test can stop the world before
//! any of them.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use super::error::Error;
use super::whole::Disk;

/// A change that is about to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// A folder is made.
    MakeFolder(&'a Path),
    /// A file is made; nothing is in it yet.
    Create(&'a Path),
    /// Some bytes go into it.
    Write(&'a Path),
    /// Its bytes are made to outlast a power cut.
    Sync(&'a Path),
    /// A file or folder gets its name; what had this name is gone.
    Rename {
        /// The name before.
        from: &'a Path,
        /// The name after.
        to: &'a Path,
    },
    /// A file is deleted.
    DeleteFile(&'a Path),
    /// An empty folder is deleted, or a work folder with all that is in it.
    DeleteFolder(&'a Path),
    /// The names in a folder are made to outlast a power cut.
    SyncFolder(&'a Path),
    /// Everything on the disk of a folder is made to.
    SyncDisk(&'a Path),
}

/// Called before each step; an error is what the machine would have said, and the step is not taken.
pub type Before<'a> = &'a (dyn Fn(Step<'_>) -> io::Result<()> + Sync);

/// What makes the changes.
#[derive(Clone, Copy)]
pub(super) struct Hand<'a>(pub Before<'a>);

/// A file being written.
pub(super) struct Pen<'a> {
    hand: Hand<'a>,
    path: &'a Path,
    file: File,
}

impl<'a> Hand<'a> {
    fn take(
        self,
        op: &'static str,
        step: Step<'_>,
        path: &Path,
        action: impl Fn() -> io::Result<()>,
    ) -> Result<(), Error> {
        (self.0)(step).and_then(|()| patiently(action)).map_err(|source| Error::io(op, path, source))
    }

    /// Makes a folder, and says whether it was not there before. A link to a folder is none.
    pub fn make_folder(self, path: &Path) -> Result<bool, Error> {
        let made = self.take("make-folder", Step::MakeFolder(path), path, || fs::create_dir(path));
        match made {
            Ok(()) => Ok(true),
            Err(_) if fs::symlink_metadata(path).is_ok_and(|found| found.is_dir()) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Makes a file that is not there yet.
    pub fn create<'p>(self, path: &'p Path) -> Result<Pen<'p>, Error>
    where
        'a: 'p,
    {
        (self.0)(Step::Create(path))
            .and_then(|()| OpenOptions::new().write(true).create_new(true).open(path))
            .map(|file| Pen { hand: self, path, file })
            .map_err(|source| Error::io("write", path, source))
    }

    /// Makes a file with these bytes.
    pub fn write(self, path: &Path, bytes: &[u8]) -> Result<(), Error> {
        self.create(path)?.write_all(bytes).map_err(|source| Error::io("write", path, source))
    }

    /// Makes a file's bytes outlast a power cut.
    pub fn sync_file(self, path: &Path) -> Result<(), Error> {
        // Windows syncs through a handle that may write only.
        let sync = || OpenOptions::new().write(true).open(path)?.sync_data();
        self.take("sync", Step::Sync(path), path, sync)
    }

    /// Makes the names in a folder outlast a power cut, where the system can.
    pub fn sync_folder(self, path: &Path) -> Result<(), Error> {
        self.take("sync", Step::SyncFolder(path), path, || sync_names(path))
    }

    /// Makes everything that was written to the disk of a folder outlast a power cut.
    pub fn sync_disk(self, disk: &Disk, folder: &Path) -> Result<(), Error> {
        self.take("sync", Step::SyncDisk(folder), folder, || disk.sync())
    }

    /// Gives a file or folder its name.
    pub fn rename(self, from: &Path, to: &Path) -> Result<(), Error> {
        self.take("rename", Step::Rename { from, to }, to, || fs::rename(from, to))
    }

    /// Deletes a file, if it is still there.
    pub fn delete_file(self, path: &Path) -> Result<(), Error> {
        self.take("delete", Step::DeleteFile(path), path, || match fs::remove_file(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other,
        })
    }

    /// Deletes a folder if there is one and it is empty.
    pub fn delete_empty(self, path: &Path) -> Result<(), Error> {
        use io::ErrorKind::{DirectoryNotEmpty, NotADirectory, NotFound};
        self.take("delete", Step::DeleteFolder(path), path, || match fs::remove_dir(path) {
            Err(error) if matches!(error.kind(), NotFound | NotADirectory | DirectoryNotEmpty) => Ok(()),
            other => other,
        })
    }

    /// Deletes a folder of the writer's own with all that is in it, if it is there.
    pub fn delete_all(self, path: &Path) -> Result<(), Error> {
        self.take("delete", Step::DeleteFolder(path), path, || match fs::remove_dir_all(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other,
        })
    }
}

impl Write for Pen<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        (self.hand.0)(Step::Write(self.path))?;
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(unix)]
fn sync_names(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        // Some network disks have no such thing; they keep names as well as they can.
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
        other => other,
    }
}

#[cfg(not(unix))]
fn sync_names(_folder: &Path) -> io::Result<()> {
    Ok(())
}

// A signal that comes in between, on a disk that lets itself be interrupted, is no reason to stop.
#[cfg(not(windows))]
fn patiently(action: impl Fn() -> io::Result<()>) -> io::Result<()> {
    loop {
        match action() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

// A viewer or a virus scanner holds a file open for a moment, and Windows then refuses to rename over it.
#[cfg(windows)]
fn patiently(action: impl Fn() -> io::Result<()>) -> io::Result<()> {
    use std::time::{Duration, Instant};
    const PATIENCE: Duration = Duration::from_secs(2);
    const PAUSE: Duration = Duration::from_millis(50);
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION have no kind of their own.
    let is_held = |error: &io::Error| {
        error.kind() == io::ErrorKind::PermissionDenied || matches!(error.raw_os_error(), Some(32 | 33))
    };
    let end = Instant::now() + PATIENCE;
    loop {
        match action() {
            Err(error) if is_held(&error) && Instant::now() < end => std::thread::sleep(PAUSE),
            other => return other,
        }
    }
}
