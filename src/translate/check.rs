//! Whether what came back from a translator can be taken. Everything that a reader in danger relies on must have
//! survived: numbers, hotlines, links. Unfinished units are not looked at: they are not taken either.

use std::collections::BTreeMap;

use crate::base::text::{Cues, find_phones, is_forbidden};
use crate::base::{Diagnostic, Place, Span};
use crate::parse::{halves, known_mark};

use super::bundle::{Bundle, Imported, Returned};
use super::carry::{Proposal, Standing};
use super::han::han;
use super::marks::{Marks, lacking, marks};
use super::skeleton::{Skeleton, Unit, skeleton};

/// Every reason for which a file cannot be taken; `cues` are the words that may stand before a telephone number in the
/// language of the translation.
pub fn check(imported: &Imported, now: &Bundle, cues: &Cues) -> Vec<Diagnostic> {
    let head = |code| Diagnostic::error(code, place(imported, &imported.head));
    if imported.entry != now.entry {
        return vec![head("exchange-other-entry").arg("entry", &imported.entry).arg("expected", &now.entry)];
    }
    if imported.lang != now.lang {
        return vec![head("exchange-other-language").arg("lang", &imported.lang).arg("expected", &now.lang)];
    }
    if imported.digest != now.digest {
        return vec![head("exchange-old-source")];
    }
    let units = now.original.units();
    let offered = units.iter().zip(&now.proposals).map(|(unit, proposal)| (unit.key.as_str(), (unit, proposal)));
    let known: BTreeMap<&str, (&Unit, &Proposal)> = offered.collect();
    let mut found = Vec::new();
    for returned in &imported.units {
        match known.get(returned.key.as_str()) {
            // Somebody who knows the language has read these words beside these.
            Some((unit, proposal)) if is_same(&returned.source, &unit.text) && is_published(returned, proposal) => {}
            Some((unit, _)) => found.extend(unit_faults(returned, unit, imported, &now.original, cues)),
            None => found.push(at("exchange-unknown-unit", imported, returned)),
        }
    }
    let here: BTreeMap<&str, &Returned> = imported.units.iter().map(|unit| (unit.key.as_str(), unit)).collect();
    let missing = units.iter().filter(|unit| !here.contains_key(unit.key.as_str()));
    found.extend(
        missing.map(|unit| head("exchange-missing-unit").arg("unit", &unit.key).arg("text", beginning(&unit.text))),
    );
    if found.is_empty() {
        found.extend(whole(imported, &now.original, &here));
    }
    Diagnostic::sort(&mut found);
    found
}

/// Whether the words are those of the present translation for today's original.
fn is_published(returned: &Returned, proposal: &Proposal) -> bool {
    proposal.standing == Standing::Fresh && proposal.text.as_deref() == Some(returned.target.as_str())
}

/// Characters of a text that a message quotes.
const SHOWN: usize = 60;

fn beginning(text: &str) -> String {
    let line = text.split('\n').next().unwrap_or("");
    if line.chars().count() <= SHOWN { line.to_owned() } else { line.chars().take(SHOWN).chain(['…']).collect() }
}

fn place(imported: &Imported, span: &Span) -> Place {
    Place { path: imported.file.as_str().into(), span: Some(span.clone()) }
}

fn at(code: &'static str, imported: &Imported, returned: &Returned) -> Diagnostic {
    Diagnostic::error(code, place(imported, &returned.span)).arg("unit", &returned.key)
}

fn unit_faults(
    returned: &Returned,
    unit: &Unit,
    imported: &Imported,
    original: &Skeleton,
    cues: &Cues,
) -> Vec<Diagnostic> {
    let fault = |code| at(code, imported, returned);
    if !is_same(&returned.source, &unit.text) {
        return vec![fault("exchange-changed-source").arg("text", beginning(&unit.text))];
    }
    if returned.is_unfinished() {
        return Vec::new();
    }
    // A field of the front matter is one line; only the summary may have several.
    if !unit.is_in_body() && unit.key != "summary" && returned.target.trim().contains('\n') {
        return vec![fault("exchange-broken-markdown").arg("text", beginning(&unit.text))];
    }
    let is_hidden = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
    if let Some(c) = returned.target.chars().find(|c| is_forbidden(*c) || is_hidden(*c)) {
        return vec![fault("exchange-control-character").arg("code", format!("U+{:04X}", u32::from(c)))];
    }
    let target = returned.target.trim();
    let (before, after) = (marks(unit, &unit.text, original), marks(unit, target, original));
    if after.html > before.html {
        return vec![fault("exchange-raw-html")];
    }
    // Alone it is words; at the head of a quotation it would make a box.
    let makes_box = unit.is_markdown() && known_mark(target).is_some();
    if makes_box || after.blocks != before.blocks || after.breaks != before.breaks {
        return vec![fault("exchange-broken-markdown").arg("text", beginning(&unit.text))];
    }
    let mut found = losses(&before, &after, &fault);
    let typed = find_phones(&after.words, cues);
    let known = find_phones(&before.words, cues);
    let new = typed.iter().find(|phone| phone.sure && !known.iter().any(|other| other.phone == phone.phone));
    match new.filter(|_| found.is_empty()) {
        Some(phone) => {
            found.push(fault("exchange-typed-phone").arg("phone", after.words.get(phone.range.clone()).unwrap_or("")))
        }
        None if found.is_empty() => found.extend(numbers(&before, &after, &fault)),
        None => {}
    }
    found
}

/// Tools may wrap and pad the words of the original, but not change them.
fn is_same(one: &str, two: &str) -> bool {
    one.split_whitespace().eq(two.split_whitespace())
}

fn losses(before: &Marks, after: &Marks, fault: &impl Fn(&'static str) -> Diagnostic) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let hotline = |name: String| format!("<hotline:{name}>");
    for (code, name, before, after) in [
        ("exchange-lost-hotline", "hotline", &before.hotlines, &after.hotlines),
        ("exchange-lost-link", "link", &before.links, &after.links),
        ("exchange-lost-placeholder", "placeholder", &before.verbatim, &after.verbatim),
    ] {
        let shown = |items: Vec<String>| {
            let items: Vec<String> = if name == "hotline" { items.into_iter().map(hotline).collect() } else { items };
            items.join(", ")
        };
        let (lost, added) = (lacking(before, after), lacking(after, before));
        if lost.is_empty() && added.is_empty() {
            continue;
        }
        let mut finding = fault(code);
        if !lost.is_empty() {
            finding = finding.arg("lost", shown(lost));
        }
        if !added.is_empty() {
            finding = finding.arg("added", shown(added));
        }
        found.push(finding);
    }
    found
}

fn numbers(before: &Marks, after: &Marks, fault: &impl Fn(&'static str) -> Diagnostic) -> Option<Diagnostic> {
    let (mut lost, added) = (lacking(&before.numbers, &after.numbers), lacking(&after.numbers, &before.numbers));
    lost.retain(|number| !han(number).iter().any(|written| after.words.contains(written)));
    let given = |finding: Diagnostic, name, items: &[String]| {
        if items.is_empty() { finding } else { finding.arg(name, items.join(", ")) }
    };
    let is_kept = lost.is_empty() && added.is_empty();
    (!is_kept).then(|| given(given(fault("exchange-changed-number"), "lost", &lost), "added", &added))
}

/// The last guard: the whole file with the new words must have the units of the original, one by one. Words that are
/// sound alone may still run into what stands beside them.
fn whole(imported: &Imported, original: &Skeleton, here: &BTreeMap<&str, &Returned>) -> Option<Diagnostic> {
    let written = original.write(&[], &imported.texts(original));
    let (_, start) = halves(&original.file, &written);
    let body = written.get(start..).unwrap_or("");
    let new = skeleton(&original.file, &format!("---\n---\n{body}"), &[]);
    let old: Vec<&Unit> = original.units().iter().filter(|unit| unit.is_in_body()).collect();
    let differs =
        |place: &usize| old.get(*place).map(|unit| unit.kind) != new.units().get(*place).map(|unit| unit.kind);
    let first = (0..old.len().max(new.units().len())).find(differs)?;
    // What runs together shows in the unit before, or in the last one.
    let unit = old.get(first).or(old.last())?;
    let returned = here.get(unit.key.as_str())?;
    Some(at("exchange-broken-markdown", imported, returned).arg("text", beginning(&unit.text)))
}
