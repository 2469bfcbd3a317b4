//! Under which letter a title stands in the alphabetical list. What counts as a letter is asked of the order itself, so
//! that the headings stand in the order of the titles in every language: ă and đ have their own in Vietnamese, č and ŏ
//! stand with c and o, a Lao or Tai Viet word stands under its consonant although a vowel is written before it.

use std::cmp::Ordering;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale::Locale;
use icu_properties::props::{LogicalOrderException, Script};
use icu_properties::{CodePointMapData, CodePointSetData};
use unicode_normalization::UnicodeNormalization;

use crate::base::text::fold;

/// Finds the headings of one language.
#[derive(Debug)]
pub struct Headings {
    /// Tells whether two letters are one, whatever their tone and case.
    letters: Option<CollatorBorrowed<'static>>,
    by_strokes: bool,
}

/// A heading of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heading {
    /// A letter.
    Letter(String),
    /// The number of strokes of a Chinese character.
    Strokes(u32),
    /// Chinese characters in an order that has no headings for them: all together.
    Chinese,
}

impl Heading {
    /// The letter to show; `first` is the first title under it.
    pub fn letter(&self, first: &str) -> Option<String> {
        match self {
            Heading::Letter(letter) => Some(letter.clone()),
            Heading::Strokes(_) => None,
            Heading::Chinese => first.chars().find(|c| c.is_alphabetic()).map(|c| format!("{c} …")),
        }
    }
}

/// The most strokes that the order of strokes of CLDR tells apart.
const STROKES: u32 = 64;

/// Signs that a title may begin with and that are passed over.
const QUOTES: &str = "\"'“”‘’«»([「『《〈（";

/// The part of a title by which it is sorted: a quotation mark before it must not put it before all others.
pub fn sorted_part(title: &str) -> &str {
    title.trim_start_matches(|c: char| c.is_whitespace() || QUOTES.contains(c))
}

/// The independent vowels of Khmer, which dictionaries put under the consonant that they are said with.
const KHMER_VOWELS: std::ops::RangeInclusive<char> = '\u{17A3}'..='\u{17B3}';

/// The consonants of Khmer.
const KHMER_CONSONANTS: std::ops::RangeInclusive<char> = '\u{1780}'..='\u{17A2}';

impl Headings {
    /// The headings in the order of a locale.
    pub fn of(locale: &str) -> Headings {
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Primary);
        let locale: Option<Locale> = locale.parse().ok();
        let letters = locale.and_then(|locale| Collator::try_new(locale.into(), options).ok());
        let headings = Headings { letters, by_strokes: false };
        // Where there are no marks of strokes, all of them stand before every letter.
        let by_strokes = headings.strokes('一') == 1 && headings.strokes('二') == 2;
        Headings { by_strokes, ..headings }
    }

    /// The heading of a title; nothing for what begins with no letter.
    pub fn heading(&self, title: &str) -> Option<Heading> {
        let before = CodePointSetData::new::<LogicalOrderException>();
        let mut rest = sorted_part(title).chars().skip_while(|c| before.contains(*c));
        let first = rest.next().filter(|c| c.is_alphabetic())?;
        if CodePointMapData::<Script>::new().get(first) == Script::Han {
            return Some(if self.by_strokes { Heading::Strokes(self.strokes(first)) } else { Heading::Chinese });
        }
        let base = std::iter::once(first).nfkd().next()?;
        if KHMER_VOWELS.contains(&base) {
            let consonant =
                KHMER_CONSONANTS.rev().find(|consonant| self.compare(*consonant, base) != Ordering::Greater);
            return consonant.map(|consonant| Heading::Letter(consonant.to_string()));
        }
        let marks: Vec<char> = std::iter::once(first).chain(rest).nfkd().skip(1).take_while(|c| is_mark(*c)).collect();
        Some(Heading::Letter(self.letter(base, &marks)))
    }

    /// The letter of a base and its marks, as a capital, without the marks that make no other letter of it.
    fn letter(&self, base: char, marks: &[char]) -> String {
        let written = |marks: &[char]| std::iter::once(base).chain(marks.iter().copied()).nfc().collect::<String>();
        let whole = written(marks);
        // A bar through a letter is no mark that comes off: where đ is sorted as d, it stands under D.
        let plain = fold(&whole);
        let shorter = [plain, written(&[])].into_iter().chain(marks.iter().map(|mark| written(&[*mark])));
        let is_same = |letter: &String| {
            self.letters.as_ref().is_some_and(|letters| letters.compare(letter, &whole) == Ordering::Equal)
        };
        let letter = shorter.into_iter().find(is_same).unwrap_or_else(|| whole.clone());
        letter.to_uppercase()
    }

    /// The strokes of a character: the order of strokes begins each number with a mark, U+FDD0 and a pattern of Braille.
    fn strokes(&self, character: char) -> u32 {
        let Some(letters) = &self.letters else { return 0 };
        let character = character.to_string();
        let is_reached = |strokes: u32| {
            let sign = char::from_u32(0x2800 + strokes).unwrap_or(char::REPLACEMENT_CHARACTER);
            letters.compare(&format!("\u{FDD0}{sign}"), &character) != Ordering::Greater
        };
        (1..=STROKES).take_while(|strokes| is_reached(*strokes)).last().unwrap_or(0)
    }

    fn compare(&self, a: char, b: char) -> Ordering {
        let (a, b) = (a.to_string(), b.to_string());
        self.letters.as_ref().map_or(a.cmp(&b), |letters| letters.compare(&a, &b))
    }
}

/// Marks over and under letters. The vowels of Khmer and Lao are no such marks.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The headings of some titles, in the order of the titles.
    fn headings(locale: &str, titles: &str) -> String {
        let locale_of: Locale = locale.parse().unwrap();
        let order = Collator::try_new(locale_of.into(), CollatorOptions::default()).unwrap();
        let mut titles: Vec<&str> = titles.split('|').collect();
        titles.sort_by(|a, b| order.compare(sorted_part(a), sorted_part(b)));
        let headings = Headings::of(locale);
        let shown = |title: &str| match headings.heading(title) {
            Some(Heading::Strokes(strokes)) => strokes.to_string(),
            Some(heading) => heading.letter(title).unwrap(),
            None => "-".to_owned(),
        };
        let mut all: Vec<String> = titles.into_iter().map(shown).collect();
        all.dedup();
        all.join(" ")
    }

    #[test]
    fn vietnamese_letters_have_headings_of_their_own() {
        let titles = "Ánh|ăn|Ẩn|Đắk Lắk|dân|em|ế|ộc|on|Ừ|u|ớ|“Việc nhẹ”|111";
        assert_eq!(headings("vi", titles), "- A Ă Â D Đ E Ê O Ô Ơ U Ư V");
    }

    #[test]
    fn letters_of_the_highlands_stand_with_those_of_vietnamese() {
        let titles = "boh|ƀuôn|čar|cũ|č\u{306}|đar|ĕ|e|ê|ê\u{306}|ĭ|ñu|nao|ŏ|o|ơ|ơ\u{306}|ŭ|ư\u{306}|ô\u{306}";
        assert_eq!(headings("vi", titles), "B Ƀ C Đ E Ê I N O Ô Ơ U Ư");
    }

    #[test]
    fn khmer_stands_under_its_consonants() {
        assert_eq!(headings("km", "ក|ខ្ញុំ|ខែ|គោ|ឥត|អា|អ៊ុំ|ឪ|ឱ្យ|រ|ឬ|ហ|ឡ"), "ក ខ គ រ ហ ឡ អ");
        assert_eq!(headings("vi", "ក|ឥត|អា|a"), "A ក អ");
        assert_eq!(headings("km", "Dñ|Đ|D|đa"), "D", "its order has no Đ");
    }

    #[test]
    fn vowels_before_their_consonant_are_passed_over() {
        assert_eq!(headings("lo", "ເດັກ|ດີ|ແມ່|ມາ|ໄປ|ໃຈ|ໝາ|ຫມາ"), "ຈ ດ ປ ມ ຫ");
        assert_eq!(headings("vi", "ꪼꪕ|ꪒꪾ|ꪕꪱ|ꪵꪮ|ꪼꪀ|ꪶꪣ"), "ꪀ ꪒ ꪕ ꪣ ꪮ");
        assert_eq!(headings("vi", "ꨌꩌ|ꨆ"), "ꨆ ꨌ");
    }

    #[test]
    fn traditional_chinese_stands_under_its_strokes() {
        assert_eq!(headings("zh-Hant", "一|丁|二|人|中|任|龍|Zalo"), "1 2 4 6 16 Z");
        assert_eq!(headings("vi", "人|Zalo"), "Z 人 …", "elsewhere all stand together");
    }

    proptest! {
        #[test]
        fn headings_stand_in_the_order_of_the_titles(
            titles in prop::collection::vec("[aăâáàạắbBƀcčdđDĐeĕêếiĭnñoŏôơợuŭưừ]{1,3}[\u{306}\u{301}]?|[កខគងអឥឪឬរលឡ][ាិុ]?|[ເແໂ]?[ກຂຫໝມດ]|[ꪵꪹ]?[ꪀꪁꪕ]", 1..12),
            locale in prop::sample::select(vec!["vi", "km", "lo", "en"]),
        ) {
            let all = headings(locale, &titles.join("|"));
            let mut once: Vec<&str> = all.split(' ').collect();
            let count = once.len();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), count, "{}: {}", titles.join("|"), all);
        }

        #[test]
        fn any_title_has_a_heading_or_none(title in ".{0,8}") {
            Headings::of("vi").heading(&title);
        }
    }
}
