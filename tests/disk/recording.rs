//! What a build leaves for the next: never believed unless the output is exactly what was built.

use std::fs;
use std::io;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use loa::disk::{Before, Error, Manner, Origins, Said, Step, Written, commit_and_remember, recall};
use loa::model::{Snapshot, Tree, Weights};

use crate::ground::{Ground, clean, put, tree};

const OLD: &[(&str, &str)] = &[("index.html", "old home"), ("vi/a/index.html", "old a"), ("vi/b/index.html", "same")];
const NEW: &[(&str, &str)] = &[("index.html", "new home"), ("vi/b/index.html", "same"), ("vi/c/index.html", "new c")];

fn site(files: &[(&'static str, &'static str)]) -> Tree {
    tree(files.iter().copied())
}

/// A snapshot for each tree: what a build is known by are its sources.
fn snapshot(ground: &Ground, text: &str) -> Snapshot {
    ground.put("content/vi.md", text);
    ground.read().snapshot
}

fn commit(ground: &Ground, tree: &Tree, snapshot: &Snapshot, before: Before<'_>) -> Result<Written, Error> {
    let weights = Weights::default();
    let said = Said { snapshot, pages: 2, weights: &weights, diagnostics: &[] };
    let manner = Manner { patience: Duration::from_secs(30), home: None, before };
    commit_and_remember(tree, &Origins::default(), &ground.site(), &ground.out(), &manner, &said)
}

/// Whether the next build of this snapshot would stop there.
fn is_believed(ground: &Ground, snapshot: &Snapshot) -> bool {
    recall(&ground.site(), snapshot).is_some_and(|last| last.stands(&ground.site(), &ground.out()))
}

#[test]
fn a_killed_build_is_never_believed_unless_all_is_there() {
    for number in 0.. {
        let ground = Ground::quick();
        let (old, new) = (snapshot(&ground, "old"), snapshot(&ground, "new"));
        commit(&ground, &site(OLD), &old, &|_| Ok(())).unwrap();
        assert!(is_believed(&ground, &old) && !is_believed(&ground, &new));
        let steps = AtomicUsize::new(0);
        let before = |_: Step<'_>| match steps.fetch_add(1, Ordering::SeqCst) < number {
            true => Ok(()),
            false => Err(io::Error::other("killed")),
        };
        let _ = commit(&ground, &site(NEW), &new, &before);
        for (snapshot, files) in [(&old, OLD), (&new, NEW)] {
            let is_whole = ground.published() == clean(&site(files), &[]);
            assert!(is_whole || !is_believed(&ground, snapshot), "killed at {number}");
        }
        if steps.into_inner() <= number {
            assert!(is_believed(&ground, &new) && number > 20, "{number}");
            break;
        }
    }
}

#[test]
fn the_last_build_is_forgotten_before_anything_is_written_and_recorded_last_of_all() {
    let ground = Ground::new();
    let (old, new) = (snapshot(&ground, "old"), snapshot(&ground, "new"));
    commit(&ground, &site(OLD), &old, &|_| Ok(())).unwrap();
    let log = Mutex::new(Vec::new());
    let watch = |step: Step<'_>| {
        log.lock().unwrap().push(format!("{step:?}").replace(r"\\", "/"));
        Ok(())
    };
    commit(&ground, &site(NEW), &new, &watch).unwrap();
    let log = log.into_inner().unwrap();
    let first = log.iter().position(|step| step.contains("public")).unwrap();
    let last = log.iter().rposition(|step| step.contains("public")).unwrap();
    let forgotten =
        log.iter().position(|step| step.starts_with("DeleteFile") && step.contains("cache/last\"")).unwrap();
    let recorded = log.iter().position(|step| step.starts_with("Rename") && step.contains("cache/last\"")).unwrap();
    assert!(forgotten < first && last < recorded, "{log:#?}");
}

#[test]
fn a_file_that_somebody_changes_while_the_build_ends_is_not_taken_for_ours() {
    for name in ["index.html", "vi/b/index.html"] {
        let ground = Ground::new();
        let (old, new) = (snapshot(&ground, "old"), snapshot(&ground, "new"));
        commit(&ground, &site(OLD), &old, &|_| Ok(())).unwrap();
        let file = ground.out().join(name);
        let before = |step: Step<'_>| {
            if matches!(step, Step::DeleteFolder(folder) if folder.ends_with(".public.loa-tmp")) {
                let length = fs::read(&file).unwrap().len();
                put(&file, vec![b'x'; length]);
            }
            Ok(())
        };
        commit(&ground, &site(NEW), &new, &before).unwrap();
        assert!(!is_believed(&ground, &new), "{name}");
        commit(&ground, &site(NEW), &new, &|_| Ok(())).unwrap();
        assert!(is_believed(&ground, &new) && ground.published() == clean(&site(NEW), &[]), "{name}");
    }
}

#[test]
fn a_build_with_a_warning_is_not_recorded() {
    let ground = Ground::new();
    let new = snapshot(&ground, "new");
    let held = |step: Step<'_>| match step {
        Step::DeleteFolder(path) if path.ends_with(".public.loa-tmp") => Err(io::ErrorKind::PermissionDenied.into()),
        _ => Ok(()),
    };
    assert_eq!(commit(&ground, &site(NEW), &new, &held).unwrap().warnings.len(), 1);
    assert!(!ground.site().join(".loa/cache/last").exists());
}
