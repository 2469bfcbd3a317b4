//! A site that somebody is editing, from one change to the next. What is shown is a whole site at every step: a file
//! with errors stands in it as it was when it was last good, so lists, pages and search agree, and the findings are
//! those of the files as they are.

#[cfg(test)]
mod tests;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::text::Customs;
use crate::base::{Diagnostic, Digest, Lang, Severity, SitePath};
use crate::model::{Item, Resolved, Snapshot, Source};
use crate::site::{Site, list_page};
use crate::{parse, render};

use super::{Draft, Memo, draft};

/// A preview between two changes.
#[derive(Debug)]
pub struct Live {
    memo: Memo,
    /// The last good bytes of the files that have errors now.
    good: BTreeMap<SitePath, Source>,
    before: Option<Arc<Step>>,
}

/// The site after a change.
#[derive(Debug)]
pub struct Step {
    /// Its number, from 1.
    pub number: u64,
    /// The files as they are.
    pub snapshot: Arc<Snapshot>,
    /// What is shown.
    pub draft: Arc<Draft>,
    /// What is wrong with the files as they are, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// Where that is told.
    pub broken: Broken,
    /// Files of the site that came, went or changed.
    pub sources: Vec<SitePath>,
    /// Pages and files beside them that came, went or changed in what is shown.
    pub touched: Vec<SitePath>,
    /// The place that the editor wants to see.
    pub seen: Option<Seen>,
}

/// Where errors are told: each is a place in [`Step::diagnostics`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Broken {
    /// Those of the settings, the theme and the words: on all pages.
    pub everywhere: Vec<usize>,
    /// Those of a text: on its page in every language that shows it. There may be no page of this path.
    pub pages: BTreeMap<SitePath, Vec<usize>>,
    /// The files that are shown as they were when they were last good.
    pub kept: BTreeSet<SitePath>,
}

/// A place on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The page.
    pub page: SitePath,
    /// The line of text in which the change begins, as a reader sees it; empty for its title and what else stands above.
    pub words: String,
}

impl Default for Live {
    fn default() -> Live {
        Live { memo: Memo::keeping(), good: BTreeMap::new(), before: None }
    }
}

impl Live {
    /// Takes the next state of the files.
    pub fn step(&mut self, snapshot: Snapshot) -> Arc<Step> {
        let true_draft = draft(&snapshot, &mut self.memo);
        let diagnostics = true_draft.diagnostics();
        let faulty = faulty(&snapshot, &diagnostics);
        self.remember_good(&faulty);
        let (shown, kept) = self.shown(&snapshot, true_draft);
        let before = self.before.as_deref();
        let sources = before.map_or_else(Vec::new, |before| changed(&before.snapshot, &snapshot));
        let touched = before.map_or_else(Vec::new, |before| touched(&before.draft, &shown));
        let seen = before.and_then(|before| seen(before, &shown, &snapshot, &sources));
        let broken = Broken { kept, ..broken(shown.site(), &diagnostics) };
        let number = before.map_or(1, |before| before.number + 1);
        let snapshot = Arc::new(snapshot);
        let step = Step { number, snapshot, draft: shown, diagnostics, broken, sources, touched, seen };
        let step = Arc::new(step);
        self.before = Some(Arc::clone(&step));
        step
    }

    /// Keeps the last good bytes of the files that have errors, and of no others.
    fn remember_good(&mut self, faulty: &BTreeSet<SitePath>) {
        self.good.retain(|path, _| faulty.contains(path));
        let Some(before) = &self.before else { return };
        let was_faulty = faulty_in(before);
        for path in faulty.iter().filter(|path| !was_faulty.contains(*path)) {
            if let Some(source) = before.snapshot.files.get(path) {
                self.good.insert(path.clone(), source.clone());
            }
        }
    }

    /// The site with the last good bytes of what is broken, and which files those are.
    fn shown(&mut self, snapshot: &Snapshot, true_draft: Draft) -> (Arc<Draft>, BTreeSet<SitePath>) {
        let is_other = |path: &SitePath, good: &Source| {
            snapshot.files.get(path).is_none_or(|source| source.digest() != good.digest())
        };
        let other: Vec<(SitePath, Source)> =
            self.good.iter().filter(|(path, good)| is_other(path, good)).map(|(p, s)| (p.clone(), s.clone())).collect();
        let mut shown = Arc::new(true_draft);
        let mut kept = BTreeSet::new();
        if !other.is_empty() {
            let mut mended = snapshot.clone();
            for (path, source) in other {
                kept.insert(path.clone());
                mended.files.insert(path, source);
            }
            shown = Arc::new(draft(&mended, &mut self.memo));
        }
        // A theme that cannot be read at all makes no pages: those from before stay.
        match &self.before {
            Some(before) if shown.pages().files.is_empty() => (Arc::clone(&before.draft), kept),
            _ => (shown, kept),
        }
    }
}

fn faulty(snapshot: &Snapshot, diagnostics: &[Diagnostic]) -> BTreeSet<SitePath> {
    let errors = diagnostics.iter().filter(|finding| finding.severity == Severity::Error);
    let paths = errors.filter_map(|finding| SitePath::new(&finding.place.path).ok());
    paths.filter(|path| snapshot.files.contains_key(path)).collect()
}

fn faulty_in(step: &Step) -> BTreeSet<SitePath> {
    faulty(&step.snapshot, &step.diagnostics)
}

/// The files that came, went or have other bytes.
fn changed(before: &Snapshot, now: &Snapshot) -> Vec<SitePath> {
    differing(&before.files, &now.files, |a, b| a.digest() == b.digest())
}

/// The pages that came, went or have other bytes.
fn touched(before: &Draft, now: &Draft) -> Vec<SitePath> {
    differing(&before.pages().files, &now.pages().files, |a, b| match (a, b) {
        // What was reused is the same place in memory, and most of a site is.
        (Item::Bytes(a), Item::Bytes(b)) => (a.as_ptr() == b.as_ptr() && a.len() == b.len()) || a == b,
        _ => a == b,
    })
}

/// The keys of two maps at which they differ, in order: both are gone through once, side by side.
fn differing<T>(
    before: &BTreeMap<SitePath, T>,
    now: &BTreeMap<SitePath, T>,
    is_same: impl Fn(&T, &T) -> bool,
) -> Vec<SitePath> {
    let mut differing = Vec::new();
    let (mut old, mut new) = (before.iter().peekable(), now.iter().peekable());
    loop {
        let order = match (old.peek(), new.peek()) {
            (Some((a, _)), Some((b, _))) => a.cmp(b),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return differing,
        };
        let a = old.next_if(|_| order.is_le());
        let b = new.next_if(|_| order.is_ge());
        let same = a.zip(b).is_some_and(|((_, a), (_, b))| is_same(a, b));
        differing.extend(a.or(b).filter(|_| !same).map(|(path, _)| path.clone()));
    }
}

/// Which errors are told where.
fn broken(site: Option<&Site>, diagnostics: &[Diagnostic]) -> Broken {
    let mut broken = Broken::default();
    for (n, finding) in diagnostics.iter().enumerate().filter(|(_, finding)| finding.severity == Severity::Error) {
        match SitePath::new(&finding.place.path).ok().and_then(|path| pages_of(site, &path)) {
            Some(pages) => pages.into_iter().for_each(|page| broken.pages.entry(page).or_default().push(n)),
            None => broken.everywhere.push(n),
        }
    }
    broken
}

/// The pages on which a content file is seen: a translation on its own, an original on all.
fn pages_of(site: Option<&Site>, file: &SitePath) -> Option<Vec<SitePath>> {
    let (folder, name) = place_of(file)?;
    let lang = Lang::new(name.strip_suffix(".md")?).ok()?;
    let is_translation = |site: &Site| site.entries.get(folder).is_some_and(|entry| entry.original != lang);
    let languages = match site {
        Some(site) if !is_translation(site) => site.config.languages.clone(),
        _ => vec![lang],
    };
    Some(languages.iter().filter_map(|lang| SitePath::new(&list_page(lang, folder, 1)).ok()).collect())
}

/// The folder of an entry and the name of a file in it.
fn place_of(file: &SitePath) -> Option<(&str, &str)> {
    let rest = file.below("content")?;
    Some(rest.rsplit_once('/').unwrap_or(("", rest)))
}

/// The first change of a text that has a page.
fn seen(before: &Step, shown: &Draft, snapshot: &Snapshot, sources: &[SitePath]) -> Option<Seen> {
    let site = shown.site()?;
    sources.iter().find_map(|file| {
        let (folder, name) = place_of(file)?;
        let lang = Lang::new(name.strip_suffix(".md")?).ok()?;
        let page = SitePath::new(&list_page(&lang, folder, 1)).ok()?;
        shown.pages().files.contains_key(&page).then(|| Seen {
            page,
            words: first_change(site, file, before.snapshot.text(file), snapshot.text(file)).unwrap_or_default(),
        })
    })
}

/// The first line of a body that is not what it was.
fn first_change(site: &Site, file: &SitePath, before: Option<&[u8]>, now: Option<&[u8]>) -> Option<String> {
    let lines = |bytes: Option<&[u8]>| {
        let doc = |bytes| parse::document(file, bytes, Digest::of(bytes), &site.cues, &Customs::default());
        render::text::lines(&bytes.map_or_else(Vec::new, |bytes| doc(bytes).blocks), &Resolved::default())
    };
    let (before, now) = (lines(before), lines(now));
    let same = before.iter().zip(&now).take_while(|(a, b)| a == b).count();
    if same == now.len() && same == before.len() {
        return None;
    }
    // What was cut from the end is seen where the text ends now.
    now.get(same).or(now.last()).map(|line| line.text.clone())
}
