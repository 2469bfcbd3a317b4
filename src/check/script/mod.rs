//! `wrong-script`: a page is written in the script that its language declares. One that is not was most often saved
//! under the name of another language; a screen reader then spells it out in the wrong voice.
//!
//! Bad: `km.md` with Vietnamese words. Good: the same words in `vi.md`.

use crate::base::text::{LetterCount, Share, decode, first_word};
use crate::base::{Diagnostic, Lang, Place, Severity, Span};
use crate::model::{Language, Snapshot};
use crate::site::{Entry, Text};

use super::Scripts;

/// Letters below which nothing can be said of a text: a title of two words may be two names.
const ENOUGH: u32 = 20;

/// Letters of another script, names not counted, that make a line one of that script.
const FEW: u32 = 4;

/// The part of the letters, in percent, that must be of the language's own script (LANGUAGES section 1).
const OWN_PERCENT: u32 = 90;

/// Looks at every text of an entry, also at what is left out today.
pub fn of_entry(entry: &Entry, scripts: &Scripts<'_>, snapshot: &Snapshot) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (lang, text) in &entry.texts {
        if let Some(language) = scripts.languages.iter().find(|language| language.tag == *lang) {
            let whole = judged(entry, lang, text, language, snapshot);
            // A page that is wrong as a whole is told of once.
            let lines = if whole.is_some() { Vec::new() } else { lines(entry, lang, text, language) };
            findings.extend(whole.into_iter().chain(lines));
        }
    }
    findings
}

/// Titles and other lines in which not one letter is of the language's script. They stand in lists, in the search and in
/// the mouth of a screen reader, where no body makes up for them.
fn lines(entry: &Entry, lang: &Lang, text: &Text, language: &Language) -> Vec<Diagnostic> {
    let Some(script) = language.script.as_deref() else { return Vec::new() };
    let judge = |key: &str| {
        let line = text.facts.text(key)?;
        if is_plainly_latin(line, script) {
            return None;
        }
        let mut count = LetterCount::default();
        count.add(line);
        let share = count.finish().share(script);
        let found = share.strongest.filter(|_| share.own == 0 && share.other >= FEW)?;
        let place = Place::at(&text.summary.file, text.facts.span(key)?);
        let mut finding = Diagnostic::error("wrong-script", place).arg("lang", lang).arg("script", script);
        if is_unfinished(entry, lang, text) {
            finding.severity = Severity::Warning;
        }
        Some(finding.arg("found", found).arg("percent", 0))
    };
    ["title", "summary", "action"].into_iter().filter_map(judge).collect()
}

/// Whether a line has a letter of a language in Latin letters: so have nearly all, and nothing needs to be counted.
fn is_plainly_latin(line: &str, script: &str) -> bool {
    script == "Latn" && line.bytes().any(|byte| byte.is_ascii_alphabetic())
}

fn judged(entry: &Entry, lang: &Lang, text: &Text, language: &Language, snapshot: &Snapshot) -> Option<Diagnostic> {
    let script = language.script.as_deref()?;
    let heads = || ["title", "summary"].iter().filter_map(|key| text.facts.text(key));
    let body = text.summary.letters.share(script);
    // Of most texts the body alone says enough, whatever the letters of title and summary are.
    let most: usize = heads().map(str::len).sum();
    let most = u64::from(body.own) + u64::from(body.other) + most as u64;
    if u64::from(body.own) * 100 > most * u64::from(OWN_PERCENT) {
        return None;
    }
    let mut head = LetterCount::default();
    heads().for_each(|words| head.add(words));
    let shares = [body, head.finish().share(script)];
    let (own, other) = shares.iter().fold((0, 0), |(own, other), share| (own + share.own, other + share.other));
    let found = shares.iter().max_by_key(|share: &&Share| share.other)?.strongest?;
    let all = u64::from(own) + u64::from(other);
    if all < u64::from(ENOUGH) || u64::from(own) * 100 > all * u64::from(OWN_PERCENT) {
        return None;
    }
    let span = place(text, found, snapshot);
    let place = span.map_or_else(|| Place::file(&text.summary.file), |span| Place::at(&text.summary.file, span));
    let mut finding = Diagnostic::error("wrong-script", place).arg("lang", lang).arg("script", script);
    // What a translator has before the eyes while working is not published, and need not be in the right language yet.
    if is_unfinished(entry, lang, text) {
        finding.severity = Severity::Warning;
    }
    let finding = finding.arg("found", found).arg("percent", u64::from(own) * 100 / all);
    Some(match lang.in_script(found).filter(|_| language.name.is_empty()) {
        Some(right) => finding.arg("right", right),
        None => finding,
    })
}

fn is_unfinished(entry: &Entry, lang: &Lang, text: &Text) -> bool {
    let unread = *lang != entry.original && !text.facts.has("reviewed_by");
    unread || text.facts.is_true("machine") || matches!(text.facts.text("status"), Some("draft" | "review"))
}

/// The first word in the script that was found: in the title, in the summary, or else in the body.
fn place(text: &Text, script: &str, snapshot: &Snapshot) -> Option<Span> {
    for key in ["title", "summary"] {
        if text.facts.text(key).is_some_and(|words| first_word(words, script).is_some()) {
            return text.facts.span(key);
        }
    }
    let crate::base::text::Decoded::Text(source) = decode(snapshot.text(&text.summary.file)?) else { return None };
    let body = source.strip_prefix("---").and_then(|rest| rest.find("\n---")).map_or(0, |end| end + 7);
    let word = first_word(source.get(body..)?, script)?;
    Some(body + word.start..body + word.end)
}
