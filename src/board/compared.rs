//! A translation and its original as rows: what became of each paragraph since it was translated, and what the
//! translation says for it.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Lang;
use crate::model::Snapshot;
use crate::site::Entry;
use crate::translate::{self, Change, Piece, Proposal, Skeleton, carry, changed, compare};

/// A translation beside its original.
#[derive(Debug, Default)]
pub(super) struct Compared {
    /// The paragraphs in the order of the original; what is gone from it stands where it stood.
    pub rows: Vec<Row>,
    /// The paragraphs of the original as it is.
    pub count: usize,
    /// Places that a translator must look at; none if the original that was translated is not known.
    pub changed: Option<usize>,
    /// Whether there is a translation.
    pub is_there: bool,
    /// What the translation says and nobody knows for which paragraph: it has more or fewer of them than the original.
    pub left: Vec<String>,
}

/// One paragraph on both sides.
#[derive(Debug)]
pub(super) struct Row {
    /// Its place in the original as it is, from 1; none if it is gone.
    pub place: Option<usize>,
    /// The id of the message that says what became of it; none if nothing did.
    pub change: Option<&'static str>,
    /// The original's words.
    pub original: Vec<Words>,
    /// What the translation says.
    pub said: Option<String>,
}

/// Words of the original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Words {
    /// They stood there when it was translated, or nobody knows.
    Same(String),
    /// They are gone.
    Old(String),
    /// They came.
    New(String),
}

/// Compares a translation with its original; none if the original has no file.
pub(super) fn compared(snapshot: &Snapshot, entry: &Entry, lang: &Lang) -> Option<Compared> {
    let new = translate::original(snapshot, entry)?;
    let old = translate::original_of(snapshot, entry, lang);
    let translation = translate::translation(snapshot, entry, lang);
    let changes = match &old {
        Some(old) => compare(old.units(), new.units()),
        None => (0..new.units().len()).map(|n| Change::Same { old: n, new: n }).collect(),
    };
    let now = carry(&new, old.as_ref(), translation.as_ref());
    // What is gone from the original stands in the translation still.
    let gone = old.as_ref().map_or_else(Vec::new, |old| carry(old, Some(old), translation.as_ref()));
    let rows: Vec<Row> = changes.iter().map(|change| row(*change, (old.as_ref(), &new), (&now, &gone))).collect();
    let left = translation.as_ref().map_or_else(Vec::new, |translation| left(translation, &new, &rows));
    let changed = old.is_some().then(|| changed(&changes));
    Some(Compared { rows, count: new.units().len(), changed, is_there: translation.is_some(), left })
}

fn row(change: Change, (old, new): (Option<&Skeleton>, &Skeleton), (now, gone): (&[Proposal], &[Proposal])) -> Row {
    let text = |of: Option<&Skeleton>, at: usize| {
        of.and_then(|skeleton| skeleton.units().get(at)).map_or_else(String::new, |unit| unit.text.clone())
    };
    let (was, is) = (|at| text(old, at), |at| text(Some(new), at));
    let said = |of: &[Proposal], at: usize| of.get(at).and_then(|proposal| proposal.text.clone());
    let (id, place, original) = match change {
        Change::Same { new, .. } => (None, Some(new), vec![Words::Same(is(new))]),
        Change::Moved { new, .. } => (Some("diff-moved"), Some(new), vec![Words::Same(is(new))]),
        Change::Added { new } => (Some("diff-added"), Some(new), vec![Words::New(is(new))]),
        Change::Removed { old } => (Some("diff-removed"), None, vec![Words::Old(was(old))]),
        Change::Edited { old, new } => (Some("diff-edited"), Some(new), edited(&was(old), &is(new))),
    };
    let said = match change {
        Change::Removed { old } => said(gone, old),
        _ => place.and_then(|at| said(now, at)),
    };
    Row { place: place.map(|at| at + 1), change: id, original, said }
}

/// What the rows do not show of a translation. Words that nobody has translated yet are no translation.
fn left(translation: &Skeleton, new: &Skeleton, rows: &[Row]) -> Vec<String> {
    let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
    for text in rows.iter().filter_map(|row| row.said.as_deref()) {
        *shown.entry(text).or_default() += 1;
    }
    let copied: BTreeSet<&str> = new.units().iter().map(|unit| unit.text.as_str()).collect();
    let is_left = |text: &&str| match shown.get_mut(*text) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => !copied.contains(*text),
    };
    translation.units().iter().map(|unit| unit.text.as_str()).filter(is_left).map(str::to_owned).collect()
}

/// An edited paragraph word by word. A blank between two words that changed goes with them, so that a phrase that gave
/// way to another is read as one.
pub(super) fn edited(was: &str, is: &str) -> Vec<Words> {
    let mut words = Vec::new();
    let (mut old, mut new, mut blank) = (String::new(), String::new(), "");
    for piece in translate::words(was, is) {
        match piece {
            Piece::Same(text) => {
                let is_open = !old.is_empty() || !new.is_empty();
                if is_open && blank.is_empty() && text == " " {
                    blank = text;
                    continue;
                }
                close(&mut words, &mut old, &mut new);
                words.push(Words::Same(format!("{blank}{text}")));
                blank = "";
            }
            Piece::Old(text) | Piece::New(text) => {
                // A side that has nothing yet begins with its first word.
                for side in [&mut old, &mut new].into_iter().filter(|side| !side.is_empty()) {
                    side.push_str(blank);
                }
                blank = "";
                if matches!(piece, Piece::Old(_)) { old.push_str(text) } else { new.push_str(text) }
            }
        }
    }
    close(&mut words, &mut old, &mut new);
    words.extend(Some(Words::Same(blank.to_owned())).filter(|_| !blank.is_empty()));
    words
}

fn close(words: &mut Vec<Words>, old: &mut String, new: &mut String) {
    let (old, new) = (std::mem::take(old), std::mem::take(new));
    words.extend(Some(Words::Old(old)).filter(|words| *words != Words::Old(String::new())));
    words.extend(Some(Words::New(new)).filter(|words| *words != Words::New(String::new())));
}
