//! Letters and signs that look like something else, or like nothing at all. Whoever reads the page sees a word, and a
//! search, a screen reader or a telephone sees another.

use std::ops::Range;

use super::customs::Customs;
use super::deceit_marks;
use super::fold::is_invisible;
use super::glance::{any_pair, any_three, within};
use crate::base::{Diagnostic, Place, SitePath};

/// Characters of a word that are looked at; the longest word of a page is an address.
const WORD: usize = 64;

/// Letters of Cyrillic and Greek, and the Latin letters that they look like.
const TWINS: &str =
    "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwӏlАAВBЕEКKМMНHОOРPСCТTХXУYІIЈJЅSоoοoαaνvιiρpτtυuκkεeΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";

/// What is found in a text, except digits, which need the words around them.
pub(super) fn find(file: &SitePath, text: &str, customs: &Customs) -> Vec<Diagnostic> {
    if !may_hold_suspects(text) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut end = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| is_suspect(*c)) {
        if let Some(code) = unseen(c) {
            if !is_needed(text, at, c, customs) {
                let place = Place::at(file, at..at + c.len_utf8());
                found.push(Diagnostic::error(code, place).arg("code", code_point(c)));
            }
        } else if at >= end {
            let word = word(text, at);
            end = word.end;
            found.extend(of_word(file, text, word, customs));
        }
    }
    found
}

/// Whether a text may hold a character that [`is_suspect`] names. For some scripts it says yes too often.
fn may_hold_suspects(text: &str) -> bool {
    let may_be = |first: u8, second: u8| {
        ((first == 0xC2) & (second == 0xAD))
            | ((first == 0xC3) & ((second == 0x90) | (second == 0xB0)))
            | ((first == 0xC6) & (second == 0x89))
            | within(first, 0xC7, 0xE0)
            // Vietnamese and Khmer.
            | ((first == 0xE1) & !within(second, 0xBA, 0xBB) & !within(second, 0x9E, 0x9F))
            | ((first == 0xE2) & (second == 0x81))
            | (first >= 0xE3)
    };
    let is_unseen = |first: u8, second: u8, third: u8| {
        (first == 0xE2) & (second == 0x80) & (within(third, 0x8B, 0x8F) | within(third, 0xA8, 0xAE))
    };
    any_pair(text.as_bytes(), may_be) || any_three(text.as_bytes(), is_unseen)
}

/// Whether a character has to be looked at.
fn is_suspect(c: char) -> bool {
    match c {
        '\0'..='\u{AC}' => false,
        'Ð' | 'ð' | 'Ɖ' | 'ɖ' => true,
        '\u{300}'..='\u{36F}' | '\u{370}'..='\u{3FF}' | '\u{400}'..='\u{52F}' | '\u{1F00}'..='\u{1FFF}' => true,
        '\u{AE}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => false,
        c => unseen(c).is_some(),
    }
}

/// The code for a character that takes no room, if it is one.
pub(super) fn unseen(c: char) -> Option<&'static str> {
    match c {
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some("bidi-character"),
        // Fillers of Korean, separators of lines that no editor shows, the vowel separator of Mongolian, tags.
        '\u{34F}'
        | '\u{61C}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{180E}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{206A}'..='\u{206F}'
        | '\u{3164}'
        | '\u{FFA0}'
        | '\u{E0000}'..='\u{E007F}' => Some("invisible-character"),
        c if is_invisible(c) => Some("invisible-character"),
        _ => None,
    }
}

/// A code point as messages name it.
pub(super) fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Whether an invisible character does what it is for: in the script of the page or of the words beside it, or in an
/// emoji. Between Latin letters or digits it only hides.
fn is_needed(text: &str, at: usize, c: char, customs: &Customs) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let after = text.get(at + c.len_utf8()..).and_then(|after| after.chars().next());
    let is_plain = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && c < '\u{300}');
    if is_plain(before) && is_plain(after) {
        return false;
    }
    let fits = |beside: Option<char>| beside.is_some_and(|beside| Customs::of_letter(beside).invisible.contains(&c));
    let is_picture = |c: Option<char>| {
        c.is_some_and(|c| matches!(c, '\u{FE0F}' | '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}'))
    };
    let is_tag = |c: Option<char>| c.is_some_and(|c| matches!(c, '\u{1F3F4}' | '\u{E0020}'..='\u{E007F}'));
    let is_emoji = match c {
        '\u{200D}' => is_picture(before) && is_picture(after),
        // The flags of Wales, Scotland and England.
        '\u{E0020}'..='\u{E007F}' => is_tag(before),
        _ => false,
    };
    customs.invisible.contains(&c) || fits(before) || fits(after) || is_emoji
}

/// The word around a byte: letters and their marks.
fn word(text: &str, at: usize) -> Range<usize> {
    let belongs = |c: &char| c.is_alphabetic() || deceit_marks::is_mark(*c);
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let back: usize = before.chars().rev().take_while(belongs).take(WORD).map(char::len_utf8).sum();
    let on: usize = after.chars().take_while(belongs).take(WORD).map(char::len_utf8).sum();
    at - back..at + on
}

fn of_word(file: &SitePath, text: &str, place: Range<usize>, customs: &Customs) -> Vec<Diagnostic> {
    let Some(word) = text.get(place.clone()) else { return Vec::new() };
    let mut found = deceit_marks::find(file, word, place.start, customs);
    let finding = |code: &'static str, c: char| {
        Diagnostic::error(code, Place::at(file, place.clone())).arg("word", word).arg("code", code_point(c))
    };
    if is_mixed(word)
        && !is_unit(word)
        && let Some(c) = word.chars().find(|c| is_foreign(*c))
    {
        let finding = finding("mixed-script-word", c);
        let right: String = word.chars().map(twin).collect();
        found.push(if right.contains(is_foreign) { finding } else { finding.arg("right", right) });
    }
    if customs.has_vietnamese_letters
        && let Some(c) = word.chars().find(|c| right_d(*c) != *c)
        && word.chars().any(|c| is_latin(c) && right_d(c) == c)
    {
        let right: String = word.chars().map(right_d).collect();
        found.push(finding("look-alike-letter", c).arg("right", right));
    }
    found
}

/// The letter of Vietnamese that one of another alphabet stands for (Unicode's table of confusables has the capitals).
fn right_d(c: char) -> char {
    match c {
        'Ð' | 'Ɖ' => 'Đ',
        'ð' | 'ɖ' => 'đ',
        c => c,
    }
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
        || (matches!(c, '\u{C0}'..='\u{24F}' | '\u{250}'..='\u{2AF}' | '\u{1E00}'..='\u{1EFF}') && c.is_alphabetic())
}

/// Whether a word has letters of Latin and of an alphabet that looks like it.
pub fn is_mixed(word: &str) -> bool {
    word.contains(is_latin) && word.contains(is_foreign)
}

/// Whether a letter is of Greek or Cyrillic, the scripts with letters that look Latin.
fn is_foreign(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3FF}' | '\u{400}'..='\u{52F}' | '\u{1F00}'..='\u{1FFF}') && c.is_alphabetic()
}

/// "μm", "μg": the Greek letter is the right one.
fn is_unit(word: &str) -> bool {
    word.strip_prefix('μ').is_some_and(|unit| matches!(unit, "m" | "g" | "l" | "L" | "s" | "mol"))
}

/// The Latin letter that a letter looks like; itself if there is none.
fn twin(c: char) -> char {
    let mut letters = TWINS.chars();
    while let (Some(seen), Some(latin)) = (letters.next(), letters.next()) {
        if seen == c {
            return latin;
        }
    }
    c
}

#[cfg(test)]
mod tests {
    use super::super::glance::tests::characters;
    use super::*;

    #[test]
    fn no_suspect_is_passed_over() {
        for c in characters().filter(|c| is_suspect(*c)) {
            for text in [c.to_string(), format!("a{c}b"), format!("à{c}"), format!("{c}ế")] {
                assert!(may_hold_suspects(&text), "{c:?}");
            }
        }
        let text: String = super::super::syllable::tests::syllables().join(" ");
        assert!(!may_hold_suspects(&text) && !may_hold_suspects("“Gọi 111!” — ‘ngay’… ទូរស័ព្ទ Êđê"));
    }
}
