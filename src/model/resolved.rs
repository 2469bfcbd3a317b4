//! What the links, files and numbers of one page became, once the whole site was known.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::base::{Lang, Phone, Url};

use super::language::Direction;

/// Everything that the writer of a body must be told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Resolved {
    /// Links by the first byte of their place.
    pub links: BTreeMap<usize, Href>,
    /// Pictures and players by the first byte of their place; a file that is missing is not in it.
    pub media: BTreeMap<usize, MediaShown>,
    /// The anchors of the headings, in order.
    pub heading_ids: Vec<String>,
    /// What becomes of a number typed by hand; one that is not in it stays plain text.
    pub phones: BTreeMap<Phone, PhoneShown>,
    /// Paragraphs that stand in another language than the text around them.
    pub quoted: Quoted,
}

/// Paragraphs of a translation that stand in it as they stand in its original: a quotation, the name of a law.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Quoted {
    /// Their numbers (`base::text::passage`).
    pub passages: BTreeSet<u64>,
    /// The language that they are in, and its direction.
    pub language: Option<(Lang, Direction)>,
}

/// Where a link leads, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Href {
    /// A page or anchor of this site: a relative address that ends in a file name or starts with `#`.
    Page(String),
    /// A telephone number.
    Hotline(HotlineLink),
    /// An address outside.
    Outside(Url),
    /// A file to download.
    Download {
        /// Its relative address.
        href: String,
        /// What stands in brackets after the words: kind and size.
        note: Said,
    },
    /// No link: the words alone.
    Plain,
}

/// A number that can be called.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct HotlineLink {
    /// As shown, with ASCII digits.
    pub number: String,
    /// The address: `tel:` and what is dialled.
    pub dial: String,
}

/// What becomes of a number typed by hand.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PhoneShown {
    /// A link to call it.
    Link(HotlineLink),
    /// An old number in an official text: struck, unlinked, with today's number if that is published.
    Struck(Option<HotlineLink>),
}

/// A picture, sound or film, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MediaShown {
    /// Its relative address.
    pub src: String,
    /// The widths of a picture that a browser may choose from, as `srcset` wants them.
    pub set: String,
    /// Width and height of a picture or a film.
    pub dimensions: Option<(u32, u32)>,
    /// Its size in words, for sound and film.
    pub size: Said,
    /// How long it lasts in words, if it says so.
    pub time: Option<Said>,
}

/// Words, and the language that they are really in.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Said {
    /// The words.
    pub text: String,
    /// Their language.
    pub lang: Lang,
    /// The direction of that language.
    #[serde(rename = "dir")]
    pub direction: Direction,
}

/// Words that somebody else holds, and the language that they are really in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Spoken<'a> {
    /// The words.
    pub text: &'a str,
    /// Their language.
    pub lang: &'a Lang,
    /// The direction of that language.
    #[serde(rename = "dir")]
    pub direction: Direction,
}

impl Spoken<'_> {
    /// The same words, held.
    pub fn held(self) -> Said {
        Said { text: self.text.to_owned(), lang: self.lang.clone(), direction: self.direction }
    }
}

impl Said {
    /// The same words, lent.
    pub fn spoken(&self) -> Spoken<'_> {
        Spoken { text: &self.text, lang: &self.lang, direction: self.direction }
    }
}
