//! What the template of an entry, or of its card in a list, sees.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::{Date, Lang};
use crate::i18n::Words;
use crate::model::{Fact, MediaKind, Said, Spoken};
use crate::schema::Role;
use crate::site::hotlines::Standing;
use crate::site::{self, CALENDAR_FILE, Entry, Lists, Measure, Site, State, TopicLink, address, files, listing};

use super::page::{HotlineView, hotline};
use super::shown::{self, Shown};

/// An entry as a language shows it; its body is added by `render`.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct EntryView<'a> {
    /// Its kind.
    pub kind: &'static str,
    /// Its title.
    pub title: Spoken<'a>,
    /// Its summary.
    pub summary: Option<Spoken<'a>>,
    /// The language of its body; the text is empty.
    pub words: Spoken<'a>,
    /// The language of its body.
    pub lang: &'a Lang,
    /// The day of publication.
    pub date: Option<Date>,
    /// The day of the last change.
    pub updated: Option<Date>,
    /// The day by which it must be read again.
    pub review_by: Option<Date>,
    /// Its topics.
    pub topics: Vec<Link<'a>>,
    /// For whom it is.
    pub audiences: Vec<&'a str>,
    /// Who publishes it.
    pub units: Vec<Spoken<'a>>,
    /// Where its facts come from.
    pub sources: Vec<Spoken<'a>>,
    /// Who read it; never shown of an entry about a person.
    pub reviewed_by: Option<Spoken<'a>>,
    /// Its picture.
    pub image: Option<ImageView<'a>>,
    /// Its recording.
    pub audio: Option<AudioView<'a>>,
    /// What a reader should do.
    pub action: Option<Spoken<'a>>,
    /// Its headings.
    pub toc: Vec<TocItem<'a>>,
    /// `fiction` or `composite`.
    pub label: Option<&'static str>,
    /// What to say before the text.
    pub content_warning: Option<Spoken<'a>>,
    /// Whether it is about a person.
    pub person: bool,
    /// Minutes of reading.
    pub minutes_to_read: usize,
    /// If the page shows the original because there is no translation.
    pub fallback: Option<FallbackView<'a>>,
    /// If the translation is older than the original.
    pub outdated: Option<OutdatedView>,
    /// An event as a file for calendars.
    pub calendar: Option<Shown<'a>>,
    /// The number that it is about.
    pub hotline: Option<HotlineView<'a>>,
    /// What took its place.
    pub replaced_by: Option<Link<'a>>,
    /// What it took the place of.
    pub replaces: Vec<Link<'a>>,
    /// The kind's own values.
    pub facts: BTreeMap<&'static str, Shown<'a>>,
}

/// A link with its words.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Link<'a> {
    /// The words of a link to an entry.
    pub title: Spoken<'a>,
    /// The same, for topics.
    pub name: Spoken<'a>,
    /// Where it leads; empty if that page is not published.
    pub path: Cow<'a, str>,
}

/// A picture.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct ImageView<'a> {
    /// Its address from the page.
    pub src: String,
    /// The widths that a browser may choose from; empty if there is but one.
    pub set: String,
    /// Its description.
    pub alt: Option<Spoken<'a>>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// A recording.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct AudioView<'a> {
    /// Its address from the page.
    pub src: String,
    /// Who speaks.
    pub narrator: Option<Spoken<'a>>,
    /// How long, in words.
    pub time: Option<Said>,
    /// How large, in words.
    pub size: Said,
    /// The language that is spoken, by its own name.
    pub lang: Spoken<'a>,
}

/// A heading.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct TocItem<'a> {
    /// Its anchor.
    pub id: &'a str,
    /// Its words.
    pub text: &'a str,
    /// Its level, 2 and more.
    pub level: u8,
}

/// A page that shows the original in place of a translation.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct FallbackView<'a> {
    /// The language that is missing.
    pub tag: &'a Lang,
    /// Its own name for itself.
    pub autonym: &'a str,
    /// Its direction.
    pub dir: crate::model::Direction,
    /// Its name in Vietnamese, in which records are written.
    pub name: &'a str,
    /// The page of the original.
    pub path: String,
}

/// A translation that is older than its original.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct OutdatedView {
    /// Since when, if that is known.
    pub since: Option<Date>,
    /// The languages of the notice: that of the page as far as it has the words, and the original's, which helpers read.
    pub languages: Vec<Lang>,
    /// The page of the original.
    pub path: String,
}

/// An entry in a list.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct CardView<'a> {
    /// Its kind.
    pub kind: &'static str,
    /// Its title.
    pub title: Spoken<'a>,
    /// Its summary.
    pub summary: Option<Spoken<'a>>,
    /// Where it is.
    pub path: String,
    /// The day of publication.
    pub date: Option<Date>,
    /// The day of the last change.
    pub updated: Option<Date>,
    /// The day by which it must be read again.
    pub review_by: Option<Date>,
    /// `fiction` or `composite`.
    pub label: Option<&'static str>,
    /// Its topics.
    pub topics: Vec<Link<'a>>,
    /// Whether another language's text stands there.
    pub fallback: bool,
    /// The next day of an event.
    pub next_on: Option<Date>,
    /// The kind's own values.
    pub facts: BTreeMap<&'static str, Shown<'a>>,
}

/// Syllables that somebody reads in a minute; slow readers on a phone are meant.
const SYLLABLES_A_MINUTE: usize = 180;

/// An entry as the edition `lang` shows it.
pub fn entry<'a>(
    site: &'a Site,
    lists: &'a Lists<'a>,
    words: &Words,
    entry: &'a Entry,
    lang: &'a Lang,
) -> Option<EntryView<'a>> {
    let (text, shown) = entry.body(lang)?;
    let facts = entry.facts();
    let said = |key: &str| said(site, entry, lang, key);
    let original = || address::page(&entry.original, &entry.folder);
    let reviewer = text.facts.text("reviewed_by").filter(|_| !entry.is_person());
    Some(EntryView {
        kind: entry.kind.name,
        title: site.title_of(entry, lang),
        summary: said("summary"),
        words: site.spoken("", shown),
        lang: shown,
        date: day(entry, "date"),
        updated: day(entry, "updated"),
        review_by: day(entry, "review_by"),
        topics: topics(lists, entry, lang),
        audiences: facts.texts("audiences").map(|(key, _)| key).collect(),
        units: units(site, entry, lang),
        sources: facts.texts("sources").map(|(line, _)| site.spoken(line, &entry.original)).collect(),
        reviewed_by: reviewer.map(|name| site.spoken(name, &entry.original)),
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
                Some(OutdatedView { since: *since, languages: notice_languages(words, entry, lang), path: original() })
            }
            _ => None,
        },
        calendar: calendar(site, words, entry, lang),
        hotline: own_hotline(site, entry, lang),
        replaced_by: replaced_by(site, entry, lang),
        replaces: facts.texts("replaces").filter_map(|(name, _)| sibling(site, entry, name, lang)).collect(),
        facts: own_facts(site, words, entry, lang),
    })
}

impl EntryView<'_> {
    /// Changes each way from the page to a file: for a copy of the page that lies elsewhere.
    pub fn each_way(&mut self, change: impl Fn(&mut String)) {
        let files = self.facts.values_mut().chain(&mut self.calendar);
        let ways = files.filter_map(|shown| if let Shown::File { path, .. } = shown { Some(path) } else { None });
        let ways = ways.chain(self.image.as_mut().map(|image| &mut image.src));
        ways.chain(self.audio.as_mut().map(|audio| &mut audio.src)).for_each(change);
    }
}

/// An entry in a list of the edition `lang`.
pub fn card<'a>(site: &'a Site, lists: &'a Lists<'a>, words: &Words, entry: &'a Entry, lang: &'a Lang) -> CardView<'a> {
    CardView {
        kind: entry.kind.name,
        title: site.title_of(entry, lang),
        summary: said(site, entry, lang, "summary"),
        path: address::page(lang, &entry.folder),
        date: day(entry, "date"),
        updated: day(entry, "updated"),
        review_by: day(entry, "review_by"),
        label: label(entry),
        topics: topics(lists, entry, lang),
        fallback: !entry.is_own(lang),
        next_on: listing::next_day(entry, site.today),
        facts: own_facts(site, words, entry, lang),
    }
}

fn own_facts<'a>(site: &Site, words: &Words, entry: &'a Entry, lang: &'a Lang) -> BTreeMap<&'static str, Shown<'a>> {
    let mut facts = shown::facts(site, words, entry, lang);
    if let Some(date) = listing::next_day(entry, site.today) {
        facts.insert("next_on", Shown::Day(date));
    }
    facts
}

fn said<'a>(site: &Site, entry: &'a Entry, lang: &'a Lang, key: &str) -> Option<Spoken<'a>> {
    let (located, whose) = entry.fact(lang, key)?;
    Some(site.spoken(located.fact.as_text()?, whose))
}

fn day(entry: &Entry, key: &str) -> Option<Date> {
    entry.facts().date(key)
}

fn label(entry: &Entry) -> Option<&'static str> {
    let facts = entry.facts();
    if facts.is_true("fiction") {
        return Some("fiction");
    }
    facts.is_true("composite").then_some("composite")
}

fn topics<'a>(lists: &'a Lists<'a>, entry: &Entry, lang: &Lang) -> Vec<Link<'a>> {
    let link =
        |topic: &'a TopicLink<'a>| Link { title: topic.name, name: topic.name, path: topic.path.as_str().into() };
    lists.topics_of(entry, lang).into_iter().map(link).collect()
}

fn units<'a>(site: &'a Site, entry: &Entry, lang: &'a Lang) -> Vec<Spoken<'a>> {
    let known = entry.facts().texts("units").filter_map(|(key, _)| site.config.units.get_key_value(key));
    known.map(|(key, names)| site.named(names, lang, key)).collect()
}

fn toc<'a>(entry: &'a Entry, text: &'a crate::site::Text) -> Vec<TocItem<'a>> {
    let original = entry.original_text().map_or(&[][..], |original| &original.summary.headings);
    let own = &text.summary.headings;
    let shares_ids = original.len() == own.len();
    let items = own.iter().enumerate().map(|(n, heading)| TocItem {
        id: original.get(n).filter(|_| shares_ids).map_or(&heading.id, |first| &first.id),
        text: &heading.text,
        level: heading.level.max(2),
    });
    items.collect()
}

fn image<'a>(site: &Site, entry: &'a Entry, lang: &'a Lang) -> Option<ImageView<'a>> {
    let group = entry.facts().group("image")?;
    let (published, media) = files::fact_file(entry, &entry.original, group.text("file")?)?;
    let (file, sides) = published.usual()?;
    let (width, height) = sides.filter(|_| media.kind() == Some(MediaKind::Picture))?;
    let alt = entry.fact(lang, "image").and_then(|(located, whose)| match &located.fact {
        Fact::Group(words) => Some(site.spoken(words.text("alt")?, whose)),
        _ => None,
    });
    let page = address::page(lang, &entry.folder);
    Some(ImageView { src: address::relative(&page, &file.output), set: published.set(&page), alt, width, height })
}

fn audio<'a>(site: &'a Site, words: &Words, entry: &'a Entry, lang: &'a Lang) -> Option<AudioView<'a>> {
    let (located, whose) = entry.fact(lang, "audio")?;
    let Fact::Group(group) = &located.fact else { return None };
    let (published, media) = files::fact_file(entry, whose, group.text("file")?)?;
    let file = published.usual().filter(|_| media.kind() == Some(MediaKind::Sound))?.0;
    let typed = || group.count("minutes").map(|minutes| minutes.saturating_mul(60));
    Some(AudioView {
        src: address::relative(&address::page(lang, &entry.folder), &file.output),
        narrator: group.text("narrator").map(|name| site.spoken(name, whose)),
        time: media.seconds().or_else(typed).map(|seconds| files::said(words, lang, Measure::Seconds(seconds))),
        size: files::size(words, lang, media.size),
        lang: site.spoken(site.language(whose).map_or("", |language| &language.autonym), whose),
    })
}

fn calendar(site: &Site, words: &Words, entry: &Entry, lang: &Lang) -> Option<Shown<'static>> {
    let bytes = site::calendar(site, entry, lang)?.len() as u64;
    Some(shown::offered(words, lang, CALENDAR_FILE.to_owned(), bytes))
}

fn notice_languages(words: &Words, entry: &Entry, lang: &Lang) -> Vec<Lang> {
    let mut languages: Vec<Lang> =
        [lang, &entry.original].into_iter().map(|lang| words.say(lang, "outdated-notice", None).lang).collect();
    languages.dedup();
    languages
}

fn fallback<'a>(site: &'a Site, entry: &Entry, lang: &'a Lang) -> Option<FallbackView<'a>> {
    if entry.is_own(lang) {
        return None;
    }
    let language = site.language(lang)?;
    let name = if language.name.is_empty() { &language.autonym } else { &language.name };
    Some(FallbackView {
        tag: lang,
        autonym: &language.autonym,
        dir: language.direction,
        name,
        path: address::page(&entry.original, &entry.folder),
    })
}

fn own_hotline<'a>(site: &'a Site, entry: &Entry, lang: &'a Lang) -> Option<HotlineView<'a>> {
    if !entry.kind.has(Role::Phone) {
        return None;
    }
    let record = site.hotlines.all().iter().find(|hotline| hotline.folder == entry.folder)?;
    hotline(site, record, lang)
}

/// The entry that took the place of this one: of a number, or of a text in the same section.
fn replaced_by<'a>(site: &'a Site, entry: &Entry, lang: &'a Lang) -> Option<Link<'a>> {
    let name = entry.facts().text("replaced_by")?;
    if let Some(Standing::Superseded(_)) = site.hotlines.named(entry.slug()).map(|hotline| &hotline.standing) {
        let now = site.hotlines.named(entry.slug()).and_then(|old| site.hotlines.successor(old))?;
        return link(site, site.entries.get(&now.folder)?, lang);
    }
    sibling(site, entry, name, lang)
}

fn sibling<'a>(site: &'a Site, entry: &Entry, name: &str, lang: &'a Lang) -> Option<Link<'a>> {
    let folder = match entry.parent() {
        Some("") | None => name.to_owned(),
        Some(parent) => format!("{parent}/{name}"),
    };
    link(site, site.entries.get(&folder)?, lang)
}

fn link<'a>(site: &Site, to: &'a Entry, lang: &'a Lang) -> Option<Link<'a>> {
    let title = site.title_of(to, lang);
    to.is_published().then(|| Link { name: title, title, path: address::page(lang, &to.folder).into() })
}
