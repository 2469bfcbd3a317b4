//! How programs save a file. Whatever they do on the way, one step comes of it, and none shows half a text.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use crate::followed::Followed;

const FILE: &str = "content/bai/mot/vi.md";
const OLD: &str = "---\ntitle: Bài cũ\n---\n\nLời cũ.\n";
const NEW: &str = "---\ntitle: Bài mới\n---\n\nLời mới.\n";

/// Saves a file in some way, and looks at what was seen of it.
#[track_caller]
fn saves(script: impl Fn(&Path)) {
    let mut followed = Followed::with(&[(FILE, OLD)]);
    assert!(followed.polls.is_empty());
    script(&followed.path(FILE));
    followed.until_text(FILE, NEW);
    followed.rests();
    assert_eq!(followed.changes(), [[FILE.to_owned()]]);
    assert!(followed.steps.iter().all(|change| change.step.diagnostics.is_empty()));
    followed.until_clean();
}

fn beside(file: &Path, name: &str) -> std::path::PathBuf {
    file.with_file_name(name)
}

#[test]
fn written_in_place() {
    saves(|file| fs::write(file, NEW).unwrap());
}

#[test]
fn as_vim_saves() {
    saves(|file| {
        fs::write(beside(file, ".vi.md.swp"), "b0VIM").unwrap();
        fs::write(beside(file, "4913"), "").unwrap();
        fs::remove_file(beside(file, "4913")).unwrap();
        fs::rename(file, beside(file, "vi.md~")).unwrap();
        fs::write(file, NEW).unwrap();
        fs::remove_file(beside(file, "vi.md~")).unwrap();
        fs::remove_file(beside(file, ".vi.md.swp")).unwrap();
    });
}

#[test]
fn as_vim_saves_on_a_slow_disk() {
    saves(|file| {
        fs::rename(file, beside(file, "vi.md~")).unwrap();
        sleep(Duration::from_millis(180));
        fs::write(file, NEW).unwrap();
        fs::remove_file(beside(file, "vi.md~")).unwrap();
    });
}

#[test]
fn by_vim_itself() {
    let vim = |file: &Path| {
        let commands = ["%s/cũ/mới/", "wq"].map(|command| ["-c".to_owned(), command.to_owned()]).concat();
        let env = [("LC_ALL", "C.UTF-8"), ("TERM", "dumb"), ("HOME", "/nonexistent")];
        Command::new("vim").args(["-u", "NONE", "-es"]).args(commands).arg(file).envs(env).status()
    };
    // Not every machine has it.
    if Command::new("vim").arg("--version").output().is_ok_and(|output| output.status.success()) {
        saves(|file| assert!(vim(file).unwrap().success()));
    }
}

#[cfg(unix)]
#[test]
fn by_sed() {
    saves(|file| {
        let status = Command::new("sed").args(["-i.bak", "s/cũ/mới/"]).arg(file).env("LC_ALL", "C").status().unwrap();
        assert!(status.success());
    });
}

#[test]
fn as_gedit_saves() {
    saves(|file| {
        let stream = beside(file, ".goutputstream-8V2Q51");
        fs::write(&stream, NEW).unwrap();
        fs::rename(stream, file).unwrap();
    });
}

#[test]
fn as_notepad_saves() {
    saves(|file| {
        let mut open = OpenOptions::new().write(true).truncate(true).open(file).unwrap();
        sleep(Duration::from_millis(60));
        open.write_all(NEW.as_bytes()).unwrap();
    });
}

#[test]
fn emptied_and_written_a_moment_later() {
    saves(|file| {
        let mut open = OpenOptions::new().write(true).truncate(true).open(file).unwrap();
        // Longer than a batch of events: the empty file is seen, and left alone.
        sleep(Duration::from_millis(200));
        open.write_all(NEW.as_bytes()).unwrap();
    });
}

#[test]
fn written_in_pieces() {
    let mut followed = Followed::with(&[(FILE, OLD)]);
    let mut open = OpenOptions::new().write(true).truncate(true).open(followed.path(FILE)).unwrap();
    for piece in NEW.as_bytes().chunks(8) {
        open.write_all(piece).unwrap();
        sleep(Duration::from_millis(30));
    }
    followed.until_text(FILE, NEW);
    followed.rests();
    followed.until_clean();
}

#[test]
fn as_word_and_onedrive_save() {
    saves(|file| {
        fs::write(beside(file, "~$vi.md"), "an officer").unwrap();
        fs::write(beside(file, "~RF3f2a1.TMP"), NEW).unwrap();
        fs::rename(file, beside(file, "~WRL0005.tmp")).unwrap();
        fs::rename(beside(file, "~RF3f2a1.TMP"), file).unwrap();
        fs::remove_file(beside(file, "~WRL0005.tmp")).unwrap();
        fs::remove_file(beside(file, "~$vi.md")).unwrap();
    });
}

#[test]
fn emptied_on_purpose() {
    let mut followed = Followed::with(&[(FILE, OLD)]);
    fs::write(followed.path(FILE), "").unwrap();
    followed.until_text(FILE, "");
    followed.rests();
    assert_eq!(followed.changes(), [[FILE.to_owned()]]);
    followed.until_clean();
}

#[test]
fn what_editors_leave_behind_causes_nothing() {
    let mut followed = Followed::with(&[(FILE, OLD)]);
    let file = followed.path(FILE);
    for name in ["~$vi.docx", "vi.md~", ".vi.md.swp", "4913", "vi.md.bak", "Thumbs.db", "x.tmp", ".#vi.md", "#vi.md#"] {
        fs::write(beside(&file, name), "x").unwrap();
        fs::remove_file(beside(&file, name)).unwrap();
    }
    fs::read(&file).unwrap();
    fs::create_dir_all(followed.path("public/vi")).unwrap();
    fs::write(followed.path("public/vi/index.html"), "x").unwrap();
    fs::write(followed.path("ghi-chep.txt"), "x").unwrap();
    followed.stays();
}

#[test]
fn a_file_that_is_only_touched_causes_nothing() {
    let mut followed = Followed::with(&[(FILE, OLD)]);
    fs::write(followed.path(FILE), OLD).unwrap();
    fs::File::options().append(true).open(followed.path(FILE)).unwrap().set_modified(std::time::UNIX_EPOCH).unwrap();
    followed.stays();
}

#[test]
fn looked_at_again_and_again() {
    let mut followed = Followed::start(crate::ground::Site::with(&[(FILE, OLD)]), true);
    followed.until("why", |followed| !followed.polls.is_empty());
    assert_eq!(followed.polls, [loa::watch::Why::Asked]);
    fs::write(followed.path(FILE), NEW).unwrap();
    followed.until_text(FILE, NEW);
    fs::rename(followed.path(FILE), followed.path("content/bai/mot/vi.md~")).unwrap();
    fs::write(followed.path(FILE), OLD).unwrap();
    followed.until_text(FILE, OLD);
    followed.rename("content/bai/mot", "content/bai/hai");
    followed.until("renamed", |followed| followed.shows("vi/bai/hai/index.html"));
    followed.remove("content/bai/hai");
    followed.until("deleted", |followed| !followed.shows("vi/bai/hai/index.html"));
    followed.rests();
    assert_eq!(followed.steps.len(), 5, "{:?}", followed.changes());
    followed.until_clean();
}
