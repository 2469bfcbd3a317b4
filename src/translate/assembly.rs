//! The source of running words on one line: without the line ends that nobody sees, the marks of quotations around them
//! and the comments between them.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use crate::parse::is_wide;

/// Preformatted words that ran over a line end, on one line; blanks in them count.
fn code(text: &str, source: &str) -> String {
    let fence: String = source.chars().take_while(|c| *c == '`').collect();
    let is_blank = text.chars().all(|c| c == ' ');
    let needs_room = text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']);
    let room = if needs_room && !is_blank { " " } else { "" };
    format!("{fence}{room}{text}{room}{fence}")
}

/// What stands behind the words of a link that are the name of its address.
const EMPTY: &str = "[]";

/// The source of a run of words with its lines joined.
pub(super) struct Assembly<'a> {
    text: &'a str,
    quotes: usize,
    end: usize,
    cursor: usize,
    out: String,
    /// A line has ended, and what comes next decides what stands between.
    line_end: Option<LineEnd>,
    /// The last letter that a reader sees.
    last: Option<char>,
    links: Vec<Option<(LinkType, String)>>,
    has_comment: bool,
}

enum LineEnd {
    Soft,
    Hard,
}

impl<'a> Assembly<'a> {
    /// Begins with a stretch of a file, `quotes` quotations deep.
    pub fn new(text: &'a str, quotes: usize, extent: Range<usize>) -> Assembly<'a> {
        let Range { start: cursor, end } = extent;
        let (out, links) = (String::new(), Vec::new());
        Assembly { text, quotes, end, cursor, out, line_end: None, last: None, links, has_comment: false }
    }

    /// The text, and whether a comment was left out of it.
    pub fn of(mut self, events: &[(Event<'_>, Range<usize>)]) -> (String, bool) {
        for (event, range) in events {
            // Words of a mark that is left out.
            if range.end <= self.cursor && !matches!(event, Event::End(_)) {
                continue;
            }
            self.take(event, range);
        }
        self.copy(self.end);
        (self.out.trim().to_owned(), self.has_comment)
    }

    fn take(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::SoftBreak => self.end_line(range, LineEnd::Soft),
            Event::HardBreak => self.end_line(range, LineEnd::Hard),
            Event::InlineHtml(comment) if comment.starts_with("<!--") => {
                if self.line_end.is_none() {
                    self.copy(range.start);
                }
                self.cursor = range.end;
                self.has_comment = true;
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                self.settle(None, None);
                if let Some(Some((kind, name))) = self.links.pop() {
                    self.close_link(kind, &name, range.end);
                }
            }
            Event::End(_) => self.settle(None, None),
            Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) => {
                self.begin(event, range);
                let is_short = matches!(link_type, LinkType::Shortcut | LinkType::Collapsed);
                self.links.push(is_short.then(|| (*link_type, one_line(id))));
            }
            Event::Start(_) => self.begin(event, range),
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => {
                self.settle(text.chars().next(), Some(range.start));
                self.last = text.chars().next_back().or(self.last);
                let source = self.text.get(range.clone()).unwrap_or("");
                if matches!(event, Event::Code(_)) && source.contains('\n') {
                    self.copy(range.start);
                    self.out.push_str(&code(text, source));
                    self.cursor = range.end;
                }
            }
            _ => self.settle(None, Some(range.start)),
        }
    }

    fn begin(&mut self, event: &Event<'_>, range: &Range<usize>) {
        let is_picture = matches!(event, Event::Start(Tag::Image { .. }));
        let source = self.text.get(range.clone()).unwrap_or("");
        let next = source.chars().find(|c| !"*_~[!<`".contains(*c)).filter(|_| !is_picture);
        self.settle(next, Some(range.start));
    }

    /// Where the words of a link are its address by name too, the name is written out, so that the words may change.
    fn close_link(&mut self, kind: LinkType, name: &str, end: usize) {
        let (before, after) = self.text.split_at_checked(end).unwrap_or((self.text, ""));
        let words = if kind == LinkType::Collapsed { before.strip_suffix(EMPTY).unwrap_or(before) } else { before };
        self.copy(words.len());
        self.out.push_str(&format!("[{name}]"));
        // The parser leaves the empty brackets out of the link or not, as it comes.
        let is_outside = kind == LinkType::Collapsed && words.len() == end && after.starts_with(EMPTY);
        self.cursor = if is_outside { end + EMPTY.len() } else { end };
    }

    fn end_line(&mut self, range: &Range<usize>, kind: LineEnd) {
        self.settle(None, None);
        self.copy(range.start);
        self.out.truncate(self.out.trim_end().len());
        if matches!(kind, LineEnd::Hard) {
            self.out.push_str("\\\n");
        }
        let line =
            self.text.get(range.start..).and_then(|rest| rest.find('\n')).map_or(range.end, |at| range.start + at + 1);
        self.cursor = self.line_start(line);
        self.line_end = Some(kind);
    }

    /// Writes what stands between two lines, once it is known what comes next: as a page shows it.
    fn settle(&mut self, next: Option<char>, at: Option<usize>) {
        let Some(kind) = self.line_end.take() else { return };
        let is_joined = self.last.is_some_and(is_wide) && next.is_some_and(is_wide);
        if matches!(kind, LineEnd::Soft) && !is_joined {
            self.out.push(' ');
        }
        if let Some(at) = at.filter(|at| *at > self.cursor) {
            let before = self.text.get(..at).unwrap_or("");
            self.cursor = if before.ends_with('\\') { at - 1 } else { at };
        }
    }

    /// Copies the source up to a byte. Line ends inside code, addresses and markup are spaces.
    fn copy(&mut self, to: usize) {
        while let Some(slice) = self.text.get(self.cursor..to) {
            let Some((line, _)) = slice.split_once('\n') else {
                self.out.push_str(slice);
                self.cursor = to;
                return;
            };
            self.out.push_str(line);
            self.out.push(' ');
            self.cursor = self.line_start(self.cursor + line.len() + 1);
        }
    }

    /// Where the words of the line that begins at a byte begin, after the marks of its quotations.
    fn line_start(&self, at: usize) -> usize {
        let mut left = self.quotes;
        let rest = self.text.get(at..).unwrap_or("");
        let is_mark = |c: char| match c {
            ' ' | '\t' => true,
            '>' if left > 0 => {
                left -= 1;
                true
            }
            _ => false,
        };
        at + (rest.len() - rest.trim_start_matches(is_mark).len())
    }
}

fn one_line(name: &CowStr<'_>) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
