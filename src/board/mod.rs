//! The editor's own pages: what the site is like at this step, in words and colours. Values to HTML, nothing else: what
//! depends on a clock, a disk or a network is told by the caller as a fact.

mod banner;
mod beside;
mod compared;
mod facts;
mod frame;
mod home;
mod markup;
mod matrix;
mod phone;
mod problems;
mod publish;
mod standing;
mod waiting;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use bytes::Bytes;

use crate::engine::Step;
use crate::tell::Words;

pub use banner::{Banners, banners, fault_banner};
pub use facts::{Change, Comparison, Facts, Lan};
pub use publish::{Publish, publish};

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
    ///
    /// | path | page |
    /// |---|---|
    /// | `` | the board |
    /// | `tep/<path>` | all findings of a file |
    /// | `loi/<code>` | all findings of a code |
    /// | `bang-dich/<section>` | the entries of a section in all languages |
    /// | `doi-chieu/<lang>/<entry>` | a translation beside its original |
    /// | `den-han`, `cho` | what is due, what is held back |
    /// | `xuat-ban` | what a publish would change; compared when it is first asked for |
    /// | `bang.css`, `bao.css` | the style of the board, and of the banners |
    ///
    /// Lists go on under `…/trang-2`.
    pub fn page(&self, path: &str) -> Option<Answer> {
        match path {
            "bang.css" => return Some(Answer::css(include_str!("bang.css"))),
            "bao.css" => return Some(Answer::css(include_str!("bao.css"))),
            _ => {}
        }
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        let page = match first {
            "" if path.is_empty() => Some(self.home_page()),
            "tep" => self.file_page(rest),
            "loi" => self.code_page(rest),
            "bang-dich" => self.section_page(rest),
            "doi-chieu" => self.beside_page(rest),
            "den-han" => self.due_page(rest),
            "cho" => self.held_page(rest),
            "xuat-ban" if rest.is_empty() => Some(self.publish_page()),
            _ => None,
        };
        page.map(Answer::html)
    }
}
