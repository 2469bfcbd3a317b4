//! What a page with errors says of itself: the first in full, the others in a line each, and that what stands below is
//! the last good version.

use std::collections::BTreeMap;

use bytes::Bytes;

use crate::base::{Diagnostic, SitePath};
use crate::engine::Step;
use crate::tell::{Texts, Words, visible};

use super::frame::ROOT;
use super::markup::Markup;
use super::problems::{cure, file_address, place};

/// Pages that tell of their errors in full. One slip in the settings can put an error on every page of a site, and
/// nobody reads ten thousand banners: the others lead to the board.
const IN_FULL: usize = 200;

/// Errors of one page that are named after the first.
const NAMED: usize = 10;

/// Markup for the beginning of `<body>`, in the pages as they are served. It brings its own style, `/_loa/bao.css`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Banners {
    /// For every page of the site.
    pub everywhere: Option<Bytes>,
    /// For single pages, beside that. There may be no page of a path.
    pub pages: BTreeMap<SitePath, Bytes>,
}

/// The banners of a step.
pub fn banners(step: &Step, words: &Words) -> Banners {
    let mut texts = Texts::new(&step.snapshot);
    let mut made: BTreeMap<&[usize], Bytes> = BTreeMap::new();
    let short = || {
        banner(words, |m| {
            m.leaf("p", &[("class", "loa-what")], &words.say("board-banner-here", &[]));
            None
        })
    };
    let mut rest: Option<Bytes> = None;
    let mut pages = BTreeMap::new();
    for (page, places) in &step.broken.pages {
        let known = made.get(places.as_slice()).cloned();
        let bytes = known.unwrap_or_else(|| {
            if made.len() >= IN_FULL {
                return rest.get_or_insert_with(short).clone();
            }
            let bytes = told(step, places, &mut texts, words);
            made.insert(places, bytes.clone());
            bytes
        });
        pages.insert(page.clone(), bytes);
    }
    let everywhere = &step.broken.everywhere;
    Banners { everywhere: (!everywhere.is_empty()).then(|| told(step, everywhere, &mut texts, words)), pages }
}

/// The banner of all pages while the site cannot be read; `fault` says why.
pub fn fault_banner(fault: &str, words: &Words) -> Bytes {
    banner(words, |m| {
        m.leaf("p", &[("class", "loa-what")], &words.say("board-fault", &[]));
        m.leaf("pre", &[], fault);
        None
    })
}

fn told(step: &Step, places: &[usize], texts: &mut Texts<'_>, words: &Words) -> Bytes {
    let findings: Vec<&Diagnostic> = places.iter().filter_map(|place| step.diagnostics.get(*place)).collect();
    banner(words, |m| {
        let (first, others) = findings.split_first()?;
        let told = words.tell(first.code, &first.args);
        m.el("p", &[("class", "loa-what")], |m| {
            m.leaf("b", &[], &format!("{}: ", words.say("cli-error", &[])));
            m.text(&told.what);
        });
        place(m, first, texts, words);
        cure(m, first, words);
        rest(m, others, words);
        let is_kept = findings.iter().any(|f| step.broken.kept.iter().any(|kept| *kept.as_str() == *f.place.path));
        m.leaf("p", &[], &words.say(if is_kept { "board-banner-kept" } else { "board-banner-shown" }, &[]));
        let file = visible(&first.place.path);
        Some((file_address(&first.place.path), words.say("board-banner-file", &[("path", &file)])))
    })
}

fn rest(m: &mut Markup, others: &[&Diagnostic], words: &Words) {
    if others.is_empty() {
        return;
    }
    m.leaf("p", &[], &words.say("board-banner-others", &[("count", &words.number(others.len()))]));
    m.el("ul", &[], |m| {
        for finding in others.iter().take(NAMED) {
            m.el("li", &[], |m| {
                m.text(&words.tell(finding.code, &finding.args).what);
                m.text(" ");
                m.link(&file_address(&finding.place.path), &visible(&finding.place.path));
            });
        }
        if others.len() > NAMED {
            let more = words.number(others.len() - NAMED);
            m.leaf("li", &[], &words.say("board-and-more", &[("count", &more)]));
        }
    });
}

/// A banner; `inner` gives the way to the file that it is about.
fn banner(words: &Words, inner: impl FnOnce(&mut Markup) -> Option<(String, String)>) -> Bytes {
    let mut m = Markup::default();
    // Its language and direction are its own, whatever the page is written in; `translate` keeps paths and lines as they are.
    m.el("div", &[("class", "loa-bao"), ("role", "alert"), ("lang", words.tag()), ("dir", "ltr")], |m| {
        m.void("link", &[("rel", "stylesheet"), ("href", "/_loa/bao.css")]);
        let file = inner(m);
        m.el("p", &[("class", "loa-ways")], |m| {
            if let Some((href, words)) = &file {
                m.link(href, words);
                m.text(" ");
            }
            m.link(ROOT, &words.say("board-banner-board", &[]));
        });
    });
    m.finish().into_bytes().into()
}
