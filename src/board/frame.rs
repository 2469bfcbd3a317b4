//! What is around every page of the board, and the words that many of them need.

use std::fmt::Display;

use crate::base::{Lang, SitePath};
use crate::model::Said;
use crate::site::{Entry, Site, page};

use super::Board;
use super::markup::{Markup, address};

/// Where the board is.
pub(super) const ROOT: &str = "/_loa/";

/// Rows of a list that goes on on a page of its own.
pub(super) const ROWS: usize = 100;

impl Board {
    /// A message without arguments.
    pub(super) fn word(&self, id: &str) -> String {
        self.words.say(id, &[])
    }

    /// A message.
    pub(super) fn say(&self, id: &str, args: &[(&str, &dyn Display)]) -> String {
        self.words.say(id, args)
    }

    /// A message about how many.
    pub(super) fn count(&self, id: &str, count: usize) -> String {
        self.words.say(id, &[("count", &self.words.number(count))])
    }

    /// What the site is made of; none if its settings could never be read.
    pub(super) fn site(&self) -> Option<&Site> {
        self.step.draft.site()
    }

    /// A whole page; `way` leads back to the board, each step with its address.
    pub(super) fn frame(&self, title: &str, way: &[(String, String)], inner: impl FnOnce(&mut Markup)) -> String {
        let name = self.site().and_then(|site| Some(site.name(&Lang::new(self.words.tag()).ok()?)));
        let mut m = Markup::page();
        m.el("html", &[("lang", self.words.tag())], |m| {
            m.el("head", &[], |m| {
                m.void("meta", &[("charset", "utf-8")]);
                m.void("meta", &[("name", "viewport"), ("content", "width=device-width")]);
                m.void("meta", &[("name", "referrer"), ("content", "no-referrer")]);
                let site = name.as_ref().map_or("loa", |said| &said.text);
                m.leaf("title", &[], &format!("{title} · {site}"));
                m.void("link", &[("rel", "stylesheet"), ("href", "/_loa/bang.css")]);
                m.void("link", &[("rel", "icon"), ("href", "/_loa/icon.svg"), ("type", "image/svg+xml")]);
            });
            m.line();
            m.el("body", &[], |m| {
                m.leaf("a", &[("class", "skip"), ("href", "#noi-dung")], &self.word("board-skip"));
                m.el("header", &[("class", "top")], |m| self.head(m, name.as_ref()));
                m.el("main", &[("id", "noi-dung"), ("tabindex", "-1")], |m| {
                    self.way(m, way, title);
                    inner(m);
                });
                m.line();
                m.el("footer", &[], |m| {
                    m.leaf("p", &[], &self.word("board-foot"));
                    if !self.facts.address.is_empty() {
                        m.el("p", &[], |m| self.path(m, &self.facts.address));
                    }
                });
            });
        });
        m.line();
        m.finish()
    }

    fn head(&self, m: &mut Markup, name: Option<&Said>) {
        m.leaf("a", &[("class", "brand"), ("href", ROOT)], &self.word("board-name"));
        if let Some(name) = name.filter(|name| !name.text.is_empty()) {
            m.said("span", "site", name);
        }
        m.leaf("a", &[("class", "preview"), ("href", "/")], &self.word("board-preview"));
    }

    fn way(&self, m: &mut Markup, way: &[(String, String)], title: &str) {
        if way.is_empty() {
            return;
        }
        m.el("nav", &[("class", "way"), ("aria-label", &self.word("board-way"))], |m| {
            m.el("ol", &[], |m| {
                for (href, words) in way {
                    m.el("li", &[], |m| m.link(href, words));
                }
                m.el("li", &[], |m| m.leaf("span", &[("aria-current", "page")], title));
            });
        });
    }

    /// The way from the board to one of its pages.
    pub(super) fn home(&self) -> (String, String) {
        (ROOT.to_owned(), self.word("board-name"))
    }

    /// The title of an entry in the language that it was written in, and its folder to select.
    pub(super) fn title(&self, m: &mut Markup, site: &Site, entry: &Entry) {
        m.said("span", "title", &site.title(entry, &entry.original));
        m.text(" ");
        m.leaf("code", &[("class", "take")], command_name(entry));
    }

    /// The address of an entry's page in the preview; none if there is no such page.
    pub(super) fn page_of(&self, entry: &Entry, lang: &Lang) -> Option<String> {
        let path = SitePath::new(&page(lang, &entry.folder)).ok()?;
        self.step.draft.pages().files.contains_key(&path).then(|| format!("/{}", address(path.as_str())))
    }

    /// Links to the other pages of a list that begins at `base`, if it has several.
    pub(super) fn pager(&self, m: &mut Markup, base: &str, number: usize, count: usize) {
        if count < 2 {
            return;
        }
        m.el("nav", &[("class", "pager"), ("aria-label", &self.word("board-pages"))], |m| {
            m.el("ol", &[], |m| {
                for n in 1..=count {
                    let href = if n == 1 { base.to_owned() } else { format!("{base}/trang-{n}") };
                    m.el("li", &[], |m| match n == number {
                        true => m.leaf("span", &[("aria-current", "page")], &n.to_string()),
                        false => m.link(&href, &n.to_string()),
                    });
                }
            });
        });
    }

    /// Commands, each to be selected with one click, under what they are for.
    pub(super) fn commands(&self, m: &mut Markup, commands: &[(String, String)]) {
        m.el("dl", &[("class", "commands")], |m| {
            for (what, command) in commands {
                m.leaf("dt", &[], what);
                m.el("dd", &[], |m| m.leaf("code", &[("class", "take")], command));
            }
        });
    }
}

/// How an entry is named on the command line.
pub(super) fn command_name(entry: &Entry) -> &str {
    if entry.is_home() { "." } else { &entry.folder }
}

/// The part of a path before `/trang-N`, and N; no list has a page 0.
pub(super) fn paged(path: &str) -> Option<(&str, usize)> {
    match path.rsplit_once("trang-") {
        Some((before, number)) if before.is_empty() || before.ends_with('/') => {
            let number = number.parse().ok().filter(|number| *number > 1)?;
            Some((before.trim_end_matches('/'), number))
        }
        _ => Some((path.trim_end_matches('/'), 1)),
    }
}

/// The items of one page of a list, and how many pages it has; none past its end.
pub(super) fn slice<T>(items: &[T], number: usize) -> Option<(&[T], usize)> {
    let count = items.len().div_ceil(ROWS).max(1);
    let start = number.checked_sub(1)?.checked_mul(ROWS)?;
    (number <= count).then(|| (items.get(start..items.len().min(start + ROWS)).unwrap_or(&[]), count))
}
