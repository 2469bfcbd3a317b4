//! Folders that settings and front matter name: the menu's sections, and what took the place of what.
//!
//! Bad: `replaced_by: "112"` without a record of that folder. Good: the folder of another record.

use crate::base::{Diagnostic, Place};
use crate::i18n::Words;
use crate::site::{Entry, Site};

use super::Check;

/// The check.
pub const CHECK: Check = Check { codes: &["unknown-section", "bad-replaced-by"], run };

fn run(site: &Site, _: &Words) -> Vec<Diagnostic> {
    let mut findings: Vec<Diagnostic> = Vec::new();
    for (name, span) in &site.config.nav {
        if !site.entries.contains_key(name) {
            let place = Place { path: "loa.yml".to_owned(), span: Some(span.clone()) };
            let finding = Diagnostic::error("unknown-section", place).arg("section", name);
            let known =
                site.entries.values().filter(|entry| entry.entries.is_some()).map(|entry| entry.folder.as_str());
            findings.push(match crate::base::text::nearest(name, known) {
                Some(right) => finding.arg("right", right),
                None => finding,
            });
        }
    }
    for entry in site.entries.values() {
        let Some(original) = entry.original_text() else { continue };
        let facts = entry.facts();
        let named = facts.text("replaced_by").and_then(|name| Some((name, facts.span("replaced_by")?)));
        for (name, span) in named.into_iter().chain(facts.texts("replaces")) {
            if !stands_beside(site, entry, name) {
                let finding = Diagnostic::error("bad-replaced-by", Place::at(&original.summary.file, span));
                findings.push(finding.arg("folder", name));
            }
        }
    }
    findings
}

/// Whether a folder of this name lies in the same section, and is not the entry itself.
fn stands_beside(site: &Site, entry: &Entry, name: &str) -> bool {
    let folder = match entry.parent() {
        Some("") | None => name.to_owned(),
        Some(parent) => format!("{parent}/{name}"),
    };
    folder != entry.folder && site.entries.contains_key(&folder)
}
