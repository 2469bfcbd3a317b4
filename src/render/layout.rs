//! The layout of a page: everything that its template will be given, lent from the site. Its digest is found without
//! making any of it, which is how an unchanged page is known.

use std::borrow::Cow;

use crate::base::{Lang, Url};
use crate::model::Spoken;
use crate::site::view::{self, Crumb, Edition, EntryView, Letter, ListView, Month, PageView, SectionView, TopicView};
use crate::site::{self, Entry, Topic, TopicLink};

use super::body::BodyLayout;
use super::cards::{Cards, Row, Wanted};
use super::fragment::Home;
use super::frame::{Frame, Keyed};
use super::page::Workshop;

/// A page to be made.
#[derive(Clone, Debug)]
pub enum Job<'a> {
    /// The page that chooses a language.
    Root,
    /// The home page of a language.
    Home(&'a Lang),
    /// An entry.
    Entry(&'a Entry, &'a Lang),
    /// The n-th page of a section's list.
    Section(&'a Entry, &'a Lang, usize),
    /// The list of topics.
    Topics(&'a Lang),
    /// The n-th page of a topic's list.
    Topic(&'a Topic, &'a Lang, usize),
    /// The alphabetical list.
    Letters(&'a Lang),
    /// What a server shows for an address that does not exist.
    NotFound,
    /// An entry as markup that somebody pastes into another page.
    Fragment(&'a Entry, &'a Lang),
    /// An old address of an entry.
    Redirect(String, &'a Entry, &'a Lang),
    /// The neutral page of *leave quickly*.
    Neutral,
}

/// Everything that the template of a page is given.
#[derive(Debug, Hash)]
pub struct Layout<'a> {
    pub(super) frame: &'a Frame<'a>,
    pub(super) template: &'a str,
    pub(super) path: Cow<'a, str>,
    /// The neutral page is like none of the site.
    pub(super) page: Option<PageView<'a>>,
    pub(super) entry: Option<(EntryView<'a>, Keyed<BodyLayout<'a>>)>,
    pub(super) parts: Parts<'a>,
}

/// What only some templates are given.
#[derive(Debug, Hash)]
pub(super) enum Parts<'a> {
    Nothing,
    Root(Vec<Edition<'a>>),
    Home {
        sections: Vec<(SectionView<'a>, Row<'a>)>,
        alerts: Row<'a>,
        events: Row<'a>,
        topics: Vec<TopicView<'a>>,
        languages: Vec<Edition<'a>>,
    },
    List {
        list: ListView,
        row: Row<'a>,
        topic: Option<TopicView<'a>>,
    },
    Topics(Vec<TopicView<'a>>),
    Letters(Vec<Letter<'a>>),
    NotFound {
        home: Option<String>,
        base: Option<String>,
    },
    Redirect {
        target: String,
        title: Spoken<'a>,
    },
    Fragment {
        base: &'a str,
    },
    Neutral {
        year: i16,
        months: Vec<Month>,
    },
}

impl<'a> Layout<'a> {
    /// Where the page goes.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What its body is made of, if it has one.
    pub fn body(&self) -> Option<&Keyed<BodyLayout<'a>>> {
        self.entry.as_ref().map(|(_, body)| body)
    }
}

impl<'a> Workshop<'a> {
    /// The cards that a page shows.
    pub fn cards_on(&self, job: &Job<'a>) -> Vec<Wanted<'a>> {
        let wanted = |entries: &[&'a Entry], lang: &'a Lang, depth: usize| -> Vec<Wanted<'a>> {
            entries.iter().map(|entry| Wanted::new(entry, lang, depth)).collect()
        };
        match job {
            Job::Home(lang) => {
                let sections = self.lists.sections(lang).iter();
                let firsts = sections.flat_map(|section| first(self.lists.members(section, lang), CARDS_A_SECTION));
                let alerts = first(self.lists.alerts(lang), ALERTS);
                let all: Vec<&Entry> = firsts.chain(alerts).chain(&self.events).copied().collect();
                wanted(&all, lang, 1)
            }
            Job::Section(entry, lang, number) => {
                let members = self.nth(self.lists.members(entry, lang), *number);
                wanted(members, lang, depth(&entry.folder, *number))
            }
            Job::Topic(topic, lang, number) => {
                let entries = self.nth(self.lists.about(topic, lang), *number);
                wanted(entries, lang, depth(&topic.folder(), *number))
            }
            _ => Vec::new(),
        }
    }

    /// What a page shows; nothing if it is not published.
    pub fn lay(&'a self, job: &Job<'a>, cards: &'a Cards) -> Option<Layout<'a>> {
        match job {
            Job::Root => self.root(),
            Job::Home(lang) => self.home(lang, cards),
            Job::Entry(entry, lang) => self.entry(entry, lang, &self.kind(entry)?.page, (1, true), Parts::Nothing),
            Job::Section(entry, lang, number) => {
                let (list, row) = self.list(self.lists.members(entry, lang), lang, &entry.folder, *number, cards);
                let parts = Parts::List { list, row, topic: None };
                // The same text stands on every page of the list: the first is the one to find.
                self.entry(entry, lang, "section.html", (*number, *number == 1), parts)
            }
            Job::Topics(lang) => {
                let frame = self.frame(lang.as_str())?;
                let page = self.plain_page(frame, "topics.html", frame.topics.spoken(), "chu-de", 1);
                self.plain(frame, page, Parts::Topics(view::topic_links(self.site, self.lists, lang)))
            }
            Job::Topic(topic, lang, number) => self.topic(topic, lang, *number, cards),
            Job::Letters(lang) => {
                let frame = self.frame(lang.as_str())?;
                let page = self.plain_page(frame, "a-z.html", frame.a_z.spoken(), "a-z", 1);
                self.plain(frame, page, Parts::Letters(view::letters(self.site, lang)))
            }
            Job::NotFound => self.not_found(),
            Job::Fragment(entry, lang) => self.fragment(entry, lang),
            Job::Redirect(alias, entry, lang) => {
                let page = view::page(self.site, entry, lang, "redirect.html", 1);
                let page = PageView { path: site::page(lang, alias), noindex: true, share: None, ..page };
                let target = site::page(lang, &entry.folder);
                let parts = Parts::Redirect { target, title: self.site.title_of(entry, lang) };
                self.plain(self.frame(lang.as_str())?, page, parts)
            }
            Job::Neutral => {
                let (year, _, _) = self.site.today.parts();
                let parts = Parts::Neutral { year, months: view::calendar(year) };
                let (template, path) = ("neutral.html", Cow::from("lich/index.html"));
                let frame = self.frame(self.site.source().as_str())?;
                Some(Layout { frame, template, path, page: None, entry: None, parts })
            }
        }
    }

    fn plain(&'a self, frame: &'a Frame<'a>, page: PageView<'a>, parts: Parts<'a>) -> Option<Layout<'a>> {
        let (template, path) = (page.template, Cow::from(page.path.clone()));
        Some(Layout { frame, template, path, page: Some(page), entry: None, parts })
    }

    fn entry(
        &'a self,
        entry: &'a Entry,
        lang: &'a Lang,
        template: &'a str,
        (number, is_found): (usize, bool),
        parts: Parts<'a>,
    ) -> Option<Layout<'a>> {
        let frame = self.frame(lang.as_str())?;
        let page = view::page(self.site, entry, lang, template, number);
        let view = view::entry(self.site, self.lists, self.words, entry, lang)?;
        let body = self.body(entry, lang, is_found)?;
        let (path, page, entry) = (Cow::from(page.path.clone()), Some(page), Some((view, Keyed::new(body))));
        Some(Layout { frame, template, path, page, entry, parts })
    }

    /// The page of an entry with full addresses, under another name beside it.
    fn fragment(&'a self, entry: &'a Entry, lang: &'a Lang) -> Option<Layout<'a>> {
        let base = self.site.config.base_url.as_ref()?.as_str();
        let layout = self.entry(entry, lang, "fragment.html", (1, false), Parts::Fragment { base })?;
        let home = Home { base, page: layout.path.to_string() };
        let (mut view, _) = layout.entry?;
        view.each_way(|way| *way = home.absolute(way));
        let body = self.body_elsewhere(entry, lang, home)?;
        let path = site::page_folder(lang, &entry.folder) + FRAGMENT;
        let page = layout.page.map(|page| PageView { path: path.clone(), noindex: true, ..page });
        Some(Layout { path: Cow::from(path), page, entry: Some((view, Keyed::new(body))), ..layout })
    }

    /// The page of something that is no entry, such as a topic: its languages all have it.
    fn plain_page(
        &'a self,
        frame: &'a Frame<'a>,
        template: &'a str,
        title: Spoken<'a>,
        folder: &str,
        number: usize,
    ) -> PageView<'a> {
        let lang = frame.lang();
        let base = self.site.config.base_url.as_ref();
        // A list of a language without words of its own is that of the language whose words it shows.
        let shown = Some(&frame.view.value.body_lang).filter(|shown| self.site.config.languages.contains(shown));
        let home = site::list_page(shown.unwrap_or(self.site.source()), folder, number);
        PageView {
            template,
            description: None,
            canonical: base.map(|base| format!("{base}{home}")),
            alternates: Vec::new(),
            share: view::plain_share(self.site, shown.unwrap_or(self.site.source()), std::iter::empty()),
            crumbs: vec![Crumb { title, path: None }],
            languages: view::plain_editions(self.site, self.lists, Some(lang), folder, number),
            abroad: false,
            leave_quickly: false,
            noindex: false,
            draft: false,
            today: self.site.today,
            folder: "",
            title,
            path: site::list_page(lang, folder, number),
        }
    }

    fn root(&'a self) -> Option<Layout<'a>> {
        let frame = self.frame(self.site.source().as_str())?;
        let page = PageView {
            path: "index.html".to_owned(),
            crumbs: Vec::new(),
            canonical: self.site.config.base_url.as_ref().map(|base| format!("{base}index.html")),
            ..self.plain_page(frame, "root.html", self.site.name_of(frame.lang()), "", 1)
        };
        self.plain(frame, page, Parts::Root(view::plain_editions(self.site, self.lists, None, "", 1)))
    }

    fn home(&'a self, lang: &'a Lang, cards: &'a Cards) -> Option<Layout<'a>> {
        let home = self.site.entries.get("").filter(|entry| entry.is_published())?;
        let sections = self.lists.sections(lang).iter().map(|section| {
            let members = self.lists.members(section, lang);
            let row = row(first(members, CARDS_A_SECTION), lang, 1, cards);
            (view::section(self.site, section, lang, members.len()), row)
        });
        let parts = Parts::Home {
            sections: sections.collect(),
            alerts: row(first(self.lists.alerts(lang), ALERTS), lang, 1, cards),
            events: row(&self.events, lang, 1, cards),
            topics: view::topic_links(self.site, self.lists, lang),
            languages: view::plain_editions(self.site, self.lists, Some(lang), "", 1),
        };
        self.entry(home, lang, "home.html", (1, true), parts)
    }

    fn topic(&'a self, topic: &'a Topic, lang: &'a Lang, number: usize, cards: &'a Cards) -> Option<Layout<'a>> {
        let frame = self.frame(lang.as_str())?;
        let folder = topic.folder();
        let TopicLink { name, path } = self.lists.link(topic, lang)?;
        let mut page = self.plain_page(frame, "topic.html", *name, &folder, number);
        page.crumbs.insert(0, Crumb { title: frame.topics.spoken(), path: Some(site::page(lang, "chu-de")) });
        let entries = self.lists.about(topic, lang);
        let (list, row) = self.list(entries, lang, &folder, number, cards);
        let path = if number == 1 { Cow::from(path.as_str()) } else { Cow::from(page.path.clone()) };
        let topic = Some(TopicView { name: *name, path, count: entries.len() });
        self.plain(frame, page, Parts::List { list, row, topic })
    }

    fn not_found(&'a self) -> Option<Layout<'a>> {
        let frame = self.frame(self.site.source().as_str())?;
        // A server shows this page at any depth, so only an absolute address can be right.
        let base = self.site.config.base_url.as_ref();
        let base_path = |base: &Url| base.as_str().splitn(4, '/').nth(3).map(|path| format!("/{path}"));
        let parts = Parts::NotFound {
            home: base.map(|base| format!("{base}{}", site::page(frame.lang(), ""))),
            base: base.and_then(base_path),
        };
        let page = self.plain_page(frame, "404.html", frame.not_found.spoken(), "", 1);
        self.plain(frame, PageView { path: "404.html".to_owned(), share: None, ..page }, parts)
    }

    /// One page of a list, with its cards.
    fn list(
        &self,
        entries: &[&'a Entry],
        lang: &'a Lang,
        folder: &str,
        number: usize,
        cards: &'a Cards,
    ) -> (ListView, Row<'a>) {
        let row = row(self.nth(entries, number), lang, depth(folder, number), cards);
        (view::list(self.site, lang, folder, entries.len(), number), row)
    }

    /// The entries on the n-th page of a list.
    fn nth<'b>(&self, entries: &'b [&'a Entry], number: usize) -> &'b [&'a Entry] {
        let per_page = self.site.config.per_page;
        let from = (number.saturating_sub(1) * per_page).min(entries.len());
        entries.get(from..(from + per_page).min(entries.len())).unwrap_or_default()
    }
}

/// The name of a fragment, beside the page.
const FRAGMENT: &str = "fragment.html";

/// Cards of a section on the home page.
const CARDS_A_SECTION: usize = 3;

/// Alerts on the home page.
const ALERTS: usize = 4;

fn first<'b, 'a>(entries: &'b [&'a Entry], most: usize) -> &'b [&'a Entry] {
    entries.get(..most).unwrap_or(entries)
}

fn row<'a>(entries: &[&'a Entry], lang: &'a Lang, depth: usize, cards: &'a Cards) -> Row<'a> {
    let card = |entry: &&'a Entry| Some((entry.folder.as_str(), cards.get(Wanted::new(entry, lang, depth).at)?));
    entries.iter().filter_map(card).collect()
}

/// The folders above the n-th page of a list.
fn depth(folder: &str, number: usize) -> usize {
    let below = if folder.is_empty() { 0 } else { folder.matches('/').count() + 1 };
    1 + below + usize::from(number > 1)
}
