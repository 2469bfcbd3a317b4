//! `loa watch`: the site as it is being written. Reading and making have a thread of their own, so that whatever they are
//! at, the program ends when it is asked to, and a terminal that nobody reads holds nothing up.

mod browser;
mod preview;
mod stop;
mod words;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

use crate::base::Date;
use crate::disk;
use crate::model::Options;
use crate::watch::{Change, Follow, Happening};

use super::arguments::Watch;
use super::{Exit, Failure, Session, machine};
use preview::Preview;
use words::Telling;

/// Messages that wait to be told. If more come while nobody reads, they are let go: each step tells what is new since the
/// last one that was told.
const WAITING: usize = 16;

/// What the program may still say after it was asked to end; a third of what an end may take.
const GRACE: Duration = Duration::from_millis(100);

/// What comes from the other threads.
enum Message {
    /// The first step.
    Started(Change),
    /// No browser was found.
    NotOpened,
    /// There can be none.
    Refused(disk::Error),
    /// What came later.
    Happened(Happening),
    /// Somebody wants it to end.
    End,
}

/// Follows the site until it is asked to end.
pub fn run(session: &mut Session<'_>, asked: Watch) -> Exit {
    let day = session.days(asked.today)?;
    let (sender, messages) = sync_channel(WAITING);
    let ending = sender.clone();
    let end = move || {
        // A full queue means that nobody reads, and then nothing has to be said.
        let _ = ending.try_send(Message::End);
        thread::sleep(GRACE);
        // Still here: the terminal does not take its words. Nothing is being written that could be torn.
        std::process::exit(0);
    };
    let failed = |source| Failure::Machine(disk::Error::Io { op: "watch", path: PathBuf::new(), source });
    stop::when_asked(end).map_err(failed)?;
    let preview = match Preview::start(&session.site, &asked, session.words) {
        Ok(preview) => preview,
        Err(error) => {
            let text = machine::preview(session.words, &error);
            super::write(session.streams.err, &text)?;
            return Err(Failure::Told(3));
        }
    };
    let mut telling = Telling::new(preview.addresses().clone());
    let (site, opening) = (session.site.clone(), sender.clone());
    let work = move || work(&site, asked.poll, day, preview, &sender);
    thread::Builder::new().name("loa watch".to_owned()).spawn(work).map_err(failed)?;
    telling.reading(session);
    for message in messages {
        match message {
            Message::Started(change) => {
                telling.first(session, &change);
                if asked.open {
                    // See `WAITING`.
                    let opening = opening.clone();
                    let failed = move || drop(opening.try_send(Message::NotOpened));
                    browser::open(telling.address(), failed);
                }
            }
            Message::NotOpened => telling.not_opened(session),
            Message::Refused(error) => return Err(error.into()),
            Message::Happened(Happening::Changed(change)) => telling.change(session, &change),
            Message::Happened(Happening::Fault(error)) => telling.fault(session, &error),
            Message::Happened(Happening::Mended) => telling.readable(session),
            Message::Happened(Happening::Polls(why)) => telling.polls(session, &why),
            Message::End => break,
        }
    }
    Ok(0)
}

/// Reads and makes the site, again and again.
fn work(
    site: &Path,
    is_polled: bool,
    day: impl Fn() -> Date + Send + 'static,
    mut preview: Preview,
    sender: &SyncSender<Message>,
) {
    let options = Options { drafts: true, ..Options::default() };
    let (mut follow, change) = match Follow::start(site, is_polled, options, day) {
        Ok(started) => started,
        Err(error) => {
            // Who would hear it is gone only when the program ends.
            let _ = sender.send(Message::Refused(error));
            return;
        }
    };
    preview.show(&change);
    let _ = sender.send(Message::Started(change));
    loop {
        let happening = follow.wait();
        match &happening {
            Happening::Changed(change) => preview.show(change),
            Happening::Fault(error) => preview.show_last(Some(error)),
            Happening::Mended => preview.show_last(None),
            Happening::Polls(_) => {}
        }
        // See `WAITING`.
        let _ = sender.try_send(Message::Happened(happening));
    }
}
