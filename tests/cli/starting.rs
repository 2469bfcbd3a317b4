//! `loa new`: a site in an empty folder, and an entry of every kind in it.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use crate::ground::{Site, assert_same, codes};

/// All nine kinds, as they are typed.
const KINDS: [&str; 9] = ["article", "alert", "guide", "story", "event", "document", "hotline", "script", "page"];

#[test]
fn a_new_site_has_nothing_to_mend() {
    let site = Site::empty();
    let new = site.call(&["new"]).ends_with(0);
    assert_eq!(new.err, "");
    for path in ["loa.yml", "content/vi.md", "content/can-giup/xem-an-toan/vi.md", "content/duong-day-nong/111/vi.md"] {
        assert!(site.has(path) && new.out.contains(path), "{path}: {}", new.out);
    }
    let check = site.check(&["--format", "json"]).ends_with(0);
    assert_eq!((check.count("errors"), check.count("warnings")), (0, 0), "{}", check.out);
    assert!(!site.has("public") && !site.has(".loa"), "a check writes nothing");
}

#[test]
fn a_new_site_starts_in_a_folder_that_is_not_there_yet() {
    let site = Site::empty();
    site.call(&["new", "--site", "moi"]).ends_with(0);
    site.call(&["check", "--site", "moi"]).ends_with(0);
    assert!(site.has("moi/loa.yml") && !site.has("loa.yml"));
}

#[test]
fn a_new_site_is_told_to_programs_file_by_file() {
    let site = Site::empty();
    let new = site.call(&["new", "--format", "json"]).ends_with(0);
    let objects = new.objects();
    assert!(objects.len() > 5, "{}", new.out);
    for object in &objects {
        let path = object["created"].as_str().unwrap();
        assert!(site.has(path) && object.as_object().unwrap().len() == 1, "{object}");
    }
}

#[test]
fn a_folder_with_other_files_does_not_become_a_site_unasked() {
    let site = Site::empty();
    site.put("bai.docx", "PK");
    let before = site.listing("");
    site.call(&["new"]).ends_with(2).says("loa.yml");
    assert_same(&before, &site.listing(""));
}

#[test]
fn every_file_of_a_build_stands_in_the_manifest_with_its_digest() {
    let site = Site::started();
    site.build(&[]).ends_with(0);
    let files = site.listing("public");
    let manifest = site.text("public/MANIFEST.sha256");
    let (first, lines) = manifest.split_once('\n').unwrap();
    assert_eq!(first, "# loa manifest 1");
    let entry = |line: &str| line.split_once("  ").map(|(sum, path)| (path.to_owned(), sum.to_owned())).unwrap();
    let listed: BTreeMap<String, String> = lines.lines().map(entry).collect();
    let hex = |bytes: &[u8]| Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let other = |path: &&String| !path.ends_with('/') && *path != "MANIFEST.sha256";
    let found = files.keys().filter(other).map(|path| (path.clone(), hex(&files[path]))).collect();
    assert_eq!(listed, found);
    assert!(listed.len() > 15 && listed.contains_key("vi/canh-bao/viec-nhe-luong-cao/index.html"), "{listed:?}");
    assert!(lines.lines().map(entry).is_sorted() && lines.lines().count() == listed.len(), "{manifest}");
    for path in listed.keys() {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "./-".contains(c);
        assert!(path.chars().all(plain) && path.len() <= 150, "{path}");
    }
}

#[test]
fn a_second_build_touches_nothing() {
    let site = Site::started();
    site.build(&[]).ends_with(0);
    let (before, times) = (site.listing("public"), site.times("public"));
    site.build(&[]).ends_with(0);
    assert_same(&before, &site.listing("public"));
    assert_eq!(times, site.times("public"));
}

#[test]
fn an_entry_of_every_kind_begins_with_comments_and_without_errors() {
    let site = Site::started();
    for kind in KINDS {
        let path = format!("content/muc-{kind}/bai-moi/vi.md");
        let new = site.call(&["new", kind, &format!("muc-{kind}/bai-moi")]).ends_with(0);
        assert!(new.out.contains(&path) && new.err.is_empty(), "{kind}: {}{}", new.out, new.err);
        let text = site.text(&path);
        let comments = text.lines().filter(|line| line.starts_with("# ") && !line.is_ascii()).count();
        assert!(comments >= 5, "{kind}: {text}");
        assert!(text.contains("date: 2026-11-22\n"), "{kind}: {text}");
    }
    let check = site.check(&["--format", "json"]).ends_with(0);
    let findings = check.findings();
    assert_eq!(check.count("errors"), 0, "{}", check.out);
    assert!(codes(&findings).iter().all(|code| *code == "left-out"), "only drafts may be warned about: {}", check.out);
    let drafts = site.build(&["--drafts"]).ends_with(0);
    for kind in KINDS {
        assert!(site.has(&format!("public/vi/muc-{kind}/bai-moi/index.html")), "{kind}: {}", drafts.err);
    }
}

#[test]
fn an_entry_is_never_written_over() {
    let site = Site::started();
    for kind in KINDS {
        let (name, path) = (format!("muc-{kind}/bai-moi"), format!("content/muc-{kind}/bai-moi/vi.md"));
        site.call(&["new", kind, &name]).ends_with(0);
        site.put(&path, "của tôi");
        let before = site.listing("");
        site.call(&["new", kind, &name]).ends_with(2).says("vi.md");
        assert_same(&before, &site.listing(""));
    }
}

#[test]
fn a_path_is_taken_as_people_write_it() {
    let site = Site::started();
    for (typed, path) in [
        ("canh-bao\\mot", "content/canh-bao/mot/vi.md"),
        ("content/canh-bao/hai", "content/canh-bao/hai/vi.md"),
        ("content\\canh-bao\\ba\\vi.md", "content/canh-bao/ba/vi.md"),
        ("./canh-bao/bon/", "content/canh-bao/bon/vi.md"),
    ] {
        let new = site.call(&["new", "alert", typed]).ends_with(0);
        assert!(site.has(path) && new.out.contains(path), "{typed}: {}", new.out);
    }
    site.call(&["new", "cảnh báo", "canh-bao/nam"]).ends_with(0);
    site.check(&[]).ends_with(0);
}

#[test]
fn a_path_that_is_no_address_is_refused_with_one_that_is() {
    let site = Site::started();
    let before = site.listing("");
    for (typed, right) in [
        ("Cảnh báo mới", "canh-bao-moi"),
        ("canh-bao/Cảnh báo mới", "canh-bao/canh-bao-moi"),
        ("canh-bao/Đường_dây", "canh-bao/duong-day"),
    ] {
        site.call(&["new", "alert", typed]).ends_with(2).says(right);
    }
    for typed in ["..", "../ngoai", "canh-bao/../../ngoai", "/", ""] {
        site.call(&["new", "alert", typed]).ends_with(2);
    }
    assert_same(&before, &site.listing(""));
    assert!(!site.top().join("ngoai").exists());
}

#[test]
fn a_name_that_the_site_needs_itself_is_refused() {
    let site = Site::started();
    let before = site.listing("");
    for name in ["trang-2", "chu-de", "a-z", "tim", "lich", "assets"] {
        site.call(&["new", "article", name]).ends_with(2).says(&format!("\"{name}\""));
        site.call(&["new", "article", &format!("bai-viet/{name}")]).ends_with(2).says(&format!("\"{name}\""));
    }
    assert_same(&before, &site.listing(""));
}

#[test]
fn a_name_that_a_server_hides_is_refused() {
    let site = Site::started();
    let before = site.listing("");
    for name in ["bin", "bai-viet/bin", "con", "bai-viet/nul"] {
        site.call(&["new", "article", name]).ends_with(2);
    }
    assert_same(&before, &site.listing(""));
}

#[test]
fn an_unknown_kind_is_answered_with_the_nearest_one() {
    let site = Site::started();
    let before = site.listing("");
    site.call(&["new", "alrt", "canh-bao/a"]).ends_with(2).says("\"alert\"");
    site.call(&["new", "canh bao", "canh-bao/a"]).ends_with(2).says("\"alert\"");
    let far = site.call(&["new", "xyzzy", "canh-bao/a"]).ends_with(2);
    assert!(KINDS.iter().all(|kind| far.err.contains(kind)), "{}", far.err);
    assert_same(&before, &site.listing(""));
}

#[test]
fn an_entry_lies_in_a_section_and_not_in_another_entry() {
    let site = Site::started();
    let before = site.listing("");
    site.call(&["new", "article", "canh-bao/viec-nhe-luong-cao/trong"])
        .ends_with(2)
        .says("content/canh-bao/viec-nhe-luong-cao");
    assert_same(&before, &site.listing(""));
    site.call(&["new", "event", "ngay-hoi/mot"]).ends_with(0);
    assert!(site.text("content/ngay-hoi/vi.md").contains("entries: event\n"), "the section is made with its entry");
    site.call(&["new", "article", "ngay-hoi/hai"]).ends_with(0);
    assert!(site.text("content/ngay-hoi/hai/vi.md").contains("kind: article\n"), "another kind is written down");
    site.check(&[]).ends_with(0);
}

#[test]
fn what_cannot_be_asked_is_told() {
    let site = Site::started();
    let before = site.listing("");
    site.call(&["new"]).ends_with(2).says("loa new alert");
    site.call(&["new", "alert"]).ends_with(2).says("loa new alert");
    assert_same(&before, &site.listing(""));
}
