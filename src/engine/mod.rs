//! `build`: the order of the stages. Everything that a command shows is a part of what comes out here.

mod assemble;
mod draft;
mod entries;
mod live;
mod memo;
mod outfit;
mod pages;
mod parse;

use std::collections::BTreeSet;

use crate::base::text::Cues;
use crate::base::{Diagnostic, Place, Severity, SitePath, limits};
use crate::i18n;
use crate::model::{Config, Refusal, Refused, Snapshot, Tree};
use crate::output;
use crate::site::{self, Frame, Order, Site};

use assemble::Shelf;
pub use draft::Draft;
pub use live::{Broken, Live, Seen, Step};
pub use memo::{Memo, Work};
use outfit::Outfit;
use pages::Stock;

/// What makes settings unreadable.
const UNREADABLE: &[&str] = &[
    "no-config",
    "yaml-syntax",
    "yaml-too-large",
    "tab-in-front-matter",
    "full-width-colon",
    "no-space-after-colon",
    "unquoted-colon",
    "unquoted-sign",
    "unclosed-quote",
    "utf-16-file",
    "binary-file",
    "not-utf-8",
];

/// What a build gives.
#[derive(Debug)]
pub struct Built {
    /// The finished site; empty if there are errors.
    pub tree: Tree,
    /// What the pages were made of; nothing if the settings cannot be read.
    pub site: Option<Site>,
    /// Everything that was noticed, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// What was done.
    pub work: Work,
}

/// Builds the whole site. Pure: the same snapshot gives the same result on any machine, with or without a memo.
pub fn build(snapshot: &Snapshot, memo: &mut Memo) -> Built {
    draft(snapshot, memo).finish()
}

/// Builds the pages of a site, and leaves for later what is made of the whole of it.
pub fn draft(snapshot: &Snapshot, memo: &mut Memo) -> Draft {
    let draft = drafted(snapshot, memo);
    memo.turn();
    draft
}

fn drafted(snapshot: &Snapshot, memo: &mut Memo) -> Draft {
    let mut work = Work::default();
    let mut diagnostics: Vec<Diagnostic> = snapshot.refused.iter().map(refused).collect();
    let (config, found) = settings(snapshot);
    let is_readable = !found.iter().any(|finding| UNREADABLE.contains(&finding.code));
    diagnostics.extend(found);
    if !is_readable {
        // Without its settings every file of the site would seem wrong: there is one thing to mend first.
        return Draft::nothing(diagnostics);
    }
    let (languages, found) = i18n::languages(snapshot, &config);
    diagnostics.extend(found);
    let cues = Cues::new(languages.iter().flat_map(|language| &language.phone_cues).map(String::as_str));
    let frame = Frame { snapshot, config: &config, languages: &languages, cues: &cues };
    let (outfit, found) = outfit::outfit(&frame, memo);
    diagnostics.extend(found);
    let Outfit { words, theme, templates, load, origin } = outfit;

    let (folders, found) = site::folders(snapshot, &config);
    diagnostics.extend(found);
    let (gathered, found) = parse::all(&frame, &folders, memo, &mut work);
    diagnostics.extend(found);
    let (entries, found) = entries::all(&frame, &gathered, memo);
    diagnostics.extend(found);
    drop(gathered);

    let mut broken = BTreeSet::new();
    let (site, seen) = loop {
        let (site, mut found) = site::index(&frame, entries.clone(), &broken, |entries, languages| {
            memo.orders.ask(Order::key(entries, languages), || Order::of(entries, languages)).0
        });
        let (more, seen) = entries::checked(&site, &words, &theme, snapshot, memo);
        found.extend(more);
        found.extend(output::jobs(&site).1);
        let more = broken_by(&site, diagnostics.iter().chain(&found));
        // Leaving out a broken entry may break a link to it, but that is a warning: the circle is short.
        if !snapshot.options.keep_going || more.is_subset(&broken) {
            diagnostics.extend(found);
            break (site, seen);
        }
        broken.extend(more);
    };
    // Pages are made even when nothing will be published: all that is wrong is told in one run.
    let mut shelf = Shelf::default();
    let mut indexed = Vec::new();
    if !diagnostics.iter().any(|finding| finding.code.starts_with("theme-")) {
        let (site, words, theme, templates, load) = (&site, &words, &theme, &templates, &load);
        let stock = Stock { site, snapshot, words, theme, templates, load, origin, seen: &seen };
        let (sheets, found) = pages::all(&stock, memo, &mut work);
        diagnostics.extend(found);
        indexed = shelf.pages(site, sheets);
        shelf.outputs((site, theme), &[], output::EARLY, None);
    }
    let failures = i18n::failed(words.failures()).into_iter().filter(|failure| !is_told(failure, &diagnostics));
    let failures: Vec<Diagnostic> = failures.collect();
    diagnostics.extend(failures);
    Draft::new((site, theme), shelf, indexed, diagnostics, broken, work)
}

fn settings(snapshot: &Snapshot) -> (Config, Vec<Diagnostic>) {
    let (mut config, diagnostics) = crate::parse::config(snapshot.text(&SitePath::settings()));
    if let Some(base) = &snapshot.options.base_url {
        config.base_url = crate::parse::base_of(base);
    }
    (config, diagnostics)
}

/// Whether words that could not be said have a fault that was told where it stands.
fn is_told(failure: &Diagnostic, diagnostics: &[Diagnostic]) -> bool {
    let of = |finding: &Diagnostic, name: &str| finding.args.get(name).cloned().unwrap_or_default();
    let (id, detail) = (of(failure, "id"), of(failure, "detail"));
    let mut faults = diagnostics.iter().filter(|finding| finding.code.starts_with("strings-"));
    faults.any(|finding| {
        let is_there = finding.place.path.eq_ignore_ascii_case(&failure.place.path);
        // Words fail with those that they are made of.
        let is_cause = is_there && finding.args.get("name").is_some_and(|name| detail.ends_with(name.as_str()));
        // A template may know only the ends of an id.
        let is_named = match of(finding, "id").split_once('…') {
            Some((head, tail)) => id.starts_with(head) && id.ends_with(tail),
            None => of(finding, "id") == id,
        };
        finding.severity == Severity::Error && (is_named || is_cause)
    })
}

/// The entries that have an error in one of their texts.
fn broken_by<'a>(site: &Site, diagnostics: impl Iterator<Item = &'a Diagnostic>) -> BTreeSet<String> {
    let errors = diagnostics.filter(|finding| finding.severity == Severity::Error);
    errors.filter_map(|finding| entry_of(site, finding)).collect()
}

fn entry_of(site: &Site, finding: &Diagnostic) -> Option<String> {
    let rest = finding.place.path.strip_prefix("content/")?;
    let folder = rest.rsplit_once('/').map_or("", |(folder, _)| folder);
    // Without a home page there is no site: its errors cannot be left out.
    site.entries.contains_key(folder).then(|| folder.to_owned()).filter(|folder| !folder.is_empty())
}

/// Whether an error stands in something that the build goes on without.
fn is_left_out(site: &Site, finding: &Diagnostic, broken: &BTreeSet<String>) -> bool {
    if !site.options.keep_going {
        return false;
    }
    let in_entry = entry_of(site, finding).is_some_and(|folder| broken.contains(&folder));
    // What was refused or has no entry is not in the site anyway.
    let in_nothing = finding.code.starts_with("refused-")
        || finding.place.path.strip_prefix("content/").is_some_and(|rest| rest.contains('/'))
            && entry_of(site, finding).is_none();
    in_entry || in_nothing
}

fn refused(refused: &Refused) -> Diagnostic {
    let place = Place::file(&refused.path);
    match &refused.why {
        Refusal::TooLarge(size) => Diagnostic::error("refused-large", place)
            .arg("size", size.div_ceil(1_048_576))
            .arg("limit", limits::TEXT_FILE_BYTES / 1_048_576),
        Refusal::Symlink => Diagnostic::error("refused-symlink", place),
        Refusal::NotAFile => Diagnostic::error("refused-device", place),
        Refusal::BadName => Diagnostic::error("refused-name", place),
        Refusal::Twin(other) => Diagnostic::error("refused-twin", place).arg("other", other),
        Refusal::TooDeep => Diagnostic::error("refused-deep", place).arg("limit", limits::FOLDER_DEPTH),
    }
}

/// Drops the warnings that somebody has looked at and accepted; an acceptance that fits nothing is told.
fn accepted(config: &Config, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut used = BTreeSet::new();
    let mut kept: Vec<Diagnostic> = Vec::new();
    for finding in diagnostics {
        let fits = config.accepted.iter().position(|accepted| {
            let place = accepted.place.trim_matches('/');
            let path = &*finding.place.path;
            let inside = path == place || path.strip_prefix(place).is_some_and(|rest| rest.starts_with('/'));
            finding.severity == Severity::Warning && accepted.code == finding.code && inside
        });
        match fits {
            Some(n) => drop(used.insert(n)),
            None => kept.push(finding),
        }
    }
    for (n, accepted) in config.accepted.iter().enumerate() {
        if !used.contains(&n) {
            let finding = Diagnostic::warning("accepted-unknown", Place::file("loa.yml"));
            kept.push(finding.arg("code", &accepted.code).arg("place", &accepted.place));
        }
    }
    kept
}
