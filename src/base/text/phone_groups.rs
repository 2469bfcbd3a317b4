//! Rows of digits as people group them: how far a number reaches, and which length is usual for it.

use super::fold::digit;
use super::phone_tokens::{Kind, Token, kind_at};
use super::phone_words::{Cues, blank_line};

/// Digits in all before a row of groups is cut off, the longest number of the world (ITU-T E.164).
pub(super) const DIGITS: usize = 15;

/// A text on the way to its numbers.
pub(super) struct Reader<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub cues: &'a Cues,
    /// The last piece of the number found before, and whether that was sure.
    pub last: Option<(usize, bool)>,
}

/// How a group of digits hangs on the group before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    First,
    Space,
    Dot,
    Hyphen,
    /// An opening bracket, as in "+84 (0)300".
    Open,
    /// A closing bracket, as in "(024) 0000".
    Close,
    /// A dot or a hyphen with spaces.
    Wide,
}

/// Digits without a gap.
pub(super) struct Group {
    pub token: usize,
    pub gap: Gap,
    pub digits: String,
}

/// Some groups from the first on that make a number.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    pub count: usize,
    /// Evenly written, and nothing after it goes on with it.
    pub clean: bool,
}

impl Reader<'_> {
    /// The digits of the piece at `at`, if it is a number of a length that may matter.
    pub fn digits(&self, at: usize) -> Option<String> {
        // A digit takes four bytes at most, and invisible characters may stand between.
        let token =
            self.tokens.get(at).filter(|token| token.kind == Kind::Number && token.end - token.start <= 8 * DIGITS)?;
        let digits: String = self.text.get(token.start..token.end)?.chars().filter_map(digit).collect();
        (digits.len() <= DIGITS).then_some(digits)
    }

    /// The groups of digits that follow each other from the piece at `at` on.
    pub fn groups(&self, at: usize, open: bool, international: bool) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        let (mut next, mut open, mut total) = (Some((Gap::First, at)), open, 0);
        while let Some((gap, token)) = next {
            let Some(digits) = self.digits(token) else { break };
            total += digits.len();
            if total > DIGITS {
                break;
            }
            open = (open || gap == Gap::Open) && gap != Gap::Close;
            groups.push(Group { token, gap, digits });
            next = self.gap(token, open, international);
        }
        groups
    }

    /// The next group of digits after the one at `at`, and what stands between.
    fn gap(&self, at: usize, open: bool, international: bool) -> Option<(Gap, usize)> {
        let kind = |place: usize| kind_at(self.tokens, at + place);
        let separator = |kind: Option<Kind>| matches!(kind, Some(Kind::Space | Kind::Sign('.' | '-')));
        let number = |place: usize| kind(place) == Some(Kind::Number);
        if self.tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Space && blank_line(self.text, token)) {
            return None;
        }
        match kind(1)? {
            Kind::Space if number(2) => Some((Gap::Space, at + 2)),
            Kind::Sign('.') if number(2) => Some((Gap::Dot, at + 2)),
            Kind::Sign('-') if number(2) => Some((Gap::Hyphen, at + 2)),
            Kind::Sign(')') if open && number(2) => Some((Gap::Close, at + 2)),
            Kind::Sign(')') if open && separator(kind(2)) && number(3) => Some((Gap::Close, at + 3)),
            Kind::Sign('(') if international && number(2) => Some((Gap::Open, at + 2)),
            Kind::Space if international && kind(2) == Some(Kind::Sign('(')) && number(3) => Some((Gap::Open, at + 3)),
            Kind::Space if matches!(kind(2), Some(Kind::Sign('.' | '-'))) && number(3) => Some((Gap::Wide, at + 3)),
            Kind::Space if kind(2) == Some(Kind::Sign('-')) && kind(3) == Some(Kind::Space) && number(4) => {
                Some((Gap::Wide, at + 4))
            }
            Kind::Sign('.' | '-') if kind(2) == Some(Kind::Space) && number(3) => Some((Gap::Wide, at + 3)),
            _ => None,
        }
    }

    /// Picks how many groups belong to the number: what ends cleanly, then what was written without a gap, then the
    /// usual length.
    pub fn choose(&self, groups: &[Group], mixed: bool, rank: impl Fn(&str, &[Group]) -> Option<u8>) -> Option<Choice> {
        let mut digits = String::new();
        let mut best: Option<((bool, bool, u8), Choice)> = None;
        for count in 1..=groups.len() {
            let (Some(chosen), Some(last)) = (groups.get(..count), groups.get(count - 1)) else { break };
            if !is_trunk_zero(last) {
                digits.push_str(&last.digits);
            }
            let Some(rank) = rank(&digits, chosen) else { continue };
            let clean = is_even(chosen, mixed) && self.ends(last.token, count == 1);
            let key = (!clean, count > 1, rank);
            if best.is_none_or(|(least, _)| key < least) {
                best = Some((key, Choice { count, clean }));
            }
        }
        best.map(|(_, choice)| choice)
    }
}

/// The digits of all groups, without the "(0)" that callers from abroad leave out.
pub(super) fn joined(groups: &[Group]) -> String {
    groups.iter().filter(|group| !is_trunk_zero(group)).map(|group| group.digits.as_str()).collect()
}

fn is_trunk_zero(group: &Group) -> bool {
    group.gap == Gap::Open && group.digits == "0"
}

/// Whether the same single separator stands between all groups, or single ones of any kind where they may be mixed.
fn is_even(groups: &[Group], mixed: bool) -> bool {
    // "024.0000 0000" is common; a first group of three digits or more from 0 is no day, so it may be mixed too.
    let mixed = mixed || groups.first().is_some_and(|first| first.digits.len() >= 3 && first.digits.starts_with('0'));
    // Brackets are no separators.
    let mut gaps =
        groups.iter().map(|group| group.gap).filter(|gap| !matches!(gap, Gap::First | Gap::Open | Gap::Close));
    let first = gaps.next();
    first != Some(Gap::Wide) && gaps.all(|gap| Some(gap) == first || (mixed && gap != Gap::Wide))
}

/// Whether a 1800 or 1900 number may as well be two years or a day: "1800-1900", "1900-01-01".
pub(super) fn is_calendar(groups: &[Group]) -> bool {
    let within = |group: &Group, most: u8| {
        group.digits.len() == 2 && group.digits.parse().is_ok_and(|n: u8| (1..=most).contains(&n))
    };
    match groups {
        [one, two] if matches!(two.gap, Gap::Hyphen | Gap::Wide) => {
            one.digits.len() == 4 && two.digits.len() == 4 && two.digits.starts_with(['1', '2'])
        }
        [_, month, day] if month.gap != Gap::Space => within(month, 12) && within(day, 31),
        _ => false,
    }
}

/// A short code: 111, or a province's 1022.
pub(super) fn is_short(digits: &str) -> bool {
    (digits.len() == 3 && digits.starts_with('1'))
        || (digits.len() == 4 && digits.starts_with("10") && digits != "1000")
}

/// How usual a number from 0, 1800 or 1900 is, least first; none if it is none.
pub(super) fn long_rank(digits: &str, groups: &[Group]) -> Option<u8> {
    if let Some(rest) = digits.strip_prefix("1800").or_else(|| digits.strip_prefix("1900")) {
        let lengths: Vec<usize> = groups.iter().skip(1).map(|group| group.digits.len()).collect();
        return match (rest.len(), lengths.as_slice()) {
            (6, [] | [6] | [3, 3] | [2, 2, 2]) => Some(0),
            (4, [] | [4] | [2, 2]) => Some(1),
            (4..=6, _) => Some(2),
            _ => None,
        };
    }
    // "0.123456789" is a fraction.
    let fraction = matches!(groups, [zero, next, ..] if zero.digits == "0" && next.gap != Gap::Close);
    if fraction { None } else { national_rank(digits) }
}

/// Landlines (02) and the old mobile numbers (01) have eleven digits, the rest has ten.
fn national_rank(digits: &str) -> Option<u8> {
    let eleven = digits.starts_with("02") || digits.starts_with("01");
    match digits.len() {
        10 if digits.starts_with('0') => Some(u8::from(eleven)),
        11 if digits.starts_with('0') => Some(u8::from(!eleven)),
        _ => None,
    }
}

/// The same with the code of the country before it; nine digits are an old landline.
pub(super) fn home_rank(digits: &str) -> Option<u8> {
    let national = format!("0{}", digits.strip_prefix("84")?.trim_start_matches('0'));
    national_rank(&national).or((national.len() == 9).then_some(2))
}

/// Numbers of other countries: the longest that ends cleanly.
pub(super) fn abroad_rank(digits: &str) -> Option<u8> {
    (9..=DIGITS).contains(&digits.len()).then(|| u8::try_from(DIGITS - digits.len()).unwrap_or(u8::MAX))
}
