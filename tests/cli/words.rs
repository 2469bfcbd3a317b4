//! The most frequent mistakes, in the very words that an editor reads. Each report stands in a file under `words/`.
//!
//! `LOA_UPDATE=1` writes them anew. Somebody who writes for a living should read them.

use std::fs;
use std::path::Path;

use image::RgbImage;

use crate::ground::Site;

const FILE: &str = "content/canh-bao/viec-nhe-luong-cao/vi.md";

/// A section of warnings, with one that is sound.
fn site() -> Site {
    Site::with(&[
        ("content/canh-bao/vi.md", "---\ntitle: Cảnh báo\nentries: alert\n---\n"),
        ("content/canh-bao/moi-gioi-hon-nhan/vi.md", "---\ntitle: Môi giới hôn nhân\nreview_by: 2027-05-21\n---\n"),
    ])
}

/// The report on a site whose one mistake stands in this text, against what it is to be.
#[track_caller]
fn told(code: &str, text: &str) {
    let site = site();
    site.put(FILE, text);
    told_of(&site, code);
}

#[track_caller]
fn told_of(site: &Site, code: &str) {
    let check = site.check(&[]).ends_with(1);
    let report = normal(&check.out);
    same(code, &report);
}

/// A report on a mistake against what it is to be.
#[track_caller]
pub fn same(code: &str, report: &str) {
    assert!(report.contains(&format!("[{code}]: ")), "{report}");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/words").join(format!("{code}.txt"));
    if std::env::var_os("LOA_UPDATE").is_some_and(|value| value == "1") {
        fs::write(&file, report).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(report == expected, "\n{}\n\nis told:\n\n{report}\n\nand was to be:\n\n{expected}", file.display());
}

/// The same without the time it took.
fn normal(report: &str) -> String {
    let start = report.trim_end_matches(" ms\n").trim_end_matches(|c: char| c.is_ascii_digit());
    assert!(start.len() < report.len() && start.ends_with(", "), "no summary at the end:\n{report}");
    format!("{start}… ms\n")
}

#[test]
fn a_misspelt_key() {
    told("unknown-key", "---\ntitle: Việc nhẹ, lương cao\nreview_by: 2027-05-21\nsumary: Lời mời đi làm xa\n---\n");
}

#[test]
fn a_key_that_is_missing() {
    told("missing-key", "---\ntitle: Việc nhẹ, lương cao\n---\n\nMột câu.\n");
}

#[test]
fn a_date_that_is_none() {
    told("bad-date", "---\ntitle: Việc nhẹ, lương cao\nreview_by: 5/2027\n---\n");
}

#[test]
fn a_full_width_colon() {
    told(
        "full-width-colon",
        "---\ntitle: \"Việc nhẹ\"\nsummary： Lời mời đi làm xa với mức lương cao bất thường\nreview_by: 2027-05-21\n---\n",
    );
}

#[test]
fn a_tab() {
    told(
        "tab-in-front-matter",
        "---\ntitle: Việc nhẹ, lương cao\nreview_by: 2027-05-21\nimage:\n\tfile: anh-1.jpg\n---\n",
    );
}

#[test]
fn a_colon_in_a_value() {
    told("unquoted-colon", "---\ntitle: Cảnh báo: lừa đảo việc làm\nreview_by: 2027-05-21\n---\n");
}

#[test]
fn front_matter_that_is_never_closed() {
    told(
        "unclosed-front-matter",
        "---\ntitle: Việc nhẹ, lương cao\nreview_by: 2027-05-21\n\nLời mời đi làm xa: hãy dè chừng.\n",
    );
}

#[test]
fn a_number_that_nobody_knows() {
    told(
        "unknown-phone",
        "---\ntitle: Việc nhẹ\nreview_by: 2027-05-21\n---\n\nCần giúp thì liên hệ 0300 000 000, bất cứ giờ nào.\n",
    );
}

#[test]
fn a_number_that_was_replaced() {
    let text = "Hãy gọi 1800 1567 nếu bạn nghi có người đang bị lừa.";
    told("superseded-phone", &format!("---\ntitle: Việc nhẹ\nreview_by: 2027-05-21\n---\n\n{text}\n"));
}

#[test]
fn a_link_that_leads_nowhere() {
    let text = "Nên đọc thêm [về môi giới hôn nhân](../moi-gioi-hon-nhon/).";
    told("broken-link", &format!("---\ntitle: Việc nhẹ\nreview_by: 2027-05-21\n---\n\n{text}\n"));
}

#[test]
fn a_picture_without_words() {
    let site = site();
    site.put(FILE, "---\ntitle: Việc nhẹ\nreview_by: 2027-05-21\n---\n\nẢnh chụp ở bến xe:\n\n![](anh-1.jpg)\n");
    RgbImage::new(32, 24).save(site.path("content/canh-bao/viec-nhe-luong-cao/anh-1.jpg")).unwrap();
    told_of(&site, "missing-alt");
}

/// The report on a site whose one mistake lies in a file beside the text, or in its description.
fn told_of_a_file(code: &str, line: &str, name: &str, bytes: &[u8]) {
    let site = site();
    site.put(FILE, format!("---\ntitle: Việc nhẹ\nreview_by: 2027-05-21\n---\n\n{line}\n"));
    fs::write(site.path(&format!("content/canh-bao/viec-nhe-luong-cao/{name}")), bytes).unwrap();
    told_of(&site, code);
    assert!(!site.path(".loa").exists(), "a check writes nothing");
}

#[test]
fn a_picture_that_was_not_copied_to_its_end() {
    let mut bytes = std::io::Cursor::new(Vec::new());
    RgbImage::new(32, 24).write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    let bytes = bytes.into_inner();
    let half = bytes.get(..bytes.len() / 2).unwrap();
    told_of_a_file("picture-unreadable", "![Bến xe buổi sớm](ben-xe.jpg)", "ben-xe.jpg", half);
}

#[test]
fn a_drawing_that_runs_code() {
    let drawing = b"<svg viewBox=\"0 0 9 9\">\n<path d=\"M0 0\"/>\n<script>x()</script>\n</svg>";
    told_of_a_file("drawing-refused", "![Bến xe buổi sớm](ben-xe.svg)", "ben-xe.svg", drawing);
}

#[test]
fn a_text_with_the_name_of_a_sound() {
    let line = "![Bà kể chuyện](ke.mp3)\n\n> Hôm ấy có người lạ.";
    told_of_a_file("sound-unreadable", line, "ke.mp3", "Hôm ấy có người lạ.".as_bytes());
}

#[test]
fn a_description_that_is_the_name_of_a_file() {
    let mut bytes = std::io::Cursor::new(Vec::new());
    RgbImage::new(32, 24).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    told_of_a_file("alt-is-file-name", "![IMG_1234](ben-xe.png)", "ben-xe.png", &bytes.into_inner());
}

#[test]
fn a_story_without_consent() {
    let text =
        "---\ntitle: Ngày trở về\nkind: story\nstatus: approved\nreviewed_by: Trưởng phòng\n---\n\nEm được về nhà.\n";
    told("story-without-consent", text);
}

#[test]
fn text_in_an_old_encoding() {
    let text = "Theo Nghị định, ®èi t\u{AD}îng ®\u{AD}îc hç trî gồm nạn nhân.";
    told("legacy-encoding", &format!("---\ntitle: Việc nhẹ\nreview_by: 2027-05-21\n---\n\n{text}\n"));
}

#[test]
fn a_letter_that_looks_like_another() {
    told("look-alike-letter", "---\ntitle: Việc nhẹ\nreview_by: 2027-05-21\n---\n\nGọi Ðường dây nóng.\n");
}
