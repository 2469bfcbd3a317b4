//! Cards: an entry in a list. A card stands in the lists of its section and of all its topics, so it is made once for
//! all pages from which the way to it is the same.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use tera::Value;

use crate::base::{Diagnostic, Lang};
use crate::i18n::Failures;
use crate::site::Entry;
use crate::site::view::{self, CardView};

use super::frame::{Frame, Keyed};
use super::page::{Workshop, safe};

/// Which card: that of an entry in a language, on pages that lie so many folders below the top. Entry and language are
/// known by their places in memory, which tell them apart and nothing else: forty thousand names need not be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CardAt {
    /// Entry and language.
    pub of: (usize, usize),
    depth: usize,
}

/// A card that some list shows.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// Which.
    pub at: CardAt,
    /// Its entry.
    pub entry: &'a Entry,
    /// Its language.
    pub lang: &'a Lang,
}

impl<'a> Wanted<'a> {
    pub(super) fn new(entry: &'a Entry, lang: &'a Lang, depth: usize) -> Wanted<'a> {
        let of = (std::ptr::from_ref(entry).addr(), std::ptr::from_ref(lang).addr());
        Wanted { at: CardAt { of, depth }, entry, lang }
    }
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

/// The cards of all lists.
#[derive(Debug, Default)]
pub struct Cards(Vec<(CardAt, Arc<Card>)>);

impl Cards {
    /// These cards.
    pub fn of(mut cards: Vec<(CardAt, Arc<Card>)>) -> Cards {
        cards.sort_unstable_by_key(|(at, _)| *at);
        Cards(cards)
    }

    /// A card.
    pub fn get(&self, at: CardAt) -> Option<&Card> {
        let found = self.0.binary_search_by_key(&at, |(at, _)| *at).ok()?;
        self.0.get(found).map(|(_, card)| &**card)
    }

    /// All, in no order that means anything.
    pub fn all(&self) -> impl Iterator<Item = &Card> {
        self.0.iter().map(|(_, card)| &**card)
    }
}

/// The cards of a list, each with the folder of its entry.
pub(super) type Row<'a> = Vec<(&'a str, &'a Card)>;

/// The cards of a list as templates see them.
pub(super) fn values(row: &Row<'_>) -> Value {
    let cards: Vec<Value> = row.iter().filter_map(|(_, card)| card.markup.value.0.clone()).collect();
    Value::from(cards)
}

impl<'a> Workshop<'a> {
    /// What the cards of an entry show in a language.
    pub fn item(&'a self, wanted: &Wanted<'a>) -> Keyed<CardView<'a>> {
        Keyed::new(view::card(self.site, self.lists, self.words, wanted.entry, wanted.lang))
    }

    /// What a card is made of.
    pub fn card<'b>(&'b self, wanted: &Wanted<'_>, item: &'b Keyed<CardView<'b>>) -> Option<CardLayout<'b>> {
        let template = self.kind(wanted.entry).map_or("card.html", |kind| &kind.card);
        Some(CardLayout { frame: self.frame(wanted.lang.as_str())?, template, depth: wanted.at.depth, item })
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
