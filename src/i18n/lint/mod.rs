//! Judges the site's own interface words: `i18n/<lang>/site.ftl` against the original in Vietnamese, against what the
//! templates give, and against the rules of LANGUAGES, section 2. The tools that other projects use find missing and
//! obsolete ids and nothing more.

mod book;
mod faults;
mod raw;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use fluent_syntax::ast;

use crate::base::text::{self, nearest};
use crate::base::{Diagnostic, Lang, Place, SitePath, Span};
use crate::model::{Language, MessageCall, Snapshot};

use super::{embedded, words};
use book::Book;
pub use book::pieces;

/// Ids that a message about missing words names; the rest is a number.
const NAMED: usize = 5;

/// The words of one language before they are read.
struct Source<'a> {
    language: Option<&'a Language>,
    embedded: String,
    /// The site's own file: its path, its text, its bytes as they lie on disk.
    own: Option<(SitePath, String, &'a [u8])>,
}

/// One message or term of a file that is judged.
struct Judged<'a> {
    path: &'a SitePath,
    text: &'a str,
    id: &'a str,
}

impl Judged<'_> {
    /// The place of a part of the text; the syntax tree holds pieces of the text itself.
    fn place(&self, part: &str) -> Place {
        match offset(self.text, part) {
            Some(at) => Place::at(self.path, at..at + part.len()),
            None => Place::file(self.path),
        }
    }

    fn error(&self, code: &'static str, part: &str) -> Diagnostic {
        Diagnostic::error(code, self.place(part)).arg("id", self.id)
    }

    fn warning(&self, code: &'static str, part: &str) -> Diagnostic {
        Diagnostic::warning(code, self.place(part)).arg("id", self.id)
    }
}

/// Where a piece of a text begins in it, if it is a piece of this very text and not a copy.
fn offset(text: &str, part: &str) -> Option<usize> {
    let at = (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    (text.get(at..at.checked_add(part.len())?) == Some(part)).then_some(at)
}

/// What is wrong with the site's own words, and with the ids that its templates name.
pub fn lint(snapshot: &Snapshot, languages: &[Language], calls: &[MessageCall]) -> Vec<Diagnostic> {
    let vietnamese = Lang::vietnamese();
    let original = Source::read(snapshot, &vietnamese, languages.iter().find(|language| language.tag == vietnamese));
    let others = languages.iter().filter(|language| language.tag != vietnamese);
    let others: Vec<Source<'_>> =
        others.map(|language| Source::read(snapshot, &language.tag, Some(language))).collect();
    let built_in = Book::of(&[&original.embedded]);
    let whole = Book::of(&original.texts());
    let mut known: BTreeSet<&str> = whole.messages.keys().copied().collect();
    let mut found = original.faults(&built_in, &built_in, &whole, calls);
    for source in &others {
        let book = Book::of(&source.texts());
        found.extend(source.faults(&built_in, &whole, &book, calls));
        found.extend(source.missing(&whole, &book));
        known.extend(book.messages.keys());
    }
    found.extend(unknown_ids(calls, &known));
    found.extend(calls.iter().filter_map(|call| forgotten(call, &built_in)));
    found
}

/// What a message needs and a template does not give it: without it the message cannot be said in any language.
fn forgotten(call: &MessageCall, original: &Book<'_>) -> Option<Diagnostic> {
    let id = Some(call.id.head.as_str()).filter(|id| call.id.tail.is_none() && original.messages.contains_key(id))?;
    let needed = original.variables(id);
    let lacking: Vec<&str> =
        needed.into_iter().filter(|name| !call.variables.iter().any(|given| given == name)).collect();
    let finding = Diagnostic::error("strings-call", call.place.clone()).arg("id", id);
    (!lacking.is_empty()).then(|| finding.arg("lacking", lacking.join(", ")))
}

/// Ids that templates name and no language has.
fn unknown_ids(calls: &[MessageCall], known: &BTreeSet<&str>) -> Vec<Diagnostic> {
    let unknown = calls.iter().filter(|call| !known.iter().any(|id| call.id.fits(id)));
    let finding = |call: &MessageCall| {
        let finding = Diagnostic::error("strings-unknown-id", call.place.clone()).arg("id", call.id.shown());
        match nearest(&call.id.head, known.iter().copied()).filter(|_| call.id.tail.is_none()) {
            Some(right) => finding.arg("right", right),
            None => finding,
        }
    };
    unknown.map(finding).collect()
}

impl<'a> Source<'a> {
    fn read(snapshot: &'a Snapshot, tag: &Lang, language: Option<&'a Language>) -> Source<'a> {
        let own = words::own_file(snapshot, tag).and_then(|(path, bytes)| match text::decode(bytes) {
            text::Decoded::Text(text) => Some((path, text, bytes)),
            // What it is instead was told when the words were loaded.
            _ => None,
        });
        Source { language, embedded: embedded::text(tag.as_str(), "site.ftl").unwrap_or_default(), own }
    }

    fn texts(&self) -> Vec<&str> {
        std::iter::once(self.embedded.as_str()).chain(self.own.as_ref().map(|(_, text, _)| text.as_str())).collect()
    }

    /// The faults of the site's own file. `original` is what it translates, `book` all words of its language.
    fn faults(
        &self,
        built_in: &Book<'_>,
        original: &Book<'_>,
        book: &Book<'_>,
        calls: &[MessageCall],
    ) -> Vec<Diagnostic> {
        let (Some(language), Some((path, text, bytes))) = (self.language, &self.own) else { return Vec::new() };
        let judge = faults::Judge { language, built_in, original, book, calls };
        let mut found: Vec<Diagnostic> = raw::not_nfc(path, text, bytes).into_iter().collect();
        let mut seen = BTreeSet::new();
        for entry in book::entries(text) {
            let (id, is_new) = match &entry {
                ast::Entry::Message(message) => (message.id.name, seen.insert((false, message.id.name))),
                ast::Entry::Term(term) => (term.id.name, seen.insert((true, term.id.name))),
                _ => continue,
            };
            let judged = Judged { path, text, id };
            if !is_new {
                found.push(judged.error("strings-doubled", id));
            }
            found.extend(judge.entry(&judged, &entry));
        }
        found
    }

    /// Messages that a language of its own words has not: told once, since they are said in another language meanwhile.
    fn missing(&self, original: &Book<'_>, book: &Book<'_>) -> Option<Diagnostic> {
        let (language, (path, _, _)) = (self.language?, self.own.as_ref()?);
        let missing: Vec<&str> =
            original.messages.keys().filter(|id| !book.messages.contains_key(*id)).copied().collect();
        let named = missing.get(..NAMED).unwrap_or(&missing).join(", ");
        let finding = Diagnostic::warning("strings-missing", Place::file(path)).arg("lang", language.called());
        (!missing.is_empty()).then(|| finding.arg("count", missing.len()).arg("known", named))
    }
}

/// The bytes of a span of a text that hold one character.
fn span_of(at: usize, c: char) -> Span {
    at..at + c.len_utf8()
}
