//! Putting words back into the place that a unit was cut from.

use std::ops::Range;

use super::skeleton::Unit;

/// A piece of a body that is replaced.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    /// The bytes of the file.
    pub range: Range<usize>,
    /// The unit whose words come there; none for a comment, whose words go.
    pub unit: Option<usize>,
    /// How they are written there.
    pub fill: Fill,
    /// What every further line begins with: the marks of quotations, the room of lists.
    pub prefix: String,
    /// Whether a comment stands among the words, so that the bytes of the file cannot stay even for the same words.
    pub has_comment: bool,
}

/// How words are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fill {
    /// As a paragraph, or a heading with a line under it, which stays.
    Paragraph,
    /// On one line.
    Line,
    /// On the line of a heading.
    Heading,
    /// As a cell.
    Cell,
    /// As lines that stay as they are.
    Lines,
    /// Between two fences; the first one as it stands in the file.
    Fenced(String),
}

/// What stays of a comment: it may stand between two lists, which would be one without it.
const COMMENT: &str = "<!-- -->";

impl Edit {
    /// What comes into the place of the range.
    pub fn filled<'a>(&self, file: &str, units: &[Unit], text_of: &impl Fn(usize) -> Option<&'a str>) -> String {
        let Some((place, unit)) = self.unit.and_then(|place| Some((place, units.get(place)?))) else {
            return COMMENT.to_owned();
        };
        match text_of(place) {
            Some(text) if text != unit.text => self.laid_out(text),
            _ if self.has_comment => self.laid_out(&unit.text),
            _ => file.get(self.range.clone()).unwrap_or("").to_owned(),
        }
    }

    /// Words in the form of the place.
    pub fn laid_out(&self, text: &str) -> String {
        match &self.fill {
            Fill::Paragraph => self.paragraph(text),
            Fill::Heading => heading(text),
            Fill::Line => one_line(text),
            Fill::Cell => cell(&one_line(text)),
            Fill::Lines => self.lines(text.split('\n')),
            Fill::Fenced(fence) => self.fenced(text, fence),
        }
    }

    fn paragraph(&self, text: &str) -> String {
        let mut out = String::new();
        for line in text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
            if !out.is_empty() {
                out.push('\n');
                out.push_str(&self.prefix);
                // Four spaces keep a line from beginning a list, a heading or a table of its own.
                if line.starts_with(|c: char| c.is_ascii_punctuation() || c.is_ascii_digit()) {
                    out.push_str("    ");
                }
            }
            out.push_str(line);
        }
        out
    }

    fn lines<'a>(&self, lines: impl Iterator<Item = &'a str>) -> String {
        let mut out = String::new();
        for (n, line) in lines.enumerate() {
            if n > 0 {
                out.push('\n');
                out.push_str(if line.is_empty() { self.prefix.trim_end() } else { &self.prefix });
            }
            out.push_str(line);
        }
        out
    }

    fn fenced(&self, text: &str, opening: &str) -> String {
        let mark = opening.chars().next().unwrap_or('`');
        let (length, info) = (opening.chars().take_while(|c| *c == mark).count(), opening.trim_start_matches(mark));
        let inner = text.lines().map(|line| line.trim_start().chars().take_while(|c| *c == mark).count()).max();
        let fence = mark.to_string().repeat(length.max(inner.unwrap_or(0) + 1).max(3));
        let opening = format!("{fence}{}", info.trim_end());
        let lines = text.split('\n').map(|line| if line.trim().is_empty() { "" } else { line });
        self.lines(std::iter::once(opening.as_str()).chain(lines).chain(std::iter::once(fence.as_str())))
    }
}

/// The words without line ends; a break before one goes too.
fn one_line(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').map(|line| line.trim().trim_end_matches('\\').trim_end()).collect();
    if lines.len() == 1 { text.trim().to_owned() } else { lines.join(" ").trim().to_owned() }
}

/// The words after the marks of a heading: marks at their end would be taken for its close.
pub(super) fn heading(text: &str) -> String {
    let line = one_line(text);
    let words = line.trim_end_matches('#');
    if words.len() == line.len() || words.ends_with('\\') || !(words.is_empty() || words.ends_with([' ', '\t'])) {
        return line;
    }
    let marks = line.get(words.len()..).unwrap_or("");
    format!("{words}\\{marks}")
}

/// The words of a cell: a bar that is not escaped would begin the next one.
pub(super) fn cell(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_escaped = false;
    for c in text.chars() {
        if c == '|' && !is_escaped {
            out.push('\\');
        }
        is_escaped = c == '\\' && !is_escaped;
        out.push(c);
    }
    out
}
