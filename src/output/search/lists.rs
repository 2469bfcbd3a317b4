//! Which word stands on which pages: the lists of one language, and their order in the files.

use std::collections::BTreeMap;

use crate::base::limits;
use crate::base::text::{Key, Numbering};
use crate::model::Indexed;

use super::words::value;

/// All spellings of what is one word without marks.
#[derive(Debug, Default)]
pub struct Group {
    /// The pages of each spelling, by its marks: the number of the page times four, and the spot.
    pub spellings: BTreeMap<String, Vec<u32>>,
}

/// The lists of one language.
#[derive(Debug)]
pub struct Lists {
    /// By the word without marks.
    pub groups: BTreeMap<String, Group>,
    /// The pages of pairs, by the number of the pair within [`Lists::space`].
    pub pairs: BTreeMap<u32, Vec<u32>>,
    /// How many numbers pairs may have.
    pub space: u32,
}

/// The lists as text, cut into files.
pub struct Stream {
    /// The text of each file.
    pub shards: Vec<String>,
    /// How many words and pairs each file holds.
    pub counts: Vec<usize>,
}

/// Numbers for each pair, half of them for letters and half for words: a pair that is nowhere is taken for one that is
/// somewhere once in six times. More would be surer and longer: one bit a pair for twice as many.
const SPARE: usize = 12;

/// A word on more than one in so many pages says little of where it stands, and would cost most.
const COMMON: usize = 4;

/// Pages of a language up to which all words tell where they stand: there the cost is small, and a word of two syllables
/// that both are everywhere could not be told from its halves.
const SMALL: usize = 64;

impl Lists {
    /// The lists of some texts; a text's place is its number.
    pub fn of(texts: &[&Indexed]) -> Lists {
        let mut words = Numbering::default();
        let mut lists: Vec<Vec<u32>> = Vec::new();
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        for (text, number) in texts.iter().zip(0..) {
            for (word, spot) in text.spotted() {
                let place = words.number(word);
                if place == lists.len() {
                    lists.push(Vec::new());
                }
                if let Some(list) = lists.get_mut(place) {
                    list.push(number * 4 + spot);
                }
            }
            pairs.extend(text.pairs.iter().map(|pair| (*pair, number)));
        }
        let (mut pairs, space) = numbered(pairs);
        // Two words of many headings ("what to do") say little of a page; they have the odd numbers.
        pairs.retain(|number, list| number % 2 == 0 || list.len() * COMMON <= texts.len());
        Lists { groups: grouped(words.words().zip(lists)), pairs, space }
    }

    /// The lists, those of frequent words first: what has the same statistics packs better together, and words of the
    /// same pages have the same list.
    pub fn stream(&self, pages: usize) -> Stream {
        let most = |group: &Group| group.spellings.values().map(Vec::len).max().unwrap_or(0);
        let groups = self.groups.values().map(|group| (most(group), written(group, pages)));
        let pairs = self.pairs.values().map(|list| {
            let mut out = String::new();
            gaps(list.iter().map(|page| (*page, None)), &mut out);
            (list.len(), out)
        });
        let mut items: Vec<(usize, String)> = groups.chain(pairs).collect();
        items.sort_by_key(|(most, _)| std::cmp::Reverse(*most));
        let total: usize = items.iter().map(|(_, text)| text.len()).sum();
        let room = (total / (limits::SEARCH_FILES - 2)).max(limits::SEARCH_SHARD) + 1;
        let mut stream = Stream { shards: vec![String::new()], counts: vec![0] };
        let mut filled = 0;
        for (_, text) in items {
            // Counted from the start, so that a long list in one file does not push all others into one more.
            if filled >= room * stream.shards.len() {
                stream.shards.push(String::new());
                stream.counts.push(0);
            }
            filled += text.len();
            if let (Some(shard), Some(count)) = (stream.shards.last_mut(), stream.counts.last_mut()) {
                shard.push_str(&text);
                *count += 1;
            }
        }
        stream
    }
}

/// Spellings of one word without marks come together.
fn grouped<'a>(words: impl Iterator<Item = (&'a str, Vec<u32>)>) -> BTreeMap<String, Group> {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for (word, pages) in words {
        let Key { bare, marks } = Key::of(word);
        let list = groups.entry(bare).or_default().spellings.entry(marks).or_default();
        if list.is_empty() {
            *list = pages;
        } else {
            // Two ways to write one word (hoá, hóa) are one spelling: of one page the first spot counts.
            list.extend(pages);
            list.sort_unstable();
            list.dedup_by_key(|page| *page / 4);
        }
    }
    groups
}

/// Pairs by a number within a space of their own.
fn numbered(mut pairs: Vec<(u32, u32)>) -> (BTreeMap<u32, Vec<u32>>, u32) {
    pairs.sort_unstable();
    let different = pairs.chunk_by(|a, b| a.0 == b.0).count();
    let space = u32::try_from(different * SPARE).unwrap_or(u32::MAX).max(1);
    for (number, _) in &mut pairs {
        *number %= space;
    }
    pairs.sort_unstable();
    pairs.dedup();
    // The space is even, so odd numbers have stayed odd.
    let lists = pairs.chunk_by(|a, b| a.0 == b.0);
    let lists = lists.filter_map(|list| Some((list.first()?.0, list.iter().map(|(_, page)| *page).collect())));
    (lists.collect(), space)
}

fn written(group: &Group, pages: usize) -> String {
    let mut out = String::new();
    for list in group.spellings.values() {
        let tells_spot = pages <= SMALL || list.len() * COMMON <= pages;
        gaps(list.iter().map(|page| (page / 4, tells_spot.then_some(page % 4))), &mut out);
    }
    out
}

/// A list as the distances between its pages, with their spots where they are told.
fn gaps(list: impl Iterator<Item = (u32, Option<u32>)>, out: &mut String) {
    let mut next = 0;
    for (page, spot) in list {
        let gap = page - next;
        value(spot.map_or(gap, |spot| gap * 4 + spot), out);
        next = page + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;
    use crate::model::Spot;

    fn text(folder: &str, words: &[(&str, Spot)], pairs: &[u32]) -> Indexed {
        let words: String = words.iter().map(|(word, spot)| format!("{word}{}", spot.sign())).collect();
        Indexed {
            folder: folder.to_owned(),
            lang: Lang::vietnamese(),
            words: words.into(),
            pairs: pairs.into(),
            opening: "".into(),
        }
    }

    #[test]
    fn spellings_of_one_word_come_together() {
        let texts = [
            text("a", &[("ban", Spot::End), ("bán", Spot::Head), ("hoá", Spot::Start), ("hóa", Spot::Middle)], &[]),
            text("b", &[("bán", Spot::Start), ("hóa", Spot::Head)], &[]),
        ];
        let lists = Lists::of(&texts.iter().collect::<Vec<_>>());
        let spellings = |bare: &str| format!("{:?}", lists.groups[bare].spellings);
        assert_eq!(spellings("ban"), r#"{"": [3], "s": [0, 5]}"#);
        assert_eq!(spellings("hoa"), r#"{"s": [1, 4]}"#, "one page counts once, by its first spot");
    }

    #[test]
    fn pairs_of_letters_stay_and_common_pairs_of_words_go() {
        let texts: Vec<Indexed> = (0..8).map(|n| text(&n.to_string(), &[], &[2, 5, 7 + 2 * n])).collect();
        let lists = Lists::of(&texts.iter().collect::<Vec<_>>());
        assert_eq!(lists.space % 2, 0);
        assert_eq!(lists.pairs[&2], (0..8).collect::<Vec<_>>());
        assert!(!lists.pairs.contains_key(&5));
        assert_eq!(lists.pairs.len(), 9);
    }

    #[test]
    fn there_are_never_too_many_files_and_each_has_its_share() {
        for words in [0, 1, 3_000, 120_000] {
            let all: String = (0..words).map(|n| format!("w{n:06}{}", Spot::Start.sign())).collect();
            let texts: Vec<Indexed> = (0..12)
                .map(|n| Indexed { words: all.clone().into_boxed_str(), ..text(&n.to_string(), &[], &[]) })
                .collect();
            let stream = Lists::of(&texts.iter().collect::<Vec<_>>()).stream(texts.len());
            assert!(stream.shards.len() < limits::SEARCH_FILES, "{words}: {}", stream.shards.len());
            assert_eq!(stream.counts.iter().sum::<usize>(), words);
            let most = stream.shards.iter().map(String::len).max().unwrap();
            assert!(most <= (words * 12 / 30).max(limits::SEARCH_SHARD) + 20, "{words}: {most}");
        }
    }
}
