//! Front matter and settings after they were read against a schema: every value has its type.

use std::collections::BTreeMap;

use crate::base::{Date, Lang, Span, Url};

/// A typed value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// A text, also a slug, a file name or one of a list of words.
    Text(String),
    /// A day.
    Date(Date),
    /// Yes or no.
    Bool(bool),
    /// A count.
    Count(u32),
    /// A language.
    Lang(Lang),
    /// An address outside.
    Url(Url),
    /// A list.
    List(Vec<Located>),
    /// Named values that belong together.
    Group(Facts),
    /// Values under names that the schema does not fix.
    Map(Vec<(String, Span, Located)>),
}

/// A typed value and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The value.
    pub fact: Fact,
    /// Its bytes in the file.
    pub span: Span,
}

/// Typed values by the keys of their schema.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts(pub BTreeMap<&'static str, Located>);

impl Facts {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Fact> {
        self.0.get(key).map(|located| &located.fact)
    }

    /// Where the value of a key stands.
    pub fn span(&self, key: &str) -> Option<Span> {
        self.0.get(key).map(|located| located.span.clone())
    }

    /// Whether a key is there.
    pub fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// The text of a key.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Fact::as_text)
    }

    /// The day of a key.
    pub fn date(&self, key: &str) -> Option<Date> {
        match self.get(key) {
            Some(Fact::Date(date)) => Some(*date),
            _ => None,
        }
    }

    /// Whether a key says yes.
    pub fn is_true(&self, key: &str) -> bool {
        matches!(self.get(key), Some(Fact::Bool(true)))
    }

    /// The count of a key.
    pub fn count(&self, key: &str) -> Option<u32> {
        match self.get(key) {
            Some(Fact::Count(count)) => Some(*count),
            _ => None,
        }
    }

    /// The values that belong together under a key.
    pub fn group(&self, key: &str) -> Option<&Facts> {
        match self.get(key) {
            Some(Fact::Group(facts)) => Some(facts),
            _ => None,
        }
    }

    /// The items of a list; empty if the key is absent.
    pub fn list(&self, key: &str) -> &[Located] {
        match self.get(key) {
            Some(Fact::List(items)) => items,
            _ => &[],
        }
    }

    /// The texts of a list, with their places.
    pub fn texts(&self, key: &str) -> impl Iterator<Item = (&str, Span)> {
        self.list(key).iter().filter_map(|item| Some((item.fact.as_text()?, item.span.clone())))
    }
}

impl Fact {
    /// The text of a text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Fact::Text(text) => Some(text),
            _ => None,
        }
    }
}
