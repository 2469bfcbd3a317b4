//! A translation beside its original.

use crate::site::{board, edited, files, page, step, text};
use crate::support::html;

#[test]
fn what_changed_in_the_original_is_marked_beside_the_translation() {
    let board = board(&step(&[files()]));
    let page = page(&board, "doi-chieu/en/bai/cu");
    let plain = page
        .replace("<span class=\"aside\" lang=\"vi\">[cũ: </span>", "")
        .replace("<span class=\"aside\" lang=\"vi\">[mới: </span>", "");
    let plain = plain.replace("<span class=\"aside\">]</span>", "");
    assert!(
        plain.contains("<div class=\"words\" lang=\"vi\" dir=\"ltr\">Hãy gọi số <del>cũ</del><ins>mới</ins>.</div>"),
        "{plain}"
    );
    assert!(plain.contains("<div class=\"words\" lang=\"en\" dir=\"ltr\">Call the old number.</div>"), "{plain}");
    assert!(plain.contains("<div class=\"words\" lang=\"vi\" dir=\"ltr\">Câu này không đổi.</div>"), "{plain}");
    assert!(plain.contains("This sentence stays.") && plain.contains("A paragraph to go."), "{plain}");
    let words = text(&page);
    assert!(
        words.contains("tiếng Anh (en): cũ từ 30/7/2026") && words.contains("loa translate accept bai/cu en"),
        "{words}"
    );
    // One heading a change, so that a screen reader goes from one to the next.
    let changes = html::read(&page, false).all("h2").count();
    assert_eq!(page.matches("class=\"unit changed\"").count(), changes);
    assert!(words.contains(&format!("Bản gốc đã đổi {changes} đoạn")) || changes == 3, "{words}");
}

#[test]
fn what_is_known_is_said_and_nothing_more() {
    let board = board(&step(&[files()]));
    let known = |path: &str| text(&page(&board, path));
    assert!(known("doi-chieu/en/bai/khop").contains("Bản gốc không đổi từ lúc dịch."));
    assert!(known("doi-chieu/en/bai/lau").contains("không còn giữ bản gốc lúc ấy"));
    assert!(known("doi-chieu/en/bai/cho").contains("chưa ghi là dịch từ bản gốc nào"));
    let missing = known("doi-chieu/tyz/bai/cho");
    assert!(missing.contains("Chưa có bản dịch.") && missing.contains("loa translate start bai/cho tyz"), "{missing}");
    assert!(!page(&board, "doi-chieu/en/bai/lau").contains("<ins>"));
}

#[test]
fn what_only_the_translation_says_is_shown_last() {
    let files = files();
    let more =
        edited(&files, "content/bai/khop/en.md", "compared.\n", "compared.\n\nNobody wrote this in the original.\n");
    let words = text(&page(&board(&step(&[more])), "doi-chieu/en/bai/khop"));
    assert!(words.contains("không rõ đoạn nào của bản dịch") && words.contains("Các đoạn chưa rõ"), "{words}");
    assert!(
        words.contains(
            "A sentence that is long enough to be compared. tiếng Anh (en) Nobody wrote this in the original."
        ),
        "{words}"
    );
    assert!(!text(&page(&board(&step(&[files])), "doi-chieu/en/bai/khop")).contains("Các đoạn chưa rõ"));
}
