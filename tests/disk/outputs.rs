//! Which folders are written to, and what a manifest may say.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use loa::disk::{Error, Manner, Origins, OutputFault, commit_in};

use crate::ground::{Ground, assert_same, clean, listing, put, tree};

/// Commits, and gives why the folder was refused; all around it must be as before.
#[track_caller]
fn refusal(ground: &Ground, out: &Path, home: Option<PathBuf>) -> OutputFault {
    let before = listing(ground.top());
    let manner = Manner { patience: Duration::ZERO, home, before: &|step| panic!("{step:?}") };
    let refused = commit_in(&tree([("index.html", "home")]), &Origins::default(), &ground.site(), out, &manner);
    let refused = refused.expect_err(&out.display().to_string());
    assert_eq!(refused.exit_code(), 2);
    assert_same(&listing(ground.top()), &before, &out.display().to_string());
    let Error::Refused { path, why } = refused else { panic!("{refused}") };
    assert_eq!(path, out);
    why
}

#[test]
fn the_site_and_what_holds_it_are_refused() {
    let ground = Ground::new();
    let site = ground.site();
    for out in [&site, &site.join("."), &site.join("public/.."), ground.top(), ground.top().parent().unwrap()] {
        assert_eq!(refusal(&ground, out, None), OutputFault::HoldsSite, "{}", out.display());
    }
    #[cfg(unix)]
    assert_eq!(refusal(&ground, Path::new("/"), None), OutputFault::Root);
}

#[test]
fn the_home_folder_and_what_holds_it_are_refused() {
    let ground = Ground::new();
    let home = ground.top().join("nha/chi-lan");
    fs::create_dir_all(&home).unwrap();
    for out in [home.clone(), home.join("../chi-lan"), ground.top().join("nha")] {
        assert_eq!(refusal(&ground, &out, Some(home.clone())), OutputFault::Home, "{}", out.display());
    }
    let manner = Manner { home: Some(home.clone()), ..Manner::default() };
    let built = commit_in(&tree([]), &Origins::default(), &ground.site(), &home.join("trang"), &manner);
    assert!(built.is_ok(), "a folder in the home folder is taken");
}

#[test]
fn what_the_site_is_read_from_is_refused() {
    let ground = Ground::new();
    fs::create_dir_all(ground.site().join("content/bai")).unwrap();
    fs::create_dir_all(ground.site().join(".loa/cache")).unwrap();
    let inside = [
        "content",
        "content/bai",
        "content/moi/nua",
        "static",
        "static/x",
        "themes",
        "i18n/vi",
        "data",
        ".loa",
        ".loa/cache",
        "Content/x",
        "loa.yml",
    ];
    for name in inside {
        let why = refusal(&ground, &ground.site().join(name), None);
        assert!(matches!(why, OutputFault::Source(_)), "{name}: {why}");
    }
    let roundabout = ground.site().join("khong-co/../content/./moi");
    assert_eq!(refusal(&ground, &roundabout, None), OutputFault::Source("content".to_owned()));
}

#[test]
fn what_is_no_folder_or_holds_other_files_is_refused() {
    let ground = Ground::new();
    put(&ground.top().join("tep"), "x");
    put(&ground.top().join("anh-cuoi/1.jpg"), "x");
    put(&ground.top().join("sau/mot/hai.txt"), "x");
    fs::create_dir_all(ground.top().join("rong-ben-trong/thu-muc")).unwrap();
    put(&ground.top().join("khac/MANIFEST.txt"), "# loa manifest 1\n");
    assert_eq!(refusal(&ground, &ground.top().join("tep"), None), OutputFault::NotAFolder);
    for name in ["anh-cuoi", "sau", "rong-ben-trong", "khac"] {
        assert_eq!(refusal(&ground, &ground.top().join(name), None), OutputFault::NotOurs, "{name}");
    }
}

#[test]
fn what_a_system_leaves_on_a_stick_does_not_fill_it() {
    let ground = Ground::new();
    let stick = ground.top().join("usb");
    put(&stick.join("System Volume Information/IndexerVolumeGuid"), "x");
    put(&stick.join(".DS_Store"), "x");
    let site = tree([("index.html", "home")]);
    ground.commit_to(&site, &stick).unwrap();
    let kept = [("System Volume Information/IndexerVolumeGuid", "x"), (".DS_Store", "x")];
    assert_same(&listing(&stick), &clean(&site, &kept), "the stick");
}

#[cfg(unix)]
#[test]
fn links_lead_to_no_output() {
    use std::os::unix::fs::symlink;
    let ground = Ground::new();
    let real = ground.top().join("that");
    fs::create_dir(&real).unwrap();
    symlink(&real, ground.top().join("lien-ket")).unwrap();
    symlink(ground.top().join("khong-co"), ground.top().join("gay")).unwrap();
    symlink(ground.site().join("content"), ground.top().join("vong")).unwrap();
    for name in ["lien-ket", "lien-ket/", "gay", "vong"] {
        assert_eq!(refusal(&ground, &ground.top().join(name), None), OutputFault::Link, "{name}");
    }
    let through = refusal(&ground, &ground.top().join("vong/moi"), None);
    assert_eq!(through, OutputFault::Source("content".to_owned()));
    assert_eq!(refusal(&ground, &ground.top().join("vong/.."), None), OutputFault::HoldsSite);
    // A link above the output is how many servers are set up.
    ground.commit_to(&tree([("index.html", "home")]), &ground.top().join("lien-ket/www")).unwrap();
    assert!(real.join("www/index.html").exists());
}

#[cfg(unix)]
#[test]
fn a_link_inside_the_output_leads_nowhere() {
    use std::os::unix::fs::symlink;
    let ground = Ground::new();
    let site = tree([("index.html", "home"), ("vi/index.html", "vi"), ("vi/a/index.html", "a")]);
    ground.commit(&site).unwrap();
    let outside = ground.top().join("ngoai");
    put(&outside.join("index.html"), "mine");
    put(&outside.join("a/index.html"), "mine");
    // A link in place of a folder of ours: nothing is written or deleted through it.
    fs::remove_dir_all(ground.out().join("vi")).unwrap();
    symlink(&outside, ground.out().join("vi")).unwrap();
    let refused = ground.commit(&site).unwrap_err();
    assert!(
        matches!(&refused, Error::Refused { why: OutputFault::Foreign(at), .. } if at.ends_with("vi")),
        "{refused}"
    );
    ground.commit(&tree([("index.html", "home")])).unwrap();
    assert_eq!(listing(&outside).len(), 3);
    assert!(fs::symlink_metadata(ground.out().join("vi")).unwrap().is_symlink());
    // A link in place of a file of ours is replaced, not written through.
    fs::remove_file(ground.out().join("index.html")).unwrap();
    symlink(outside.join("index.html"), ground.out().join("index.html")).unwrap();
    ground.commit(&tree([("index.html", "home")])).unwrap();
    assert!(fs::symlink_metadata(ground.out().join("index.html")).unwrap().is_file());
    assert_eq!(fs::read(outside.join("index.html")).unwrap(), b"mine");
}

#[cfg(unix)]
#[test]
fn records_behind_a_link_are_not_written() {
    let ground = Ground::new();
    let outside = ground.top().join("ngoai");
    fs::create_dir(&outside).unwrap();
    std::os::unix::fs::symlink(&outside, ground.site().join(".loa")).unwrap();
    let refused = ground.commit(&tree([("index.html", "home")])).unwrap_err();
    assert_eq!((refused.exit_code(), listing(&outside).len()), (3, 0), "{refused}");
}

#[cfg(unix)]
#[test]
fn a_source_swapped_for_a_link_or_a_pipe_at_the_last_moment_is_not_followed() {
    use std::os::unix::fs::symlink;
    use std::process::Command;

    use loa::disk::Step;
    use loa::model::{Item, Tree};

    use crate::ground::path;
    let swaps: [fn(&Path); 2] = [
        |file| symlink(file.with_extension("bak"), file).unwrap(),
        |file| assert!(Command::new("mkfifo").arg(file).status().unwrap().success()),
    ];
    for swap in swaps {
        let ground = Ground::new();
        ground.put("content/a.mp3", "sound");
        let reading = ground.read();
        let (source, file) = (path("content/a.mp3"), ground.site().join("content/a.mp3"));
        let copy = Item::Copy { digest: reading.snapshot.files[&source].digest(), source };
        let site = Tree { files: [(path("vi/a.mp3"), copy)].into() };
        // The promise is written after the last look at the sources and before the first is opened.
        let before = |step: Step<'_>| {
            if matches!(step, Step::Create(path) if path.ends_with("promise.new")) {
                fs::rename(&file, file.with_extension("bak")).unwrap();
                swap(&file);
            }
            Ok(())
        };
        let failed = ground.commit_by(&site, &reading.origins, &ground.out(), &before).unwrap_err();
        assert!(matches!(failed, Error::Changed { .. }), "{failed}");
        assert!(!ground.out().exists());
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_links_in_the_records() {
    use std::os::unix::fs::symlink;
    let ground = Ground::new();
    let outside = ground.top().join("ngoai");
    put(&outside.join("nha.txt"), "mine");
    fs::create_dir(ground.site().join(".loa")).unwrap();
    symlink(outside.join("nha.txt"), ground.site().join(".loa/lock.pid")).unwrap();
    ground.commit(&tree([("index.html", "home")])).unwrap();
    assert_eq!(fs::read(outside.join("nha.txt")).unwrap(), b"mine");
    fs::remove_file(ground.site().join(".loa/lock")).unwrap();
    symlink(outside.join("moi"), ground.site().join(".loa/lock")).unwrap();
    assert_eq!(ground.commit(&tree([("index.html", "home")])).unwrap_err().exit_code(), 3);
    assert_eq!(listing(&outside).len(), 1);
}

#[test]
fn a_folder_without_a_site_is_refused() {
    let ground = Ground::new();
    let empty = ground.top().join("rong");
    fs::create_dir(&empty).unwrap();
    for site in [empty.clone(), ground.top().join("khong-co"), ground.site().join("loa.yml")] {
        let manner = Manner { home: None, ..Manner::default() };
        let refused = commit_in(&tree([]), &Origins::default(), &site, &ground.top().join("out"), &manner).unwrap_err();
        assert!(matches!(refused, Error::NoSite { .. }), "{refused}");
        assert_eq!(refused.exit_code(), 2);
    }
    assert!(listing(&empty).is_empty());
}

#[test]
fn a_manifest_cut_at_any_byte_deletes_and_writes_nothing() {
    let ground = Ground::new();
    let names = ["assets/x.css", "index.html", "vi/a/index.html", "vi/index.html"];
    ground.commit(&tree(names.map(|name| (name, "old")))).unwrap();
    let manifest = ground.out().join("MANIFEST.sha256");
    let whole = fs::read(&manifest).unwrap();
    // One file less: there is something to delete, too. The last one stays.
    let next = tree(names[1..].iter().map(|name| (*name, "new")));
    for length in 0..whole.len() {
        fs::write(&manifest, &whole[..length]).unwrap();
        let before = ground.published();
        let refused = ground.commit(&next).expect_err(&format!("cut at {length}"));
        assert!(matches!(refused, Error::Refused { .. }), "cut at {length}: {refused}");
        assert_same(&ground.published(), &before, &format!("cut at {length}"));
        assert!(!ground.site().join(".public.loa-tmp").exists());
    }
    fs::write(&manifest, &whole).unwrap();
    ground.commit(&next).unwrap();
    assert_same(&ground.published(), &clean(&next, &[]), "with the whole manifest");
}

#[test]
fn a_manifest_that_loa_did_not_write_is_refused() {
    let ground = Ground::new();
    ground.commit(&tree([("a.html", "a"), ("b.html", "b")])).unwrap();
    put(&ground.top().join("x"), "outside");
    let manifest = ground.out().join("MANIFEST.sha256");
    let whole = fs::read_to_string(&manifest).unwrap();
    let sum = "0".repeat(64);
    let lines: Vec<&str> = whole.lines().collect();
    let with = |line: String| format!("{whole}{line}\n");
    let faults = [
        with(format!("{sum}  ../x")),
        with(format!("{sum}  /etc/passwd")),
        with(format!("{sum}  c/../../x")),
        with(format!("{sum}  c//x")),
        with(format!("{sum}  c\\x")),
        with(format!("{sum}  tre\u{0309}.html")),
        with(format!("{sum}  ")),
        with(format!("{sum} *c.html")),
        with(format!("{}  c.html", "A".repeat(64))),
        with(format!("{}  c.html", "0".repeat(63))),
        with(lines[2].to_owned()),
        with(String::new()),
        with("# a word".to_owned()),
        format!("{}\n{}\n{}\n", lines[0], lines[2], lines[1]),
        whole.replace('\n', "\r\n"),
        format!("\u{feff}{whole}"),
        whole.to_uppercase(),
        "\0".repeat(whole.len()),
    ];
    for fault in &faults {
        fs::write(&manifest, fault).unwrap();
        let why = refusal(&ground, &ground.out(), None);
        assert!(matches!(why, OutputFault::DamagedManifest { .. }), "{fault:?}: {why}");
    }
    fs::write(&manifest, [0xff, 0xfe]).unwrap();
    assert_eq!(refusal(&ground, &ground.out(), None), OutputFault::DamagedManifest { line: 1 });
    for version in ["# loa manifest 2", "# loa manifest 10", "# loa manifest x"] {
        fs::write(&manifest, whole.replace("# loa manifest 1", version)).unwrap();
        assert_eq!(refusal(&ground, &ground.out(), None), OutputFault::UnknownManifest(version.to_owned()));
    }
    assert_eq!(fs::read(ground.top().join("x")).unwrap(), b"outside");
    fs::remove_file(&manifest).unwrap();
    assert_eq!(refusal(&ground, &ground.out(), None), OutputFault::NotOurs);
}

#[test]
fn a_manifest_that_lists_too_little_deletes_only_what_it_lists() {
    let ground = Ground::new();
    ground.commit(&tree([("a.html", "a"), ("b.html", "b"), ("c.html", "c")])).unwrap();
    let manifest = ground.out().join("MANIFEST.sha256");
    let whole = fs::read_to_string(&manifest).unwrap();
    let short: String = whole.split_inclusive('\n').take(3).collect();
    fs::write(&manifest, short).unwrap();
    let next = tree([("a.html", "a")]);
    ground.commit(&next).unwrap();
    assert_same(&ground.published(), &clean(&next, &[("c.html", "c")]), "c.html is nobody's");
}

#[test]
fn a_promise_makes_nothing_ours_but_what_it_names() {
    let ground = Ground::new();
    // What a killed first build leaves, and a file that somebody laid beside it.
    put(&ground.site().join(".public.loa-tmp/promise"), "# loa promise 1\nindex.html\nvi/index.html\n");
    put(&ground.out().join("vi/index.html"), "half a site");
    put(&ground.out().join("vi/ghi-chu.txt"), "mine");
    assert_eq!(refusal(&ground, &ground.out(), None), OutputFault::NotOurs);
    fs::remove_file(ground.out().join("vi/ghi-chu.txt")).unwrap();
    let site = tree([("index.html", "home")]);
    ground.commit(&site).unwrap();
    assert_same(&ground.published(), &clean(&site, &[]), "what was promised is gone");
    // One that was not written whole promises nothing.
    fs::remove_dir_all(ground.out()).unwrap();
    for broken in ["", "# loa promise 1\nvi/index.html", "# loa promise 1\n../x\n", "vi/index.html\n"] {
        put(&ground.site().join(".public.loa-tmp/promise"), broken);
        put(&ground.out().join("vi/index.html"), "mine");
        assert_eq!(refusal(&ground, &ground.out(), None), OutputFault::NotOurs, "{broken:?}");
    }
}
