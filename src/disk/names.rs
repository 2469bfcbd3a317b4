//! What a name on disk says: whether it is an editor's leftover, how it is shown, and how its file is read.

use std::cmp::Ordering;
use std::ffi::OsStr;
use std::fmt::Write;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::base::SitePath;
use crate::model::MediaKind;

/// The folders that a site is read from. No output may lie in one or hold one.
pub const FOLDERS: &[&str] = &["content", "data", "i18n", "static", "themes"];

/// The records that are kept with a site: the originals that its translations were made from.
pub const RECORDS: &str = ".loa/sources";

/// The file that makes a folder a site.
pub const CONFIG: &str = "loa.yml";

/// Whether a file is held in memory or only measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Media,
}

/// The root that a path of a site lies in, or is.
pub(super) fn root_of(path: &SitePath) -> &str {
    match path.below(RECORDS) {
        Some(_) => RECORDS,
        None => path.parts().next().unwrap_or(CONFIG),
    }
}

/// How the file at a path is read. `vi.md.txt` is no text of ours; a check tells its owner.
pub(super) fn kind(path: &SitePath) -> Kind {
    let parts: Vec<&str> = path.parts().collect();
    let is_text = match parts.as_slice() {
        [CONFIG] | ["i18n" | "data", ..] | ["themes", _, "theme.yml"] | ["themes", _, "templates" | "fonts", ..] => {
            true
        }
        ["themes", _, "assets", ..] => matches!(path.extension().as_str(), "css" | "js" | "svg" | "woff2"),
        ["content", ..] | [".loa", "sources", ..] => path.extension() == "md",
        _ => false,
    };
    if is_text { Kind::Text } else { Kind::Media }
}

/// What a page can show the file at a path as, going by its name; what lies beside no text is shown by none.
pub(super) fn shown_as(path: &SitePath) -> Option<MediaKind> {
    MediaKind::of_extension(&path.extension()).filter(|_| path.below("content").is_some())
}

/// Whether a name is what an editor or a system leaves behind: never part of a site, and nothing to be told about.
pub fn is_leftover(name: &OsStr, is_folder: bool) -> bool {
    let bytes = name.as_encoded_bytes();
    if bytes.starts_with(b".") || bytes.starts_with(b"~$") || bytes.ends_with(b"~") {
        return true;
    }
    // A story about the number 4913 may well have a folder of that name; vim only ever makes a file.
    if is_folder {
        return false;
    }
    let lower = bytes.to_ascii_lowercase();
    let systems: [&[u8]; 4] = [b"thumbs.db", b"ehthumbs.db", b"desktop.ini", b"icon\r"];
    is_draft(name) || systems.contains(&lower.as_slice())
}

/// Endings of what a program has not finished, or keeps in case it fails: swap files of vim; backups; what LibreOffice,
/// Word, OneDrive and Dropbox write first; downloads of browsers; what JetBrains' editors write first and keep.
const UNFINISHED: &[&[u8]] = &[
    b".swp",
    b".swo",
    b".swn",
    b".swx",
    b".bck",
    b".bak",
    b".tmp",
    b".temp",
    b".partial",
    b".part",
    b".crdownload",
    b".odtmp",
    b"___jb_tmp___",
    b"___jb_old___",
];

/// Beginnings of names that are hidden and belong to somebody's unfinished work: locks of emacs and LibreOffice, what
/// gedit, rsync and Dropbox write first, what a network disk keeps of an open file.
const HIDDEN: &[&[u8]] = &[b".#", b".~", b".goutputstream-", b".nfs", b".fuse_hidden", b".loa-tmp"];

/// Whether a file is one that a program writes first, or keeps, while it saves another: its folder is then at work.
pub(super) fn is_draft(name: &OsStr) -> bool {
    let bytes = name.as_encoded_bytes();
    let lower = bytes.to_ascii_lowercase();
    bytes.starts_with(b"~$")
        || bytes.ends_with(b"~")
        || UNFINISHED.iter().any(|ending| lower.ends_with(ending))
        || HIDDEN.iter().any(|beginning| bytes.starts_with(beginning))
        || (bytes.starts_with(b"#") && bytes.ends_with(b"#"))
        || is_trial_of_vim(bytes)
}

/// vim tries whether it may write to a folder with a file of this number, or one of those that are 123 more.
fn is_trial_of_vim(name: &[u8]) -> bool {
    let number: Option<u32> = std::str::from_utf8(name).ok().and_then(|text| text.parse().ok());
    number.is_some_and(|number| (4913..=4913 + 3 * 123).contains(&number) && (number - 4913) % 123 == 0)
}

/// Whether a name is what a system puts into any folder or onto any stick, so that an output may be called empty
/// beside it.
pub(super) fn is_dropping(name: &OsStr) -> bool {
    let lower = name.as_encoded_bytes().to_ascii_lowercase();
    let known: [&[u8]; 9] = [
        b".ds_store",
        b"thumbs.db",
        b"desktop.ini",
        b"system volume information",
        b"$recycle.bin",
        b"lost+found",
        b".spotlight-v100",
        b".fseventsd",
        b".trashes",
    ];
    known.contains(&lower.as_slice()) || lower.starts_with(b".trash-")
}

/// A name as it can be shown: bytes that are no UTF-8, and what would move a cursor, as `\xff`.
pub(super) fn shown(name: &OsStr) -> String {
    let mut text = String::new();
    for chunk in name.as_encoded_bytes().utf8_chunks() {
        chunk.valid().chars().for_each(|c| show(c, &mut text));
        chunk.invalid().iter().for_each(|byte| escape(u32::from(*byte), &mut text));
    }
    text
}

fn show(c: char, text: &mut String) {
    if c.is_control() { escape(u32::from(c), text) } else { text.push(c) }
}

fn escape(number: u32, text: &mut String) {
    // Writing to a `String` cannot fail.
    let _ = write!(text, "\\x{number:02x}");
}

/// The order in which the names of a folder are visited: of two that are one name in NFC, the one in NFC comes first.
pub(super) fn order(a: &OsStr, b: &OsStr) -> Ordering {
    let key = |name: &OsStr| {
        let text = name.to_string_lossy();
        (text.nfc().collect::<String>(), !is_nfc(&text))
    };
    if a.is_ascii() && b.is_ascii() { a.cmp(b) } else { key(a).cmp(&key(b)).then_with(|| a.cmp(b)) }
}
