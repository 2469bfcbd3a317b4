//! The footnotes of a body, numbered in the order in which a reader meets their marks.

use std::collections::BTreeMap;

use crate::model::{Block, Inline};

/// The footnotes of a body.
#[derive(Default)]
pub(in crate::render) struct Notes<'a> {
    /// In the order of their numbers: the n-th has the number n + 1.
    pub list: Vec<Note<'a>>,
    numbers: BTreeMap<String, usize>,
}

/// A footnote.
#[derive(Clone, Copy)]
pub(in crate::render) struct Note<'a> {
    /// Its text.
    pub body: &'a [Block],
    /// How many headings stand before it in the file, since it is written elsewhere.
    pub headings: usize,
}

impl<'a> Notes<'a> {
    /// Numbers the footnotes of a body. Those without a mark come last, so that no text is lost.
    pub fn of(blocks: &'a [Block]) -> Notes<'a> {
        let mut walk = Walk::default();
        walk.blocks(blocks);
        let mut notes = Notes::default();
        // The marks inside a footnote are met when it is read, so the queue grows while it is worked off.
        let mut queue = std::mem::take(&mut walk.marks);
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for (place, defined) in walk.defined.iter().enumerate() {
            // Of two footnotes with one label the first is meant, as the Markdown parser has it.
            places.entry(defined.label.clone()).or_insert(place);
        }
        let mut at = 0;
        while let Some(label) = queue.get(at).cloned() {
            at += 1;
            if let Some(place) = places.remove(&label)
                && let Some(defined) = walk.defined.get_mut(place)
            {
                notes.list.push(defined.note);
                queue.append(&mut defined.marks);
                defined.is_listed = true;
                notes.numbers.insert(label, notes.list.len());
            }
        }
        notes.list.extend(walk.defined.iter().filter(|defined| !defined.is_listed).map(|defined| defined.note));
        notes
    }

    /// The number of the footnote that a mark means.
    pub fn number(&self, label: &str) -> Option<usize> {
        self.numbers.get(&key(label)).copied()
    }
}

/// Labels are compared without regard to case, as the Markdown parser does.
fn key(label: &str) -> String {
    label.to_lowercase()
}

struct Defined<'a> {
    label: String,
    note: Note<'a>,
    marks: Vec<String>,
    is_listed: bool,
}

#[derive(Default)]
struct Walk<'a> {
    defined: Vec<Defined<'a>>,
    marks: Vec<String>,
    headings: usize,
}

impl<'a> Walk<'a> {
    fn blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            match block {
                Block::Heading { body, .. } => {
                    self.headings += 1;
                    self.inlines(body);
                }
                Block::Paragraph(body) => self.inlines(body),
                Block::List { items, .. } => items.iter().for_each(|item| self.blocks(&item.body)),
                Block::Quote(body) | Block::Callout { body, .. } => self.blocks(body),
                Block::Table { rows } => rows.iter().flatten().for_each(|cell| self.inlines(cell)),
                Block::Footnote { label, body } => {
                    let note = Note { body, headings: self.headings };
                    let outside = std::mem::take(&mut self.marks);
                    self.blocks(body);
                    let marks = std::mem::replace(&mut self.marks, outside);
                    self.defined.push(Defined { label: key(label), note, marks, is_listed: false });
                }
                Block::Code(_) | Block::Rule | Block::Player { .. } => {}
            }
        }
    }

    fn inlines(&mut self, inlines: &'a [Inline]) {
        for inline in inlines {
            match inline {
                Inline::FootnoteMark(label) => self.marks.push(key(label)),
                Inline::Emphasis(body) | Inline::Strong(body) | Inline::Strike(body) | Inline::Link { body, .. } => {
                    self.inlines(body)
                }
                Inline::Text(_) | Inline::Phone { .. } | Inline::Code(_) | Inline::Picture { .. } | Inline::Break => {}
            }
        }
    }
}

/// The headings in some blocks.
pub(in crate::render) fn headings(blocks: &[Block]) -> usize {
    let mut walk = Walk::default();
    walk.blocks(blocks);
    walk.headings
}
