//! Sites in several languages, and what a translator would do to a file. Nothing is invented in a language that nobody
//! here can read: there is the declaration of human rights as it was published, and there are marker words.

use std::fs;
use std::path::Path;

use crate::ground::Site;

/// The entry of the declaration.
pub const DECLARATION: &str = "van-ban/tuyen-ngon-nhan-quyen";

/// The invented entry.
pub const WORK: &str = "bai/viec-nhe";

/// Its original.
pub const WORK_FILE: &str = "content/bai/viec-nhe/vi.md";

/// Its translation, where it has one.
pub const WORK_HMN: &str = "content/bai/viec-nhe/hmn-VN.md";

const WORK_TEXT: &str = "---
title: Việc nhẹ, lương cao
summary: Lời mời đi làm xa, lương 30 triệu đồng.
action: Kể cho cả nhà nghe.
---

## Dấu hiệu thường gặp

Người lạ hứa trả lương 30 triệu đồng một tháng, đi ngay ngày 30/7.

Gặp lời mời như thế, hãy gọi <hotline:111> để hỏi.

- Họ dặn bạn giấu gia đình.
- Xem thêm [chuyện của một người quen](../nguoi-quen/).

## Nhắn cho người nhà

Soạn `BAO TIN` rồi gửi cho người nhà.[^1]

[^1]: Giữ lại tin nhắn này.

> [!act]
> Đừng trả lời họ ngay hôm nay.

Hỏi lại cho rõ \\
trước khi đi.
";

/// The declaration in five languages, with the record of the original that they were made from.
pub fn declaration() -> Site {
    let site = Site::with(&[
        ("loa.yml", "title: Trang thử\nlanguages: [vi, km, zh-Hant, lo, blt-Tavt]\n"),
        ("content/van-ban/vi.md", "---\ntitle: Văn bản\nentries: document\n---\n"),
    ]);
    site.edit("loa.yml", "title: Trang thử\n", "title: Trang thử\nunits:\n  don-vi-a: {vi: Đơn vị A}\ntopics:\n  policy-law: {vi: Luật}\n  other: {vi: Khác}\n");
    for folder in [format!("content/{DECLARATION}"), format!(".loa/sources/{DECLARATION}")] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(&folder);
        for entry in fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            site.put(&format!("{folder}/{}", entry.file_name().to_str().unwrap()), fs::read(entry.path()).unwrap());
        }
    }
    site
}

/// An invented entry with a number, a hotline, a link, words to be typed and a footnote, and one that it leads to.
pub fn work() -> Site {
    Site::with(&[
        ("loa.yml", "title: Trang thử\nlanguages: [vi, km, lo, hmn-VN]\n"),
        (WORK_FILE, WORK_TEXT),
        ("content/bai/nguoi-quen/vi.md", "---\ntitle: Người quen\n---\n\nMột câu chuyện ngắn.\n"),
        (
            "content/so/112/vi.md",
            "---\ntitle: Số 112\nnumber: \"112\"\ndial: \"112\"\nverified_on: 2026-11-21\nverified_by: đã gọi thử\n---\n\nSố này để báo thiên tai.\n",
        ),
    ])
}

/// The same with a translation by marker words that somebody has read.
pub fn worked() -> Site {
    let site = work();
    translate(&site, WORK, "hmn-VN");
    site
}

/// Sends an entry to a translator, and has what comes back read and accepted.
pub fn translate(site: &Site, entry: &str, lang: &str) {
    let file = exported(site, entry, lang, &[]);
    site.put(&file, filled(&site.text(&file)));
    site.call(&["translate", "import", &file]).ends_with(0);
    let place = if entry == "." { format!("content/{lang}.md") } else { format!("content/{entry}/{lang}.md") };
    site.edit(&place, "status: review\n", "status: review\nreviewed_by: Bà Ví Dụ\n");
    site.call(&["translate", "accept", entry, lang]).ends_with(0);
    fs::remove_file(site.path(&file)).unwrap();
}

/// Exports to the usual place and gives its name.
pub fn exported(site: &Site, entry: &str, lang: &str, more: &[&str]) -> String {
    let done = site.call(&[&["translate", "export", entry, lang], more].concat()).ends_with(0);
    let ending = if more.contains(&"--xliff") { "xlf" } else { "po" };
    let name = if entry == "." { "trang-chu".to_owned() } else { entry.replace('/', "-") };
    let file = format!("{name}.{lang}.{ending}");
    assert!(site.has(&file), "no {file}: {}{}", done.out, done.err);
    file
}

/// A PO file in which every unit is translated: its own words after a marker.
pub fn filled(po: &str) -> String {
    let (head, units) = po.split_once("\n\n").unwrap();
    let units: Vec<String> = units.trim_end().split("\n\n").map(filled_unit).collect();
    format!("{head}\n\n{}\n", units.join("\n\n"))
}

fn filled_unit(unit: &str) -> String {
    let (before, rest) = unit.split_once("\nmsgid ").unwrap();
    let (source, _) = rest.split_once("\nmsgstr ").unwrap();
    let said = match source.strip_prefix("\"\"\n") {
        Some(lines) => format!("\"\"\n{}", lines.replacen('"', "\"mk ", 1)),
        None => source.replacen('"', "\"mk ", 1),
    };
    let notes: Vec<&str> = before.lines().filter(|line| *line != "#, fuzzy").collect();
    format!("{}\nmsgid {source}\nmsgstr {said}", notes.join("\n"))
}

/// The same for XLIFF.
pub fn filled_xliff(xliff: &str) -> String {
    let fill = |part: &str| {
        let Some((before, rest)) = part.split_once("<source>") else { return part.to_owned() };
        let (source, _) = rest.split_once("</source>").unwrap();
        let before = before.replace(" subState=\"loa:fuzzy\"", "");
        format!("{before}<source>{source}</source>\n    <target>mk {source}</target>\n   </segment>")
    };
    xliff.split_inclusive("</segment>").map(fill).collect()
}
