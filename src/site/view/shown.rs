//! Values of the front matter as templates see them. Private ones are dropped here, once, by the schema.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::Lang;
use crate::model::{Fact, Said};
use crate::site::{Entry, Site, address, links};

/// A value as a template sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Shown {
    /// A key that is not filled in.
    Null,
    /// Words with their language.
    Said(Said),
    /// A word of a fixed list, or a day as `2026-07-30`.
    Plain(String),
    /// Yes or no.
    Bool(bool),
    /// A count.
    Count(u32),
    /// Several.
    List(Vec<Shown>),
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
pub fn facts(site: &Site, words: &crate::i18n::Words, entry: &Entry, lang: &Lang) -> BTreeMap<&'static str, Shown> {
    let fields = entry.kind.fields.iter().filter(|field| !field.private);
    let values = fields.map(|field| {
        let Some((located, whose)) = entry.fact(lang, field.key) else { return (field.key, Shown::Null) };
        let shown = match (&field.shape, &located.fact) {
            (crate::schema::Shape::File, Fact::Text(name)) => file(words, entry, whose, lang, name),
            (crate::schema::Shape::OneOf(_) | crate::schema::Shape::Slug, Fact::Text(word)) => {
                Some(Shown::Plain(word.clone()))
            }
            (_, fact) => shown(site, fact, whose),
        };
        (field.key, shown.unwrap_or(Shown::Null))
    });
    values.collect()
}

fn shown(site: &Site, fact: &Fact, whose: &Lang) -> Option<Shown> {
    Some(match fact {
        Fact::Text(text) => Shown::Said(site.said(text, whose)),
        Fact::Date(date) => Shown::Plain(date.to_string()),
        Fact::Bool(yes) => Shown::Bool(*yes),
        Fact::Count(count) => Shown::Count(*count),
        Fact::Lang(lang) => Shown::Plain(lang.to_string()),
        Fact::Url(url) => Shown::Plain(url.to_string()),
        Fact::List(items) => Shown::List(items.iter().filter_map(|item| shown(site, &item.fact, whose)).collect()),
        // Groups hold what has a form of its own: picture, sound, agreement.
        Fact::Group(_) | Fact::Map(_) => return None,
    })
}

fn file(words: &crate::i18n::Words, entry: &Entry, whose: &Lang, lang: &Lang, name: &str) -> Option<Shown> {
    let (file, media) = links::fact_file(entry, whose, name)?;
    let size = links::size(words, lang, media.size);
    let ending = file.output.rsplit('.').next().unwrap_or("").to_uppercase();
    let size = Said { text: format!("{ending}, {}", size.text), ..size };
    let path = address::relative(&address::page(lang, &entry.folder), &file.output);
    Some(Shown::File { path, name: file.output.rsplit('/').next().unwrap_or("").to_owned(), size })
}
