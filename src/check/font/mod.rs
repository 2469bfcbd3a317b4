//! `unknown-font` and `font-lacks-character`: a language names a font because devices draw its letters in pieces, so
//! every letter, digit and mark of its script must be in that one font. A mark from another font stands beside its letter
//! and not over it. Signs, and letters of other scripts, are drawn by the next font and asked of none.
//!
//! Bad: a letter of another orthography in `rad.md`. Good: one of the letters that the font has, or another font.

use std::collections::BTreeSet;

use crate::base::text::{Decoded, LetterCount, decode, nearest};
use crate::base::{Diagnostic, Place, SitePath};
use crate::i18n;
use crate::model::{Fact, Language, Snapshot};
use crate::site::{Entry, Site, Text};
use crate::theme::{Font, Theme};

/// Characters of one file that are told: a text in another orthography lacks all that it has.
const TOLD: usize = 5;

/// Looks at the texts, interface words and names of every language that names a font.
pub fn run(site: &Site, theme: &Theme, snapshot: &Snapshot) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for language in &site.languages {
        let Some((name, place)) = &language.font else { continue };
        match theme.fonts.get(name) {
            Some(font) => findings.extend(lacking(site, language, name, font, snapshot)),
            None => findings.push(unknown(name, place, theme)),
        }
    }
    findings
}

fn unknown(name: &str, place: &Place, theme: &Theme) -> Diagnostic {
    let finding = Diagnostic::error("unknown-font", place.clone()).arg("name", name);
    let known: Vec<&str> = theme.fonts.keys().map(String::as_str).collect();
    match nearest(name, known.iter().copied()) {
        Some(right) => finding.arg("right", right),
        None => finding.arg("known", known.join(", ")),
    }
}

fn lacking(site: &Site, language: &Language, name: &str, font: &Font, snapshot: &Snapshot) -> Vec<Diagnostic> {
    let Some(script) = language.script.as_deref() else { return Vec::new() };
    let lacks = |words: &mut dyn Iterator<Item = &str>| -> BTreeSet<char> {
        let mut count = LetterCount::default();
        words.for_each(|words| count.add(words));
        count.finish().characters(script).filter(|c| !font.draws(*c)).collect()
    };
    // Each file with what its font lacks, and the words before which nothing is looked for.
    let mut found: Vec<(SitePath, BTreeSet<char>, &str)> = Vec::new();
    for entry in site.entries.values() {
        let Some(text) = entry.texts.get(&language.tag) else { continue };
        let mut characters = lacks(&mut words(entry, text).into_iter());
        characters.extend(text.summary.letters.characters(script).filter(|c| !font.draws(*c)));
        found.push((text.summary.file.clone(), characters, ""));
    }
    if let Some((path, bytes)) = i18n::own_file(snapshot, &language.tag)
        && let Decoded::Text(text) = decode(bytes)
    {
        found.push((path, lacks(&mut i18n::pieces(&text).into_iter()), ""));
    }
    let record = language.font.as_ref().and_then(|(_, place)| SitePath::new(&place.path).ok());
    let autonym = language.autonym.as_str();
    found.extend(record.map(|path| (path, lacks(&mut std::iter::once(autonym)), autonym)));
    let finding = |(path, characters, words): (SitePath, BTreeSet<char>, &str)| {
        let source = snapshot.text(&path).map(decode).filter(|_| !characters.is_empty());
        let source = match source {
            Some(Decoded::Text(source)) => source,
            _ => String::new(),
        };
        told(&path, &source, source.find(words).unwrap_or(0), characters, name)
    };
    found.into_iter().flat_map(finding).collect()
}

/// The words of a text's front matter that readers see.
fn words<'a>(entry: &Entry, text: &'a Text) -> Vec<&'a str> {
    let mut words = Vec::new();
    for field in entry.kind.original_fields().iter().filter(|field| field.translatable && !field.private) {
        if let Some(located) = text.facts.0.get(field.key) {
            words_in(&located.fact, &mut words);
        }
    }
    words
}

fn words_in<'a>(fact: &'a Fact, words: &mut Vec<&'a str>) {
    match fact {
        Fact::Text(text) => words.push(text),
        Fact::List(items) => items.iter().for_each(|item| words_in(&item.fact, words)),
        Fact::Group(facts) => facts.0.values().for_each(|item| words_in(&item.fact, words)),
        Fact::Date(_) | Fact::Bool(_) | Fact::Count(_) | Fact::Lang(_) | Fact::Url(_) | Fact::Map(_) => {}
    }
}

/// The first few characters of a file that the font has not, each where it first stands after `start`.
fn told(path: &SitePath, source: &str, start: usize, characters: BTreeSet<char>, font: &str) -> Vec<Diagnostic> {
    let finding = |c: char| {
        let at = source.get(start..).and_then(|rest| rest.find(c)).map(|at| start + at);
        let place = at.map_or_else(|| Place::file(path), |at| Place::at(path, at..at + c.len_utf8()));
        let finding = Diagnostic::error("font-lacks-character", place).arg("character", c);
        finding.arg("code", format!("U+{:04X}", u32::from(c))).arg("font", font)
    };
    characters.into_iter().take(TOLD).map(finding).collect()
}
