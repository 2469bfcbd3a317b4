//! Folders that settings and front matter name: the menu's sections, and what took the place of what.
//!
//! Bad: `replaced_by: "112"` without a record of that folder. Good: the folder of another record.

use crate::base::{Diagnostic, Place, Span};
use crate::i18n::Words;
use crate::site::{Entry, Sight, Site, beside};

use super::Check;

/// The check.
pub const CHECK: Check = Check { codes: &["unknown-section", "bad-replaced-by"], of_entry, of_site };

fn of_site(site: &Site, _: &Words) -> Vec<Diagnostic> {
    let unknown = site.config.nav.iter().filter(|(name, _)| !site.entries.contains_key(name));
    let finding = |(name, span): &(String, Span)| {
        let place = Place { path: "loa.yml".into(), span: Some(span.clone()) };
        let finding = Diagnostic::error("unknown-section", place).arg("section", name);
        let known = site.entries.values().filter(|entry| entry.entries.is_some()).map(|entry| entry.folder.as_str());
        match crate::base::text::nearest(name, known) {
            Some(right) => finding.arg("right", right),
            None => finding,
        }
    };
    unknown.map(finding).collect()
}

fn of_entry(entry: &Entry, sight: &Sight<'_>) -> Vec<Diagnostic> {
    let Some(original) = entry.original_text() else { return Vec::new() };
    let facts = entry.facts();
    let named = facts.text("replaced_by").and_then(|name| Some((name, facts.span("replaced_by")?)));
    let named = named.into_iter().chain(facts.texts("replaces"));
    let unknown = named.filter(|(name, _)| !stands_beside(sight, entry, name));
    let finding = |(name, span)| {
        Diagnostic::error("bad-replaced-by", Place::at(&original.summary.file, span)).arg("folder", name)
    };
    unknown.map(finding).collect()
}

/// Whether a folder of this name lies in the same section, and is not the entry itself.
fn stands_beside(sight: &Sight<'_>, entry: &Entry, name: &str) -> bool {
    let folder = beside(entry, name);
    folder != entry.folder && sight.get(&folder).is_some()
}
