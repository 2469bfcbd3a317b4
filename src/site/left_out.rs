//! What is not published today, and why (DESIGN section 3, GUARDRAILS 1 and 16).

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::base::{Date, Diagnostic, Digest, Place};
use crate::model::ReviewRule;
use crate::schema::Role;

use super::entry::{Entry, LeftOut};
use super::making::Rules;

/// Decides whether an entry is left out for what it says itself.
pub fn decide(entry: &mut Entry, rules: &Rules) -> Vec<Diagnostic> {
    let why = why(entry, rules);
    if entry.is_home() {
        return home_stays(entry, why);
    }
    entry.left_out = why;
    Vec::new()
}

/// Leaves out what is broken and what lies below a section that is left out, and says what is left out for what it says
/// itself. The entries stand in the order of their folders, so that sections come before what is in them.
pub fn with_sections(entries: &mut [Arc<Entry>], broken: &BTreeSet<String>) -> Vec<Diagnostic> {
    let mut left: BTreeSet<String> = BTreeSet::new();
    let mut diagnostics = Vec::new();
    for entry in entries.iter_mut().filter(|entry| !entry.is_home()) {
        let above = entry.folder.rsplit_once('/').filter(|(parent, _)| left.contains(*parent));
        let why = match entry.left_out {
            _ if broken.contains(&entry.folder) => Some(LeftOut::Broken),
            None => above.map(|_| LeftOut::WithSection),
            own => own,
        };
        let Some(why) = why else { continue };
        left.insert(entry.folder.clone());
        if entry.left_out != Some(why) {
            let other = Arc::make_mut(entry);
            other.left_out = Some(why);
            other.digest = Digest::of_parts([other.digest.as_bytes().as_slice(), why.word().as_bytes()]);
        }
        diagnostics.extend(finding(entry, why));
    }
    diagnostics
}

fn finding(entry: &Entry, why: LeftOut) -> Option<Diagnostic> {
    let (reason, date) = why.reason()?;
    let text = entry.original_text()?;
    let place = match text.facts.span(why.key()) {
        Some(span) => Place::at(&text.summary.file, span),
        None => Place::file(&text.summary.file),
    };
    let finding = Diagnostic::warning("left-out", place).arg("reason", reason);
    Some(match date {
        Some(date) => finding.arg("date", date),
        None => finding,
    })
}

/// Every page leads to the home page, so it cannot be left out: neither for its status nor, without a word, by a date.
fn home_stays(home: &Entry, why: Option<LeftOut>) -> Vec<Diagnostic> {
    let Some(text) = home.original_text() else { return Vec::new() };
    let place = |key: &str| match text.facts.span(key) {
        Some(span) => Place::at(&text.summary.file, span),
        None => Place::file(&text.summary.file),
    };
    let dates = ["publish_on", "expires_on"].into_iter().filter(|key| text.facts.has(key));
    let mut keys: Vec<&str> = dates.collect();
    let by_date = |why: &LeftOut| matches!(why, LeftOut::PublishOn(_) | LeftOut::Expired(_));
    if let Some(why) = why.filter(|why| !by_date(why)) {
        keys.push(why.key());
    }
    keys.into_iter().map(|key| Diagnostic::error("home-left-out", place(key)).arg("key", key)).collect()
}

fn why(entry: &Entry, rules: &Rules) -> Option<LeftOut> {
    let facts = entry.facts();
    let today = rules.today;
    if entry.kind.has(Role::Phone) && facts.has("replaced_by") {
        return Some(LeftOut::Superseded);
    }
    if let Some(date) = facts.date("expires_on").filter(|date| *date < today) {
        return Some(LeftOut::Expired(date));
    }
    let until = facts.group("consent").and_then(|consent| consent.date("until"));
    if let Some(date) = until.filter(|date| *date < today) {
        return Some(LeftOut::ConsentExpired(date));
    }
    if rules.drafts { None } else { waits(entry, rules.review, today) }
}

/// What an entry waits for before it is published, which a look at drafts shows all the same.
pub fn waits(entry: &Entry, review: ReviewRule, today: Date) -> Option<LeftOut> {
    let facts = entry.facts();
    match facts.text("status") {
        Some("draft") => return Some(LeftOut::Draft),
        Some("review") => return Some(LeftOut::Review),
        _ => {}
    }
    if let Some(date) = facts.date("publish_on").filter(|date| *date > today) {
        return Some(LeftOut::PublishOn(date));
    }
    let reviewer = facts.text("reviewed_by");
    let approved = facts.text("status") == Some("approved") && reviewer.is_some();
    let by = facts.group("deidentified").and_then(|group| group.text("by"));
    let another = by.is_none() || by != reviewer;
    let needs_approval = entry.is_person() || review == ReviewRule::Required;
    (needs_approval && !(approved && (another || !entry.is_person()))).then_some(LeftOut::NotApproved)
}
