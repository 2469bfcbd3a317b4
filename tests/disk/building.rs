//! One build after another into one folder.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use loa::disk::{Error, Origins, OutputFault, Step, Warning, create_new};
use loa::model::{Item, Tree};

use crate::ground::{Ground, assert_same, clean, listing, path, put, tree};

/// Sets all times back by an hour, so that a later look needs no waiting.
fn age(folder: &Path) -> BTreeMap<String, SystemTime> {
    let hour_ago = SystemTime::now() - Duration::from_secs(3600);
    for name in listing(folder).keys().filter(|name| !name.ends_with('/')) {
        File::options().write(true).open(folder.join(name)).unwrap().set_modified(hour_ago).unwrap();
    }
    times(folder)
}

fn times(folder: &Path) -> BTreeMap<String, SystemTime> {
    let files = listing(folder).into_keys().filter(|name| !name.ends_with('/'));
    files.map(|name| (name.clone(), fs::metadata(folder.join(&name)).unwrap().modified().unwrap())).collect()
}

fn changed(before: &BTreeMap<String, SystemTime>, folder: &Path) -> Vec<String> {
    let after = times(folder);
    after.into_iter().filter(|(name, time)| before.get(name) != Some(time)).map(|(name, _)| name).collect()
}

#[test]
fn a_first_build_writes_everything_and_a_manifest() {
    let ground = Ground::new();
    let site = tree([("index.html", "home"), ("vi/a/index.html", "a"), ("assets/x.css", "")]);
    let written = ground.commit(&site).unwrap();
    assert_eq!((written.files, written.written, written.deleted), (4, 4, 0));
    assert!(written.warnings.is_empty());
    assert_same(&ground.published(), &clean(&site, &[]), "first build");
    assert_eq!(written.bytes, ground.published().values().map(|bytes| bytes.len() as u64).sum::<u64>());
    let beside: Vec<String> = listing(&ground.site()).into_keys().filter(|name| !name.starts_with("public")).collect();
    assert_eq!(beside, [".loa/", ".loa/lock", ".loa/lock.pid", "content/", "loa.yml"]);
}

#[test]
fn a_second_build_touches_nothing() {
    let ground = Ground::new();
    let site = tree([("index.html", "home"), ("vi/a/index.html", "a")]);
    ground.commit(&site).unwrap();
    let before = age(&ground.out());
    let steps = std::sync::Mutex::new(Vec::new());
    let watch = |step: Step<'_>| {
        steps.lock().unwrap().push(format!("{step:?}"));
        Ok(())
    };
    let written = ground.commit_by(&site, &Origins::default(), &ground.out(), &watch).unwrap();
    assert_eq!((written.written, written.deleted, written.bytes), (0, 0, 0));
    assert_eq!(changed(&before, &ground.out()), [""; 0]);
    let steps = steps.into_inner().unwrap();
    assert!(steps.iter().all(|step| step.contains(".loa")), "{steps:?}");
}

#[test]
fn an_edit_touches_only_what_it_changed() {
    let ground = Ground::new();
    ground.commit(&tree([("index.html", "home"), ("vi/a/index.html", "a"), ("vi/b/index.html", "b")])).unwrap();
    let before = age(&ground.out());
    // The same length, so that only the bytes can tell.
    let edited = tree([("index.html", "home"), ("vi/a/index.html", "A"), ("vi/b/index.html", "b")]);
    let written = ground.commit(&edited).unwrap();
    assert_eq!(changed(&before, &ground.out()), ["MANIFEST.sha256", "vi/a/index.html"]);
    assert_eq!((written.written, written.deleted), (2, 0));
    assert_same(&ground.published(), &clean(&edited, &[]), "after the edit");
}

#[test]
fn a_file_changed_by_hand_is_mended() {
    let ground = Ground::new();
    let site = tree([("index.html", "home"), ("vi/a/index.html", "a")]);
    ground.commit(&site).unwrap();
    put(&ground.out().join("index.html"), "h4x!");
    fs::remove_file(ground.out().join("vi/a/index.html")).unwrap();
    assert_eq!(ground.commit(&site).unwrap().written, 2);
    assert_same(&ground.published(), &clean(&site, &[]), "mended");
}

#[test]
fn what_the_site_no_longer_has_is_deleted_and_what_is_somebody_elses_is_kept() {
    let ground = Ground::new();
    ground.commit(&tree([("index.html", "home"), ("vi/a/index.html", "a"), ("vi/b/index.html", "b")])).unwrap();
    put(&ground.out().join("vi/b/ghi-chu.txt"), "mine");
    put(&ground.out().join(".well-known/security.txt"), "mine too");
    let smaller = tree([("index.html", "home")]);
    let written = ground.commit(&smaller).unwrap();
    assert_eq!((written.written, written.deleted), (1, 2));
    let kept = [("vi/b/ghi-chu.txt", "mine"), (".well-known/security.txt", "mine too")];
    assert_same(&ground.published(), &clean(&smaller, &kept), "after the deletion");
}

#[test]
fn an_empty_site_empties_the_output() {
    let ground = Ground::new();
    ground.commit(&tree([("index.html", "home"), ("vi/a/index.html", "a")])).unwrap();
    ground.commit(&Tree::default()).unwrap();
    assert_same(&ground.published(), &clean(&Tree::default(), &[]), "nothing left");
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let ground = Ground::new();
    let (one, other) = (tree([("a", "file"), ("b/c/d", "deep")]), tree([("a/b/c", "deep"), ("b", "file")]));
    for site in [&one, &other, &one, &other] {
        ground.commit(site).unwrap();
        assert_same(&ground.published(), &clean(site, &[]), "turned over");
    }
    put(&ground.out().join("a/mine.txt"), "mine");
    let refused = ground.commit(&one).unwrap_err();
    assert!(matches!(&refused, Error::Refused { why: OutputFault::Foreign(at), .. } if at.ends_with("a")), "{refused}");
    assert_same(&ground.published(), &clean(&other, &[("a/mine.txt", "mine")]), "nothing was changed");
}

#[test]
fn a_name_may_change_its_case() {
    let ground = Ground::new();
    for name in ["a.html", "A.html", "a.html"] {
        let site = tree([(name, "the same")]);
        ground.commit(&site).unwrap();
        assert_same(&ground.published(), &clean(&site, &[]), name);
    }
}

#[test]
fn names_that_cannot_lie_side_by_side_everywhere_are_refused() {
    let ground = Ground::new();
    let pairs = [
        vec![("a.html", ""), ("A.html", "")],
        vec![("vi/a.html", ""), ("VI/b.html", "")],
        vec![("vi", ""), ("vi/a.html", "")],
        vec![("Vi", ""), ("vi/a.html", "")],
        vec![("manifest.SHA256", "")],
        vec![("loa-tmp/a", "")],
    ];
    for pair in pairs {
        let refused = ground.commit(&tree(pair.clone())).unwrap_err();
        assert!(matches!(refused, Error::Clash { .. }), "{pair:?}: {refused}");
        assert_eq!(refused.exit_code(), 1);
    }
    assert!(!ground.out().exists());
}

#[test]
fn a_foreign_file_in_the_way_is_named_and_kept() {
    let ground = Ground::new();
    let first = tree([("index.html", "home")]);
    ground.commit(&first).unwrap();
    for (foreign, wanted) in
        [("vi/a/index.html", "vi/a/index.html"), ("en", "en/index.html"), ("km/index.html/x", "km/index.html")]
    {
        put(&ground.out().join(foreign), "mine");
        let before = ground.published();
        let refused = ground.commit(&tree([("index.html", "new"), (wanted, "ours")])).unwrap_err();
        let Error::Refused { why: OutputFault::Foreign(named), .. } = &refused else { panic!("{refused}") };
        assert!(ground.out().join(foreign).starts_with(named), "{}", named.display());
        assert_eq!(refused.exit_code(), 2);
        assert_same(&ground.published(), &before, wanted);
        assert!(!ground.site().join(".public.loa-tmp").exists());
    }
}

#[test]
fn the_manifest_satisfies_sha256sum() {
    let ground = Ground::new();
    ground.put("content/a.pdf", vec![7; 1_100_000]);
    let reading = ground.read();
    let digest = reading.snapshot.files[&path("content/a.pdf")].digest();
    let mut site = tree([("index.html", "trang chủ"), ("vi/a/index.html", "")]);
    site.files.insert(path("vi/a/a.pdf"), Item::Copy { source: path("content/a.pdf"), digest });
    ground.commit_by(&site, &reading.origins, &ground.out(), &|_| Ok(())).unwrap();
    let manifest = String::from_utf8(ground.published()["MANIFEST.sha256"].clone()).unwrap();
    let lines: Vec<&str> = manifest.lines().collect();
    assert_eq!(lines[0], "# loa manifest 1");
    let paths: Vec<&str> = lines[1..].iter().map(|line| line.split_once("  ").unwrap().1).collect();
    assert_eq!(paths, ["index.html", "vi/a/a.pdf", "vi/a/index.html"]);
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(lines[3], format!("{empty}  vi/a/index.html"));
    // The tool itself, where there is one.
    let checked =
        std::process::Command::new("sha256sum").args(["-c", "MANIFEST.sha256"]).current_dir(ground.out()).output();
    assert!(checked.is_err() || checked.is_ok_and(|run| run.status.success()));
}

#[test]
fn a_long_copy_is_the_source_byte_for_byte() {
    let ground = Ground::new();
    // Longer than what is read at once.
    let film: Vec<u8> = (0..8_400_001_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    ground.put("content/phim.mp4", &film);
    let reading = ground.read();
    let digest = reading.snapshot.files[&path("content/phim.mp4")].digest();
    let copy = Item::Copy { source: path("content/phim.mp4"), digest };
    let site = Tree { files: [(path("vi/phim.mp4"), copy)].into() };
    ground.commit_by(&site, &reading.origins, &ground.out(), &|_| Ok(())).unwrap();
    assert!(ground.published()["vi/phim.mp4"] == film);
}

#[test]
fn a_copy_is_made_again_only_if_it_was_damaged() {
    let ground = Ground::new();
    let font = vec![b'f'; 200_000];
    ground.put("themes/x/assets/chu.woff2", &font);
    let reading = ground.read();
    let source = path("themes/x/assets/chu.woff2");
    let copy = Item::Copy { digest: reading.snapshot.files[&source].digest(), source };
    let site = Tree { files: [(path("assets/chu.woff2"), copy)].into() };
    let commit = || ground.commit_by(&site, &reading.origins, &ground.out(), &|_| Ok(())).unwrap().written;
    for damage in [None, Some(0), Some(199_999)] {
        if let Some(place) = damage {
            let mut torn = font.clone();
            torn[place] ^= 1;
            put(&ground.out().join("assets/chu.woff2"), &torn);
        }
        assert_eq!(commit(), if damage.is_none() { 2 } else { 1 });
        assert!(ground.published()["assets/chu.woff2"] == font);
        assert_eq!(commit(), 0);
    }
}

#[test]
fn a_source_that_changed_meanwhile_is_noticed_and_nothing_is_replaced() {
    let ground = Ground::new();
    ground.put("content/a.mp3", "one");
    let reading = ground.read();
    let digest = reading.snapshot.files[&path("content/a.mp3")].digest();
    let copy = Item::Copy { source: path("content/a.mp3"), digest };
    ground.commit(&tree([("index.html", "home")])).unwrap();
    let before = ground.published();
    let mut site = tree([("index.html", "new")]);
    site.files.insert(path("vi/a.mp3"), copy);
    for now in [Some("two"), Some("longer"), None] {
        match now {
            Some(text) => ground.put("content/a.mp3", text),
            None => fs::remove_file(ground.site().join("content/a.mp3")).unwrap(),
        }
        let failed = ground.commit_by(&site, &reading.origins, &ground.out(), &|_| Ok(())).unwrap_err();
        assert!(matches!(&failed, Error::Changed { path } if path.ends_with("a.mp3")), "{failed}");
        assert_eq!(failed.exit_code(), 3);
        assert_same(&ground.published(), &before, "the old site");
        assert!(!ground.site().join(".public.loa-tmp").exists());
    }
}

#[test]
fn a_stale_work_folder_is_swept_beside_the_output_and_in_it() {
    let ground = Ground::new();
    let site = tree([("index.html", "home")]);
    ground.commit(&site).unwrap();
    for next in [site.clone(), tree([("index.html", "new")])] {
        put(&ground.site().join(".public.loa-tmp/7"), "half a pa");
        put(&ground.out().join("loa-tmp/deep/7"), "half a pa");
        ground.commit(&next).unwrap();
        assert_same(&ground.published(), &clean(&next, &[]), "swept");
        assert!(!ground.site().join(".public.loa-tmp").exists());
    }
}

#[test]
fn an_output_elsewhere_is_made_with_the_folders_above_it() {
    let ground = Ground::new();
    let out = ground.top().join("usb/trang/moi");
    let site = tree([("index.html", "home")]);
    ground.commit_to(&site, &out).unwrap();
    assert_same(&listing(&out), &clean(&site, &[]), "elsewhere");
    assert_eq!(fs::read_dir(out.parent().unwrap()).unwrap().count(), 1, "the work folder is gone");
}

#[test]
fn where_nothing_can_be_moved_in_from_beside_the_work_folder_is_inside() {
    let ground = Ground::new();
    let site = tree([("index.html", "home"), ("vi/a/index.html", "a")]);
    ground.commit(&tree([("index.html", "old")])).unwrap();
    let inside = std::sync::atomic::AtomicUsize::new(0);
    // What a disk mounted at the output says of a move from the folder above it.
    let mounted = |step: Step<'_>| match step {
        Step::Rename { from, .. } if from.to_string_lossy().contains(".public.loa-tmp") => {
            Err(std::io::ErrorKind::CrossesDevices.into())
        }
        Step::Create(path) if path.to_string_lossy().contains("loa-tmp") => {
            inside.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            Ok(())
        }
        _ => Ok(()),
    };
    ground.commit_by(&site, &Origins::default(), &ground.out(), &mounted).unwrap();
    assert_eq!(inside.into_inner(), 4, "promise, two pages, manifest");
    assert_same(&ground.published(), &clean(&site, &[]), "written from inside");
    assert!(!ground.site().join(".public.loa-tmp").exists());
}

#[test]
fn a_work_folder_that_cannot_be_removed_is_a_warning() {
    let ground = Ground::new();
    let held = |step: Step<'_>| match step {
        Step::DeleteFolder(path) if path.ends_with(".public.loa-tmp") => {
            Err(std::io::ErrorKind::PermissionDenied.into())
        }
        _ => Ok(()),
    };
    let site = tree([("index.html", "home")]);
    let written = ground.commit_by(&site, &Origins::default(), &ground.out(), &held).unwrap();
    assert!(matches!(written.warnings.as_slice(), [Warning::StageLeft { .. }]), "{:?}", written.warnings);
    assert_same(&ground.published(), &clean(&site, &[]), "written all the same");
    assert!(ground.commit(&site).unwrap().warnings.is_empty());
    assert!(!ground.site().join(".public.loa-tmp").exists());
}

#[test]
fn a_new_file_is_made_with_its_folders_and_never_over_another() {
    let ground = Ground::new();
    let file = ground.site().join("content/canh-bao/moi/vi.md");
    create_new(&file, b"---\n").unwrap();
    let refused = create_new(&file, b"other").unwrap_err();
    assert!(matches!(&refused, Error::Exists { path } if *path == file), "{refused}");
    assert_eq!((fs::read(&file).unwrap(), refused.exit_code()), (b"---\n".to_vec(), 2));
}
