//! What can be wrong with a language although its record can be read: a tag that means another script, rules that nobody
//! has, languages that stand behind each other in a circle, folders that belong to no language.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::text::is_script;
use crate::base::{Diagnostic, Lang, Place, Span};
use crate::model::Snapshot;

use super::record::{Record, by_name, known};
use super::{embedded, tags};

/// The faults of one record. Values that cannot be used are replaced by those of Vietnamese.
pub(super) fn of(record: &mut Record) -> Vec<Diagnostic> {
    let mut found = script(record);
    for key in ["formats_as", "collates_as"] {
        let value = match key {
            "formats_as" => &mut record.language.formats_as,
            _ => &mut record.language.collates_as,
        };
        if Lang::new(value).is_ok_and(|lang| tags::counts(&lang)) {
            continue;
        }
        let place = Place::at(&record.path, record.facts.span(key).unwrap_or_default());
        let finding = Diagnostic::error("language-unknown-locale", place).arg("key", key).arg("value", &*value);
        found.push(finding.arg("right", "vi"));
        *value = "vi".to_owned();
    }
    found
}

/// The script must be one, and the one that the tag means: browsers, screen readers and search engines read the tag.
fn script(record: &Record) -> Vec<Diagnostic> {
    let language = &record.language;
    let Some((stated, span)) = record.facts.text("script").zip(record.facts.span("script")) else { return Vec::new() };
    let place = |span: Span| Place::at(&record.path, span);
    let implied = tags::script(&language.tag);
    if !is_script(stated) {
        let finding = Diagnostic::error("language-unknown-script", place(span)).arg("value", stated);
        return vec![match implied {
            Some(right) => finding.arg("right", right),
            None => finding,
        }];
    }
    let Some(implied) = implied.filter(|implied| implied != stated) else { return Vec::new() };
    let finding = Diagnostic::error("language-script-differs", place(span)).arg("tag", &language.tag);
    let finding = finding.arg("script", stated).arg("implied", implied);
    vec![match language.tag.in_script(stated) {
        Some(right) => finding.arg("right", right),
        None => finding,
    }]
}

/// What is said of a language of the site that has no record; nothing if its folder was told already.
pub(super) fn without_record(snapshot: &Snapshot, tag: &Lang, place: Place) -> Option<Diagnostic> {
    let own = own_tags(snapshot);
    // A record that is there and cannot be used was told of; it says which script is meant.
    if own.contains(tag) {
        return None;
    }
    let right = instead(tag, &own);
    if let Some(Instead::Written(right)) = &right {
        let right: Vec<&str> = right.iter().map(Lang::as_str).collect();
        let finding = Diagnostic::error("bare-language-tag", place).arg("tag", tag);
        let finding = finding.arg("script", tags::script(tag).unwrap_or_default());
        return Some(finding.arg("right", right.join(", ")));
    }
    let has_folder = snapshot
        .below("i18n")
        .any(|(rest, _, _)| rest.split_once('/').is_some_and(|(folder, _)| folder.eq_ignore_ascii_case(tag.as_str())));
    if has_folder {
        return None;
    }
    if let Some(Instead::Other(right, name)) = right {
        let finding = Diagnostic::warning("confused-language-tag", place).arg("tag", tag);
        return Some(finding.arg("right", format!("{right} ({name})")));
    }
    Some(Diagnostic::warning("unknown-language-record", place).arg("tag", tag))
}

/// What may have been meant by a tag without a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Instead {
    /// One of these: the tag alone means a script that its speakers in Vietnam do not write, or only some of them.
    Written(Vec<Lang>),
    /// Another language, whose name is given.
    Other(Lang, String),
}

/// What may have been meant by a tag that has no record, by the records that there are.
pub fn instead(tag: &Lang, own: &[Lang]) -> Option<Instead> {
    let is_bare = tag.script().is_none();
    let all: BTreeSet<Lang> = embedded::tags().into_iter().chain(own.iter().cloned()).collect();
    let siblings = all.iter().filter(|other| other.language() == tag.language() && other.script().is_some());
    let siblings: Vec<Lang> = siblings.cloned().collect();
    if is_bare && !siblings.is_empty() {
        return Some(Instead::Written(siblings));
    }
    let meant = known().iter().find(|language| language.confused_with.contains(tag))?;
    let implied = tags::script(tag).filter(|implied| is_bare && meant.script.as_ref() != Some(implied));
    let written = implied.and_then(|_| tag.in_script(meant.script.as_deref()?));
    Some(match written {
        Some(written) => Instead::Written(vec![meant.tag.clone(), written]),
        None => Instead::Other(meant.tag.clone(), meant.name.clone()),
    })
}

/// The tags of the folders of `i18n/` that have a record.
fn own_tags(snapshot: &Snapshot) -> Vec<Lang> {
    let records = snapshot.below("i18n").filter_map(|(rest, _, _)| rest.strip_suffix("/language.yml"));
    records.filter_map(|folder| Lang::new(folder).ok()).collect()
}

/// Folders of `i18n/` that belong to no language: what is in them would have no effect.
pub(super) fn folders(snapshot: &Snapshot) -> Vec<Diagnostic> {
    let named = snapshot.below("i18n").filter_map(|(rest, _, _)| rest.split_once('/'));
    let mut folders: BTreeMap<&str, bool> = BTreeMap::new();
    for (folder, name) in named {
        *folders.entry(folder).or_default() |= name == "language.yml";
    }
    let lost = folders.into_iter().filter(|(folder, has_record)| {
        let tag = Lang::new(folder).ok();
        tag.is_none() || (!has_record && tag.and_then(|tag| embedded::record_text(&tag)).is_none())
    });
    let finding = |(folder, _): (&str, bool)| {
        let finding = Diagnostic::error("language-folder-without-record", Place::file(format!("i18n/{folder}")));
        let finding = finding.arg("name", folder);
        match by_name(folder) {
            Some(meant) => finding.arg("right", &meant.tag),
            None => finding,
        }
    };
    lost.map(finding).collect()
}

/// Languages of which each is to stand in for the other: nobody can say which words come first. Each circle is told once.
pub(super) fn circles(chains: &BTreeMap<Lang, (Vec<Lang>, Place)>) -> Vec<Diagnostic> {
    let mut told: BTreeSet<BTreeSet<&Lang>> = BTreeSet::new();
    let mut found = Vec::new();
    for (tag, (_, place)) in chains {
        let Some(circle) = way_back(tag, chains) else { continue };
        if told.insert(circle.iter().copied().collect()) {
            let names: Vec<&str> = circle.iter().map(|tag| tag.as_str()).chain([tag.as_str()]).collect();
            found.push(Diagnostic::error("language-chain-circle", place.clone()).arg("circle", names.join(" → ")));
        }
    }
    found
}

/// The shortest way along the chains from a language to itself.
fn way_back<'a>(start: &'a Lang, chains: &'a BTreeMap<Lang, (Vec<Lang>, Place)>) -> Option<Vec<&'a Lang>> {
    let mut ways: Vec<Vec<&Lang>> = vec![vec![start]];
    let mut seen = BTreeSet::new();
    let mut next = 0;
    while let Some(way) = ways.get(next).cloned() {
        next += 1;
        let links = way.last().and_then(|last| chains.get(*last)).map_or(&[][..], |(links, _)| links);
        for link in links {
            if link == start {
                return Some(way);
            }
            if seen.insert(link) {
                ways.push(way.iter().copied().chain([link]).collect());
            }
        }
    }
    None
}
