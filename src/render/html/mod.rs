//! The body of a page as HTML. Every kind of block and of words is written here and in `inline`, by a `match`
//! without a rest, so a new kind does not compile until somebody has decided what a reader gets. Whatever comes from a
//! file is escaped.

mod inline;
mod notes;
#[cfg(test)]
mod soundness;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Lang;
use crate::base::text::{escape_into, passage};
use crate::model::{Block, Callout, Html, Inline, ListItem, MediaKind, Resolved, Said};

pub(super) use inline::plain;
use inline::{is_spoken, lone_hotline, lone_pictures};
pub(super) use notes::Notes;

use notes::headings;

/// The words that the writer adds to those of the page.
pub struct BodyWords<'a> {
    /// The words of a message: `callout-signs` and the like, `now-number`, `footnotes`, `task-done`, `task-open`,
    /// `download-file`, `transcript-of-film`, `transcript-of-sound`.
    pub say: &'a dyn Fn(&str) -> Said,
    /// The language of the body; words in another one are marked.
    pub lang: &'a Lang,
    /// Whether its first list, if it has three items, leads three kinds of readers on: so on the home page.
    pub has_doors: bool,
}

impl std::fmt::Debug for BodyWords<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("BodyWords").field("lang", self.lang).finish_non_exhaustive()
    }
}

/// Writes a body. The same arguments give the same bytes.
pub fn body(blocks: &[Block], resolved: &Resolved, words: &BodyWords<'_>) -> Html {
    let mut writer = Writer::new(blocks, resolved, words);
    let is_doors = |block: &Block| words.has_doors && matches!(block, Block::List { start: None, .. });
    let before = blocks.iter().position(is_doors).unwrap_or(blocks.len());
    let (before, rest) = blocks.split_at_checked(before).unwrap_or((blocks, &[]));
    writer.blocks(before);
    if let [Block::List { items, .. }, after @ ..] = rest {
        writer.doors(items);
        writer.blocks(after);
    }
    writer.footnotes();
    Html::from_writer(writer.out)
}

/// A body that is being written.
pub(super) struct Writer<'a> {
    pub out: String,
    pub resolved: &'a Resolved,
    pub words: &'a BodyWords<'a>,
    pub notes: Notes<'a>,
    /// The ids of the footnotes and how often each has been pointed at, by number.
    pub note_ids: Vec<(String, usize)>,
    /// HTML has no link within a link.
    pub in_link: bool,
    taken: BTreeSet<String>,
    /// The last number tried after an id, so that ten thousand boxes do not try all numbers again.
    numbers: BTreeMap<String, usize>,
    headings: usize,
    /// The level of the heading above, as written; 1 is the page's title.
    level: u8,
    nearest: Option<String>,
}

impl<'a> Writer<'a> {
    fn new(blocks: &'a [Block], resolved: &'a Resolved, words: &'a BodyWords<'a>) -> Writer<'a> {
        let mut writer = Writer {
            out: String::new(),
            resolved,
            words,
            notes: Notes::of(blocks),
            note_ids: Vec::new(),
            in_link: false,
            taken: resolved.heading_ids.iter().cloned().collect(),
            numbers: BTreeMap::new(),
            headings: 0,
            level: 1,
            nearest: None,
        };
        for number in 1..=writer.notes.list.len() {
            let id = writer.unique(&format!("fn-{number}"));
            writer.note_ids.push((id, 0));
        }
        writer
    }

    /// An id that nothing else on the page has.
    pub fn unique(&mut self, wanted: &str) -> String {
        if self.taken.insert(wanted.to_owned()) {
            return wanted.to_owned();
        }
        let number = self.numbers.entry(wanted.to_owned()).or_insert(1);
        loop {
            *number += 1;
            let id = format!("{wanted}-{number}");
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }

    /// Markup of our own.
    pub fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Words of somebody else.
    pub fn text(&mut self, text: &str) {
        escape_into(text, &mut self.out);
    }

    /// Words that may be in another language than the body.
    pub fn said(&mut self, said: &Said) {
        if said.lang == *self.words.lang {
            return self.text(&said.text);
        }
        self.raw("<span lang=\"");
        self.text(said.lang.as_str());
        self.raw("\" dir=\"");
        self.raw(said.direction.as_str());
        self.raw("\">");
        self.text(&said.text);
        self.raw("</span>");
    }

    /// The words of a message.
    pub fn message(&mut self, id: &str) {
        let said = (self.words.say)(id);
        self.said(&said);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        let mut blocks = blocks.iter().peekable();
        while let Some(block) = blocks.next() {
            match block {
                Block::Player { kind, alt, span, .. } => {
                    let transcript = |next: &&Block| matches!(next, Block::Quote(_));
                    self.player(*kind, alt, span.start, blocks.next_if(transcript));
                }
                other => self.block(other),
            }
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, body, .. } => self.heading(*level, body),
            Block::Paragraph(body) => self.paragraph(body),
            Block::List { start, items } => self.list(*start, items),
            Block::Quote(body) => {
                self.raw("<blockquote>\n");
                self.blocks(body);
                self.raw("</blockquote>\n");
            }
            Block::Callout { kind, body, .. } => self.callout(*kind, body),
            Block::Table { rows } => self.table(rows),
            Block::Code(text) => {
                self.raw("<pre><code>");
                self.text(text);
                self.raw("</code></pre>\n");
            }
            Block::Rule => self.raw("<hr>\n"),
            // Written after everything else; its headings are passed over here.
            Block::Footnote { body, .. } => self.headings += headings(body),
            Block::Player { kind, alt, span, .. } => self.player(*kind, alt, span.start, None),
        }
    }

    fn heading(&mut self, level: u8, body: &[Inline]) {
        // Who writes #### under ## means a part of it: readers who jump from heading to heading look for the level between.
        let level = level.clamp(2, 6).min(self.level + 1);
        let id = self.resolved.heading_ids.get(self.headings);
        self.headings += 1;
        self.level = level;
        self.open_heading(level, id.map(String::as_str));
        self.line(body);
        self.close_heading(level);
    }

    fn open_heading(&mut self, level: u8, id: Option<&str>) {
        self.raw(heading_name(level).0);
        if let Some(id) = id {
            self.raw(" id=\"");
            self.text(id);
            self.raw("\"");
            self.nearest = Some(id.to_owned());
        }
        self.raw(">");
    }

    fn close_heading(&mut self, level: u8) {
        self.raw(heading_name(level).1);
    }

    fn paragraph(&mut self, body: &[Inline]) {
        if let Some(hotline) = lone_hotline(body, self.resolved) {
            self.raw("<p class=\"number\">");
            self.hotline(hotline);
            self.raw("</p>\n");
        } else if lone_pictures(body) {
            self.figures(body);
        } else {
            self.raw(if is_spoken(body) { "<p class=\"line\">" } else { "<p>" });
            self.line(body);
            self.raw("</p>\n");
        }
    }

    /// A run of words on its own, under its language where that is not the one around it.
    pub fn line(&mut self, body: &[Inline]) {
        let quoted = &self.resolved.quoted;
        let is_quoted =
            !quoted.passages.is_empty() && passage(&plain(body)).is_some_and(|p| quoted.passages.contains(&p));
        let Some((lang, direction)) = quoted.language.as_ref().filter(|_| is_quoted) else { return self.inlines(body) };
        self.raw("<span lang=\"");
        self.text(lang.as_str());
        self.raw("\" dir=\"");
        self.raw(direction.as_str());
        self.raw("\">");
        self.inlines(body);
        self.raw("</span>");
    }

    /// A paragraph without its tags, as list items and footnotes have it.
    fn bare(&mut self, body: &[Inline]) {
        if lone_pictures(body) { self.figures(body) } else { self.line(body) }
    }

    fn figures(&mut self, body: &[Inline]) {
        for inline in body {
            if let Inline::Picture { alt, span, .. } = inline {
                if self.resolved.media.contains_key(&span.start) {
                    self.lone_picture(alt, span.start);
                } else if !alt.is_empty() {
                    self.raw("<p>");
                    self.text(alt);
                    self.raw("</p>\n");
                }
            }
        }
    }

    fn list(&mut self, start: Option<u64>, items: &[ListItem]) {
        match start {
            None => self.raw("<ul>\n"),
            Some(1) => self.raw("<ol>\n"),
            Some(start) => self.raw(&format!("<ol start=\"{start}\">\n")),
        }
        for item in items {
            match item.ticked {
                None => self.raw("<li>"),
                Some(true) => self.task("<li class=\"task done\"><span class=\"pre\">", "task-done"),
                Some(false) => self.task("<li class=\"task\"><span class=\"pre\">", "task-open"),
            }
            self.parts(&item.body);
            self.raw("</li>\n");
        }
        self.raw(if start.is_some() { "</ol>\n" } else { "</ul>\n" });
    }

    /// Three items are three doors, each with a picture; any other list stays one.
    fn doors(&mut self, items: &[ListItem]) {
        if items.len() != 3 || items.iter().any(|item| item.ticked.is_some()) {
            return self.list(None, items);
        }
        self.raw("<ul class=\"doors\">\n");
        for (item, icon) in items.iter().zip(["self", "near", "work"]) {
            self.raw("<li>");
            self.icon(icon);
            self.raw("<div>");
            self.parts(&item.body);
            self.raw("</div></li>\n");
        }
        self.raw("</ul>\n");
    }

    /// A picture of the theme: the page holds a symbol of this name once. The size is for browsers without the style.
    fn icon(&mut self, name: &str) {
        self.raw("<svg width=\"24\" height=\"24\" aria-hidden=\"true\"><use href=\"#i-");
        self.raw(name);
        self.raw("\"></use></svg>");
    }

    fn task(&mut self, opening: &str, message: &str) {
        self.raw(opening);
        self.message(message);
        self.raw("</span> ");
    }

    /// The blocks of an item: a lone paragraph needs no tags of its own.
    fn parts(&mut self, blocks: &[Block]) {
        let is_paragraph = |block: &&Block| matches!(block, Block::Paragraph(_));
        if blocks.iter().filter(is_paragraph).count() > 1 {
            return self.blocks(blocks);
        }
        for block in blocks {
            match block {
                Block::Paragraph(body) => {
                    self.bare(body);
                    if blocks.len() > 1 {
                        self.raw("\n");
                    }
                }
                other => self.block(other),
            }
        }
    }

    fn callout(&mut self, kind: Callout, body: &[Block]) {
        let name = kind.name();
        let id = self.unique(&format!("box-{name}"));
        let (above, level) = (self.level, (self.level + 1).min(6));
        let outside = self.nearest.clone();
        self.raw("<section class=\"block ");
        self.raw(name);
        // Without a name it is no landmark: two boxes of one kind on a page would be two landmarks of one name.
        self.raw("\">");
        self.open_heading(level, Some(&id));
        self.icon(icon_of(kind));
        self.message(message_of(kind));
        self.close_heading(level);
        self.level = level;
        self.blocks(body);
        self.raw("</section>\n");
        (self.level, self.nearest) = (above, outside);
    }

    fn table(&mut self, rows: &[Vec<Vec<Inline>>]) {
        let Some((head, rows)) = rows.split_first() else { return };
        // A group that the keyboard reaches needs a name: the heading above, or else the names of the columns.
        self.raw("<div class=\"scroll\" role=\"group\" tabindex=\"0\" ");
        match &self.nearest {
            Some(id) => {
                self.out.push_str("aria-labelledby=\"");
                escape_into(id, &mut self.out);
            }
            None => {
                self.raw("aria-label=\"");
                let columns: Vec<String> =
                    head.iter().map(|cell| plain(cell)).filter(|name| !name.is_empty()).collect();
                self.text(&columns.join(", "));
            }
        }
        self.raw("\"><table><thead><tr>");
        for cell in head {
            // An empty head cell names no column.
            let (opening, closing) = if cell.is_empty() { ("<td>", "</td>") } else { ("<th scope=\"col\">", "</th>") };
            self.raw(opening);
            self.line(cell);
            self.raw(closing);
        }
        self.raw("</tr></thead>");
        if !rows.is_empty() {
            self.raw("<tbody>\n");
            for row in rows {
                self.raw("<tr>");
                for cell in row {
                    self.raw("<td>");
                    self.line(cell);
                    self.raw("</td>");
                }
                self.raw("</tr>\n");
            }
            self.raw("</tbody>");
        }
        self.raw("</table></div>\n");
    }

    /// A player, with what is said in it below. Beside it the file to download: an old telephone may have no player for it,
    /// and a loudspeaker wants the file.
    fn player(&mut self, kind: MediaKind, alt: &str, place: usize, transcript: Option<&Block>) {
        if let Some(shown) = self.resolved.media.get(&place) {
            match kind {
                MediaKind::Sound => self.raw("<figure class=\"player\"><audio controls preload=\"none\" src=\""),
                MediaKind::Film => {
                    self.raw("<figure class=\"player\"><video controls playsinline preload=\"none\" src=\"")
                }
                MediaKind::Picture => return self.lone_picture(alt, place),
            }
            self.text(&shown.src);
            self.raw("\" aria-label=\"");
            self.text(alt);
            if let Some((width, height)) = shown.dimensions {
                self.raw(&format!("\" width=\"{width}\" height=\"{height}"));
            }
            self.raw(if kind == MediaKind::Film { "\"></video><figcaption>" } else { "\"></audio><figcaption>" });
            self.text(alt);
            self.raw(" <a class=\"download\" href=\"");
            self.text(&shown.src);
            self.raw("\" download>");
            self.message("download-file");
            self.raw(&format!("</a> <small>({}", shown.src.rsplit('.').next().unwrap_or("").to_uppercase()));
            for said in shown.time.iter().chain([&shown.size]) {
                self.raw(", ");
                self.said(said);
            }
            self.raw(")</small></figcaption></figure>\n");
        } else if !alt.is_empty() {
            self.raw("<p>");
            self.text(alt);
            self.raw("</p>\n");
        }
        if let Some(Block::Quote(body)) = transcript {
            self.raw("<details class=\"transcript\"><summary>");
            self.message(if kind == MediaKind::Film { "transcript-of-film" } else { "transcript-of-sound" });
            self.raw("</summary>\n<blockquote>\n");
            self.blocks(body);
            self.raw("</blockquote></details>\n");
        }
    }

    fn lone_picture(&mut self, alt: &str, place: usize) {
        self.raw("<figure>");
        self.picture(alt, place);
        self.raw("</figure>\n");
    }

    fn footnotes(&mut self) {
        if self.notes.list.is_empty() {
            return;
        }
        let title = self.unique("footnotes");
        self.raw("<section class=\"footnotes\" aria-labelledby=\"");
        self.raw(&title);
        self.raw("\">");
        self.open_heading(2, Some(&title));
        self.message("footnotes");
        self.close_heading(2);
        self.raw("<ol>\n");
        self.level = 2;
        for place in 0..self.notes.list.len() {
            let Some(note) = self.notes.list.get(place).copied() else { continue };
            self.headings = note.headings;
            self.raw("<li id=\"");
            if let Some((id, _)) = self.note_ids.get(place) {
                self.out.push_str(id);
            }
            self.raw("\">");
            self.parts(note.body);
            self.raw("</li>\n");
        }
        self.raw("</ol></section>\n");
    }
}

/// The beginning of the opening tag and the closing tag of a heading.
fn heading_name(level: u8) -> (&'static str, &'static str) {
    match level {
        0..=2 => ("<h2", "</h2>\n"),
        3 => ("<h3", "</h3>\n"),
        4 => ("<h4", "</h4>\n"),
        5 => ("<h5", "</h5>\n"),
        6.. => ("<h6", "</h6>\n"),
    }
}

/// The message that is the heading of a box.
pub(super) fn message_of(kind: Callout) -> &'static str {
    match kind {
        Callout::Signs => "callout-signs",
        Callout::Act => "callout-act",
        Callout::Call => "callout-call",
        Callout::Warning => "callout-warning",
        Callout::Note => "callout-note",
    }
}

fn icon_of(kind: Callout) -> &'static str {
    match kind {
        Callout::Signs => "signs",
        Callout::Act => "act",
        Callout::Call => "call",
        Callout::Warning => "warning",
        Callout::Note => "document",
    }
}
