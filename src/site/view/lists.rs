//! What the templates of lists see.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::Serialize;

use crate::base::Lang;
use crate::model::{Said, Spoken};
use crate::site::{Entry, Heading, Lists, Site, address, listing};

/// One page of a list; its cards are added by `render`.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct ListView {
    /// Entries in the whole list.
    pub total: usize,
    /// This page's number, from 1.
    pub number: usize,
    /// The first page, the last one and those around this one, if there is more than one: a link to every page on every
    /// page would make long lists longer than what they list.
    pub pages: Vec<ListPage>,
    /// The page before.
    pub prev: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

/// A link to a page of a list.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct ListPage {
    /// Its number.
    pub number: usize,
    /// Where it is.
    pub path: String,
    /// Whether it is this one.
    pub current: bool,
    /// Whether pages before it are left out.
    pub gap: bool,
}

/// Pages on either side of this one to which it leads.
const AROUND: usize = 2;

/// A section on the home page; its cards are added by `render`.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct SectionView<'a> {
    /// Its title.
    pub title: Spoken<'a>,
    /// Its summary.
    pub summary: Option<Spoken<'a>>,
    /// Where it is.
    pub path: String,
    /// The kind of its entries.
    pub kind: &'static str,
    /// How many it has.
    pub total: usize,
}

/// A topic with the number of its entries.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct TopicView<'a> {
    /// Its name.
    pub name: Spoken<'a>,
    /// Where it is.
    pub path: Cow<'a, str>,
    /// How many entries have it.
    pub count: usize,
}

/// A letter of the alphabetical list.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Letter<'a> {
    /// The letter, in the language of its first title; nothing for what begins with none.
    pub letter: Option<Said>,
    /// The strokes of the first characters, where a language orders them so.
    pub strokes: Option<u32>,
    /// Its anchor.
    pub id: String,
    /// Its entries.
    pub items: Vec<LetterItem<'a>>,
}

/// An entry in the alphabetical list.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct LetterItem<'a> {
    /// Its title.
    pub title: Spoken<'a>,
    /// Where it is.
    pub path: String,
    /// Its kind.
    pub kind: &'static str,
}

/// The n-th page (from 1) of a list of `total` entries at `folder`.
pub fn list(site: &Site, lang: &Lang, folder: &str, total: usize, number: usize) -> ListView {
    let last = total.div_ceil(site.config.per_page).max(1);
    let path = |number: usize| address::list_page(lang, folder, number);
    // A gap of one page is shown as that page: it takes no more room.
    let is_near = |n: usize| n.abs_diff(number) <= AROUND || n <= 1 || n >= last;
    let is_shown = |n: &usize| is_near(*n) || (is_near(*n - 1) && is_near(*n + 1));
    let page = |n| ListPage { number: n, path: path(n), current: n == number, gap: n > 1 && !is_shown(&(n - 1)) };
    let around = number.saturating_sub(AROUND + 1)..=number + AROUND + 1;
    let shown: BTreeSet<usize> = around.chain([1, 2, last.saturating_sub(1), last]).collect();
    let shown = shown.into_iter().filter(|n| (1..=last).contains(n)).filter(is_shown);
    ListView {
        total,
        number,
        pages: if last > 1 { shown.map(page).collect() } else { Vec::new() },
        prev: (number > 1).then(|| path(number - 1)),
        next: (number < last).then(|| path(number + 1)),
    }
}

/// A section on the home page.
pub fn section<'a>(site: &Site, section: &'a Entry, lang: &'a Lang, total: usize) -> SectionView<'a> {
    let summary = section.fact(lang, "summary");
    SectionView {
        title: site.title_of(section, lang),
        summary: summary.and_then(|(located, whose)| Some(site.spoken(located.fact.as_text()?, whose))),
        path: address::page(lang, &section.folder),
        kind: section.entries.unwrap_or(section.kind).name,
        total,
    }
}

/// The topics by name.
pub fn topic_links<'a>(site: &Site, lists: &'a Lists<'_>, lang: &Lang) -> Vec<TopicView<'a>> {
    let topics =
        lists.topics(lang).map(|(link, count)| TopicView { name: link.name, path: link.path.as_str().into(), count });
    let mut topics: Vec<TopicView<'_>> = topics.collect();
    site.order.sort_by_text(lang, &mut topics, |topic| topic.name.text);
    topics
}

/// All entries by the letters of their titles.
pub fn letters<'a>(site: &'a Site, lang: &'a Lang) -> Vec<Letter<'a>> {
    let headings = site.order.headings(lang);
    let mut letters: Vec<(Option<Heading>, Letter<'_>)> = Vec::new();
    for entry in listing::alphabetical(site, lang) {
        let title = site.title_of(entry, lang);
        let heading = headings.heading(title.text);
        let strokes = match &heading {
            Some(Heading::Strokes(strokes)) => Some(*strokes),
            _ => None,
        };
        let letter = heading.as_ref().and_then(|heading| heading.letter(title.text));
        let letter = letter.map(|text| Said { text, ..title.held() });
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
