//! Numbers that are spelled out in Vietnamese, as in scripts for the loudspeaker: "một tám không không, một năm sáu bảy".

use super::phone_groups::{DIGITS, Reader, is_short, long_rank};
use super::phone_tokens::{Kind, kind_at};
use super::phone_words::{After, digit_word_at};

/// Words of a row before it is cut off: a number of eleven digits said twice.
const WORDS: usize = 22;

/// A number made of digit words.
pub(super) struct Spoken {
    pub digits: String,
    /// The piece of its last word.
    pub last: usize,
}

/// A digit word in a row.
struct Step {
    token: usize,
    digit: char,
    comma: bool,
}

impl Reader<'_> {
    /// The number that digit words make from the piece at `at` on.
    pub fn spoken(&self, at: usize) -> Option<Spoken> {
        let row = self.row(at);
        let mut digits: String = row.iter().map(|step| step.digit).collect();
        let after = After::read(self.text, self.tokens, row.last()?.token);
        if after.numeral() {
            digits.pop();
        } else if after.round_the_clock() && digits.ends_with("24") {
            digits.truncate(digits.len() - 2);
        }
        // A comma is a pause within a number or the border to the next one: the usual lengths tell.
        let borders = row.iter().enumerate().filter(|(_, step)| step.comma).map(|(place, _)| place);
        let ends: Vec<usize> = borders.chain([digits.len()]).filter(|end| *end <= digits.len()).collect();
        let prefix = |end: usize| digits.get(..end).unwrap_or_default();
        let exact = ends.iter().copied().find(|end| is_whole(prefix(*end)));
        let trimmed = || ends.iter().rev().map(|end| length_of(prefix(*end))).find(|length| is_whole(prefix(*length)));
        let length = exact.or_else(trimmed).or_else(|| Some(length_of(prefix(*ends.first()?))))?;
        digits.truncate(length);
        let last = row.get(length.checked_sub(1)?)?.token;
        (length >= 3).then_some(Spoken { digits, last })
    }

    /// The digit words in a row from `at` on, with spaces, hyphens or commas between them.
    fn row(&self, at: usize) -> Vec<Step> {
        let mut row = Vec::new();
        let word = |place: usize| digit_word_at(self.text, self.tokens, place);
        let (Some(digit), false) = (word(at), self.is_middle(at)) else { return row };
        row.push(Step { token: at, digit, comma: false });
        let mut place = at;
        while row.len() < WORDS {
            let next = match (kind_at(self.tokens, place + 1), kind_at(self.tokens, place + 2)) {
                (Some(Kind::Sign(',')), Some(Kind::Space)) => place + 3,
                _ if self.is_close(place + 1) => place + 2,
                _ => break,
            };
            let Some(digit) = word(next) else { break };
            row.push(Step { token: next, digit, comma: next == place + 3 });
            place = next;
        }
        row
    }

    /// Whether a digit word stands right before: its row has been tried, and a part of a number is none.
    fn is_middle(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(2) else { return false };
        let found = self.last.is_some_and(|(last, _)| last == before);
        !found && self.is_close(before + 1) && digit_word_at(self.text, self.tokens, before).is_some()
    }

    fn is_close(&self, at: usize) -> bool {
        matches!(kind_at(self.tokens, at), Some(Kind::Space | Kind::Sign('-')))
    }
}

/// Whether spoken digits make a number of a usual length.
pub(super) fn is_whole(digits: &str) -> bool {
    let service = digits.starts_with('1');
    is_short(digits)
        || digits.len() == 10 && digits.starts_with('0')
        || long_rank(digits, &[]).is_some_and(|rank| rank == 0 || (service && rank == 1))
}

/// How many of the digit words belong to the number, if there is no pause.
fn length_of(digits: &str) -> usize {
    let length = digits.len();
    let (half, rest) = digits.split_at_checked(length / 2).unwrap_or((digits, ""));
    // These words go on with the sentence as well: "không mất tiền", "năm nay", "ba mẹ", "tư vấn", "một cách".
    let shorter = digits.strip_suffix(['0', '5', '3', '4', '1']).filter(|shorter| is_whole(shorter));
    match shorter {
        _ if is_whole(digits) => length,
        Some(shorter) => shorter.len(),
        None if half == rest && is_whole(half) => half.len(),
        None => length.min(DIGITS),
    }
}
