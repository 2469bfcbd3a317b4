//! Pictures, sound and film for those who cannot see or hear them: a description that describes, the words that are said,
//! the true length.
//!
//! Bad: `![IMG_1234](anh-1.jpg)`. Good: `![Hai người nói chuyện trước nhà văn hóa](anh-1.jpg)`.

use crate::base::{Diagnostic, Place, Severity, Span, limits};
use crate::model::{Facts, MediaKind};
use crate::site::{Entry, Sight, Text, fact_file, minutes};

use super::{Check, nothing_of_site};

/// The check.
pub const CHECK: Check = Check {
    codes: &["alt-is-file-name", "alt-too-long", "player-without-transcript", "minutes-differ"],
    of_entry,
    of_site: nothing_of_site,
};

fn of_entry(entry: &Entry, _: &Sight<'_>) -> Vec<Diagnostic> {
    entry.texts.values().flat_map(|text| of_text(entry, text)).collect()
}

fn of_text(entry: &Entry, text: &Text) -> Vec<Diagnostic> {
    let place = |span: &Span| Place::at(&text.summary.file, span.clone());
    let mut findings = Vec::new();
    for media in &text.summary.media {
        findings.extend(of_words(&media.alt, Some(&media.file), place(&media.span)));
        if media.kind != MediaKind::Picture && !media.has_transcript {
            let mut finding = Diagnostic::warning("player-without-transcript", place(&media.span));
            if text.facts.text("status") == Some("approved") {
                finding.severity = Severity::Error;
            }
            findings.push(finding.arg("file", media.file.rsplit('/').next().unwrap_or("")));
        }
    }
    let image = text.facts.group("image");
    if let Some((alt, span)) = image.and_then(|image| Some((image.text("alt")?, image.span("alt")?))) {
        findings.extend(of_words(alt, image.and_then(|image| image.text("file")), place(&span)));
    }
    let audio = text.facts.group("audio");
    findings.extend(audio.and_then(|audio| of_minutes(entry, text, audio)));
    findings
}

/// A description that is none, or that nobody can listen to.
fn of_words(alt: &str, file: Option<&str>, place: Place) -> Option<Diagnostic> {
    let count = alt.chars().count();
    if count > limits::DESCRIPTION {
        let finding = Diagnostic::error("alt-too-long", place).arg("count", count);
        return Some(finding.arg("limit", limits::DESCRIPTION));
    }
    is_file_name(alt, file).then(|| Diagnostic::error("alt-is-file-name", place).arg("alt", alt))
}

/// Names that cameras, telephones and programs give to pictures, without their numbers and signs.
const GIVEN: &[&str] = &[
    "",
    "anh",
    "ảnh",
    "hinh",
    "hình",
    "ảnhchụpmànhình",
    "anhchupmanhinh",
    "img",
    "image",
    "pic",
    "picture",
    "photo",
    "dsc",
    "dscn",
    "dscf",
    "pxl",
    "mvimg",
    "vid",
    "mov",
    "scan",
    "screenshot",
    "screenshotat",
    "untitled",
    "unnamed",
    "download",
    "fbimg",
    "received",
    "whatsappimage",
    "whatsappimageatpm",
    "whatsappimageatam",
    "z",
    "zalo",
];

fn is_file_name(alt: &str, file: Option<&str>) -> bool {
    if alt.is_empty() {
        return false;
    }
    let alt = alt.to_lowercase();
    let stem = |name: &str| name.rsplit_once('.').map_or_else(|| name.to_owned(), |(stem, _)| stem.to_owned());
    let name = file.map(|file| file.rsplit('/').next().unwrap_or(file).to_lowercase());
    let is_own = name.is_some_and(|name| alt == name || alt == stem(&name));
    let ending = alt.rsplit_once('.').map_or("", |(_, ending)| ending);
    let has_ending = MediaKind::of_extension(ending).is_some() || matches!(ending, "heic" | "gif" | "bmp" | "tiff");
    let letters: String = stem(&alt).chars().filter(|c| c.is_alphabetic()).collect();
    let is_one_word = !alt.contains(char::is_whitespace);
    let is_coded = alt.contains('_') || (alt.contains('-') && alt.contains(|c: char| c.is_ascii_digit()));
    is_own || has_ending || GIVEN.contains(&letters.as_str()) || (is_one_word && is_coded)
}

/// Minutes that are typed and are not those of the file.
fn of_minutes(entry: &Entry, text: &Text, audio: &Facts) -> Option<Diagnostic> {
    let (typed, span) = (audio.count("minutes")?, audio.span("minutes")?);
    let (_, media) = fact_file(entry, &entry.original, audio.text("file")?)?;
    let seconds = media.seconds()?;
    let away = u64::from(seconds).abs_diff(u64::from(typed) * 60);
    // Whole minutes are all that can be typed: a minute and a half may be called one or two.
    let is_rounded = away < 60 && typed > 0;
    if away * 100 <= u64::from(seconds) * 15 || is_rounded {
        return None;
    }
    let right = minutes(seconds).max(1);
    let finding = Diagnostic::warning("minutes-differ", Place::at(&text.summary.file, span)).arg("typed", typed);
    Some(finding.arg("right", right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_told_from_descriptions() {
        for name in [
            "anh-1.jpg",
            "Anh-1",
            "IMG_1234",
            "img 1234",
            "Ảnh 1",
            "Screenshot 2026-01-02 at 10.11.12",
            "DSC00012.JPG",
            "1234",
            "z5021_ab3",
            "ho_p-thon",
            "Ảnh chụp màn hình 2026-01-02",
            "x.heic",
        ] {
            assert!(is_file_name(name, Some("a/anh-1.jpg")), "{name}");
        }
        for words in
            ["Hai người nói chuyện", "Ảnh hai mẹ con", "Cột mốc 1145", "Loa", "Đường 4-A qua bản", "Bru-Vân Kiều"]
        {
            assert!(!is_file_name(words, Some("anh-1.jpg")), "{words}");
        }
        assert!(is_file_name("hop-thon", Some("Hop-Thon.PNG")));
    }
}
