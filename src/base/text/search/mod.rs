//! Words as a search compares them: one way at build time and, in `themes/default/assets/search.js`, one in the browser.
//! The fixtures of `tests/data` run against both, so what is changed here is changed there.
//!
//! Scripts that put blanks between words give words. The others give pairs of neighbouring letters, or of syllables
//! where letters are stacked: no dictionary is small enough for a phone, and browsers cut words differently.

mod khmer;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fold::{digit, fold, is_invisible};
use super::latin;

/// What a text is found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Token<'a> {
    /// A word between blanks, in small letters.
    Word(&'a str),
    /// Two neighbouring letters or syllables of a script without blanks; one that stands alone stands for itself.
    Pair(&'a str),
}

/// A word as it is compared (LANGUAGES section 6).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// No marks, đ as d: what somebody types without a Vietnamese keyboard.
    pub bare: String,
    /// The marks in the order of their letters, as one types them in Telex: what changes a letter (`d`, `a` for a
    /// circumflex, `b` for a breve, `w` for a horn, `o` for any other), then the tone. Where a mark stands is left out,
    /// so `hoá` is `hóa`.
    pub marks: String,
}

/// The tones in Telex: grave, acute, hook, tilde, dot below.
const TONES: [(char, char); 5] =
    [('\u{300}', 'f'), ('\u{301}', 's'), ('\u{309}', 'r'), ('\u{303}', 'x'), ('\u{323}', 'j')];

impl Key {
    /// The key of a word that [`tokens`] gave.
    pub fn of(word: &str) -> Key {
        let (mut shapes, mut tones) = (String::new(), String::new());
        for c in word.nfd() {
            if let Some((_, tone)) = TONES.iter().find(|(mark, _)| *mark == c) {
                tones.push(*tone);
                continue;
            }
            let shape = match c {
                'đ' => 'd',
                '\u{302}' => 'a',
                '\u{306}' => 'b',
                '\u{31B}' => 'w',
                'ð' | 'ɖ' | 'ɗ' | 'ƀ' | 'ɓ' => 'o',
                c if is_combining_mark(c) => 'o',
                _ => continue,
            };
            // Both letters of ươ have the horn or neither has, and Telex takes one w for both.
            if shape != 'w' || !shapes.ends_with('w') {
                shapes.push(shape);
            }
        }
        Key { bare: fold(word), marks: shapes + &tones }
    }

    /// The marks without the tones: of equal bare keys, words that differ in tone alone have it in common.
    pub fn shapes(&self) -> &str {
        self.marks.trim_end_matches(|c| TONES.iter().any(|(_, tone)| *tone == c))
    }
}

/// Letters of a longer word than this are an address or a slip, and nobody types them.
const LONGEST_WORD: usize = 40;

/// The tokens of a text in their order.
pub fn tokens(text: &str, mut take: impl FnMut(Token<'_>)) {
    // Vietnamese as it is read from files needs nothing but small letters, and normalising costs more than all the rest.
    if latin::is_plain(text) { plain_tokens(text, &mut take) } else { tokens_by_tables(text, &mut take) }
}

/// The tokens of a plain text: its words, which are its rows of letters and digits.
fn plain_tokens(text: &str, take: &mut impl FnMut(Token<'_>)) {
    let mut word = String::with_capacity(LONGEST_WORD);
    // The blank at the end closes the last word.
    for c in text.chars().chain([' ']) {
        if latin::is_letter(c) || c.is_ascii_digit() {
            word.push(latin::small(c).unwrap_or(c));
        } else if !word.is_empty() {
            finish(Script::Spaced, &word, take);
            word.clear();
        }
    }
}

/// The definition of [`tokens`].
fn tokens_by_tables(text: &str, take: &mut impl FnMut(Token<'_>)) {
    let text = prepared(text);
    let mut start = 0;
    let mut script = Script::None;
    for (at, c) in text.char_indices() {
        let here = script_of(c, script);
        if here != script {
            finish(script, text.get(start..at).unwrap_or_default(), take);
            (start, script) = (at, here);
        }
    }
    finish(script, text.get(start..).unwrap_or_default(), take);
}

/// Small letters in one form, without what nobody sees; digits of every script are ASCII.
fn prepared(text: &str) -> String {
    let kept = text.chars().filter(|c| !is_unseen(*c)).map(|c| digit(c).unwrap_or(c));
    kept.nfkc().collect::<String>().to_lowercase()
}

/// What takes no room, and the two inherent vowels of Khmer, which Unicode asks nobody to write.
fn is_unseen(c: char) -> bool {
    is_invisible(c) || matches!(c, '\u{17B4}' | '\u{17B5}')
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    /// Blanks, signs.
    None,
    /// Words between blanks.
    Spaced,
    Khmer,
    /// Chinese, Lao, Thai, Tai Viet, Cham and every script of which nothing is known.
    Unspaced,
}

fn script_of(c: char, before: Script) -> Script {
    match c {
        'a'..='z'
        | '0'..='9'
        | '\u{C0}'..='\u{D6}'
        | '\u{D8}'..='\u{F6}'
        | '\u{F8}'..='\u{24F}'
        | '\u{1E00}'..='\u{1EFF}' => {
            return Script::Spaced;
        }
        '\0'..='\x7F' => return Script::None,
        _ => {}
    }
    let is_mark = is_combining_mark(c);
    if !c.is_alphanumeric() && !is_mark {
        return Script::None;
    }
    match u32::from(c) {
        // A mark of the common block goes with whatever stands before it.
        0x300..=0x36F if before != Script::None => before,
        0x1780..=0x17DD => Script::Khmer,
        0..=0xDFF | 0x10A0..=0x10FF | 0x1200..=0x139F | 0x1E00..=0x2DFF | 0xA640..=0xA7FF | 0xAB30..=0xAB6F => {
            Script::Spaced
        }
        _ => Script::Unspaced,
    }
}

fn finish(script: Script, run: &str, take: &mut impl FnMut(Token<'_>)) {
    match script {
        Script::None => {}
        Script::Spaced => {
            if run.len() <= LONGEST_WORD || run.chars().count() <= LONGEST_WORD {
                take(Token::Word(run));
            }
        }
        Script::Khmer => pairs(&khmer::syllables(run), take),
        Script::Unspaced => pairs(&letters(run), take),
    }
}

fn pairs(units: &[String], take: &mut impl FnMut(Token<'_>)) {
    if let [only] = units {
        take(Token::Pair(only));
    }
    for pair in units.windows(2) {
        take(Token::Pair(&pair.concat()));
    }
}

/// Letters with the marks over and under them.
fn letters(run: &str) -> Vec<String> {
    let mut letters: Vec<String> = Vec::new();
    for c in run.chars() {
        match letters.last_mut() {
            Some(letter) if is_combining_mark(c) => letter.push(c),
            _ => letters.push(c.to_string()),
        }
    }
    letters
}

/// A pair as an even number: the FNV-1a hash of its code points. The index keeps numbers, since the pairs themselves would
/// be half as long as the text.
pub fn pair_number(pair: &str) -> u32 {
    hash(pair.chars()) & !1
}

/// Two neighbouring words of a heading, without marks, as an odd number.
pub fn words_number(first: &str, second: &str) -> u32 {
    let second = std::iter::once(' ').chain(second.chars());
    hash(first.chars().chain(second)) | 1
}

fn hash(text: impl Iterator<Item = char>) -> u32 {
    text.fold(0x811C_9DC5, |hash: u32, c| (hash ^ u32::from(c)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::probes::decode;
    use super::*;

    fn of(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        tokens(text, |token| {
            found.push(match token {
                Token::Word(word) => word.to_owned(),
                Token::Pair(pair) => format!("+{pair}"),
            })
        });
        found
    }

    fn key(word: &str) -> Key {
        Key::of(&of(word).concat())
    }

    #[test]
    fn words_stand_between_blanks_and_signs() {
        for (text, words) in [
            ("Mua bán NGƯỜI!", "mua bán người"),
            ("Tie\u{302}\u{301}ng Vie\u{323}\u{302}t", "tiếng việt"),
            ("Luật 53/2024/QH15", "luật 53 2024 qh15"),
            ("lừa\u{200B}đảo \u{AD}a", "lừađảo a"),
            ("１１１ ១១១ ໑໑໑", "111 111 111"),
            ("", ""),
            ("—…", ""),
        ] {
            assert_eq!(of(text).join(" "), words, "{text}");
        }
        assert!(of(&"x".repeat(41)).is_empty());
    }

    #[test]
    fn a_word_has_three_keys() {
        for (word, bare, marks, shapes) in [
            ("bán", "ban", "s", ""),
            ("ban", "ban", "", ""),
            ("bạn", "ban", "j", ""),
            ("đa", "da", "d", "d"),
            ("ĐƯỜNG", "duong", "dwf", "dw"),
            ("Việt", "viet", "aj", "a"),
            ("thuở", "thuo", "wr", "w"),
            ("ăn", "an", "b", "b"),
            ("ƀuôn", "buon", "oa", "oa"),
            ("hóa", "hoa", "s", ""),
            ("hoá", "hoa", "s", ""),
        ] {
            let key = key(word);
            assert_eq!((key.bare.as_str(), key.marks.as_str(), key.shapes()), (bare, marks, shapes), "{word}");
        }
    }

    #[test]
    fn scripts_without_blanks_give_pairs() {
        for (text, pairs) in [
            ("打擊", "+打擊"),
            ("人", "+人"),
            ("世界人權", "+世界 +界人 +人權"),
            ("gọi 111 打擊", "gọi 111 +打擊"),
            ("ມະນຸດ", "+ມະ +ະນຸ +ນຸດ"),
            ("ꪼꪕ ꪁꪫꪱꪣ", "+ꪼꪕ +ꪁꪫ +ꪫꪱ +ꪱꪣ"),
            ("មនុស្ស", "+មនុ +នុស្ស"),
        ] {
            assert_eq!(of(text).join(" "), pairs, "{text}");
        }
    }

    #[test]
    fn khmer_words_are_the_same_however_they_were_typed() {
        let fixture = include_str!("../../../../tests/data/khmer-folding.tsv");
        let lines = fixture.lines().filter(|line| !line.starts_with('#')).skip(1);
        let mut seen = 0;
        for line in lines {
            let columns: Vec<&str> = line.split('\t').collect();
            let (a, b) = (of(&decode(columns[0])), of(&decode(columns[1])));
            assert_eq!(a == b, columns[2] == "=", "{line}: {a:?} {b:?}");
            seen += 1;
        }
        assert_eq!(seen, 17);
    }

    #[test]
    fn texts_are_taken_for_what_the_browser_takes_them_for() {
        let fixture = include_str!("../../../../tests/data/search-keys.tsv");
        for line in fixture.lines().filter(|line| !line.starts_with('#')).skip(1) {
            let (text, wanted) = line.split_once('\t').unwrap();
            let mut found = Vec::new();
            tokens(&decode(text), |token| {
                found.push(match token {
                    Token::Word(word) => format!("{word} {} {}", Key::of(word).bare, Key::of(word).marks),
                    Token::Pair(pair) => format!("+{pair}"),
                });
            });
            assert_eq!(found.join(", "), decode(wanted), "{text}");
        }
    }

    #[test]
    fn numbers_of_pairs_are_those_of_the_browser() {
        assert_eq!(hash("".chars()), 0x811C_9DC5);
        assert_eq!(hash("a".chars()), 0xE40C_292C);
        assert_eq!((pair_number("打擊"), words_number("", "").is_multiple_of(2)), (3_484_644_408, false));
    }

    proptest! {
        #[test]
        fn both_forms_of_a_text_have_the_same_tokens(text in "[a-zA-ZàảãáạăằắđêệơữừưựĐƀ打擊កខ្រិ ]{0,20}") {
            let nfd: String = text.nfd().collect();
            prop_assert_eq!(of(&nfd), of(&text));
        }

        #[test]
        fn plain_texts_have_the_tokens_of_all_others(text in "[ -~À-ÿĀ-įıŊ-ŷĐđƀƠơƯưẠ-ỹ“”‘’«»…–—×÷]{0,60}") {
            let (mut quick, mut slow) = (Vec::new(), Vec::new());
            let owned = |token: Token<'_>| format!("{token:?}");
            plain_tokens(&text, &mut |token| quick.push(owned(token)));
            tokens_by_tables(&text, &mut |token| slow.push(owned(token)));
            prop_assert!(!latin::is_plain(&text) || quick == slow, "{:?} {:?}", quick, slow);
        }

        #[test]
        fn any_text_has_tokens_and_they_are_not_empty(text in any::<String>()) {
            for token in of(&text) {
                prop_assert!(!token.trim_start_matches('+').is_empty());
            }
        }

        #[test]
        fn khmer_written_in_order_stays_so(text in "[\u{1780}-\u{17DD}]{0,12}") {
            let once = khmer::syllables(&text).concat();
            prop_assert_eq!(khmer::syllables(&once).concat(), once.clone());
        }
    }
}
