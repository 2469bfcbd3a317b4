//! The body of a page as plain text, line by line, as a reader would read it out: no markup, numbers as the registry
//! has them. Every kind of block and of words is decided on here, by a `match` without a rest.

use crate::model::{Block, Href, Inline, PhoneShown, Resolved};

/// A line of text: a heading, a paragraph, a cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Whether it is a heading.
    pub is_heading: bool,
    /// Its words.
    pub text: String,
}

/// The lines of a body, footnotes where they were written. Lines without words are left out.
pub fn lines(blocks: &[Block], resolved: &Resolved) -> Vec<Line> {
    let mut writer = Writer { resolved, lines: Vec::new() };
    writer.blocks(blocks);
    writer.lines
}

struct Writer<'a> {
    resolved: &'a Resolved,
    lines: Vec<Line>,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { body, .. } => self.line(true, body),
                Block::Paragraph(body) => self.line(false, body),
                Block::List { items, .. } => items.iter().for_each(|item| self.blocks(&item.body)),
                Block::Quote(body) | Block::Callout { body, .. } | Block::Footnote { body, .. } => self.blocks(body),
                Block::Table { rows } => rows.iter().flatten().for_each(|cell| self.line(false, cell)),
                Block::Code(text) | Block::Player { alt: text, .. } => self.put(false, text.clone()),
                Block::Rule => {}
            }
        }
    }

    fn line(&mut self, is_heading: bool, body: &[Inline]) {
        let mut text = String::new();
        self.inlines(body, &mut text);
        self.put(is_heading, text);
    }

    fn put(&mut self, is_heading: bool, text: String) {
        if !text.trim().is_empty() {
            self.lines.push(Line { is_heading, text });
        }
    }

    fn inlines(&self, inlines: &[Inline], out: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Code(text) | Inline::Picture { alt: text, .. } => out.push_str(text),
                Inline::Phone { shown, phone } => match self.resolved.phones.get(phone) {
                    Some(PhoneShown::Link(hotline)) => out.push_str(&hotline.number),
                    // An old number stands only beside the one that took its place.
                    Some(PhoneShown::Struck(now)) => {
                        out.push_str(&now.as_ref().map_or_else(String::new, |now| format!("{shown} ({})", now.number)))
                    }
                    None => out.push_str(shown),
                },
                Inline::Emphasis(body) | Inline::Strong(body) | Inline::Strike(body) => self.inlines(body, out),
                Inline::Link { body, span, .. } => match self.resolved.links.get(&span.start) {
                    Some(Href::Hotline(hotline)) if body.is_empty() => out.push_str(&hotline.number),
                    Some(Href::Hotline(_) | Href::Page(_) | Href::Outside(_) | Href::Download { .. } | Href::Plain)
                    | None => self.inlines(body, out),
                },
                Inline::Break => out.push('\n'),
                Inline::FootnoteMark(_) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text::{Cues, Customs};
    use crate::base::{Digest, Phone, SitePath};
    use crate::model::{HotlineLink, Target};

    fn text(body: &str, resolved: &Resolved) -> Vec<String> {
        let cues = Cues::new(["gọi"]);
        let (file, digest) = (SitePath::new("content/a/vi.md").unwrap(), Digest::of(b""));
        let doc = crate::parse::document(&file, body.as_bytes(), digest, &cues, &Customs::VIETNAMESE);
        let marked = |line: Line| if line.is_heading { format!("# {}", line.text) } else { line.text };
        lines(&doc.blocks, resolved).into_iter().map(marked).collect()
    }

    #[test]
    fn a_body_is_read_out_line_by_line() {
        let body = "## Một *hai*\n\n- ba `bốn`\n- năm\n\n> [!act]\n> sáu[^1]\n\n| a | |\n|---|---|\n| b | [c](../d/) |\n\n\
                    ![ảnh](a.jpg) <!-- không --> <b>đậm</b>\n\n---\n\n[^1]: bảy\n";
        let found = text(body, &Resolved::default());
        assert_eq!(found[..6], ["# Một hai", "ba bốn", "năm", "sáu", "a", "b"]);
        assert!(found.contains(&"bảy".to_owned()) && found.contains(&"c".to_owned()), "{found:?}");
        assert!(!found.concat().contains("không"));
    }

    #[test]
    fn an_old_number_stands_only_beside_the_new_one() {
        let now = HotlineLink { number: "111".to_owned(), dial: "tel:111".to_owned() };
        let phone = Phone::parse("1800 1567").unwrap();
        let mut resolved = Resolved::default();
        resolved.phones.insert(phone.clone(), PhoneShown::Struck(Some(now.clone())));
        assert_eq!(text("Gọi 1800 1567 nhé", &resolved), ["Gọi 1800 1567 (111) nhé"]);
        resolved.phones.insert(phone, PhoneShown::Struck(None));
        assert_eq!(text("Gọi 1800 1567 nhé", &resolved), ["Gọi  nhé"]);
        let link = Inline::Link { target: Target::Hotline("111".to_owned()), body: Vec::new(), span: 3..9 };
        resolved.links.insert(3, Href::Hotline(now));
        assert_eq!(lines(&[Block::Paragraph(vec![link])], &resolved)[0].text, "111");
    }
}
