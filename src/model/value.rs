//! A YAML text as it was written: every value with its place, nothing interpreted yet.

use crate::base::Span;

/// A value and where it stands in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Its bytes in the file.
    pub span: Span,
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing after the colon, `~` or `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Something that YAML takes for a number, exactly as written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys and values.
    Map(Mapping),
}

/// Keys and values in the order in which they were written, doubled keys included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Each key with its place, and its value.
    pub entries: Vec<(String, Span, Node)>,
    /// Where the whole stands in its file.
    pub span: Span,
    /// False if there was no mapping, or one that could not be read: then nothing can be said about its keys.
    pub is_sound: bool,
}

impl Mapping {
    /// The value of a key, the first if it is doubled.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries.iter().find(|(name, _, _)| name == key).map(|(_, _, node)| node)
    }
}

impl Value {
    /// The text of a scalar that holds any.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) | Value::Number(text) => Some(text),
            _ => None,
        }
    }
}
