//! Which pages may be shared, and where the picture lies that stands for one.

use crate::base::Lang;
use crate::schema::Role;

use super::entry::Entry;
use super::{Site, address};

/// The name of a card's file. Pictures of entries have a digest in theirs, so none is called so.
pub const SHARE_CARD: &str = "anh-chia-se.png";

/// The card of a language; nothing where no page can name it, which takes an absolute address.
pub fn language_card(site: &Site, lang: &Lang) -> Option<String> {
    site.config.base_url.is_some().then(|| address::page_folder(lang, "") + SHARE_CARD)
}

/// The card of an entry in one of its own languages, if it has one of its own.
pub fn own_card(site: &Site, entry: &Entry, lang: &Lang) -> Option<String> {
    let is_asked_for = site.config.outputs.iter().any(|name| name == "cards");
    let has_own = is_asked_for && entry.is_own(lang) && !entry.is_home() && is_shared(site, entry);
    (has_own && site.config.base_url.is_some()).then(|| address::page_folder(lang, &entry.folder) + SHARE_CARD)
}

/// Whether an entry is to be passed on with a picture: not one about a person, nor one that a reader may have to leave
/// quickly, nor a draft.
pub fn is_shared(site: &Site, entry: &Entry) -> bool {
    entry.is_published() && !entry.is_draft() && !entry.is_person() && !leaves_quickly(site, entry)
}

/// Whether the page asks for the button to leave quickly, or the nearest section above it that says yes or no.
pub fn leaves_quickly(site: &Site, entry: &Entry) -> bool {
    let says = |entry: &Entry| {
        let asks = entry.facts().is_true("leave_quickly") || entry.facts().is_true("sensitive");
        (asks || entry.facts().has("leave_quickly")).then_some(asks)
    };
    let above = |entry: &&Entry| site.entries.get(entry.parent().filter(|parent| !parent.is_empty())?);
    let chain = std::iter::successors(Some(entry), above);
    entry.kind.has(Role::Person) || chain.filter_map(says).next().unwrap_or(false)
}
