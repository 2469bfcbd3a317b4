//! Interface words: one Fluent bundle a language, asked along the language's chain.
//! Every answer says which language it is in, so that a page never calls Vietnamese words Tày.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::base::text::{self, Cues, find_phones};
use crate::base::{Diagnostic, Lang, Place, SitePath, Span, limits};
use crate::model::{Direction, Language, PhoneSeen, Said, Snapshot};

use super::{embedded, functions};

/// What a message is given: names and values.
pub type Args<'a> = FluentArgs<'a>;

type Bundle = FluentBundle<FluentResource>;

/// The words of a site in all its languages, as they are asked in one build.
pub struct Words {
    lexicon: Arc<Lexicon>,
    /// What could not be said, apart for each thread, so that the faults of a page can be told from those of the pages
    /// that are made at the same time.
    failures: Vec<Mutex<Failures>>,
}

/// What could not be said although some file has it: language, message and what Fluent said.
pub type Failures = BTreeSet<(String, String, String)>;

/// The words of a site in all its languages, as they were read.
pub struct Lexicon {
    speakers: BTreeMap<Lang, Speaker>,
    /// The telephone numbers in the site's own words.
    phones: Vec<(SitePath, PhoneSeen)>,
}

struct Speaker {
    bundle: Bundle,
    chain: Vec<Lang>,
    direction: Direction,
    /// Whether it has any words of its own.
    speaks: bool,
}

impl Lexicon {
    /// Loads the words of these languages: the embedded ones, then the site's own over them. `strings` are the files of
    /// `i18n/`.
    pub fn load(strings: &Snapshot, languages: &[Language], cues: &Cues) -> (Lexicon, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let mut phones = Vec::new();
        let mut speakers = BTreeMap::new();
        let source = languages.first().map(|language| &language.tag);
        for language in languages {
            let mut bundle = bundle(&language.formats_as);
            let mut speaks = false;
            if let Some(source) = embedded::text(language.tag.as_str(), "site.ftl") {
                let (resource, _) = resource(source);
                bundle.add_resource_overriding(resource);
                speaks = true;
            }
            if let Some((path, source)) = own_words(strings, language, &mut diagnostics) {
                phones.extend(phones_in(&path, &source, cues));
                diagnostics.extend(text::hygiene(&path, &source, &language.customs(), cues));
                let (resource, faults) = resource(source);
                diagnostics.extend(faults.into_iter().map(|(at, detail)| {
                    Diagnostic::error("strings-syntax", Place::at(&path, at)).arg("detail", detail)
                }));
                bundle.add_resource_overriding(resource);
                speaks = true;
            }
            if speaks && language.strings_reviewed_by.is_none() {
                let place = Place::file(format!("i18n/{}/language.yml", language.tag));
                diagnostics
                    .push(Diagnostic::warning("language-strings-unreviewed", place).arg("lang", language.called()));
            }
            let (mut chain, direction) = (language.chain.clone(), language.direction);
            // A chain that leads nowhere ends in the source language, as it does for titles and texts.
            chain.extend(source.filter(|source| !chain.contains(source) && **source != language.tag).cloned());
            speakers.insert(language.tag.clone(), Speaker { bundle, chain, direction, speaks });
        }
        (Lexicon { speakers, phones }, diagnostics)
    }
}

impl Words {
    /// Words of which nobody has asked for any yet.
    pub fn of(lexicon: Arc<Lexicon>) -> Words {
        // One more for what is no thread of the pool.
        Words { lexicon, failures: (0..=rayon::current_num_threads()).map(|_| Mutex::default()).collect() }
    }

    /// The message `id` in `lang`, or in the first language of its chain that has it.
    /// If none has it, the id itself, so that a page shows a hole rather than nothing.
    pub fn say(&self, lang: &Lang, id: &str, args: Option<&Args<'_>>) -> Said {
        let (said, failures) = self.answer(lang, id, args);
        self.note(failures);
        said
    }

    /// The same, and what failed on the way; nobody is told of that.
    pub fn answer(&self, lang: &Lang, id: &str, args: Option<&Args<'_>>) -> (Said, Failures) {
        let mut failures = Failures::new();
        let chain = self.lexicon.speakers.get(lang).map_or(&[][..], |speaker| &speaker.chain);
        for tag in std::iter::once(lang).chain(chain) {
            let Some(speaker) = self.lexicon.speakers.get(tag) else { continue };
            match ask(speaker, id, args) {
                Some(Ok(text)) => return (Said { text, lang: tag.clone(), direction: speaker.direction }, failures),
                Some(Err(detail)) => drop(failures.insert((tag.to_string(), id.to_owned(), detail))),
                None => {}
            }
        }
        failures.insert((lang.to_string(), id.to_owned(), "no language of the chain has it".to_owned()));
        (Said { text: id.to_owned(), lang: lang.clone(), direction: Direction::Ltr }, failures)
    }

    /// The language that most interface words of a page in `lang` will be in: the first of the chain that has any.
    pub fn body_language(&self, lang: &Lang) -> Lang {
        let chain = self.lexicon.speakers.get(lang).map_or(&[][..], |speaker| &speaker.chain);
        let mut tags = std::iter::once(lang).chain(chain);
        tags.find(|tag| self.lexicon.speakers.get(*tag).is_some_and(|s| s.speaks)).unwrap_or(lang).clone()
    }

    /// The direction of a language.
    pub fn direction(&self, lang: &Lang) -> Direction {
        self.lexicon.speakers.get(lang).map_or(Direction::Ltr, |speaker| speaker.direction)
    }

    /// The telephone numbers in the site's own words, with their files.
    pub fn phones(&self) -> &[(SitePath, PhoneSeen)] {
        &self.lexicon.phones
    }

    /// What failed since somebody asked last, in a fixed order.
    pub fn failures(&self) -> Failures {
        let shelves = self.failures.iter().filter_map(|shelf| shelf.lock().ok());
        shelves.flat_map(|mut shelf| std::mem::take(&mut *shelf)).collect()
    }

    /// Does something on this thread, and gives what failed meanwhile; that is not among [`Words::failures`] any more.
    pub fn heard<T>(&self, work: impl FnOnce() -> T) -> (T, Failures) {
        let swap = |failures: Failures| match self.shelf().map(Mutex::lock) {
            Some(Ok(mut shelf)) => std::mem::replace(&mut *shelf, failures),
            _ => Failures::new(),
        };
        let before = swap(Failures::new());
        let made = work();
        (made, swap(before))
    }

    /// Notes what failed.
    pub fn note(&self, failures: Failures) {
        if let Some(Ok(mut shelf)) = self.shelf().filter(|_| !failures.is_empty()).map(Mutex::lock) {
            shelf.extend(failures);
        }
    }

    fn shelf(&self) -> Option<&Mutex<Failures>> {
        let others = self.failures.len().checked_sub(1)?;
        match rayon::current_thread_index() {
            Some(thread) => self.failures.get(thread % others.max(1)),
            None => self.failures.last(),
        }
    }
}

/// Failures as findings.
pub fn failed(failures: Failures) -> Vec<Diagnostic> {
    let place = |lang: &str| Place::file(format!("i18n/{lang}/site.ftl"));
    let finding = |(lang, id, detail): (String, String, String)| {
        Diagnostic::error("strings-failed", place(&lang)).arg("id", id).arg("detail", detail)
    };
    failures.into_iter().map(finding).collect()
}

/// The message of one language, if it has it; what Fluent says if it cannot be said.
fn ask(speaker: &Speaker, id: &str, args: Option<&Args<'_>>) -> Option<Result<String, String>> {
    let pattern = speaker.bundle.get_message(id)?.value()?;
    let mut errors = Vec::new();
    let text = speaker.bundle.format_pattern(pattern, args, &mut errors).into_owned();
    // Fluent prints `{$name}` and goes on; a reader must never see that.
    Some(errors.first().map_or(Ok(text), |error| Err(error.to_string())))
}

impl std::fmt::Debug for Lexicon {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Lexicon").field("languages", &self.speakers.keys()).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Words").field("languages", &self.lexicon.speakers.keys()).finish_non_exhaustive()
    }
}

/// A bundle with our functions. Its locale is one whose plural rules are known:
/// for codes that it does not know, Fluent takes the English rules without a word.
pub(super) fn bundle(formats_as: &str) -> Bundle {
    let locale: LanguageIdentifier = formats_as.parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    // Isolation marks would end in titles, `tel:` links and copied numbers.
    bundle.set_use_isolating(false);
    // A name can only be refused when it is taken, and both are new.
    let _ = bundle.add_function("NUM", functions::num);
    let _ = bundle.add_function("DATE", functions::date);
    bundle
}

/// The sound part of a Fluent text, and its faults with their places.
pub(super) fn resource(source: String) -> (FluentResource, Vec<(Span, String)>) {
    if let Some(at) = too_deep(&source) {
        let fault = (at..at + 1, format!("more than {} brackets within each other", limits::NESTING));
        return (FluentResource::try_new(String::new()).unwrap_or_else(|(empty, _)| empty), vec![fault]);
    }
    match FluentResource::try_new(source) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => {
            // The parser may point into a letter, or past the end.
            let place = |pos: &Span| {
                let source = resource.source();
                let start = source.floor_char_boundary(pos.start);
                start..source.ceil_char_boundary(pos.end).max(start)
            };
            let faults = errors.iter().map(|error| (place(&error.pos), error.kind.to_string())).collect();
            (resource, faults)
        }
    }
}

/// Where brackets go deeper than any message needs: the parser calls itself for each, until there is no room left.
pub(super) fn too_deep(source: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        // What an unfinished message has opened ends where the next one begins.
        let word = line.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        if word.len() < line.len() && word.trim_start_matches(' ').starts_with('=') {
            depth = 0;
        }
        for (offset, c) in line.char_indices() {
            match c {
                '{' | '(' => depth += 1,
                '}' | ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > limits::NESTING {
                return Some(at + offset);
            }
        }
        at += line.len();
    }
    None
}

fn phones_in(path: &SitePath, source: &str, cues: &Cues) -> Vec<(SitePath, PhoneSeen)> {
    // Comments are for translators; blanked out, so that the places of the rest stay.
    let blank = |line: &str| if line.starts_with('#') { " ".repeat(line.len()) } else { line.to_owned() };
    let source: String = source.split('\n').map(blank).collect::<Vec<String>>().join("\n");
    let seen = find_phones(&source, cues).into_iter().map(|found| {
        let shown = source.get(found.range.clone()).unwrap_or_default().to_owned();
        (
            path.clone(),
            PhoneSeen { shown, phone: found.phone, sure: found.sure, line: String::new(), span: found.range },
        )
    });
    seen.collect()
}

/// The file of a site's own words in a language.
pub fn own_file<'a>(snapshot: &'a Snapshot, tag: &Lang) -> Option<(SitePath, &'a [u8])> {
    let (_, path, _) = snapshot.below("i18n").find(|(rest, _, _)| {
        let is_of = |folder: &str| folder.eq_ignore_ascii_case(tag.as_str());
        rest.split_once('/').is_some_and(|(folder, name)| name == "site.ftl" && is_of(folder))
    })?;
    Some((path.clone(), snapshot.text(path)?))
}

fn own_words(
    snapshot: &Snapshot,
    language: &Language,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(SitePath, String)> {
    let (path, bytes) = own_file(snapshot, &language.tag)?;
    match text::decode(bytes) {
        text::Decoded::Text(source) => Some((path, source)),
        undecoded => {
            diagnostics.extend(undecoded.refusal(&path, bytes));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_language_takes_the_plurals_of_english() {
        for language in super::super::known().iter().filter(|language| language.tag.as_str() != "en") {
            let mut bundle = bundle(&language.formats_as);
            let (words, _) = resource("n = { $n ->\n    [one] one\n   *[other] other\n}\n".to_owned());
            bundle.add_resource_overriding(words);
            let pattern = bundle.get_message("n").unwrap().value().unwrap();
            let args = Args::from_iter([("n", 1)]);
            let mut errors = Vec::new();
            assert_eq!(bundle.format_pattern(pattern, Some(&args), &mut errors), "other", "{}", language.tag);
        }
    }
}
