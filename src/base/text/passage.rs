//! Passages that two texts share: a paragraph that stands in a translation as it stands in the original is not translated.

use super::latin;

/// Words that two languages do not share by chance; names of offices and laws are shorter.
const WORDS: usize = 8;

/// The same in letters, for scripts that put no space between words.
const LETTERS: usize = 40;

/// A number for the words of a text that is long enough to be no coincidence, whatever the signs, numbers and blanks
/// between them and however they are written, small or large.
pub fn passage(text: &str) -> Option<u64> {
    let (mut words, mut letters, mut is_within) = (0, 0, false);
    let mut sum = Sum::default();
    for c in text.chars() {
        let was_within = std::mem::replace(&mut is_within, is_of_word(c));
        if !is_within {
            continue;
        }
        if !was_within {
            words += 1;
            sum.take(' ');
        }
        letters += 1;
        match latin::small(c) {
            Some(small) => sum.take(small),
            None => c.to_lowercase().for_each(|small| sum.take(small)),
        }
    }
    let is_long = words >= WORDS || (words < WORDS / 2 && letters >= LETTERS);
    is_long.then(|| sum.total())
}

/// A number for some characters. It lives as long as a build and is compared within one entry, so it need not be safe
/// from people who look for two texts of one number.
struct Sum(u64);

impl Default for Sum {
    fn default() -> Sum {
        // The start and the factor of FNV-1a for 64 bits.
        Sum(0xCBF2_9CE4_8422_2325)
    }
}

impl Sum {
    fn take(&mut self, c: char) {
        self.0 = (self.0 ^ u64::from(u32::from(c))).wrapping_mul(0x0000_0100_0000_01B3);
    }

    /// The upper half of a product depends on more than the lower one: it is folded in at the end.
    fn total(self) -> u64 {
        let mixed = (self.0 ^ (self.0 >> 32)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        mixed ^ (mixed >> 29)
    }
}

/// Letters and the marks that belong to them; in Khmer and Lao the vowels are marks. Vietnamese is answered without a
/// table, since every paragraph of a site is asked about.
fn is_of_word(c: char) -> bool {
    match c {
        c if latin::is_letter(c) => true,
        '\0'..='\u{7F}' => false,
        '\u{300}'..='\u{36F}' | '\u{17B4}'..='\u{17D3}' | '\u{EB1}'..='\u{ECD}' => true,
        c => !latin::is_sign(c) && c.is_alphabetic(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::glance::tests::characters;
    use super::*;

    #[test]
    fn words_are_made_of_what_the_tables_say() {
        for c in characters() {
            let is_mark = matches!(c, '\u{300}'..='\u{36F}' | '\u{17B4}'..='\u{17D3}' | '\u{EB1}'..='\u{ECD}');
            assert_eq!(is_of_word(c), is_mark || c.is_alphabetic(), "{c:?}");
        }
    }

    #[test]
    fn different_words_have_different_numbers() {
        let words: Vec<String> = super::super::syllable::tests::syllables();
        let texts = words.windows(WORDS).map(|words| words.join(" ").to_lowercase());
        let mut seen: BTreeMap<u64, String> = BTreeMap::new();
        for text in texts {
            let other = seen.insert(passage(&text).unwrap(), text.clone());
            assert!(other.as_ref().is_none_or(|other| *other == text), "{text}: {other:?}");
        }
    }

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
