//! `loa build`: a build with errors changes nothing, and each option does what it says.

use std::fs;

use crate::ground::{Site, assert_same, codes};

const GOOD: &str = "---\ntitle: Bài tốt\n---\n\nXem [bài hỏng](../hong/).\n";
const BROKEN: &str = "---\ntitle: Bài hỏng\nsumary: x\n---\n\nMột câu.\n";
const MENDED: &str = "---\ntitle: Bài hỏng\nsummary: x\n---\n\nMột câu.\n";

fn site() -> Site {
    Site::with(&[("content/bai/tot/vi.md", GOOD), ("content/bai/hong/vi.md", MENDED)])
}

#[test]
fn a_first_build_with_errors_makes_no_folder() {
    let site = site();
    site.put("content/bai/hong/vi.md", BROKEN);
    let before = site.listing("");
    site.build(&[]).ends_with(1);
    site.build(&["--out", "ra"]).ends_with(1);
    assert_same(&before, &site.listing(""));
}

#[test]
fn a_build_with_errors_keeps_the_old_site_byte_for_byte() {
    let site = site();
    site.build(&[]).ends_with(0);
    let (before, times) = (site.listing("public"), site.times("public"));
    site.put("content/bai/hong/vi.md", BROKEN);
    site.edit("content/bai/tot/vi.md", "Bài tốt", "Bài tốt hơn");
    fs::remove_dir_all(site.path("content/so/1800-1567")).unwrap();
    site.build(&[]).ends_with(1).says("Chưa ghi gì vào public");
    site.build(&["--format", "json"]).ends_with(1);
    assert_same(&before, &site.listing("public"));
    assert_eq!(times, site.times("public"));
    site.put("content/bai/hong/vi.md", MENDED);
    site.build(&[]).ends_with(0);
    assert!(site.text("public/vi/bai/tot/index.html").contains("<h1>Bài tốt hơn</h1>"));
}

#[test]
fn going_on_leaves_out_the_broken_entry_and_publishes_the_rest() {
    let site = site();
    site.build(&[]).ends_with(0);
    assert!(site.has("public/vi/bai/hong/index.html"));
    site.put("content/bai/hong/vi.md", BROKEN);
    site.edit("content/bai/tot/vi.md", "Bài tốt", "Bài tốt hơn");
    let build = site.build(&["--keep-going"]).ends_with(1).says("lỗi[unknown-key]: ");
    assert!(!build.err.contains("Chưa ghi gì vào public"), "{}", build.err);
    assert!(!site.has("public/vi/bai/hong/index.html"), "a page with errors is not published, an older one neither");
    let page = site.text("public/vi/bai/tot/index.html");
    assert!(page.contains("<h1>Bài tốt hơn</h1>") && !page.contains("hong/index.html"), "{page}");
    for list in ["public/vi/bai/index.html", "public/vi/a-z/index.html", "public/vi/index.html"] {
        assert!(!site.text(list).contains("Bài hỏng"), "{list}");
    }
    let json = site.build(&["--keep-going", "--format", "json"]).ends_with(1);
    assert_eq!((json.count("errors"), codes(&json.findings())[0]), (1, "unknown-key"));
    let files = site.listing("public").into_keys().filter(|path| !path.ends_with('/')).count();
    assert_eq!(json.count("files"), files as u64);
}

#[test]
fn going_on_with_nothing_wrong_is_a_plain_build() {
    let (plain, going_on) = (site(), site());
    plain.build(&[]).ends_with(0);
    going_on.build(&["--keep-going"]).ends_with(0);
    assert_same(&plain.listing("public"), &going_on.listing("public"));
}

#[test]
fn going_on_does_not_go_on_without_a_home_page() {
    let site = site();
    site.build(&[]).ends_with(0);
    let before = site.listing("public");
    site.put("content/vi.md", "---\ntitle: Trang chủ\nsumary: x\n---\n");
    site.build(&["--keep-going"]).ends_with(1).says("Chưa ghi gì vào public");
    assert_same(&before, &site.listing("public"));
}

#[test]
fn drafts_are_published_when_they_are_asked_for_and_leave_again() {
    let site = site();
    site.put("content/bai/nhap/vi.md", "---\ntitle: Bài nháp\nstatus: draft\n---\n\nMột câu.\n");
    site.put("content/bai/cho/vi.md", "---\ntitle: Bài chờ duyệt\nstatus: review\n---\n\nMột câu.\n");
    let pages = ["public/vi/bai/nhap/index.html", "public/vi/bai/cho/index.html"];
    let published = || pages.map(|page| site.has(page));
    site.build(&[]).ends_with(0).says("cảnh báo[left-out]: ");
    assert_eq!(published(), [false, false]);
    site.build(&["--drafts"]).ends_with(0);
    assert_eq!(published(), [true, true]);
    assert!(site.text("public/vi/bai/index.html").contains("Bài nháp"));
    site.build(&[]).ends_with(0);
    assert_eq!(published(), [false, false]);
    assert!(!site.text("public/vi/bai/index.html").contains("Bài nháp"));
}

#[test]
fn a_base_address_adds_what_needs_one() {
    let site = site();
    site.edit("content/bai/tot/vi.md", "---\ntitle", "---\ndate: 2026-11-01\ntitle");
    let whole = ["public/sitemap.xml", "public/vi/feed.xml", "public/vi/bai/feed.xml"];
    let page = || site.text("public/vi/bai/tot/index.html");
    site.build(&[]).ends_with(0);
    assert!(whole.iter().all(|path| !site.has(path)), "{:?}", site.listing("public").keys());
    assert!(!page().contains("rel=\"canonical\"") && !page().contains("https://"), "{}", page());

    for address in ["https://cong.example/a/b", "https://cong.example/a/b/"] {
        site.build(&["--base-url", address]).ends_with(0);
        let canonical = "<link rel=\"canonical\" href=\"https://cong.example/a/b/vi/bai/tot/index.html\">";
        assert!(page().contains(canonical), "{}", page());
        let feed = site.text("public/vi/bai/feed.xml");
        assert!(feed.contains("https://cong.example/a/b/vi/bai/tot/index.html"), "{feed}");
        assert!(site.text("public/sitemap.xml").contains("https://cong.example/a/b/vi/bai/tot/index.html"));
        assert!(whole.iter().all(|path| site.has(path)));
    }

    site.edit("loa.yml", "title", "base_url: https://khac.example/\ntitle");
    site.build(&["--base-url", "https://cong.example/"]).ends_with(0);
    assert!(page().contains("href=\"https://cong.example/vi/bai/tot/index.html\""), "the command line goes first");
    assert!(!page().contains("khac.example"), "{}", page());
    site.build(&[]).ends_with(0);
    assert!(page().contains("href=\"https://khac.example/vi/bai/tot/index.html\""), "{}", page());

    site.edit("loa.yml", "base_url: https://khac.example/\n", "");
    site.build(&[]).ends_with(0);
    assert!(whole.iter().all(|path| !site.has(path)), "what needs an address leaves with it");
}

#[test]
fn an_entry_that_cannot_be_published_is_told_and_not_dropped() {
    // IIS answers 404 for every address with this part in it.
    let site = Site::with(&[("content/bin/vi.md", "---\ntitle: Thùng rác\n---\n\nMột câu.\n")]);
    let check = site.check(&["--format", "json"]).ends_with(1);
    let findings = check.findings();
    assert!(
        findings.iter().any(|finding| finding["path"].as_str().unwrap().starts_with("content/bin")),
        "{findings:?}"
    );
    site.build(&[]).ends_with(1);
    assert!(!site.has("public"));
}

#[test]
fn nothing_is_said_to_be_not_published_for_a_wrong_reason() {
    let site = site();
    site.put("content/bai/hong/vi.md", BROKEN);
    let build = site.build(&["--keep-going"]).ends_with(1).says("cảnh báo[link-to-left-out]: ");
    assert!(!build.err.contains("không đăng riêng"), "the entry has errors, which is why: {}", build.err);
}
