//! `story-without-consent`: a story about a real person is published only with that person's agreement and after
//! somebody took out what the person could be known by. An invented or composite one says so instead.
//!
//! The law of 2024 forbids making a victim's information known without consent (article 3).
//!
//! Bad: a story with neither. Good: `fiction: true`, or `consent{record, scope, until}` with `deidentified{by, on}`.

use crate::base::{Diagnostic, Place};
use crate::site::{Entry, Sight};

use super::{Check, nothing_of_site};

/// The check.
pub const CHECK: Check = Check { codes: &["story-without-consent"], of_entry, of_site: nothing_of_site };

fn of_entry(entry: &Entry, _: &Sight<'_>) -> Vec<Diagnostic> {
    let person = Some(entry).filter(|entry| entry.is_person() && entry.entries.is_none());
    let ungated = person.filter(|entry| {
        let facts = entry.facts();
        let agreed =
            ["record", "scope", "until"].iter().all(|key| facts.group("consent").is_some_and(|group| group.has(key)));
        let deidentified =
            ["by", "on"].iter().all(|key| facts.group("deidentified").is_some_and(|group| group.has(key)));
        !(facts.is_true("fiction") || facts.is_true("composite") || (agreed && deidentified))
    });
    let place = |entry: &Entry| {
        let text = entry.original_text()?;
        let span = text.facts.span("kind").or_else(|| text.facts.span("title"))?;
        Some(Place::at(&text.summary.file, span))
    };
    let finding = |entry: &Entry| {
        let place = place(entry).unwrap_or_else(|| Place::file(entry.file()));
        Diagnostic::error("story-without-consent", place)
    };
    ungated.map(finding).into_iter().collect()
}
