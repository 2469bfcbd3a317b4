//! A site that is followed from change to change: when to look, what a look found, and the step that comes of it.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::base::Date;
use crate::disk::{self, Halves, Library, News, Origins, Places};
use crate::engine::{Live, Step};
use crate::model::Options;

use super::listen::{Ear, Listener, Why};
use super::pending::Batch;

/// How long a file that seems half written is left alone. A person who empties a file on purpose waits that much longer;
/// a program that truncates and writes needs some 60 ms.
const HALF: Duration = Duration::from_millis(300);

/// After a folder came, or a storm, everything is looked at once more: what was put into a new folder before it was
/// listened to is never told.
const ECHO: Duration = Duration::from_secs(1);

/// How often everything is looked at though all is told: the most that a lost event can cost.
const BEAT: Duration = Duration::from_secs(30);

/// How often everything is looked at where nothing is told, or nothing can be read.
const POLL: Duration = Duration::from_secs(1);

/// A pause is so many times as long as the look before it, so that looking takes at most a tenth of one core.
const REST: u32 = 10;

/// A site that is followed.
pub struct Follow {
    library: Library,
    live: Live,
    options: Options,
    /// Asked at every look: a day may end while nothing changes.
    day: Box<dyn Fn() -> Date + Send>,
    ear: Arc<Ear>,
    /// None where it is only looked.
    listener: Option<Listener>,
    shown_day: Option<Date>,
    /// What was told of a look that failed, until one succeeds.
    fault: Option<String>,
    /// When a file that seems half written is taken as it is.
    half: Option<Instant>,
    echo: Option<Instant>,
    beat: Instant,
    told: VecDeque<Happening>,
}

/// What happened to a site.
#[derive(Debug)]
pub enum Happening {
    /// It was read or made anew.
    Changed(Change),
    /// It cannot be read. What was made of it last still holds, and it is tried again.
    Fault(disk::Error),
    /// It can be read again.
    Mended,
    /// From now on it is looked at again and again.
    Polls(Why),
}

/// A site after a change.
#[derive(Clone, Debug)]
pub struct Change {
    /// What came of it.
    pub step: Arc<Step>,
    /// Where its files lie.
    pub origins: Arc<Origins>,
    /// Files that came, went or changed, as they are shown; none if only the day did, and none at first.
    pub changed: Vec<String>,
    /// How long reading and making took.
    pub took: Duration,
}

impl std::fmt::Debug for Follow {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Follow").field("library", &self.library).field("listener", &self.listener).finish()
    }
}

impl Follow {
    /// Reads a site for the first time, and from then on listens, unless it is only to be looked at.
    pub fn start(
        site: &Path,
        is_polled: bool,
        options: Options,
        day: impl Fn() -> Date + Send + 'static,
    ) -> Result<(Follow, Change), disk::Error> {
        let site: PathBuf = std::path::absolute(site).unwrap_or_else(|_| site.to_owned());
        let ear = Arc::new(Ear::default());
        let now = Instant::now();
        let mut follow = Follow {
            library: Library::open_to_show(&site),
            live: Live::default(),
            options,
            day: Box::new(day),
            ear: Arc::clone(&ear),
            listener: None,
            shown_day: None,
            fault: None,
            half: None,
            echo: None,
            beat: now + POLL,
            told: VecDeque::new(),
        };
        // The first look, which opens every file, is not listened to; the second opens what changed since, and nothing
        // happens unseen between the two.
        follow.library.look(&Places::Everything, Halves::Take)?;
        match if is_polled { Err(Why::Asked) } else { Listener::start(&site, &ear) } {
            Ok(listener) => follow.listener = Some(listener),
            Err(why) => follow.told.push_back(Happening::Polls(why)),
        }
        let again = Instant::now();
        follow.library.look(&Places::Everything, Halves::Take)?;
        // The first look read every byte; those to come are like the second.
        let took = again.elapsed();
        let change = follow.step(Vec::new(), now);
        follow.rest(took);
        Ok((follow, change))
    }

    /// Waits for the next thing that happens.
    pub fn wait(&mut self) -> Happening {
        loop {
            if let Some(happening) = self.told.pop_front() {
                return happening;
            }
            let woken = self.ear.wait(self.deadline());
            let now = Instant::now();
            let mut batch = woken.batch;
            let probed = self.listener.as_mut().map_or(Ok(()), |listener| listener.check_probe(now));
            if let Some(why) = woken.failed.or(probed.err()) {
                self.only_look(why);
                batch.get_or_insert_default().widen();
            }
            let is_told = batch.is_some();
            if [self.echo, Some(self.beat)].into_iter().flatten().any(|due| due <= now) {
                batch.get_or_insert_default().widen();
            }
            let halves = if self.half.is_some_and(|due| due <= now) { Halves::Take } else { Halves::Wait };
            if halves == Halves::Take {
                batch.get_or_insert_default();
            }
            if let Some(batch) = batch {
                self.look(&batch, halves, is_told, now);
            }
        }
    }

    /// When something is to be done though nothing is heard.
    fn deadline(&self) -> Instant {
        let probe = self.listener.as_ref().and_then(Listener::probe_ends);
        [self.half, self.echo, probe].into_iter().flatten().fold(self.beat, Instant::min)
    }

    /// Gives up listening.
    fn only_look(&mut self, why: Why) {
        if self.listener.take().is_some() {
            self.told.push_back(Happening::Polls(why));
        }
    }

    fn look(&mut self, batch: &Batch, halves: Halves, is_told: bool, now: Instant) {
        self.listen_anew(batch);
        if self.echo.is_some_and(|due| due <= now) {
            self.echo = None;
        }
        if batch.has_echo {
            self.echo.get_or_insert(now + ECHO);
        }
        let looked = self.library.look(&batch.places(), halves);
        let took = now.elapsed();
        match looked {
            Ok(news) => self.found(news, halves, is_told, now),
            Err(error) => self.failed(error),
        }
        self.rest(took);
    }

    /// Listens before looking, so that what happens meanwhile is told, or seen, or both.
    fn listen_anew(&mut self, batch: &Batch) {
        let is_all = batch.is_lost || self.fault.is_some();
        let Some(listener) = &mut self.listener else { return };
        let renewed = if is_all { listener.renew_all() } else { listener.renew_these(&batch.tops) };
        if let Err(why) = renewed {
            self.only_look(why);
        }
    }

    fn found(&mut self, news: News, halves: Halves, is_told: bool, now: Instant) {
        if self.fault.take().is_some() {
            self.told.push_back(Happening::Mended);
        }
        self.half = match self.half {
            _ if news.unsettled.is_empty() => None,
            Some(due) if halves == Halves::Wait => Some(due),
            _ => Some(now + HALF),
        };
        if !is_told
            && !news.changed.is_empty()
            && let Some(listener) = &mut self.listener
        {
            // Something was not told: perhaps of a folder that is not listened to.
            if let Err(why) = listener.renew_all() {
                self.only_look(why);
            } else {
                self.echo.get_or_insert(now + ECHO);
            }
        }
        if !news.changed.is_empty() || self.shown_day != Some((self.day)()) {
            let change = self.step(news.changed, now);
            self.told.push_back(Happening::Changed(change));
        }
    }

    fn failed(&mut self, error: disk::Error) {
        let words = error.to_string();
        if self.fault.as_ref() != Some(&words) {
            self.fault = Some(words);
            self.told.push_back(Happening::Fault(error));
        }
    }

    fn step(&mut self, changed: Vec<String>, began: Instant) -> Change {
        let today = (self.day)();
        self.shown_day = Some(today);
        let reading = self.library.reading(today, self.options.clone());
        let step = self.live.step(reading.snapshot);
        Change { step, origins: Arc::new(reading.origins), changed, took: began.elapsed() }
    }

    /// Sets the time for the next look at everything.
    fn rest(&mut self, took: Duration) {
        let pause = if self.listener.is_some() && self.fault.is_none() { BEAT } else { POLL };
        self.beat = Instant::now() + pause.max(took.saturating_mul(REST).min(BEAT));
    }
}
