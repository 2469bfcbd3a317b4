//! What follows the header of an answer: pieces that are shared with the tree, or what somebody reads meanwhile.

use std::collections::VecDeque;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};
use tokio::sync::mpsc;

use super::listen::Seat;

/// The bytes of an answer.
#[derive(Debug)]
pub(super) enum Content {
    /// They are here; nothing is copied.
    Here(VecDeque<Bytes>),
    /// They come; an error breaks the connection off, so that nobody takes a part for the whole.
    Coming(mpsc::Receiver<io::Result<Bytes>>),
}

impl Content {
    /// None.
    pub fn none() -> Content {
        Content::Here(VecDeque::new())
    }
}

impl<T: Into<Bytes>> From<T> for Content {
    fn from(bytes: T) -> Content {
        Content::Here(VecDeque::from([bytes.into()]))
    }
}

/// An answer on its way through a connection, which is busy for as long as this lives.
#[derive(Debug)]
pub(super) struct Sent {
    content: Content,
    seat: Arc<Seat>,
}

impl Sent {
    pub fn new(content: Content, seat: Arc<Seat>) -> Sent {
        Sent { content, seat }
    }
}

impl Drop for Sent {
    fn drop(&mut self) {
        self.seat.rest();
    }
}

impl Body for Sent {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let next = match &mut self.content {
            Content::Here(pieces) => Poll::Ready(pieces.pop_front().map(Ok)),
            Content::Coming(pieces) => pieces.poll_recv(task),
        };
        if next.is_ready() {
            self.seat.work();
        }
        next.map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }

    fn is_end_stream(&self) -> bool {
        matches!(&self.content, Content::Here(pieces) if pieces.is_empty())
    }

    fn size_hint(&self) -> SizeHint {
        match &self.content {
            Content::Here(pieces) => SizeHint::with_exact(pieces.iter().map(|piece| piece.len() as u64).sum()),
            Content::Coming(_) => SizeHint::default(),
        }
    }
}
