//! The body of an entry as plain markup with full addresses, to be pasted into somebody else's page: headings, lists, tables,
//! links and pictures, and nothing that needs our styles, scripts or anchors. A `match` without a rest, as in `html`.

use crate::base::Lang;
use crate::base::text::{escape_into, passage};
use crate::model::{Block, Callout, HotlineLink, Href, Html, Inline, ListItem, MediaKind, PhoneShown, Resolved, Said};

use super::html::{BodyWords, Notes, message_of, plain};

/// Where the page lies of which this is the fragment.
#[derive(Clone, Debug, Hash)]
pub struct Home<'a> {
    /// The address of the site, ending in a slash.
    pub base: &'a str,
    /// The path of the page.
    pub page: String,
}

impl Home<'_> {
    /// The full address of what the page leads to.
    pub fn absolute(&self, way: &str) -> String {
        if way.starts_with('#') {
            return format!("{}{}{way}", self.base, self.page);
        }
        let mut folders: Vec<&str> = self.page.split('/').collect();
        folders.pop();
        let mut rest = way;
        while let Some(above) = rest.strip_prefix("../") {
            folders.pop();
            rest = above;
        }
        folders.push(rest);
        format!("{}{}", self.base, folders.join("/"))
    }
}

/// Writes a body. The same arguments give the same bytes.
pub fn body(blocks: &[Block], resolved: &Resolved, words: &BodyWords<'_>, home: &Home<'_>) -> Html {
    let notes = Notes::of(blocks);
    let mut writer = Writer { out: String::new(), resolved, words, notes, home, level: 1, in_link: false };
    writer.blocks(blocks);
    writer.footnotes();
    Html::from_writer(writer.out)
}

struct Writer<'a> {
    out: String,
    resolved: &'a Resolved,
    words: &'a BodyWords<'a>,
    notes: Notes<'a>,
    home: &'a Home<'a>,
    /// The level of the heading above.
    level: u8,
    /// HTML has no link within a link.
    in_link: bool,
}

impl Writer<'_> {
    fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    fn text(&mut self, text: &str) {
        escape_into(text, &mut self.out);
    }

    /// Words under their language, where that is not the one of the body.
    fn spoken(&mut self, lang: &Lang, direction: &str, write: impl FnOnce(&mut Self)) {
        if lang == self.words.lang {
            return write(self);
        }
        self.raw(&format!("<span lang=\"{lang}\" dir=\"{direction}\">"));
        write(self);
        self.raw("</span>");
    }

    fn said(&mut self, said: &Said) {
        self.spoken(&said.lang, said.direction.as_str(), |writer| writer.text(&said.text));
    }

    fn message(&mut self, id: &str) {
        let said = (self.words.say)(id);
        self.said(&said);
    }

    fn wrapped(&mut self, opening: &str, closing: &str, write: impl FnOnce(&mut Self)) {
        self.raw(opening);
        write(self);
        self.raw(closing);
    }

    fn anchor(&mut self, address: &str, write: impl FnOnce(&mut Self)) {
        if self.in_link {
            return write(self);
        }
        self.raw("<a href=\"");
        self.text(address);
        self.raw("\">");
        self.in_link = true;
        write(self);
        self.in_link = false;
        self.raw("</a>");
    }

    fn heading(&mut self, level: u8, write: impl FnOnce(&mut Self)) {
        self.level = level.clamp(2, 6);
        let level = self.level;
        self.wrapped(&format!("<h{level}>"), &format!("</h{level}>\n"), write);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, body, .. } => self.heading(*level, |writer| writer.line(body)),
            Block::Paragraph(body) => self.wrapped("<p>", "</p>\n", |writer| writer.line(body)),
            Block::List { start, items } => self.list(*start, items),
            Block::Quote(body) => self.wrapped("<blockquote>\n", "</blockquote>\n", |writer| writer.blocks(body)),
            Block::Callout { kind, body, .. } => self.callout(*kind, body),
            Block::Table { rows } => self.table(rows),
            Block::Code(text) => self.wrapped("<pre><code>", "</code></pre>\n", |writer| writer.text(text)),
            Block::Rule => self.raw("<hr>\n"),
            Block::Footnote { .. } => {}
            Block::Player { kind, alt, span, .. } => self.player(*kind, alt, span.start),
        }
    }

    fn list(&mut self, start: Option<u64>, items: &[ListItem]) {
        match start {
            None => self.raw("<ul>\n"),
            Some(1) => self.raw("<ol>\n"),
            Some(start) => self.raw(&format!("<ol start=\"{start}\">\n")),
        }
        for item in items {
            self.raw("<li>");
            if let Some(ticked) = item.ticked {
                self.message(if ticked { "task-done" } else { "task-open" });
                self.raw(" ");
            }
            self.parts(&item.body);
            self.raw("</li>\n");
        }
        self.raw(if start.is_some() { "</ol>\n" } else { "</ul>\n" });
    }

    /// The blocks of an item: a lone paragraph needs no tags of its own.
    fn parts(&mut self, blocks: &[Block]) {
        match blocks {
            [Block::Paragraph(body)] => self.line(body),
            [Block::Paragraph(body), rest @ ..] if !rest.iter().any(|block| matches!(block, Block::Paragraph(_))) => {
                self.line(body);
                self.raw("\n");
                self.blocks(rest);
            }
            blocks => self.blocks(blocks),
        }
    }

    fn callout(&mut self, kind: Callout, body: &[Block]) {
        let above = self.level;
        self.heading(above + 1, |writer| writer.message(message_of(kind)));
        self.blocks(body);
        self.level = above;
    }

    fn table(&mut self, rows: &[Vec<Vec<Inline>>]) {
        let Some((head, rows)) = rows.split_first() else { return };
        self.raw("<table><thead><tr>");
        for cell in head {
            // An empty head cell names no column.
            let (opening, closing) = if cell.is_empty() { ("<td>", "</td>") } else { ("<th scope=\"col\">", "</th>") };
            self.wrapped(opening, closing, |writer| writer.line(cell));
        }
        self.raw("</tr></thead>\n");
        if !rows.is_empty() {
            self.raw("<tbody>\n");
            for row in rows {
                self.raw("<tr>");
                row.iter().for_each(|cell| self.wrapped("<td>", "</td>", |writer| writer.line(cell)));
                self.raw("</tr>\n");
            }
            self.raw("</tbody>");
        }
        self.raw("</table>\n");
    }

    /// Sound and film as a link: a player may be forbidden where this is pasted.
    fn player(&mut self, kind: MediaKind, alt: &str, place: usize) {
        let (shown, home) = (self.resolved.media.get(&place), self.home);
        self.raw("<p>");
        match (kind, shown) {
            (MediaKind::Picture, _) => self.picture(alt, place),
            (MediaKind::Sound | MediaKind::Film, Some(shown)) => {
                self.anchor(&home.absolute(&shown.src), |writer| writer.text(alt));
                self.raw(" (");
                self.said(&shown.size);
                self.raw(")");
            }
            (MediaKind::Sound | MediaKind::Film, None) => self.text(alt),
        }
        self.raw("</p>\n");
    }

    fn footnotes(&mut self) {
        let bodies: Vec<&[Block]> = self.notes.list.iter().map(|note| note.body).collect();
        if bodies.is_empty() {
            return;
        }
        self.heading(2, |writer| writer.message("footnotes"));
        self.raw("<ol>\n");
        bodies.into_iter().for_each(|body| self.wrapped("<li>", "</li>\n", |writer| writer.parts(body)));
        self.raw("</ol>\n");
    }

    /// A run of words on its own, under its language where it is a quotation from another one.
    fn line(&mut self, body: &[Inline]) {
        let quoted = &self.resolved.quoted;
        let is_quoted =
            !quoted.passages.is_empty() && passage(&plain(body)).is_some_and(|p| quoted.passages.contains(&p));
        match quoted.language.as_ref().filter(|_| is_quoted) {
            Some((lang, direction)) => self.spoken(lang, direction.as_str(), |writer| writer.inlines(body)),
            None => self.inlines(body),
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.text(text),
                Inline::Phone { shown, phone } => match self.resolved.phones.get(phone) {
                    Some(PhoneShown::Link(hotline)) => self.hotline(hotline),
                    Some(PhoneShown::Struck(now)) => self.struck(shown, now.as_ref()),
                    None => self.text(shown),
                },
                Inline::Code(text) => self.wrapped("<code>", "</code>", |writer| writer.text(text)),
                Inline::Emphasis(body) => self.wrapped("<em>", "</em>", |writer| writer.inlines(body)),
                Inline::Strong(body) => self.wrapped("<strong>", "</strong>", |writer| writer.inlines(body)),
                Inline::Strike(body) => self.wrapped("<s>", "</s>", |writer| writer.inlines(body)),
                Inline::Link { body, span, .. } => self.link(body, span.start),
                Inline::Picture { alt, span, .. } => self.picture(alt, span.start),
                Inline::Break => self.raw("<br>\n"),
                Inline::FootnoteMark(label) => self.mark(label),
            }
        }
    }

    fn hotline(&mut self, hotline: &HotlineLink) {
        self.anchor(&hotline.dial, |writer| writer.text(&hotline.number));
    }

    /// An old number: it must not be called, so it is no link.
    fn struck(&mut self, shown: &str, now: Option<&HotlineLink>) {
        self.wrapped("<s>", "</s>", |writer| writer.text(shown));
        if let Some(now) = now {
            self.raw(" (");
            self.message("now-number");
            self.raw(" ");
            self.hotline(now);
            self.raw(")");
        }
    }

    fn link(&mut self, body: &[Inline], place: usize) {
        let home = self.home;
        let is_wordless = plain(body).trim().is_empty();
        match self.resolved.links.get(&place) {
            Some(Href::Hotline(hotline)) if is_wordless => self.hotline(hotline),
            Some(Href::Hotline(hotline)) => self.anchor(&hotline.dial, |writer| writer.inlines(body)),
            Some(Href::Page(way)) => self.anchor(&home.absolute(way), |writer| writer.inlines(body)),
            Some(Href::Outside(url)) => self.anchor(url.as_str(), |writer| writer.inlines(body)),
            Some(Href::Download { href, note }) => {
                self.anchor(&home.absolute(href), |writer| writer.inlines(body));
                self.raw(" (");
                self.said(note);
                self.raw(")");
            }
            Some(Href::Plain) | None => self.inlines(body),
        }
    }

    /// A picture, or its description where there is no picture.
    fn picture(&mut self, alt: &str, place: usize) {
        let home = self.home;
        let Some(shown) = self.resolved.media.get(&place) else { return self.text(alt) };
        self.raw("<img src=\"");
        self.text(&home.absolute(&shown.src));
        self.raw("\" alt=\"");
        self.text(alt);
        if let Some((width, height)) = shown.dimensions {
            self.raw(&format!("\" width=\"{width}\" height=\"{height}"));
        }
        self.raw("\">");
    }

    fn mark(&mut self, label: &str) {
        match self.notes.number(label) {
            Some(number) => self.raw(&format!("<sup>[{number}]</sup>")),
            // A mark of nothing is what somebody typed.
            None => {
                self.raw("[^");
                self.text(label);
                self.raw("]");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_becomes_an_address() {
        let home = Home { base: "https://vi-du.example/x/", page: "vi/bai/a/index.html".to_owned() };
        let is =
            |way: &str, address: &str| assert_eq!(home.absolute(way), format!("https://vi-du.example/x/{address}"));
        is("../b/index.html", "vi/bai/b/index.html");
        is("../../../km/bai/a/index.html#x", "km/bai/a/index.html#x");
        is("anh.jpg", "vi/bai/a/anh.jpg");
        is("#dau-hieu", "vi/bai/a/index.html#dau-hieu");
    }
}
