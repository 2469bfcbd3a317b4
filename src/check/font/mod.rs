//! `unknown-font` and `font-lacks-character`: a language names a font because devices draw its letters in pieces, so
//! every letter, digit and mark of its script must be in that one font. A mark from another font stands beside its letter
//! and not over it. Signs, and letters of other scripts, are drawn by the next font and asked of none.
//!
//! Bad: a letter of another orthography in `rad.md`. Good: one of the letters that the font has, or another font.

use std::collections::BTreeSet;

use crate::base::text::{Decoded, LetterCount, decode, nearest};
use crate::base::{Diagnostic, Place, SitePath};
use crate::i18n;
use crate::model::{Fact, Snapshot};
use crate::site::{Entry, Site, Text};
use crate::theme::{Font, Theme};

use super::Scripts;

/// Characters of one file that are told: a text in another orthography lacks all that it has.
const TOLD: usize = 5;

/// Looks at the texts of an entry in languages that name a font.
pub fn of_entry(entry: &Entry, scripts: &Scripts<'_>, snapshot: &Snapshot) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for language in scripts.languages {
        let (Some(text), Some(font)) = (entry.texts.get(&language.tag), scripts.fonts.get(&language.tag)) else {
            continue;
        };
        let (Some((name, _)), Some(script)) = (&language.font, language.script.as_deref()) else { continue };
        let mut characters = lacking(font, script, words(entry, text));
        characters.extend(text.summary.letters.characters(script).filter(|c| !font.draws(*c)));
        findings.extend(told(&text.summary.file, "", characters, name, snapshot));
    }
    findings
}

/// Looks at the interface words and names of every language that names a font.
pub fn of_site(site: &Site, theme: &Theme, snapshot: &Snapshot) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for language in &site.languages {
        let Some((name, place)) = &language.font else { continue };
        let Some(font) = theme.fonts.get(name) else {
            findings.push(unknown(name, place, theme));
            continue;
        };
        let Some(script) = language.script.as_deref() else { continue };
        if let Some((path, bytes)) = i18n::own_file(snapshot, &language.tag)
            && let Decoded::Text(text) = decode(bytes)
        {
            let characters = lacking(font, script, i18n::pieces(&text));
            findings.extend(told(&path, "", characters, name, snapshot));
        }
        if let Ok(path) = SitePath::new(&place.path) {
            let autonym = language.autonym.as_str();
            findings.extend(told(&path, autonym, lacking(font, script, vec![autonym]), name, snapshot));
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

/// The characters of a script in these words that a font has not.
fn lacking(font: &Font, script: &str, words: Vec<&str>) -> BTreeSet<char> {
    let mut count = LetterCount::default();
    words.into_iter().for_each(|words| count.add(words));
    count.finish().characters(script).filter(|c| !font.draws(*c)).collect()
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

/// The first few characters of a file that the font has not, each where it first stands after `words`.
fn told(path: &SitePath, words: &str, characters: BTreeSet<char>, font: &str, snapshot: &Snapshot) -> Vec<Diagnostic> {
    let source = match snapshot.text(path).map(decode).filter(|_| !characters.is_empty()) {
        Some(Decoded::Text(source)) => source,
        _ => String::new(),
    };
    let start = source.find(words).unwrap_or(0);
    let finding = |c: char| {
        let at = source.get(start..).and_then(|rest| rest.find(c)).map(|at| start + at);
        let place = at.map_or_else(|| Place::file(path), |at| Place::at(path, at..at + c.len_utf8()));
        let finding = Diagnostic::error("font-lacks-character", place).arg("character", c);
        finding.arg("code", format!("U+{:04X}", u32::from(c))).arg("font", font)
    };
    characters.into_iter().take(TOLD).map(finding).collect()
}
