//! The pages of a site, with all that was noticed, and what is needed to make the rest of it. A preview serves a draft
//! at once and makes search, feeds and sitemap when somebody asks for them; a build makes them in the same breath.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use crate::base::{Diagnostic, Severity, SitePath};
use crate::model::{Indexed, Item, Tree};
use crate::output;
use crate::site::Site;
use crate::theme::Theme;

use super::assemble::Shelf;
use super::{Built, Work, accepted, is_left_out};

/// A site whose pages are made.
#[derive(Debug)]
pub struct Draft {
    /// What was done.
    pub work: Work,
    site: Option<(Site, Arc<Theme>)>,
    pages: Shelf,
    indexed: Vec<Arc<Indexed>>,
    found: Vec<Diagnostic>,
    /// The folders of entries that are left out for their errors.
    broken: BTreeSet<String>,
    rest: OnceLock<Shelf>,
}

impl Draft {
    /// What comes of settings that cannot be read.
    pub(super) fn nothing(found: Vec<Diagnostic>) -> Draft {
        Draft {
            work: Work::default(),
            site: None,
            pages: Shelf::default(),
            indexed: Vec::new(),
            found,
            broken: BTreeSet::new(),
            rest: OnceLock::new(),
        }
    }

    pub(super) fn new(
        site: (Site, Arc<Theme>),
        mut pages: Shelf,
        indexed: Vec<Arc<Indexed>>,
        mut found: Vec<Diagnostic>,
        broken: BTreeSet<String>,
        work: Work,
    ) -> Draft {
        found.append(&mut pages.diagnostics);
        let work = Work { pages: pages.tree.files.keys().filter(|path| path.extension() == "html").count(), ..work };
        Draft { work, site: Some(site), pages, indexed, found, broken, rest: OnceLock::new() }
    }

    /// What the pages were made of; nothing if the settings cannot be read.
    pub fn site(&self) -> Option<&Site> {
        self.site.as_ref().map(|(site, _)| site)
    }

    /// The pages, with the files beside them. They are there whatever is wrong with them.
    pub fn pages(&self) -> &Tree {
        &self.pages.tree
    }

    /// What is made of the whole site: made when it is first asked for.
    pub fn rest(&self) -> &Tree {
        &self.late().tree
    }

    /// A file of the site.
    pub fn item(&self, path: &SitePath) -> Option<&Item> {
        self.pages.tree.files.get(path).or_else(|| self.rest().files.get(path))
    }

    /// Everything that was noticed so far, sorted.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        self.told(self.found.clone())
    }

    /// The whole site; without a file if something is wrong.
    pub fn finish(mut self) -> Built {
        self.late();
        let rest = self.rest.take().unwrap_or_default();
        let mut found = std::mem::take(&mut self.found);
        found.extend(rest.diagnostics);
        let diagnostics = self.told(found);
        let stops = |finding: &Diagnostic| {
            let is_out = |site: &Site| is_left_out(site, finding, &self.broken);
            finding.severity == Severity::Error && !self.site().is_some_and(is_out)
        };
        let is_stopped = diagnostics.iter().any(stops);
        let mut tree = std::mem::take(&mut self.pages.tree);
        tree.files.extend(rest.tree.files);
        if is_stopped {
            tree = Tree::default();
            self.work.pages = 0;
        }
        Built { tree, site: self.site.map(|(site, _)| site), diagnostics, work: self.work }
    }

    fn late(&self) -> &Shelf {
        self.rest.get_or_init(|| {
            let mut shelf = Shelf::default();
            if let Some((site, theme)) = self.site.as_ref().filter(|_| !self.pages.tree.files.is_empty()) {
                shelf.outputs((site, theme), &self.indexed, output::LATE, Some(&self.pages));
            }
            shelf
        })
    }

    fn told(&self, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let mut told = match self.site() {
            Some(site) => accepted(&site.config, found),
            None => found,
        };
        Diagnostic::sort(&mut told);
        told
    }
}
