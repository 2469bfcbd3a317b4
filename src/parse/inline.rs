//! The words of one block. They are gathered flat first, together with the place of every letter in the file, since a
//! telephone number may run over several events of the Markdown parser; only then they become a tree.

use std::ops::Range;

use crate::base::text::{Found, digit, find_phones};
use crate::base::{Diagnostic, Span, limits};
use crate::model::{Inline, MediaKind, PhoneSeen, Target};

use super::origin::Origin;

/// What a picture, a hotline or a line across words leaves in the text in which numbers are looked for.
const OBJECT: &str = "\u{FFFC}";

/// Characters of raw HTML that a message quotes.
const HTML_SHOWN: usize = 40;

/// The words of one block while they are gathered.
#[derive(Default)]
pub(super) struct Phrase {
    shown: String,
    segments: Vec<Segment>,
    pieces: Vec<Piece>,
    line_end: Option<Span>,
    html: Option<Span>,
}

/// Where a part of the shown words stands in the file.
struct Segment {
    shown: Range<usize>,
    source: Span,
    /// Byte for byte the same, so that a place inside it can be told.
    exact: bool,
}

enum Piece {
    /// A range of the shown words.
    Words(Range<usize>),
    Code(Range<usize>),
    Open(Wrap, Span),
    Close,
    Media(Box<Media>),
    Break,
    Mark(String),
}

/// What may stand around words.
pub(super) enum Wrap {
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Struck words.
    Strike,
    /// A link. Boxed like the media, since a page may have millions of pieces and hardly one of them is a link.
    Link(Box<Target>),
}

/// A picture, sound or film among words.
pub(super) struct Media {
    /// What it is.
    pub kind: MediaKind,
    /// The file, relative to the page.
    pub file: String,
    /// Its description.
    pub alt: String,
    /// Its place in the file.
    pub span: Span,
}

/// The words of a block as a tree.
#[derive(Default)]
pub(super) struct Finished {
    /// The tree.
    pub inlines: Vec<Inline>,
    /// The telephone numbers in it.
    pub phones: Vec<PhoneSeen>,
    /// What was noticed.
    pub diagnostics: Vec<Diagnostic>,
}

impl Phrase {
    /// Adds words. White space that Markdown drops must be gone.
    pub fn text(&mut self, text: &str, origin: &Origin<'_>, span: Span) {
        self.settle(text.chars().next());
        let start = self.shown.len();
        self.add(text, origin, span);
        let end = self.shown.len();
        match self.pieces.last_mut() {
            Some(Piece::Words(range)) if range.end == start => range.end = end,
            _ if start < end => self.pieces.push(Piece::Words(start..end)),
            _ => {}
        }
    }

    /// Adds preformatted words; the span includes their backticks.
    pub fn code(&mut self, text: &str, origin: &Origin<'_>, span: Span) {
        self.settle(text.chars().next());
        let start = self.shown.len();
        let inner = origin.slice(&span).find(text).map(|at| span.start + at..span.start + at + text.len());
        self.add(text, origin, inner.unwrap_or(span));
        self.pieces.push(Piece::Code(start..self.shown.len()));
    }

    /// Adds raw HTML among words, as words. A comment is for the editor's eyes only and leaves nothing.
    pub fn html(&mut self, text: &str, origin: &Origin<'_>, span: Span) {
        if text.starts_with("<!--") {
            return;
        }
        let start = self.html.as_ref().map_or(span.start, |html| html.start);
        self.html = Some(start..span.end);
        self.text(text, origin, span);
    }

    /// Makes all of it raw HTML, without its comments.
    pub fn into_html(mut self, span: Span) -> Phrase {
        self.shown = without_comments(&self.shown);
        self.pieces = vec![Piece::Words(0..self.shown.len())];
        self.html = (!self.shown.trim().is_empty()).then_some(span);
        self
    }

    /// A line end in the file.
    pub fn soft_break(&mut self, span: Span) {
        self.line_end = Some(span);
    }

    /// A line break that counts.
    pub fn hard_break(&mut self, origin: &Origin<'_>, span: Span) {
        self.line_end = None;
        self.add("\n", origin, span);
        self.pieces.push(Piece::Break);
    }

    /// What follows stands in `wrap`, up to [`Phrase::close`].
    pub fn open(&mut self, wrap: Wrap, origin: &Origin<'_>, span: Span) {
        self.settle(origin.slice(&span).chars().find(|c| !"*_~[!<`".contains(*c)));
        self.pieces.push(Piece::Open(wrap, span));
    }

    /// Ends what [`Phrase::open`] began.
    pub fn close(&mut self) {
        self.pieces.push(Piece::Close);
    }

    /// A link that has no words of its own, since only the resolver knows the number to show.
    pub fn hotline(&mut self, target: Target, origin: &Origin<'_>, span: Span) {
        self.open(Wrap::Link(Box::new(target)), origin, span.clone());
        self.add(OBJECT, origin, span);
        self.close();
    }

    /// Adds a picture, sound or film.
    pub fn media(&mut self, media: Media, origin: &Origin<'_>) {
        self.settle(None);
        self.add(OBJECT, origin, media.span.clone());
        self.pieces.push(Piece::Media(Box::new(media)));
    }

    /// Adds the mark of a footnote. A number before it ends there all the same, so it leaves nothing in the words.
    pub fn mark(&mut self, label: &str) {
        self.settle(None);
        self.pieces.push(Piece::Mark(label.to_owned()));
    }

    /// The words without their structure.
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// Takes the first `length` bytes off the words, with the white space and the break after them.
    pub fn behead(&mut self, length: usize) {
        let Some(Piece::Words(range)) = self.pieces.first_mut() else { return };
        let rest = self.shown.get(range.start + length..range.end).unwrap_or("");
        range.start = range.end - rest.trim_start().len();
        if range.start == range.end {
            let is_break = matches!(self.pieces.get(1), Some(Piece::Break));
            self.pieces.drain(..if is_break { 2 } else { 1 });
        }
    }

    /// Whether the words begin with a run of at least `length` bytes outside everything.
    pub fn begins_plain(&self, length: usize) -> bool {
        matches!(self.pieces.first(), Some(Piece::Words(range)) if range.len() >= length)
    }

    /// The sounds and films, if there is nothing else.
    pub fn players(&mut self) -> Option<Vec<Media>> {
        let is_player = |piece: &Piece| matches!(piece, Piece::Media(media) if media.kind != MediaKind::Picture);
        let is_nothing = |piece: &Piece| match piece {
            Piece::Words(range) => self.shown.get(range.clone()).is_some_and(|words| words.trim().is_empty()),
            Piece::Break => true,
            Piece::Code(_) | Piece::Open(..) | Piece::Close | Piece::Media(_) | Piece::Mark(_) => false,
        };
        if !self.pieces.iter().any(is_player) || !self.pieces.iter().all(|piece| is_player(piece) || is_nothing(piece))
        {
            return None;
        }
        let media =
            self.pieces.drain(..).filter_map(|piece| if let Piece::Media(media) = piece { Some(*media) } else { None });
        Some(media.collect())
    }

    /// The tree; `room` is how deep it may be.
    pub fn finish(&mut self, origin: &Origin<'_>, room: usize) -> Finished {
        self.trim();
        let found = self.numbers(origin);
        let mut finished = Finished { phones: self.seen(&found), ..Finished::default() };
        finished.diagnostics.extend(self.html.as_ref().map(|span| raw_html(origin, span)));
        // Most blocks are one run of words.
        if let ([Piece::Words(range)], []) = (self.pieces.as_slice(), found.as_slice())
            && !range.is_empty()
        {
            self.shown.truncate(range.end);
            self.shown.drain(..range.start);
            finished.inlines = vec![Inline::Text(std::mem::take(&mut self.shown))];
            return finished;
        }
        Tree { phrase: self, found: &found, room, origin, finished: &mut finished }.grow();
        finished
    }

    /// Empty again, with the room that it had.
    pub fn cleared(mut self) -> Phrase {
        self.shown.clear();
        self.segments.clear();
        self.pieces.clear();
        Phrase { line_end: None, html: None, ..self }
    }

    /// The preformatted text of a block that has no inlines, and the numbers in it.
    pub fn verbatim(self, origin: &Origin<'_>) -> (String, Vec<PhoneSeen>) {
        let phones = self.seen(&self.numbers(origin));
        (self.shown, phones)
    }

    fn numbers(&self, origin: &Origin<'_>) -> Vec<Found> {
        if origin.has_phones { find_phones(&self.shown, origin.cues) } else { Vec::new() }
    }

    /// Takes off the white space that a comment leaves at either end.
    fn trim(&mut self) {
        if let Some(Piece::Words(range)) = self.pieces.first_mut() {
            let words = self.shown.get(range.clone()).unwrap_or("");
            range.start = range.end - words.trim_start().len();
        }
        if let Some(Piece::Words(range)) = self.pieces.last_mut() {
            let words = self.shown.get(range.clone()).unwrap_or("");
            range.end = range.start + words.trim_end().len();
        }
    }

    fn seen(&self, found: &[Found]) -> Vec<PhoneSeen> {
        let seen = found.iter().filter_map(|found| {
            Some(PhoneSeen {
                shown: self.shown.get(found.range.clone())?.to_owned(),
                phone: found.phone.clone(),
                sure: found.sure,
                line: String::new(),
                span: self.source(&found.range)?,
            })
        });
        seen.collect()
    }

    /// Where a range of the shown words stands in the file.
    fn source(&self, range: &Range<usize>) -> Option<Span> {
        let holding = |at: usize| {
            let place = self.segments.partition_point(|segment| segment.shown.end <= at);
            self.segments.get(place)
        };
        let (first, last) = (holding(range.start)?, holding(range.end.checked_sub(1)?)?);
        let start =
            if first.exact { first.source.start + (range.start - first.shown.start) } else { first.source.start };
        let end = if last.exact { last.source.start + (range.end - last.shown.start) } else { last.source.end };
        Some(start..end.max(start))
    }

    /// Writes the line end that is still open: as a space, but not between letters of scripts that have none.
    fn settle(&mut self, next: Option<char>) {
        let Some(span) = self.line_end.take() else { return };
        if self.shown.chars().next_back().is_some_and(is_wide) && next.is_some_and(is_wide) {
            return;
        }
        let start = self.shown.len();
        self.shown.push(' ');
        self.segments.push(Segment { shown: start..start + 1, source: span, exact: false });
        match self.pieces.last_mut() {
            Some(Piece::Words(range)) if range.end == start => range.end += 1,
            _ => self.pieces.push(Piece::Words(start..start + 1)),
        }
    }

    fn add(&mut self, text: &str, origin: &Origin<'_>, source: Span) {
        if text.is_empty() {
            return;
        }
        let start = self.shown.len();
        self.shown.push_str(text);
        let exact = origin.slice(&source) == text;
        self.segments.push(Segment { shown: start..self.shown.len(), source, exact });
    }
}

fn raw_html(origin: &Origin<'_>, span: &Span) -> Diagnostic {
    let shown: String = without_comments(origin.slice(span)).trim_start().chars().take(HTML_SHOWN).collect();
    Diagnostic::warning("raw-html", origin.place(span)).arg("html", shown.trim_end())
}

/// The text with a space for each byte of a comment, so that places stay. A comment without an end is no comment: it
/// would swallow the rest of the page in silence.
pub fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, comment)) = rest.find("<!--").and_then(|at| rest.split_at_checked(at)) {
        // The search begins at the dashes, since `<!-->` is a whole comment.
        let end = comment.get("<!".len()..).and_then(|inner| inner.find("-->")).map(|at| "<!".len() + at + "-->".len());
        let Some((comment, after)) = end.and_then(|end| comment.split_at_checked(end)) else { break };
        out.push_str(before);
        out.extend(std::iter::repeat_n(' ', comment.len()));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Letters and signs of Chinese and Japanese: a line end between two of them is no space (CSS Text 3, section 4.1.3).
pub fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FF01}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}' | '\u{20000}'..='\u{3FFFF}')
}

/// Pieces becoming a tree.
struct Tree<'a> {
    phrase: &'a Phrase,
    found: &'a [Found],
    room: usize,
    origin: &'a Origin<'a>,
    finished: &'a mut Finished,
}

/// The branches that are still open, each with what it holds so far.
#[derive(Default)]
struct Branches<'a> {
    open: Vec<(&'a Wrap, Span, Vec<Inline>)>,
    trunk: Vec<Inline>,
    /// Wraps that were too deep and are left out.
    dissolved: usize,
    links: usize,
}

impl<'a> Branches<'a> {
    fn top(&mut self) -> &mut Vec<Inline> {
        match self.open.last_mut() {
            Some((_, _, body)) => body,
            None => &mut self.trunk,
        }
    }

    fn push_words(&mut self, words: &str) {
        match self.top().last_mut() {
            _ if words.is_empty() => {}
            Some(Inline::Text(text)) => text.push_str(words),
            _ => self.top().push(Inline::Text(words.to_owned())),
        }
    }
}

impl<'a> Tree<'a> {
    fn grow(mut self) {
        let phrase = self.phrase;
        let mut branches = Branches::default();
        for piece in &phrase.pieces {
            match piece {
                Piece::Words(range) => self.words(&mut branches, range),
                Piece::Code(range) => {
                    let code = phrase.shown.get(range.clone()).unwrap_or("");
                    branches.top().push(Inline::Code(code.to_owned()));
                }
                Piece::Open(wrap, span) => self.open(&mut branches, wrap, span),
                Piece::Close => self.close(&mut branches),
                Piece::Media(media) => self.media(&mut branches, media),
                Piece::Break => branches.top().push(Inline::Break),
                Piece::Mark(label) => branches.top().push(Inline::FootnoteMark(label.clone())),
            }
        }
        // The parser closes what it opens, so this is for a change in its habits only.
        while !branches.open.is_empty() {
            branches.dissolved = 0;
            self.close(&mut branches);
        }
        // Most blocks hold one run of words, and a list grows by four: over a large file that is felt.
        branches.trunk.shrink_to_fit();
        self.finished.inlines = branches.trunk;
    }

    /// Words outside links, divided at the numbers that can be called.
    fn words(&mut self, branches: &mut Branches<'a>, range: &Range<usize>) {
        let shown = |range: Range<usize>| self.phrase.shown.get(range).unwrap_or("");
        let mut at = range.start;
        while let Some((first, rest)) = self.found.split_first() {
            if first.range.start >= range.end {
                break;
            }
            self.found = rest;
            let number = shown(first.range.clone());
            let is_whole = first.range.start >= at && first.range.end <= range.end;
            if is_whole && branches.links == 0 && number.chars().any(|c| digit(c).is_some()) {
                branches.push_words(shown(at..first.range.start));
                branches.top().push(Inline::Phone { shown: number.to_owned(), phone: first.phone.clone() });
                at = first.range.end;
            }
        }
        branches.push_words(shown(at..range.end));
    }

    fn open(&mut self, branches: &mut Branches<'a>, wrap: &'a Wrap, span: &Span) {
        if branches.dissolved > 0 || branches.open.len() >= self.room {
            if branches.dissolved == 0 {
                self.finished.diagnostics.push(too_deep(self.origin, span));
            }
            branches.dissolved += 1;
        } else {
            branches.links += usize::from(matches!(wrap, Wrap::Link(_)));
            branches.open.push((wrap, span.clone(), Vec::new()));
        }
    }

    fn close(&mut self, branches: &mut Branches<'a>) {
        if branches.dissolved > 0 {
            branches.dissolved -= 1;
            return;
        }
        let Some((wrap, span, mut body)) = branches.open.pop() else { return };
        body.shrink_to_fit();
        let inline = match wrap {
            Wrap::Link(target) => {
                branches.links = branches.links.saturating_sub(1);
                if is_blank(&body) && !matches!(**target, Target::Hotline(_)) {
                    self.finished.diagnostics.push(Diagnostic::error("link-without-words", self.origin.place(&span)));
                }
                Inline::Link { target: Target::clone(target), body, span }
            }
            _ if body.is_empty() => return,
            Wrap::Emphasis => Inline::Emphasis(body),
            Wrap::Strong => Inline::Strong(body),
            Wrap::Strike => Inline::Strike(body),
        };
        branches.top().push(inline);
    }

    fn media(&mut self, branches: &mut Branches<'a>, media: &Media) {
        let (file, alt, span) = (media.file.clone(), media.alt.clone(), media.span.clone());
        if media.kind == MediaKind::Picture {
            branches.top().push(Inline::Picture { file, alt, span });
        } else if branches.links > 0 {
            branches.push_words(&alt);
        } else {
            // A player among words would tear the line apart.
            let words = if alt.trim().is_empty() { file.clone() } else { alt };
            let target = Target::Relative { path: file, anchor: None };
            branches.top().push(Inline::Link { target, body: vec![Inline::Text(words)], span });
        }
    }
}

/// The diagnostic of what is nested deeper than a page may be.
pub(super) fn too_deep(origin: &Origin<'_>, span: &Span) -> Diagnostic {
    Diagnostic::error("nested-too-deeply", origin.place(span)).arg("limit", limits::NESTING)
}

/// Whether a reader would see nothing.
pub(super) fn is_blank(inlines: &[Inline]) -> bool {
    inlines.iter().all(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) => text.trim().is_empty(),
        Inline::Emphasis(body) | Inline::Strong(body) | Inline::Strike(body) => is_blank(body),
        Inline::Link { body, target, .. } => is_blank(body) && !matches!(target, Target::Hotline(_)),
        Inline::Break => true,
        Inline::Phone { .. } | Inline::Picture { .. } | Inline::FootnoteMark(_) => false,
    })
}
