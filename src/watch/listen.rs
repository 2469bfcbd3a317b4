//! Listening to the disk: which folders are listened to, and the way from an event to the one who waits.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use notify::{Config, ErrorKind, Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::disk;

use super::pending::{Batch, Pending};
use super::sift::{Heard, Names, PROBE_FOLDER, sift};

/// A second is ten times what a slow disk takes to tell of a new file.
const PROBE: Duration = Duration::from_secs(1);

/// Folders vanish while they are listed; so often it is tried again.
const TRIES: usize = 5;

/// Why changes are looked for again and again, and not listened to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Somebody wanted it so.
    Asked,
    /// The system listens to no more folders than it does already.
    RanOut,
    /// The site lies on another machine's disk, of this kind.
    Share(String),
    /// A file was written, and no event told of it.
    Silent,
    /// What the system said.
    Failed(String),
}

impl Why {
    fn of(error: &notify::Error) -> Why {
        match &error.kind {
            ErrorKind::MaxFilesWatch => Why::RanOut,
            // Too many listeners, or too many open files (EMFILE, ENFILE).
            ErrorKind::Io(error) if cfg!(unix) && matches!(error.raw_os_error(), Some(23 | 24)) => Why::RanOut,
            _ => Why::Failed(error.to_string()),
        }
    }
}

/// Where events arrive, on a thread of the system's, and are waited for.
#[derive(Debug, Default)]
pub struct Ear {
    state: Mutex<State>,
    rung: Condvar,
}

#[derive(Debug, Default)]
struct State {
    pending: Pending,
    failed: Option<Why>,
    is_probed: bool,
}

/// Why a wait is over; by the clock if for no other reason.
#[derive(Debug, Default)]
pub struct Woken {
    /// What to look at.
    pub batch: Option<Batch>,
    /// Listening has failed.
    pub failed: Option<Why>,
}

impl Ear {
    fn hear(&self, event: notify::Result<Event>, names: &Names) {
        let heard = match &event {
            Ok(event) => sift(event, names),
            Err(_) => Heard { is_lost: true, ..Heard::default() },
        };
        let mut state = self.state();
        if let Err(error) = &event {
            state.failed = Some(Why::of(error)).filter(|why| *why == Why::RanOut);
        }
        // After an overflow the probe may be among what was lost, and something was told all the same.
        state.is_probed |= heard.is_probe || heard.is_lost;
        state.pending.add(heard, Instant::now());
        drop(state);
        self.rung.notify_one();
    }

    /// Waits until there is something to look at, but not longer than this.
    pub fn wait(&self, until: Instant) -> Woken {
        let mut state = self.state();
        loop {
            let now = Instant::now();
            let failed = state.failed.take();
            let due = state.pending.due();
            let batch = due.filter(|due| *due <= now).map(|_| state.pending.take(now));
            if batch.is_some() || failed.is_some() || until <= now {
                return Woken { batch, failed };
            }
            let rest = due.map_or(until, |due| due.min(until)) - now;
            state = self.rung.wait_timeout(state, rest).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Whether the probe was heard.
    fn is_probed(&self) -> bool {
        self.state().is_probed
    }

    // Who panicked meanwhile has left a count of events, and any count will do.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What listens.
#[derive(Debug)]
pub struct Listener {
    watcher: RecommendedWatcher,
    ear: Arc<Ear>,
    site: PathBuf,
    /// Until when a sign of life is awaited.
    probe: Option<Instant>,
}

impl Listener {
    /// Listens to the folders of a site.
    pub fn start(site: &Path, ear: &Arc<Ear>) -> Result<Listener, Why> {
        if let Some(kind) = super::share::share(site) {
            return Err(Why::Share(kind));
        }
        let (names, hearing) = (Names::of(site), Arc::clone(ear));
        let config = Config::default().with_follow_symlinks(false);
        let watcher = RecommendedWatcher::new(move |event| hearing.hear(event, &names), config);
        let watcher = watcher.map_err(|error| Why::of(&error))?;
        let mut listener = Listener { watcher, ear: Arc::clone(ear), site: site.to_owned(), probe: None };
        listener.renew_all()?;
        listener.probe()?;
        Ok(listener)
    }

    /// Listens to everything anew: of what happened meanwhile, nothing is told.
    pub fn renew_all(&mut self) -> Result<(), Why> {
        self.renew("", RecursiveMode::NonRecursive)?;
        self.renew_these(&disk::FOLDERS.iter().copied().chain([disk::RECORDS]).collect())
    }

    /// Listens anew to these folders at the top of the site, as far as they are there.
    pub fn renew_these(&mut self, tops: &BTreeSet<&'static str>) -> Result<(), Why> {
        for top in tops {
            if let Some((above, _)) = top.rsplit_once('/') {
                self.renew(above, RecursiveMode::NonRecursive)?;
            }
            self.renew(top, RecursiveMode::Recursive)?;
        }
        Ok(())
    }

    fn renew(&mut self, top: &str, mode: RecursiveMode) -> Result<(), Why> {
        let folder = if top.is_empty() { self.site.clone() } else { self.site.join(top) };
        // It fails if the folder was not listened to, or is gone already.
        let _ = self.watcher.unwatch(&folder);
        let is_there = || match top {
            "" => folder.is_dir(),
            // No link is followed but the one to the site itself.
            _ => fs::symlink_metadata(&folder).is_ok_and(|found| found.is_dir()),
        };
        for _ in 0..TRIES {
            if !is_there() {
                return Ok(());
            }
            match self.watcher.watch(&folder, mode) {
                Ok(()) => return Ok(()),
                Err(error) if matches!(error.kind, ErrorKind::PathNotFound) => {}
                Err(error) => return Err(Why::of(&error)),
            }
        }
        Err(Why::Failed(format!("{}: gone and come back {TRIES} times", folder.display())))
    }

    /// Makes a file of our own, to see whether there is a word of it. It goes at once, so that it never stays behind.
    fn probe(&mut self) -> Result<(), Why> {
        let folder = self.site.join(PROBE_FOLDER);
        let is_link = |path: &Path| fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
        if folder.ancestors().take(2).any(is_link) {
            return Ok(());
        }
        let file = folder.join(format!("nghe-{}", std::process::id()));
        // Where nothing can be written from here, it is written from elsewhere.
        fs::create_dir_all(&folder).map_err(|_| Why::Silent)?;
        self.watcher.watch(&folder, RecursiveMode::NonRecursive).map_err(|error| Why::of(&error))?;
        fs::write(&file, "").and_then(|()| fs::remove_file(&file)).map_err(|_| Why::Silent)?;
        self.probe = Some(Instant::now() + PROBE);
        Ok(())
    }

    /// Until when the probe is waited for; never if it was heard, or there is none.
    pub fn probe_ends(&self) -> Option<Instant> {
        self.probe
    }

    /// Whether there was a word of the probe, or still may be.
    pub fn check_probe(&mut self, now: Instant) -> Result<(), Why> {
        let Some(until) = self.probe else { return Ok(()) };
        if self.ear.is_probed() {
            self.probe = None;
            // It may be gone with its folder, and then nothing is left to be undone.
            let _ = self.watcher.unwatch(&self.site.join(PROBE_FOLDER));
        } else if until <= now {
            return Err(Why::Silent);
        }
        Ok(())
    }
}
