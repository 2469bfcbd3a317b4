//! Slugs: the one name of an entry in addresses, folders and translations. The table is frozen, because a slug that is
//! computed anew must stay what it was.

use unicode_normalization::UnicodeNormalization;

use super::fold::{is_invisible, plain_letter};
use super::{latin, syllable};
use crate::base::limits;
use crate::base::path::is_reserved;

/// Why no slug can be suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlugFault {
    /// A letter or digit of a script that the table does not know. Guessed transliterations come out wrong, so the
    /// author types a name.
    UnmappedLetter(char),
    /// Nothing is left.
    Empty,
    /// A name that Windows keeps for a device, such as "con".
    Reserved,
    /// More than [`limits::OUTPUT_PART`] characters.
    TooLong,
}

/// The slug that a title suggests.
pub fn suggest_slug(text: &str) -> Result<String, SlugFault> {
    // Signs stay what they are: a plain text has none that the tables would make a letter of.
    let bare = |c: char| if latin::is_sign(c) { Some(c) } else { syllable::bare(latin::small(c)?) };
    let plain: Option<String> = if latin::is_plain(text) { text.chars().map(bare).collect() } else { None };
    match plain {
        Some(plain) => of_bare(plain.chars(), text.len()),
        None => by_tables(text),
    }
}

/// The definition of [`suggest_slug`].
fn by_tables(text: &str) -> Result<String, SlugFault> {
    of_bare(text.chars().nfkd().flat_map(char::to_lowercase).map(plain_letter), text.len())
}

/// The slug of small letters without marks.
fn of_bare(letters: impl Iterator<Item = char>, length: usize) -> Result<String, SlugFault> {
    let mut slug = String::with_capacity(length.min(2 * limits::OUTPUT_PART));
    let mut gap = false;
    for c in letters {
        match c {
            'a'..='z' | '0'..='9' => {
                // A hyphen waits for the next letter, so that none stands at either end and no two in a row.
                if gap && !slug.is_empty() {
                    slug.push('-');
                }
                gap = false;
                slug.push(c);
            }
            '\u{300}'..='\u{36F}' | '\'' | '\u{2018}' | '\u{2019}' | '\u{2BB}' | '\u{2BC}' => {}
            c if is_invisible(c) => {}
            c if c.is_alphanumeric() => return Err(SlugFault::UnmappedLetter(c)),
            _ => gap = true,
        }
    }
    if slug.is_empty() {
        Err(SlugFault::Empty)
    } else if slug.len() > limits::OUTPUT_PART {
        Err(SlugFault::TooLong)
    } else if is_reserved(&slug) {
        Err(SlugFault::Reserved)
    } else {
        Ok(slug)
    }
}

/// Whether the text already is a slug.
pub fn slug(text: &str) -> bool {
    let letters = text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    let hyphens = text.starts_with('-') || text.ends_with('-') || text.contains("--");
    letters && !hyphens && !text.is_empty() && text.len() <= limits::OUTPUT_PART && !is_reserved(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::probes;
    use super::*;

    const TABLE: &str = include_str!("../../../tests/data/slugs.tsv");

    #[test]
    fn the_frozen_table_holds() {
        let rows = probes::rows(TABLE);
        assert_eq!(rows.len(), 179);
        for (input, right) in rows {
            let slug = match suggest_slug(&input) {
                Ok(slug) => slug,
                Err(SlugFault::UnmappedLetter(_)) => "!unmapped-letter".to_owned(),
                Err(SlugFault::Empty) => "!empty".to_owned(),
                Err(SlugFault::Reserved) => "!reserved".to_owned(),
                Err(SlugFault::TooLong) => "!too-long".to_owned(),
            };
            assert_eq!(slug, right, "{input:?}");
        }
    }

    #[test]
    fn what_is_no_slug_is_refused() {
        for text in ["", "-", "-a", "a-", "a--b", "A", "bán", "a b", "a/b", "a.b", "con", "lpt1", &"a".repeat(61)] {
            assert!(!slug(text), "{text:?}");
        }
        for text in ["a", "111", "1800-1567", "con-duong", "com", &"a".repeat(60)] {
            assert!(slug(text), "{text:?}");
        }
    }

    #[test]
    fn letters_that_are_not_mapped_are_named() {
        assert_eq!(suggest_slug("Khmer ខ្មែរ"), Err(SlugFault::UnmappedLetter('ខ')));
        assert_eq!(suggest_slug("១១១"), Err(SlugFault::UnmappedLetter('១')));
    }

    proptest! {
        #[test]
        fn plain_texts_have_the_slugs_of_all_others(text in "[ -~À-ÿĀ-įıŊ-ŷĐđƀƠơƯưẠ-ỹ“”‘’«»…–—×÷]{0,30}") {
            prop_assert_eq!(suggest_slug(&text), by_tables(&text));
        }

        #[test]
        fn a_suggestion_is_a_slug_and_suggests_itself(text in "\\PC{0,40}|[ a-zà-ỹ0-9'–-]{0,70}") {
            if let Ok(suggested) = suggest_slug(&text) {
                prop_assert!(slug(&suggested), "{suggested}");
                prop_assert_eq!(suggest_slug(&suggested), Ok(suggested));
            }
        }
    }
}
