//! Finds telephone numbers in running text, however they are written (GUARDRAILS, section 2). A wrong number does harm,
//! so none may hide; a false alarm on a date, a law or a sum makes people stop reading alarms, so a doubt is told to
//! the caller.

use std::ops::Range;

use super::phone_edges::Edge;
use super::phone_groups::{Gap, Reader, abroad_rank, home_rank, is_calendar, is_short, joined, long_rank};
use super::phone_spoken::is_whole;
use super::phone_tokens::{Kind, kind_at, may_hold_phones, tokens};
pub use super::phone_words::Cues;
use super::phone_words::{After, Before, Cue, joins, one_sentence};
use crate::base::Phone;

/// A telephone number in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it stands, in bytes of the text as given.
    pub range: Range<usize>,
    /// The number.
    pub phone: Phone,
    /// Whether it is a number beyond doubt. One in doubt, such as "1800-1900", counts only if the registry knows it.
    pub sure: bool,
}

/// Finds the telephone numbers of a text in NFC, in order, none within another.
pub fn find_phones(text: &str, cues: &Cues) -> Vec<Found> {
    if may_hold_phones(text) { read(text, cues) } else { Vec::new() }
}

fn read(text: &str, cues: &Cues) -> Vec<Found> {
    let mut found = Vec::new();
    let tokens = tokens(text);
    let mut reader = Reader { text, tokens: &tokens, cues, last: None };
    let mut at = 0;
    while at < tokens.len() {
        let Some(hit) = reader.hit(at) else {
            at += 1;
            continue;
        };
        at = hit.last + 1;
        if let (Some(first), Some(last)) = (tokens.get(hit.first), tokens.get(hit.last)) {
            found.push(Found { range: first.start..last.end, phone: hit.phone, sure: hit.sure });
        }
        reader.last = Some((hit.last, hit.sure));
    }
    found
}

/// A number from one piece to another.
struct Hit {
    first: usize,
    last: usize,
    phone: Phone,
    sure: bool,
}

impl Reader<'_> {
    fn hit(&self, at: usize) -> Option<Hit> {
        match kind_at(self.tokens, at)? {
            Kind::Sign('+' | '(') => self.international(at),
            Kind::Number => self.international(at).or_else(|| self.long(at)).or_else(|| self.short(at)),
            Kind::Word => self.spelled(at),
            _ => None,
        }
    }

    /// `+84 …`, `0084 …`, `(84-24) …`, and `+` with the code of another country (rule 2).
    fn international(&self, at: usize) -> Option<Hit> {
        let kind = |place: usize| kind_at(self.tokens, place);
        let bracketed = at.checked_sub(1).and_then(kind) == Some(Kind::Sign('('));
        let spaced = kind(at + 1) == Some(Kind::Space);
        let (number, open, prefix) = match kind(at)? {
            Kind::Number if self.digits(at)?.starts_with("0084") => (at, bracketed, "00"),
            Kind::Number if self.digits(at)?.starts_with("84") => (at, bracketed, ""),
            Kind::Number => return None,
            Kind::Sign('+') if spaced => (at + 2, bracketed, ""),
            Kind::Sign('+') => (at + 1, bracketed, ""),
            _ => (at + 1, true, ""),
        };
        let mut groups = self.groups(number, open, true);
        let head = groups.first_mut()?;
        head.digits = head.digits.strip_prefix(prefix)?.to_owned();
        let home = head.digits.starts_with("84");
        // Without a plus right before it only our own code is safe to read, and in brackets only as a group of its own.
        let code = match kind(at)? {
            Kind::Sign('(') => head.digits == "84",
            Kind::Sign('+') => home || !spaced,
            _ => home,
        };
        if !code || head.digits.starts_with('0') || head.digits.is_empty() {
            return None;
        }
        let choice =
            self.choose(&groups, true, |digits, _| if home { home_rank(digits) } else { abroad_rank(digits) })?;
        let chosen = groups.get(..choice.count)?;
        let closed = chosen.iter().position(|group| group.gap == Gap::Close);
        let opened = chosen.iter().position(|group| group.gap == Gap::Open);
        let wraps = open && closed.is_some_and(|closed| opened.is_none_or(|opened| closed < opened));
        if kind(at) == Some(Kind::Sign('(')) && !wraps {
            return None;
        }
        let first = if bracketed && wraps { at.checked_sub(1)? } else { at };
        let last = chosen.last()?.token;
        let phone = Phone::parse(&format!("+{}", joined(chosen)))?;
        // "+1.234.567.890" is a sum.
        let sum = !home && chosen.iter().all(|group| matches!(group.gap, Gap::First | Gap::Dot)) && chosen.len() > 1;
        let after = After::read(self.text, self.tokens, last);
        // "84 981 …" lacks its plus; it may as well be a sum.
        let bare = kind(at) == Some(Kind::Number) && prefix.is_empty();
        if (!home || bare) && (after.unit() || after.counted()) {
            return None;
        }
        let sure = self.sure(first, choice.clean && !sum && !bare)?;
        Some(Hit { first, last, phone, sure })
    }

    /// 1800 and 1900 numbers, and national numbers from 0 (rules 3 and 4).
    fn long(&self, at: usize) -> Option<Hit> {
        let head = self.digits(at)?;
        let service = head.starts_with("1800") || head.starts_with("1900");
        if !service && !head.starts_with('0') {
            return None;
        }
        let bracketed = at.checked_sub(1).and_then(|place| kind_at(self.tokens, place)) == Some(Kind::Sign('('));
        let groups = self.groups(at, bracketed, false);
        let choice = self.choose(&groups, false, long_rank)?;
        let chosen = groups.get(..choice.count)?;
        let wraps = bracketed && chosen.iter().any(|group| group.gap == Gap::Close);
        let first = if wraps { at.checked_sub(1)? } else { at };
        let last = chosen.last()?.token;
        let digits = joined(chosen);
        let phone = Phone::parse(&digits).filter(|phone| phone.as_str().len() >= 8)?;
        let after = After::read(self.text, self.tokens, last);
        if service && after.unit() {
            return None;
        }
        let before = Before::read(self.text, self.tokens, first, self.cues);
        if (service && before.years()) || before.record() {
            return self.sure(first, true).map(|_| Hit { first, last, phone, sure: false });
        }
        // "18000000" may be a sum without its unit.
        let years = service && is_calendar(chosen);
        let sum = service && chosen.len() == 1 && digits.ends_with("000");
        let sure = self.sure(first, choice.clean && !years && !sum)?;
        Some(Hit { first, last, phone, sure })
    }

    /// Short codes, which need a cue (rule 5).
    fn short(&self, at: usize) -> Option<Hit> {
        let digits = self.digits(at)?;
        if !is_short(&digits) || self.left(at) != Edge::Clear || self.in_greater_number(at) {
            return None;
        }
        // 1022 and its like are fewer than the other numbers of four digits, so only the plainest cue counts.
        if digits.len() == 4 {
            let cue = Before::read(self.text, self.tokens, at, self.cues).cue(self.cues)?;
            if !cue.adjacent || cue.weak || cue.comma {
                return None;
            }
        }
        let sure = self.announced(at, at)?;
        Some(Hit { first: at, last: at, phone: Phone::parse(&digits)?, sure })
    }

    /// Numbers spelled out in Vietnamese (rule 6).
    fn spelled(&self, at: usize) -> Option<Hit> {
        let spoken = self.spoken(at)?;
        let whole = spoken.digits.len() >= 8 && is_whole(&spoken.digits);
        // A whole number needs no cue.
        let sure = if whole { true } else { self.announced(at, spoken.last)? };
        Some(Hit { first: at, last: spoken.last, phone: Phone::parse(&spoken.digits)?, sure })
    }

    /// Whether a short or spoken number is announced, and if so, whether beyond doubt.
    fn announced(&self, first: usize, last: usize) -> Option<bool> {
        let after = After::read(self.text, self.tokens, last);
        let before = Before::read(self.text, self.tokens, first, self.cues);
        if after.unit() || before.numbered() {
            return None;
        }
        let Some(cue) = before.cue(self.cues) else {
            // "Tổng đài điện thoại quốc gia về phòng, chống mua bán người 111" has its cue far away.
            let named = (before.named() && after.clause_ends()).then_some(false);
            return self.listed(first, &before, &after).or(named);
        };
        if after.counted() {
            // "Gọi 111 ngày đêm" and "qua đường dây nóng 113 vụ" look alike: the registry decides.
            return (cue.adjacent && !cue.weak && !cue.comma).then_some(false);
        }
        if before.quantified() {
            return Some(false);
        }
        match cue {
            Cue { comma: true, .. } => (after.clause_ends() || after.service()).then_some(!cue.weak || cue.led),
            Cue { weak: true, led, .. } => (!after.street()).then_some(led),
            Cue { contact: true, .. } => Some(!after.street()),
            _ => Some(true),
        }
    }

    /// Whether a number continues a list that began with one found before, and how sure that was.
    fn listed(&self, first: usize, before: &Before, after: &After) -> Option<bool> {
        let (last, sure) = self.last?;
        let between = self.tokens.get(last + 1..first)?;
        let next = joins(self.text, between) && after.clause_ends();
        // "Gọi 112 khi có bão, 114 cứu hỏa; cấp cứu 115": one sentence, and each number in its own part of it.
        let part = one_sentence(self.text, between)
            && match before.service() {
                true => after.clause_ends(),
                false => before.opens() && (after.clause_ends() || after.service()),
            };
        (next || part).then_some(sure)
    }

    /// Whether a long number that begins at `first` is sure; `None` if what stands before forbids it.
    fn sure(&self, first: usize, clean: bool) -> Option<bool> {
        match self.left(first) {
            Edge::Blocked => None,
            Edge::Glued => Some(false),
            Edge::Clear if clean => Some(true),
            _ => {
                let cue = Before::read(self.text, self.tokens, first, self.cues).cue(self.cues);
                Some(cue.is_some_and(|cue| !cue.weak && !cue.comma))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::probes;
    use super::*;

    /// `number` and `also_written` of the registry that the probes were written for.
    const KNOWN: [&str; 8] =
        ["111", "18001567", "18008077", "0462844844", "02462844844", "0981848484", "1900969680", "+84 4 62 844 844"];

    fn cues() -> Cues {
        Cues::new([
            "gọi",
            "số",
            "tổng đài",
            "đường dây nóng",
            "hotline",
            "điện thoại",
            "ĐT",
            "bấm",
            "quay số",
            "liên hệ",
            "máy",
            "call",
            "phone",
            "number",
            "dial",
            "ទូរស័ព្ទ",
            "លេខ",
        ])
    }

    /// The numbers that count: the sure ones, and those in doubt that the registry knows.
    fn counted(text: &str) -> String {
        let known = |phone: &Phone| KNOWN.iter().any(|known| Phone::parse(known).as_ref() == Some(phone));
        let found = find_phones(text, &cues()).into_iter().filter(|found| found.sure || known(&found.phone));
        let digits: Vec<String> = found.map(|found| found.phone.to_string()).collect();
        if digits.is_empty() { "-".to_owned() } else { digits.join(",") }
    }

    fn check(table: &str, length: usize) {
        let rows = probes::rows(table);
        assert_eq!(rows.len(), length);
        let wrong = rows.iter().filter(|(text, right)| counted(text) != *right);
        let wrong: Vec<String> =
            wrong.map(|(text, right)| format!("{text:?}: {} instead of {right}", counted(text))).collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn the_probes_give_their_numbers() {
        check(include_str!("../../../tests/data/phones.tsv"), 68);
    }

    #[test]
    fn numbers_do_not_hide_and_counts_dates_and_records_are_left_alone() {
        check(include_str!("../../../tests/data/phones-more.tsv"), 133);
    }

    #[test]
    fn a_place_is_one_of_the_text_as_given() {
        let text = "Gọi “18\u{AD}00\u{A0}1567” hoặc (024) 0000 0000";
        let places: Vec<&str> =
            find_phones(text, &cues()).into_iter().map(|found| text.get(found.range).unwrap()).collect();
        assert_eq!(places, ["18\u{AD}00\u{A0}1567", "(024) 0000 0000"]);
        assert_eq!(counted("Gọi"), "-");
        assert_eq!(find_phones("Gọi 111", &Cues::default()), []);
    }

    #[test]
    fn texts_of_one_piece_come_to_an_end() {
        // Each of these made some careless finder look back, or on, over the whole text for every piece.
        for piece in
            ["111 ", "0", "0 ", "gọi ", "một ", "một, ", "+84 ", "(", "a@", "a.", "1/", "ទ1", "1900 ", "\u{200B}"]
        {
            find_phones(&piece.repeat(40_000 / piece.len()), &cues());
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]
        #[test]
        fn whatever_is_found_lies_in_the_text(
            parts in prop::collection::vec(
                prop_oneof![
                    prop::sample::select(vec![
                        "gọi", "số", "111", "1800", "1567", "1900", "96", "+84", "0084", "(84", "(", ")", "(0)", " ",
                        " ", " ", "-", ".", ",", "/", "0300", "000", "024", "một", "không", "tám", "hai", "tư trên",
                        "१११", "１８００", "\u{200B}", "\u{AD}", "\u{A0}", "–", "https://", "@", "vidu.example",
                        "ទូរស័ព្ទ", "១១១", "đồng", "%", "năm", "\n\n", "ĐT.", "tel:", ":",
                    ]).prop_map(str::to_owned),
                    "\\PC{0,6}",
                    "[0-9 .+()/-]{0,12}",
                ],
                0..24,
            )
        ) {
            let text = parts.concat();
            prop_assert_eq!(find_phones(&text, &cues()), read(&text, &cues()), "the quick look passed over a number");
            let mut end = 0;
            for found in find_phones(&text, &cues()) {
                prop_assert!(end <= found.range.start && found.range.start < found.range.end, "{found:?} {end}");
                let piece = text.get(found.range.clone());
                prop_assert!(piece.is_some_and(|piece| piece.trim() == piece), "{found:?}");
                prop_assert_eq!(Phone::parse(found.phone.as_str()), Some(found.phone));
                end = found.range.end;
            }
        }
    }
}
