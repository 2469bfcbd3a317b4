//! The smallest site and the fullest `loa.yml`.

use crate::ground::{Site, codes};

/// Every key of the plan (DESIGN section 3).
const FULL: &str = "\
title:
  vi: Trang thử
  km: ទំព័រ
languages: [vi, km]
base_url: https://congthongtin.example/pcmbn/
theme: default
nav: [bai, so]
per_page: 5
review: required
leave_quickly_to: https://thoi-tiet.example/
units:
  don-vi-a:
    vi: Đơn vị A, tỉnh X
    km: ក
  don-vi-b: Đơn vị B
topics:
  online-scam:
    vi: Lừa đảo trực tuyến
    km: ខ
outputs: [pages, search, feeds, sitemap, cards, fragments, json_feed]
budgets:
  page: 25
i18n:
  stale_after_days: 90
accepted:
  - code: left-out
    place: content/bai/nhap
    reason: còn đang viết
    date: 2026-11-01
report:
  unit: Đơn vị A
";

const APPROVED: &str = "status: approved\nreviewed_by: Trưởng phòng\n";

#[test]
fn a_site_of_settings_and_a_home_page_builds() {
    let site = Site::empty();
    site.put("loa.yml", "title: Trang\n");
    site.put("content/vi.md", "---\ntitle: Chào\n---\n");
    let check = site.check(&["--format", "json"]).ends_with(0);
    assert_eq!((check.count("errors"), check.count("warnings")), (0, 0), "{}", check.out);
    site.build(&[]).ends_with(0);
    for path in ["index.html", "404.html", "robots.txt", "vi/index.html", "lich/index.html", "MANIFEST.sha256"] {
        assert!(site.has(&format!("public/{path}")), "{path}");
    }
    assert!(site.text("public/vi/index.html").contains("<h1>Chào</h1>"));
}

#[test]
fn settings_with_every_key_of_the_plan_build() {
    let entry = format!("---\ntitle: Một bài\nunits: [don-vi-a]\ntopics: [online-scam]\n{APPROVED}---\n\nMột câu.\n");
    let draft = "---\ntitle: Bài nháp\nstatus: draft\n---\n";
    let site = Site::with(&[("loa.yml", FULL), ("content/bai/mot/vi.md", &entry), ("content/bai/nhap/vi.md", draft)]);
    for file in ["content/vi.md", "content/bai/vi.md", "content/so/vi.md", "content/so/111/vi.md"] {
        site.edit(file, "---\ntitle", &format!("---\n{APPROVED}title"));
    }
    let check = site.check(&["--format", "json"]).ends_with(0);
    let findings = check.findings();
    assert!(codes(&findings).iter().all(|code| *code == "language-strings-unreviewed"), "{}", check.out);
    site.build(&[]).ends_with(0);
    for path in ["vi/bai/mot/index.html", "km/bai/mot/index.html", "vi/chu-de/online-scam/index.html", "sitemap.xml"] {
        assert!(site.has(&format!("public/{path}")), "{path}");
    }
    let page = site.text("public/vi/bai/mot/index.html");
    assert!(page.contains("Đơn vị A, tỉnh X") && page.contains("Lừa đảo trực tuyến"), "{page}");
    assert!(!site.has("public/vi/bai/nhap/index.html"));
}

#[test]
fn an_unknown_key_in_the_settings_gets_the_right_one() {
    let site = Site::with(&[("loa.yml", "title: Trang\nlanguage: [vi]\n")]);
    site.build(&[]).ends_with(2).says("\"languages\"");
}
