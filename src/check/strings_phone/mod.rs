//! `strings-phone`: no telephone number stands among the interface words, not even a right one. Numbers come from the
//! registry, so that one change mends all languages. A wrong one is told by `unknown-phone` and `superseded-phone`.
//!
//! Bad: `need-help = Gọi 111`. Good: `need-help = Bạn cần giúp?`, and the number from the registry beside it.

use crate::base::{Diagnostic, Place};
use crate::i18n::Words;
use crate::site::{Site, Standing};

use super::{Check, nothing_of_entry};

/// The check.
pub const CHECK: Check = Check { codes: &["strings-phone"], of_entry: nothing_of_entry, of_site };

fn of_site(site: &Site, words: &Words) -> Vec<Diagnostic> {
    let current = words.phones().iter().filter(|(_, seen)| {
        site.hotlines.find(&seen.phone).is_some_and(|hotline| hotline.standing == Standing::Current)
    });
    let finding = |(path, seen): &(crate::base::SitePath, crate::model::PhoneSeen)| {
        Diagnostic::error("strings-phone", Place::at(path, seen.span.clone())).arg("number", &seen.shown)
    };
    current.map(finding).collect()
}
