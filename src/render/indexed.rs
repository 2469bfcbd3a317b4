//! What a text is found by: its words and pairs, taken while its body is at hand anyway.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Lang;
use crate::base::text::{Key, Token, pair_number, tokens};
use crate::model::{Fact, Indexed, Spot};
use crate::site::{Entry, Text};

use super::text::Line;

/// The index of an entry's own text in a language. `body` is empty where the page shows the body of another language.
pub fn indexed(entry: &Entry, lang: &Lang, text: &Text, body: &[Line]) -> Indexed {
    let mut found = Found::default();
    for line in facts(entry, text) {
        found.take(&line, Spot::Head);
    }
    for heading in body.iter().filter(|line| line.is_heading) {
        found.take_heading(&heading.text);
    }
    let lines: Vec<&Line> = body.iter().filter(|line| !line.is_heading).collect();
    for (at, line) in lines.iter().enumerate() {
        let spot = match at * 3 / lines.len() {
            0 => Spot::Start,
            1 => Spot::Middle,
            _ => Spot::End,
        };
        found.take(&line.text, spot);
    }
    let mut words = String::new();
    for (word, spot) in found.words {
        words.push_str(&word);
        words.push(spot.sign());
    }
    Indexed {
        folder: entry.folder.clone(),
        lang: lang.clone(),
        words: words.into_boxed_str(),
        pairs: found.pairs.into_iter().collect(),
    }
}

/// The words of the front matter that stand on the page: those that can be translated, and the numbers of hotlines and
/// of laws, which are the same in all languages.
fn facts(entry: &Entry, text: &Text) -> Vec<String> {
    let mut lines = Vec::new();
    for field in entry.kind.original_fields().iter().filter(|field| field.translatable && !field.private) {
        match text.facts.get(field.key) {
            Some(Fact::Text(line)) => lines.push(line.clone()),
            Some(Fact::List(items)) => {
                lines.extend(items.iter().filter_map(|item| item.fact.as_text()).map(str::to_owned))
            }
            _ => {}
        }
    }
    if let Some(number) = entry.facts().text("number") {
        // Typed without its blanks it is one word.
        lines.push(number.chars().filter(|c| c.is_alphanumeric()).collect());
        lines.push(number.to_owned());
    }
    lines
}

#[derive(Default)]
struct Found {
    words: BTreeMap<String, Spot>,
    pairs: BTreeSet<u32>,
}

impl Found {
    fn take(&mut self, text: &str, spot: Spot) {
        tokens(text, |token| match token {
            Token::Word(word) => {
                self.words.entry(word).or_insert(spot);
            }
            Token::Pair(pair) => drop(self.pairs.insert(pair_number(&pair))),
        });
    }

    /// A heading counts for its neighbouring words, too: most Vietnamese words are two syllables.
    fn take_heading(&mut self, text: &str) {
        self.take(text, Spot::Head);
        let mut before: Option<String> = None;
        tokens(text, |token| {
            let bare = match token {
                Token::Word(word) => Some(Key::of(&word).bare),
                Token::Pair(_) => None,
            };
            if let (Some(before), Some(bare)) = (&before, &bare) {
                self.pairs.insert(pair_number(&format!("{before} {bare}")));
            }
            before = bare;
        });
    }
}
