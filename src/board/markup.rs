//! Markup that cannot be broken: elements are opened and closed by one call, and text gets in escaped or not at all.

use crate::base::text::escape_into;
use crate::model::Said;

/// A piece of HTML that grows.
#[derive(Debug, Default)]
pub(super) struct Markup {
    out: String,
}

/// Attributes by name.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a str)];

impl Markup {
    /// The beginning of a document.
    pub fn page() -> Markup {
        Markup { out: "<!DOCTYPE html>\n".to_owned() }
    }

    /// An element with what `inner` puts into it.
    pub fn el(&mut self, name: &'static str, attributes: Attributes<'_>, inner: impl FnOnce(&mut Markup)) {
        self.void(name, attributes);
        inner(self);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// An element that holds a text.
    pub fn leaf(&mut self, name: &'static str, attributes: Attributes<'_>, text: &str) {
        self.el(name, attributes, |m| m.text(text));
    }

    /// A link within the preview.
    pub fn link(&mut self, href: &str, text: &str) {
        self.leaf("a", &[("href", href)], text);
    }

    /// Words in the language that they are in.
    pub fn said(&mut self, name: &'static str, class: &str, said: &Said) {
        let (lang, direction) = (said.lang.as_str(), said.direction.as_str());
        self.leaf(name, &[("class", class), ("lang", lang), ("dir", direction)], &said.text);
    }

    /// An element that has no end, or the beginning of one.
    pub fn void(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.out.push(' ');
            self.out.push_str(key);
            if !value.is_empty() {
                self.out.push_str("=\"");
                escape_into(&shown(value), &mut self.out);
                self.out.push('"');
            }
        }
        self.out.push('>');
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        escape_into(&shown(text), &mut self.out);
    }

    /// A line end, for whoever reads the source.
    pub fn line(&mut self) {
        self.out.push('\n');
    }

    /// All of it.
    pub fn finish(self) -> String {
        self.out
    }
}

/// A text without what cannot stand in a page or turns the writing of its neighbours round: such a character is shown as
/// one that is missing.
fn shown(text: &str) -> std::borrow::Cow<'_, str> {
    let is_bad = |c: char| {
        let turns = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        let is_control = c.is_control() && !matches!(c, '\n' | '\t');
        let is_none = matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE;
        turns || is_control || is_none
    };
    if text.contains(is_bad) { text.replace(is_bad, "\u{FFFD}").into() } else { text.into() }
}

/// A path as it stands in an address: what is no plain letter, digit or sign is written as its bytes.
pub(super) fn address(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
