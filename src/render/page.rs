//! Making one page: its view, its body, its template.

use std::collections::BTreeMap;

use tera::{Context, Value};

use crate::base::{Diagnostic, Lang, SitePath};
use crate::i18n::Words;
use crate::model::{Block, Html, Indexed, Page, Summary};
use crate::site::view::{self, PageView};
use crate::site::{self, Entry, FileUse, Site};

use super::html::{self, BodyWords};
use super::indexed::indexed;
use super::templates::Templates;
use super::text;

/// A page to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// The page that chooses a language.
    Root,
    /// The home page of a language.
    Home(Lang),
    /// An entry.
    Entry(String, Lang),
    /// The n-th page of a section's list.
    Section(String, Lang, usize),
    /// The list of topics.
    Topics(Lang),
    /// The n-th page of a topic's list.
    Topic(String, Lang, usize),
    /// The alphabetical list.
    Letters(Lang),
    /// What a server shows for an address that does not exist.
    NotFound,
    /// An old address of an entry.
    Redirect(String, String, Lang),
    /// The neutral page of *leave quickly*.
    Neutral,
}

/// What came of a job.
#[derive(Debug)]
pub struct Made {
    /// The page, unless its template failed.
    pub page: Option<Page>,
    /// The files that it shows or offers.
    pub files: Vec<FileUse>,
    /// What the search finds it by, if it shows a text of its own language.
    pub indexed: Option<Indexed>,
    /// What was noticed.
    pub diagnostics: Vec<Diagnostic>,
}

/// Everything that is needed to make pages. Shared by all threads.
pub struct Workshop<'a> {
    site: &'a Site,
    words: &'a Words,
    templates: &'a Templates<'a>,
    bodies: &'a (dyn Fn(&Summary) -> Vec<Block> + Sync),
    /// The site as each language shows it, made once.
    sites: BTreeMap<Lang, Value>,
}

/// Cards of a section on the home page.
const CARDS_A_SECTION: usize = 3;

/// Alerts on the home page.
const ALERTS: usize = 4;

/// Days before an event in which the home page shows it (REQUIREMENTS 45 asks for a month; two give room to prepare).
const EVENT_DAYS: i64 = 60;

impl<'a> Workshop<'a> {
    /// Prepares what all pages share.
    pub fn new(
        site: &'a Site,
        words: &'a Words,
        templates: &'a Templates<'a>,
        bodies: &'a (dyn Fn(&Summary) -> Vec<Block> + Sync),
    ) -> Workshop<'a> {
        let languages = site.config.languages.iter();
        let sites = languages.map(|lang| (lang.clone(), Value::from_serializable(&view::site(site, lang)))).collect();
        Workshop { site, words, templates, bodies, sites }
    }

    /// Makes a page.
    pub fn make(&self, job: &Job) -> Made {
        let mut made = Made { page: None, files: Vec::new(), indexed: None, diagnostics: Vec::new() };
        let rendered = match job {
            Job::Root => self.root(),
            Job::Home(lang) => self.home(lang, &mut made),
            Job::Entry(folder, lang) => self.entry(folder, lang, &mut made),
            Job::Section(folder, lang, number) => self.section(folder, lang, *number, &mut made),
            Job::Topics(lang) => self.topics(lang),
            Job::Topic(slug, lang, number) => self.topic(slug, lang, *number, &mut made),
            Job::Letters(lang) => self.letters(lang),
            Job::NotFound => self.not_found(),
            Job::Redirect(alias, folder, lang) => self.redirect(alias, folder, lang),
            Job::Neutral => self.neutral(),
        };
        match rendered {
            Some(Ok((path, html))) => match SitePath::new(&path) {
                Ok(path) => made.page = Some(Page { path, html }),
                Err(_) => made
                    .diagnostics
                    .push(Diagnostic::error("output-name", crate::base::Place::file(&path)).arg("address", &path)),
            },
            Some(Err(finding)) => made.diagnostics.push(*finding),
            None => {}
        }
        made
    }

    fn render(&self, template: &str, path: String, context: &Context) -> Rendered {
        Some(self.templates.render(template, context).map(|html| (path, html)))
    }

    /// What every template sees of a page in `lang` at `path`.
    fn context(&self, lang: &Lang, path: &str) -> Context {
        let body_lang = self.words.body_language(lang);
        let mut context = Context::new();
        context.insert_value("root", Value::from(site::root_from(path)));
        context.insert_value("lang", Value::from(lang.as_str()));
        context.insert_value("dir", Value::from(self.site.direction(lang).as_str()));
        context.insert_value("body_dir", Value::from(self.words.direction(&body_lang).as_str()));
        context.insert_value("body_lang", Value::from(body_lang.as_str()));
        let font = self.site.language(lang).and_then(|language| language.font.as_ref());
        context.insert_value("font", Value::from(font.map_or("", |(name, _)| name.as_str())));
        if let Some(site) = self.sites.get(lang) {
            context.insert_value("site", site.clone());
        }
        context
    }

    /// The page of something that is no entry, such as a topic: its languages all have it.
    fn plain_page(
        &self,
        lang: &Lang,
        template: &str,
        title: crate::model::Said,
        folder: &str,
        number: usize,
    ) -> PageView {
        let languages = view::root_editions(self.site).into_iter().map(|edition| view::Edition {
            path: site::list_page(&edition.tag, folder, number),
            current: edition.tag == *lang,
            ..edition
        });
        let base = self.site.config.base_url.as_ref();
        let path = site::list_page(lang, folder, number);
        // A list of a language without words of its own is that of the language whose words it shows.
        let shown = Some(self.words.body_language(lang)).filter(|shown| self.site.config.languages.contains(shown));
        let home = site::list_page(shown.as_ref().unwrap_or(self.site.source()), folder, number);
        PageView {
            template: template.to_owned(),
            description: None,
            canonical: base.map(|base| format!("{base}{home}")),
            alternates: Vec::new(),
            crumbs: vec![view::Crumb { title: title.clone(), path: None }],
            languages: languages.collect(),
            leave_quickly: false,
            noindex: false,
            draft: false,
            today: self.site.today.to_string(),
            folder: String::new(),
            title,
            path,
        }
    }

    fn root(&self) -> Rendered {
        let lang = self.site.source();
        let mut context = self.context(lang, "index.html");
        let page = PageView {
            path: "index.html".to_owned(),
            crumbs: Vec::new(),
            canonical: self.site.config.base_url.as_ref().map(|base| format!("{base}index.html")),
            ..self.plain_page(lang, "root.html", self.site.name(lang), "", 1)
        };
        context.insert("page", &page);
        context.insert("languages", &view::root_editions(self.site));
        self.render("root.html", "index.html".to_owned(), &context)
    }

    fn home(&self, lang: &Lang, made: &mut Made) -> Rendered {
        let home = self.site.entries.get("").filter(|entry| entry.is_published())?;
        let page = view::page(self.site, home, lang, "home.html", 1);
        let mut context = self.context(lang, &page.path);
        self.insert_entry(&mut context, home, lang, made)?;
        let sections = site::sections(self.site, lang).into_iter().map(|section| {
            let members = site::members(self.site, section, lang);
            let seen = view::card(self.site, self.words, section, lang);
            let view = view::SectionView {
                title: seen.title,
                summary: seen.summary,
                path: seen.path,
                kind: section.entries.unwrap_or(section.kind).name,
                total: members.len(),
            };
            let cards = self.cards(&members[..members.len().min(CARDS_A_SECTION)], lang, &page.path, made);
            with(Value::from_serializable(&view), "items", cards)
        });
        let sections: Vec<Value> = sections.collect();
        let alerts = site::alerts(self.site, lang);
        let alerts = self.cards(&alerts[..alerts.len().min(ALERTS)], lang, &page.path, made);
        let events: Vec<&Entry> = site::events(self.site, EVENT_DAYS).into_iter().map(|(entry, _)| entry).collect();
        let events = self.cards(&events, lang, &page.path, made);
        context.insert_value("sections", Value::from(sections.as_slice()));
        context.insert_value("alerts", alerts);
        context.insert_value("events", events);
        context.insert("topics", &view::topic_links(self.site, lang));
        context.insert("page", &page);
        self.render("home.html", page.path, &context)
    }

    fn entry(&self, folder: &str, lang: &Lang, made: &mut Made) -> Rendered {
        let entry = self.site.entries.get(folder).filter(|entry| entry.is_published())?;
        let template = format!("{}.html", entry.kind.name);
        let page = view::page(self.site, entry, lang, &template, 1);
        let mut context = self.context(lang, &page.path);
        self.insert_entry(&mut context, entry, lang, made)?;
        context.insert("page", &page);
        self.render(&template, page.path, &context)
    }

    fn section(&self, folder: &str, lang: &Lang, number: usize, made: &mut Made) -> Rendered {
        let entry = self.site.entries.get(folder).filter(|entry| entry.is_published())?;
        let page = view::page(self.site, entry, lang, "section.html", number);
        let mut context = self.context(lang, &page.path);
        self.insert_entry(&mut context, entry, lang, made)?;
        if number > 1 {
            // The same text stands on every page of the list: the first is the one to find.
            made.indexed = None;
        }
        let members = site::members(self.site, entry, lang);
        let list = self.list(&members, folder, lang, number, &page.path, made);
        context.insert_value("list", list);
        context.insert("page", &page);
        self.render("section.html", page.path, &context)
    }

    fn topics(&self, lang: &Lang) -> Rendered {
        let title = self.words.say(lang, "topics", None);
        let page = self.plain_page(lang, "topics.html", title, "chu-de", 1);
        let mut context = self.context(lang, &page.path);
        context.insert("topics", &view::topic_links(self.site, lang));
        context.insert("page", &page);
        self.render("topics.html", page.path, &context)
    }

    fn topic(&self, slug: &str, lang: &Lang, number: usize, made: &mut Made) -> Rendered {
        let topic = self.site.topics.0.get(slug)?;
        let folder = format!("chu-de/{slug}");
        let name = topic.name(self.site, lang);
        let mut page = self.plain_page(lang, "topic.html", name.clone(), &folder, number);
        let all = view::Crumb { title: self.words.say(lang, "topics", None), path: Some(site::page(lang, "chu-de")) };
        page.crumbs.insert(0, all);
        let mut context = self.context(lang, &page.path);
        let entries = topic.folders.iter().filter_map(|folder| self.site.entries.get(folder));
        let entries = site::latest(self.site, lang, entries);
        let list = self.list(&entries, &folder, lang, number, &page.path, made);
        context.insert_value("list", list);
        let view = view::TopicView { name, path: page.path.clone(), count: entries.len() };
        context.insert("topic", &view);
        context.insert("page", &page);
        self.render("topic.html", page.path, &context)
    }

    fn letters(&self, lang: &Lang) -> Rendered {
        let title = self.words.say(lang, "a-z", None);
        let page = self.plain_page(lang, "a-z.html", title, "a-z", 1);
        let mut context = self.context(lang, &page.path);
        context.insert("letters", &view::letters(self.site, lang));
        context.insert("page", &page);
        self.render("a-z.html", page.path, &context)
    }

    fn not_found(&self) -> Rendered {
        let lang = self.site.source();
        let mut context = self.context(lang, "404.html");
        // A server shows this page at any depth, so only an absolute address can be right.
        let base = self.site.config.base_url.as_ref();
        let base_path = base.and_then(|base| base.as_str().splitn(4, '/').nth(3)).map(|path| format!("/{path}"));
        context.insert("home", &base.map(|base| format!("{base}{}", site::page(lang, ""))));
        context.insert("base", &base_path);
        let title = self.words.say(lang, "not-found", None);
        context.insert(
            "page",
            &PageView { path: "404.html".to_owned(), ..self.plain_page(lang, "404.html", title, "", 1) },
        );
        self.render("404.html", "404.html".to_owned(), &context)
    }

    fn redirect(&self, alias: &str, folder: &str, lang: &Lang) -> Rendered {
        let entry = self.site.entries.get(folder)?;
        let path = site::page(lang, alias);
        let target = site::page(lang, folder);
        let page = view::page(self.site, entry, lang, "redirect.html", 1);
        let mut context = self.context(lang, &path);
        context.insert("target", &target);
        context.insert("title", &self.site.title(entry, lang));
        context.insert("page", &PageView { path: path.clone(), noindex: true, ..page });
        self.render("redirect.html", path, &context)
    }

    fn neutral(&self) -> Rendered {
        let lang = self.site.source();
        let path = "lich/index.html".to_owned();
        let mut context = self.context(lang, &path);
        let (year, _, _) = self.site.today.parts();
        context.insert("year", &year);
        context.insert("months", &view::calendar(year));
        self.render("neutral.html", path, &context)
    }

    /// Puts an entry with its body into a context, and notes the files that it needs.
    fn insert_entry(&self, context: &mut Context, entry: &Entry, lang: &Lang, made: &mut Made) -> Option<()> {
        let view = view::entry(self.site, self.words, entry, lang)?;
        let (text, shown) = entry.body(lang)?;
        let size = |lang: &Lang, bytes| site::size(self.words, lang, bytes);
        let (resolved, files, _) = site::resolve(&self.site.surface, entry, (text, shown), lang, &size);
        made.files.extend(files);
        for (text_lang, text) in [(shown, Some(text)), (&entry.original, entry.original_text())] {
            made.files.extend(text.map(|text| site::files_of_facts(entry, text, text_lang).0).unwrap_or_default());
        }
        let blocks = (self.bodies)(&text.summary);
        let say = |id: &str| self.words.say(shown, id, None);
        made.indexed = self.index(entry, lang, shown, || text::lines(&blocks, &resolved));
        let body = html::body(&blocks, &resolved, &BodyWords { say: &say, lang: shown });
        context.insert_value("entry", with(Value::from_serializable(&view), "body", safe(&body)));
        Some(())
    }

    /// What the search finds the page by; the words of a fallback are found in their own language.
    fn index(&self, entry: &Entry, lang: &Lang, shown: &Lang, body: impl Fn() -> Vec<text::Line>) -> Option<Indexed> {
        if !entry.is_own(lang) || !site::is_searched(self.site, entry) {
            return None;
        }
        let body = if shown == lang { body() } else { Vec::new() };
        let former = self.site.hotlines.former(&entry.folder);
        Some(indexed(entry, lang, entry.texts.get(lang)?, &body, &former))
    }

    /// One page of a list, with its cards.
    fn list(&self, entries: &[&Entry], folder: &str, lang: &Lang, number: usize, page: &str, made: &mut Made) -> Value {
        let per_page = self.site.config.per_page;
        let from = ((number - 1) * per_page).min(entries.len());
        let to = (from + per_page).min(entries.len());
        let cards = self.cards(&entries[from..to], lang, page, made);
        let view = view::list(self.site, lang, folder, entries.len(), number);
        with(Value::from_serializable(&view), "items", cards)
    }

    /// The cards of some entries, each by the template of its kind.
    fn cards(&self, entries: &[&Entry], lang: &Lang, page: &str, made: &mut Made) -> Value {
        let mut context = self.context(lang, page);
        let cards = entries.iter().filter_map(|entry| {
            let own = format!("cards/{}.html", entry.kind.name);
            let template = if self.templates.has(&own) { own.as_str() } else { "card.html" };
            context.insert("item", &view::card(self.site, self.words, entry, lang));
            match self.templates.render(template, &context) {
                Ok(card) => Some(safe(&card)),
                Err(finding) => {
                    made.diagnostics.push(*finding);
                    None
                }
            }
        });
        let cards: Vec<Value> = cards.collect();
        Value::from(cards.as_slice())
    }
}

impl std::fmt::Debug for Workshop<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Workshop").finish_non_exhaustive()
    }
}

/// The path of a page and its markup, or why there is none; nothing at all for what is not published.
type Rendered = Option<Result<(String, Html), Box<Diagnostic>>>;

/// Markup as a value that templates do not escape.
fn safe(html: &Html) -> Value {
    Value::safe_string(html.as_str())
}

/// A map with one value more.
fn with(value: Value, key: &'static str, more: Value) -> Value {
    match value.into_map() {
        Some(mut map) => {
            map.insert(key.into(), more);
            Value::from(map)
        }
        None => more,
    }
}
