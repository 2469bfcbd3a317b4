//! Links, anchors and files: everything that a text refers to is there.
//!
//! Bad: `[xem thêm](../viec-nhe/)` when the folder is `viec-nhe-luong-cao`. Good: the folder's whole name.

use crate::base::Diagnostic;
use crate::i18n::Words;
use crate::site::{Site, files_of_facts, resolve};

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
    ],
    run,
};

fn run(site: &Site, words: &Words) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for entry in site.entries.values() {
        for (lang, text) in &entry.texts {
            findings.extend(resolve(site, words, entry, (text, lang), lang).2);
            findings.extend(files_of_facts(entry, text, lang).1);
        }
    }
    findings
}
