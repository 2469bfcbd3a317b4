//! The same bytes whatever the machine: threads, time zone, locale, the folder and the order of its files.

use image::{Rgb, RgbImage};

use crate::ground::{Site, TODAY, assert_same, done};

const KINDS: [&str; 9] = ["article", "alert", "guide", "story", "event", "document", "hotline", "script", "page"];

/// A site of some forty files in two languages, with a picture and something to download.
fn rich() -> Site {
    let site = Site::started();
    KINDS.iter().for_each(|kind| drop(site.call(&["new", kind, &format!("muc-{kind}/bai-moi")]).ends_with(0)));
    for number in 1..=12 {
        let text = format!(
            "---\ntitle: \"Bài số {number}\"\ndate: 2026-10-{number:02}\ntopics: [việc làm, chủ đề {number}]\n---\n\n\
             Xem [bài đầu](../bai-1/).\n\n## Dấu hiệu\n\n![Một bức tường](Tường.PNG)\n\n[Tờ rơi](to-roi.pdf)\n"
        );
        site.put(&format!("content/muc-article/bai-{number}/vi.md"), text);
        site.put(&format!("content/muc-article/bai-{number}/to-roi.pdf"), format!("%PDF {number}"));
        let file = site.path(&format!("content/muc-article/bai-{number}/Tường.PNG"));
        RgbImage::from_fn(40, 30, |x, y| Rgb([number, x as u8 * 6, y as u8 * 8])).save(file).unwrap();
    }
    site.put("content/muc-article/bai-1/km.md", "---\ntitle: ១\nreviewed_by: Ông Ví Dụ\n---\n\n១ ២ ៣\n\n## ៤\n");
    site.put("static/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    site.edit("loa.yml", "languages: [vi]", "languages: [vi, km]");
    site
}

/// The same files, made in the opposite order in a folder of another length.
fn copy(site: &Site) -> Site {
    let copy = Site::empty();
    for (path, bytes) in site.listing("").iter().rev().filter(|(path, _)| !path.ends_with('/')) {
        copy.put(&format!("mot/thu/muc/dai/hon/nhieu/{path}"), bytes);
    }
    copy
}

#[test]
fn two_builds_on_machines_that_differ_have_the_same_bytes() {
    let one = rich();
    let other = copy(&one);
    let line = ["build", "--today", TODAY, "--drafts", "--base-url", "https://cong.example/a/", "--out"];
    let mut first = one.command(&[&line[..], &["../mot"]].concat());
    first.env("TZ", "Pacific/Kiritimati").env("LC_ALL", "C").env("RAYON_NUM_THREADS", "1");
    done(&mut first).ends_with(0);
    let far = "mot/thu/muc/dai/hon/nhieu";
    let mut second = other.command(&[&line[..], &["ra/xa", "--site", far]].concat());
    second.env("TZ", "America/Adak").env("LC_ALL", "tr_TR.UTF-8").env("LANG", "tr_TR.UTF-8");
    second.env("RAYON_NUM_THREADS", "8").env("SOURCE_DATE_EPOCH", "0");
    done(&mut second).ends_with(0);
    let first = crate::ground::listing(&one.top().join("mot"));
    let second = other.listing("ra/xa");
    assert!(first.len() > 60, "{:?}", first.keys());
    assert_eq!(first["MANIFEST.sha256"], second["MANIFEST.sha256"]);
    assert_same(&first, &second);
}

#[test]
fn findings_come_in_the_same_order_whatever_the_number_of_threads() {
    let site = rich();
    for number in 1..=12 {
        site.put(
            &format!("content/muc-article/hong-{number}/vi.md"),
            "---\ntitle: x\nsumary: y\n---\n\n<b>0300 000 000</b>\n",
        );
    }
    let [one, eight] = ["1", "8"].map(|threads| {
        let line = ["check", "--today", TODAY, "--format", "json"];
        done(site.command(&line).env("RAYON_NUM_THREADS", threads)).ends_with(1).findings()
    });
    assert!(one.len() >= 36, "{}", one.len());
    assert_eq!(one, eight);
}

#[test]
fn a_build_over_another_equals_a_clean_one() {
    let site = rich();
    site.build(&["--drafts", "--base-url", "https://cong.example/"]).ends_with(0);
    site.edit("content/muc-article/bai-1/vi.md", "Bài số 1", "Bài đầu tiên");
    std::fs::remove_dir_all(site.path("content/muc-article/bai-12")).unwrap();
    site.build(&[]).ends_with(0);
    site.build(&["--out", "ra"]).ends_with(0);
    assert_same(&site.listing("ra"), &site.listing("public"));
}

#[test]
fn names_and_words_that_are_not_in_nfc_make_the_same_site() {
    let text = |name: &str, word: &str| format!("---\ntitle: Một bài\n---\n\n{word}: [tờ rơi](<{name}>)\n");
    let mut outputs = Vec::new();
    for (name, word) in
        [("tờ rơi.pdf", "Tiếng Việt"), ("to\u{31B}\u{300} ro\u{31B}i.pdf", "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t")]
    {
        let site = Site::with(&[("content/bai/a/vi.md", &text(name, word))]);
        site.put(&format!("content/bai/a/{name}"), "%PDF-1.4");
        site.build(&[]).ends_with(0);
        outputs.push(site.listing("public"));
    }
    assert!(outputs[0].keys().any(|path| path.ends_with(".pdf")), "{:?}", outputs[0].keys());
    assert_same(&outputs[0], &outputs[1]);
}
