//! From entries to the site: what is published, which numbers and topics there are, what each sees of the others.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::text::Cues;
use crate::base::{Diagnostic, Place};
use crate::model::{Config, Language, Snapshot};

use super::collect::media;
use super::entries::Entries;
use super::entry::Entry;
use super::surface::Surface;
use super::translation::RECORDS;
use super::{Hotlines, Order, Site, Topics, left_out};

/// What a site has besides its entries.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// Everything that was read.
    pub snapshot: &'a Snapshot,
    /// The settings.
    pub config: &'a Config,
    /// The records of the site's languages and of those behind them.
    pub languages: &'a [Language],
    /// The words that stand before telephone numbers.
    pub cues: &'a Cues,
}

/// The records of old originals by the folder of their entry, each by its digest.
pub fn records(snapshot: &Snapshot) -> BTreeMap<&str, Vec<&str>> {
    let mut records: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (rest, _, _) in snapshot.below(RECORDS) {
        let (folder, name) = rest.rsplit_once('/').unwrap_or(("", rest));
        if let Some(digest) = name.strip_suffix(".md") {
            records.entry(folder).or_default().push(digest);
        }
    }
    records
}

/// Builds the site of these entries, which stand in the order of their folders; the titles are put in order by `order`.
/// Entries in `broken` are left out: they have errors, and the build goes on without them.
pub fn index(
    frame: &Frame<'_>,
    mut entries: Vec<Arc<Entry>>,
    broken: &BTreeSet<String>,
    order: impl FnOnce(&Entries, &[Language]) -> Order,
) -> (Site, Vec<Diagnostic>) {
    let Frame { snapshot, config, .. } = frame;
    let mut diagnostics = left_out::with_sections(&mut entries, broken);
    let entries = Entries::of(entries);
    if snapshot.below("content").next().is_none() {
        diagnostics.push(Diagnostic::error("no-content", Place::file("content")));
    } else if !entries.contains_key("") {
        let source = &config.languages[0];
        diagnostics
            .push(Diagnostic::error("no-home", Place::file("content")).arg("file", format!("content/{source}.md")));
    }
    let hotlines = Arc::new(Hotlines::of(&entries));
    let (topics, found) = Topics::of(&entries, config);
    diagnostics.extend(found);
    let own = frame.languages.iter().filter(|language| config.languages.contains(&language.tag));
    let languages: Vec<Language> = own.cloned().collect();
    let statics = snapshot.below("static").map(|(rest, path, source)| (rest.to_owned(), (path.clone(), media(source))));
    let statics = Arc::new(statics.collect());
    let site = Site {
        surface: Surface::of(&entries, Arc::clone(&hotlines), Arc::clone(&statics), &languages),
        order: order(&entries, &languages),
        config: (*config).clone(),
        languages,
        entries,
        hotlines,
        topics,
        statics,
        cues: frame.cues.clone(),
        today: snapshot.today,
        options: snapshot.options.clone(),
    };
    (site, diagnostics)
}
