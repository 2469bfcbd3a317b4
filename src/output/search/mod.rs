//! The search: for each language `tim/docs.js`, which a page loads when somebody touches the box, and `tim/s-….js`, of
//! which it loads those that hold the words of a query. Classic scripts of one call each, since a page from a folder may
//! load nothing else.
//!
//! Only what a language really says is in its index. The words of `docs.js`, grouped by what is left of them without
//! marks, let the browser find all spellings, beginnings and slips of a word before it asks for a single list of pages.

mod lists;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Lang, limits};
use crate::model::{Indexed, Item};
use crate::site::{Site, page_folder};
use crate::theme::Theme;

use super::{File, Files, Output};
use lists::{Lists, Stream};

/// The output.
pub const OUTPUT: Output = Output { name: Some("search"), make };

fn make(site: &Site, _: &Theme, indexed: &[Arc<Indexed>]) -> Files {
    let mut languages: BTreeMap<&Lang, Vec<&Indexed>> = BTreeMap::new();
    for text in indexed {
        languages.entry(&text.lang).or_default().push(text);
    }
    let files: Vec<Vec<File>> = languages.into_par_iter().map(|(lang, texts)| language(site, lang, texts)).collect();
    (files.into_iter().flatten().collect(), Vec::new())
}

/// The files of one language.
fn language(site: &Site, lang: &Lang, mut texts: Vec<&Indexed>) -> Vec<File> {
    // Neighbours in the list share the beginning of their address, which packs well.
    texts.sort_by(|a, b| a.folder.cmp(&b.folder));
    let lists = Lists::of(&texts);
    let (lexicon, numbers) = (words::lexicon(&lists.groups), words::numbers(&lists.pairs));
    let Stream { shards, counts } = lists.stream(texts.len());
    let documents: Vec<String> = texts.iter().filter_map(|text| document(site, text)).collect();
    // Nobody puts these words into a page; should somebody, no tag of theirs is one.
    let documents = quoted(&documents.join("\n")).replace('<', "\\u003c");
    let (lexicon, numbers) = (quoted(&lexicon), quoted(&numbers));
    let head = format!("\"d\":{documents},\"w\":{lexicon},\"g\":{numbers},\"m\":{}", lists.space);
    let folder = page_folder(lang, "tim");
    // A small language is one file: a list that comes along costs less than another request.
    if let [only] = shards.as_slice() {
        return vec![script(&folder, "docs", &format!("{{{head},\"p\":{}}}", quoted(only)))];
    }
    let mut files = vec![script(&folder, "docs", &format!("{{{head},\"s\":{counts:?}}}"))];
    files.extend(shards.iter().enumerate().map(|(n, list)| script(&folder, &format!("{n:x}"), &quoted(list))));
    files
}

/// A text as a script has it. JSON does not escape what ends a line for old browsers; and no file of the site holds
/// markup that an editor typed.
fn quoted(text: &str) -> String {
    let json = serde_json::Value::from(text).to_string();
    json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029").replace('<', "\\u003c")
}

fn script(folder: &str, name: &str, value: &str) -> File {
    let file = if name == "docs" { "docs.js".to_owned() } else { format!("s-{name}.js") };
    File::made(format!("{folder}{file}"), Item::text(format!("loaS(\"{name}\",{value})\n")))
}

/// One line of the list of pages: address, title, the beginning of what it says, and the language of the title where it
/// is another one.
fn document(site: &Site, text: &Indexed) -> Option<String> {
    let entry = site.entries.get(&text.folder)?;
    let title = site.title(entry, &text.lang);
    let summary = entry.texts.get(&text.lang)?.facts.text("summary").unwrap_or(&text.opening);
    let mut line = format!("{}\t{}\t{}", entry.folder, plain(&title.text), snippet(&plain(summary)));
    if title.lang != text.lang {
        line.push('\t');
        line.push_str(title.lang.as_str());
    }
    Some(line)
}

/// Words on one line.
fn plain(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The first words, as many as the list of a search has room for.
fn snippet(text: &str) -> String {
    let Some((cut, _)) = text.char_indices().nth(limits::SEARCH_SNIPPET) else { return text.to_owned() };
    let start = text.get(..cut).unwrap_or_default();
    // Scripts without blanks are cut where the room ends.
    let at = start.rfind(' ').filter(|at| *at > cut / 2).unwrap_or(cut);
    format!("{}…", start.get(..at).unwrap_or(start).trim_end_matches([',', ';', ':', ' ', '.', '(']))
}
