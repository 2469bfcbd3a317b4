//! Where a body comes from. The Markdown parser counts bytes of the body, everybody else those of the file: the sum is
//! made here and nowhere else.

use std::ops::Range;

use crate::base::text::{Cues, Customs};
use crate::base::{Place, SitePath, Span};

/// A file whose body is being parsed.
pub(super) struct Origin<'a> {
    /// The file.
    pub file: &'a SitePath,
    /// Its whole text.
    pub text: &'a str,
    /// The first byte of its body.
    pub body: usize,
    /// The words that may stand before a telephone number.
    pub cues: &'a Cues,
    /// Whether there may be telephone numbers in it.
    pub has_phones: bool,
    /// How its language is written.
    pub customs: &'a Customs,
}

impl<'a> Origin<'a> {
    /// The Markdown.
    pub fn markdown(&self) -> &'a str {
        self.text.get(self.body..).unwrap_or("")
    }

    /// The place in the file of a range of the body; always inside the text and on borders between characters.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.text.floor_char_boundary(self.body.saturating_add(range.start));
        let end = self.text.ceil_char_boundary(self.body.saturating_add(range.end));
        start..end.max(start)
    }

    /// The same without the line ends after it, which the parser counts in for blocks.
    pub fn block_span(&self, range: Range<usize>) -> Span {
        let span = self.span(range);
        let words = self.slice(&span).trim_end();
        span.start..span.start + words.len()
    }

    /// What stands at a place of the file.
    pub fn slice(&self, span: &Span) -> &'a str {
        self.text.get(span.clone()).unwrap_or("")
    }

    /// A place for a diagnostic.
    pub fn place(&self, span: &Span) -> Place {
        Place::at(self.file, span.clone())
    }
}
