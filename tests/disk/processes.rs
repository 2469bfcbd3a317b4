//! Two writers at once, and one that is killed for good.

use std::fs::{self, File};
use std::io;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use loa::disk::{Error, Manner, Origins, Step, commit_in};
use loa::model::Tree;

use crate::ground::{Ground, assert_same, clean, put, tree};

fn site(number: usize) -> Tree {
    let own = format!("vi/trang-rieng-{number}/index.html");
    let text = format!("page of {number}");
    tree([("index.html", text.as_str()), ("vi/index.html", text.as_str()), (own.as_str(), text.as_str())])
}

#[test]
fn builds_at_once_from_threads_end_in_one_clean_site() {
    let ground = Ground::new();
    std::thread::scope(|threads| {
        for number in 0..8 {
            let ground = &ground;
            threads.spawn(move || (0..4).for_each(|_| drop(ground.commit(&site(number)).unwrap())));
        }
    });
    let found = ground.published();
    assert!((0..8).any(|number| found == clean(&site(number), &[])), "{:?}", found.keys());
    assert!(!ground.site().join(".public.loa-tmp").exists());
}

const CHILD_SITE: &str = "LOA_TEST_CHILD_SITE";
const CHILD_DIES_AT: &str = "LOA_TEST_CHILD_DIES_AT";

/// Not a test of its own: what the other tests of this file start as processes of their own.
#[test]
fn child() {
    let Ok(folder) = std::env::var(CHILD_SITE) else { return };
    let folder = PathBuf::from(folder);
    let last: usize = std::env::var(CHILD_DIES_AT).ok().and_then(|text| text.parse().ok()).unwrap_or(usize::MAX);
    let steps = AtomicUsize::new(0);
    let before = |_: Step<'_>| {
        if steps.fetch_add(1, Ordering::SeqCst) == last {
            std::process::abort();
        }
        Ok::<(), io::Error>(())
    };
    let manner = Manner { patience: Duration::from_secs(30), home: None, before: &before };
    let number = std::process::id() as usize % 1000;
    commit_in(&site(number), &Origins::default(), &folder, &folder.join("public"), &manner).unwrap();
}

fn start_child(ground: &Ground, dies_at: Option<usize>) -> std::process::Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "processes::child", "--quiet"]).env(CHILD_SITE, ground.site());
    if let Some(number) = dies_at {
        command.env(CHILD_DIES_AT, number.to_string());
    }
    command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().unwrap()
}

#[test]
fn builds_at_once_from_processes_end_in_one_clean_site() {
    let ground = Ground::new();
    let children: Vec<_> = (0..6).map(|_| start_child(&ground, None)).collect();
    let sites: Vec<Tree> = children.iter().map(|child| site(child.id() as usize % 1000)).collect();
    children.into_iter().for_each(|mut child| assert!(child.wait().unwrap().success()));
    let found = ground.published();
    assert!(sites.iter().any(|site| found == clean(site, &[])), "{:?}", found.keys());
}

#[test]
fn a_killed_writer_frees_the_lock_and_the_next_build_mends() {
    let ground = Ground::quick();
    ground.commit(&site(1000)).unwrap();
    let mut deaths = 0;
    for number in (0..60).step_by(3) {
        deaths += usize::from(!start_child(&ground, Some(number)).wait().unwrap().success());
        // It need not wait for anything: the lock went with the process.
        let manner = Manner { patience: Duration::ZERO, home: None, before: &|_| Ok(()) };
        commit_in(&site(1001), &Origins::default(), &ground.site(), &ground.out(), &manner).unwrap();
        assert_same(&ground.published(), &clean(&site(1001), &[]), &format!("killed at {number}"));
    }
    assert!(deaths > 5, "only {deaths} died");
}

#[test]
fn a_build_beside_another_gives_up_and_says_who_writes() {
    let ground = Ground::new();
    let first = site(1);
    ground.commit(&first).unwrap();
    let lock = File::options().write(true).open(ground.site().join(".loa/lock")).unwrap();
    lock.lock().unwrap();
    let manner = Manner { patience: Duration::ZERO, home: None, before: &|_| Ok(()) };
    let busy = |text: Option<&str>| {
        let holder = ground.site().join(".loa/lock.pid");
        text.map_or_else(|| fs::remove_file(&holder).unwrap(), |text| put(&holder, text));
        commit_in(&site(2), &Origins::default(), &ground.site(), &ground.out(), &manner).unwrap_err()
    };
    for (text, expected) in [(Some("4711\n"), Some(4711)), (Some("half a numb"), None), (None, None)] {
        let refused = busy(text);
        assert!(matches!(&refused, Error::Busy { pid, .. } if *pid == expected), "{refused}");
        assert_eq!(refused.exit_code(), 3);
    }
    assert_same(&ground.published(), &clean(&first, &[]), "nothing was written");
    drop(lock);
    ground.commit(&site(2)).unwrap();
}
