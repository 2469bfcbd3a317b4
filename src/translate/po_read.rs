//! Reading PO strictly: half a file must not pass for a translation with gaps.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use crate::base::{Diagnostic, Lang, Place, Span};

use super::bundle::{Imported, Returned};

/// Reads a PO file; `file` is its path for messages. What is damaged in any place is refused whole.
pub fn from_po(file: &str, text: &str) -> Result<Imported, Vec<Diagnostic>> {
    let mut reader = Reader { entries: Vec::new(), open: Entry::default(), field: Field::None };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = start..start + line.trim_end().len();
        start += line.len();
        reader.line(line.trim(), &span).map_err(|reason| vec![damaged(file, span, reason)])?;
    }
    let end = text.trim_end().len();
    reader.end().map_err(|reason| vec![damaged(file, end..end, reason)])?;
    imported(file, reader.entries)
}

/// A finding about a file that cannot be read.
pub(super) fn damaged(file: &str, span: Span, reason: &str) -> Diagnostic {
    let place = Place { path: file.into(), span: Some(span) };
    Diagnostic::error("exchange-damaged", place).arg("reason", reason)
}

/// An entry as it was written.
#[derive(Default)]
struct Entry {
    context: Option<String>,
    id: Option<String>,
    string: Option<String>,
    is_fuzzy: bool,
    span: Span,
}

#[derive(Clone, Copy, PartialEq)]
enum Field {
    None,
    Context,
    Id,
    String,
}

struct Reader {
    entries: Vec<Entry>,
    open: Entry,
    /// The string that the next line may continue.
    field: Field,
}

impl Reader {
    fn line(&mut self, line: &str, span: &Span) -> Result<(), &'static str> {
        if line.is_empty() {
            return self.end();
        }
        // Entries that a tool has put aside.
        if line.starts_with("#~") {
            return Ok(());
        }
        if let Some(comment) = line.strip_prefix('#') {
            self.end_if_full()?;
            self.field = Field::None;
            let flags = comment.strip_prefix(',').unwrap_or("");
            self.open.is_fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
            return Ok(());
        }
        if line.starts_with('"') {
            let more = string(line)?;
            let slot = match self.field {
                Field::None => return Err("stray"),
                Field::Context => &mut self.open.context,
                Field::Id => &mut self.open.id,
                Field::String => &mut self.open.string,
            };
            slot.get_or_insert_default().push_str(&more);
            self.open.span.end = span.end;
            return Ok(());
        }
        self.keyword(line, span)
    }

    fn keyword(&mut self, line: &str, span: &Span) -> Result<(), &'static str> {
        let (word, rest) = line.split_once(|c: char| c.is_whitespace() || c == '"').ok_or("stray")?;
        let text = line.get(line.len() - rest.len() - 1..).unwrap_or("").trim_start();
        let field = match word {
            "msgctxt" => Field::Context,
            "msgid" => Field::Id,
            "msgstr" => Field::String,
            "msgid_plural" => return Err("plural"),
            word if word.starts_with("msgstr[") => return Err("plural"),
            _ => return Err("stray"),
        };
        if field != Field::String {
            self.end_if_full()?;
        }
        let text = string(text)?;
        let slot = match field {
            Field::Context if self.open.id.is_none() => &mut self.open.context,
            Field::Id => &mut self.open.id,
            Field::String if self.open.id.is_some() => &mut self.open.string,
            _ => return Err("stray"),
        };
        if slot.replace(text).is_some() {
            return Err("stray");
        }
        // A finding shows the words of the translator; the head is shown from its begin.
        let is_unit = self.open.id.as_deref() != Some("");
        if self.open.span.is_empty() || (field == Field::String && is_unit) {
            self.open.span = span.clone();
        }
        self.open.span.end = span.end;
        self.field = field;
        Ok(())
    }

    /// A new entry may begin without a blank line between.
    fn end_if_full(&mut self) -> Result<(), &'static str> {
        if self.open.string.is_some() { self.end() } else { Ok(()) }
    }

    fn end(&mut self) -> Result<(), &'static str> {
        let entry = std::mem::take(&mut self.open);
        self.field = Field::None;
        match (&entry.id, &entry.string) {
            (Some(_), Some(_)) => self.entries.push(entry),
            (None, None) if entry.context.is_none() => {}
            _ => return Err("cut"),
        }
        Ok(())
    }
}

/// A string between quotes that fill the rest of a line.
fn string(text: &str) -> Result<String, &'static str> {
    let inner = text.strip_prefix('"').ok_or("unclosed")?;
    let mut out = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    loop {
        match chars.next().ok_or("unclosed")? {
            '"' => break,
            '\\' => out.push(escaped(&mut chars)?),
            c => out.push(c),
        }
    }
    if chars.as_str().trim().is_empty() { Ok(out) } else { Err("unclosed") }
}

/// The character after a backslash, as C has it. Numbers beyond ASCII would be bytes of some encoding.
fn escaped(chars: &mut std::str::Chars<'_>) -> Result<char, &'static str> {
    let number = |digits: &str, radix| u8::from_str_radix(digits, radix).ok().filter(u8::is_ascii).map(char::from);
    match chars.next().ok_or("unclosed")? {
        'n' => Ok('\n'),
        't' => Ok('\t'),
        'r' => Ok('\r'),
        c @ ('"' | '\\' | '\'' | '?') => Ok(c),
        c @ ('a' | 'b' | 'f' | 'v') => Ok(match c {
            'a' => '\u{7}',
            'b' => '\u{8}',
            'f' => '\u{C}',
            _ => '\u{B}',
        }),
        'x' => number(&digits(chars, 16, 2), 16).ok_or("escape"),
        c if c.is_digit(8) => number(&format!("{c}{}", digits(chars, 8, 2)), 8).ok_or("escape"),
        _ => Err("escape"),
    }
}

fn digits(chars: &mut std::str::Chars<'_>, radix: u32, most: usize) -> String {
    let found: String = chars.as_str().chars().take(most).take_while(|c| c.is_digit(radix)).collect();
    for _ in 0..found.len() {
        chars.next();
    }
    found
}

fn imported(file: &str, entries: Vec<Entry>) -> Result<Imported, Vec<Diagnostic>> {
    let mut entries = entries.into_iter();
    let head = entries.next().filter(|entry| entry.context.is_none() && entry.id.as_deref() == Some(""));
    let Some(head) = head else { return Err(vec![damaged(file, 0..0, "foreign")]) };
    let text = head.string.unwrap_or_default();
    let values: BTreeMap<&str, &str> =
        text.lines().filter_map(|line| line.split_once(':')).map(|(name, value)| (name.trim(), value.trim())).collect();
    let value = |name: &str| values.get(name).copied().filter(|value| !value.is_empty());
    let lang =
        value("X-Loa-Language").map(str::to_owned).or_else(|| value("Language").map(|tag| tag.replace('_', "-")));
    let lang = lang.and_then(|tag| Lang::new(&tag).ok());
    let (Some(entry), Some(digest), Some(lang)) = (value("X-Loa-Entry"), value("X-Loa-Source"), lang) else {
        return Err(vec![damaged(file, head.span, "foreign")]);
    };
    // Whoever told their tool another language wrote in it. Tools agree on the first part of a tag alone.
    let first = |tag: &str| tag.split(['-', '_', '@']).next().unwrap_or("").to_ascii_lowercase();
    if let Some(told) = value("Language").filter(|told| first(told) != first(lang.as_str())) {
        let place = Place { path: file.into(), span: Some(head.span) };
        return Err(vec![Diagnostic::error("exchange-other-language", place).arg("lang", told).arg("expected", lang)]);
    }
    let mut units = Vec::new();
    let mut seen = BTreeSet::new();
    for Entry { context, id, string, is_fuzzy, span } in entries {
        let context = context.unwrap_or_default();
        let (own, key) = context.rsplit_once('#').unwrap_or(("", &context));
        if own != entry && !own.is_empty() {
            let place = Place { path: file.into(), span: Some(span) };
            return Err(vec![
                Diagnostic::error("exchange-other-entry", place).arg("entry", own).arg("expected", entry),
            ]);
        }
        if !seen.insert(key.to_owned()) {
            return Err(vec![damaged(file, span, "doubled")]);
        }
        let (source, target) = (id.unwrap_or_default(), string.unwrap_or_default());
        units.push(Returned { key: key.to_owned(), source, target: target.nfc().collect(), is_fuzzy, span });
    }
    Ok(Imported {
        file: file.to_owned(),
        entry: entry.to_owned(),
        lang,
        digest: digest.to_owned(),
        units,
        head: head.span,
    })
}
