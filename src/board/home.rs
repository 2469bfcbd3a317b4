//! The board itself: from the state of the whole to its parts, the most urgent first.

use crate::base::{Severity, SitePath};
use crate::engine::Work;
use crate::site::Site;

use super::Board;
use super::facts::Change;
use super::frame::ROOT;
use super::markup::{Markup, address};
use super::problems::file_address;
use super::standing::{Standing, left_out, standing};

/// Files and pages that are named of the last change.
const NAMED: usize = 20;

/// Changes before the last one that are shown.
const BEFORE: usize = 5;

/// The state of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Light {
    Red,
    Yellow,
    Green,
}

impl Light {
    /// Its class, the outline of its sign, and the end of the ids of its words.
    fn parts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Light::Red => ("light red", "M7 1h10l6 6v10l-6 6H7l-6-6V7zM7 7l10 10M17 7L7 17", "red"),
            Light::Yellow => ("light yellow", "M12 2L23 22H1zM12 9v6M12 18v1", "yellow"),
            Light::Green => ("light green", "M12 1a11 11 0 1 0 0 22 11 11 0 1 0 0-22zM6 12l4 5 8-9", "green"),
        }
    }
}

impl Board {
    /// The errors and the warnings.
    pub(super) fn counts(&self) -> (usize, usize) {
        let errors = self.step.diagnostics.iter().filter(|finding| finding.severity == Severity::Error).count();
        (errors, self.step.diagnostics.len() - errors)
    }

    fn light(&self) -> Light {
        match self.counts() {
            _ if self.facts.fault.is_some() => Light::Red,
            (0, 0) => Light::Green,
            (0, _) => Light::Yellow,
            _ => Light::Red,
        }
    }

    /// The board.
    pub(super) fn home_page(&self) -> String {
        let state = self.state();
        self.frame(&state, &[], |m| {
            self.traffic(m, &state);
            self.parts(m);
            m.el("div", &[("class", "columns")], |m| {
                m.el("div", &[], |m| {
                    self.last_change(m);
                    self.problems(m);
                    if let Some(site) = self.site() {
                        self.matrix(m, site);
                        self.waiting(m, site);
                    }
                });
                m.el("div", &[], |m| {
                    self.next(m);
                    self.publishing(m);
                    self.phone(m);
                });
            });
        })
    }

    fn state(&self) -> String {
        if self.facts.fault.is_some() {
            return self.word("board-fault");
        }
        let (errors, warnings) = self.counts();
        let [errors, warnings] = [errors, warnings].map(|count| self.words.number(count));
        self.say(&format!("board-{}", self.light().parts().2), &[("errors", &errors), ("warnings", &warnings)])
    }

    fn traffic(&self, m: &mut Markup, state: &str) {
        let (class, sign, _) = self.light().parts();
        m.el("div", &[("class", class)], |m| {
            m.el("svg", &[("viewBox", "0 0 24 24"), ("aria-hidden", "true")], |m| {
                m.el("path", &[("d", sign)], |_| {});
            });
            m.el("div", &[], |m| {
                // The words alone are a live region: how long it took is not worth hearing at every save.
                m.el("div", &[("role", "status")], |m| m.leaf("h1", &[], state));
                if let Some(fault) = &self.facts.fault {
                    m.leaf("pre", &[], fault);
                }
                m.leaf("p", &[], &self.size());
                let kept = self.step.broken.kept.len();
                if kept > 0 {
                    m.leaf("p", &[], &self.count("board-kept", kept));
                }
            });
        });
        m.line();
    }

    /// How large the site is, and how long it took.
    fn size(&self) -> String {
        let pages = self.words.number(self.step.draft.work.pages);
        let languages = self.words.number(self.site().map_or(0, |site| site.config.languages.len()));
        let ms = self.words.number(self.facts.ms);
        self.say("board-size", &[("pages", &pages), ("languages", &languages), ("ms", &ms)])
    }

    /// Links to the parts of the board, for whoever does not want to scroll.
    fn parts(&self, m: &mut Markup) {
        let parts = [
            ("van-de", "board-problems"),
            ("ban-dich", "board-translations"),
            ("cho", "board-waiting"),
            ("xuat-ban", "board-publish"),
            ("dien-thoai", "board-phone"),
        ];
        let has_site = self.site().is_some();
        m.el("nav", &[("class", "parts"), ("aria-label", &self.word("board-parts"))], |m| {
            m.el("ul", &[], |m| {
                for (id, words) in parts.iter().filter(|(id, _)| has_site || !matches!(*id, "ban-dich" | "cho")) {
                    m.el("li", &[], |m| m.link(&format!("#{id}"), &self.word(words)));
                }
            });
        });
        m.line();
    }

    fn last_change(&self, m: &mut Markup) {
        m.el("section", &[("id", "thay-doi"), ("aria-labelledby", "thay-doi-t")], |m| {
            m.leaf("h2", &[("id", "thay-doi-t")], &self.word("board-change"));
            let Some((last, before)) = self.facts.history.split_first() else {
                m.leaf("p", &[], &self.word("board-no-change"));
                return;
            };
            m.leaf("p", &[], &self.change_words(last));
            self.named(m, &self.step.sources, |m, path| {
                m.el("a", &[("href", &file_address(path.as_str()))], |m| self.path(m, path.as_str()))
            });
            m.leaf("p", &[], &self.work());
            let touched = &self.step.touched;
            if touched.is_empty() {
                m.leaf("p", &[], &self.word("board-touched-nothing"));
            } else {
                m.el("details", &[("id", "khac-truoc")], |m| {
                    m.leaf("summary", &[], &self.count("board-touched", touched.len()));
                    self.named(m, touched, |m, path| self.site_file(m, path));
                });
            }
            if !before.is_empty() {
                m.el("details", &[("id", "truoc-do")], |m| {
                    m.leaf("summary", &[], &self.word("board-before"));
                    m.el("ul", &[], |m| {
                        before.iter().take(BEFORE).for_each(|change| m.leaf("li", &[], &self.before(change)));
                    });
                });
            }
        });
        m.line();
    }

    fn change_words(&self, change: &Change) -> String {
        let (count, ms) = (self.words.number(change.sources.len()), self.words.number(change.ms));
        self.say("board-changed", &[("at", &change.at), ("count", &count), ("ms", &ms)])
    }

    fn before(&self, change: &Change) -> String {
        let first = change.sources.first().map_or("", SitePath::as_str);
        let [files, pages] = [change.sources.len(), change.touched].map(|count| self.words.number(count));
        let args: &[(&str, &dyn std::fmt::Display)] =
            &[("at", &change.at), ("file", &first), ("files", &files), ("pages", &pages)];
        self.say(if change.sources.len() == 1 { "board-before-one" } else { "board-before-many" }, args)
    }

    /// What the program did for it.
    fn work(&self) -> String {
        let Work { parsed, rendered, pages, .. } = &self.step.draft.work;
        let [parsed, rendered, kept] =
            [*parsed, *rendered, pages.saturating_sub(*rendered)].map(|count| self.words.number(count));
        self.say("board-work", &[("parsed", &parsed), ("rendered", &rendered), ("kept", &kept)])
    }

    /// The first paths of a list, and how many more there are.
    fn named(&self, m: &mut Markup, paths: &[SitePath], show: impl Fn(&mut Markup, &SitePath)) {
        m.el("ul", &[("class", "paths")], |m| {
            paths.iter().take(NAMED).for_each(|path| m.el("li", &[], |m| show(m, path)));
            if paths.len() > NAMED {
                m.leaf("li", &[("class", "soft")], &self.count("board-and-more", paths.len() - NAMED));
            }
        });
    }

    /// A file of the site with a link to it, if it is in the preview.
    pub(super) fn site_file(&self, m: &mut Markup, path: &SitePath) {
        if self.step.draft.pages().files.contains_key(path) {
            m.link(&format!("/{}", address(path.as_str())), path.as_str());
        } else {
            m.leaf("code", &[], path.as_str());
        }
    }

    /// What to do next: the first thing that stands in the way, and the commands that go with it.
    fn next(&self, m: &mut Markup) {
        m.el("section", &[("id", "viec-tiep"), ("aria-labelledby", "viec-tiep-t")], |m| {
            m.leaf("h2", &[("id", "viec-tiep-t")], &self.word("board-next"));
            let mut commands = Vec::new();
            if self.light() == Light::Red {
                m.el("p", &[], |m| m.link(&format!("{ROOT}#van-de"), &self.word("board-next-mend")));
            } else {
                commands.push((self.word("board-do-build"), "loa build".to_owned()));
            }
            commands.push((self.word("board-do-release"), "loa check --release".to_owned()));
            commands.push((self.word("board-do-new"), "loa new".to_owned()));
            if let Some(command) = self.site().and_then(outdated) {
                commands.push((self.word("board-do-diff"), command));
            }
            self.commands(m, &commands);
        });
        m.line();
    }
}

/// How to see what changed in the first original whose translation is older.
fn outdated(site: &Site) -> Option<String> {
    let entries = || site.entries.values().filter(|entry| left_out(site, entry).is_none());
    let mut pairs = entries().flat_map(|entry| site.config.languages.iter().map(move |lang| (entry, lang)));
    let is_old = |standing| matches!(standing, Standing::OutOfDate(_) | Standing::Stale(_));
    let (entry, lang) = pairs.find(|(entry, lang)| is_old(standing(site, entry, lang)))?;
    Some(format!("loa translate diff {} {lang}", super::frame::command_name(entry)))
}
