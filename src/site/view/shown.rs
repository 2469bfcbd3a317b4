//! Values of the front matter as templates see them. Private ones are dropped here, once, by the schema.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::{Date, Lang};
use crate::model::{Fact, Said, Spoken};
use crate::site::{Entry, Site, address, files};

/// A value as a template sees it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Shown<'a> {
    /// A key that is not filled in.
    Null,
    /// Words with their language.
    Said(Spoken<'a>),
    /// A word of a fixed list, or a language.
    Plain(&'a str),
    /// A day as `2026-07-30`.
    Day(Date),
    /// Yes or no.
    Bool(bool),
    /// A count.
    Count(u32),
    /// Several.
    List(Vec<Shown<'a>>),
    /// A file to download.
    File {
        /// Its path in the tree.
        path: String,
        /// Its name.
        name: String,
        /// Kind and size in words.
        size: Said,
    },
}

/// The kind's own values of an entry, as a language shows them.
pub fn facts<'a>(
    site: &Site,
    words: &crate::i18n::Words,
    entry: &'a Entry,
    lang: &'a Lang,
) -> BTreeMap<&'static str, Shown<'a>> {
    let fields = entry.kind.fields.iter().filter(|field| !field.private);
    let values = fields.map(|field| {
        let Some((located, whose)) = entry.fact(lang, field.key) else { return (field.key, Shown::Null) };
        let shown = match (&field.shape, &located.fact) {
            (crate::schema::Shape::File, Fact::Text(name)) => file(words, entry, whose, lang, name),
            (crate::schema::Shape::OneOf(_) | crate::schema::Shape::Slug, Fact::Text(word)) => Some(Shown::Plain(word)),
            (_, fact) => shown(site, fact, whose),
        };
        (field.key, shown.unwrap_or(Shown::Null))
    });
    values.collect()
}

fn shown<'a>(site: &Site, fact: &'a Fact, whose: &'a Lang) -> Option<Shown<'a>> {
    Some(match fact {
        Fact::Text(text) => Shown::Said(site.spoken(text, whose)),
        Fact::Date(date) => Shown::Day(*date),
        Fact::Bool(yes) => Shown::Bool(*yes),
        Fact::Count(count) => Shown::Count(*count),
        Fact::Lang(lang) => Shown::Plain(lang.as_str()),
        Fact::Url(url) => Shown::Plain(url.as_str()),
        Fact::List(items) => Shown::List(items.iter().filter_map(|item| shown(site, &item.fact, whose)).collect()),
        // Groups hold what has a form of its own: picture, sound, agreement.
        Fact::Group(_) | Fact::Map(_) => return None,
    })
}

fn file(words: &crate::i18n::Words, entry: &Entry, whose: &Lang, lang: &Lang, name: &str) -> Option<Shown<'static>> {
    let (published, media) = files::fact_file(entry, whose, name)?;
    let file = published.largest()?;
    let path = address::relative(&address::page(lang, &entry.folder), &file.output);
    Some(offered(words, lang, path, media.size))
}

/// A file that a page offers, under its way from there.
pub fn offered(words: &crate::i18n::Words, lang: &Lang, path: String, bytes: u64) -> Shown<'static> {
    let size = files::size(words, lang, bytes);
    let ending = path.rsplit('.').next().unwrap_or("").to_uppercase();
    let size = Said { text: format!("{ending}, {}", size.text), ..size };
    Shown::File { name: path.rsplit('/').next().unwrap_or("").to_owned(), path, size }
}
