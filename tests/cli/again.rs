//! A build of a site in which nothing has changed: it says what the last one said, and touches nothing. Whatever has
//! changed is noticed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use walkdir::WalkDir;

use crate::ground::{Done, Site, TODAY, assert_same, command, done, listing};

const LAST: &str = ".loa/cache/last";

/// A page with warnings of two codes, in two lines.
const WARNED: &str = "---\ntitle: Bài\n---\n\nMột <b>câu</b>.\n\nXem [bài chờ](../cho/).\n";
const WAITING: &str = "---\ntitle: Bài chờ\nstatus: draft\n---\n\nMột câu.\n";

fn site() -> Site {
    let site = Site::with(&[("content/bai/a/vi.md", WARNED), ("content/bai/cho/vi.md", WAITING)]);
    site.put("content/bai/a/to-roi.pdf", "tờ rơi");
    site
}

/// All that was said, but for the milliseconds.
fn said(done: &Done) -> (i32, String, String) {
    let timeless = |text: &str| -> String {
        let is_digit = |c: char| c.is_ascii_digit();
        text.lines()
            .map(|line| match line.contains("\"summary\"") || line.contains(" ms") {
                true => format!("{}\n", line.replace(is_digit, "9").replace("99", "9").replace("99", "9")),
                false => format!("{line}\n"),
            })
            .collect()
    };
    (done.status, timeless(&done.out), timeless(&done.err))
}

/// How every file and folder looks from outside.
fn looks(folder: &Path) -> BTreeMap<PathBuf, String> {
    let look = |entry: walkdir::DirEntry| {
        let found = entry.metadata().unwrap();
        #[cfg(unix)]
        let beyond = {
            use std::os::unix::fs::MetadataExt;
            (found.ino(), found.ctime(), found.ctime_nsec())
        };
        #[cfg(not(unix))]
        let beyond = found.created().unwrap();
        let look = format!("{:?} {} {beyond:?}", found.modified().unwrap(), found.len());
        (entry.into_path(), look)
    };
    WalkDir::new(folder).into_iter().map(|entry| look(entry.unwrap())).collect()
}

/// Whether a build stopped before it wrote anything: one that goes on says in its lock who it is.
fn stopped(site: &Site, build: impl FnOnce() -> Done) -> bool {
    let before = site.text(".loa/lock.pid");
    build();
    site.text(".loa/lock.pid") == before
}

#[test]
fn a_second_build_says_the_same_and_touches_nothing() {
    let site = site();
    let first = said(&site.build(&[]).ends_with(0).says("raw-html"));
    let before = looks(site.top());
    let json = site.build(&["--format", "json"]).ends_with(0);
    assert_eq!(said(&site.build(&[])), first);
    let english = done(site.command(&["build", "--today", TODAY]).env("LOA_LANG", "en"));
    let checks = [site.check(&[]), site.check(&["--format", "json"])];
    assert_eq!(looks(site.top()), before);

    // As it is said where nothing is remembered.
    let again = |what: &dyn Fn() -> Done| {
        fs::remove_file(site.path(LAST)).unwrap();
        let done = said(&what());
        site.build(&[]).ends_with(0);
        done
    };
    assert_eq!(said(&json), again(&|| site.build(&["--format", "json"])));
    assert!(json.out.contains("raw-html"));
    let call = || done(site.command(&["build", "--today", TODAY]).env("LOA_LANG", "en"));
    assert_eq!(said(&english), again(&call));
    assert_eq!(said(&checks[0]), again(&|| site.check(&[])));
    assert_eq!(said(&checks[1]), again(&|| site.check(&["--format", "json"])));
    assert!(stopped(&site, || site.build(&[])), "and so it is again");
}

/// Does something to a built site; the next build must not stop, and leave what a first one would.
#[track_caller]
fn is_noticed(what: &str, line: &[&str], change: impl FnOnce(&Site)) {
    let site = site();
    site.build(&[]).ends_with(0);
    assert!(stopped(&site, || site.build(&[]).ends_with(0)), "{what}: nothing had changed");
    change(&site);
    let day: &[&str] = if line.contains(&"--today") { &[] } else { &["--today", TODAY] };
    let line = [&["build"], day, line].concat();
    assert!(!stopped(&site, || site.call(&line).ends_with(0)), "{what} was not noticed");
    let found = site.listing("public");
    let clean = site.top().join("sach");
    fs::create_dir(&clean).unwrap();
    for part in ["content", "themes", "i18n", "static", "loa.yml"].iter().filter(|part| site.has(part)) {
        copy(&site.path(part), &clean.join(part));
    }
    done(&mut command(&clean, &line)).ends_with(0);
    let mut expected = listing(&clean.join("public"));
    expected.extend(found.iter().filter(|(name, _)| name.starts_with("cua-toi")).map(|(a, b)| (a.clone(), b.clone())));
    assert_same(&found, &expected);
    assert!(stopped(&site, || site.call(&line).ends_with(0)), "{what}: and then nothing has changed");
}

fn copy(from: &Path, to: &Path) {
    for entry in WalkDir::new(from) {
        let entry = entry.unwrap();
        let place = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(place).unwrap();
        } else {
            fs::copy(entry.path(), if entry.depth() == 0 { to.to_owned() } else { place }).unwrap();
        }
    }
}

/// Changes the bytes of a file, its length and the time that can be set staying the same.
fn change_unseen(file: &Path) {
    let time = fs::metadata(file).unwrap().modified().unwrap();
    let mut bytes = fs::read(file).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(file, bytes).unwrap();
    fs::File::options().write(true).open(file).unwrap().set_modified(time).unwrap();
}

const PAGE: &str = "public/vi/bai/a/index.html";

#[test]
fn a_change_of_the_output_is_noticed() {
    is_noticed("a changed file", &[], |site| site.put(PAGE, "khác"));
    is_noticed("a file changed behind its times", &[], |site| change_unseen(&site.path(PAGE)));
    is_noticed("a missing file", &[], |site| fs::remove_file(site.path(PAGE)).unwrap());
    is_noticed("a missing folder", &[], |site| fs::remove_dir_all(site.path("public/vi")).unwrap());
    is_noticed("a missing output", &[], |site| fs::remove_dir_all(site.path("public")).unwrap());
    is_noticed("a foreign file", &[], |site| site.put("public/cua-toi.txt", "của tôi"));
    is_noticed("a touched file", &[], |site| {
        let file = fs::File::options().write(true).open(site.path(PAGE)).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
    });
    is_noticed("a copy of the output", &[], |site| {
        fs::rename(site.path("public"), site.path("cu")).unwrap();
        copy(&site.path("cu"), &site.path("public"));
    });
    is_noticed("a work folder of a killed build", &[], |site| site.put(".public.loa-tmp/7", "nửa tra"));
    #[cfg(unix)]
    is_noticed("a link in place of a file", &[], |site| {
        fs::rename(site.path(PAGE), site.path("trang.html")).unwrap();
        std::os::unix::fs::symlink(site.path("trang.html"), site.path(PAGE)).unwrap();
    });
}

#[test]
fn a_damaged_manifest_is_noticed() {
    let site = site();
    site.build(&[]).ends_with(0);
    change_unseen(&site.path("public/MANIFEST.sha256"));
    site.build(&[]).ends_with(2);
}

#[test]
fn a_change_of_the_site_is_noticed() {
    is_noticed("an edited text", &[], |site| site.edit("content/bai/a/vi.md", "Một", "Hai"));
    is_noticed("a text changed behind its times", &[], |site| {
        site.edit("content/bai/a/vi.md", "Một", "Hai");
        fs::File::options()
            .write(true)
            .open(site.path("content/bai/a/vi.md"))
            .unwrap()
            .set_modified(SystemTime::UNIX_EPOCH)
            .unwrap();
    });
    is_noticed("a new text", &[], |site| site.put("content/bai/b/vi.md", "---\ntitle: Bài b\n---\n"));
    is_noticed("a deleted text", &[], |site| fs::remove_dir_all(site.path("content/so/1800-1567")).unwrap());
    is_noticed("a changed download", &[], |site| site.put("content/bai/a/to-roi.pdf", "tờ khác"));
    is_noticed("a setting", &[], |site| site.edit("loa.yml", "Trang thử", "Trang khác"));
    is_noticed("words of the site", &[], |site| site.put("i18n/vi/site.ftl", "home = Trang đầu\n"));
    is_noticed("a style", &[], |site| site.put("static/them.css", "p { color: red }"));
    let site = site();
    site.build(&[]).ends_with(0);
    let file = fs::File::options().write(true).open(site.path("content/bai/a/vi.md")).unwrap();
    file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
    assert!(stopped(&site, || site.build(&[])), "only the bytes of a source count");
}

#[test]
fn another_day_option_or_place_is_noticed() {
    is_noticed("another address", &["--base-url", "https://vi-du.vn/a/"], |_| {});
    is_noticed("drafts", &["--drafts"], |_| {});
    is_noticed("another day", &["--today", "2026-11-23"], |_| {});
    let site = site();
    site.build(&[]).ends_with(0);
    assert!(!stopped(&site, || site.build(&["--out", "ra"]).ends_with(0)), "another place was not noticed");
    assert_same(&site.listing("public"), &site.listing("ra"));
    assert!(!stopped(&site, || site.build(&[]).ends_with(0)), "the first place again");
    // The whole folder, moved or copied: its output is where no build has been.
    copy(&site.path(""), &site.top().join("cho-khac"));
    let there = site.top().join("cho-khac");
    let before = fs::read(there.join(".loa/lock.pid")).unwrap();
    done(&mut command(&there, &["build", "--today", TODAY])).ends_with(0);
    assert_ne!(fs::read(there.join(".loa/lock.pid")).unwrap(), before);
}

#[test]
fn another_program_is_noticed() {
    let site = site();
    let program = site.top().join(format!("loa{}", std::env::consts::EXE_SUFFIX));
    let build = || {
        let mut build = Command::new(&program);
        build.args(["build", "--today", TODAY]).current_dir(site.path(""));
        done(&mut build).ends_with(0)
    };
    fs::copy(env!("CARGO_BIN_EXE_loa"), &program).unwrap();
    build();
    assert!(stopped(&site, build));
    fs::remove_file(&program).unwrap();
    fs::copy(env!("CARGO_BIN_EXE_loa"), &program).unwrap();
    assert!(!stopped(&site, build), "a program that was copied anew was not noticed");
    assert!(!stopped(&site, || site.build(&[]).ends_with(0)), "another program was not noticed");
}

#[test]
fn a_record_that_is_damaged_or_gone_is_none() {
    let site = site();
    let first = said(&site.build(&[]).ends_with(0));
    let whole = fs::read(site.path(LAST)).unwrap();
    let mut damaged: Vec<Vec<u8>> = (0..whole.len()).step_by(whole.len() / 12).map(|at| whole[..at].to_vec()).collect();
    damaged.push(b"# loa last 1\n".iter().chain(&whole[13..]).copied().collect());
    damaged.push(vec![0; whole.len()]);
    for record in damaged {
        fs::write(site.path(LAST), record).unwrap();
        assert!(!stopped(&site, || {
            let again = site.build(&[]);
            assert_eq!(said(&again), first);
            again
        }));
        assert!(stopped(&site, || site.build(&[])));
    }
    fs::remove_dir_all(site.path(".loa/cache")).unwrap();
    assert!(!stopped(&site, || site.build(&[]).ends_with(0)));
    // What cannot be recorded is built all the same.
    fs::remove_dir_all(site.path(".loa/cache")).unwrap();
    site.put(".loa/cache", "một tệp");
    assert_eq!(said(&site.build(&[])), first);
    assert!(!stopped(&site, || site.build(&[]).ends_with(0)));
}

#[test]
fn a_build_with_errors_is_not_recorded() {
    let site = site();
    site.build(&[]).ends_with(0);
    site.put("content/bai/hong/vi.md", "---\ntitle: Bài hỏng\nsumary: x\n---\n");
    site.build(&[]).ends_with(1);
    site.build(&["--keep-going"]).ends_with(1);
    assert!(!site.has(LAST), "what was recorded before is forgotten before anything is written");
    site.build(&["--keep-going"]).ends_with(1).says("unknown-key");
    site.check(&[]).ends_with(1);
}
