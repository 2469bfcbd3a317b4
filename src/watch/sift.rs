//! What an event means for the site: where to look, or nothing at all.

use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

use notify::Event;
use notify::event::{CreateKind, EventKind, ModifyKind, RemoveKind};

use crate::disk;

/// Where the file lies that shows whether events come at all; nothing else in this folder is listened to.
pub const PROBE_FOLDER: &str = ".loa/cache";

/// What is heard of one event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// Files and folders in which something may have happened.
    pub places: Vec<PathBuf>,
    /// Folders at the top of the site, by their names in it, that came, went or are others now.
    pub tops: Vec<&'static str>,
    /// Whether a folder came, went or was renamed. What happened inside may not have been told.
    pub has_folder: bool,
    /// Whether something was lost: it may have happened anywhere, and new folders may not be listened to.
    pub is_lost: bool,
    /// Whether the probe was heard.
    pub is_probe: bool,
}

/// The site by all the names that an event may call it.
#[derive(Clone, Debug)]
pub struct Names(Vec<PathBuf>);

impl Names {
    /// The names of a site: as it was given, and where links lead.
    pub fn of(site: &Path) -> Names {
        let all = [std::path::absolute(site), std::fs::canonicalize(site)];
        Names(all.into_iter().filter_map(Result::ok).collect())
    }

    /// The parts of a path below the site; none if it lies elsewhere.
    fn parts<'a>(&self, path: &'a Path) -> Option<Vec<&'a OsStr>> {
        let below = self.0.iter().find_map(|site| path.strip_prefix(site).ok())?;
        let name = |part| if let Component::Normal(name) = part { Some(name) } else { None };
        below.components().map(name).collect()
    }
}

/// What an event says.
pub fn sift(event: &Event, names: &Names) -> Heard {
    let lost = || Heard { is_lost: true, ..Heard::default() };
    if event.need_rescan() {
        return lost();
    }
    // Our own reading is such an event.
    if matches!(event.kind, EventKind::Access(_)) {
        return Heard::default();
    }
    if event.paths.is_empty() {
        return lost();
    }
    let is_folder = is_of_folder(&event.kind);
    let mut heard = Heard::default();
    for path in &event.paths {
        match names.parts(path) {
            Some(parts) => below(&parts, path, &event.kind, is_folder, &mut heard),
            None => heard.is_lost = true,
        }
    }
    heard.has_folder = is_folder != Some(false) && !heard.places.is_empty();
    heard
}

/// Whether the thing that came or went is a folder; none if the event does not tell, as with a new name.
fn is_of_folder(kind: &EventKind) -> Option<bool> {
    match kind {
        EventKind::Create(CreateKind::File) | EventKind::Remove(RemoveKind::File) => Some(false),
        EventKind::Create(CreateKind::Folder) | EventKind::Remove(RemoveKind::Folder) => Some(true),
        EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Metadata(_)) => Some(false),
        // Windows says this of every saved file.
        EventKind::Modify(ModifyKind::Any) => Some(false),
        _ => None,
    }
}

fn below(parts: &[&OsStr], path: &Path, kind: &EventKind, is_folder: Option<bool>, heard: &mut Heard) {
    let Some((first, rest)) = parts.split_first() else {
        // The site itself: that something in it changed is told of that thing too, that it moved is not.
        let is_only_touched = matches!(kind, EventKind::Modify(ModifyKind::Metadata(_) | ModifyKind::Any));
        heard.is_lost |= !is_only_touched;
        return;
    };
    // Not every disk keeps capitals apart, and a look too many costs little.
    let is = |name: &OsStr, known: &str| name.to_string_lossy().eq_ignore_ascii_case(known);
    let (root, rest) = match rest.split_first() {
        None if is(first, disk::CONFIG) => return heard.places.push(path.to_owned()),
        // `.loa` itself: its folder of records may have come with it.
        None if is(first, ".loa") => (disk::RECORDS, None),
        Some((second, rest)) if is(first, ".loa") => {
            let (folder, name) = PROBE_FOLDER.split_once('/').unwrap_or_default();
            heard.is_probe |= is(first, folder) && is(second, name) && !rest.is_empty();
            if !is(second, "sources") {
                return;
            }
            (disk::RECORDS, Some(rest))
        }
        _ => match disk::FOLDERS.iter().find(|folder| is(first, folder)) {
            Some(folder) => (*folder, Some(rest)),
            None => return,
        },
    };
    let Some((name, folders)) = rest.and_then(<[&OsStr]>::split_last) else {
        // Windows says so of a folder whenever a file in it comes or goes, which is told by itself.
        if matches!(kind, EventKind::Modify(ModifyKind::Any)) {
            return;
        }
        if !matches!(kind, EventKind::Modify(ModifyKind::Metadata(_))) {
            heard.tops.push(root);
        }
        return heard.places.push(path.to_owned());
    };
    let is_ours = !disk::is_leftover(name, is_folder.unwrap_or(true));
    if is_ours && !folders.iter().any(|folder| disk::is_leftover(folder, true)) {
        heard.places.push(path.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, DataChange, Flag, MetadataKind, RenameMode};

    use super::*;

    fn heard(kind: EventKind, paths: &[&str]) -> Heard {
        let names = Names(vec![PathBuf::from("/nha/.trang")]);
        let event = paths.iter().fold(Event::new(kind), |event, path| event.add_path(PathBuf::from(path)));
        sift(&event, &names)
    }

    fn places(kind: EventKind, path: &str) -> usize {
        heard(kind, &[&format!("/nha/.trang/{path}")]).places.len()
    }

    const WRITTEN: EventKind = EventKind::Modify(ModifyKind::Data(DataChange::Any));
    const RENAMED: EventKind = EventKind::Modify(ModifyKind::Name(RenameMode::Any));

    #[test]
    fn a_place_is_what_a_site_is_read_from() {
        for path in ["loa.yml", "content/vi.md", "Content/vi.md", "themes/a/b.css", ".loa/sources/a/vi.md", "i18n/vi"] {
            assert_eq!(places(WRITTEN, path), 1, "{path}");
        }
        for path in [".git/index", "public/vi/index.html", ".loa/cache/last", ".loa/lock", "x.md", "content.bak/vi.md"]
        {
            assert_eq!(heard(WRITTEN, &[&format!("/nha/.trang/{path}")]).places.len(), 0, "{path}");
        }
    }

    #[test]
    fn what_editors_leave_behind_is_nothing() {
        for path in ["content/.vi.md.swp", "content/a/vi.md~", "content/~$vi.md", "content/4913", "content/.git/vi.md"]
        {
            for kind in [WRITTEN, EventKind::Create(CreateKind::File), EventKind::Remove(RemoveKind::File)] {
                assert_eq!(places(kind, path), 0, "{path}");
            }
        }
        // A folder may have a number for its name; only its file is vim's.
        assert_eq!(places(EventKind::Create(CreateKind::Folder), "content/4913"), 1);
        // The new name counts, whatever the old one was.
        let saved = heard(RENAMED, &["/nha/.trang/content/.goutputstream-X1", "/nha/.trang/content/vi.md"]);
        assert_eq!(saved.places, [PathBuf::from("/nha/.trang/content/vi.md")]);
    }

    #[test]
    fn reading_is_nothing() {
        let read = EventKind::Access(AccessKind::Any);
        assert_eq!(heard(read, &["/nha/.trang/content/vi.md"]), Heard::default());
    }

    #[test]
    fn what_was_lost_may_be_anywhere() {
        let names = Names(vec![PathBuf::from("/nha/.trang")]);
        let overflow = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert!(sift(&overflow, &names).is_lost);
        assert!(heard(EventKind::Any, &[]).is_lost);
        assert!(heard(WRITTEN, &["/noi/khac"]).is_lost);
        assert!(heard(EventKind::Remove(RemoveKind::Folder), &["/nha/.trang"]).is_lost);
        assert!(!heard(EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any)), &["/nha/.trang"]).is_lost);
    }

    #[test]
    fn folders_at_the_top_are_listened_to_anew() {
        assert_eq!(heard(EventKind::Create(CreateKind::Folder), &["/nha/.trang/themes"]).tops, ["themes"]);
        assert_eq!(heard(RENAMED, &["/nha/.trang/content"]).tops, ["content"]);
        assert_eq!(heard(EventKind::Create(CreateKind::Folder), &["/nha/.trang/.loa"]).tops, [".loa/sources"]);
        assert_eq!(heard(EventKind::Create(CreateKind::Folder), &["/nha/.trang/.loa/sources"]).tops, [".loa/sources"]);
        let deeper = heard(EventKind::Create(CreateKind::Folder), &["/nha/.trang/content/a"]);
        assert!(deeper.tops.is_empty() && deeper.has_folder);
    }

    #[test]
    fn the_probe_is_heard_and_is_no_place() {
        let heard = heard(EventKind::Create(CreateKind::File), &["/nha/.trang/.loa/cache/nghe-1"]);
        assert!(heard.is_probe && heard.places.is_empty() && !heard.is_lost);
    }
}
