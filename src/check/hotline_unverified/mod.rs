//! `hotline-unverified`: a published number that nobody has checked for half a year. After a year a release is refused;
//! an ordinary build goes on, since the calendar alone must never stop one.
//!
//! Bad: `verified_on: 2025-01-01`. Good: `verified_on` of this month, with `verified_by`.

use crate::base::{Diagnostic, Place, Severity};
use crate::i18n::Words;
use crate::site::{Site, Standing};

use super::{Check, nothing_of_entry};

/// The check.
pub const CHECK: Check = Check { codes: &["hotline-unverified"], of_entry: nothing_of_entry, of_site };

/// Days after which a number should be checked again (GUARDRAILS section 1, check 7).
const WARN_AFTER_DAYS: i64 = 180;

/// Days after which a release is refused (the same).
const REFUSE_AFTER_DAYS: i64 = 365;

fn of_site(site: &Site, _: &Words) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for hotline in site.hotlines.all().iter().filter(|hotline| hotline.standing == Standing::Current) {
        let age = hotline.verified_on.map(|date| date.days_until(site.today));
        if age.is_some_and(|age| age <= WARN_AFTER_DAYS) {
            continue;
        }
        let Some(text) = site.entries.get(&hotline.folder).and_then(|entry| entry.original_text()) else { continue };
        let place = match text.facts.span("verified_on").or_else(|| text.facts.span("number")) {
            Some(span) => Place::at(&text.summary.file, span),
            None => Place::file(&text.summary.file),
        };
        let mut finding = Diagnostic::warning("hotline-unverified", place).arg("number", &hotline.link.number);
        if let Some(date) = hotline.verified_on {
            finding = finding.arg("date", date);
        }
        if site.options.release && age.is_none_or(|age| age > REFUSE_AFTER_DAYS) {
            finding.severity = Severity::Error;
        }
        findings.push(finding);
    }
    findings
}
