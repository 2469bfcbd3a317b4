//! What only a Unix folder can hold: links, pipes, and names of any bytes.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::process::Command;

use loa::disk::Error;
use loa::model::{Refusal, Refused};

use crate::ground::{Ground, path, put};

fn refused(path: &str, why: Refusal) -> Refused {
    Refused { path: path.to_owned(), why }
}

#[test]
fn links_pipes_and_sockets_are_refused_and_never_opened() {
    let ground = Ground::new();
    let content = ground.site().join("content");
    put(&ground.top().join("ngoai/bi-mat.md"), "secret");
    symlink(ground.top().join("ngoai/bi-mat.md"), content.join("ra-ngoai.md")).unwrap();
    symlink(ground.top().join("ngoai"), content.join("thu-muc")).unwrap();
    symlink(".", content.join("vong")).unwrap();
    symlink("khong-co", content.join("gay.md")).unwrap();
    symlink("ra-ngoai.md", content.join(".#vi.md")).unwrap();
    assert!(Command::new("mkfifo").arg(content.join("ong.md")).status().unwrap().success());
    let _socket = UnixListener::bind(content.join("o-cam")).unwrap();
    ground.put("content/vi.md", "taken");
    let reading = ground.read();
    let expected = [
        refused("content/gay.md", Refusal::Symlink),
        refused("content/o-cam", Refusal::NotAFile),
        refused("content/ong.md", Refusal::NotAFile),
        refused("content/ra-ngoai.md", Refusal::Symlink),
        refused("content/thu-muc", Refusal::Symlink),
        refused("content/vong", Refusal::Symlink),
    ];
    assert_eq!(reading.snapshot.refused, expected);
    assert_eq!(reading.origins.0.len(), 2);
}

#[test]
fn a_folder_of_the_site_that_is_a_link_is_refused() {
    let ground = Ground::new();
    put(&ground.top().join("ngoai/a.css"), "x");
    symlink(ground.top().join("ngoai"), ground.site().join("static")).unwrap();
    fs::remove_file(ground.site().join("loa.yml")).unwrap();
    symlink("/etc/passwd", ground.site().join("loa.yml")).unwrap();
    let snapshot = ground.read().snapshot;
    assert_eq!(snapshot.refused, [refused("loa.yml", Refusal::Symlink), refused("static", Refusal::Symlink)]);
    assert!(snapshot.files.is_empty());
}

#[test]
fn a_site_may_itself_be_reached_by_a_link() {
    let ground = Ground::new();
    ground.put("content/vi.md", "x");
    let link = ground.top().join("lien-ket");
    symlink(ground.site(), &link).unwrap();
    let reading = loa::disk::read(&link, crate::ground::today(), Default::default()).unwrap();
    assert!(reading.snapshot.files.contains_key(&path("content/vi.md")));
}

// A Mac's disk refuses such names.
#[cfg(target_os = "linux")]
#[test]
fn names_that_no_path_can_hold_are_shown_and_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let ground = Ground::new();
    let content = ground.site().join("content");
    let names: [&[u8]; 7] =
        [b"b\xffd.md", b"a:b.md", b"con.md", b"cuoi. ", b"x\ny.md", b"back\\slash", b"esc\x1b[2J.md"];
    names.iter().for_each(|name| fs::write(content.join(OsStr::from_bytes(name)), "x").unwrap());
    put(&content.join(OsStr::from_bytes(b"th\xe1\xba-m\xe1/vi.md")), "x");
    put(&content.join("aux/vi.md"), "x");
    let shown: Vec<String> =
        ground.read().snapshot.refused.into_iter().map(|it| format!("{} {:?}", it.path, it.why)).collect();
    let expected = [
        "content/a:b.md BadName",
        "content/aux BadName",
        "content/b\\xffd.md BadName",
        "content/back\\slash BadName",
        "content/con.md BadName",
        "content/cuoi.  BadName",
        "content/esc\\x1b[2J.md BadName",
        "content/th\\xe1\\xba-m\\xe1 BadName",
        "content/x\\x0ay.md BadName",
    ];
    assert_eq!(shown, expected);
}

#[test]
fn a_name_in_nfd_is_read_under_its_nfc_path() {
    let ground = Ground::new();
    let on_disk = ground.site().join("content/tre\u{0309}/a\u{0301}nh.jpg");
    put(&on_disk, "x");
    let reading = ground.read();
    assert_eq!(reading.origins.0[&path("content/trẻ/ánh.jpg")], on_disk);
    assert_eq!(reading.snapshot.refused, []);
}

// A Mac's disk knows both as one.
#[cfg(target_os = "linux")]
#[test]
fn of_two_names_that_are_one_in_nfc_the_composed_one_is_taken() {
    let ground = Ground::new();
    ground.put("content/trẻ/vi.md", "composed");
    ground.put("content/tre\u{0309}/vi.md", "decomposed");
    ground.put("content/tre\u{0309}/km.md", "decomposed");
    ground.put("content/a/vẽ.md", "composed");
    ground.put("content/a/ve\u{0303}.md", "decomposed");
    // Both decomposed, in two ways: the first by its bytes is taken.
    ground.put("content/b/e\u{0323}\u{0302}.md", "one");
    ground.put("content/b/e\u{0302}\u{0323}.md", "two");
    let snapshot = ground.read().snapshot;
    assert_eq!(snapshot.text(&path("content/trẻ/vi.md")), Some(&b"composed"[..]));
    assert_eq!(snapshot.text(&path("content/a/vẽ.md")), Some(&b"composed"[..]));
    assert_eq!(snapshot.text(&path("content/b/ệ.md")), Some(&b"two"[..]));
    let twin = |shown: &str, other: &str| refused(shown, Refusal::Twin(other.to_owned()));
    let expected = [
        twin("content/a/ve\u{0303}.md", "content/a/vẽ.md"),
        twin("content/b/e\u{0323}\u{0302}.md", "content/b/ệ.md"),
        twin("content/tre\u{0309}", "content/trẻ"),
    ];
    assert_eq!(snapshot.refused, expected);
}

#[test]
fn what_may_not_be_read_is_an_error_and_never_silence() {
    for (name, is_folder) in [("content/khoa/vi.md", false), ("content/khoa", true)] {
        let ground = Ground::new();
        ground.put("content/khoa/vi.md", "x");
        let locked = ground.site().join(name);
        let close = |mode| fs::set_permissions(&locked, fs::Permissions::from_mode(mode)).unwrap();
        close(0o000);
        let is_really_closed =
            if is_folder { fs::read_dir(&locked).is_err() } else { fs::File::open(&locked).is_err() };
        let read = ground.try_read();
        close(0o755);
        // Nothing is closed to root; `faults.sh` tries this as another user.
        match read {
            Err(error) => {
                assert!(matches!(&error, Error::Io { path, .. } if *path == locked), "{error}");
                assert_eq!(error.exit_code(), 3);
            }
            Ok(reading) => {
                assert!(!is_really_closed && reading.snapshot.files.contains_key(&path("content/khoa/vi.md")));
            }
        }
    }
}
