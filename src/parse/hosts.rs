//! Hosts that are not what they look like: letters of two alphabets in one name, names that only a machine can read, and
//! words of a link that name another host than the one it leads to.

use crate::base::text::{ascii_host, is_mixed, readable_host};
use crate::base::{Diagnostic, Span, Url};
use crate::model::{Summary, Target};

use super::address;
use super::origin::Origin;

/// Words of a link that are looked at for the name of a host.
const WORDS: usize = 20;

/// What is wrong with the hosts of a body's links.
pub(super) fn check(origin: &Origin<'_>, summary: &Summary) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for link in &summary.links {
        let Target::Outside(url) = &link.target else { continue };
        let Some(host) = url.host() else { continue };
        found.extend(disguised(origin, &link.span, host));
        let named = words(origin.slice(&link.span)).find_map(|word| named(word).filter(|named| !is_kin(named, host)));
        if let Some(named) = named {
            let finding = Diagnostic::error("link-text-host", origin.place(&link.span));
            found.push(finding.arg("named", named).arg("host", host));
        }
    }
    found
}

fn disguised(origin: &Origin<'_>, span: &Span, host: &str) -> Option<Diagnostic> {
    if host.split('.').any(is_mixed) {
        let finding = Diagnostic::error("deceitful-host", origin.place(span)).arg("host", host);
        return Some(finding.arg("real", ascii_host(host)));
    }
    let readable = readable_host(host)?;
    Some(Diagnostic::warning("punycode-host", origin.place(span)).arg("host", host).arg("shown", readable))
}

/// The words between the brackets of a link; an address between angle brackets has none of its own.
fn words(link: &str) -> impl Iterator<Item = &str> {
    let text = link.strip_prefix('[').and_then(|rest| rest.rsplit_once("](").or_else(|| rest.rsplit_once("][")));
    let text = text.map_or("", |(text, _)| text);
    text.split(char::is_whitespace).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).take(WORDS)
}

/// The host that a word names, if it names one.
fn named(word: &str) -> Option<String> {
    if !word.contains('.') || word.contains('@') {
        return None;
    }
    let typed = Url::new(word).or_else(|_| Url::new(&address::with_scheme(word).unwrap_or_default())).ok()?;
    typed.host().map(str::to_lowercase)
}

/// Whether two names belong to one house: the same, or one below the other.
fn is_kin(one: &str, other: &str) -> bool {
    let plain = |host: &str| ascii_host(host.to_lowercase().trim_end_matches('.').trim_start_matches("www."));
    let (one, other) = (plain(one), plain(other));
    let below =
        |lower: &str, upper: &str| lower.strip_suffix(upper).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    below(&one, &other) || below(&other, &one)
}
