//! From parsed files to the site: which file is what, what it inherits, what is published.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::text::{Cues, find_phones};
use crate::base::{Date, Diagnostic, Lang, Place, SitePath};
use crate::kinds::{self, Kind};
use crate::model::{Config, Fact, Facts, Language, Mapping, PhoneSeen, ReviewRule, Snapshot, Summary};
use crate::schema::{self, Field, Role, Shape};

use super::collect::{Folder, media};
use super::entry::{Entry, LeftOut, Text};
use super::{Hotlines, Order, Site, Topics, translation};

/// One content file without its body.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// Its front matter.
    pub front: Mapping,
    /// The rest.
    pub summary: Summary,
}

/// Builds the site. Entries in `broken` are left out: they have errors, and the build goes on without them.
pub fn index(
    snapshot: &Snapshot,
    config: Config,
    languages: Vec<Language>,
    cues: Cues,
    folders: BTreeMap<String, Folder>,
    parsed: &BTreeMap<SitePath, Parsed>,
    broken: &BTreeSet<String>,
) -> (Site, Vec<Diagnostic>) {
    let mut indexer =
        Indexer { config: &config, cues: &cues, parsed, entries: BTreeMap::new(), diagnostics: Vec::new() };
    for (folder, found) in folders {
        indexer.entry(folder, found);
    }
    let Indexer { mut entries, mut diagnostics, .. } = indexer;
    if snapshot.below("content").next().is_none() {
        diagnostics.push(Diagnostic::error("no-content", Place::file("content")));
    } else if !entries.contains_key("") {
        let source = &config.languages[0];
        diagnostics
            .push(Diagnostic::error("no-home", Place::file("content")).arg("file", format!("content/{source}.md")));
    }
    leave_out(&mut entries, &config, snapshot, broken, &mut diagnostics);
    for entry in entries.values_mut() {
        diagnostics.extend(translation::states(entry, &config, snapshot));
    }
    let hotlines = Hotlines::of(&entries);
    let (topics, found) = Topics::of(&entries, &config);
    diagnostics.extend(found);
    let languages: Vec<Language> = languages.into_iter().filter(|l| config.languages.contains(&l.tag)).collect();
    let statics = snapshot.below("static").map(|(rest, path, source)| (rest.to_owned(), (path.clone(), media(source))));
    let mut site = Site {
        statics: statics.collect(),
        config,
        languages,
        entries,
        hotlines,
        topics,
        cues,
        order: Order::default(),
        today: snapshot.today,
        options: snapshot.options.clone(),
    };
    site.order = Order::of(&site);
    (site, diagnostics)
}

struct Indexer<'a> {
    config: &'a Config,
    cues: &'a Cues,
    parsed: &'a BTreeMap<SitePath, Parsed>,
    entries: BTreeMap<String, Entry>,
    diagnostics: Vec<Diagnostic>,
}

impl Indexer<'_> {
    fn entry(&mut self, folder: String, found: Folder) {
        let Some(original) = self.original(&folder, &found) else { return };
        let Some(parsed) = found.texts.get(&original).and_then(|path| self.parsed.get(path)) else { return };
        let above = self.above(&folder, &parsed.summary.file);
        let entries = word(&parsed.front, "entries").and_then(kinds::named);
        let inherited = if entries.is_some() { None } else { above };
        let kind = word(&parsed.front, "kind").and_then(kinds::named).or(inherited).unwrap_or(kinds::DEFAULT);
        let mut texts = BTreeMap::new();
        for (lang, path) in &found.texts {
            if let Some(parsed) = self.parsed.get(path) {
                let text = self.text(kind, parsed, *lang == original);
                texts.insert(lang.clone(), text);
            }
        }
        let (states, left_out) = (BTreeMap::new(), None);
        let entry =
            Entry { folder: folder.clone(), kind, entries, original, texts, states, files: found.files, left_out };
        self.missing_parts(&entry);
        self.entries.insert(folder, entry);
    }

    /// The language of the original: the one that says so, the only one, or the source language.
    fn original(&mut self, folder: &str, found: &Folder) -> Option<Lang> {
        let front =
            |lang: &Lang| found.texts.get(lang).and_then(|path| self.parsed.get(path)).map(|parsed| &parsed.front);
        let says_so = found.texts.keys().find(|lang| {
            front(lang).and_then(|front| word(front, "original")).is_some_and(|tag| Lang::new(tag).as_ref() == Ok(lang))
        });
        let source = self.config.languages.first()?;
        if let Some(lang) = says_so.or_else(|| found.texts.keys().find(|lang| *lang == source)) {
            return Some(lang.clone());
        }
        let is_translation = |lang: &Lang| {
            front(lang).is_some_and(|front| front.get("translated_from").is_some() || front.get("machine").is_some())
        };
        let mut tags = found.texts.keys();
        match (tags.next(), tags.next()) {
            (Some(only), None) if !is_translation(only) => Some(only.clone()),
            // With several files that do not say which is the original, a guess would turn the facts of one into all.
            _ => {
                self.no_original(folder, found);
                None
            }
        }
    }

    fn no_original(&mut self, folder: &str, found: &Folder) {
        let (Some(path), Some(source)) = (found.texts.values().next(), self.config.languages.first()) else { return };
        let right = path.parent().map_or_else(String::new, |parent| format!("{parent}/{source}.md"));
        self.diagnostics
            .push(Diagnostic::error("no-original", Place::file(path)).arg("folder", folder).arg("file", right));
    }

    /// The kind that the nearest section above gives its entries. An entry has no child entries.
    fn above(&mut self, folder: &str, file: &SitePath) -> Option<&'static Kind> {
        let (parent, _) = folder.rsplit_once('/')?;
        match self.entries.get(parent) {
            Some(section) if section.entries.is_some() => section.entries,
            Some(_) => {
                self.diagnostics.push(Diagnostic::error("entry-in-entry", Place::file(file)).arg("parent", parent));
                None
            }
            None => {
                self.diagnostics.push(Diagnostic::error("no-section", Place::file(file)).arg("folder", parent));
                None
            }
        }
    }

    fn text(&mut self, kind: &'static Kind, parsed: &Parsed, is_original: bool) -> Text {
        let file = &parsed.summary.file;
        let fields = if is_original { kind.original_fields() } else { kind.translation_fields() };
        let mut front = parsed.front.clone();
        if !is_original {
            front.entries.retain(|(key, span, _)| {
                let fits = fields.iter().any(|field| field.key == key) || kind.field(key).is_none();
                if !fits {
                    let finding = Diagnostic::error("translation-key", Place::at(file, span.clone()));
                    self.diagnostics.push(finding.arg("key", key));
                }
                fits
            });
        }
        let (facts, found) = schema::read(&fields, &front, file);
        // A file whose front matter could not be read at all has one thing to mend, not five.
        if parsed.front.is_sound {
            self.diagnostics.extend(found.into_iter().map(with_kind));
        }
        self.unknown_units(&facts, file);
        let phones = phones(&fields, &facts, self.cues);
        Text { facts, summary: parsed.summary.clone(), phones }
    }

    fn unknown_units(&mut self, facts: &Facts, file: &SitePath) {
        let known: Vec<&str> = self.config.units.keys().map(String::as_str).collect();
        for (unit, span) in facts.texts("units").filter(|(unit, _)| !self.config.units.contains_key(*unit)) {
            let finding = Diagnostic::error("unknown-unit", Place::at(file, span)).arg("unit", unit);
            self.diagnostics.push(finding.arg("known", known.join(", ")));
        }
    }

    /// The parts that the kind's schema names, looked for where the original is Vietnamese as they are.
    fn missing_parts(&mut self, entry: &Entry) {
        let Some(text) = entry.original_text().filter(|_| entry.original == Lang::vietnamese()) else { return };
        let folded: Vec<String> = text.summary.headings.iter().map(|h| crate::base::text::fold(&h.text)).collect();
        for part in entry.kind.parts {
            if !folded.contains(&crate::base::text::fold(part)) {
                let finding = Diagnostic::error("missing-part", Place::file(&text.summary.file)).arg("part", part);
                self.diagnostics.push(finding.paste(format!("## {part}")));
            }
        }
    }
}

/// A finding about the name of a kind, with the name that was meant: people type the Vietnamese one.
fn with_kind(finding: Diagnostic) -> Diagnostic {
    let about_kind =
        finding.code == "bad-value" && matches!(finding.args.get("key").map(String::as_str), Some("kind" | "entries"));
    let value = finding.args.get("value").cloned().unwrap_or_default();
    let meant = |kind: &&&Kind| crate::base::text::nearest(&value, kind.names.iter().copied()).is_some();
    match kinds::ALL.iter().find(meant).filter(|_| about_kind) {
        Some(kind) => finding.arg("right", kind.name),
        None => finding,
    }
}

/// The text of a key that must be known before the kind is.
fn word<'a>(front: &'a Mapping, key: &str) -> Option<&'a str> {
    front.get(key).and_then(|node| node.value.as_text())
}

/// The telephone numbers in words that readers will see.
fn phones(fields: &[Field], facts: &Facts, cues: &Cues) -> Vec<PhoneSeen> {
    let mut seen = Vec::new();
    for field in fields.iter().filter(|field| !field.private) {
        if let (Some(located), Shape::Line | Shape::Text | Shape::List(Shape::Line) | Shape::Group(_)) =
            (facts.0.get(field.key), field.shape)
        {
            phones_in(&located.fact, &located.span, cues, &mut seen);
        }
    }
    seen
}

fn phones_in(fact: &Fact, span: &crate::base::Span, cues: &Cues, seen: &mut Vec<PhoneSeen>) {
    match fact {
        Fact::Text(text) => {
            for found in find_phones(text, cues) {
                let shown = text.get(found.range).unwrap_or_default().to_owned();
                seen.push(PhoneSeen {
                    shown,
                    phone: found.phone,
                    sure: found.sure,
                    line: String::new(),
                    span: span.clone(),
                });
            }
        }
        Fact::List(items) => items.iter().for_each(|item| phones_in(&item.fact, &item.span, cues, seen)),
        Fact::Group(facts) => facts.0.values().for_each(|item| phones_in(&item.fact, &item.span, cues, seen)),
        Fact::Date(_) | Fact::Bool(_) | Fact::Count(_) | Fact::Lang(_) | Fact::Url(_) | Fact::Map(_) => {}
    }
}

/// Decides what is not published, and says so. Parents come first, so that sections take their entries with them.
fn leave_out(
    entries: &mut BTreeMap<String, Entry>,
    config: &Config,
    snapshot: &Snapshot,
    broken: &BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let folders: Vec<String> = entries.keys().cloned().collect();
    for folder in folders {
        let above = folder.rsplit_once('/').and_then(|(parent, _)| entries.get(parent));
        let with_section = above.is_some_and(|section| section.left_out.is_some());
        let Some(entry) = entries.get_mut(&folder) else { continue };
        if entry.is_home() {
            diagnostics.extend(home_stays(entry, config, snapshot));
            continue;
        }
        let why = why_left_out(entry, config, snapshot).or(with_section.then_some(LeftOut::WithSection));
        entry.left_out = if broken.contains(&folder) { Some(LeftOut::Broken) } else { why };
        let Some((why, (reason, date))) = entry.left_out.and_then(|why| Some((why, why.reason()?))) else { continue };
        let Some(text) = entry.original_text() else { continue };
        let place = match text.facts.span(why.key()) {
            Some(span) => Place::at(&text.summary.file, span),
            None => Place::file(&text.summary.file),
        };
        let mut finding = Diagnostic::warning("left-out", place).arg("reason", reason);
        if let Some(date) = date {
            finding = finding.arg("date", date);
        }
        diagnostics.push(finding);
    }
}

/// Every page leads to the home page, so it cannot be left out: neither for its status nor, without a word, by a date.
fn home_stays(home: &Entry, config: &Config, snapshot: &Snapshot) -> Vec<Diagnostic> {
    let Some(text) = home.original_text() else { return Vec::new() };
    let place = |key: &str| match text.facts.span(key) {
        Some(span) => Place::at(&text.summary.file, span),
        None => Place::file(&text.summary.file),
    };
    let dates = ["publish_on", "expires_on"].into_iter().filter(|key| text.facts.has(key));
    let mut keys: Vec<&str> = dates.collect();
    let by_date = |why: &LeftOut| matches!(why, LeftOut::PublishOn(_) | LeftOut::Expired(_));
    if let Some(why) = why_left_out(home, config, snapshot).filter(|why| !by_date(why)) {
        keys.push(why.key());
    }
    keys.into_iter().map(|key| Diagnostic::error("home-left-out", place(key)).arg("key", key)).collect()
}

/// Why an entry is not published today (DESIGN section 3, GUARDRAILS 1 and 16).
fn why_left_out(entry: &Entry, config: &Config, snapshot: &Snapshot) -> Option<LeftOut> {
    let facts = entry.facts();
    let today = snapshot.today;
    if entry.kind.has(Role::Phone) && facts.has("replaced_by") {
        return Some(LeftOut::Superseded);
    }
    if let Some(date) = facts.date("expires_on").filter(|date| *date < today) {
        return Some(LeftOut::Expired(date));
    }
    let until = facts.group("consent").and_then(|consent| consent.date("until"));
    if let Some(date) = until.filter(|date| *date < today) {
        return Some(LeftOut::ConsentExpired(date));
    }
    if snapshot.options.drafts { None } else { waits(entry, config, today) }
}

/// What an entry waits for before it is published, which a look at drafts shows all the same.
pub fn waits(entry: &Entry, config: &Config, today: Date) -> Option<LeftOut> {
    let facts = entry.facts();
    match facts.text("status") {
        Some("draft") => return Some(LeftOut::Draft),
        Some("review") => return Some(LeftOut::Review),
        _ => {}
    }
    if let Some(date) = facts.date("publish_on").filter(|date| *date > today) {
        return Some(LeftOut::PublishOn(date));
    }
    let reviewer = facts.text("reviewed_by");
    let approved = facts.text("status") == Some("approved") && reviewer.is_some();
    let by = facts.group("deidentified").and_then(|group| group.text("by"));
    let another = by.is_none() || by != reviewer;
    let needs_approval = entry.is_person() || config.review == ReviewRule::Required;
    (needs_approval && !(approved && (another || !entry.is_person()))).then_some(LeftOut::NotApproved)
}
