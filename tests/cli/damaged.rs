//! Files that came back from a translator and cannot be taken: each is refused whole, by its code, and the site keeps its
//! last good text.

use std::fs;

use crate::ground::{Site, assert_same};
use crate::translated::{WORK, WORK_FILE, exported, worked};
use crate::words::same;

/// A site with a translation that is published, and what an export of it holds.
struct Case {
    site: Site,
    file: String,
    text: String,
}

fn case(more: &[&str]) -> Case {
    let site = worked();
    let file = exported(&site, WORK, "hmn-VN", more);
    let text = site.text(&file);
    Case { site, file, text }
}

impl Case {
    /// Has the file replaced by these bytes refused with this code and no other.
    #[track_caller]
    fn refuses(&self, code: &str, bytes: impl AsRef<[u8]>) -> String {
        let bytes = bytes.as_ref();
        assert_ne!(bytes, self.text.as_bytes(), "{code}: the damage hit nothing");
        self.site.put(&self.file, bytes);
        let before = self.site.listing("");
        let done = self.site.call(&["translate", "import", &self.file, "--format", "json"]).ends_with(1);
        assert_same(&before, &self.site.listing(""));
        let text = done.out + &done.err;
        let found: Vec<serde_json::Value> = text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        let codes: Vec<&str> = found.iter().filter_map(|finding| finding["code"].as_str()).collect();
        assert!(!codes.is_empty() && codes.iter().all(|found| *found == code), "{code}: {text}");
        assert!(found[0]["path"] == *self.file, "{text}");
        let human = self.site.call(&["translate", "import", &self.file]).ends_with(1);
        assert!(human.err.contains(&format!("lỗi[{code}]: ")) && human.out.is_empty(), "{}{}", human.out, human.err);
        assert!(!human.err.contains('{') || code == "exchange-lost-placeholder", "{}", human.err);
        human.err
    }

    #[track_caller]
    fn refuses_edit(&self, code: &str, from: &str, to: &str) -> String {
        assert!(self.text.contains(from), "no {from:?} in:\n{}", self.text);
        self.refuses(code, self.text.replacen(from, to, 1))
    }

    /// Has the file refused because it is none of loa's at all.
    #[track_caller]
    fn is_none(&self, bytes: impl AsRef<[u8]>, word: &str) {
        self.site.put(&self.file, bytes);
        let before = self.site.listing("");
        let done = self.site.call(&["translate", "import", &self.file]).ends_with(2).says(word);
        assert_eq!(done.out, "");
        assert_same(&before, &self.site.listing(""));
    }
}

/// What a translator types in the place of `from`.
const SAID: &[(&str, &str, &str)] = &[
    ("exchange-lost-hotline", "msgstr \"mk Gặp lời mời như thế, hãy gọi <hotline:111>", "msgstr \"mk gọi 112"),
    ("exchange-lost-hotline", "msgstr \"mk Gặp lời mời như thế, hãy gọi <hotline:111>", "msgstr \"mk gọi 111"),
    (
        "exchange-lost-hotline",
        "msgstr \"mk Gặp lời mời như thế, hãy gọi <hotline:111>",
        "msgstr \"mk gọi <hotline:112>",
    ),
    ("exchange-lost-hotline", "hãy gọi <hotline:111> để hỏi.\"\n\n", "hãy gọi [tổng đài](hotline:112) để hỏi.\"\n\n"),
    ("exchange-lost-hotline", "msgstr \"mk Dấu hiệu", "msgstr \"mk <hotline:111> Dấu hiệu"),
    ("exchange-typed-phone", "msgstr \"mk Dấu hiệu", "msgstr \"mk 0981 848 484 Dấu hiệu"),
    ("exchange-changed-number", "msgstr \"mk Người lạ hứa trả lương 30 triệu", "msgstr \"mk lương 40 triệu"),
    ("exchange-changed-number", "msgstr \"mk Lời mời đi làm xa, lương 30", "msgstr \"mk lương"),
    ("exchange-changed-number", "msgstr \"mk Dấu hiệu", "msgstr \"mk 2 dấu hiệu"),
    ("exchange-lost-link", "msgstr \"mk Xem thêm [chuyện của một người quen](../nguoi-quen/)", "msgstr \"mk Xem thêm"),
    (
        "exchange-lost-link",
        "msgstr \"mk Xem thêm [chuyện của một người quen](../nguoi-quen/",
        "msgstr \"mk [x](../nguoi-la/",
    ),
    ("exchange-lost-link", "msgstr \"mk Dấu hiệu", "msgstr \"mk [x](https://a.example/) Dấu hiệu"),
    ("exchange-lost-placeholder", "msgstr \"mk Soạn `BAO TIN`", "msgstr \"mk Soạn BAO TIN"),
    ("exchange-lost-placeholder", "msgstr \"mk Soạn `BAO TIN`", "msgstr \"mk Soạn `BAO`"),
    ("exchange-lost-placeholder", "msgstr \"mk Soạn `BAO TIN` rồi gửi cho người nhà.[^1]", "msgstr \"mk `BAO TIN`"),
    ("exchange-lost-placeholder", "msgstr \"mk Dấu hiệu", "msgstr \"mk {name} Dấu hiệu"),
    ("exchange-raw-html", "msgstr \"mk Dấu hiệu thường gặp", "msgstr \"mk <b>Dấu hiệu</b>"),
    ("exchange-raw-html", "msgstr \"mk Đừng", "msgstr \"<script>alert(1)</script> mk Đừng"),
    ("exchange-broken-markdown", "msgstr \"mk Đừng", "msgstr \"1. mk Đừng"),
    ("exchange-broken-markdown", "msgstr \"mk Đừng", "msgstr \"- mk Đừng"),
    ("exchange-broken-markdown", "msgstr \"mk Đừng", "msgstr \"# mk Đừng"),
    ("exchange-broken-markdown", "msgstr \"mk Đừng", "msgstr \"mk\\n\\nĐừng"),
    ("exchange-broken-markdown", "\"mk Hỏi lại cho rõ\\\\\\n\"\n\"trước", "\"mk Hỏi lại cho rõ \"\n\"trước"),
    ("exchange-control-character", "msgstr \"mk Đừng", "msgstr \"mk \u{1}Đừng"),
    ("exchange-control-character", "msgstr \"mk Đừng", "msgstr \"mk \\033Đừng"),
    ("exchange-changed-source", "msgid \"Đừng trả lời họ ngay", "msgid \"Đừng trả lời họ"),
    ("exchange-old-source", "X-Loa-Source: ", "X-Loa-Source: 1"),
    ("exchange-other-entry", "X-Loa-Entry: bai/viec-nhe", "X-Loa-Entry: bai/nguoi-quen"),
    ("exchange-other-entry", "msgctxt \"bai/viec-nhe#body.10\"", "msgctxt \"bai/nguoi-quen#body.10\""),
    ("exchange-other-language", "\"Language: hmn_VN\\n\"", "\"Language: lo\\n\""),
    ("exchange-damaged", "msgstr \"mk Đừng trả lời họ ngay hôm nay.\"", "msgstr \"mk Đừng trả lời họ"),
    ("exchange-damaged", "msgstr \"mk Đừng", "msgstr \"mk \\q Đừng"),
    ("exchange-damaged", "msgstr \"mk Đừng", "msgstr[0] \"mk Đừng"),
    ("exchange-damaged", "msgstr \"mk Đừng", "mgstr \"mk Đừng"),
    ("exchange-damaged", "\nmsgstr \"mk Đừng", "\nmsgstr \"mk Đừ\" ng \"Đừng"),
    ("exchange-damaged", "\"X-Loa-Source: ", "\"X-Source: "),
    ("exchange-damaged", "\"X-Loa-Entry: ", "\"X-Entry: "),
];

#[test]
fn what_a_translator_may_not_change() {
    let case = case(&[]);
    for (code, from, to) in SAID {
        case.refuses_edit(code, from, to);
    }
}

#[test]
fn a_po_file_is_refused_whole() {
    let case = case(&[]);
    let units: Vec<&str> = case.text.split("\n\n").collect();
    // Wherever it is cut, it is never half a translation.
    let length = case.text.trim_end().len();
    for end in (0..400).step_by(11).chain((400..length).step_by(97)).chain(length - 20..length) {
        let Some(part) = case.text.get(..end) else { continue };
        case.site.put(&case.file, part);
        let before = case.site.listing("content");
        let done = case.site.call(&["translate", "import", &case.file]);
        assert!(matches!(done.status, 1 | 2), "{end}: {}{}", done.out, done.err);
        assert!(done.err.contains("[exchange-"), "{end}: {}", done.err);
        assert_same(&before, &case.site.listing("content"));
    }
    let without =
        |place: usize| units.iter().enumerate().filter(|(n, _)| *n != place).map(|(_, unit)| *unit).collect::<Vec<_>>();
    let missing = case.refuses("exchange-missing-unit", without(5).join("\n\n"));
    assert!(missing.contains("body.2") && missing.contains("Người lạ hứa"), "{missing}");
    case.refuses("exchange-missing-unit", without(units.len() - 1).join("\n\n"));
    let more = format!("{}\n{}", case.text, units[4].replace("#body.1\"", "#body.99\""));
    assert!(case.refuses("exchange-unknown-unit", more).contains("body.99"));
    let doubled = [&units[..], &units[4..5]].concat().join("\n\n");
    case.refuses("exchange-damaged", doubled);
    // In another encoding.
    let (utf_16, latin): (Vec<u8>, Vec<u8>) =
        (case.text.encode_utf16().flat_map(u16::to_le_bytes).collect(), case.text.chars().map(|c| c as u8).collect());
    case.refuses("exchange-damaged", [&[0xFF, 0xFE], &utf_16[..]].concat());
    case.refuses("exchange-damaged", latin);
    case.refuses("exchange-damaged", "");
    case.refuses("exchange-damaged", "\u{FEFF}\n");
    case.refuses("exchange-damaged", "msgid \"a\"\nmsgstr \"b\"\n");
    case.refuses("exchange-damaged", "Kính gửi anh chị, bản dịch đây ạ.\n");
    // A document of Word that was given another name, and a picture.
    case.refuses(
        "exchange-damaged",
        [b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0".as_slice(), &[0x9C; 64], b"word/document.xml\0"].concat(),
    );
    case.refuses("exchange-damaged", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0");
}

#[test]
fn a_file_of_another_kind_is_no_file_of_a_translator() {
    let case = case(&[]);
    case.is_none(format!("{}{}", case.text, "# x\n".repeat(9 << 18)), "PO hay XLIFF");
    case.is_none(case.text.replace("hmn-VN", "fr").replace("hmn_VN", "fr"), "\"fr\"");
    case.is_none(case.text.replace("bai/viec-nhe", "bai/viec-khac"), "\"bai/viec-khac\"");
    let before = case.site.listing("");
    case.site.call(&["translate", "import", "khong-co.po"]).ends_with(2).says("\"khong-co.po\"");
    case.site.call(&["translate", "import", "content"]).ends_with(2).says("PO hay XLIFF");
    case.site.call(&["translate", "import"]).ends_with(2).says("loa translate import");
    assert_same(&before, &case.site.listing(""));
}

#[test]
fn a_text_that_changed_meanwhile_is_told() {
    let case = case(&[]);
    let text = case.text.replace("mk Đừng", "mk mk Đừng");
    case.site.edit(WORK_FILE, "giấu gia đình", "giấu cha mẹ");
    let told = case.refuses("exchange-old-source", &text);
    assert!(told.contains("loa translate export"), "{told}");
    // An original that is broken cannot take a translation either.
    case.site.edit(WORK_FILE, "summary:", "sumary:");
    case.site.put(&case.file, &text);
    let before = case.site.listing("");
    case.site.call(&["translate", "import", &case.file]).ends_with(1).says("[unknown-key]");
    assert_same(&before, &case.site.listing(""));
    // Nor can one that is gone.
    fs::remove_dir_all(case.site.path("content/bai/viec-nhe")).unwrap();
    case.is_none(&text, "\"bai/viec-nhe\"");
}

/// The same in XLIFF.
const XML: &[(&str, &str, &str)] = &[
    ("exchange-lost-hotline", "<target>mk Gặp lời mời như thế, hãy gọi &lt;hotline:111&gt;", "<target>mk gọi 112"),
    (
        "exchange-lost-hotline",
        "<target>mk Gặp lời mời như thế, hãy gọi &lt;hotline:111",
        "<target>mk gọi &lt;hotline:112",
    ),
    ("exchange-lost-link", "<target>mk Xem thêm [chuyện của một người quen](../nguoi-quen/)", "<target>mk Xem thêm"),
    ("exchange-lost-placeholder", "<target>mk Soạn `BAO TIN`", "<target>mk Soạn"),
    ("exchange-changed-number", "<target>mk Người lạ hứa trả lương 30 triệu", "<target>mk lương 40 triệu"),
    ("exchange-raw-html", "<target>mk Đừng", "<target>&lt;b>mk&lt;/b> Đừng"),
    ("exchange-broken-markdown", "<target>mk Đừng", "<target>1. Đừng"),
    ("exchange-changed-source", "<source>Đừng trả lời họ ngay", "<source>Đừng trả lời họ"),
    ("exchange-other-entry", "name=\"bai/viec-nhe#body.10\"", "name=\"bai/nguoi-quen#body.10\""),
    ("exchange-other-entry", "loa-entry\">bai/viec-nhe<", "loa-entry\">bai/nguoi-quen<"),
    ("exchange-old-source", "loa-source\">", "loa-source\">1"),
    ("exchange-damaged", "loa-source\">", "source\">"),
    ("exchange-damaged", "<unit id=\"body.10\"", "<unit id=\"body.9\""),
    ("exchange-damaged", "version=\"2.1\"", "version=\"1.2\""),
    ("exchange-damaged", "document:2.0", "document:1.2"),
    ("exchange-damaged", "</target>", ""),
    ("exchange-damaged", "<target>mk Đừng", "<target>mk &x; Đừng"),
    ("exchange-damaged", "<target>mk Đừng", "<target>mk &#1; Đừng"),
    ("exchange-damaged", "<target>mk Đừng", "<target>mk <ph id=\"1\"/> Đừng"),
    ("exchange-damaged", " </file>", " </file><file id=\"f2\"></file>"),
    ("exchange-damaged", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "<?xml version=\"1.0\"?>\n<!DOCTYPE xliff>\n"),
    (
        "exchange-damaged",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE xliff [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">\
         <!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d SYSTEM \"file:///etc/passwd\">]>\n",
    ),
];

#[test]
fn an_xliff_file_is_refused_whole() {
    let case = case(&["--xliff"]);
    for (code, from, to) in XML {
        case.refuses_edit(code, from, to);
    }
    for part in [10, 100, case.text.len() / 2, case.text.trim_end().len() - 1] {
        case.refuses("exchange-damaged", &case.text[..case.text.floor_char_boundary(part)]);
    }
    let (before, rest) = case.text.split_once("  <unit id=\"body.2\"").unwrap();
    let (_, after) = rest.split_once("</unit>\n").unwrap();
    let missing = case.refuses("exchange-missing-unit", format!("{before}{after}"));
    assert!(missing.contains("body.2"), "{missing}");
    let more = "  <unit id=\"body.99\"><segment><source>a</source></segment></unit>\n  <unit id=\"body.2\"";
    case.refuses_edit("exchange-unknown-unit", "  <unit id=\"body.2\"", more);
    case.refuses("exchange-damaged", format!("{}{}", case.text.trim_end(), case.text));
    case.refuses("exchange-damaged", "<html><body>Bản dịch</body></html>\n");
    case.refuses("exchange-damaged", format!("{}{}", "<a>".repeat(100_000), case.text));
    case.refuses("exchange-damaged", case.text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>());
    case.is_none(case.text.replace("trgLang=\"hmn-VN\"", "trgLang=\"fr\""), "\"fr\"");
}

#[test]
fn what_the_editor_reads() {
    let case = case(&[]);
    for code in [
        "exchange-lost-hotline",
        "exchange-changed-number",
        "exchange-lost-link",
        "exchange-broken-markdown",
        "exchange-other-language",
        "exchange-old-source",
    ] {
        let (_, from, to) = SAID.iter().find(|(found, _, _)| *found == code).unwrap();
        same(code, &case.refuses_edit(code, from, to));
    }
    same("exchange-damaged", &case.refuses("exchange-damaged", &case.text[..case.text.find("ngay hôm nay").unwrap()]));
    let units: Vec<&str> = case.text.split("\n\n").collect();
    same(
        "exchange-missing-unit",
        &case.refuses("exchange-missing-unit", [&units[..5], &units[6..]].concat().join("\n\n")),
    );
}
