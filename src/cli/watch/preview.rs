//! What is shown while a site is followed: each step, with the editor's board and what pages say of their errors.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anstream::adapter::strip_str;

use crate::base::Lang;
use crate::board::{self, Board, Comparison, Facts, Lan};
use crate::disk;
use crate::engine::{self, Memo, Step};
use crate::model::{Options, Snapshot};
use crate::serve::{self, Server, Show};
use crate::tell::Words;
use crate::watch::Change;

use super::super::arguments::Watch;
use super::super::{clock_time, machine};
use super::words::ms;

/// Where the preview is, unless somebody says otherwise: a port that no usual program of an office has.
pub const PORT: u16 = 4000;

/// Changes that the board remembers: more than anybody reads.
const HISTORY: usize = 20;

/// A preview that runs.
pub struct Preview {
    server: Server,
    words: Arc<Words>,
    addresses: Addresses,
    history: Vec<board::Change>,
    /// What is shown.
    last: Option<Change>,
    /// Where the site is published.
    out: PathBuf,
}

/// Where the preview is.
#[derive(Clone, Debug)]
pub struct Addresses {
    /// The port that was asked for, if it was taken.
    pub taken: Option<u16>,
    /// The port.
    pub port: u16,
    /// On this machine.
    pub here: String,
    /// For other devices of the network, if they may come in and there is a network.
    pub lan: Option<String>,
}

impl Preview {
    /// Opens the port. Whoever asks for a page waits for the first step.
    pub fn start(site: &Path, asked: &Watch, words: &Words) -> Result<Preview, serve::Error> {
        let token = asked.lan.then(serve::token);
        let wanted = asked.port.unwrap_or(PORT);
        let told = serve::Asked {
            port: wanted,
            lan: asked.lan,
            follow: asked.follow,
            token: token.clone(),
            site: site.to_owned(),
        };
        let server = Server::start(told, words)?;
        let port = server.port();
        let query = token.map_or(String::new(), |token| format!("?loa={token}"));
        let lan = serve::lan_address().filter(|_| asked.lan);
        let addresses = Addresses {
            taken: Some(wanted).filter(|wanted| *wanted != 0 && *wanted != port),
            port,
            here: format!("http://127.0.0.1:{port}/{query}"),
            lan: lan.map(|ip| format!("http://{}/{query}", std::net::SocketAddr::new(ip, port))),
        };
        // The board outlives the call that the words were made for.
        let words = Arc::new(Words::new(&Lang::new(words.tag()).unwrap_or_else(|_| Lang::vietnamese())));
        Ok(Preview { server, words, addresses, history: Vec::new(), last: None, out: site.join("public") })
    }

    /// Where it is.
    pub fn addresses(&self) -> &Addresses {
        &self.addresses
    }

    /// Shows a step.
    pub fn show(&mut self, change: &Change) {
        let step = &change.step;
        if step.number > 1 {
            let told = board::Change {
                at: clock_time(),
                sources: step.sources.clone(),
                touched: step.touched.len(),
                ms: ms(change),
            };
            self.history.insert(0, told);
            self.history.truncate(HISTORY);
        }
        self.last = Some(change.clone());
        self.show_last(None);
    }

    /// Shows the last step once more: with why the machine cannot read the site now, or without, since it can again.
    pub fn show_last(&self, fault: Option<&disk::Error>) {
        let Some(change) = &self.last else { return };
        let step = &change.step;
        let fault = fault.map(|error| strip_str(&machine::fault(&self.words, error)).to_string());
        let mut banners = board::banners(step, &self.words);
        if let Some(fault) = &fault {
            let own = banners.everywhere.take().unwrap_or_default();
            banners.everywhere = Some([board::fault_banner(fault, &self.words), own].concat().into());
        }
        let facts = Facts {
            address: self.addresses.here.clone(),
            lan: self.addresses.lan.clone().map(|address| Lan { address }),
            ms: ms(change),
            history: self.history.clone(),
            fault,
            publish: Some(compared(step, self.out.clone())),
        };
        self.server.show(Show {
            step: Arc::clone(step),
            origins: Arc::clone(&change.origins),
            board: Board::new(Arc::clone(step), facts, Arc::clone(&self.words)),
            banners,
        });
    }
}

/// What a publish of this step would change in `out`.
fn compared(step: &Arc<Step>, out: PathBuf) -> Comparison {
    let step = Arc::clone(step);
    Comparison::new(move || {
        let options = Options { drafts: false, ..step.snapshot.options.clone() };
        let snapshot = Snapshot { options, ..Snapshot::clone(&step.snapshot) };
        let built = engine::build(&snapshot, &mut Memo::default());
        board::publish(&built, disk::published(&out).as_ref())
    })
}
