//! Telephone numbers with letters in the place of digits ("Gọi 1l1", "18OO 1567"), and in digits that no telephone dials.

use std::ops::Range;

use super::fold::digit;
use super::glance::{any_pair, within};
use super::phones::{Cues, find_phones};
use crate::base::{Diagnostic, Place, SitePath};

/// Letters that look like one, of Latin, Cyrillic and Greek.
const ONES: &str = "lIıӀӏІіΙⅠⅼ";

/// Letters that look like zero.
const ZEROS: &str = "OoОоΟο";

/// The numbers of a text that are not written in the ten digits.
pub(super) fn find(file: &SitePath, text: &str, cues: &Cues) -> Vec<Diagnostic> {
    let (may_look_alike, may_be_foreign) = (may_look_alike(text.as_bytes()), may_be_foreign(text.as_bytes()));
    let mut found = Vec::new();
    if !may_look_alike && !may_be_foreign {
        return found;
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if may_look_alike && self::may_look_alike(line.as_bytes()) && has_look_alike(line) {
            found.extend(look_alikes(file, line, start, cues));
        }
        if may_be_foreign && !line.is_ascii() && line.chars().any(is_foreign) {
            found.extend(foreign(file, line, start, cues));
        }
        start += line.len();
    }
    found
}

/// Whether a digit stands beside something that may look like one.
fn may_look_alike(bytes: &[u8]) -> bool {
    let may_be = |byte: u8| (byte >= 0x80) | (byte == b'l') | (byte == b'I') | (byte | 0x20 == b'o');
    let is_digit = |byte: u8| within(byte, b'0', b'9');
    any_pair(bytes, |one, other| (is_digit(one) & may_be(other)) | (is_digit(other) & may_be(one)))
}

/// Whether a text may hold digits of another script, by the first bytes of each character.
fn may_be_foreign(bytes: &[u8]) -> bool {
    any_pair(bytes, |first, second| {
        // The accented letters of Vietnamese.
        ((first == 0xE1) & !within(second, 0xBA, 0xBB)) | within(first, 0xD9, 0xE0) | (first >= 0xE3)
    })
}

fn look_alike(c: char) -> Option<char> {
    if ONES.contains(c) {
        Some('1')
    } else if ZEROS.contains(c) {
        Some('0')
    } else {
        None
    }
}

/// Whether a letter that looks like a digit stands beside one.
fn has_look_alike(line: &str) -> bool {
    let mut before: Option<char> = None;
    line.chars().any(|c| {
        let Some(last) = before.replace(c) else { return false };
        (c.is_ascii_digit() && !last.is_ascii_digit() && look_alike(last).is_some())
            || (last.is_ascii_digit() && !c.is_ascii_digit() && look_alike(c).is_some())
    })
}

/// Digits that a telephone does not take: it dials the ten of ASCII.
fn is_foreign(c: char) -> bool {
    !c.is_ascii() && digit(c).is_some()
}

/// The numbers that are there once letters are taken for the digits that they look like.
fn look_alikes(file: &SitePath, line: &str, start: usize, cues: &Cues) -> Vec<Diagnostic> {
    let mut read = String::with_capacity(line.len());
    // Where each byte of what is read stands in the line.
    let mut places: Vec<usize> = Vec::with_capacity(line.len() + 1);
    let mut disguised: Vec<usize> = Vec::new();
    let mut at = 0;
    for piece in line.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let is_number = word.contains(|c: char| c.is_ascii_digit())
            && word.chars().all(|c| c.is_ascii_digit() || look_alike(c).is_some());
        for (offset, c) in piece.char_indices() {
            let meant = look_alike(c).filter(|_| is_number);
            disguised.extend(meant.map(|_| read.len()));
            let meant = meant.unwrap_or(c);
            places.extend(std::iter::repeat_n(at + offset, meant.len_utf8()));
            read.push(meant);
        }
        at += piece.len();
    }
    places.push(line.len());
    let mut findings = Vec::new();
    for found in find_phones(&read, cues).into_iter().filter(|found| found.sure) {
        let first = disguised.partition_point(|at| *at < found.range.start);
        let is_disguised = disguised.get(first).is_some_and(|at| *at < found.range.end);
        let (Some(from), Some(to)) = (places.get(found.range.start), places.get(found.range.end)) else { continue };
        if is_disguised && let (Some(shown), Some(right)) = (line.get(*from..*to), read.get(found.range)) {
            let finding = Diagnostic::error("look-alike-digit", Place::at(file, start + from..start + to));
            findings.push(finding.arg("number", shown).arg("right", right));
        }
    }
    findings
}

/// The numbers with digits of other scripts, or of full width.
fn foreign(file: &SitePath, line: &str, start: usize, cues: &Cues) -> Vec<Diagnostic> {
    let found = find_phones(line, cues).into_iter().filter(|found| found.sure);
    let finding = |range: Range<usize>| {
        let shown = line.get(range.clone()).filter(|shown| shown.contains(is_foreign))?;
        let right: String = shown.chars().map(|c| digit(c).unwrap_or(c)).collect();
        let place = Place::at(file, start + range.start..start + range.end);
        Some(Diagnostic::warning("foreign-digits", place).arg("number", shown).arg("right", right))
    };
    found.filter_map(|found| finding(found.range)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::glance::tests::characters;
    use super::*;

    fn found(text: &str) -> Vec<(&'static str, String, &str)> {
        let cues = Cues::new(["gọi", "số", "đường dây nóng", "ទូរស័ព្ទ"]);
        let findings = find(&SitePath::settings(), text, &cues);
        let told = findings.iter().map(|finding| {
            let place = finding.place.span.clone().unwrap();
            (finding.code, finding.args["right"].clone(), text.get(place).unwrap())
        });
        told.collect()
    }

    #[test]
    fn letters_in_the_place_of_digits_are_found() {
        for (text, shown, right) in [
            ("Gọi 1l1", "1l1", "111"),
            ("Một dòng.\nGọi l11 ngay", "l11", "111"),
            ("gọi 11I.", "11I", "111"),
            ("Gọi 1\u{4C0}1", "1\u{4C0}1", "111"),
            ("Việt Nam: 18OO 1567", "18OO 1567", "1800 1567"),
            ("ở đây: О981.84.84.84", "О981.84.84.84", "0981.84.84.84"),
        ] {
            assert_eq!(found(text), [("look-alike-digit", right.to_owned(), shown)], "{text}");
        }
        for text in
            ["1l1", "Nghị định số 11I/2020", "2 l nước", "Gọi 111 l", "|111|", "H2O, CO2", "Gọi 111", "5l xăng, 10l"]
        {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn no_digit_in_disguise_is_passed_over() {
        for c in characters() {
            assert!(!is_foreign(c) || may_be_foreign(c.to_string().as_bytes()), "{c:?}");
            for text in [format!("1{c}"), format!("{c}1")] {
                assert!(!has_look_alike(&text) || may_look_alike(text.as_bytes()), "{text:?}");
            }
        }
        assert!(!may_look_alike("Gọi 111, (24/7)".as_bytes()) && !may_be_foreign("Gọi 111 – “ngay”".as_bytes()));
    }

    #[test]
    fn digits_of_other_scripts_are_told() {
        for text in ["Gọi １１１", "Gọi \u{6F1}\u{6F1}\u{6F1}", "ទូរស័ព្ទ ១១១"] {
            let all = found(text);
            assert_eq!((all.len(), all[0].0, all[0].1.as_str()), (1, "foreign-digits", "111"), "{text}");
        }
        assert_eq!(found("មាត្រា ១១១"), []);
    }
}
