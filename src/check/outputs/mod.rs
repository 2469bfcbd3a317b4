//! `output-needs-address`: an output that consists of full addresses, asked for by a site that has none. It would be missing
//! without a word.
//!
//! Bad: `outputs: [pages, fragments]` alone. Good: the same, and `base_url: https://…`.

use crate::base::{Diagnostic, Place, SitePath};
use crate::i18n::Words;
use crate::site::Site;

use super::{Check, nothing_of_entry};

/// The check.
pub const CHECK: Check = Check { codes: &["output-needs-address"], of_entry: nothing_of_entry, of_site };

/// The outputs that nobody asks for by default. Feeds and the sitemap wait for an address without a word.
const NEED: &[&str] = &["fragments", "json_feed"];

fn of_site(site: &Site, _: &Words) -> Vec<Diagnostic> {
    let config = &site.config;
    if config.base_url.is_some() {
        return Vec::new();
    }
    let asked = config.outputs.iter().zip(&config.output_spans).filter(|(name, _)| NEED.contains(&name.as_str()));
    let place = |span: &std::ops::Range<usize>| Place::at(&SitePath::settings(), span.clone());
    asked.map(|(name, span)| Diagnostic::warning("output-needs-address", place(span)).arg("output", name)).collect()
}
