//! The language records and words that come with the program; a site's own `i18n/` goes before them.

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "i18n/"]
struct Folder;

/// The text of `i18n/<tag>/<name>`, whatever the case of the tag.
pub fn text(tag: &str, name: &str) -> Option<String> {
    let exact = Folder::get(&format!("{tag}/{name}"));
    let file = exact.or_else(|| {
        let found = Folder::iter().find(|path| path.eq_ignore_ascii_case(&format!("{tag}/{name}")))?;
        Folder::get(&found)
    })?;
    String::from_utf8(file.data.into_owned()).ok()
}
