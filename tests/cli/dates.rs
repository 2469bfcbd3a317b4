//! Which day it is: `--today`, else `SOURCE_DATE_EPOCH` as the clocks of Vietnam have it, else the clock.

use crate::ground::{Done, Site, done};

const PAGE: &str = "public/vi/bai/hen/index.html";

/// Midnight of 2026-12-01 in Hanoi.
const THE_FIRST: i64 = 1_796_058_000;

/// A site with an entry that waits for 2026-12-01.
fn waiting() -> Site {
    Site::with(&[("content/bai/hen/vi.md", "---\ntitle: Bài hẹn ngày\npublish_on: 2026-12-01\n---\n\nMột câu.\n")])
}

/// Builds with these words and this epoch, and tells whether the entry was published.
fn publishes(site: &Site, line: &[&str], epoch: &str) -> bool {
    done(site.command(&[&["build"], line].concat()).env("SOURCE_DATE_EPOCH", epoch)).ends_with(0);
    site.has(PAGE)
}

#[test]
fn the_epoch_decides_as_the_clocks_of_vietnam_have_it() {
    let site = waiting();
    assert!(!publishes(&site, &[], &(THE_FIRST - 1).to_string()));
    assert!(publishes(&site, &[], &THE_FIRST.to_string()));
    assert!(!publishes(&site, &[], "0"), "and it leaves again");
}

#[test]
fn the_day_on_the_command_line_goes_before_the_epoch() {
    let site = waiting();
    let (early, late) = ("0", &(THE_FIRST + 1).to_string()[..]);
    assert!(!publishes(&site, &["--today", "2026-11-30"], late));
    assert!(publishes(&site, &["--today", "1/12/2026"], early));
    assert!(publishes(&site, &["--today", "2026-12-01"], "không phải số"), "an epoch that is not needed is not read");
}

#[test]
fn a_check_has_the_same_day_as_a_build() {
    let site = waiting();
    let check = |day: &str| site.call(&["check", "--today", day, "--format", "json"]).ends_with(0);
    assert_eq!(check("2026-11-30").count("warnings"), 1);
    assert_eq!(check("2026-12-01").count("warnings"), 0);
}

#[test]
fn an_entry_leaves_the_site_after_its_last_day() {
    let site = Site::with(&[("content/bai/hen/vi.md", "---\ntitle: Bài\nexpires_on: 2026-12-01\n---\n")]);
    let publishes = |day: &str| {
        site.call(&["build", "--today", day]).ends_with(0);
        site.has(PAGE)
    };
    assert!(publishes("2026-11-30"));
    assert!(!publishes("2026-12-02"), "the calendar alone stops no build");
}

#[test]
fn an_epoch_that_is_no_number_is_refused() {
    let site = waiting();
    for epoch in ["x", "2026-12-01", "99999999999999999999", "1e9"] {
        let check: Done = done(site.command(&["check"]).env("SOURCE_DATE_EPOCH", epoch));
        check.ends_with(2).says("SOURCE_DATE_EPOCH").says(epoch);
    }
}

#[test]
fn without_either_the_clock_decides() {
    let site = waiting();
    for line in ["check", "build"] {
        done(site.command(&[line]).env_remove("SOURCE_DATE_EPOCH")).ends_with(0);
        done(site.command(&[line]).env("SOURCE_DATE_EPOCH", "")).ends_with(0);
    }
}

#[test]
fn a_new_entry_bears_the_day_of_the_epoch() {
    let site = Site::started();
    let epoch = THE_FIRST.to_string();
    done(site.command(&["new", "article", "bai-viet/moi"]).env("SOURCE_DATE_EPOCH", &epoch)).ends_with(0);
    assert!(site.text("content/bai-viet/moi/vi.md").contains("date: 2026-12-01\n"));
}
