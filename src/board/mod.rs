//! The editor's own pages: what the site is like at this step, in words and colours. Values to HTML, nothing else: what
//! depends on a clock, a disk or a network is told by the caller as a fact.

mod banner;
mod facts;
mod markup;

use std::sync::Arc;

use bytes::Bytes;

use crate::engine::Step;
use crate::tell::Words;

pub use banner::{Banners, banners};
pub use facts::{Change, Facts, Lan, Publish};

/// The pages about one step of the site.
#[derive(Debug)]
pub struct Board {
    step: Arc<Step>,
    facts: Facts,
    words: Arc<Words>,
}

/// One file of the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its media type, with the charset.
    pub media_type: &'static str,
    /// Its bytes.
    pub bytes: Bytes,
}

impl Answer {
    fn html(page: String) -> Answer {
        Answer { media_type: "text/html; charset=utf-8", bytes: page.into_bytes().into() }
    }

    fn css(style: &'static str) -> Answer {
        Answer { media_type: "text/css; charset=utf-8", bytes: Bytes::from_static(style.as_bytes()) }
    }
}

impl Board {
    /// The board of a step. Nothing is made before a page is asked for.
    pub fn new(step: Arc<Step>, facts: Facts, words: Arc<Words>) -> Board {
        Board { step, facts, words }
    }

    /// The page at `path`, which is what follows `/_loa/` in an address: without its query, percent-decoded. The board
    /// itself has the empty path. None if there is no such page.
    pub fn page(&self, path: &str) -> Option<Answer> {
        match path {
            "" => Some(Answer::html(format!(
                "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><title>loa</title></head><body><h1>loa</h1><p>{} {}</p></body></html>\n",
                self.words.tag(),
                self.step.number,
                self.facts.ms
            ))),
            "bang.css" => Some(Answer::css(include_str!("bang.css"))),
            "bao.css" => Some(Answer::css(include_str!("bao.css"))),
            _ => None,
        }
    }
}
