//! From the texts of one folder to its entry: its kind, its facts, what each language shows of it. Nothing of another
//! folder is looked at but what [`Above`] says, so that an entry is made again only when it has changed itself.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::text::{Cues, find_phones, fold, nearest};
use crate::base::{Date, Diagnostic, Digest, Lang, Place, SitePath};
use crate::kinds::{self, Kind};
use crate::model::{Config, Fact, Facts, Language, PhoneSeen, ReviewRule, Snapshot};
use crate::schema::{self, Field, Shape};

use super::entry::{Entry, Text};
use super::gathered::{Above, Gathered, Parsed};
use super::order::Sorter;
use super::sight::Mentions;
use super::surface::Outside;
use super::{left_out, topics, translation};

/// What is only wrong for an entry of some kinds.
const OF_A_KIND: &[&str] = &["unknown-key", "missing-key", "translation-key", "wrong-type"];

/// What an entry is made by, besides its own files.
#[derive(Debug)]
pub struct Rules {
    /// The languages of the site, each with what sorts its titles.
    pub(super) languages: Vec<(Lang, Sorter)>,
    /// The names of the units, in order.
    units: Vec<String>,
    /// What must be approved before it is published.
    pub(super) review: ReviewRule,
    /// Days after which an outdated translation gives way to the original.
    pub(super) stale_after_days: i64,
    /// The words that stand before telephone numbers.
    cues: Cues,
    /// The day of the build.
    pub(super) today: Date,
    /// Whether drafts are published.
    pub(super) drafts: bool,
    digest: Digest,
}

impl Rules {
    /// The rules of a site.
    pub fn of(config: &Config, languages: &[Language], cues: &Cues, snapshot: &Snapshot) -> Rules {
        let sorter = |lang: &Lang| {
            let language = languages.iter().find(|language| language.tag == *lang);
            (lang.clone(), Sorter::of(language.map_or("vi", |language| &language.collates_as)))
        };
        let mut rules = Rules {
            languages: config.languages.iter().map(sorter).collect(),
            units: config.units.keys().cloned().collect(),
            review: config.review,
            stale_after_days: config.stale_after_days,
            cues: cues.clone(),
            today: snapshot.today,
            drafts: snapshot.options.drafts,
            digest: Digest::of(&[]),
        };
        rules.digest = Digest::of(format!("{rules:?}").as_bytes());
        rules
    }
}

/// The digest of everything that [`entry`] is given.
pub fn key(gathered: &Gathered<'_>, above: Above, records: &[&str], rules: &Rules) -> Digest {
    let (state, kind) = match above {
        Above::Nothing => ("nothing", ""),
        Above::Section(kind) => ("section", kind.name),
        Above::Entry => ("entry", ""),
        Above::Unread => ("unread", ""),
        Above::Bare => ("bare", ""),
    };
    let files = if gathered.found.files.is_empty() { String::new() } else { format!("{:?}", gathered.found.files) };
    let records = records.join("/");
    let original = gathered.original.map_or("", Lang::as_str);
    let whole: [&[u8]; 7] = [
        rules.digest.as_bytes(),
        gathered.folder.as_bytes(),
        state.as_bytes(),
        kind.as_bytes(),
        files.as_bytes(),
        records.as_bytes(),
        original.as_bytes(),
    ];
    let texts = gathered.texts.iter().flat_map(|(lang, parsed)| [lang.as_str().as_bytes(), parsed.digest.as_bytes()]);
    Digest::of_parts(whole.into_iter().chain(texts))
}

/// The entry of a folder. `records` are the digests of the originals that are kept of it, `digest` is the key of all.
pub fn entry(
    gathered: &Gathered<'_>,
    above: Above,
    records: &[&str],
    rules: &Rules,
    digest: Digest,
) -> Option<(Entry, Vec<Diagnostic>)> {
    let (original, parsed) = (gathered.original?, gathered.parsed()?);
    let mut diagnostics = Vec::new();
    let inherited = inherited(gathered, above, &parsed.summary.file, &mut diagnostics);
    let kind = gathered.word("kind").and_then(kinds::named).or(inherited).unwrap_or(kinds::DEFAULT);
    let (fields, own_fields) = (kind.original_fields(), kind.translation_fields());
    let mut texts = BTreeMap::new();
    for (lang, parsed) in &gathered.texts {
        let is_original = *lang == original;
        let fields = if is_original { &fields } else { &own_fields };
        let (text, found) = text(kind, fields, parsed, is_original, rules);
        diagnostics.extend(found);
        texts.insert((*lang).clone(), text);
    }
    if matches!(above, Above::Unread) && gathered.word("kind").is_none() {
        // Nobody knows of which kind it is: what stands in the section has to be mended, not this.
        diagnostics.retain(|finding| !OF_A_KIND.contains(&finding.code));
    }
    let mut entry = Entry {
        folder: gathered.folder.to_owned(),
        kind,
        entries: gathered.entries,
        original: original.clone(),
        texts,
        states: BTreeMap::new(),
        files: gathered.found.files.clone(),
        left_out: None,
        topics: Vec::new(),
        titles: Vec::new(),
        titles_digest: digest,
        mentions: Mentions::default(),
        outside: Arc::default(),
        digest,
    };
    let copied: Vec<Vec<&'static str>> = entry.texts.iter().map(|(lang, text)| entry.copied(text, lang)).collect();
    entry.texts.values_mut().zip(copied).for_each(|(text, copied)| text.copied = copied);
    diagnostics.extend(missing_parts(&entry));
    diagnostics.extend(left_out::decide(&mut entry, rules));
    diagnostics.extend(translation::states(&mut entry, rules, records));
    entry.topics = topics::tagged(&entry);
    entry.titles = rules.languages.iter().map(|(lang, sorter)| sorter.key(entry.title(lang).0)).collect();
    let titles = rules.languages.iter().map(|(lang, _)| entry.title(lang).0.as_bytes());
    entry.titles_digest = Digest::of_parts(titles);
    entry.mentions = Mentions::of(&entry);
    entry.outside = Arc::new(Outside::of(&entry, rules.languages.iter().map(|(lang, _)| lang)));
    Some((entry, diagnostics))
}

/// The kind that the nearest section above gives its entries. An entry has no child entries.
fn inherited(
    gathered: &Gathered<'_>,
    above: Above,
    file: &SitePath,
    found: &mut Vec<Diagnostic>,
) -> Option<&'static Kind> {
    let parent = gathered.folder.rsplit_once('/').map_or("", |(parent, _)| parent);
    match above {
        Above::Nothing | Above::Unread => {}
        Above::Section(kind) => return Some(kind).filter(|_| gathered.entries.is_none()),
        Above::Entry => {
            found.push(Diagnostic::error("entry-in-entry", Place::file(file)).arg("parent", parent));
        }
        Above::Bare => found.push(Diagnostic::error("no-section", Place::file(file)).arg("folder", parent)),
    }
    None
}

fn text(
    kind: &'static Kind,
    fields: &[Field],
    parsed: &Parsed,
    is_original: bool,
    rules: &Rules,
) -> (Text, Vec<Diagnostic>) {
    let file = &parsed.summary.file;
    let mut diagnostics = Vec::new();
    let strange = |key: &str| fields.iter().all(|field| field.key != key) && kind.field(key).is_some();
    let read = if is_original || parsed.front.entries.iter().all(|(key, _, _)| !strange(key)) {
        schema::read(fields, &parsed.front, file)
    } else {
        let mut front = parsed.front.clone();
        front.entries.retain(|(key, span, _)| {
            if strange(key) {
                let finding = Diagnostic::error("translation-key", Place::at(file, span.clone()));
                diagnostics.push(finding.arg("key", key));
            }
            !strange(key)
        });
        schema::read(fields, &front, file)
    };
    let (facts, found) = read;
    // A file whose front matter could not be read at all has one thing to mend, not five.
    if parsed.front.is_sound {
        diagnostics.extend(found.into_iter().map(with_kind));
    }
    diagnostics.extend(unknown_units(&facts, file, rules));
    let phones = phones(fields, &facts, &rules.cues);
    (Text { facts, summary: Arc::clone(&parsed.summary), phones, copied: Vec::new() }, diagnostics)
}

fn unknown_units(facts: &Facts, file: &SitePath, rules: &Rules) -> Vec<Diagnostic> {
    let is_known = |unit: &str| rules.units.iter().any(|known| known == unit);
    let unknown = facts.texts("units").filter(|(unit, _)| !is_known(unit));
    let finding = |(unit, span)| {
        let finding = Diagnostic::error("unknown-unit", Place::at(file, span)).arg("unit", unit);
        finding.arg("known", rules.units.join(", "))
    };
    unknown.map(finding).collect()
}

/// The parts that the kind's schema names, looked for where the original is Vietnamese as they are.
fn missing_parts(entry: &Entry) -> Vec<Diagnostic> {
    let Some(text) = entry.original_text().filter(|_| entry.original == Lang::vietnamese()) else { return Vec::new() };
    if entry.kind.parts.is_empty() {
        return Vec::new();
    }
    let folded: Vec<String> = text.summary.headings.iter().map(|heading| fold(&heading.text)).collect();
    let missing = entry.kind.parts.iter().filter(|part| !folded.contains(&fold(part)));
    let finding = |part: &&str| {
        let finding = Diagnostic::error("missing-part", Place::file(&text.summary.file)).arg("part", part);
        finding.paste(format!("## {part}"))
    };
    missing.map(finding).collect()
}

/// A finding about the name of a kind, with the name that was meant: people type the Vietnamese one.
fn with_kind(finding: Diagnostic) -> Diagnostic {
    let about_kind =
        finding.code == "bad-value" && matches!(finding.args.get("key").map(String::as_str), Some("kind" | "entries"));
    let value = finding.args.get("value").cloned().unwrap_or_default();
    let meant = |kind: &&&Kind| nearest(&value, kind.names.iter().copied()).is_some();
    match kinds::ALL.iter().find(meant).filter(|_| about_kind) {
        Some(kind) => finding.arg("right", kind.name),
        None => finding,
    }
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
