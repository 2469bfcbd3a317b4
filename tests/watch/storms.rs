//! More than one editor does.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::followed::Followed;
use crate::ground::Site;

const TEXT: &str = "---\ntitle: Một bài\n---\n\nMột lời.\n";

#[test]
fn twenty_thousand_events() {
    let mut followed = Followed::with(&[]);
    let folders = 40;
    (0..folders).for_each(|n| followed.site.put(&format!("static/{n}/a.txt"), "0"));
    followed.until_clean();
    followed.rests();
    let (before, start) = (followed.steps.len(), Instant::now());
    // A busy machine may stop the writer for so long that the storm is rightly taken to be over.
    let (mut last, mut pauses) = (start, 0);
    for round in 0..20_000 / folders {
        for n in 0..folders {
            fs::write(followed.path(&format!("static/{n}/a.txt")), round.to_string()).unwrap();
            pauses += u128::from(last.elapsed() >= Duration::from_millis(100));
            last = Instant::now();
        }
    }
    let stormed = start.elapsed();
    followed.until_clean();
    followed.rests();
    let (steps, most) = (followed.steps.len() - before, stormed.as_millis() / 500 + pauses + 2);
    assert!(steps as u128 <= most, "{steps} steps in a storm of {stormed:?} with {pauses} pauses");
    assert!(steps >= 1);
    followed.until_clean();
    followed.site.put("static/7/a.txt", "after the storm");
    followed.until_clean();
}

#[test]
fn a_checkout_of_two_thousand_files() {
    let site = Site::with(&[]);
    let git = |words: &[&str]| {
        let mut git = Command::new("git");
        git.current_dir(site.path("")).env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        git.env("HOME", site.top()).env("GIT_CONFIG_NOSYSTEM", "1");
        git.args([
            "-c",
            "user.name=a",
            "-c",
            "user.email=a",
            "-c",
            "init.defaultBranch=cu",
            "-c",
            "core.autocrlf=false",
        ]);
        let output = git.args(words).output();
        output.is_ok_and(|output| output.status.success())
    };
    // Not every machine has it.
    if !git(&["init", "-q"]) {
        return;
    }
    let fill = |words: &str, folders: std::ops::Range<usize>| {
        for n in folders {
            site.put(&format!("content/bai/a{n}/vi.md"), TEXT.replace("Một", words));
            (0..49).for_each(|m| site.put(&format!("static/{n}/{m}/tep.txt"), words));
        }
    };
    fill("Một", 0..40);
    assert!(git(&["add", "-A"]) && git(&["commit", "-qm", "a"]) && git(&["checkout", "-qb", "moi"]));
    fs::remove_dir_all(site.path("static/39")).unwrap();
    fs::rename(site.path("content/bai/a39"), site.path("content/bai/b39")).unwrap();
    fill("Hai", 0..39);
    fill("Ba", 40..42);
    assert!(git(&["add", "-A"]) && git(&["commit", "-qm", "b"]));
    let path = site.path("");
    let mut followed = Followed::start(site, false);
    for branch in ["cu", "moi", "cu"] {
        let before = followed.steps.len();
        let start = Instant::now();
        let status = Command::new("git").current_dir(&path).args(["checkout", "-q", branch]).status().unwrap();
        assert!(status.success());
        let took = start.elapsed();
        followed.until_clean();
        followed.rests();
        followed.until_clean();
        let (steps, most) = (followed.steps.len() - before, took.as_millis() / 500 + 3);
        assert!(steps as u128 <= most, "{steps} steps in a checkout of {took:?}");
    }
    // Every folder is listened to.
    followed.site.put("static/39/48/tep.txt", "sau cùng");
    followed.until_text_of("static/39/48/tep.txt", Duration::from_secs(10));
    followed.until_clean();
}
