//! A site that is read again and again: always as if it were read for the first time.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use loa::base::{Digest, SitePath};
use loa::disk::{Halves, Library, News, Places, Reading, read};
use loa::model::{Options, Source};

use crate::ground::{Ground, path, put, today};

/// Files, what is refused, and where the files lie.
type Contents = (BTreeMap<SitePath, (Digest, String)>, String, BTreeMap<SitePath, PathBuf>);

/// What is in a reading, so that two can be compared.
fn contents(reading: &Reading) -> Contents {
    let of = |source: &Source| match source {
        Source::Text { bytes, digest } => (*digest, String::from_utf8_lossy(bytes).into_owned()),
        Source::Media(media) => (media.digest, format!("{media:?}")),
    };
    let files = reading.snapshot.files.iter().map(|(path, source)| (path.clone(), of(source))).collect();
    (files, format!("{:?}", reading.snapshot.refused), reading.origins.0.clone())
}

#[track_caller]
fn assert_read(library: &Library, ground: &Ground, what: &str) {
    let (found, expected) = (library.reading(today(), Options::default()), ground.read());
    assert_eq!(contents(&found), contents(&expected), "{what}");
}

/// What differs between two readings, as a build would see it.
fn differences(old: &Reading, new: &Reading) -> BTreeSet<String> {
    let shown = |reading: &Reading| -> BTreeSet<(String, String)> {
        let snapshot = &reading.snapshot;
        let files = snapshot.files.iter().map(|(path, source)| (path.to_string(), format!("{:?}", source.digest())));
        files.chain(snapshot.refused.iter().map(|it| (it.path.clone(), format!("{:?}", it.why)))).collect()
    };
    shown(old).symmetric_difference(&shown(new)).map(|(path, _)| path.clone()).collect()
}

fn these<'a>(places: impl IntoIterator<Item = &'a str>) -> Places {
    Places::These(places.into_iter().map(PathBuf::from).collect())
}

fn look(library: &mut Library, places: &Places) -> News {
    library.look(places, Halves::Wait).unwrap()
}

/// Looks until nothing is half written.
fn settle(library: &mut Library, places: &Places) -> BTreeSet<String> {
    let first = look(library, places);
    let mut changed: BTreeSet<String> = first.changed.into_iter().collect();
    if !first.unsettled.is_empty() {
        let next = library.look(&these([]), Halves::Take).unwrap();
        assert!(next.unsettled.is_empty(), "{:?}", next.unsettled);
        changed.extend(next.changed);
    }
    changed
}

/// Numbers that look thrown and are the same every time.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.throw(words.len())]
    }
}

const FOLDERS: [&str; 9] = [
    "content",
    "content/a",
    "content/a/b",
    "content/tre\u{309}",
    "content/trẻ",
    "i18n/vi",
    "themes/x/assets",
    ".loa/sources/a",
    "static",
];
const FILES: [&str; 9] = ["vi.md", "km.md", "ve\u{303}.md", "vẽ.md", "a.css", "1.jpg", "vi.md~", "4913", "con.md"];

/// Does something to a site, and gives the places that a watcher would name.
fn edit(site: &Path, dice: &mut Dice) -> Vec<String> {
    let (folder, other) = (dice.of(&FOLDERS), dice.of(&FOLDERS));
    let file = format!("{folder}/{}", dice.of(&FILES));
    let target = format!("{other}/{}", dice.of(&FILES));
    let text = ["một", "hai", "một đoạn dài hơn"][dice.throw(3)];
    let at = |name: &str| site.join(name);
    // What cannot be done in this folder is not done.
    match dice.throw(11) {
        0..=3 => {
            let _ = fs::create_dir_all(at(folder)).and_then(|()| fs::write(at(&file), text));
            // A watcher may miss what lies in a new folder, but not the folder.
            vec![[folder.split('/').next().unwrap(), &file][dice.throw(2)].to_owned(), file]
        }
        4 => {
            let _ = fs::remove_file(at(&file));
            vec![file]
        }
        5 => {
            let _ = fs::create_dir_all(at(other)).and_then(|()| fs::rename(at(&file), at(&target)));
            vec![file, target]
        }
        6 => {
            let _ = fs::remove_dir_all(at(folder));
            vec![folder.to_owned()]
        }
        7 => {
            let _ = fs::rename(at(folder), at(other));
            vec![folder.to_owned(), other.to_owned()]
        }
        8 => {
            // A file becomes a folder, or a folder a file.
            let _ = fs::remove_file(at(&file)).and_then(|()| fs::create_dir(at(&file)));
            let _ = fs::remove_dir(at(&target)).and_then(|()| fs::write(at(&target), "x"));
            vec![file, target]
        }
        9 => {
            let _ = fs::File::options().write(true).open(at(&file)).and_then(|file| file.set_len(0));
            vec![file]
        }
        _ => {
            let _ = fs::write(at("loa.yml"), text);
            vec!["loa.yml".to_owned()]
        }
    }
}

#[test]
fn after_any_edits_a_look_sees_what_a_first_reading_sees() {
    for seed in 0..40 {
        let ground = Ground::quick();
        let (mut hinted, mut whole) = (Library::open(&ground.site()), Library::open(&ground.site()));
        let mut dice = Dice(seed);
        let mut before: Option<Reading> = None;
        for step in 0..40 {
            let what = format!("seed {seed}, step {step}");
            let mut places = BTreeSet::new();
            for _ in 0..1 + dice.throw(3) {
                // Whole paths and those from the site say the same.
                let site = [ground.site(), PathBuf::new()][dice.throw(2)].clone();
                places.extend(edit(&ground.site(), &mut dice).into_iter().map(|place| site.join(place)));
            }
            let changed = settle(&mut hinted, &Places::These(places));
            let of_whole = settle(&mut whole, &Places::Everything);
            assert_read(&whole, &ground, &what);
            assert_read(&hinted, &ground, &what);
            let now = ground.read();
            if let Some(before) = &before {
                assert_eq!(changed, of_whole, "{what}");
                assert!(differences(before, &now).is_subset(&changed), "{what}: {changed:?}");
            }
            before = Some(now);
        }
    }
}

#[test]
fn a_hint_of_which_nothing_came_changes_nothing() {
    let ground = Ground::new();
    ground.put("content/a/vi.md", "một");
    let mut library = Library::open(&ground.site());
    assert_eq!(look(&mut library, &Places::Everything).changed, ["content/a/vi.md", "loa.yml"]);
    // Saved again as it was.
    ground.put("content/a/vi.md", "một");
    for places in [Places::Everything, these(["content/a/vi.md"]), these(["content/a/4913", "content/a"]), these([])] {
        assert_eq!(look(&mut library, &places), News::default(), "{places:?}");
    }
    ground.put("content/a/vi.md", "hai");
    assert_eq!(look(&mut library, &these(["public/index.html", ".loa/lock", ".git/HEAD"])), News::default());
    assert_eq!(look(&mut library, &these(["Content/A/VI.md"])).changed, ["content/a/vi.md"], "in another spelling");
}

#[test]
fn a_place_that_cannot_be_understood_may_be_anywhere() {
    let ground = Ground::new();
    ground.put("content/a/vi.md", "một");
    let mut library = Library::open(&ground.site());
    for (number, place) in ["/khong-phai/noi-nay", "../ngoai", "", ".", "content/a/../.."].into_iter().enumerate() {
        look(&mut library, &Places::Everything);
        ground.put("content/a/vi.md", format!("{number}"));
        assert_eq!(look(&mut library, &these([place])).changed, ["content/a/vi.md"], "{place}");
    }
}

#[test]
fn a_new_folder_is_read_with_all_that_is_in_it_though_only_its_name_was_told() {
    let ground = Ground::new();
    let mut library = Library::open(&ground.site());
    look(&mut library, &Places::Everything);
    ground.put("content/a/b/c/vi.md", "một");
    assert_eq!(look(&mut library, &these(["content/a"])).changed, ["content/a/b/c/vi.md"]);
    // Two folders change their names, and what is in the one that was not told of is seen all the same.
    ground.put("content/x/vi.md", "của x");
    look(&mut library, &these(["content/x"]));
    fs::rename(ground.site().join("content/a"), ground.site().join("content/y")).unwrap();
    fs::rename(ground.site().join("content/x"), ground.site().join("content/a")).unwrap();
    look(&mut library, &these(["content/y"]));
    if cfg!(unix) {
        assert_read(&library, &ground, "renamed");
    }
    fs::remove_dir_all(ground.site().join("content/y")).unwrap();
    assert_eq!(look(&mut library, &these(["content/y"])).changed, ["content/y/b/c/vi.md"]);
}

#[test]
fn an_emptied_file_keeps_its_bytes_until_the_next_look() {
    let ground = Ground::new();
    let file = ground.site().join("content/a/vi.md");
    let mut library = Library::open(&ground.site());
    let text = |library: &Library| {
        let snapshot = library.reading(today(), Options::default()).snapshot;
        snapshot.text(&path("content/a/vi.md")).map(|bytes| String::from_utf8(bytes.to_vec()).unwrap())
    };
    let places = these(["content/a/vi.md"]);
    put(&file, "một");
    look(&mut library, &Places::Everything);

    put(&file, "");
    let news = look(&mut library, &places);
    assert_eq!((news.changed, news.unsettled), (vec![], vec![file.clone()]));
    assert_eq!(text(&library).as_deref(), Some("một"));
    put(&file, "một, viết lại");
    let news = library.look(&these([]), Halves::Take).unwrap();
    assert_eq!((news.changed, news.unsettled), (vec!["content/a/vi.md".to_owned()], vec![]));
    assert_eq!(text(&library).as_deref(), Some("một, viết lại"));

    put(&file, "");
    assert_eq!(look(&mut library, &places).unsettled, std::slice::from_ref(&file));
    // Something else was saved meanwhile: that is no reason to take this one.
    ground.put("content/b/vi.md", "khác");
    let news = look(&mut library, &these(["content/b/vi.md"]));
    assert_eq!((news.changed, news.unsettled), (vec!["content/b/vi.md".to_owned()], vec![file.clone()]));
    assert_eq!(text(&library).as_deref(), Some("một, viết lại"));
    // It stays empty: then that is what its owner wants.
    assert_eq!(library.look(&these([]), Halves::Take).unwrap().changed, ["content/a/vi.md"]);
    assert_eq!(text(&library).as_deref(), Some(""));
    assert_read(&library, &ground, "taken");
    // One that was always empty waits for nothing.
    ground.put("content/c/vi.md", "");
    assert!(look(&mut library, &these(["content/c"])).unsettled.is_empty());
}

#[test]
fn one_that_waits_is_not_taken_with_one_that_has_waited() {
    let ground = Ground::new();
    let files = ["content/a/vi.md", "content/b/vi.md"];
    files.iter().for_each(|file| ground.put(file, "một"));
    let mut library = Library::open(&ground.site());
    look(&mut library, &Places::Everything);
    ground.put(files[0], "");
    look(&mut library, &these([files[0]]));
    ground.put(files[1], "");
    let news = library.look(&these([files[1]]), Halves::Take).unwrap();
    assert_eq!((news.changed, news.unsettled), (vec![files[0].to_owned()], vec![ground.site().join(files[1])]));
}

#[test]
fn a_file_taken_away_by_an_editor_at_work_stays_until_the_next_look() {
    for draft in ["vi.md~", "4913", ".goutputstream-4ZX1", "~WRL0003.tmp", "~$vi.md", ".vi.md.swp", "vi.md___jb_old___"]
    {
        let ground = Ground::new();
        let (folder, name) = (ground.site().join("content/a"), "content/a/vi.md");
        ground.put(name, "một");
        let mut library = Library::open(&ground.site());
        look(&mut library, &Places::Everything);
        fs::rename(folder.join("vi.md"), folder.join(draft)).unwrap();
        let news = look(&mut library, &these([name]));
        assert_eq!((news.changed, news.unsettled), (vec![], vec![folder.join("vi.md")]), "{draft}");
        ground.put(name, "hai");
        assert_eq!(library.look(&these([]), Halves::Take).unwrap().changed, [name]);
        assert_read(&library, &ground, draft);
        // Really deleted: seen one look later.
        fs::remove_file(folder.join("vi.md")).unwrap();
        look(&mut library, &these([name]));
        assert_eq!(library.look(&these([]), Halves::Take).unwrap().changed, [name]);
        assert_read(&library, &ground, draft);
    }
    // Where nobody is at work it is gone at once.
    let ground = Ground::new();
    ground.put("content/a/vi.md", "một");
    ground.put("content/a/.gitkeep", "");
    let mut library = Library::open(&ground.site());
    look(&mut library, &Places::Everything);
    fs::remove_file(ground.site().join("content/a/vi.md")).unwrap();
    assert_eq!(look(&mut library, &these(["content/a/vi.md"])).changed, ["content/a/vi.md"]);
}

#[test]
fn a_file_that_grows_while_it_is_read_is_left_as_it_was() {
    let ground = Ground::new();
    let file = ground.site().join("content/a.mp3");
    put(&file, vec![7; 4_000_000]);
    let mut library = Library::open(&ground.site());
    look(&mut library, &Places::Everything);
    let is_over = AtomicBool::new(false);
    let waited = std::thread::scope(|threads| {
        threads.spawn(|| {
            let mut pen = fs::File::options().append(true).open(&file).unwrap();
            // A stop of its own, should the other side never see it grow.
            for _ in 0..2_000_000 {
                if is_over.load(Ordering::Relaxed) {
                    break;
                }
                pen.write_all(b"x").unwrap();
            }
        });
        let waited = (0..500).any(|_| look(&mut library, &these(["content/a.mp3"])).unsettled == [file.clone()]);
        is_over.store(true, Ordering::Relaxed);
        waited
    });
    assert!(waited, "it was never seen to grow");
    library.look(&these([]), Halves::Take).unwrap();
    assert_read(&library, &ground, "when it grows no more");
}

#[test]
fn after_a_failure_everything_is_looked_at() {
    let ground = Ground::new();
    ground.put("content/a/vi.md", "một");
    let mut library = Library::open(&ground.site());
    look(&mut library, &Places::Everything);
    let away = ground.top().join("di-vang");
    fs::rename(ground.site(), &away).unwrap();
    let failed = library.look(&these(["content"]), Halves::Wait).unwrap_err();
    let first = read(&ground.site(), today(), Options::default()).unwrap_err();
    assert_eq!(failed.to_string(), first.to_string());
    put(&away.join("content/a/vi.md"), "hai");
    fs::rename(&away, ground.site()).unwrap();
    assert_eq!(look(&mut library, &these([])).changed, ["content/a/vi.md"]);
}
