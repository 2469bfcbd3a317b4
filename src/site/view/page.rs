//! What every page's template sees: the site in one language, and the page's place in it.

use serde::Serialize;

use crate::base::{Date, Lang};
use crate::model::Said;
use crate::schema::Role;
use crate::site::hotlines::UNVERIFIED_AFTER_DAYS;
use crate::site::{Entry, Hotline, Site, address, listing};

/// The site as a language shows it; the same for all its pages.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// Its name.
    pub title: Said,
    /// The language.
    pub tag: Lang,
    /// The folder of the language.
    pub folder: String,
    /// The home page.
    pub home: String,
    /// The alphabetical list.
    pub a_z: String,
    /// The list of topics, if there are any.
    pub topics: Option<String>,
    /// The languages in which it is searched, the first before the others; none if there is no search.
    pub search: Vec<SearchIn>,
    /// The feed, if there is one.
    pub feed: Option<String>,
    /// The neutral page.
    pub neutral: &'static str,
    /// The menu.
    pub nav: Vec<NavItem>,
    /// The number that stands on every page.
    pub hotline: Option<HotlineView>,
    /// The number for people abroad.
    pub abroad: Option<HotlineView>,
    /// The units of `loa.yml`.
    pub units: Vec<Said>,
    /// The source language.
    pub source_tag: Lang,
    /// The newest day of any entry.
    pub updated: Option<String>,
}

/// A language in which is searched.
#[derive(Clone, Debug, Serialize)]
pub struct SearchIn {
    /// The language.
    pub tag: Lang,
    /// Its direction.
    pub dir: crate::model::Direction,
}

/// A link of the menu.
#[derive(Clone, Debug, Serialize)]
pub struct NavItem {
    /// Its words.
    pub title: Said,
    /// Where it leads.
    pub path: String,
    /// The folder of the section.
    pub folder: String,
}

/// A number as a template sees it.
#[derive(Clone, Debug, Serialize)]
pub struct HotlineView {
    /// Whose number it is.
    pub title: Said,
    /// The page about it.
    pub path: String,
    /// As shown.
    pub number: String,
    /// The address to call it.
    pub dial: String,
    /// When it is answered.
    pub hours: Option<Said>,
    /// What a call costs.
    pub fee: Option<Said>,
    /// Whether it can be called from abroad.
    pub abroad: bool,
    /// Who answers.
    pub answers_by: Option<Said>,
    /// The day of the last check.
    pub verified_on: Option<String>,
    /// How it was checked.
    pub verified_by: Option<Said>,
    /// Whether the last check is too long ago.
    pub unverified: bool,
    /// Languages in which it is answered.
    pub languages_spoken: Vec<Lang>,
}

/// A page's place in the site.
#[derive(Clone, Debug, Serialize)]
pub struct PageView {
    /// The template.
    pub template: String,
    /// Its title.
    pub title: Said,
    /// What search engines and shared links show.
    pub description: Option<Said>,
    /// Its path.
    pub path: String,
    /// The section that it belongs to.
    pub folder: String,
    /// Its absolute address, or that of the page it stands for.
    pub canonical: Option<String>,
    /// The same page in other languages, for search engines.
    pub alternates: Vec<Alternate>,
    /// The way to it.
    pub crumbs: Vec<Crumb>,
    /// The same page in every language.
    pub languages: Vec<Edition>,
    /// Whether it has the button to leave quickly.
    pub leave_quickly: bool,
    /// Whether search engines must keep away.
    pub noindex: bool,
    /// Whether it is a draft.
    pub draft: bool,
    /// The day of the build.
    pub today: String,
}

/// A page in another language, for search engines.
#[derive(Clone, Debug, Serialize)]
pub struct Alternate {
    /// The language, or `x-default`.
    pub tag: String,
    /// Its absolute address.
    pub url: String,
}

/// A step of the way to a page.
#[derive(Clone, Debug, Serialize)]
pub struct Crumb {
    /// Its words.
    pub title: Said,
    /// Where it leads; the page itself leads nowhere.
    pub path: Option<String>,
}

/// A page in one of the site's languages.
#[derive(Clone, Debug, Serialize)]
pub struct Edition {
    /// The language.
    pub tag: Lang,
    /// Its direction.
    pub dir: crate::model::Direction,
    /// Its own name for itself.
    pub autonym: String,
    /// Its name in the source language.
    pub name: String,
    /// The language of that name.
    pub name_lang: Lang,
    /// The font that draws its name on devices that have none.
    pub font: Option<String>,
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

/// The site as `lang` shows it.
pub fn site(site: &Site, lang: &Lang) -> SiteView {
    let home = address::page(lang, "");
    let nav = listing::sections(site, lang).into_iter().map(|entry| NavItem {
        title: site.title(entry, lang),
        path: address::page(lang, &entry.folder),
        folder: entry.folder.clone(),
    });
    let has_feeds = site.config.base_url.is_some() && site.config.outputs.iter().any(|name| name == "feeds");
    let newest = |entry: &Entry| entry.facts().date("updated").or(entry.facts().date("date"));
    let searched = crate::site::searched_in(site, lang);
    SiteView {
        title: site.name(lang),
        tag: lang.clone(),
        folder: lang.folder(),
        home,
        a_z: address::page(lang, "a-z"),
        topics: (!site.topics.0.is_empty()).then(|| address::page(lang, "chu-de")),
        search: searched.into_iter().map(|tag| SearchIn { tag: tag.clone(), dir: site.direction(tag) }).collect(),
        feed: has_feeds.then(|| address::page_folder(lang, "") + "feed.xml"),
        neutral: "lich/index.html",
        nav: nav.collect(),
        hotline: site.hotlines.main().and_then(|main| hotline(site, main, lang)),
        abroad: site.hotlines.abroad().and_then(|abroad| hotline(site, abroad, lang)),
        units: site.config.units.iter().map(|(key, names)| site.named(names, lang, key)).collect(),
        source_tag: site.source().clone(),
        updated: listing::published(site).filter_map(newest).max().map(|date| date.to_string()),
    }
}

/// A number as `lang` shows it.
pub fn hotline(site: &Site, hotline: &Hotline, lang: &Lang) -> Option<HotlineView> {
    let entry = site.entries.get(&hotline.folder)?;
    let words = |key: &str| {
        let (located, whose) = entry.fact(lang, key)?;
        Some(site.said(located.fact.as_text()?, whose))
    };
    let too_old = |date: Date| date.days_until(site.today) > UNVERIFIED_AFTER_DAYS;
    let spoken = entry.fact(lang, "languages_spoken").map(|(located, _)| &located.fact);
    Some(HotlineView {
        title: site.title(entry, lang),
        path: address::page(lang, &entry.folder),
        number: hotline.link.number.clone(),
        dial: hotline.link.dial.clone(),
        hours: words("hours"),
        fee: words("fee"),
        abroad: hotline.abroad,
        answers_by: words("answers_by"),
        verified_on: hotline.verified_on.map(|date| date.to_string()),
        verified_by: words("verified_by"),
        unverified: hotline.verified_on.is_none_or(too_old),
        languages_spoken: match spoken {
            Some(crate::model::Fact::List(items)) => items.iter().filter_map(|item| as_lang(&item.fact)).collect(),
            _ => Vec::new(),
        },
    })
}

fn as_lang(fact: &crate::model::Fact) -> Option<Lang> {
    match fact {
        crate::model::Fact::Lang(lang) => Some(lang.clone()),
        _ => None,
    }
}

/// The place of an entry's page: the n-th page of its list, if it is a section.
pub fn page(site: &Site, entry: &Entry, lang: &Lang, template: &str, number: usize) -> PageView {
    let path = address::list_page(lang, &entry.folder, number);
    let own = entry.is_own(lang);
    let summary =
        entry.fact(lang, "summary").and_then(|(located, whose)| Some(site.said(located.fact.as_text()?, whose)));
    let opening = || {
        let (text, shown) = entry.body(lang)?;
        (!text.summary.opening.is_empty()).then(|| site.said(&text.summary.opening, shown))
    };
    let owner = if own { lang } else { &entry.original };
    let absolute = |lang: &Lang| site.config.base_url.as_ref().map(|base| absolute(base.as_str(), lang, entry, number));
    PageView {
        template: template.to_owned(),
        title: site.title(entry, lang),
        description: summary.or_else(opening),
        canonical: absolute(owner),
        // A page that the others do not name names none of them.
        alternates: if own && number == 1 && lang.is_public() { alternates(site, entry) } else { Vec::new() },
        crumbs: crumbs(site, entry, lang),
        languages: editions(site, entry, lang, number),
        leave_quickly: leaves_quickly(site, entry),
        // A canonical address tells search engines more gently that the words are at home elsewhere.
        noindex: entry.is_draft() || (!own && site.config.base_url.is_none()),
        draft: entry.is_draft(),
        today: site.today.to_string(),
        folder: entry.folder.split('/').next().unwrap_or("").to_owned(),
        path,
    }
}

fn absolute(base: &str, lang: &Lang, entry: &Entry, number: usize) -> String {
    format!("{base}{}", address::list_page(lang, &entry.folder, number))
}

/// Real translations only, each named by all the others, and the source for everybody else.
pub fn alternates(site: &Site, entry: &Entry) -> Vec<Alternate> {
    let Some(base) = &site.config.base_url else { return Vec::new() };
    let own = site.config.languages.iter().filter(|lang| entry.is_own(lang) && lang.is_public());
    let mut alternates: Vec<Alternate> =
        own.map(|lang| Alternate { tag: lang.to_string(), url: absolute(base.as_str(), lang, entry, 1) }).collect();
    let default = if entry.is_own(site.source()) { site.source() } else { &entry.original };
    alternates.push(Alternate { tag: "x-default".to_owned(), url: absolute(base.as_str(), default, entry, 1) });
    alternates
}

fn crumbs(site: &Site, entry: &Entry, lang: &Lang) -> Vec<Crumb> {
    let mut crumbs = Vec::new();
    let mut at = entry;
    while let Some(above) = at.parent().filter(|parent| !parent.is_empty()).and_then(|parent| site.entries.get(parent))
    {
        crumbs.push(Crumb { title: site.title(above, lang), path: Some(address::page(lang, &above.folder)) });
        at = above;
    }
    crumbs.reverse();
    if !entry.is_home() {
        crumbs.push(Crumb { title: site.title(entry, lang), path: None });
    }
    crumbs
}

/// The same page in every language of the site.
fn editions(site: &Site, entry: &Entry, current: &Lang, number: usize) -> Vec<Edition> {
    let editions = site.languages.iter().map(|language| Edition {
        path: address::list_page(&language.tag, &entry.folder, number),
        current: language.tag == *current,
        fallback: !entry.is_own(&language.tag),
        audio: entry.texts.get(&language.tag).is_some_and(|text| text.facts.has("audio")),
        ..edition(site, language)
    });
    editions.collect()
}

fn edition(site: &Site, language: &crate::model::Language) -> Edition {
    Edition {
        tag: language.tag.clone(),
        dir: language.direction,
        autonym: language.autonym.clone(),
        name: language.name.clone(),
        name_lang: Lang::vietnamese(),
        font: language.font.as_ref().map(|(name, _)| name.clone()),
        confirmed: language.confirmed_by.is_some() || language.tag == *site.source(),
        path: address::page(&language.tag, ""),
        current: false,
        fallback: false,
        audio: false,
    }
}

/// The languages for the page that chooses one.
pub fn root_editions(site: &Site) -> Vec<Edition> {
    let has_audio = |lang: &Lang| {
        listing::published(site).any(|entry| entry.texts.get(lang).is_some_and(|text| text.facts.has("audio")))
    };
    site.languages
        .iter()
        .map(|language| Edition { audio: has_audio(&language.tag), ..edition(site, language) })
        .collect()
}

/// Whether the page or its section asks for the button to leave quickly.
fn leaves_quickly(site: &Site, entry: &Entry) -> bool {
    let asks = |entry: &Entry| entry.facts().is_true("leave_quickly") || entry.facts().is_true("sensitive");
    let stated = entry.facts().has("leave_quickly");
    let section = entry.parent().filter(|parent| !parent.is_empty()).and_then(|parent| site.entries.get(parent));
    asks(entry) || (!stated && section.is_some_and(asks)) || entry.kind.has(Role::Person)
}

/// A month of the neutral page: weeks from Monday, days that belong to other months are absent.
#[derive(Clone, Debug, Serialize)]
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
