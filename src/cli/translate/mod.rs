//! `loa translate`: which translation fits which original, what has changed, and the way to a translator and back. One
//! file a command; what they share is here.

mod accept;
mod diff;
mod exchange;
mod head;
mod start;
mod status;
mod table;

use crate::base::text::{fold, nearest};
use crate::base::{Date, Diagnostic, Lang, Severity, SitePath};
use crate::disk;
use crate::model::{Language, Options, Snapshot};
use crate::site::{Entry, Site, translation_record};
use crate::translate::{self, Skeleton};

use super::arguments::Translate;
use super::survey::Survey;
use super::{Exit, Failure, Format, Session, json, print};

/// Does what was asked about translations.
pub fn run(session: &mut Session<'_>, asked: Translate) -> Exit {
    match asked {
        Translate::Status(asked) => status::run(session, &asked),
        Translate::Start(asked) => start::run(session, &asked),
        Translate::Diff(asked) => diff::run(session, &asked),
        Translate::Accept(asked) => accept::run(session, &asked),
        Translate::Export(asked) => exchange::export(session, &asked),
        Translate::Import(asked) => exchange::import(session, &asked.file),
    }
}

/// The site as these commands see it: built in memory, nothing written.
struct Desk {
    survey: Survey,
}

impl Desk {
    /// Reads and builds the site. One whose settings cannot be read is reported as `check` does.
    fn open(session: &mut Session<'_>, today: Option<Date>) -> Result<Desk, Failure> {
        let survey = Survey::take(session, today, Options::default())?;
        if survey.built.site.is_none() {
            session.tell(&survey.report(session))?;
            return Err(Failure::Told(survey.exit()));
        }
        Ok(Desk { survey })
    }

    fn site(&self) -> Result<&Site, Failure> {
        // `open` has looked.
        self.survey.built.site.as_ref().ok_or_else(|| Failure::usage("usage-unknown-entry", "word", ""))
    }

    /// The entry that was typed: its folder as people write it, `.` for the home page.
    fn entry(&self, typed: &str) -> Result<&Entry, Failure> {
        let site = self.site()?;
        let folder = folder_of(typed, site);
        site.entries.get(&folder).ok_or_else(|| {
            let known = site.entries.keys().map(String::as_str);
            Failure::usage("usage-unknown-entry", "word", typed).with("right", nearest_folder(&folder, known))
        })
    }

    /// The language that was typed: its tag in any case, or one of its names.
    fn language(&self, typed: &str) -> Result<&Language, Failure> {
        let site = self.site()?;
        language(site, typed).ok_or_else(|| {
            let names = site.languages.iter().flat_map(|language| [language.tag.as_str(), &language.name]);
            let right = nearest(typed, names).and_then(|name| language(site, name)).map(|language| &language.tag);
            let known: Vec<&str> = site.languages.iter().map(|language| language.tag.as_str()).collect();
            let known = right.is_none().then(|| known.join(", "));
            Failure::usage("usage-unknown-language", "word", typed).with("right", right).with("known", known)
        })
    }

    /// An entry and a language into which it can be translated.
    fn pair(&self, entry: &str, lang: &str) -> Result<(&Entry, &Language), Failure> {
        let (entry, language) = (self.entry(entry)?, self.language(lang)?);
        if language.tag == entry.original {
            return Err(Failure::usage("usage-is-original", "word", &language.tag).with("entry", Some(name(entry))));
        }
        Ok((entry, language))
    }

    /// The original of an entry, cut into units.
    fn original(&self, entry: &Entry) -> Option<Skeleton> {
        translate::original(&self.survey.reading.snapshot, entry)
    }

    /// A translation, cut into units; none if there is no such file.
    fn translation(&self, entry: &Entry, lang: &Lang) -> Option<Skeleton> {
        translate::translation(&self.survey.reading.snapshot, entry, lang)
    }

    /// The original that a translation was made from, if loa has kept it; today's if it is that one.
    fn original_of(&self, entry: &Entry, lang: &Lang) -> Option<Skeleton> {
        translate::original_of(&self.survey.reading.snapshot, entry, lang)
    }

    /// Stops a command that would build on texts with errors, which are told as `check` tells them. An unknown mark is
    /// what such a command mends.
    fn sound(&self, session: &mut Session<'_>, files: &[&SitePath]) -> Result<(), Failure> {
        let stops = |finding: &&Diagnostic| {
            finding.severity == Severity::Error
                && finding.code != "translated-from-unknown"
                && files.iter().any(|file| *file.as_str() == *finding.place.path)
        };
        let errors: Vec<Diagnostic> = self.survey.built.diagnostics.iter().filter(stops).cloned().collect();
        if errors.is_empty() { Ok(()) } else { Err(refused(session, &errors, &self.survey.reading.snapshot)) }
    }
}

/// Findings that stop a command, in the form that was asked for.
fn refused(session: &mut Session<'_>, errors: &[Diagnostic], snapshot: &Snapshot) -> Failure {
    let report = match session.format {
        Format::Json => json::report(errors, snapshot, session.words),
        Format::Human => print::report(errors, snapshot, session.words),
    };
    session.tell(&report).map_or_else(Failure::Stream, |()| Failure::Told(1))
}

/// Keeps the original that a translation was made from, so that later changes can be shown old beside new.
fn keep_record(session: &Session<'_>, entry: &Entry, digest: &str, original: &Skeleton) -> Result<(), Failure> {
    let place = on_disk(session, &translation_record(&entry.folder, digest));
    match disk::create_new(&place, translate::record(original).as_bytes()) {
        // The same mark is the same text.
        Ok(()) | Err(disk::Error::Exists { .. }) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Where a file of the site lies.
fn on_disk(session: &Session<'_>, path: &str) -> std::path::PathBuf {
    path.split('/').fold(session.site.clone(), |folder, part| folder.join(part))
}

/// How an entry is named on the command line.
fn name(entry: &Entry) -> &str {
    if entry.is_home() { "." } else { &entry.folder }
}

/// The folder that is meant: with `content/` before it, with backslashes, with a file at its end, or with a dot for the top.
fn folder_of(typed: &str, site: &Site) -> String {
    let typed = typed.trim().replace('\\', "/");
    let mut parts: Vec<&str> = typed.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
    if parts.first() == Some(&"content") {
        parts.remove(0);
    }
    let is_file = |part: &&str| site.languages.iter().any(|l| part.eq_ignore_ascii_case(&format!("{}.md", l.tag)));
    if parts.last().is_some_and(is_file) {
        parts.pop();
    }
    parts.join("/")
}

/// The folder that was most likely meant: near as a whole, or with its last part alone.
fn nearest_folder<'a>(typed: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let last = |folder: &str| folder.rsplit('/').next().unwrap_or(folder).to_owned();
    let named = known.clone().find(|folder| !typed.is_empty() && last(folder) == last(typed));
    named.or_else(|| nearest(typed, known.filter(|folder| !folder.is_empty())))
}

fn language<'a>(site: &'a Site, typed: &str) -> Option<&'a Language> {
    let typed = typed.trim();
    let by_tag = site.languages.iter().find(|language| language.tag.as_str().eq_ignore_ascii_case(typed));
    by_tag.or_else(|| {
        let key = fold(typed);
        let named = |language: &&Language| {
            let name = fold(&language.name);
            key == name || Some(key.as_str()) == name.strip_prefix("tieng ") || key == fold(&language.autonym)
        };
        site.languages.iter().find(named).filter(|_| !key.is_empty())
    })
}

/// The only language of a site whose tag is this, or begins with this: `hmn` for `hmn-VN`.
fn language_group<'a>(site: &'a Site, typed: &str) -> Option<&'a Language> {
    language(site, typed).or_else(|| {
        let begins = |language: &&Language| {
            let tag = language.tag.as_str().to_ascii_lowercase();
            tag.strip_prefix(&typed.to_ascii_lowercase()).is_some_and(|rest| rest.starts_with('-'))
        };
        let mut found = site.languages.iter().filter(begins);
        found.next().filter(|_| found.next().is_none())
    })
}
