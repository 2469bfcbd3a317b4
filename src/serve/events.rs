//! What changed, told to every tab as it happens (server-sent events).

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use serde_json::{Value, json};
use tokio::sync::{broadcast, mpsc};
use tokio::time::timeout;

use crate::base::{Severity, SitePath, limits};

use super::body::Content;
use super::listen::Seat;
use super::{House, Show};

/// Events that may wait in one connection.
const WAITING: usize = 4;

/// A step as it is told.
#[derive(Debug)]
pub(super) struct Told {
    /// How often something was shown, this included.
    turn: u64,
    event: Bytes,
}

impl Told {
    /// What is new in `now`.
    pub fn new(before: Option<&Show>, now: &Show, turn: u64, house: &House) -> Told {
        let step = &now.step;
        let is_next = before.is_some_and(|before| before.step.number + 1 == step.number);
        let is_same = before.is_some_and(|before| before.step.number == step.number);
        let touched = if is_same { &[][..] } else { &step.touched[..] };
        let (pages, files): (Vec<&SitePath>, _) = touched.iter().partition(|path| path.extension() == "html");
        let (styles, files): (Vec<&SitePath>, Vec<&SitePath>) =
            files.into_iter().partition(|path| path.extension() == "css");
        let seen = step.seen.as_ref().filter(|_| !is_same);
        let data = json!({
            "step": step.number,
            "now": house.now(step.number),
            "follow": house.follow,
            "page": seen.map(|seen| seen.page.as_str()),
            "words": seen.map(|seen| seen.words.as_str()),
            // A step that was left out may have touched anything.
            "touched": if is_next || is_same { told_pages(pages, before, now) } else { json!("all") },
            "style": names(styles),
            "files": names(files),
            "errors": step.diagnostics.iter().filter(|finding| finding.severity == Severity::Error).count(),
        });
        Told { turn, event: event("step", &data) }
    }
}

/// The pages that are not as they were, and those whose banner is not.
fn told_pages<'a>(mut pages: Vec<&'a SitePath>, before: Option<&'a Show>, now: &'a Show) -> Value {
    if let Some(before) = before {
        if before.banners.everywhere != now.banners.everywhere {
            return json!("all");
        }
        let (before, now) = (&before.banners.pages, &now.banners.pages);
        let all: BTreeSet<&SitePath> = before.keys().chain(now.keys()).collect();
        pages.extend(all.into_iter().filter(|path| before.get(*path) != now.get(*path)));
    }
    if pages.len() > limits::PAGES_TOLD { json!("all") } else { names(pages) }
}

fn names(paths: Vec<&SitePath>) -> Value {
    paths.into_iter().take(limits::PAGES_TOLD).map(SitePath::as_str).collect()
}

/// JSON has no line ends of its own, so it is one line of data.
fn event(name: &str, data: &Value) -> Bytes {
    format!("event: {name}\ndata: {data}\n\n").into()
}

/// A stream for one tab: first what is shown now, then every step. It ends when the tab takes nothing for a while, or
/// falls behind; the browser connects again and looks at what is shown then.
pub(super) async fn stream(house: &Arc<House>, seat: &Arc<Seat>) -> Content {
    // In this order: a step between the two is heard of, and known to be old.
    let told = house.told.subscribe();
    let shown = house.shown().await;
    let number = shown.show.step.number;
    let hello = event("begin", &json!({ "step": number, "now": house.now(number) }));
    let (events, coming) = mpsc::channel(WAITING);
    tokio::spawn(tell(told, shown.turn, hello, events, Arc::clone(seat)));
    Content::Coming(coming)
}

async fn tell(
    mut told: broadcast::Receiver<Arc<Told>>,
    known: u64,
    hello: Bytes,
    events: mpsc::Sender<std::io::Result<Bytes>>,
    seat: Arc<Seat>,
) {
    let mut next = hello;
    loop {
        match timeout(Duration::from_secs(limits::REQUEST_SECONDS), events.send(Ok(next))).await {
            Ok(Ok(())) => {}
            // The tab was closed.
            Ok(Err(_)) => return,
            Err(_) => return seat.close(),
        }
        next = loop {
            let heard = tokio::select! {
                heard = timeout(Duration::from_secs(limits::HEARTBEAT_SECONDS), told.recv()) => heard,
                () = events.closed() => return,
            };
            match heard {
                Ok(Ok(step)) if step.turn <= known => {}
                Ok(Ok(step)) => break step.event.clone(),
                Err(_) => break Bytes::from_static(b": \n\n"),
                // Too far behind, or the server ends.
                Ok(Err(_)) => return,
            }
        };
    }
}
