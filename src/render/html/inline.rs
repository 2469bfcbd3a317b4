//! Words, links and pictures as HTML: the other half of `html`.

use crate::base::text::escape_into;
use crate::model::{HotlineLink, Href, Inline, PhoneShown, Resolved};

use super::Writer;

/// How wide a picture is on the page: the column of text, or a telephone without its margins. A browser that knows only the
/// width of the window would fetch the next larger one. `entry.html` says the same.
const SIZES: &str = "(min-width:43rem) 40rem, calc(100vw - 2.5rem)";

impl Writer<'_> {
    /// Writes the parts of a line.
    pub(super) fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.text(text),
                Inline::Phone { shown, phone } => match self.resolved.phones.get(phone) {
                    Some(_) if self.in_link => self.text(shown),
                    Some(PhoneShown::Link(hotline)) => self.hotline(hotline),
                    Some(PhoneShown::Struck(now)) => self.struck(shown, now.as_ref()),
                    None => self.text(shown),
                },
                Inline::Code(text) => {
                    self.raw("<code>");
                    self.text(text);
                    self.raw("</code>");
                }
                Inline::Emphasis(body) => self.wrapped("<em>", body, "</em>"),
                Inline::Strong(body) => self.wrapped("<strong>", body, "</strong>"),
                Inline::Strike(body) => self.wrapped("<s>", body, "</s>"),
                Inline::Link { body, span, .. } => self.link(body, span.start),
                Inline::Picture { alt, span, .. } => self.picture(alt, span.start),
                Inline::Break => self.raw("<br>\n"),
                Inline::FootnoteMark(label) => self.mark(label),
            }
        }
    }

    fn wrapped(&mut self, opening: &str, body: &[Inline], closing: &str) {
        self.raw(opening);
        self.inlines(body);
        self.raw(closing);
    }

    /// A number that can be called, shown as the registry has it.
    pub(super) fn hotline(&mut self, hotline: &HotlineLink) {
        self.raw("<a class=\"phone\" href=\"");
        self.text(&hotline.dial);
        self.raw("\" translate=\"no\">");
        self.text(&hotline.number);
        self.raw("</a>");
    }

    /// An old number: it must not be called, so it is no link.
    fn struck(&mut self, shown: &str, now: Option<&HotlineLink>) {
        self.raw("<s translate=\"no\">");
        self.text(shown);
        self.raw("</s>");
        if let Some(now) = now {
            self.raw(" <small class=\"now\">(");
            self.message("now-number");
            self.raw(" ");
            self.hotline(now);
            self.raw(")</small>");
        }
    }

    fn link(&mut self, body: &[Inline], place: usize) {
        let href = self.resolved.links.get(&place);
        match href {
            Some(Href::Hotline(hotline)) if is_wordless(body) => {
                if self.in_link {
                    self.text(&hotline.number)
                } else {
                    self.hotline(hotline)
                }
            }
            // Words that a reader cannot see make a link that nobody can follow.
            _ if self.in_link || is_wordless(body) => self.inlines(body),
            Some(Href::Page(address)) => self.anchor("<a href=\"", address, body),
            Some(Href::Hotline(hotline)) => self.anchor("<a class=\"phone\" href=\"", &hotline.dial, body),
            Some(Href::Outside(url)) if url.host().is_some() => {
                self.anchor("<a rel=\"external noreferrer\" href=\"", url.as_str(), body)
            }
            Some(Href::Outside(url)) => self.anchor("<a href=\"", url.as_str(), body),
            Some(Href::Download { href, note }) => {
                self.anchor("<a class=\"download\" href=\"", href, body);
                self.raw(" <small>(");
                self.said(note);
                self.raw(")</small>");
            }
            Some(Href::Plain) | None => self.inlines(body),
        }
    }

    fn anchor(&mut self, opening: &str, address: &str, body: &[Inline]) {
        self.raw(opening);
        self.text(address);
        self.raw("\">");
        self.in_link = true;
        self.inlines(body);
        self.in_link = false;
        self.raw("</a>");
    }

    /// A picture, or its description where there is no picture.
    pub(super) fn picture(&mut self, alt: &str, place: usize) {
        let Some(shown) = self.resolved.media.get(&place) else { return self.text(alt) };
        self.raw("<img src=\"");
        self.text(&shown.src);
        if !shown.set.is_empty() {
            self.raw("\" srcset=\"");
            self.text(&shown.set);
            self.raw("\" sizes=\"");
            self.raw(SIZES);
        }
        self.raw("\" alt=\"");
        self.text(alt);
        if let Some((width, height)) = shown.dimensions {
            self.raw(&format!("\" width=\"{width}\" height=\"{height}"));
        }
        self.raw("\" loading=\"lazy\" decoding=\"async\">");
    }

    fn mark(&mut self, label: &str) {
        let Some(number) = self.notes.number(label) else {
            // A mark of nothing is what somebody typed.
            self.raw("[^");
            self.text(label);
            return self.raw("]");
        };
        self.raw("<sup class=\"mark\">");
        if self.in_link {
            self.raw(&number.to_string());
        } else {
            let target = self.note_ids.get_mut(number - 1).map(|(id, times)| {
                *times += 1;
                (id.clone(), *times)
            });
            let (target, times) = target.unwrap_or_default();
            let wanted = if times > 1 { format!("fnref-{number}-{times}") } else { format!("fnref-{number}") };
            let own = self.unique(&wanted);
            self.raw("<a id=\"");
            escape_into(&own, &mut self.out);
            self.raw(&format!("\" href=\"#{target}\">{number}</a>"));
        }
        self.raw("</sup>");
    }
}

/// The hotline, if a paragraph is nothing else.
pub(super) fn lone_hotline<'a>(body: &[Inline], resolved: &'a Resolved) -> Option<&'a HotlineLink> {
    let mut visible = body.iter().filter(|inline| !matches!(inline, Inline::Text(text) if text.trim().is_empty()));
    let (only, None) = (visible.next()?, visible.next()) else { return None };
    match only {
        Inline::Strong(body) | Inline::Emphasis(body) => lone_hotline(body, resolved),
        Inline::Link { body, span, .. } if is_wordless(body) => match resolved.links.get(&span.start)? {
            Href::Hotline(hotline) => Some(hotline),
            Href::Page(_) | Href::Outside(_) | Href::Download { .. } | Href::Plain => None,
        },
        Inline::Phone { phone, .. } => match resolved.phones.get(phone)? {
            PhoneShown::Link(hotline) => Some(hotline),
            PhoneShown::Struck(_) => None,
        },
        Inline::Text(_)
        | Inline::Code(_)
        | Inline::Strike(_)
        | Inline::Link { .. }
        | Inline::Picture { .. }
        | Inline::Break
        | Inline::FootnoteMark(_) => None,
    }
}

/// Whether a paragraph holds pictures and nothing else.
pub(super) fn lone_pictures(body: &[Inline]) -> bool {
    let is_picture = |inline: &Inline| matches!(inline, Inline::Picture { .. });
    let is_nothing = |inline: &Inline| match inline {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::Break => true,
        Inline::Phone { .. }
        | Inline::Code(_)
        | Inline::Emphasis(_)
        | Inline::Strong(_)
        | Inline::Strike(_)
        | Inline::Link { .. }
        | Inline::Picture { .. }
        | Inline::FootnoteMark(_) => false,
    };
    body.iter().any(is_picture) && body.iter().all(|inline| is_picture(inline) || is_nothing(inline))
}

/// Whether a paragraph is a line of a script: `**Who:** words`.
pub(super) fn is_spoken(body: &[Inline]) -> bool {
    match body {
        [Inline::Strong(who), _, ..] => plain(who).trim_end().ends_with([':', '：']),
        _ => false,
    }
}

/// Whether there is nothing in it to read or to see.
fn is_wordless(inlines: &[Inline]) -> bool {
    inlines.iter().all(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) => text.trim().is_empty(),
        Inline::Emphasis(body) | Inline::Strong(body) | Inline::Strike(body) | Inline::Link { body, .. } => {
            is_wordless(body)
        }
        Inline::Break => true,
        Inline::Phone { .. } | Inline::Picture { .. } | Inline::FootnoteMark(_) => false,
    })
}

/// The words of a line without its marks.
pub(in crate::render) fn plain(body: &[Inline]) -> String {
    let mut out = String::new();
    for inline in body {
        match inline {
            Inline::Text(words) | Inline::Code(words) | Inline::Phone { shown: words, .. } => out.push_str(words),
            Inline::Emphasis(body) | Inline::Strong(body) | Inline::Strike(body) | Inline::Link { body, .. } => {
                out.push_str(&plain(body));
            }
            Inline::Break => out.push(' '),
            Inline::Picture { .. } | Inline::FootnoteMark(_) => {}
        }
    }
    out
}
