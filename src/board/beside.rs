//! A translation beside its original, paragraph by paragraph, with what changed in the original since it was made.

use std::collections::BTreeMap;

use crate::base::Lang;
use crate::site::{Entry, Site};
use crate::translate::{self, Change, Piece, Proposal, Skeleton, changed, compare};

use super::Board;
use super::frame::command_name;
use super::markup::Markup;
use super::matrix::called;
use super::standing::{Standing, standing};

/// Paragraphs that one page shows; the longest law has some thousand.
const UNITS: usize = 3_000;

/// The texts that are compared.
struct Texts {
    /// The original as it is.
    new: Skeleton,
    /// The original that the translation was made from, if it is known.
    old: Option<Skeleton>,
    /// The translation, if there is one.
    translation: Option<Skeleton>,
}

impl Texts {
    fn of(board: &Board, entry: &Entry, lang: &Lang) -> Option<Texts> {
        let snapshot = &board.step.snapshot;
        Some(Texts {
            new: translate::original(snapshot, entry)?,
            old: translate::original_of(snapshot, entry, lang),
            translation: translate::translation(snapshot, entry, lang),
        })
    }

    /// What became of each paragraph; nothing if that cannot be known.
    fn changes(&self) -> Vec<Change> {
        match &self.old {
            Some(old) => compare(old.units(), self.new.units()),
            None => (0..self.new.units().len()).map(|n| Change::Same { old: n, new: n }).collect(),
        }
    }

    /// What the translation says for each paragraph of today, and for each of the original that it was made from.
    fn carried(&self) -> (Vec<Proposal>, Vec<Proposal>) {
        let (old, translation) = (self.old.as_ref(), self.translation.as_ref());
        let gone = old.map_or_else(Vec::new, |old| translate::carry(old, Some(old), translation));
        (translate::carry(&self.new, old, translation), gone)
    }
}

/// One paragraph on both sides.
struct Row<'a> {
    change: Change,
    was: &'a str,
    is: &'a str,
    said: Option<&'a str>,
}

impl Board {
    /// The comparison; `path` is what follows `doi-chieu/`: a language and an entry, none for the home page.
    pub(super) fn beside_page(&self, path: &str) -> Option<String> {
        let site = self.site()?;
        let (tag, folder) = path.split_once('/').unwrap_or((path, ""));
        let lang = site.config.languages.iter().find(|lang| lang.as_str() == tag)?;
        let entry = site.entries.get(folder.trim_end_matches('/')).filter(|entry| entry.original != *lang)?;
        let texts = Texts::of(self, entry, lang)?;
        let changes = texts.changes();
        let title = self.say("board-beside-title", &[("entry", &command_name(entry)), ("lang", &called(site, lang))]);
        Some(self.frame(&title, &[self.home()], |m| {
            m.el("h1", &[], |m| m.said("span", "title", &site.title(entry, &entry.original)));
            self.known(m, site, (entry, lang), &texts, &changes);
            self.units(m, site, (entry, lang), &texts, &changes);
            self.leftover(m, site, lang, &texts);
        }))
    }

    /// What is known of the pair, its files, its pages, and the command that goes on.
    fn known(&self, m: &mut Markup, site: &Site, pair: (&Entry, &Lang), texts: &Texts, changes: &[Change]) {
        let (entry, lang) = pair;
        let standing = standing(site, entry, lang);
        let state = self.state_words(standing);
        m.leaf(
            "p",
            &[("class", "lead")],
            &self.say("board-beside-state", &[("lang", &called(site, lang)), ("state", &state)]),
        );
        let has_mark = entry.texts.get(lang).is_some_and(|text| text.facts.has("translated_from"));
        let known = match (&texts.translation, &texts.old) {
            (None, _) => self.word("board-beside-none"),
            (Some(_), Some(_)) if changed(changes) == 0 => self.word("board-beside-same"),
            (Some(_), Some(_)) => self.count("board-beside-changed", changed(changes)),
            (Some(_), None) if has_mark => self.word("board-beside-no-record"),
            (Some(_), None) => self.word("board-beside-no-mark"),
        };
        m.leaf("p", &[("role", "status")], &known);
        m.el("ul", &[("class", "paths")], |m| {
            for of in [&entry.original, lang] {
                let Some(text) = entry.texts.get(of) else { continue };
                m.el("li", &[], |m| {
                    m.text(&format!("{}: ", called(site, of)));
                    self.path(m, text.summary.file.as_str());
                    if let Some(href) = self.page_of(entry, of) {
                        m.text(" ");
                        m.link(&href, &self.word("board-see-page"));
                    }
                });
            }
        });
        let verb = match (&texts.translation, standing) {
            (None, _) => Some(("board-do-start", "start")),
            (Some(_), Standing::Current) if texts.old.is_some() => None,
            (Some(_), _) => Some(("board-do-accept", "accept")),
        };
        if let Some((what, verb)) = verb {
            let command = format!("loa translate {verb} {} {lang}", command_name(entry));
            self.commands(m, &[(self.word(what), command)]);
        }
    }

    fn units(&self, m: &mut Markup, site: &Site, pair: (&Entry, &Lang), texts: &Texts, changes: &[Change]) {
        let (now, gone) = texts.carried();
        let was =
            |at: usize| texts.old.as_ref().and_then(|old| old.units().get(at)).map_or("", |unit| unit.text.as_str());
        let is = |at: usize| texts.new.units().get(at).map_or("", |unit| unit.text.as_str());
        fn said(of: &[Proposal], at: usize) -> Option<&str> {
            of.get(at).and_then(|proposal| proposal.text.as_deref())
        }
        m.el("ol", &[("class", "units")], |m| {
            for change in changes.iter().take(UNITS) {
                let (was, is, said) = match *change {
                    Change::Same { new, .. } | Change::Moved { new, .. } | Change::Added { new } => {
                        ("", is(new), said(&now, new))
                    }
                    Change::Edited { old, new } => (was(old), is(new), said(&now, new)),
                    Change::Removed { old } => (was(old), "", said(&gone, old)),
                };
                self.unit(m, site, pair, &Row { change: *change, was, is, said }, texts.new.units().len());
            }
        });
        if changes.len() > UNITS {
            m.leaf("p", &[], &self.count("board-and-more", changes.len() - UNITS));
        }
    }

    fn unit(&self, m: &mut Markup, site: &Site, pair: (&Entry, &Lang), row: &Row<'_>, count: usize) {
        let (entry, lang) = pair;
        let (class, id, at) = match row.change {
            Change::Same { new, .. } => ("unit", None, Some(new)),
            Change::Edited { new, .. } => ("unit changed", Some("diff-edited"), Some(new)),
            Change::Moved { new, .. } => ("unit changed", Some("diff-moved"), Some(new)),
            Change::Added { new } => ("unit changed", Some("diff-added"), Some(new)),
            Change::Removed { .. } => ("unit changed", Some("diff-removed"), None),
        };
        let place = at.map(|at| self.say("diff-place", &[("number", &(at + 1)), ("count", &count)]));
        let words: Vec<String> = place.into_iter().chain(id.map(|id| self.word(id))).collect();
        m.el("li", &[("class", class)], |m| {
            // Only what changed is a heading: so a screen reader goes from one change to the next.
            m.leaf(if id.is_some() { "h2" } else { "p" }, &[("class", "place")], &words.join(" · "));
            m.el("div", &[("class", "pair")], |m| {
                self.side(m, site, &entry.original, |m| self.original(m, row));
                match row.said {
                    Some(said) => self.side(m, site, lang, |m| m.text(said)),
                    None => m.el("div", &[], |m| m.leaf("p", &[("class", "soft")], &self.word("board-beside-empty"))),
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

    /// The original's words, with what went and what came.
    fn original(&self, m: &mut Markup, row: &Row<'_>) {
        match row.change {
            Change::Same { .. } | Change::Moved { .. } => m.text(row.is),
            Change::Added { .. } => self.changed(m, "", row.is),
            Change::Removed { .. } => self.changed(m, row.was, ""),
            Change::Edited { .. } => {
                let mut run = Run::default();
                for piece in translate::words(row.was, row.is) {
                    match piece {
                        Piece::Old(text) => run.old(text),
                        Piece::New(text) => run.new(text),
                        Piece::Same(text) if run.holds(text) => {}
                        Piece::Same(text) => {
                            self.run(m, &mut run);
                            m.text(text);
                        }
                    }
                }
                self.run(m, &mut run);
            }
        }
    }

    fn run(&self, m: &mut Markup, run: &mut Run) {
        let Run { old, new, blank } = std::mem::take(run);
        self.changed(m, &old, &new);
        m.text(&blank);
    }

    /// What went and what came, said in words too: not every screen reader tells of the marks.
    fn changed(&self, m: &mut Markup, old: &str, new: &str) {
        for (name, id, text) in [("del", "diff-old", old), ("ins", "diff-new", new)] {
            if !text.is_empty() {
                m.el(name, &[], |m| {
                    m.leaf("span", &[("class", "aside"), ("lang", self.words.tag())], &format!("[{}: ", self.word(id)));
                    m.text(text);
                    m.leaf("span", &[("class", "aside")], "]");
                });
            }
        }
    }

    /// What the translation says beyond the original.
    fn leftover(&self, m: &mut Markup, site: &Site, lang: &Lang, texts: &Texts) {
        let Some(translation) = &texts.translation else { return };
        let (now, gone) = texts.carried();
        let mut placed: BTreeMap<&str, usize> = BTreeMap::new();
        // What is gone from the original stands beside it only where it was dropped, so the two lists do not overlap.
        let dropped = texts.changes().into_iter().filter_map(|change| match change {
            Change::Removed { old } => gone.get(old),
            _ => None,
        });
        for text in now.iter().chain(dropped).filter_map(|proposal| proposal.text.as_deref()) {
            *placed.entry(text).or_default() += 1;
        }
        let copied: Vec<&str> = texts.new.units().iter().map(|unit| unit.text.as_str()).collect();
        let mut left: Vec<&str> = Vec::new();
        for unit in translation.units().iter().map(|unit| unit.text.as_str()) {
            match placed.get_mut(unit) {
                Some(count) if *count > 0 => *count -= 1,
                _ if copied.contains(&unit) => {}
                _ => left.push(unit),
            }
        }
        if left.is_empty() {
            return;
        }
        m.leaf("h2", &[], &self.word("board-beside-left"));
        for text in left.into_iter().take(UNITS) {
            self.side(m, site, lang, |m| m.text(text));
        }
    }
}

/// Words that changed one after the other. A blank between two of them is marked with them, so that a phrase that gave
/// way to another is read as one.
#[derive(Default)]
struct Run {
    old: String,
    new: String,
    blank: String,
}

impl Run {
    fn old(&mut self, text: &str) {
        self.close();
        self.old.push_str(text);
    }

    fn new(&mut self, text: &str) {
        self.close();
        self.new.push_str(text);
    }

    /// Takes a blank that may stand between two changes.
    fn holds(&mut self, text: &str) -> bool {
        let is_open = !self.old.is_empty() || !self.new.is_empty();
        let is_blank = is_open && self.blank.is_empty() && text.chars().all(|c| c == ' ');
        if is_blank {
            self.blank.push_str(text);
        }
        is_blank
    }

    fn close(&mut self) {
        let blank = std::mem::take(&mut self.blank);
        // A side that has nothing yet begins with its first word.
        for side in [&mut self.old, &mut self.new] {
            if !side.is_empty() {
                side.push_str(&blank);
            }
        }
    }
}
