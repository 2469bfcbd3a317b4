//! Two texts word by word.

use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// A run of words in both texts or in one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// In both, as the new one has it.
    Same(&'a str),
    /// In the old one only.
    Old(&'a str),
    /// In the new one only.
    New(&'a str),
}

/// Words that are compared one by one. A paragraph has some hundred; two texts of many thousand that have little in
/// common would take time with the square of their length.
const WORDS: usize = 4_000;

/// How two texts differ: syllables and signs, in scripts without spaces the letters with their marks.
pub fn words<'a>(old: &'a str, new: &'a str) -> Vec<Piece<'a>> {
    let (old_words, new_words) = (tokens(old), tokens(new));
    if old_words.len().max(new_words.len()) > WORDS {
        return whole(old, new);
    }
    let of = |text: &'a str, words: &[&str], from: usize, count: usize| -> &'a str {
        let length =
            |words: Option<&[&str]>| words.map_or(0, |words| words.iter().map(|word| word.len()).sum::<usize>());
        let start = length(words.get(..from));
        text.get(start..start + length(words.get(from..from + count))).unwrap_or("")
    };
    let mut pieces = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old_words, &new_words) {
        match op {
            DiffOp::Equal { new_index, len, .. } => pieces.push(Piece::Same(of(new, &new_words, new_index, len))),
            DiffOp::Delete { old_index, old_len, .. } => {
                pieces.push(Piece::Old(of(old, &old_words, old_index, old_len)))
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                pieces.push(Piece::New(of(new, &new_words, new_index, new_len)))
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                pieces.push(Piece::Old(of(old, &old_words, old_index, old_len)));
                pieces.push(Piece::New(of(new, &new_words, new_index, new_len)));
            }
        }
    }
    pieces
}

fn whole<'a>(old: &'a str, new: &'a str) -> Vec<Piece<'a>> {
    if old == new { vec![Piece::Same(new)] } else { vec![Piece::Old(old), Piece::New(new)] }
}

/// The words of a text and what stands between them: together they are the text.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    for word in text.split_word_bounds() {
        // Khmer, Lao, Tai and Chinese come as letters or as whole phrases; a letter with its marks is one piece.
        let is_unspaced = word.chars().any(|c| matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{1950}'..='\u{1AAF}' | '\u{A9E0}'..='\u{A9FF}' | '\u{AA60}'..='\u{AADF}'));
        if is_unspaced { tokens.extend(word.graphemes(true)) } else { tokens.push(word) }
    }
    tokens
}

/// The words of a text and how often each occurs.
pub(super) struct Bag {
    words: BTreeMap<String, usize>,
    size: usize,
}

impl Bag {
    /// The words of a text in small letters.
    pub fn of(text: &str) -> Bag {
        let mut words = BTreeMap::new();
        let mut size = 0;
        for word in tokens(text).into_iter().filter(|word| word.chars().any(char::is_alphanumeric)) {
            *words.entry(word.to_lowercase()).or_insert(0) += 1;
            size += 1;
        }
        Bag { words, size }
    }

    /// How much two texts have in common, in hundredths (Dice's coefficient); 0 if it is less than `least`.
    pub fn likeness(&self, other: &Bag, least: usize) -> usize {
        // A long text and a short one cannot be alike, whatever their words.
        let most = 200 * self.size.min(other.size);
        if most < least * (self.size + other.size) {
            return 0;
        }
        let (few, many) = if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        // Looking a word up in the larger bag costs little; going through it for every small one would not.
        let shared: usize =
            few.words.iter().map(|(word, count)| (*count).min(many.words.get(word).copied().unwrap_or(0))).sum();
        (200 * shared).checked_div(self.size + other.size).unwrap_or(0)
    }
}
