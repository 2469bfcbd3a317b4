//! What stands right before and right after a row of digits: the signs that make it part of something else.

use super::phone_groups::{Reader, is_short, joined, long_rank};
use super::phone_tokens::{Kind, Token, kind_at};
use super::phone_words::{After, is_unspaced, lower};

/// What stands right before a number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// Nothing that matters.
    Clear,
    /// Something that a number to call rarely has before it; a cue lifts the doubt.
    Doubtful,
    /// Letters, as in "DK-0300000000": the registry decides.
    Glued,
    /// A part of something greater.
    Blocked,
}

impl Reader<'_> {
    /// What stands right before the piece at `first`.
    pub fn left(&self, first: usize) -> Edge {
        let Some((at, token)) = first.checked_sub(1).and_then(|at| Some((at, self.tokens.get(at)?))) else {
            return Edge::Clear;
        };
        match token.kind {
            Kind::Word if self.is_unspaced_end(token) || self.cues.is_cue(&lower(self.text, token)) => Edge::Clear,
            Kind::Word => Edge::Glued,
            Kind::Number | Kind::Address | Kind::Sign('_' | '#' | '@' | '%' | '\\' | '$' | '€') => Edge::Blocked,
            Kind::Sign('=') => Edge::Doubtful,
            Kind::Sign(sign @ ('.' | ',' | '-' | '/' | '+')) => self.left_of_sign(sign, at),
            Kind::Space | Kind::Sign(_) => Edge::Clear,
        }
    }

    /// What a sign between a number and the piece before the sign means.
    fn left_of_sign(&self, sign: char, at: usize) -> Edge {
        let Some((at, token)) = at.checked_sub(1).and_then(|at| Some((at, self.tokens.get(at)?))) else {
            return if sign == '+' { Edge::Doubtful } else { Edge::Clear };
        };
        if sign != '+' && self.last.is_some_and(|(last, _)| last == at) {
            return Edge::Clear;
        }
        match (token.kind, sign) {
            (Kind::Word, '.' | ',' | '-' | '/')
                if self.is_unspaced_end(token) || self.cues.is_cue(&lower(self.text, token)) =>
            {
                Edge::Clear
            }
            (Kind::Word, ',') => Edge::Clear,
            (Kind::Word, '.' | '/') | (Kind::Number, '/') => Edge::Doubtful,
            (Kind::Word, _) => Edge::Glued,
            (Kind::Number | Kind::Address, _) => Edge::Blocked,
            (_, '/' | '+') => Edge::Doubtful,
            _ => Edge::Clear,
        }
    }

    /// Whether a number may end with the piece at `at`: what follows does not go on with it.
    pub fn ends(&self, at: usize, solid: bool) -> bool {
        let kind = |place: usize| kind_at(self.tokens, at + place);
        let number = kind(2) == Some(Kind::Number);
        match kind(1) {
            // The next number of a list may follow; "/2024" and "/QĐ" belong to a document.
            Some(Kind::Sign('/')) => self.starts_phone(at + 2),
            Some(Kind::Sign(',')) if number => self.starts_phone(at + 2),
            Some(Kind::Sign(':')) => !number,
            Some(Kind::Sign('%' | '_' | '@' | '=')) => false,
            Some(Kind::Sign('.' | '-')) if number => self.stands_alone(at + 2),
            Some(Kind::Space) if number && !solid => self.stands_alone(at + 2),
            Some(Kind::Word) => !number || self.tokens.get(at + 1).is_some_and(|token| self.is_unspaced_end(token)),
            _ => true,
        }
    }

    /// Whether the digits at `at` are something of their own and not the next group of a number.
    fn stands_alone(&self, at: usize) -> bool {
        let after = After::read(self.text, self.tokens, at);
        let sign = matches!(kind_at(self.tokens, at + 1), Some(Kind::Sign('/' | ':' | '%')));
        sign || after.counted() || after.unit() || self.starts_long(at)
    }

    fn starts_phone(&self, at: usize) -> bool {
        kind_at(self.tokens, at) == Some(Kind::Sign('+'))
            || self.digits(at).is_some_and(|digits| is_short(&digits))
            || self.starts_long(at)
    }

    fn starts_long(&self, at: usize) -> bool {
        let groups = self.groups(at, false, false);
        (1..=groups.len())
            .filter_map(|count| groups.get(..count))
            .any(|chosen| long_rank(&joined(chosen), chosen).is_some())
    }

    fn is_unspaced_end(&self, token: &Token) -> bool {
        self.text.get(token.start..token.end).and_then(|word| word.chars().next_back()).is_some_and(is_unspaced)
    }

    /// Whether a short code is a part of something else: a document number, a decimal, thousands, a unit.
    pub fn in_greater_number(&self, at: usize) -> bool {
        let kind = |place: usize| kind_at(self.tokens, at + place);
        let number = kind(2) == Some(Kind::Number);
        let right = match kind(1) {
            Some(Kind::Sign('/')) => !self.starts_phone(at + if kind(2) == Some(Kind::Space) { 3 } else { 2 }),
            Some(Kind::Sign(',')) => number && !self.starts_phone(at + 2),
            Some(Kind::Sign('-')) => self.is_capitals(at + 2) || (number && !self.starts_phone(at + 2)),
            Some(Kind::Sign('.' | ':')) => number,
            Some(Kind::Sign('%' | '_' | '@' | '=' | '+')) => true,
            Some(Kind::Word) => self.tokens.get(at + 1).is_none_or(|token| !self.is_unspaced_start(token)),
            Some(Kind::Space) => match kind(2) {
                Some(Kind::Sign('/')) => !self.starts_phone(at + if kind(3) == Some(Kind::Space) { 4 } else { 3 }),
                Some(Kind::Sign('%')) => true,
                Some(Kind::Number) => self.digits(at + 2).is_none_or(|digits| digits.len() == 3 && !is_short(&digits)),
                _ => false,
            },
            _ => false,
        };
        right || self.after_thousands(at)
    }

    /// The letters of a document number, as in "113-CT/TW".
    fn is_capitals(&self, at: usize) -> bool {
        let word = self
            .tokens
            .get(at)
            .filter(|token| token.kind == Kind::Word)
            .and_then(|token| self.text.get(token.start..token.end));
        word.is_some_and(|word| word.chars().all(char::is_uppercase))
    }

    fn is_unspaced_start(&self, token: &Token) -> bool {
        self.text.get(token.start..token.end).and_then(|word| word.chars().next()).is_some_and(is_unspaced)
    }

    /// "25 111": the group before belongs to it, unless that is a number already found or the end of "24/7".
    fn after_thousands(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(2) else { return false };
        let space = kind_at(self.tokens, at - 1) == Some(Kind::Space);
        let found = self.last.is_some_and(|(last, _)| last == before);
        let part = before.checked_sub(1).and_then(|place| kind_at(self.tokens, place));
        let slashed = matches!(part, Some(Kind::Sign('/' | ':')));
        space && !found && !slashed && kind_at(self.tokens, before) == Some(Kind::Number)
    }
}
