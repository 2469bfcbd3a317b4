//! What stands on the board.

use loa::board::{Board, Facts, Lan};

use crate::site::{after, board, edited, facts, files, follow, page, step, text, words};
use crate::support::html;

/// Whether these stand on the page in this order.
fn in_order(page: &str, parts: &[&str]) {
    let mut rest = page;
    for part in parts {
        let at = rest.find(part).unwrap_or_else(|| panic!("{part} is not there or not in its place:\n{page}"));
        rest = &rest[at + part.len()..];
    }
}

#[test]
fn a_good_site_is_green_and_says_how_large_it_is() {
    let files = vec![
        ("loa.yml", "title: Trang thử\nlanguages: [vi]\n".to_owned()),
        ("content/vi.md", "---\ntitle: Trang chủ\nsummary: Lời dẫn.\n---\nMột câu.\n".to_owned()),
    ];
    let step = step(&[files]);
    let page = page(&Board::new(step, facts(), words("vi")), "");
    let text = text(&page);
    in_order(
        &text,
        &["Bảng của loa", "Trang thử", "Không có lỗi, không có cảnh báo", "1 ngôn ngữ, dựng trong 1.234 ms"],
    );
    in_order(
        &text,
        &[
            "chưa có tệp nào thay đổi",
            "Không có gì cần sửa.",
            "Trang này chỉ có một ngôn ngữ.",
            "Mọi bài đều được xuất bản.",
            "http://127.0.0.1:4000/",
        ],
    );
    assert!(page.contains("class=\"light green\"") && page.contains("<html lang=\"vi\">"), "{page}");
}

#[test]
fn the_board_speaks_english_when_asked() {
    let step = step(&[files()]);
    let page = page(&Board::new(step, facts(), words("en")), "");
    assert!(page.contains("<html lang=\"en\">"));
    in_order(&text(&page), &["The board of loa", "built in 1,234 ms", "To mend", "Fit the original"]);
}

#[test]
fn every_state_is_shown_and_counted() {
    let board = board(&step(&[files()]));
    let section = page(&board, "bang-dich/bai");
    for (class, words) in [
        ("original", "bản gốc"),
        ("current", "có"),
        ("out-of-date", "cũ từ 30/7/2026"),
        ("stale", "cũ từ 31/01/2024, đang hiện bản gốc"),
        ("draft", "nháp"),
        ("unreviewed", "chưa duyệt"),
        ("machine", "máy dịch"),
        ("untranslated", "còn nguyên lời bản gốc"),
        ("missing", "thiếu"),
    ] {
        let cells = section.split("<td ").filter(|cell| cell.starts_with(&format!("class=\"{class}\"")));
        let cells: Vec<&str> = cells.collect();
        assert!(!cells.is_empty() && cells.iter().all(|cell| cell.contains(words)), "{class}: {cells:?}");
    }
    // Ten entries are published: the home page, two sections, the number, and six of the section that is shown above.
    let home = text(&page(&board, ""));
    in_order(&home, &["tiếng Anh (en) 10 % 1 2 1 6", "tiếng Khmer (km) 0 % 0 0 1 9"]);
    in_order(&home, &["(zh-Hant) 0 % 0 0 1 9", "(lo) 0 % 0 0 1 9", "(tyz) 0 % 0 0 0 10"]);
}

#[test]
fn a_cell_leads_to_the_page_and_to_the_comparison() {
    let board = board(&step(&[files()]));
    let section = page(&board, "bang-dich/bai");
    assert!(section.contains("<a href=\"/en/bai/cu/index.html\">cũ từ 30/7/2026</a>"), "{section}");
    assert!(section.contains("href=\"/_loa/doi-chieu/en/bai/cu\">đối chiếu</a>"), "{section}");
    assert!(section.contains("<span class=\"title\" lang=\"vi\" dir=\"ltr\">Bài cũ</span>"), "{section}");
    let top = page(&board, "bang-dich/");
    assert!(top.contains("href=\"/_loa/doi-chieu/km/\""), "{top}");
}

#[test]
fn what_waits_and_what_is_due_is_told_with_its_day() {
    let board = board(&step(&[files()]));
    let held = text(&page(&board, "cho"));
    for line in [
        "chờ duyệt Bài chờ duyệt",
        "đã gỡ từ 01/11/2026 Bài hết hạn",
        "chờ đến 24/12/2026 Bài hẹn ngày",
        "nháp Bài nháp",
    ] {
        assert!(held.contains(line), "{line}: {held}");
    }
    assert!(!held.contains("Số cũ"), "a number that was replaced waits for nothing");
    let due = text(&page(&board, "den-han"));
    in_order(
        &due,
        &[
            "quá hạn bài tự gỡ xuống, hạn 01/11/2026: Bài hết hạn",
            "sắp đến hạn đọc lại bài, hạn 01/12/2026: Bài sắp đến hạn",
            "sắp đến hạn gọi thử lại số điện thoại, hạn 10/12/2026: Tổng đài 111",
            "hết thời hạn đồng ý của người trong chuyện, hạn 31/12/2026: Chuyện một người",
        ],
    );
    assert!(!due.contains("01/6/2027"), "{due}");
}

#[test]
fn a_change_tells_its_file_and_the_pages_that_it_touched() {
    let before = files();
    let now = edited(&before, "content/bai/khop/vi.md", "Bài khớp", "Bài khác");
    let step = step(&[before, now]);
    let board = board(&step);
    let page = page(&board, "");
    in_order(
        &text(&page),
        &["Lúc 09:05:07: 1 tệp thay đổi, dựng lại trong 42 ms.", "content/bai/khop/vi.md", "Đọc lại 1 tệp"],
    );
    in_order(&page, &["trang và tệp đi kèm đã khác trước</summary>", "href=\"/vi/bai/khop/index.html\""]);
    assert!(text(&page).contains("09:01:00: content/bai/khop/vi.md"), "{page}");
    follow(&board, &page);
}

#[test]
fn a_problem_is_told_with_its_line_and_its_cure() {
    let before = files();
    let broken = edited(&before, "content/bai/khop/vi.md", "title: Bài khớp", "tieu_de: Bài khớp");
    let step = step(&[before, broken]);
    let board = board(&step);
    let page = page(&board, "");
    assert!(page.contains("class=\"light red\""), "{page}");
    in_order(
        &page,
        &[
            "<h3><code class=\"take\" translate=\"no\">content/bai/khop/vi.md</code></h3>",
            "<b class=\"mark error\">lỗi</b> ",
            "content/bai/khop/vi.md:2:1</code>",
            "<pre class=\"line\" dir=\"auto\" translate=\"no\" lang=\"vi\"><span class=\"number\">2 </span><code><mark>tieu_de</mark>: Bài khớp</code>",
            "vì sao: </b>",
        ],
    );
    assert!(text(&page).contains("1 tệp đang có lỗi"), "{page}");
    follow(&board, &page);
    let of_file = text(&self::page(&board, "tep/content/bai/khop/vi.md"));
    in_order(&of_file, &["content/bai/khop/vi.md", "loa không biết mục \"tieu_de\""]);
    let of_code = text(&self::page(&board, "loi/unknown-key"));
    in_order(&of_code, &["Mã unknown-key", "quy tắc", "chưa đúng", "content/bai/khop/vi.md:2:1"]);
}

#[test]
fn a_file_without_problems_has_its_page_too() {
    let board = board(&step(&[files()]));
    assert!(text(&page(&board, "tep/content/bai/khop/vi.md")).contains("Tệp này không có lỗi, không có cảnh báo."));
    for path in [
        "tep/khong/co.md",
        "loi/khong-co",
        "bang-dich/khong",
        "doi-chieu/en/khong",
        "doi-chieu/vi/bai/cu",
        "doi-chieu/xx/bai/cu",
    ] {
        assert!(board.page(path).is_none(), "{path}");
    }
    for path in [
        "/",
        "x",
        "bang-dich/bai/trang-0",
        "bang-dich/bai/trang-9",
        "cho/trang-99999999999999999999",
        "xuat-ban/x",
        "../loa.yml",
    ] {
        assert!(board.page(path).is_none(), "{path}");
    }
}

#[test]
fn settings_that_cannot_be_read_leave_a_board_that_says_so() {
    let step = step(&[vec![("loa.yml", "title： x".to_owned())]]);
    let board = Board::new(step, facts(), words("vi"));
    let page = page(&board, "");
    assert!(page.contains("class=\"light red\"") && page.contains("loa.yml"), "{page}");
    follow(&board, &page);
    for path in ["bang-dich/", "cho", "den-han", "doi-chieu/en/"] {
        assert!(board.page(path).is_none(), "{path}");
    }
}

#[test]
fn the_phone_address_is_drawn_and_written() {
    let step = step(&[files()]);
    let address = "http://192.168.1.20:4000/_loa/vao/0123456789abcdef0123456789abcdef";
    let facts = Facts { lan: Some(Lan { address: address.to_owned() }), ..after(&step) };
    let page = page(&Board::new(step, facts, words("vi")), "");
    let document = html::read(&page, false);
    let code = document.all("svg").find(|svg| svg.get("class") == Some("qr")).unwrap();
    assert_eq!((code.get("role"), code.get("aria-labelledby")), (Some("img"), Some("qr-t")));
    in_order(&text(&page), &["Mã QR", "cùng mạng", address, "mã bí mật"]);
}

#[test]
fn all_links_of_the_board_lead_somewhere() {
    let board = board(&step(&[files()]));
    for path in
        ["", "bang-dich/bai", "bang-dich/", "cho", "den-han", "xuat-ban", "doi-chieu/en/bai/cu", "doi-chieu/km/"]
    {
        follow(&board, &page(&board, path));
    }
}
