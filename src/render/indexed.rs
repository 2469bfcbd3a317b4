//! What a text is found by: its words and pairs, taken while its body is at hand anyway.

use std::borrow::Cow;

use crate::base::text::{Numbering, Token, fold, pair_number, tokens, words_number};
use crate::base::{Lang, limits};
use crate::model::{Fact, Indexed, Spot};
use crate::site::{Entry, Text};

use super::text::Line;

/// What an entry's own text in a language is found by besides its body.
#[derive(Debug, Hash)]
pub struct Heads<'a> {
    folder: &'a str,
    lang: &'a Lang,
    /// Numbers that this one took the place of, since they still stand on old leaflets.
    former: Vec<String>,
    /// The words of the front matter that stand on the page.
    facts: Vec<Cow<'a, str>>,
}

/// Gathers what stands above the body.
pub fn heads<'a>(entry: &'a Entry, lang: &'a Lang, text: &'a Text, former: Vec<String>) -> Heads<'a> {
    Heads { folder: &entry.folder, lang, former, facts: facts(entry, text) }
}

/// The index of a text. `body` is empty where the page shows the body of another language.
pub fn indexed(heads: &Heads<'_>, body: &[Line]) -> Indexed {
    let mut found = Found::default();
    for number in &heads.former {
        found.take(&joined(number), Spot::Head);
        found.take(number, Spot::Head);
    }
    for line in &heads.facts {
        found.take(line, Spot::Head);
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
    Indexed {
        folder: heads.folder.to_owned(),
        lang: heads.lang.clone(),
        words: found.words(),
        pairs: found.pairs(),
        opening: opening(&lines),
    }
}

/// The first words of a body, more than a result shows, so that it is seen where they are cut.
fn opening(lines: &[&Line]) -> Box<str> {
    let words = lines.iter().flat_map(|line| line.text.chars().chain(std::iter::once(' ')));
    words.take(2 * limits::SEARCH_SNIPPET).collect::<String>().into_boxed_str()
}

/// The words of the front matter that stand on the page: those that can be translated, and the numbers of hotlines and
/// of laws, which are the same in all languages.
fn facts<'a>(entry: &'a Entry, text: &'a Text) -> Vec<Cow<'a, str>> {
    let mut lines = Vec::new();
    for field in entry.kind.original_fields().iter().filter(|field| field.translatable && !field.private) {
        match text.facts.get(field.key) {
            Some(Fact::Text(line)) => lines.push(Cow::from(line)),
            Some(Fact::List(items)) => lines.extend(items.iter().filter_map(|item| item.fact.as_text()).map(Cow::from)),
            _ => {}
        }
    }
    if let Some(number) = entry.facts().text("number") {
        // Typed without its blanks it is one word.
        lines.push(joined(number).into());
        lines.push(number.into());
    }
    lines
}

/// A number without its blanks.
fn joined(number: &str) -> String {
    number.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What was found so far. What is read first counts most, so a word has the spot at which it is met first.
#[derive(Default)]
struct Found {
    words: Numbering,
    /// Where each word stands first.
    spots: Vec<Spot>,
    pairs: Vec<u32>,
}

impl Found {
    fn take(&mut self, text: &str, spot: Spot) {
        tokens(text, |token| match token {
            Token::Word(word) => {
                if self.words.number(word) == self.spots.len() {
                    self.spots.push(spot);
                }
            }
            Token::Pair(pair) => self.pairs.push(pair_number(pair)),
        });
    }

    /// A heading counts for its neighbouring words, too: most Vietnamese words are two syllables.
    fn take_heading(&mut self, text: &str) {
        self.take(text, Spot::Head);
        let mut before: Option<String> = None;
        tokens(text, |token| {
            let bare = match token {
                Token::Word(word) => Some(fold(word)),
                Token::Pair(_) => None,
            };
            if let (Some(before), Some(bare)) = (&before, &bare) {
                self.pairs.push(words_number(before, bare));
            }
            before = bare;
        });
    }

    /// The different words, each with the sign of its first spot behind it.
    fn words(&self) -> Box<str> {
        let mut out = String::with_capacity(self.words.words().map(|word| word.len() + 1).sum());
        for (word, spot) in self.words.words().zip(&self.spots) {
            out.push_str(word);
            out.push(spot.sign());
        }
        out.into_boxed_str()
    }

    fn pairs(mut self) -> Box<[u32]> {
        self.pairs.sort_unstable();
        self.pairs.dedup();
        self.pairs.into_boxed_slice()
    }
}
