//! What every page's template sees: the site in one language, and the page's place in it.

use serde::Serialize;

use crate::base::{Date, Lang, Url};
use crate::draw;
use crate::i18n::tags::locale;
use crate::model::Spoken;
use crate::schema::Role;
use crate::site::hotlines::UNVERIFIED_AFTER_DAYS;
use crate::site::{Entry, Hotline, Lists, Site, address, share};

/// The site as a language shows it; the same for all its pages.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct SiteView<'a> {
    /// Its name.
    pub title: Spoken<'a>,
    /// The language.
    pub tag: &'a Lang,
    /// The folder of the language.
    pub folder: String,
    /// The home page.
    pub home: String,
    /// The alphabetical list.
    pub a_z: String,
    /// The list of topics, if there are any.
    pub topics: Option<String>,
    /// The languages in which it is searched, the first before the others; none if there is no search.
    pub search: Vec<SearchIn<'a>>,
    /// The feed, if there is one.
    pub feed: Option<String>,
    /// The same as JSON, if there is one.
    pub json_feed: Option<String>,
    /// The neutral page.
    pub neutral: &'static str,
    /// The public page that *leave quickly* opens when there is a network; without it, the neutral page.
    pub leave_to: Option<&'a str>,
    /// The page that tells what leaving quickly cannot hide, if the site has one.
    pub safety: Option<NavItem<'a>>,
    /// The menu.
    pub nav: Vec<NavItem<'a>>,
    /// The number that stands on every page.
    pub hotline: Option<HotlineView<'a>>,
    /// The number for people abroad.
    pub abroad: Option<HotlineView<'a>>,
    /// The units of `loa.yml`.
    pub units: Vec<Spoken<'a>>,
    /// The source language.
    pub source_tag: &'a Lang,
    /// The newest day of any entry.
    pub updated: Option<Date>,
}

/// A language in which is searched.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct SearchIn<'a> {
    /// The language.
    pub tag: &'a Lang,
    /// Its direction.
    pub dir: crate::model::Direction,
}

/// A link of the menu.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct NavItem<'a> {
    /// Its words.
    pub title: Spoken<'a>,
    /// Where it leads.
    pub path: String,
    /// The folder of the section.
    pub folder: &'a str,
}

/// A number as a template sees it.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct HotlineView<'a> {
    /// Whose number it is.
    pub title: Spoken<'a>,
    /// What that page says in short.
    pub summary: Option<Spoken<'a>>,
    /// The page about it.
    pub path: String,
    /// As shown.
    pub number: &'a str,
    /// The address to call it.
    pub dial: &'a str,
    /// When it is answered.
    pub hours: Option<Spoken<'a>>,
    /// What a call costs.
    pub fee: Option<Spoken<'a>>,
    /// Whether it can be called from abroad.
    pub abroad: bool,
    /// Who answers.
    pub answers_by: Option<Spoken<'a>>,
    /// The day of the last check.
    pub verified_on: Option<Date>,
    /// How it was checked.
    pub verified_by: Option<Spoken<'a>>,
    /// Whether the last check is too long ago.
    pub unverified: bool,
    /// Languages in which it is answered.
    pub languages_spoken: Vec<&'a Lang>,
}

/// A page's place in the site.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct PageView<'a> {
    /// The template.
    pub template: &'a str,
    /// Its title.
    pub title: Spoken<'a>,
    /// What search engines and shared links show.
    pub description: Option<Spoken<'a>>,
    /// Its path.
    pub path: String,
    /// The section that it belongs to.
    pub folder: &'a str,
    /// Its absolute address, or that of the page it stands for.
    pub canonical: Option<String>,
    /// The same page in other languages, for search engines.
    pub alternates: Vec<Alternate<'a>>,
    /// How it is shown where its link is shared; nothing if it should not be.
    pub share: Option<ShareView<'a>>,
    /// The way to it.
    pub crumbs: Vec<Crumb<'a>>,
    /// The same page in every language.
    pub languages: Vec<Edition<'a>>,
    /// Whether people abroad will read it, who need a number that can be called from there.
    pub abroad: bool,
    /// Whether it has the button to leave quickly.
    pub leave_quickly: bool,
    /// Whether search engines must keep away.
    pub noindex: bool,
    /// Whether it is a draft.
    pub draft: bool,
    /// The day of the build.
    pub today: Date,
}

/// A page in another language, for search engines.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Alternate<'a> {
    /// The language, or `x-default`.
    pub tag: &'a str,
    /// Its absolute address.
    pub url: String,
}

/// How a page is shown where its link is shared.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct ShareView<'a> {
    /// The absolute address of its picture.
    pub image: String,
    /// The words on the picture.
    pub alt: Spoken<'a>,
    /// Width and height of the picture.
    pub size: (u32, u32),
    /// Its language and country; nothing where the tag names a script and no country.
    pub locale: Option<String>,
    /// Those of its translations.
    pub others: Vec<String>,
}

/// A step of the way to a page.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Crumb<'a> {
    /// Its words.
    pub title: Spoken<'a>,
    /// Where it leads; the page itself leads nowhere.
    pub path: Option<String>,
}

/// A page in one of the site's languages.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Edition<'a> {
    /// The language.
    pub tag: &'a Lang,
    /// Its direction.
    pub dir: crate::model::Direction,
    /// Its own name for itself.
    pub autonym: &'a str,
    /// Its name in the source language.
    pub name: &'a str,
    /// The language of that name.
    pub name_lang: Lang,
    /// The font that draws its name on devices that have none.
    pub font: Option<&'a str>,
    /// Whether somebody confirmed the autonym.
    pub confirmed: bool,
    /// The page.
    pub path: String,
    /// Whether it is this one.
    pub current: bool,
    /// Whether it shows another language's text.
    pub fallback: bool,
    /// Whether it has a recording.
    pub audio: bool,
}

/// The folder of the page, in whatever section, that is honest about what leaving quickly cannot hide.
const SAFETY_PAGE: &str = "xem-an-toan";

/// The site as `lang` shows it.
pub fn site<'a>(site: &'a Site, lists: &'a Lists<'a>, lang: &'a Lang) -> SiteView<'a> {
    let home = address::page(lang, "");
    let item = |entry: &'a Entry| NavItem {
        title: site.title_of(entry, lang),
        path: address::page(lang, &entry.folder),
        folder: &entry.folder,
    };
    let nav = lists.sections(lang).iter().map(|entry| item(entry));
    let safety = site.entries.values().find(|entry| entry.slug() == SAFETY_PAGE && entry.is_published());
    let has = |name: &str| site.config.base_url.is_some() && site.config.outputs.iter().any(|output| output == name);
    let folder = address::page_folder(lang, "");
    let searched = lists.searched_in(lang).iter();
    SiteView {
        title: site.name_of(lang),
        tag: lang,
        folder: lang.folder(),
        home,
        a_z: address::page(lang, "a-z"),
        topics: (!site.topics.0.is_empty()).then(|| address::page(lang, "chu-de")),
        search: searched.map(|tag| SearchIn { tag, dir: site.direction(tag) }).collect(),
        feed: has("feeds").then(|| format!("{folder}feed.xml")),
        json_feed: has("json_feed").then(|| format!("{folder}feed.json")),
        neutral: "lich/index.html",
        leave_to: site.config.leave_quickly_to.as_ref().map(Url::as_str),
        safety: safety.map(item),
        nav: nav.collect(),
        hotline: site.hotlines.main().and_then(|main| hotline(site, main, lang)),
        abroad: site.hotlines.abroad().and_then(|abroad| hotline(site, abroad, lang)),
        units: site.config.units.iter().map(|(key, names)| site.named(names, lang, key)).collect(),
        source_tag: site.source(),
        updated: lists.updated(),
    }
}

/// A number as `lang` shows it.
pub fn hotline<'a>(site: &'a Site, hotline: &'a Hotline, lang: &'a Lang) -> Option<HotlineView<'a>> {
    let entry = site.entries.get(&hotline.folder)?;
    let words = |key: &str| {
        let (located, whose) = entry.fact(lang, key)?;
        Some(site.spoken(located.fact.as_text()?, whose))
    };
    let too_old = |date: Date| date.days_until(site.today) > UNVERIFIED_AFTER_DAYS;
    let spoken = entry.fact(lang, "languages_spoken").map(|(located, _)| &located.fact);
    Some(HotlineView {
        title: site.title_of(entry, lang),
        summary: words("summary"),
        path: address::page(lang, &entry.folder),
        number: &hotline.link.number,
        dial: &hotline.link.dial,
        hours: words("hours"),
        fee: words("fee"),
        abroad: hotline.abroad,
        answers_by: words("answers_by"),
        verified_on: hotline.verified_on,
        verified_by: words("verified_by"),
        unverified: hotline.verified_on.is_none_or(too_old),
        languages_spoken: match spoken {
            Some(crate::model::Fact::List(items)) => items.iter().filter_map(|item| as_lang(&item.fact)).collect(),
            _ => Vec::new(),
        },
    })
}

fn as_lang(fact: &crate::model::Fact) -> Option<&Lang> {
    match fact {
        crate::model::Fact::Lang(lang) => Some(lang),
        _ => None,
    }
}

/// The place of an entry's page: the n-th page of its list, if it is a section.
pub fn page<'a>(site: &'a Site, entry: &'a Entry, lang: &'a Lang, template: &'a str, number: usize) -> PageView<'a> {
    let path = address::list_page(lang, &entry.folder, number);
    let own = entry.is_own(lang);
    let summary =
        entry.fact(lang, "summary").and_then(|(located, whose)| Some(site.spoken(located.fact.as_text()?, whose)));
    let opening = || {
        let (text, shown) = entry.body(lang)?;
        (!text.summary.opening.is_empty()).then(|| site.spoken(&text.summary.opening, shown))
    };
    let owner = if own { lang } else { &entry.original };
    let absolute = |lang: &Lang| site.config.base_url.as_ref().map(|base| absolute(base.as_str(), lang, entry, number));
    PageView {
        template,
        title: site.title_of(entry, lang),
        description: summary.or_else(opening),
        canonical: absolute(owner),
        // A page that the others do not name names none of them.
        alternates: if own && number == 1 && lang.is_public() { alternates(site, entry) } else { Vec::new() },
        share: shared(site, entry, owner),
        crumbs: crumbs(site, entry, lang),
        languages: editions(site, entry, lang, number),
        // The key of a number says that it can be called from abroad.
        abroad: entry.facts().is_true("abroad") && !entry.kind.has(Role::Phone),
        leave_quickly: share::leaves_quickly(site, entry),
        // A canonical address tells search engines more gently that the words are at home elsewhere.
        noindex: entry.is_draft() || (!own && site.config.base_url.is_none()),
        draft: entry.is_draft(),
        today: site.today,
        folder: entry.folder.split('/').next().unwrap_or(""),
        path,
    }
}

fn absolute(base: &str, lang: &Lang, entry: &Entry, number: usize) -> String {
    format!("{base}{}", address::list_page(lang, &entry.folder, number))
}

/// Real translations only, each named by all the others, and the source for everybody else.
pub fn alternates<'a>(site: &'a Site, entry: &'a Entry) -> Vec<Alternate<'a>> {
    let Some(base) = &site.config.base_url else { return Vec::new() };
    let own = site.config.languages.iter().filter(|lang| entry.is_own(lang) && lang.is_public());
    let mut alternates: Vec<Alternate<'_>> =
        own.map(|lang| Alternate { tag: lang.as_str(), url: absolute(base.as_str(), lang, entry, 1) }).collect();
    let default = if entry.is_own(site.source()) { site.source() } else { &entry.original };
    alternates.push(Alternate { tag: "x-default", url: absolute(base.as_str(), default, entry, 1) });
    alternates
}

/// How an entry in the language of its words is shown where its link is shared.
fn shared<'a>(site: &'a Site, entry: &'a Entry, lang: &'a Lang) -> Option<ShareView<'a>> {
    if !share::is_shared(site, entry) {
        return None;
    }
    let others = site.config.languages.iter().filter(|other| *other != lang && entry.is_own(other));
    let shown = plain_share(site, lang, others)?;
    let own = share::own_card(site, entry, lang).zip(site.config.base_url.as_ref());
    Some(match own {
        Some((path, base)) => ShareView { image: format!("{base}{path}"), alt: site.title_of(entry, lang), ..shown },
        None => shown,
    })
}

/// The same of a page that is no entry: it shows the card of its language.
pub fn plain_share<'a>(
    site: &'a Site,
    lang: &'a Lang,
    others: impl Iterator<Item = &'a Lang>,
) -> Option<ShareView<'a>> {
    let image = format!("{}{}", site.config.base_url.as_ref()?, share::language_card(site, lang)?);
    let mut others: Vec<String> = others.filter_map(locale).collect();
    others.sort();
    others.dedup();
    Some(ShareView { image, alt: site.name_of(lang), size: draw::SIZE, locale: locale(lang), others })
}

fn crumbs<'a>(site: &'a Site, entry: &'a Entry, lang: &'a Lang) -> Vec<Crumb<'a>> {
    let mut crumbs = Vec::new();
    let mut at = entry;
    while let Some(above) = at.parent().filter(|parent| !parent.is_empty()).and_then(|parent| site.entries.get(parent))
    {
        crumbs.push(Crumb { title: site.title_of(above, lang), path: Some(address::page(lang, &above.folder)) });
        at = above;
    }
    crumbs.reverse();
    if !entry.is_home() {
        crumbs.push(Crumb { title: site.title_of(entry, lang), path: None });
    }
    crumbs
}

/// The same page in every language of the site.
fn editions<'a>(site: &'a Site, entry: &Entry, current: &Lang, number: usize) -> Vec<Edition<'a>> {
    let editions = site.languages.iter().map(|language| Edition {
        current: language.tag == *current,
        fallback: !entry.is_own(&language.tag),
        audio: entry.texts.get(&language.tag).is_some_and(|text| text.facts.has("audio")),
        ..edition(site, language, address::list_page(&language.tag, &entry.folder, number))
    });
    editions.collect()
}

fn edition<'a>(site: &Site, language: &'a crate::model::Language, path: String) -> Edition<'a> {
    Edition {
        tag: &language.tag,
        dir: language.direction,
        autonym: &language.autonym,
        name: &language.name,
        name_lang: Lang::vietnamese(),
        font: language.font.as_ref().map(|(name, _)| name.as_str()),
        confirmed: language.confirmed_by.is_some() || language.tag == *site.source(),
        path,
        current: false,
        fallback: false,
        audio: false,
    }
}

/// A page of something that is no entry, such as a topic, in every language of the site: they all have it.
pub fn plain_editions<'a>(
    site: &'a Site,
    lists: &Lists<'_>,
    current: Option<&Lang>,
    folder: &str,
    number: usize,
) -> Vec<Edition<'a>> {
    let editions = site.languages.iter().map(|language| Edition {
        current: current == Some(&language.tag),
        audio: lists.is_recorded(&language.tag),
        ..edition(site, language, address::list_page(&language.tag, folder, number))
    });
    editions.collect()
}

/// A month of the neutral page: weeks from Monday, days that belong to other months are absent.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Month {
    /// 1 to 12.
    pub number: i8,
    /// Its weeks.
    pub weeks: Vec<Vec<Option<i8>>>,
}

/// The calendar of a year.
pub fn calendar(year: i16) -> Vec<Month> {
    let months = (1..=12).filter_map(|month| {
        let first = Date::new(year, month, 1)?;
        let blank = usize::try_from(first.weekday() - 1).unwrap_or(0);
        let mut days: Vec<Option<i8>> = vec![None; blank];
        days.extend((1..=first.days_in_month()).map(Some));
        days.resize(days.len().next_multiple_of(7), None);
        Some(Month { number: month, weeks: days.chunks(7).map(<[Option<i8>]>::to_vec).collect() })
    });
    months.collect()
}
