//! What must survive in a unit whatever the language: links, hotlines, numbers, code, and the structure of its Markdown.

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Parser, Tag, TagEnd};

use crate::base::text::digit;
use crate::parse;

use super::body::label;
use super::fill::{cell, heading};
use super::skeleton::{Skeleton, Unit, UnitKind};

/// What a text holds, each list sorted.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// The blocks that it makes where it stands: one paragraph, unless something is broken.
    pub blocks: Vec<&'static str>,
    /// Line breaks that count.
    pub breaks: usize,
    /// Pieces of raw HTML.
    pub html: usize,
    /// The hotlines that it refers to.
    pub hotlines: Vec<String>,
    /// Where its other links lead, and the files of its pictures.
    pub links: Vec<String>,
    /// What stays letter by letter: code, marks of footnotes, names in braces.
    pub verbatim: Vec<String>,
    /// The runs of digits outside all those, as ASCII.
    pub numbers: Vec<String>,
    /// The words that a reader sees.
    pub words: String,
}

/// How the address of a hotline begins.
const HOTLINE: &str = "hotline:";

/// Bytes of a name in braces; what is longer is a sentence.
const BRACES: usize = 60;

/// What a text would hold in the place of a unit.
pub(super) fn marks(unit: &Unit, text: &str, original: &Skeleton) -> Marks {
    let mut marks = if unit.is_markdown() { of_markdown(unit.kind, text, original) } else { plain(text) };
    marks.numbers = numbers(&marks.words);
    marks.verbatim.extend(braces(&marks.words));
    for list in [&mut marks.hotlines, &mut marks.links, &mut marks.verbatim, &mut marks.numbers] {
        list.sort();
    }
    marks
}

/// Words that are no Markdown; a hotline is written in them as in Markdown.
fn plain(text: &str) -> Marks {
    let mut marks = Marks::default();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("<hotline:") {
        marks.words.push_str(before);
        let Some((name, after)) = after.split_once('>') else { break };
        marks.hotlines.push(name.to_owned());
        rest = after;
    }
    marks.words.push_str(rest);
    marks
}

fn of_markdown(kind: UnitKind, text: &str, original: &Skeleton) -> Marks {
    let mut source = in_place(kind, text);
    let own = 0..source.len();
    for name in footnotes(text, original) {
        source.push_str(&format!("\n\n[^{name}]: x"));
    }
    let known = |link: BrokenLink<'_>| {
        let address = original.definitions.get(&label(&link.reference))?;
        Some((CowStr::from(address.clone()), CowStr::from("")))
    };
    let (bounded, _) = parse::bounded(&source);
    let parser = Parser::new_with_broken_link_callback(&bounded, parse::EXTENSIONS, Some(known));
    let mut walk = Walk { marks: Marks::default(), kind, silent: 0 };
    for (event, range) in parser.into_offset_iter() {
        if own.contains(&range.start) {
            walk.take(event);
        }
    }
    walk.marks
}

/// A text in a small file of its own, as it would stand in the place of the unit.
fn in_place(kind: UnitKind, text: &str) -> String {
    match kind {
        UnitKind::Heading(_) => format!("# {}", heading(text)),
        UnitKind::Cell => format!("| {} |\n|---|", cell(&text.replace('\n', " "))),
        UnitKind::Alt => format!("![{}](x.jpg)", text.replace('\n', " ")),
        _ => text.to_owned(),
    }
}

/// The names of the footnotes that a text refers to, among those that there are.
fn footnotes<'a>(text: &'a str, original: &Skeleton) -> Vec<&'a str> {
    let mut names: Vec<&str> = text.split("[^").skip(1).filter_map(|rest| Some(rest.split_once(']')?.0)).collect();
    names.retain(|name| original.footnotes.contains(*name));
    names.sort_unstable();
    names.dedup();
    names
}

struct Walk {
    marks: Marks,
    kind: UnitKind,
    /// Links whose words are their address.
    silent: usize,
}

impl Walk {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) if self.silent == 0 => self.marks.words.push_str(&text),
            Event::Code(text) => {
                self.marks.words.push(' ');
                self.marks.verbatim.push(format!("`{text}`"));
            }
            Event::SoftBreak => self.marks.words.push(' '),
            Event::HardBreak => {
                self.marks.words.push(' ');
                self.marks.breaks += 1;
            }
            Event::FootnoteReference(name) => self.marks.verbatim.push(format!("[^{name}]")),
            Event::InlineHtml(text) | Event::Html(text) => {
                self.marks.html += 1;
                self.marks.words.push_str(&text);
            }
            // The picture that a description stands in was put there to read it: there must be that one and no other.
            Event::Start(Tag::Image { .. } | Tag::Link { .. }) if self.kind == UnitKind::Alt => {
                self.marks.blocks.push("picture or link");
            }
            Event::Start(Tag::Link { dest_url, link_type, .. }) => {
                let is_bare = matches!(link_type, LinkType::Autolink | LinkType::Email);
                self.silent += usize::from(is_bare || self.silent > 0);
                self.address(&dest_url);
            }
            Event::End(TagEnd::Link) => self.silent = self.silent.saturating_sub(1),
            Event::Start(Tag::Image { dest_url, .. }) => self.marks.links.push(dest_url.to_string()),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) | Event::End(_) => {}
            Event::Start(tag) => self.marks.blocks.push(block(&tag)),
            Event::Rule => self.marks.blocks.push("rule"),
            _ => {}
        }
    }

    fn address(&mut self, address: &str) {
        match address.strip_prefix(HOTLINE) {
            Some(name) => self.marks.hotlines.push(name.to_owned()),
            None => self.marks.links.push(address.to_owned()),
        }
    }
}

fn block(tag: &Tag<'_>) -> &'static str {
    match tag {
        Tag::Paragraph => "paragraph",
        Tag::Heading { .. } => "heading",
        Tag::BlockQuote(_) => "quote",
        Tag::CodeBlock(_) => "code",
        Tag::HtmlBlock => "html",
        Tag::List(_) => "list",
        Tag::Item => "item",
        Tag::FootnoteDefinition(_) => "footnote",
        Tag::Table(_) => "table",
        Tag::TableHead => "head",
        Tag::TableRow => "row",
        Tag::TableCell => "cell",
        _ => "other",
    }
}

/// The runs of digits of a text, whatever the script, in ASCII.
fn numbers(text: &str) -> Vec<String> {
    let mut numbers = Vec::new();
    let mut open = String::new();
    for c in text.chars().chain(std::iter::once(' ')) {
        match digit(c) {
            Some(digit) => open.push(digit),
            None if !open.is_empty() => numbers.push(std::mem::take(&mut open)),
            None => {}
        }
    }
    numbers
}

/// What stands in braces.
fn braces(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for rest in text.split('{').skip(1) {
        if let Some((name, _)) = rest.split_once('}')
            && name.len() <= BRACES
            && !name.contains('\n')
        {
            found.push(format!("{{{name}}}"));
        }
    }
    found
}

/// What the first list has and the second lacks; both sorted.
pub(super) fn lacking(from: &[String], other: &[String]) -> Vec<String> {
    let mut rest = other.iter().peekable();
    let mut lacking = Vec::new();
    for item in from {
        while rest.next_if(|other| *other < item).is_some() {}
        if rest.next_if(|other| *other == item).is_none() {
            lacking.push(item.clone());
        }
    }
    lacking
}
