//! Which letters a text has, and of which script. A page that says it is Khmer and is written in Latin letters is read
//! out by the wrong voice, found by nobody, and most often a file that was saved under the wrong name.

use std::collections::BTreeSet;
use std::ops::Range;

use icu_properties::props::Script;
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed, PropertyNamesShort, PropertyParser};

use super::latin;

/// The letters of a text by script, in the order in which the scripts first occur.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letters(Vec<Used>);

/// One script of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Used {
    /// Its code (ISO 15924).
    script: &'static str,
    letters: u32,
    /// Those of the letters that stand in a word with a capital at its head.
    in_names: u32,
    /// Each letter, digit and mark once, in the order of the code points.
    characters: Box<str>,
}

/// How much of a text is in a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Letters of the script.
    pub own: u32,
    /// Letters of others. Names are not counted: "Zalo" in a Khmer text is written in Latin letters by everybody.
    pub other: u32,
    /// The other script that has the most letters.
    pub strongest: Option<&'static str>,
}

impl Letters {
    /// How much of the text is in the script of this code.
    pub fn share(&self, code: &str) -> Share {
        let members = members(code);
        let (own, others): (Vec<&Used>, Vec<&Used>) = self.0.iter().partition(|used| members.contains(&used.script));
        let plain = |used: &Used| used.letters.saturating_sub(used.in_names);
        let strongest = others.iter().max_by_key(|used| plain(used)).map(|used| used.script);
        Share {
            own: own.iter().map(|used| used.letters).sum(),
            other: others.iter().map(|used| plain(used)).sum(),
            strongest,
        }
    }

    /// The letters, digits and marks of a script; a mark belongs to the script of the letter that it stands on.
    pub fn characters(&self, code: &str) -> impl Iterator<Item = char> {
        let members = members(code);
        let own = self.0.iter().filter(move |used| members.contains(&used.script));
        own.flat_map(|used| used.characters.chars())
    }
}

/// Whether a code is one of ISO 15924 that says how a text is written.
pub fn is_script(code: &str) -> bool {
    // Zyyy, Zinh and Zzzz say that nobody knows. The parser takes names for private use, which stand for another code.
    let unknown = [Script::Common, Script::Inherited, Script::Unknown];
    let script = PropertyParser::<Script>::new().get_strict(code).filter(|script| !unknown.contains(script));
    script.is_some_and(|script| PropertyNamesShort::<Script>::new().get(script) == Some(code))
}

/// The scripts of Unicode that a code of ISO 15924 stands for: Unicode has no word for a mixture or a style.
fn members(code: &str) -> Vec<&str> {
    match code {
        "Hani" | "Hans" | "Hant" | "Hanb" => vec!["Hani", "Bopo"],
        "Jpan" => vec!["Hani", "Hira", "Kana"],
        "Hrkt" => vec!["Hira", "Kana"],
        "Kore" => vec!["Hang", "Hani"],
        "Jamo" => vec!["Hang"],
        "Aran" => vec!["Arab"],
        "Latf" | "Latg" => vec!["Latn"],
        "Cyrs" => vec!["Cyrl"],
        "Syre" | "Syrj" | "Syrn" => vec!["Syrc"],
        "Geok" => vec!["Geor"],
        code => vec![code],
    }
}

/// Where the first word in the letters of a script stands that is no name.
pub fn first_word(text: &str, code: &str) -> Option<Range<usize>> {
    let members = members(code);
    let (scripts, names) = (CodePointMapData::<Script>::new(), PropertyNamesShort::<Script>::new());
    let is_own = |c: char, start: Option<usize>| {
        let script = scripts.get(c);
        let is_mark = script == Script::Inherited && start.is_some();
        is_mark || names.get(script).is_some_and(|name| members.contains(&name))
    };
    let mut start = None;
    // A blank after the end closes the last word.
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_own(c, start), start) {
            (true, None) => start = Some(at),
            (false, Some(start)) if text.get(start..).is_some_and(|word| !word.starts_with(char::is_uppercase)) => {
                return Some(start..at);
            }
            (false, _) => start = None,
            (true, Some(_)) => {}
        }
    }
    None
}

/// Code points that are noted in a table of bits. Those of the alphabets lie below; what lies above, such as Chinese,
/// has thousands of letters and is noted one by one.
const LOW: usize = 0x2000;

/// Counts the letters of several texts.
#[derive(Debug)]
pub struct LetterCount {
    scripts: CodePointMapDataBorrowed<'static, Script>,
    found: Vec<Counted>,
}

#[derive(Debug)]
struct Counted {
    script: Script,
    letters: u32,
    in_names: u32,
    low: Box<[u64; LOW / 64]>,
    high: BTreeSet<char>,
}

impl Default for LetterCount {
    fn default() -> LetterCount {
        LetterCount { scripts: CodePointMapData::<Script>::new(), found: Vec::new() }
    }
}

impl LetterCount {
    /// Counts the letters of a text.
    pub fn add(&mut self, text: &str) {
        // The script of the letter before, and whether the word that it stands in is a name.
        let mut base: Option<usize> = None;
        let mut in_name = false;
        let mut latin: Option<usize> = None;
        for c in text.chars() {
            if latin::is_letter(c) {
                if base.is_none() {
                    in_name = if c.is_ascii() { c.is_ascii_uppercase() } else { c.is_uppercase() };
                }
                let at = *latin.get_or_insert_with(|| self.place(Script::Latin));
                base = Some(at);
                if let Some(counted) = self.found.get_mut(at) {
                    counted.take(c, true, in_name);
                }
                continue;
            }
            if latin::is_sign(c) || c.is_ascii_digit() {
                base = None;
                continue;
            }
            match self.scripts.get(c) {
                Script::Common | Script::Unknown => base = None,
                Script::Inherited => {
                    if let Some(counted) = base.and_then(|at| self.found.get_mut(at)) {
                        counted.note(c);
                    }
                }
                script => {
                    if base.is_none() {
                        in_name = c.is_uppercase();
                    }
                    let at = self.place(script);
                    base = Some(at);
                    if let Some(counted) = self.found.get_mut(at) {
                        counted.take(c, c.is_alphabetic(), in_name);
                    }
                }
            }
        }
    }

    /// What was counted.
    pub fn finish(self) -> Letters {
        let names = PropertyNamesShort::<Script>::new();
        let used = self.found.into_iter().map(|counted| Used {
            script: names.get(counted.script).unwrap_or("Zzzz"),
            letters: counted.letters,
            in_names: counted.in_names,
            characters: counted.characters(),
        });
        Letters(used.collect())
    }

    fn place(&mut self, script: Script) -> usize {
        if let Some(at) = self.found.iter().position(|counted| counted.script == script) {
            return at;
        }
        let low = Box::new([0; LOW / 64]);
        self.found.push(Counted { script, letters: 0, in_names: 0, low, high: BTreeSet::new() });
        self.found.len() - 1
    }
}

impl Counted {
    fn take(&mut self, c: char, is_letter: bool, in_name: bool) {
        self.note(c);
        self.letters += u32::from(is_letter);
        self.in_names += u32::from(is_letter && in_name);
    }

    fn note(&mut self, c: char) {
        let code = u32::from(c) as usize;
        match self.low.get_mut(code / 64) {
            Some(bits) => *bits |= 1 << (code % 64),
            None => drop(self.high.insert(c)),
        }
    }

    fn characters(&self) -> Box<str> {
        let mut all = String::new();
        for (bits, first) in self.low.iter().zip((0u32..).step_by(64)) {
            let mut bits = *bits;
            while bits != 0 {
                all.extend(char::from_u32(first + bits.trailing_zeros()));
                bits &= bits - 1;
            }
        }
        all.extend(&self.high);
        all.into_boxed_str()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::glance::tests::characters;
    use super::*;

    fn letters(text: &str) -> Letters {
        let mut count = LetterCount::default();
        count.add(text);
        count.finish()
    }

    #[test]
    fn letters_are_counted_by_script() {
        let share = letters("Gọi 111 ngay: ទូរស័ព្ទ").share("Khmr");
        assert_eq!((share.other, share.strongest), (4, Some("Latn")));
        assert!(share.own >= 5);
        assert_eq!(letters("任何人不得使為奴隸 ㄅ").share("Hant"), Share { own: 10, other: 0, strongest: None });
        assert_eq!(letters("111, 24/7 — …").share("Latn"), Share { own: 0, other: 0, strongest: None });
    }

    #[test]
    fn names_of_other_scripts_do_not_count() {
        let share = letters("ទូរស័ព្ទ Zalo, Facebook, TP. Hồ Chí Minh").share("Khmr");
        assert_eq!((share.other, share.strongest), (0, Some("Latn")));
        assert_eq!(letters("Zalo").share("Latn").own, 4, "in its own script a name is text");
    }

    #[test]
    fn a_mark_belongs_to_its_letter() {
        let found = letters("č\u{306} ក\u{306} \u{306}");
        assert_eq!(found.characters("Latn").collect::<String>(), "\u{10D}\u{306}");
        assert_eq!(found.characters("Khmr").collect::<String>(), "\u{306}ក");
        assert_eq!(letters("b11a១ផ្").characters("Khmr").collect::<String>(), "ផ\u{17D2}១");
        assert_eq!(letters("龍一龍").characters("Hans").collect::<String>(), "一龍");
    }

    #[test]
    fn the_first_word_that_is_no_name_is_found() {
        assert_eq!(first_word("ទូរស័ព្ទ Zalo gọi, ngay", "Latn"), Some(30..35));
        assert_eq!(first_word("ទូរស័ព្ទ", "Latn"), None);
        assert_eq!(first_word("một", "Latn"), Some(0..5));
    }

    #[test]
    fn a_code_is_one_of_the_standard() {
        for code in ["Latn", "Hant", "Jpan", "Khmr", "Tavt", "Cham", "Hmnp", "Aran"] {
            assert!(is_script(code), "{code}");
        }
        for code in ["Zyyy", "Zinh", "Zzzz", "Qaai", "Xyzz", "latn", "Latin", ""] {
            assert!(!is_script(code), "{code}");
        }
    }

    /// The definition, with a look into the tables for every character.
    fn by_tables(text: &str) -> Vec<(&'static str, u32, u32, BTreeSet<char>)> {
        let (scripts, names) = (CodePointMapData::<Script>::new(), PropertyNamesShort::<Script>::new());
        let mut found: Vec<(&'static str, u32, u32, BTreeSet<char>)> = Vec::new();
        let (mut base, mut in_name) = (None, false);
        for c in text.chars() {
            match scripts.get(c) {
                Script::Common | Script::Unknown => base = None,
                Script::Inherited => base.into_iter().for_each(|at: usize| found[at].3.extend([c])),
                script => {
                    in_name = if base.is_none() { c.is_uppercase() } else { in_name };
                    let name = names.get(script).unwrap();
                    let at = found.iter().position(|known| known.0 == name).unwrap_or(found.len());
                    if at == found.len() {
                        found.push((name, 0, 0, BTreeSet::new()));
                    }
                    base = Some(at);
                    found[at].1 += u32::from(c.is_alphabetic());
                    found[at].2 += u32::from(c.is_alphabetic() && in_name);
                    found[at].3.insert(c);
                }
            }
        }
        found
    }

    fn counted(text: &str) -> Vec<(&'static str, u32, u32, BTreeSet<char>)> {
        let used = letters(text).0.into_iter();
        used.map(|used| (used.script, used.letters, used.in_names, used.characters.chars().collect())).collect()
    }

    #[test]
    fn every_character_is_counted_as_the_tables_have_it() {
        for c in characters() {
            let text = format!("{c} {c}a Đ{c}");
            assert_eq!(counted(&text), by_tables(&text), "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn texts_are_counted_as_the_tables_have_it(text in "[ -~À-ỹ\u{300}-\u{36F}ក-៹\u{1680}–“”µªº0-9А-я龍]{0,60}|.{0,60}") {
            prop_assert_eq!(counted(&text), by_tables(&text));
        }

        #[test]
        fn any_text_is_counted(text in ".{0,60}", code in "[A-Z][a-z]{3}") {
            let found = letters(&text);
            let share = found.share(&code);
            prop_assert!((share.own + share.other) as usize <= text.chars().count());
            prop_assert!(found.characters(&code).all(|c| text.contains(c)));
            prop_assert!(first_word(&text, "Latn").is_none_or(|at| text.get(at).is_some()));
        }
    }
}
