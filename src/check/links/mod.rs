//! Links, anchors and files: everything that a text refers to is there.
//!
//! Bad: `[xem thêm](../viec-nhe/)` when the folder is `viec-nhe-luong-cao`. Good: the folder's whole name.

use crate::base::{Diagnostic, Place};
use crate::i18n::Words;
use crate::site::{FileUse, Site, files_of_facts, resolve};

use super::Check;

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
        "address-collision",
    ],
    run,
};

fn run(site: &Site, words: &Words) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for entry in site.entries.values() {
        let mut files = Vec::new();
        for (lang, text) in &entry.texts {
            let (_, in_text, found) = resolve(site, words, entry, (text, lang), lang);
            let (in_facts, more) = files_of_facts(entry, text, lang);
            findings.extend(found.into_iter().chain(more));
            files.extend(in_text.into_iter().chain(in_facts));
        }
        findings.extend(collisions(files));
    }
    findings
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
