//! What a search needs of one text.

use crate::base::Lang;

/// What a text of an entry is found by. Kept small, since those of all pages are held until the last page is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indexed {
    /// The folder of the entry.
    pub folder: String,
    /// The language that the text is in.
    pub lang: Lang,
    /// Its different words in the order in which they are read, each followed by the sign of its [`Spot`].
    pub words: Box<str>,
    /// The numbers of its pairs, in their order, each once: neighbouring letters of scripts without blanks, and
    /// neighbouring words of headings.
    pub pairs: Box<[u32]>,
    /// The first words of its body, with the numbers as the page shows them.
    pub opening: Box<str>,
}

/// Where a word stands first: words that stand near each other have the same spot more often than others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// In the title, the summary or a heading.
    Head,
    /// In the first third of the text.
    Start,
    /// In the second third.
    Middle,
    /// In the last third.
    End,
}

impl Indexed {
    /// The words with the places of their spots in [`Spot::ALL`].
    pub fn spotted(&self) -> impl Iterator<Item = (&str, u32)> {
        let last = Spot::End.sign() as u8;
        let mut next = 0;
        self.words.as_bytes().split_inclusive(move |byte| (1..=last).contains(byte)).filter_map(move |part| {
            let (sign, word) = part.split_last()?;
            let start = next;
            next += part.len();
            Some((self.words.get(start..start + word.len())?, u32::from(sign.checked_sub(1)?)))
        })
    }
}

impl Spot {
    /// All, in order.
    pub const ALL: [Spot; 4] = [Spot::Head, Spot::Start, Spot::Middle, Spot::End];

    /// The sign behind a word: a control character, which no word holds.
    pub fn sign(self) -> char {
        match self {
            Spot::Head => '\u{1}',
            Spot::Start => '\u{2}',
            Spot::Middle => '\u{3}',
            Spot::End => '\u{4}',
        }
    }
}
