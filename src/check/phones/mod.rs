//! `unknown-phone` and `superseded-phone`: every telephone number on a page is one of the registry, and of today.
//!
//! A wrong number costs a caller in danger the one call that she can make.
//!
//! Bad: "Liên hệ 0300 000 000", "Gọi 1800 1567". Good: "Gọi <hotline:111>".

use std::borrow::Cow;

use crate::base::text::find_phones;
use crate::base::{Diagnostic, Place, SitePath};
use crate::i18n::Words;
use crate::model::PhoneSeen;
use crate::schema::Role;
use crate::site::{Entry, Hotline, Hotlines, Site, Standing};

use super::Check;

/// Numbers that no published record has.
pub const UNKNOWN: Check = Check {
    codes: &["unknown-phone"],
    of_entry: |entry, sight| unknown(sight.hotlines(), in_entry(entry)),
    of_site: |site, words| unknown(&site.hotlines, elsewhere(site, words)),
};

/// Numbers that were replaced; an official text keeps them, struck.
pub const SUPERSEDED: Check = Check {
    codes: &["superseded-phone"],
    of_entry: |entry, sight| superseded(sight.hotlines(), in_entry(entry)),
    of_site: |site, words| superseded(&site.hotlines, elsewhere(site, words)),
};

/// A number, where it stands, and in which entry, if it is in one.
struct Number<'a> {
    entry: Option<&'a Entry>,
    file: Cow<'a, SitePath>,
    seen: Cow<'a, PhoneSeen>,
}

impl Number<'_> {
    fn place(&self) -> Place {
        Place::at(&self.file, self.seen.span.clone())
    }
}

/// Every number of an entry's texts, also of what is left out today.
fn in_entry(entry: &Entry) -> impl Iterator<Item = Number<'_>> {
    entry.texts.values().flat_map(move |text| {
        let seen = text.summary.phones.iter().chain(&text.phones);
        let file = &text.summary.file;
        seen.map(move |seen| Number { entry: Some(entry), file: Cow::Borrowed(file), seen: Cow::Borrowed(seen) })
    })
}

/// Every number of the site's own words and of the settings.
fn elsewhere<'a>(site: &'a Site, words: &'a Words) -> impl Iterator<Item = Number<'a>> {
    let in_words = words.phones().iter().map(|(file, seen)| (Cow::Borrowed(file), Cow::Borrowed(seen)));
    let in_settings = in_settings(site).into_iter().map(|seen| (Cow::Owned(SitePath::settings()), Cow::Owned(seen)));
    in_words.chain(in_settings).map(|(file, seen)| Number { entry: None, file, seen })
}

/// The numbers in titles and names of `loa.yml`.
fn in_settings(site: &Site) -> Vec<PhoneSeen> {
    let seen = site.config.texts.iter().flat_map(|(text, span)| {
        let found = find_phones(text, &site.cues).into_iter();
        found.map(|found| PhoneSeen {
            shown: text.get(found.range).unwrap_or_default().to_owned(),
            phone: found.phone,
            sure: found.sure,
            line: String::new(),
            span: span.clone(),
        })
    });
    seen.collect()
}

fn unknown<'a>(hotlines: &Hotlines, numbers: impl Iterator<Item = Number<'a>>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for number in numbers {
        let finding = || Diagnostic::error("unknown-phone", number.place()).arg("number", &number.seen.shown);
        match hotlines.find(&number.seen.phone) {
            // What looks like a range of years is one, unless the registry knows it as a number.
            None if number.seen.sure => findings.push(finding()),
            Some(hotline) if hotline.standing == Standing::Waiting && !is_own(number.entry, hotline) => {
                findings.push(finding().arg("draft", &hotline.folder));
            }
            _ => {}
        }
    }
    findings
}

fn superseded<'a>(hotlines: &Hotlines, numbers: impl Iterator<Item = Number<'a>>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for number in numbers {
        let hotline = hotlines.find(&number.seen.phone);
        let Some(hotline) = hotline.filter(|hotline| matches!(hotline.standing, Standing::Superseded(_))) else {
            continue;
        };
        if number.entry.is_some_and(|entry| entry.kind.has(Role::Document)) || is_own(number.entry, hotline) {
            continue;
        }
        let finding = Diagnostic::error("superseded-phone", number.place()).arg("number", &number.seen.shown);
        findings.push(match hotlines.successor(hotline) {
            Some(now) => {
                let mended = number.seen.line.replace(&number.seen.shown, &format!("<hotline:{}>", now.name));
                let finding = if mended == number.seen.line { finding } else { finding.paste(mended) };
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

/// Whether a number stands in the record of that very number.
fn is_own(entry: Option<&Entry>, hotline: &Hotline) -> bool {
    entry.is_some_and(|entry| entry.folder == hotline.folder)
}
