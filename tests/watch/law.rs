//! What is shown is what a clean build of the folder gives, after every edit, through real events.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::{Arc, Mutex};

use loa::base::{Date, Severity, SitePath};
use loa::model::{Snapshot, Source};
use loa::{Memo, Step, draft};

use crate::followed::{Followed, same_files, today};
use crate::ground::Site;
use crate::support::edits;
use crate::support::sites::{self, Choices, Files};

/// Edits of one run; `LOA_STEPS` says another number.
const STEPS: usize = 40;

fn number(name: &str) -> Option<usize> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

/// Bytes that look random and are the same in every run.
fn drawn(seed: &mut u64, count: usize) -> Vec<u8> {
    let mut next = || {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*seed >> 33) as u8
    };
    (0..count).map(|_| next()).collect()
}

/// What is written for a file of a random site: a picture is only a name and a number there.
fn bytes(source: &Source) -> Vec<u8> {
    match source {
        Source::Text { bytes, .. } => bytes.to_vec(),
        Source::Media(media) => format!("{media:?}").into_bytes(),
    }
}

/// Brings the folder from one state to the next, as an editor would: nothing is touched that stays.
fn write(site: &Site, old: &Files, new: &Files) {
    let is_other = |path: &str, source: &Source| old.get(path).is_none_or(|old| bytes(old) != bytes(source));
    for path in old.keys().filter(|path| !new.contains_key(*path)) {
        fs::remove_file(site.path(path)).unwrap();
    }
    for (path, source) in new.iter().filter(|(path, source)| is_other(path, source)) {
        site.put(path, bytes(source));
    }
}

/// The last good bytes of each file, step by step.
#[derive(Default)]
struct Good(BTreeMap<SitePath, Source>);

impl Good {
    fn see(&mut self, step: &Step) {
        let errors = step.diagnostics.iter().filter(|finding| finding.severity == Severity::Error);
        let faulty: BTreeSet<SitePath> = errors.filter_map(|error| SitePath::new(&error.place.path).ok()).collect();
        let sound = step.snapshot.files.iter().filter(|(path, _)| !faulty.contains(*path));
        self.0.extend(sound.map(|(path, source)| (path.clone(), source.clone())));
    }

    /// The site that is to be shown.
    fn mend(&self, step: &Step) -> Snapshot {
        let mut mended = (*step.snapshot).clone();
        for path in &step.broken.kept {
            mended.files.insert(path.clone(), self.0[path].clone());
        }
        mended
    }
}

#[test]
fn what_is_shown_is_a_clean_build_of_what_is_there() {
    let mut seed = number("LOA_SEED").unwrap_or(0) as u64;
    let day = Arc::new(Mutex::new(today()));
    let asked = Arc::clone(&day);
    let site = Site::empty();
    let mut files = sites::site(&mut Choices(&drawn(&mut seed, 400)));
    write(&site, &Files::new(), &files);
    let mut followed = Followed::start_on(site, false, move || *asked.lock().unwrap());
    let (mut good, mut seen, mut steps) = (Good::default(), 0, 0);
    while steps < number("LOA_STEPS").unwrap_or(STEPS) {
        let before = files.clone();
        let mut date: Date = *day.lock().unwrap();
        let what = edits::edit(&mut files, &mut Choices(&drawn(&mut seed, 60)), &mut date);
        // A site that has lost all its folders is none.
        if !files.keys().any(|path| path.starts_with("content/") || path == "loa.yml") {
            files = before;
            continue;
        }
        steps += 1;
        write(&followed.site, &before, &files);
        if std::mem::replace(&mut *day.lock().unwrap(), date) != date {
            // A day that changes alone is noticed at the next look, and a touched file is looked at.
            let (path, source) = files.first_key_value().unwrap();
            followed.site.put(path, bytes(source));
        }
        let there = followed.read().snapshot;
        followed.until(&what, |now| {
            let snapshot = &now.now().snapshot;
            same_files(snapshot, &there) && snapshot.today == date
        });
        followed.steps[seen..].iter().for_each(|change| good.see(&change.step));
        seen = followed.steps.len();
        let step = followed.now();
        let clean = draft(&step.snapshot, &mut Memo::default());
        assert_eq!(step.diagnostics, clean.diagnostics(), "{steps}: {what}");
        let clean = draft(&good.mend(step), &mut Memo::default());
        // A theme that cannot be read at all makes no pages: those from before stay.
        if !clean.pages().files.is_empty() {
            assert!(step.draft.pages() == clean.pages(), "{steps}: {what}: the pages are not those of a clean build");
            assert!(step.draft.rest() == clean.rest(), "{steps}: {what}: the rest is not that of a clean build");
        }
        // What is long past is no part of the law, and need not be held.
        followed.steps.drain(..seen - 1);
        seen = 1;
    }
}
