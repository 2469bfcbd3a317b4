//! Which pages there are.

use std::collections::BTreeMap;

use crate::base::{Diagnostic, Lang, Place, SitePath, text};
use crate::render::Job;
use crate::site::{Entry, Site, is_reserved, leaves_quickly};

/// Every page of the site, in a fixed order, and what is wrong with old addresses.
pub fn jobs(site: &Site) -> (Vec<Job<'_>>, Vec<Diagnostic>) {
    let mut jobs = vec![Job::Root, Job::NotFound, Job::Neutral];
    let mut diagnostics = Vec::new();
    let pages = |total: usize| 1..=total.div_ceil(site.config.per_page).max(1);
    let published = || site.entries.values().filter(|entry| entry.is_published() && !entry.is_home());
    let mut members: BTreeMap<&str, usize> = BTreeMap::new();
    for above in published().filter_map(Entry::parent) {
        *members.entry(above).or_default() += 1;
    }
    let asked = site.config.outputs.iter().any(|name| name == "fragments");
    let has_fragments = asked && site.config.base_url.is_some();
    for lang in &site.config.languages {
        jobs.push(Job::Home(lang));
        jobs.push(Job::Letters(lang));
        if !site.topics.0.is_empty() {
            jobs.push(Job::Topics(lang));
        }
        for topic in site.topics.0.values() {
            jobs.extend(pages(topic.folders.len()).map(|number| Job::Topic(topic, lang, number)));
        }
        for entry in published() {
            if entry.entries.is_some() {
                let total = members.get(entry.folder.as_str()).copied().unwrap_or(0);
                jobs.extend(pages(total).map(|number| Job::Section(entry, lang, number)));
            } else {
                jobs.push(Job::Entry(entry, lang));
                if has_fragments && is_pasted(site, entry, lang) {
                    jobs.push(Job::Fragment(entry, lang));
                }
            }
        }
    }
    for (alias, entry) in aliases(site, &mut diagnostics) {
        jobs.extend(site.config.languages.iter().map(|lang| Job::Redirect(alias.clone(), entry, lang)));
    }
    (jobs, diagnostics)
}

/// Whether an entry may be pasted elsewhere: what is really in that language, and nothing that a reader may want to leave
/// quickly, since the way out stays behind.
fn is_pasted(site: &Site, entry: &Entry, lang: &Lang) -> bool {
    entry.is_own(lang) && !entry.is_draft() && !leaves_quickly(site, entry)
}

/// Old addresses and the entries that they lead to. One that is taken would hide a page.
fn aliases<'a>(site: &'a Site, diagnostics: &mut Vec<Diagnostic>) -> Vec<(String, &'a Entry)> {
    let mut aliases: Vec<(String, &Entry)> = Vec::new();
    for entry in site.entries.values().filter(|entry| !entry.is_home()) {
        let Some(original) = entry.original_text() else { continue };
        for (written, span) in entry.facts().texts("aliases") {
            let place = Place::at(&original.summary.file, span);
            let written = written.trim_matches('/');
            let alias = match entry.parent() {
                Some(parent) if !written.contains('/') && !parent.is_empty() => format!("{parent}/{written}"),
                _ => written.to_owned(),
            };
            let sound =
                SitePath::new(&alias).is_ok() && alias.split('/').all(|part| text::slug(part) && !is_reserved(part));
            if !sound {
                diagnostics.push(Diagnostic::error("alias-bad", place).arg("alias", written));
                continue;
            }
            let taken = site.entries.get(&alias).map(|other| other.folder.clone());
            let taken = taken
                .or_else(|| aliases.iter().find(|(other, _)| *other == alias).map(|(_, entry)| entry.folder.clone()));
            match taken {
                Some(other) => {
                    diagnostics
                        .push(Diagnostic::error("alias-collision", place).arg("alias", alias).arg("other", other));
                }
                None if entry.is_published() => aliases.push((alias, entry)),
                None => {}
            }
        }
    }
    aliases
}
