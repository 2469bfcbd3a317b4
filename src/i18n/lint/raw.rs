//! What can only be seen in the bytes of a file, since reading them mends it.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::base::{Diagnostic, Place, SitePath};

/// The first place where words are written with letters and marks apart: such words are not found by those who search
/// the file, and another program that reads it may not put them together.
pub fn not_nfc(path: &SitePath, text: &str, bytes: &[u8]) -> Option<Diagnostic> {
    let raw = std::str::from_utf8(bytes).ok().filter(|raw| !is_nfc(raw))?;
    let raw = raw.replace("\r\n", "\n").replace('\r', "\n");
    let mut start = 0;
    // NFC changes no line ends, so the lines go in step.
    for (written, read) in raw.trim_start_matches('\u{FEFF}').split('\n').zip(text.split('\n')) {
        if !written.starts_with('#') && !is_nfc(written) {
            let equal = written.chars().zip(written.nfc()).take_while(|(a, b)| a == b);
            let before: usize = equal.map(|(c, _)| c.len_utf8()).sum();
            let rest = read.get(before..).unwrap_or_default();
            let length = rest.chars().next().map_or(0, char::len_utf8);
            let place = Place::at(path, start + before..start + before + length);
            return Some(Diagnostic::error("strings-not-nfc", place));
        }
        start += read.len() + 1;
    }
    None
}
