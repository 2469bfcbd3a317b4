//! Alphabetical order as each language has it. Byte order puts Ánh after u; the root order mixes đ with d.

use std::cmp::Ordering;
use std::sync::Arc;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale::Locale;
use rayon::prelude::*;

use crate::base::{Digest, Lang};
use crate::model::Language;

use super::entries::Entries;
use super::entry::Entry;
use super::headings::{Headings, sorted_part};

/// The place of each published entry among the titles of a language, and the locale that orders it.
#[derive(Clone, Debug, Default)]
pub struct Order(Arc<[Titles]>);

/// The titles of one language.
#[derive(Clone, Debug)]
struct Titles {
    lang: Lang,
    locale: String,
    folders: Arc<[String]>,
    /// The numbers of the folders in the order of their titles.
    sorted: Vec<u32>,
    /// The place of each folder.
    places: Vec<u32>,
}

/// Makes of a text what sorts it in a locale: bytes that stand in the order of the texts. A title is asked for its place
/// among others a dozen times in every language, and most titles of a site are those of the build before.
pub(super) struct Sorter {
    locale: String,
    collator: Option<CollatorBorrowed<'static>>,
}

impl Sorter {
    /// The sorter of a locale.
    pub fn of(locale: &str) -> Sorter {
        Sorter { locale: locale.to_owned(), collator: collator(locale) }
    }

    /// What sorts a title.
    pub fn key(&self, title: &str) -> Box<[u8]> {
        let mut key = Vec::new();
        if let Some(collator) = &self.collator {
            let Ok(()) = collator.write_sort_key_to(sorted_part(title), &mut key);
        }
        key.into_boxed_slice()
    }
}

/// The order of two titles that a locale holds equal: that of their letters, first without quotation marks.
fn by_letters(a: &str, b: &str) -> Ordering {
    sorted_part(a).cmp(sorted_part(b)).then_with(|| a.cmp(b))
}

/// The locale is all that a sorter is made of.
impl std::fmt::Debug for Sorter {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Sorter").field("locale", &self.locale).finish_non_exhaustive()
    }
}

impl Order {
    /// Sorts the titles of every language of the site; the languages stand in its order.
    pub fn of(entries: &Entries, languages: &[Language]) -> Order {
        let published: Vec<&Entry> = entries.values().filter(|entry| entry.is_published()).collect();
        let folders: Arc<[String]> = published.iter().map(|entry| entry.folder.clone()).collect();
        let titles = languages.par_iter().enumerate().map(|(n, language)| {
            let titles = published.iter().zip(0..);
            let mut titles: Vec<(&[u8], &Entry, u32)> = titles
                .map(|(entry, number)| (entry.titles.get(n).map_or(&[][..], |key| key), *entry, number))
                .collect();
            // The sort is stable, and the folders stand in their order: of two equal titles theirs decides.
            let lang = &language.tag;
            titles.sort_by(|a, b| a.0.cmp(b.0).then_with(|| by_letters(a.1.title(lang).0, b.1.title(lang).0)));
            let sorted: Vec<u32> = titles.into_iter().map(|(_, _, number)| number).collect();
            let mut places = vec![0; sorted.len()];
            for (place, number) in (0..).zip(&sorted) {
                if let Some(of) = places.get_mut(*number as usize) {
                    *of = place;
                }
            }
            let (lang, locale) = (language.tag.clone(), language.collates_as.clone());
            Titles { lang, locale, folders: Arc::clone(&folders), sorted, places }
        });
        Order(titles.collect())
    }

    /// The digest of all that [`Order::of`] looks at.
    pub fn key(entries: &Entries, languages: &[Language]) -> Digest {
        let published = entries.values().filter(|entry| entry.is_published());
        let titles = published.flat_map(|entry| [entry.folder.as_bytes(), entry.titles_digest.as_bytes()]);
        let locales =
            languages.iter().flat_map(|language| [language.tag.as_str().as_bytes(), language.collates_as.as_bytes()]);
        Digest::of_parts(locales.chain(titles))
    }

    fn titles(&self, lang: &Lang) -> Option<&Titles> {
        self.0.iter().find(|titles| titles.lang == *lang)
    }

    /// The place of an entry's title in a language.
    pub fn place(&self, lang: &Lang, folder: &str) -> usize {
        let place = self.titles(lang).and_then(|titles| {
            let number = titles.folders.binary_search_by(|other| other.as_str().cmp(folder)).ok()?;
            titles.places.get(number)
        });
        place.map_or(usize::MAX, |place| *place as usize)
    }

    /// The folders of a language in the order of their titles.
    pub fn folders<'a>(&'a self, lang: &Lang) -> Vec<&'a str> {
        let Some(titles) = self.titles(lang) else { return Vec::new() };
        titles.sorted.iter().filter_map(|number| titles.folders.get(*number as usize)).map(String::as_str).collect()
    }

    /// Sorts things by a text as the language orders it.
    pub fn sort_by_text<T>(&self, lang: &Lang, things: &mut [T], text: impl Fn(&T) -> &str) {
        let collator = self.titles(lang).and_then(|titles| collator(&titles.locale));
        things.sort_by(|a, b| compare(collator.as_ref(), text(a), text(b)));
    }

    /// What puts the titles of a language under letters.
    pub fn headings(&self, lang: &Lang) -> Headings {
        Headings::of(self.titles(lang).map_or("vi", |titles| &titles.locale))
    }
}

/// The order of a locale: letters first, then tones, then case (tertiary strength is the default).
fn collator(locale: &str) -> Option<CollatorBorrowed<'static>> {
    let locale: Locale = locale.parse().ok()?;
    Collator::try_new(locale.into(), CollatorOptions::default()).ok()
}

fn compare(collator: Option<&CollatorBorrowed<'static>>, a: &str, b: &str) -> Ordering {
    match collator {
        Some(collator) => collator.compare(a, b).then_with(|| a.cmp(b)),
        None => a.cmp(b),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_golden_list_is_in_order() {
        use unicode_normalization::UnicodeNormalization;
        let golden: Vec<&str> =
            include_str!("../../tests/data/collation-vi.txt").lines().filter(|line| !line.starts_with('#')).collect();
        let collator = collator("vi").unwrap();
        let mut shuffled: Vec<String> = golden.iter().rev().map(|s| s.nfd().collect()).collect();
        shuffled.rotate_left(17);
        shuffled.sort_by(|a, b| collator.compare(a, b));
        let sorted: Vec<String> = shuffled.iter().map(|s| s.nfc().collect()).collect();
        assert_eq!(sorted, golden);
        let sorter = Sorter::of("vi");
        assert!(golden.is_sorted_by_key(|title| sorter.key(title)));
    }

    /// The order as it is defined.
    fn defined(locale: &str, a: &str, b: &str) -> Ordering {
        let parts = compare(collator(locale).as_ref(), sorted_part(a), sorted_part(b));
        parts.then_with(|| a.cmp(b))
    }

    fn by_key(sorter: &Sorter, a: &str, b: &str) -> Ordering {
        sorter.key(a).cmp(&sorter.key(b)).then_with(|| by_letters(a, b))
    }

    #[test]
    fn a_key_of_hard_texts_sorts_as_the_locale_does() {
        let texts = [
            "",
            "a",
            "A",
            "á",
            "a\u{301}",
            "ab",
            "a b",
            "a-b",
            "“a",
            "\"á”",
            "đ",
            "d",
            "D",
            "Đ",
            "ă",
            "â",
            "ấ",
            "a\0b",
            "1",
            "12",
            "2",
            "ក",
            "កា",
            "ខ",
            "ꪀ",
            "一",
            "二",
            "\u{FDD0}",
            "\u{FFFF}",
            "\u{10FFFF}",
            "\u{E000}",
            "ﬁ",
            "🙂",
        ];
        for locale in ["vi", "km", "lo", "zh-Hant", "en", "no such"] {
            let sorter = Sorter::of(locale);
            for a in texts {
                for b in texts {
                    assert_eq!(by_key(&sorter, a, b), defined(locale, a, b), "{locale}: {a:?} {b:?}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn a_key_sorts_as_the_locale_does(
            a in "[a-đA-Đ \"“ăâêôơưÁạ\u{300}-\u{309}ក-៹0-9.-]{0,8}|.{0,8}",
            b in "[a-đA-Đ \"“ăâêôơưÁạ\u{300}-\u{309}ក-៹0-9.-]{0,8}|.{0,8}",
            locale in prop::sample::select(vec!["vi", "km", "lo", "zh-Hant", "th", "en"]),
        ) {
            let sorter = Sorter::of(locale);
            prop_assert_eq!(by_key(&sorter, &a, &b), defined(locale, &a, &b));
        }
    }
}
