//! What one file holds, and the little of it that other pages may know.

use crate::base::text::Letters;
use crate::base::{Diagnostic, Digest, Phone, SitePath, Span};

use super::block::{Block, Callout, MediaKind, Target};
use super::value::Mapping;

/// One content file, parsed alone.
#[derive(Clone, Debug)]
pub struct Doc {
    /// Its front matter, not yet read against a schema.
    pub front: Mapping,
    /// Its text.
    pub blocks: Vec<Block>,
    /// All that other pages may know of it.
    pub summary: Summary,
    /// What was noticed.
    pub diagnostics: Vec<Diagnostic>,
}

/// What is known of a file's body without holding the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The file.
    pub file: SitePath,
    /// The digest of its bytes.
    pub digest: Digest,
    /// Its headings in order, with their own ids.
    pub headings: Vec<Heading>,
    /// Its links in order.
    pub links: Vec<LinkSeen>,
    /// Its pictures, sounds and films in order.
    pub media: Vec<MediaSeen>,
    /// The telephone numbers in its text.
    pub phones: Vec<PhoneSeen>,
    /// The boxes that it has.
    pub callouts: Vec<Callout>,
    /// The digest of its body as text, one part of the digest that a translation remembers.
    pub body_digest: Digest,
    /// Syllables or words of its body.
    pub words: usize,
    /// Its longer paragraphs, each as a number (`base::text::passage`).
    pub passages: Vec<u64>,
    /// The letters of its body.
    pub letters: Letters,
    /// The first words of its body, for lists when there is no summary.
    pub opening: String,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6 as written.
    pub level: u8,
    /// Its words.
    pub text: String,
    /// Its anchor, unique on the page.
    pub id: String,
    /// Its place.
    pub span: Span,
}

/// A link, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkSeen {
    /// Where it leads.
    pub target: Target,
    /// Its place.
    pub span: Span,
}

/// A picture, sound or film in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaSeen {
    /// What it is by its ending.
    pub kind: MediaKind,
    /// The file, relative to the page.
    pub file: String,
    /// Its description.
    pub alt: String,
    /// Whether a quotation stands right behind it, which then is what is said in it.
    pub has_transcript: bool,
    /// Its place.
    pub span: Span,
}

/// A telephone number in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneSeen {
    /// As typed.
    pub shown: String,
    /// As compared.
    pub phone: Phone,
    /// The line that it stands in, for the message that mends it; empty outside of a body.
    pub line: String,
    /// False for what may be a range of years unless the registry knows it.
    pub sure: bool,
    /// Its place.
    pub span: Span,
}
