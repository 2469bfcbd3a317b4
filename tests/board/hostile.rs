//! Nothing that stands in a file, a name or a command line becomes markup.

use loa::board::{Board, Change, Facts, Lan, banners};
use loa::engine::Live;
use loa::model::{Refusal, Refused};

use crate::site::{File, after, edited, files, page, snapshot, sound, step, words};

const EVIL: &str = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>\u{202E}&lt;";

#[test]
fn what_an_editor_types_is_shown_as_it_was_typed() {
    let quoted = EVIL.replace('"', "\\\"");
    let files =
        edited(&files(), "content/bai/cu/vi.md", "title: Bài cũ", &format!("title: \"{quoted}\"\nkhoa{quoted}: x"));
    let files = edited(&files, "content/bai/cu/en.md", "Call the old number.", EVIL);
    let files = edited(&files, "loa.yml", "title: Trang thử", &format!("title: \"{quoted}\""));
    let mut snapshot = snapshot(&files);
    snapshot.refused.push(Refused { path: format!("content/{EVIL}\n\u{1b}[2J"), why: Refusal::BadName });
    let step = Live::default().step(snapshot);
    let change = Change { at: EVIL.to_owned(), ..Change::default() };
    let facts =
        Facts { lan: Some(Lan { address: EVIL.to_owned() }), history: vec![change.clone(), change], ..after(&step) };
    let board = Board::new(step.clone(), facts, words("vi"));
    for path in [
        "",
        "bang-dich/bai",
        "doi-chieu/en/bai/cu",
        "tep/content/bai/cu/vi.md",
        "loi/unknown-key",
        "loi/refused-name",
        "cho",
        "den-han",
    ] {
        let page = page(&board, path);
        assert!(
            !page.contains("<script")
                && !page.contains("<img")
                && !page.contains('\u{202E}')
                && !page.contains('\u{1b}'),
            "{path}: {page}"
        );
    }
    let banners = banners(&step, &words("vi"));
    for banner in banners.everywhere.iter().chain(banners.pages.values()) {
        let text = String::from_utf8(banner.to_vec()).unwrap();
        assert!(!text.contains("<script") && !text.contains("<img"), "{text}");
        sound(&format!("<html><body>{text}</body></html>"));
    }
}

#[test]
fn no_path_breaks_the_board() {
    let board = Board::new(step(&[files()]), Facts::default(), words("vi"));
    let long = "a/".repeat(5_000);
    for path in [
        "\0",
        "tep/",
        "tep//",
        "tep/\u{202E}",
        "loi/",
        "loi//trang-2",
        "doi-chieu",
        "doi-chieu//",
        "bang-dich",
        "bang-dich/trang-2",
        "trang-2",
        &long,
        "%2e%2e/",
    ] {
        if let Some(answer) = board.page(path) {
            sound(std::str::from_utf8(&answer.bytes).unwrap());
        }
    }
}

#[test]
fn lines_of_any_bytes_can_be_shown() {
    let lines = ["\u{200B}\u{202E}x", "\t\u{FFFF}\u{FDD0}", "ជំនួយ", "\u{7f}\u{85}", "a\u{301}\u{301}"];
    for line in lines {
        let mut files: Vec<File> = files();
        files.push(("content/bai/la/vi.md", format!("---\ntitle: x\n{line}: 1\n{line}\n---\n{line}\n")));
        let step = step(&[files]);
        page(&Board::new(step.clone(), Facts::default(), words("vi")), "");
        banners(&step, &words("vi"));
    }
}
