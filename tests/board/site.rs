//! A site in which everything occurs, and the board of it.

use std::sync::Arc;

use loa::base::{Date, Lang};
use loa::board::{Board, Change, Facts};
use loa::engine::{Live, Step};
use loa::model::{Options, Snapshot};
use loa::site::translation_digest;
use loa::tell::Words;
use loa::{Memo, build};

use crate::support::html;

/// A file of a site.
pub type File = (&'static str, String);

pub const SETTINGS: &str = "title: Trang thử\nlanguages: [vi, en, km, zh-Hant, lo, tyz]\n";

fn file(path: &'static str, front: &str, body: &str) -> File {
    (path, format!("---\n{front}\n---\n{body}\n"))
}

/// One entry in every state, one reason of each kind to be left out, one date of each kind.
pub fn files() -> Vec<File> {
    let mut files = vec![
        ("loa.yml", SETTINGS.to_owned()),
        file("content/vi.md", "title: Trang chủ", ""),
        file("content/bai/vi.md", "title: Bài viết\nentries: article", ""),
        file("content/so/vi.md", "title: Đường dây nóng\nentries: hotline", ""),
        file("content/bai/khop/vi.md", "title: Bài khớp", "Một câu đủ dài để so với bản dịch của nó."),
        file(
            "content/bai/cu/vi.md",
            "title: Bài cũ\nupdated: 2026-07-30",
            "Hãy gọi số mới.\n\nCâu này không đổi.\n\nĐoạn thêm.",
        ),
        file(
            ".loa/sources/bai/cu/000000000000.md",
            "title: Bài cũ",
            "Hãy gọi số cũ.\n\nCâu này không đổi.\n\nĐoạn bỏ đi rồi.",
        ),
        file(
            "content/bai/cu/en.md",
            "title: Old entry\nreviewed_by: Bà Mẫu\ntranslated_from: \"000000000000\"",
            "Call the old number.\n\nThis sentence stays.\n\nA paragraph to go.",
        ),
        file(
            "content/bai/cho/vi.md",
            "title: Bài chờ",
            "Nội dung của bài này đủ dài để máy so với bản dịch của nó, không sót chữ nào.",
        ),
        file("content/bai/cho/en.md", "title: Waiting\nstatus: draft", "One sentence."),
        file("content/bai/cho/km.md", "title: ជំនួយ", "111"),
        file("content/bai/cho/zh-Hant.md", "title: 111\nmachine: true", "111"),
        file(
            "content/bai/cho/lo.md",
            "title: Bài chờ",
            "Nội dung của bài này đủ dài để máy so với bản dịch của nó, không sót chữ nào.",
        ),
        file("content/bai/lau/vi.md", "title: Bài lâu\nupdated: 2024-01-31", "Một câu."),
        file(
            "content/bai/lau/en.md",
            "title: Long ago\nreviewed_by: Bà Mẫu\ntranslated_from: \"000000000000\"",
            "One sentence.",
        ),
        file("content/bai/nhap/vi.md", "title: Bài nháp\nstatus: draft", "Một câu."),
        file("content/bai/duyet/vi.md", "title: Bài chờ duyệt\nstatus: review", "Một câu."),
        file("content/bai/mai/vi.md", "title: Bài hẹn ngày\npublish_on: 2026-12-24", "Một câu."),
        file("content/bai/het/vi.md", "title: Bài hết hạn\nexpires_on: 2026-11-01", "Một câu."),
        file(
            "content/bai/gan/vi.md",
            "title: Bài sắp đến hạn\nreview_by: 2026-12-01\nexpires_on: 2027-06-01",
            "Một câu.",
        ),
        file(
            "content/bai/quyen/vi.md",
            "title: Chuyện một người\nkind: story\nconsent: {record: HS-1, scope: trang web, until: 2026-12-31}\ndeidentified: {by: Cán bộ A, on: 2026-01-02, second: Cán bộ B}\nstatus: approved\nreviewed_by: Trưởng phòng",
            "Một câu.",
        ),
        file(
            "content/so/111/vi.md",
            "title: Tổng đài 111\nnumber: \"111\"\ndial: \"111\"\nverified_on: 2025-12-10\nverified_by: đã gọi thử",
            "Một câu.",
        ),
        file(
            "content/so/1800/vi.md",
            "title: Số cũ\nnumber: \"1800 1567\"\ndial: \"18001567\"\nreplaced_by: \"111\"",
            "",
        ),
    ];
    let snapshot = snapshot(&files);
    let built = build(&snapshot, &mut Memo::default());
    let mark = translation_digest(built.site.as_ref().unwrap().entries.get("bai/khop").unwrap()).unwrap();
    let front = format!("title: Fits\nreviewed_by: Bà Mẫu\ntranslated_from: \"{mark}\"");
    files.push(file("content/bai/khop/en.md", &front, "A sentence that is long enough to be compared."));
    files
}

pub fn snapshot(files: &[File]) -> Snapshot {
    let files = files.iter().map(|(path, text)| (*path, text.as_bytes()));
    let mut snapshot = Snapshot::of_texts(files, Date::new(2026, 11, 22).unwrap());
    // As the preview has it.
    snapshot.options = Options { drafts: true, ..Options::default() };
    snapshot
}

/// The files with one text in the place of another.
pub fn edited(files: &[File], path: &str, old: &str, new: &str) -> Vec<File> {
    let mut files = files.to_vec();
    let (_, text) = files.iter_mut().find(|(known, _)| *known == path).unwrap();
    assert!(text.contains(old), "{path} has no {old}");
    *text = text.replace(old, new);
    files
}

/// The step after the last of these states.
pub fn step(states: &[Vec<File>]) -> Arc<Step> {
    let mut live = Live::default();
    states.iter().map(|files| live.step(snapshot(files))).last().unwrap()
}

pub fn words(tag: &str) -> Arc<Words> {
    Arc::new(Words::new(&Lang::new(tag).unwrap()))
}

pub fn facts() -> Facts {
    Facts { address: "http://127.0.0.1:4000/".to_owned(), ms: 1234, ..Facts::default() }
}

/// The facts after a change.
pub fn after(step: &Step) -> Facts {
    let change =
        Change { at: "09:05:07".to_owned(), sources: step.sources.clone(), touched: step.touched.len(), ms: 42 };
    let earlier = Change { at: "09:01:00".to_owned(), ..change.clone() };
    Facts { history: vec![change, earlier], ..facts() }
}

pub fn board(step: &Arc<Step>) -> Board {
    Board::new(Arc::clone(step), after(step), words("vi"))
}

/// A page of the board, which must be a sound document.
pub fn page(board: &Board, path: &str) -> String {
    let answer = board.page(path).unwrap_or_else(|| panic!("no page at {path}"));
    assert_eq!(answer.media_type, "text/html; charset=utf-8");
    let page = String::from_utf8(answer.bytes.to_vec()).unwrap();
    sound(&page);
    page
}

/// What must hold of every page.
pub fn sound(page: &str) {
    let document = html::read(page, false);
    assert!(document.faults.is_empty(), "{:?}\n{page}", document.faults);
    let mut ids: Vec<&str> = document.ids().collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|two| two[0] != two[1]), "an id occurs twice: {ids:?}");
    for element in &document.elements {
        assert_ne!(element.name, "script", "no script of its own");
        assert_ne!(element.name, "style", "no inline style");
        for (name, value) in &element.attributes {
            assert!(name != "style" && !name.starts_with("on"), "<{} {name}=…>", element.name);
            assert!(name != "href" || value.starts_with('/') || value.starts_with('#'), "leads outside: {value}");
            if let Some(id) = value.strip_prefix('#').filter(|_| name == "href") {
                assert!(ids.contains(&id), "#{id} is not there");
            }
            if name == "aria-labelledby" {
                assert!(ids.contains(&value.as_str()), "no label {value}");
            }
        }
    }
    // A message that nobody wrote is said by its id.
    for text in document.texts {
        assert!(!text.words.contains("board-"), "unsaid: {}", text.words);
    }
}

/// All words of a page in a line.
pub fn text(page: &str) -> String {
    let texts = html::read(page, false).texts;
    let words: Vec<String> =
        texts.iter().map(|text| text.words.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    words.join(" ")
}

/// All that the board links to within itself is there.
pub fn follow(board: &Board, page: &str) {
    for link in html::read(page, false).all("a") {
        let Some(way) = link.get("href").and_then(|href| href.strip_prefix("/_loa/")) else { continue };
        let way = way.split('#').next().unwrap();
        assert!(board.page(&decoded(way)).is_some(), "no page at {way}");
    }
}

fn decoded(way: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = way.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => {
                let hex = [rest.next().unwrap(), rest.next().unwrap()];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&hex).unwrap(), 16).unwrap());
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap()
}
