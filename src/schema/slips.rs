//! What probably went wrong in a YAML text, in an editor's words. The parser often blames the line after the slip.

use crate::base::{Diagnostic, Place, SitePath, Span};

/// Explains why `source[range]` is no mapping; `at` is where the parser stopped.
pub fn explain(file: &SitePath, source: &str, range: Span, at: usize) -> Vec<Diagnostic> {
    let Some(text) = source.get(range.clone()) else { return Vec::new() };
    let mut found = Vec::new();
    let mut start = range.start;
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        if !words.trim_start().starts_with('#') {
            found.extend(slip(file, words, start));
        }
        start += line.len();
    }
    if found.is_empty() {
        found.push(Diagnostic::error("yaml-syntax", Place::at(file, line_at(source, &range, at))));
    }
    found
}

/// The line of a file that holds a byte, without its end.
fn line_at(source: &str, range: &Span, at: usize) -> Span {
    let before = source.get(range.start..at).unwrap_or("");
    let start = range.start + before.rfind('\n').map_or(0, |n| n + 1);
    let rest = source.get(start..range.end).unwrap_or("");
    start..start + rest.find('\n').unwrap_or(rest.len())
}

fn slip(file: &SitePath, line: &str, start: usize) -> Option<Diagnostic> {
    let place = |at: usize, length: usize| Place::at(file, start + at..start + at + length);
    let indent = line.len() - line.trim_start().len();
    if let Some(tab) = line.get(..indent).and_then(|blank| blank.find('\t')) {
        let mended = line.replace('\t', "  ");
        return Some(Diagnostic::error("tab-in-front-matter", place(tab, 1)).paste(mended));
    }
    let (before, colon, rest) = split_key(line)?;
    // What stands before the key, its indent or the dash of a list, belongs to the line and not to the key.
    let key = before.trim_start().trim_start_matches("- ");
    if colon == '：' {
        let mended = format!("{before}: {}", rest.trim_start());
        return Some(
            Diagnostic::error("full-width-colon", place(before.len(), colon.len_utf8())).arg("key", key).paste(mended),
        );
    }
    let value = rest.trim_start();
    if !rest.starts_with([' ', '\t']) && !rest.is_empty() && !rest.starts_with("//") {
        let mended = format!("{before}: {value}");
        return Some(Diagnostic::error("no-space-after-colon", place(before.len(), 1)).arg("key", key).paste(mended));
    }
    let opens = value.starts_with(['"', '\'', '[', '{', '|', '>', '&', '*', '!', '#']);
    if !opens && let Some(inner) = value.find(": ").or_else(|| value.ends_with(':').then(|| value.len() - 1)) {
        let at = line.len() - value.len() + inner;
        let mended = format!("{before}: \"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""));
        return Some(Diagnostic::error("unquoted-colon", place(at, 1)).arg("key", key).paste(mended));
    }
    if value.starts_with(['@', '`', '%'])
        || (value.starts_with(['&', '*', '!']) && !value.contains(char::is_whitespace))
    {
        let mended = format!("{before}: \"{}\"", value.replace('"', "\\\""));
        return Some(
            Diagnostic::error("unquoted-sign", place(line.len() - value.len(), 1)).arg("key", key).paste(mended),
        );
    }
    unclosed_quote(value).map(|quote| {
        let mended = format!("{}{quote}", line.trim_end());
        Diagnostic::error("unclosed-quote", place(line.len() - value.len(), 1)).arg("key", key).paste(mended)
    })
}

/// The key of a line, the colon after it, and the rest.
fn split_key(line: &str) -> Option<(&str, char, &str)> {
    let (at, colon) = line.char_indices().find(|(_, c)| matches!(c, ':' | '：'))?;
    let (key, rest) = (line.get(..at)?, line.get(at + colon.len_utf8()..)?);
    let name = key.trim_start().trim_start_matches("- ");
    let plausible = !name.is_empty() && name.chars().count() <= 30 && !name.starts_with(['"', '\'', '[', '{']);
    plausible.then_some((key, colon, rest))
}

/// The quote that a value opens and never closes.
fn unclosed_quote(value: &str) -> Option<char> {
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    (value.matches(quote).count() % 2 == 1 && !value.contains('\\')).then_some(quote)
}
