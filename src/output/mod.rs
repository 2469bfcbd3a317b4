//! What is written besides and between the pages: one file an output, a table of functions over the site.

mod assets;
mod calendar;
mod cards;
mod feeds;
mod json_feed;
mod pages;
mod robots;
mod search;
mod sitemap;
mod weight;

use std::sync::Arc;

use crate::base::{Diagnostic, SitePath};
use crate::model::{Indexed, Item};
use crate::site::Site;
use crate::theme::Theme;

pub use pages::jobs;
pub use weight::{Load, Scale, weights};

/// A file of the output.
#[derive(Debug)]
pub struct File {
    /// Its path.
    pub path: String,
    /// Its content.
    pub item: Item,
    /// The file of the site that it comes from, for messages.
    pub origin: Option<SitePath>,
}

/// Files of the output, and what was noticed.
pub type Files = (Vec<File>, Vec<Diagnostic>);

impl File {
    /// A file that is made of the whole site.
    fn made(path: impl Into<String>, item: Item) -> File {
        File { path: path.into(), item, origin: None }
    }
}

/// An output that is made of the whole site.
#[derive(Debug)]
pub struct Output {
    /// Its name in `outputs:` of `loa.yml`; those without one are always made.
    pub name: Option<&'static str>,
    /// Makes it; the last argument is what the search finds each text by, in a fixed order.
    pub make: fn(&Site, &Theme, &[Arc<Indexed>]) -> Files,
}

/// Those that cost little and have an address that somebody may have taken.
pub const EARLY: &[Output] = &[assets::THEME, assets::STATIC, calendar::OUTPUT, robots::OUTPUT];

/// Those that a preview makes only when somebody asks for them.
pub const LATE: &[Output] = &[search::OUTPUT, feeds::OUTPUT, json_feed::OUTPUT, sitemap::OUTPUT, cards::OUTPUT];
