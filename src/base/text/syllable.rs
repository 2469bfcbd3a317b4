//! Whether a word is a Vietnamese syllable: onset, rime and tone. Only what is written as Vietnamese is; names such as
//! "Đắk" are not, and nothing here says that a word exists.

use super::latin;

/// The vowels of a rime, each with its tones: level, huyền, hỏi, ngã, sắc, nặng.
const VOWELS: [(u8, [char; 6]); 12] = [
    (b'a', ['a', 'à', 'ả', 'ã', 'á', 'ạ']),
    (b'A', ['ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ']),
    (b'2', ['â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ']),
    (b'e', ['e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ']),
    (b'E', ['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ']),
    (b'i', ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị']),
    (b'o', ['o', 'ò', 'ỏ', 'õ', 'ó', 'ọ']),
    (b'O', ['ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ']),
    (b'7', ['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ']),
    (b'u', ['u', 'ù', 'ủ', 'ũ', 'ú', 'ụ']),
    (b'U', ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự']),
    (b'y', ['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ']),
];

/// đ, in the letters of this file.
const D: u8 = b'D';

/// Letters of the longest onset, "ngh".
const ONSET: usize = 3;

/// The rimes without their tones, by their first vowel: ă is `A`, â `2`, ê `E`, ô `O`, ơ `7`, ư `U`.
const RIMES: [(u8, &str); 12] = [
    (b'a', "a ac ach ai am an ang anh ao ap at au ay"),
    (b'A', "Ac Am An Ang Ap At"),
    (b'2', "2c 2m 2n 2ng 2p 2t 2u 2y"),
    (b'e', "e ec em en eng eo ep et"),
    (b'E', "E Ech Em En Enh Ep Et Eu"),
    (b'i', "i ia ich im in inh ip it iu iEc iEm iEn iEng iEp iEt iEu"),
    (
        b'o',
        "o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oAc oAm oAn oAng oAt oe oen oeo \
         oet ooc oong",
    ),
    (b'O', "O Oc Oi Om On Ong Op Ot"),
    (b'7', "7 7i 7m 7n 7p 7t"),
    (
        b'u',
        "u ua uc ui um un ung up ut u2n u2ng u2t u2y uE uEch uEnh u7 uOc uOi uOm uOn uOng uOt uy uya uych uyn uynh \
         uyp uyt uyu uyEn uyEt",
    ),
    (b'U', "U Ua Uc Ui Um Ung Ut Uu U7c U7i U7m U7n U7ng U7p U7t U7u"),
    (b'y', "y yEm yEn yEng yEt yEu"),
];

/// More rimes that only `qu` has before it, since its u is a part of them in speech.
const AFTER_QU: &str = "ych yn ynh yp yt yu";

/// Letters of the longest syllable, "nghiêng".
pub(super) const LONGEST: usize = 7;

/// Whether a word is one Vietnamese syllable, in small letters, with a first capital, or in capitals.
/// The word is in NFC; only the letters of Vietnamese are looked at, so `f` and an apostrophe make it none.
pub(super) fn is_syllable(word: &str) -> bool {
    !word.contains('?') && spell(word).is_some_and(|spelling| spelling.is_sound())
}

/// Whether letters can be put in the place of the `?` of a word so that it becomes a syllable: "Vi?t", "ng??i".
/// Only vowels are looked for; the word must have a letter on either side of each row of `?`.
pub(super) fn is_torn_syllable(word: &str) -> bool {
    if word.starts_with('?') || word.ends_with('?') {
        return false;
    }
    spell(word).is_some_and(|spelling| spelling.tone == 0 && spelling.is_sound())
}

/// A word in the letters of this file.
struct Spelling {
    letters: [u8; LONGEST],
    length: usize,
    tone: usize,
}

fn spell(word: &str) -> Option<Spelling> {
    let mut spelling = Spelling { letters: [0; LONGEST], length: 0, tone: 0 };
    let (mut capitals, mut lost, mut first) = (0, 0, false);
    for c in word.chars() {
        let (letter, tone, is_capital) = letter(c)?;
        *spelling.letters.get_mut(spelling.length)? = letter;
        if tone > 0 && std::mem::replace(&mut spelling.tone, tone) > 0 {
            return None;
        }
        first |= is_capital && spelling.length == 0;
        capitals += usize::from(is_capital);
        lost += usize::from(c == '?');
        spelling.length += 1;
    }
    let is_cased = capitals == 0 || capitals + lost == spelling.length || (capitals == 1 && first);
    (spelling.length > 0 && is_cased).then_some(spelling)
}

/// A letter as it is called here, its tone from 0, and whether it is a capital.
fn letter(c: char) -> Option<(u8, usize, bool)> {
    if c.is_ascii() {
        let small = c.to_ascii_lowercase();
        let is_known = small == '?' || (small.is_ascii_lowercase() && !matches!(small, 'f' | 'j' | 'w' | 'z'));
        return is_known.then(|| (u8::try_from(small).unwrap_or(0), 0, c.is_ascii_uppercase()));
    }
    // Of the letters that have no simple rule only one is an i, and that one is Turkish.
    let small = latin::small(c).or_else(|| c.to_lowercase().next().filter(|small| *small == 'i'))?;
    if small == 'i' {
        return Some((b'i', 0, true));
    }
    let (name, tone) = SMALL.get(place(small)?).copied().filter(|(name, _)| *name != 0)?;
    Some((name, usize::from(tone), c != small))
}

/// Places in [`SMALL`]: of the letters up to ư, and of those of Latin Extended Additional, which come after them.
const BELOW: u32 = 0x1B1 - 0xC0;
const ABOVE: u32 = 0x1F00 - 0x1EA0;

/// Where a letter stands in [`SMALL`].
const fn place(small: char) -> Option<usize> {
    match small as u32 {
        code @ 0xC0..=0x1B0 => Some((code - 0xC0) as usize),
        code @ 0x1EA0..=0x1EFF => Some((code - 0x1EA0 + BELOW) as usize),
        _ => None,
    }
}

/// The small letters of Vietnamese that are not of ASCII, as they are called here, and their tones; 0 for all others.
const SMALL: [(u8, u8); (BELOW + ABOVE) as usize] = small_letters();

const fn small_letters() -> [(u8, u8); (BELOW + ABOVE) as usize] {
    let mut table = [(0, 0); (BELOW + ABOVE) as usize];
    if let Some(at) = place('đ') {
        table[at] = (D, 0);
    }
    let mut vowel = 0;
    while vowel < VOWELS.len() {
        let (name, tones) = VOWELS[vowel];
        let mut tone = 0;
        while tone < tones.len() {
            if let Some(at) = place(tones[tone]) {
                table[at] = (name, tone as u8);
            }
            tone += 1;
        }
        vowel += 1;
    }
    table
}

/// The letter of ASCII that is left of a small letter of Vietnamese without its marks.
pub(super) fn bare(small: char) -> Option<char> {
    if small.is_ascii() {
        return Some(small);
    }
    let (name, _) = SMALL.get(place(small)?).copied()?;
    match name {
        b'a' | b'A' | b'2' => Some('a'),
        b'e' | b'E' => Some('e'),
        b'i' => Some('i'),
        b'o' | b'O' | b'7' => Some('o'),
        b'u' | b'U' => Some('u'),
        b'y' => Some('y'),
        D => Some('d'),
        _ => None,
    }
}

impl Spelling {
    fn is_sound(&self) -> bool {
        let Some(word) = self.letters.get(..self.length) else { return false };
        (0..=ONSET)
            .filter_map(|length| word.split_at_checked(length))
            .any(|(onset, rime)| is_onset(onset) && fits(onset, rime) && self.closes(rime) && is_rime(onset, rime))
    }

    /// Syllables that end in a stop have no tone but sắc and nặng.
    fn closes(&self, rime: &[u8]) -> bool {
        let is_stop = matches!(rime, [.., b'c' | b'p' | b't'] | [.., b'c', b'h']);
        // A tone that is lost with its letter may have been any.
        !is_stop || matches!(self.tone, 4 | 5) || rime.contains(&b'?')
    }
}

/// Whether letters can begin a syllable. `gi` before a vowel and `qu` are onsets of their own, and so is nothing.
fn is_onset(letters: &[u8]) -> bool {
    match letters {
        [] => true,
        [one] => matches!(one, b'b'..=b'd' | b'g' | b'h' | b'k'..=b'n' | b'p' | b'r'..=b't' | b'v' | b'x' | b'D'),
        _ => matches!(letters, b"ngh" | b"ch" | b"gh" | b"gi" | b"kh" | b"ng" | b"nh" | b"ph" | b"qu" | b"th" | b"tr"),
    }
}

/// Which rimes an onset is written before: k, gh and ngh before e, ê, i and y, the others before the rest.
fn fits(onset: &[u8], rime: &[u8]) -> bool {
    let is_front = matches!(rime, [b'e' | b'E' | b'i' | b'y', ..]);
    let is_lost = matches!(rime, [b'?', ..]);
    match onset {
        b"k" => is_front || is_lost,
        b"gh" | b"ngh" => (is_front && rime.first() != Some(&b'y')) || is_lost,
        b"c" | b"ng" => !is_front,
        // "gì", "gìn", "giếng" are g and a rime with i.
        b"g" => !is_front || matches!(rime, [b'i', ..]),
        b"gi" => !matches!(rime, [b'i' | b'y', ..]),
        b"qu" => !matches!(rime, [b'u' | b'U', ..]),
        _ => true,
    }
}

fn is_rime(onset: &[u8], rime: &[u8]) -> bool {
    if !rime.contains(&b'?') {
        let code = code(rime);
        return SOUND_RIMES.binary_search(&code).is_ok() || (onset == b"qu" && SOUND_AFTER_QU.contains(&code));
    }
    is_listed_rime(onset, rime)
}

/// A rime as a number: its letters as bytes, at most four of them.
const fn code(rime: &[u8]) -> u64 {
    let (mut code, mut at) = (0, 0);
    while at < rime.len() {
        code = code << 8 | rime[at] as u64;
        at += 1;
    }
    code
}

/// The rimes of [`RIMES`] as numbers, in their order.
const SOUND_RIMES: [u64; count(ALL)] = sorted(codes(ALL));

/// Those of [`AFTER_QU`].
const SOUND_AFTER_QU: [u64; count(&[AFTER_QU])] = codes(&[AFTER_QU]);

/// The lists of [`RIMES`].
const ALL: &[&str] = &{
    let mut lists = [""; RIMES.len()];
    let mut at = 0;
    while at < RIMES.len() {
        lists[at] = RIMES[at].1;
        at += 1;
    }
    lists
};

/// How many words some lists have, with one blank between them.
const fn count(lists: &[&str]) -> usize {
    let (mut count, mut list) = (0, 0);
    while list < lists.len() {
        let bytes = lists[list].as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            count += (at == 0 || bytes[at - 1] == b' ') as usize;
            at += 1;
        }
        list += 1;
    }
    count
}

/// The words of some lists as numbers.
const fn codes<const N: usize>(lists: &[&str]) -> [u64; N] {
    let (mut codes, mut found, mut list) = ([0; N], 0, 0);
    while list < lists.len() {
        let bytes = lists[list].as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            if bytes[at] == b' ' {
                found += 1;
            } else {
                codes[found] = codes[found] << 8 | bytes[at] as u64;
            }
            at += 1;
        }
        found += 1;
        list += 1;
    }
    codes
}

const fn sorted<const N: usize>(mut numbers: [u64; N]) -> [u64; N] {
    let mut end = 1;
    while end < N {
        let mut at = end;
        while at > 0 && numbers[at - 1] > numbers[at] {
            (numbers[at - 1], numbers[at]) = (numbers[at], numbers[at - 1]);
            at -= 1;
        }
        end += 1;
    }
    numbers
}

/// The same by the lists themselves, in which letters may be lost.
fn is_listed_rime(onset: &[u8], rime: &[u8]) -> bool {
    let Some(first) = rime.first() else { return false };
    let is_lost = *first == b'?';
    let known = RIMES.iter().filter(|(vowel, _)| is_lost || vowel == first);
    let mut all = known.flat_map(|(_, rimes)| rimes.split(' '));
    let matches = |known: &str| {
        known.len() == rime.len() && known.bytes().zip(rime).all(|(known, seen)| known == *seen || fills(known, *seen))
    };
    all.any(matches) || (onset == b"qu" && AFTER_QU.split(' ').any(matches))
}

/// Whether a letter of a rime may have been lost as a question mark.
fn fills(known: u8, seen: u8) -> bool {
    seen == b'?' && VOWELS.iter().any(|(vowel, _)| *vowel == known)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Every syllable that can be written: some 18,000, most of which mean nothing. The tone stands on the last vowel.
    pub fn syllables() -> Vec<String> {
        let name = |letter: u8| VOWELS.iter().find(|(name, _)| *name == letter);
        let mut all = Vec::new();
        let onsets = "ngh ch gh gi kh ng nh ph qu th tr b c d D g h k l m n p r s t v x".split(' ').chain([""]);
        for onset in onsets {
            for rime in RIMES.iter().flat_map(|(_, rimes)| rimes.split_ascii_whitespace()).chain(AFTER_QU.split(' ')) {
                let last = rime.bytes().rposition(|letter| name(letter).is_some()).unwrap();
                for tone in 0..6 {
                    let letters = rime.bytes().enumerate().map(|(at, letter)| match name(letter) {
                        Some((_, tones)) => tones[if at == last { tone } else { 0 }],
                        None => char::from(letter),
                    });
                    let onset = onset.chars().map(|letter| if letter == 'D' { 'đ' } else { letter });
                    let word: String = onset.chain(letters).collect();
                    all.extend(Some(word).filter(|word| is_syllable(word)));
                }
            }
        }
        all
    }

    #[test]
    fn syllables_are_told_from_other_words() {
        for word in [
            "tôi",
            "Việt",
            "NAM",
            "nghiêng",
            "nghề",
            "gì",
            "giếng",
            "giữ",
            "gìn",
            "quốc",
            "quý",
            "quỳnh",
            "khuya",
            "hòa",
            "hoà",
            "thuở",
            "xoong",
            "đường",
            "Đảo",
            "ĐƯỢC",
            "ý",
            "yêu",
            "ở",
            "ư",
            "uyển",
            "khuỷu",
            "kỹ",
            "quét",
            "chuếch",
            "nãng",
            "xã",
            "công",
            "an",
            "là",
            "rượu",
        ] {
            assert!(is_syllable(word), "{word}");
        }
        for word in [
            "",
            "céng",
            "hßa",
            "chñ",
            "®éc",
            "viÖt",
            "phÝ",
            "ñöôøng",
            "cöùu",
            "hoc",
            "viêt",
            "Jrai",
            "Hmôngz",
            "kao",
            "cê",
            "ghà",
            "ngê",
            "cafe",
            "ngh",
            "nghiêngg",
            "hóà",
            "vIệt",
            "người ",
            "b",
            "quư",
            "bằch",
            "đắk",
            "?",
        ] {
            assert!(!is_syllable(word), "{word}");
        }
    }

    #[test]
    fn every_word_of_the_repaired_lines_is_one() {
        let text = include_str!("../../../tests/data/legacy-encodings.tsv");
        let expected = text.lines().filter_map(|line| {
            let mut fields = line.split('\t');
            matches!(fields.next()?, "tcvn3" | "vni").then_some(fields.nth(1)?)
        });
        let mut count = 0;
        for word in expected.flat_map(|line| line.split(|c: char| !c.is_alphabetic())).filter(|word| !word.is_empty()) {
            assert!(is_syllable(word), "{word}");
            count += 1;
        }
        assert!(count > 150, "{count}");
    }

    #[test]
    fn the_tables_are_the_lists() {
        for onset in [&b"qu"[..], b"", b"th"] {
            let letters = b"aA2eEioO7uUybcgmnpth";
            let rimes = (0..160_000).map(|n: usize| [n / 8_000, n / 400 % 20, n / 20 % 20, n % 20].map(|n| letters[n]));
            for rime in rimes.flat_map(|rime| (1..=4).map(move |length| rime[..length].to_vec())) {
                assert_eq!(is_rime(onset, &rime), is_listed_rime(onset, &rime), "{rime:?}");
            }
        }
        for c in '\0'..=char::MAX {
            let small = c.to_lowercase().next().unwrap_or(c);
            let vowel = VOWELS.iter().find_map(|(name, tones)| Some((*name, tones.iter().position(|t| *t == small)?)));
            let expected = if small == 'đ' { Some((D, 0)) } else { vowel };
            if !c.is_ascii() {
                let expected = expected.map(|(name, tone)| (name, tone, c != small));
                assert_eq!(letter(c), expected, "{c:?}");
            }
        }
    }

    #[test]
    fn a_lost_letter_is_seen() {
        for word in ["Vi?t", "ng??i", "tu?i", "m?t", "đi?u", "kh?ng", "TI?NG", "qu?c", "ngh?a", "c?a"] {
            assert!(is_torn_syllable(word), "{word}");
        }
        for word in ["không?vậy", "gì?có", "ai?", "?a", "sao?em", "a?b", "có?i", "what?is", "b?k"] {
            assert!(!is_torn_syllable(word), "{word}");
        }
    }
}
