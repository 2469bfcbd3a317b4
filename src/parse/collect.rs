//! What other pages may know of a body: one walk over its blocks.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::text::{LetterCount, SlugFault, any_pair, passage, suggest_slug};
use crate::base::{Digest, SitePath, Span};
use crate::model::{Block, Callout, Heading, Inline, LinkSeen, MediaKind, MediaSeen, PhoneSeen, Summary, Target};

use super::measure::{Count, Opening};

/// Words of a heading that are looked at when its slug is too long: more do not fit into one.
const WORDS: usize = 60;

/// Changes when the walk below writes something else for the same text, so that nobody wonders why all texts changed.
const DIGEST_VERSION: &str = "body 1";

/// Walks over the blocks of a file.
pub(super) fn summary(file: &SitePath, digest: Digest, blocks: &[Block], phones: Vec<PhoneSeen>) -> Summary {
    let mut walk = Walk::default();
    walk.print.record('v', DIGEST_VERSION);
    walk.blocks(blocks);
    walk.print.close_words();
    Summary {
        file: file.clone(),
        digest,
        headings: walk.headings,
        links: walk.links,
        media: walk.media,
        phones,
        callouts: walk.callouts,
        body_digest: Digest::of(&walk.print.bytes),
        words: walk.count.total(),
        passages: walk.passages,
        letters: walk.letters.finish(),
        opening: walk.opening.or(walk.inner_opening).unwrap_or_default().finish(),
    }
}

#[derive(Default)]
struct Walk {
    headings: Vec<Heading>,
    anchors: Anchors,
    links: Vec<LinkSeen>,
    media: Vec<MediaSeen>,
    callouts: Vec<Callout>,
    count: Count,
    passages: Vec<u64>,
    letters: LetterCount,
    print: Print,
    /// Blocks around the one that is walked.
    depth: usize,
    /// How the paragraphs that stand in nothing begin, and how the others do.
    opening: Option<Opening>,
    inner_opening: Option<Opening>,
    /// The words of the line that is walked.
    text: String,
}

impl Walk {
    fn blocks(&mut self, blocks: &[Block]) {
        for (block, next) in blocks.iter().zip(blocks.iter().skip(1).map(Some).chain([None])) {
            self.block(block);
            if let (Block::Player { .. }, Some(Block::Quote(_)), Some(media)) = (block, next, self.media.last_mut()) {
                media.has_transcript = true;
            }
        }
    }

    fn inside(&mut self, kind: char, detail: &str, blocks: &[Block]) {
        self.print.record(kind, detail);
        self.depth += 1;
        self.blocks(blocks);
        self.depth -= 1;
        self.print.record(')', "");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, body, span } => {
                self.print.record('h', &level.to_string());
                let text = self.line(body).trim().to_owned();
                let id = self.anchors.give(&text, self.headings.len() + 1);
                self.headings.push(Heading { level: *level, text, id, span: span.clone() });
            }
            Block::Paragraph(body) => {
                self.print.record('p', "");
                self.line(body);
                let opening = if self.depth == 0 { &mut self.opening } else { &mut self.inner_opening };
                opening.get_or_insert_default().add(&self.text);
            }
            Block::List { start, items } => {
                self.print.record('l', &start.map_or(String::new(), |start| start.to_string()));
                for item in items {
                    let mark = item.ticked.map_or("", |ticked| if ticked { "x" } else { "o" });
                    self.inside('i', mark, &item.body);
                }
                self.print.record(')', "");
            }
            Block::Quote(body) => self.inside('q', "", body),
            Block::Callout { kind, body, .. } => {
                self.callouts.push(*kind);
                self.inside('!', kind.name(), body);
            }
            Block::Table { rows } => {
                self.print.record('t', "");
                for cells in rows {
                    self.print.record('r', "");
                    for cell in cells {
                        self.print.record('c', "");
                        self.line(cell);
                    }
                }
                self.print.record(')', "");
            }
            Block::Code(text) => {
                self.count.add(text);
                self.print.record('k', text);
            }
            Block::Rule => self.print.record('-', ""),
            Block::Footnote { label, body } => self.inside('f', label, body),
            Block::Player { kind, file, alt, span } => {
                self.count.add(alt);
                self.print.record('m', alt);
                self.media(*kind, file, alt, span);
            }
        }
    }

    /// A run of words on their own; gives them without structure.
    fn line(&mut self, inlines: &[Inline]) -> &str {
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        self.inlines(inlines, &mut text);
        self.print.close_words();
        self.count.add(&text);
        self.passages.extend(passage(&text));
        self.text = text;
        &self.text
    }

    fn inlines(&mut self, inlines: &[Inline], text: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(words) | Inline::Phone { shown: words, .. } => {
                    self.letters(words);
                    text.push_str(words);
                    // Whether a number was known as one must not change the digest: the words are the same.
                    self.print.words(words);
                }
                Inline::Code(words) => {
                    text.push_str(words);
                    self.print.record('k', words);
                }
                Inline::Emphasis(body) => self.wrapped('e', "", body, text),
                Inline::Strong(body) => self.wrapped('s', "", body, text),
                Inline::Strike(body) => self.wrapped('d', "", body, text),
                Inline::Link { target, body, span } => {
                    self.links.push(LinkSeen { target: target.clone(), span: span.clone() });
                    text.push_str(&own_words(target, body));
                    self.wrapped('a', &address(target), body, text);
                }
                Inline::Picture { file, alt, span } => {
                    self.print.record('m', alt);
                    self.media(MediaKind::Picture, file, alt, span);
                }
                Inline::Break => {
                    text.push(' ');
                    self.print.record('b', "");
                }
                Inline::FootnoteMark(label) => self.print.record('n', label),
            }
        }
    }

    /// Counts letters; a web address is in Latin letters in every language.
    fn letters(&mut self, words: &str) {
        if !may_hold_addresses(words) {
            return self.letters.add(words);
        }
        let is_address = |word: &&str| word.contains("://") || word.contains('@') || word.starts_with("www.");
        words.split_whitespace().filter(|word| !is_address(word)).for_each(|word| self.letters.add(word));
    }

    fn wrapped(&mut self, kind: char, detail: &str, body: &[Inline], text: &mut String) {
        self.print.record(kind, detail);
        self.inlines(body, text);
        self.print.record(')', "");
    }

    fn media(&mut self, kind: MediaKind, file: &str, alt: &str, span: &Span) {
        self.letters(alt);
        let (file, alt, span) = (file.to_owned(), alt.to_owned(), span.clone());
        self.media.push(MediaSeen { kind, file, alt, has_transcript: false, span });
    }
}

/// Whether a text may hold a web or mail address, by the signs of one. So does one with the blank of Ogham, which is the
/// only blank that has a script.
fn may_hold_addresses(text: &str) -> bool {
    any_pair(text.as_bytes(), |first, second| {
        let is_sign = (first == b'@') | (second == b'@') | ((first == b':') & (second == b'/'));
        is_sign | ((first == b'w') & (second == b'w')) | ((first == 0xE1) & (second == 0x9A))
    })
}

/// The words of a link that has none: the folder of a hotline bears its number, where people know it by that.
fn own_words(target: &Target, body: &[Inline]) -> String {
    match target {
        Target::Hotline(name) if body.is_empty() && name.chars().all(|c| c.is_ascii_digit() || c == '-') => {
            name.replace('-', " ")
        }
        _ => String::new(),
    }
}

/// A link's part in the digest: the text of a translation leads to the same places.
fn address(target: &Target) -> String {
    match target {
        Target::Hotline(name) => format!("hotline:{name}"),
        Target::Relative { path, anchor } => format!("{path}#{}", anchor.as_deref().unwrap_or("")),
        Target::Outside(url) => url.to_string(),
        Target::Refused(address) => address.clone(),
    }
}

/// The ids of a page's headings, each given once.
#[derive(Default)]
struct Anchors {
    taken: BTreeSet<String>,
    /// The last number tried after an id, so that ten thousand equal headings do not try all numbers again.
    numbers: BTreeMap<String, usize>,
}

impl Anchors {
    fn give(&mut self, text: &str, ordinal: usize) -> String {
        let slug = slug_of(text).filter(|slug| slug.contains(|c: char| c.is_ascii_alphabetic()));
        // The frame of every page has ids of its own: `loa-main` and the like, and `i-call` for its pictures.
        let slug = slug
            .map(|slug| if slug.starts_with("loa-") || slug.starts_with("i-") { format!("muc-{slug}") } else { slug });
        let id = slug.unwrap_or_else(|| format!("muc-{ordinal}"));
        if self.taken.insert(id.clone()) {
            return id;
        }
        let number = self.numbers.entry(id.clone()).or_insert(1);
        loop {
            *number += 1;
            let numbered = format!("{id}-{number}");
            if self.taken.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

/// The slug of a heading, or of as many of its words as an anchor may have.
fn slug_of(text: &str) -> Option<String> {
    match suggest_slug(text) {
        Ok(slug) => Some(slug),
        Err(SlugFault::TooLong) => {
            let ends: Vec<&str> =
                text.match_indices(char::is_whitespace).filter_map(|(end, _)| text.get(..end)).take(WORDS).collect();
            let fitting = ends.partition_point(|head| suggest_slug(head) != Err(SlugFault::TooLong));
            ends.get(fitting.checked_sub(1)?).and_then(|head| suggest_slug(head).ok())
        }
        Err(SlugFault::UnmappedLetter(_) | SlugFault::Empty | SlugFault::Reserved) => None,
    }
}

/// What the digest of a body is made of: records with a kind and a length, so that no text can look like structure.
#[derive(Default)]
struct Print {
    bytes: Vec<u8>,
    /// Where the words stand that are still open.
    open: Option<usize>,
}

/// Bytes before the text of a record: its kind, and its length.
const HEAD: usize = 1 + size_of::<u64>();

impl Print {
    fn words(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        if self.open.is_none() {
            self.head('w', 0);
            self.open = Some(self.bytes.len());
        }
        self.bytes.extend_from_slice(words.as_bytes());
    }

    fn close_words(&mut self) {
        let Some(start) = self.open.take() else { return };
        // A second blank between two words is no other text: nobody sees it.
        let is_double = |first, second| (first == b' ') & (second == b' ');
        if self.bytes.get(start..).is_some_and(|words| any_pair(words, is_double)) {
            let words = self.bytes.split_off(start);
            let is_kept = |at: usize| words.get(at.saturating_sub(1)..=at) != Some(b"  ");
            let kept = words.iter().enumerate().filter(|(at, _)| is_kept(*at));
            self.bytes.extend(kept.map(|(_, byte)| *byte));
        }
        let length = (self.bytes.len() - start) as u64;
        if let Some(place) = self.bytes.get_mut(start - size_of::<u64>()..start) {
            place.copy_from_slice(&length.to_le_bytes());
        }
    }

    fn record(&mut self, kind: char, text: &str) {
        self.close_words();
        self.head(kind, text.len());
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn head(&mut self, kind: char, length: usize) {
        self.bytes.reserve(HEAD + length);
        self.bytes.push(kind as u8);
        self.bytes.extend_from_slice(&(length as u64).to_le_bytes());
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// The digests of translations are kept with the site, so no byte of this may ever change.
        #[test]
        fn records_are_what_they_always_were(
            texts in prop::collection::vec((prop::option::of(prop::sample::select(vec!['p', 'k'])), "[ aế]{0,5}"), 0..8)
        ) {
            let (mut print, mut open, mut expected) = (Print::default(), String::new(), Vec::new());
            let mut put = |kind: char, text: &str| {
                expected.push(kind as u8);
                expected.extend_from_slice(&(text.len() as u64).to_le_bytes());
                expected.extend_from_slice(text.as_bytes());
            };
            let close = |open: &mut String, put: &mut dyn FnMut(char, &str)| {
                while open.contains("  ") {
                    *open = open.replace("  ", " ");
                }
                if !open.is_empty() {
                    put('w', open);
                }
                open.clear();
            };
            for (kind, text) in &texts {
                match kind {
                    Some(kind) => {
                        close(&mut open, &mut put);
                        put(*kind, text);
                        print.record(*kind, text);
                    }
                    None => {
                        open.push_str(text);
                        print.words(text);
                    }
                }
            }
            close(&mut open, &mut put);
            print.close_words();
            prop_assert_eq!(print.bytes, expected);
        }
    }
}
