//! What is wrong with the characters of a text before anybody asks what it says: an old encoding, lost letters, what
//! looks like something else. Nothing is mended here; each finding shows what stands there and what was meant.

use std::collections::BTreeMap;

use super::customs::Customs;
use super::legacy::{Run, find_legacy};
use super::legacy_lost::find_lost;
use super::phones::Cues;
use super::{deceit, deceit_digits};
use crate::base::{Diagnostic, Place, SitePath};

/// Findings of one code that are told of one file: a damaged file has thousands.
const TOLD: usize = 10;

/// Characters of a run that a message shows.
const SHOWN: usize = 60;

/// The fonts of TCVN3 that draw small letters as capitals end in this.
const CAPITALS: &str = ".VnTimeH";

/// Everything of the kind in a text, which is in NFC. `cues` are the words that may stand before a telephone number.
pub fn hygiene(file: &SitePath, text: &str, customs: &Customs, cues: &Cues) -> Vec<Diagnostic> {
    let runs = if customs.has_vietnamese_letters { find_legacy(text, customs.is_vietnamese) } else { Vec::new() };
    // In an old encoding the soft hyphen is a letter, and so are others that would be called wrong here.
    let in_run = |place: &Place| {
        let at = place.span.as_ref().map_or(0, |span| span.start);
        let next = runs.partition_point(|run| run.range.end <= at);
        runs.get(next).is_some_and(|run| run.range.contains(&at))
    };
    let mut others = deceit::find(file, text, customs);
    others.extend(deceit_digits::find(file, text, cues));
    others.retain(|finding| !in_run(&finding.place));
    let lost = find_lost(text, customs.has_vietnamese_letters);
    let lost = lost.into_iter().map(|range| {
        let shown = text.get(range.clone()).unwrap_or("").to_owned();
        Diagnostic::error("lost-letters", Place::at(file, range)).arg("word", shown)
    });
    let found = runs.iter().map(|run| of_run(file, text, run)).chain(lost).chain(others);
    few(found)
}

/// The first findings of each code.
pub fn few(findings: impl IntoIterator<Item = Diagnostic>) -> Vec<Diagnostic> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut is_told = |finding: &Diagnostic| {
        let count = counts.entry(finding.code).or_default();
        *count += 1;
        *count <= TOLD
    };
    findings.into_iter().filter(|finding| is_told(finding)).collect()
}

/// The code for a character that takes no room and that a language does not need, brought in by a reference or a
/// backslash, where nobody sees what stands beside it.
pub fn unseen(c: char, customs: &Customs) -> Option<&'static str> {
    deceit::unseen(c).filter(|_| !customs.invisible.contains(&c))
}

fn of_run(file: &SitePath, text: &str, run: &Run) -> Diagnostic {
    let place = Place::at(file, run.range.clone());
    let finding = match run.is_sure {
        true => Diagnostic::error("legacy-encoding", place),
        false => Diagnostic::warning("legacy-encoding-question", place),
    };
    let before = text.get(run.range.clone()).unwrap_or("");
    let finding =
        finding.arg("encoding", run.encoding.name()).arg("before", cut(before)).arg("after", cut(&run.repaired));
    if run.may_be_capitals { finding.arg("capitals", CAPITALS) } else { finding }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or("")),
        None => text.to_owned(),
    }
}
