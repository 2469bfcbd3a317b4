//! Cuts a text into the few kinds of pieces that the phone finder tells apart. Places are those of the text as given,
//! although invisible characters, exotic spaces, dashes and digits are already seen through.

use unicode_normalization::char::is_combining_mark;

use super::fold::{digit, is_invisible};
use super::glance::{any_byte, within};
use super::latin;

/// What a piece of text is to the finder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Decimal digits of any script.
    Number,
    /// Letters.
    Word,
    /// White space.
    Space,
    /// Any other character, dashes and full-width signs as their ASCII twins.
    Sign(char),
    /// A piece of a web or mail address.
    Address,
}

/// A piece of text; pieces follow each other with nothing but invisible characters between them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

/// Steps back from an `@` to the beginning of the mail address; a mailbox name has 64 characters at most (RFC 5321).
const MAILBOX: usize = 64;

/// The pieces of a text, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 3);
    for (start, c) in text.char_indices() {
        let Some(kind) = kind(c) else { continue };
        let end = start + c.len_utf8();
        match tokens.last_mut() {
            Some(last) if last.kind == kind && !matches!(kind, Kind::Sign(_)) => last.end = end,
            _ => tokens.push(Token { kind, start, end }),
        }
    }
    blank_addresses(text, &mut tokens);
    tokens
}

/// The kind of a character; none if it is invisible.
fn kind(c: char) -> Option<Kind> {
    Some(match c {
        'a'..='z' | 'A'..='Z' => Kind::Word,
        '0'..='9' => Kind::Number,
        c if c.is_ascii_whitespace() => Kind::Space,
        c if c.is_ascii() => Kind::Sign(c),
        c if is_invisible(c) => return None,
        c if digit(c).is_some() => Kind::Number,
        c if c.is_alphabetic() || is_combining_mark(c) => Kind::Word,
        c if c.is_whitespace() => Kind::Space,
        c => Kind::Sign(plain_sign(c)),
    })
}

/// A sign as its ASCII twin, so that one rule serves all keyboards.
fn plain_sign(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        // Full stops of Khmer, Chinese and Tai Viet; the comma of Chinese lists.
        '\u{17D4}' | '\u{17D5}' | '\u{3002}' | '\u{AADE}' | '\u{AADF}' => '.',
        '\u{3001}' => ',',
        '\u{17D6}' => ':',
        '\u{B7}' | '\u{2022}' | '\u{2027}' | '\u{30FB}' => '.',
        '\u{2044}' | '\u{2215}' => '/',
        // The full-width block repeats ASCII from "!" to "~" at a fixed distance.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    }
}

/// Marks web and mail addresses, so that a number in them is no telephone number.
fn blank_addresses(text: &str, tokens: &mut [Token]) {
    let mut at = 0;
    while at < tokens.len() {
        match address_from(text, tokens, at) {
            Some(from) => at = blank(tokens, from, at),
            None => at += 1,
        }
    }
}

/// Where an address begins that shows itself at `at`.
fn address_from(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let sign = |place: usize, sign: char| kind_at(tokens, place) == Some(Kind::Sign(sign));
    let word = |place: usize| {
        tokens.get(place).filter(|token| token.kind == Kind::Word).and_then(|token| text.get(token.start..token.end))
    };
    let joined = |place: usize| matches!(kind_at(tokens, place), Some(Kind::Word | Kind::Number));
    match kind_at(tokens, at)? {
        Kind::Sign(':') => {
            (sign(at + 1, '/') && sign(at + 2, '/') && word(at.checked_sub(1)?).is_some()).then(|| at - 1)
        }
        Kind::Word => (word(at)?.eq_ignore_ascii_case("www") && sign(at + 1, '.')).then_some(at),
        // A bare host with a path, vi-du.example/tin/111; lower case, since "TP.HCM/111" is none.
        Kind::Sign('/') => {
            let ending = word(at.checked_sub(1)?)?;
            let host = ending.len() >= 2 && ending.bytes().all(|byte| byte.is_ascii_lowercase());
            let dotted = host && sign(at.checked_sub(2)?, '.') && joined(at.checked_sub(3)?);
            dotted.then_some(at)
        }
        Kind::Sign('@') => {
            let dotted = joined(at + 1) && sign(at + 2, '.') && word(at + 3).is_some();
            let mailbox = tokens.get(at.saturating_sub(MAILBOX)..at)?.iter().rev();
            let length = mailbox
                .take_while(|token| matches!(token.kind, Kind::Word | Kind::Number | Kind::Sign('.' | '-' | '_' | '+')))
                .count();
            (dotted && length > 0).then_some(at - length)
        }
        _ => None,
    }
}

/// Marks the pieces from `from` to the end of the address that is seen at `at`, and gives the place after it.
fn blank(tokens: &mut [Token], from: usize, at: usize) -> usize {
    let mut place = from;
    while let Some(token) = tokens.get_mut(place) {
        if place > at
            && matches!(token.kind, Kind::Space | Kind::Sign('<' | '>' | '"' | '|' | ')' | '“' | '”' | '»' | '\''))
        {
            break;
        }
        token.kind = Kind::Address;
        place += 1;
    }
    place
}

pub(super) fn kind_at(tokens: &[Token], at: usize) -> Option<Kind> {
    tokens.get(at).map(|token| token.kind)
}

/// The digit that a Vietnamese word names, in small letters, in capitals or with a first capital.
pub(super) fn digit_word(word: &str) -> Option<char> {
    let first = word.bytes().next()?;
    // Asked for every word of a site, so most answers must come from the first letter.
    if !begins_digit_word(first) {
        return None;
    }
    // The lead bytes of invisible characters are those of no Vietnamese letter.
    let hidden = word.len() > 6 && word.len() <= 16 && word.bytes().any(|byte| matches!(byte, 0xC2 | 0xE2 | 0xEF));
    if first.is_ascii_uppercase() || hidden {
        let plain: String = word.chars().filter(|c| !is_invisible(*c)).take(6).flat_map(char::to_lowercase).collect();
        return small_digit_word(&plain);
    }
    small_digit_word(word)
}

/// Bytes of the longest of them, "không".
const LONGEST_DIGIT_WORD: usize = 6;

/// The words of digits; mươi, trăm and the like are none, since they make greater numbers.
const DIGIT_WORDS: [(&str, char); 13] = [
    ("không", '0'),
    ("một", '1'),
    ("hai", '2'),
    ("ba", '3'),
    ("bốn", '4'),
    ("tư", '4'),
    ("năm", '5'),
    ("lăm", '5'),
    ("sáu", '6'),
    ("bảy", '7'),
    ("bẩy", '7'),
    ("tám", '8'),
    ("chín", '9'),
];

fn begins_digit_word(first: u8) -> bool {
    matches!(first | 0x20, b'k' | b'm' | b'h' | b'b' | b't' | b'n' | b'l' | b's' | b'c')
}

fn small_digit_word(word: &str) -> Option<char> {
    DIGIT_WORDS.iter().find(|(known, _)| *known == word).map(|(_, digit)| *digit)
}

/// The same as [`digit_word`] for a word without invisible characters, if it is asked only whether there is a digit.
fn is_plain_digit_word(word: &str) -> bool {
    let Some(first) = word.bytes().next().filter(|first| begins_digit_word(*first)) else { return false };
    if first.is_ascii_lowercase() {
        return small_digit_word(word).is_some();
    }
    let is_same = |known: &&str| word.chars().map(|c| latin::small(c).unwrap_or(c)).eq(known.chars());
    DIGIT_WORDS.iter().any(|(known, _)| is_same(known))
}

/// Whether a text can hold a telephone number at all. Most paragraphs cannot, and this look is all they cost.
pub(super) fn may_hold_phones(text: &str) -> bool {
    let bytes = text.as_bytes();
    if any_byte(bytes, |byte| within(byte, b'0', b'9')) && holds_ascii_number(bytes) {
        return true;
    }
    if latin::is_plain(text) { holds_digit_words(text) } else { holds_words_or_signs(text) }
}

/// Whether three digit words stand in a row in a plain text, which has no invisible characters and no other digits.
fn holds_digit_words(text: &str) -> bool {
    // Signs that are not of ASCII begin with one of these, and what goes on with them begins no word.
    let is_border = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphabetic() || matches!(byte, 0xC2 | 0xE2);
    let (mut row, mut next) = (0, 0);
    for piece in text.as_bytes().split(is_border) {
        let end = next + piece.len();
        let start = next + piece.iter().take_while(|byte| within(**byte, 0x80, 0xBF)).count();
        next = end + 1;
        if start < end {
            let is_short = end - start <= LONGEST_DIGIT_WORD;
            let is_digit = is_short && text.get(start..end).is_some_and(is_plain_digit_word);
            row = if is_digit { row + 1 } else { 0 };
            if row == 3 {
                return true;
            }
        }
    }
    false
}

/// ASCII digits, letters and signs among which a number from 0 has its ten digits, with dots and hyphens between them.
const NATIONAL_SIGNS: usize = 32;

/// Whether a row of ASCII digits is such as a telephone number begins with: no year, no day, no number of an article.
fn holds_ascii_number(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(start) = rest.iter().position(u8::is_ascii_digit) {
        let Some((before, row)) = rest.split_at_checked(start) else { break };
        let length = row.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(row.len());
        let Some((digits, after)) = row.split_at_checked(length) else { break };
        let begins = match digits {
            [b'1', _, _] | [b'1', b'0', _, _] | [b'8', b'4', ..] | [b'1', b'8' | b'9', b'0', b'0', ..] => true,
            [b'0', ..] => {
                row.iter()
                    .filter(|byte| byte.is_ascii_graphic())
                    .take(NATIONAL_SIGNS)
                    .filter(|byte| byte.is_ascii_digit())
                    .count()
                    >= 10
            }
            _ => before.ends_with(b"+") || before.ends_with(b"+ "),
        };
        if begins {
            return true;
        }
        rest = after;
    }
    false
}

/// Whether three digit words stand in a row, or something that only the slow look can judge: digits of other scripts,
/// full-width signs, and invisible characters, which may stand inside a number or a word.
fn holds_words_or_signs(text: &str) -> bool {
    let mut row = 0;
    let mut word: Option<usize> = None;
    // The space at the end closes the last word.
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match c {
            'a'..='z' | 'A'..='Z' => word = word.or(Some(at)),
            '\u{AD}' | '\u{FF0B}' => return true,
            '\0'..'\u{C0}' | '\u{2000}'..'\u{2C00}' | '\u{3000}'..'\u{3004}' => {
                if is_invisible(c) {
                    return true;
                }
                if let Some(start) = word.take() {
                    row = if text.get(start..at).and_then(digit_word).is_some() { row + 1 } else { 0 };
                    if row == 3 {
                        return true;
                    }
                }
            }
            c if digit(c).is_some() || is_invisible(c) => return true,
            _ => word = word.or(Some(at)),
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Pieces of texts in which numbers are spelled out, or nearly.
    const PIECES: [&str; 26] = [
        "một", "Hai", "BA", "bốn", "tư", "năm", "lăm", "Sáu", "bảy", "bẩy", "tám", "CHÍN", "không", "khôngg", "mộ",
        " ", " ", " ", ", ", "-", "“", "»", "×", "1", "đ", "–",
    ];

    proptest! {
        #[test]
        fn plain_texts_are_looked_at_like_all_others(parts in prop::collection::vec(prop::sample::select(&PIECES), 0..12)) {
            let text = parts.concat();
            prop_assert!(latin::is_plain(&text));
            prop_assert_eq!(holds_digit_words(&text), holds_words_or_signs(&text), "{}", text);
        }

        #[test]
        fn any_plain_text_is_looked_at_like_all_others(text in "[ -~À-ÿĀ-įĐđƠơƯưẠ-ỹ“”‘’«»…–—]{0,30}") {
            prop_assert!(!latin::is_plain(&text) || holds_digit_words(&text) == holds_words_or_signs(&text));
        }
    }

    fn shapes(text: &str) -> String {
        let shape = |token: &Token| match token.kind {
            Kind::Number => '0',
            Kind::Word => 'a',
            Kind::Space => ' ',
            Kind::Sign(sign) => sign,
            Kind::Address => '@',
        };
        tokens(text).iter().map(shape).collect()
    }

    #[test]
    fn exotic_signs_are_seen_through() {
        assert_eq!(shapes("Gọi 18\u{AD}00\u{A0}1567"), "a 0 0");
        assert_eq!(shapes("（+84）－１１១"), "(+0)-0");
        assert_eq!(shapes("ទូរស័ព្ទ\u{200B}លេខ ១១១។"), "a 0.");
        assert_eq!(shapes("1–2—3"), "0-0-0");
    }

    #[test]
    fn addresses_are_blanked() {
        assert_eq!(
            shapes("xem https://vi-du.example/111?a=0300000000 nhé"),
            "a @@@@@@@@@@@@@@@ a".replace("@@@@@@@@@@@@@@@", &"@".repeat(15))
        );
        assert_eq!(shapes("(www.vi-du.example) 111"), "(@@@@@@) 0".replace("@@@@@@", "@@@@@@@"));
        assert_eq!(shapes("a0.b-1@vidu.example."), "@".repeat(11));
        for text in ["TP.HCM/111", "Gọi: 111/113", "v.v/111", "@ 111", "www 111"] {
            assert!(!shapes(text).contains("@@"), "{text}");
        }
        assert!(shapes("tin.vi-du.example/111").ends_with("@@"));
    }

    #[test]
    fn texts_without_digits_are_passed_over() {
        for text in ["", "Không một ai", "Hai bên, ba người", "ទូរស័ព្ទ", "“Năm sáu”"] {
            assert!(!may_hold_phones(text), "{text}");
        }
        for text in ["năm 2026", "30/7/2016", "ngày 05 tháng 9", "Điều 12", "00:00", "20.000.000 đồng"] {
            assert!(!may_hold_phones(text), "{text}");
        }
        for text in [
            "một hai BA",
            "một-một-một",
            "“Một”, hai, ba",
            "١",
            "m\u{AD}ột",
            "a 111",
            "0 3 0 0 0 0 0 0 0 0",
            "＋86",
            "+ 86",
        ] {
            assert!(may_hold_phones(text), "{text}");
        }
    }
}
