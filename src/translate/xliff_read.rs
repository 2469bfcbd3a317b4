//! Reading XLIFF 2 strictly. No document type and no entities of its own, so nothing can unfold; what belongs to other
//! namespaces is passed over.

use std::collections::BTreeSet;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use unicode_normalization::UnicodeNormalization;

use crate::base::text::is_forbidden;
use crate::base::{Diagnostic, Lang, Place, Span};

use super::bundle::{Imported, Returned};
use super::po_read::damaged;
use super::xliff::{CORE, ENTRY, FUZZY, SOURCE};

/// Depth of elements. The core needs seven; inline marks may nest in a sentence.
const DEPTH: usize = 32;

/// Attributes of one element. The core knows about ten.
const ATTRIBUTES: usize = 64;

/// Reads an XLIFF file; `file` is its path for messages. What is damaged in any place is refused whole.
pub fn from_xliff(file: &str, text: &str) -> Result<Imported, Vec<Diagnostic>> {
    let mut xml = Reader::from_str(text);
    let mut walk = Walk::default();
    loop {
        let start = byte(xml.buffer_position());
        let event = xml.read_event();
        let span = start..byte(xml.buffer_position()).max(start);
        let taken = match event {
            Ok(Event::Eof) => break,
            Ok(event) => walk.take(event, &span),
            Err(_) => Err("xml"),
        };
        taken.map_err(|reason| vec![damaged(file, trimmed(text, span), reason)])?;
    }
    let end = text.trim_end().len();
    let refused = |reason| vec![damaged(file, end..end, reason)];
    if !walk.open.is_empty() || !walk.has_root {
        return Err(refused("cut"));
    }
    let (Some(lang), Some(entry), Some(digest)) = (walk.lang, walk.entry, walk.digest) else {
        return Err(refused("foreign"));
    };
    if let Some((own, span)) = walk.owners.into_iter().find(|(own, _)| *own != entry) {
        let place = Place { path: file.into(), span: Some(trimmed(text, span)) };
        return Err(vec![Diagnostic::error("exchange-other-entry", place).arg("entry", own).arg("expected", entry)]);
    }
    Ok(Imported { file: file.to_owned(), entry, lang, digest, units: walk.units, head: trimmed(text, walk.head) })
}

fn byte(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

/// A place on borders between characters, without the line ends around it.
fn trimmed(text: &str, span: Span) -> Span {
    let (start, end) = (text.floor_char_boundary(span.start), text.ceil_char_boundary(span.end));
    let slice = text.get(start..end).unwrap_or("");
    let start = start + (slice.len() - slice.trim_start().len());
    start..start + slice.trim().len()
}

/// An element that is open.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Open {
    Root,
    File,
    FileNotes,
    EntryNote,
    SourceNote,
    Group,
    Unit,
    Segment,
    Source,
    Target,
    /// A mark around words, which count.
    Inline,
    /// Something whose words do not count.
    Other,
}

#[derive(Default)]
struct Walk {
    open: Vec<Open>,
    has_root: bool,
    files: usize,
    lang: Option<Lang>,
    entry: Option<String>,
    digest: Option<String>,
    head: Span,
    units: Vec<Returned>,
    seen: BTreeSet<String>,
    /// The entries that units say they belong to.
    owners: Vec<(String, Span)>,
    /// The unit that is open, and how many segments it has.
    unit: Option<(Returned, usize)>,
    /// The words that are open.
    words: String,
}

impl Walk {
    fn take(&mut self, event: Event<'_>, span: &Span) -> Result<(), &'static str> {
        match event {
            Event::Start(element) => self.start(&element, span),
            Event::Empty(element) => {
                self.start(&element, span)?;
                self.end(span)
            }
            Event::End(_) => self.end(span),
            Event::Text(text) => self.text(&text.xml10_content()),
            Event::CData(text) => self.text(&text.xml10_content()),
            Event::GeneralRef(name) => {
                let found = match name.resolve_char_ref() {
                    Ok(Some(c)) => c.to_string(),
                    Ok(None) => resolve_predefined_entity(&name.xml10_content()).ok_or("entity")?.to_owned(),
                    Err(_) => return Err("entity"),
                };
                self.text(&found)
            }
            Event::DocType(_) => Err("doctype"),
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) | Event::Eof => Ok(()),
        }
    }

    fn start(&mut self, element: &BytesStart<'_>, span: &Span) -> Result<(), &'static str> {
        if self.open.len() >= DEPTH {
            return Err("too-deep");
        }
        let attributes = attributes(element)?;
        let value = |name: &str| attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let name = element.name().as_ref().to_owned();
        let is_foreign = name.contains(':') || value("xmlns").is_some_and(|space| space != CORE);
        let open = match (self.open.last(), name.as_str()) {
            (None, "xliff") if !self.has_root && value("xmlns") == Some(CORE) => {
                if !value("version").is_some_and(|version| version.starts_with("2.")) {
                    return Err("version");
                }
                self.has_root = true;
                self.lang = value("trgLang").and_then(|tag| Lang::new(tag).ok());
                self.head = span.clone();
                Open::Root
            }
            (None, _) => return Err(if self.has_root { "xml" } else { "not-xliff" }),
            (Some(Open::Other), _) => Open::Other,
            _ if is_foreign => Open::Other,
            (Some(Open::Root), "file") => {
                self.files += 1;
                if self.files > 1 {
                    return Err("several-files");
                }
                Open::File
            }
            (Some(Open::File), "notes") => Open::FileNotes,
            (Some(Open::FileNotes), "note") => match value("category") {
                Some(ENTRY) => Open::EntryNote,
                Some(SOURCE) => Open::SourceNote,
                _ => Open::Other,
            },
            (Some(Open::File | Open::Group), "group") => Open::Group,
            (Some(Open::File | Open::Group), "unit") => {
                let owner = value("name").and_then(|name| name.rsplit_once('#'));
                self.owners.extend(owner.map(|(own, _)| (own.to_owned(), span.clone())));
                self.unit(value("id").unwrap_or(""), span)?
            }
            (Some(Open::Unit), "segment") => self.segment(value("state"), value("subState")),
            (Some(Open::Unit), "ignorable") => Open::Segment,
            (Some(Open::Segment), "source") => Open::Source,
            (Some(Open::Segment), "target") => {
                // A finding shows the words of the translator.
                self.unit.iter_mut().for_each(|(unit, _)| unit.span.start = span.start);
                Open::Target
            }
            (Some(Open::Source | Open::Target | Open::Inline), name) => match name {
                "mrk" | "pc" => Open::Inline,
                "sm" | "em" => Open::Other,
                // A code or a control character stands for something that is not in the file.
                _ => return Err("inline"),
            },
            _ => Open::Other,
        };
        if matches!(open, Open::Source | Open::Target | Open::EntryNote | Open::SourceNote) {
            self.words.clear();
        }
        self.open.push(open);
        Ok(())
    }

    fn unit(&mut self, id: &str, span: &Span) -> Result<Open, &'static str> {
        if !self.seen.insert(id.to_owned()) {
            return Err("doubled");
        }
        let (source, target) = (String::new(), String::new());
        let unit = Returned { key: id.to_owned(), source, target, is_fuzzy: false, span: span.clone() };
        self.unit = Some((unit, 0));
        Ok(Open::Unit)
    }

    /// A tool that has looked at a segment sets its state; words that are still as they went out are not finished.
    fn segment(&mut self, state: Option<&str>, sub_state: Option<&str>) -> Open {
        if let Some((unit, segments)) = &mut self.unit {
            unit.is_fuzzy |= matches!(state, None | Some("initial")) && sub_state == Some(FUZZY);
            *segments += 1;
        }
        Open::Segment
    }

    fn text(&mut self, text: &str) -> Result<(), &'static str> {
        match self.open.last() {
            None if !text.trim().is_empty() => Err("xml"),
            Some(Open::Source | Open::Target | Open::Inline | Open::EntryNote | Open::SourceNote) => {
                self.words.push_str(text);
                if text.chars().any(is_forbidden) { Err("control-character") } else { Ok(()) }
            }
            _ => Ok(()),
        }
    }

    fn end(&mut self, span: &Span) -> Result<(), &'static str> {
        let words = || -> String { self.words.nfc().collect() };
        match self.open.pop() {
            Some(Open::Source) => {
                let words = words();
                self.unit.iter_mut().for_each(|(unit, _)| unit.source.push_str(&words));
            }
            Some(Open::Target) => {
                let words = words();
                self.unit.iter_mut().for_each(|(unit, _)| unit.target.push_str(&words));
            }
            Some(Open::EntryNote) => self.entry = Some(words().trim().to_owned()),
            Some(Open::SourceNote) => self.digest = Some(words().trim().to_owned()),
            Some(Open::Unit) => {
                if let Some((mut unit, segments)) = self.unit.take() {
                    if segments == 0 {
                        return Err("cut");
                    }
                    unit.span.end = span.end;
                    self.units.push(unit);
                }
            }
            Some(_) => {}
            None => return Err("xml"),
        }
        Ok(())
    }
}

fn attributes(element: &BytesStart<'_>) -> Result<Vec<(String, String)>, &'static str> {
    let mut found: Vec<(String, String)> = Vec::new();
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| "xml")?;
        if found.len() >= ATTRIBUTES || found.iter().any(|(key, _)| key == attribute.key.as_ref()) {
            return Err("xml");
        }
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| "entity")?;
        found.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(found)
}
