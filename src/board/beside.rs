//! The page of a translation beside its original, paragraph by paragraph, with what changed since it was made.

use crate::base::Lang;
use crate::site::{Entry, Site};

use super::Board;
use super::compared::{Compared, Row, Words, compared};
use super::frame::command_name;
use super::markup::Markup;
use super::matrix::called;
use super::standing::{Standing, standing};

/// Paragraphs that one page shows; the longest law has some thousand.
const UNITS: usize = 3_000;

/// A language of an entry.
#[derive(Clone, Copy)]
struct Pair<'a> {
    site: &'a Site,
    entry: &'a Entry,
    lang: &'a Lang,
}

impl Board {
    /// The comparison; `path` is what follows `doi-chieu/`: a language and an entry, none for the home page.
    pub(super) fn beside_page(&self, path: &str) -> Option<String> {
        let site = self.site()?;
        let (tag, folder) = path.split_once('/').unwrap_or((path, ""));
        let lang = site.config.languages.iter().find(|lang| lang.as_str() == tag)?;
        let entry = site.entries.get(folder).filter(|entry| entry.original != *lang)?;
        let pair = Pair { site, entry, lang };
        let compared = compared(&self.step.snapshot, entry, lang)?;
        let title = self.say("board-beside-title", &[("entry", &command_name(entry)), ("lang", &called(site, lang))]);
        Some(self.frame(&title, &[self.home()], |m| {
            m.el("h1", &[], |m| m.said("span", "title", &site.title(entry, &entry.original)));
            self.known(m, pair, &compared);
            self.paragraphs(m, pair, &compared);
            if !compared.left.is_empty() {
                m.leaf("h2", &[], &self.word("board-beside-left"));
                compared.left.iter().take(UNITS).for_each(|text| self.side(m, site, lang, |m| m.text(text)));
            }
        }))
    }

    /// What is known of the two, their files, their pages, and the command that goes on.
    fn known(&self, m: &mut Markup, pair: Pair<'_>, compared: &Compared) {
        let Pair { site, entry, lang } = pair;
        let standing = standing(site, entry, lang);
        let state = self.state_words(standing);
        let line = self.say("board-beside-state", &[("lang", &called(site, lang)), ("state", &state)]);
        m.leaf("p", &[("class", "lead")], &line);
        let has_mark = entry.texts.get(lang).is_some_and(|text| text.facts.has("translated_from"));
        let known = match compared.changed {
            _ if !compared.is_there => self.word("board-beside-none"),
            Some(0) => self.word("board-beside-same"),
            Some(changed) => self.count("board-beside-changed", changed),
            None if has_mark => self.word("board-beside-no-record"),
            None => self.word("board-beside-no-mark"),
        };
        m.leaf("p", &[("role", "status")], &known);
        m.el("ul", &[("class", "paths")], |m| {
            self.file_of(m, pair, &entry.original);
            self.file_of(m, pair, lang);
        });
        let verb = match standing {
            _ if !compared.is_there => Some(("board-do-start", "start")),
            Standing::Current if compared.changed.is_some() => None,
            _ => Some(("board-do-accept", "accept")),
        };
        if let Some((what, verb)) = verb {
            let command = format!("loa translate {verb} {} {lang}", command_name(entry));
            self.commands(m, &[(self.word(what), command)]);
        }
    }

    /// The file of a language, with the way to its page.
    fn file_of(&self, m: &mut Markup, Pair { site, entry, .. }: Pair<'_>, lang: &Lang) {
        let Some(text) = entry.texts.get(lang) else { return };
        m.el("li", &[], |m| {
            m.text(&format!("{}: ", called(site, lang)));
            self.path(m, text.summary.file.as_str());
            if let Some(href) = self.page_of(entry, lang) {
                m.text(" ");
                m.link(&href, &self.word("board-see-page"));
            }
        });
    }

    fn paragraphs(&self, m: &mut Markup, pair: Pair<'_>, compared: &Compared) {
        // With paragraphs that could stand anywhere, an empty place is not known to be empty.
        let empty = if compared.left.is_empty() { "board-beside-empty" } else { "board-beside-unclear" };
        m.el("ol", &[("class", "units")], |m| {
            for row in compared.rows.iter().take(UNITS) {
                self.paragraph(m, pair, row, compared.count, empty);
            }
        });
        if compared.rows.len() > UNITS {
            m.leaf("p", &[], &self.count("board-and-more", compared.rows.len() - UNITS));
        }
    }

    fn paragraph(&self, m: &mut Markup, Pair { site, entry, lang }: Pair<'_>, row: &Row, count: usize, empty: &str) {
        let place = row.place.map(|number| self.say("diff-place", &[("number", &number), ("count", &count)]));
        let words: Vec<String> = place.into_iter().chain(row.change.map(|id| self.word(id))).collect();
        // Only what changed is a heading: so a screen reader goes from one change to the next.
        let (class, name) = if row.change.is_some() { ("unit changed", "h2") } else { ("unit", "p") };
        m.el("li", &[("class", class)], |m| {
            m.leaf(name, &[("class", "place")], &words.join(" · "));
            m.el("div", &[("class", "pair")], |m| {
                self.side(m, site, &entry.original, |m| row.original.iter().for_each(|words| self.marked(m, words)));
                match &row.said {
                    Some(said) => self.side(m, site, lang, |m| m.text(said)),
                    None => m.el("div", &[], |m| m.leaf("p", &[("class", "soft")], &self.word(empty))),
                }
            });
        });
        m.line();
    }

    /// Words of one language under its name.
    fn side(&self, m: &mut Markup, site: &Site, lang: &Lang, inner: impl FnOnce(&mut Markup)) {
        m.el("div", &[], |m| {
            m.leaf("p", &[("class", "soft")], &called(site, lang));
            let direction = site.direction(lang).as_str();
            m.el("div", &[("class", "words"), ("lang", lang.as_str()), ("dir", direction)], inner);
        });
    }

    /// Words with what became of them, said in words too: not every screen reader tells of the marks.
    fn marked(&self, m: &mut Markup, words: &Words) {
        let (name, id, text) = match words {
            Words::Same(text) => return m.text(text),
            Words::Old(text) => ("del", "diff-old", text),
            Words::New(text) => ("ins", "diff-new", text),
        };
        m.el(name, &[], |m| {
            m.leaf("span", &[("class", "aside"), ("lang", self.words.tag())], &format!("[{}: ", self.word(id)));
            m.text(text);
            m.leaf("span", &[("class", "aside")], "]");
        });
    }
}
