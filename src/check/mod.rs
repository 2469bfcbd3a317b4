//! Checks over the site: one folder a check, a table of functions. They look for roles, never for a kind's name.

mod consent;
mod font;
mod hotline_unverified;
mod links;
mod media;
mod outputs;
mod phones;
mod references;
mod script;
mod strings_phone;

use std::collections::BTreeMap;

use crate::base::{Diagnostic, Digest, Lang};
use crate::i18n::Words;
use crate::model::{Language, Snapshot};
use crate::site::{Entry, Sight, Site};
use crate::theme::{Font, Theme};

/// One check.
#[derive(Debug)]
pub struct Check {
    /// The codes that it may report.
    pub codes: &'static [&'static str],
    /// Looks at an entry, and at others only from outside.
    pub of_entry: fn(&Entry, &Sight<'_>) -> Vec<Diagnostic>,
    /// Looks at what belongs to no entry: settings, words, the registry.
    pub of_site: fn(&Site, &Words) -> Vec<Diagnostic>,
}

/// All checks, ranked by the harm that they prevent.
pub const CHECKS: &[Check] = &[
    consent::CHECK,
    phones::UNKNOWN,
    phones::SUPERSEDED,
    hotline_unverified::CHECK,
    references::CHECK,
    links::CHECK,
    media::CHECK,
    strings_phone::CHECK,
    outputs::CHECK,
];

fn nothing_of_entry(_: &Entry, _: &Sight<'_>) -> Vec<Diagnostic> {
    Vec::new()
}

fn nothing_of_site(_: &Site, _: &Words) -> Vec<Diagnostic> {
    Vec::new()
}

/// What all checks found in an entry. The same entry with the same sight gives the same.
pub fn of_entry(entry: &Entry, sight: &Sight<'_>) -> Vec<Diagnostic> {
    CHECKS.iter().flat_map(|check| (check.of_entry)(entry, sight)).collect()
}

/// What all checks found outside of the entries.
pub fn of_site(site: &Site, words: &Words) -> Vec<Diagnostic> {
    CHECKS.iter().flat_map(|check| (check.of_site)(site, words)).collect()
}

/// What the letters of a site are judged by.
#[derive(Debug)]
pub struct Scripts<'a> {
    languages: &'a [Language],
    /// The fonts that these languages name, as far as the theme has them.
    fonts: BTreeMap<&'a Lang, &'a Font>,
    /// The digest of all of it.
    pub digest: Digest,
}

impl<'a> Scripts<'a> {
    /// What the letters of this site are judged by.
    pub fn of(site: &'a Site, theme: &'a Theme) -> Scripts<'a> {
        let font = |language: &'a Language| Some((&language.tag, theme.fonts.get(&language.font.as_ref()?.0)?));
        let fonts = site.languages.iter().filter_map(font).collect();
        let mut scripts = Scripts { languages: &site.languages, fonts, digest: Digest::of(&[]) };
        scripts.digest = Digest::of(format!("{scripts:?}").as_bytes());
        scripts
    }
}

/// What was found in the letters of an entry's texts: whether they are of the right script, and whether the theme can draw
/// them. Where they stand is looked up in the files of the entry, since it does not hold the texts themselves.
pub fn letters_of_entry(entry: &Entry, scripts: &Scripts<'_>, snapshot: &Snapshot) -> Vec<Diagnostic> {
    let mut findings = script::of_entry(entry, scripts, snapshot);
    findings.extend(font::of_entry(entry, scripts, snapshot));
    findings
}

/// What was found in the letters of interface words and names.
pub fn letters_of_site(site: &Site, theme: &Theme, snapshot: &Snapshot) -> Vec<Diagnostic> {
    font::of_site(site, theme, snapshot)
}
