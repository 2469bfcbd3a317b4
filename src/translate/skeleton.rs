//! A file cut into its units and what stands between them, and the file put together again with other words.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::base::SitePath;
use crate::model::Value;
use crate::parse;
use crate::schema::{Field, mapping};

use super::body;
use super::fill::Edit;
use super::front;

/// One thing to translate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its address inside the entry: `title`, `image.alt`, `roles.2`, `body.7`. Numbers count from 1.
    pub key: String,
    /// What it is.
    pub kind: UnitKind,
    /// The words: Markdown in a body, plain text in front matter. The lines of a paragraph are one; a line end that is
    /// left is one that counts. No comments, no marks of the containers around it.
    pub text: String,
    /// The bytes of the file that it stands for.
    pub range: Range<usize>,
}

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitKind {
    /// The title.
    Title,
    /// Other words of the front matter.
    Field,
    /// A heading, 1 to 6 as written.
    Heading(u8),
    /// A paragraph of the page itself.
    Paragraph,
    /// Words of a list.
    ListItem,
    /// Words of a quotation or box.
    Quote,
    /// Words of a footnote.
    Footnote,
    /// A cell of a table.
    Cell,
    /// The description of a picture or recording.
    Alt,
    /// Preformatted text: letters to copy, messages to send.
    Code,
}

impl UnitKind {
    /// The end of the id of the message that names it.
    pub fn name(self) -> &'static str {
        match self {
            UnitKind::Title => "title",
            UnitKind::Field => "field",
            UnitKind::Heading(_) => "heading",
            UnitKind::Paragraph => "paragraph",
            UnitKind::ListItem => "list-item",
            UnitKind::Quote => "quote",
            UnitKind::Footnote => "footnote",
            UnitKind::Cell => "cell",
            UnitKind::Alt => "alt",
            UnitKind::Code => "code",
        }
    }
}

impl Unit {
    /// Whether its text is Markdown.
    pub fn is_markdown(&self) -> bool {
        self.is_in_body() && self.kind != UnitKind::Code
    }

    /// Whether it stands in the body.
    pub fn is_in_body(&self) -> bool {
        self.key.starts_with(BODY)
    }
}

/// How the keys of the units of a body begin.
pub(super) const BODY: &str = "body.";

/// A file cut into its units and what stands between them.
#[derive(Clone, Debug)]
pub struct Skeleton {
    /// The file.
    pub file: SitePath,
    pub(super) text: String,
    line_ends: Vec<usize>,
    pub(super) units: Vec<Unit>,
    /// The first byte of the body.
    pub(super) body: usize,
    /// What stands in its front matter beside words, if a translation may have it.
    pub(super) head: Vec<(String, Value)>,
    /// What is put in the place of what, in the order of the body.
    pub(super) edits: Vec<Edit>,
    /// The addresses of the definitions `[name]: address`, by name.
    pub(super) definitions: BTreeMap<String, String>,
    /// The names of the footnotes.
    pub(super) footnotes: BTreeSet<String>,
}

/// Cuts a file; `text` is what [`parse::source_text`] gives, `fields` are those of its kind.
pub fn skeleton(file: &SitePath, text: &str, fields: &[Field]) -> Skeleton {
    let (yaml, start) = parse::halves(file, text);
    let (mapping, _) = mapping(file, text, yaml);
    let mut units = front::units(&mapping, fields);
    let body = body::cut(text, start, units.len());
    units.extend(body.units);
    Skeleton {
        file: file.clone(),
        text: text.to_owned(),
        line_ends: text.match_indices('\n').map(|(at, _)| at).collect(),
        units,
        body: start,
        head: front::head(&mapping, fields),
        edits: body.edits,
        definitions: body.definitions,
        footnotes: body.footnotes,
    }
}

impl Skeleton {
    /// The units: those of the front matter in the order of the schema, then those of the body.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// What the front matter has beside words: who translated from what and when, sound, languages spoken. Meant for
    /// translations, whose own keys are kept when their words change.
    pub fn head(&self) -> &[(String, Value)] {
        &self.head
    }

    /// The file with these words: front matter of the words and `head`, and the body. A unit without words keeps those
    /// that it has. Comments are left out, and so is every key that a translation must not have.
    pub fn write(&self, head: &[(String, Value)], texts: &[Option<String>]) -> String {
        let text_of = |place: usize| texts.get(place).and_then(Option::as_deref);
        let front = front::write(&self.units, &text_of, head);
        let mut out = format!("---\n{front}---\n");
        let mut at = self.body;
        for edit in &self.edits {
            out.push_str(self.slice(at..edit.range.start));
            out.push_str(&edit.filled(&self.text, &self.units, &text_of));
            at = edit.range.end;
        }
        out.push_str(self.slice(at..self.text.len()));
        out
    }

    /// The line of the file on which a unit begins, from 1.
    pub fn line(&self, unit: &Unit) -> usize {
        self.line_ends.partition_point(|end| *end < unit.range.start) + 1
    }

    fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or("")
    }
}

/// The record of an original that a translation was made from: its words and its body, no other key and no comment.
pub fn record(original: &Skeleton) -> String {
    original.write(&[], &[])
}

/// Reads what [`record`] wrote.
pub fn read_record(file: &SitePath, text: &str, fields: &[Field]) -> Skeleton {
    skeleton(file, text, fields)
}
