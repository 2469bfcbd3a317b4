//! PO, the form of Poedit and its like (GNU gettext manual, "The Format of PO Files"). Written by hand: of the crates
//! tried, one takes a string without its end and forgets the words of the old original, the other tells no lines.

use crate::i18n::Diagnostics;

use super::bundle::Bundle;
use super::carry::Standing;
use super::notes::{notes, one_line};

/// The day in the head of a file whose original has none: any will do for the tools, and today would change the bytes.
const NO_DAY: &str = "2000-01-01";

/// A bundle as PO; the notes are in the language of `words`.
pub fn to_po(bundle: &Bundle, words: &Diagnostics) -> String {
    let mut out = head(bundle);
    let units = bundle.original.units().iter().zip(&bundle.proposals);
    for (unit, proposal) in units {
        out.push('\n');
        for note in notes(unit, &bundle.original, words) {
            out.push_str(&format!("#. {note}\n"));
        }
        out.push_str(&format!("#: {}:{}\n", bundle.original.file, bundle.original.line(unit)));
        if let Standing::Fuzzy { previous } = &proposal.standing {
            out.push_str("#, fuzzy\n");
            if let Some(previous) = previous {
                field("#| msgid", "#| ", previous, &mut out);
            }
        }
        field("msgctxt", "", &context(&bundle.entry, &unit.key), &mut out);
        field("msgid", "", &unit.text, &mut out);
        field("msgstr", "", proposal.text.as_deref().unwrap_or(""), &mut out);
    }
    out
}

/// What tells equal sentences apart: the entry and the address inside it.
fn context(entry: &str, key: &str) -> String {
    format!("{entry}#{key}")
}

fn head(bundle: &Bundle) -> String {
    let day = bundle.updated.map_or(NO_DAY.to_owned(), |day| day.to_string());
    let lines = [
        ("Project-Id-Version", one_line(&bundle.site)),
        // Noon in Vietnam; the hour means nothing.
        ("PO-Revision-Date", format!("{day} 12:00+0700")),
        ("Last-Translator", String::new()),
        ("Language-Team", String::new()),
        ("Language", bundle.lang.as_str().replace('-', "_")),
        ("MIME-Version", "1.0".to_owned()),
        ("Content-Type", "text/plain; charset=UTF-8".to_owned()),
        ("Content-Transfer-Encoding", "8bit".to_owned()),
        ("X-Generator", "loa".to_owned()),
        ("X-Source-Language", bundle.source_lang.to_string()),
        ("X-Loa-Language", bundle.lang.to_string()),
        ("X-Loa-Entry", bundle.entry.clone()),
        ("X-Loa-Source", bundle.digest.clone()),
    ];
    let head: String = lines.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
    let mut out = String::new();
    field("msgid", "", "", &mut out);
    field("msgstr", "", &head, &mut out);
    out
}

/// A string after its name: on one line, or each line of it on its own.
fn field(name: &str, before: &str, text: &str, out: &mut String) {
    if !text.trim_end_matches('\n').contains('\n') {
        out.push_str(&format!("{name} {}\n", quoted(text)));
        return;
    }
    out.push_str(&format!("{name} \"\"\n"));
    for line in text.split_inclusive('\n') {
        out.push_str(&format!("{before}{}\n", quoted(line)));
    }
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            // Such a character is an error of the original, which cannot be published with it.
            c if c.is_control() => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
