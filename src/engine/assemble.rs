//! Pages, files and outputs put together into one tree. Two things under one address, or an address that some host
//! or disk refuses, is an error: never does the last one win.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Diagnostic, Place, SitePath, is_hidden, limits};
use crate::model::{Indexed, Item, Tree};
use crate::output::Output;
use crate::site::{FileUse, Site};
use crate::theme::Theme;

use super::pages::Sheet;

/// Files under their addresses, while they come together.
#[derive(Debug, Default)]
pub struct Shelf {
    /// The files.
    pub tree: Tree,
    /// What was wrong with an address.
    pub diagnostics: Vec<Diagnostic>,
    /// The files of the site that some of them come from.
    sources: BTreeMap<SitePath, SitePath>,
}

impl Shelf {
    /// Puts pages there, with the files that they show or offer; gives what the search finds them by.
    pub fn pages(&mut self, site: &Site, sheets: Vec<Sheet>) -> Vec<Arc<Indexed>> {
        let mut uses: Vec<FileUse> = Vec::new();
        let mut indexed = Vec::new();
        for sheet in sheets {
            uses.extend(sheet.linked.iter().flat_map(|linked| &linked.files).cloned());
            indexed.extend(sheet.indexed);
            if let Some(page) = &sheet.made.page {
                self.put(site, page.path.as_str(), Some(&page.path), Item::Bytes(page.html.clone()), None, None);
            }
        }
        uses.sort();
        // Two copies of one picture beside a page are one file.
        uses.dedup_by(|a, b| (&a.output, a.digest) == (&b.output, b.digest));
        for file in uses {
            let (source, digest) = (file.source.clone(), file.digest);
            let item = match file.recipe {
                Some(recipe) => Item::Derived { source, digest, recipe },
                None => Item::Copy { source, digest },
            };
            self.put(site, &file.output, None, item, Some(&file.source), None);
        }
        indexed
    }

    /// Puts outputs there that are made of the whole site; `before` holds what lies there already.
    pub fn outputs(
        &mut self,
        (site, theme): (&Site, &Theme),
        indexed: &[Arc<Indexed>],
        outputs: &[Output],
        before: Option<&Shelf>,
    ) {
        let wanted = |name: &str| site.config.outputs.iter().any(|output| output == name);
        for output in outputs.iter().filter(|output| output.name.is_none_or(wanted)) {
            let (files, found) = (output.make)(site, theme, indexed);
            self.diagnostics.extend(found);
            for file in files {
                self.put(site, &file.path, None, file.item, file.origin.as_ref(), before);
            }
        }
    }

    /// Puts a file there; `known` is its path where that has been read already.
    fn put(
        &mut self,
        site: &Site,
        path: &str,
        known: Option<&SitePath>,
        item: Item,
        source: Option<&SitePath>,
        before: Option<&Shelf>,
    ) {
        let owner = || source.map_or_else(|| entry_behind(site, path), ToString::to_string);
        if path.chars().count() > limits::OUTPUT_PATH {
            let finding = Diagnostic::error("path-too-long", Place::file(owner())).arg("address", path);
            self.diagnostics.push(finding.arg("limit", limits::OUTPUT_PATH));
            return;
        }
        let Some(sound) = sound(path, known) else {
            // A page has the name of its folder, and what is wrong with that was told where the folder was found.
            if source.is_some() || owner() == path {
                self.diagnostics.push(Diagnostic::error("output-name", Place::file(owner())).arg("address", path));
            }
            return;
        };
        let holder = |shelf: &Shelf| {
            let source = shelf.sources.get(&sound).map(ToString::to_string);
            shelf.tree.files.contains_key(&sound).then(|| source.unwrap_or_else(|| entry_behind(site, path)))
        };
        if let Some(other) = before.and_then(holder).or_else(|| holder(self)) {
            let finding = Diagnostic::error("address-collision", Place::file(owner())).arg("address", path);
            self.diagnostics.push(finding.arg("other", other));
            return;
        }
        if let Some(source) = source {
            self.sources.insert(sound.clone(), source.clone());
        }
        self.tree.files.insert(sound, item);
    }
}

/// The file whose page lies at a path, for messages.
fn entry_behind(site: &Site, path: &str) -> String {
    let page = path.strip_suffix("index.html").and_then(|folder| folder.trim_end_matches('/').split_once('/'));
    let Some((_, folder)) = page else { return path.to_owned() };
    site.entries.get(folder).map_or_else(|| path.to_owned(), |entry| entry.file())
}

/// A path that every host and disk takes: `[a-z0-9.-]`, no dot files, no names of devices or of IIS.
fn sound(path: &str, known: Option<&SitePath>) -> Option<SitePath> {
    let part_is_sound = |part: &str| {
        let plain = part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-');
        plain && !part.starts_with('.') && part.len() <= limits::OUTPUT_PART && !is_hidden(part)
    };
    let read = || known.cloned().or_else(|| SitePath::new(path).ok());
    path.split('/').all(part_is_sound).then(read)?
}
