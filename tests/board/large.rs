//! A large site has a short board.

use loa::board::{Board, Facts};

use crate::site::{File, edited, files, follow, page, step, text, words};

/// Bytes that the board may have, whatever the site (300 KB: a second on a slow network between laptop and phone).
const BYTES: usize = 300_000;

fn entry(n: usize, lang: &str, front: &str) -> File {
    let path: &'static str = format!("content/bai/b-{n:04}/{lang}.md").leak();
    (path, format!("---\ntitle: Bài {n}\n{front}---\nMột câu <b>đậm</b>.\n"))
}

#[test]
fn thousands_of_entries_and_warnings_are_counted_and_not_listed() {
    let mut files = edited(&files(), "loa.yml", "vi, en, km, zh-Hant, lo, tyz", "vi, en");
    files.retain(|(path, _)| !path.starts_with("content/bai/cho/"));
    for n in 0..300 {
        files.push(entry(n, "vi", "review_by: 2026-01-01\nstatus: draft\n"));
        files.push(entry(n, "en", ""));
    }
    let board = Board::new(step(&[files]), Facts::default(), words("vi"));
    let home = page(&board, "");
    assert!(home.len() < BYTES, "{} bytes", home.len());
    let words = text(&home);
    for part in ["Bài viết (310 bài)", "Xem tất cả 30", "chỗ nữa"] {
        assert!(words.contains(part), "{part}: {words}");
    }
    follow(&board, &home);
    let mut seen = 0;
    for n in 1.. {
        let path = if n == 1 { "bang-dich/bai".to_owned() } else { format!("bang-dich/bai/trang-{n}") };
        let Some(_) = board.page(&path) else { break };
        let page = page(&board, &path);
        assert!(page.len() < BYTES, "{path}: {} bytes", page.len());
        seen += page.matches("<th scope=\"row\">").count();
    }
    assert_eq!(seen, 310);
    let codes = page(&board, "loi/raw-html/trang-2");
    assert!(codes.len() < BYTES && codes.contains("aria-current=\"page\">2<"), "{} bytes", codes.len());
}
