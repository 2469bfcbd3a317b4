//! A page's text as a tree of our own. It has no variant for raw HTML: what is not in it cannot be published.

use crate::base::{Phone, Span, Url};

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading; its id is made when the page is indexed.
    Heading {
        /// 1 to 6 as written; the page's title is the only `h1`, so a writer moves 1 to 2.
        level: u8,
        /// Its words.
        body: Vec<Inline>,
        /// Its place in the file.
        span: Span,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// The first number of an ordered list.
        start: Option<u64>,
        /// Its items.
        items: Vec<ListItem>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// One of the boxes that every article of this subject needs.
    Callout {
        /// Which.
        kind: Callout,
        /// What stands in it.
        body: Vec<Block>,
        /// Its place in the file.
        span: Span,
    },
    /// A table: cells by row; the first row is the head.
    Table {
        /// The head and the rows.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// Preformatted text.
    Code(String),
    /// A line across.
    Rule,
    /// The text of a footnote.
    Footnote {
        /// Its label as written.
        label: String,
        /// Its text.
        body: Vec<Block>,
    },
    /// A player for sound or film that stands in a paragraph of its own.
    Player {
        /// Sound or film.
        kind: MediaKind,
        /// The file, relative to the page.
        file: String,
        /// What is heard or seen.
        alt: String,
        /// Its place in the file.
        span: Span,
    },
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// Ticked or not, in a task list.
    pub ticked: Option<bool>,
    /// What stands in it.
    pub body: Vec<Block>,
}

/// The boxes (DESIGN section 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Callout {
    /// Signs to watch.
    Signs,
    /// What to do.
    Act,
    /// Whom to call.
    Call,
    /// A warning before the text that it warns of.
    Warning,
    /// A remark.
    Note,
}

impl Callout {
    /// All, in the order in which a reader needs them.
    pub const ALL: [Callout; 5] = [Callout::Signs, Callout::Act, Callout::Call, Callout::Warning, Callout::Note];

    /// The word in the brackets, which is also its class and the end of its message id.
    pub fn name(self) -> &'static str {
        match self {
            Callout::Signs => "signs",
            Callout::Act => "act",
            Callout::Call => "call",
            Callout::Warning => "warning",
            Callout::Note => "note",
        }
    }
}

/// What a media file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MediaKind {
    /// A picture.
    Picture,
    /// Sound.
    Sound,
    /// Film.
    Film,
}

impl MediaKind {
    /// A word for it.
    pub fn name(self) -> &'static str {
        match self {
            MediaKind::Picture => "picture",
            MediaKind::Sound => "sound",
            MediaKind::Film => "film",
        }
    }

    /// What a file with this ending (lower case) is, if a page can show it.
    pub fn of_extension(extension: &str) -> Option<MediaKind> {
        match extension {
            "jpg" | "jpeg" | "png" | "webp" | "svg" => Some(MediaKind::Picture),
            "mp3" | "ogg" | "opus" | "wav" | "m4a" => Some(MediaKind::Sound),
            "mp4" | "webm" => Some(MediaKind::Film),
            _ => None,
        }
    }
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// A telephone number that was typed by hand.
    Phone {
        /// As typed.
        shown: String,
        /// As compared.
        phone: Phone,
    },
    /// Preformatted words.
    Code(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Struck words.
    Strike(Vec<Inline>),
    /// A link.
    Link {
        /// Where it leads.
        target: Target,
        /// Its words; empty for `<hotline:111>`.
        body: Vec<Inline>,
        /// Its place in the file, by which its resolution is found again.
        span: Span,
    },
    /// A picture within a line.
    Picture {
        /// The file, relative to the page.
        file: String,
        /// Its description.
        alt: String,
        /// Its place in the file, by which its resolution is found again.
        span: Span,
    },
    /// A line break that counts.
    Break,
    /// The mark of a footnote.
    FootnoteMark(String),
}

/// Where a link leads, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// `hotline:` and a folder name.
    Hotline(String),
    /// A path relative to the page, and an anchor.
    Relative {
        /// The path; empty for an anchor on the same page.
        path: String,
        /// The anchor.
        anchor: Option<String>,
    },
    /// An address outside.
    Outside(Url),
    /// An address that must not become a link: `javascript:`, `//host` and the like.
    Refused(String),
}
