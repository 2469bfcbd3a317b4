//! A file for calendars beside the page of each event (RFC 5545).

use std::sync::Arc;

use crate::model::{Indexed, Item};
use crate::site::{CALENDAR_FILE, Site, calendar, page_folder, published};
use crate::theme::Theme;

use super::{File, Files, Output};

/// The output. The page says how large the file is, so it is always there.
pub const OUTPUT: Output = Output { name: None, make };

fn make(site: &Site, _: &Theme, _: &[Arc<Indexed>]) -> Files {
    let editions = published(site).flat_map(|entry| site.config.languages.iter().map(move |lang| (entry, lang)));
    let files = editions.filter_map(|(entry, lang)| {
        let text = calendar(site, entry, lang)?;
        Some(File::made(page_folder(lang, &entry.folder) + CALENDAR_FILE, Item::text(text)))
    });
    (files.collect(), Vec::new())
}
