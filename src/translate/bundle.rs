//! What goes to a translator and what comes back.

use std::collections::BTreeMap;

use crate::base::text::{Decoded, decode, passage};
use crate::base::{Date, Diagnostic, Lang, Place, Span, limits};

use super::carry::Proposal;
use super::skeleton::{BODY, Skeleton};
use super::{po_read, xliff_read};

/// An original on its way to a translator.
#[derive(Clone, Debug)]
pub struct Bundle {
    /// The entry: its path under `content/`, `.` for the home page.
    pub entry: String,
    /// The language of the translation.
    pub lang: Lang,
    /// The language of the original.
    pub source_lang: Lang,
    /// The digest of the original (`site::translation_digest`).
    pub digest: String,
    /// The title of the site.
    pub site: String,
    /// The day of the original's last change, where it has one.
    pub updated: Option<Date>,
    /// The original.
    pub original: Skeleton,
    /// What the present translation offers, one for each unit of the original.
    pub proposals: Vec<Proposal>,
}

/// What came back from a translator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The path of the file, for messages.
    pub file: String,
    /// The entry that it says it belongs to.
    pub entry: String,
    /// The language that it says it is in.
    pub lang: Lang,
    /// The digest of the original that it was made from.
    pub digest: String,
    /// The units in the order of the file.
    pub units: Vec<Returned>,
    /// Where the file says what it belongs to.
    pub head: Span,
}

/// A unit that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    /// Its address inside the entry.
    pub key: String,
    /// The words of the original.
    pub source: String,
    /// The words of the translation; empty if there are none yet.
    pub target: String,
    /// Whether the translator says that it is not finished.
    pub is_fuzzy: bool,
    /// Where it stands in the file.
    pub span: Span,
}

impl Returned {
    /// Whether it needs more work before it can be published.
    pub fn is_unfinished(&self) -> bool {
        self.is_fuzzy || self.target.trim().is_empty()
    }

    /// Whether its words are those of the original.
    fn is_copy(&self) -> bool {
        passage(&self.target).is_some_and(|words| passage(&self.source) == Some(words))
    }
}

impl Imported {
    /// The units that need more work. Words of the original may stand as a quotation, but not everywhere.
    pub fn unfinished(&self) -> usize {
        let open = self.units.iter().filter(|unit| unit.is_unfinished() && !self.is_inherited(unit)).count();
        let copies = self.units.iter().filter(|unit| unit.is_copy()).count();
        let long = self.units.iter().filter(|unit| passage(&unit.target).is_some()).count();
        if copies * 2 > long { open + copies } else { open }
    }

    /// The words for each unit of the original, to be written with [`Skeleton::write`]: none for what is not finished,
    /// empty for what the translation leaves to the original.
    pub fn texts(&self, original: &Skeleton) -> Vec<Option<String>> {
        let is_settled = |unit: &&Returned| !unit.is_unfinished() || self.is_inherited(unit);
        let by_key: BTreeMap<&str, &Returned> =
            self.units.iter().filter(is_settled).map(|unit| (unit.key.as_str(), unit)).collect();
        original
            .units()
            .iter()
            .map(|unit| by_key.get(unit.key.as_str()).map(|unit| unit.target.trim().to_owned()))
            .collect()
    }

    /// Whether a translation may do without words for a unit: all of the front matter but the title (DESIGN section 3).
    /// A list is left to the original as a whole or not at all.
    fn is_inherited(&self, unit: &Returned) -> bool {
        let is_empty = |unit: &Returned| unit.target.trim().is_empty() && !unit.is_fuzzy;
        if unit.key == "title" || unit.key.starts_with(BODY) || !is_empty(unit) {
            return false;
        }
        let list = |key: &str| {
            let (list, number) = key.split_once('.')?;
            number.bytes().all(|byte| byte.is_ascii_digit()).then(|| list.to_owned())
        };
        let own = list(&unit.key);
        own.is_none() || self.units.iter().filter(|other| list(&other.key) == own).all(is_empty)
    }
}

/// Reads a file of a translator, PO or XLIFF as its first sign says. `file` is its path for messages.
/// A file that is damaged in any place is refused whole.
pub fn read(file: &str, bytes: &[u8]) -> Result<Imported, Vec<Diagnostic>> {
    let damaged = |reason| Err(vec![Diagnostic::error("exchange-damaged", Place::file(file)).arg("reason", reason)]);
    if bytes.len() as u64 > limits::TEXT_FILE_BYTES {
        return damaged("too-large");
    }
    match decode(bytes) {
        Decoded::Text(text) if text.trim_start().starts_with('<') => xliff_read::from_xliff(file, &text),
        Decoded::Text(text) => po_read::from_po(file, &text),
        Decoded::Utf16 | Decoded::NotUtf8 { .. } => damaged("not-utf-8"),
        Decoded::Binary => damaged("binary"),
    }
}
