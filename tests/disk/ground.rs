//! A site and an output in a folder of their own, and what lies in them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use loa::base::{Date, SitePath};
use loa::disk::{Before, Error, Manner, Origins, Reading, Written, commit_in};
use loa::model::{Item, Options, Tree};
use tempfile::TempDir;

/// An empty site.
pub struct Ground {
    folder: TempDir,
}

/// Every file by its path, and every folder by its path and a slash.
pub type Listing = BTreeMap<String, Vec<u8>>;

impl Ground {
    pub fn new() -> Ground {
        Ground::in_folder(tempfile::tempdir().unwrap())
    }

    /// One in memory where the system has such a disk: for hundreds of builds, of which none waits for a real one.
    pub fn quick() -> Ground {
        let in_memory = tempfile::tempdir_in("/dev/shm");
        Ground::in_folder(in_memory.or_else(|_| tempfile::tempdir()).unwrap())
    }

    fn in_folder(folder: TempDir) -> Ground {
        let ground = Ground { folder };
        fs::create_dir_all(ground.site().join("content")).unwrap();
        fs::write(ground.site().join("loa.yml"), "title: x\n").unwrap();
        ground
    }

    /// The folder that holds the site and nothing else.
    pub fn top(&self) -> &Path {
        self.folder.path()
    }

    pub fn site(&self) -> PathBuf {
        self.top().join("site")
    }

    pub fn out(&self) -> PathBuf {
        self.site().join("public")
    }

    /// Puts a file into the site.
    pub fn put(&self, path: &str, bytes: impl AsRef<[u8]>) {
        put(&self.site().join(path), bytes);
    }

    pub fn read(&self) -> Reading {
        self.try_read().unwrap()
    }

    pub fn try_read(&self) -> Result<Reading, Error> {
        loa::disk::read(&self.site(), today(), Options::default())
    }

    pub fn commit(&self, tree: &Tree) -> Result<Written, Error> {
        self.commit_to(tree, &self.out())
    }

    pub fn commit_to(&self, tree: &Tree, out: &Path) -> Result<Written, Error> {
        self.commit_by(tree, &Origins::default(), out, &|_| Ok(()))
    }

    pub fn commit_by(&self, tree: &Tree, origins: &Origins, out: &Path, before: Before<'_>) -> Result<Written, Error> {
        // Long enough for eight builds at once, short enough for a test that hangs.
        let manner = Manner { patience: Duration::from_secs(30), home: None, before };
        commit_in(tree, origins, &self.site(), out, &manner)
    }

    /// What lies in the output.
    pub fn published(&self) -> Listing {
        listing(&self.out())
    }
}

pub fn today() -> Date {
    Date::parse("2026-11-22").unwrap()
}

pub fn path(text: &str) -> SitePath {
    SitePath::new(text).unwrap()
}

pub fn put(path: &Path, bytes: impl AsRef<[u8]>) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

pub fn tree<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Tree {
    Tree { files: files.into_iter().map(|(name, text)| (path(name), Item::text(text))).collect() }
}

/// Everything in a folder; links and the like by a word of their own.
pub fn listing(folder: &Path) -> Listing {
    let mut found = Listing::new();
    for entry in walkdir::WalkDir::new(folder).min_depth(1) {
        let entry = entry.unwrap();
        let name = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
        let kind = entry.file_type();
        if kind.is_dir() {
            found.insert(format!("{name}/"), Vec::new());
        } else if kind.is_file() {
            found.insert(name, fs::read(entry.path()).unwrap());
        } else {
            found.insert(name, b"no file".to_vec());
        }
    }
    found
}

/// What a clean build of a tree of texts leaves in an empty folder, with these files of somebody else's.
pub fn clean(tree: &Tree, foreign: &[(&str, &str)]) -> Listing {
    use sha2::{Digest, Sha256};
    let mut files = Listing::new();
    let mut manifest = String::from("# loa manifest 1\n");
    for (path, item) in &tree.files {
        let Item::Bytes(bytes) = item else { panic!("{path} is no text") };
        let sum: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        manifest.push_str(&format!("{sum}  {path}\n"));
        files.insert(path.to_string(), bytes.to_vec());
    }
    files.insert("MANIFEST.sha256".to_owned(), manifest.into_bytes());
    files.extend(foreign.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())));
    let folders: BTreeSet<String> = files.keys().flat_map(|name| folders(name)).collect();
    files.extend(folders.into_iter().map(|folder| (folder, Vec::new())));
    files
}

fn folders(name: &str) -> Vec<String> {
    name.match_indices('/').map(|(end, _)| name[..=end].to_owned()).collect()
}

/// Asserts that two folders hold the same, and names what differs instead of printing all bytes.
#[track_caller]
pub fn assert_same(found: &Listing, expected: &Listing, what: &str) {
    let names: BTreeSet<&String> = found.keys().chain(expected.keys()).collect();
    let wrong: Vec<&&String> = names.iter().filter(|name| found.get(**name) != expected.get(**name)).collect();
    assert!(wrong.is_empty(), "{what}: these differ: {wrong:?}");
}
