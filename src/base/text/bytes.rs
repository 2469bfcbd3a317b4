//! From the bytes of a file to text. The site holds UTF-8, NFC and LF only; everything else is named, so that a message
//! can say what to do.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::glance::{any_byte, any_pair, any_three, within};
use crate::base::{Diagnostic, Place, SitePath};

/// What the bytes of a file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decoded {
    /// Text in NFC, with LF between lines and no byte order mark.
    Text(String),
    /// UTF-16, as Notepad writes it under the name "Unicode".
    Utf16,
    /// No text at all: a picture, a Word document, a film.
    Binary,
    /// Text in an older encoding, or a damaged file.
    NotUtf8 {
        /// Where the first wrong byte stands in the file.
        offset: usize,
        /// The line of that byte read as windows-1258, if that gives letters.
        guess: Option<String>,
    },
}

impl Decoded {
    /// Why a file that is no sound text cannot be taken; `bytes` are those that were decoded.
    pub fn refusal(&self, file: &SitePath, bytes: &[u8]) -> Option<Diagnostic> {
        match self {
            Decoded::Text(_) => None,
            Decoded::Utf16 => Some(Diagnostic::error("utf-16-file", Place::file(file))),
            Decoded::Binary => Some(Diagnostic::error("binary-file", Place::file(file))),
            Decoded::NotUtf8 { offset, guess } => {
                // The offset counts bytes of the file, places count bytes of the text, which has no mark.
                let at = if bytes.starts_with(MARK) { offset.saturating_sub(MARK.len()) } else { *offset };
                let finding = Diagnostic::error("not-utf-8", Place::at(file, at..at));
                Some(guess.iter().fold(finding, |finding, guess| finding.arg("guess", guess)))
            }
        }
    }
}

/// The byte order mark, which [`decode`] drops from the text of a sound file.
pub const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Whether a character cannot stand in any output: control characters and noncharacters, which XML 1.0 does not know.
pub fn is_forbidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t')) || u32::from(c) & 0xFFFE == 0xFFFE
}

/// Whether a text may hold a character that [`is_forbidden`] names.
pub fn may_hold_forbidden(text: &str) -> bool {
    let is_control = |byte: u8| (byte < 0x20) & (byte != b'\n') & (byte != b'\t') | (byte == 0x7F);
    // The other controls, and the last two code points of every plane.
    let is_hidden = |first: u8, second: u8| {
        ((first == 0xC2) & (second < 0xA0)) | ((first == 0xBF) & ((second == 0xBE) | (second == 0xBF)))
    };
    any_byte(text.as_bytes(), is_control) || any_pair(text.as_bytes(), is_hidden)
}

/// The beginnings of files that people rename to `.md` by mistake: zip (and so .docx), old Word, PDF, RTF.
const FOREIGN_HEADS: [&[u8]; 4] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"%PDF-", b"{\\rtf"];

/// Bytes looked at to tell UTF-16 from other files with NUL bytes: some lines are enough.
const SAMPLE: usize = 1_024;

/// Bytes of a broken line that are guessed at: more does not fit into a message.
const GUESS_BYTES: usize = 200;

/// The high half of windows-1258, from
/// <https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1258.TXT>. U+FFFD marks the nine bytes that it
/// leaves undefined.
const WINDOWS_1258: [char; 128] = [
    '€', '\u{FFFD}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', '\u{FFFD}', '‹', 'Œ', '\u{FFFD}', '\u{FFFD}', '\u{FFFD}',
    '\u{FFFD}', '‘', '’', '“', '”', '•', '–', '—', '\u{2DC}', '™', '\u{FFFD}', '›', 'œ', '\u{FFFD}', '\u{FFFD}', 'Ÿ',
    '\u{A0}', '¡', '¢', '£', '¤', '¥', '¦', '§', '¨', '©', 'ª', '«', '¬', '\u{AD}', '®', '¯', '°', '±', '²', '³', '´',
    'µ', '¶', '·', '¸', '¹', 'º', '»', '¼', '½', '¾', '¿', 'À', 'Á', 'Â', 'Ă', 'Ä', 'Å', 'Æ', 'Ç', 'È', 'É', 'Ê', 'Ë',
    '\u{300}', 'Í', 'Î', 'Ï', 'Đ', 'Ñ', '\u{309}', 'Ó', 'Ô', 'Ơ', 'Ö', '×', 'Ø', 'Ù', 'Ú', 'Û', 'Ü', 'Ư', '\u{303}',
    'ß', 'à', 'á', 'â', 'ă', 'ä', 'å', 'æ', 'ç', 'è', 'é', 'ê', 'ë', '\u{301}', 'í', 'î', 'ï', 'đ', 'ñ', '\u{323}',
    'ó', 'ô', 'ơ', 'ö', '÷', 'ø', 'ù', 'ú', 'û', 'ü', 'ư', '₫', 'ÿ',
];

/// Reads the bytes of a text file.
pub fn decode(bytes: &[u8]) -> Decoded {
    // The mark of UTF-32 in the common byte order begins like that of UTF-16; the advice to the editor is the same.
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Decoded::Utf16;
    }
    if FOREIGN_HEADS.iter().any(|head| bytes.starts_with(head)) {
        return Decoded::Binary;
    }
    if bytes.contains(&0) {
        return if looks_like_utf16(bytes) { Decoded::Utf16 } else { Decoded::Binary };
    }
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match simdutf8::compat::from_utf8(body) {
        Ok(text) => Decoded::Text(normalise(text)),
        Err(fault) => {
            let guess = broken_line(body, fault.valid_up_to()).and_then(guess);
            Decoded::NotUtf8 { offset: bytes.len() - body.len() + fault.valid_up_to(), guess }
        }
    }
}

fn normalise(text: &str) -> String {
    let lines =
        if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { text.into() };
    if is_surely_nfc(&lines) || is_nfc(&lines) { lines.into_owned() } else { lines.nfc().collect() }
}

/// Whether all characters of a text are such as stand in NFC whatever stands beside them: those below U+0300, the block
/// that holds the letters of Vietnamese, and signs of print.
fn is_surely_nfc(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_doubtful = |first: u8, second: u8| {
        let is_sign = (second == 0x80) | (second == 0x82) | (second == 0x86);
        ((first >= 0xCC) & (first != 0xE1) & (first != 0xE2))
            | ((first == 0xE1) & !within(second, 0xB8, 0xBB))
            | ((first == 0xE2) & !is_sign)
    };
    // The first two blanks of General Punctuation stand for others.
    let is_blank = |first: u8, second: u8, third: u8| (first == 0xE2) & (second == 0x80) & (third < 0x82);
    text.is_ascii() || !(any_pair(bytes, is_doubtful) || any_three(bytes, is_blank))
}

/// Whether the NUL bytes stand where UTF-16 has them: at every other place only, and often.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let even = sample.iter().step_by(2).filter(|byte| **byte == 0).count();
    let odd = sample.iter().skip(1).step_by(2).filter(|byte| **byte == 0).count();
    // Vietnamese has an ASCII letter or a space in more than half of its places, so a quarter of all bytes is NUL.
    even.min(odd) == 0 && even.max(odd) * 8 >= sample.len()
}

/// The line that holds the wrong byte, without its ending.
fn broken_line(bytes: &[u8], wrong: usize) -> Option<&[u8]> {
    let (before, after) = bytes.split_at_checked(wrong)?;
    let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let start = before.iter().rposition(is_end).map_or(0, |end| end + 1);
    let end = after.iter().position(is_end).map_or(bytes.len(), |end| wrong + end);
    // Letters that are right UTF-8 on the same line mean a damaged file, not an older encoding: a guess would be noise.
    bytes.get(start..wrong)?.is_ascii().then_some(bytes.get(start..end)?)
}

fn guess(line: &[u8]) -> Option<String> {
    let line = line.get(..GUESS_BYTES).unwrap_or(line);
    let text: String = line.iter().map(|byte| windows_1258(*byte)).nfc().collect();
    let readable = text.chars().all(|c| c != '\u{FFFD}' && (c == '\t' || !c.is_control()));
    (readable && text.chars().any(|c| c.is_alphabetic() && !c.is_ascii())).then_some(text)
}

/// A whole file of windows-1258 as text in NFC, with the line ends that it has; none if it may be anything else.
pub fn from_windows_1258(bytes: &[u8]) -> Option<String> {
    // Letters that are right UTF-8 mean a file of two minds: one of them would be destroyed.
    let is_mixed = |line: &[u8]| !line.is_ascii() && std::str::from_utf8(line).is_ok();
    if bytes.is_ascii() || bytes.split(|byte| matches!(byte, b'\n' | b'\r')).any(is_mixed) {
        return None;
    }
    let text: String = bytes.iter().map(|byte| windows_1258(*byte)).nfc().collect();
    let is_text = |c: char| c != '\u{FFFD}' && (matches!(c, '\n' | '\r' | '\t') || !c.is_control());
    text.chars().all(is_text).then_some(text)
}

fn windows_1258(byte: u8) -> char {
    let high = usize::from(byte).checked_sub(128).and_then(|place| WINDOWS_1258.get(place));
    high.copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::glance::tests::characters;
    use super::*;

    fn text(bytes: &[u8]) -> String {
        match decode(bytes) {
            Decoded::Text(text) => text,
            other => panic!("{other:?}"),
        }
    }

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn a_mark_and_windows_line_ends_are_dropped() {
        assert_eq!(text(b"\xEF\xBB\xBFa\r\nb\rc\n\r\nd"), "a\nb\nc\n\nd");
        assert_eq!(text(b""), "");
        // Only the first mark is one; a second is an invisible character that a check reports.
        assert_eq!(text("\u{FEFF}\u{FEFF}a".as_bytes()), "\u{FEFF}a");
    }

    #[test]
    fn text_is_brought_to_nfc() {
        assert_eq!(text("Tie\u{302}\u{301}ng Vie\u{323}\u{302}t".as_bytes()), "Tiếng Việt");
        assert_eq!(text("č\u{306} ơ\u{306} e\u{301}\u{302}".as_bytes()), "č\u{306} ơ\u{306} é\u{302}");
    }

    #[test]
    fn quick_answers_are_those_of_the_tables() {
        use unicode_normalization::char::canonical_combining_class;
        use unicode_normalization::{IsNormalized, is_nfc_quick};
        let mut count = 0;
        for c in characters() {
            let text = c.to_string();
            for text in [format!("a{c}b"), text.clone()] {
                assert!(!is_forbidden(c) || may_hold_forbidden(&text), "{c:?}");
            }
            // Such characters side by side are in NFC, since none is a mark and none joins the one before.
            if is_surely_nfc(&text) {
                let is_still = is_nfc_quick(text.chars()) == IsNormalized::Yes && canonical_combining_class(c) == 0;
                assert!(is_still, "{c:?}");
                count += 1;
            }
        }
        assert_eq!(count, 0x300 + 0x100 + 62 + 64 + 64);
        for strange in ["e\u{301}", "dài\u{300}", "\u{2000}", "a\u{212B}", "ក", "\u{1E0A}\u{323}"] {
            assert!(!is_surely_nfc(strange), "{strange}");
        }
        assert!(!may_hold_forbidden("Gọi 111:\n\t“ngay” – \u{A0}đi…"));
    }

    #[test]
    fn utf16_is_named_with_and_without_its_mark() {
        for big in [true, false] {
            assert_eq!(decode(&utf16("\u{FEFF}Đường dây nóng", big)), Decoded::Utf16);
            assert_eq!(decode(&utf16("Đường dây nóng 111 của cả nước", big)), Decoded::Utf16);
        }
    }

    #[test]
    fn files_that_are_no_text_are_named() {
        for bytes in
            [&b"PK\x03\x04rest"[..], b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"a\0\0b", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"]
        {
            assert_eq!(decode(bytes), Decoded::Binary, "{bytes:?}");
        }
    }

    #[test]
    fn an_older_encoding_is_guessed_at() {
        // "Tiếng Việt" in windows-1258: ê and a combining mark after it.
        let mut bytes = "\u{FEFF}Dòng đầu\n".as_bytes().to_vec();
        let offset = bytes.len() + 3;
        bytes.extend_from_slice(b"Ti\xEA\xECng Vi\xEA\xF2t\r\nsau");
        let guess = Some("Tiếng Việt".to_owned());
        assert_eq!(decode(&bytes), Decoded::NotUtf8 { offset: offset - 1, guess });
    }

    #[test]
    fn a_whole_file_of_an_older_encoding_is_read_or_left() {
        let old = b"---\r\ntitle: Ti\xEA\xECng Vi\xEA\xF2t\r\n---\r\n";
        assert_eq!(from_windows_1258(old).as_deref(), Some("---\r\ntitle: Tiếng Việt\r\n---\r\n"));
        for bytes in
            [&b"abc"[..], "Việt\nVi\u{EA}t".as_bytes(), b"Vi\xEAt\nVi\xE1\xBB\x87t", b"Vi\xEAt\xD2\x01", b"\x8D\xEA"]
        {
            assert_eq!(from_windows_1258(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn a_damaged_file_is_not_guessed_at() {
        let whole = "Tiếng Việt".as_bytes();
        let cut = whole.get(..whole.len() - 2).unwrap();
        assert_eq!(decode(cut), Decoded::NotUtf8 { offset: cut.len() - 2, guess: None });
        assert_eq!(decode(b"a\x81b"), Decoded::NotUtf8 { offset: 1, guess: None });
    }

    proptest! {
        #[test]
        fn any_bytes_are_something(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            if let Decoded::Text(text) = decode(&bytes) {
                prop_assert!(is_nfc(&text) && !text.contains('\r'));
                let again = decode(text.trim_start_matches('\u{FEFF}').as_bytes());
                prop_assert_eq!(again, Decoded::Text(text.trim_start_matches('\u{FEFF}').to_owned()));
            }
        }

        #[test]
        fn any_text_without_nul_is_text(text in "[^\0]{0,40}") {
            let known = matches!(decode(text.as_bytes()), Decoded::Text(_) | Decoded::Binary);
            prop_assert!(known);
        }
    }
}
