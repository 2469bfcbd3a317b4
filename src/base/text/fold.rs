//! Keys under which texts count as the same: digits of any script, letters without marks, words with a slip of the
//! finger.

use unicode_normalization::UnicodeNormalization;

use super::{latin, syllable};

/// The zero of each run of decimal digits: all of General_Category Nd in Unicode 17.0, in code point order.
/// Its stability policy keeps the ten digits of a run together, so the other nine follow from the zero.
const ZEROS: [u32; 77] = [
    0x0030, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6,
    0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40,
    0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30, 0x10D40, 0x11066,
    0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x116D0, 0x116DA, 0x11730, 0x118E0,
    0x11950, 0x11BF0, 0x11C50, 0x11D50, 0x11DA0, 0x11DE0, 0x11F50, 0x16130, 0x16A60, 0x16AC0, 0x16B50, 0x16D70,
    0x1CCF0, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E5F1, 0x1E950, 0x1FBF0,
];

/// The ASCII digit for a decimal digit of any script.
pub fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        // Most text of a Vietnamese site lies in these two gaps between runs: answered without a search.
        '\0'..'\u{660}' | '\u{1C5A}'..'\u{A620}' => None,
        _ => {
            let code = u32::from(c);
            let zero = ZEROS.get(ZEROS.partition_point(|zero| *zero <= code).checked_sub(1)?)?;
            char::from_digit(code.checked_sub(*zero)?, 10)
        }
    }
}

/// Whether a character takes no room on the page: soft hyphen, zero width signs, direction marks.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// The text as Latin text is compared: no marks, no invisible characters, đ as d, lower case. Other scripts stay.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let plain: Option<String> = text.chars().map(|c| syllable::bare(latin::small(c)?)).collect();
    if let Some(plain) = plain {
        return plain;
    }
    fold_by_tables(text)
}

/// The definition of [`fold`].
fn fold_by_tables(text: &str) -> String {
    // Dropped before NFKD too, since such a character between two marks keeps NFKD from sorting them.
    let kept = text.chars().filter(|c| !is_dropped(*c)).nfkd().filter(|c| !is_dropped(*c));
    kept.flat_map(char::to_lowercase).map(plain_letter).collect()
}

/// The candidate that an editor most likely meant by `word`: equal when folded, or else the nearest within some slips.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = name_key(word);
    let length = word.chars().count();
    let slips = match length {
        0..=4 => 1,
        5..=8 => 2,
        _ => 3,
    };
    let mut best: Option<(usize, &'a str)> = None;
    for candidate in candidates {
        let key = name_key(candidate);
        // Lengths first: the distance is at least their difference, and a huge word must not cost a huge table.
        if key.chars().count().abs_diff(length) > slips {
            continue;
        }
        let distance = strsim::osa_distance(&word, &key);
        // A word of which no letter is left tells nothing.
        let near = distance == 0 || (distance <= slips && distance < length);
        if near && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn name_key(name: &str) -> String {
    fold(name.trim()).replace([' ', '_'], "-")
}

/// Marks over, under and through letters, and what nobody sees.
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}') || is_invisible(c)
}

/// The letters with a bar or a hook that Unicode does not take apart; slugs use the same table.
pub(super) fn plain_letter(c: char) -> char {
    match c {
        'đ' | 'ð' | 'ɖ' | 'ɗ' => 'd',
        'ƀ' | 'ɓ' => 'b',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn digits_of_every_script_are_read() {
        for text in [
            "0123456789",
            "٠١٢٣٤٥٦٧٨٩",
            "۰۱۲۳۴۵۶۷۸۹",
            "០១២៣៤៥៦៧៨៩",
            "໐໑໒໓໔໕໖໗໘໙",
            "꩐꩑꩒꩓꩔꩕꩖꩗꩘꩙",
            "０１２３４５６７８９",
            "𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿",
        ] {
            assert_eq!(text.chars().filter_map(digit).collect::<String>(), "0123456789", "{text}");
        }
        for c in ['a', 'đ', 'ộ', '²', '①', '一', '\u{1C5A}', '/', ':', '\u{9FFF}', '\u{D7FF}'] {
            assert_eq!(digit(c), None, "{c:?}");
        }
    }

    #[test]
    fn the_table_is_sorted_and_numeric() {
        assert!(ZEROS.windows(2).all(|pair| pair[0] + 10 <= pair[1]));
        let digits: Vec<char> = (0..=0x10FFFF).filter_map(char::from_u32).filter(|c| digit(*c).is_some()).collect();
        assert_eq!(digits.len(), 770);
        assert!(digits.iter().all(|c| c.is_numeric()));
    }

    #[test]
    fn folding_drops_marks_and_case() {
        for (text, key) in [
            ("ĐẮK LẮK", "dak lak"),
            ("Ðường Ɖường ðường ɖường ɗ Ɗ", "duong duong duong duong d d"),
            ("Ƀuôn ƀuôn Ɓ ɓ", "buon buon b b"),
            ("Tie\u{302}\u{301}ng Vie\u{323}\u{302}t", "tieng viet"),
            ("Lừa\u{200B} \u{AD}đảo ơ\u{306}", "lua dao o"),
            ("ﬁle １１１", "file 111"),
            ("កូន", "កូន"),
        ] {
            assert_eq!(fold(text), key, "{text}");
        }
    }

    #[test]
    fn a_slip_finds_the_word_that_was_meant() {
        let keys = ["title", "summary", "status", "reviewed_by", "also_written", "number"];
        for (word, right) in [
            ("tilte", Some("title")),
            ("Tiêu đề", None),
            ("sumary", Some("summary")),
            ("reviewed by", Some("reviewed_by")),
            ("REVIEWED-BY", Some("reviewed_by")),
            ("alsowriten", Some("also_written")),
            ("nubmer", Some("number")),
            ("", None),
            ("x", None),
        ] {
            assert_eq!(nearest(word, keys), right, "{word}");
        }
        assert_eq!(nearest("bán", ["bàn", "bán"]), Some("bàn"), "equal when folded: the first");
        assert_eq!(nearest("tran", ["trai", "tran"]), Some("tran"), "the same word before a near one");
        assert_eq!(nearest("trax", ["trai", "tran"]), Some("trai"), "ties by order");
        assert_eq!(nearest("vi", ["km", "zh"]), None);
    }

    #[test]
    fn letters_of_vietnamese_fold_as_the_tables_have_it() {
        for c in '\0'..=char::MAX {
            for text in [format!("{c}"), format!("a{c}b"), format!("ế{c}")] {
                assert_eq!(fold(&text), fold_by_tables(&text), "{c:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in any::<String>()) {
            let key = fold(&text);
            prop_assert_eq!(fold(&key), key);
        }

        #[test]
        fn both_forms_of_a_text_fold_alike(text in "[a-zA-ZàảãáạăằắđêệơữừưựĐÐƀĭŏ̆\u{301}\u{306}\u{323} ]{0,20}") {
            let nfd: String = text.nfd().collect();
            prop_assert_eq!(fold(&nfd), fold(&text));
        }
    }
}
