//! The boxes: `> [!signs]` and its like. Not left to the Markdown parser, which knows only the boxes of a code host.

use crate::base::text::{fold, nearest};
use crate::base::{Diagnostic, Place};
use crate::model::Callout;

/// Bytes of the word in the brackets; what is longer is a sentence.
const WORD_BYTES: usize = 60;

/// What people write instead: the boxes of a code host, and the Vietnamese names, folded.
const OTHER_NAMES: &[(&str, Callout)] = &[
    ("sign", Callout::Signs),
    ("dau-hieu", Callout::Signs),
    ("dau-hieu-nhan-biet", Callout::Signs),
    ("nhan-biet", Callout::Signs),
    ("action", Callout::Act),
    ("hanh-dong", Callout::Act),
    ("lam-gi", Callout::Act),
    ("can-lam-gi", Callout::Act),
    ("viec-can-lam", Callout::Act),
    ("viec-nen-lam", Callout::Act),
    ("hotline", Callout::Call),
    ("goi", Callout::Call),
    ("goi-ai", Callout::Call),
    ("goi-dien", Callout::Call),
    ("lien-he", Callout::Call),
    ("duong-day-nong", Callout::Call),
    ("caution", Callout::Warning),
    ("danger", Callout::Warning),
    ("important", Callout::Warning),
    ("canh-bao", Callout::Warning),
    ("nguy-hiem", Callout::Warning),
    ("info", Callout::Note),
    ("tip", Callout::Note),
    ("chu-y", Callout::Note),
    ("ghi-chu", Callout::Note),
    ("luu-y", Callout::Note),
    ("meo", Callout::Note),
];

/// The mark at the beginning of a paragraph.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Marker<'a> {
    /// The word in the brackets.
    pub word: &'a str,
    /// The bytes of the whole mark.
    pub length: usize,
}

/// The mark with which a text begins.
pub(super) fn marker(text: &str) -> Option<Marker<'_>> {
    let (word, _) = text.strip_prefix("[!")?.split_once(']')?;
    let is_word = !word.trim().is_empty() && word.len() <= WORD_BYTES && !word.contains(['\n', '[']);
    is_word.then(|| Marker { word: word.trim(), length: "[!".len() + word.len() + "]".len() })
}

/// The bytes of the mark of a known box with which a text begins.
pub fn known_mark(text: &str) -> Option<usize> {
    let mark = marker(text)?;
    of_word(mark.word).map(|_| mark.length)
}

/// The box that a word names, in any case.
pub(super) fn of_word(word: &str) -> Option<Callout> {
    Callout::ALL.into_iter().find(|callout| callout.name().eq_ignore_ascii_case(word))
}

/// The diagnostic for a word that names no box.
pub(super) fn unknown(word: &str, place: Place) -> Diagnostic {
    let known = Callout::ALL.map(Callout::name);
    let finding = Diagnostic::warning("unknown-callout", place).arg("word", word).arg("known", known.join(", "));
    let key = fold(word).replace([' ', '_'], "-");
    let meant = OTHER_NAMES.iter().find(|(name, _)| *name == key).map(|(_, callout)| callout.name());
    match meant.or_else(|| nearest(word, known)) {
        Some(right) => finding.arg("right", right).paste(format!("> [!{right}]")),
        None => finding,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_is_read_in_any_case() {
        assert_eq!(marker("[!Signs] a"), Some(Marker { word: "Signs", length: 8 }));
        assert_eq!(of_word("SIGNS"), Some(Callout::Signs));
        for text in ["[!]", "[! ]", "!signs", "[signs]", "[!signs", "a [!signs]", "[!a\nb]"] {
            assert_eq!(marker(text), None, "{text}");
        }
    }

    #[test]
    fn what_was_probably_meant_is_named() {
        let right = |word: &str| unknown(word, Place::file("vi.md")).args.get("right").cloned();
        assert_eq!(right("waring").as_deref(), Some("warning"));
        assert_eq!(right("Dấu hiệu").as_deref(), Some("signs"));
        assert_eq!(right("TIP").as_deref(), Some("note"));
        assert_eq!(right("xyzzy plugh"), None);
    }
}
