//! Markdown events to blocks. The stack is ours, so that text nested a hundred thousand times costs memory and not the
//! program: what is deeper than [`limits::NESTING`] is dissolved into the block around it.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::base::{Diagnostic, Span, limits};
use crate::model::{Block, Callout, Inline, ListItem, PhoneSeen};

use super::callout::{self, Marker};
use super::depth;
use super::hidden;
use super::inline::{self, Media, Phrase, Wrap};
use super::links::Alt;
use super::origin::Origin;

/// A body as blocks.
pub(super) struct Parsed {
    /// The blocks.
    pub blocks: Vec<Block>,
    /// The telephone numbers in the text, in order.
    pub phones: Vec<PhoneSeen>,
    /// What was noticed.
    pub diagnostics: Vec<Diagnostic>,
}

/// What a body may have beyond plain Markdown.
pub const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS);

/// Parses a body.
pub(super) fn blocks(origin: &Origin<'_>) -> Parsed {
    let mut builder = Builder::new(origin);
    let (markdown, surplus) = depth::bounded(origin.markdown());
    if let Some(at) = surplus {
        builder.nested_too_deeply(inline::too_deep(origin, &origin.span(at..at + 1)));
    }
    for (event, range) in Parser::new_ext(&markdown, EXTENSIONS).into_offset_iter() {
        builder.take(event, range);
    }
    builder.finish()
}

/// A container that is still open.
enum Frame {
    Quote { blocks: Vec<Block>, callout: Option<Callout>, span: Span },
    List { start: Option<u64>, items: Vec<ListItem> },
    Item { ticked: Option<bool>, blocks: Vec<Block> },
    Footnote { label: String, blocks: Vec<Block> },
    Table { rows: Vec<Vec<Vec<Inline>>> },
}

/// Words that are still open.
struct Gathering {
    kind: Kind,
    phrase: Phrase,
    span: Span,
}

enum Kind {
    Paragraph,
    Heading(u8),
    Cell,
    Code,
    Html,
}

/// A body that is being built.
pub(super) struct Builder<'a> {
    /// The file.
    pub origin: &'a Origin<'a>,
    page: Vec<Block>,
    stack: Vec<Frame>,
    /// Containers that were too deep and are left out.
    dissolved: usize,
    gathering: Option<Gathering>,
    /// An empty phrase whose room is used again.
    spare: Phrase,
    /// The picture that is open.
    pub alt: Option<Alt>,
    /// What is left out of the link that is open.
    pub silence: Silence,
    /// Links and pictures so far.
    pub links: usize,
    /// Numbers so far.
    pub phones: Vec<PhoneSeen>,
    /// What was noticed so far.
    pub diagnostics: Vec<Diagnostic>,
}

/// What the builder leaves out until the open link ends.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Silence {
    /// Nothing.
    Nothing,
    /// The link itself; its words stay.
    Link,
    /// The link and its words.
    All,
}

impl<'a> Builder<'a> {
    fn new(origin: &'a Origin<'a>) -> Builder<'a> {
        Builder {
            origin,
            page: Vec::new(),
            stack: Vec::new(),
            dissolved: 0,
            gathering: None,
            spare: Phrase::default(),
            alt: None,
            silence: Silence::Nothing,
            links: 0,
            phones: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    fn finish(mut self) -> Parsed {
        self.flush();
        self.phones.sort_by_key(|phone| phone.span.start);
        Parsed { blocks: self.page, phones: self.phones, diagnostics: self.diagnostics }
    }

    fn take(&mut self, event: Event<'_>, range: Span) {
        if self.alt.is_some() {
            return self.describe(event, range);
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Rule => {
                self.flush();
                self.sink().push(Block::Rule);
            }
            Event::TaskListMarker(ticked) => self.tick(ticked),
            Event::Html(text) => self.html_line(&text, range),
            // Formulas are not asked for; should one come, it is text.
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                if self.silence != Silence::All {
                    let (origin, span) = (self.origin, self.origin.span(range));
                    self.diagnostics.extend(hidden::by_reference(origin, &text, &span));
                    self.words(&span).text(&text, origin, span);
                }
            }
            Event::Code(text) => {
                let (origin, span) = (self.origin, self.origin.span(range));
                self.words(&span).code(&text, origin, span);
            }
            Event::InlineHtml(text) => {
                let (origin, span) = (self.origin, self.origin.span(range));
                self.words(&span).html(&text, origin, span);
            }
            Event::FootnoteReference(label) => {
                let span = self.origin.span(range);
                self.words(&span).mark(&label);
            }
            Event::SoftBreak => {
                let span = self.origin.span(range);
                self.words(&span).soft_break(span);
            }
            Event::HardBreak => {
                let (origin, span) = (self.origin, self.origin.span(range));
                self.words(&span).hard_break(origin, span);
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Span) {
        let span = self.origin.span(range.clone());
        match tag {
            Tag::Paragraph => self.gather(Kind::Paragraph, range),
            Tag::Heading { level, .. } => self.gather(Kind::Heading(level as u8), range),
            Tag::CodeBlock(_) => self.gather(Kind::Code, range),
            Tag::HtmlBlock => self.gather(Kind::Html, range),
            Tag::TableCell => self.gather(Kind::Cell, range),
            Tag::BlockQuote(_) => {
                let span = self.origin.block_span(range);
                self.enter(Frame::Quote { blocks: Vec::new(), callout: None, span: span.clone() }, &span);
            }
            Tag::List(start) => self.enter(Frame::List { start, items: Vec::new() }, &span),
            Tag::Item => self.enter(Frame::Item { ticked: None, blocks: Vec::new() }, &span),
            Tag::FootnoteDefinition(label) => {
                self.enter(Frame::Footnote { label: label.into_string(), blocks: Vec::new() }, &span);
            }
            Tag::Table(_) => {
                self.flush();
                self.stack.push(Frame::Table { rows: Vec::new() });
            }
            Tag::TableHead | Tag::TableRow => {
                if let Some(Frame::Table { rows }) = self.stack.last_mut() {
                    rows.push(Vec::new());
                }
            }
            Tag::Emphasis => self.wrap(Wrap::Emphasis, span),
            Tag::Strong => self.wrap(Wrap::Strong, span),
            Tag::Strikethrough => self.wrap(Wrap::Strike, span),
            Tag::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url, span),
            Tag::Image { dest_url, .. } => {
                self.alt = Some(Alt::new(dest_url.into_string(), span));
            }
            // Not asked for.
            Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::TableCell => {
                self.flush()
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::FootnoteDefinition => self.leave(),
            TagEnd::Table => {
                if let Some(Frame::Table { rows }) = self.stack.pop_if(|frame| matches!(frame, Frame::Table { .. })) {
                    self.sink().push(Block::Table { rows });
                }
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => self.close(),
            TagEnd::Link => {
                if std::mem::replace(&mut self.silence, Silence::Nothing) == Silence::Nothing {
                    self.close();
                }
            }
            TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::Image
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    // Containers.

    /// Where finished blocks go.
    fn sink(&mut self) -> &mut Vec<Block> {
        let inner = self.stack.iter_mut().rev().find_map(|frame| match frame {
            Frame::Quote { blocks, .. } | Frame::Item { blocks, .. } | Frame::Footnote { blocks, .. } => Some(blocks),
            Frame::List { .. } | Frame::Table { .. } => None,
        });
        inner.unwrap_or(&mut self.page)
    }

    fn enter(&mut self, frame: Frame, span: &Span) {
        self.flush();
        if self.dissolved == 0 && self.stack.len() < limits::NESTING {
            return self.stack.push(frame);
        }
        if self.dissolved == 0 {
            self.nested_too_deeply(inline::too_deep(self.origin, span));
        }
        self.dissolved += 1;
    }

    fn leave(&mut self) {
        self.flush();
        if self.dissolved > 0 {
            self.dissolved -= 1;
            return;
        }
        match self.stack.pop() {
            Some(Frame::Quote { blocks, callout: Some(kind), span }) => {
                self.sink().push(Block::Callout { kind, body: blocks, span });
            }
            Some(Frame::Quote { blocks, callout: None, .. }) if !blocks.is_empty() => {
                self.sink().push(Block::Quote(blocks))
            }
            Some(Frame::List { start, items }) if !items.is_empty() => self.sink().push(Block::List { start, items }),
            Some(Frame::Item { ticked, mut blocks }) => {
                blocks.shrink_to_fit();
                match self.stack.last_mut() {
                    Some(Frame::List { items, .. }) => items.push(ListItem { ticked, body: blocks }),
                    _ => self.sink().extend(blocks),
                }
            }
            Some(Frame::Footnote { label, blocks }) => self.sink().push(Block::Footnote { label, body: blocks }),
            Some(Frame::Quote { .. } | Frame::List { .. } | Frame::Table { .. }) | None => {}
        }
    }

    /// One message a file: the other places are mended by the same cut.
    fn nested_too_deeply(&mut self, finding: Diagnostic) {
        if !self.diagnostics.iter().any(|other| other.code == finding.code) {
            self.diagnostics.push(finding);
        }
    }

    fn tick(&mut self, ticked: bool) {
        if self.dissolved == 0
            && let Some(Frame::Item { ticked: mark, .. }) = self.stack.last_mut()
        {
            *mark = Some(ticked);
        }
    }

    // Words.

    fn gather(&mut self, kind: Kind, range: Span) {
        self.flush();
        let span = self.origin.block_span(range);
        self.gathering = Some(Gathering { kind, phrase: std::mem::take(&mut self.spare), span });
    }

    /// The words that are open; in a list without blank lines they begin without a paragraph.
    pub fn words(&mut self, span: &Span) -> &mut Phrase {
        let spare = &mut self.spare;
        let open = || Gathering { kind: Kind::Paragraph, phrase: std::mem::take(spare), span: span.clone() };
        &mut self.gathering.get_or_insert_with(open).phrase
    }

    /// What follows stands in `wrap`, up to [`Builder::close`].
    pub fn wrap(&mut self, wrap: Wrap, span: Span) {
        let origin = self.origin;
        self.words(&span).open(wrap, origin, span);
    }

    /// Ends what [`Builder::wrap`] began.
    pub fn close(&mut self) {
        if let Some(gathering) = &mut self.gathering {
            gathering.phrase.close();
        }
    }

    fn html_line(&mut self, text: &str, range: Span) {
        let (origin, span) = (self.origin, self.origin.span(range));
        let phrase = self.words(&span);
        phrase.text(text.trim_end(), origin, span.start..span.start + text.trim_end().len());
        phrase.soft_break(span.end..span.end);
    }

    /// Makes a block of the words that are open.
    fn flush(&mut self) {
        let Some(Gathering { kind, phrase, span }) = self.gathering.take() else { return };
        match kind {
            Kind::Paragraph => self.paragraph(phrase, &span),
            Kind::Heading(level) => self.heading(level, phrase, span),
            Kind::Cell => {
                let cell = self.inlines(phrase);
                if let Some(Frame::Table { rows }) = self.stack.last_mut()
                    && let Some(row) = rows.last_mut()
                {
                    row.push(cell);
                }
            }
            Kind::Code => {
                let (text, phones) = phrase.verbatim(self.origin);
                self.phones.extend(phones);
                self.sink().push(Block::Code(text.strip_suffix('\n').map(str::to_owned).unwrap_or(text)));
            }
            Kind::Html => self.paragraph(phrase.into_html(span.clone()), &span),
        }
    }

    fn heading(&mut self, level: u8, phrase: Phrase, span: Span) {
        let body = self.inlines(phrase);
        if inline::is_blank(&body) {
            return;
        }
        if level == 1 {
            self.diagnostics.push(Diagnostic::warning("heading-one", self.origin.place(&span)));
        }
        self.sink().push(Block::Heading { level, body, span });
    }

    fn paragraph(&mut self, mut phrase: Phrase, span: &Span) {
        self.name_callout(&mut phrase, span);
        if let Some(players) = phrase.players() {
            let players = players.into_iter().map(|media| {
                let Media { kind, file, alt, span } = media;
                Block::Player { kind, file, alt, span }
            });
            return self.sink().extend(players);
        }
        let inlines = self.inlines(phrase);
        if !inline::is_blank(&inlines) {
            self.sink().push(Block::Paragraph(inlines));
        }
    }

    fn inlines(&mut self, mut phrase: Phrase) -> Vec<Inline> {
        let room = limits::NESTING.saturating_sub(self.stack.len());
        let finished = phrase.finish(self.origin, room);
        self.spare = phrase.cleared();
        self.phones.extend(finished.phones);
        for finding in finished.diagnostics {
            if finding.code == "nested-too-deeply" {
                self.nested_too_deeply(finding);
            } else {
                self.diagnostics.push(finding);
            }
        }
        finished.inlines
    }

    /// Makes a callout of the quotation that begins with this paragraph, if the paragraph begins with its mark.
    fn name_callout(&mut self, phrase: &mut Phrase, span: &Span) {
        let Some(Frame::Quote { blocks, callout, .. }) = self.stack.last_mut() else { return };
        // In the file, too: after a backslash the bracket is meant to be read.
        let is_first = self.dissolved == 0 && blocks.is_empty() && callout.is_none();
        if !is_first || !self.origin.slice(span).trim_start().starts_with("[!") {
            return;
        }
        let Some(Marker { word, length }) = callout::marker(phrase.shown()) else { return };
        if !phrase.begins_plain(length) {
            return;
        }
        match callout::of_word(word) {
            Some(kind) => {
                *callout = Some(kind);
                phrase.behead(length);
            }
            None => {
                let span = span.start..span.start + length;
                self.diagnostics.push(callout::unknown(word, self.origin.place(&span)));
            }
        }
    }
}
