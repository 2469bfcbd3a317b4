//! What pages weigh on the wire, against the limits of the design: a page that is too heavy is told, and the heaviest one
//! is named at the end of a build.

use crate::base::weight::{Weight, packed};
use crate::base::{Diagnostic, Place, Severity, SitePath, limits};
use crate::model::{Budgets, Item, Recipe, Snapshot, Tree, Weighed, Weights};
use crate::render::Job;
use crate::schema::Role;
use crate::site::{Entry, FileUse, Site, page};
use crate::theme::{Asset, Theme};

/// Endings of what a page loads besides itself and its pictures. Fonts are weighed apart.
const LOADED: &[&str] = &["css", "js", "svg", "png", "ico"];

/// The script that is loaded when somebody searches.
const SEARCH: &str = "assets/search.js";

/// Pages that are packed to find the heaviest: the longest is not always it, but it is among the longest.
const LONGEST: usize = 8;

/// The files of a theme that its templates name, with what they weigh.
#[derive(Debug)]
pub struct Load(Vec<(String, usize)>);

/// A scale for the pages of a site.
#[derive(Clone, Copy, Debug)]
pub struct Scale<'a> {
    /// The site.
    pub site: &'a Site,
    /// Everything that was read.
    pub snapshot: &'a Snapshot,
    /// What pages load.
    pub load: &'a Load,
}

impl Load {
    /// Weighs the files that the templates name. A page that names them in another way is not seen.
    pub fn of(theme: &Theme) -> Load {
        let is_named = |name: &str| {
            let named = format!("assets/{name}\"");
            theme.templates.values().any(|template| template.contains(&named))
        };
        let files = theme.assets.iter().filter_map(|(name, asset)| match asset {
            Asset::Bytes(bytes, _) if is_loaded(name) && is_named(name) => Some((name.clone(), packed(bytes))),
            _ => None,
        });
        Load(files.collect())
    }

    /// What these files weigh, those of one ending or all.
    fn sum(&self, ending: Option<&str>) -> usize {
        let of = |name: &str| ending.is_none_or(|ending| ending_of(name) == ending);
        self.0.iter().filter(|(name, _)| of(name)).map(|(_, weight)| weight).sum()
    }

    /// What a page loads of them.
    fn on(&self, html: &[u8], ending: Option<&str>) -> usize {
        let html = String::from_utf8_lossy(html);
        let is_here = |name: &str| html.contains(&format!("assets/{name}\""));
        let files = self.0.iter().filter(|(name, _)| ending.is_none_or(|ending| ending_of(name) == ending));
        files.filter(|(name, _)| is_here(name)).map(|(_, weight)| weight).sum()
    }
}

impl Scale<'_> {
    /// The page of an entry, if it is too heavy. Official texts are as long as they are; a page that shows the words of
    /// another language is judged in that one.
    pub fn judge(&self, job: &Job<'_>, (html, weight): (&[u8], &Weight), files: &[FileUse]) -> Option<Diagnostic> {
        let Job::Entry(entry, lang) = job else { return None };
        if entry.kind.has(Role::Document) || !entry.is_own(lang) {
            return None;
        }
        let Budgets { page, page_with_picture, .. } = self.site.config.budgets;
        let pictures = self.pictures(files);
        let [on_phone, on_good_phone, _] = limits::PICTURE_WEIGHTS;
        let limits = match pictures.as_slice() {
            [] => vec![(page, 0)],
            pictures => {
                let first = pictures.iter().map(|size| (*size).min(on_good_phone)).max().unwrap_or(0);
                let all = pictures.iter().map(|size| (*size).min(on_phone)).sum();
                vec![(page_with_picture, first), (limits::PAGE_WITH_PICTURES, all)]
            }
        };
        let besides = self.load.on(html, None);
        let (most, with, limit) = limits.into_iter().find_map(|(limit, with)| {
            let room = limit.saturating_sub(besides + with);
            Some((weight.over(html, room)? + besides + with, with, limit))
        })?;
        Some(self.finding(entry.body(lang)?.0.summary.file.clone(), (most, with, limit), pictures.len()))
    }

    fn finding(&self, file: SitePath, (weight, with, limit): (usize, usize, usize), pictures: usize) -> Diagnostic {
        let finding = Diagnostic::warning("page-too-heavy", Place::file(&file));
        let finding = finding.arg("bytes", weight).arg("limit", limit);
        let finding = if with > 0 { finding.arg("pictures", pictures) } else { finding };
        self.at_release(finding)
    }

    /// What waits until a release is an error then.
    fn at_release(&self, finding: Diagnostic) -> Diagnostic {
        let severity = if self.site.options.release { Severity::Error } else { Severity::Warning };
        Diagnostic { severity, ..finding }
    }

    /// The pictures of a page, each once, by the bytes of what they are made of. What is published of them is made when it is
    /// written, and is never heavier than a phone can bear.
    fn pictures(&self, files: &[FileUse]) -> Vec<usize> {
        let made = files.iter().filter(|file| matches!(file.recipe, Some(Recipe::Picture { .. })));
        let mut sources: Vec<&SitePath> = made.map(|file| &file.source).collect();
        sources.sort();
        sources.dedup();
        let size = |path: &&SitePath| usize::try_from(self.snapshot.files.get(*path)?.size()).ok();
        sources.iter().filter_map(size).collect()
    }

    /// Styles and scripts that are too heavy: they come with every page.
    pub fn of_theme(&self, theme: &Theme) -> Vec<Diagnostic> {
        let Budgets { css, js, .. } = self.site.config.budgets;
        let finding = |(ending, limit): (&str, usize)| {
            let sum = self.load.sum(Some(ending));
            let heaviest =
                self.load.0.iter().filter(|(name, _)| ending_of(name) == ending).max_by_key(|(_, weight)| *weight);
            let (name, _) = heaviest.filter(|_| sum > limit)?;
            let place = match theme.assets.get(name) {
                Some(Asset::Bytes(_, Some(path))) => Place::file(path),
                _ => Place::file(format!("themes/default/assets/{name}")),
            };
            let finding = Diagnostic::warning("assets-too-heavy", place);
            Some(self.at_release(finding.arg("what", ending).arg("bytes", sum).arg("limit", limit)))
        };
        [("css", css), ("js", js)].into_iter().filter_map(finding).collect()
    }
}

/// What a finished site weighs: its heaviest page, and what every page and every search load.
pub fn weights(tree: &Tree, site: &Site) -> Weights {
    let bytes = |path: &str| match tree.files.get(&SitePath::new(path).ok()?) {
        Some(Item::Bytes(bytes)) => Some(bytes),
        _ => None,
    };
    let assets = tree.files.iter().filter_map(|(path, item)| match item {
        Item::Bytes(bytes) if path.as_str() != SEARCH => Some((path.below("assets")?.to_owned(), packed(bytes))),
        _ => None,
    });
    let load = Load(assets.filter(|(name, _)| is_loaded(name)).collect());
    let Budgets { page: alone, page_with_picture, css, js } = site.config.budgets;
    let is_weighed = |entry: &&Entry| entry.entries.is_none() && !entry.is_home() && !entry.kind.has(Role::Document);
    let entries = site.entries.values().filter(|entry| entry.is_published()).filter(is_weighed);
    let pages = entries.flat_map(|entry| site.config.languages.iter().map(|lang| page(lang, &entry.folder)));
    let mut pages: Vec<(usize, String)> = pages.filter_map(|path| Some((bytes(&path)?.len(), path))).collect();
    let at = pages.len().saturating_sub(LONGEST);
    if at > 0 {
        pages.select_nth_unstable(at);
    }
    let weigh = |(_, path): (usize, String)| {
        let html = bytes(&path)?;
        // What a picture will weigh is known only when it is made.
        let has_picture = html.windows(4).any(|part| part == b"<img");
        let limit = if has_picture { page_with_picture } else { alone };
        let on = |ending: &str| load.on(html, Some(ending));
        Some((Weighed { bytes: packed(html) + load.on(html, None), limit }, path, on("css"), on("js")))
    };
    let heaviest = pages.drain(at..).filter_map(weigh).max_by(|a, b| (a.0.bytes, &b.1).cmp(&(b.0.bytes, &a.1)));
    let search = bytes(SEARCH).map(|bytes| Weighed { bytes: packed(bytes), limit: limits::SEARCH_SCRIPT });
    match heaviest {
        Some((weight, path, on_css, on_js)) => Weights {
            page: Some((path, weight)),
            css: Some(Weighed { bytes: on_css, limit: css }),
            js: Some(Weighed { bytes: on_js, limit: js }),
            search,
        },
        None => Weights { search, ..Weights::default() },
    }
}

fn is_loaded(name: &str) -> bool {
    LOADED.contains(&ending_of(name))
}

fn ending_of(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}
