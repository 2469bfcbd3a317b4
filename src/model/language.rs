//! A language as the site knows it: data of `i18n/<tag>/language.yml`.

use serde::Serialize;

use crate::base::text::Customs;
use crate::base::{Lang, Place};

/// One language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its tag.
    pub tag: Lang,
    /// Its own name for itself.
    pub autonym: String,
    /// Its name in the source language; empty if there is no record.
    pub name: String,
    /// The script of its texts (ISO 15924), if anybody knows.
    pub script: Option<String>,
    /// Which way it is written.
    pub direction: Direction,
    /// The languages to fall back to, in order, without itself.
    pub chain: Vec<Lang>,
    /// The locale whose plural rules and numbers serve it.
    pub formats_as: String,
    /// The locale whose order serves it.
    pub collates_as: String,
    /// The font of the theme that draws its letters, and where it is named; without one devices draw them themselves.
    pub font: Option<(String, Place)>,
    /// Tags of other languages that people write by mistake when they mean this one.
    pub confused_with: Vec<Lang>,
    /// Who confirmed the autonym; without it the Vietnamese name stands beside.
    pub confirmed_by: Option<String>,
    /// Who read its interface strings; without it `check` says that they are drafts.
    pub strings_reviewed_by: Option<String>,
    /// Words that stand before a telephone number.
    pub phone_cues: Vec<String>,
}

/// The direction of a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of the attribute `dir`.
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

impl Language {
    /// What people in Vietnam call it; its tag where nobody has written that down.
    pub fn called(&self) -> &str {
        if self.name.is_empty() { self.tag.as_str() } else { &self.name }
    }

    /// How it is written, as far as slips of characters are concerned.
    pub fn customs(&self) -> Customs {
        Customs::of(self.tag.as_str(), self.script.as_deref().unwrap_or(""), &self.collates_as)
    }

    /// What is assumed of a language without a record: it is called by its tag and falls back to the source language.
    pub fn unknown(tag: Lang, source: &Lang) -> Language {
        let chain = if tag == *source { Vec::new() } else { vec![source.clone()] };
        Language {
            autonym: tag.to_string(),
            name: String::new(),
            script: None,
            direction: Direction::Ltr,
            chain,
            formats_as: "vi".to_owned(),
            collates_as: "vi".to_owned(),
            font: None,
            confused_with: Vec::new(),
            confirmed_by: None,
            strings_reviewed_by: None,
            phone_cues: Vec::new(),
            tag,
        }
    }
}
