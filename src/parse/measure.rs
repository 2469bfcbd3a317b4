//! How long a text is, and how it begins.

use unicode_normalization::char::is_combining_mark;

/// Letters that make a word in scripts that put no space between words. Khmer, Lao and Thai words have four to six.
const LETTERS_A_WORD: usize = 5;

/// Chinese characters that are read in the time of one Vietnamese syllable.
const CHARACTERS_A_WORD: usize = 2;

/// Characters of an opening: as many as lists of search results show.
const OPENING: usize = 160;

/// Counts words over several texts.
#[derive(Default)]
pub(super) struct Count {
    words: usize,
    letters: usize,
    characters: usize,
}

impl Count {
    /// Counts the words of a text: syllables in Vietnamese, since each stands alone.
    pub fn add(&mut self, text: &str) {
        let mut is_inside = false;
        for c in text.chars() {
            // Within a word only its end is looked for.
            if c < '\u{0E00}' || matches!(c, '\u{1E00}'..='\u{1EFF}') {
                let was_inside = is_inside;
                is_inside = if was_inside { !is_border(c) } else { is_of_word(c) };
                self.words += usize::from(is_inside && !was_inside);
            } else if is_chinese(c) {
                self.characters += 1;
                is_inside = false;
            } else if is_unspaced(c) {
                self.letters += usize::from(c.is_alphabetic() && !is_combining_mark(c));
                is_inside = false;
            } else if c.is_alphanumeric() {
                self.words += usize::from(!is_inside);
                is_inside = true;
            } else if is_border(c) {
                is_inside = false;
            }
        }
    }

    /// All of them.
    pub fn total(&self) -> usize {
        self.words + self.letters.div_ceil(LETTERS_A_WORD) + self.characters.div_ceil(CHARACTERS_A_WORD)
    }
}

/// What a word begins with. Vietnamese is answered without a table, since every word of a site is asked about.
fn is_of_word(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphanumeric(),
        '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => true,
        c => c.is_alphanumeric(),
    }
}

/// Where a word ends. Other signs stand inside words: `1.000`, `can't`.
fn is_border(c: char) -> bool {
    match c {
        '\0'..='\x7F' => matches!(c, ' ' | '-' | '/' | '\t'..='\r'),
        '\u{A1}'..='\u{167F}' | '\u{1E00}'..='\u{1EFF}' => false,
        c => c.is_whitespace() || matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}'),
    }
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}')
        || matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Letters and marks of Thai, Lao, Burmese, Khmer, Tai Le, New Tai Lue, Tai Tham and Tai Viet; their digits make words.
fn is_unspaced(c: char) -> bool {
    let is_in_block = matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
        || matches!(c, '\u{1950}'..='\u{19DF}' | '\u{1A20}'..='\u{1AAF}' | '\u{AA80}'..='\u{AADF}');
    is_in_block && !c.is_numeric()
}

/// How a text begins: cut between words, with an ellipsis where something was cut off. Takes one paragraph after the
/// other and looks at no more of them once it is full.
#[derive(Debug)]
pub(super) struct Opening {
    text: String,
    /// Characters that there is still room for.
    room: usize,
    is_full: bool,
}

impl Default for Opening {
    fn default() -> Opening {
        Opening { text: String::new(), room: OPENING, is_full: false }
    }
}

impl Opening {
    /// Takes the next paragraph.
    pub fn add(&mut self, text: &str) {
        if !self.is_full {
            text.split_whitespace().take_while(|word| self.take(word)).for_each(drop);
        }
    }

    /// What was taken.
    pub fn finish(self) -> String {
        self.text
    }

    /// Takes a word; whether there may be room for more.
    fn take(&mut self, word: &str) -> bool {
        let space = usize::from(!self.text.is_empty());
        let length = word.chars().count() + space;
        if length <= self.room {
            self.room -= length;
            self.push(word);
            return true;
        }
        // A script without spaces is cut in the word, but not inside a letter with its marks.
        if self.room > OPENING / 2 {
            self.push(&head(word, self.room - space));
        }
        self.text.truncate(self.text.trim_end_matches([',', ';', ':', '-', '–']).len());
        if !self.text.ends_with(['.', '!', '?', '…', '。', '។', '！', '？']) {
            self.text.push('…');
        }
        self.is_full = true;
        false
    }

    fn push(&mut self, word: &str) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(word);
    }
}

fn head(word: &str, length: usize) -> String {
    let mut head: Vec<char> = word.chars().take(length).collect();
    if word.chars().nth(length).is_some_and(is_combining_mark) {
        while head.pop().is_some_and(is_combining_mark) {}
    }
    head.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> usize {
        let mut count = Count::default();
        count.add(text);
        count.total()
    }

    #[test]
    fn syllables_are_counted() {
        assert_eq!(words("Phòng, chống mua bán người"), 5);
        assert_eq!(words("xe-máy 30/7/2026 – 1.000 đồng, can't * &"), 8);
        assert_eq!(words(" ﻿… — "), 0);
    }

    #[test]
    fn scripts_without_spaces_are_counted_by_letters() {
        // Eight letters, of which one is a foot letter; the vowel signs do not count.
        assert_eq!(words("ខ្ញុំត្រូវការ"), 2);
        assert_eq!(words("任何人不得使為奴隸"), 5);
        assert_eq!(words("gọi 111 ໂທ"), 3);
    }

    fn opening<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
        let mut opening = Opening::default();
        texts.into_iter().for_each(|text| opening.add(text));
        opening.finish()
    }

    /// The definition, with a look into the tables for every character.
    fn by_tables(text: &str) -> usize {
        let mut count = Count::default();
        let mut is_inside = false;
        for c in text.chars() {
            let is_dash = matches!(c, '-' | '/' | '\u{2010}'..='\u{2015}' | '\u{2212}');
            if is_chinese(c) {
                count.characters += 1;
                is_inside = false;
            } else if is_unspaced(c) {
                count.letters += usize::from(c.is_alphabetic() && !is_combining_mark(c));
                is_inside = false;
            } else if c.is_alphanumeric() {
                count.words += usize::from(!is_inside);
                is_inside = true;
            } else if is_dash || c.is_whitespace() {
                is_inside = false;
            }
        }
        count.total()
    }

    proptest::proptest! {
        #[test]
        fn words_are_counted_as_the_tables_have_it(text in "[ -~À-ỹ\u{300}-\u{36F}ក-៹–“”µªº龍ໂ\u{A0}]{0,60}|.{0,60}") {
            proptest::prop_assert_eq!(words(&text), by_tables(&text));
        }
    }

    #[test]
    fn letters_and_borders_are_those_of_the_tables() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_of_word(c), c.is_alphanumeric(), "{c:?}");
            let is_dash = matches!(c, '-' | '/' | '\u{2010}'..='\u{2015}' | '\u{2212}');
            assert_eq!(is_border(c), is_dash || c.is_whitespace(), "{c:?}");
        }
    }

    #[test]
    fn an_opening_is_cut_between_words() {
        assert_eq!(opening(["Một câu.", "Hai  câu."]), "Một câu. Hai câu.");
        let long = "mười chữ cái ".repeat(40);
        let cut = opening([long.as_str()]);
        assert!(cut.chars().count() <= OPENING + 1 && cut.ends_with(" mười…"), "{cut}");
        let khmer = "ខ្ញុំ".repeat(100);
        let cut = opening([khmer.as_str()]);
        assert!(cut.chars().count() <= OPENING + 1 && cut.chars().count() > OPENING - 10 && cut.ends_with('…'));
        assert_eq!(opening([]), "");
    }
}
