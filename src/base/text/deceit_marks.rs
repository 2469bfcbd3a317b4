//! Marks over and under letters that do not make the letter that was meant: in an order that NFC does not repair, twice,
//! or heaped up until they cover the lines around them.

use unicode_normalization::UnicodeNormalization;

use super::customs::Customs;
use crate::base::{Diagnostic, Place, SitePath};

/// Marks that one letter may have: ê̆ has two, and so has ấ.
const MARKS: usize = 2;

/// Letters that Ê Đê, Gia Rai and Ba Na write with a breve on top of another sign; no code point holds both.
const WITH_BREVE: &str = "êôơưŏ";

/// Whether a character is a mark that stands over, under or through the letter before it. Those of Khmer and other
/// scripts of the region are vowels and are heaped up rightly.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{34E}' | '\u{350}'..='\u{36F}')
}

/// What is wrong with the marks of a word that begins at `start` of its file.
pub(super) fn find(file: &SitePath, word: &str, start: usize, customs: &Customs) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut letters = word.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let mut end = at + letter.len_utf8();
        while let Some((at, mark)) = letters.next_if(|(_, c)| is_mark(*c)) {
            end = at + mark.len_utf8();
        }
        let Some(cluster) = word.get(at..end).filter(|cluster| cluster.chars().nth(1).is_some()) else { continue };
        let place = Place::at(file, start + at..start + end);
        let marks = cluster.nfd().filter(|c| is_mark(*c)).count();
        if marks > MARKS {
            found.push(Diagnostic::error("mark-pile", place).arg("count", marks));
        } else if customs.has_vietnamese_letters && is_vowel(letter) && !is_right(cluster) {
            let finding = Diagnostic::error("mark-order", place).arg("letter", cluster);
            found.push(match meant(cluster) {
                Some(right) => finding.arg("right", right),
                None => finding,
            });
        }
    }
    found
}

fn is_vowel(letter: char) -> bool {
    letter.nfd().next().is_some_and(|base| "aeiouyAEIOUY".contains(base))
}

/// Whether a vowel with a mark that NFC left beside it is one of the letters that are written so, or has a mark that
/// Vietnamese does not know at all.
fn is_right(cluster: &str) -> bool {
    let mut chars = cluster.chars();
    let (Some(letter), Some(mark), None) = (chars.next(), chars.next(), chars.next()) else { return false };
    let small = letter.to_lowercase().next().unwrap_or(letter);
    let is_known = matches!(mark, '\u{300}'..='\u{309}' | '\u{31B}' | '\u{323}');
    !is_known || (mark == '\u{306}' && WITH_BREVE.contains(small))
}

/// The letter with its marks in the order of Vietnamese: horn, then circumflex or breve, then the tone.
fn meant(cluster: &str) -> Option<char> {
    let mut parts = cluster.nfd();
    let letter = parts.next()?;
    let mut marks: Vec<char> = parts.collect();
    marks.sort_by_key(|mark| match mark {
        '\u{31B}' => 0,
        '\u{302}' | '\u{306}' => 1,
        _ => 2,
    });
    marks.dedup();
    let mut whole = std::iter::once(letter).chain(marks).nfc();
    let right = whole.next()?;
    whole.next().is_none().then_some(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(word: &str) -> Vec<(&'static str, Option<String>)> {
        let file = SitePath::settings();
        let find = find(&file, word, 0, &Customs::VIETNAMESE).into_iter();
        find.map(|finding| (finding.code, finding.args.get("right").cloned())).collect()
    }

    #[test]
    fn marks_in_the_wrong_order_are_put_right() {
        for (word, right) in
            [("e\u{301}\u{302}", "ế"), ("é\u{302}", "ế"), ("Ò\u{302}", "Ồ"), ("á\u{306}", "ắ"), ("á\u{301}", "á")]
        {
            assert_eq!(found(word), [("mark-order", Some(right.to_owned()))], "{word}");
        }
        assert_eq!(found("á\u{300}"), [("mark-order", None)]);
    }

    #[test]
    fn letters_of_the_highlands_are_right() {
        for word in
            ["č\u{306}", "Č\u{306}", "ơ\u{306}", "Ư\u{306}", "ê\u{306}", "ô\u{306}", "ŏ\u{306}", "tiếng", "a\u{331}"]
        {
            assert_eq!(found(word), [], "{word}");
        }
    }

    #[test]
    fn a_heap_of_marks_is_told_once() {
        assert_eq!(found("ă\u{306}\u{306}\u{306}"), [("mark-pile", None)]);
        assert_eq!(found(&format!("b{}", "\u{300}".repeat(1_000))).len(), 1);
    }
}
