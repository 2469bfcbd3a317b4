//! `loa translate export` and `import`: a file for the programs that translators use, and the way back. What comes back is
//! taken whole or not at all.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::base::{Diagnostic, Lang, Severity, SitePath, limits};
use crate::disk;
use crate::i18n::Diagnostics;
use crate::model::{Language, Snapshot, Source, Value};
use crate::site::{Entry, translation_digest};
use crate::translate::{self, Bundle, Imported, Proposal, Returned, Skeleton, Standing, carry};

use super::super::arguments::Export;
use super::super::machine::shown;
use super::super::new::say;
use super::super::{Exit, Failure, Format, Session};
use super::{Desk, keep_record, name, refused};

/// Writes a file for a translator. Never over one in which somebody may have been at work.
pub fn export(session: &mut Session<'_>, asked: &Export) -> Exit {
    let desk = Desk::open(session, None)?;
    let (entry, language) = desk.pair(&asked.entry, &asked.lang)?;
    let Some(source) = entry.original_text() else { return Ok(1) };
    desk.sound(session, &[&source.summary.file])?;
    let Some(bundle) = bundle(&desk, entry, &language.tag)? else { return Ok(1) };
    let (write, ending): (fn(&Bundle, &Diagnostics) -> String, &str) =
        if asked.xliff { (translate::to_xliff, "xlf") } else { (translate::to_po, "po") };
    let text = write(&bundle, session.words.messages());
    let out = asked.out.clone().unwrap_or_else(|| usual(entry, &language.tag.to_string(), ending));
    match disk::create_new(&out, text.as_bytes()) {
        Err(disk::Error::Exists { .. }) if std::fs::read(&out).is_ok_and(|bytes| bytes == text.as_bytes()) => {}
        Err(disk::Error::Exists { .. }) => {
            return Err(Failure::usage("usage-export-exists", "path", shown(session.words, &out)));
        }
        result => result?,
    }
    // The translator works on this text for weeks; by then it may have changed.
    keep_record(session, entry, &bundle.digest, &bundle.original)?;
    let path = shown(session.words, &out);
    say(session, "export-written", &[("path", &path), ("count", &bundle.original.units().len())])?;
    Ok(0)
}

fn usual(entry: &Entry, lang: &str, ending: &str) -> PathBuf {
    let name = if entry.is_home() { "trang-chu".to_owned() } else { entry.folder.replace('/', "-") };
    PathBuf::from(format!("{name}.{lang}.{ending}"))
}

/// What a translator is given of an entry.
fn bundle(desk: &Desk, entry: &Entry, lang: &Lang) -> Result<Option<Bundle>, Failure> {
    let site = desk.site()?;
    let (Some(original), Some(digest)) = (desk.original(entry), translation_digest(entry)) else { return Ok(None) };
    let translation = desk.translation(entry, lang);
    let proposals = carry(&original, desk.original_of(entry, lang).as_ref(), translation.as_ref());
    let facts = entry.facts();
    Ok(Some(Bundle {
        entry: name(entry).to_owned(),
        lang: lang.clone(),
        source_lang: entry.original.clone(),
        digest,
        site: site.name(&entry.original).text,
        updated: facts.date("updated").or(facts.date("date")),
        original,
        proposals,
    }))
}

/// Takes what a translator wrote: checked against today's original, written as a translation that waits for its reader.
pub fn import(session: &mut Session<'_>, file: &Path) -> Exit {
    let bytes = read(file)?;
    let desk = Desk::open(session, None)?;
    let place = shown_name(file);
    let imported = match translate::read(&place, &bytes) {
        Ok(imported) => imported,
        Err(errors) => return refuse(session, &desk, &errors, &place, &bytes),
    };
    let (entry, language) = desk.pair(&imported.entry, imported.lang.as_str())?;
    let Some(source) = entry.original_text() else { return Ok(1) };
    desk.sound(session, &[&source.summary.file])?;
    let Some(now) = bundle(&desk, entry, &language.tag)? else { return Ok(1) };
    let findings = translate::check(&imported, &now, &desk.site()?.cues);
    let errors: Vec<Diagnostic> = findings.iter().filter(|f| f.severity == Severity::Error).cloned().collect();
    if !errors.is_empty() {
        return refuse(session, &desk, &errors, &place, &bytes);
    }
    take(session, &desk, entry, &now, &imported)
}

/// Tells what is wrong with a file, and that the site is what it was.
fn refuse(session: &mut Session<'_>, desk: &Desk, errors: &[Diagnostic], place: &str, bytes: &[u8]) -> Exit {
    let told = refused(session, errors, &holding(desk, place, bytes));
    if session.format == Format::Human {
        let text = session.words.say("import-refused", &[("path", &place)]);
        session.tell(&format!("{text}\n"))?;
    }
    Err(told)
}

/// Writes what has passed all checks.
fn take(session: &mut Session<'_>, desk: &Desk, entry: &Entry, now: &Bundle, imported: &Imported) -> Exit {
    let lang = &imported.lang;
    let texts = imported.texts(&now.original);
    let unfinished = imported.unfinished();
    let called = desk.site()?.language(lang).map_or(lang.as_str(), Language::called);
    let args: [(&str, &dyn std::fmt::Display); 3] = [("entry", &name(entry)), ("lang", lang), ("name", &called)];
    let present = entry.texts.get(lang);
    if desk.translation(entry, lang).is_some_and(|own| is_same(&own, now, imported, &texts)) {
        say(session, "import-same", &args)?;
        return Ok(0);
    }
    // Half a translation must not take the place of one that is published.
    if unfinished > 0 && present.is_some_and(|text| entry.is_own(lang) && text.facts.has("reviewed_by")) {
        let text = session.words.say("import-keeps", &[("count", &unfinished), args[0], args[1], args[2]]);
        session.tell(&text)?;
        return Ok(1);
    }
    let Some(folder) = entry.original_text().and_then(|text| text.summary.file.parent()) else { return Ok(1) };
    let Ok(path) = folder.join(&format!("{lang}.md")) else { return Ok(1) };
    let path = present.map_or(path, |text| text.summary.file.clone());
    let text = now.original.write(&head(desk, entry, lang, now, unfinished), &texts);
    keep_record(session, entry, &now.digest, &now.original)?;
    let kept = disk::rewrite(&session.site, &path, text.as_bytes())?;
    let args = [("path", &path as &dyn std::fmt::Display), ("count", &unfinished), args[0], args[1], args[2]];
    // The page that readers see changes with the next build, and somebody should hear of it now.
    let takes_off = present.is_some_and(|text| entry.is_own(lang) && text.facts.has("reviewed_by"));
    say(session, if unfinished > 0 { "import-unfinished" } else { "import-done" }, &args)?;
    if takes_off {
        say(session, "import-takes-off", &args)?;
    }
    if let Some(old) = kept.old {
        say(session, "import-kept", &[("path", &old)])?;
    }
    Ok(0)
}

/// Whether a file says what the present translation says, in the order of today's original.
fn is_same(own: &Skeleton, now: &Bundle, imported: &Imported, texts: &[Option<String>]) -> bool {
    let offered = now.original.units().iter().zip(&now.proposals);
    let offered: BTreeMap<&str, &Proposal> = offered.map(|(unit, proposal)| (unit.key.as_str(), proposal)).collect();
    let is_offered = |unit: &Returned| {
        offered.get(unit.key.as_str()).is_some_and(|proposal| {
            let is_fuzzy = matches!(proposal.standing, Standing::Fuzzy { .. });
            proposal.text.as_deref().unwrap_or("") == unit.target && is_fuzzy == unit.is_fuzzy
        })
    };
    let said = texts.iter().flatten().filter(|text| !text.is_empty());
    imported.units.iter().all(is_offered)
        && (imported.unfinished() > 0 || said.eq(own.units().iter().map(|unit| &unit.text)))
}

/// What stands in the head of the new text beside words: what the present one has, but that nobody has read it yet.
fn head(desk: &Desk, entry: &Entry, lang: &Lang, now: &Bundle, unfinished: usize) -> Vec<(String, Value)> {
    let status = if unfinished > 0 { "draft" } else { "review" };
    let kept = desk.translation(entry, lang).map(|translation| translation.head().to_vec()).unwrap_or_default();
    let is_renewed = |key: &str| matches!(key, "translated_from" | "status" | "machine" | "reviewed_by");
    let mut head = vec![
        ("translated_from".to_owned(), Value::Text(now.digest.clone())),
        ("status".to_owned(), Value::Text(status.to_owned())),
    ];
    head.extend(kept.into_iter().filter(|(key, _)| !is_renewed(key)));
    head
}

/// The bytes of a translator's file; one that is far too large is not read at all.
fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    let fault = |source| Failure::Machine(disk::Error::Io { op: "read", path: file.to_owned(), source });
    let size = match std::fs::metadata(file) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(Failure::usage("usage-exchange-missing", "word", file.to_string_lossy()));
        }
        size => size.map_err(fault)?,
    };
    if !size.is_file() || size.len() > limits::TEXT_FILE_BYTES {
        return Err(Failure::usage("usage-no-exchange-file", "word", shown_name(file)));
    }
    std::fs::read(file).map_err(fault)
}

fn shown_name(file: &Path) -> String {
    file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// The snapshot with the translator's file in it, so that findings can show its lines.
fn holding(desk: &Desk, place: &str, bytes: &[u8]) -> Snapshot {
    let mut snapshot = desk.survey.reading.snapshot.clone();
    if let Ok(path) = SitePath::new(place) {
        snapshot.files.insert(path, Source::text(bytes));
    }
    snapshot
}
