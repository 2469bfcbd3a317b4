//! Finds text that was pasted from old documents: TCVN3 ("kh«ng tin lêi høa"), VNI ("ñöôøng daây noùng") and UTF-8 that was
//! read as Windows-1252 ("Ä‘Æ°á»ng dÃ¢y"). Nothing is rewritten here: a reading is offered, and somebody says yes.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::legacy_tables::Table;
use super::legacy_utf8;
use super::syllable::is_syllable;

/// Words that must be none as they stand and syllables in the old encoding, before a text is surely in it.
pub(super) const SURE: usize = 3;

/// Words without sense that may stand between two such words.
const MISSES: usize = 3;

/// How a text was written, or went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// TCVN 5712, with the `.Vn` fonts.
    Tcvn3,
    /// VNI, with the `VNI-` fonts.
    Vni,
    /// UTF-8 whose bytes were taken for Windows-1252, once or twice.
    Utf8,
}

impl Encoding {
    /// Its name, as an argument of messages.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Tcvn3 => "TCVN3",
            Encoding::Vni => "VNI",
            Encoding::Utf8 => "UTF-8",
        }
    }
}

/// A part of one line that is written in an old encoding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its bytes.
    pub range: Range<usize>,
    /// How it was written.
    pub encoding: Encoding,
    /// What was meant.
    pub repaired: String,
    /// Whether this is beyond doubt. Otherwise it is to be asked.
    pub is_sure: bool,
    /// Whether it may have looked like capitals: a `.VnTimeH` font draws small letters as such.
    pub may_be_capitals: bool,
}

/// The runs of a text in NFC, in order, none within another. Only with `asks` are those given that are not sure.
pub fn find_legacy(text: &str, asks: bool) -> Vec<Run> {
    let mut runs: Vec<Run> = legacy_utf8::find(text).into_iter().filter(|run| run.is_sure || asks).collect();
    if has_hit(text) {
        let mut old = of_tables(text, asks);
        // Two bytes that were read as two characters may look like words of the old fonts; never the other way round.
        old.retain(|run| !overlaps(&runs, run));
        runs.append(&mut old);
        runs.sort_by_key(|run| run.range.start);
    }
    runs
}

fn overlaps(runs: &[Run], run: &Run) -> bool {
    let next = runs.partition_point(|known| known.range.end <= run.range.start);
    runs.get(next).is_some_and(|known| known.range.start < run.range.end)
}

/// The runs in TCVN3 and VNI.
fn of_tables(text: &str, asks: bool) -> Vec<Run> {
    let tokens: Vec<Token> = tokens(text).collect();
    let hits = [Table::Tcvn3, Table::Vni].map(|table| hits_by_line(text, &tokens, table));
    let [of_tcvn3, of_vni] = &hits;
    let mut stretches = stretches(text, &tokens, Table::Tcvn3, &more(of_vni, of_tcvn3));
    stretches.extend(self::stretches(text, &tokens, Table::Vni, &more(of_tcvn3, of_vni)));
    // Of two readings of one place the one with more words is right.
    stretches.sort_by_key(|stretch| (std::cmp::Reverse(stretch.hits), stretch.first));
    let mut taken = vec![false; tokens.len()];
    let mut runs = Vec::new();
    for stretch in stretches {
        let own = taken.get_mut(stretch.first..=stretch.last).unwrap_or_default();
        let is_told = stretch.hits >= SURE || (asks && stretch.is_among_syllables(text, &tokens));
        if is_told && !own.contains(&true) {
            own.fill(true);
            runs.extend(stretch.lines(text, &tokens));
        }
    }
    runs
}

/// How many words of each line are in an encoding.
fn hits_by_line(text: &str, tokens: &[Token], table: Table) -> BTreeMap<usize, usize> {
    let mut hits = BTreeMap::new();
    for token in tokens.iter().filter(|token| matches!(token.read(text, table), Reading::Hit)) {
        *hits.entry(token.line).or_insert(0) += 1;
    }
    hits
}

/// The lines that have more words in one encoding than in the other: there the other one ends, since some words of each
/// can be read in both, and differently.
fn more(one: &BTreeMap<usize, usize>, other: &BTreeMap<usize, usize>) -> BTreeSet<usize> {
    let lines = one.iter().filter(|(line, hits)| **hits > other.get(*line).copied().unwrap_or(0));
    lines.map(|(line, _)| *line).collect()
}

/// A word as the old fonts saw it: letters, and the signs on whose places they had letters.
#[derive(Clone, Copy, Debug)]
struct Token {
    start: usize,
    end: usize,
    line: usize,
    /// Whether it has a letter that no old encoding has: it is Unicode.
    is_far: bool,
    is_ascii: bool,
    /// Whether it has letters of ASCII.
    has_ascii: bool,
    /// Whether it is made of signs such as `©` alone.
    is_signs: bool,
}

/// What a token is in one encoding.
enum Reading {
    /// Not a syllable as it stands, and one when it is read.
    Hit,
    /// A syllable one way or the other.
    Syllable,
    /// No syllable either way.
    Miss,
    /// Unicode.
    Far,
}

/// The words of a text.
fn tokens(text: &str) -> impl Iterator<Item = Token> {
    let mut chars = text.char_indices().peekable();
    let mut line = 0;
    std::iter::from_fn(move || {
        let mut token: Option<Token> = None;
        while let Some((at, c)) = chars.peek().copied() {
            let is_far = is_far(c);
            if !(c.is_ascii_alphabetic() || is_far || is_old(c)) {
                if token.is_some() {
                    break;
                }
                line += usize::from(c == '\n');
                chars.next();
                continue;
            }
            let empty =
                Token { start: at, end: at, line, is_far: false, is_ascii: true, has_ascii: false, is_signs: true };
            let token = token.get_or_insert(empty);
            token.end = at + c.len_utf8();
            token.is_far |= is_far;
            token.is_ascii &= c.is_ascii();
            token.has_ascii |= c.is_ascii();
            token.is_signs &= !c.is_alphabetic();
            chars.next();
        }
        token
    })
}

/// Letters of the upper half of Windows-1252, and the signs on whose places TCVN3 has letters.
fn is_old(c: char) -> bool {
    matches!(c, '\u{A1}'..='\u{BE}' | '\u{C0}'..='\u{FF}' | '\u{2212}')
}

fn is_far(c: char) -> bool {
    c > '\u{FF}' && (matches!(c, '\u{300}'..='\u{36F}') || c.is_alphabetic())
}

/// Whether any word may be in an old encoding. Most texts have none, and this look is all they cost.
fn has_hit(text: &str) -> bool {
    if text.contains('\u{2212}') {
        return tokens(text).any(|token| token.is_hit(text));
    }
    // Letters of ASCII, of U+00C0 to U+00FF, and Vietnamese ones beyond, by the first byte of each.
    let bytes = text.as_bytes();
    let mut known = Known([0; KNOWN]);
    let mut start = 0;
    while start < bytes.len() {
        let (mut end, mut has_old, mut is_far, mut is_plain) = (start, false, false, true);
        for byte in bytes.get(start..).unwrap_or(&[]) {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | 0x80..=0xBF => {}
                0xC3 => has_old = true,
                0xC4..=0xC6 | 0xE1 => is_far = true,
                0..=0x7F => break,
                // Signs, on some of which the old fonts had letters.
                _ => is_plain = false,
            }
            end += 1;
        }
        let mut may_be = |word: &str| !is_plain || (has_old && !is_far && !known.holds(word));
        if let Some(word) = text.get(start..end).filter(|word| may_be(word))
            && tokens(word).any(|token| token.is_hit(word))
        {
            return true;
        }
        start = end + 1;
    }
    false
}

/// Words of one text that were found to be syllables: most words of a text stand in it many times.
struct Known([u64; KNOWN]);

/// A power of two.
const KNOWN: usize = 256;

impl Known {
    /// Whether a word is a syllable.
    fn holds(&mut self, word: &str) -> bool {
        // Words of up to eight bytes are numbers, each its own. Longer ones, which are few, are spelled every time.
        if word.len() > size_of::<u64>() {
            return is_syllable(word);
        }
        let number = word.bytes().fold(0, |number, byte| number << 8 | u64::from(byte));
        let place = number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - KNOWN.ilog2());
        let Some(place) = self.0.get_mut(place as usize) else { return is_syllable(word) };
        if *place == number && number != 0 {
            return true;
        }
        let is_one = is_syllable(word);
        if is_one {
            *place = number;
        }
        is_one
    }
}

impl Token {
    fn word(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    fn read(self, text: &str, table: Table) -> Reading {
        let word = self.word(text);
        if self.is_far {
            return Reading::Far;
        }
        if is_syllable(word) {
            return Reading::Syllable;
        }
        if self.is_ascii || !table.decode(word).is_some_and(|read| is_syllable(&read)) {
            return Reading::Miss;
        }
        if self.has_ascii { Reading::Hit } else { Reading::Syllable }
    }

    /// Whether it is a hit in either encoding.
    fn is_hit(self, text: &str) -> bool {
        [Table::Tcvn3, Table::Vni].into_iter().any(|table| matches!(self.read(text, table), Reading::Hit))
    }

    /// What a token of a run becomes, if it becomes something else.
    fn repaired(self, text: &str, table: Table) -> Option<String> {
        if self.is_ascii || self.is_far {
            return None;
        }
        let read = table.decode(self.word(text))?;
        // "©" on its own is more often the sign than the letter.
        (read != self.word(text) && (!self.is_signs || is_syllable(&read))).then_some(read)
    }

    /// Whether it has so many capitals of ASCII, and no small letters of it.
    fn is_loud(self, text: &str, capitals: usize) -> bool {
        let word = self.word(text);
        word.chars().filter(char::is_ascii_uppercase).count() >= capitals
            && !word.contains(|c: char| c.is_ascii_lowercase())
    }
}

/// Words of one encoding that belong together: the places of the first and the last among the tokens.
struct Stretch {
    table: Table,
    first: usize,
    last: usize,
    hits: usize,
}

/// All stretches of a text in one encoding, with the doubtful words on either side of them.
fn stretches(text: &str, tokens: &[Token], table: Table, foreign: &BTreeSet<usize>) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    let mut open: Option<Stretch> = None;
    let mut misses = 0;
    for (at, token) in tokens.iter().enumerate() {
        if foreign.contains(&token.line) {
            found.extend(open.take());
            continue;
        }
        match token.read(text, table) {
            Reading::Hit => {
                let stretch = open.get_or_insert(Stretch { table, first: at, last: at, hits: 0 });
                (stretch.last, stretch.hits, misses) = (at, stretch.hits + 1, 0);
            }
            Reading::Syllable => {}
            Reading::Miss if misses < MISSES => misses += 1,
            Reading::Miss | Reading::Far => found.extend(open.take()),
        }
    }
    found.extend(open);
    let mut before = 0;
    for stretch in &mut found {
        stretch.first = stretch
            .reach(text, tokens.get(before..stretch.first).unwrap_or(&[]).iter().enumerate().rev())
            .map_or(stretch.first, |at| before + at);
        let after = stretch.last + 1;
        stretch.last = stretch
            .reach(text, tokens.get(after..).unwrap_or(&[]).iter().enumerate())
            .map_or(stretch.last, |at| after + at);
        before = stretch.last + 1;
    }
    found
}

impl Stretch {
    /// The furthest word beside the stretch that belongs to it, though it could also stand as it is: "nãng", which is
    /// "nóng". Where the same line goes on in Unicode, nobody knows how far the old text reaches, so none does.
    fn reach<'a>(&self, text: &str, beside: impl Iterator<Item = (usize, &'a Token)>) -> Option<usize> {
        let mut beside = beside.peekable();
        let line = beside.peek()?.1.line;
        let mut furthest = None;
        let mut misses = 0;
        for (at, token) in beside.take_while(|(_, token)| token.line == line) {
            match token.read(text, self.table) {
                Reading::Far => return None,
                Reading::Miss if !token.is_ascii => return None,
                Reading::Miss if misses == MISSES => break,
                Reading::Miss => misses += 1,
                Reading::Hit | Reading::Syllable if token.is_ascii => {}
                Reading::Hit | Reading::Syllable => {
                    // "là" has no meaning in TCVN3: this is Unicode, like all around it.
                    let read = self.table.decode(token.word(text))?;
                    furthest = if is_syllable(&read) { Some(at) } else { furthest };
                }
            }
        }
        furthest
    }

    /// Whether the words before and after are Vietnamese. One word of Danish is no reason to ask.
    fn is_among_syllables(&self, text: &str, tokens: &[Token]) -> bool {
        let line = |at: usize| tokens.get(at).map(|token| token.line);
        let is_fine = |at: Option<usize>, beside: usize| {
            let token = at.and_then(|at| tokens.get(at)).filter(|token| Some(token.line) == line(beside));
            token.is_none_or(|token| is_syllable(token.word(text)))
        };
        is_fine(self.first.checked_sub(1), self.first) && is_fine(Some(self.last + 1), self.last)
    }

    /// The stretch as one run a line.
    fn lines(&self, text: &str, tokens: &[Token]) -> Vec<Run> {
        let own = tokens.get(self.first..=self.last).unwrap_or(&[]);
        let mut runs: Vec<(usize, Run)> = Vec::new();
        let mut may_be_capitals = self.table == Table::Tcvn3;
        for (at, token) in own.iter().enumerate() {
            let beside = [at.checked_sub(1).and_then(|at| own.get(at)), own.get(at + 1)];
            let is_loud = token.is_loud(text, 1) && beside.into_iter().flatten().any(|token| token.is_loud(text, 2));
            let repaired = token.repaired(text, self.table);
            // The fonts of TCVN3 have no capitals with tones: in "HéI X·" all of it was meant large.
            let repaired = if is_loud { repaired.map(|word| word.to_uppercase()) } else { repaired };
            may_be_capitals &= !begins_with_capital(repaired.as_deref().unwrap_or(token.word(text)));
            let Some(repaired) = repaired else { continue };
            match runs.last_mut().filter(|(line, _)| *line == token.line) {
                Some((_, run)) => {
                    run.repaired.push_str(text.get(run.range.end..token.start).unwrap_or(""));
                    run.repaired.push_str(&repaired);
                    run.range.end = token.end;
                }
                None => runs.push((token.line, self.run(token, repaired))),
            }
        }
        runs.into_iter().map(|(_, run)| Run { may_be_capitals, ..run }).collect()
    }

    fn run(&self, token: &Token, repaired: String) -> Run {
        let encoding = match self.table {
            Table::Tcvn3 => Encoding::Tcvn3,
            Table::Vni => Encoding::Vni,
        };
        let range = token.start..token.end;
        Run { range, encoding, repaired, is_sure: self.hits >= SURE, may_be_capitals: false }
    }
}

/// A capital and a small letter: whoever typed this had the choice.
fn begins_with_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// A text with these runs as they were meant, and everything else as it is.
pub fn repair(text: &str, runs: &[Run]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for run in runs {
        out.push_str(text.get(at..run.range.start).unwrap_or(""));
        out.push_str(&run.repaired);
        at = run.range.end;
    }
    out.push_str(text.get(at..).unwrap_or(""));
    out
}

#[cfg(test)]
mod tests;
