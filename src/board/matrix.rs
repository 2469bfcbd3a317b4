//! Which entry stands how in which language. A site of thousands of entries has a page a section; the board itself shows
//! the counts, and the entries of small sites.

use std::collections::BTreeMap;

use crate::base::Lang;
use crate::model::Language;
use crate::site::{Entry, LeftOut, Site};

use super::Board;
use super::frame::{ROOT, command_name, paged, slice};
use super::markup::Markup;
use super::standing::{Standing, left_out, shares, standing};

/// Cells that the board itself has room for; each takes some 250 bytes.
const CELLS: usize = 400;

/// The entries of a section, the section itself first; those at the top stand under the empty folder with the home page.
pub(super) fn sections(site: &Site) -> BTreeMap<&str, Vec<&Entry>> {
    let mut sections: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    // Entries come parents first, so a section is the first of its own.
    for entry in site.entries.values().filter(|entry| left_out(site, entry) != Some(LeftOut::Superseded)) {
        let section = if entry.entries.is_some() { &entry.folder } else { entry.parent().unwrap_or("") };
        sections.entry(section).or_default().push(entry);
    }
    sections
}

impl Board {
    /// The counts of all languages, then the sections.
    pub(super) fn matrix(&self, m: &mut Markup, site: &Site) {
        m.el("section", &[("id", "ban-dich"), ("aria-labelledby", "ban-dich-t")], |m| {
            m.leaf("h2", &[("id", "ban-dich-t")], &self.word("board-translations"));
            if site.config.languages.len() < 2 {
                m.leaf("p", &[], &self.word("board-one-language"));
                return;
            }
            self.shares(m, site);
            m.leaf("h3", &[], &self.word("board-sections"));
            let mut room = CELLS;
            for (folder, entries) in sections(site) {
                let cells = entries.len() * site.config.languages.len();
                let href = section_address(folder);
                if cells <= room {
                    room -= cells;
                    let id = format!("muc-{}", if folder.is_empty() { "." } else { folder });
                    m.el("details", &[("id", &id)], |m| {
                        m.el("summary", &[], |m| self.section_title(m, site, folder, entries.len()));
                        self.table(m, site, &entries, folder);
                    });
                } else {
                    m.el("p", &[("class", "section")], |m| {
                        m.el("a", &[("href", &href)], |m| self.section_title(m, site, folder, entries.len()));
                    });
                }
                m.line();
            }
        });
        m.line();
    }

    fn section_title(&self, m: &mut Markup, site: &Site, folder: &str, count: usize) {
        match site.entries.get(folder).filter(|entry| !entry.is_home()) {
            Some(section) => m.said("span", "title", &site.title(section, &section.original)),
            None => m.text(&self.word("board-top")),
        }
        m.text(&format!(" ({})", self.count("board-entries", count)));
    }

    fn shares(&self, m: &mut Markup, site: &Site) {
        let heads =
            ["board-language", "board-percent", "board-current", "board-outdated", "board-wait", "board-missing"];
        m.el("div", &[("class", "wide"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", "tieng-t")], |m| {
            m.el("table", &[], |m| {
                m.leaf("caption", &[("id", "tieng-t")], &self.word("board-shares"));
                m.el("thead", &[], |m| {
                    m.el("tr", &[], |m| heads.iter().for_each(|id| m.leaf("th", &[("scope", "col")], &self.word(id))));
                });
                m.el("tbody", &[], |m| {
                    for (lang, share) in shares(site) {
                        m.el("tr", &[], |m| {
                            m.leaf("th", &[("scope", "row")], &called(site, lang));
                            m.leaf("td", &[("class", "n")], &format!("{} %", share.percent()));
                            for count in [share.current, share.outdated, share.waiting, share.missing] {
                                m.leaf("td", &[("class", "n")], &self.words.number(count));
                            }
                        });
                    }
                });
            });
        });
    }

    /// The entries of one section; `path` is what follows `bang-dich/`.
    pub(super) fn section_page(&self, path: &str) -> Option<String> {
        let site = self.site()?;
        let (folder, number) = paged(path)?;
        let mut sections = sections(site);
        let entries = sections.remove(folder)?;
        let (shown, count) = slice(&entries, number)?;
        let title = match site.entries.get(folder).filter(|entry| !entry.is_home()) {
            Some(section) => site.title(section, &section.original).text,
            None => self.word("board-top"),
        };
        Some(self.frame(&title, &[self.home()], |m| {
            m.el("h1", &[], |m| self.section_title(m, site, folder, entries.len()));
            self.table(m, site, shown, folder);
            let base = section_address(folder);
            self.pager(m, base.trim_end_matches('/'), number, count);
        }))
    }

    fn table(&self, m: &mut Markup, site: &Site, entries: &[&Entry], folder: &str) {
        let label = self.say("board-table", &[("section", &if folder.is_empty() { "/" } else { folder })]);
        m.el("div", &[("class", "wide"), ("tabindex", "0"), ("role", "region"), ("aria-label", &label)], |m| {
            m.el("table", &[("class", "matrix")], |m| {
                m.el("thead", &[], |m| {
                    m.el("tr", &[], |m| {
                        m.leaf("th", &[("scope", "col")], &self.word("board-entry"));
                        for lang in &site.config.languages {
                            m.leaf("th", &[("scope", "col")], &called(site, lang));
                        }
                    });
                });
                m.el("tbody", &[], |m| entries.iter().for_each(|entry| self.row(m, site, entry)));
            });
        });
    }

    fn row(&self, m: &mut Markup, site: &Site, entry: &Entry) {
        m.el("tr", &[], |m| {
            m.el("th", &[("scope", "row")], |m| {
                self.title(m, site, entry);
                if let Some(why) = left_out(site, entry) {
                    m.text(" ");
                    m.leaf("b", &[("class", "mark")], &self.reason(why));
                }
            });
            for lang in &site.config.languages {
                let standing = standing(site, entry, lang);
                m.el("td", &[("class", standing.name())], |m| self.cell(m, entry, lang, standing));
            }
        });
        m.line();
    }

    /// The state, leading to the page; and the way to the comparison.
    fn cell(&self, m: &mut Markup, entry: &Entry, lang: &Lang, standing: Standing) {
        let words = self.state_words(standing);
        match self.page_of(entry, lang) {
            Some(href) => m.link(&href, &words),
            None => m.text(&words),
        }
        if standing != Standing::Original {
            m.text(" ");
            m.leaf("a", &[("class", "beside"), ("href", &beside_address(entry, lang))], &self.word("board-beside"));
        }
    }

    /// How an entry stands in a language.
    pub(super) fn state_words(&self, standing: Standing) -> String {
        let id = format!("board-state-{}", standing.name());
        match standing.since() {
            Some(day) => self.say(&format!("{id}-since"), &[("day", &self.words.day(day))]),
            None => self.word(&id),
        }
    }
}

/// The page that shows a translation beside its original.
pub(super) fn beside_address(entry: &Entry, lang: &Lang) -> String {
    // A path that ends in `/.` would be shortened by browsers.
    let entry = if entry.is_home() { "" } else { command_name(entry) };
    format!("{ROOT}doi-chieu/{lang}/{entry}")
}

fn section_address(folder: &str) -> String {
    format!("{ROOT}bang-dich/{folder}")
}

/// What people in Vietnam call a language, and its tag.
pub(super) fn called(site: &Site, lang: &Lang) -> String {
    match site.language(lang).map(Language::called).filter(|name| *name != lang.as_str()) {
        Some(name) => format!("{name} ({lang})"),
        None => lang.to_string(),
    }
}
