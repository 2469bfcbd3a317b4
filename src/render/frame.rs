//! What all pages of a language share: made once, shown by every template.

use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use tera::{Context, Value};

use crate::base::{Digest, Lang};
use crate::i18n::Words;
use crate::model::{Direction, Said};
use crate::site::view::{self, SiteView};
use crate::site::{Lists, Site};

/// A value and its digest, which is found when something first asks: a build that remembers nothing never does.
#[derive(Debug)]
pub struct Keyed<T> {
    /// The value.
    pub value: T,
    key: OnceLock<Digest>,
}

impl<T: Hash> Keyed<T> {
    /// A value that nobody has asked for its digest.
    pub fn new(value: T) -> Keyed<T> {
        Keyed { value, key: OnceLock::new() }
    }

    /// The digest.
    pub fn key(&self) -> Digest {
        *self.key.get_or_init(|| Digest::of_value(&self.value))
    }
}

impl<T: Hash> Hash for Keyed<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write(self.key().as_bytes());
    }
}

/// What made the theme and the words: their digests are those of all files that they were read from.
#[derive(Clone, Copy, Debug, Hash)]
pub struct Origin {
    /// Of the templates.
    pub theme: Digest,
    /// Of the words of the interface and of the language records.
    pub words: Digest,
}

/// What all templates see of a language.
#[derive(Debug, Hash)]
pub(super) struct FrameView<'a> {
    pub origin: Origin,
    pub lang: &'a Lang,
    pub dir: Direction,
    pub body_lang: Lang,
    pub body_dir: Direction,
    pub font: &'a str,
    pub site: SiteView<'a>,
}

/// A language, ready for its pages.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    pub view: Keyed<FrameView<'a>>,
    /// The site as templates see it.
    value: Value,
    /// The titles of pages that are no entries.
    pub topics: Said,
    pub a_z: Said,
    pub not_found: Said,
}

impl Hash for Frame<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.view.hash(state);
    }
}

impl<'a> Frame<'a> {
    pub fn new(site: &'a Site, lists: &'a Lists<'a>, words: &Words, origin: Origin, lang: &'a Lang) -> Frame<'a> {
        let body_lang = words.body_language(lang);
        let font = site.language(lang).and_then(|language| language.font.as_ref());
        let view = FrameView {
            origin,
            lang,
            dir: site.direction(lang),
            body_dir: words.direction(&body_lang),
            body_lang,
            font: font.map_or("", |(name, _)| name.as_str()),
            site: view::site(site, lists, lang),
        };
        // Words are asked for only where a page will show them: what fails is told.
        let say = |id: &str, is_shown: bool| if is_shown { words.say(lang, id, None) } else { site.said("", lang) };
        Frame {
            value: Value::from_serializable(&view.site),
            topics: say("topics", !site.topics.0.is_empty()),
            a_z: say("a-z", true),
            not_found: say("not-found", lang == site.source()),
            view: Keyed::new(view),
        }
    }

    /// The language.
    pub fn lang(&self) -> &'a Lang {
        self.view.value.lang
    }

    /// What every template sees of a page that lies `depth` folders below the top.
    pub fn context(&self, depth: usize) -> Context {
        let view = &self.view.value;
        let mut context = Context::new();
        context.insert_value("root", Value::from("../".repeat(depth)));
        context.insert_value("lang", Value::from(view.lang.as_str()));
        context.insert_value("dir", Value::from(view.dir.as_str()));
        context.insert_value("body_dir", Value::from(view.body_dir.as_str()));
        context.insert_value("body_lang", Value::from(view.body_lang.as_str()));
        context.insert_value("font", Value::from(view.font));
        context.insert_value("site", self.value.clone());
        context
    }
}
