//! Passages that two texts share: a paragraph that stands in a translation as it stands in the original is not translated.

use crate::base::Digest;

/// Words that two languages do not share by chance; names of offices and laws are shorter.
const WORDS: usize = 8;

/// The same in letters, for scripts that put no space between words.
const LETTERS: usize = 40;

/// A number for the words of a text that is long enough to be no coincidence, whatever the signs, numbers and blanks
/// between them and however they are written, small or large.
pub fn passage(text: &str) -> Option<u64> {
    let (mut words, mut letters, mut is_within) = (0, 0, false);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let was_within = std::mem::replace(&mut is_within, is_of_word(c));
        if !is_within {
            continue;
        }
        if !was_within {
            words += 1;
            out.push(' ');
        }
        letters += 1;
        if c.is_ascii() { out.push(c.to_ascii_lowercase()) } else { out.extend(c.to_lowercase()) }
    }
    let is_long = words >= WORDS || (words < WORDS / 2 && letters >= LETTERS);
    is_long.then(|| {
        let digest = Digest::of(out.as_bytes());
        digest.as_bytes().iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
    })
}

/// Letters and the marks that belong to them; in Khmer and Lao the vowels are marks. Vietnamese is answered without a
/// table, since every paragraph of a site is asked about.
fn is_of_word(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphabetic(),
        '\u{D7}' | '\u{F7}' => false,
        '\u{C0}'..='\u{24F}' | '\u{300}'..='\u{36F}' | '\u{1E00}'..='\u{1EFF}' => true,
        '\u{17B4}'..='\u{17D3}' | '\u{EB1}'..='\u{ECD}' => true,
        c => c.is_alphabetic(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_long_counts() {
        let long = "Người lạ hứa trả lương rất cao cho bạn.";
        assert_eq!(passage(long), passage(&format!("  {}", long.replace(' ', "  "))));
        assert_eq!(passage(long), passage("người lạ **hứa** trả lương rất cao, cho bạn 111 …"));
        assert_ne!(passage(long), passage("Người lạ hứa trả lương rất cao cho em."));
        for short in ["", "Luật Phòng, chống mua bán người năm", "111 24/7 — 1 2 3 4 5 6 7 8", "ទូរស័ព្ទ"]
        {
            assert_eq!(passage(short), None, "{short}");
        }
        assert!(passage("គ្មានជនណាម្នាក់ ត្រូវស្ថិតក្នុងទាសភាព ឬស្ថិតក្នុងភាពជាអ្នកបម្រើដាច់ថ្លៃឡើយ").is_some());
    }
}
