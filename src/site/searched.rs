//! What the search may know of, and whom the search of a language asks.

use std::collections::BTreeSet;

use crate::base::Lang;

use super::Site;
use super::entry::Entry;

/// Whether the search may know of an entry: not of drafts, and not of what somebody should not be seen to look for.
pub fn is_searched(site: &Site, entry: &Entry) -> bool {
    let mut at = Some(entry);
    while let Some(here) = at {
        if here.facts().is_true("sensitive") {
            return false;
        }
        at = here.parent().filter(|parent| !parent.is_empty()).and_then(|parent| site.entries.get(parent));
    }
    has_search(site) && entry.is_published() && !entry.is_draft()
}

/// Whether the site has a search.
fn has_search(site: &Site) -> bool {
    site.config.outputs.iter().any(|name| name == "search")
}

/// The languages in which a page of `lang` searches, the first before the others: its own, and those of the texts that
/// its pages show in place of a translation. None if there is nothing that is searched.
pub fn searched_in<'a>(site: &'a Site, searched: &[&'a Entry], lang: &'a Lang) -> Vec<&'a Lang> {
    let shown: BTreeSet<&Lang> = searched.iter().map(|entry| entry.shown_lang(lang)).collect();
    let chain = site.language(lang).map_or(&[][..], |language| &language.chain);
    let mut languages: Vec<&Lang> = Vec::new();
    for tag in std::iter::once(lang).chain(chain).chain(&site.config.languages).filter(|tag| shown.contains(tag)) {
        if !languages.contains(&tag) {
            languages.push(tag);
        }
    }
    languages
}
