//! The texts of an entry as skeletons: its original, a translation, and the original that a translation was made from.

use crate::base::{Lang, SitePath};
use crate::model::Snapshot;
use crate::parse::source_text;
use crate::schema::Field;
use crate::site::{Entry, translation_digest, translation_record};

use super::skeleton::{Skeleton, read_record, skeleton};

/// The original of an entry, cut into units.
pub fn original(snapshot: &Snapshot, entry: &Entry) -> Option<Skeleton> {
    let file = &entry.original_text()?.summary.file;
    Some(skeleton(file, &text(snapshot, file)?, &words_of(entry)))
}

/// A translation, cut into units; none if there is no such file.
pub fn translation(snapshot: &Snapshot, entry: &Entry, lang: &Lang) -> Option<Skeleton> {
    let file = &entry.texts.get(lang)?.summary.file;
    Some(skeleton(file, &text(snapshot, file)?, &entry.kind.translation_fields()))
}

/// The original that a translation was made from, if loa has kept it; today's if it is that one.
pub fn original_of(snapshot: &Snapshot, entry: &Entry, lang: &Lang) -> Option<Skeleton> {
    let from = entry.texts.get(lang)?.facts.text("translated_from")?;
    if Some(from) == translation_digest(entry).as_deref() {
        return original(snapshot, entry);
    }
    let file = SitePath::new(&translation_record(&entry.folder, from)).ok()?;
    Some(read_record(&file, &text(snapshot, &file)?, &words_of(entry)))
}

/// The text of a file of the site, as it was read.
fn text(snapshot: &Snapshot, file: &SitePath) -> Option<String> {
    snapshot.text(file).map(source_text)
}

/// The keys of an original that have words to translate.
fn words_of(entry: &Entry) -> Vec<Field> {
    entry.kind.original_fields().into_iter().filter(|field| field.translatable).collect()
}
