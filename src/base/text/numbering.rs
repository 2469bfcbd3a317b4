//! Numbers for words, so that what is done with a word is done once and not wherever it stands.

use std::collections::BTreeMap;

/// Different words, numbered from 0 in the order in which they first came.
#[derive(Clone, Debug, Default)]
pub struct Numbering {
    /// The words one after the other, and where each ends.
    text: String,
    ends: Vec<usize>,
    /// A power of two of places. A word stands at the place that its hash names, or at one of the next [`STEPS`]: its
    /// hash, and its number plus one. Zero is a free place.
    places: Vec<(u32, u32)>,
    /// Words that found no place: hardly any, unless somebody looks for words of one hash, and then they cost no more than
    /// in any ordered map.
    crowded: BTreeMap<Box<str>, u32>,
}

/// Places that are looked at for a word.
const STEPS: usize = 24;

/// Places to begin with: a page has some hundred different words.
const FIRST_PLACES: usize = 1_024;

impl Numbering {
    /// The number of a word; a new one for a word that is new.
    pub fn number(&mut self, word: &str) -> usize {
        if self.places.len() < 2 * (self.ends.len() + 1) {
            self.grow();
        }
        let hash = hash(word);
        for at in self.row(hash) {
            let Some((known, number)) = self.places.get(at).copied() else { break };
            let Some(number) = number.checked_sub(1).map(|number| number as usize) else {
                return match self.crowded.get(word) {
                    Some(number) => *number as usize,
                    None => self.add(word, Some((at, hash))),
                };
            };
            if known == hash && self.word(number) == word {
                return number;
            }
        }
        match self.crowded.get(word) {
            Some(number) => *number as usize,
            None => self.add(word, None),
        }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The word of a number; empty if there is none.
    pub fn word(&self, number: usize) -> &str {
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(number).copied().unwrap_or(start);
        self.text.get(start..end).unwrap_or_default()
    }

    /// The words by their numbers.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|number| self.word(number))
    }

    fn add(&mut self, word: &str, free: Option<(usize, u32)>) -> usize {
        let number = self.ends.len();
        self.text.push_str(word);
        self.ends.push(self.text.len());
        let short = u32::try_from(number).unwrap_or(u32::MAX - 1);
        match free.and_then(|(at, hash)| Some((self.places.get_mut(at)?, hash))) {
            Some((place, hash)) => *place = (hash, short + 1),
            None => drop(self.crowded.insert(word.into(), short)),
        }
        number
    }

    /// The places of a hash, in the order in which they are looked at.
    fn row(&self, hash: u32) -> impl Iterator<Item = usize> + use<> {
        let mask = self.places.len().wrapping_sub(1);
        (0..STEPS).map(move |step| (hash as usize).wrapping_add(step) & mask)
    }

    /// Twice as many places.
    fn grow(&mut self) {
        let places = vec![(0, 0); (2 * self.places.len()).max(FIRST_PLACES)];
        for (hash, number) in std::mem::replace(&mut self.places, places).into_iter().filter(|(_, number)| *number > 0)
        {
            let free = self.row(hash).find(|at| self.places.get(*at).is_some_and(|(_, number)| *number == 0));
            match free.and_then(|at| self.places.get_mut(at)) {
                Some(place) => *place = (hash, number),
                None => drop(self.crowded.insert(self.word(number as usize - 1).into(), number - 1)),
            }
        }
    }
}

/// The letters of a word mixed into one number, eight bytes at a time.
fn hash(word: &str) -> u32 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let (pieces, rest) = word.as_bytes().as_chunks::<8>();
    let mix = |hash: u64, piece: u64| (hash ^ piece).wrapping_mul(FACTOR).rotate_left(29);
    let head = pieces.iter().fold(word.len() as u64, |hash, piece| mix(hash, u64::from_le_bytes(*piece)));
    let tail = rest.iter().fold(0, |tail, byte| tail << 8 | u64::from(*byte));
    let hash = mix(head, tail);
    (hash ^ hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check<'a>(words: impl IntoIterator<Item = &'a str>) -> Numbering {
        let mut numbering = Numbering::default();
        let mut known: BTreeMap<&str, usize> = BTreeMap::new();
        for word in words {
            let next = known.len();
            let number = *known.entry(word).or_insert(next);
            assert_eq!(numbering.number(word), number, "{word:?}");
        }
        assert_eq!(numbering.len(), known.len());
        assert!(known.iter().all(|(word, number)| numbering.word(*number) == *word));
        numbering
    }

    #[test]
    fn thousands_of_words_have_their_numbers() {
        let words = super::super::syllable::tests::syllables();
        let twice = words.iter().chain(&words).map(String::as_str);
        let crowded = check(twice).crowded.len();
        assert!(crowded * 100 < words.len(), "{crowded} of {}", words.len());
    }

    #[test]
    fn words_of_one_hash_are_told_apart() {
        // All ask for one place of a table that is never larger than this.
        let is_same = |word: &String| hash(word) & 0x3FF == 7;
        let words: Vec<String> = (0u32..).map(|n| n.to_string()).filter(is_same).take(400).collect();
        let numbering = check(words.iter().chain(&words).map(String::as_str));
        assert!(!numbering.crowded.is_empty(), "some found no place");
    }

    proptest! {
        #[test]
        fn any_words_have_their_numbers(words in prop::collection::vec("[ab\\u{1EBF}]{0,3}|.{0,20}", 0..200)) {
            check(words.iter().map(String::as_str));
        }
    }
}
