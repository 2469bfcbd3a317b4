//! UTF-8 that was read as Windows-1252, once or twice: "Ä‘Æ°á»ng dÃ¢y". Each letter became two or three characters, of
//! which the first is a letter with a mark and the rest are signs: hardly anybody types that.

use std::ops::Range;

use super::glance::any_three;
use super::legacy::{Encoding, Run, SURE};

/// The characters of Windows-1252 from 0x80 to 0x9F; the five that it leaves undefined stand for themselves, as browsers
/// have them (<https://encoding.spec.whatwg.org/index-windows-1252.txt>).
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// A word that may be meant otherwise.
struct Word {
    range: Range<usize>,
    repaired: String,
    /// How much in it is wrong beyond chance: one for each letter that became two characters, two for three.
    weight: usize,
    /// Whether it says anything on its own. "Ã”" may be a letter in quotation marks.
    is_clear: bool,
}

/// The runs of a text, one a line.
pub(super) fn find(text: &str) -> Vec<Run> {
    let mut words = words(text);
    let clear: usize = words.iter().filter(|word| word.is_clear).map(|word| word.weight).sum();
    let is_sure = clear >= SURE;
    words.retain(|word| word.is_clear || is_sure);
    let mut runs: Vec<Run> = Vec::new();
    for Word { range, repaired, .. } in words {
        let between =
            runs.last().and_then(|run| text.get(run.range.end..range.start)).filter(|gap| !gap.contains('\n'));
        match (runs.last_mut(), between) {
            (Some(run), Some(between)) => {
                run.repaired.push_str(between);
                run.repaired.push_str(&repaired);
                run.range.end = range.end;
            }
            _ => runs.push(Run { range, encoding: Encoding::Utf8, repaired, is_sure, may_be_capitals: false }),
        }
    }
    runs
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    // Most texts have no letter of the upper half of Latin-1 before another that is not of ASCII.
    if !any_three(text.as_bytes(), |first, _, third| (first == 0xC3) & (third >= 0x80)) {
        return words;
    }
    let mut end = 0;
    for at in leads(text) {
        if at >= end {
            let range = word_around(text, at);
            end = range.end;
            words.extend(text.get(range.clone()).and_then(|word| undone(word, range)));
        }
    }
    words
}

/// Where a character that begins a letter in UTF-8 stands before one that can go on with it.
fn leads(text: &str) -> impl Iterator<Item = usize> {
    let mut before: Option<(usize, char)> = None;
    text.char_indices().filter_map(move |(at, c)| {
        let lead = before.replace((at, c)).filter(|(_, lead)| matches!(lead, '\u{C2}'..='\u{F4}'))?;
        byte(c).is_some_and(|byte| byte < 0xC0).then_some(lead.0)
    })
}

/// The word that holds a byte: everything up to a space. The no-break space is half of "à", so it is none.
fn word_around(text: &str, at: usize) -> Range<usize> {
    let is_space = |c: char| matches!(c, ' ' | '\t' | '\n');
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let start = before.rfind(is_space).map_or(0, |space| space + 1);
    let end = after.find(is_space).map_or(text.len(), |space| at + space);
    start..end
}

/// A word as it was meant; none if nothing is wrong with it.
fn undone(word: &str, range: Range<usize>) -> Option<Word> {
    let (once, weight) = undo(word);
    if weight == 0 {
        return None;
    }
    let (twice, more) = undo(&once);
    let repaired = if more > 0 { twice } else { once };
    let is_clear = weight > 1 || word.contains(|c: char| c.is_ascii_alphabetic());
    // Control characters are what the second reading would have taken away.
    (!repaired.contains(char::is_control)).then_some(Word { range, repaired, weight, is_clear })
}

/// The text with every row of characters that is a letter in UTF-8 as this letter, and what these weigh.
fn undo(text: &str) -> (String, usize) {
    let mut out = String::with_capacity(text.len());
    let mut weight = 0;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let read = sequence(rest);
        // "Â" before a no-break space or a quotation mark may be right.
        weight += read.filter(|(meant, _)| *meant > '\u{BF}').map_or(0, |(meant, _)| meant.len_utf8() - 1);
        let (meant, length) = read.unwrap_or((c, c.len_utf8()));
        out.push(meant);
        rest = rest.get(length..).unwrap_or("");
    }
    (out, weight)
}

/// The character that a text begins with, if it begins with the bytes of one, and the length of what stands for it.
fn sequence(text: &str) -> Option<(char, usize)> {
    let mut bytes = Vec::with_capacity(3);
    let mut length = 0;
    for c in text.chars().take(3) {
        bytes.push(byte(c).filter(|next| bytes.is_empty() == (*next >= 0xC0))?);
        length += c.len_utf8();
        if let Some(meant) = std::str::from_utf8(&bytes).ok().and_then(|read| read.chars().next()) {
            return is_likely(meant).then_some((meant, length));
        }
    }
    None
}

/// The byte that Windows-1252 has for a character that is not of ASCII.
fn byte(c: char) -> Option<u8> {
    match u8::try_from(u32::from(c)) {
        Ok(byte) if byte >= 0x80 => Some(byte),
        Ok(_) => None,
        Err(_) => u8::try_from(WINDOWS_1252.iter().position(|known| *known == c)? + 0x80).ok(),
    }
}

/// What Vietnamese texts have: Latin letters, their marks, the signs of print. Cyrillic or Arabic letters are what two
/// characters that stand together by chance would mean.
fn is_likely(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{24F}' | '\u{2C6}' | '\u{2DC}' | '\u{300}'..='\u{36F}' | '\u{1E00}'..='\u{1EFF}'
        | '\u{2010}'..='\u{2044}' | '\u{20AC}' | '\u{20AB}' | '\u{2122}' | '\u{2190}'..='\u{2193}')
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The character that a byte is in Windows-1252.
    pub fn character(byte: u8) -> char {
        byte.checked_sub(0x80)
            .and_then(|place| WINDOWS_1252.get(usize::from(place)).copied())
            .unwrap_or(char::from(byte))
    }

    #[test]
    fn every_byte_comes_back() {
        for value in 0x80..=0xFF {
            assert_eq!(byte(character(value)), Some(value));
        }
    }
}
