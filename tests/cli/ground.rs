//! A site in a folder of its own, calls of the binary there, and what lies in the folder afterwards.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use serde_json::Value;
use tempfile::TempDir;
use walkdir::WalkDir;

/// The day of all calls that say nothing else.
pub const TODAY: &str = "2026-11-22";

/// 18:00 in Greenwich on the 21st: in Vietnam it is the 22nd already.
pub const EPOCH: &str = "1795284000";

const SETTINGS: &str = "title: Trang thử\n";
const HOME: &str = "---\ntitle: Trang chủ\n---\n\nMột câu mở đầu.\n";
const SECTION: &str = "---\ntitle: Bài viết\nentries: article\n---\n";
const NUMBERS: &str = "---\ntitle: Đường dây nóng\nentries: hotline\n---\n";
const NUMBER: &str = "---
title: Tổng đài 111
number: \"111\"
dial: \"111\"
verified_on: 2026-11-21
verified_by: đã gọi thử
---

Gọi số này khi cần giúp.
";
const OLD_NUMBER: &str = "---
title: Số cũ
number: \"1800 1567\"
dial: \"18001567\"
replaced_by: \"111\"
---

Nay hãy dùng số 111.
";

/// A folder, and in it the folder `trang`, which is the site.
pub struct Site {
    folder: TempDir,
}

/// Every file with its bytes, every link with its target; folders end in a slash.
pub type Listing = BTreeMap<String, Vec<u8>>;

/// What a call did.
#[derive(Debug)]
pub struct Done {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Site {
    /// A site that holds nothing yet.
    pub fn empty() -> Site {
        // In memory where the system has such a disk: hundreds of builds, and none waits for a real one.
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
        fs::create_dir(folder.path().join("trang")).unwrap();
        Site { folder }
    }

    /// What `loa new` makes of an empty folder.
    pub fn started() -> Site {
        let site = Site::empty();
        site.call(&["new"]).ends_with(0);
        site
    }

    /// A home page, the section `bai`, the registry with 111 and its forerunner, and these files.
    pub fn with(files: &[(&str, &str)]) -> Site {
        let site = Site::empty();
        let own = [
            ("loa.yml", SETTINGS),
            ("content/vi.md", HOME),
            ("content/bai/vi.md", SECTION),
            ("content/so/vi.md", NUMBERS),
            ("content/so/111/vi.md", NUMBER),
            ("content/so/1800-1567/vi.md", OLD_NUMBER),
        ];
        own.iter().chain(files).for_each(|(path, text)| site.put(path, text));
        site
    }

    /// The folder that holds the site's own and nothing else.
    pub fn top(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, path: &str) -> PathBuf {
        path.split('/').filter(|part| !part.is_empty()).fold(self.top().join("trang"), |folder, part| folder.join(part))
    }

    pub fn put(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let place = self.path(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
    }

    /// Replaces words that stand in a file.
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.text(path);
        assert!(text.contains(from), "{path} has no {from:?}:\n{text}");
        self.put(path, text.replace(from, to));
    }

    pub fn text(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub fn has(&self, path: &str) -> bool {
        self.path(path).exists()
    }

    /// What lies in a folder of the site; nothing if it is not there.
    pub fn listing(&self, path: &str) -> Listing {
        listing(&self.path(path))
    }

    /// When each file below a folder was last written.
    pub fn times(&self, path: &str) -> BTreeMap<PathBuf, SystemTime> {
        let entries = WalkDir::new(self.path(path)).into_iter().map(Result::unwrap);
        entries.map(|entry| (entry.path().to_owned(), entry.metadata().unwrap().modified().unwrap())).collect()
    }

    /// The binary with these words, standing in the folder of the site.
    pub fn command(&self, line: &[&str]) -> Command {
        command(&self.path(""), line)
    }

    pub fn call(&self, line: &[&str]) -> Done {
        done(&mut self.command(line))
    }

    pub fn build(&self, more: &[&str]) -> Done {
        self.call(&[&["build", "--today", TODAY], more].concat())
    }

    pub fn check(&self, more: &[&str]) -> Done {
        self.call(&[&["check", "--today", TODAY], more].concat())
    }

    /// What a check finds, for programs.
    pub fn findings(&self) -> Vec<Value> {
        self.check(&["--format", "json"]).findings()
    }
}

/// The binary with these words, standing in a folder, in an environment that holds nothing of ours.
pub fn command(folder: &Path, line: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_loa"));
    command.current_dir(folder).args(line).env_clear();
    command.env("SOURCE_DATE_EPOCH", EPOCH).env("LOA_LANG", "vi").env("NO_COLOR", "1");
    // Windows starts no program without it.
    if let Some(root) = std::env::var_os("SystemRoot") {
        command.env("SystemRoot", root);
    }
    command
}

/// Runs a command to its end. Nobody answers its questions.
pub fn done(command: &mut Command) -> Done {
    let output = command.output().unwrap();
    let status = output.status.code().unwrap_or_else(|| panic!("{:?} ended by {}", command, output.status));
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Done { status, out: text(output.stdout), err: text(output.stderr) }
}

pub fn listing(folder: &Path) -> Listing {
    let mut listing = Listing::new();
    if !folder.exists() {
        return listing;
    }
    for entry in WalkDir::new(folder).min_depth(1) {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(folder).unwrap();
        let name = path.components().map(|part| part.as_os_str().to_str().unwrap()).collect::<Vec<_>>().join("/");
        let kind = entry.file_type();
        if kind.is_dir() {
            listing.insert(format!("{name}/"), Vec::new());
        } else if kind.is_symlink() {
            let target = fs::read_link(entry.path()).unwrap();
            listing.insert(name, target.to_str().unwrap().as_bytes().to_vec());
        } else {
            listing.insert(name, fs::read(entry.path()).unwrap());
        }
    }
    listing
}

/// Two listings that must be one, and if they are not, the names that tell why.
#[track_caller]
pub fn assert_same(before: &Listing, after: &Listing) {
    let differs = |path: &&String| before.get(*path) != after.get(*path);
    let paths: Vec<&String> = before.keys().chain(after.keys()).filter(differs).collect();
    assert!(paths.is_empty(), "gone, new or changed: {paths:?}");
}

impl Done {
    /// The same, after a look at how it ended.
    #[track_caller]
    pub fn ends_with(self, status: i32) -> Done {
        assert_eq!(self.status, status, "\nstandard output:\n{}\nstandard error:\n{}", self.out, self.err);
        self
    }

    /// The same, after a look at what was said to people meanwhile.
    #[track_caller]
    pub fn says(self, words: &str) -> Done {
        assert!(self.err.contains(words), "no {words:?} in:\n{}", self.err);
        self
    }

    /// The objects on standard output, a line each.
    #[track_caller]
    pub fn objects(&self) -> Vec<Value> {
        let parse = |line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        self.out.lines().map(parse).collect()
    }

    /// The findings among them: all but the last.
    #[track_caller]
    pub fn findings(&self) -> Vec<Value> {
        let mut objects = self.objects();
        let last = objects.pop();
        assert!(last.is_some_and(|last| last.get("summary").is_some()), "no summary at the end:\n{}", self.out);
        objects
    }

    /// The counts at the end.
    #[track_caller]
    pub fn summary(&self) -> Value {
        self.objects().pop().and_then(|last| last.get("summary").cloned()).unwrap_or_else(|| panic!("{}", self.out))
    }

    /// A count at the end.
    #[track_caller]
    pub fn count(&self, name: &str) -> u64 {
        self.summary()[name].as_u64().unwrap_or_else(|| panic!("no {name} in {}", self.out))
    }
}

/// The codes of findings, in their order.
pub fn codes(findings: &[Value]) -> Vec<&str> {
    findings.iter().map(|finding| finding["code"].as_str().unwrap()).collect()
}
