//! Connections: how many there are, and which one has to go when another needs its place. A page of evil intent can
//! open a thousand and say nothing; the editor's browser must not notice.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

use crate::base::limits;

use super::answer::answer;
use super::body::Sent;
use super::{Error, House};

/// What is waited when the system has no handle left for a connection, so that asking again does not take a whole core.
const PAUSE: Duration = Duration::from_millis(50);

/// Listens on this port or the next that is free.
pub(super) async fn bind(first: u16, lan: bool) -> Result<TcpListener, Error> {
    let ip = if lan { Ipv4Addr::UNSPECIFIED } else { Ipv4Addr::LOCALHOST };
    // A port of 0 is any that is free: there is no next.
    let last = if first == 0 { 0 } else { first.saturating_add(limits::PORTS - 1) };
    let mut port = first;
    loop {
        match TcpListener::bind((ip, port)).await {
            Ok(listener) => return Ok(listener),
            Err(source) if port == last => return Err(Error::Ports { first, last, source }),
            Err(_) => port += 1,
        }
    }
}

/// Answers whoever comes, until the house is closed.
pub(super) async fn serve(house: &Arc<House>, listener: TcpListener) {
    let seats = Arc::new(Seats::default());
    let mut stopping = house.stopping.subscribe();
    loop {
        let arrival = tokio::select! {
            arrival = listener.accept() => arrival,
            _ = stopping.wait_for(|stops| *stops) => break,
        };
        match arrival {
            Ok((stream, _)) => {
                if let Some((number, seat)) = seats.take() {
                    let (house, seats) = (Arc::clone(house), Arc::clone(&seats));
                    tokio::spawn(async move {
                        connect(house, stream, &seat).await;
                        seats.leave(number);
                    });
                }
            }
            Err(_) => tokio::time::sleep(PAUSE).await,
        }
    }
}

/// One connection, from its first to its last request.
async fn connect(house: Arc<House>, stream: TcpStream, seat: &Arc<Seat>) {
    // An event is a few bytes that nothing follows: it must not wait for more. Where this cannot be set, it does.
    let _ = stream.set_nodelay(true);
    let Ok(reached) = stream.local_addr().map(|address: SocketAddr| address.ip()) else { return };
    let mut stopping = house.stopping.subscribe();
    let asked = service_fn(|request| {
        let (house, seat) = (Arc::clone(&house), Arc::clone(seat));
        async move {
            seat.work();
            let answer = answer(&house, &request, reached, &seat).await;
            Ok::<_, std::convert::Infallible>(answer.map(|content| Sent::new(content, seat)))
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(Duration::from_secs(limits::REQUEST_SECONDS))
        .max_buf_size(limits::REQUEST_HEADER)
        .serve_connection(TokioIo::new(stream), asked);
    tokio::select! {
        // How a connection ended is the business of the one who ended it.
        _ = connection => {}
        () = seat.close.notified() => {}
        _ = stopping.wait_for(|stops| *stops) => {}
    }
}

/// The connections that there are.
#[derive(Debug, Default)]
struct Seats(Mutex<(u64, BTreeMap<u64, Arc<Seat>>)>);

/// One of them.
#[derive(Debug)]
pub(super) struct Seat {
    close: Notify,
    doing: Mutex<Doing>,
}

/// What a connection does, and since when it has not moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Doing {
    is_answering: bool,
    since: Instant,
}

impl Seat {
    fn new() -> Seat {
        Seat { close: Notify::new(), doing: Mutex::new(Doing { is_answering: false, since: Instant::now() }) }
    }

    /// An answer is made, or has come a piece further.
    pub fn work(&self) {
        self.set(true);
    }

    /// An answer is done.
    pub fn rest(&self) {
        self.set(false);
    }

    /// Ends the connection, in the middle of an answer if need be.
    pub fn close(&self) {
        self.close.notify_one();
    }

    fn set(&self, is_answering: bool) {
        *self.doing.lock().unwrap_or_else(PoisonError::into_inner) = Doing { is_answering, since: Instant::now() };
    }

    fn doing(&self) -> Doing {
        *self.doing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Seats {
    /// A place for a new connection; none if all work. The one that has asked nothing for the longest time goes for it,
    /// or one that has stalled: a browser opens another when it needs one, and a film goes on where it was.
    fn take(&self) -> Option<(u64, Arc<Seat>)> {
        let mut inside = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (next, seats) = &mut *inside;
        if seats.len() >= limits::CONNECTIONS {
            let (number, doing) =
                seats.iter().map(|(number, seat)| (*number, seat.doing())).min_by_key(|(_, doing)| *doing)?;
            if doing.is_answering && doing.since.elapsed() < Duration::from_secs(limits::STALLED_SECONDS) {
                return None;
            }
            seats.remove(&number)?.close();
        }
        *next += 1;
        let seat = Arc::new(Seat::new());
        seats.insert(*next, Arc::clone(&seat));
        Some((*next, seat))
    }

    fn leave(&self, number: u64) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).1.remove(&number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_that_asks_nothing_makes_room() {
        let seats = Seats::default();
        let taken: Vec<(u64, Arc<Seat>)> = (0..limits::CONNECTIONS).map(|_| seats.take().unwrap()).collect();
        taken.iter().skip(1).for_each(|(_, seat)| seat.work());
        let (number, newest) = seats.take().unwrap();
        assert_eq!(seats.0.lock().unwrap().1.len(), limits::CONNECTIONS);
        assert!(!seats.0.lock().unwrap().1.contains_key(&taken[0].0));
        newest.work();
        assert!(seats.take().is_none(), "all work, and none has stalled");
        seats.leave(number);
        assert!(seats.take().is_some());
    }
}
