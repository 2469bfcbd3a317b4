//! Links, anchors and files: everything that a text refers to is there.
//!
//! Bad: `[xem thêm](../viec-nhe/)` when the folder is `viec-nhe-luong-cao`. Good: the folder's whole name.

use crate::base::{Diagnostic, Lang, Place};
use crate::model::{Direction, Said};
use crate::site::{Entry, FileUse, Measure, Sight, files_of_facts, resolve};

use super::{Check, nothing_of_site};

/// The check.
pub const CHECK: Check = Check {
    codes: &[
        "broken-link",
        "broken-anchor",
        "missing-file",
        "link-to-left-out",
        "unknown-hotline",
        "draft-hotline",
        "picture-unreadable",
        "drawing-refused",
        "sound-unreadable",
        "unknown-media",
        "address-collision",
    ],
    of_entry,
    of_site: nothing_of_site,
};

fn of_entry(entry: &Entry, sight: &Sight<'_>) -> Vec<Diagnostic> {
    let (mut findings, mut files) = (Vec::new(), Vec::new());
    for (lang, text) in &entry.texts {
        let (_, in_text, found) = resolve(sight, entry, (text, lang), lang, &unsaid);
        let (in_facts, more) = files_of_facts(entry, text, lang);
        findings.extend(found.into_iter().chain(more));
        files.extend(in_text.into_iter().chain(in_facts));
    }
    findings.extend(collisions(files));
    findings
}

/// How large and how long a file is does not matter here.
fn unsaid(lang: &Lang, _: Measure) -> Said {
    Said { text: String::new(), lang: lang.clone(), direction: Direction::Ltr }
}

/// Two different files that come to one name; copies of one file do no harm.
fn collisions(mut files: Vec<FileUse>) -> Vec<Diagnostic> {
    files.sort();
    files.dedup_by(|a, b| (&a.output, a.digest) == (&b.output, b.digest));
    let pairs = files.iter().zip(files.iter().skip(1)).filter(|(a, b)| a.output == b.output);
    let finding = |(a, b): (&FileUse, &FileUse)| {
        let finding = Diagnostic::error("address-collision", Place::file(&b.source));
        finding.arg("address", &b.output).arg("other", &a.source)
    };
    pairs.map(finding).collect()
}
