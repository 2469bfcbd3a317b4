//! The entries of a site and what is wrong with each of them, in parallel. What is remembered of one holds until it changes
//! itself, or what it sees of the others does.

use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Diagnostic, Digest};
use crate::check::{self, Scripts};
use crate::i18n::Words;
use crate::model::Snapshot;
use crate::site::{self, Entry, Frame, Gathered, Rules, Site};
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

/// What all checks found.
pub fn checked(site: &Site, words: &Words, theme: &Theme, snapshot: &Snapshot, memo: &Memo) -> Vec<Diagnostic> {
    let scripts = Scripts::of(site, theme);
    let found: Vec<[Findings; 2]> = site
        .entries
        .shared()
        .par_iter()
        .map(|entry| {
            let key = |other: Digest| Digest::of_parts([entry.digest.as_bytes().as_slice(), other.as_bytes()]);
            let check = || Findings::from(check::of_entry(entry, &site.surface));
            let letters = || Findings::from(check::letters_of_entry(entry, &scripts, snapshot));
            [memo.checked.ask(key(site.surface.digest), check).0, memo.letters.ask(key(scripts.digest), letters).0]
        })
        .collect();
    let mut diagnostics: Vec<Diagnostic> = found.iter().flatten().flat_map(|found| found.iter().cloned()).collect();
    diagnostics.extend(check::of_site(site, words));
    diagnostics.extend(check::letters_of_site(site, theme, snapshot));
    diagnostics
}
