//! The words around a telephone number: what announces one, and what says that the digits are something else.

use unicode_normalization::UnicodeNormalization;

use super::fold::{digit, is_invisible};
use super::phone_tokens::{Kind, Token, digit_word};

/// How far back the last word of a cue may stand: four words between it and the number (GUARDRAILS, section 2).
const REACH: usize = 5;

/// Words looked at before a number: enough for "Tổng đài điện thoại quốc gia về phòng, chống mua bán người".
const LOOK_BACK: usize = 14;

/// Pieces looked at before a number, so that a row of signs cannot make the search long.
const LOOK_BACK_TOKENS: usize = 40;

/// Characters between a cue and its number in scripts without spaces between words.
const REACH_UNSPACED: usize = 12;

/// Characters looked at in those scripts: the reach and the longest cue.
const LOOK_BACK_UNSPACED: usize = REACH_UNSPACED + 24;

/// Words that announce a telephone number, in the languages of a page.
#[derive(Clone, Debug, Default)]
pub struct Cues {
    /// Each cue as its words, in lower case.
    spaced: Vec<Vec<String>>,
    /// Cues of scripts that put no spaces between words.
    unspaced: Vec<String>,
}

impl Cues {
    /// Takes the words as they are written; case does not count, marks do.
    pub fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Cues {
        let mut cues = Cues::default();
        for word in words {
            let word: String = word.trim().nfc().filter(|c| !is_invisible(*c)).flat_map(char::to_lowercase).collect();
            if word.chars().any(is_unspaced) {
                cues.unspaced.push(word);
            } else if !word.is_empty() {
                cues.spaced.push(word.split_whitespace().map(str::to_owned).collect());
            }
        }
        cues
    }
}

/// How a number is announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    /// Nothing stands between the cue and the number but a colon or "số".
    pub adjacent: bool,
    /// The cue is a word that announces all sorts of numbers, such as "số".
    pub weak: bool,
    /// A comma stands between.
    pub comma: bool,
    /// A weak cue opens the clause, or what stands before it leads to a number to call.
    pub led: bool,
    /// The cue may also announce an address: "liên hệ 113 Lê Lợi".
    pub contact: bool,
}

/// What stands before a number, in the same clause.
pub(super) struct Before {
    /// The words in lower case, nearest first.
    words: Vec<String>,
    /// How many words stand between the first comma and the number.
    comma: Option<usize>,
    /// The last characters, in reading order, without spaces and invisible ones.
    tail: String,
}

/// A list of words: each line holds some, with a comma and a space between them, so that the groups can be seen.
type Words = [&'static str];

fn words(list: &'static Words) -> impl Iterator<Item = &'static str> {
    list.iter().flat_map(|line| line.split(", "))
}

fn holds(list: &'static Words, word: &str) -> bool {
    words(list).any(|known| known == word)
}

/// Words that announce telephone numbers and much else: they count right before the number only.
const WEAK: &Words = &["số, máy, number, លេខ"];

/// Words that may stand before "số" when a number to call follows. After a noun ("nạn nhân số 113") it is some other
/// number.
const LEADS: &Words = &[
    "gọi, đến, tới, vào, qua, theo, về, ngay, là, nhớ, lưu, ghi, biết, dùng, bằng, hoặc, hay, và, có, nhấn, các",
    "những, lạc, nhắn, cho, với, hãy, số, máy",
];

/// Phrases around "gọi" that name things or appeal to people.
const NOT_CALLING: &Words = &["kêu gọi, tên gọi, gọi tắt, gọi chung, gọi thầu"];

/// After these a number is the name or the place of something, never a number to call. "số" may stand between.
const NUMBERED: &Words = &[
    // Parts of texts and lists.
    "bài, câu, hình, bảng, biểu, điều, khoản, điểm, trang, mục, chương, phần, thứ tự, mẫu, phụ lục, tập, kỳ, khóa",
    "khoá, đợt, lần, đoạn, tiết, ý, thứ",
    // Documents; most are also told by the slash that follows the number.
    "nghị định, quyết định, kế hoạch, luật, thông tư, chỉ thị, công văn, nghị quyết, chương trình, đề án, dự án",
    "công điện, tờ trình, pháp lệnh, công ước, bản án",
    // Places and lodgings.
    "phòng, lớp, tổ, thôn, khu, ấp, bản, xóm, quốc lộ, tỉnh lộ, đường, phố, đại lộ, ngõ, ngách, hẻm, kiệt, lô",
    "tầng, căn hộ, nhà, km, mốc, đồn, tuyến, chuyến",
    // Other numbers.
    "tổng số, dân số, con số, chỉ số, mã số, biển số, lẻ, nhánh, chỉ đạo, công tác, ct",
];

/// Cues that open the name of a hotline, which may be long.
const NAMES: &Words = &["tổng đài, đường dây nóng, hotline"];

/// Services that stand beside their numbers in a list: "công an 113; cứu hỏa 114".
const SERVICES: &Words = &["công an, cảnh sát, cứu hỏa, cứu hoả, chữa cháy, cấp cứu, cứu thương, cứu nạn, police"];

/// Right after these a number is more likely a count than the one to call: "tổng đài đã hỗ trợ 120 bà con".
const QUANTIFYING: &Words = &[
    "nhận, hỗ trợ, có, hơn, khoảng, gần, trên, chừng, được, tặng, trao, gồm, giải cứu, đón, thêm, cả, phát hiện, giúp",
    "xử lý, tối đa, tối thiểu, about, over, received, least",
];

/// Long rows of digits that are no telephone numbers: tax, bank, identity and record numbers.
const RECORDS: &Words = &[
    "mã số thuế, mst, tài khoản, stk, căn cước, căn cước công dân, cccd, cmnd, cmt, chứng minh",
    "chứng minh nhân dân, hộ chiếu, định danh, mã, mã số, mã hồ sơ, hồ sơ số, isbn, issn, seri",
];

/// Before 1800 and 1900 these make a year of it.
const YEARS: &Words = &["năm, giai đoạn, thời kỳ, thời kì, thế kỷ"];

/// Counted nouns: before them a short number is a count. Two syllables where one alone could begin another thought.
const COUNTED: &Words = &[
    "vụ, người, nạn nhân, lượt, trang, ngày, đêm, tháng, năm, tuần, giờ, phút, giây, lần, cuộc, ca, trường hợp",
    "đối tượng, hộ, gia đình, em, cháu, chị, anh, phụ nữ, trẻ, trẻ em, học sinh, sinh viên, giáo viên, cán bộ",
    "đại biểu, chiến sĩ, xã, phường, quận, huyện, tỉnh, thành phố, thôn, bản, ấp, xóm, làng, điểm, đơn, tin, bài",
    "câu, cơ sở, cơ quan, đơn vị, doanh nghiệp, công ty, tổ chức, thành viên, hội viên, đoàn viên, tổ, đội, nhóm",
    "buổi, lớp, tờ, quyển, cuốn, chiếc, cái, điều, khoản, mục, chương, hồ sơ, văn bản, quốc gia, nước, dân tộc",
    "tuổi, bị can, bị cáo, mô hình, tài liệu, sản phẩm, ý kiến, chỗ, bà con, thanh niên, phụ huynh, lao động, suất",
    // English.
    "people, cases, victims, women, children, calls, years, days, times, hours, minutes",
];

/// Units: no number before them is ever called.
const UNITS: &Words = &[
    "đồng, đ, vnđ, vnd, usd, đô, triệu, tỷ, tỉ, nghìn, ngàn, vạn, trăm, phần trăm, km, m, mét, kg, tấn, ha",
    "percent, million, thousand, độ, gb, mb",
];

/// Words of a street after a house number: "số 113 đường Ví Dụ".
const STREETS: &Words = &["đường, phố, đại lộ, ngõ, ngách, hẻm, kiệt, street"];

/// What joins the numbers of one list: "gọi 113, 114 hoặc 115".
const JOINING: &Words = &["hoặc, hay, và, số, or, and, ឬ, និង, gọi"];

/// Whether a script writes its words without spaces between them.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c,
        // Thai and Lao, Myanmar, Khmer, New Tai Lue, Tai Tham, Chinese and Japanese, Tai Viet.
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{1980}'..='\u{19DF}'
            | '\u{1A20}'..='\u{1AAF}' | '\u{2E80}'..='\u{9FFF}' | '\u{AA60}'..='\u{AADF}' | '\u{F900}'..='\u{FAFF}')
}

/// The piece of text in lower case, without invisible characters, digits as ASCII.
pub(super) fn lower(text: &str, token: &Token) -> String {
    let piece = text.get(token.start..token.end).unwrap_or_default();
    let seen = piece.chars().filter(|c| !is_invisible(*c));
    seen.flat_map(char::to_lowercase).map(|c| digit(c).unwrap_or(c)).collect()
}

impl Before {
    /// Reads backwards from the piece at `at` to the beginning of the clause, or as far as a cue can reach.
    pub fn read(text: &str, tokens: &[Token], at: usize, cues: &Cues) -> Before {
        let mut before = Before { words: Vec::new(), comma: None, tail: String::new() };
        let from = at.saturating_sub(LOOK_BACK_TOKENS);
        let window = tokens.get(from..at).unwrap_or_default();
        let mut clause = tokens.get(at).map_or(0, |token| token.start);
        let mut last = Kind::Space;
        for (place, token) in window.iter().enumerate().rev() {
            match token.kind {
                // A full stop ends the clause unless it stands in "TP.HCM" or after "ĐT".
                Kind::Sign('.') if last == Kind::Word || cues.abbreviation(text, window, place) => {}
                Kind::Sign('.' | '!' | '?' | ';' | '…') => break,
                Kind::Sign(',') => before.comma = before.comma.or(Some(before.words.len())),
                Kind::Space if blank_line(text, token) => break,
                Kind::Address if last == Kind::Address => {}
                Kind::Word | Kind::Number | Kind::Address => before.words.push(lower(text, token)),
                _ => {}
            }
            (last, clause) = (token.kind, token.start);
            if before.words.len() >= LOOK_BACK {
                break;
            }
        }
        let start = tokens.get(at).map_or(0, |token| token.start);
        let tail: Vec<char> =
            text.get(clause..start).unwrap_or_default().chars().rev().take(LOOK_BACK_UNSPACED).collect();
        let seen = tail.into_iter().rev().filter(|c| !is_invisible(*c) && !c.is_whitespace());
        before.tail = seen.flat_map(char::to_lowercase).collect();
        before
    }

    /// Whether the words end in one of the phrases, with or without "số" or "là" after it.
    fn ends_in(&self, phrases: &'static Words) -> bool {
        let link = matches!(self.words.first().map(String::as_str), Some("số" | "là"));
        words(phrases).any(|phrase| self.phrase_at(0, phrase) || (link && self.phrase_at(1, phrase)))
    }

    fn phrase_at(&self, at: usize, phrase: &str) -> bool {
        phrase.rsplit(' ').enumerate().all(|(place, word)| self.words.get(at + place).is_some_and(|seen| seen == word))
    }

    /// A word stands before that makes the number the name of a thing or a place.
    pub fn numbered(&self) -> bool {
        self.ends_in(NUMBERED)
    }

    /// The name of a hotline stands somewhere before.
    pub fn named(&self) -> bool {
        words(NAMES).any(|phrase| (0..LOOK_BACK).any(|at| self.phrase_at(at, phrase)))
    }

    /// The name of a service stands right before.
    pub fn service(&self) -> bool {
        self.comma != Some(0) && self.ends_in(SERVICES)
    }

    /// The number opens its clause or a part of it.
    pub fn opens(&self) -> bool {
        self.words.is_empty() || self.comma == Some(0)
    }

    /// A word stands before that makes the number a count.
    pub fn quantified(&self) -> bool {
        words(QUANTIFYING).any(|phrase| self.phrase_at(0, phrase))
    }

    /// A word stands before that makes a long number one of a bank, an office or a book.
    pub fn record(&self) -> bool {
        self.ends_in(RECORDS)
    }

    /// A word stands before that makes 1800 or 1900 a year.
    pub fn years(&self) -> bool {
        self.ends_in(YEARS)
    }

    /// The cue that announces the number, if there is one: a strong one before a weak one.
    pub fn cue(&self, cues: &Cues) -> Option<Cue> {
        self.spaced_cue(cues, false)
            .or_else(|| self.unspaced_cue(cues, false))
            .or_else(|| self.spaced_cue(cues, true))
            .or_else(|| self.unspaced_cue(cues, true))
    }

    fn spaced_cue(&self, cues: &Cues, weak: bool) -> Option<Cue> {
        // `tel` is the scheme of telephone links and needs no language.
        let tel = [vec!["tel".to_owned()]];
        let links = usize::from(self.words.first().is_some_and(|word| holds(WEAK, word)));
        for at in 0..if weak { 1 } else { REACH } {
            for cue in cues.spaced.iter().chain(&tel) {
                let is_weak = matches!(cue.as_slice(), [word] if holds(WEAK, word));
                let found = is_weak == weak
                    && cue.iter().rev().enumerate().all(|(place, word)| self.words.get(at + place) == Some(word));
                if !found || self.is_no_call(at) {
                    continue;
                }
                let lead = self.words.get(at + cue.len());
                return Some(Cue {
                    adjacent: at <= links,
                    weak,
                    comma: self.comma.is_some_and(|words| words <= at),
                    led: lead.is_none_or(|word| holds(LEADS, word)),
                    contact: weak || self.phrase_at(at, "liên hệ"),
                });
            }
        }
        None
    }

    fn is_no_call(&self, at: usize) -> bool {
        words(NOT_CALLING)
            .any(|phrase| self.phrase_at(at, phrase) || at.checked_sub(1).is_some_and(|at| self.phrase_at(at, phrase)))
    }

    fn unspaced_cue(&self, cues: &Cues, weak: bool) -> Option<Cue> {
        let mut best: Option<(usize, bool)> = None;
        for cue in cues.unspaced.iter().filter(|cue| holds(WEAK, cue) == weak) {
            let Some((lead, between)) = self.tail.rsplit_once(cue.as_str()) else { continue };
            let gap = between.chars().filter(|c| *c != ':').count();
            if gap <= if weak { 0 } else { REACH_UNSPACED } && best.is_none_or(|(least, _)| gap < least) {
                best = Some((gap, lead.is_empty()));
            }
        }
        // Where words have no borders, "right before" cannot be told from "near": a strong cue is taken as adjacent.
        best.map(|(_, led)| Cue { adjacent: true, weak, comma: false, led, contact: false })
    }
}

impl Cues {
    /// Whether the full stop at `place` belongs to a shortened cue: "ĐT. 111", "Tel. 111".
    fn abbreviation(&self, text: &str, tokens: &[Token], place: usize) -> bool {
        let Some(word) =
            place.checked_sub(1).and_then(|place| tokens.get(place)).filter(|token| token.kind == Kind::Word)
        else {
            return false;
        };
        let word = lower(text, word);
        let known = word == "tel" || self.spaced.iter().any(|cue| matches!(cue.as_slice(), [only] if *only == word));
        // A cue that is a whole word ("gọi.") ends a sentence; a shortened one has no vowel, or is "tel".
        known && (word == "tel" || word.chars().all(|c| "bcdđfghklmnpqrstvx".contains(c)))
    }

    /// Whether the word alone is a cue: "ĐT0300…" and "Tel.0300…" are written without a space.
    pub(super) fn is_cue(&self, word: &str) -> bool {
        word == "tel" || self.spaced.iter().any(|cue| matches!(cue.as_slice(), [only] if only == word))
    }
}

/// What follows a number, up to the next sign.
pub(super) struct After {
    words: [String; 2],
    capital: bool,
}

impl After {
    /// Reads the two words after the piece at `at`; none if a sign stands between.
    pub fn read(text: &str, tokens: &[Token], at: usize) -> After {
        let mut words = [String::new(), String::new()];
        let rest = tokens.get(at + 1..).unwrap_or_default().iter().take(4);
        let plain = rest.take_while(|token| matches!(token.kind, Kind::Space | Kind::Word) && !blank_line(text, token));
        let following: Vec<&Token> = plain.filter(|token| token.kind == Kind::Word).collect();
        for (word, token) in words.iter_mut().zip(&following) {
            *word = lower(text, token);
        }
        let first = following.first().and_then(|token| text.get(token.start..token.end));
        After { words, capital: first.is_some_and(is_title_case) }
    }

    fn starts_with(&self, phrases: &'static Words) -> bool {
        let [first, second] = &self.words;
        words(phrases).any(|phrase| match phrase.split_once(' ') {
            Some((one, two)) => first == one && second == two,
            None => first == phrase,
        })
    }

    /// Nothing but a sign or the end follows, or a word that joins alternatives.
    pub fn clause_ends(&self) -> bool {
        self.words[0].is_empty() || self.starts_with(JOINING)
    }

    /// The number before is a measure.
    pub fn unit(&self) -> bool {
        self.starts_with(UNITS)
    }

    /// The number before is a count.
    pub fn counted(&self) -> bool {
        self.starts_with(COUNTED)
    }

    /// The name of a service follows.
    pub fn service(&self) -> bool {
        self.starts_with(SERVICES)
    }

    /// The number before may be that of a house: a street follows, or a name.
    pub fn street(&self) -> bool {
        self.capital || self.starts_with(STREETS)
    }

    /// The next word makes a greater number of the digit word before it: "hai mươi", "một trăm".
    pub fn numeral(&self) -> bool {
        matches!(
            self.words[0].as_str(),
            "mươi" | "trăm" | "nghìn" | "ngàn" | "triệu" | "tỷ" | "tỉ" | "vạn" | "lẻ" | "linh" | "chục"
        )
    }

    /// The two digit words before may be the "hai tư" of "hai tư trên bảy".
    pub fn round_the_clock(&self) -> bool {
        matches!(self.words[0].as_str(), "trên" | "giờ")
    }
}

/// Whether the pieces between two numbers join them to one list.
pub(super) fn joins(text: &str, between: &[Token]) -> bool {
    // Two words and their signs at most, as in ", hoặc số ".
    between.len() <= 7
        && between.iter().all(|token| match token.kind {
            Kind::Space => !blank_line(text, token),
            Kind::Sign(sign) => ",/-|()&".contains(sign),
            Kind::Word => holds(JOINING, &lower(text, token)),
            _ => false,
        })
}

/// Whether no sentence ends between two numbers, and the second is not too far to belong to the first.
pub(super) fn one_sentence(text: &str, between: &[Token]) -> bool {
    between.len() <= LOOK_BACK_TOKENS
        && between.iter().all(|token| match token.kind {
            Kind::Space => !blank_line(text, token),
            kind => !matches!(kind, Kind::Sign('.' | '!' | '?' | '…')),
        })
}

/// A capital, then a small letter: a name, where a text in capitals would tell nothing.
fn is_title_case(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
}

pub(super) fn blank_line(text: &str, space: &Token) -> bool {
    text.get(space.start..space.end).is_some_and(|space| space.bytes().filter(|byte| *byte == b'\n').count() > 1)
}

/// The digit word at a piece, if it is one.
pub(super) fn digit_word_at(text: &str, tokens: &[Token], at: usize) -> Option<char> {
    let token = tokens.get(at).filter(|token| token.kind == Kind::Word)?;
    digit_word(text.get(token.start..token.end)?)
}
