//! Cards: an entry in a list. A card stands in the lists of its section and of all its topics, so it is made once for
//! all pages from which the way to it is the same.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use tera::Value;

use crate::base::Diagnostic;
use crate::i18n::Failures;
use crate::site::Entry;
use crate::site::view::{self, CardView};

use super::frame::{Frame, Keyed};
use super::page::{Workshop, safe};

/// A card to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CardAt<'a> {
    /// The folder of its entry.
    pub folder: &'a str,
    /// The tag of the language.
    pub lang: &'a str,
    /// The folders above the page.
    pub depth: usize,
}

/// Everything that the template of a card is given.
#[derive(Debug, Hash)]
pub struct CardLayout<'a> {
    frame: &'a Frame<'a>,
    template: &'a str,
    depth: usize,
    item: &'a Keyed<CardView<'a>>,
}

/// A card, ready to stand in a list.
#[derive(Debug)]
pub struct Card {
    /// Its markup; nothing if its template failed.
    markup: Keyed<Markup>,
    /// What was noticed.
    pub diagnostics: Vec<Diagnostic>,
    /// Words that could not be said.
    pub failures: Failures,
}

/// Markup as templates see it.
#[derive(Debug)]
struct Markup(Option<Value>);

impl Hash for Markup {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.as_ref().and_then(Value::as_str).hash(state);
    }
}

impl Hash for Card {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.markup.hash(state);
    }
}

/// Cards by their place.
pub type Cards<'a> = BTreeMap<CardAt<'a>, Arc<Card>>;

/// The cards of a list, each with the folder of its entry.
pub(super) type Row<'a> = Vec<(&'a str, &'a Card)>;

/// The cards of a list as templates see them.
pub(super) fn values(row: &Row<'_>) -> Value {
    let cards: Vec<Value> = row.iter().filter_map(|(_, card)| card.markup.value.0.clone()).collect();
    Value::from(cards)
}

impl<'a> Workshop<'a> {
    /// What the cards of an entry show in a language.
    pub fn item(&'a self, entry: &'a Entry, lang: &str) -> Option<Keyed<CardView<'a>>> {
        let frame = self.frame(lang)?;
        Some(Keyed::new(view::card(self.site, self.lists, self.words, entry, frame.lang())))
    }

    /// What a card is made of.
    pub fn card<'b>(&'b self, entry: &Entry, at: CardAt<'_>, item: &'b Keyed<CardView<'b>>) -> Option<CardLayout<'b>> {
        let template = self.kind(entry).map_or("card.html", |kind| &kind.card);
        Some(CardLayout { frame: self.frame(at.lang)?, template, depth: at.depth, item })
    }

    /// Makes a card.
    pub fn make_card(&self, layout: &CardLayout<'_>) -> Card {
        let mut context = layout.frame.context(layout.depth);
        context.insert("item", &layout.item.value);
        let (made, failures) = self.words.heard(|| self.templates.render(layout.template, &context));
        match made {
            Ok(html) => Card { markup: Keyed::new(Markup(Some(safe(&html)))), diagnostics: Vec::new(), failures },
            Err(finding) => Card { markup: Keyed::new(Markup(None)), diagnostics: vec![*finding], failures },
        }
    }
}
