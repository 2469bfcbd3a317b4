//! Builds that are stopped before each of their steps, or fail at one. Whatever the step: every file is the old or
//! the new one, whole, nobody else's file is touched, and the next build, of whichever site, leaves exactly that
//! site.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use loa::disk::{Error, Origins, Step};
use loa::model::Tree;

use crate::ground::{Ground, Listing, assert_same, clean, listing, put, tree};

const FOREIGN: [(&str, &str); 2] = [("cua-toi.txt", "mine"), ("vi/cu/ghi-chu.txt", "mine too")];

fn old_site() -> Tree {
    tree([
        ("assets/x.css", "old style"),
        ("index.html", "old choice"),
        ("sitemap.xml", "old map"),
        ("vi/a/index.html", "old a"),
        ("vi/cu/index.html", "old, to go"),
        ("vi/giu/index.html", "kept"),
        ("vi/het/anh/1.jpg", "old picture, to go"),
        ("vi/index.html", "old home"),
    ])
}

fn new_site() -> Tree {
    tree([
        ("assets/x.css", "new style"),
        ("index.html", "new choice"),
        ("sitemap.xml", "new map"),
        ("vi/a/index.html", "new a"),
        ("vi/giu/index.html", "kept"),
        ("vi/index.html", "new home, with b"),
        ("vi/moi/b/index.html", "new b"),
        ("vi/moi/b/1.jpg", "new picture"),
    ])
}

fn third_site() -> Tree {
    tree([
        ("index.html", "third choice"),
        ("vi/a/index.html", "old a"),
        ("vi/moi", "a file where a folder was promised"),
    ])
}

/// A site that was built once, with somebody else's files in it.
fn built() -> Ground {
    let ground = Ground::quick();
    let files = clean(&old_site(), &FOREIGN).into_iter().filter(|(name, _)| !name.ends_with('/'));
    files.for_each(|(name, bytes)| put(&ground.out().join(name), bytes));
    ground
}

/// Builds until the step of this number, and then nothing more: what a kill leaves. Says whether it came so far.
fn kill(ground: &Ground, tree: &Tree, number: usize) -> bool {
    let steps = AtomicUsize::new(0);
    let before = |_: Step<'_>| match steps.fetch_add(1, Ordering::SeqCst) < number {
        true => Ok(()),
        false => Err(io::Error::other("killed")),
    };
    let _ = ground.commit_by(tree, &Origins::default(), &ground.out(), &before);
    steps.load(Ordering::SeqCst) > number
}

#[track_caller]
fn assert_whole(found: &Listing, versions: &[&Listing], what: &str) {
    for (name, bytes) in found.iter().filter(|(name, _)| !name.ends_with('/') && !name.starts_with("loa-tmp")) {
        let is_foreign = FOREIGN.contains(&(name, std::str::from_utf8(bytes).unwrap()));
        assert!(is_foreign || versions.iter().any(|site| site.get(name) == Some(bytes)), "{what}: {name} is torn");
    }
    for (name, _) in FOREIGN.iter().filter(|_| versions.len() > 1) {
        assert!(found.contains_key(*name), "{what}: {name} is lost");
    }
}

#[test]
fn a_build_killed_anywhere_leaves_whole_files_and_the_next_one_mends_all() {
    let (old, new) = (clean(&old_site(), &FOREIGN), clean(&new_site(), &FOREIGN));
    for (name, next) in [("the same", new_site()), ("the old", old_site()), ("a third", third_site())] {
        for number in 0.. {
            let what = format!("killed at {number}, then {name}");
            let ground = built();
            let was_killed = kill(&ground, &new_site(), number);
            let found = ground.published();
            assert_whole(&found, &[&old, &new], &what);
            let home_is_new = found["vi/index.html"] == new["vi/index.html"];
            assert!(!home_is_new || found.contains_key("vi/moi/b/index.html"), "{what}: the home page leads nowhere");
            let manifest_is_new = found["MANIFEST.sha256"] == new["MANIFEST.sha256"];
            assert!(!manifest_is_new || found.iter().all(|(name, bytes)| new.get(name) == Some(bytes)), "{what}");

            ground.commit(&next).unwrap_or_else(|error| panic!("{what}: {error}"));
            assert_same(&ground.published(), &clean(&next, &FOREIGN), &what);
            assert!(!ground.site().join(".public.loa-tmp").exists(), "{what}: the work folder stayed");
            if !was_killed {
                assert!(number > 40, "only {number} steps were seen");
                break;
            }
        }
    }
}

#[test]
fn a_first_build_killed_anywhere_is_mended_by_the_next() {
    for (name, next) in [("the same", new_site()), ("another", old_site())] {
        for number in 0.. {
            let what = format!("killed at {number}, then {name}");
            let ground = Ground::quick();
            let was_killed = kill(&ground, &new_site(), number);
            let found = listing_or_nothing(&ground.out());
            assert_whole(&found, &[&clean(&new_site(), &[])], &what);
            if cfg!(unix) && !found.is_empty() {
                assert_same(&found, &clean(&new_site(), &[]), &what);
            }
            ground.commit(&next).unwrap_or_else(|error| panic!("{what}: {error}"));
            assert_same(&ground.published(), &clean(&next, &[]), &what);
            if !was_killed {
                break;
            }
        }
    }
}

fn listing_or_nothing(folder: &Path) -> Listing {
    if folder.exists() { listing(folder) } else { Listing::new() }
}

#[test]
fn builds_killed_one_after_another_are_mended_by_the_next() {
    let sites = [old_site(), new_site(), third_site()].map(|site| clean(&site, &FOREIGN));
    for first in (0..).step_by(5) {
        let mut was_killed = false;
        for second in (0..60).step_by(4) {
            let what = format!("killed at {first}, then at {second}");
            let ground = built();
            was_killed = kill(&ground, &new_site(), first);
            kill(&ground, &third_site(), second);
            assert_whole(&ground.published(), &sites.each_ref(), &what);
            ground.commit(&old_site()).unwrap_or_else(|error| panic!("{what}: {error}"));
            assert_same(&ground.published(), &clean(&old_site(), &FOREIGN), &what);
        }
        if !was_killed {
            break;
        }
    }
}

#[test]
fn a_build_that_fails_after_a_killed_one_forgets_nothing() {
    for number in 0.. {
        let what = format!("killed at {number}, then failed");
        let ground = built();
        let was_killed = kill(&ground, &new_site(), number);
        let full = |step: Step<'_>| match step {
            Step::Create(path) if path.ends_with("0") => Err(io::ErrorKind::StorageFull.into()),
            _ => Ok(()),
        };
        let failed = ground.commit_by(&third_site(), &Origins::default(), &ground.out(), &full).unwrap_err();
        assert!(matches!(failed, Error::Full { .. }), "{what}: {failed}");
        ground.commit(&old_site()).unwrap_or_else(|error| panic!("{what}: {error}"));
        assert_same(&ground.published(), &clean(&old_site(), &FOREIGN), &what);
        if !was_killed {
            break;
        }
    }
}

/// Whether a step changes what readers see.
fn is_seen(step: Step<'_>, out: &Path) -> bool {
    let is_own = |path: &Path| path.starts_with(out) && !path.starts_with(out.join("loa-tmp"));
    match step {
        Step::Rename { to, .. } => is_own(to) && to != out.join("loa-tmp"),
        Step::DeleteFile(path) => is_own(path),
        _ => false,
    }
}

#[test]
fn a_full_disk_replaces_nothing_and_any_later_failure_leaves_whole_files() {
    let (old, new) = (clean(&old_site(), &FOREIGN), clean(&new_site(), &FOREIGN));
    for kind in [io::ErrorKind::StorageFull, io::ErrorKind::PermissionDenied] {
        for number in 0.. {
            let what = format!("{kind:?} at {number}");
            let ground = built();
            let (steps, has_begun) = (AtomicUsize::new(0), AtomicBool::new(false));
            let before = |step: Step<'_>| {
                if steps.fetch_add(1, Ordering::SeqCst) == number {
                    return Err(kind.into());
                }
                has_begun.fetch_or(is_seen(step, &ground.out()), Ordering::SeqCst);
                Ok(())
            };
            let done = ground.commit_by(&new_site(), &Origins::default(), &ground.out(), &before);
            let (failed, came_so_far) = (done.as_ref().err(), steps.load(Ordering::SeqCst) > number);
            match failed {
                None => assert_same(&ground.published(), &new, &what),
                Some(error) => {
                    assert_eq!(error.exit_code(), 3, "{what}");
                    let is_named = match error {
                        Error::Full { needed, .. } => kind == io::ErrorKind::StorageFull && *needed > 50,
                        Error::Io { source, .. } => source.kind() == kind,
                        _ => false,
                    };
                    assert!(is_named, "{what}: {error}");
                    assert_whole(&ground.published(), &[&old, &new], &what);
                }
            }
            if failed.is_some() && !has_begun.into_inner() {
                assert_same(&ground.published(), &old, &what);
                assert!(!ground.site().join(".public.loa-tmp").exists(), "{what}: the work folder stayed");
            }
            ground.commit(&new_site()).unwrap();
            assert_same(&ground.published(), &new, &what);
            if !came_so_far {
                break;
            }
        }
    }
}

/// A step as a word with paths.
type Logged = (String, PathBuf, PathBuf);

/// The steps of a rebuild, and where it went.
fn steps_of_a_rebuild() -> (Vec<Logged>, PathBuf) {
    let ground = built();
    (steps_of(&ground, &new_site()), ground.out())
}

fn steps_of(ground: &Ground, tree: &Tree) -> Vec<Logged> {
    let log = Mutex::new(Vec::new());
    let before = |step: Step<'_>| {
        let (word, from, to) = match step {
            Step::MakeFolder(path) => ("make-folder", path, path),
            Step::Create(path) => ("create", path, path),
            Step::Write(path) => ("write", path, path),
            Step::Sync(path) => ("sync", path, path),
            Step::Rename { from, to } => ("rename", from, to),
            Step::DeleteFile(path) => ("delete", path, path),
            Step::DeleteFolder(path) => ("delete-folder", path, path),
            Step::SyncFolder(path) => ("sync-folder", path, path),
            Step::SyncDisk(path) => ("sync-disk", path, path),
        };
        log.lock().unwrap().push((word.to_owned(), from.to_owned(), to.to_owned()));
        Ok(())
    };
    ground.commit_by(tree, &Origins::default(), &ground.out(), &before).unwrap();
    log.into_inner().unwrap()
}

/// Whether what was written to a file before this step has been synced by then, alone or with its whole disk.
fn is_synced(log: &[Logged], number: usize, file: &Path) -> bool {
    let last = |is: &dyn Fn(&Logged) -> bool| (0..number).rev().find(|&n| is(&log[n]));
    let written = last(&|(word, at, _)| word == "write" && at == file);
    let synced = last(&|(word, at, _)| word == "sync" && at == file || word == "sync-disk");
    written.is_some() && synced > written
}

/// A site of so many pages that no file is synced alone where the system knows a better way.
fn large_site(text: &str) -> Tree {
    let names: Vec<String> = (0..300).map(|n| format!("vi/{}/{n}/index.html", n % 7)).collect();
    tree(names.iter().map(|name| (name.as_str(), text)))
}

#[test]
fn a_large_site_is_synced_before_it_is_relied_upon() {
    for place in [Ground::new(), Ground::quick()] {
        let out = place.out();
        let first = steps_of(&place, &large_site("old"));
        if cfg!(unix) {
            // It gets its name as a whole.
            let seen: Vec<usize> =
                (0..first.len()).filter(|&n| first[n].2.starts_with(&out) && first[n].0 != "sync-folder").collect();
            assert_eq!(seen.len(), 1, "{:?}", first[seen[0]]);
            let written =
                (0..first.len()).filter(|&n| first[n].0 == "write" && first[n].1.starts_with(&first[seen[0]].1));
            let files: BTreeSet<&Path> = written.map(|n| first[n].1.as_path()).collect();
            assert_eq!(files.len(), 301);
            assert!(files.iter().all(|file| is_synced(&first, seen[0], file)));
        }
        assert_same(&place.published(), &clean(&large_site("old"), &[]), "first");

        let log = steps_of(&place, &large_site("new"));
        let renames: Vec<usize> =
            (0..log.len()).filter(|&n| log[n].0 == "rename" && log[n].2.starts_with(&out)).collect();
        let renames: Vec<usize> = renames.into_iter().filter(|&n| !log[n].2.ends_with("loa-tmp")).collect();
        assert_eq!(renames.len(), 301);
        assert!(renames.iter().all(|&n| is_synced(&log, n, &log[n].1)));
        let (last, manifest) = (renames[299], renames[300]);
        assert!(log[manifest].2.ends_with("MANIFEST.sha256"));
        let between: Vec<&str> = log[last..manifest].iter().map(|(word, ..)| word.as_str()).collect();
        let folders = between.iter().filter(|word| **word == "sync-folder").count();
        assert!(between.contains(&"sync-disk") || folders >= 300 || cfg!(not(unix)), "{between:?}");
        assert_same(&place.published(), &clean(&large_site("new"), &[]), "second");
    }
}

#[test]
fn a_large_first_build_killed_anywhere_is_there_or_not() {
    for number in (0..).step_by(61) {
        let ground = Ground::quick();
        let was_killed = kill(&ground, &large_site("new"), number);
        let found = listing_or_nothing(&ground.out());
        if cfg!(unix) && !found.is_empty() {
            assert_same(&found, &clean(&large_site("new"), &[]), &format!("killed at {number}"));
        }
        ground.commit(&large_site("newer")).unwrap();
        assert_same(&ground.published(), &clean(&large_site("newer"), &[]), &format!("killed at {number}"));
        assert!(!ground.site().join(".public.loa-tmp").exists());
        if !was_killed {
            break;
        }
    }
}

// A power cut keeps what was synced and any part of the rest, in any order. So it is whole at every moment if these
// hold.
#[test]
fn everything_is_synced_before_it_is_relied_upon() {
    let (log, out) = steps_of_a_rebuild();
    let renames: Vec<usize> = (0..log.len()).filter(|&n| log[n].0 == "rename" && log[n].2.starts_with(&out)).collect();
    let renames: Vec<usize> = renames.into_iter().filter(|&n| !log[n].2.ends_with("loa-tmp")).collect();
    assert_eq!(renames.len(), 8, "seven files and the manifest");
    for &number in &renames {
        let file = &log[number].1;
        let last = |word: &str| (0..number).rev().find(|&n| log[n].0 == word && log[n].1 == *file);
        assert!(last("sync") > last("write") && last("write").is_some(), "{} was not synced", file.display());
    }
    let promise = log.iter().position(|(word, _, to)| word == "rename" && to.ends_with("promise")).unwrap();
    let synced = |path: &Path| log.iter().position(|(word, at, _)| word == "sync-folder" && at == path);
    assert!(promise < synced(&out.with_file_name(".public.loa-tmp")).unwrap());
    assert!(synced(out.parent().unwrap()).unwrap() < renames[0], "the promise stands before the first name");

    let manifest = log.iter().position(|(word, _, to)| word == "rename" && to.ends_with("MANIFEST.sha256")).unwrap();
    assert_eq!(Some(&manifest), renames.last());
    assert!(log.iter().rposition(|(word, ..)| word == "delete").unwrap() < manifest);
    if cfg!(unix) {
        let early: BTreeSet<&PathBuf> =
            log[..manifest].iter().filter(|(word, ..)| word == "sync-folder").map(|(_, at, _)| at).collect();
        let touched: BTreeSet<&Path> = renames.iter().map(|&n| log[n].2.parent().unwrap()).collect();
        assert!(touched.iter().all(|folder| early.contains(&folder.to_path_buf())), "{touched:?}");
        let sweep =
            log.iter().rposition(|(word, at, _)| word == "delete-folder" && at.ends_with(".public.loa-tmp")).unwrap();
        assert!((manifest..sweep).any(|n| log[n].0 == "sync-folder" && log[n].1 == out), "the promise goes last");
    }
}

#[test]
fn files_get_their_names_in_an_order_that_keeps_links_alive() {
    let (log, out) = steps_of_a_rebuild();
    let seen = log.iter().filter(|(word, _, to)| matches!(word.as_str(), "rename" | "delete") && to.starts_with(&out));
    let seen = seen.filter(|(_, _, to)| !to.ends_with("loa-tmp"));
    let order: Vec<String> = seen
        .map(|(word, _, to)| {
            format!("{word} {}", to.strip_prefix(&out).unwrap().display().to_string().replace('\\', "/"))
        })
        .collect();
    let expected = [
        "rename assets/x.css",
        "rename vi/moi/b/1.jpg",
        "rename vi/moi/b/index.html",
        "rename vi/a/index.html",
        "rename vi/index.html",
        "rename index.html",
        "rename sitemap.xml",
        "delete vi/cu/index.html",
        "delete vi/het/anh/1.jpg",
        "rename MANIFEST.sha256",
    ];
    assert_eq!(order, expected);
}
