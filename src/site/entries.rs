//! The entries of a site in the order of their folders, each shared with the builds before and after.

use std::ops::RangeFrom;
use std::sync::Arc;

use super::entry::Entry;

/// The entries by their folder; parents come before their children.
#[derive(Clone, Debug, Default)]
pub struct Entries(Vec<Arc<Entry>>);

impl Entries {
    /// These entries, which stand in the order of their folders.
    pub(super) fn of(entries: Vec<Arc<Entry>>) -> Entries {
        debug_assert!(entries.is_sorted_by(|a, b| a.folder < b.folder), "entries are made in the order of folders");
        Entries(entries)
    }

    /// The entry of a folder.
    pub fn get(&self, folder: &str) -> Option<&Entry> {
        self.0.get(self.number(folder)?).map(Arc::as_ref)
    }

    /// The number of an entry among all, from 0.
    pub fn number(&self, folder: &str) -> Option<usize> {
        self.0.binary_search_by(|entry| entry.folder.as_str().cmp(folder)).ok()
    }

    /// Whether a folder has an entry.
    pub fn contains_key(&self, folder: &str) -> bool {
        self.number(folder).is_some()
    }

    /// All, in the order of their folders, which is that of their numbers.
    pub fn values(&self) -> impl Iterator<Item = &Entry> + Clone {
        self.0.iter().map(Arc::as_ref)
    }

    /// Their folders.
    pub fn keys(&self) -> impl Iterator<Item = &String> + Clone {
        self.0.iter().map(|entry| &entry.folder)
    }

    /// All from a folder on.
    pub fn range(&self, folders: RangeFrom<String>) -> impl Iterator<Item = (&String, &Entry)> {
        let first = self.0.partition_point(|entry| entry.folder < folders.start);
        self.0.get(first..).unwrap_or_default().iter().map(|entry| (&entry.folder, entry.as_ref()))
    }

    /// All, each to be shared.
    pub fn shared(&self) -> &[Arc<Entry>] {
        &self.0
    }
}
