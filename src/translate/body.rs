//! The units of a body: a walk over the events of the Markdown parser, which knows the place of everything.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Parser, Tag, TagEnd};

use crate::parse::{self, known_mark, without_comments};

use super::assembly::Assembly;
use super::fill::{Edit, Fill};
use super::skeleton::{BODY, Unit, UnitKind};

/// The units of a body and where they stand.
#[derive(Default)]
pub(super) struct Cut {
    pub units: Vec<Unit>,
    pub edits: Vec<Edit>,
    pub definitions: BTreeMap<String, String>,
    pub footnotes: BTreeSet<String>,
}

/// Cuts the body that begins at a byte of a text; `before` units come before its own.
pub(super) fn cut(text: &str, start: usize, before: usize) -> Cut {
    let markdown = text.get(start..).unwrap_or("");
    let (bounded, _) = parse::bounded(markdown);
    let parser = Parser::new_ext(&bounded, parse::EXTENSIONS);
    let definitions = parser.reference_definitions().iter();
    let definitions = definitions.map(|(name, found)| (label(name), found.dest.to_string())).collect();
    let cut = Cut { definitions, ..Cut::default() };
    let mut cutter = Cutter { text, before, containers: Vec::new(), run: None, cut };
    for (event, range) in parser.into_offset_iter() {
        cutter.take(event, start + range.start..start + range.end);
    }
    cutter.flush();
    cutter.cut
}

/// The name of a definition as it is compared (CommonMark 0.31, "matches").
pub(super) fn label(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

struct Cutter<'a> {
    text: &'a str,
    before: usize,
    containers: Vec<Container>,
    run: Option<Run<'a>>,
    cut: Cut,
}

enum Container {
    Quote { is_empty: bool },
    Item,
    Footnote,
    Other,
}

/// Words that belong together, while they are gathered.
struct Run<'a> {
    kind: RunKind,
    /// The range of the block; empty for the words of a tight list, which have no block.
    range: Range<usize>,
    events: Vec<(Event<'a>, Range<usize>)>,
}

#[derive(Clone, Copy, PartialEq)]
enum RunKind {
    Paragraph,
    Heading(u8),
    Cell,
    Code { is_fenced: bool },
    Html,
}

impl<'a> Cutter<'a> {
    fn take(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Paragraph) => self.begin(RunKind::Paragraph, range),
            Event::Start(Tag::Heading { level, .. }) => self.begin(RunKind::Heading(level as u8), range),
            Event::Start(Tag::TableCell) => self.begin(RunKind::Cell, range),
            Event::Start(Tag::HtmlBlock) => self.begin(RunKind::Html, range),
            Event::Start(Tag::CodeBlock(kind)) => {
                self.begin(RunKind::Code { is_fenced: matches!(kind, CodeBlockKind::Fenced(_)) }, range);
            }
            Event::Start(Tag::BlockQuote(_)) => self.enter(Container::Quote { is_empty: true }),
            Event::Start(Tag::Item) => self.enter(Container::Item),
            Event::Start(Tag::FootnoteDefinition(name)) => {
                self.cut.footnotes.insert(name.to_string());
                self.enter(Container::Footnote);
            }
            Event::Start(Tag::List(_) | Tag::Table(_)) => self.enter(Container::Other),
            Event::End(
                TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::FootnoteDefinition | TagEnd::List(_) | TagEnd::Table,
            ) => {
                self.flush();
                self.containers.pop();
            }
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell | TagEnd::HtmlBlock | TagEnd::CodeBlock,
            )
            | Event::Rule => self.flush(),
            Event::Start(Tag::TableHead | Tag::TableRow) | Event::End(TagEnd::TableHead | TagEnd::TableRow) => {}
            Event::TaskListMarker(_) => {
                if let Some(run) = &mut self.run {
                    run.range.start = self.text.len() - self.text.get(range.end..).unwrap_or("").trim_start().len();
                }
            }
            event => {
                let run = self.run.get_or_insert_with(|| Run {
                    kind: RunKind::Paragraph,
                    range: range.start..range.start,
                    events: Vec::new(),
                });
                run.events.push((event, range));
            }
        }
    }

    fn begin(&mut self, kind: RunKind, range: Range<usize>) {
        self.flush();
        self.run = Some(Run { kind, range, events: Vec::new() });
    }

    fn enter(&mut self, container: Container) {
        self.flush();
        if let Some(Container::Quote { is_empty }) = self.containers.last_mut() {
            *is_empty = false;
        }
        self.containers.push(container);
    }

    /// Makes units of the words that were gathered.
    fn flush(&mut self) {
        let Some(run) = self.run.take() else { return };
        let is_first = match self.containers.last_mut() {
            Some(Container::Quote { is_empty }) => std::mem::replace(is_empty, false),
            _ => false,
        };
        match run.kind {
            RunKind::Code { is_fenced } => self.code(&run, is_fenced),
            RunKind::Html => self.html(&run),
            RunKind::Paragraph => self.paragraph(&run, is_first),
            RunKind::Heading(level) => self.heading(&run, level),
            RunKind::Cell => {
                let extent = self.extent(&run);
                self.words(&run, extent, UnitKind::Cell, Fill::Cell);
            }
        }
    }

    fn paragraph(&mut self, run: &Run<'_>, is_first: bool) {
        let mut extent = self.extent(run);
        if run.range.start < extent.start && !run.range.is_empty() {
            extent.start = run.range.start;
        }
        let text = self.text.get(extent.clone()).unwrap_or("");
        if is_first
            && matches!(run.events.first(), Some((Event::Text(_), _)))
            && let Some(length) = known_mark(text)
        {
            let rest = text.get(length..).unwrap_or("");
            let words = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '>' || c == '\\');
            extent.start = extent.end - words.len();
        }
        if let Some(alts) = alts(run) {
            for Alt { range, events } in alts {
                let range = self.escaped(range.start)..range.end;
                let events = run.events.get(events).unwrap_or(&[]).to_vec();
                let alt = Run { kind: RunKind::Paragraph, range: range.clone(), events };
                self.words(&alt, range, UnitKind::Alt, Fill::Line);
            }
            return;
        }
        let kind = match self.containers.last() {
            Some(Container::Item) => UnitKind::ListItem,
            Some(Container::Quote { .. }) => UnitKind::Quote,
            Some(Container::Footnote) => UnitKind::Footnote,
            Some(Container::Other) | None => UnitKind::Paragraph,
        };
        self.words(run, extent, kind, Fill::Paragraph);
    }

    fn heading(&mut self, run: &Run<'_>, level: u8) {
        let extent = self.extent(run);
        let source = self.text.get(run.range.clone()).unwrap_or("");
        let is_underlined = source.trim().contains('\n');
        self.words(run, extent, UnitKind::Heading(level), if is_underlined { Fill::Paragraph } else { Fill::Heading });
    }

    fn code(&mut self, run: &Run<'_>, is_fenced: bool) {
        let text: String = run.events.iter().filter_map(|(event, _)| shown(event)).collect();
        let text = text.strip_suffix('\n').unwrap_or(&text).to_owned();
        let source = self.text.get(run.range.clone()).unwrap_or("");
        let end = run.range.start + source.trim_end().len();
        if is_fenced {
            let opening = source.lines().next().unwrap_or("").to_owned();
            return self.put(text, run.range.start..end, UnitKind::Code, Fill::Fenced(opening), false);
        }
        let start = run.events.first().map_or(run.range.start, |(_, range)| range.start);
        self.put(text, start..end.max(start), UnitKind::Code, Fill::Lines, false);
    }

    /// Raw HTML is shown as the words that it is; a comment is for the editor's eyes only.
    fn html(&mut self, run: &Run<'_>) {
        let source = self.text.get(run.range.clone()).unwrap_or("");
        let range = run.range.start..run.range.start + source.trim_end().len();
        let raw: String = run.events.iter().filter_map(|(event, _)| shown(event)).collect();
        let bare = without_comments(&raw);
        let lines: Vec<&str> = bare.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
        if lines.is_empty() {
            let edit = Edit { range, unit: None, fill: Fill::Lines, prefix: String::new(), has_comment: true };
            return self.cut.edits.push(edit);
        }
        self.put(lines.join("\n"), range, UnitKind::Paragraph, Fill::Lines, bare != raw);
    }

    /// One unit of running words.
    fn words(&mut self, run: &Run<'_>, extent: Range<usize>, kind: UnitKind, fill: Fill) {
        let (text, has_comment) = Assembly::new(self.text, self.quotes(), extent.clone()).of(&run.events);
        self.put(text, extent, kind, fill, has_comment);
    }

    fn put(&mut self, text: String, range: Range<usize>, kind: UnitKind, fill: Fill, has_comment: bool) {
        // A line may have a million cells or pictures, which need no further line.
        let is_one_line = matches!(fill, Fill::Cell | Fill::Line | Fill::Heading);
        let prefix = if is_one_line { String::new() } else { self.prefix(range.start) };
        let place = self.before + self.cut.units.len();
        let is_blank = text.trim().is_empty();
        if is_blank && !has_comment {
            return;
        }
        let unit = (!is_blank).then_some(place);
        self.cut.edits.push(Edit { range: range.clone(), unit, fill, prefix, has_comment });
        if unit.is_some() {
            let key = format!("{BODY}{}", self.cut.units.len() + 1);
            self.cut.units.push(Unit { key, kind, text, range });
        }
    }

    /// From the first to the last byte of the words of a run.
    fn extent(&self, run: &Run<'_>) -> Range<usize> {
        let start = run.events.iter().map(|(_, range)| range.start).min().unwrap_or(run.range.start);
        let end = run.events.iter().map(|(_, range)| range.end).max().unwrap_or(start);
        let start = self.escaped(start).max(run.range.start.min(start));
        let words = self.text.get(start..end).unwrap_or("").trim_end();
        start..start + words.len()
    }

    /// Events of the parser leave out the backslash before the sign that they begin with.
    fn escaped(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or("");
        if before.ends_with('\\') { at - 1 } else { at }
    }

    fn quotes(&self) -> usize {
        self.containers.iter().filter(|container| matches!(container, Container::Quote { .. })).count()
    }

    /// What a further line of the block at a byte begins with: the quotation marks before it, room for all else.
    fn prefix(&self, at: usize) -> String {
        let before = self.text.get(..at).unwrap_or("");
        let line = before.rsplit('\n').next().unwrap_or("");
        let quotes = self.quotes();
        let mut left = quotes;
        let room = |c: char| match c {
            '>' if left > 0 => {
                left -= 1;
                '>'
            }
            '\t' => '\t',
            _ => ' ',
        };
        line.chars().map(room).collect()
    }
}

/// The description of a picture: its bytes, and its events in those of the run.
struct Alt {
    range: Range<usize>,
    events: Range<usize>,
}

/// The descriptions of a paragraph that holds nothing but pictures and players.
fn alts(run: &Run<'_>) -> Option<Vec<Alt>> {
    let mut found = Vec::new();
    let mut depth: usize = 0;
    let mut open: Option<Alt> = None;
    for (place, (event, range)) in run.events.iter().enumerate() {
        match event {
            Event::Start(Tag::Image { link_type, .. }) if depth == 0 => {
                // Where the description is the name of a definition, it cannot be changed alone.
                if !matches!(link_type, LinkType::Inline | LinkType::Reference) {
                    return None;
                }
                depth = 1;
            }
            Event::End(TagEnd::Image) if depth == 1 => {
                depth = 0;
                found.extend(open.take());
            }
            _ if depth > 0 => {
                match event {
                    Event::Start(Tag::Image { .. }) => depth += 1,
                    Event::End(TagEnd::Image) => depth -= 1,
                    _ => {}
                }
                let alt = open.get_or_insert(Alt { range: range.clone(), events: place..place });
                alt.range = alt.range.start.min(range.start)..alt.range.end.max(range.end);
                alt.events.end = place + 1;
            }
            Event::SoftBreak | Event::HardBreak => {}
            Event::Text(text) if text.trim().is_empty() => {}
            Event::InlineHtml(text) if text.starts_with("<!--") => {}
            _ => return None,
        }
    }
    (!found.is_empty()).then_some(found)
}

fn shown<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    match event {
        Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => Some(text),
        _ => None,
    }
}
