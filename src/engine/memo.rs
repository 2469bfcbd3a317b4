//! What a build may remember of the ones before. A key is the digest of the whole argument of a pure stage, so an
//! answer can be forgotten at any time and never be wrong.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::base::{Digest, SitePath};
use crate::output::Load;
use crate::render::{Body, Card, Linked, Made, Reasons};
use crate::site::{Order, Parsed};

use super::entries::{self, Findings};
use super::outfit::{Dressed, Sewn, Worded};
use super::pages::Last;

/// Answers of pure stages. One that keeps nothing is right for a command that builds once.
#[derive(Debug, Default)]
pub struct Memo {
    /// What parsing a file gave.
    pub(super) parsed: Answers<Arc<Parsed>>,
    /// The entry that the files of a folder make, if they make one.
    pub(super) entries: Answers<Option<entries::Made>>,
    /// What an entry sees of the others, and what was found in it then, by itself and the surface of all.
    pub(super) sights: Answers<(Digest, Findings)>,
    /// What was found in an entry, by itself and what it sees of the others.
    pub(super) checked: Answers<Findings>,
    /// What was found in the letters of an entry.
    pub(super) letters: Answers<Findings>,
    /// The words of all languages.
    pub(super) words: Answers<Worded>,
    /// The files of the theme.
    pub(super) themes: Answers<Dressed>,
    /// What pages load of the theme, weighed.
    pub(super) loads: Answers<Arc<Load>>,
    /// What was found in words by what the templates give them.
    pub(super) lints: Answers<Findings>,
    /// The titles of all languages in order.
    pub(super) orders: Answers<Order>,
    /// The templates, compiled, with the words that they ask for.
    pub(super) templates: Answers<Sewn>,
    /// What the links of an entry's page became.
    pub(super) links: Answers<Arc<Linked>>,
    /// The body of a page.
    pub(super) bodies: Answers<Arc<Body>>,
    /// A card.
    pub(super) cards: Answers<Arc<Card>>,
    /// A page, and what it was made of.
    pub(super) pages: Answers<(Arc<Made>, Option<Arc<Reasons>>)>,
    /// What the pages of the last build were made of.
    pub(super) last: Last,
    /// The digest of theme and words of the last two builds that made pages.
    origins: [Option<Digest>; 2],
}

/// What a build did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Content files that were parsed.
    pub parsed: usize,
    /// Content files whose parse was remembered.
    pub reused: usize,
    /// Cards of lists that were made.
    pub cards: usize,
    /// Pages that were rendered.
    pub rendered: usize,
    /// HTML files in the tree.
    pub pages: usize,
    /// Of each page that was rendered what differs from the last time, in some words; nothing where nothing is kept.
    pub why: BTreeMap<SitePath, String>,
}

/// The answers of one stage by the digest of its argument. Many threads may ask at once.
#[derive(Debug)]
pub(super) struct Answers<T> {
    keeps: bool,
    /// Builds after which an answer that nobody asked for is forgotten.
    remembered: u64,
    /// The number of this build.
    build: u64,
    known: BTreeMap<Digest, Kept<T>>,
    fresh: Mutex<BTreeMap<Digest, T>>,
}

#[derive(Debug)]
struct Kept<T> {
    answer: T,
    /// The build that asked for it last.
    asked: AtomicU64,
}

/// Builds after which an answer that nobody asked for is forgotten: a step of `watch` builds the site twice when a file
/// is broken, and an editor who takes a change back gets the page from before.
const REMEMBERED: u64 = 3;

/// The same for what is large: all pages of before are kept for one build, in which they may be asked for again.
const LARGE_REMEMBERED: u64 = 2;

impl Memo {
    /// A memo that remembers, for a program that builds again and again.
    pub fn keeping() -> Memo {
        Memo {
            parsed: Answers::keeping(),
            entries: Answers::keeping(),
            sights: Answers::keeping(),
            checked: Answers::keeping(),
            letters: Answers::keeping(),
            words: Answers::keeping(),
            themes: Answers::keeping(),
            loads: Answers::keeping(),
            lints: Answers::keeping(),
            orders: Answers::keeping(),
            templates: Answers::keeping(),
            links: Answers::keeping(),
            bodies: Answers { remembered: LARGE_REMEMBERED, ..Answers::keeping() },
            cards: Answers { remembered: LARGE_REMEMBERED, ..Answers::keeping() },
            pages: Answers { remembered: LARGE_REMEMBERED, ..Answers::keeping() },
            last: Last::new(),
            origins: [None; 2],
        }
    }

    /// Ends a build: what it made is known from now on, what nobody asked for any more is forgotten.
    pub(super) fn turn(&mut self) {
        self.parsed.turn();
        self.entries.turn();
        self.sights.turn();
        self.checked.turn();
        self.letters.turn();
        self.words.turn();
        self.themes.turn();
        self.loads.turn();
        self.lints.turn();
        self.orders.turn();
        self.templates.turn();
        self.links.turn();
        self.bodies.turn();
        self.cards.turn();
        self.pages.turn();
    }

    /// Forgets pages that the last build did not ask for if theme or words are others than in the last two builds: then all
    /// pages will be made anew, and three sites at once are too many.
    pub(super) fn make_room(&mut self, origin: Digest) {
        let [last, before] = self.origins;
        if last != Some(origin) && before != Some(origin) {
            self.bodies.forget();
            self.cards.forget();
            self.pages.forget();
        }
        self.origins = [Some(origin), last];
    }

    /// Whether anything is remembered.
    pub(super) fn keeps(&self) -> bool {
        self.pages.keeps
    }
}

impl<T> Default for Answers<T> {
    fn default() -> Answers<T> {
        Answers { keeps: false, remembered: REMEMBERED, build: 0, known: BTreeMap::new(), fresh: Mutex::default() }
    }
}

impl<T: Clone> Answers<T> {
    fn keeping() -> Answers<T> {
        Answers { keeps: true, ..Answers::default() }
    }

    /// The answer to a key, made now if it is not known, and whether it was.
    pub fn ask(&self, key: Digest, make: impl FnOnce() -> T) -> (T, bool) {
        if let Some(kept) = self.known.get(&key) {
            kept.asked.store(self.build, Ordering::Relaxed);
            return (kept.answer.clone(), true);
        }
        let answer = make();
        if self.keeps
            && let Ok(mut fresh) = self.fresh.lock()
        {
            fresh.insert(key, answer.clone());
        }
        (answer, false)
    }

    /// The same, for a key that costs something: where nothing is kept nobody asks for it.
    pub fn ask_for(&self, key: impl FnOnce() -> Digest, make: impl FnOnce() -> T) -> (T, bool) {
        if self.keeps { self.ask(key(), make) } else { (make(), false) }
    }

    /// Keeps the answer to a key as if it had been asked for.
    pub fn keep(&self, key: Digest) {
        if let Some(kept) = self.known.get(&key) {
            kept.asked.store(self.build, Ordering::Relaxed);
        }
    }

    /// Forgets what the last build did not ask for.
    fn forget(&mut self) {
        let build = self.build;
        self.known.retain(|_, kept| kept.asked.load(Ordering::Relaxed) + 1 >= build);
    }

    fn turn(&mut self) {
        let build = self.build;
        self.known.retain(|_, kept| kept.asked.load(Ordering::Relaxed) + self.remembered > build);
        let fresh = self.fresh.get_mut().map(std::mem::take).unwrap_or_default();
        self.known.extend(fresh.into_iter().map(|(key, answer)| (key, Kept { answer, asked: AtomicU64::new(build) })));
        self.build += 1;
    }
}
