//! What a publish would change, against the list that the last one left in the folder of the published site.

use std::collections::BTreeMap;
use std::fmt::Write;

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use crate::base::{Severity, SitePath};
use crate::engine::Built;
use crate::model::Item;

use super::frame::ROOT;
use super::markup::Markup;
use super::{Board, Comparison};

/// Names that are listed of each sort.
const NAMED: usize = 30;

/// What a publish would change in the folder of the published site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publish {
    /// Files that are not there yet.
    pub added: Vec<SitePath>,
    /// Files that are there with other bytes.
    pub changed: Vec<SitePath>,
    /// Files that are there and would be deleted.
    pub gone: Vec<SitePath>,
    /// Files that are there and whose bytes are read or made only when they are written: pictures, sound, downloads.
    pub unknown: usize,
    /// Errors that stop it.
    pub errors: usize,
    /// Nothing was ever published there.
    pub never_built: bool,
}

/// Compares a build without drafts with the manifest of what is published: SHA-256 in hexadecimal digits by path, none if
/// there is no manifest. With errors nothing would be written, so nothing is compared.
pub fn publish(built: &Built, manifest: Option<&BTreeMap<SitePath, String>>) -> Publish {
    let errors = built.diagnostics.iter().filter(|finding| finding.severity == Severity::Error).count();
    let mut publish = Publish { errors, never_built: manifest.is_none(), ..Publish::default() };
    if built.tree.files.is_empty() {
        return publish;
    }
    let nothing = BTreeMap::new();
    let manifest = manifest.unwrap_or(&nothing);
    let compared: Vec<(&SitePath, Option<bool>)> = built
        .tree
        .files
        .par_iter()
        .filter_map(|(path, item)| Some((path, is_same(item, manifest.get(path)?))))
        .collect();
    for (path, is_same) in compared {
        match is_same {
            Some(false) => publish.changed.push(path.clone()),
            Some(true) => {}
            None => publish.unknown += 1,
        }
    }
    publish.added = built.tree.files.keys().filter(|path| !manifest.contains_key(*path)).cloned().collect();
    publish.gone = manifest.keys().filter(|path| !built.tree.files.contains_key(*path)).cloned().collect();
    publish
}

/// Whether an item has this sum; none if its bytes are not held.
fn is_same(item: &Item, sum: &str) -> Option<bool> {
    match item {
        Item::Bytes(bytes) => {
            let mut own = String::with_capacity(64);
            for byte in Sha256::digest(bytes) {
                // Writing to a `String` cannot fail.
                let _ = write!(own, "{byte:02x}");
            }
            Some(own == sum)
        }
        Item::Copy { .. } | Item::Derived { .. } | Item::Drawn(_) => None,
    }
}

impl Board {
    /// What stands between the preview and a publish, in a line, and the command.
    pub(super) fn publishing(&self, m: &mut Markup) {
        m.el("section", &[("id", "xuat-ban"), ("aria-labelledby", "xuat-ban-t")], |m| {
            m.leaf("h2", &[("id", "xuat-ban-t")], &self.word("board-publish"));
            let errors = self.counts().0;
            let first =
                if errors > 0 { self.count("board-publish-stopped", errors) } else { self.word("board-publish-ready") };
            m.leaf("p", &[], &first);
            m.el("p", &[], |m| m.link(&format!("{ROOT}xuat-ban"), &self.word("board-publish-see")));
        });
        m.line();
    }

    /// All that a publish would change.
    pub(super) fn publish_page(&self) -> String {
        let title = self.word("board-publish");
        self.frame(&title, &[self.home()], |m| {
            m.leaf("h1", &[], &title);
            m.leaf("p", &[], &self.word("board-publish-what"));
            let Some(publish) = self.facts.publish.as_ref().map(Comparison::publish) else {
                m.leaf("p", &[("role", "status")], &self.word("board-publish-unknown"));
                return;
            };
            m.leaf("p", &[("role", "status"), ("class", "lead")], &self.publish_words(&publish));
            if publish.errors > 0 {
                m.el("p", &[], |m| m.link(&format!("{ROOT}#van-de"), &self.word("board-problems-see")));
                return;
            }
            self.list(m, "board-publish-added", &publish.added);
            self.list(m, "board-publish-changed", &publish.changed);
            self.list(m, "board-publish-gone", &publish.gone);
            if publish.unknown > 0 {
                m.leaf("p", &[], &self.count("board-publish-media", publish.unknown));
            }
            self.commands(m, &[(self.word("board-do-build"), "loa build".to_owned())]);
        })
    }

    fn publish_words(&self, publish: &Publish) -> String {
        let nothing = publish.added.is_empty() && publish.changed.is_empty() && publish.gone.is_empty();
        match publish {
            Publish { errors, .. } if *errors > 0 => self.count("board-publish-stopped", *errors),
            Publish { never_built: true, .. } => self.count("board-publish-first", publish.added.len()),
            _ if nothing => self.word("board-publish-nothing"),
            _ => {
                let [added, changed, gone] =
                    [&publish.added, &publish.changed, &publish.gone].map(|list| self.words.number(list.len()));
                self.say("board-publish-counts", &[("added", &added), ("changed", &changed), ("gone", &gone)])
            }
        }
    }

    fn list(&self, m: &mut Markup, id: &str, paths: &[SitePath]) {
        if paths.is_empty() {
            return;
        }
        m.leaf("h2", &[], &self.count(id, paths.len()));
        // Pages first: what readers open says more than what they load with it.
        let (pages, others): (Vec<&SitePath>, Vec<&SitePath>) =
            paths.iter().partition(|path| path.extension() == "html");
        m.el("ul", &[("class", "paths")], |m| {
            for path in pages.iter().chain(&others).take(NAMED) {
                m.el("li", &[], |m| self.site_file(m, path));
            }
        });
        if paths.len() > NAMED {
            m.leaf("p", &[], &self.count("board-and-more", paths.len() - NAMED));
        }
    }
}
