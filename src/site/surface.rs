//! What an entry looks like from outside: all that a link, a picture or a number in another entry may depend on. Most
//! edits do not change it, and then what was found of all the links of the site still holds.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Digest, Lang, SitePath};
use crate::model::{Direction, Language, Media};

use super::entries::Entries;
use super::entry::{Entry, LeftOut};
use super::links::heading_ids;
use super::sight::mark;
use super::{Hotlines, Statics};

/// The outside of all entries, the registry of numbers and the files that belong to no entry.
#[derive(Debug)]
pub struct Surface {
    neighbours: Vec<Neighbour>,
    /// The numbers of the neighbours by the marks of their folders, in order.
    marks: Vec<(u64, usize)>,
    /// The registry of telephone numbers.
    pub hotlines: Arc<Hotlines>,
    /// The files of `static/`.
    pub statics: Arc<Statics>,
    directions: BTreeMap<Lang, Direction>,
    /// The digest of all but the entries.
    pub(super) others: Digest,
    /// The digest of all of it.
    pub digest: Digest,
}

/// An entry as others see it.
#[derive(Clone, Debug)]
pub struct Neighbour {
    /// What it shows.
    pub outside: Arc<Outside>,
    /// Why it is not published, if it is not.
    pub left_out: Option<LeftOut>,
}

/// What others may know of an entry.
#[derive(Debug)]
pub struct Outside {
    /// Its folder.
    pub folder: String,
    /// What finds it quickly.
    mark: u64,
    /// The names of the files of its texts.
    pub texts: Vec<String>,
    /// What lies beside its texts, by its path within the folder.
    pub files: BTreeMap<String, (SitePath, Media)>,
    /// The anchors of the text that each language shows.
    anchors: Vec<(Lang, Arc<[String]>)>,
    /// The digest of all of it.
    digest: Digest,
}

impl Default for Outside {
    fn default() -> Outside {
        Outside {
            folder: String::new(),
            mark: 0,
            texts: Vec::new(),
            files: BTreeMap::new(),
            anchors: Vec::new(),
            digest: Digest::of(&[]),
        }
    }
}

impl Outside {
    /// The outside of an entry in the editions of these languages.
    pub fn of<'a>(entry: &Entry, languages: impl Iterator<Item = &'a Lang>) -> Outside {
        let mut anchors: Vec<(Lang, Arc<[String]>)> = Vec::new();
        for lang in languages {
            let ids = entry.shown(lang).map_or_else(Vec::new, |(text, _)| heading_ids(entry, text));
            // Most languages of an entry have the same.
            let same = anchors.iter().find(|(_, known)| **known == *ids).map(|(_, known)| Arc::clone(known));
            anchors.push((lang.clone(), same.unwrap_or_else(|| ids.into())));
        }
        let texts = entry.texts.values().map(|text| text.summary.file.file_name().to_owned()).collect();
        let (folder, files) = (entry.folder.clone(), entry.files.clone());
        let mark = mark(&folder);
        let mut outside = Outside { folder, mark, texts, files, anchors, digest: Digest::of(&[]) };
        outside.digest = Digest::of(format!("{outside:?}").as_bytes());
        outside
    }

    /// The anchors of its page in a language.
    pub fn anchors(&self, lang: &Lang) -> &[String] {
        self.anchors.iter().find(|(tag, _)| tag == lang).map_or(&[], |(_, anchors)| anchors)
    }

    /// The last part of its folder.
    pub fn slug(&self) -> &str {
        self.folder.rsplit('/').next().unwrap_or(&self.folder)
    }
}

impl Neighbour {
    /// Whether it is published.
    pub fn is_published(&self) -> bool {
        self.left_out.is_none()
    }

    /// What a digest of it takes.
    pub(super) fn parts(&self) -> (&[u8], &[u8]) {
        (self.outside.digest.as_bytes(), self.left_out.map_or("", LeftOut::word).as_bytes())
    }
}

impl Surface {
    /// The surface of these entries.
    pub fn of(entries: &Entries, hotlines: Arc<Hotlines>, statics: Arc<Statics>, languages: &[Language]) -> Surface {
        let neighbour =
            |entry: &Arc<Entry>| Neighbour { outside: Arc::clone(&entry.outside), left_out: entry.left_out };
        let neighbours: Vec<Neighbour> = entries.shared().iter().map(neighbour).collect();
        let directions = languages.iter().map(|language| (language.tag.clone(), language.direction)).collect();
        let others = Digest::of(format!("{hotlines:?}{statics:?}{directions:?}").as_bytes());
        let parts = neighbours.iter().map(Neighbour::parts).flat_map(|(digest, left_out)| [digest, left_out]);
        let digest = Digest::of_parts(std::iter::once(others.as_bytes().as_slice()).chain(parts));
        let marks = neighbours.iter().enumerate().map(|(number, neighbour)| (neighbour.outside.mark, number));
        let mut marks: Vec<(u64, usize)> = marks.collect();
        marks.sort_unstable();
        Surface { neighbours, marks, hotlines, statics, directions, others, digest }
    }

    /// The entry of a folder. The mark leads there at once; the names of most folders begin alike and lie all about.
    pub(super) fn get(&self, mark: u64, folder: &str) -> Option<&Neighbour> {
        let first = self.marks.partition_point(|(other, _)| *other < mark);
        let alike = self.marks.get(first..)?.iter().take_while(|(other, _)| *other == mark);
        alike.filter_map(|(_, number)| self.neighbours.get(*number)).find(|other| other.outside.folder == folder)
    }

    /// All entries in the order of their folders.
    pub fn all(&self) -> &[Neighbour] {
        &self.neighbours
    }

    /// The direction of a language.
    pub fn direction(&self, lang: &Lang) -> Direction {
        self.directions.get(lang).copied().unwrap_or(Direction::Ltr)
    }
}
