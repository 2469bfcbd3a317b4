//! The index of a search, read back: what it says of pages, and its words.

use std::collections::BTreeMap;

use loa::model::{Item, Tree};

/// The index of one language.
pub struct Index {
    /// The folder of the language.
    pub folder: String,
    /// Address, title, snippet, and the language of the title where it is another one.
    pub documents: Vec<Vec<String>>,
    /// The words without marks.
    pub words: Vec<String>,
    /// How many files it has.
    pub files: usize,
}

/// The indexes of a tree.
pub fn indexes(tree: &Tree) -> Vec<Index> {
    let mut files: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for (path, item) in &tree.files {
        let Some((folder, name)) = path.as_str().split_once("/tim/") else { continue };
        *files.entry(folder).or_default() += 1;
        let (Item::Bytes(bytes), "docs.js") = (item, name) else { continue };
        let script = std::str::from_utf8(bytes).unwrap();
        let value = script.strip_prefix("loaS(\"docs\",").and_then(|rest| rest.strip_suffix(")\n")).unwrap();
        let value: serde_json::Value = serde_json::from_str(value).unwrap();
        let lines = value["d"].as_str().unwrap().split('\n');
        let documents = lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect();
        found.push(Index {
            folder: folder.to_owned(),
            documents,
            words: words(value["w"].as_str().unwrap()),
            files: 0,
        });
    }
    for index in &mut found {
        index.files = files[index.folder.as_str()];
    }
    found
}

/// The words of a lexicon: a capital letter for how many letters are those of the word before, the other letters, and
/// for each spelling the signs of its pages and its marks.
fn words(lexicon: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for entry in lexicon.split_inclusive(|c: char| c.is_ascii_uppercase()).collect::<Vec<_>>().windows(2) {
        let shared = usize::from(entry[0].as_bytes()[entry[0].len() - 1] - b'A');
        let rest: String =
            entry[1].chars().take_while(|c| c.is_ascii_digit() || c.is_ascii_lowercase() || !c.is_ascii()).collect();
        let start: String = words.last().map_or("", String::as_str).chars().take(shared).collect();
        words.push(start + &rest);
    }
    words
}
