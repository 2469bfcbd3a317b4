//! The language records and words that come with the program; a site's own `i18n/` goes before them.

use rust_embed::RustEmbed;

use crate::base::Lang;

#[derive(RustEmbed)]
#[folder = "i18n/"]
struct Folder;

/// The tags that have a record.
pub fn tags() -> Vec<Lang> {
    let folders = Folder::iter().filter_map(|path| Lang::new(path.strip_suffix("/language.yml")?).ok());
    folders.collect()
}

/// The record of a language that comes with the program, as it is written.
pub fn record_text(tag: &Lang) -> Option<String> {
    text(tag.as_str(), "language.yml")
}

/// All interface words in the language that they were written in.
pub fn source_strings() -> String {
    text(Lang::vietnamese().as_str(), "site.ftl").unwrap_or_default()
}

/// The text of `i18n/<tag>/<name>`, whatever the case of the tag.
pub fn text(tag: &str, name: &str) -> Option<String> {
    let exact = Folder::get(&format!("{tag}/{name}"));
    let file = exact.or_else(|| {
        let found = Folder::iter().find(|path| path.eq_ignore_ascii_case(&format!("{tag}/{name}")))?;
        Folder::get(&found)
    })?;
    String::from_utf8(file.data.into_owned()).ok()
}
