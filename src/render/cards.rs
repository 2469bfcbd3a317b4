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

use super::frame::Frame;
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
    item: CardView<'a>,
}

/// A card, ready to stand in a list.
#[derive(Debug)]
pub struct Card {
    /// Its markup; nothing if its template failed.
    markup: Option<Value>,
    /// What was noticed.
    pub diagnostics: Vec<Diagnostic>,
    /// Words that could not be said.
    pub failures: Failures,
}

impl Hash for Card {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.markup.as_ref().and_then(Value::as_str).hash(state);
    }
}

/// Cards by their place.
pub type Cards<'a> = BTreeMap<CardAt<'a>, Arc<Card>>;

/// The cards of a list, each with the folder of its entry.
pub(super) type Row<'a> = Vec<(&'a str, &'a Card)>;

/// The cards of a list as templates see them.
pub(super) fn values(row: &Row<'_>) -> Value {
    let cards: Vec<Value> = row.iter().filter_map(|(_, card)| card.markup.clone()).collect();
    Value::from(cards)
}

impl<'a> Workshop<'a> {
    /// What a card shows.
    pub fn card(&'a self, entry: &'a Entry, at: CardAt<'_>) -> Option<CardLayout<'a>> {
        let frame = self.frame(at.lang)?;
        let item = view::card(self.site, self.lists, self.words, entry, frame.lang());
        Some(CardLayout {
            frame,
            template: self.kind(entry).map_or("card.html", |kind| &kind.card),
            depth: at.depth,
            item,
        })
    }

    /// Makes a card.
    pub fn make_card(&self, layout: &CardLayout<'_>) -> Card {
        let mut context = layout.frame.context(layout.depth);
        context.insert("item", &layout.item);
        let (made, failures) = self.words.heard(|| self.templates.render(layout.template, &context));
        match made {
            Ok(html) => Card { markup: Some(safe(&html)), diagnostics: Vec::new(), failures },
            Err(finding) => Card { markup: None, diagnostics: vec![*finding], failures },
        }
    }
}
