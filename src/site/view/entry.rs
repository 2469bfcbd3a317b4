//! What the template of an entry, or of its card in a list, sees.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::Lang;
use crate::i18n::Words;
use crate::model::{Fact, Said};
use crate::schema::Role;
use crate::site::hotlines::Standing;
use crate::site::{Entry, Site, State, address, links, listing};

use super::page::{HotlineView, hotline};
use super::shown::{self, Shown};

/// An entry as a language shows it; its body is added by `render`.
#[derive(Clone, Debug, Serialize)]
pub struct EntryView {
    /// Its kind.
    pub kind: &'static str,
    /// Its title.
    pub title: Said,
    /// Its summary.
    pub summary: Option<Said>,
    /// The language of its body; the text is empty.
    pub words: Said,
    /// The language of its body.
    pub lang: Lang,
    /// The day of publication.
    pub date: Option<String>,
    /// The day of the last change.
    pub updated: Option<String>,
    /// The day by which it must be read again.
    pub review_by: Option<String>,
    /// Its topics.
    pub topics: Vec<Link>,
    /// For whom it is.
    pub audiences: Vec<String>,
    /// Who publishes it.
    pub units: Vec<Said>,
    /// Where its facts come from.
    pub sources: Vec<Said>,
    /// Who read it; never shown of an entry about a person.
    pub reviewed_by: Option<Said>,
    /// Its picture.
    pub image: Option<ImageView>,
    /// Its recording.
    pub audio: Option<AudioView>,
    /// What a reader should do.
    pub action: Option<Said>,
    /// Its headings.
    pub toc: Vec<TocItem>,
    /// `fiction` or `composite`.
    pub label: Option<&'static str>,
    /// What to say before the text.
    pub content_warning: Option<Said>,
    /// Whether it is about a person.
    pub person: bool,
    /// Minutes of reading.
    pub minutes_to_read: usize,
    /// If the page shows the original because there is no translation.
    pub fallback: Option<FallbackView>,
    /// If the translation is older than the original.
    pub outdated: Option<OutdatedView>,
    /// The number that it is about.
    pub hotline: Option<HotlineView>,
    /// What took its place.
    pub replaced_by: Option<Link>,
    /// What it took the place of.
    pub replaces: Vec<Link>,
    /// The kind's own values.
    pub facts: BTreeMap<&'static str, Shown>,
}

/// A link with its words.
#[derive(Clone, Debug, Serialize)]
pub struct Link {
    /// The words of a link to an entry.
    pub title: Said,
    /// The same, for topics.
    pub name: Said,
    /// Where it leads; empty if that page is not published.
    pub path: String,
}

/// A picture.
#[derive(Clone, Debug, Serialize)]
pub struct ImageView {
    /// Its address from the page.
    pub src: String,
    /// Its description.
    pub alt: Option<Said>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// A recording.
#[derive(Clone, Debug, Serialize)]
pub struct AudioView {
    /// Its address from the page.
    pub src: String,
    /// Who speaks.
    pub narrator: Option<Said>,
    /// How long.
    pub minutes: Option<u32>,
    /// How large, in words.
    pub size: Said,
    /// The language that is spoken, by its own name.
    pub lang: Said,
}

/// A heading.
#[derive(Clone, Debug, Serialize)]
pub struct TocItem {
    /// Its anchor.
    pub id: String,
    /// Its words.
    pub text: String,
    /// Its level, 2 and more.
    pub level: u8,
}

/// A page that shows the original in place of a translation.
#[derive(Clone, Debug, Serialize)]
pub struct FallbackView {
    /// The language that is missing.
    pub tag: Lang,
    /// Its own name for itself.
    pub autonym: String,
    /// Its direction.
    pub dir: crate::model::Direction,
    /// Its name in Vietnamese, in which records are written.
    pub name: String,
    /// The page of the original.
    pub path: String,
}

/// A translation that is older than its original.
#[derive(Clone, Debug, Serialize)]
pub struct OutdatedView {
    /// Since when, if that is known.
    pub since: Option<String>,
    /// The languages of the notice: that of the page as far as it has the words, and the original's, which helpers read.
    pub languages: Vec<Lang>,
    /// The page of the original.
    pub path: String,
}

/// An entry in a list.
#[derive(Clone, Debug, Serialize)]
pub struct CardView {
    /// Its kind.
    pub kind: &'static str,
    /// Its title.
    pub title: Said,
    /// Its summary.
    pub summary: Option<Said>,
    /// Where it is.
    pub path: String,
    /// The day of publication.
    pub date: Option<String>,
    /// The day of the last change.
    pub updated: Option<String>,
    /// The day by which it must be read again.
    pub review_by: Option<String>,
    /// `fiction` or `composite`.
    pub label: Option<&'static str>,
    /// Its topics.
    pub topics: Vec<Link>,
    /// Whether another language's text stands there.
    pub fallback: bool,
    /// The next day of an event.
    pub next_on: Option<String>,
    /// The kind's own values.
    pub facts: BTreeMap<&'static str, Shown>,
}

/// Syllables that somebody reads in a minute; slow readers on a phone are meant.
const SYLLABLES_A_MINUTE: usize = 180;

/// An entry as the edition `lang` shows it.
pub fn entry(site: &Site, words: &Words, entry: &Entry, lang: &Lang) -> Option<EntryView> {
    let (text, shown) = entry.body(lang)?;
    let facts = entry.facts();
    let said = |key: &str| said(site, entry, lang, key);
    let original = || address::page(&entry.original, &entry.folder);
    let reviewer = text.facts.text("reviewed_by").filter(|_| !entry.is_person());
    Some(EntryView {
        kind: entry.kind.name,
        title: site.title(entry, lang),
        summary: said("summary"),
        words: site.said("", shown),
        lang: shown.clone(),
        date: day(entry, "date"),
        updated: day(entry, "updated"),
        review_by: day(entry, "review_by"),
        topics: topics(site, entry, lang),
        audiences: facts.texts("audiences").map(|(key, _)| key.to_owned()).collect(),
        units: units(site, entry, lang),
        sources: facts.texts("sources").map(|(line, _)| site.said(line, &entry.original)).collect(),
        reviewed_by: reviewer.map(|name| site.said(name, &entry.original)),
        image: image(site, entry, lang),
        audio: audio(site, words, entry, lang),
        action: said("action"),
        toc: toc(entry, text),
        label: label(entry),
        content_warning: said("content_warning"),
        person: entry.is_person(),
        minutes_to_read: text.summary.words.div_ceil(SYLLABLES_A_MINUTE).max(1),
        fallback: fallback(site, entry, lang),
        outdated: match entry.states.get(lang) {
            Some(State::OutOfDate(since)) => {
                let since = since.map(|date| date.to_string());
                Some(OutdatedView { since, languages: notice_languages(words, entry, lang), path: original() })
            }
            _ => None,
        },
        hotline: own_hotline(site, entry, lang),
        replaced_by: replaced_by(site, entry, lang),
        replaces: facts.texts("replaces").filter_map(|(name, _)| sibling(site, entry, name, lang)).collect(),
        facts: own_facts(site, words, entry, lang),
    })
}

/// An entry in a list of the edition `lang`.
pub fn card(site: &Site, words: &Words, entry: &Entry, lang: &Lang) -> CardView {
    CardView {
        kind: entry.kind.name,
        title: site.title(entry, lang),
        summary: said(site, entry, lang, "summary"),
        path: address::page(lang, &entry.folder),
        date: day(entry, "date"),
        updated: day(entry, "updated"),
        review_by: day(entry, "review_by"),
        label: label(entry),
        topics: topics(site, entry, lang),
        fallback: !entry.is_own(lang),
        next_on: listing::next_day(entry, site.today).map(|date| date.to_string()),
        facts: own_facts(site, words, entry, lang),
    }
}

fn own_facts(site: &Site, words: &Words, entry: &Entry, lang: &Lang) -> BTreeMap<&'static str, Shown> {
    let mut facts = shown::facts(site, words, entry, lang);
    if let Some(date) = listing::next_day(entry, site.today) {
        facts.insert("next_on", Shown::Plain(date.to_string()));
    }
    facts
}

fn said(site: &Site, entry: &Entry, lang: &Lang, key: &str) -> Option<Said> {
    let (located, whose) = entry.fact(lang, key)?;
    Some(site.said(located.fact.as_text()?, whose))
}

fn day(entry: &Entry, key: &str) -> Option<String> {
    entry.facts().date(key).map(|date| date.to_string())
}

fn label(entry: &Entry) -> Option<&'static str> {
    let facts = entry.facts();
    if facts.is_true("fiction") {
        return Some("fiction");
    }
    facts.is_true("composite").then_some("composite")
}

fn topics(site: &Site, entry: &Entry, lang: &Lang) -> Vec<Link> {
    let known = entry.facts().texts("topics").filter_map(|(word, _)| site.topics.of_word(word));
    let links = known.map(|topic| {
        let name = topic.name(site, lang);
        Link { title: name.clone(), name, path: address::page(lang, &format!("chu-de/{}", topic.slug)) }
    });
    links.collect()
}

fn units(site: &Site, entry: &Entry, lang: &Lang) -> Vec<Said> {
    let known = entry.facts().texts("units").filter_map(|(key, _)| site.config.units.get_key_value(key));
    known.map(|(key, names)| site.named(names, lang, key)).collect()
}

fn toc(entry: &Entry, text: &crate::site::Text) -> Vec<TocItem> {
    let original = entry.original_text().map_or(&[][..], |original| &original.summary.headings);
    let own = &text.summary.headings;
    let shares_ids = original.len() == own.len();
    let items = own.iter().enumerate().map(|(n, heading)| TocItem {
        id: original.get(n).filter(|_| shares_ids).map_or(&heading.id, |first| &first.id).clone(),
        text: heading.text.clone(),
        level: heading.level.max(2),
    });
    items.collect()
}

fn image(site: &Site, entry: &Entry, lang: &Lang) -> Option<ImageView> {
    let group = entry.facts().group("image")?;
    let (file, media) = links::fact_file(entry, &entry.original, group.text("file")?)?;
    let (width, height) = media.dimensions?;
    let alt = entry.fact(lang, "image").and_then(|(located, whose)| match &located.fact {
        Fact::Group(words) => Some(site.said(words.text("alt")?, whose)),
        _ => None,
    });
    let src = address::relative(&address::page(lang, &entry.folder), &file.output);
    Some(ImageView { src, alt, width, height })
}

fn audio(site: &Site, words: &Words, entry: &Entry, lang: &Lang) -> Option<AudioView> {
    let (located, whose) = entry.fact(lang, "audio")?;
    let Fact::Group(group) = &located.fact else { return None };
    let (file, media) = links::fact_file(entry, whose, group.text("file")?)?;
    Some(AudioView {
        src: address::relative(&address::page(lang, &entry.folder), &file.output),
        narrator: group.text("narrator").map(|name| site.said(name, whose)),
        minutes: group.count("minutes"),
        size: links::size(words, lang, media.size),
        lang: site.said(site.language(whose).map_or("", |language| &language.autonym), whose),
    })
}

fn notice_languages(words: &Words, entry: &Entry, lang: &Lang) -> Vec<Lang> {
    let mut languages: Vec<Lang> =
        [lang, &entry.original].into_iter().map(|lang| words.say(lang, "outdated-notice", None).lang).collect();
    languages.dedup();
    languages
}

fn fallback(site: &Site, entry: &Entry, lang: &Lang) -> Option<FallbackView> {
    if entry.is_own(lang) {
        return None;
    }
    let language = site.language(lang)?;
    let name = if language.name.is_empty() { &language.autonym } else { &language.name };
    Some(FallbackView {
        tag: lang.clone(),
        autonym: language.autonym.clone(),
        dir: language.direction,
        name: name.clone(),
        path: address::page(&entry.original, &entry.folder),
    })
}

fn own_hotline(site: &Site, entry: &Entry, lang: &Lang) -> Option<HotlineView> {
    if !entry.kind.has(Role::Phone) {
        return None;
    }
    let record = site.hotlines.all().iter().find(|hotline| hotline.folder == entry.folder)?;
    hotline(site, record, lang)
}

/// The entry that took the place of this one: of a number, or of a text in the same section.
fn replaced_by(site: &Site, entry: &Entry, lang: &Lang) -> Option<Link> {
    let name = entry.facts().text("replaced_by")?;
    if let Some(Standing::Superseded(_)) = site.hotlines.named(entry.slug()).map(|hotline| &hotline.standing) {
        let now = site.hotlines.named(entry.slug()).and_then(|old| site.hotlines.successor(old))?;
        return link(site, site.entries.get(&now.folder)?, lang);
    }
    sibling(site, entry, name, lang)
}

fn sibling(site: &Site, entry: &Entry, name: &str, lang: &Lang) -> Option<Link> {
    let folder = match entry.parent() {
        Some("") | None => name.to_owned(),
        Some(parent) => format!("{parent}/{name}"),
    };
    link(site, site.entries.get(&folder)?, lang)
}

fn link(site: &Site, to: &Entry, lang: &Lang) -> Option<Link> {
    let title = site.title(to, lang);
    to.is_published().then(|| Link { name: title.clone(), title, path: address::page(lang, &to.folder) })
}
