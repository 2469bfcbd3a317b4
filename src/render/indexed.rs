//! What a text is found by: its words and pairs, taken while its body is at hand anyway.

use crate::base::text::{Key, Token, pair_number, tokens, words_number};
use crate::base::{Lang, limits};
use crate::model::{Fact, Indexed, Spot};
use crate::site::{Entry, Text};

use super::text::Line;

/// The index of an entry's own text in a language. `body` is empty where the page shows the body of another language;
/// `former` are numbers that this one took the place of, since they still stand on old leaflets.
pub fn indexed(entry: &Entry, lang: &Lang, text: &Text, body: &[Line], former: &[String]) -> Indexed {
    let mut found = Found::default();
    for number in former {
        found.take(&joined(number), Spot::Head);
        found.take(number, Spot::Head);
    }
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
    Indexed {
        folder: entry.folder.clone(),
        lang: lang.clone(),
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
        lines.push(joined(number));
        lines.push(number.to_owned());
    }
    lines
}

/// A number without its blanks.
fn joined(number: &str) -> String {
    number.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What was found so far. Words are noted one after the other and put in order once: a text has some hundred.
#[derive(Default)]
struct Found {
    text: String,
    /// The first and the last byte of each word, and where it stands.
    words: Vec<(usize, usize, Spot)>,
    pairs: Vec<u32>,
}

impl Found {
    fn take(&mut self, text: &str, spot: Spot) {
        tokens(text, |token| match token {
            Token::Word(word) => {
                let start = self.text.len();
                self.text.push_str(word);
                self.words.push((start, self.text.len(), spot));
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
                Token::Word(word) => Some(Key::of(word).bare),
                Token::Pair(_) => None,
            };
            if let (Some(before), Some(bare)) = (&before, &bare) {
                self.pairs.push(words_number(before, bare));
            }
            before = bare;
        });
    }

    /// The different words in order, each with the sign of its first spot behind it.
    fn words(&self) -> Box<str> {
        let word = |(start, end, _): &(usize, usize, Spot)| self.text.get(*start..*end).unwrap_or_default();
        let words = self.words.iter().map(|found| (beginning(word(found)), word(found), found.2));
        let mut words: Vec<(u64, &str, Spot)> = words.collect();
        words.sort_unstable();
        words.dedup_by_key(|(_, word, _)| *word);
        let mut out = String::with_capacity(words.iter().map(|(_, word, _)| word.len() + 1).sum());
        for (_, word, spot) in words {
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

/// The first bytes of a word as a number of the same order: most words are told apart without a look at their letters.
fn beginning(word: &str) -> u64 {
    let mut bytes = [0; 8];
    for (to, from) in bytes.iter_mut().zip(word.bytes()) {
        *to = from;
    }
    u64::from_be_bytes(bytes)
}
