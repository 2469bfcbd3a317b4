//! `unknown-phone` and `superseded-phone`: every telephone number on a page is one of the registry, and of today.
//!
//! A wrong number costs a caller in danger the one call that she can make.
//!
//! Bad: "Liên hệ 0300 000 000", "Gọi 1800 1567". Good: "Gọi <hotline:111>".

use crate::base::{Diagnostic, Place};
use crate::i18n::Words;
use crate::model::PhoneSeen;
use crate::schema::Role;
use crate::site::{Entry, Hotline, Site, Standing, Text};

use super::Check;

/// Numbers that no published record has.
pub const UNKNOWN: Check = Check { codes: &["unknown-phone"], run: unknown };

/// Numbers that were replaced; an official text keeps them, struck.
pub const SUPERSEDED: Check = Check { codes: &["superseded-phone"], run: superseded };

/// Every number of every text, also of what is left out today.
fn numbers<'a>(site: &'a Site) -> impl Iterator<Item = (&'a Entry, &'a Text, &'a PhoneSeen, Option<&'a Hotline>)> {
    let texts = site.entries.values().flat_map(|entry| entry.texts.values().map(move |text| (entry, text)));
    texts.flat_map(move |(entry, text)| {
        let seen = text.summary.phones.iter().chain(&text.phones);
        seen.map(move |phone| (entry, text, phone, site.hotlines.find(&phone.phone)))
    })
}

fn unknown(site: &Site, _: &Words) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (entry, text, seen, hotline) in numbers(site) {
        let finding = Diagnostic::error("unknown-phone", Place::at(&text.summary.file, seen.span.clone()));
        let finding = finding.arg("number", &seen.shown);
        match hotline.map(|hotline| (&hotline.standing, hotline)) {
            // What looks like a range of years is one, unless the registry knows it as a number.
            None if seen.sure => findings.push(finding),
            Some((Standing::Waiting, hotline)) if hotline.folder != entry.folder => {
                findings.push(finding.arg("draft", &hotline.folder));
            }
            _ => {}
        }
    }
    findings
}

fn superseded(site: &Site, _: &Words) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (entry, text, seen, hotline) in numbers(site) {
        let Some(hotline) = hotline.filter(|hotline| matches!(hotline.standing, Standing::Superseded(_))) else {
            continue;
        };
        if entry.kind.has(Role::Document) || hotline.folder == entry.folder {
            continue;
        }
        let finding = Diagnostic::error("superseded-phone", Place::at(&text.summary.file, seen.span.clone()));
        let finding = finding.arg("number", &seen.shown);
        findings.push(match site.hotlines.successor(hotline) {
            Some(now) => {
                let finding = finding.arg("right", &now.name);
                match now.since {
                    Some(since) => finding.arg("since", since),
                    None => finding,
                }
            }
            None => finding,
        });
    }
    findings
}
