//! What the fonts of a theme can draw. A font file is too dear to be opened at every build, so its code points stand
//! beside it: `fonts/NAME.codepoints.txt` for `assets/fonts/NAME.woff2`.

use std::ops::RangeInclusive;

use crate::base::{Diagnostic, Place, SitePath};

/// A font of the theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Font {
    /// The code points that it draws, in order.
    ranges: Vec<RangeInclusive<u32>>,
}

impl Font {
    /// Reads a list of code points: `U+1780-17FF`, one range a line; `#` begins a comment.
    pub fn read(file: &SitePath, list: &str) -> (Font, Vec<Diagnostic>) {
        let (mut font, mut diagnostics) = (Font::default(), Vec::new());
        let mut at = 0;
        for line in list.split_inclusive('\n') {
            let words = line.trim();
            match range(words) {
                _ if words.is_empty() || words.starts_with('#') => {}
                Some(range) => font.ranges.push(range),
                None => {
                    let span = at..at + line.trim_end().len();
                    diagnostics.push(Diagnostic::error("font-list-syntax", Place::at(file, span)).arg("line", words));
                }
            }
            at += line.len();
        }
        font.ranges.sort_by_key(|range| *range.start());
        (font, diagnostics)
    }

    /// Whether it draws a character.
    pub fn draws(&self, c: char) -> bool {
        let code = u32::from(c);
        let before = self.ranges.partition_point(|range| *range.start() <= code);
        self.ranges.get(..before).unwrap_or_default().iter().rev().any(|range| range.contains(&code))
    }
}

/// The name of the font whose list is called so.
pub fn name_of(list: &str) -> Option<&str> {
    list.strip_suffix(".codepoints.txt").filter(|name| !name.is_empty() && !name.contains('/'))
}

fn range(words: &str) -> Option<RangeInclusive<u32>> {
    let (first, last) = match words.strip_prefix("U+")?.split_once('-') {
        Some((first, last)) => (first, last),
        None => (words.strip_prefix("U+")?, words.strip_prefix("U+")?),
    };
    let code = |digits: &str| {
        let is_plain = (1..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_hexdigit());
        u32::from_str_radix(digits, 16).ok().filter(|code| is_plain && *code <= u32::from(char::MAX))
    };
    let (first, last) = (code(first)?, code(last)?);
    (first <= last).then_some(first..=last)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::theme::Theme;

    fn file() -> SitePath {
        SitePath::new("themes/x/fonts/a.codepoints.txt").unwrap()
    }

    #[test]
    fn a_list_names_what_a_font_draws() {
        let (font, found) = Font::read(&file(), "# the source\n\nU+1780-17DD\nU+25CC\r\n U+0041-005A \n");
        assert_eq!(found, Vec::new());
        for (c, draws) in [('ក', true), ('\u{17DE}', false), ('◌', true), ('A', true), ('a', false), ('[', false)] {
            assert_eq!(font.draws(c), draws, "{c}");
        }
    }

    #[test]
    fn a_line_that_is_no_range_is_told_at_its_place() {
        let (font, found) = Font::read(&file(), "U+41\n1780\nU+5A-41\nU+110000\nU++41\nU+42");
        let places: Vec<_> = found.iter().map(|finding| finding.place.span.clone().unwrap()).collect();
        assert_eq!(places, [5..9, 10..17, 18..26, 27..32]);
        assert!(font.draws('A') && font.draws('B'));
    }

    #[test]
    fn the_fonts_of_the_embedded_theme_have_lists_and_every_list_its_font() {
        let theme = Theme::embedded();
        let files = theme.assets.keys().filter_map(|name| name.strip_prefix("fonts/")?.strip_suffix(".woff2"));
        assert_eq!(files.collect::<Vec<&str>>(), theme.fonts.keys().map(String::as_str).collect::<Vec<&str>>());
        for (font, letters) in [
            ("noto-sans-khmer", "កខ្ញុំ១"),
            ("noto-sans-tai-viet", "ꪼꪕꪒꪾ"),
            ("noto-sans-cham", "ꨌꩌ"),
            ("noto-sans-latin-vn", "Phòng, chống ƀčĕĭŏŭñê\u{306}ơ\u{306}ư\u{306}č\u{306}ŏ\u{306}"),
        ] {
            let lacking: String = letters.chars().filter(|c| !theme.fonts[font].draws(*c)).collect();
            assert_eq!(lacking, "", "{font}");
        }
        for path in super::super::Default::iter().filter(|path| path.starts_with("fonts/")) {
            let list = String::from_utf8(super::super::Default::get(&path).unwrap().data.into_owned()).unwrap();
            assert_eq!(Font::read(&file(), &list).1, Vec::new(), "{path}");
        }
    }

    proptest! {
        #[test]
        fn any_list_is_read(list in ".{0,60}", c in any::<char>()) {
            Font::read(&file(), &list).0.draws(c);
        }
    }
}
