//! Latin letters as Vietnamese and its neighbours use them, told apart and made small without the tables of Unicode, which
//! cost more than all else that is done with a letter. Asked for every letter of a site. The tests below hold these
//! answers against the tables, for every character there is.

use super::glance::{any_pair, any_three, within};

/// Whether a character is a letter of the Latin script, of those parts of Unicode that hold nothing else but two signs.
/// False for the other Latin letters, which the tables are asked about.
pub(super) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphabetic(),
        '\u{D7}' | '\u{F7}' => false,
        c => matches!(c, '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}'),
    }
}

/// Whether a character is a sign of ASCII or of print, or a blank: no letter, no mark, no digit beyond ASCII, of no script.
pub(super) fn is_sign(c: char) -> bool {
    match c {
        '\0'..='\x7F' => !c.is_ascii_alphanumeric(),
        c => matches!(c, '\u{AB}' | '\u{BB}' | '\u{D7}' | '\u{F7}' | '\u{2010}'..='\u{2027}'),
    }
}

/// A letter as a small one, where that is one letter and the rule is simple.
pub(super) fn small(c: char) -> Option<char> {
    let code = u32::from(c);
    let small = match c {
        '\0'..='\x7F' => return Some(c.to_ascii_lowercase()),
        '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{DE}' => code + 32,
        '\u{DF}'..='\u{FF}' | '\u{131}' | '\u{180}' => code,
        // The capital stands before its small letter. The Turkish pair of i between them has its own rule.
        '\u{100}'..='\u{12F}' | '\u{14A}'..='\u{177}' | '\u{1A0}' | '\u{1A1}' | '\u{1EA0}'..='\u{1EFF}' => code | 1,
        '\u{1AF}' | '\u{1B0}' => 0x1B0,
        _ => return None,
    };
    char::from_u32(small)
}

/// Whether a text is made of ASCII, of the letters that [`small`] knows, and of quotation marks, dashes and the ellipsis.
/// Such a text is in NFC, NFKC leaves its letters and digits alone, and each of its letters stands in one word with its
/// neighbours and in none with its signs.
pub(super) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    // All bytes from 0x80 to 0xBF go on with a character that was looked at.
    let is_strange = |first: u8, second: u8| {
        let is_known = (first < 0xC2)
            | ((first == 0xC2) & ((second == 0xAB) | (second == 0xBB)))
            | (first == 0xC3)
            | ((first == 0xC4) & ((second < 0xB0) | (second == 0xB1)))
            | ((first == 0xC5) & within(second, 0x8A, 0xB7))
            | ((first == 0xC6) & ((second == 0x80) | within(second, 0xA0, 0xA1) | within(second, 0xAF, 0xB0)))
            | ((first == 0xE1) & within(second, 0xBA, 0xBB))
            | ((first == 0xE2) & (second == 0x80));
        !is_known
    };
    let is_rare = |first: u8, second: u8, third: u8| {
        let is_other_letter = (first == 0xE1) & (second == 0xBA) & (third < 0xA0);
        let is_print =
            within(third, 0x93, 0x94) | within(third, 0x98, 0x99) | within(third, 0x9C, 0x9D) | (third == 0xA6);
        is_other_letter | ((first == 0xE2) & (second == 0x80) & !is_print)
    };
    text.is_ascii() || !(any_pair(bytes, is_strange) || any_three(bytes, is_rare))
}

#[cfg(test)]
mod tests {
    use icu_properties::CodePointMapData;
    use icu_properties::props::Script;
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

    use super::super::glance::tests::characters;
    use super::*;

    #[test]
    fn letters_are_those_of_the_tables() {
        let scripts = CodePointMapData::<Script>::new();
        for c in characters().filter(|c| is_letter(*c)) {
            assert!(c.is_alphabetic() && scripts.get(c) == Script::Latin && !is_combining_mark(c), "{c:?}");
        }
    }

    #[test]
    fn signs_are_those_of_the_tables() {
        let scripts = CodePointMapData::<Script>::new();
        for c in characters().filter(|c| is_sign(*c)) {
            assert!(!c.is_alphanumeric() && scripts.get(c) == Script::Common && !is_combining_mark(c), "{c:?}");
        }
    }

    #[test]
    fn small_letters_are_those_of_the_tables() {
        for c in characters() {
            if let Some(small) = small(c) {
                assert_eq!(c.to_lowercase().collect::<Vec<_>>(), [small], "{c:?}");
            }
        }
    }

    #[test]
    fn plain_text_is_what_it_says() {
        let mut count = 0;
        for c in characters().filter(|c| is_plain(c.encode_utf8(&mut [0; 4]))) {
            count += 1;
            assert!(is_letter(c) && small(c).is_some() || c.is_ascii_digit() || is_sign(c), "{c:?}");
            assert_eq!(canonical_combining_class(c), 0);
            let folded: String = c.nfkc().collect();
            assert!(folded == c.to_string() || (c == '…' && folded == "..."), "{c:?}");
        }
        assert_eq!(count, 128 + 2 + 64 + 49 + 46 + 5 + 96 + 7);
    }

    #[test]
    fn all_of_vietnamese_is_plain() {
        let text: String = super::super::syllable::tests::syllables().join(" ");
        for text in [text.clone(), text.to_uppercase(), "“Gọi 111!” — ‘ngay’… «đi» 8–17h".to_owned()]
        {
            assert!(is_plain(&text));
        }
        for strange in ['\u{130}', '\u{17F}', '\u{301}', '\u{1E9A}', '\u{200B}', '\u{AD}', 'ក', '龍', '\u{1F600}'] {
            for text in
                [format!("{strange}"), format!("dài {strange}"), format!("{strange} dài"), format!("a{strange}b")]
            {
                assert!(!is_plain(&text), "{text:?}");
            }
        }
    }
}
