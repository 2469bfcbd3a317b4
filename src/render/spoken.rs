//! What templates have asked for and will ask for again: most words of a page stand on ten thousand others.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher};
use std::sync::RwLock;

use tera::{Kwargs, Value};

/// Answers that are kept; a site has some thousand, most of them days.
const MOST: usize = 50_000;

/// A question of a template: what it asks for, in which language, and the language of the words around.
#[derive(Debug, Default)]
pub struct Question(String);

/// Answers by the number of their question.
#[derive(Debug, Default)]
pub struct Spoken(RwLock<BTreeMap<u64, (String, Value)>>);

impl Question {
    /// Adds a part; a length goes before each, so that borders count.
    pub fn with(mut self, part: &str) -> Question {
        for byte in part.len().to_le_bytes().into_iter().take(4) {
            self.0.push(char::from(byte));
        }
        self.0.push_str(part);
        self
    }

    /// Adds the arguments of a call.
    pub fn with_all(self, kwargs: &Kwargs) -> Question {
        kwargs.iter().fold(self, |question, (name, value)| {
            let question = question.with(name.as_str().unwrap_or_default());
            match (value.as_i64(), value.as_str()) {
                (Some(number), _) => question.with("n").with(&number.to_string()),
                (None, Some(text)) => question.with("s").with(text),
                (None, None) => question.with(value.name()).with(&value.to_string()),
            }
        })
    }

    fn number(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        hasher.write(self.0.as_bytes());
        hasher.finish()
    }
}

impl Spoken {
    /// The answer to a question, made now if it is not known; an answer of which `None` is kept is made each time.
    pub fn ask<E>(&self, question: Question, make: impl FnOnce() -> Result<(Value, bool), E>) -> Result<Value, E> {
        let number = question.number();
        if let Ok(known) = self.0.read()
            && let Some((asked, answer)) = known.get(&number)
            && *asked == question.0
        {
            return Ok(answer.clone());
        }
        let (answer, is_kept) = make()?;
        if is_kept
            && let Ok(mut known) = self.0.write()
            && known.len() < MOST
        {
            known.insert(number, (question.0, answer.clone()));
        }
        Ok(answer)
    }
}
