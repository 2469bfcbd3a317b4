//! A site that is followed, and what was seen of it so far.

use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use loa::base::{Date, SitePath};
use loa::disk::{self, Reading};
use loa::model::{Options, Snapshot};
use loa::watch::{Change, Follow, Happening, Why};
use loa::{Memo, Step, draft};

use crate::ground::Site;

/// Far more than anything takes here; who waits longer waits in vain.
pub const DEADLINE: Duration = Duration::from_secs(30);

/// Longer than a batch of events and a file that is left alone take together.
const QUIET: Duration = Duration::from_millis(700);

pub struct Followed {
    pub site: Site,
    pub steps: Vec<Change>,
    /// Why it is looked at again and again, if it is.
    pub polls: Vec<Why>,
    pub faults: Vec<String>,
    pub mended: usize,
    happenings: Receiver<Happening>,
}

pub fn today() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

fn options() -> Options {
    Options { drafts: true, ..Options::default() }
}

impl Followed {
    pub fn start(site: Site, is_polled: bool) -> Followed {
        Followed::start_on(site, is_polled, today)
    }

    pub fn start_on(site: Site, is_polled: bool, day: impl Fn() -> Date + Send + 'static) -> Followed {
        let (mut follow, first) = Follow::start(&site.path(""), is_polled, options(), day).unwrap();
        let (sender, happenings) = channel();
        thread::spawn(move || while sender.send(follow.wait()).is_ok() {});
        Followed { site, steps: vec![first], polls: Vec::new(), faults: Vec::new(), mended: 0, happenings }
    }

    pub fn with(files: &[(&str, &str)]) -> Followed {
        Followed::start(Site::with(files), false)
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.site.path(path)
    }

    /// What is shown now.
    pub fn now(&self) -> &Step {
        &self.steps.last().unwrap().step
    }

    /// The names of what changed at each step after the first.
    pub fn changes(&self) -> Vec<Vec<String>> {
        self.steps.iter().skip(1).map(|change| change.changed.clone()).collect()
    }

    fn take(&mut self, happening: Happening) {
        match happening {
            Happening::Changed(change) => self.steps.push(change),
            Happening::Polls(why) => self.polls.push(why),
            Happening::Fault(error) => self.faults.push(error.to_string()),
            Happening::Mended => self.mended += 1,
        }
    }

    /// Waits until it is as somebody wants it.
    #[track_caller]
    pub fn until(&mut self, what: &str, mut is_so: impl FnMut(&Followed) -> bool) {
        let end = Instant::now() + DEADLINE;
        while !is_so(self) {
            match self.happenings.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(happening) => self.take(happening),
                Err(_) => panic!("{what}: nothing more came after {:?}; faults: {:?}", self.changes(), self.faults),
            }
        }
    }

    /// Waits until a file of the site has these words.
    #[track_caller]
    pub fn until_text(&mut self, path: &str, text: &str) {
        let file = SitePath::new(path).unwrap();
        let wanted = Some(text.as_bytes());
        self.until(path, |followed| followed.now().snapshot.text(&file) == wanted);
    }

    /// Waits until what is shown is what a clean build of the folder gives.
    #[track_caller]
    pub fn until_clean(&mut self) {
        let wanted = self.read().snapshot;
        self.until("clean", |followed| same_files(&followed.now().snapshot, &wanted));
        let clean = draft(&wanted, &mut Memo::default());
        assert_eq!(self.now().diagnostics, clean.diagnostics());
        // Settings that cannot be read make no pages, and those from before stay.
        if self.now().broken.kept.is_empty() && !clean.pages().files.is_empty() {
            assert!(self.now().draft.pages() == clean.pages(), "the pages are not those of a clean build");
            assert!(self.now().draft.rest() == clean.rest(), "the rest is not that of a clean build");
        }
    }

    /// Waits for a while, and nothing may happen.
    #[track_caller]
    pub fn stays(&mut self) {
        let before = self.steps.len();
        self.rests();
        assert_eq!(self.steps.len(), before, "{:?}", self.changes());
    }

    /// Waits until nothing happens for a while.
    pub fn rests(&mut self) {
        while let Ok(happening) = self.happenings.recv_timeout(QUIET) {
            self.take(happening);
        }
    }

    /// The folder as it is.
    pub fn read(&self) -> Reading {
        disk::read(&self.site.path(""), today(), options()).unwrap()
    }

    pub fn remove(&self, path: &str) {
        let path = self.path(path);
        if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.unwrap();
    }

    pub fn rename(&self, from: &str, to: &str) {
        fs::rename(self.path(from), self.path(to)).unwrap();
    }

    /// Whether a page is shown.
    pub fn shows(&self, page: &str) -> bool {
        self.now().draft.pages().files.contains_key(&SitePath::new(page).unwrap())
    }
}

pub fn same_files(a: &Snapshot, b: &Snapshot) -> bool {
    let digests = |snapshot: &Snapshot| -> Vec<_> {
        snapshot.files.iter().map(|(path, source)| (path.clone(), source.digest())).collect()
    };
    digests(a) == digests(b) && a.refused == b.refused
}

impl Followed {
    /// Waits until a change of this file is told, and no longer than this: by an event, and not by a look now and then.
    #[track_caller]
    pub fn until_text_of(&mut self, path: &str, limit: Duration) {
        let start = Instant::now();
        self.until(path, |now| now.steps.last().is_some_and(|change| change.changed.iter().any(|name| name == path)));
        assert!(start.elapsed() < limit, "{path}: after {:?}", start.elapsed());
    }
}
