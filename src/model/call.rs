//! Where a template asks for interface words: the ids and variables of `t(…)` and `text(…)`.

use crate::base::Place;

/// One call of a template for words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageCall {
    /// Which message it asks for.
    pub id: CalledId,
    /// The variables that it gives.
    pub variables: Vec<String>,
    /// Where it stands.
    pub place: Place,
}

/// The id of a call. A part that is only known when the page is made is left open: `"kind-" ~ entry.kind`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalledId {
    /// What it begins with, or the whole of it.
    pub head: String,
    /// What it ends with, if something in it is open.
    pub tail: Option<String>,
}

impl CalledId {
    /// Whether a message of this id may be meant.
    pub fn fits(&self, id: &str) -> bool {
        match &self.tail {
            None => id == self.head,
            Some(tail) => id.strip_prefix(self.head.as_str()).is_some_and(|rest| rest.ends_with(tail.as_str())),
        }
    }

    /// The id as it can be shown: `kind-…`.
    pub fn shown(&self) -> String {
        match &self.tail {
            None => self.head.clone(),
            Some(tail) => format!("{}…{tail}", self.head),
        }
    }
}
