//! Everything that a build may look at. Below this no stage sees a disk, a clock or an environment variable.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Date, Digest, SitePath, Url};

use super::media::Media;

/// The inputs of a build.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// Every file of the site: `loa.yml`, `content/`, `static/`, `themes/`, `i18n/`, `data/`.
    pub files: BTreeMap<SitePath, Source>,
    /// What lay there and could not be taken, in the order of its names.
    pub refused: Vec<Refused>,
    /// The day of the build.
    pub today: Date,
    /// What the command line asked for.
    pub options: Options,
}

/// One input file.
#[derive(Clone, Debug)]
pub enum Source {
    /// A file that is read whole.
    Text {
        /// Its bytes as they are on disk.
        bytes: Arc<[u8]>,
        /// Their digest.
        digest: Digest,
    },
    /// Pictures, sound, film, downloads: never held in memory.
    Media(Media),
}

/// Something in the folder that loa does not take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its path as it can be shown; bytes that are no UTF-8 are escaped.
    pub path: String,
    /// Why.
    pub why: Refusal,
}

/// Why a file is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Longer than [`crate::base::limits::TEXT_FILE_BYTES`]; its length is given.
    TooLarge(u64),
    /// A link to somewhere else: never followed.
    Symlink,
    /// A pipe, a socket or a device.
    NotAFile,
    /// A name that is no UTF-8, or one that a [`SitePath`] cannot hold.
    BadName,
    /// The same name as another file once both are in NFC; the other is given.
    Twin(String),
    /// Deeper than [`crate::base::limits::FOLDER_DEPTH`].
    TooDeep,
}

/// What the command line may change about a build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Publish drafts too.
    pub drafts: bool,
    /// Leave out pages with errors and publish the rest.
    pub keep_going: bool,
    /// Treat what may wait until a release as an error.
    pub release: bool,
    /// Overrides `base_url` of `loa.yml`.
    pub base_url: Option<Url>,
}

impl Snapshot {
    /// A snapshot of texts, as tests write them. Names that are no paths are refused as on disk.
    pub fn of_texts<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>, today: Date) -> Snapshot {
        let mut snapshot = Snapshot { files: BTreeMap::new(), refused: Vec::new(), today, options: Options::default() };
        for (name, bytes) in files {
            match SitePath::new(name) {
                Ok(path) => drop(snapshot.files.insert(path, Source::text(bytes))),
                Err(_) => snapshot.refused.push(Refused { path: name.to_owned(), why: Refusal::BadName }),
            }
        }
        snapshot
    }

    /// The bytes of a text file.
    pub fn text(&self, path: &SitePath) -> Option<&[u8]> {
        self.files.get(path)?.bytes()
    }

    /// The files below a folder, with the rest of their path.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a SitePath, &'a Source)> {
        let files = SitePath::new(folder).ok().into_iter().flat_map(|first| self.files.range(first..));
        // Between a folder and what is below it stand names that only begin as it does: `content-2`.
        let below =
            files.skip_while(move |(path, _)| path.as_str().starts_with(folder) && path.below(folder).is_none());
        below.map_while(move |(path, source)| Some((path.below(folder)?, path, source)))
    }
}

impl Snapshot {
    /// The same with the files of one folder only: what is made of it can depend on no other file.
    pub fn part(&self, folder: &str) -> Snapshot {
        let files = self.below(folder).map(|(_, path, source)| (path.clone(), source.clone())).collect();
        Snapshot { files, refused: Vec::new(), today: self.today, options: self.options.clone() }
    }

    /// The digest of everything in it.
    pub fn key(&self) -> Digest {
        let kind = |source: &Source| match source {
            Source::Text { .. } => None,
            Source::Media(media) => Some(*media),
        };
        let files: Vec<_> = self.files.iter().map(|(path, source)| (path, source.digest(), kind(source))).collect();
        Digest::of(format!("{:?}{:?}{:?}{files:?}", self.refused, self.today, self.options).as_bytes())
    }
}

impl Source {
    /// A text with these bytes.
    pub fn text(bytes: &[u8]) -> Source {
        Source::Text { bytes: bytes.into(), digest: Digest::of(bytes) }
    }

    /// Its bytes, if it is held.
    pub fn bytes(&self) -> Option<&[u8]> {
        match self {
            Source::Text { bytes, .. } => Some(bytes),
            Source::Media(_) => None,
        }
    }

    /// The digest of its bytes.
    pub fn digest(&self) -> Digest {
        match self {
            Source::Text { digest, .. } => *digest,
            Source::Media(media) => media.digest,
        }
    }

    /// Its length in bytes.
    pub fn size(&self) -> u64 {
        match self {
            Source::Text { bytes, .. } => bytes.len() as u64,
            Source::Media(media) => media.size,
        }
    }
}
