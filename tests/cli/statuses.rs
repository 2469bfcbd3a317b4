//! Exit statuses: 0 good, 1 the content has errors, 2 the call or the settings have. The rest of DESIGN section 5 is in
//! the library's own tests.

use crate::ground::{Site, TODAY, assert_same, codes, command, done};

const GOOD: &str = "---\ntitle: Một bài\n---\n\nMột câu.\n";
const BAD: &str = "---\ntitle: Một bài\nsumary: Lời dẫn.\n---\n\nGọi 0300 000 000.\n";

#[test]
fn good_content_ends_with_0() {
    let site = Site::with(&[("content/bai/mot/vi.md", GOOD)]);
    for line in [&["check"][..], &["build"], &["check", "--format", "json"], &["build", "--format", "json"]] {
        site.call(line).ends_with(0);
    }
    site.call(&["explain", "unknown-phone"]).ends_with(0);
}

#[test]
fn a_warning_is_no_error() {
    let site = Site::with(&[("content/bai/mot/vi.md", "---\ntitle: Một bài\nstatus: draft\n---\n")]);
    let check = site.check(&["--format", "json"]).ends_with(0);
    assert_eq!((check.count("errors"), check.count("warnings")), (0, 1), "{}", check.out);
    site.build(&[]).ends_with(0);
}

#[test]
fn errors_of_the_content_end_with_1() {
    let site = Site::with(&[("content/bai/mot/vi.md", BAD)]);
    for line in [&["check"][..], &["build"], &["check", "--format", "json"], &["build", "--format", "json"]] {
        site.call(line).ends_with(1);
    }
    assert!(!site.has("public"));
}

#[test]
fn a_release_asks_more_than_a_build() {
    let site = Site::with(&[]);
    site.edit("content/so/111/vi.md", "2026-11-21", "2025-11-21");
    let check = site.check(&["--format", "json"]).ends_with(0);
    assert_eq!(check.count("warnings"), 1, "{}", check.out);
    site.build(&[]).ends_with(0);
    let release = site.check(&["--release", "--format", "json"]).ends_with(1);
    assert_eq!(release.findings()[0]["code"], "hotline-unverified");
}

#[test]
fn a_slip_on_the_command_line_ends_with_2_and_names_the_word() {
    let site = Site::with(&[]);
    let before = site.listing("");
    for (line, word) in [
        (&["biuld"][..], "\"build\""),
        (&["check", "--realease"], "--release"),
        (&["build", "--xyzzy"], "--xyzzy"),
        (&["build", "nhanh"], "\"nhanh\""),
        (&["build", "--out"], "--out"),
        (&["build", "--out", "a", "--out", "b"], "--out"),
        (&["build", "--today", "7/2026"], "\"7/2026\""),
        (&["build", "--today", "2026-13-01"], "\"2026-13-01\""),
        (&["check", "--today", "hôm nay"], "\"hôm nay\""),
        (&["build", "--base-url", "congthongtin.example"], "https://"),
        (&["build", "--base-url", "https://a.example/?x=1"], "https://a.example/?x=1"),
        (&["build", "--base-url", "mailto:a@a.example"], "mailto:a@a.example"),
        (&["build", "--base-url", "javascript:alert(1)"], "javascript:alert(1)"),
        (&["--format", "xml", "check"], "human"),
        (&["--ui-lang", "fr", "check"], "\"fr\""),
        (&["explain"], "explain"),
        (&["explain", "unknown-phon"], "\"unknown-phone\""),
        (&[], "loa build"),
    ] {
        let done = site.call(line).ends_with(2).says(word);
        assert_eq!(done.out, "", "{line:?}");
    }
    assert_same(&before, &site.listing(""));
}

#[test]
fn settings_that_are_broken_end_with_2_and_nothing_is_written() {
    for (settings, code) in [
        (&b"title: Trang: th\xE1\xBB\xAD\n"[..], "unquoted-colon"),
        (b"title: [Trang\n", "yaml-syntax"),
        (b"tilte: Trang\n", "missing-key"),
        (b"title: Trang\nlanguages: [ti]\nngon_ngu: [vi]\n", "unknown-key"),
        (b"title: Trang\nper_page: nhieu\n", "wrong-type"),
        (b"title: Trang\nbase_url: https://a.example/?x=1\n", "base-url-form"),
        (b"\xFF\xFEt\0i\0t\0l\0e\0", "utf-16-file"),
        (b"", "missing-key"),
    ] {
        let site = Site::with(&[]);
        site.put("loa.yml", settings);
        let before = site.listing("");
        let check = site.check(&["--format", "json"]).ends_with(2);
        let found = check.findings();
        assert!(found.iter().any(|finding| finding["code"] == code && finding["path"] == "loa.yml"), "{found:?}");
        site.build(&[]).ends_with(2);
        site.build(&["--keep-going"]).ends_with(2);
        assert_same(&before, &site.listing(""));
    }
}

#[test]
fn a_folder_that_is_no_site_ends_with_2() {
    let site = Site::empty();
    for command in ["check", "build"] {
        site.call(&[command]).ends_with(2).says("loa.yml");
        let elsewhere = site.call(&[command, "--site", "khong-co"]).ends_with(2).says("khong-co");
        assert_eq!(elsewhere.out, "");
    }
    site.put("ghi-chu.txt", "x");
    site.call(&["check", "--site", "ghi-chu.txt"]).ends_with(2);
    assert_eq!(site.listing("").len(), 1, "nothing was made");
}

#[test]
fn a_site_that_lacks_a_half_is_told_which() {
    for (path, text, status, code) in
        [("content/vi.md", GOOD, 2, "no-config"), ("loa.yml", "title: Trang\n", 2, "no-content")]
    {
        let site = Site::empty();
        site.put(path, text);
        let before = site.listing("");
        let check = site.check(&["--format", "json"]).ends_with(status);
        assert_eq!(codes(&check.findings()), [code], "{}", check.out);
        site.build(&[]).ends_with(status);
        site.build(&["--keep-going"]).ends_with(status);
        assert_same(&before, &site.listing(""));
    }
}

#[test]
fn help_is_an_answer_in_both_languages() {
    let site = Site::empty();
    let folder = site.path("");
    for (tag, word) in [("vi", "Cách dùng"), ("en", "Usage")] {
        for line in [&["--help"][..], &["-h"], &["new", "--help"], &["explain", "-h"]] {
            let help = done(command(&folder, line).env("LOA_LANG", tag)).ends_with(0);
            assert!(help.out.contains(word) && help.err.is_empty(), "{line:?}: {}{}", help.out, help.err);
        }
    }
    assert!(site.call(&["--version"]).ends_with(0).out.starts_with("loa "));
}

#[test]
fn a_day_is_typed_in_three_forms() {
    let site = Site::with(&[]);
    for day in [TODAY, "22/11/2026", "22-11-2026"] {
        site.call(&["check", "--today", day]).ends_with(0);
    }
}
