//! The body of a page as plain text, for feeds, digests and other places that know no markup.

use crate::model::{Block, Href, Inline, PhoneShown, Resolved};

use super::html::notes::Notes;

/// The text of a body: blocks with a blank line between them, hotlines as their numbers, footnotes at the end.
pub fn plain(blocks: &[Block], resolved: &Resolved) -> String {
    let notes = Notes::of(blocks);
    let writer = Writer { resolved, notes: &notes };
    let mut parts = writer.parts(blocks);
    for (place, note) in notes.list.iter().enumerate() {
        parts.push(format!("[{}] {}", place + 1, writer.parts(note.body).join("\n\n")));
    }
    parts.join("\n\n")
}

struct Writer<'a> {
    resolved: &'a Resolved,
    notes: &'a Notes<'a>,
}

impl Writer<'_> {
    /// Each block that leaves any text.
    fn parts(&self, blocks: &[Block]) -> Vec<String> {
        blocks.iter().map(|block| self.block(block)).filter(|part| !part.is_empty()).collect()
    }

    fn block(&self, block: &Block) -> String {
        match block {
            Block::Heading { body, .. } | Block::Paragraph(body) => self.line(body),
            Block::List { start, items } => {
                let items = items.iter().enumerate().map(|(place, item)| {
                    let mark = start.map_or("-".to_owned(), |start| format!("{}.", start.saturating_add(place as u64)));
                    format!("{mark} {}", self.parts(&item.body).join("\n"))
                });
                items.collect::<Vec<_>>().join("\n")
            }
            Block::Quote(body) | Block::Callout { body, .. } => self.parts(body).join("\n\n"),
            Block::Table { rows } => {
                let row =
                    |cells: &Vec<Vec<Inline>>| cells.iter().map(|cell| self.line(cell)).collect::<Vec<_>>().join(" | ");
                rows.iter().map(row).collect::<Vec<_>>().join("\n")
            }
            Block::Code(text) => text.clone(),
            // Footnotes come last; a line across says nothing.
            Block::Rule | Block::Footnote { .. } => String::new(),
            Block::Player { alt, .. } => alt.clone(),
        }
    }

    fn line(&self, inlines: &[Inline]) -> String {
        let mut line = String::new();
        self.inlines(inlines, &mut line);
        line.trim().to_owned()
    }

    fn inlines(&self, inlines: &[Inline], out: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Code(text) => out.push_str(text),
                Inline::Phone { shown, phone } => match self.resolved.phones.get(phone) {
                    Some(PhoneShown::Link(hotline)) => out.push_str(&hotline.number),
                    Some(PhoneShown::Struck(Some(now))) => out.push_str(&format!("{shown} ({})", now.number)),
                    Some(PhoneShown::Struck(None)) | None => out.push_str(shown),
                },
                Inline::Emphasis(body) | Inline::Strong(body) | Inline::Strike(body) => self.inlines(body, out),
                Inline::Link { body, span, .. } => match self.resolved.links.get(&span.start) {
                    Some(Href::Hotline(hotline)) if body.is_empty() => out.push_str(&hotline.number),
                    Some(Href::Page(_) | Href::Hotline(_) | Href::Outside(_) | Href::Download { .. } | Href::Plain)
                    | None => {
                        self.inlines(body, out);
                    }
                },
                Inline::Picture { alt, .. } => out.push_str(alt),
                Inline::Break => out.push('\n'),
                Inline::FootnoteMark(label) => match self.notes.number(label) {
                    Some(number) => out.push_str(&format!("[{number}]")),
                    None => out.push_str(&format!("[^{label}]")),
                },
            }
        }
    }
}
