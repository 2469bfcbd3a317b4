//! XLIFF 2.1, core only (OASIS, XLIFF Version 2.1, 13 February 2018). Markdown goes as text: its signs are told in the
//! notes and checked when the file comes back.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::base::text::is_forbidden;
use crate::i18n::Diagnostics;

use super::bundle::Bundle;
use super::carry::{Proposal, Standing};
use super::notes::{notes, one_line};
use super::skeleton::Unit;

/// The namespace of all versions from 2.0 on.
pub(super) const CORE: &str = "urn:oasis:names:tc:xliff:document:2.0";

/// Says that the words of a segment translate an older original (section 4.3.1.28: an authority and a value).
pub(super) const FUZZY: &str = "loa:fuzzy";

/// The categories of the notes that say what a file belongs to.
pub(super) const ENTRY: &str = "loa-entry";
/// The digest of the original.
pub(super) const SOURCE: &str = "loa-source";

/// A bundle as XLIFF; the notes are in the language of `words`.
pub fn to_xliff(bundle: &Bundle, words: &Diagnostics) -> String {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    // Writing into memory cannot fail.
    let _ = document(bundle, words, &mut xml);
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    String::from_utf8(bytes).unwrap_or_default()
}

type Xml = Writer<Vec<u8>>;

fn document(bundle: &Bundle, words: &Diagnostics, xml: &mut Xml) -> io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = xml.create_element("xliff").with_attributes([
        ("xmlns", CORE),
        ("version", "2.1"),
        ("srcLang", bundle.source_lang.as_str()),
        ("trgLang", bundle.lang.as_str()),
    ]);
    root.write_inner_content(|xml| {
        // Spaces and line ends count, and a unit stays one segment: it is a paragraph.
        let file = xml.create_element("file").with_attributes([
            ("id", "f1"),
            ("original", bundle.original.file.as_str()),
            ("canResegment", "no"),
            ("xml:space", "preserve"),
        ]);
        file.write_inner_content(|xml| {
            let about = [(ENTRY, bundle.entry.as_str()), (SOURCE, bundle.digest.as_str())];
            list_notes(about.into_iter().map(|(category, text)| (category, text.to_owned())), xml)?;
            for (unit, proposal) in bundle.original.units().iter().zip(&bundle.proposals) {
                one(bundle, unit, proposal, words, xml)?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

fn one(bundle: &Bundle, unit: &Unit, proposal: &Proposal, words: &Diagnostics, xml: &mut Xml) -> io::Result<()> {
    let name = format!("{}#{}", bundle.entry, unit.key);
    let element = xml.create_element("unit").with_attributes([("id", unit.key.as_str()), ("name", &name)]);
    element.write_inner_content(|xml| {
        let place = format!("{}:{}", bundle.original.file, bundle.original.line(unit));
        let told = notes(unit, &bundle.original, words).into_iter().map(|note| ("instruction", note));
        let previous = match &proposal.standing {
            Standing::Fuzzy { previous } => previous.as_deref(),
            Standing::Fresh | Standing::Missing => None,
        };
        let previous = previous.map(|text| ("previous-source", clean(text)));
        list_notes(told.chain([("location", place)]).chain(previous), xml)?;
        let segment = xml.create_element("segment");
        let segment = match &proposal.standing {
            Standing::Fresh => segment.with_attribute(("state", "translated")),
            Standing::Fuzzy { .. } => segment.with_attributes([("state", "initial"), ("subState", FUZZY)]),
            Standing::Missing => segment.with_attribute(("state", "initial")),
        };
        segment.write_inner_content(|xml| {
            text("source", &unit.text, xml)?;
            proposal.text.as_ref().map_or(Ok(()), |words| text("target", words, xml))
        })?;
        Ok(())
    })?;
    Ok(())
}

fn list_notes<'a>(notes: impl Iterator<Item = (&'a str, String)>, xml: &mut Xml) -> io::Result<()> {
    xml.create_element("notes").write_inner_content(|xml| {
        for (category, note) in notes {
            let note = if category == "previous-source" { note } else { one_line(&note) };
            let element = xml.create_element("note").with_attribute(("category", category));
            element.write_text_content(BytesText::new(&note))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn text(element: &str, words: &str, xml: &mut Xml) -> io::Result<()> {
    xml.create_element(element).write_text_content(BytesText::new(&clean(words)))?;
    Ok(())
}

/// XML has no way to write such a character; it is an error of the original, which cannot be published with it.
fn clean(text: &str) -> String {
    text.chars().map(|c| if is_forbidden(c) { '\u{FFFD}' } else { c }).collect()
}
