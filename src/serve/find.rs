//! What an address is in the step that is shown.

use std::sync::Arc;

use bytes::Bytes;
use tokio::task::spawn_blocking;

use crate::base::SitePath;
use crate::model::Item;
use crate::site::SHARE_CARD;

use super::Shown;
use super::address::Address;

/// The page of a folder.
const PAGE: &str = "index.html";

/// What is answered when nothing else is there.
const NOT_FOUND: &str = "404.html";

/// Endings of what is made of the whole site when somebody asks for it: search, feeds and sitemap. Cards for
/// sharing are, too, by their name: any other picture that is missing must not cost a search.
const LATE: [&str; 3] = ["js", "json", "xml"];

/// What was found.
#[derive(Debug)]
pub(super) enum Found {
    /// A page.
    Page(SitePath, Bytes),
    /// Another file that is held.
    File(SitePath, Bytes),
    /// A file that lies on disk.
    OnDisk(SitePath),
    /// A folder: its page has this address, by which the relative links in it are right.
    Moved(SitePath),
    /// A page that cannot be made yet: the site has none, or its text is new and has errors.
    Unmade(SitePath),
    /// Nothing.
    Nothing,
}

impl Shown {
    /// A file of the site, without making what is not made yet.
    pub fn item(&self, path: &SitePath) -> Option<&Item> {
        let draft = &self.show.step.draft;
        let early = draft.pages().files.get(path);
        early.or_else(|| self.late.initialized().then(|| draft.rest().files.get(path)).flatten())
    }

    /// Makes search, feeds and sitemap if nobody has asked for them before.
    async fn make_late(self: &Arc<Shown>) {
        let make = async || {
            let shown = Arc::clone(self);
            let made = spawn_blocking(move || {
                shown.show.step.draft.rest();
            });
            // If the thread was taken away the server ends, and nobody waits for an answer.
            let _ = made.await;
        };
        self.late.get_or_init(make).await;
    }

    /// The site's own page for an address that has none.
    pub fn not_found(&self) -> Option<Bytes> {
        match self.item(&SitePath::new(NOT_FOUND).ok()?)? {
            Item::Bytes(bytes) => Some(bytes.clone()),
            Item::Copy { .. } | Item::Derived { .. } | Item::Drawn(_) => None,
        }
    }

    /// Whether no page can be shown at all: the settings are broken since the start.
    fn is_empty(&self) -> bool {
        self.show.step.draft.pages().files.is_empty()
    }
}

/// Looks an address up.
pub(super) async fn find(shown: &Arc<Shown>, address: Address) -> Found {
    let path = match address {
        // Answered by its page directly: a link from there is the same from the page itself.
        Address::Folder(None) => SitePath::new(PAGE).ok(),
        Address::Folder(Some(folder)) => return moved(shown, &folder).unwrap_or(Found::Nothing),
        Address::File(path) => Some(path),
        Address::Tool(_) => None,
    };
    let Some(path) = path else { return Found::Nothing };
    if let Some(found) = lookup(shown, &path) {
        return found;
    }
    if let Some(moved) = moved(shown, &path) {
        return moved;
    }
    if LATE.contains(&path.extension().as_str()) || path.parts().last() == Some(SHARE_CARD) {
        shown.make_late().await;
        return lookup(shown, &path).unwrap_or(Found::Nothing);
    }
    let is_unmade = shown.show.banners.pages.contains_key(&path) || (shown.is_empty() && path.extension() == "html");
    if is_unmade { Found::Unmade(path) } else { Found::Nothing }
}

fn lookup(shown: &Shown, path: &SitePath) -> Option<Found> {
    Some(match shown.item(path)? {
        Item::Bytes(bytes) if path.extension() == "html" => Found::Page(path.clone(), bytes.clone()),
        Item::Bytes(bytes) => Found::File(path.clone(), bytes.clone()),
        Item::Copy { .. } | Item::Derived { .. } | Item::Drawn(_) => Found::OnDisk(path.clone()),
    })
}

/// The page of a folder, if there is one or will be.
fn moved(shown: &Shown, folder: &SitePath) -> Option<Found> {
    let page = folder.join(PAGE).ok()?;
    let is_page = shown.item(&page).is_some() || shown.show.banners.pages.contains_key(&page);
    (is_page || (shown.is_empty() && folder.extension().is_empty())).then_some(Found::Moved(page))
}
