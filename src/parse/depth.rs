//! Cuts the nesting of lists and quotations before the Markdown parser sees it. The parser takes any depth, but each
//! further line then costs it a step a level: a file of 8 MiB made for the purpose would hold the build for an hour.

use std::borrow::Cow;

use crate::base::limits;

/// Columns by which a list must be indented to lie in another, at the least.
const COLUMNS_A_LEVEL: usize = 2;

/// Columns that a tab takes at the most.
const TAB: usize = 4;

/// The text with a space for each mark beyond the limit, and where the first of those stands. No byte moves.
pub fn bounded(markdown: &str) -> (Cow<'_, str>, Option<usize>) {
    let mut surplus = Vec::new();
    let mut start = 0;
    for line in markdown.split_inclusive('\n') {
        // Even marks without spaces between them need a byte each.
        if line.len() > limits::NESTING {
            surplus.extend(beyond(line).into_iter().map(|at| start + at));
        }
        start += line.len();
    }
    let Some(first) = surplus.first().copied() else { return (Cow::Borrowed(markdown), None) };
    let mut left = surplus.into_iter().peekable();
    let kept = markdown.char_indices().map(|(at, c)| if left.next_if_eq(&at).is_some() { ' ' } else { c });
    (Cow::Owned(kept.collect()), Some(first))
}

/// The bytes of a line's marks that lie too deep.
fn beyond(line: &str) -> Vec<usize> {
    let mut found = Vec::new();
    if is_rule(line) {
        return found;
    }
    let (mut levels, mut columns): (usize, usize) = (0, 0);
    let mut bytes = line.bytes().enumerate().peekable();
    while let Some((at, byte)) = bytes.next() {
        let mark = match byte {
            b' ' | b'\t' => {
                columns += if byte == b'\t' { TAB } else { 1 };
                continue;
            }
            b'>' => at..at + 1,
            b'-' | b'+' | b'*' => at..at + 1,
            b'0'..=b'9' => {
                while bytes.next_if(|(_, byte)| byte.is_ascii_digit()).is_some() {}
                match bytes.next_if(|(_, byte)| matches!(byte, b'.' | b')')) {
                    Some((end, _)) => at..end + 1,
                    None => return found,
                }
            }
            _ => return found,
        };
        if byte != b'>' && !bytes.peek().is_none_or(|(_, next)| matches!(next, b' ' | b'\t' | b'\n')) {
            return found;
        }
        // The blank after a mark belongs to it and is no indentation.
        bytes.next_if(|(_, next)| matches!(next, b' ' | b'\t'));
        levels += 1;
        if levels + columns / COLUMNS_A_LEVEL > limits::NESTING {
            found.extend(mark);
        }
    }
    found
}

/// Whether a line is a line across, which is made of the marks of lists and nests nothing.
fn is_rule(line: &str) -> bool {
    let mut marks = line.chars().filter(|c| !c.is_whitespace());
    marks.next().is_some_and(|first| matches!(first, '-' | '*') && marks.all(|c| c == first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_deep_is_left_alone() {
        for text in
            ["", "> a\n- b", &"> ".repeat(limits::NESTING), &"- ".repeat(500), &"*".repeat(500), &"1".repeat(500)]
        {
            assert_eq!(bounded(text), (Cow::Borrowed(text), None), "{text}");
        }
    }

    #[test]
    fn marks_that_lie_too_deep_become_spaces() {
        let deep = format!("a\n{} đ\nb", ">".repeat(limits::NESTING + 2));
        assert_eq!(
            bounded(&deep),
            (format!("a\n{}   đ\nb", ">".repeat(limits::NESTING)).into(), Some(2 + limits::NESTING))
        );
        for mark in ["> ", "- ", "1. ", "+\t", "- > 12) "] {
            let deep = mark.repeat(400) + "a";
            let (text, first) = bounded(&deep);
            assert!(first.is_some() && text.len() == deep.len(), "{mark}");
        }
        let indented = format!("{}- a", " ".repeat(COLUMNS_A_LEVEL * limits::NESTING));
        assert_eq!(bounded(&indented).1, Some(indented.len() - 3));
    }
}
