//! What a broken page says of itself.

use loa::base::SitePath;
use loa::board::banners;

use crate::site::{File, edited, files, sound, step, text, words};

fn path(text: &str) -> SitePath {
    SitePath::new(text).unwrap()
}

/// A banner as it stands in a page of another language.
fn in_page(banner: &[u8]) -> String {
    let page =
        format!("<html lang=\"km\"><body>{}<main></main></body></html>", String::from_utf8(banner.to_vec()).unwrap());
    sound(&page);
    page
}

#[test]
fn a_broken_file_is_told_on_its_pages_and_nowhere_else() {
    let before = files();
    let broken = edited(&before, "content/bai/khop/vi.md", "title: Bài khớp", "title: \"Bài khớp\ntieu_de: x");
    let banners = banners(&step(&[before, broken]), &words("vi"));
    assert_eq!(banners.everywhere, None);
    assert!(
        banners.pages.keys().all(|page| page.as_str().ends_with("/bai/khop/index.html")),
        "{:?}",
        banners.pages.keys()
    );
    let page = in_page(&banners.pages[&path("km/bai/khop/index.html")]);
    for part in [
        "<div class=\"loa-bao\" role=\"alert\" lang=\"vi\" dir=\"ltr\"><link rel=\"stylesheet\" href=\"/_loa/bao.css\">",
        "content/bai/khop/vi.md:2:",
        "<mark>",
        "href=\"/_loa/tep/content/bai/khop/vi.md\"",
        "href=\"/_loa/\"",
        "Bên dưới là bản tốt gần nhất",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
}

#[test]
fn a_file_that_was_never_good_does_not_claim_so() {
    let broken = edited(&files(), "content/bai/khop/vi.md", "title: Bài khớp", "title: Bài khớp\ntieu_de: x");
    let banners = banners(&step(&[broken]), &words("vi"));
    let words = text(&in_page(&banners.pages[&path("vi/bai/khop/index.html")]));
    assert!(words.contains("Bên dưới là những gì còn đọc được.") && !words.contains("bản tốt gần nhất"), "{words}");
}

#[test]
fn the_first_error_is_told_in_full_and_the_others_by_name() {
    let broken =
        edited(&files(), "content/bai/khop/vi.md", "title: Bài khớp", "title: Bài khớp\nmot: x\nhai: x\nba: x");
    let banners = banners(&step(&[broken]), &words("vi"));
    let words = text(&in_page(&banners.pages[&path("vi/bai/khop/index.html")]));
    assert_eq!(words.matches("vì sao:").count(), 1, "{words}");
    assert!(words.contains("Còn 2 lỗi nữa ở trang này:") && words.contains("loa không biết mục \"ba\""), "{words}");
}

#[test]
fn broken_settings_are_told_on_every_page() {
    let before = files();
    let broken = edited(&before, "loa.yml", "title:", "titel:");
    let banners = banners(&step(&[before, broken]), &words("en"));
    let page = in_page(&banners.everywhere.unwrap());
    assert!(page.contains("lang=\"en\"") && page.contains("loa.yml:1:1"), "{page}");
    assert!(banners.pages.is_empty());
}

#[test]
fn hundreds_of_broken_pages_make_few_banners() {
    let mut files: Vec<File> = edited(&files(), "loa.yml", "vi, en, km, zh-Hant, lo, tyz", "vi, en");
    files.retain(|(path, _)| !path.starts_with("content/bai/cho/"));
    for n in 0..220 {
        let path: &'static str = format!("content/bai/hong-{n}/vi.md").leak();
        files.push((path, format!("---\ntitle: Bài {n}\nkhong_co: x\n---\nMột câu.\n")));
    }
    let banners = banners(&step(&[files]), &words("vi"));
    assert_eq!(banners.pages.len(), 220 * 2);
    let mut made: Vec<*const u8> = banners.pages.values().map(|bytes| bytes.as_ptr()).collect();
    made.sort_unstable();
    made.dedup();
    // Two hundred in full, shared by both languages of each entry, and one for all others.
    assert_eq!(made.len(), 201);
}
