//! The entries of a site and what is wrong with each of them, in parallel. What is remembered of one holds until it changes
//! itself, or what it sees of the others does.

use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Diagnostic, Digest};
use crate::check::{self, Scripts};
use crate::i18n::Words;
use crate::model::Snapshot;
use crate::site::{self, Entry, Frame, Gathered, Rules, Sight, Site};
use crate::theme::Theme;

use super::memo::Memo;

/// Findings that are told at every step of a preview.
pub type Findings = Arc<[Diagnostic]>;

/// An entry, and what was found when it was made.
pub type Made = (Arc<Entry>, Findings);

/// The entries of all folders that have an original, in the order of the folders.
pub fn all(frame: &Frame<'_>, gathered: &[Gathered<'_>], memo: &Memo) -> (Vec<Arc<Entry>>, Vec<Diagnostic>) {
    let rules = Rules::of(frame.config, frame.languages, frame.cues, frame.snapshot);
    let (above, records) = (site::above(gathered), site::records(frame.snapshot));
    let made: Vec<Option<Made>> = gathered
        .par_iter()
        .zip(above)
        .map(|(gathered, above)| {
            let records = records.get(gathered.folder).map_or(&[][..], Vec::as_slice);
            let key = site::key(gathered, above, records, &rules);
            let make = || {
                let (entry, found) = site::entry(gathered, above, records, &rules, key)?;
                Some((Arc::new(entry), Findings::from(found)))
            };
            memo.entries.ask(key, make).0
        })
        .collect();
    let mut entries = Vec::with_capacity(made.len());
    let mut diagnostics = Vec::new();
    for (entry, found) in made.into_iter().flatten() {
        entries.push(entry);
        diagnostics.extend(found.iter().cloned());
    }
    (entries, diagnostics)
}

/// What all checks found, and of each entry the digest of itself with what it sees of the others.
pub fn checked(
    site: &Site,
    words: &Words,
    theme: &Theme,
    snapshot: &Snapshot,
    memo: &Memo,
) -> (Vec<Diagnostic>, Vec<Digest>) {
    let scripts = Scripts::of(site, theme);
    let found: Vec<([Findings; 2], Digest)> = site
        .entries
        .shared()
        .par_iter()
        .map(|entry| {
            let letters = || Findings::from(check::letters_of_entry(entry, &scripts, snapshot));
            let (seen, findings) = checked_entry(entry, site, memo);
            ([findings, memo.letters.ask(key(entry, scripts.digest), letters).0], seen)
        })
        .collect();
    let findings = found.iter().flat_map(|(found, _)| found).flat_map(|found| found.iter().cloned());
    let mut diagnostics: Vec<Diagnostic> = findings.collect();
    diagnostics.extend(check::of_site(site, words));
    diagnostics.extend(check::letters_of_site(site, theme, snapshot));
    (diagnostics, found.into_iter().map(|(_, seen)| seen).collect())
}

/// What the checks found in an entry. While no entry looks other than before to others, what was found of all of them
/// holds; else it is asked of each what it sees.
fn checked_entry(entry: &Entry, site: &Site, memo: &Memo) -> (Digest, Findings) {
    let look = || {
        let sight = Sight::of(entry, &site.surface);
        let key = key(entry, sight.digest);
        (key, memo.checked.ask(key, || Findings::from(check::of_entry(entry, &sight))).0)
    };
    let ((seen, findings), is_known) = memo.sights.ask(key(entry, site.surface.digest), look);
    if is_known {
        memo.checked.keep(seen);
    }
    (seen, findings)
}

fn key(entry: &Entry, other: Digest) -> Digest {
    Digest::of_parts([entry.digest.as_bytes().as_slice(), other.as_bytes()])
}
