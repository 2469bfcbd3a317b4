//! The pages of a site, in parallel. A page is laid out on every build, which costs little, and made when its layout is
//! not that of a page that is remembered.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Diagnostic, Digest, Lang, SitePath};
use crate::i18n::{Failures, Words};
use crate::model::{Block, Indexed, Snapshot, Summary};
use crate::output::{self, Load, Scale};
use crate::render::{
    Body, Card, CardAt, Cards, Job, Layout, Linked, Made, Origin, Reasons, Templates, Wanted, Workshop,
};
use crate::site::{Entry, Lists, Site};
use crate::theme::Theme;

use super::memo::{Memo, Work};
use super::parse;

/// A page with what came along.
#[derive(Debug)]
pub struct Sheet {
    /// The page.
    pub made: Arc<Made>,
    /// The files that it shows or offers, if it has any.
    pub linked: Option<Arc<Linked>>,
    /// What the search finds it by.
    pub indexed: Option<Arc<Indexed>>,
    /// That it is too heavy.
    heavy: Option<Diagnostic>,
    failures: Failures,
    reasons: Option<Arc<Reasons>>,
    is_new: bool,
}

/// What a page was made of the last time.
pub(super) type Last = Vec<(SitePath, Arc<Reasons>)>;

/// What all pages are made of.
#[derive(Clone, Copy, Debug)]
pub struct Stock<'a> {
    /// The site.
    pub site: &'a Site,
    /// Everything that was read.
    pub snapshot: &'a Snapshot,
    /// The words of the interface.
    pub words: &'a Words,
    /// The theme.
    pub theme: &'a Theme,
    /// Its templates.
    pub templates: &'a Templates,
    /// What pages load of it.
    pub load: &'a Load,
    /// What these two were read from.
    pub origin: Origin,
    /// Of each entry the digest of itself with what it sees of the others.
    pub seen: &'a [Digest],
}

/// All pages, in the order of [`output::jobs`], and what was noticed.
pub fn all(stock: &Stock<'_>, memo: &mut Memo, work: &mut Work) -> (Vec<Sheet>, Vec<Diagnostic>) {
    let Stock { site, snapshot, words, theme, templates, load, origin, seen } = *stock;
    memo.make_room(Digest::of_value(&origin));
    let (jobs, _) = output::jobs(site);
    let lists = Lists::of(site);
    let bodies = |summary: &Summary| -> Vec<Block> { parse::blocks(snapshot, summary, &site.cues) };
    let links = |entry: &Entry, lang: &Lang| {
        let sight = || site.entries.number(&entry.folder).and_then(|number| seen.get(number));
        let key = || Digest::of_value(&(sight(), origin.words, lang));
        let (linked, _) = memo.links.ask_for(key, || Arc::new(Linked::of(site, words, entry, lang)));
        words.note(linked.failures.clone());
        linked
    };
    let workshop = Workshop::new((site, &lists), words, templates, origin, &bodies, &links);
    let (cards, cards_made) = cards(&workshop, &jobs, memo);
    let scale = Scale { site, snapshot, load };
    let sheet = |job| sheet(&workshop, job, &cards, &scale, memo);
    let sheets: Vec<Option<Sheet>> = jobs.par_iter().map(sheet).collect();
    let mut sheets: Vec<Sheet> = sheets.into_iter().flatten().collect();
    let mut diagnostics = scale.of_theme(theme);
    for card in cards.all() {
        diagnostics.extend(card.diagnostics.iter().cloned());
        words.note(card.failures.clone());
    }
    for sheet in &mut sheets {
        diagnostics.extend(sheet.made.diagnostics.iter().cloned().chain(sheet.heavy.take()));
        words.note(std::mem::take(&mut sheet.failures));
    }
    // One broken template breaks every page that uses it: tell it once.
    diagnostics.sort_by(|a, b| (a.code, &a.place.path, &a.args).cmp(&(b.code, &b.place.path, &b.args)));
    diagnostics.dedup();
    work.cards = cards_made;
    work.rendered = sheets.iter().filter(|sheet| sheet.is_new).count();
    if memo.keeps() {
        let now = sheets.iter().filter_map(|sheet| Some((sheet.path()?.clone(), Arc::clone(sheet.reasons.as_ref()?))));
        let now: Last = now.collect();
        work.why = why(&sheets, std::mem::replace(&mut memo.last, now));
    }
    (sheets, diagnostics)
}

/// The cards of all lists, and how many were made.
fn cards<'a>(workshop: &'a Workshop<'a>, jobs: &[Job<'a>], memo: &Memo) -> (Cards, usize) {
    let mut wanted: Vec<Wanted<'_>> = jobs.iter().flat_map(|job| workshop.cards_on(job)).collect();
    wanted.sort_unstable_by_key(|wanted| wanted.at);
    wanted.dedup_by_key(|wanted| wanted.at);
    // Those of one entry in one language show the same.
    let alike: Vec<&[Wanted<'_>]> = wanted.chunk_by(|a, b| a.at.of == b.at.of).collect();
    let made: Vec<Vec<(CardAt, Arc<Card>, bool)>> = alike
        .into_par_iter()
        .map(|alike| {
            let Some(first) = alike.first() else { return Vec::new() };
            let item = workshop.item(first);
            let card = |wanted: &Wanted<'a>| {
                let layout = workshop.card(wanted, &item)?;
                let make = || Arc::new(workshop.make_card(&layout));
                let (card, is_known) = memo.cards.ask_for(|| Digest::of_value(&layout), make);
                Some((wanted.at, card, is_known))
            };
            alike.iter().filter_map(card).collect()
        })
        .collect();
    let count = made.iter().flatten().filter(|(_, _, is_known)| !is_known).count();
    (Cards::of(made.into_iter().flatten().map(|(at, card, _)| (at, card)).collect()), count)
}

fn sheet<'a>(
    workshop: &'a Workshop<'a>,
    job: &Job<'a>,
    cards: &'a Cards,
    scale: &Scale<'_>,
    memo: &Memo,
) -> Option<Sheet> {
    let layout = workshop.lay(job, cards)?;
    let body = layout.body().map(|body| {
        let make = || Arc::new(workshop.make_body(&body.value));
        memo.bodies.ask_for(|| body.key(), make).0
    });
    let ((made, reasons), is_known) =
        memo.pages.ask_for(|| Digest::of_value(&layout), || page(workshop, &layout, body.as_deref(), memo));
    let linked = layout.body().map(|body| Arc::clone(&body.value.linked)).filter(|linked| !linked.files.is_empty());
    let files = linked.as_ref().map_or(&[][..], |linked| &linked.files);
    Some(Sheet {
        heavy: made.page.as_ref().and_then(|page| scale.judge(job, (&page.html, &made.weight), files)),
        linked,
        indexed: body.as_ref().and_then(|body| body.indexed.clone()),
        failures: body.iter().flat_map(|body| &body.failures).chain(&made.failures).cloned().collect(),
        made,
        reasons,
        is_new: !is_known,
    })
}

/// A page, and if anybody will ask, what it was made of.
fn page(
    workshop: &Workshop<'_>,
    layout: &Layout<'_>,
    body: Option<&Body>,
    memo: &Memo,
) -> (Arc<Made>, Option<Arc<Reasons>>) {
    let reasons = memo.keeps().then(|| Arc::new(Reasons::of(layout, body)));
    (Arc::new(workshop.make(layout, body)), reasons)
}

impl Sheet {
    fn path(&self) -> Option<&SitePath> {
        self.made.page.as_ref().map(|page| &page.path)
    }
}

/// Why pages were made: what differs from the last time.
fn why(sheets: &[Sheet], mut before: Last) -> BTreeMap<SitePath, String> {
    let new = || sheets.iter().filter(|sheet| sheet.is_new);
    if new().next().is_none() {
        return BTreeMap::new();
    }
    before.sort_by(|a, b| a.0.cmp(&b.0));
    let reason = |sheet: &Sheet| {
        let (path, reasons) = (sheet.path()?, sheet.reasons.as_ref()?);
        let last = before.binary_search_by(|(other, _)| other.cmp(path)).ok().and_then(|at| before.get(at));
        let why = last.map(|(_, last)| reasons.since(last));
        // What was forgotten meanwhile differs in nothing.
        Some((
            path.clone(),
            why.map_or_else(|| "new".to_owned(), |why| if why.is_empty() { "again".to_owned() } else { why }),
        ))
    };
    new().filter_map(reason).collect()
}
