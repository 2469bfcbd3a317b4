//! The settings of a site: what `loa.yml` says, with every default filled in.

use std::collections::BTreeMap;

use crate::base::{Date, Lang, Span, Url};

/// The settings of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The site's name by language; `None` is the name for all others.
    pub title: BTreeMap<Option<Lang>, String>,
    /// The languages of the site; the first is the source. Never empty.
    pub languages: Vec<Lang>,
    /// Where each of them stands in the file.
    pub language_spans: Vec<Span>,
    /// Where the site will lie, ending in a slash; without it no absolute address is written.
    pub base_url: Option<Url>,
    /// The theme's folder name.
    pub theme: String,
    /// Where that name stands in the file.
    pub theme_span: Option<Span>,
    /// Every text that readers will see, with its place: titles, names of units and of topics.
    pub texts: Vec<(String, Span)>,
    /// Sections of the menu, in order; empty means all at the top.
    pub nav: Vec<(String, Span)>,
    /// Entries on one page of a list.
    pub per_page: usize,
    /// What must be approved before it is published.
    pub review: ReviewRule,
    /// Where *leave quickly* leads when there is a network; without it, to the neutral page.
    pub leave_quickly_to: Option<Url>,
    /// The units that may stand under an entry: names by language.
    pub units: BTreeMap<String, BTreeMap<Lang, String>>,
    /// The topics that have a key: names by language.
    pub topics: BTreeMap<String, BTreeMap<Lang, String>>,
    /// The outputs asked for.
    pub outputs: Vec<String>,
    /// Where each of them stands in the file, if somebody asked.
    pub output_spans: Vec<Span>,
    /// What pages may weigh on the wire.
    pub budgets: Budgets,
    /// Days after which an outdated translation gives way to the original.
    pub stale_after_days: i64,
    /// Warnings that somebody has looked at and accepted.
    pub accepted: Vec<Accepted>,
}

/// What pages may weigh on the wire, in bytes: never more than the limits of the design.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budgets {
    /// An article without pictures, with all that it loads.
    pub page: usize,
    /// The same, with its first picture.
    pub page_with_picture: usize,
    /// The styles of a page.
    pub css: usize,
    /// The scripts of a page.
    pub js: usize,
}

/// Which entries need an approval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewRule {
    /// Those that say `status: draft` or `review` are held back, no others.
    AsMarked,
    /// All need `status: approved` and `reviewed_by`.
    Required,
}

/// A warning that somebody has looked at and accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The code of the warning.
    pub code: String,
    /// The file or folder for which it is accepted.
    pub place: String,
    /// Why.
    pub reason: String,
    /// When.
    pub date: Date,
}
