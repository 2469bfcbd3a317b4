//! One file of a site, replaced with a yes: whole or not at all, and never without its old bytes.

use std::fs;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use loa::disk::{Error, Kept, Manner, Step, rewrite, rewrite_in};

use crate::ground::{Ground, assert_same, listing, path};

const FILE: &str = "content/a/vi.md";

fn kept(path: &str) -> Kept {
    Kept { old: Some(self::path(path)) }
}

#[test]
fn the_old_file_is_kept_and_no_older_one_is_lost() {
    let ground = Ground::new();
    ground.put(FILE, "một");
    for (n, bytes) in ["hai", "ba", "bốn"].iter().enumerate() {
        let done = rewrite(&ground.site(), &path(FILE), bytes.as_bytes()).unwrap();
        assert_eq!(done, kept(&format!(".loa/undo/content/a/vi.{}.md", n + 1)));
    }
    let site = listing(&ground.site());
    let text = |name: &str| String::from_utf8(site[name].clone()).unwrap();
    assert_eq!(text(FILE), "bốn");
    let undone = [1, 2, 3].map(|n| text(&format!(".loa/undo/content/a/vi.{n}.md")));
    assert_eq!(undone, ["một", "hai", "ba"]);
    assert!(!site.keys().any(|name| name.contains("tmp")), "{:?}", site.keys());
}

#[test]
fn a_file_at_the_top_and_a_new_one_are_files_like_others() {
    let ground = Ground::new();
    assert_eq!(rewrite(&ground.site(), &path("loa.yml"), b"title: y\n").unwrap(), kept(".loa/undo/loa.1.yml"));
    assert_eq!(rewrite(&ground.site(), &path("content/moi/b/tyz.md"), b"x").unwrap(), Kept::default());
    assert_eq!(fs::read(ground.site().join("content/moi/b/tyz.md")).unwrap(), b"x");
}

#[test]
fn a_file_with_the_same_bytes_is_not_touched() {
    let ground = Ground::new();
    ground.put(FILE, "một");
    let time = |ground: &Ground| fs::metadata(ground.site().join(FILE)).unwrap().modified().unwrap();
    let before = time(&ground);
    assert_eq!(rewrite(&ground.site(), &path(FILE), "một".as_bytes()).unwrap(), Kept::default());
    assert_eq!(time(&ground), before);
    assert!(!ground.site().join(".loa/undo").exists());
}

#[test]
fn a_name_that_is_not_in_nfc_on_disk_is_the_same_file() {
    let ground = Ground::new();
    ground.put("content/tre\u{309}/vi.md", "một");
    rewrite(&ground.site(), &path("content/trẻ/vi.md"), b"hai").unwrap();
    let folders = fs::read_dir(ground.site().join("content")).unwrap().count();
    assert_eq!(folders, 1);
    assert_eq!(ground.read().snapshot.text(&path("content/trẻ/vi.md")), Some(&b"hai"[..]));
}

#[test]
fn what_is_killed_leaves_the_old_or_the_new_file_whole() {
    for number in 0.. {
        let ground = Ground::quick();
        ground.put(FILE, "cũ, và đủ");
        let steps = AtomicUsize::new(0);
        let before = |_: Step<'_>| match steps.fetch_add(1, Ordering::SeqCst) < number {
            true => Ok(()),
            false => Err(io::Error::other("killed")),
        };
        let manner = Manner { patience: Duration::from_secs(30), home: None, before: &before };
        let done = rewrite_in(&ground.site(), &path(FILE), "mới, và đủ".as_bytes(), &manner);
        let now = fs::read_to_string(ground.site().join(FILE)).unwrap();
        let undone = fs::read_to_string(ground.site().join(".loa/undo/content/a/vi.1.md")).ok();
        assert!(undone.as_deref().is_none_or(|old| old == "cũ, và đủ"), "{number}: {undone:?}");
        match now.as_str() {
            "cũ, và đủ" => assert!(done.is_err(), "{number}"),
            "mới, và đủ" => assert!(undone.is_some(), "{number}: the old file is lost"),
            torn => panic!("{number}: {torn:?}"),
        }
        // The next one is not held up by what was left.
        rewrite(&ground.site(), &path(FILE), "sau cùng".as_bytes()).unwrap();
        let left = listing(&ground.site());
        assert!(
            !left.keys().any(|name| name.starts_with("content") && name.contains("tmp")),
            "{number}: {:?}",
            left.keys()
        );
        if done.is_ok() {
            assert!(number > 8, "only {number} steps");
            break;
        }
    }
}

#[test]
fn what_is_no_plain_file_is_refused() {
    let ground = Ground::new();
    ground.put("content/a/vi.md/x", "");
    ground.put("content/b", "");
    let before = listing(&ground.site().join("content"));
    for name in [FILE, "content/b/vi.md"] {
        let refused = rewrite(&ground.site(), &path(name), b"x");
        assert!(matches!(refused, Err(Error::Exists { .. })), "{name}: {refused:?}");
    }
    assert!(matches!(rewrite(&ground.top().join("khong"), &path(FILE), b"x"), Err(Error::NoSite { .. })));
    assert_same(&listing(&ground.site().join("content")), &before, "a refusal");
}

#[cfg(unix)]
#[test]
fn no_link_is_followed_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let ground = Ground::new();
    let outside = ground.top().join("ngoai");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("vi.md"), "của người khác").unwrap();
    symlink(&outside, ground.site().join("content/a")).unwrap();
    ground.put("content/b/x", "");
    symlink(outside.join("vi.md"), ground.site().join("content/b/vi.md")).unwrap();
    for name in [FILE, "content/b/vi.md"] {
        assert!(matches!(rewrite(&ground.site(), &path(name), b"x"), Err(Error::Link { .. })), "{name}");
    }
    assert_eq!(fs::read_to_string(outside.join("vi.md")).unwrap(), "của người khác");
    ground.put("content/c/vi.md", "một");
    let file = ground.site().join("content/c/vi.md");
    let mode = |file: &std::path::Path| fs::metadata(file).unwrap().permissions().mode() & 0o777;
    fs::set_permissions(&file, fs::Permissions::from_mode(0o664)).unwrap();
    rewrite(&ground.site(), &path("content/c/vi.md"), b"hai").unwrap();
    assert_eq!(mode(&file), 0o664);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
    assert!(matches!(rewrite(&ground.site(), &path("content/c/vi.md"), b"ba"), Err(Error::Io { op: "write", .. })));
    assert_eq!(fs::read(&file).unwrap(), b"hai");
}
