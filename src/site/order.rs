//! Alphabetical order as each language has it. Byte order puts Ánh after u; the root order mixes đ with d.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale::Locale;

use crate::base::Lang;

use super::Site;
use super::headings::{Headings, sorted_part};

/// The place of each published entry among the titles of a language, and the locale that orders it.
#[derive(Clone, Debug, Default)]
pub struct Order(BTreeMap<Lang, (String, BTreeMap<String, usize>)>);

impl Order {
    /// Sorts the titles of every language.
    pub fn of(site: &Site) -> Order {
        let mut orders = BTreeMap::new();
        for language in &site.languages {
            let collator = collator(&language.collates_as);
            let published = site.entries.values().filter(|entry| entry.is_published());
            let mut titles: Vec<(String, &str)> =
                published.map(|entry| (site.title(entry, &language.tag).text, entry.folder.as_str())).collect();
            titles.sort_by(|a, b| {
                let parts = compare(collator.as_ref(), sorted_part(&a.0), sorted_part(&b.0));
                parts.then_with(|| a.0.cmp(&b.0)).then_with(|| a.1.cmp(b.1))
            });
            let places = titles.into_iter().enumerate().map(|(n, (_, folder))| (folder.to_owned(), n));
            orders.insert(language.tag.clone(), (language.collates_as.clone(), places.collect()));
        }
        Order(orders)
    }

    /// The place of an entry's title in a language.
    pub fn place(&self, lang: &Lang, folder: &str) -> usize {
        self.0.get(lang).and_then(|(_, places)| places.get(folder)).copied().unwrap_or(usize::MAX)
    }

    /// The folders of a language in the order of their titles.
    pub fn folders<'a>(&'a self, lang: &Lang) -> Vec<&'a str> {
        let Some((_, places)) = self.0.get(lang) else { return Vec::new() };
        let mut folders: Vec<(&str, usize)> = places.iter().map(|(folder, n)| (folder.as_str(), *n)).collect();
        folders.sort_by_key(|(_, n)| *n);
        folders.into_iter().map(|(folder, _)| folder).collect()
    }
}

impl Order {
    /// Sorts things by a text as the language orders it.
    pub fn sort_by_text<T>(&self, lang: &Lang, things: &mut [T], text: impl Fn(&T) -> &str) {
        let collator = self.0.get(lang).and_then(|(locale, _)| collator(locale));
        things.sort_by(|a, b| compare(collator.as_ref(), text(a), text(b)));
    }

    /// What puts the titles of a language under letters.
    pub fn headings(&self, lang: &Lang) -> Headings {
        Headings::of(self.0.get(lang).map_or("vi", |(locale, _)| locale))
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
    }
}
