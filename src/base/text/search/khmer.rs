//! The syllables of Khmer, each written in one order. Keyboards and habits give one word in several orders of the same
//! signs, which look alike and which NFC leaves as they are. Its marks are vowels: none is ever dropped.

/// The sign that puts the next consonant below.
const COENG: char = '\u{17D2}';

/// The consonant that is written last of those below.
const RO: char = '\u{179A}';

const DA: char = '\u{178A}';

const TA: char = '\u{178F}';

/// What belongs to one base letter.
#[derive(Default)]
struct Syllable {
    base: Option<char>,
    /// The consonants below, without their sign.
    below: Vec<char>,
    shifters: Vec<char>,
    vowels: Vec<char>,
    signs: Vec<char>,
}

/// The syllables of a run of Khmer letters (LANGUAGES section 6).
pub fn syllables(run: &str) -> Vec<String> {
    let mut written = Vec::new();
    let mut open = Syllable::default();
    let mut letters = run.chars().flat_map(modern).peekable();
    while let Some(c) = letters.next() {
        match c {
            COENG => match letters.next_if(|next| is_base(*next)) {
                // Below another letter da and ta are drawn alike, and one word is typed with either.
                Some(below) => open.below.push(if below == DA { TA } else { below }),
                // It puts nothing below, so it shows nothing.
                None => continue,
            },
            '\u{17C9}' | '\u{17CA}' => open.shifters.push(c),
            '\u{17B6}'..='\u{17C5}' => open.vowels.push(c),
            '\u{17C6}'..='\u{17D1}' | '\u{17D3}' | '\u{17DD}' => open.signs.push(c),
            _ => {
                written.extend(std::mem::take(&mut open).written());
                open.base = Some(c);
            }
        }
    }
    written.extend(open.written());
    written
}

fn is_base(c: char) -> bool {
    matches!(c, '\u{1780}'..='\u{17B3}')
}

/// The two letters that Unicode took back, as they are written today.
fn modern(c: char) -> impl Iterator<Item = char> {
    let (letter, vowel) = match c {
        '\u{17A3}' => ('\u{17A2}', None),
        '\u{17A4}' => ('\u{17A2}', Some('\u{17B6}')),
        c => (c, None),
    };
    std::iter::once(letter).chain(vowel)
}

impl Syllable {
    fn written(mut self) -> Option<String> {
        // A vowel of two parts that somebody typed as its parts.
        for (parts, whole) in [
            (['\u{17C1}', '\u{17B6}'], '\u{17C4}'),
            (['\u{17C1}', '\u{17B8}'], '\u{17BE}'),
            (['\u{17B8}', '\u{17C1}'], '\u{17BE}'),
        ] {
            if let Some(at) = self.vowels.windows(2).position(|pair| pair == parts) {
                self.vowels.splice(at..at + 2, [whole]);
            }
        }
        // Stable, so the others keep their order.
        self.below.sort_by_key(|c| *c == RO);
        self.signs.sort_unstable();
        for marks in [&mut self.shifters, &mut self.vowels, &mut self.signs] {
            marks.dedup();
        }
        let below = self.below.iter().flat_map(|c| [COENG, *c]);
        let rest = self.shifters.iter().chain(&self.vowels).chain(&self.signs).copied();
        let text: String = self.base.into_iter().chain(below).chain(rest).collect();
        Some(text).filter(|text| !text.is_empty())
    }
}
