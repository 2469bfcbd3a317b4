//! Links and pictures among the words: the part of `markdown` that reads addresses and says what is wrong with them.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use crate::base::{Diagnostic, Span, limits};
use crate::model::{PhoneSeen, Target};

use super::address::{self, Fault};
use super::hidden;
use super::inline::{Media, Phrase, Wrap};
use super::markdown::{Builder, Silence};

/// Characters of an address that a message quotes; a `data:` address may be a whole picture.
const ADDRESS_SHOWN: usize = 200;

/// The description of a picture that is still open.
pub(super) struct Alt {
    address: String,
    phrase: Phrase,
    span: Span,
    /// Pictures in the description of this one.
    depth: usize,
}

impl Alt {
    /// The description of a picture that has just begun.
    pub fn new(address: String, span: Span) -> Alt {
        Alt { address, phrase: Phrase::default(), span, depth: 0 }
    }
}

impl Builder<'_> {
    /// A link begins.
    pub fn link(&mut self, kind: LinkType, address: &str, span: Span) {
        if self.one_link_too_many(&span) {
            self.silence = Silence::Link;
            return;
        }
        let read = match kind {
            LinkType::Email => address::target(&format!("mailto:{address}")),
            _ => address::target(address),
        };
        self.report(read.fault, address, &span);
        let number = read.dialled.as_ref().map(|(shown, _)| shown.clone());
        let seen = |(shown, phone)| PhoneSeen { shown, phone, sure: true, line: String::new(), span: span.clone() };
        self.phones.extend(read.dialled.map(seen));
        let origin = self.origin;
        if kind != LinkType::Autolink {
            self.wrap(Wrap::Link(Box::new(read.target)), span);
        } else if matches!(read.target, Target::Hotline(_)) {
            self.silence = Silence::All;
            self.words(&span).hotline(read.target, origin, span);
        } else {
            self.wrap(Wrap::Link(Box::new(read.target)), span.clone());
            if let Some(number) = number {
                // A reader wants the number, not `tel:` and the number.
                self.words(&span).text(&number, origin, span);
                self.close();
                self.silence = Silence::All;
            }
        }
    }

    fn one_link_too_many(&mut self, span: &Span) -> bool {
        self.links += 1;
        if self.links == limits::LINKS_A_PAGE + 1 {
            let finding =
                Diagnostic::error("too-many-links", self.origin.place(span)).arg("limit", limits::LINKS_A_PAGE);
            self.diagnostics.push(finding);
        }
        self.links > limits::LINKS_A_PAGE
    }

    fn report(&mut self, fault: Option<Fault>, address: &str, span: &Span) {
        let Some(Fault { code, paste }) = fault else { return };
        let mut finding = Diagnostic::error(code, self.origin.place(span)).arg("address", cut(address));
        finding.paste = paste;
        self.diagnostics.push(finding);
    }

    /// An event inside the description of a picture, of which the words alone count.
    pub fn describe(&mut self, event: Event<'_>, range: Span) {
        let (origin, span) = (self.origin, self.origin.span(range));
        let Some(alt) = &mut self.alt else { return };
        if let Event::Text(text) = &event {
            self.diagnostics.extend(hidden::by_reference(origin, text, &span));
        }
        match event {
            Event::Start(Tag::Image { .. }) => alt.depth += 1,
            Event::End(TagEnd::Image) if alt.depth > 0 => alt.depth -= 1,
            Event::End(TagEnd::Image) => self.picture(),
            Event::Html(text) | Event::InlineHtml(text) if text.starts_with("<!--") => {}
            Event::Text(text)
            | Event::Code(text)
            | Event::Html(text)
            | Event::InlineHtml(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => alt.phrase.text(&text, origin, span),
            Event::SoftBreak | Event::HardBreak => alt.phrase.soft_break(span),
            Event::Start(_) | Event::End(_) | Event::FootnoteReference(_) | Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    fn picture(&mut self) {
        let Some(Alt { address, phrase, span, .. }) = self.alt.take() else { return };
        let origin = self.origin;
        let (alt, phones) = phrase.verbatim(origin);
        match address::file(&address) {
            Ok((kind, file)) if !self.one_link_too_many(&span) => {
                self.phones.extend(phones);
                if alt.trim().is_empty() {
                    let finding = Diagnostic::error("missing-alt", origin.place(&span)).arg("file", cut(&file));
                    // Markdown ends an address at a blank unless it stands in angle brackets.
                    let shown = cut(&file);
                    let shown = if shown.contains(' ') { format!("<{shown}>") } else { shown };
                    let finding = finding.paste(format!("![…]({shown})"));
                    self.diagnostics.push(finding);
                }
                let alt = alt.trim().to_owned();
                return self.words(&span).media(Media { kind, file, alt, span: span.clone() }, origin);
            }
            Ok(_) => {}
            Err(Fault { code, paste }) => {
                // Findings about pictures speak of a file, those about addresses of an address.
                let name = if matches!(code, "foreign-picture" | "unknown-media") { "file" } else { "address" };
                let mut finding = Diagnostic::error(code, origin.place(&span)).arg(name, cut(&address));
                finding.paste = paste;
                self.diagnostics.push(finding);
            }
        }
        // The description is all that is left; its numbers are found again among the words around it.
        self.words(&span).text(&alt, origin, span.clone());
    }
}

fn cut(address: &str) -> String {
    address.chars().take(ADDRESS_SHOWN).collect()
}
