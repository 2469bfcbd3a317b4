//! What a translator is told about a unit, in the words of the program.

use std::collections::BTreeMap;

use crate::i18n::Diagnostics;

use super::marks::marks;
use super::skeleton::{Skeleton, Unit, UnitKind};

/// The notes to a unit: what it is, and what must stay as it is.
pub(super) fn notes(unit: &Unit, original: &Skeleton, words: &Diagnostics) -> Vec<String> {
    let level = match unit.kind {
        UnitKind::Heading(level) => level.to_string(),
        _ => String::new(),
    };
    let key = unit.key.split('.').next().unwrap_or("").to_owned();
    let kind = BTreeMap::from([("kind", unit.kind.name().to_owned()), ("level", level), ("key", key)]);
    let mut notes: Vec<String> = words.say("exchange-note-kind", &kind).into_iter().collect();
    let found = marks(unit, &unit.text, original);
    let hotlines = found.hotlines.iter().map(|name| format!("<hotline:{name}>"));
    let mut kept: Vec<String> =
        hotlines.chain(found.links).chain(found.verbatim).chain(found.numbers).map(|item| one_line(&item)).collect();
    let mut seen = std::collections::BTreeSet::new();
    kept.retain(|item| seen.insert(item.clone()));
    if !kept.is_empty() {
        notes.extend(words.say("exchange-note-keep", &BTreeMap::from([("kept", kept.join(" · "))])));
    }
    if found.breaks > 0 {
        notes.extend(words.say("exchange-note-breaks", &BTreeMap::new()));
    }
    notes.into_iter().map(|note| one_line(&note)).collect()
}

/// A text on one line, as notes of both forms need it.
pub(super) fn one_line(text: &str) -> String {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
