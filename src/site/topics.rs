//! Topics: keys of `loa.yml` with names by language, or words as an editor typed them.

use std::collections::BTreeMap;

use crate::base::{Diagnostic, Digest, Lang, Place, Span, text};
use crate::model::{Config, Spoken};

use super::entries::Entries;
use super::entry::Entry;
use super::{Site, is_reserved};

/// One topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Its part of the address.
    pub slug: String,
    /// Its names by language: of `loa.yml`, or as typed in the original's language.
    pub names: BTreeMap<Lang, String>,
    /// The folders of the published entries that have it.
    pub folders: Vec<String>,
}

/// A topic in the front matter of an original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tagged {
    /// As typed.
    pub word: String,
    /// The slug of its topic.
    pub slug: String,
    /// Where it stands.
    pub span: Span,
}

/// The topics that an original names.
pub(super) fn tagged(entry: &Entry) -> Vec<Tagged> {
    let typed = entry.facts().texts("topics");
    typed.map(|(word, span)| Tagged { word: word.to_owned(), slug: slug_of(word), span }).collect()
}

/// The topics by their slug.
#[derive(Clone, Debug, Default)]
pub struct Topics(pub BTreeMap<String, Topic>);

impl Topics {
    /// The topics of all published entries. Two words that give one address are an error that names both.
    pub fn of(entries: &Entries, config: &Config) -> (Topics, Vec<Diagnostic>) {
        let mut topics: BTreeMap<String, Topic> = BTreeMap::new();
        let mut typed: BTreeMap<String, String> = config.topics.keys().map(|key| (key.clone(), key.clone())).collect();
        let mut diagnostics = Vec::new();
        for entry in entries.values() {
            let Some(original) = entry.original_text() else { continue };
            for Tagged { word, slug, span } in &entry.topics {
                let first = typed.entry(slug.clone()).or_insert_with(|| word.clone());
                if first != word {
                    let finding = Diagnostic::error("topic-collision", Place::at(&original.summary.file, span.clone()));
                    diagnostics.push(finding.arg("a", first.as_str()).arg("b", word));
                    continue;
                }
                if !entry.is_published() || entry.is_home() {
                    continue;
                }
                let names = || {
                    let own = config.topics.get(word).cloned().unwrap_or_default();
                    if own.is_empty() { BTreeMap::from([(entry.original.clone(), word.clone())]) } else { own }
                };
                let topic = topics.entry(slug.clone()).or_insert_with(|| Topic {
                    slug: slug.clone(),
                    names: names(),
                    folders: Vec::new(),
                });
                if topic.folders.last() != Some(&entry.folder) {
                    topic.folders.push(entry.folder.clone());
                }
            }
        }
        (Topics(topics), diagnostics)
    }
}

impl Topic {
    /// The folder of its list.
    pub fn folder(&self) -> String {
        format!("chu-de/{}", self.slug)
    }

    /// Its name as a language shows it.
    pub fn name<'a>(&'a self, site: &'a Site, lang: &'a Lang) -> Spoken<'a> {
        site.named(&self.names, lang, &self.slug)
    }
}

/// The address of a topic; words in a script that has no slug get one from their digest.
fn slug_of(word: &str) -> String {
    match text::suggest_slug(word) {
        Ok(slug) if is_reserved(&slug) => format!("t-{slug}"),
        Ok(slug) => slug,
        Err(_) => format!("t-{}", Digest::of(word.as_bytes()).short(10)),
    }
}
