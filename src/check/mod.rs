//! Checks over the site: one folder a check, a table of functions. They look for roles, never for a kind's name.

mod consent;
mod font;
mod hotline_unverified;
mod links;
mod phones;
mod references;
mod script;
mod strings_phone;

use crate::base::Diagnostic;
use crate::i18n::Words;
use crate::model::Snapshot;
use crate::site::Site;
use crate::theme::Theme;

/// One check.
#[derive(Debug)]
pub struct Check {
    /// The codes that it may report.
    pub codes: &'static [&'static str],
    /// Looks at the site.
    pub run: fn(&Site, &Words) -> Vec<Diagnostic>,
}

/// All checks, ranked by the harm that they prevent.
pub const CHECKS: &[Check] = &[
    consent::CHECK,
    phones::UNKNOWN,
    phones::SUPERSEDED,
    hotline_unverified::CHECK,
    references::CHECK,
    links::CHECK,
    strings_phone::CHECK,
];

/// What all checks found.
pub fn run(site: &Site, words: &Words) -> Vec<Diagnostic> {
    CHECKS.iter().flat_map(|check| (check.run)(site, words)).collect()
}

/// What was found in the letters of the texts: whether they are of the right script, and whether the theme can draw them.
/// Where they stand is looked up in the files, since the site does not hold the texts themselves.
pub fn letters(site: &Site, theme: &Theme, snapshot: &Snapshot) -> Vec<Diagnostic> {
    let mut findings = script::run(site, snapshot);
    findings.extend(font::run(site, theme, snapshot));
    findings
}
