//! The preview: a step of the site over HTTP on this machine, from memory.
//!
//! ```text
//! listen  connections, how many and for how long     door    who may come in
//! address what was asked, as a SitePath              find    what that is in the step that is shown
//! page    the script and the banner in a page        file    what lies on disk, by its digest, in pieces
//! events  each step, told to every tab               answer  all of it in order: a request in, a response out
//! ```
//!
//! A request is answered from one step, held by an `Arc` from its first to its last byte; a path is looked up in the
//! tree of that step and never joined to a folder. hyper stands here alone, without a framework: there is one way
//! through these files and no table of routes, and its connection is what knows how long a header may take.

mod address;
mod answer;
mod body;
mod door;
mod events;
mod file;
mod find;
mod kind;
mod listen;
mod page;
mod range;
mod said;

use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::io;
use std::net::{IpAddr, Ipv4Addr, UdpSocket};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;

use tokio::runtime::{Builder, Runtime};
use tokio::sync::{OnceCell, broadcast, watch};

use crate::base::limits;
use crate::board::{Banners, Board};
use crate::disk::Origins;
use crate::engine::Step;
use crate::tell::Words;

use events::Told;
use file::Checked;
use said::Said;

/// What the command line asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The port to begin with; 0 for any.
    pub port: u16,
    /// Whether other devices of the network may come in. They need the token.
    pub lan: bool,
    /// Whether the tabs go to the page that was edited.
    pub follow: bool,
    /// What every request must know, new for each run: [`token`] makes one.
    pub token: Option<String>,
    /// The folder of the site, for its pictures, sound and downloads.
    pub site: PathBuf,
}

/// What is shown.
#[derive(Debug)]
pub struct Show {
    /// The site.
    pub step: Arc<Step>,
    /// Where its files lie.
    pub origins: Arc<Origins>,
    /// The editor's own pages.
    pub board: Board,
    /// What pages with errors say of themselves.
    pub banners: Banners,
}

/// Why there is no preview.
#[derive(Debug)]
pub enum Error {
    /// No port could be had.
    Ports {
        /// The first that was tried.
        first: u16,
        /// The last.
        last: u16,
        /// What the machine said of the last.
        source: io::Error,
    },
    /// The machine gave no thread, or nothing to wait with.
    Machine(io::Error),
    /// The network was asked for without a token, or with one that is too short or cannot stand in an address.
    Unguarded,
}

/// A preview that runs. It ends when this is dropped.
#[derive(Debug)]
pub struct Server {
    house: Arc<House>,
    thread: Option<JoinHandle<()>>,
}

/// What all connections share.
#[derive(Debug)]
struct House {
    port: u16,
    follow: bool,
    token: Option<String>,
    site: PathBuf,
    /// What stands in the address of the events: a page of another program on this machine cannot know it.
    key: String,
    /// What tells this run from the last, of which a page may still be open.
    run: String,
    said: Said,
    shown: watch::Sender<Option<Arc<Shown>>>,
    told: broadcast::Sender<Arc<Told>>,
    checked: Checked,
    stopping: watch::Sender<bool>,
}

/// What is shown, and how often something was shown before.
#[derive(Debug)]
struct Shown {
    show: Show,
    turn: u64,
    /// Filled when search, feeds and sitemap are there: the first who asks has them made, the others wait without a
    /// thread.
    late: OnceCell<()>,
}

impl Server {
    /// Listens, in a thread of its own. Until something is shown, requests wait.
    pub fn start(asked: Asked, words: &Words) -> Result<Server, Error> {
        if asked.lan && !asked.token.as_deref().is_some_and(is_token) {
            return Err(Error::Unguarded);
        }
        let mut runtime = Builder::new_current_thread();
        let runtime = runtime.enable_all().max_blocking_threads(limits::PREVIEW_THREADS).build();
        let runtime = runtime.map_err(Error::Machine)?;
        let listener = runtime.block_on(listen::bind(asked.port, asked.lan))?;
        let house = Arc::new(House {
            port: listener.local_addr().map_err(Error::Machine)?.port(),
            follow: asked.follow,
            token: asked.token.filter(|_| asked.lan),
            site: asked.site,
            key: token(),
            run: token(),
            said: Said::new(words),
            shown: watch::Sender::new(None),
            told: broadcast::Sender::new(limits::STEPS_BEHIND),
            checked: Checked::default(),
            stopping: watch::Sender::new(false),
        });
        let inside = Arc::clone(&house);
        let run = move |runtime: Runtime| {
            runtime.block_on(listen::serve(&inside, listener));
            // A search that is being made, or a disk that does not answer, is not waited for.
            runtime.shutdown_background();
        };
        let thread = std::thread::Builder::new().name("preview".to_owned()).spawn(move || run(runtime));
        Ok(Server { house, thread: Some(thread.map_err(Error::Machine)?) })
    }

    /// The port, which need not be the one that was asked for.
    pub fn port(&self) -> u16 {
        self.house.port
    }

    /// Shows something else from now on, and tells every tab. Answers that have begun end as they began.
    pub fn show(&self, show: Show) {
        let before = self.house.shown.borrow().clone();
        let turn = before.as_ref().map_or(1, |before| before.turn + 1);
        let told = Told::new(before.as_ref().map(|before| &before.show), &show, turn, &self.house);
        self.house.shown.send_replace(Some(Arc::new(Shown { show, turn, late: OnceCell::new() })));
        // No tab is open: nobody has to be told.
        let _ = self.house.told.send(Arc::new(told));
        // Only now: taking ten thousand pages apart is work, and nobody shall wait for it.
        drop(before);
    }

    /// Closes all connections and ends.
    pub fn stop(self) {
        drop(self);
    }
}

impl House {
    /// The name of a step that no other run of loa has.
    fn now(&self, step: u64) -> String {
        format!("{}-{step}", self.run)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.house.stopping.send_replace(true);
        // A thread that has panicked has said so already, and there is nothing left to close.
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// A word of 32 signs that nobody can guess, for [`Asked::token`].
pub fn token() -> String {
    // The keys of a RandomState come from the system's source of chance, and what SipHash makes of them does not tell
    // them: that is all a token of one evening needs, without a library for it.
    let half = || RandomState::new().hash_one("loa");
    format!("{:016x}{:016x}", half(), half())
}

/// The address of this machine in its network, if it is in one.
pub fn lan_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    // Nothing is sent by this: the machine only says from which address it would. The other end is nobody's (RFC 5737).
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    Some(socket.local_addr().ok()?.ip()).filter(|ip| !ip.is_unspecified() && !ip.is_loopback())
}

/// Whether a word can guard a site: long enough, and the same in an address and in a cookie.
fn is_token(word: &str) -> bool {
    word.len() >= 16 && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Ports { first, last, source } => write!(out, "ports {first} to {last}: {source}"),
            Error::Machine(source) => source.fmt(out),
            Error::Unguarded => out.write_str("the network needs a token of at least 16 letters and digits"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Ports { source, .. } | Error::Machine(source) => Some(source),
            Error::Unguarded => None,
        }
    }
}
