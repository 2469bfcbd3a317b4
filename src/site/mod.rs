//! The site as a value, built whole from summaries and settings on every build: what is where, what is published in
//! which language, where links lead. Bodies are not here, so nothing in this room can be quadratic in text.

mod address;
mod calendar;
mod collect;
mod entries;
mod entry;
mod files;
mod gathered;
mod headings;
mod hotlines;
mod index;
mod left_out;
mod links;
mod listing;
mod making;
mod order;
mod searched;
mod share;
mod sight;
mod surface;
mod topics;
mod translation;
pub mod view;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::text::Cues;
use crate::base::{Date, Lang, SitePath};
use crate::model::{Config, Direction, Language, Media, Options, Said, Spoken};

pub use address::{file_name, list_page, page, page_folder, relative, root_from};
pub use calendar::{FILE as CALENDAR_FILE, calendar};
pub use collect::{Folder, folders, is_reserved};
pub use entries::Entries;
pub use entry::{Entry, LeftOut, State, Text, Why};
pub use files::{FileUse, Measure, fact_file, files_of_facts, minutes, said};
pub use gathered::{Above, Gathered, Parsed, above};
pub use headings::{Heading, Headings};
pub use hotlines::{Hotline, Hotlines, Standing};
pub use index::{Frame, index, records};
pub use left_out::waits;
pub use links::resolve;
pub use listing::{Lists, TopicLink, events, latest, next_day, published};
pub use making::{Rules, entry, key};
pub use order::Order;
pub use searched::{is_searched, searched_in};
pub use share::{SHARE_CARD, is_shared, language_card, leaves_quickly, own_card};
pub use sight::{Sight, beside};
pub use surface::{Neighbour, Surface};
pub use topics::{Tagged, Topic, Topics};
pub use translation::{digest as translation_digest, record as translation_record, waits as translation_waits};

/// The files of `static/` by their path below it.
pub type Statics = BTreeMap<String, (SitePath, Media)>;

/// Everything that pages need to know of each other.
#[derive(Debug)]
pub struct Site {
    /// The settings.
    pub config: Config,
    /// The records of the site's languages, in its order.
    pub languages: Vec<Language>,
    /// The entries by their folder; parents come before their children.
    pub entries: Entries,
    /// The registry of telephone numbers.
    pub hotlines: Arc<Hotlines>,
    /// The topics by their slug.
    pub topics: Topics,
    /// The files of `static/` by their path below it.
    pub statics: Arc<Statics>,
    /// What entries may know of each other.
    pub surface: Surface,
    /// The words that stand before telephone numbers, in all languages of the site.
    pub cues: Cues,
    /// The alphabetical order of titles by language.
    pub order: Order,
    /// The day of the build.
    pub today: Date,
    /// What the command line asked for.
    pub options: Options,
}

impl Site {
    /// The source language.
    pub fn source(&self) -> &Lang {
        // A configuration always has a language; see `parse::config`.
        &self.config.languages[0]
    }

    /// The record of a language.
    pub fn language(&self, lang: &Lang) -> Option<&Language> {
        self.languages.iter().find(|language| language.tag == *lang)
    }

    /// The direction of a language.
    pub fn direction(&self, lang: &Lang) -> Direction {
        self.language(lang).map_or(Direction::Ltr, |language| language.direction)
    }

    /// Words with their language.
    pub fn said(&self, text: &str, lang: &Lang) -> Said {
        self.spoken(text, lang).held()
    }

    /// The same, lent.
    pub fn spoken<'a>(&self, text: &'a str, lang: &'a Lang) -> Spoken<'a> {
        Spoken { text, lang, direction: self.direction(lang) }
    }

    /// The title of an entry as a language shows it.
    pub fn title(&self, entry: &Entry, lang: &Lang) -> Said {
        self.title_of(entry, lang).held()
    }

    /// The same, lent.
    pub fn title_of<'a>(&self, entry: &'a Entry, lang: &'a Lang) -> Spoken<'a> {
        let (text, whose) = entry.title(lang);
        self.spoken(text, whose)
    }

    /// The name of the site in a language, or in the nearest one that has it.
    pub fn name(&self, lang: &Lang) -> Said {
        self.name_of(lang).held()
    }

    /// The same, lent.
    pub fn name_of<'a>(&'a self, lang: &'a Lang) -> Spoken<'a> {
        let chain = self.language(lang).map_or(&[][..], |language| &language.chain);
        let titles = &self.config.title;
        for tag in std::iter::once(lang).chain(chain).chain(std::iter::once(self.source())) {
            if let Some(text) = titles.get(&Some(tag.clone())) {
                return self.spoken(text, tag);
            }
        }
        let first = titles.iter().next();
        let text = titles.get(&None).or(first.map(|(_, text)| text)).map_or("", String::as_str);
        self.spoken(text, first.and_then(|(lang, _)| lang.as_ref()).unwrap_or(self.source()))
    }

    /// A name that `loa.yml` gives by language: in this language, in the nearest of its chain, or in any.
    pub fn named<'a>(&'a self, names: &'a BTreeMap<Lang, String>, lang: &'a Lang, key: &'a str) -> Spoken<'a> {
        let chain = self.language(lang).map_or(&[][..], |language| &language.chain);
        for tag in std::iter::once(lang).chain(chain).chain(std::iter::once(self.source())) {
            if let Some(text) = names.get(tag) {
                return self.spoken(text, tag);
            }
        }
        match names.iter().next() {
            Some((tag, text)) => self.spoken(text, tag),
            None => self.spoken(key, self.source()),
        }
    }
}
