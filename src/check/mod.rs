//! Checks over the site: one folder a check, a table of functions. They look for roles, never for a kind's name.

mod consent;
mod hotline_unverified;
mod links;
mod phones;
mod references;

use crate::base::Diagnostic;
use crate::i18n::Words;
use crate::site::Site;

/// One check.
#[derive(Debug)]
pub struct Check {
    /// The codes that it may report.
    pub codes: &'static [&'static str],
    /// Looks at the site.
    pub run: fn(&Site, &Words) -> Vec<Diagnostic>,
}

/// All checks, ranked by the harm that they prevent.
pub const CHECKS: &[Check] =
    &[consent::CHECK, phones::UNKNOWN, phones::SUPERSEDED, hotline_unverified::CHECK, references::CHECK, links::CHECK];

/// What all checks found.
pub fn run(site: &Site, words: &Words) -> Vec<Diagnostic> {
    CHECKS.iter().flat_map(|check| (check.run)(site, words)).collect()
}
