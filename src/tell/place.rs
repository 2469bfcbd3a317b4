//! From byte ranges to lines and columns, and to the one line that is shown with a caret.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::base::text::is_invisible;
use crate::base::{SitePath, Span};
use crate::model::Snapshot;
use crate::parse::source_text;

/// Characters of a line that are shown on either side of its caret.
const AROUND: usize = 300;

/// The texts of a snapshot as they are asked for. Findings come sorted by file, so one at a time is kept.
#[derive(Debug)]
pub struct Texts<'a> {
    snapshot: &'a Snapshot,
    held: BTreeMap<String, Option<Text>>,
}

/// A file as text, and where its lines begin.
#[derive(Debug)]
pub struct Text {
    text: String,
    starts: Vec<usize>,
}

/// A range in lines and columns, both from 1, columns in characters; the end is the column after the last character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line of the first byte.
    pub line: usize,
    /// Its column.
    pub column: usize,
    /// The line of the last byte.
    pub end_line: usize,
    /// The column after it.
    pub end_column: usize,
}

/// A line as it is shown: what cannot be seen is made visible, one character for one.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// Its characters. Never empty, since the renderer has no line then.
    pub text: String,
    /// The bytes of `text` that the caret stands under.
    pub caret: Range<usize>,
}

impl<'a> Texts<'a> {
    /// The texts of this snapshot.
    pub fn new(snapshot: &'a Snapshot) -> Texts<'a> {
        Texts { snapshot, held: BTreeMap::new() }
    }

    /// The text of a file; none if it is no text, or only a folder.
    pub fn of(&mut self, path: &str) -> Option<&Text> {
        if !self.held.contains_key(path) {
            let bytes = SitePath::new(path).ok().and_then(|path| self.snapshot.text(&path));
            let text = bytes.map(source_text).filter(|text| !text.is_empty()).map(Text::new);
            self.held.clear();
            self.held.insert(path.to_owned(), text);
        }
        self.held.get(path)?.as_ref()
    }
}

impl Text {
    /// A text with its lines found.
    pub fn new(text: String) -> Text {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Text { text, starts }
    }

    /// Where a range of bytes lies. One that reaches past the end, or into a character, is brought back.
    pub fn position(&self, span: &Span) -> Position {
        let span = self.within(span);
        let (line, column) = self.line_and_column(span.start);
        let (end_line, end_column) = self.line_and_column(span.end);
        Position { line, column, end_line, end_column }
    }

    /// The first line of a range; a longer range is marked up to the end of this line.
    pub fn line(&self, span: &Span) -> Line {
        let span = self.within(span);
        let index = self.index(span.start);
        let start = self.starts.get(index).copied().unwrap_or(0);
        let rest = self.text.get(start..).unwrap_or("");
        let whole = rest.split('\n').next().unwrap_or("");
        let (from, to) = (span.start - start, (span.end - start).min(whole.len()));
        let before = whole.get(..from).unwrap_or(whole);
        let meant = whole.get(from..to).unwrap_or("");
        let after = whole.get(to..).unwrap_or("");
        let text: String = shown(tail(before), false);
        let caret = text.len()..text.len() + shown(head(meant), true).len();
        let text = text + &shown(head(meant), true) + &shown(head(after), false);
        if text.is_empty() { Line { text: " ".to_owned(), caret: 0..0 } } else { Line { text, caret } }
    }

    fn within(&self, span: &Span) -> Span {
        let start = self.text.floor_char_boundary(span.start);
        let end = self.text.ceil_char_boundary(span.end.min(self.text.len()));
        start..end.max(start)
    }

    /// The line that holds a byte, from 0.
    fn index(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    fn line_and_column(&self, at: usize) -> (usize, usize) {
        let index = self.index(at);
        let start = self.starts.get(index).copied().unwrap_or(0);
        let before = self.text.get(start..at).unwrap_or("");
        (index + 1, before.chars().count() + 1)
    }
}

/// Tabs as arrows, since nobody sees them; what has no width at all only where it is meant, for Khmer needs some of it.
fn shown(text: &str, is_meant: bool) -> String {
    let show = |c: char| match c {
        '\t' => '→',
        c if is_meant && is_invisible(c) => '\u{FFFD}',
        c => c,
    };
    text.chars().map(show).collect()
}

/// The last characters of what stands before the caret.
fn tail(text: &str) -> &str {
    let cut = text.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    text.get(cut..).unwrap_or(text)
}

/// The first characters of what stands at the caret, or after it.
fn head(text: &str) -> &str {
    let cut = text.char_indices().nth(AROUND).map_or(text.len(), |(at, _)| at);
    text.get(..cut).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn position(text: &str, span: Span) -> [usize; 4] {
        let Position { line, column, end_line, end_column } = Text::new(text.to_owned()).position(&span);
        [line, column, end_line, end_column]
    }

    fn marked(text: &str, span: Span) -> (String, String) {
        let Line { text, caret } = Text::new(text.to_owned()).line(&span);
        let meant = text.get(caret).unwrap().to_owned();
        (text, meant)
    }

    /// The bytes of the first occurrence of `word`.
    fn find(text: &str, word: &str) -> Span {
        let start = text.find(word).unwrap();
        start..start + word.len()
    }

    #[test]
    fn columns_count_characters() {
        let text = "---\ntitle: Cảnh báo：lừa đảo\n---\n";
        assert_eq!(position(text, find(text, "：")), [2, 16, 2, 17]);
        let text = "ជំនួយ 111";
        assert_eq!(position(text, find(text, "111")), [1, 7, 1, 10]);
        let decomposed = "Tie\u{302}\u{301}ng: x";
        assert_eq!(position(decomposed, find(decomposed, ":")), [1, 8, 1, 9]);
        assert_eq!(position("\tkey: x", 1..4), [1, 2, 1, 5]);
    }

    #[test]
    fn a_range_may_be_empty_or_long_or_wrong() {
        assert_eq!(position("a\nbc\n", 2..2), [2, 1, 2, 1]);
        assert_eq!(position("a\nbc\nd", 0..6), [1, 1, 3, 2]);
        assert_eq!(position("a\n", 2..2), [2, 1, 2, 1]);
        assert_eq!(position("ab", 7..99), [1, 3, 1, 3]);
        assert_eq!(position("ệ", 1..2), [1, 1, 1, 2], "a range inside a character takes the whole of it");
        assert_eq!(position("", 0..0), [1, 1, 1, 1]);
        let backwards = Span { start: 2, end: 1 };
        assert_eq!(position("abc", backwards), [1, 3, 1, 3]);
    }

    #[test]
    fn the_line_is_shown_with_what_cannot_be_seen() {
        assert_eq!(marked("image:\n\tfile: a.jpg", 7..8), ("→file: a.jpg".to_owned(), "→".to_owned()));
        assert_eq!(marked("a\u{200B}b \u{200B}", 1..4), ("a\u{FFFD}b \u{200B}".to_owned(), "\u{FFFD}".to_owned()));
        assert_eq!(
            marked("một\nhai\nba", 6..12),
            ("hai".to_owned(), "hai".to_owned()),
            "only the first line of a longer range"
        );
        assert_eq!(marked("a\n", 2..2), (" ".to_owned(), String::new()));
        assert_eq!(marked("a", 9..12), ("a".to_owned(), String::new()));
    }

    #[test]
    fn a_huge_line_is_cut_around_its_caret() {
        let text = format!("{}gọi{}", "ệ".repeat(5_000), "x".repeat(5_000));
        let (line, meant) = marked(&text, find(&text, "gọi"));
        assert_eq!((line.chars().count(), meant.as_str()), (2 * AROUND + 3, "gọi"));
    }
}
