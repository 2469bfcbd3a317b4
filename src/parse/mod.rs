//! Bytes of one content file to a [`Doc`]. A file is parsed alone: nothing here knows another file, the settings or a
//! language, so the result may be kept for as long as the bytes stay the same. Parsing never fails; what is wrong with
//! a file is said in its diagnostics, and what could be read of it is kept, so that one slip brings one message.

mod address;
#[cfg(test)]
mod bombs;
mod callout;
mod collect;
mod config;
mod depth;
mod front_matter;
mod hidden;
mod hosts;
mod inline;
mod links;
mod markdown;
mod measure;
mod origin;
mod spaces;
#[cfg(test)]
mod tests;

use crate::base::text::{self, Cues, Customs, Decoded, MARK, decode, is_forbidden};
use crate::base::{Diagnostic, Digest, Place, SitePath, Span};
use crate::model::{Block, Doc, Mapping, PhoneSeen, Summary};
use crate::schema;

pub use callout::known_mark;
pub use config::{OUTPUTS, base_of, config};
pub use depth::bounded;
pub use inline::{is_wide, without_comments};
pub use markdown::EXTENSIONS;

use front_matter::Front;
use origin::Origin;

/// Control characters of one file that are looked at further: a damaged file has thousands.
const FORBIDDEN: usize = 100;

/// Parses a content file; `cues` are the words that may stand before a telephone number, `customs` those of its language.
pub fn document(file: &SitePath, bytes: &[u8], digest: Digest, cues: &Cues, customs: &Customs) -> Doc {
    let (text, refusal) = read(file, bytes);
    let mut doc =
        if text.trim().is_empty() { empty(file, digest) } else { of_text(file, &text, digest, cues, customs) };
    if let Some(refusal) = refusal {
        // What the rest of such a file says is noise: its letters are not those that somebody typed.
        doc.diagnostics = vec![refusal];
        doc.front.is_sound = false;
    } else if text.trim().is_empty() {
        doc.diagnostics.push(Diagnostic::error("empty-file", Place::file(file)));
    }
    doc
}

/// The body of a content file alone, for the page that shows it: what other pages may know of it is known by then, and
/// where no telephone number was found none is looked for.
pub fn body(summary: &Summary, bytes: &[u8], cues: &Cues) -> Vec<Block> {
    let file = &summary.file;
    let (text, _) = read(file, bytes);
    let Front { body, .. } = front_matter::split(file, &text);
    // What is wrong with it was told when the file was parsed, whatever its language.
    let (has_phones, customs) = (!summary.phones.is_empty(), &Customs::default());
    markdown::blocks(&Origin { file, text: &text, body, cues, has_phones, customs }).blocks
}

/// The text of a file to which all places of its [`Doc`] refer; empty if the file holds no text at all.
pub fn source_text(bytes: &[u8]) -> String {
    match decode(bytes) {
        Decoded::Text(text) => text,
        Decoded::NotUtf8 { .. } => String::from_utf8_lossy(bytes.strip_prefix(MARK).unwrap_or(bytes)).into_owned(),
        Decoded::Utf16 | Decoded::Binary => String::new(),
    }
}

/// Where the YAML of a text stands, and the first byte of its body.
pub fn halves(file: &SitePath, text: &str) -> (Span, usize) {
    let Front { yaml, body, .. } = front_matter::split(file, text);
    (yaml, body)
}

/// The text of a file, and why it cannot be published if it is not sound text.
fn read(file: &SitePath, bytes: &[u8]) -> (String, Option<Diagnostic>) {
    match decode(bytes) {
        Decoded::Text(text) => (text, None),
        undecoded => (source_text(bytes), undecoded.refusal(file, bytes)),
    }
}

fn empty(file: &SitePath, digest: Digest) -> Doc {
    let summary = collect::summary(file, digest, &[], Vec::new());
    Doc { front: Mapping::default(), blocks: Vec::new(), summary, diagnostics: Vec::new() }
}

fn of_text(file: &SitePath, text: &str, digest: Digest, cues: &Cues, customs: &Customs) -> Doc {
    let Front { yaml, body, is_sound, mut diagnostics } = front_matter::split(file, text);
    let (mut front, slips) = schema::mapping(file, text, yaml);
    if is_sound {
        diagnostics.extend(slips);
    } else {
        front.is_sound = false;
    }
    let origin = Origin { file, text, body, cues, has_phones: true, customs };
    let parsed = markdown::blocks(&origin);
    diagnostics.extend(parsed.diagnostics);
    let phones = parsed.phones.into_iter().map(|seen| PhoneSeen { line: line_at(text, seen.span.start), ..seen });
    let summary = collect::summary(file, digest, &parsed.blocks, phones.collect());
    diagnostics.extend(spaces::addresses(&origin, &summary));
    diagnostics.extend(looks(&origin, &front, &summary));
    Doc { front, blocks: parsed.blocks, summary, diagnostics }
}

/// The line of a text that holds a byte.
fn line_at(text: &str, at: usize) -> String {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let head = before.rsplit('\n').next().unwrap_or("");
    let tail = after.split('\n').next().unwrap_or("");
    format!("{head}{tail}")
}

/// What is wrong with the characters of a file, the first few of each kind: a damaged file has thousands.
fn looks(origin: &Origin<'_>, front: &Mapping, summary: &Summary) -> Vec<Diagnostic> {
    let mut found = text::hygiene(origin.file, origin.text, origin.customs, origin.cues);
    let inside = |found: &[Diagnostic], code: &str, place: &Place| {
        let of_code = found.iter().filter(|finding| finding.code.starts_with(code));
        let start = place.span.as_ref().map_or(0, |span| span.start);
        of_code.into_iter().any(|finding| finding.place.span.as_ref().is_some_and(|span| span.contains(&start)))
    };
    // Half of a letter that was read wrongly may be a control character: the letter is what has to be mended.
    let mut others = forbidden(origin);
    others.retain(|finding| !inside(&found, "legacy-", &finding.place));
    found.extend(others);
    let hosts = hosts::check(origin, summary);
    found.retain(|finding| finding.code != "mixed-script-word" || !inside(&hosts, "deceitful-host", &finding.place));
    found.extend(hosts);
    found.extend(hidden::by_backslash(origin, front));
    text::few(found)
}

/// The characters of a text that no page can hold.
fn forbidden(origin: &Origin<'_>) -> Vec<Diagnostic> {
    let finding = |(at, c): (usize, char)| {
        let place = origin.place(&(at..at + c.len_utf8()));
        Diagnostic::error("control-character", place).arg("code", format!("U+{:04X}", u32::from(c)))
    };
    if !text::may_hold_forbidden(origin.text) {
        return Vec::new();
    }
    origin.text.char_indices().filter(|(_, c)| is_forbidden(*c)).take(FORBIDDEN).map(finding).collect()
}
