//! Letters that were lost before the text came here: "Vi?t", U+FFFD, the third part of a letter. They cannot be brought
//! back, only shown to somebody who knows what stood there.

use std::ops::Range;

use super::glance::{any_pair, within};
use super::syllable::{LONGEST, is_torn_syllable};

/// What a word with lost letters may stand beside without being a part of an address.
const BESIDE: &str = ".,;:!?()[]\"'“”‘’«»*_…<>|#";

/// The words of a text with lost letters, in order. Question marks are looked at where Vietnamese is written.
pub fn find_lost(text: &str, is_vietnamese: bool) -> Vec<Range<usize>> {
    // One sign after the other, since the search for one is many times as fast as that for any of them.
    let has = |first, second: fn(u8) -> bool| any_pair(text.as_bytes(), |a, b| (a == first) & second(b));
    let is_replaced = has(0xEF, |second| second == 0xBF);
    let is_half = has(0xC2, |second| within(second, 0xBA, 0xBB));
    let signs = [('?', true), ('\u{FFFD}', is_replaced), ('»', is_half), ('º', is_half)];
    let signs = signs.into_iter().filter_map(|(sign, may_be)| may_be.then_some(sign));
    let mut places: Vec<(usize, char)> =
        signs.flat_map(|sign| text.match_indices(sign).map(move |(at, _)| (at, sign))).collect();
    places.sort_unstable();
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, c) in places {
        if found.last().is_some_and(|last| at < last.end) {
            continue;
        }
        found.extend(match c {
            '\u{FFFD}' => Some(word(text, at, |c| c == '\u{FFFD}')),
            '?' if is_vietnamese => torn(text, at),
            _ if c != '?' => half(text, at, c),
            _ => None,
        });
    }
    found
}

/// "Vi?t": a syllable if the question mark is a vowel, and nothing like an address.
fn torn(text: &str, at: usize) -> Option<Range<usize>> {
    let next = text.get(at + 1..)?.chars().next()?;
    if !(next.is_alphabetic() || next == '?') {
        return None;
    }
    let word = word(text, at, |c| c == '?');
    let shown = text.get(word.clone())?;
    let is_free = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || BESIDE.contains(c));
    let before = text.get(..word.start)?.chars().next_back();
    let after = text.get(word.end..)?.chars().next();
    (shown.chars().count() <= LONGEST && is_torn_syllable(shown) && is_free(before) && is_free(after)).then_some(word)
}

/// "á»ng": of the three characters that stood for one letter the last, which nobody can see, is gone.
fn half(text: &str, at: usize, c: char) -> Option<Range<usize>> {
    let is_begun = text.get(..at)?.ends_with('á');
    let goes_on = text.get(at + c.len_utf8()..)?.starts_with(|c: char| c.is_ascii_lowercase());
    (is_begun && goes_on).then(|| word(text, at, |c| matches!(c, '»' | 'º')))
}

/// The word around a byte: letters and what else belongs to it.
fn word(text: &str, at: usize, belongs: impl Fn(char) -> bool) -> Range<usize> {
    let ends = |c: &char| !(c.is_alphabetic() || belongs(*c));
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let back: usize = before.chars().rev().take_while(|c| !ends(c)).take(LONGEST).map(char::len_utf8).sum();
    let on: usize = after.chars().take_while(|c| !ends(c)).take(LONGEST + 1).map(char::len_utf8).sum();
    at - back..at + on
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lost(text: &str) -> Vec<&str> {
        find_lost(text, true).into_iter().map(|range| text.get(range).unwrap()).collect()
    }

    #[test]
    fn lost_letters_are_found() {
        assert_eq!(lost("Vi?t Nam có ng??i"), ["Vi?t", "ng??i"]);
        assert_eq!(lost("Vi\u{FFFD}t \u{FFFD}\u{FFFD} ch\u{FFFD}"), ["Vi\u{FFFD}t", "\u{FFFD}\u{FFFD}", "ch\u{FFFD}"]);
        assert_eq!(lost("Ä‘Æ°á»ng"), ["á»ng"]);
        for text in [
            "Ai gọi?",
            "https://a.example/tin?id=1",
            "a/tin?b",
            "không?vậy",
            "«quá» là",
            "Sao? em",
            "what?is",
            "x?=1",
            "",
            "đi đâu?làm gì?",
        ] {
            assert_eq!(lost(text), Vec::<&str>::new(), "{text}");
        }
        assert_eq!(find_lost("Vi?t ខ\u{FFFD}", false).len(), 1);
    }
}
