//! What the templates of lists see.

use serde::Serialize;

use crate::base::Lang;
use crate::model::Said;
use crate::site::{Heading, Site, Topic, address, listing};

/// One page of a list; its cards are added by `render`.
#[derive(Clone, Debug, Serialize)]
pub struct ListView {
    /// Entries in the whole list.
    pub total: usize,
    /// This page's number, from 1.
    pub number: usize,
    /// All pages, if there is more than one.
    pub pages: Vec<ListPage>,
    /// The page before.
    pub prev: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

/// A link to a page of a list.
#[derive(Clone, Debug, Serialize)]
pub struct ListPage {
    /// Its number.
    pub number: usize,
    /// Where it is.
    pub path: String,
    /// Whether it is this one.
    pub current: bool,
}

/// A section on the home page; its cards are added by `render`.
#[derive(Clone, Debug, Serialize)]
pub struct SectionView {
    /// Its title.
    pub title: Said,
    /// Its summary.
    pub summary: Option<Said>,
    /// Where it is.
    pub path: String,
    /// The kind of its entries.
    pub kind: &'static str,
    /// How many it has.
    pub total: usize,
}

/// A topic with the number of its entries.
#[derive(Clone, Debug, Serialize)]
pub struct TopicView {
    /// Its name.
    pub name: Said,
    /// Where it is.
    pub path: String,
    /// How many entries have it.
    pub count: usize,
}

/// A letter of the alphabetical list.
#[derive(Clone, Debug, Serialize)]
pub struct Letter {
    /// The letter, in the language of its first title; nothing for what begins with none.
    pub letter: Option<Said>,
    /// The strokes of the first characters, where a language orders them so.
    pub strokes: Option<u32>,
    /// Its anchor.
    pub id: String,
    /// Its entries.
    pub items: Vec<LetterItem>,
}

/// An entry in the alphabetical list.
#[derive(Clone, Debug, Serialize)]
pub struct LetterItem {
    /// Its title.
    pub title: Said,
    /// Where it is.
    pub path: String,
    /// Its kind.
    pub kind: &'static str,
}

/// The n-th page (from 1) of a list of `total` entries at `folder`.
pub fn list(site: &Site, lang: &Lang, folder: &str, total: usize, number: usize) -> ListView {
    let last = total.div_ceil(site.config.per_page).max(1);
    let path = |number: usize| address::list_page(lang, folder, number);
    let pages = (1..=last).map(|n| ListPage { number: n, path: path(n), current: n == number });
    ListView {
        total,
        number,
        pages: if last > 1 { pages.collect() } else { Vec::new() },
        prev: (number > 1).then(|| path(number - 1)),
        next: (number < last).then(|| path(number + 1)),
    }
}

/// The topics by name.
pub fn topic_links(site: &Site, lang: &Lang) -> Vec<TopicView> {
    let view = |topic: &Topic| TopicView {
        name: topic.name(site, lang),
        path: address::page(lang, &format!("chu-de/{}", topic.slug)),
        count: topic.folders.len(),
    };
    let mut topics: Vec<TopicView> = site.topics.0.values().map(view).collect();
    site.order.sort_by_text(lang, &mut topics, |topic| &topic.name.text);
    topics
}

/// All entries by the letters of their titles.
pub fn letters(site: &Site, lang: &Lang) -> Vec<Letter> {
    let headings = site.order.headings(lang);
    let mut letters: Vec<(Option<Heading>, Letter)> = Vec::new();
    for entry in listing::alphabetical(site, lang) {
        let title = site.title(entry, lang);
        let heading = headings.heading(&title.text);
        let strokes = match &heading {
            Some(Heading::Strokes(strokes)) => Some(*strokes),
            _ => None,
        };
        let letter = heading.as_ref().and_then(|heading| heading.letter(&title.text));
        let letter = letter.map(|text| Said { text, ..title.clone() });
        let item = LetterItem { title, path: address::page(lang, &entry.folder), kind: entry.kind.name };
        match letters.iter_mut().find(|(other, _)| other.as_ref() == heading.as_ref()) {
            Some((_, group)) => group.items.push(item),
            None => {
                let id = format!("chu-{}", letters.len() + 1);
                letters.push((heading, Letter { id, letter, strokes, items: vec![item] }));
            }
        }
    }
    // What begins with no letter comes last, wherever the order of signs has put it.
    letters.sort_by_key(|(heading, _)| heading.is_none());
    letters.into_iter().map(|(_, letter)| letter).collect()
}
