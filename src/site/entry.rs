//! Entries: one folder, one story in all its languages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::text::passage;
use crate::base::{Date, Digest, Lang, SitePath};
use crate::kinds::Kind;
use crate::model::{Facts, Located, Media, PhoneSeen, Summary};
use crate::schema::Role;

use super::sight::Mentions;
use super::surface::Outside;
use super::topics::Tagged;

/// One folder of `content/`. The home page is the entry whose folder is empty.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its path under `content/`: slug, translation key and identity.
    pub folder: String,
    /// What it is.
    pub kind: &'static Kind,
    /// The kind that its entries have, if it is a section.
    pub entries: Option<&'static Kind>,
    /// The language of its original.
    pub original: Lang,
    /// Its texts by language; the original is among them.
    pub texts: BTreeMap<Lang, Text>,
    /// What each language of the site shows.
    pub states: BTreeMap<Lang, State>,
    /// The pictures, recordings and downloads beside its texts, by their path within the folder.
    pub files: BTreeMap<String, (SitePath, Media)>,
    /// Why it is not published, if it is not.
    pub left_out: Option<LeftOut>,
    /// The topics of its original.
    pub topics: Vec<Tagged>,
    /// What sorts its title in each language of the site, in the site's order.
    pub(super) titles: Vec<Box<[u8]>>,
    /// The digest of its titles in all languages of the site.
    pub(super) titles_digest: Digest,
    /// Where its texts lead.
    pub(super) mentions: Mentions,
    /// What other entries may know of it.
    pub(super) outside: Arc<Outside>,
    /// The digest of all that it was made of: two entries of the same digest are the same.
    pub digest: Digest,
}

/// One language of an entry.
#[derive(Clone, Debug)]
pub struct Text {
    /// Its front matter.
    pub facts: Facts,
    /// Its body, seen from outside.
    pub summary: Arc<Summary>,
    /// The telephone numbers in the words of its front matter.
    pub phones: Vec<PhoneSeen>,
    /// The keys of a translation whose words are those of the original, which somebody left as they were.
    pub(super) copied: Vec<&'static str>,
}

/// What a language shows of an entry (LANGUAGES section 9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// The original.
    Original,
    /// A translation that is up to date as far as is known.
    Current,
    /// A translation of an older text; the day is the original's `updated`.
    OutOfDate(Option<Date>),
    /// The original with a notice.
    Fallback(Why),
}

/// Why a language shows the original.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is no translation.
    Missing,
    /// It is a draft, or under review.
    Draft,
    /// Nobody who knows the language has read it.
    Unreviewed,
    /// A machine made it.
    Machine,
    /// Whole paragraphs are those of the original, so many of them.
    Untranslated(usize),
    /// It has been out of date for too long.
    Stale,
}

/// Why an entry is not published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// `status: draft`.
    Draft,
    /// `status: review`.
    Review,
    /// Its day has not come.
    PublishOn(Date),
    /// Its day has passed.
    Expired(Date),
    /// The agreement of the person has passed.
    ConsentExpired(Date),
    /// It needs an approval that it does not have.
    NotApproved,
    /// A number that was replaced: kept to be recognised, never shown for itself.
    Superseded,
    /// The section that holds it is left out.
    WithSection,
    /// It has errors, and the build goes on without it.
    Broken,
}

impl LeftOut {
    /// The word for messages, and the day where there is one. What needs no message has none.
    pub fn reason(self) -> Option<(&'static str, Option<Date>)> {
        match self {
            LeftOut::Draft => Some(("draft", None)),
            LeftOut::Review => Some(("review", None)),
            LeftOut::PublishOn(date) => Some(("publish-on", Some(date))),
            LeftOut::Expired(date) => Some(("expired", Some(date))),
            LeftOut::ConsentExpired(date) => Some(("consent-expired", Some(date))),
            LeftOut::NotApproved => Some(("not-approved", None)),
            LeftOut::Superseded | LeftOut::WithSection | LeftOut::Broken => None,
        }
    }

    /// The word for a message about a link to it.
    pub fn word(self) -> &'static str {
        match (self.reason(), self) {
            (Some((word, _)), _) => word,
            (None, LeftOut::Broken) => "broken",
            (None, _) => "not-published",
        }
    }

    /// The key whose value is the reason.
    pub fn key(self) -> &'static str {
        match self {
            LeftOut::PublishOn(_) => "publish_on",
            LeftOut::Expired(_) => "expires_on",
            LeftOut::ConsentExpired(_) => "consent",
            _ => "status",
        }
    }
}

impl Entry {
    /// The original.
    pub fn original_text(&self) -> Option<&Text> {
        self.texts.get(&self.original)
    }

    /// The front matter of the original, where every fact lives.
    pub fn facts(&self) -> &Facts {
        static NONE: Facts = Facts(BTreeMap::new());
        self.original_text().map_or(&NONE, |text| &text.facts)
    }

    /// The language whose text a language shows.
    pub fn shown_lang<'a>(&'a self, lang: &'a Lang) -> &'a Lang {
        match self.states.get(lang) {
            Some(State::Fallback(_)) | None => &self.original,
            Some(State::Original | State::Current | State::OutOfDate(_)) => lang,
        }
    }

    /// The text that a language shows, and the language that it is in.
    pub fn shown<'a>(&'a self, lang: &'a Lang) -> Option<(&'a Text, &'a Lang)> {
        let shown = self.shown_lang(lang);
        Some((self.texts.get(shown)?, shown))
    }

    /// The text whose body a language shows: a translation that holds only a title leaves the body to the original.
    pub fn body<'a>(&'a self, lang: &'a Lang) -> Option<(&'a Text, &'a Lang)> {
        let has_body = |text: &Text| text.summary.words > 0 || !text.summary.media.is_empty();
        self.shown(lang).filter(|(text, _)| has_body(text)).or_else(|| Some((self.original_text()?, &self.original)))
    }

    /// Its title as a language shows it, and the language that this is in.
    pub fn title<'a>(&'a self, lang: &'a Lang) -> (&'a str, &'a Lang) {
        let own = self.fact(lang, "title").and_then(|(located, whose)| Some((located.fact.as_text()?, whose)));
        own.unwrap_or((self.slug(), &self.original))
    }

    /// A value as a language shows it: the translation's own, or the original's; and whose it is.
    pub fn fact<'a>(&'a self, lang: &'a Lang, key: &str) -> Option<(&'a Located, &'a Lang)> {
        let (text, shown) = self.shown(lang)?;
        match text.facts.0.get(key) {
            Some(located) if !text.copied.contains(&key) => Some((located, shown)),
            Some(located) => Some((located, &self.original)),
            None => self.facts().0.get(key).map(|located| (located, &self.original)),
        }
    }

    /// The keys of a text in a language whose words are those of the original, which somebody left as they were.
    pub(super) fn copied(&self, text: &Text, lang: &Lang) -> Vec<&'static str> {
        if lang.language() == self.original.language() {
            return Vec::new();
        }
        let of = |text: Option<&str>| text.and_then(passage);
        let is_copied = |key: &str, located: &Located| {
            let own = of(located.fact.as_text());
            own.is_some() && own == of(self.facts().text(key))
        };
        text.facts.0.iter().filter(|(key, located)| is_copied(key, located)).map(|(key, _)| *key).collect()
    }

    /// The paragraphs of a text in a language that stand in it as they stand in the original. Two ways to write one
    /// language may share much, and are not compared.
    pub fn quoted(&self, text: &Text, lang: &Lang) -> BTreeSet<u64> {
        let original = self.original_text().filter(|_| lang.language() != self.original.language());
        let Some(original) = original else { return BTreeSet::new() };
        let known: BTreeSet<u64> = original.summary.passages.iter().copied().collect();
        text.summary.passages.iter().copied().filter(|passage| known.contains(passage)).collect()
    }

    /// Whether a language shows its own text.
    pub fn is_own(&self, lang: &Lang) -> bool {
        !matches!(self.states.get(lang), Some(State::Fallback(_)) | None)
    }

    /// Whether it is published.
    pub fn is_published(&self) -> bool {
        self.left_out.is_none()
    }

    /// Whether it is about a person, real or invented (GUARDRAILS section 1).
    pub fn is_person(&self) -> bool {
        self.kind.has(Role::Person) || self.kind.keys_with(Role::Person).any(|key| self.facts().has(key))
    }

    /// Whether it is a draft, which is published only where `--drafts` asks for it.
    pub fn is_draft(&self) -> bool {
        matches!(self.facts().text("status"), Some("draft" | "review"))
    }

    /// Whether it is the home page.
    pub fn is_home(&self) -> bool {
        self.folder.is_empty()
    }

    /// The last part of its folder.
    pub fn slug(&self) -> &str {
        self.folder.rsplit('/').next().unwrap_or(&self.folder)
    }

    /// The folder above it; the home page is above the top.
    pub fn parent(&self) -> Option<&str> {
        if self.is_home() {
            return None;
        }
        Some(self.folder.rsplit_once('/').map_or("", |(parent, _)| parent))
    }

    /// The file of the original, for messages.
    pub fn file(&self) -> String {
        self.original_text().map_or_else(|| format!("content/{}", self.folder), |text| text.summary.file.to_string())
    }
}
